"""What a finding is and where it stands: the values every stage hands on to the next."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from heapq import nsmallest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Step = str | int
DataPath = tuple[Step, ...]
"""A place in the data of a plan: first the file's name, then keys and list positions."""


class Severity(StrEnum):
    """How grave a finding is; the order of the members is the order of gravity."""

    FEHLER = "fehler"
    WARNUNG = "warnung"
    HINWEIS = "hinweis"


SEVERITY_RANK = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A stretch of one line of one file: line and column count from 1, columns in code points.

    A finding about a file as a whole (a folder, an unreadable file) stands at its beginning.
    """

    datei: str
    zeile: int = 1
    spalte: int = 1
    laenge: int = 1


@dataclass(frozen=True, slots=True)
class Verwandt:
    """Another place that a finding speaks of; ``text`` says in a few words what stands there."""

    ort: Location
    text: str = "zuerst hier"


@dataclass(frozen=True, slots=True)
class Befund:
    """One finding: what is wrong where, and how to put it right.

    ``auszug`` is the source line the finding speaks of, without its line end, or None. ``verwandte`` are the other
    places one has to look at; the sentences need not name them, each format does so in its own way.
    """

    code: str
    schwere: Severity
    ort: Location
    meldung: str
    hilfe: str = ""
    auszug: str | None = None
    verwandte: tuple[Verwandt, ...] = ()

    @property
    def sort_key(self) -> tuple[Location, int, str, str]:
        """The order in which findings are shown: by place, then gravity, code and wording."""
        return (self.ort, SEVERITY_RANK[self.schwere], self.code, self.meldung)


@dataclass(slots=True)
class SourceMap:
    """Where each value and each key of the plan's files stands, beside the model.

    Kept apart from the model so that two equal Maßnahmen are equal wherever they were written.
    """

    values: dict[DataPath, Location] = field(default_factory=dict)
    keys: dict[DataPath, Location] = field(default_factory=dict)
    lines: dict[str, list[str]] = field(default_factory=dict)
    plain: set[DataPath] = field(default_factory=set)
    """The scalars that were written without quotes and in no block."""
    faulty: set[DataPath] = field(default_factory=set)
    """What has its finding and was replaced by a placeholder or taken out; checks say nothing more about it."""
    comments: dict[str, list[Location]] = field(default_factory=dict)
    """The comments of each file in their order, each from its »#« to the end of its line."""
    _above: tuple[set[DataPath], int, frozenset[DataPath]] = field(
        default_factory=lambda: (set(), 0, frozenset()), init=False, repr=False, compare=False
    )
    """The faulty paths with all that lie above one, and of which set in which size they were made."""

    def value(self, path: DataPath) -> Location:
        """Return the place of the value at ``path``, or of the nearest parent that has one."""
        for length in range(len(path), 0, -1):
            found = self.values.get(path[:length])
            if found is not None:
                return found
        return Location(str(path[0]) if path else "")

    def key(self, path: DataPath) -> Location:
        """Return the place of the key that names ``path``, or of the value if it is a list item."""
        return self.keys.get(path) or self.value(path)

    def is_faulty(self, path: DataPath) -> bool:
        """Tell whether the loader has already found fault with what stands at ``path`` or below it."""
        # asked for every Termin of a plan: with thousands of faults each must not be looked at each time
        known, size, above = self._above
        if known is not self.faulty or size != len(known):
            above = frozenset(one[:n] for one in self.faulty for n in range(1, len(one) + 1))
            self._above = self.faulty, len(self.faulty), above
        return path in above

    def add(self, other: SourceMap) -> None:
        """Take over the places of another file."""
        self.values.update(other.values)
        self.keys.update(other.keys)
        self.lines.update(other.lines)
        self.plain |= other.plain
        self.comments.update(other.comments)
        self.faulty |= other.faulty

    def line(self, ort: Location) -> str | None:
        """Return the source line a place lies on, or None where there is none."""
        lines = self.lines.get(ort.datei, [])
        return lines[ort.zeile - 1] if ort.zeile <= len(lines) else None

    def remove_items(self, items: set[DataPath]) -> None:
        """Forget list items that were taken out of the data, and renumber those behind them."""
        if not items:
            return
        self.values = _renumbered(self.values, items)
        self.keys = _renumbered(self.keys, items)
        self.plain = set(_renumbered(dict.fromkeys(self.plain, Location("")), items))
        self.faulty = set(_renumbered(dict.fromkeys(self.faulty, Location("")), items))

    def rename(self, renamed: Mapping[DataPath, DataPath]) -> None:
        """Move the places of each key of ``renamed``, and of what is below it, to the path it is mapped to."""
        self.values = {moved(path, renamed): place for path, place in self.values.items()}
        self.keys = {moved(path, renamed): place for path, place in self.keys.items()}
        self.plain = {moved(path, renamed) for path in self.plain}
        self.faulty = {moved(path, renamed) for path in self.faulty}

    def befund(  # noqa: PLR0913  a finding has this many parts
        self,
        code: str,
        schwere: Severity,
        ort: Location,
        meldung: str,
        hilfe: str = "",
        *,
        verwandte: tuple[Verwandt, ...] = (),
    ) -> Befund:
        """Make a finding that quotes the source line it speaks of."""
        return Befund(code, schwere, ort, meldung, hilfe, self.line(ort), verwandte)


