"""The levels of a Fassung as open data: Leitziel, Handlungsfeld, Handlungsziel, Maßnahme, and what all of them have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.element import Ebene
from konzept.render.konzept_gliederung import anker
from konzept.render.konzept_json_formen import beschluss
from konzept.render.konzept_json_stand import massnahmensachstand
from konzept.render.termin_words import teil_als_daten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from konzept.domain import element as domain_element
    from konzept.domain import handlungsfeld as domain_feld
    from konzept.render import konzept_vertrag_stufen as vertrag
    from konzept.reports.due_teil import Teiltermin
    from konzept.reports.konzept_bezuege import Bezug
    from konzept.reports.konzept_daten import Konzeptdaten
    from konzept.reports.konzept_teile import Feldteil, Leitzielteil, Massnahmenteil, Zeitpunkt, Zielteil


@dataclass(frozen=True, slots=True)
class Schreiber:
    """Makes plain values of the levels of one Fassung."""

    daten: Konzeptdaten

    def leitziel(self, teil: Leitzielteil) -> vertrag.Leitziel:
        """Give a Leitziel."""
        leitziel = teil.leitziel
        return {
            "id": leitziel.id,
            "nummer": leitziel.nummer,
            "titel": leitziel.titel,
            "text": leitziel.text,
            "verfolgt_von": [verweis.id for verweis in teil.verfolgt_von],
            "begruendung": leitziel.begruendung,
            "anker": anker(Ebene.LEITZIEL, leitziel.id),
            **self.element(leitziel, teil.hin, teil.zurueck),
        }

    def feld(self, teil: Feldteil) -> vertrag.Handlungsfeld:
        """Give a Handlungsfeld with all that is below it."""
        feld = teil.feld
        return {
            "id": feld.id,
            "nummer": feld.nummer,
            "titel": feld.titel,
            "einleitung": feld.einleitung,
            "arbeitskreis": feld.arbeitskreis,
            "massnahmen": [self._massnahme(eine, None) for eine in teil.massnahmen],
            "handlungsziele": [self._ziel(eines) for eines in teil.ziele],
            "begruendung": feld.begruendung,
            "anker": anker(Ebene.HANDLUNGSFELD, feld.id),
            **self.element(feld, teil.hin, teil.zurueck),
        }

    def _ziel(self, teil: Zielteil) -> vertrag.Handlungsziel:
        ziel = teil.ziel
        return {
            "id": ziel.id,
            "nummer": ziel.nummer,
            "titel": ziel.titel,
            "termin": self._termin(teil.termin, ziel.id),
            "leitziele": [name for name, _ in teil.leitziele],
            "massnahmen": [self._massnahme(eine, teil) for eine in teil.massnahmen],
            "begruendung": ziel.begruendung,
            "anker": anker(Ebene.HANDLUNGSZIEL, ziel.id),
            **self.element(ziel, teil.hin, teil.zurueck),
        }

    def _massnahme(self, teil: Massnahmenteil, ziel: Zielteil | None) -> vertrag.Massnahme:
        massnahme = teil.massnahme
        termin = self._termin(teil.termin, massnahme.id)
        if termin is None and ziel is not None:
            termin = self._termin(ziel.termin, ziel.ziel.id)
        return {
            "id": massnahme.id,
            "nummer": massnahme.nummer,
            "gliederung": self.daten.gliederung[massnahme.id],
            "titel": massnahme.anzeigetitel,
            "text": massnahme.text,
            "termin": termin,
            "zustaendigkeiten": [
                {
                    "akteur": one.id,
                    "name": one.akteur.name if one.akteur else None,
                    "rolle": rolle.value,
                    "hinweis": one.hinweis,
                }
                for rolle, liste in teil.rollen
                for one in liste
            ],
            "foerderungen": [
                {
                    "programm": one.id,
                    "name": one.programm.name if one.programm else None,
                    "hinweis": one.hinweis,
                }
                for one in teil.mittel
            ],
            "kosten": _kosten(massnahme.kosten),
            "beschluss": beschluss(massnahme.beschluss),
            "sachstand": massnahmensachstand(self.daten, massnahme.id),
            "begruendung": massnahme.begruendung,
            "anker": anker(Ebene.MASSNAHME, massnahme.id),
            **self.element(massnahme, teil.hin, teil.zurueck),
        }

    def element(
        self, element: domain_element.Planelement, hin: Iterable[Bezug], zurueck: Iterable[Bezug]
    ) -> vertrag.Element:
        """Give what every level has; ``intern`` is not among it."""
        return {
            "textart": element.textart.value,
            "querbezuege": [_bezug(one) for one in hin],
            "rueckbezuege": [_bezug(one) for one in zurueck],
            "indikatoren": [self._indikator(one) for one in element.indikatoren],
            "hinweise": list(element.hinweise),
            "leichte_sprache": element.leichte_sprache,
            "texte": dict(element.texte),
            "erschlossen": element.erschlossen,
            "quelle": element.quelle,
        }

    def _indikator(self, indikator: domain_element.Indikator) -> vertrag.Indikator:
        return {
            "id": indikator.id,
            "titel": indikator.titel,
            "einheit": indikator.einheit,
            "art": indikator.art.value if indikator.art else None,
            "ausgangswert": indikator.ausgangswert,
            "zielwert": indikator.zielwert,
            "quelle": indikator.quelle,
            "werte": [
                {"am": str(one.am), "wert": one.wert, "quelle": one.quelle, "hinweis": one.hinweis}
                for one in self.daten.messreihen.get(indikator.id or "", ())
            ],
        }

    def _termin(self, zeitpunkt: Zeitpunkt | None, traeger: str) -> vertrag.Termin | None:
        if zeitpunkt is None:
            return None
        return {
            "text": zeitpunkt.text,
            "traeger": traeger,
            "turnus_ab": zeitpunkt.turnus_ab,
            "teile": [_teil(one) for one in self.daten.termine.get(traeger, ())],
        }


def _teil(teil: Teiltermin) -> vertrag.Teil:
    gelesen = teil_als_daten(teil.teil)
    return {
        "text": gelesen["text"],
        "art": gelesen["art"],
        "beginn": gelesen["beginn"],
        "ende": gelesen["ende"],
        "rrule": gelesen["rrule"],
        "mehrdeutig": gelesen["mehrdeutig"],
        "hinweis": gelesen["hinweis"],
        "gelesen": gelesen["gelesen"],
        "fristen": [tag.isoformat() for tag in teil.tage],
        "moeglich": teil.moeglich,
    }


def _bezug(bezug: Bezug) -> vertrag.Querbezug:
    frueher = bezug.frueher
    ziel = bezug.ziel or (frueher.verweis if frueher else None)
    return {
        "art": bezug.art.value,
        "id": bezug.id,
        "ebene": ziel.ebene.value if ziel else None,
        "nummer": ziel.nummer if ziel else None,
        "titel": ziel.titel if ziel else None,
        "fassung": frueher.fassung if frueher and bezug.ziel is None else None,
        "hinweis": bezug.hinweis,
    }


def _kosten(kosten: domain_feld.Kosten | None) -> vertrag.Kosten | None:
    if kosten is None:
        return None
    return {
        "text": kosten.text,
        "betrag": None if kosten.betrag is None else str(kosten.betrag),
        "waehrung": None if kosten.betrag is None else kosten.waehrung,
        "jahr": kosten.jahr,
    }
