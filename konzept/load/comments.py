"""Where a file's comments stand: the parser tells which texts may hold a »#« that begins none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from konzept.diagnostics import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.diagnostics import SourceMap

    Mark = tuple[int, int]
    """Line and column, both from 0."""

_SIGN = re.compile(r"(?:^|(?<=[ \t]))#")
"""A comment stands at the beginning of a line or behind a blank (YAML 1.2.2, 6.6)."""


def noting_comments(events: Iterable[Any], datei: str, source: SourceMap) -> Iterator[Any]:
    """Hand on the parser's events; behind the last one ``source.comments`` holds the file's comments.

    ``source.lines`` holds the file already. A file that breaks off in the middle has none.
    """
    texts: list[tuple[Mark, Mark]] = []
    for event in events:
        # an escape may bring a sign in, which does no harm
        if "#" in getattr(event, "value", ""):
            start, end = event.start_mark, event.end_mark
            # what stands behind the sign of a block may be a comment: the text begins on the next line
            block = event.style in {"|", ">"}
            begin = (start.line + 1, 0) if block else (start.line, start.column)
            texts.append((begin, (end.line, end.column)))
        yield event
    source.comments[datei] = list(_comments(source.lines[datei], datei, texts))


def _comments(lines: list[str], datei: str, texts: list[tuple[Mark, Mark]]) -> Iterator[Location]:
    """Give the stretch of each comment; ``texts`` are in the order of the file and do not overlap."""
    following = 0
    for number, line in enumerate(lines):
        for sign in _SIGN.finditer(line) if "#" in line else ():
            place = (number, sign.start())
            while following < len(texts) and texts[following][1] <= place:
                following += 1
            if following == len(texts) or place < texts[following][0]:
                stop = len(line.rstrip())
                yield Location(datei, number + 1, place[1] + 1, stop - place[1])
                break
