"""What a workbook is made of before it has a format: sheets of typed columns and rows, as plain values.

Whoever makes a workbook builds a Tabellenwerk; ods.py, xlsx.py and ``tabellenwerk_csv`` write it. A text is never a
formula and never a number: what stands in a cell is shown as it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from konzept.render.schriftstueck import Metadaten

NAMENSLAENGE = 31
"""Excel takes no longer name of a sheet."""
_UNFIT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_BREITESTE = 255
ZEICHEN_JE_SEITE = 190
"""So many characters side by side can still be read on A4 lying: at some 70 percent of their size."""
_FORMELZEICHEN = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


class Spaltenart(StrEnum):
    """What the cells of a column hold: words, numbers, or days."""

    TEXT = "text"
    ZAHL = "zahl"
    DATUM = "datum"


Wert: TypeAlias = str | int | Decimal | date | None
"""What may stand in a cell; None leaves it empty."""

_TYPEN: dict[Spaltenart, tuple[type, ...]] = {
    Spaltenart.TEXT: (str,),
    Spaltenart.ZAHL: (int, Decimal),
    Spaltenart.DATUM: (date,),
}


@dataclass(frozen=True, slots=True)
class Spalte:
    """A column under its title; ``breite`` is its width in characters, ``nachkomma`` the decimals of its numbers."""

    titel: str
    art: Spaltenart = Spaltenart.TEXT
    breite: int = 20
    nachkomma: int = 0

    def __post_init__(self) -> None:
        """Refuse a column without a title or with a width that no spreadsheet has."""
        if not self.titel.strip():
            raise ValueError("a column without a title")
        if not 1 <= self.breite <= _BREITESTE:
            raise ValueError(f"a column of {self.breite} characters")


@dataclass(frozen=True, slots=True)
class Blatt:
    """A sheet: one row of titles, then the rows, each with a value per column. ``fest`` columns stay when one scrolls.

    Raises ValueError for a row that does not fit the columns, TypeError for a value of another kind than its column.
    """

    name: str
    spalten: tuple[Spalte, ...]
    zeilen: tuple[tuple[Wert, ...], ...]
    fest: int = 0

    def __post_init__(self) -> None:
        """Refuse what no writer could write."""
        titles = [spalte.titel.casefold() for spalte in self.spalten]
        if not titles or len(set(titles)) != len(titles):
            raise ValueError(f"the columns {titles}")
        if not 0 <= self.fest < len(titles):
            raise ValueError(f"{self.fest} columns that stay")
        for row in self.zeilen:
            if len(row) != len(self.spalten):
                raise ValueError(f"{len(row)} values for {len(self.spalten)} columns")
            for spalte, wert in zip(self.spalten, row, strict=True):
                fits = isinstance(wert, _TYPEN[spalte.art]) and not isinstance(wert, bool)
                if wert is not None and not fits:
                    raise TypeError(f"{spalte.titel}: {wert!r}")

    @property
    def seiten(self) -> int:
        """How many printed pages stand side by side; the columns that stay come again on each."""
        widths = [spalte.breite for spalte in self.spalten]
        again = min(sum(widths[: self.fest]), ZEICHEN_JE_SEITE // 2)
        over = max(0, sum(widths) - ZEICHEN_JE_SEITE)
        return 1 + -(-over // (ZEICHEN_JE_SEITE - again))


@dataclass(frozen=True, slots=True)
class Tabellenwerk:
    """A whole workbook; the first sheet is the one that opens, and all that a CSV file can hold.

    Names of sheets come from a county's own words: what a spreadsheet does not allow in them is replaced, equal ones
    are numbered. ``kopfzeile`` stands above every printed page, ``sprache`` is a language of ISO 639-1.
    """

    titel: str
    blaetter: tuple[Blatt, ...]
    metadaten: Metadaten = field(default_factory=Metadaten)
    sprache: str = "de"
    kopfzeile: str = ""

    def __post_init__(self) -> None:
        """Give every sheet a name of its own that all formats allow; refuse a workbook without a sheet."""
        if not self.blaetter:
            raise ValueError("a workbook without a sheet")
        taken: set[str] = set()
        named = []
        for blatt in self.blaetter:
            name = _free(_fit(blatt.name), taken)
            taken.add(name.casefold())
            named.append(replace(blatt, name=name))
        object.__setattr__(self, "blaetter", tuple(named))  # the one moment before the value is whole


def ist_formelverdacht(text: str) -> bool:
    """Tell whether a spreadsheet might compute a text as soon as somebody edits its cell (OWASP, CSV injection)."""
    return text.startswith(("\t", "\r")) or text.lstrip().startswith(_FORMELZEICHEN)


def _fit(name: str) -> str:
    """Return a name as Excel, the strictest, takes it; »History« is a sheet of its own there."""
    fitting = " ".join(_UNFIT_IN_NAMES.sub(" ", name).split()).strip("'")[:NAMENSLAENGE].rstrip(" '")
    return f"{fitting} 1" if fitting.casefold() == "history" else fitting or "Blatt"


def _free(name: str, taken: set[str]) -> str:
    number, candidate = 1, name
    while candidate.casefold() in taken:
        number += 1
        end = f" {number}"
        candidate = name[: NAMENSLAENGE - len(end)].rstrip() + end
    return candidate
