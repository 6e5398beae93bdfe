"""When the log calls a Maßnahme done: the latest answer decides, and the answers before it that say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.sachstand import ABGESCHLOSSEN, Stand

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from konzept.domain.sachstand import Meldung, Sachstand


def antworten(meldungen: Iterable[Meldung]) -> tuple[Meldung, ...]:
    """Return the entries in which a body did report: that it was asked and did not answer is no report."""
    return tuple(meldung for meldung in meldungen if meldung.stand is not Stand.KEINE_RUECKMELDUNG)


def schlussmeldungen(meldungen: Iterable[Meldung]) -> tuple[Meldung, ...]:
    """Return, in their order, the last answers on one Maßnahme that call all of it umgesetzt or entfallen.

    In the order of the days they speak of, then of the log; nothing if the latest says otherwise.
    """
    folge: list[Meldung] = []
    geordnet = sorted(antworten(meldungen), key=lambda meldung: meldung.am)
    for meldung in reversed(geordnet):
        if meldung.stand not in ABGESCHLOSSEN:
            break
        folge.append(meldung)
    return tuple(reversed(folge))


def abgeschlossene(sachstand: Sachstand | None, stichtag: date | None = None) -> dict[str, Meldung]:
    """Return by Maßnahme the report that calls it umgesetzt or entfallen, where that is the latest known one.

    With a ``stichtag`` only what was written down by then is known.
    """
    je_massnahme: dict[str, list[Meldung]] = {}
    for meldung in sachstand.eintraege if sachstand else ():
        if stichtag is None or meldung.erfasst <= stichtag:
            je_massnahme.setdefault(meldung.massnahme, []).append(meldung)
    return {
        massnahme: schluss[-1]
        for massnahme, meldungen in je_massnahme.items()
        if (schluss := schlussmeldungen(meldungen))
    }
