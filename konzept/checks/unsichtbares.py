"""Signs that nobody sees, as they are or as a code of YAML: in texts they disturb, in ids they make two of one."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from itertools import groupby
from typing import TYPE_CHECKING

from konzept.diagnostics import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.diagnostics import Befund, SourceMap
    from konzept.domain.plan import Plan

UNSICHTBAR = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u2060-\u2064\u206a-\u206f\u3164\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e007f]|(?<![\U0001f000-\U0001faff\u2600-\u27bf\ufe0f])\u200d"
)
"""Signs that take no room; the one that joins two pictures into one (U+200D) is left alone where it does."""

_ESCAPE = re.compile(r"\\(?:[xuU](?P<code>(?<=x)[0-9a-fA-F]{2}|(?<=u)[0-9a-fA-F]{4}|(?<=U)[0-9a-fA-F]{8})|.)")
"""A backslash in a text in double quotes and what it stands before; ``\\\\`` is a backslash and no more."""

_BILD_DAVOR = re.compile(
    r"(?:[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]|\\U0001[fF][0-9a-fA-F]{3}|\\u2[67][0-9a-fA-F]{2})\Z"
)
"""A picture, as it is or as a code; what joins it to the next one is left alone."""

_IN_ANDEREN_SPRACHEN = frozenset("\u061c\u200c\u200d\u200e\u200f")
"""What Arabic, Persian, Hebrew and others need to be written rightly: allowed under ``texte``."""

_BEZEICHNUNG = {
    "\u00ad": "bedingter Trennstrich",
    "\u061c": "Zeichen für die Schreibrichtung",
    "\u200b": "Leerzeichen ohne Breite",
    "\u200c": "Zeichen gegen das Verbinden zweier Buchstaben",
    "\u200d": "Zeichen zum Verbinden zweier Buchstaben",
    "\u200e": "Zeichen für die Schreibrichtung",
    "\u200f": "Zeichen für die Schreibrichtung",
    "\u2060": "Zeichen gegen den Zeilenumbruch",
}
_KENNUNGEN = frozenset(
    {
        *(
            "id",
            "nummer",
            "akteur",
            "massnahme",
            "indikator",
            "programm",
            "fassung",
            "vorgaenger",
            "nachfolger",
        ),
        *("gehoert_zu", "querbezuege", "von"),
    }
)
"""Fields by which things are found: two that look the same must be the same."""


def unsichtbare(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """No sign stands in a file that nobody sees; in keys, ids and numbers it is an error (robustheit.md, rule 4).

    Of each value one finding per sign. The lines are looked at, not the model: so no field is forgotten, and what
    stands in a comment may stay. Signs that reverse the reading direction were refused with the file.
    """
    del plan
    for datei, lines in source.lines.items():
        treffer = [
            Location(datei, nummer, one.start() + 1, 1)
            for nummer, line in enumerate(lines, start=1)
            if not line.isascii()
            for one in UNSICHTBAR.finditer(line)
        ]
        treffer += _als_code(datei, lines)
        if treffer:
            stellen = _Stellen(datei, source)
            yield from _unsichtbare(
                [ort for ort in treffer if not stellen.im_kommentar(ort) and stellen.gilt(ort, source)],
                stellen,
                source,
            )


def _als_code(datei: str, lines: list[str]) -> Iterator[Location]:
    r"""Give the signs that are written as a code of YAML (``\u200b``); which are read so, their values tell."""
    for nummer, line in enumerate(lines, start=1):
        if "\\" not in line:
            continue
        for one in _ESCAPE.finditer(line):
            zeichen = chr(min(int(one["code"] or "0", 16), sys.maxunicode))
            verbindet = zeichen == "\u200d" and _BILD_DAVOR.search(
                line, max(one.start() - 10, 0), one.start()
            )
            if UNSICHTBAR.fullmatch(zeichen) and not verbindet:
                yield Location(datei, nummer, one.start() + 1, len(one.group()))


def _zeichen_an(ort: Location, source: SourceMap) -> str:
    """Return the sign that stands at a place, or that its code stands for."""
    geschrieben = (source.line(ort) or "")[ort.spalte - 1 :][: ort.laenge]
    code = _ESCAPE.fullmatch(geschrieben)
    return chr(int(code["code"], 16)) if code and code["code"] else geschrieben


def _unsichtbare(treffer: list[Location], stellen: _Stellen, source: SourceMap) -> Iterator[Befund]:
    gefunden = [(*stellen.an(ort), _zeichen_an(ort, source), ort) for ort in treffer]
    for (pfad, schluessel, zeichen), gruppe in groupby(
        sorted(gefunden, key=lambda one: (one[0], one[1], one[2], one[3])), key=lambda one: one[:3]
    ):
        orte = [one[-1] for one in gruppe]
        kennung = schluessel or not _KENNUNGEN.isdisjoint(pfad[-2:])
        if not kennung and "texte" in pfad and zeichen in _IN_ANDEREN_SPRACHEN:
            continue
        name = f"{_BEZEICHNUNG[zeichen]}, " if zeichen in _BEZEICHNUNG else ""
        mehr = "" if len(orte) == 1 else f", in diesem Text {len(orte)}-mal"
        was = f"ein unsichtbares Zeichen ({name}U+{ord(zeichen):04X}){mehr}"
        if kennung:
            meldung = "Im Namen dieses Feldes" if schluessel else "In dieser Kennung"
            yield source.befund(
                "kennung-unsichtbar",
                Severity.FEHLER,
                orte[0],
                f"{meldung} steht {was}.",
                "Löschen Sie den Wert ganz, und tippen Sie ihn neu: Mit dem Zeichen ist es ein anderer, der gleich "
                "aussieht.",
            )
        else:
            yield source.befund(
                "zeichen-unsichtbar",
                Severity.WARNUNG,
                orte[0],
                f"Hier steht {was}.",
                "Meist stammt es aus Word, PDF oder einer Webseite. Löschen Sie das Wort, und tippen Sie es neu.",
            )


class _Stellen:
    """What stands where in one file: looked up only once a sign is found."""

    def __init__(self, datei: str, source: SourceMap) -> None:
        self._kommentare = {ort.zeile: ort.spalte for ort in source.comments.get(datei, ())}
        self._anfaenge = sorted(
            (ort.zeile, ort.spalte, schluessel, len(pfad), ort.laenge, pfad)
            for schluessel, stellen in ((False, source.values), (True, source.keys))
            for pfad, ort in stellen.items()
            if ort.datei == datei
        )
        self._datei = datei

    def im_kommentar(self, ort: Location) -> bool:
        """Tell whether a place lies in a comment."""
        return self._kommentare.get(ort.zeile, ort.spalte + 1) <= ort.spalte

    def gilt(self, ort: Location, source: SourceMap) -> bool:
        """Tell whether a place holds the sign: its code is one in a text in double quotes only."""
        if ort.laenge == 1:
            return True
        nummer = bisect_right(self._anfaenge, (ort.zeile, ort.spalte), key=lambda one: one[:2]) - 1
        if nummer < 0:
            return False
        zeile, spalte = self._anfaenge[nummer][:2]
        beginn = (source.lines[ort.datei][zeile - 1])[spalte - 1 :]
        return beginn.startswith('"')

    def an(self, ort: Location) -> tuple[tuple[str, ...], bool]:
        """Return the path of what stands at a place, as words, and whether it is the key itself."""
        nummer = bisect_right(self._anfaenge, (ort.zeile, ort.spalte), key=lambda one: one[:2]) - 1
        if nummer < 0:
            return (self._datei,), False
        zeile, spalte, schluessel, _, laenge, pfad = self._anfaenge[nummer]
        return tuple(map(str, pfad)), schluessel and zeile == ort.zeile and ort.spalte < spalte + laenge
