"""Two sequences of words laid beside each other, so that what stays the same stays in long stretches."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from konzept.reports.wortvergleich_worte import wortform, wortgewicht

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from konzept.reports.wortvergleich_worte import Wortfolge

BRUCH = 3
"""What a further marked place costs: common words in between must weigh more to be worth the interruption.

A single word with a meaning of its own does, three filling words do not.
"""

ZELLEN = 250_000
"""How many pairs of words are weighed against each other at most, about 500 by 500; this bounds time and memory."""

_GLEICH, _ALT_WEG, _NEU_DAZU = range(3)


@dataclass(frozen=True, slots=True)
class Abschnitt:
    """A stretch of both sides: words ``i1`` to ``i2`` of the old text against ``j1`` to ``j2`` of the new one."""

    i1: int
    i2: int
    j1: int
    j2: int
    gleich: bool


def ausrichtung(alt: Wortfolge, neu: Wortfolge) -> list[Abschnitt]:
    """Lay two texts beside each other; stretches that are the same and stretches that are not take turns.

    The same means the same but for spelling. Of all ways to pair the words, in their order, the one is taken in
    which the common words weigh most, less ``BRUCH`` for every marked place. Texts too long for that are first cut
    at the sentences that both sides hold just once; a piece that is still too long counts as replaced.
    """
    links, rechts = [wortform(wort) for wort in alt.worte], [wortform(wort) for wort in neu.worte]
    paare: list[tuple[int, int]] = []
    zellen = ZELLEN
    for i1, i2, j1, j2 in _stuecke(alt, neu, links, rechts):
        vorn = _gemeinsam(links[i1:i2], rechts[j1:j2])
        paare += ((i1 + stelle, j1 + stelle) for stelle in range(vorn))
        i, j = i1 + vorn, j1 + vorn
        hinten = _gemeinsam(links[i:i2][::-1], rechts[j:j2][::-1])
        groesse = (i2 - hinten - i) * (j2 - hinten - j)
        if 0 < groesse <= zellen:
            zellen -= groesse
            gewichte = [wortgewicht(wort) for wort in alt.worte[i : i2 - hinten]]
            gefunden = _beste_paarung(links[i : i2 - hinten], rechts[j : j2 - hinten], gewichte)
            paare += ((i + links_, j + rechts_) for links_, rechts_ in gefunden)
        paare += ((i2 - stelle, j2 - stelle) for stelle in range(hinten, 0, -1))
    return list(_abschnitte(paare, len(links), len(rechts)))


def _stuecke(
    alt: Wortfolge, neu: Wortfolge, links: Sequence[str], rechts: Sequence[str]
) -> Iterator[tuple[int, int, int, int]]:
    """Cut both texts at the sentences they share, if they are too long to be weighed word by word."""
    i = j = 0
    if len(links) * len(rechts) > ZELLEN:
        for i1, i2, j1, j2 in _anker(_saetze(alt, links), _saetze(neu, rechts)):
            yield i, i1, j, j1
            yield i1, i2, j1, j2
            i, j = i2, j2
    yield i, len(links), j, len(rechts)


def _saetze(folge: Wortfolge, formen: Sequence[str]) -> list[tuple[tuple[str, ...], int, int]]:
    grenzen = folge.satzgrenzen()
    return [(tuple(formen[von:bis]), von, bis) for von, bis in pairwise(grenzen)]


def _anker(
    links: list[tuple[tuple[str, ...], int, int]], rechts: list[tuple[tuple[str, ...], int, int]]
) -> Iterator[tuple[int, int, int, int]]:
    """Give the sentences that stand just once on each side, as many as are in the same order on both.

    This is patience sorting, as in Bram Cohen's patience diff: it takes no longer than sorting does.
    """
    einmal_links, einmal_rechts = _einmalige(links), _einmalige(rechts)
    kandidaten = [
        (stelle, einmal_rechts[satz]) for satz, stelle in einmal_links.items() if satz in einmal_rechts
    ]
    spitzen: list[int] = []
    stapel: list[int] = []
    davor: list[int] = []
    for nummer, (_, rechte) in enumerate(kandidaten):
        platz = bisect_left(spitzen, rechte)
        spitzen[platz : platz + 1] = [rechte]
        stapel[platz : platz + 1] = [nummer]
        davor.append(stapel[platz - 1] if platz else -1)
    kette: list[tuple[int, int]] = []
    naechster = stapel[-1] if stapel else -1
    while naechster >= 0:
        kette.append(kandidaten[naechster])
        naechster = davor[naechster]
    for linke, rechte in reversed(kette):
        yield *links[linke][1:], *rechts[rechte][1:]


def _einmalige(saetze: list[tuple[tuple[str, ...], int, int]]) -> dict[tuple[str, ...], int]:
    stellen: dict[tuple[str, ...], int] = {}
    mehrmals: set[tuple[str, ...]] = set()
    for stelle, (satz, *_) in enumerate(saetze):
        if satz in stellen:
            mehrmals.add(satz)
        stellen.setdefault(satz, stelle)
    return {satz: stelle for satz, stelle in stellen.items() if satz not in mehrmals}


def _gemeinsam(links: Sequence[str], rechts: Sequence[str]) -> int:
    """Return how many words both begin with."""
    for stelle, (linkes, rechtes) in enumerate(zip(links, rechts, strict=False)):
        if linkes != rechtes:
            return stelle
    return min(len(links), len(rechts))


def _beste_paarung(
    links: Sequence[str], rechts: Sequence[str], gewichte: Sequence[int]
) -> list[tuple[int, int]]:
    """Pair equal words so that they weigh most, less ``BRUCH`` for every stretch without a pair.

    An alignment with affine gap costs (Gotoh 1982) in two tables: the best that ends with a pair, and the best that
    ends within a marked stretch. The pieces begin and end differently, so that no pair needs to be made at their
    edges for its own sake.
    """
    breite = len(rechts) + 1
    nie = -(10**9)
    paarwert, lueckenwert = [nie] * breite, [nie] * breite
    paarwert[0] = 0
    aus_luecke: list[bytearray] = []  # whether the pair before this one was reached out of a marked stretch
    schritte: list[bytearray] = []  # how a marked stretch was lengthened, and whether a pair came before
    lueckenwert[1:] = [-BRUCH] * (breite - 1)
    schritte.append(bytearray([0, _NEU_DAZU * 2 + 1] + [_NEU_DAZU * 2] * (breite - 2)))
    aus_luecke.append(bytearray(breite))
    for zeile, wort in enumerate(links):
        gewicht = gewichte[zeile]
        neuer_paarwert, neuer_lueckenwert = [nie] * breite, [nie] * breite
        herkunft, schritt = bytearray(breite), bytearray(breite)
        links_paar = links_luecke = nie
        for spalte in range(breite):
            wert, weg = lueckenwert[spalte], _ALT_WEG * 2
            if paarwert[spalte] - BRUCH > wert:
                wert, weg = paarwert[spalte] - BRUCH, _ALT_WEG * 2 + 1
            if links_luecke > wert:
                wert, weg = links_luecke, _NEU_DAZU * 2
            if links_paar - BRUCH > wert:
                wert, weg = links_paar - BRUCH, _NEU_DAZU * 2 + 1
            neuer_lueckenwert[spalte] = links_luecke = wert
            schritt[spalte] = weg
            if spalte and rechts[spalte - 1] == wort:
                vorher_paar, vorher_luecke = paarwert[spalte - 1], lueckenwert[spalte - 1]
                herkunft[spalte] = vorher_luecke > vorher_paar
                neuer_paarwert[spalte] = max(vorher_paar, vorher_luecke) + gewicht
            links_paar = neuer_paarwert[spalte]
        paarwert, lueckenwert = neuer_paarwert, neuer_lueckenwert
        aus_luecke.append(herkunft)
        schritte.append(schritt)
    return _rueckweg(aus_luecke, schritte, in_luecke=lueckenwert[-1] >= paarwert[-1])


def _rueckweg(
    aus_luecke: list[bytearray], schritte: list[bytearray], *, in_luecke: bool
) -> list[tuple[int, int]]:
    i, j = len(schritte) - 1, len(schritte[0]) - 1
    paare: list[tuple[int, int]] = []
    while i or j:
        if in_luecke:
            art, nach_paar = divmod(schritte[i][j], 2)
            i, j = (i - 1, j) if art == _ALT_WEG else (i, j - 1)
            in_luecke = not nach_paar
        else:
            in_luecke = bool(aus_luecke[i][j])
            i, j = i - 1, j - 1
            paare.append((i, j))
    return paare[::-1]


def _abschnitte(paare: list[tuple[int, int]], alte: int, neue: int) -> Iterator[Abschnitt]:
    """Turn pairs into stretches; ``alte`` and ``neue`` are the numbers of words."""
    i = j = 0
    anfang = (0, 0)
    for links, rechts in (*paare, (alte, neue)):
        if (links, rechts) != (i, j) or links == alte:
            if anfang != (i, j):
                yield Abschnitt(anfang[0], i, anfang[1], j, gleich=True)
            if (links, rechts) != (i, j):
                yield Abschnitt(i, links, j, rechts, gleich=False)
            anfang = (links, rechts)
        i, j = links + 1, rechts + 1
