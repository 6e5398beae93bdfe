"""Every Frist of a Fassung over its whole time with its state on a Stichtag: the answer of ``due`` without a year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from konzept.domain.termin import TerminArt
from konzept.reports.due import due
from konzept.reports.due_frage import Frage
from konzept.reports.due_gruppe import RANG, Gruppe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan
    from konzept.reports.due_eintrag import Eintrag

ANFANG = date(1900, 1, 1)
"""Nothing that a plan of today is still judged by was due before."""
KOMMEND = frozenset({Gruppe.FAELLIG, Gruppe.WIEDERKEHREND})


def fristenlage(
    plan: Plan, fassung: Fassung, stichtag: date, bis: date | None = None
) -> dict[str, tuple[Eintrag, ...]]:
    """Return by Maßnahme (else by the goal that bears the Termin) all entries of ``due``, in its order.

    The time is that of the Fassung, at least to ``bis``; where it names no last day, the year of the Stichtag. A
    single Frist after it counts too, units of a rhythm after it do not.
    """
    letzter = fassung.letzter_tag or date(max(stichtag.year, fassung.angenommen_am.year), 12, 31)
    letzter = max(letzter, bis) if bis else letzter
    bericht = due(plan, fassung, Frage(ANFANG, max([letzter, *_einzelne(plan, fassung)]), stichtag))
    lage: dict[str, list[Eintrag]] = {}
    for one in bericht.eintraege:
        if one.art is TerminArt.WIEDERKEHREND and one.faellig is not None and one.faellig > letzter:
            continue
        lage.setdefault(one.massnahme or one.bezug, []).append(one)
    return {name: tuple(eintraege) for name, eintraege in lage.items()}


def offen(eintrag: Eintrag, stichtag: date) -> bool:
    """Tell whether a Frist has to be met still: it is overdue, or its day is to come.

    A past unit of an ambiguous rhythm is neither: nothing is overdue by one of several readings (design §6).
    """
    if eintrag.gruppe is Gruppe.UEBERFAELLIG:
        return True
    return eintrag.gruppe in KOMMEND and eintrag.faellig is not None and eintrag.faellig >= stichtag


def dringendster(eintraege: Sequence[Eintrag], stichtag: date) -> Eintrag | None:
    """Return the entry to look at first: the oldest overdue one, the next to come, else what is most pressing."""

    def schluessel(one: Eintrag) -> tuple[int, date, int]:
        if offen(one, stichtag) and one.faellig is not None:
            return (0 if one.gruppe is Gruppe.UEBERFAELLIG else 1), one.faellig, 0
        return 2, date.max, RANG[one.gruppe]

    return min(eintraege, key=schluessel, default=None)


def _einzelne(plan: Plan, fassung: Fassung) -> Iterator[date]:
    """Give the days of all single Fristen."""
    for stelle in fassung.stellen():
        for teil in stelle.termin.lies(plan.einstellungen.fristworte) if stelle.termin else ():
            if teil.art is not TerminArt.WIEDERKEHREND and teil.ende is not None:
                yield teil.ende
