"""Grammar rules for seasons, school years, Kita years and semesters."""

from __future__ import annotations

from typing import Final

from konzept.domain.termin.grammatik.einheit import Einheit, Einheitsart
from konzept.domain.termin.grammatik.jahre import (
    ZWEIFEL_DOPPELJAHR,
    doppeljahr,
    doppeljahr_nach_nomen,
    jahresangabe,
)
from konzept.domain.termin.grammatik.leser import Leser, regel
from konzept.domain.termin.grammatik.teiljahre import ordnungszahl
from konzept.domain.termin.grammatik.woerter import (
    JAHRESZEITEN,
    KITAJAHRE,
    SCHULHALBJAHRE,
    SCHULJAHRE,
    SEMESTER,
    VAGE_JAHRESZEITEN,
)
from konzept.domain.termin.grammatik.zeichen import Sorte

WINTER: Final = 4
ZWEIFEL_SCHULBEGINN: Final = "Das Schuljahr beginnt formal am 01.08., der Unterricht je nach Land später."
ZWEIFEL_KITAJAHR: Final = "Das Kita-Jahr beginnt je nach Land und Träger am 01.08. oder 01.09."
ZWEIFEL_WINTER: Final = "Ein Winter liegt in zwei Jahren; genannt ist eines."
ZWEIFEL_EIN_SCHULJAHR: Final = "Ein Schuljahr liegt in zwei Kalenderjahren; genannt ist eines."
ZWEIFEL_VAGE_ZEIT: Final = "Diese Jahreszeit hat keine festen Grenzen."
ZWEIFEL_SEMESTER: Final = "Semester beginnen je nach Hochschule und Land verschieden."


@regel
def schulhalbjahr(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """1. Schulhalbjahr 2021/22."""
    nummer = ordnungszahl(leser, i)
    if nummer is None or nummer[0] > 2 or not leser.wort(nummer[1], SCHULHALBJAHRE):
        return None
    einheit = Einheit(Einheitsart.SCHULHALBJAHR, None, nummer[0], zweifel=(ZWEIFEL_SCHULBEGINN,))
    doppelt = doppeljahr_nach_nomen(leser, nummer[1] + 1)
    return (einheit.im_jahr(doppelt[0][0]), doppelt[1]) if doppelt is not None else (einheit, nummer[1] + 1)


@regel
def jahreszeit(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """Sommer 2021 | Herbst/Winter 2021 | Winter 2021/22."""
    zeichen = leser.an(i)
    nummer = JAHRESZEITEN.get(zeichen.norm) or VAGE_JAHRESZEITEN.get(zeichen.norm)
    if nummer is None:
        return None
    letzte, j = None, leser.nach_punkt(i + 1) if zeichen.norm == "fruehj" else i + 1
    if leser.ist(j, Sorte.SCHRAEG) and (weitere := JAHRESZEITEN.get(leser.an(j + 1).norm, 0)) == nummer + 1:
        letzte, j = weitere, j + 2
    einheit = Einheit(Einheitsart.JAHRESZEIT, None, nummer, letzte)
    if zeichen.norm in VAGE_JAHRESZEITEN:
        einheit = einheit.mit(ZWEIFEL_VAGE_ZEIT)
    return mit_jahr(leser, j, einheit, reicht_hinueber=(letzte or nummer) == WINTER, zweifel=ZWEIFEL_WINTER)


@regel
def schuljahr(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """Schuljahr 2021/22 | Kita-Jahr 2021/2022."""
    if leser.wort(i, SCHULJAHRE):
        einheit = Einheit(Einheitsart.SCHULJAHR, None)
    elif leser.wort(i, KITAJAHRE):
        einheit = Einheit(Einheitsart.SCHULJAHR, None, zweifel=(ZWEIFEL_KITAJAHR,))
    else:
        return None
    return mit_jahr(leser, i + 1, einheit, reicht_hinueber=True, zweifel=ZWEIFEL_EIN_SCHULJAHR)


@regel
def semester(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """Wintersemester 2021/22."""
    nummer = SEMESTER.get(leser.an(i).norm)
    if nummer is None or not (leser.an(i).gross or len(leser.an(i).norm) > len("ws")):
        return None
    einheit = Einheit(Einheitsart.SEMESTER, None, nummer, zweifel=(ZWEIFEL_SEMESTER,))
    gelesen = mit_jahr(leser, i + 1, einheit, reicht_hinueber=nummer == 2, zweifel=ZWEIFEL_SEMESTER)
    return gelesen if gelesen[0].jahr is not None or len(leser.an(i).norm) > 2 else None


def mit_jahr(
    leser: Leser, i: int, einheit: Einheit, *, reicht_hinueber: bool, zweifel: str
) -> tuple[Einheit, int]:
    """Give a unit its year; one that runs over New Year wants a double year and is in doubt without."""
    doppelt = doppeljahr_nach_nomen(leser, i)
    if doppelt is not None:
        einheit = einheit.im_jahr(doppelt[0][0])
        return (einheit if reicht_hinueber else einheit.mit(ZWEIFEL_DOPPELJAHR)), doppelt[1]
    if doppeljahr(leser, i) is not None:
        return einheit, i
    gelesen = jahresangabe(leser, i)
    if gelesen is None:
        return einheit, i
    einheit = einheit.im_jahr(gelesen[0])
    return (einheit.mit(zweifel) if reicht_hinueber else einheit), gelesen[1]
