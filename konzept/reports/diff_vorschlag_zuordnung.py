"""The best pairing of two lists as a whole: no item twice, and no sure pair given up for two doubtful ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Wertungen = Mapping[tuple[int, int], int]

_FREI = -1
GROESSTE_GRUPPE = 100
"""Items of one side that hang together by likeness; the exact way takes the cube of it. Beyond, the best goes first."""


def zuordnung(wertungen: Wertungen, schwelle: int) -> list[tuple[int, int]]:
    """Pair old and new items, each at most once, so that the pairs as a whole score best.

    ``wertungen`` holds the score of each pair (position in the old list, in the new one) that may be made; those
    below ``schwelle`` are not. What a pair is worth is what it has above the threshold, so one sure pair outweighs
    two that barely reach it. Among equals the first in reading order win, and pairs that do not cross. They come
    in the order of the old list.
    """
    moegliche = {paar: wert for paar, wert in wertungen.items() if wert >= schwelle}
    paare: list[tuple[int, int]] = []
    for gruppe in _gruppen(moegliche):
        alte = sorted({alt for alt, _ in gruppe})
        neue = sorted({neu for _, neu in gruppe})
        # among equals: the sum is best for the first ones, the product where nothing crosses; all of it together
        # never makes up for a point
        weite = max(alte[-1], neue[-1]) + 1
        punkt = 2 * len(alte) * weite**2 + 1
        gewicht = {
            (alt, neu): (moegliche[alt, neu] - schwelle + 1) * punkt - (alt + neu) * weite + alt * neu
            for alt, neu in gruppe
        }
        genau = max(len(alte), len(neue)) <= GROESSTE_GRUPPE
        paare += _beste(alte, neue, gewicht) if genau else _der_reihe_nach(gewicht)
    return sorted(paare)


def _gruppen(paare: Wertungen) -> Iterator[list[tuple[int, int]]]:
    """Part the pairs into groups that have no item in common; what is best in each is best in all."""
    nachbarn: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for alt, neu in sorted(paare):
        nachbarn.setdefault(("alt", alt), []).append((alt, neu))
        nachbarn.setdefault(("neu", neu), []).append((alt, neu))
    offen = dict.fromkeys(nachbarn)
    while offen:
        rand = [next(iter(offen))]
        del offen[rand[0]]
        gruppe: dict[tuple[int, int], None] = {}
        while rand:
            for alt, neu in nachbarn[rand.pop()]:
                gruppe[alt, neu] = None
                for ende in (("alt", alt), ("neu", neu)):
                    if ende in offen:
                        del offen[ende]
                        rand.append(ende)
        yield sorted(gruppe)


def _der_reihe_nach(gewicht: Wertungen) -> Iterator[tuple[int, int]]:
    alte: set[int] = set()
    neue: set[int] = set()
    for alt, neu in sorted(gewicht, key=lambda paar: (-gewicht[paar], paar)):
        if alt not in alte and neu not in neue:
            alte.add(alt)
            neue.add(neu)
            yield alt, neu


def _beste(alte: Sequence[int], neue: Sequence[int], gewicht: Wertungen) -> Iterator[tuple[int, int]]:
    """Solve the assignment exactly. Every old item may also stay alone: it has a column of its own, at no cost."""
    kosten = [[-gewicht.get((alt, neu), 0) for neu in neue] + [0] * len(alte) for alt in alte]
    zuweisung = _Zuweisung(kosten, len(neue) + len(alte))
    for zeile in range(len(alte)):
        zuweisung.nimm_auf(zeile)
    for spalte, zeile in enumerate(zuweisung.besitzer[: len(neue)]):
        if zeile != _FREI and (alte[zeile], neue[spalte]) in gewicht:
            yield alte[zeile], neue[spalte]


class _Zuweisung:
    """The cheapest way to give each row a column of its own, row by row: the Hungarian method.

    Each new row takes the shortest way to a free column, pushing others on where that costs less; the prices keep
    what was cheapest so far comparable.
    """

    def __init__(self, kosten: Sequence[Sequence[int]], spalten: int) -> None:
        self._kosten = kosten
        self._zeilenpreis = [0] * len(kosten)
        self._spaltenpreis = [0] * spalten
        self.besitzer = [_FREI] * spalten

    def nimm_auf(self, zeile: int) -> None:
        """Give one more row a column."""
        abstand: dict[int, int] = {}
        vorher: dict[int, int] = {}
        fertig: dict[int, int] = {}
        spalte, weg, hier = _FREI, 0, zeile
        while hier != _FREI:
            for naechste, preis in enumerate(self._spaltenpreis):
                neuer = weg + self._kosten[hier][naechste] - self._zeilenpreis[hier] - preis
                if naechste not in fertig and neuer < abstand.get(naechste, neuer + 1):
                    abstand[naechste], vorher[naechste] = neuer, spalte
            spalte = min(abstand, key=lambda eine: (abstand[eine], eine))
            weg = fertig[spalte] = abstand.pop(spalte)
            hier = self.besitzer[spalte]
        self._zeilenpreis[zeile] += weg
        for erreicht, strecke in fertig.items():
            self._spaltenpreis[erreicht] -= weg - strecke
            if self.besitzer[erreicht] != _FREI:
                self._zeilenpreis[self.besitzer[erreicht]] += weg - strecke
        while spalte != _FREI:
            davor = vorher[spalte]
            self.besitzer[spalte] = zeile if davor == _FREI else self.besitzer[davor]
            spalte = davor
