"""The values that templates get for the levels of a plan: Leitziel, Handlungsfeld, Handlungsziel, Maßnahme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from konzept.domain.einstellungen import Begriff
from konzept.domain.element import Ebene, Indikatorart, Textart
from konzept.domain.fussnoten import ohne_fussnoten
from konzept.render.konzept_gliederung import anker
from konzept.render.konzept_werte import ZUSAMMENFASSUNG, beschlusszeile, betrag, fundstelle, lesart, sprache
from konzept.render.markdown_text import external_address
from konzept.render.words import QUERBEZUEGE, ROLLEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.domain.beschluss import Beschluss
    from konzept.domain.element import Indikator, Planelement
    from konzept.render.konzept_gliederung import Abschnitt
    from konzept.render.konzept_schrift import Schrift
    from konzept.reports.konzept_bezuege import Bezug, FruehererVerweis, Verweis
    from konzept.reports.konzept_teile import (
        Beteiligter,
        Feldteil,
        Konzept,
        Leitzielteil,
        Massnahmenteil,
        Mittel,
        Zeitpunkt,
        Zielteil,
    )

Werte = dict[str, Any]
"""Plain values for a template: dicts, lists, strings and truth values."""
_INDIKATORARTEN = {Indikatorart.OUTPUT: "Leistung", Indikatorart.WIRKUNG: "Wirkung"}


@dataclass(frozen=True, slots=True)
class Stufen:
    """Turns the levels of a document into values for templates, in one Schrift."""

    konzept: Konzept
    schrift: Schrift
    abschnitte: Mapping[str, Abschnitt]

    def kopf(self, name: str) -> Werte:
        """Give a heading: level, anchor, label and title; ``name`` is its title in plain words, for attributes."""
        abschnitt = self.abschnitte[name]
        titel = abschnitt.titel
        return {
            "ebene": abschnitt.ebene,
            "anker": abschnitt.anker,
            "label": abschnitt.label,
            "titel": self.schrift.kopf(titel) if abschnitt.ist_text else self.schrift.zeile(titel),
            "name": ohne_fussnoten(titel),
        }

    def leitziel(self, teil: Leitzielteil) -> Werte:
        """Give one Leitziel with the goals that name it."""
        leitziel = teil.leitziel
        return {
            **self.allgemein(leitziel, teil.hin, teil.zurueck, 3),
            "kopf": self.kopf(anker(Ebene.LEITZIEL, leitziel.id)),
            "text": self.schrift.prosa(leitziel.text, 3) if leitziel.text else "",
            "verfolgt_von": [self.verweis(verweis) for verweis in teil.verfolgt_von],
        }

    def feld(self, teil: Feldteil) -> Werte:
        """Give one Handlungsfeld with everything in it."""
        feld = teil.feld
        return {
            **self.allgemein(feld, teil.hin, teil.zurueck, 2),
            "id": feld.id,
            "kopf": self.kopf(anker(Ebene.HANDLUNGSFELD, feld.id)),
            "nummer": feld.nummer,
            "text": self.schrift.prosa(feld.einleitung, 2) if feld.einleitung else "",
            "arbeitskreis": self.schrift.zeile(feld.arbeitskreis) if feld.arbeitskreis else "",
            "massnahmen": [self.massnahme(massnahme, 3) for massnahme in teil.massnahmen],
            "ziele": [self.ziel(ziel) for ziel in teil.ziele],
            "leer": "" if teil.massnahmen or teil.ziele else self._leer(),
        }

    def ziel(self, teil: Zielteil) -> Werte:
        """Give one Handlungsziel with its Maßnahmen."""
        ziel = teil.ziel
        return {
            **self.allgemein(ziel, teil.hin, teil.zurueck, 3),
            "kopf": self.kopf(anker(Ebene.HANDLUNGSZIEL, ziel.id)),
            "nummer": ziel.nummer,
            "termin": self.termin(teil.termin),
            "leitziele": [self.verweis(verweis, name) for name, verweis in teil.leitziele],
            "massnahmen": [self.massnahme(massnahme, 4) for massnahme in teil.massnahmen],
            "leer": "" if teil.massnahmen else self._leer(),
        }

    def _leer(self) -> str:
        """Say that nothing follows, so that a heading does not stand alone."""
        return self.schrift.zeile(
            f"Hier stehen keine {self.konzept.bezeichnungen[Begriff.MASSNAHME].mehrzahl}."
        )

    def massnahme(self, teil: Massnahmenteil, ebene: int) -> Werte:
        """Give one Maßnahme, its heading on level ``ebene``."""
        massnahme = teil.massnahme
        return {
            **self.allgemein(massnahme, teil.hin, teil.zurueck, ebene),
            "id": massnahme.id,
            "kopf": self.kopf(anker(Ebene.MASSNAHME, massnahme.id)),
            "text": self.schrift.prosa(teil.ueberschrift.rest, ebene) if teil.ueberschrift.rest else "",
            "termin": self.termin(teil.termin),
            "rollen": [
                {
                    "name": ROLLEN[rolle][:1].upper() + ROLLEN[rolle][1:],
                    "stellen": [self.stelle(s) for s in stellen],
                }
                for rolle, stellen in teil.rollen
            ],
            "mittel": [self.mittel(mittel) for mittel in teil.mittel],
            "kosten": self.schrift.zeile(betrag(massnahme.kosten)) if massnahme.kosten else "",
            "beschluss": self.beschluss(massnahme.beschluss),
        }

    def allgemein(
        self, element: Planelement, hin: tuple[Bezug, ...], zurueck: tuple[Bezug, ...], ebene: int
    ) -> Werte:
        """Give the fields of all levels; ``intern`` is not among them."""
        schrift = self.schrift
        leicht = element.leichte_sprache
        return {
            "bezuege": [self.bezug(bezug) for bezug in hin],
            "rueckbezuege": [self.bezug(bezug) for bezug in zurueck],
            "hinweise": [schrift.prosa(hinweis, ebene) for hinweis in element.hinweise],
            "indikatoren": [self.indikator(indikator) for indikator in element.indikatoren],
            "leichte_sprache": schrift.verse(leicht, ebene) if leicht else "",
            "texte": [
                {**sprache(k), "text": schrift.prosa(text, ebene)} for k, text in element.texte.items()
            ],
            "textart": ZUSAMMENFASSUNG if element.textart is Textart.ZUSAMMENFASSUNG else "",
            "quelle": schrift.zeile(fundstelle(element.quelle, self.konzept.rahmen))
            if element.quelle
            else "",
            "erschlossen": element.erschlossen,
        }

    def verweis(self, verweis: Verweis | None, name: str = "") -> Werte:
        """Give a link to an id of the document; an id it does not hold is named without a link."""
        if verweis is None:
            return {"href": "", "label": name, "nummer": name, "titel": ""}
        bezeichnung = self.konzept.bezeichnungen[Begriff(verweis.ebene.value)].einzahl
        return {
            "href": self.schrift.href(anker(verweis.ebene, verweis.id)),
            "label": f"{bezeichnung} {verweis.nummer or ''}".strip(),
            "nummer": verweis.nummer or bezeichnung,
            "titel": verweis.titel,
        }

    def bezug(self, bezug: Bezug) -> Werte:
        """Give one Querbezug."""
        hinweis = self.schrift.zeile(bezug.hinweis) if bezug.hinweis else ""
        ziel = self.frueher(bezug.frueher) if bezug.frueher else self.verweis(bezug.ziel, bezug.id)
        return {**ziel, "art": QUERBEZUEGE[bezug.art], "hinweis": hinweis}

    def frueher(self, frueher: FruehererVerweis) -> Werte:
        """Name what only an earlier Fassung holds, with its title there; this document has nothing to link."""
        werte = self.verweis(frueher.verweis)
        label = f"{werte['label']}: {werte['titel']} (Fassung {frueher.fassung})"
        return {**werte, "href": "", "label": label, "titel": ""}

    def stelle(self, stelle: Beteiligter) -> Werte:
        """Give one body of a Maßnahme; of its short names only what is an abbreviation, one word not in the name."""
        hinweis = self.schrift.zeile(stelle.hinweis) if stelle.hinweis else ""
        akteur = stelle.akteur
        if akteur is None:
            return {"href": "", "name": stelle.id, "kurz": "", "hinweis": hinweis}
        kurz = (
            akteur.kurz if akteur.kurz and " " not in akteur.kurz and akteur.kurz not in akteur.name else ""
        )
        return {
            "href": self.schrift.href(anker("akteur", akteur.id)),
            "name": akteur.name,
            "kurz": self.schrift.kurz(kurz, akteur.name) if kurz else "",
            "hinweis": hinweis,
        }

    def mittel(self, mittel: Mittel) -> Werte:
        """Give one Förderung."""
        programm = mittel.programm
        return {
            "href": self.schrift.href(anker("programm", mittel.id)) if programm else "",
            "name": programm.name if programm else mittel.id,
            "hinweis": self.schrift.zeile(mittel.hinweis) if mittel.hinweis else "",
        }

    def termin(self, zeitpunkt: Zeitpunkt | None) -> Werte | None:
        """Give a Termin: its wording, and its dates where the wording does not name them."""
        if zeitpunkt is None:
            return None
        return {"text": self.schrift.zeile(zeitpunkt.text), "lesart": lesart(zeitpunkt)}

    def beschluss(self, beschluss: Beschluss | None) -> Werte | None:
        """Give a Beschluss with its link."""
        if beschluss is None:
            return None
        url = external_address(beschluss.url)
        return {
            "text": self.schrift.zeile(beschlusszeile(beschluss)),
            "url": self.schrift.adresse(url) if url else "",
            "adresse": beschluss.url or "",
        }

    def indikator(self, indikator: Indikator) -> Werte:
        """Give one indicator; every value as it was written."""
        zeile = self.schrift.zeile
        quelle = fundstelle(indikator.quelle, self.konzept.rahmen) if indikator.quelle else None
        werte = (indikator.einheit, indikator.ausgangswert, indikator.zielwert, quelle)
        einheit, ausgang, ziel, woher = (zeile(wert) if wert else "" for wert in werte)
        return {
            "titel": zeile(indikator.titel),
            "einheit": einheit,
            "art": _INDIKATORARTEN[indikator.art] if indikator.art else "",
            "ausgangswert": ausgang,
            "zielwert": ziel,
            "quelle": woher,
        }
