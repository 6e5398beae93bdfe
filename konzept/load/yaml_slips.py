"""Slips of the pen that a YAML parser notices only lines later: a quote never closed, a dash without its blank.

Looks at the lines themselves, not at what a parser says of them, so that every parser leads to the same place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_MAX_LINES = 5000
_MAX_TRIES = 5
_DASH = re.compile(r" *(?:- +)*-(?=[^\s-])")
_ITEM_OR_FIELD = re.compile(r"( *)(?:- |-$|[\w-]+:(?: |$))")
_OPENED = re.compile(r" *(?:- +)*(?:[\w-]+: +)?(?=[\"'])")
_KEY = re.compile(r"( *(?:- +)*)[\w-]+:")
_CLOSED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_REST = {'"': re.compile(r"(?:[^\"\\]|\\.)*\""), "'": re.compile(r"(?:[^']|'')*'")}
_BLOCK = re.compile(r"(?:.*\s)?[|>][0-9+-]{0,2}")


@dataclass(frozen=True, slots=True)
class Slip:
    """Where the slip is (line and column from 0), and what is said of it."""

    line: int
    column: int
    meldung: str
    hilfe: str


def slip(lines: Sequence[str], stop: int, gets_to: Callable[[list[str]], int | None]) -> Slip | None:
    """Return the slip that explains why a parser gave up in the line ``stop`` (from 0), or None.

    ``gets_to`` reads lines and gives the line at which they stop being YAML, None if they are. A dash without its
    blank is only named where the blank lets the parser come further than before.
    """
    if len(lines) > _MAX_LINES:
        return None
    outside = [number for number in _outside_blocks(lines) if number <= stop]
    return _open_quote(lines, outside) or _dash_without_blank(lines, outside, stop, gets_to)


def _outside_blocks(lines: Sequence[str]) -> Iterator[int]:
    """Give the lines that are no part of a text written below »|« or »>«, where quotes and dashes are mere text."""
    indent: int | None = None
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        here = len(line) - len(line.lstrip(" "))
        if indent is not None and here > indent:
            continue
        indent = _indent(line) if _BLOCK.fullmatch(line.split(" #")[0].rstrip()) else None
        yield number


def _indent(line: str) -> int:
    """Return the column of the field, or of the dash, that what stands in this line belongs to."""
    key = _KEY.match(line)
    return len(key.group(1)) if key else len(line) - len(line.lstrip(" "))


def _open_quote(lines: Sequence[str], numbers: Sequence[int]) -> Slip | None:
    """Find a quotation mark whose text runs on over the next item or field of the same section."""
    for number in numbers:
        opened = _OPENED.match(lines[number])
        if not opened or _CLOSED.match(lines[number], opened.end()):
            continue
        for below in _swallowed(lines, number, lines[number][opened.end()]):
            found = _ITEM_OR_FIELD.match(below)
            # a text that goes on in the next line is indented deeper than what it belongs to
            if found and len(found.group(1)) <= _indent(lines[number]):
                return Slip(
                    number,
                    opened.end(),
                    "Ein Anführungszeichen wird geöffnet und nicht geschlossen.",
                    "Ergänzen Sie das schließende Anführungszeichen.",
                )
    return None


def _swallowed(lines: Sequence[str], number: int, quote: str) -> Iterator[str]:
    """Give the lines a text goes on in, up to the one with the next quotation mark of its kind."""
    for line in lines[number + 1 :]:
        yield line
        if _REST[quote].match(line):
            return


def _dash_without_blank(
    lines: Sequence[str], numbers: Sequence[int], stop: int, gets_to: Callable[[list[str]], int | None]
) -> Slip | None:
    dashes = [(number, found.end()) for number in numbers if (found := _DASH.match(lines[number]))]
    for number, end in dashes[: -_MAX_TRIES - 1 : -1]:
        mended = [*lines[:number], f"{lines[number][:end]} {lines[number][end:]}", *lines[number + 1 :]]
        reached = gets_to(mended)
        if reached is None or reached > stop:
            return Slip(
                number,
                end - 1,
                "Zwischen dem Strich »-« und dem Eintrag fehlt das Leerzeichen.",
                "Setzen Sie ein Leerzeichen hinter »-«.",
            )
    return None
