"""The indicators of a Fassung with what was measured, and how the latest value stands against the target.

Judged is the latest value since the Fassung is in force: what was measured before is no success of it.
Numbers are exact. An output counts what was done: more than the target reaches it. With other indicators the way from
Ausgangswert to Zielwert tells whether more or less is better; without an Ausgangswert nobody knows, and only the
distance is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from konzept.domain.element import Indikatorart
from konzept.domain.indikator import indikatorstellen, lies_zahl
from konzept.reports.konzept_bezuege import Verweis, verweis

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from konzept.domain.element import Indikator
    from konzept.domain.fassung import Fassung
    from konzept.domain.indikator import Messung
    from konzept.domain.plan import Plan


class Ziellage(StrEnum):
    """How the latest value stands against the target."""

    ERREICHT = "erreicht"
    NICHT_ERREICHT = "nicht-erreicht"
    UNBESTIMMT = "unbestimmt"
    """Nobody says whether more or less is better."""
    OHNE_ZIELWERT = "ohne-zielwert"
    """There is no target that is a number."""
    OHNE_WERT = "ohne-wert"
    """Nothing was measured between the beginning of the Fassung and the Stichtag."""


@dataclass(frozen=True, slots=True)
class Messpunkt:
    """One value; ``vorher``: it was measured before the Fassung was in force."""

    messung: Messung
    zahl: Decimal
    vorher: bool


@dataclass(frozen=True, slots=True)
class Indikatorstand:
    """One indicator on the Stichtag; ``ort`` is None for one of the plan as a whole.

    ``spaetere`` counts the values that were not known yet. ``weg`` is how much of the way from Ausgangswert to
    Zielwert is done, in whole percent rounded down; None where there is no such way.
    """

    indikator: Indikator
    ort: Verweis | None
    ausgang: Decimal | None
    ziel: Decimal | None
    punkte: tuple[Messpunkt, ...]
    spaetere: int
    lage: Ziellage
    weg: int | None

    @property
    def letzter(self) -> Messpunkt | None:
        """The latest value, unless it was measured before the Fassung was in force."""
        return self.punkte[-1] if self.punkte and not self.punkte[-1].vorher else None

    @property
    def abstand(self) -> Decimal | None:
        """The latest value less the target."""
        return self.letzter.zahl - self.ziel if self.letzter and self.ziel is not None else None


def indikatorstaende(plan: Plan, fassung: Fassung, stichtag: date) -> tuple[Indikatorstand, ...]:
    """Return every indicator of a Fassung in reading order, with the values known on ``stichtag``."""
    beginn = fassung.erster_tag or fassung.angenommen_am
    staende = []
    for eine in indikatorstellen(fassung):
        indikator = eine.indikator
        alle = plan.messreihen.get(indikator.id, ()) if indikator.id else ()
        punkte = tuple(
            Messpunkt(messung, zahl, messung.bekannt_ab < beginn)
            for messung in alle
            if messung.bekannt_ab <= stichtag and (zahl := messung.zahl) is not None
        )
        ausgang = lies_zahl(indikator.ausgangswert) if indikator.ausgangswert else None
        ziel = lies_zahl(indikator.zielwert) if indikator.zielwert else None
        wert = punkte[-1].zahl if punkte and not punkte[-1].vorher else None
        staende.append(
            Indikatorstand(
                indikator=indikator,
                ort=verweis(eine.stelle) if eine.stelle else None,
                ausgang=ausgang,
                ziel=ziel,
                punkte=punkte,
                spaetere=sum(messung.bekannt_ab > stichtag for messung in alle),
                lage=ziellage(indikator.art, ausgang, ziel, wert),
                weg=weg(indikator.art, ausgang, ziel, wert),
            )
        )
    return tuple(staende)


def ziellage(
    art: Indikatorart | None, ausgang: Decimal | None, ziel: Decimal | None, wert: Decimal | None
) -> Ziellage:
    """Judge a value against the target."""
    if wert is None:
        return Ziellage.OHNE_WERT
    if ziel is None:
        return Ziellage.OHNE_ZIELWERT
    if wert == ziel:
        return Ziellage.ERREICHT
    mehr = _mehr_ist_besser(art, ausgang, ziel)
    if mehr is None:
        return Ziellage.UNBESTIMMT
    return Ziellage.ERREICHT if (wert > ziel) is mehr else Ziellage.NICHT_ERREICHT


def weg(
    art: Indikatorart | None, ausgang: Decimal | None, ziel: Decimal | None, wert: Decimal | None
) -> int | None:
    """Return how much of the way from Ausgangswert to Zielwert is done, in percent rounded down.

    None where one of them is missing, where they are the same, or where they lead the other way than what is better.
    """
    if ausgang is None or ziel is None or wert is None or ausgang == ziel:
        return None
    if _mehr_ist_besser(art, ausgang, ziel) is not (ziel > ausgang):
        return None
    return floor(Fraction(wert - ausgang) * 100 / Fraction(ziel - ausgang))


def _mehr_ist_besser(art: Indikatorart | None, ausgang: Decimal | None, ziel: Decimal) -> bool | None:
    if art is Indikatorart.OUTPUT:
        return True
    return None if ausgang is None or ausgang == ziel else ziel > ausgang
