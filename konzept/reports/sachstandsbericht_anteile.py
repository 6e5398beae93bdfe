"""Whole numbers and shares of them: how many Maßnahmen each word of the Ampel has, in percent that add up to 100."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Ampelfarbe, Ampelwort

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from konzept.domain.einstellungen import Einstellungen

_WORTE = tuple(Ampelwort)
_FARBEN = tuple(Ampelfarbe)


@dataclass(frozen=True, slots=True)
class Ampelzahl:
    """How many Maßnahmen have one word, their share of all in percent, and how many had it in the last report.

    ``vorher`` is None where there was nothing to compare with.
    """

    wort: Ampelwort
    farbe: Ampelfarbe
    anzahl: int
    anteil: int
    vorher: int | None


def anteile(zahlen: Sequence[int], ganzes: int = 100) -> tuple[int, ...]:
    """Return the shares of whole numbers in ``ganzes``, whole themselves and adding up to it.

    The largest remainders are rounded up, of equal ones the first; where all numbers are 0, so are the shares.
    """
    summe = sum(zahlen)
    if summe == 0:
        return (0,) * len(zahlen)
    ergebnis = [zahl * ganzes // summe for zahl in zahlen]
    reste = sorted(range(len(zahlen)), key=lambda i: (-(zahlen[i] * ganzes % summe), i))
    for i in reste[: ganzes - sum(ergebnis)]:
        ergebnis[i] += 1
    return tuple(ergebnis)


def ampelzahlen(
    worte: Iterable[Ampelwort], vorher: Iterable[Ampelwort] | None, einstellungen: Einstellungen
) -> tuple[Ampelzahl, ...]:
    """Count every word of the Ampel, those that nobody has included, by colour and then by word."""
    jetzt = Counter(worte)
    frueher = None if vorher is None else Counter(vorher)
    folge = reihenfolge(einstellungen)
    return tuple(
        Ampelzahl(
            wort=wort,
            farbe=einstellungen.ampelfarbe(wort),
            anzahl=jetzt[wort],
            anteil=anteil,
            vorher=None if frueher is None else frueher[wort],
        )
        for wort, anteil in zip(folge, anteile([jetzt[wort] for wort in folge]), strict=True)
    )


def reihenfolge(einstellungen: Einstellungen) -> tuple[Ampelwort, ...]:
    """Return the words in the order in which they are shown: those of one colour stand together."""
    return tuple(
        sorted(
            Ampelwort, key=lambda wort: (_FARBEN.index(einstellungen.ampelfarbe(wort)), _WORTE.index(wort))
        )
    )
