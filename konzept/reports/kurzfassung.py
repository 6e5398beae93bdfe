"""A Fassung on two pages: what the plan holds, how it stands on the Stichtag, who leads most of it.

Nothing is counted anew: the plan is the document of the Fassung, its state is the Sachstandsbericht.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.domain.element import Ebene
from konzept.reports.konzept import konzeptbericht
from konzept.reports.konzept_bezuege import verweis
from konzept.reports.sachstandsbericht import sachstandsbericht

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from konzept.domain.akteur import Akteur
    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan
    from konzept.reports.konzept_bezuege import Verweis
    from konzept.reports.konzept_teile import Konzept
    from konzept.reports.sachstandsbericht_teile import Feldstand, Sachstandsbericht


@dataclass(frozen=True, slots=True)
class Fuehrende:
    """A body and how many Maßnahmen it leads, alone or jointly."""

    akteur: Akteur
    massnahmen: int


@dataclass(frozen=True, slots=True)
class Kurzfeld:
    """A Handlungsfeld: how it stands, and what it wants: Maßnahmen directly under it, then its goals."""

    stand: Feldstand
    inhalt: tuple[Verweis, ...]

    @property
    def ziele(self) -> int:
        """How many goals it has."""
        return sum(one.ebene is Ebene.HANDLUNGSZIEL for one in self.inhalt)


@dataclass(frozen=True, slots=True)
class Kurzfassung:
    """The whole report; ``fuehrende`` are the bodies that lead anything, the one with most Maßnahmen first."""

    konzept: Konzept
    stand: Sachstandsbericht
    felder: tuple[Kurzfeld, ...]
    fuehrende: tuple[Fuehrende, ...]


def kurzfassung(plan: Plan, fassung: Fassung, stichtag: date) -> Kurzfassung:
    """Sum up ``fassung`` as known on ``stichtag``."""
    konzept = konzeptbericht(plan, fassung)
    stand = sachstandsbericht(plan, fassung, stichtag)
    inhalte: dict[str, list[Verweis]] = {}
    for stelle in fassung.stellen():
        oberste = stelle.ziel is None and stelle.ebene in {Ebene.MASSNAHME, Ebene.HANDLUNGSZIEL}
        if oberste and stelle.feld is not None:
            inhalte.setdefault(stelle.feld.id, []).append(verweis(stelle))
    return Kurzfassung(
        konzept=konzept,
        stand=stand,
        felder=tuple(Kurzfeld(feld, tuple(inhalte.get(feld.verweis.id, ()))) for feld in stand.felder),
        fuehrende=tuple(sorted(_fuehrende(konzept), key=lambda one: (-one.massnahmen, one.akteur.name))),
    )


def _fuehrende(konzept: Konzept) -> Iterator[Fuehrende]:
    for _, zeilen in konzept.akteure:
        for zeile in zeilen:
            gefuehrt = {one.massnahme for one in zeile.anteile if one.rolle is Rolle.FEDERFUEHREND}
            if gefuehrt:
                yield Fuehrende(zeile.akteur, len(gefuehrt))
