"""Grammar rules for quarters, halves, seasons and school years, and the one rule for any unit."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from konzept.domain.termin.einheit import Einheit, Einheitsart, Lage
from konzept.domain.termin.jahresregeln import (
    ZWEIFEL_DOPPELJAHR,
    doppeljahr,
    doppeljahr_nach_nomen,
    jahr,
    jahresangabe,
    jahreszahl,
)
from konzept.domain.termin.leser import Leser, regel
from konzept.domain.termin.tagesregeln import monat, monatszahl, tag, tagespaar, tagesform, woche, zahl_bis
from konzept.domain.termin.woerter import (
    HALBJAHRESWOERTER,
    JAHRESWOERTER,
    JAHRESZEITEN,
    KITAJAHRE,
    LAGEN,
    LAGEN_IM_WORT,
    ORDNUNGSWOERTER,
    QUARTALSWOERTER,
    ROEMISCH,
    SCHULHALBJAHRE,
    SCHULJAHRE,
    SEMESTER,
    VAGE_JAHRESZEITEN,
)
from konzept.domain.termin.zeichen import Sorte

QUARTALE: Final = 4
WINTER: Final = 4
ZWEIFEL_ANFANG: Final = "»Anfang« und »Beginn« nennen keinen Tag."
ZWEIFEL_MITTE: Final = "»Mitte« nennt hier keinen Tag."
ZWEIFEL_SCHULBEGINN: Final = "Das Schuljahr beginnt formal am 01.08., der Unterricht je nach Land später."
ZWEIFEL_KITAJAHR: Final = "Das Kita-Jahr beginnt je nach Land und Träger am 01.08. oder 01.09."
ZWEIFEL_WINTER: Final = "Ein Winter liegt in zwei Jahren; genannt ist eines."
ZWEIFEL_EIN_SCHULJAHR: Final = "Ein Schuljahr liegt in zwei Kalenderjahren; genannt ist eines."
ZWEIFEL_VAGE_ZEIT: Final = "Diese Jahreszeit hat keine festen Grenzen."
ZWEIFEL_SEMESTER: Final = "Semester beginnen je nach Hochschule und Land verschieden."
ZWEIFEL_ROEMISCH: Final = "Die römische Zahl vor dem Jahr kann Quartal oder Halbjahr meinen."


@regel
def ordnungszahl(leser: Leser, i: int) -> tuple[int, int] | None:
    """1. | I. | I | erstes: the number before Quartal or Halbjahr."""
    zahl = zahl_bis(leser, i, QUARTALE)
    if zahl is not None:
        return zahl, leser.nach_punkt(i + 1)
    zeichen = leser.an(i)
    if zeichen.text in ROEMISCH:
        return ROEMISCH[zeichen.text], leser.nach_punkt(i + 1)
    if zeichen.norm in ORDNUNGSWOERTER and ORDNUNGSWOERTER[zeichen.norm] <= QUARTALE:
        return ORDNUNGSWOERTER[zeichen.norm], i + 1
    return None


def _bruchteil(
    leser: Leser, i: int, woerter: frozenset[str], art: Einheitsart, kuerzel: str, hoechstens: int
) -> tuple[Einheit, int] | None:
    """( nummer [ "/" nummer ] nomen | kuerzel nummer [ "/" kuerzel nummer ] | nomen nummer ) [ "/" ] [ jahr ]."""
    nummern = _nummern_vor_nomen(leser, i, woerter) or _nummern_nach_nomen(leser, i, woerter, kuerzel)
    if nummern is None:
        return None
    (erste, letzte), j = nummern
    if max(erste, letzte or 0) > hoechstens or (letzte is not None and letzte <= erste):
        return None
    einheit = Einheit(art, None, erste, letzte)
    k = j + 1 if leser.an(j).sorte in {Sorte.SCHRAEG, Sorte.STRICH} and leser.ist(j + 1, Sorte.ZAHL) else j
    if leser.ist(k, Sorte.KOMMA):
        k += 1
    gelesen = jahresangabe(leser, k)
    if gelesen is None and k == j + 1 and leser.ist(j, Sorte.STRICH):
        return einheit, j
    return (einheit.im_jahr(gelesen[0]), gelesen[1]) if gelesen is not None else (einheit, j)


def _nummern_vor_nomen(leser: Leser, i: int, woerter: frozenset[str]) -> tuple[tuple[int, int | None], int] | None:
    erste = ordnungszahl(leser, i)
    if erste is None:
        return None
    nummer, j = erste
    letzte = None
    if leser.ist(j, Sorte.SCHRAEG) and (weitere := ordnungszahl(leser, j + 1)) is not None:
        letzte, j = weitere
    if not leser.wort(j, woerter) or leser.an(j).norm in {"h", "q"} and not leser.an(j).gross:
        return None
    return (nummer, letzte), leser.nach_punkt(j + 1) if len(leser.an(j).norm) <= 2 else j + 1  # noqa: PLR2004  (Hj., Q.)


def _nummern_nach_nomen(
    leser: Leser, i: int, woerter: frozenset[str], kuerzel: str
) -> tuple[tuple[int, int | None], int] | None:
    if not leser.wort(i, woerter) or not leser.an(i).gross:
        return None
    j = leser.nach_punkt(i + 1)
    erste = zahl_bis(leser, j, QUARTALE)
    if erste is None and leser.an(j).text in ROEMISCH:
        erste = ROEMISCH[leser.an(j).text]
    if erste is None:
        return None
    j, letzte = j + 1, None
    if leser.ist(j, Sorte.SCHRAEG):
        k = j + 2 if leser.wort(j + 1, {kuerzel}) else j + 1
        weitere = zahl_bis(leser, k, QUARTALE)
        if weitere is not None and len(leser.an(k).text) == 1:
            letzte, j = weitere, k + 1
    return (erste, letzte), j


@regel
def quartal(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """2. Quartal 2022 | Q2/2022 | II. Quartal | 1./2. Quartal."""
    return _bruchteil(leser, i, QUARTALSWOERTER, Einheitsart.QUARTAL, "q", QUARTALE)


@regel
def halbjahr(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """1. Halbjahr 2022 | H1/2022 | zweite Jahreshälfte 2022."""
    return _bruchteil(leser, i, HALBJAHRESWOERTER, Einheitsart.HALBJAHR, "h", 2)


@regel
def roemisches_quartal(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """III/2022: a Roman number before a year is a quarter, in doubt."""
    nummer = ROEMISCH.get(leser.an(i).text)
    if nummer is None or not leser.ist(i + 1, Sorte.SCHRAEG):
        return None
    gelesen = jahresangabe(leser, i + 2)
    if gelesen is None:
        return None
    return Einheit(Einheitsart.QUARTAL, gelesen[0], nummer, zweifel=(ZWEIFEL_ROEMISCH,)), gelesen[1]


@regel
def schulhalbjahr(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """1. Schulhalbjahr 2021/22."""
    nummer = ordnungszahl(leser, i)
    if nummer is None or nummer[0] > 2 or not leser.wort(nummer[1], SCHULHALBJAHRE):  # noqa: PLR2004  (two halves)
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
    letzte, j = None, i + 1
    if leser.ist(j, Sorte.SCHRAEG) and (weitere := JAHRESZEITEN.get(leser.an(j + 1).norm, 0)) > nummer:
        letzte, j = weitere, j + 2
    einheit = Einheit(Einheitsart.JAHRESZEIT, None, nummer, letzte)
    if zeichen.norm in VAGE_JAHRESZEITEN:
        einheit = einheit.mit(ZWEIFEL_VAGE_ZEIT)
    return _mit_jahr(leser, j, einheit, reicht_hinueber=(letzte or nummer) == WINTER, zweifel=ZWEIFEL_WINTER)


@regel
def schuljahr(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """Schuljahr 2021/22 | Kita-Jahr 2021/2022."""
    if leser.wort(i, SCHULJAHRE):
        einheit = Einheit(Einheitsart.SCHULJAHR, None)
    elif leser.wort(i, KITAJAHRE):
        einheit = Einheit(Einheitsart.SCHULJAHR, None, zweifel=(ZWEIFEL_KITAJAHR,))
    else:
        return None
    return _mit_jahr(leser, i + 1, einheit, reicht_hinueber=True, zweifel=ZWEIFEL_EIN_SCHULJAHR)


@regel
def semester(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """Wintersemester 2021/22."""
    nummer = SEMESTER.get(leser.an(i).norm)
    if nummer is None or not leser.an(i).gross:
        return None
    einheit = Einheit(Einheitsart.SEMESTER, None, nummer, zweifel=(ZWEIFEL_SEMESTER,))
    gelesen = _mit_jahr(leser, i + 1, einheit, reicht_hinueber=nummer == 2, zweifel=ZWEIFEL_SEMESTER)  # noqa: PLR2004
    return gelesen if gelesen[0].jahr is not None or len(leser.an(i).norm) > 2 else None  # noqa: PLR2004  (SS, WS)


def _mit_jahr(leser: Leser, i: int, einheit: Einheit, *, reicht_hinueber: bool, zweifel: str) -> tuple[Einheit, int]:
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


@regel
def ganze_einheit(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """A unit without Anfang, Mitte, Ende; the first rule that fits, the more telling one first."""
    if tagesform(leser, i) is not None:  # 31.02.2021 is no date, and »02.2021« in it is none either
        return tag(leser, i)
    for lies in _EINHEITEN:
        gelesen = lies(leser, i)
        if gelesen is not None:
            return gelesen
    return None


_EINHEITEN = (
    tagespaar,
    woche,
    quartal,
    halbjahr,
    schulhalbjahr,
    roemisches_quartal,
    schuljahr,
    semester,
    jahreszeit,
    monat,
    monatszahl,
    jahr,
)


@regel
def lage(leser: Leser, i: int) -> tuple[Lage, int] | None:
    """( "Anfang" | "Mitte" | "Ende" ) [ "des" | "der" | "vom" | "im" ], the last of several (»Mitte/Ende«)."""
    wort = leser.an(i).norm
    if wort not in LAGEN:
        return None
    j = i + 1
    artikel = leser.wort(j, {"des", "der", "vom"})
    if artikel:
        j += 1
    elif wort.startswith("beginn") and not leser.wort(i - 1, {"zu"}):
        return None  # »Beginn 2022« names a step, not a part of the year
    return Lage(LAGEN[wort]), j


@regel
def einheit_mit_lage(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """lage { "/" lage } ganze_einheit | "Jahresende" [ jahr ] | "Ende des Jahres"."""
    wort = LAGEN_IM_WORT.get(leser.an(i).norm)
    if wort is not None:
        art = Einheitsart.JAHR if wort[0] == "jahr" else Einheitsart.SCHULJAHR
        j = i + 1
        if art is Einheitsart.JAHR:
            angabe = jahresangabe(leser, j)
            roh, j = (Einheit(art, angabe[0]), angabe[1]) if angabe is not None else (Einheit(art, None), j)
        else:
            roh, j = _mit_jahr(leser, j, Einheit(art, None), reicht_hinueber=True, zweifel=ZWEIFEL_EIN_SCHULJAHR)
        return _in_lage(roh, Lage(wort[1])), j
    erste = lage(leser, i)
    if erste is None:
        return None
    wo, j = erste
    gemischt = leser.an(j).sorte is Sorte.SCHRAEG and (zweite := lage(leser, j + 1)) is not None
    if gemischt and zweite is not None:
        wo, j = zweite
    gelesen = ganze_einheit(leser, j)
    if gelesen is None and leser.wort(j, JAHRESWOERTER) and leser.wort(j - 1, {"des"}):
        gelesen = Einheit(Einheitsart.JAHR, None), j + 1
    if gelesen is None:
        return None
    einheit = _in_lage(gelesen[0], wo)
    return (einheit.mit(ZWEIFEL_ANFANG) if gemischt else einheit), gelesen[1]


def _in_lage(einheit: Einheit, wo: Lage) -> Einheit:
    """Put a unit into its Anfang, Mitte or Ende, with the doubts that design §5 names."""
    einheit = replace(einheit, lage=wo)
    if einheit.art is Einheitsart.TAG:
        return einheit.mit(ZWEIFEL_ANFANG)
    if wo is Lage.ANFANG:
        return einheit.mit(ZWEIFEL_SCHULBEGINN if einheit.art is Einheitsart.SCHULJAHR else ZWEIFEL_ANFANG)
    if wo is Lage.MITTE and einheit.art is not Einheitsart.JAHR:
        return einheit.mit(ZWEIFEL_MITTE)
    return einheit


@regel
def nachgestellt(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """jahr [ "," | "/" | "(" ] einheit ohne Jahr [ ")" ]: »2021, 3. Quartal«, »2022/III«."""
    zahl = jahreszahl(leser, i)
    if zahl is None:
        return None
    j, klammer = i + 1, leser.ist(i + 1, Sorte.AUF)
    if klammer or leser.an(j).sorte in {Sorte.KOMMA, Sorte.SCHRAEG}:
        j += 1
    if leser.wort(j, {"im", "in"}):
        j += 1
    if leser.ist(i + 1, Sorte.SCHRAEG) and leser.an(j).text in ROEMISCH:
        return Einheit(Einheitsart.QUARTAL, zahl, ROEMISCH[leser.an(j).text], zweifel=(ZWEIFEL_ROEMISCH,)), j + 1
    if leser.an(j).sorte not in {Sorte.WORT, Sorte.ZAHL} or jahreszahl(leser, j):
        return None
    gelesen = einheit_mit_lage(leser, j) or ganze_einheit(leser, j)
    if gelesen is None or gelesen[0].jahr is not None or gelesen[0].art in {Einheitsart.TAG, Einheitsart.JAHR}:
        return None
    if klammer and not leser.ist(gelesen[1], Sorte.ZU):
        return None
    if not klammer and leser.an(gelesen[1]).sorte not in {Sorte.ENDE, Sorte.KOMMA, Sorte.SEMIKOLON, Sorte.ZU, Sorte.PUNKT}:
        return None
    return gelesen[0].im_jahr(zahl), gelesen[1] + (1 if klammer else 0)


@regel
def einheit(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """einheit_mit_lage | nachgestellt | ganze_einheit, if the calendar knows it."""
    gelesen = einheit_mit_lage(leser, i) or nachgestellt(leser, i) or ganze_einheit(leser, i)
    return gelesen if gelesen is not None and gelesen[0].gueltig else None
