"""The grammar's first rule: a wording is a row of time expressions and words; REGELN is the order of trial."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from konzept.domain.termin.grammatik.bereiche import bereich
from konzept.domain.termin.grammatik.daten import bezug, einheiten, schraegpaar
from konzept.domain.termin.grammatik.dauern import dauer, relativ
from konzept.domain.termin.grammatik.grenzen import ab, beginn, bis, folge, ueber_hinaus, vor_oder_nach, zum
from konzept.domain.termin.grammatik.nebensachen import kein_tag, nebensache, nummerierung
from konzept.domain.termin.grammatik.offene import offener_bereich, verschiebung, zeitraum_einer_einheit
from konzept.domain.termin.grammatik.rhythmen import (
    alle_n,
    jedes,
    jeweils,
    nomen_je_einheit,
    oft_je_einheit,
    wochentag_im_monat,
    wochentags,
)
from konzept.domain.termin.grammatik.turnus import adverb, ohne_regel, turnus
from konzept.domain.termin.grammatik.worte import laufend, ohne_datum, zeitraumwort

if TYPE_CHECKING:
    from collections.abc import Callable

    from konzept.domain.termin.grammatik.funde import Fund
    from konzept.domain.termin.grammatik.leser import Leser

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
    wochentag_im_monat,
    wochentags,
    jeweils,
    adverb,
    jedes,
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
