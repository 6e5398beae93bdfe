"""All that a plan knows of one funding programme: what it pays for in one Fassung, and how much in the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.handlungsfeld import Massnahme
from konzept.reports.liste import liste

if TYPE_CHECKING:
    from datetime import date

    from konzept.domain.fassung import Fassung
    from konzept.domain.foerderprogramm import Foerderprogramm, Foerderung
    from konzept.domain.plan import Plan
    from konzept.reports.liste import Listenzeile


@dataclass(frozen=True, slots=True)
class Programmkarte:
    """One funding programme: ``zeilen`` are the Maßnahmen of ``fassung`` that it funds, each with its Förderungen.

    ``anderswo`` counts those of the other Fassungen that hold any.
    """

    fassung: Fassung
    stichtag: date
    programm: Foerderprogramm
    zeilen: tuple[Listenzeile, ...]
    foerderungen: dict[str, tuple[Foerderung, ...]]
    anderswo: tuple[tuple[str, int], ...]


def programmkarte(plan: Plan, fassung: Fassung, programm: Foerderprogramm, stichtag: date) -> Programmkarte:
    """Put together what a funding programme pays for in ``fassung``, as known on ``stichtag``."""
    je_fassung = {one.id: _foerderungen(one, programm.id) for one in plan.fassungen}
    hier = je_fassung[fassung.id]
    return Programmkarte(
        fassung=fassung,
        stichtag=stichtag,
        programm=programm,
        zeilen=tuple(one for one in liste(plan, fassung, stichtag).zeilen if one.id in hier),
        foerderungen=hier,
        anderswo=tuple((name, len(ids)) for name, ids in je_fassung.items() if ids and name != fassung.id),
    )


def _foerderungen(fassung: Fassung, programm: str) -> dict[str, tuple[Foerderung, ...]]:
    """Return by Maßnahme how this programme funds it."""
    gefunden = {
        stelle.id: tuple(one for one in stelle.gegenstand.foerderungen if one.programm == programm)
        for stelle in fassung.massnahmen()
        if isinstance(stelle.gegenstand, Massnahme)
    }
    return {name: foerderungen for name, foerderungen in gefunden.items() if foerderungen}
