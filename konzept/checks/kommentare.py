"""The comments in which a plan's files say that something is open: what they say, and what they speak of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from konzept.diagnostics import DataPath, Location, SourceMap

_WORT = re.compile(r"#+\s*(Offen|Vorschlag|Herausgenommen)\s*:\s*", re.IGNORECASE)
_SATZENDE = re.compile(r"[.?!]$")
_HOECHSTENS = 400
"""A comment that never ends its sentence is quoted up to here."""


@dataclass(frozen=True, slots=True)
class Offenes:
    """One decision that a comment leaves open.

    ``vorschlag`` tells a proposal from a question; ``text`` is what it says, of several lines as one. ``zeilen`` are
    the lines of what it speaks of: the key or the item of a list that begins on its own line, else on the next that
    begins anything; none behind the last. Of something with an id it is the line of the id.
    """

    ort: Location
    vorschlag: bool
    text: str
    zeilen: range


def offene_kommentare(source: SourceMap) -> tuple[Offenes, ...]:
    """Return what the comments of all files leave open (»# Offen:«, »# Vorschlag:«), in the order of the files."""
    gefunden = [
        (ort, wort, text)
        for datei in sorted(source.comments)
        for ort, wort, text in _kommentare(source.comments[datei], source)
    ]
    if not gefunden:
        return ()
    dateien = {ort.datei for ort, _, _ in gefunden}
    anfaenge, enden = _anfaenge(source, dateien), _enden(source, dateien)
    return tuple(
        Offenes(ort, wort == "vorschlag", text, _zeilen(ort, source, anfaenge[ort.datei], enden))
        for ort, wort, text in gefunden
        if wort != "herausgenommen"
    )


def _kommentare(orte: Sequence[Location], source: SourceMap) -> Iterator[tuple[Location, str, str]]:
    """Give each comment that begins with one of the words, with the lines that go on with its sentence."""
    for i, ort in enumerate(orte):
        wort = _WORT.match(_text(ort, source))
        if wort is None:
            continue
        teile = [_text(ort, source)[wort.end() :]]
        for zeile, folgender in enumerate(orte[i + 1 :], start=ort.zeile + 1):
            weiter = (folgender.zeile, folgender.spalte) == (zeile, ort.spalte) and _allein(ort, source)
            text = _text(folgender, source)
            if not weiter or _SATZENDE.search(teile[-1]) or _WORT.match(text):
                break
            teile.append(text.lstrip("#").strip())
        satz = " ".join(" ".join(teile).split())
        yield (
            ort,
            wort[1].casefold(),
            satz if len(satz) <= _HOECHSTENS else f"{satz[:_HOECHSTENS].rstrip()} …",
        )


def _text(ort: Location, source: SourceMap) -> str:
    zeile = source.line(ort) or ""
    return zeile[ort.spalte - 1 :].rstrip()


def _allein(ort: Location, source: SourceMap) -> bool:
    """Tell whether nothing stands before a comment on its line."""
    return not (source.line(ort) or "")[: ort.spalte - 1].strip()


def _anfaenge(source: SourceMap, dateien: set[str]) -> dict[str, dict[int, tuple[int, DataPath]]]:
    """Return for each line of some files what begins on it: of several things the outermost."""
    anfaenge: dict[str, dict[int, tuple[int, DataPath]]] = {datei: {} for datei in dateien}
    for stellen in (source.keys, source.values):
        for pfad, ort in stellen.items():
            # a value belongs to its key; an item of a list has none
            if (
                ort.datei in dateien
                and len(pfad) > 1
                and (stellen is source.keys or isinstance(pfad[-1], int))
            ):
                zeilen = anfaenge[ort.datei]
                neu = (ort.spalte, pfad)
                alt = zeilen.get(ort.zeile)
                if alt is None or (neu[0], len(pfad)) < (alt[0], len(alt[1])):
                    zeilen[ort.zeile] = neu
    return anfaenge


def _enden(source: SourceMap, dateien: set[str]) -> dict[DataPath, int]:
    """Return for each path of some files the last line on which a value in it begins."""
    enden: dict[DataPath, int] = {}
    for pfad, ort in source.values.items():
        if ort.datei in dateien:
            for laenge in range(2, len(pfad) + 1):
                teil = pfad[:laenge]
                enden[teil] = max(enden.get(teil, 0), ort.zeile)
    return enden


def _zeilen(
    ort: Location,
    source: SourceMap,
    anfaenge: dict[int, tuple[int, DataPath]],
    enden: dict[DataPath, int],
) -> range:
    zeilen = range(ort.zeile, len(source.lines[ort.datei]) + 1)
    erste = next((zeile for zeile in zeilen if zeile in anfaenge), None)
    if erste is None:
        return range(0)
    pfad = anfaenge[erste][1]
    kennung = source.values.get((*pfad, "id"))
    if kennung is not None:
        return range(kennung.zeile, kennung.zeile + 1)
    return range(erste, max(enden.get(pfad, 0), erste) + 1)
