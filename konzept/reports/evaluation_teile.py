"""The parts that the evaluation is made of: plain values that every format can print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from konzept.domain.einstellungen import (
        Ampelfarbe,
        Ampelwort,
        Begriff,
        Berichtsrhythmus,
        Bezeichnung,
    )
    from konzept.domain.fassung import Fassung
    from konzept.reports.evaluation_ergebnis import Ergebnis, Ergebniszahl
    from konzept.reports.evaluation_indikatoren import Indikatorstand
    from konzept.reports.evaluation_stellen import Stellenuebersicht
    from konzept.reports.evaluation_termine import Terminlage, Terminweg
    from konzept.reports.konzept_bezuege import Verweis
    from konzept.reports.liste import Listenzeile
    from konzept.reports.sachstandsbericht_ampel import Urteil


@dataclass(frozen=True, slots=True)
class Massnahmenbilanz:
    """One Maßnahme: what became of it, how its Termin moved, how many indicators it has.

    ``darueber``: its goal or Handlungsfeld has an indicator.
    """

    zeile: Listenzeile
    urteil: Urteil
    ergebnis: Ergebnis
    terminweg: Terminweg
    indikatoren: int
    darueber: bool


@dataclass(frozen=True, slots=True)
class Feldbilanz:
    """One Handlungsfeld with its Maßnahmen in reading order; every word is a key of ``je_ergebnis``."""

    verweis: Verweis
    massnahmen: tuple[Massnahmenbilanz, ...]
    je_ergebnis: Mapping[Ergebnis, int]

    @property
    def ohne_indikator(self) -> int:
        """How many of its Maßnahmen have no indicator of their own."""
        return sum(not eine.indikatoren for eine in self.massnahmen)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The whole report; the Maßnahmen stand in their fields, each once.

    ``termine`` counts every Maßnahme once, as ``ergebnisse`` does.
    """

    koerperschaft: str | None
    land: str | None
    fassung: Fassung
    bezeichnungen: Mapping[Begriff, Bezeichnung]
    farben: Mapping[Ampelwort, Ampelfarbe]
    plan_hinweise: tuple[str, ...]
    rhythmus: Berichtsrhythmus
    stichtag: date
    ergebnisse: tuple[Ergebniszahl, ...]
    felder: tuple[Feldbilanz, ...]
    stellen: Stellenuebersicht
    termine: Mapping[Terminlage, int]
    indikatoren: tuple[Indikatorstand, ...]

    @property
    def massnahmen(self) -> tuple[Massnahmenbilanz, ...]:
        """Every Maßnahme in reading order."""
        return tuple(eine for feld in self.felder for eine in feld.massnahmen)
