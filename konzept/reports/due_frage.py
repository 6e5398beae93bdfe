"""The question that ``due`` answers: for which days, as of which day, and for which part of the plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.kalender import jahresspanne

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Frage:
    """A period from ``von`` to ``bis`` (both included), judged as of ``stichtag``.

    ``feld`` keeps one Handlungsfeld, ``akteure`` the Maßnahmen in which one of these bodies has a part.
    ``vorlauf`` asks in addition for what comes in so many days from the Stichtag on, in the period or not.
    """

    von: date
    bis: date
    stichtag: date
    feld: str | None = None
    akteure: frozenset[str] | None = None
    vorlauf: int | None = None

    @property
    def jahr(self) -> int | None:
        """The calendar year that the period is, or None."""
        return self.von.year if (self.von, self.bis) == jahresspanne(self.von.year) else None

    def beruehrt(self, beginn: date | None, ende: date | None) -> bool:
        """Tell whether a span of time, open on a side that is None, has a day in the period."""
        return (beginn is None or beginn <= self.bis) and (ende is None or ende >= self.von)

    def enthaelt(self, tag: date) -> bool:
        """Tell whether a day lies in the period."""
        return self.von <= tag <= self.bis
