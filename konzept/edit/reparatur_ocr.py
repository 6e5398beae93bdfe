"""What text recognition misread, put right in the texts of a file; which pairs are known, the checks say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from konzept.domain.verlesungen import verlesenes
from konzept.domain.werte import ID_FORM
from konzept.edit.reparatur_schnitt import Art, Schnitt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.edit.reparatur_lesung import Lesung, Skalar

_UNKNOWN = "\0"
"""Stands for what only the parser can read: ``\\u0301``, or a line that goes on behind a ``\\``."""

_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|.)", re.DOTALL)
_GOES_ON = re.compile(r"\\(?:\r\n|\r|\n)[ \t]*\S*")
_WORD = re.compile(r"\S+")
_ACCENT = re.compile(r"[\u0300-\u036f]")
_LINE_END = re.compile(r"\r\n|\r|\n")


def lesefehler(lesung: Lesung) -> Iterator[Schnitt]:
    """Give the repairs in the values of a readable text; no key, id or address is touched, and no comment."""
    # a mapping begins where its first key does, and so do the things it is the first of
    source = lesung.source
    below, keys = (
        {(place.zeile, place.spalte) for place in places.values()} for places in (source.values, source.keys)
    )
    values = below - keys
    for skalar, place in zip(lesung.skalare, _places(lesung), strict=True):
        if place in values and not re.fullmatch(ID_FORM, skalar.value.strip()):
            yield from _in_scalar(lesung.text, skalar)


def _in_scalar(text: str, skalar: Skalar) -> Iterator[Schnitt]:
    written = text[skalar.start : skalar.stop]
    if skalar.style == '"' and "\\" in written:
        written = _ESCAPE.sub(_without_escape, _GOES_ON.sub(_unknown, written))
        written = _WORD.sub(
            lambda word: _unknown(word) if _UNKNOWN in word.group() else word.group(), written
        )
    for start, wrong, right in verlesenes(written):
        stop = start + len(wrong)
        if not _ACCENT.match(written, stop):  # it would join the new last letter
            yield Schnitt(skalar.start + start, skalar.start + stop, right, Art.OCR)


def _without_escape(found: re.Match[str]) -> str:
    r"""Hide an escape: a coded sign may be a letter, the others (``\n``, ``\"``) part words; a backtick is shown."""
    coded = found.group()[1] in "xuU"
    if coded and found.group()[2:].lstrip("0") == "60":
        return "`".rjust(len(found.group()))
    return (_UNKNOWN if coded else " ") * len(found.group())


def _unknown(found: re.Match[str]) -> str:
    """Hide a word, but not the backticks that may begin or end code."""
    return re.sub("[^`]", _UNKNOWN, found.group())


def _places(lesung: Lesung) -> Iterator[tuple[int, int]]:
    """Give line and column of each scalar, as the loader counts them."""
    line, begin, position = 1, 0, 0
    for skalar in lesung.skalare:
        for end in _LINE_END.finditer(lesung.text, position, skalar.start):
            line, begin = line + 1, end.end()
        position = skalar.start
        yield line, skalar.start - begin + 1
