"""The grammar's first rule: a wording is a row of time expressions and words; RULES is the order in which they are tried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from konzept.domain.termin.bereichsregeln import bereich, offener_bereich, verschiebung, zeitraum_einer_einheit
from konzept.domain.termin.grenzregeln import (
    ab,
    beginn,
    bezug,
    bis,
    einheiten,
    folge,
    schraegpaar,
    ueber_hinaus,
    vor_oder_nach,
    zum,
)
from konzept.domain.termin.rhythmusregeln import (
    adverb,
    alle_n,
    jedes,
    jeweils,
    nomen_je_einheit,
    oft_je_einheit,
    ohne_regel,
    turnus,
)
from konzept.domain.termin.wortregeln import (
    dauer,
    kein_tag,
    laufend,
    nebensache,
    nummerierung,
    ohne_datum,
    relativ,
    zeitraumwort,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from konzept.domain.termin.funde import Fund
    from konzept.domain.termin.leser import Leser

    Regel = Callable[[Leser, int], tuple[Fund, int] | None]

# The order is a decision: what reads more of the wording, or knows better what a number is, goes first.
# A part's number before a day's (»10.11) 2021«), a rhythm before a length (»alle zwei Jahre«), a range before a
# single date, a date before the words around it.
REGELN: Final[tuple[Regel, ...]] = (
    nummerierung,
    kein_tag,
    bezug,
    oft_je_einheit,
    alle_n,
    turnus,
    adverb,
    jedes,
    jeweils,
    nomen_je_einheit,
    verschiebung,
    offener_bereich,
    bereich,
    zeitraum_einer_einheit,
    folge,
    ueber_hinaus,
    ab,
    bis,
    vor_oder_nach,
    beginn,
    zum,
    schraegpaar,
    nebensache,
    einheiten,
    ohne_regel,
    relativ,
    laufend,
    dauer,
    ohne_datum,
    zeitraumwort,
)


def finde(leser: Leser) -> tuple[Fund | int, ...]:
    """Return the wording as a row of Funde and, for what no rule reads, places of single pieces."""
    glieder: list[Fund | int] = []
    i = 0
    while i < len(leser):
        fund = _an(leser, i)
        if fund is None:
            glieder.append(i)
            i += 1
        else:
            glieder.append(fund)
            i = max(fund.stop, i + 1)
    return tuple(glieder)


def _an(leser: Leser, i: int) -> Fund | None:
    for lies in REGELN:
        gelesen = lies(leser, i)
        if gelesen is not None:
            return gelesen[0]
    return None
