"""What the writers of a document share: its head as paragraphs, its anchors, its contents, blocks fit for a cell."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from konzept.render.schriftstueck import (
    Absatz,
    Absatzart,
    Inhaltsverzeichnis,
    Lauf,
    Liste,
    Seite,
    Seitenumbruch,
    Sprachtext,
    Tabelle,
    Trennlinie,
    Ueberschrift,
    absatz,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.render.schriftstueck import Block, Schriftstueck, Zelle

Textblock: TypeAlias = Absatz | Liste
"""What may stand in a cell or in the entry of a list."""


@dataclass(frozen=True, slots=True)
class Lage:
    """What a paragraph has from the place where it stands: its side, and whether it stays with what follows.

    ``trennbar``: its column is too narrow for one of its words, so that these may be divided even in a table.
    """

    seite: Seite = Seite.LINKS
    beisammen: bool = False
    trennbar: bool = False


OHNE_LAGE = Lage()
"""Where a paragraph of the running text stands."""


@dataclass(frozen=True, slots=True)
class Eintrag:
    """A line of the table of contents."""

    stufe: int
    text: str
    anker: str


@dataclass(frozen=True, slots=True)
class Aufbau:
    """A document ready to be written: ``anker`` are the places that links may lead to, each there once."""

    bloecke: tuple[Block, ...]
    anker: tuple[str, ...]
    eintraege: tuple[Eintrag, ...]


def aufbau(stueck: Schriftstueck) -> Aufbau:
    """Put the head before the blocks, keep the first of equal anchors, give headings one if there are contents."""
    bloecke = (*kopf(stueck), *stueck.bloecke)
    has_contents = any(isinstance(block, Inhaltsverzeichnis) for block in bloecke)
    anchors = _Anchors(bloecke, named_headings=has_contents)
    ready = tuple(anchors.settled(bloecke))
    eintraege = [
        Eintrag(block.stufe, reiner_text(block), block.anker)
        for block in ready
        if isinstance(block, Ueberschrift) and block.anker
    ]
    return Aufbau(ready, tuple(anchors.seen), tuple(eintraege))


def kopf(stueck: Schriftstueck) -> tuple[Absatz, ...]:
    """Return the head of a document: who it is from, title, subtitle, stand."""
    lines = (
        absatz(stueck.metadaten.koerperschaft, art=Absatzart.HERKUNFT),
        absatz(stueck.titel, art=Absatzart.TITEL),
        absatz(stueck.untertitel, art=Absatzart.UNTERTITEL),
        absatz(stueck.metadaten.stand, art=Absatzart.KLEIN),
    )
    return tuple(line for line in lines if line.laeufe)


def reiner_text(block: Ueberschrift | Absatz) -> str:
    """Return the words of a heading or paragraph on one line, without its notes."""
    return " ".join("".join(lauf.text for lauf in block.laeufe if not lauf.fussnote).split())


def flach(bloecke: Iterable[Block]) -> Iterator[Textblock]:
    """Yield what a cell or an entry can hold: a heading as a bold paragraph, a table row as a line, no page breaks."""
    for block in bloecke:
        match block:
            case Absatz() | Liste():
                yield block
            case Ueberschrift():
                yield Absatz(tuple(replace(lauf, fett=True) for lauf in block.laeufe), anker=block.anker)
            case Tabelle():
                yield from (_line(row) for row in (*block.kopfzeilen, *block.zeilen))
            case Trennlinie():
                yield absatz("* * *")
            case Sprachtext():
                yield from flach(block.bloecke)
            case Seitenumbruch() | Inhaltsverzeichnis():
                pass


def _line(row: tuple[Zelle, ...]) -> Absatz:
    laeufe: list[Lauf] = []
    for number, cell in enumerate(row):
        laeufe += [Lauf(" | ")] if number else []
        laeufe += _runs(cell.bloecke)
    return Absatz(tuple(laeufe))


def _runs(bloecke: Iterable[Block]) -> Iterator[Lauf]:
    for number, block in enumerate(flach(bloecke)):
        if number:
            yield Lauf(" ")
        if isinstance(block, Absatz):
            yield from block.laeufe
        else:
            for entry in block.eintraege:
                yield from (*_runs(entry), Lauf("; "))


class _Anchors:
    """Settles the anchors of a document in the order of reading."""

    def __init__(self, bloecke: Iterable[Block], *, named_headings: bool) -> None:
        self.named_headings = named_headings
        self.taken = {anker for block in bloecke for anker in _anchors_of(block)}
        self.seen: Counter[str] = Counter()
        self.number = 0

    def settled(self, bloecke: Iterable[Block], *, top: bool = True) -> Iterator[Block]:
        for block in bloecke:
            match block:
                case Ueberschrift() if self.named_headings and top and not block.anker:
                    yield replace(block, anker=self._new())
                case Ueberschrift() | Absatz():
                    yield replace(block, anker=self._first(block.anker))
                case Liste():
                    entries = tuple(tuple(self.settled(entry, top=False)) for entry in block.eintraege)
                    yield replace(block, eintraege=entries)
                case Tabelle():
                    yield replace(
                        block, kopfzeilen=self._rows(block.kopfzeilen), zeilen=self._rows(block.zeilen)
                    )
                case Sprachtext():
                    yield replace(block, bloecke=tuple(self.settled(block.bloecke, top=False)))
                case _:
                    yield block

    def _rows(self, rows: tuple[tuple[Zelle, ...], ...]) -> tuple[tuple[Zelle, ...], ...]:
        return tuple(
            tuple(replace(cell, bloecke=tuple(self.settled(cell.bloecke, top=False))) for cell in row)
            for row in rows
        )

    def _first(self, anker: str | None) -> str | None:
        if not anker:
            return None
        self.seen[anker] += 1
        return anker if self.seen[anker] == 1 else None

    def _new(self) -> str:
        while True:
            self.number += 1
            anker = f"abschnitt-{self.number}"
            if anker not in self.taken:
                self.seen[anker] += 1
                return anker


def _anchors_of(block: Block) -> Iterator[str]:
    match block:
        case Ueberschrift() | Absatz():
            yield from filter(None, (block.anker,))
        case Liste():
            yield from (anker for entry in block.eintraege for part in entry for anker in _anchors_of(part))
        case Tabelle():
            for row in (*block.kopfzeilen, *block.zeilen):
                yield from (anker for cell in row for part in cell.bloecke for anker in _anchors_of(part))
        case Sprachtext():
            yield from (anker for part in block.bloecke for anker in _anchors_of(part))
        case _:
            pass
