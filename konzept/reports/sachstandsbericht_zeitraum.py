"""The days of a Sachstandsbericht: since which day it tells what changed, and until which what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from konzept.domain.kalender import letzter_tag_des_monats, nach_monaten

if TYPE_CHECKING:
    from konzept.domain.einstellungen import Berichtsrhythmus


@dataclass(frozen=True, slots=True)
class Zeitraum:
    """What was written down after ``seit`` and up to the Stichtag is new; what comes next reaches to ``bis``.

    ``errechnet``: nobody named ``seit``, it lies one rhythm before the Stichtag.
    """

    seit: date
    stichtag: date
    bis: date
    rhythmus: Berichtsrhythmus
    errechnet: bool

    def ist_neu(self, erfasst: date) -> bool:
        """Tell whether an entry of that day was not known in the last report and is in this one."""
        return self.seit < erfasst <= self.stichtag


def zeitraum(stichtag: date, seit: date | None, rhythmus: Berichtsrhythmus) -> Zeitraum:
    """Return the days of a report; without ``seit`` it begins one rhythm before the Stichtag."""
    monate = rhythmus.monate
    return Zeitraum(
        seit=monate_weiter(stichtag, -monate) if seit is None else seit,
        stichtag=stichtag,
        bis=monate_weiter(stichtag, monate),
        rhythmus=rhythmus,
        errechnet=seit is None,
    )


def monate_weiter(tag: date, monate: int) -> date:
    """Return the day so many months later, or earlier where negative; the last of a month stays a last one.

    30 June less six months is 31 December, for these are the days that one reports on. Never beyond the years
    1 to 9999.
    """
    genau = nach_monaten(tag, monate)
    if tag == letzter_tag_des_monats(tag.year, tag.month) and genau not in {date.min, date.max}:
        return letzter_tag_des_monats(genau.year, genau.month)
    return genau
