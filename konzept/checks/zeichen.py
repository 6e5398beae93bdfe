"""Signs that do not belong in a text: misread letters, symbols of one font only, doubled blanks, leftovers of HTML."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import groupby
from typing import TYPE_CHECKING

from konzept.checks.texte import befund_im_text
from konzept.checks.verlesungen import verlesenes
from konzept.diagnostics import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.checks.texte import Textort
    from konzept.diagnostics import Befund, SourceMap
    from konzept.domain.plan import Plan

SYMBOL = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010fffd]")
LEERZEICHEN = re.compile(r"  (?<=\S  ) *\S")
_ELEMENTE = (
    "a|b|br|center|div|em|font|h[1-6]|hr|i|img|li|ol|p|small|span|strong|sub|sup|table|tbody|td|th|tr|u|ul"
)
HTML_VERDACHT = re.compile("[<&][/a-zA-Z#]")
# a string: it is compiled once there is something to look for, not at every start
_HTML = rf"(?i:</?(?:{_ELEMENTE})(?:\s[^<>]{{0,200}})?/?>|&(?:[a-z]{{2,8}}|#[0-9]{{2,6}}|#x[0-9a-f]{{2,5}});)"
_RUNDUM = 20
UNSICHTBAR = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u2060-\u2064\u206a-\u206f\u3164\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e007f]|(?<![\U0001f000-\U0001faff\u2600-\u27bf\ufe0f])\u200d"
)
"""Signs that take no room; the one that joins two pictures into one (U+200D) is left alone where it does."""

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


def verlesene(ort: Textort, source: SourceMap) -> Iterator[Befund]:
    """No word holds letters that a scanner mixed up."""
    for falsch, richtig in dict.fromkeys((falsch, richtig) for _, falsch, richtig in verlesenes(ort.text)):
        yield befund_im_text(
            source,
            "text-verlesen",
            Severity.WARNUNG,
            ort=ort,
            wort=falsch,
            meldung=f"»{falsch}« sieht nach einem Lesefehler aus.",
            hilfe=f"Gemeint ist wohl »{richtig}«.",
        )


def symbole(ort: Textort, source: SourceMap) -> Iterator[Befund]:
    """No sign is from the private area, where each font shows something else, and none stands for a lost one."""
    for zeichen in dict.fromkeys(SYMBOL.findall(ort.text)):
        if zeichen == "\ufffd":
            meldung = "Hier ist ein Zeichen verloren gegangen (U+FFFD)."
        else:
            meldung = (
                f"Das Zeichen U+{ord(zeichen):04X} ist ein Symbol, das nur eine bestimmte Schrift kennt."
            )
        yield befund_im_text(
            source,
            "text-symbol",
            Severity.WARNUNG,
            ort=ort,
            wort=zeichen,
            meldung=meldung,
            hilfe="Meist stammt es aus Word oder PDF. Löschen Sie es, oder schreiben Sie das gemeinte Zeichen.",
        )


def leerzeichen(ort: Textort, source: SourceMap) -> Iterator[Befund]:
    """Between two words stands one blank; tables and what follows the sign of a list may be set apart."""
    gesehen: set[str] = set()
    for line in ort.text.split("\n"):
        if line.lstrip().startswith("|"):
            continue
        for treffer in LEERZEICHEN.finditer(line):
            if _listenzeichen(line[: treffer.start()]):
                continue
            vorn = line[: treffer.start()].rsplit(" ", 1)[-1][-_RUNDUM:]
            hinten = line[treffer.end() - 1 :].split(" ", 1)[0][:_RUNDUM]
            stretch = vorn + " " * (treffer.end() - treffer.start() - 1) + hinten
            if stretch not in gesehen:
                gesehen.add(stretch)
                yield befund_im_text(
                    source,
                    "text-leerzeichen",
                    Severity.HINWEIS,
                    ort=ort,
                    wort=stretch,
                    meldung=f"Zwischen »{vorn}« und »{hinten}« steht mehr als ein Leerzeichen.",
                    hilfe="Lassen Sie eines stehen.",
                )


def _listenzeichen(davor: str) -> bool:
    return re.fullmatch(r"\s*(?:[-*+]|[0-9]{1,9}[.)]|#{1,6}|>)", davor) is not None


def html_reste(ort: Textort, source: SourceMap) -> Iterator[Befund]:
    """A text holds no HTML: it would be printed as it stands."""
    for treffer in dict.fromkeys(re.findall(_HTML, ort.text)):
        yield befund_im_text(
            source,
            "text-html",
            Severity.WARNUNG,
            ort=ort,
            wort=treffer,
            meldung=f"»{treffer}« ist HTML; so würde es auch gedruckt.",
            hilfe="Schreiben Sie das Zeichen selbst; Absätze sind leere Zeilen, hervorgehoben wird mit **Sternen**.",
        )


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
        if treffer:
            stellen = _Stellen(datei, source)
            yield from _unsichtbare(
                [ort for ort in treffer if not stellen.im_kommentar(ort)], stellen, source
            )


def _unsichtbare(treffer: list[Location], stellen: _Stellen, source: SourceMap) -> Iterator[Befund]:
    gefunden = [(*stellen.an(ort), (source.line(ort) or "")[ort.spalte - 1], ort) for ort in treffer]
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

    def an(self, ort: Location) -> tuple[tuple[str, ...], bool]:
        """Return the path of what stands at a place, as words, and whether it is the key itself."""
        nummer = bisect_right(self._anfaenge, (ort.zeile, ort.spalte), key=lambda one: one[:2]) - 1
        if nummer < 0:
            return (self._datei,), False
        zeile, spalte, schluessel, _, laenge, pfad = self._anfaenge[nummer]
        return tuple(map(str, pfad)), schluessel and zeile == ort.zeile and ort.spalte < spalte + laenge
