"""Folding: of many equal findings a text shows the first few and counts the others where they begin."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from konzept.diagnostics import Befund

FOLD_FROM = 10
"""So many findings with the same code and the same sentence are shown whole."""
FOLD_KIND = 30
"""So many with the same code, whatever they say; each names another thing to mend, so more of them are shown."""
FOLD_FILE = 10
"""So many with the same code in one file: whoever mends ten of a kind knows how to mend the others."""


@dataclass(frozen=True, slots=True)
class Falte:
    """Findings of one code in one file that are only counted: the first, the last, and whether all say the same."""

    erster: Befund
    letzter: Befund
    anzahl: int
    gleich: bool


def gefaltet(findings: Sequence[Befund]) -> list[Befund | Falte]:
    """Return what a text shows of findings in their order: each whole, or a fold where the first of its kind is hidden.

    A fold never crosses files, so that every file with a finding is named.
    """
    shown: Counter[tuple[str, ...]] = Counter()
    in_file: Counter[tuple[str, ...]] = Counter()
    places: dict[tuple[str, str, str, bool], int] = {}
    entries: list[Befund | Falte] = []
    for befund in findings:
        kind = (befund.schwere.value, befund.code)
        same = (*kind, befund.meldung)
        gleich = shown[same] >= FOLD_FROM
        here = (befund.ort.datei, *kind)
        if not gleich and shown[kind] < FOLD_KIND and in_file[here] < FOLD_FILE:
            shown[same] += 1
            shown[kind] += 1
            in_file[here] += 1
            entries.append(befund)
            continue
        fold = (befund.ort.datei, *kind, gleich)
        if fold not in places:
            places[fold] = len(entries)
            entries.append(Falte(befund, befund, 1, gleich))
            continue
        before = entries[places[fold]]
        if isinstance(before, Falte):
            entries[places[fold]] = Falte(before.erster, befund, before.anzahl + 1, gleich)
    return entries
