"""Which Fassung is in force on a day: the one that ``due`` asks if none is named."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan


class Wahlgrund(StrEnum):
    """Why a Fassung was taken."""

    GENANNT = "genannt"
    GILT = "gilt"
    LETZTE = "letzte"
    """None is in force on the day; this is the last one before it."""
    ERSTE = "erste"
    """None is in force on the day nor was before; this is the first one there is."""


@dataclass(frozen=True, slots=True)
class Fassungswahl:
    """The Fassung taken, and why."""

    fassung: Fassung
    grund: Wahlgrund


def fassung_am(plan: Plan, tag: date) -> Fassungswahl | None:
    """Return the newest Fassung in force on ``tag``; if none, the last before it, else the first of all.

    A Fassung is in force from ``gilt_von`` (else from the day it was adopted) to ``gilt_bis``, and at the
    longest until the one that carries it on begins.
    """
    begonnen = [fassung for fassung in plan.fassungen if _beginn(fassung) <= tag]
    abgeloest = {fassung.rahmen.vorgaenger for fassung in begonnen}
    gueltig = [
        fassung
        for fassung in begonnen
        if fassung.id not in abgeloest and (fassung.letzter_tag is None or tag <= fassung.letzter_tag)
    ]
    # »fassungen« are ordered by »stand«: the last is the newest
    if gueltig:
        return Fassungswahl(gueltig[-1], Wahlgrund.GILT)
    if begonnen:
        return Fassungswahl(begonnen[-1], Wahlgrund.LETZTE)
    return Fassungswahl(plan.fassungen[0], Wahlgrund.ERSTE) if plan.fassungen else None


def _beginn(fassung: Fassung) -> date:
    return fassung.erster_tag or fassung.angenommen_am
