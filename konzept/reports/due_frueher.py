"""What an answer of ``due`` named before the plan changed: for a calendar that took in Fristen which are off now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from konzept.reports.due import Duebericht, due

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan
    from konzept.reports.due_frage import Frage

WEITE = 30
"""So many years around the Stichtag a Frist that comes once is looked for: a plan does not look further."""


@dataclass(frozen=True, slots=True)
class Frueher:
    """An earlier answer; what it names from ``ab`` on may be off. ``durch_beschluss``: in the same Fassung."""

    bericht: Duebericht
    ab: date
    durch_beschluss: bool


@dataclass(frozen=True, slots=True)
class Rueckblick:
    """What the plan names today, wherever it lies, and the earlier answers, the latest first; for every body."""

    heute: Duebericht
    fruehere: tuple[Frueher, ...]


def rueckblick(plan: Plan, bericht: Duebericht) -> Rueckblick:
    """Ask again as before the last Fassung began, and as before each Beschluss that moved a Termin was known.

    What a Fassung known in parts does not hold is unknown, not gone: then nothing is looked for in earlier ones.
    """
    frage = replace(bericht.frage, feld=None, akteure=None)
    fruehere = [*_vor_beschluessen(plan, bericht.fassung, frage)]
    if bericht.fassung.rahmen.vollstaendig:
        fruehere += _in_vorgaengern(plan, bericht.fassung, frage)
    return Rueckblick(due(plan, bericht.fassung, _weit(plan, bericht.fassung, frage)), tuple(fruehere))


def _vor_beschluessen(plan: Plan, fassung: Fassung, frage: Frage) -> Iterator[Frueher]:
    gesetzt = [
        meldung
        for meldung in (fassung.sachstand.geltend_am(frage.stichtag) if fassung.sachstand else ())
        if meldung.setzt_termin
    ]
    for tag in sorted({meldung.erfasst for meldung in gesetzt}, reverse=True):
        ab = min(meldung.am for meldung in gesetzt if meldung.erfasst == tag)
        davor = replace(frage, stichtag=tag - timedelta(days=1))
        yield Frueher(due(plan, fassung, davor), ab, durch_beschluss=True)


def _in_vorgaengern(plan: Plan, fassung: Fassung, frage: Frage) -> Iterator[Frueher]:
    ab = fassung.erster_tag or fassung.angenommen_am
    gesehen = {fassung.id}
    alt = plan.vorgaenger(fassung)
    while alt is not None and alt.id not in gesehen:
        gesehen.add(alt.id)
        yield Frueher(due(plan, alt, frage), ab, durch_beschluss=False)
        alt = plan.vorgaenger(alt)


def _weit(plan: Plan, fassung: Fassung, frage: Frage) -> Frage:
    """Widen the period so far that every Frist lies in it that comes once, and whole years of those that recur."""
    teile = [
        teil
        for stelle in fassung.stellen()
        if stelle.termin
        for teil in stelle.termin.lies(plan.einstellungen.fristworte)
    ]
    tage = [tag for teil in teile for tag in (teil.beginn, teil.ende) if tag is not None]
    nahe = [tag for tag in tage if abs(tag.year - frage.stichtag.year) <= WEITE]
    erstes = min([frage.von.year, *(tag.year for tag in nahe)])
    letztes = max([frage.bis.year, *(tag.year for tag in nahe)])
    return replace(frage, von=date(erstes, 1, 1), bis=date(letztes, 12, 31))