def moved(path: DataPath, renamed: Mapping[DataPath, DataPath]) -> DataPath:
    """Return where a path leads once the keys of ``renamed`` have the names they are mapped to."""
    for length in range(len(path), 0, -1):
        new = renamed.get(path[:length])
        if new is not None:
            return (*new, *path[length:])
    return path


def _renumbered(places: dict[DataPath, Location], items: set[DataPath]) -> dict[DataPath, Location]:
    lists: dict[DataPath, list[int]] = {}
    for item in items:
        if isinstance(item[-1], int):
            lists.setdefault(item[:-1], []).append(item[-1])
    for indexes in lists.values():
        indexes.sort()
    kept: dict[DataPath, Location] = {}
    for path, place in places.items():
        new_path: list[Step] = []
        for position, step in enumerate(path):
            gone = lists.get(path[:position]) if isinstance(step, int) else None
            if gone is None or not isinstance(step, int):
                new_path.append(step)
                continue
            before = bisect_left(gone, step)
            if before < len(gone) and gone[before] == step:
                break
            new_path.append(step - before)
        else:
            kept[tuple(new_path)] = place
    return kept


MAX_FINDINGS_PER_FILE = 10_000
"""Of one file no more are kept, so that a broken one cannot fill the memory; a text folds long before (render)."""


def sorted_findings(findings: Iterable[Befund]) -> tuple[Befund, ...]:
    """Order findings by place, drop exact repetitions; of each file the first 10,000, and one counting the rest."""
    kept: list[Befund] = []
    shown: dict[str, int] = {}
    hidden: dict[str, list[Befund]] = {}
    for befund in dict.fromkeys(sorted(findings, key=lambda befund: befund.sort_key)):
        datei = befund.ort.datei
        shown[datei] = shown.get(datei, 0) + 1
        if shown[datei] <= MAX_FINDINGS_PER_FILE:
            kept.append(befund)
        else:
            hidden.setdefault(datei, []).append(befund)
    rest = [_rest(datei, more) for datei, more in hidden.items()]
    return tuple(sorted([*kept, *rest], key=lambda befund: befund.sort_key))


def _rest(datei: str, hidden: list[Befund]) -> Befund:
    """Count the findings of one file that are too many to be shown; as grave as the gravest of them."""
    more = "noch einen weiteren Befund" if len(hidden) == 1 else f"noch {len(hidden)} weitere Befunde"
    return Befund(
        "zu-viele-befunde",
        min((befund.schwere for befund in hidden), key=SEVERITY_RANK.__getitem__),
        Location(datei),
        f"Diese Datei hat {more}; gezeigt sind die ersten {MAX_FINDINGS_PER_FILE // 1000}.000.",
        "Beheben Sie die gezeigten und prüfen Sie noch einmal.",
    )


def count_by_severity(findings: Iterable[Befund]) -> dict[Severity, int]:
    """Count findings per severity; every severity is a key."""
    counts = dict.fromkeys(Severity, 0)
    for befund in findings:
        counts[befund.schwere] += 1
    return counts


LONGEST_WORD = 80
LIKELY_WORDS = 8


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word closest to a mistyped one, or None if none is close.

    Case and the way umlauts are written do not count; ties go to the first in alphabetical order.
    """
    from difflib import get_close_matches  # only needed once something is wrong

    folded: dict[str, str] = {}
    for name in sorted(known):
        folded.setdefault(_folded(name), name)
    # comparing letter by letter is slow: only the words that share most pairs of letters are worth it
    pairs = _pairs(_folded(word)[:LONGEST_WORD])
    likely = nsmallest(LIKELY_WORDS, folded, key=lambda name: (-len(pairs & _pairs(name)), name))
    matches = get_close_matches(_folded(word)[:LONGEST_WORD], likely, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None


@lru_cache(maxsize=65536)
def _pairs(word: str) -> frozenset[str]:
    return frozenset(word[i : i + 2] for i in range(len(word) - 1)) | {word[:1], word[-1:]}


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    table = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "_": "-", " ": "-"})
    return word.casefold().translate(table)
