"""Which entries of a file a place lies in, told from the ids that stand there and from how far in the lines begin."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from konzept.diagnostics import Location, SourceMap

_IN_ANFUEHRUNG = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
"""A text in quotes to its end; within it the same quote is written ``\\"`` or ``''``."""

_NENNEN = frozenset({"id", "indikator", "massnahme"})
"""The fields by which an entry says what it is, or what it is about (a report, a value)."""


@dataclass(frozen=True, slots=True)
class _Eintrag:
    """An entry by its first sign; ``bis`` is the column of its last one if it ends on the line it begins on."""

    name: str
    ort: Location
    bis: int | None

    def enthaelt(self, ort: Location) -> bool:
        """Tell whether a place of the line the entry begins on lies in it."""
        return self.ort.spalte <= ort.spalte and (self.bis is None or ort.spalte <= self.bis)


def ids_an(orte: Iterable[Location], source: SourceMap) -> dict[Location, frozenset[str]]:
    """Return for each place the ids of the entries it lies in: of its Maßnahme, and of the goal and field above."""
    gefragt: dict[str, list[Location]] = defaultdict(list)
    for ort in orte:
        gefragt[ort.datei].append(ort)
    eintraege = _eintraege(source, set(gefragt))
    return {
        ort: ids
        for datei, hier in gefragt.items()
        for ort, ids in _in_datei(hier, source.lines.get(datei, []), eintraege[datei])
    }


def _eintraege(source: SourceMap, dateien: set[str]) -> dict[str, dict[int, list[_Eintrag]]]:
    """Return the entries of some files by the line on which they begin, from the left."""
    gefunden: dict[str, dict[int, list[_Eintrag]]] = {datei: defaultdict(list) for datei in dateien}
    for pfad, wert in source.values.items():
        if pfad[-1] not in _NENNEN or wert.datei not in dateien:
            continue
        ort = source.value(pfad[:-1])
        lines = source.lines[wert.datei]
        name = lines[wert.zeile - 1][wert.spalte - 1 :][: wert.laenge].strip("\"'")
        gefunden[wert.datei][ort.zeile].append(
            _Eintrag(name, ort, _klammer_zu(lines[ort.zeile - 1], ort.spalte))
        )
    for nach_zeile in gefunden.values():
        for reihe in nach_zeile.values():
            reihe.sort(key=lambda eintrag: eintrag.ort.spalte)
    return gefunden


def _beginnt_text(line: str, i: int) -> bool:
    """Tell whether a quote opens a text: behind a blank or bracket, or as in JSON behind the colon of a quoted key."""
    davor = line[i - 1] if i else " "
    return davor in " [{," or (davor == ":" and line[i - 2 : i - 1] in {'"', "'"})


def _klammer_zu(line: str, spalte: int) -> int | None:
    """Return the column of the bracket that closes the one at a column, if it does so on the same line."""
    tiefe, bis = 0, 0
    for i in range(spalte - 1, len(line)):
        zeichen = line[i]
        if i < bis:
            continue
        if zeichen in "\"'" and _beginnt_text(line, i):
            text = _IN_ANFUEHRUNG[zeichen].match(line, i)
            bis = text.end() if text else len(line)
        elif zeichen in "{[":
            tiefe += 1
        elif zeichen in "}]":
            tiefe -= 1
        if tiefe == 0:
            # a text without brackets is no entry in brackets
            return i + 1 if zeichen in "}]" else None
    return None


def _in_datei(
    orte: Iterable[Location], lines: list[str], eintraege: dict[int, list[_Eintrag]]
) -> Iterable[tuple[Location, frozenset[str]]]:
    """Go through the lines once; an entry ends where a line begins further out than it did."""
    gefragt: dict[int, list[Location]] = defaultdict(list)
    for ort in orte:
        gefragt[ort.zeile].append(ort)
    offen: list[_Eintrag] = []
    for nummer, line in enumerate(lines or [""], start=1):
        inhalt = line.lstrip()
        if inhalt and not inhalt.startswith("#"):
            einzug = len(line) - len(inhalt)
            while offen and offen[-1].ort.spalte - 1 > einzug:
                offen.pop()
        neue = eintraege.get(nummer, [])
        for ort in gefragt.get(nummer, ()):
            ids = [eintrag.name for eintrag in offen]
            ids += [eintrag.name for eintrag in neue if eintrag.enthaelt(ort)]
            yield ort, frozenset(ids)
        offen += [eintrag for eintrag in neue if eintrag.bis is None]
    for zeile in gefragt.keys() - range(1, max(len(lines), 1) + 1):
        yield from ((ort, frozenset()) for ort in gefragt[zeile])
