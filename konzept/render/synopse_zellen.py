"""The cells of a Synopse before they have a format: paragraphs of runs, marked or plain."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from konzept.render.synopse_lesetext import PUNKT, lesetext
from konzept.reports.wortvergleich import Laufart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.reports.wortvergleich import Wortlauf


class Absatzart(StrEnum):
    """What a paragraph in a cell is."""

    TITEL = "titel"
    TEXT = "text"
    PUNKT = "punkt"
    ANGABE = "angabe"
    URTEIL = "urteil"
    ORT = "ort"
    VERMERK = "vermerk"
    GRUND = "grund"
    FEHLT = "fehlt"
    ANMERKUNG = "anmerkung"


@dataclass(frozen=True, slots=True)
class Stueck:
    """A run in a cell; ``ziel`` is the anchor that it leads to."""

    text: str
    art: Laufart = Laufart.GLEICH
    redaktionell: bool = False
    ziel: str | None = None


Stuecke = tuple[Stueck, ...]


@dataclass(frozen=True, slots=True)
class Zellabsatz:
    """A paragraph in a cell; ``name`` is the field that it tells of."""

    stuecke: Stuecke
    art: Absatzart = Absatzart.TEXT
    name: str = ""


@dataclass(frozen=True, slots=True)
class Zellen:
    """One line across the Synopse: old, new, and what is said about it."""

    alt: tuple[Zellabsatz, ...] = ()
    neu: tuple[Zellabsatz, ...] = ()
    begruendung: tuple[Zellabsatz, ...] = ()

    def __add__(self, andere: Zellen) -> Zellen:
        """Put another line below this one, in the same cells; the same remark is made once."""
        neue = tuple(eine for eine in andere.begruendung if eine not in self.begruendung)
        return Zellen(self.alt + andere.alt, self.neu + andere.neu, self.begruendung + neue)


def absatz(text: str, art: Absatzart, name: str = "", ziel: str | None = None) -> Zellabsatz:
    """Return a paragraph of plain words."""
    return Zellabsatz((Stueck(text, ziel=ziel),), art, name)


def absaetze(text: str, art: Absatzart = Absatzart.TEXT, name: str = "") -> tuple[Zellabsatz, ...]:
    """Return the paragraphs of a Markdown text, without marks."""
    return zeilen((Stueck(lesetext(text)),), art, name)


def marken(laeufe: Iterable[Wortlauf]) -> Stuecke:
    """Turn the runs of one side into those of a cell; blanks at the edges of a mark stay outside of it."""
    return tuple(stueck for lauf in laeufe for stueck in _ohne_rand(lauf) if stueck.text)


def _ohne_rand(lauf: Wortlauf) -> Iterator[Stueck]:
    kern = lauf.text.strip()
    if lauf.art is Laufart.GLEICH or not kern:
        yield Stueck(lauf.text)
        return
    vorn, _, hinten = lauf.text.partition(kern)
    yield Stueck(vorn)
    yield Stueck(kern, lauf.art, lauf.redaktionell)
    yield Stueck(hinten)


def gereiht(einzelne: Iterable[Stuecke], trenner: str = "; ") -> Stuecke:
    """Write several items one behind the other; what parts them is never marked."""
    ergebnis: list[Stueck] = []
    for eines in einzelne:
        ergebnis += [Stueck(trenner)] if ergebnis else []
        ergebnis += eines
    return tuple(ergebnis)


def zeilen(
    stuecke: Iterable[Stueck], art: Absatzart = Absatzart.TEXT, name: str = ""
) -> tuple[Zellabsatz, ...]:
    """Cut runs at their line feeds into paragraphs; items of a list lose the sign that marks them as such."""
    reihen: list[list[Stueck]] = [[]]
    for stueck in stuecke:
        for nummer, teil in enumerate(stueck.text.split("\n")):
            if nummer:
                reihen.append([])
            if teil:
                reihen[-1].append(Stueck(teil, stueck.art, stueck.redaktionell, stueck.ziel))
    absaetze_: list[Zellabsatz] = []
    for reihe in reihen:
        if not "".join(stueck.text for stueck in reihe).strip():
            continue
        ist_punkt = "".join(stueck.text for stueck in reihe).startswith(PUNKT)
        eigene = _ohne_zeichen(reihe, len(PUNKT)) if ist_punkt else tuple(reihe)
        absaetze_.append(Zellabsatz(eigene, Absatzart.PUNKT if ist_punkt else art, "" if absaetze_ else name))
    return tuple(absaetze_)


def _ohne_zeichen(reihe: Iterable[Stueck], zahl: int) -> Stuecke:
    rest: list[Stueck] = []
    for stueck in reihe:
        text = stueck.text[zahl:]
        zahl = max(0, zahl - len(stueck.text))
        if text:
            rest.append(Stueck(text, stueck.art, stueck.redaktionell, stueck.ziel))
    return tuple(rest)
