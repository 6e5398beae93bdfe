"""What ``validate --fix`` did to a file, as text: how often what, and the change as a unified diff.

Most of what is repaired cannot be seen. In the old lines of the diff it is therefore shown: a blank as »·«, every
other sign that a reader cannot tell from the new one by its code.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.render.table import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

CONTEXT = 3
"""Lines of unchanged text around a change, as every diff has them."""

DIFF_RULES = (
    (r"^\S.*: \d+ Reparatur(?:en)?$", "bold"),
    (r"^\+.*$", "green"),
    (r"^-.*$", "red"),
    (r"^@@.*$", "cyan"),
)

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_WORDS: Mapping[str, tuple[str, str]] = {
    "bom": ("Byte-Order-Mark am Anfang entfernt", "Byte-Order-Mark am Anfang entfernt"),
    "zeilenende": ("1 Zeilenende auf LF gesetzt", "{} Zeilenenden auf LF gesetzt"),
    "einzug": (
        "1 Leerzeichen fremder Art in der Einrückung ersetzt",
        "{} Leerzeichen fremder Art in der Einrückung ersetzt",
    ),
    "leerzeichen": ("Leerzeichen am Ende von 1 Zeile entfernt", "Leerzeichen am Ende von {} Zeilen entfernt"),
    "nfc": (
        "1 Stelle mit zerlegten Zeichen zusammengesetzt (NFC)",
        "{} Stellen mit zerlegten Zeichen zusammengesetzt (NFC)",
    ),
    "schluss": ("Zeilenende hinter der letzten Zeile ergänzt", "Zeilenende hinter der letzten Zeile ergänzt"),
    "ocr": ("1 Lesefehler der Texterkennung berichtigt", "{} Lesefehler der Texterkennung berichtigt"),
}
"""Each kind of repair, in the order in which they are named, once and several times."""

_NO_END = "\\ Kein Zeilenende am Ende der Datei"


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    end: str


def reparatur_text(name: str, vorher: str, nachher: str, anzahlen: Mapping[str, int]) -> str:
    """Write what was done to one file: its name, each kind of repair with its number, and the diff.

    ``anzahlen`` maps the kinds (»bom«, »zeilenende«, …) to their number. Line ends are left out of the diff where
    every one of the file was changed: it would show the whole file and nothing else.
    """
    total = sum(anzahlen.values())
    head = [f"{name}: {total} {'Reparatur' if total == 1 else 'Reparaturen'}"]
    for kind, (one, more) in _WORDS.items():
        number = anzahlen.get(kind, 0)
        if number:
            head.append("  " + (one if number == 1 else more.format(number)))
    old, new = _split(vorher), _split(nachher)
    all_ends = not any(line.end == "\n" for line in old)
    shown = [_shown(mine, theirs, with_end=not all_ends) for mine, theirs in zip(old, new, strict=True)]
    diff = _diff(name, shown)
    return "".join(f"{line}\n" for line in (*head, *diff))


def _split(text: str) -> list[_Line]:
    lines = [_Line(found[1], found[2]) for found in _LINE.finditer(text)]
    # behind the last line end there is no further line
    return lines[:-1] if len(lines) > 1 and not lines[-1].text else lines


def _shown(old: _Line, new: _Line, *, with_end: bool) -> tuple[list[str], list[str]]:
    """Return how one line looks before and after; both are equal where nothing is to be shown of it."""
    after = [visible(new.text)]
    if old.text == new.text and (old.end == new.end or (old.end and not with_end)):
        return after, after
    before = [_marked(old.text, new.text) + (visible(old.end.rstrip("\n")) if with_end else "")]
    return (before if old.end else [*before, _NO_END]), after


def _marked(old: str, new: str) -> str:
    """Show in an old line what the new one does not have, and a reader could not see."""
    before = _shared(old, new)
    behind = _shared(old[before:][::-1], new[before:][::-1])
    middle, rest = old[before : len(old) - behind], old[len(old) - behind :]
    content = middle.rstrip(" \t") if not rest else middle
    marks = "".join(map(_mark, content)) + "·" * (len(middle) - len(content))
    return visible(old[:before]) + marks + visible(rest)


def _mark(sign: str) -> str:
    hidden = sign != " " and (
        unicodedata.category(sign) in {"Mc", "Me", "Mn", "Zs"} or not unicodedata.is_normalized("NFC", sign)
    )
    return sign.encode("unicode_escape").decode("ascii") if hidden else visible(sign)


def _shared(one: str, other: str) -> int:
    """Return with how many equal signs two texts begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))


def _diff(name: str, lines: Sequence[tuple[list[str], list[str]]]) -> Iterator[str]:
    """Write a unified diff of two texts with as many lines as each other, in one pass however long they are."""
    changed = [number for number, (old, new) in enumerate(lines) if old != new]
    if not changed:
        return
    yield f"--- {name}"
    yield f"+++ {name}"
    for first, last in _stretches(changed):
        start, stop = max(first - CONTEXT, 0), min(last + CONTEXT + 1, len(lines))
        span = f"{start + 1},{stop - start}" if stop - start > 1 else f"{start + 1}"
        yield f"@@ -{span} +{span} @@"
        for number in range(start, stop):
            yield from _rows(lines, number, stop)


def _rows(lines: Sequence[tuple[list[str], list[str]]], number: int, stop: int) -> Iterator[str]:
    """Write a line that stays; or, at the first of several that change, all old ones before all new ones."""
    old, new = lines[number]
    if old == new:
        yield f" {old[0]}"
    elif number == 0 or lines[number - 1][0] == lines[number - 1][1]:
        end = number
        while end < stop and lines[end][0] != lines[end][1]:
            end += 1
        for before, _ in lines[number:end]:
            yield from (f"-{before[0]}", *before[1:])
        for _, after in lines[number:end]:
            yield f"+{after[0]}"


def _stretches(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give first and last of each group of lines whose context meets."""
    first = last = -1
    for number in numbers:
        if first >= 0 and number - last > 2 * CONTEXT:
            yield first, last
            first = number
        first, last = (number if first < 0 else first), number
    if first >= 0:
        yield first, last
