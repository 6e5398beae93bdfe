"""Repairs that no reader of the data can notice: line ends, blanks at the end of a line, NFC, the last line end."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING

from konzept.edit.reparatur_schnitt import Art, Schnitt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from konzept.edit.reparatur_lesung import Block, Lesung

_LINE_END = re.compile(r"\r\n|\r|\n|\Z")
_NOT_ASCII = re.compile(r"[\x00-\x7f]?[^\x00-\x7f\u1fef]+")
"""A sign of ASCII never joins the one before it: what lies between two of them is normalised by itself.

U+1FEF, an accent of its own, stays: NFC makes a »`« of it, which may not begin a value.
"""

_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|.)", re.DOTALL)
_BLANKS = " \t"


def zeichen(lesung: Lesung) -> Iterator[Schnitt]:
    r"""Give the repairs of a readable text; the parser sees the same data behind them, but for NFC.

    In a text in a block, blanks at the end of a line are content and stay. So does a missing line end behind such
    a text, and a blank that a ``\`` protects.
    """
    bloecke = tuple(lesung.bloecke())
    escaped = frozenset(_escape_ends(lesung))
    yield from _lines(lesung.text, bloecke, escaped)
    yield from _nfc(lesung.text, escaped)


def _lines(text: str, bloecke: Sequence[Block], escaped: frozenset[int]) -> Iterator[Schnitt]:
    starts = [block.start for block in bloecke]
    begin = 0
    for end in _LINE_END.finditer(text):
        line = text[begin : end.start()]
        kept = begin + len(line.rstrip(_BLANKS))
        block = bloecke[bisect_right(starts, begin) - 1] if bloecke and starts[0] <= begin else None
        inside = block is not None and begin < block.stop
        if kept < end.start() and kept not in escaped and (not inside or _is_margin(line, block)):
            yield Schnitt(kept, end.start(), "", Art.LEERZEICHEN)
        else:
            kept = end.start()
        if end.group() in {"\r", "\r\n"}:
            yield Schnitt(end.start(), end.end(), "\n", Art.ZEILENENDE)
        elif not end.group() and begin < kept and not (inside and block and not block.strips):
            yield Schnitt(end.start(), end.start(), "\n", Art.SCHLUSS)
        begin = end.end()


def _is_margin(line: str, block: Block | None) -> bool:
    """Tell whether a line of a block is nothing but the margin that belongs to no line."""
    return (
        block is not None and block.indent is not None and not line.strip(" ") and len(line) <= block.indent
    )


def _escape_ends(lesung: Lesung) -> Iterator[int]:
    """Give where the last sign of each escape of a text in double quotes stands."""
    if "\\" not in lesung.text:
        return
    for skalar in lesung.skalare:
        if skalar.style == '"':
            for found in _ESCAPE.finditer(lesung.text, skalar.start, skalar.stop):
                yield found.end() - 1


def _nfc(text: str, escaped: frozenset[int]) -> Iterator[Schnitt]:
    for found in _NOT_ASCII.finditer(text):
        start, old = found.start(), found.group()
        if unicodedata.is_normalized("NFC", old):
            continue
        if start in escaped:
            # the e of \x4e is no letter that an accent behind it could join
            start, old = start + 1, old[1:]
        new = unicodedata.normalize("NFC", old)
        if new == old:
            continue
        before = _shared(old, new)
        behind = _shared(old[before:][::-1], new[before:][::-1])
        yield Schnitt(start + before, start + len(old) - behind, new[before : len(new) - behind], Art.NFC)


def _shared(one: str, other: str) -> int:
    """Return with how many equal signs two texts begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))
