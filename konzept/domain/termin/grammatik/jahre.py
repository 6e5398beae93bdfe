"""Grammar rules for years: bare, with a noun, two-digit, double."""

from __future__ import annotations

import re
from typing import Final

from konzept.domain.termin.grammatik.einheit import Einheit, Einheitsart
from konzept.domain.termin.grammatik.leser import Leser, regel
from konzept.domain.termin.grammatik.woerter import (
    FREMDE_JAHRE,
    JAHRESWOERTER,
    MENGENWOERTER,
    MENGENZEICHEN,
    NAMEN_MIT_JAHR,
)
from konzept.domain.termin.grammatik.zeichen import Sorte, Zeichen

ERSTES_JAHR: Final = 1900
LETZTES_JAHR: Final = 2199
JAHRHUNDERT: Final = 100
WENDE: Final = 70
"""Two-digit years from here on belong to the last century."""

ANFUEHRUNGEN: Final = frozenset("\"'\u201e\u201c\u00bb\u00ab\u201a\u2039\u203a")
ZWEIFEL_JAHRHUNDERT: Final = "Das Jahrhundert ist nicht genannt."
ZWEIFEL_DOPPELJAHR: Final = (
    "Ein Doppeljahr ohne Nomen kann ein Schul- oder Haushaltsjahr oder zwei Kalenderjahre meinen."
)
ZWEIFEL_FREMDES_JAHR: Final = "Dieses Jahr muss kein Kalenderjahr sein."
ZWEIFEL_NAME: Final = "Die Jahreszahl kann zu einem Namen gehören."


def _klebt(leser: Leser, i: int) -> bool:
    """Tell whether a number is glued to letters or a decimal, as in »EU2020« or »2020er«."""
    davor, danach = leser.an(i - 1), leser.an(i + 1)
    klebrig = davor.sorte in {Sorte.WORT, Sorte.SONST, Sorte.ZAHL} and davor.text not in ANFUEHRUNGEN
    vorn = leser.an(i).eng and klebrig and i > 0
    return vorn or (
        danach.eng and danach.sorte is Sorte.WORT and danach.norm not in {"ff", "f", "u", "und", "bis"}
    )


def jahreszahl(leser: Leser, i: int) -> int | None:
    """Return the year that a four-digit number certainly is."""
    zahl = leser.an(i)
    if zahl.sorte is not Sorte.ZAHL or len(zahl.text) != 4 or _klebt(leser, i):
        return None
    if _ist_menge(leser.an(i + 1)):
        return None
    return zahl.wert if ERSTES_JAHR <= zahl.wert <= LETZTES_JAHR else None


def _ist_menge(danach: Zeichen) -> bool:
    """Tell whether the piece behind a number makes it an amount instead of a year."""
    return danach.text in MENGENZEICHEN or danach.norm in MENGENWOERTER


def volle_jahreszahl(leser: Leser, i: int) -> tuple[int, int] | None:
    """Read a year of four digits where the words before leave no doubt that it is one."""
    zahl = leser.an(i)
    if zahl.sorte is Sorte.ZAHL and len(zahl.text) == 4 and zahl.wert > 0:
        return zahl.wert, i + 1
    return None


def unmoegliches_jahr(leser: Leser, i: int) -> tuple[int, int] | None:
    """Read what stands in a year's place and is none that a calendar has: 0000, and five digits or more."""
    zahl = leser.an(i)
    zu_lang = len(zahl.text) > len("9999") and zahl.eng
    nichts = len(zahl.text) == len("0000") and zahl.wert == 0
    return (zahl.wert, i + 1) if zahl.sorte is Sorte.ZAHL and (zu_lang or nichts) else None


def vertipptes_jahr(leser: Leser, i: int) -> bool:
    """Tell whether a number is a year with a digit too many or too few, or 0000, by its looks and what follows it."""
    zahl = leser.an(i)
    if (
        zahl.sorte is not Sorte.ZAHL
        or not re.fullmatch("(?:19|20|21)(?:[0-9]|[0-9]{3})|0000", zahl.text)
        or _klebt(leser, i)
    ):
        return False
    return leser.an(i + 1).sorte not in {Sorte.WORT, Sorte.SONST} and not _ist_menge(leser.an(i + 1))


def kurze_jahreszahl(leser: Leser, i: int) -> tuple[int, int] | None:
    """Read a year of two digits, with or without an apostrophe."""
    if leser.ist(i, Sorte.APOSTROPH):
        i += 1
    zahl = leser.an(i)
    if zahl.sorte is not Sorte.ZAHL or len(zahl.text) != 2:
        return None
    return zahl.wert + (2000 if zahl.wert < WENDE else 1900), i + 1


def zweifel_am_jahrhundert(leser: Leser, i: int, jahr: int) -> tuple[str, ...]:
    """Return the doubt about a short year that may belong to either century; `i` is the place behind it."""
    kurz = len(leser.an(i - 1).text) == 2
    return (ZWEIFEL_JAHRHUNDERT,) if kurz and jahr < JAHRHUNDERT * 20 else ()


