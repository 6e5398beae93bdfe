"""Where a wording goes on to another step: two names, two numbers, a new line, and so no common date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from konzept.domain.termin.grammatik.funde import Fund, Fundart
from konzept.domain.termin.grammatik.reihen import UND
from konzept.domain.termin.grammatik.woerter import FUELLWOERTER, KALENDERWOERTER, WEISER
from konzept.domain.termin.grammatik.zeichen import Sorte
from konzept.domain.termin.gruppe import Gruppe, hat_nomen
from konzept.domain.termin.zweifel import ist_nomen

if TYPE_CHECKING:
    from konzept.domain.termin.grammatik.leser import Leser

WEITE: Final = 10
"""How far behind a date the name of its step may stand."""
_DATEN: Final = frozenset({Fundart.EINHEIT, Fundart.BIS, Fundart.AB, Fundart.ZEITRAUM})


def zwei_schritte(leser: Leser, gruppe: Gruppe, puffer: list[int], fund: Fund) -> bool:
    """Tell whether nouns on both sides of a separation name two steps: »bis 2022 (Konzept), jährlich (Umsetzung)«.

    A comma separates wherever it stands; »und«, a slash, a dash and a new line only right behind the date before, or
    »Workshops und Seminare« would be two steps.
    """
    if _neuer_name(leser, gruppe, puffer, fund):
        return True
    kommas = [n for n, i in enumerate(puffer) if leser.ist(i, Sorte.KOMMA)]
    if kommas:
        davor, dahinter = puffer[: kommas[-1]], puffer[kommas[-1] :]
    else:
        erstes = next((i for i in puffer if not leser.ist(i, Sorte.ZU)), fund.start)
        bindet = leser.wort(erstes, UND) or leser.an(erstes).sorte in {Sorte.UND, Sorte.SCHRAEG, Sorte.STRICH}
        if not (bindet or leser.an(erstes).umbruch):
            return False
        davor, dahinter = [], puffer
    if not (gruppe.eigenes_nomen or hat_nomen(leser, davor)):
        return False
    return hat_nomen(leser, dahinter) or _name_folgt(leser, fund.stop)


def _neuer_name(leser: Leser, gruppe: Gruppe, puffer: list[int], fund: Fund) -> bool:
    """Tell whether a second name begins right behind a named date: »Konzept bis 2022 Umsetzung jährlich«."""
    if puffer and gruppe.woerter and _naechste_nummer(leser, gruppe.woerter[0], puffer[0]):
        return True
    if not (puffer and gruppe.eigenes_nomen and gruppe.arten <= _DATEN):
        return False
    beginnt = ist_nomen(leser, puffer[0]) or leser.ist(puffer[0], Sorte.ZAHL)
    return (
        beginnt and hat_nomen(leser, puffer) and fund.art in {Fundart.RHYTHMUS, Fundart.LAUFEND, Fundart.AB}
    )


def _naechste_nummer(leser: Leser, davor: int, i: int) -> bool:
    """Tell whether the number of the next part stands here: »1. Konzept … 2. Umsetzung«, »Ziel 1 … Ziel 2«."""
    if leser.wort(davor, WEISER) and leser.an(i).norm == leser.an(davor).norm:
        return True
    nummern = leser.ist(davor, Sorte.ZAHL) and leser.ist(i, Sorte.ZAHL)
    mit_punkt = leser.ist(davor + 1, Sorte.PUNKT) and leser.ist(i + 1, Sorte.PUNKT)
    return nummern and mit_punkt and leser.an(i).wert == leser.an(davor).wert + 1


def _name_folgt(leser: Leser, i: int) -> bool:
    """Tell whether the name of a step follows behind a date: »jährlich (Umsetzung)«, »laufend ab 2020 Umsetzung«."""
    for k in range(i, i + WEITE):
        if leser.an(k).sorte in {Sorte.ENDE, Sorte.KOMMA, Sorte.SEMIKOLON}:
            return False
        im_satz = leser.wort(k - 1, FUELLWOERTER)  # »im Rathaus« says where
        if ist_nomen(leser, k) and leser.an(k).norm not in KALENDERWOERTER and not im_satz:
            return True
    return False
