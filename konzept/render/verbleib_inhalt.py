"""The values that templates get for the account of what was not carried over: plain dicts and strings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from konzept.domain.element import Ebene
from konzept.render.diff_words import ebenenname
from konzept.render.konzept_werte import standzeile
from konzept.render.verbleib_words import (
    ANGABEN_ERSCHLOSSEN,
    TITEL,
    ZUSAMMENFASSUNG,
    bilanzsatz,
    bilanzzeile,
    erschlossenes,
    fortbestand,
    label,
    nummern,
    ohne_vorgaenger,
    teilweise,
    unberuehrt,
    verbleibwort,
)
from konzept.render.words import deutsche_zeit
from konzept.reports.diff_bilanz import FORTGEFUEHRT
from konzept.reports.diff_verbleib import Auskunft

if TYPE_CHECKING:
    from konzept.render.schriftstueck_schrift import Textschrift
    from konzept.reports.konzept_bezuege import Verweis
    from konzept.reports.verbleib_teile import Abschnitt, Alte, Verbleibbericht

    Werte = dict[str, Any]

UNTER_DER_TABELLE = 4
"""Headings within a wording stand below those of the Handlungsfeld."""


def inhalt(bericht: Verbleibbericht, schrift: Textschrift) -> Werte:
    """Return everything a template of this report may print; what is absent is empty."""
    rahmen = bericht.fassung.rahmen
    schreiber = _Schreiber(bericht, schrift)
    return {
        "bericht": {
            "titel": TITEL,
            "herkunft": " · ".join(filter(None, (bericht.koerperschaft, bericht.land))),
            "plan": f"{rahmen.titel}, {rahmen.art}",
            "stand": standzeile(rahmen),
            "ohne_vorgaenger": "" if bericht.abschnitte else ohne_vorgaenger(bericht.fassung.id),
        },
        "abschnitte": [schreiber.abschnitt(abschnitt) for abschnitt in bericht.abschnitte],
    }


@dataclass(frozen=True, slots=True)
class _Schreiber:
    bericht: Verbleibbericht
    schrift: Textschrift

    def abschnitt(self, abschnitt: Abschnitt) -> Werte:
        """Give the account over one earlier Fassung, its tables in reading order."""
        worte, alt = self.bericht.bezeichnungen, abschnitt.alt
        tafeln = []
        if abschnitt.leitziele:
            zeilen = [self._zeile(one, alt.name) for one in abschnitt.leitziele]
            tafeln.append(_tafel(ebenenname(Ebene.LEITZIEL, worte, 2), "", "", "", zeilen))
        for gruppe in abschnitt.felder:
            feld = gruppe.feld
            zeilen = [self._zeile(feld, alt.name) | {"titel": "als Ganzes"}] if feld.verblieb else []
            for unter in gruppe.gruppen:
                zeilen += [self._zeile(unter.ziel, alt.name)] if unter.ziel else []
                zeilen += [self._zeile(one, alt.name, unter.ziel) for one in unter.massnahmen]
            bleibt = fortbestand(feld, worte) if feld.neu and feld.neu != feld.ort else ""
            # where the field goes on under another number, the words on that say so already
            erschlossen = erschlossenes(feld.ort, worte) if feld.erschlossen and not bleibt else ""
            tafeln.append(_tafel(feld.ort.titel, label(feld.ort, worte), bleibt, erschlossen, zeilen))
        return {
            "anker": f"aus-{alt.name}",
            "titel": f"Aus der Fassung {alt.name}",
            "alt": f"{alt.titel}, {alt.art}, Stand {deutsche_zeit(alt.stand)}",
            "name": alt.name,
            "teilweise": teilweise(abschnitt, worte),
            "nummern": nummern(alt.name, self.bericht.fassung.id) if tafeln else "",
            "gruende": [self.schrift.zeile(grund) for grund in abschnitt.gruende],
            "quelle": self._plain(abschnitt.quelle),
            "kennzahlen": list(self._kennzahlen(abschnitt)),
            "tafeln": tafeln,
            "nichts": "" if tafeln else "Alles wurde fortgeführt.",
            "unberuehrt": self._plain(unberuehrt(abschnitt, worte)),
            "bilanz": [
                bilanzzeile(ebene, bilanz, alt.name, worte)
                for ebene, bilanz in abschnitt.bilanz.items()
                if bilanz.alt
            ],
            "bilanzsatz": bilanzsatz(abschnitt, worte),
            "offen": bool(abschnitt.offen),
        }

    def _kennzahlen(self, abschnitt: Abschnitt) -> list[Werte]:
        """Count level by level, the Maßnahmen first: how many went, of how many."""
        worte = self.bericht.bezeichnungen
        zahlen = []
        for ebene, bilanz in reversed(list(abschnitt.bilanz.items())):
            gegangen = bilanz.alt - bilanz.posten[FORTGEFUEHRT]
            if not gegangen and ebene is not Ebene.MASSNAHME:
                continue
            belegt = "" if abschnitt.alt.vollstaendig else " belegten"
            zahlen.append(
                {
                    "zahl": str(gegangen),
                    "wort": f"{ebenenname(ebene, worte, gegangen)} nicht fortgeführt",
                    "zusatz": f"von {bilanz.alt}{belegt}",
                }
            )
        return zahlen

    def _zeile(self, alte: Alte, fassung: str, ziel: Alte | None = None) -> Werte:
        """Give one row: what it was, what became of it and why."""
        worte, verblieb = self.bericht.bezeichnungen, alte.verblieb
        text = self.schrift.prosa(alte.text, UNTER_DER_TABELLE) if alte.text else ""
        quelle = verblieb.quelle if verblieb else None
        fundstelle = alte.fundstelle if ziel is None or ziel.fundstelle != alte.fundstelle else None
        return {
            "anker": f"aus-{fassung}-{alte.ort.id}",
            "ebene": alte.ort.ebene.value,
            "label": label(alte.ort, worte),
            "titel": "" if text and alte.beginnt_mit_titel else self.schrift.zeile(alte.ort.titel),
            "text": text,
            "zusammenfassung": ZUSAMMENFASSUNG if text and alte.zusammengefasst else "",
            "bleibt": "" if verblieb else fortbestand(alte, worte),
            "verbleib": verbleibwort(verblieb) if verblieb else "",
            "offen": verblieb is not None and verblieb.auskunft is Auskunft.OFFEN,
            "ziele": [self._ziel(one) for one in verblieb.ziele] if verblieb else [],
            "begruendung": self._plain(verblieb.begruendung) if verblieb else "",
            "erschlossen": ANGABEN_ERSCHLOSSEN if verblieb and alte.erschlossen else "",
            "quelle": self._plain("; ".join(dict.fromkeys(filter(None, (quelle, fundstelle))))),
        }

    def _ziel(self, ort: Verweis) -> Werte:
        return {"label": label(ort, self.bericht.bezeichnungen), "titel": self.schrift.zeile(ort.titel)}

    def _plain(self, text: str | None) -> str:
        return self.schrift.zeile(text) if text else ""


def _tafel(titel: str, kopf: str, bleibt: str, erschlossen: str, zeilen: list[Werte]) -> Werte:
    """Give one table; where nothing has a reason it needs no column for them."""
    return {
        "titel": titel,
        "label": kopf,
        "bleibt": bleibt,
        "erschlossen": erschlossen,
        "zeilen": zeilen,
        "begruendet": any(zeile["begruendung"] for zeile in zeilen),
    }
