"""A table as data, and its plain form for 80 columns; the terminal has its own, richer form of the same data."""

from __future__ import annotations

import textwrap
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

MINIMUM_WIDTH = 40
GAP = 2


class Align(StrEnum):
    """On which side of its column a cell stands."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``width`` in characters, or None to share what the others leave."""

    title: str
    width: int | None = None
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under titled columns; every row has one cell per column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str | None = None


def plain(table: Table, width: int = 80) -> str:
    """Lay a table out as plain lines of at most ``width`` columns (at least 40); long cells wrap at words.

    Gives the lines joined by line feeds, with one at the end. Control characters are shown, not sent.
    """
    widths = _widths(table, max(width, MINIMUM_WIDTH))
    lines: list[str] = []
    if table.title:
        lines += [*textwrap.wrap(visible(table.title), max(width, MINIMUM_WIDTH)), ""]
    lines += _row(tuple(column.title for column in table.columns), table, widths)
    lines.append((" " * GAP).join("─" * one for one in widths))
    for row in table.rows:
        lines += _row(row, table, widths)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _widths(table: Table, width: int) -> list[int]:
    flexible = [column for column in table.columns if column.width is None]
    fixed = sum(column.width or 0 for column in table.columns)
    rest = width - fixed - GAP * (len(table.columns) - 1)
    share, odd = divmod(max(rest, 8 * len(flexible)), len(flexible)) if flexible else (0, 0)
    widths: list[int] = []
    for column in table.columns:
        if column.width is not None:
            widths.append(column.width)
        else:
            widths.append(share + (1 if odd > 0 else 0))
            odd -= 1
    return widths


def _row(cells: tuple[str, ...], table: Table, widths: list[int]) -> list[str]:
    wrapped = [_wrap(visible(cell), width) for cell, width in zip(cells, widths, strict=True)]
    height = max(len(lines) for lines in wrapped)
    result: list[str] = []
    for number in range(height):
        parts = [
            _pad(lines[number] if number < len(lines) else "", width, column.align)
            for lines, width, column in zip(wrapped, widths, table.columns, strict=True)
        ]
        result.append((" " * GAP).join(parts))
    return result


def _wrap(text: str, width: int) -> list[str]:
    lines = [
        line
        for part in text.split("\n")
        for line in (textwrap.wrap(part, width, break_on_hyphens=True) or [""])
    ]
    return lines or [""]


def _pad(text: str, width: int, align: Align) -> str:
    blank = " " * max(width - display_width(text), 0)
    return blank + text if align is Align.RIGHT else text + blank


def display_width(text: str) -> int:
    """Count the columns a text takes in a terminal: wide signs two, combining ones none."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    combining = sum(unicodedata.combining(sign) != 0 for sign in text)
    return len(text) + wide - combining


def visible(text: str) -> str:
    """Show control and direction characters as escapes instead of sending them to a terminal; line feeds stay."""
    return "".join(
        sign
        if sign == "\n" or unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co"} or sign == "\u00ad"
        else sign.encode("unicode_escape").decode("ascii")
        for sign in text
    )
