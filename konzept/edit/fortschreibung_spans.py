"""Where each value of a YAML file begins and ends, to the character: what cutting and splicing needs to know."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from konzept.diagnostics import SourceMap
from konzept.edit.fault import EditError
from konzept.load.yaml_tree import PARSERS, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from konzept.diagnostics import DataPath, Location

    Place = tuple[int, int]
    """Line and column as the loader counts them, from 1."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, ``stop`` behind its last character; ``flow``: it stands inside brackets."""

    start: int
    stop: int
    flow: bool


@dataclass(slots=True)
class _Marks:
    """What the events of the parser tell: where scalars and collections end, which of these are in brackets."""

    text: str
    index: dict[Place, int] = field(default_factory=dict)
    scalars: dict[Place, int] = field(default_factory=dict)
    collections: dict[Place, tuple[int, bool]] = field(default_factory=dict)
    long: list[tuple[int, int]] = field(default_factory=list)
    open: list[tuple[Place, bool]] = field(default_factory=list)
    last: int = 0

    def take(self, event: Any) -> None:
        """Take one event; a collection without brackets ends where the last thing in it does."""
        start, end = event.start_mark, event.end_mark
        place = (start.line + 1, start.column + 1)
        match type(event).__name__:
            case "ScalarEvent":
                # a text in a block ends only where the next line of another thing begins
                self.last = start.index + len(self.text[start.index : end.index].rstrip())
                self.index[place] = start.index
                self.scalars[place] = self.last
                if end.line > start.line:
                    self.long.append((start.index, self.last))
            case "MappingStartEvent" | "SequenceStartEvent":
                self.index[place] = start.index
                self.last = end.index
                self.open.append((place, bool(event.flow_style)))
            case "MappingEndEvent" | "SequenceEndEvent":
                opened, flow = self.open.pop()
                self.last = end.index if flow else self.last
                self.collections[opened] = (self.last, flow)
            case _:
                pass


class _Recorder:
    """A parser that is the one it wraps, and notes each event it hands on."""

    def __init__(self, parser: Any, marks: _Marks) -> None:
        self._parser = parser
        self._marks = marks

    def check_event(self) -> bool:
        return bool(self._parser.check_event())

    def get_event(self) -> Any:
        event = self._parser.get_event()
        self._marks.take(event)
        return event

    def dispose(self) -> None:
        self._parser.dispose()


class SpanMap:
    """The spans of one file by their path in the data; the path has no file name in front.

    ``text`` is that of a sound file without byte order mark; what the parser refuses raises EditError.
    ``last_key`` is the last key of the top level.
    """

    def __init__(self, text: str, datei: str) -> None:
        self.text = text
        self.datei = datei
        self._source = SourceMap()
        self._marks = _Marks(text)
        data, _ = parse_yaml(
            text, datei, self._source, lambda stream: _Recorder(PARSERS[0](stream), self._marks)
        )
        if not isinstance(data, dict) or not data or self._marks.open:
            message = f"Die Datei {datei} hat Fehler; es wurde nichts geschrieben."
            raise EditError(message, "»konzept validate« nennt die Stellen; beheben Sie erst diese.")
        self.last_key: str = next(reversed(data))

    def has(self, path: DataPath) -> bool:
        """Tell whether a key or an item stands in the file, be it with an empty value."""
        return (self.datei, *path) in self._source.values

    def value(self, path: DataPath) -> Span:
        """Return the span of a value."""
        place = _place(self._source.values[self.datei, *path])
        found = self._marks.collections.get(place)
        stop = self._marks.scalars[place] if found is None else found[0]
        return Span(self._marks.index[place], stop, bool(path) and self.in_brackets(path[:-1]))

    def key(self, path: DataPath) -> Span:
        """Return the span of the key that a value has in its mapping."""
        place = _place(self._source.keys[self.datei, *path])
        return Span(self._marks.index[place], self._marks.scalars[place], self.in_brackets(path[:-1]))

    def start(self, path: DataPath) -> int:
        """Return where a pair begins with its key, or an item of a list with its value."""
        named = (self.datei, *path) in self._source.keys
        return (self.key(path) if named else self.value(path)).start

    def in_brackets(self, path: DataPath) -> bool:
        """Tell whether a mapping or list is written in brackets."""
        return self._marks.collections[_place(self._source.values[self.datei, *path])][1]

    @property
    def long_texts(self) -> list[tuple[int, int]]:
        """The texts that go over several lines: no comment can stand inside."""
        return self._marks.long


def _place(location: Location) -> Place:
    return (location.zeile, location.spalte)


def merged(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join stretches that share characters; gives them in order."""
    joined: list[tuple[int, int]] = []
    for start, stop in sorted(stretches):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], stop))
        elif start < stop:
            joined.append((start, stop))
    return joined


def runs(indexes: Sequence[int]) -> list[tuple[int, int]]:
    """Return first and last of each row of neighbours."""
    rows: list[tuple[int, int]] = []
    for index in indexes:
        if rows and rows[-1][1] + 1 == index:
            rows[-1] = (rows[-1][0], index)
        else:
            rows.append((index, index))
    return rows
