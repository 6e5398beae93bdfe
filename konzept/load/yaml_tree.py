"""YAML text to plain data of strings with positions: the only door to yaml.

The parser's *events* are judged one by one and our own nodes are built from them with a stack, because composing
first would let nested brackets overflow the C parser's stack, and its resolver would turn ``5.10`` into a number
(robustheit.md, rules 2 to 4).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from konzept.diagnostics import Befund, DataPath, Location, Severity, SourceMap, Verwandt
from konzept.load import yaml_problems as words
from konzept.load.comments import noting_comments
from konzept.load.file_text import CONTROL, control_sentence, split_lines
from konzept.load.limits import MAX_DEPTH, MAX_NODES, MAX_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

PARSERS: tuple[Any, ...] = tuple(
    getattr(yaml, name) for name in ("CBaseLoader", "BaseLoader") if hasattr(yaml, name)
)
"""The parsers at hand, fastest first; all of them give the same tree."""

NULLS = frozenset({"", "~", "null"})
_SWALLOWED = re.compile(r"[ \t]+#\w")


class _StopParsingError(Exception):
    """The rest of the file cannot be read in a meaningful way; the finding is already noted."""


class _SecondDocumentError(Exception):
    """The first document is complete; what follows has its finding and is not read."""


@dataclass(slots=True)
class _Frame:
    """An open mapping or list while its events arrive."""

    data: dict[str, Any] | list[Any]
    path: DataPath
    start: Location
    key: str | None = None
    key_place: Location | None = None
    skip_value: bool = False


def parse_yaml(
    text: str, datei: str, source: SourceMap, parser: Any = PARSERS[0]
) -> tuple[Any, list[Befund]]:
    """Turn one file's text into dicts, lists, strings and None, noting places in ``source``.

    Gives the data (None for an empty file or one that is no YAML at all) and the findings. Scalars stay strings;
    only a plain empty, ``~`` or ``null`` scalar is None. All text is NFC.
    """
    source.lines[datei] = split_lines(text)
    builder = _Builder(datei, source)
    try:
        for event in noting_comments(_events(text, parser), datei, source):
            builder.take(event)
    except _SecondDocumentError:
        return builder.root, builder.findings
    except _StopParsingError:
        return None, builder.findings
    except yaml.YAMLError as error:
        builder.findings.append(
            words.syntax_problem(error, datei, source, lambda lines: _gets_to(lines, parser))
        )
        return None, builder.findings
    return builder.root, builder.findings


def _events(text: str, parser: Any) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, Loader=parser)
    except (ValueError, RecursionError) as error:
        # the Python scanner lets chr() of an escape such as \U00110000 raise a bare ValueError
        raise yaml.YAMLError(str(error)) from error


def _gets_to(lines: list[str], parser: Any) -> int | None:
    """Return the line (from 0) at which these lines stop being YAML; None if they are YAML to the end."""
    depth = 0
    try:
        for event in _events("\n".join(lines), parser):
            if isinstance(event, yaml.CollectionStartEvent | yaml.CollectionEndEvent):
                depth += 1 if isinstance(event, yaml.CollectionStartEvent) else -1
            if depth > MAX_DEPTH:
                return 0
    except yaml.YAMLError as error:
        return words.stopped_at(error)
    return None


class _Builder:
    """Builds the tree from events; ``root`` is the data of the first document."""

    def __init__(self, datei: str, source: SourceMap) -> None:
        self.datei = datei
        self.source = source
        self.root: Any = None
        self.findings: list[Befund] = []
        self.skipped: list[Any] = []
        self._stack: list[_Frame] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: Any) -> None:
        """Take the next event of the parser."""
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._open(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._note("yaml-mehrere-dokumente", self._place(event), *words.DOCUMENTS)
            raise _SecondDocumentError
        if event.version or event.tags:
            self._note("yaml-tag", self._place(event), *words.DIRECTIVE)

    def _count(self, event: Any) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._note("datei-zu-viele-werte", self._place(event), *words.TOO_MANY)
            raise _StopParsingError
        if event.anchor is not None:
            self._note("yaml-verweis", self._place(event), *words.ANCHOR)
        if event.tag is not None:
            self._note("yaml-tag", self._place(event), *words.TAG)

    def _alias(self, event: Any) -> None:
        """Read ``*name`` as the text it was meant to be; a finding is noted, so it is never published."""
        place = self._place(event)
        self._note("yaml-verweis", place, *words.ALIAS)
        if self._expects_key():
            self._key(f"*{event.anchor}", place)
        else:
            self._attach(f"*{event.anchor}", place)

    def _open(self, event: Any) -> None:
        self._count(event)
        if len(self._stack) >= MAX_DEPTH:
            self._note("datei-zu-tief", self._place(event), *words.TOO_DEEP)
            raise _StopParsingError
        if self._expects_key():
            self._note("schluessel-kein-text", self._place(event), *words.KEY_NO_TEXT)
            raise _StopParsingError
        data: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        place = self._place(event, to_line_end=not event.flow_style)
        path = self._attach(data, place)
        self._stack.append(_Frame(data, path, place))

    def _scalar(self, event: Any) -> None:
        self._count(event)
        place = self._place(event)
        plain = event.style is None or event.style == ""
        if len(event.value) > MAX_TEXT:
            self._note("text-zu-lang", place, *words.TOO_LONG)
            raise _StopParsingError
        value = unicodedata.normalize("NFC", event.value)
        if _has_surrogate(value):
            self._note("steuerzeichen", place, *words.SURROGATE)
            raise _StopParsingError
        control = CONTROL.search(value)
        if control:
            # an escape such as "\e" brings in what the file itself may not hold
            self._note("steuerzeichen", place, *control_sentence(control.group()))
            value = CONTROL.sub(" ", value)
        if self._expects_key():
            self._key(value, place)
            return
        if plain:
            self._swallowed(event)
        path = self._attach(None if plain and value in NULLS else value, place)
        if plain:
            self.source.plain.add(path)

    def _expects_key(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1].data, dict) and self._stack[-1].key is None

    def _key(self, key: str, place: Location) -> None:
        frame = self._stack[-1]
        key = key.strip()
        if key == "<<":
            self._note("yaml-verweis", place, *words.MERGE)
            frame.skip_value = True
        elif key in frame.data:
            self.findings.append(_key_twice(key, place, self.source.keys[(*frame.path, key)], self.source))
            frame.skip_value = True
        frame.key, frame.key_place = key, place

    def _attach(self, value: Any, place: Location) -> DataPath:
        """Hang a finished scalar or an opened collection into its parent and note where it stands."""
        if not self._stack:
            self.root = value
            path: DataPath = (self.datei,)
            self.source.values[path] = place
            return path
        frame = self._stack[-1]
        if isinstance(frame.data, list):
            path = (*frame.path, len(frame.data))
            frame.data.append(value)
        else:
            key = frame.key or ""
            path = (*frame.path, key)
            if frame.skip_value:
                # a doubled or merge key: what it holds has its finding and is left out
                self.skipped.append(value)
                frame.key, frame.skip_value = None, False
                return (*frame.path, f"{key} (übergangen)")
            frame.data[key] = value
            if frame.key_place:
                self.source.keys[path] = frame.key_place
            frame.key = None
        self.source.values[path] = place
        return path

    def _swallowed(self, event: Any) -> None:
        """Warn of ``Kurs #1``: YAML takes what follows the sign for a comment and drops it in silence."""
        mark = event.end_mark
        line = (
            self.source.lines[self.datei][mark.line] if mark.line < len(self.source.lines[self.datei]) else ""
        )
        found = _SWALLOWED.match(line, mark.column)
        if found:
            start = found.end() - 1
            self._note(
                "kommentar-verschluckt",
                Location(self.datei, mark.line + 1, start, len(line) - start + 1),
                f"Ab »{line[start - 1 : start + 19].rstrip()}« liest YAML diese Zeile als Kommentar; "
                "der Text endet davor.",
                "Setzen Sie den ganzen Text in Anführungszeichen, oder ein Leerzeichen hinter »#«, "
                "wenn es ein Kommentar sein soll.",
                Severity.WARNUNG,
            )

    def _place(self, event: Any, *, to_line_end: bool = False) -> Location:
        start, end = event.start_mark, event.end_mark
        lines = self.source.lines[self.datei]
        line = lines[start.line] if start.line < len(lines) else ""
        same_line = end.line == start.line and not to_line_end
        stop = end.column if same_line else len(line.rstrip())
        return Location(self.datei, start.line + 1, start.column + 1, max(stop - start.column, 1))

    def _note(
        self, code: str, place: Location, meldung: str, hilfe: str, schwere: Severity = Severity.FEHLER
    ) -> None:
        self.findings.append(self.source.befund(code, schwere, place, meldung, hilfe))


def _key_twice(key: str, place: Location, first: Location, source: SourceMap) -> Befund:
    meldung = f"Der Schlüssel »{key}« steht in diesem Abschnitt schon."
    hilfe = "Behalten Sie einen der beiden und führen Sie die Angaben zusammen."
    there = (Verwandt(first),)
    return source.befund("schluessel-doppelt", Severity.FEHLER, place, meldung, hilfe, verwandte=there)


def _has_surrogate(value: str) -> bool:
    return any("\ud800" <= sign <= "\udfff" for sign in value) if not value.isascii() else False
