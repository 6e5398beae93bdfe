"""Blanks that are none for YAML, in the indentation: plain ones take their place where that makes a file readable.

Text that was copied from a word processor or a web page brings them along. They look like blanks, but a line that
begins with one is not indented.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from konzept.edit.reparatur_lesung import Lesung, lesen
from konzept.edit.reparatur_schnitt import Art, Schnitt, gespleisst

if TYPE_CHECKING:
    from collections.abc import Sequence

_ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_MARGIN = re.compile(rf"(?:\A|(?<=[\r\n]))[ {_ODD}]*(?:-[ {_ODD}]+)*")
_ODD_BLANK = re.compile(rf"[{_ODD}]")
_FRINGE = re.compile(rf"\A[- {_ODD}]+")


def einzug(lesung: Lesung, datei: str) -> tuple[Schnitt, ...]:
    """Return the repairs of the indentation; none where the text is readable, or would not become so.

    A text that is readable, but has a key that begins with an odd blank, was read otherwise than it was meant.
    Its repair must leave every word as it is; whether it is one, only the loader can tell.
    """
    if lesung.lesbar and not _odd_keys(lesung):
        return ()
    cuts = tuple(
        Schnitt(blank.start(), blank.end(), " ", Art.EINZUG)
        for margin in _MARGIN.finditer(lesung.text)
        for blank in _ODD_BLANK.finditer(lesung.text, margin.start(), margin.end())
    )
    if not cuts:
        return ()
    # one sign takes the place of one sign: what stands where in the new text stands there in the old one
    cuts = _without_content(cuts, lesen(gespleisst(lesung.text, cuts), datei))
    repaired = lesen(gespleisst(lesung.text, cuts), datei)
    if not repaired.lesbar or _odd_keys(repaired):
        return ()
    return cuts if not lesung.lesbar or _words(lesung) == _words(repaired) else ()


def _odd_keys(lesung: Lesung) -> bool:
    keys = [place for place in lesung.source.keys.values() if place.zeile <= len(_lines(lesung))]
    return any(_ODD_BLANK.match(_lines(lesung)[place.zeile - 1], place.spalte - 1) for place in keys)


def _lines(lesung: Lesung) -> list[str]:
    return next(iter(lesung.source.lines.values()), [])


def _without_content(cuts: Sequence[Schnitt], repaired: Lesung) -> tuple[Schnitt, ...]:
    """Leave out what stands in a text in a block behind its margin: there an odd blank is one of the text's."""
    inside: set[int] = set()
    for block in repaired.bloecke():
        column = 0
        for position in range(block.start, block.stop):
            column = 0 if repaired.text[position - 1] in "\r\n" else column + 1
            if block.indent is None or column >= block.indent:
                inside.add(position)
    return tuple(cut for cut in cuts if cut.start not in inside)


def _words(lesung: Lesung) -> list[str]:
    """Return what all scalars say, without what belongs to the indentation, and without empty ones."""
    words = (_FRINGE.sub("", skalar.value) for skalar in lesung.skalare)
    return [word for word in words if word]
