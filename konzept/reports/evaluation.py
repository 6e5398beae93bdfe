"""The evaluation before a Fortschreibung: what became of every Maßnahme, how Termine moved, what was measured.

Every Maßnahme has one word (``Ergebnis``), computed by the rules of the Sachstandsbericht from what the log of this
Fassung knew on the Stichtag; the counts per Handlungsfeld add up to those of the whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Ampelwort, Begriff
from konzept.domain.element import Ebene
from konzept.reports.evaluation_ergebnis import ERGEBNISSE, ergebniszahlen, gezaehlt
from konzept.reports.evaluation_indikatoren import indikatorstaende
from konzept.reports.evaluation_stellen import stellenuebersicht
from konzept.reports.evaluation_teile import Evaluation, Feldbilanz, Massnahmenbilanz
from konzept.reports.evaluation_termine import terminwege, terminzahlen
from konzept.reports.konzept_bezuege import Verweis
from konzept.reports.liste import liste
from konzept.reports.sachstandsbericht_blick import Blick

if TYPE_CHECKING:
    from datetime import date

    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.handlungsfeld import Handlungsfeld
    from konzept.domain.plan import Plan


def evaluation(plan: Plan, fassung: Fassung, stichtag: date) -> Evaluation:
    """Evaluate ``fassung`` as known on ``stichtag``."""
    einstellungen = plan.einstellungen
    massnahmen = _massnahmen(plan, fassung, stichtag)
    return Evaluation(
        koerperschaft=einstellungen.koerperschaft,
        land=einstellungen.land,
        fassung=fassung,
        bezeichnungen={begriff: einstellungen.bezeichnung(begriff) for begriff in Begriff},
        farben={wort: einstellungen.ampelfarbe(wort) for wort in Ampelwort},
        plan_hinweise=einstellungen.hinweise,
        rhythmus=einstellungen.berichtsrhythmus,
        stichtag=stichtag,
        ergebnisse=ergebniszahlen(eine.urteil.wort for eine in massnahmen),
        felder=tuple(_feld(feld, massnahmen) for feld in fassung.handlungsfelder),
        stellen=stellenuebersicht(plan, massnahmen),
        termine=terminzahlen(eine.terminweg for eine in massnahmen),
        indikatoren=indikatorstaende(plan, fassung, stichtag),
    )


def _massnahmen(plan: Plan, fassung: Fassung, stichtag: date) -> tuple[Massnahmenbilanz, ...]:
    blick = Blick.am(plan, fassung, stichtag)
    wege = terminwege(plan, fassung, stichtag)
    bilanzen = []
    for stelle, zeile in zip(fassung.massnahmen(), liste(plan, fassung, stichtag).zeilen, strict=True):
        urteil = blick.urteil(stelle)
        bilanzen.append(
            Massnahmenbilanz(
                zeile=zeile,
                urteil=urteil,
                ergebnis=ERGEBNISSE[urteil.wort],
                terminweg=wege[stelle.id],
                indikatoren=len(stelle.gegenstand.indikatoren),
                darueber=_darueber(stelle),
            )
        )
    return tuple(bilanzen)


def _darueber(stelle: Stelle) -> bool:
    return any(eltern.indikatoren for eltern in (stelle.ziel, stelle.feld) if eltern is not None)


def _feld(feld: Handlungsfeld, massnahmen: tuple[Massnahmenbilanz, ...]) -> Feldbilanz:
    eigene = tuple(eine for eine in massnahmen if eine.zeile.feld and eine.zeile.feld.id == feld.id)
    return Feldbilanz(
        verweis=Verweis(Ebene.HANDLUNGSFELD, feld.id, feld.nummer, feld.titel),
        massnahmen=eigene,
        je_ergebnis=gezaehlt(eine.ergebnis for eine in eigene),
    )