@regel
def doppeljahr(leser: Leser, i: int) -> tuple[tuple[int, int], int] | None:
    """Jahr "/" (vierstellig | zweistellig), the second the year after the first, or later."""
    erstes = jahreszahl(leser, i)
    if erstes is None or not leser.ist(i + 1, Sorte.SCHRAEG):
        return None
    zweites = leser.an(i + 2)
    if zweites.sorte is not Sorte.ZAHL or len(zweites.text) not in {2, 4} or _klebt(leser, i + 2):
        return None
    if leser.ist(i + 3, Sorte.PUNKT) and leser.ist(i + 4, Sorte.ZAHL) and leser.an(i + 4).eng:
        return None
    jahr = zweites.wert
    if len(zweites.text) == 2:
        jahr += erstes // JAHRHUNDERT * JAHRHUNDERT
    return ((erstes, jahr), i + 3) if erstes < jahr <= LETZTES_JAHR else None


@regel
def doppeljahr_nach_nomen(leser: Leser, i: int) -> tuple[tuple[int, int], int] | None:
    """A double year behind a noun such as Schuljahr: 2021/22, 21/22, 2021-22."""
    erstes = volle_jahreszahl(leser, i) or kurze_jahreszahl(leser, i)
    if erstes is None:
        return None
    jahr, j = erstes
    if leser.an(j).sorte not in {Sorte.SCHRAEG, Sorte.STRICH}:
        return None
    zweites = leser.an(j + 1)
    if zweites.sorte is not Sorte.ZAHL or zweites.wert % JAHRHUNDERT != (jahr + 1) % JAHRHUNDERT:
        return None
    if len(zweites.text) not in {2, 4} or (len(zweites.text) == 4 and zweites.wert != jahr + 1):
        return None
    return (jahr, jahr + 1), j + 2


@regel
def jahresangabe(leser: Leser, i: int) -> tuple[int, int] | None:
    """The year behind a month, quarter or season: 2021 | '21 | 21 | "des Jahres" 2021."""
    j = i
    if leser.wort(j, {"des", "im", "in", "vom", "fuer"}):
        j += 1
    if leser.wort(j, JAHRESWOERTER):
        j += 1
    if j - i == 1 and leser.wort(i, {"des", "vom", "fuer"}):
        return None
    jahr = jahreszahl(leser, j)
    if jahr is not None:
        return jahr, j + 1
    if j == i or leser.ist(j, Sorte.APOSTROPH):
        kurz = kurze_jahreszahl(leser, j)
        if kurz is not None and kurz_steht_frei(leser, kurz[1]):
            return kurz
    return None


def kurz_steht_frei(leser: Leser, j: int) -> bool:
    """Tell whether two digits may be a year: nothing counted follows, and no dot of an ordinal or a date."""
    danach = leser.an(j)
    if danach.sorte is Sorte.PUNKT:
        return leser.an(j + 1).sorte in {Sorte.ENDE, Sorte.SEMIKOLON}
    if danach.sorte in {Sorte.SCHRAEG, Sorte.STRICH}:
        return not leser.ist(j + 1, Sorte.ZAHL) or not danach.eng or len(leser.an(j + 1).text) == 2
    if danach.sorte in {Sorte.WORT, Sorte.ZAHL, Sorte.SONST}:
        return not danach.gross and not danach.eng and not _ist_menge(danach)
    return True


@regel
def jahr(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """[ "Jahr" | "Haushaltsjahr" | … ] ( doppeljahr | vierstelliges Jahr )."""
    j, zweifel = i, ()  # type: int, tuple[str, ...]
    nomen = leser.wort(i, JAHRESWOERTER)
    if nomen:
        j += 1
    elif leser.wort(i, FREMDE_JAHRE):
        j, zweifel = j + 1, (ZWEIFEL_FREMDES_JAHR,)
    elif leser.wort(i - 1, NAMEN_MIT_JAHR):
        zweifel = (ZWEIFEL_NAME,)
    doppelt = doppeljahr(leser, j)
    if doppelt is not None:
        (erstes, zweites), j = doppelt
        weiteres = leser.ist(j, Sorte.SCHRAEG) and jahreszahl(leser, j + 1)
        if weiteres:
            zweites, j = max(zweites, weiteres), j + 2
        elif leser.ist(j, Sorte.SCHRAEG) and leser.an(j + 1).text == f"{(zweites + 1) % JAHRHUNDERT:02}":
            zweites, j = zweites + 1, j + 2
        return Einheit(Einheitsart.JAHR, erstes, bis_jahr=zweites, zweifel=(*zweifel, ZWEIFEL_DOPPELJAHR)), j
    zahl = jahreszahl(leser, j)
    if zahl is None and leser.ist(j, Sorte.APOSTROPH) and (kurz := kurze_jahreszahl(leser, j)) is not None:
        return Einheit(Einheitsart.JAHR, kurz[0], zweifel=zweifel), kurz[1]
    if zahl is None and nomen and (voll := volle_jahreszahl(leser, j)):
        zahl = voll[0]
    return (Einheit(Einheitsart.JAHR, zahl, zweifel=zweifel), j + 1) if zahl is not None else None
