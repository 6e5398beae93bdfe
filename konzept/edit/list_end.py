"""Where the list of a YAML file ends, and lines put there while every other byte stays as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.diagnostics import Location, SourceMap
from konzept.edit.fault import EditError
from konzept.load.yaml_tree import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Callable

BOM = "\ufeff"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_EMPTY_VALUE = re.compile(r"(?P<key>[^#]*?:)[ \t]+(?:\[[ \t]*\]|~|null)(?P<rest>[ \t]*(?:#.*)?)")
_STEP = 2
_FLOW_HELP = (
    "Schreiben Sie in dieser Datei jeden Eintrag mit einem Strich in eine eigene Zeile; "
    "dann kommen neue von selbst dahinter."
)


@dataclass(frozen=True, slots=True)
class Spliced:
    """A file's text with new lines in it; ``line`` is the number of the first of them, from 1."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the items of a list are set: columns before the dash and from dash to key, blank lines between."""

    dash: int = _STEP
    gap: int = _STEP
    spaced: bool = False


def append_item(text: str, datei: str, key: str, item: Callable[[int, int], list[str]]) -> Spliced:
    """Put one more item at the end of the list ``key``, which is the only thing in the file.

    ``item`` makes its lines for a column of the dash and a distance from there to the keys. Comments that
    stand as far in as the dashes stay before the item, others and the mark ``...`` behind it. Line ends and a
    byte order mark stay. An empty list (``key:``, ``[]``, ``null``, or a file of comments only) gets its first
    item. Raises EditError for a list in brackets. The caller proves the result by reading it.
    """
    bom, body = (BOM, text[1:]) if text.startswith(BOM) else ("", text)
    lines = _LINE.findall(body)
    eol = next((line[len(line.rstrip("\r\n")) :] for line in reversed(lines) if line[-1] in "\r\n"), "\n")
    source = SourceMap()
    data, _ = parse_yaml(body, datei, source)
    added: list[str] = []
    if data is None:
        added, layout = [f"{key}:"], _Layout()
        end = len(lines)
    else:
        if not isinstance(data, dict) or key not in data or _sign(lines, source.value((datei,))) == "{":
            raise EditError(f"In {datei} steht nicht »{key}:« mit einer Liste darunter.", _FLOW_HELP)
        if data[key]:
            layout = _layout(lines, source, (datei, key), len(data[key]))
        else:
            layout = _Layout()
            _clear_value(lines, source.key((datei, key)))
        end = _end(lines, layout.dash)
    added += item(layout.dash, layout.gap)
    if layout.spaced:
        added.insert(0, "")
    if end and lines[end - 1][-1] not in "\r\n":
        lines[end - 1] += eol
    first = end + 1 + (1 if layout.spaced or data is None else 0)
    result = [*lines[:end], *(line + eol for line in added), *lines[end:]]
    return Spliced(bom + "".join(result), first)


def _layout(lines: list[str], source: SourceMap, path: tuple[str, str], length: int) -> _Layout:
    start = source.value(path)
    if _sign(lines, start) == "[":
        message = f"Die Liste »{path[1]}« steht in Klammern ({path[0]}, Zeile {start.zeile})."
        raise EditError(message, _FLOW_HELP)
    last = source.value((*path, length - 1))
    dash = start.spalte - 1
    beside = lines[last.zeile - 1][dash : last.spalte - 1].strip() == "-"
    before = lines[last.zeile - 2] if length > 1 and beside else "-"
    return _Layout(dash, last.spalte - 1 - dash if beside else _STEP, spaced=not before.strip())


def _end(lines: list[str], dash: int) -> int:
    """Return how many lines come before a new item: up to the last that belongs to the list."""
    for number in range(len(lines), 0, -1):
        line = lines[number - 1].rstrip("\r\n")
        content = line.lstrip()
        comment_behind = content.startswith("#") and len(line) - len(content) < dash
        if content and not comment_behind and not re.fullmatch(r"\.\.\.\s*(#.*)?", line):
            return number
    return 0


def _clear_value(lines: list[str], key: Location) -> None:
    """Take an empty list or null off the line of its key, so that items can stand below."""
    line = lines[key.zeile - 1]
    content = line.rstrip("\r\n")
    found = _EMPTY_VALUE.fullmatch(content)
    if found:
        lines[key.zeile - 1] = found["key"] + found["rest"].rstrip() + line[len(content) :]


def _sign(lines: list[str], place: Location) -> str:
    return lines[place.zeile - 1][place.spalte - 1 : place.spalte]
