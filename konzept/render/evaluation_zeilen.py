"""The rows of the evaluation for templates: a Maßnahme, a Termin that moved; texts come ready to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from konzept.render.evaluation_words import (
    AMPELWORT,
    ERGEBNISSE,
    TERMINLAGEN,
    abstand,
    anlass,
    letzte_meldung,
    mal,
    terminstand,
)
from konzept.render.sachstandsbericht_words import ZEICHEN
from konzept.reports.evaluation_ergebnis import Ergebnis
from konzept.reports.evaluation_termine import Terminlage

if TYPE_CHECKING:
    from konzept.reports.evaluation_teile import Evaluation, Massnahmenbilanz

Werte = dict[str, Any]
"""Plain values for a template: dicts, lists, strings and truth values."""

UNBEWEGT = frozenset({Terminlage.UNVERAENDERT, Terminlage.OHNE_FRIST})
EINMAL = (Terminlage.VERSCHOBEN, 1)
"""That it was put off once is what »verschoben« says."""

GRUENDE_BEI = frozenset({Ergebnis.VERSPAETET, Ergebnis.NIE_GEMELDET, Ergebnis.MELDUNG_VERALTET})
"""With these results it matters what has passed; what is put off or done has its own word."""


@dataclass(frozen=True, slots=True)
class Zeilen:
    """Writes the rows of one report."""

    bericht: Evaluation

    def ergebnis(self, ergebnis: Ergebnis) -> Werte:
        """Give a result with the sign and the colour that the Sachstandsbericht has for it."""
        wort = AMPELWORT[ergebnis]
        return {
            "wort": wort.value,
            "name": ERGEBNISSE[ergebnis],
            "zeichen": ZEICHEN[wort],
            "text": f"{ZEICHEN[wort]} {ERGEBNISSE[ergebnis]}",
            "farbe": self.bericht.farben[wort].value,
        }

    def massnahme(self, eine: Massnahmenbilanz) -> Werte:
        """Give a row of the table of all Maßnahmen."""
        weg = eine.terminweg
        gruende = [anlass(grund) for grund in eine.urteil.gruende] if eine.ergebnis in GRUENDE_BEI else []
        return {
            **_wer(eine),
            "anker": anker(eine.zeile.id),
            "ergebnis": self.ergebnis(eine.ergebnis),
            "gruende": gruende,
            "meldung": letzte_meldung(eine),
            "termin": eine.zeile.termin or "–",
            "verschiebung": ""
            if weg.lage in UNBEWEGT
            else f"{TERMINLAGEN[weg.lage]} {abstand(weg.verschiebung)}".strip(),
            "indikatoren": str(eine.indikatoren) if eine.indikatoren else "keiner",
            "darueber": "einer eine Ebene höher" if eine.darueber and not eine.indikatoren else "",
        }

    def termine(self) -> Werte:
        """Give how Termine moved: the counts, and a row for each that did or is to."""
        bericht = self.bericht
        bewegt = [
            eine
            for eine in bericht.massnahmen
            if eine.terminweg.lage not in UNBEWEGT or eine.terminweg.gemeldet is not None
        ]
        return {
            "zahlen": [
                {"name": TERMINLAGEN[lage], "anzahl": str(anzahl)}
                for lage, anzahl in bericht.termine.items()
                if anzahl
            ],
            "gesamt": str(len(bericht.massnahmen)),
            "zeilen": [self._termin(eine) for eine in sorted(bewegt, key=_rang)],
        }

    def _termin(self, eine: Massnahmenbilanz) -> Werte:
        weg = eine.terminweg
        bewegt = weg.lage not in UNBEWEGT
        gemeldet = terminstand(weg.gemeldet) if weg.gemeldet else ""
        angekuendigt = abstand(weg.angekuendigt)
        return {
            **_wer(eine),
            "href": f"#{anker(eine.zeile.id)}",
            "zuerst": terminstand(weg.erster),
            "zuerst_in": weg.erster.fassung,
            "jetzt": terminstand(weg.geltender) if bewegt else "unverändert",
            "bewegt": bewegt,
            "lage": TERMINLAGEN[weg.lage],
            "abstand": abstand(weg.verschiebung),
            "aufschuebe": mal(weg.aufschuebe) if (weg.lage, weg.aufschuebe) != EINMAL else "",
            "gemeldet": f"{gemeldet}{f', {angekuendigt}' if angekuendigt else ''}",
            "ankuendigungen": mal(weg.ankuendigungen),
        }


def anker(massnahme: str) -> str:
    """Return the anchor of a Maßnahme in the table, made of its id."""
    return f"massnahme-{massnahme}"


def _wer(eine: Massnahmenbilanz) -> Werte:
    zeile = eine.zeile
    return {
        "nummer": zeile.nummer,
        "titel": zeile.titel,
        "federfuehrend": ", ".join(zeile.federfuehrend) or "ohne federführende Stelle",
    }


def _rang(eine: Massnahmenbilanz) -> tuple[int, int]:
    """Order rows by what happened to the Termin, then by how far it moved; equal ones keep the order of the plan."""
    weg = eine.terminweg
    erster, jetzt = weg.erster.frist, weg.geltender.frist
    tage = (jetzt - erster).days if erster and jetzt else 0
    return list(Terminlage).index(weg.lage), -tage
