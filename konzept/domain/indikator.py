"""The dated values of the indicators, a file of them, and the numbers that their words stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from konzept.domain.werte import Id, Messwert, Text, Wert, Zeit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from konzept.domain.element import Indikator
    from konzept.domain.fassung import Fassung, Stelle

_ZAHL = re.compile(r"([-\u2212]?)(\d{1,12})(?:([.,])(\d{1,6}))?", re.ASCII)
_TAUSENDERSTELLEN = 3


class Messung(Wert):
    """One value of one indicator: for a year, of a month, or as of a day (``am``); ``wert`` as it was written."""

    indikator: Id
    am: Zeit
    wert: Messwert
    quelle: Text | None = None
    hinweis: Text | None = None

    @property
    def zahl(self) -> Decimal | None:
        """The number that ``wert`` stands for, or None if it is none."""
        return lies_zahl(self.wert)

    @property
    def bekannt_ab(self) -> date:
        """The first day on which the value can be known: the last of what ``am`` names."""
        return self.am.letzter_tag


class Indikatorwerte(Wert):
    """A file ``indikatoren/<name>.yaml``; how the values are spread over files does not matter."""

    werte: tuple[Messung, ...] = ()


@dataclass(frozen=True, slots=True)
class Wertedatei:
    """The values of one file under its name."""

    datei: str
    werte: tuple[Messung, ...]


@dataclass(frozen=True, slots=True)
class Indikatorstelle:
    """An indicator where it stands in a Fassung; ``stelle`` is None for one of the plan as a whole."""

    indikator: Indikator
    stelle: Stelle | None
    pfad: tuple[str | int, ...] = field(compare=False)


def indikatorstellen(fassung: Fassung) -> Iterator[Indikatorstelle]:
    """Give every indicator of a Fassung in reading order, those of the plan as a whole first."""
    for i, indikator in enumerate(fassung.rahmen.indikatoren):
        yield Indikatorstelle(indikator, None, (fassung.datei, "indikatoren", i))
    for stelle in fassung.stellen():
        for i, indikator in enumerate(stelle.gegenstand.indikatoren):
            yield Indikatorstelle(indikator, stelle, (*stelle.pfad, "indikatoren", i))


def lies_zahl(text: str) -> Decimal | None:
    """Return the exact number that a text is, its decimals behind a comma or a point; None if it is not clearly one.

    1.234 is none: to a German it is more than a thousand, to a computer little more than one.
    """
    gelesen = _ZAHL.fullmatch(text.strip())
    if gelesen is None:
        return None
    vorzeichen, ganze, trenner, stellen = gelesen.groups()
    tausender = trenner == "." and len(stellen) == _TAUSENDERSTELLEN and len(ganze) <= _TAUSENDERSTELLEN
    if tausender and not ganze.startswith("0"):
        return None
    return Decimal(f"{'-' if vorzeichen else ''}{ganze}{f'.{stellen}' if stellen else ''}")
