"""Footnotes of a Markdown text as its lines show them: notes ``[^1]: …``, references ``[^1]``, inline notes ``^[…]``.

A plain reading for whoever must not lose a note when a text is cut into pieces, and for the checks; what becomes of
footnotes in a document is read by the Markdown parser (render/fussnoten.py). The form is pandoc's, GitHub's and
markdown-it-footnote's: a label has no blanks, further paragraphs of a note are indented by four blanks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_NOTE = re.compile(r"(?P<rand>[ \t>]{0,12})\[\^(?P<marke>[^\]\s]{1,100})\]:(?P<worte>.*)")
_VERWEIS = re.compile(r"\[\^(?P<marke>[^\]\s]{1,100})\]")
_ZAUN = re.compile(r"[ \t>]*(`{3,}|~{3,})")
_BLOCK = re.compile(r"[ ]{0,3}(?:[-*+>#]|\d{1,9}[.)])(?:\s|$)|[ \t]*(?:`{3}|~{3})")
"""What begins a block of its own, so that a paragraph above it ends."""

_STUMM = re.compile(r"\\.|`+", re.DOTALL)
"""What is no markup: a sign behind a backslash; and what begins code."""

_REIHE = re.compile("`+")

_BEGINN = re.compile(r"\^\[")
_KLAMMER = re.compile(r"[\[\]]")
_TIEFE = 20


@dataclass(frozen=True, slots=True)
class Fussnote:
    """A note as written: its label, its words, and the whole stretch with ``[^label]:`` in front."""

    marke: str
    worte: str
    ganz: str


@dataclass(frozen=True, slots=True)
class Fussnotentext:
    """A text without its notes, and the notes in their order."""

    haupttext: str
    noten: tuple[Fussnote, ...]


def zerlegt(text: str) -> Fussnotentext:
    """Part the notes from the text that refers to them; no line is lost, and code is not looked into."""
    if "[^" not in text:
        return Fussnotentext(text, ())
    haupt: list[str] = []
    noten: list[Fussnote] = []
    zeilen = text.split("\n")
    nummer, zaun = 0, ""
    while nummer < len(zeilen):
        zaun = _zaun(zeilen[nummer], zaun)
        gefunden = None if zaun else _NOTE.fullmatch(zeilen[nummer])
        if gefunden is None:
            haupt.append(zeilen[nummer])
            nummer += 1
            continue
        ende = _notenende(zeilen, nummer)
        eigene = [gefunden["worte"], *zeilen[nummer + 1 : ende]]
        worte = "\n".join(zeile.strip() for zeile in eigene).strip()
        noten.append(Fussnote(gefunden["marke"], worte, "\n".join(zeilen[nummer:ende])))
        nummer = ende
    return Fussnotentext("\n".join(haupt), tuple(noten))


def _zaun(zeile: str, offen: str) -> str:
    """Return the fence of code that is open after a line."""
    gefunden = _ZAUN.match(zeile)
    if gefunden is None:
        return offen
    if not offen:
        return gefunden[1]
    return "" if gefunden[1].startswith(offen) else offen


def _notenende(zeilen: Sequence[str], nummer: int) -> int:
    """Return the number of the line behind a note: its paragraph, and what is indented below it."""
    ende = nummer + 1
    im_absatz = True
    for stelle in range(nummer + 1, len(zeilen)):
        zeile = zeilen[stelle]
        if not zeile.strip():
            im_absatz = False
            continue
        eingerueckt = zeile.startswith(("    ", "\t"))
        if not eingerueckt and (not im_absatz or _BLOCK.match(zeile) or _NOTE.fullmatch(zeile)):
            break
        im_absatz = True
        ende = stelle + 1
    return ende


def verweise(text: str) -> tuple[str, ...]:
    """Return the labels that a text refers to, in their order; what stands in code or behind a backslash is none."""
    return tuple(fund["marke"] for fund in _VERWEIS.finditer(_ohne_stummes(text)))


def _ohne_stummes(text: str) -> str:
    """Return a text with blanks for signs behind a backslash and for code, in the same places.

    Code ends at the next row of as many backticks as it began with (CommonMark 0.31.2, 6.1).
    """
    reihen: dict[int, list[int]] = {}
    for reihe in _REIHE.finditer(text):
        reihen.setdefault(len(reihe[0]), []).append(reihe.start())
    stuecke: list[str] = []
    ende = stelle = 0
    while fund := _STUMM.search(text, stelle):
        von, stelle = fund.span()
        if fund[0][0] == "`":
            laenge = len(fund[0])
            gleiche = reihen.get(laenge, [])
            naechste = bisect_left(gleiche, stelle)
            if naechste == len(gleiche):
                continue
            stelle = gleiche[naechste] + laenge
        stuecke += [text[ende:von], " " * (stelle - von)]
        ende = stelle
    return "".join([*stuecke, text[ende:]])


def ohne_fussnoten(text: str) -> str:
    """Return a text without notes and references, for titles and whatever has no room for notes.

    A reference without a note stays, as it stays in every document.
    """
    if "[^" not in text and "^[" not in text:
        return text
    teile = zerlegt(text)
    marken = {note.marke for note in teile.noten if note.worte}
    gezeigt = _ohne_stummes(teile.haupttext)
    weg = [fund.span() for fund in _VERWEIS.finditer(gezeigt) if fund["marke"] in marken]
    stuecke: list[str] = []
    ende = 0
    for von, bis in sorted([*weg, *im_text(gezeigt)]):
        if von >= ende:
            stuecke.append(teile.haupttext[ende:von])
            ende = bis
    haupt = "".join([*stuecke, teile.haupttext[ende:]])
    return haupt.strip("\n") if teile.noten else haupt


def im_text(text: str) -> Iterator[tuple[int, int]]:
    """Find the outermost inline notes of a text without code, from ``^[`` to behind the bracket that closes it."""
    ende = 0
    for fund in _BEGINN.finditer(text):
        if fund.start() < ende:
            continue
        tiefe = 0
        for klammer in _KLAMMER.finditer(text, fund.start()):
            tiefe += 1 if klammer[0] == "[" else -1
            if tiefe == 0:
                ende = klammer.end()
                if ende - fund.start() > len("^[]"):
                    yield fund.start(), ende
            if not 0 < tiefe <= _TIEFE:
                break
        else:
            return  # what is open here stays open


def mit_noten(teil: str, noten: Iterable[Fussnote]) -> str:
    """Return a piece of a text with the notes that it refers to, directly or in a note."""
    alle: dict[str, Fussnote] = {}
    for note in noten:
        alle.setdefault(note.marke, note)
    gebraucht: dict[str, Fussnote] = {}
    offen = [teil]
    while offen:
        for marke in verweise(offen.pop()):
            if marke in alle and marke not in gebraucht:
                gebraucht[marke] = alle[marke]
                offen.append(alle[marke].worte)
    geordnet = [note.ganz for note in alle.values() if note.marke in gebraucht]
    return "\n\n".join([teil, *geordnet]) if geordnet else teil
