"""What became of the Maßnahmen of a Fassung, in eight words that take up those of the Ampel: each has exactly one.

The Ampel of the Sachstandsbericht judges; here its words are only brought together, so that both documents say
the same of the same day.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Ampelwort
from konzept.reports.sachstandsbericht_anteile import anteile

if TYPE_CHECKING:
    from collections.abc import Iterable


class Ergebnis(StrEnum):
    """How a Maßnahme stands at the end; the order is that of tables: done, on its way, in trouble, unknown, dropped."""

    UMGESETZT = "umgesetzt"
    LAUFEND = "laufend"
    GEPLANT = "geplant"
    VERSPAETET = "verspaetet"
    ZURUECKGESTELLT = "zurueckgestellt"
    MELDUNG_VERALTET = "meldung-veraltet"
    NIE_GEMELDET = "nie-gemeldet"
    ENTFALLEN = "entfallen"


ERGEBNISSE = {
    Ampelwort.UMGESETZT: Ergebnis.UMGESETZT,
    Ampelwort.IM_PLAN: Ergebnis.LAUFEND,
    Ampelwort.GEPLANT: Ergebnis.GEPLANT,
    Ampelwort.VERZOEGERT: Ergebnis.VERSPAETET,
    Ampelwort.ZURUECKGESTELLT: Ergebnis.ZURUECKGESTELLT,
    Ampelwort.FRIST_VORBEI: Ergebnis.VERSPAETET,
    Ampelwort.FRIST_VORBEI_OHNE_MELDUNG: Ergebnis.NIE_GEMELDET,
    Ampelwort.FRIST_VORBEI_MELDUNG_VERALTET: Ergebnis.MELDUNG_VERALTET,
    Ampelwort.MELDUNG_VERALTET: Ergebnis.MELDUNG_VERALTET,
    Ampelwort.OHNE_MELDUNG: Ergebnis.NIE_GEMELDET,
    Ampelwort.ENTFALLEN: Ergebnis.ENTFALLEN,
}
"""Silence stays apart from lateness: nobody is late because nobody reported."""

FRIST_VORBEI = frozenset(
    {
        Ampelwort.FRIST_VORBEI,
        Ampelwort.FRIST_VORBEI_OHNE_MELDUNG,
        Ampelwort.FRIST_VORBEI_MELDUNG_VERALTET,
    }
)
"""The words that say that a Frist has passed, whether somebody reported or not."""


@dataclass(frozen=True, slots=True)
class Ergebniszahl:
    """How many Maßnahmen ended so, their share of all in whole percent, and of how many of them a Frist has passed."""

    ergebnis: Ergebnis
    anzahl: int
    anteil: int
    frist_vorbei: int


def gezaehlt(ergebnisse: Iterable[Ergebnis]) -> dict[Ergebnis, int]:
    """Count; every word is a key."""
    zahlen = Counter(ergebnisse)
    return {ergebnis: zahlen[ergebnis] for ergebnis in Ergebnis}


def ergebniszahlen(worte: Iterable[Ampelwort]) -> tuple[Ergebniszahl, ...]:
    """Sum up the Maßnahmen of a whole Fassung; every word stands once, the shares add up to 100."""
    alle = tuple(worte)
    zahlen = gezaehlt(ERGEBNISSE[wort] for wort in alle)
    vorbei = gezaehlt(ERGEBNISSE[wort] for wort in alle if wort in FRIST_VORBEI)
    return tuple(
        Ergebniszahl(ergebnis, anzahl, anteil, vorbei[ergebnis])
        for (ergebnis, anzahl), anteil in zip(zahlen.items(), anteile(list(zahlen.values())), strict=True)
    )
