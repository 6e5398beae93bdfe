"""What the parser sees in a file: every event to compare, every scalar with the stretch it takes in the text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from konzept.diagnostics import Severity, SourceMap
from konzept.load.yaml_tree import PARSERS, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.diagnostics import Befund

    Ereignis = tuple[str, ...]
    """All an event says, as text, but for where it stands; the value of a scalar comes last, in NFC."""

BLOCK_STYLES = ("|", ">")
_HEADER = re.compile(r"[|>](?P<signs>[-+0-9]*)[^\r\n]*(?:\r\n|\r|\n|\Z)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_NAMES = ("anchor", "tag", "style", "flow_style", "implicit", "version", "tags", "value")


@dataclass(frozen=True, slots=True)
class Skalar:
    """One scalar: where it begins and ends in the text, what it says and how it is written."""

    start: int
    stop: int
    value: str
    style: str


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of a text in a block (``|`` or ``>``), from ``start`` to ``stop``.

    ``indent`` is the number of blanks that belong to no line, or None where nothing may be said of it; ``strips``
    tells whether the line end behind the last line is none of the text's.
    """

    start: int
    stop: int
    indent: int | None
    strips: bool


@dataclass(slots=True)
class Lesung:
    """One reading of a text without byte order mark.

    ``lesbar`` tells whether the parser came to the end of the file within the loader's limits; where it did not,
    ``befunde`` say why, and nothing can be proved of the text.
    """

    text: str
    ereignisse: list[Ereignis] = field(default_factory=list)
    skalare: list[Skalar] = field(default_factory=list)
    source: SourceMap = field(default_factory=SourceMap)
    befunde: list[Befund] = field(default_factory=list)
    lesbar: bool = False

    def take(self, event: Any) -> None:
        """Note one event of the parser."""
        kind = type(event).__name__
        parts = [getattr(event, name, None) for name in _NAMES]
        if parts[-1] is not None:
            parts[-1] = unicodedata.normalize("NFC", parts[-1])
        self.ereignisse.append((kind, *("" if part is None else str(part) for part in parts)))
        if kind == "ScalarEvent":
            start, stop = event.start_mark, event.end_mark
            self.skalare.append(Skalar(start.index, stop.index, event.value, event.style or ""))
        elif kind == "StreamEndEvent":
            self.lesbar = True

    def bloecke(self) -> Iterator[Block]:
        """Give the texts in blocks, in order."""
        for skalar in self.skalare:
            if skalar.style in BLOCK_STYLES:
                header = _HEADER.match(self.text, skalar.start, skalar.stop)
                if header is None:
                    # an anchor or a tag stands in front, which is a Fehler anyway: nothing in it is touched
                    yield Block(skalar.start, skalar.stop, None, strips=False)
                    continue
                explicit = any(sign.isdigit() for sign in header["signs"])
                indent = None if explicit else self._indent(header.end(), skalar.stop)
                yield Block(header.end(), skalar.stop, indent, strips="-" in header["signs"])

    def _indent(self, start: int, stop: int) -> int | None:
        """Return the indentation of the first line that is not blank, which is that of the text."""
        while start < stop:
            found = _LINE.match(self.text, start, stop)
            line = found.group() if found else ""
            if line.strip(" \r\n"):
                return len(line) - len(line.lstrip(" "))
            start += len(line)
        return None


class _Recorder:
    """A parser that is the one it wraps, and shows each event it hands on to a reading."""

    def __init__(self, parser: Any, lesung: Lesung) -> None:
        self._parser = parser
        self._lesung = lesung

    def check_event(self) -> bool:
        return bool(self._parser.check_event())

    def get_event(self) -> Any:
        event = self._parser.get_event()
        self._lesung.take(event)
        return event

    def dispose(self) -> None:
        self._parser.dispose()


def lesen(text: str, datei: str, parser: Any = PARSERS[0]) -> Lesung:
    """Read a text as the loader does; ``datei`` is the name that findings bear."""
    lesung = Lesung(text)
    _, found = parse_yaml(text, datei, lesung.source, lambda stream: _Recorder(parser(stream), lesung))
    lesung.befunde = [befund for befund in found if befund.schwere is Severity.FEHLER]
    return lesung
