"""Grammar rules for days, months and weeks."""

from __future__ import annotations

from typing import Final

from konzept.domain.kalender import MONATE_IM_JAHR
from konzept.domain.termin.grammatik.einheit import Einheit, Einheitsart
from konzept.domain.termin.grammatik.jahre import (
    JAHRHUNDERT,
    jahresangabe,
    jahreszahl,
    kurze_jahreszahl,
    unmoegliches_jahr,
    volle_jahreszahl,
    zweifel_am_jahrhundert,
)
from konzept.domain.termin.grammatik.leser import Leser, regel
from konzept.domain.termin.grammatik.woerter import MONATE, WOCHENWOERTER
from konzept.domain.termin.grammatik.zeichen import Sorte

MAX_TAG: Final = 31
_NAHE_WOCHEN: Final = 4
"""So close together, »KW 20/23« may mean weeks as well as a year; »KW 12/21« means the year."""
ZWEIFEL_MONAT_ODER_BEREICH: Final = "Gemeint sein kann ein Monat oder ein Bereich von Jahren."
ZWEIFEL_WOCHE_ODER_JAHR: Final = "Gemeint sein kann eine Woche dieses Jahres oder ein Bereich von Wochen."
ZWEIFEL_REIHENFOLGE: Final = "Tag und Monat stehen in ungewohnter Form."


def zahl_bis(leser: Leser, i: int, hoechstens: int) -> int | None:
    """Return a number of one or two digits between 1 and `hoechstens`."""
    zeichen = leser.an(i)
    passt = zeichen.sorte is Sorte.ZAHL and len(zeichen.text) <= 2 and 1 <= zeichen.wert <= hoechstens
    return zeichen.wert if passt else None


@regel
def monatsname(leser: Leser, i: int) -> tuple[int, int] | None:
    """A month's name or its abbreviation, with or without full stop."""
    zeichen = leser.an(i)
    kurz = len(zeichen.norm) <= 4
    if zeichen.sorte is not Sorte.WORT or zeichen.norm not in MONATE:
        return None
    return MONATE[zeichen.norm], leser.nach_punkt(i + 1) if kurz else i + 1


@regel
def tagesform(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """What has the shape of a full date, whether or not the calendar knows the day."""
    for form in (_iso, _zahlentag, _worttag, _schraegtag):
        gelesen = form(leser, i)
        if gelesen is not None:
            return gelesen
    return None


@regel
def tag(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """tagesform, if the calendar knows that day."""
    gelesen = tagesform(leser, i)
    return gelesen if gelesen is not None and gelesen[0].gueltig else None


def _iso(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """2021-08-31."""
    jahr = volle_jahreszahl(leser, i)
    if jahr is None or not _striche_eng(leser, i):
        return None
    monat, nummer = leser.an(i + 2), leser.an(i + 4)
    if len(monat.text) != 2 or len(nummer.text) != 2:
        return None
    return Einheit(Einheitsart.TAG, jahr[0], nummer.wert, monat=monat.wert), i + 5


def _striche_eng(leser: Leser, i: int) -> bool:
    folge = (Sorte.STRICH, Sorte.ZAHL, Sorte.STRICH, Sorte.ZAHL)
    return all(leser.ist(i + n, sorte) and leser.an(i + n).eng for n, sorte in enumerate(folge, start=1))


def _zahlentag(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """31.8.2021 | 31.08.21 | 31.08. (the year open)."""
    zeichen = leser.an(i)
    if zeichen.sorte is not Sorte.ZAHL or len(zeichen.text) > 2 or not leser.ist(i + 1, Sorte.PUNKT):
        return None
    monat = leser.an(i + 2)
    if monat.sorte is not Sorte.ZAHL or len(monat.text) > 2 or not leser.ist(i + 3, Sorte.PUNKT):
        return _ohne_letzten_punkt(leser, i)
    roh = Einheit(Einheitsart.TAG, None, zeichen.wert, monat=monat.wert)
    jahr = volle_jahreszahl(leser, i + 4)
    if jahr is None and leser.an(i + 4).eng:
        jahr = kurze_jahreszahl(leser, i + 4)
    jahr = jahr or unmoegliches_jahr(leser, i + 4)
    if jahr is None:
        return (roh, i + 4) if roh.gueltig else None
    return roh.im_jahr(jahr[0]).mit(*zweifel_am_jahrhundert(leser, jahr[1], jahr[0])), jahr[1]


def _ohne_letzten_punkt(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """31.12 (sloppy, both with two digits, and nothing that continues the number)."""
    monat = leser.an(i + 2)
    if len(leser.an(i).text) != 2 or len(monat.text) != 2 or not (leser.an(i + 1).eng and monat.eng):
        return None
    if monat.sorte is not Sorte.ZAHL or leser.ist(i + 3, Sorte.SCHRAEG):
        return None
    roh = Einheit(Einheitsart.TAG, None, leser.an(i).wert, monat=monat.wert)
    return (roh, i + 3) if roh.gueltig else None


def _worttag(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """31. August 2021 | 31. August (the year open)."""
    nummer = zahl_bis(leser, i, 99)
    if nummer is None or not leser.ist(i + 1, Sorte.PUNKT):
        return None
    monat = monatsname(leser, i + 2)
    if monat is None:
        return None
    roh = Einheit(Einheitsart.TAG, None, nummer, monat=monat[0])
    jahr = jahresangabe(leser, monat[1]) or volle_jahreszahl(leser, monat[1])
    return (roh.im_jahr(jahr[0]), jahr[1]) if jahr is not None else (roh, monat[1])


def _schraegtag(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """31/08/2021."""
    if not (leser.ist(i + 1, Sorte.SCHRAEG) and leser.ist(i + 3, Sorte.SCHRAEG)):
        return None
    nummer, monat, jahr = zahl_bis(leser, i, MAX_TAG), zahl_bis(leser, i + 2, 99), jahreszahl(leser, i + 4)
    if nummer is None or monat is None or jahr is None:
        return None
    return Einheit(Einheitsart.TAG, jahr, nummer, monat=monat, zweifel=(ZWEIFEL_REIHENFOLGE,)), i + 5


@regel
def tagespaar(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """12./13. Mai 2021: two days that stand for one date of several days."""
    erster = zahl_bis(leser, i, MAX_TAG)
    j = leser.nach_punkt(i + 1)
    if erster is None or not leser.ist(j, Sorte.SCHRAEG):
        return None
    zweiter = tag(leser, j + 1)
    if zweiter is None or zweiter[0].bis_nr is not None or erster >= zweiter[0].nr:
        return None
    einheit = Einheit(Einheitsart.TAG, zweiter[0].jahr, erster, bis_nr=zweiter[0].nr, monat=zweiter[0].monat)
    return einheit.mit(*zweiter[0].zweifel), zweiter[1]


@regel
def monat(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """Monatsname { "/" monatsname } [ jahresangabe ]."""
    gelesen = monatsname(leser, i)
    if gelesen is None:
        return None
    (nummer, j), letzter = gelesen, None
    weiterer = monatsname(leser, j + 1) if leser.ist(j, Sorte.SCHRAEG) else None
    if weiterer is not None and weiterer[0] == nummer % MONATE_IM_JAHR + 1:  # »März/September« are two dates
        letzter, j = nummer + 1, weiterer[1]
    if leser.ist(j, Sorte.SCHRAEG) and jahreszahl(leser, j + 1):
        j += 1
    einheit = Einheit(Einheitsart.MONAT, None, nummer, letzter)
    if letzter is not None and letzter > MONATE_IM_JAHR:
        einheit = einheit.mit("Von den zwei Monaten liegt einer im Jahr danach.")
    jahr = jahresangabe(leser, j) or volle_jahreszahl(leser, j)
    return (einheit.im_jahr(jahr[0]), jahr[1]) if jahr is not None else (einheit, j)


@regel
def monatszahl(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """09/2021 | 9.2021 | 09/21 | 2021-09 | 2021/09."""
    nummer = zahl_bis(leser, i, MONATE_IM_JAHR)
    trenner = leser.an(i + 1)
    if nummer is not None and trenner.sorte in {Sorte.SCHRAEG, Sorte.PUNKT} and trenner.eng:
        jahr = jahreszahl(leser, i + 2)
        if jahr is not None and (leser.an(i + 2).eng or trenner.sorte is Sorte.SCHRAEG):
            return Einheit(Einheitsart.MONAT, jahr, nummer), i + 3
        kurz = kurze_jahreszahl(leser, i + 2) if trenner.sorte is Sorte.SCHRAEG else None
        if (
            kurz is not None
            and leser.an(i + 2).eng
            and leser.an(kurz[1]).sorte not in {Sorte.SCHRAEG, Sorte.PUNKT}
        ):
            zweifel = () if kurz[0] % JAHRHUNDERT > MONATE_IM_JAHR else (ZWEIFEL_MONAT_ODER_BEREICH,)
            return Einheit(Einheitsart.MONAT, kurz[0], nummer, zweifel=zweifel), kurz[1]
        return None
    if (
        nummer is not None
        and len(leser.an(i).text) == 2
        and trenner.text == "-"
        and trenner.eng
        and leser.an(i + 2).eng
    ):
        jahr = jahreszahl(leser, i + 2)  # 12-2021
        return (Einheit(Einheitsart.MONAT, jahr, nummer), i + 3) if jahr is not None else None
    return _jahr_vor_monat(leser, i)


def _jahr_vor_monat(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    jahr, trenner, zweiter = jahreszahl(leser, i), leser.an(i + 1), leser.an(i + 2)
    nummer = zahl_bis(leser, i + 2, MONATE_IM_JAHR)
    if jahr is None or nummer is None or not (trenner.eng and zweiter.eng) or len(zweiter.text) != 2:
        return None
    if leser.an(i + 3).sorte in {Sorte.PUNKT, Sorte.SCHRAEG} and leser.ist(i + 4, Sorte.ZAHL):
        return None
    einheit = Einheit(Einheitsart.MONAT, jahr, nummer)
    if trenner.sorte is Sorte.SCHRAEG and nummer != (jahr + 1) % JAHRHUNDERT:
        return einheit.mit(ZWEIFEL_MONAT_ODER_BEREICH), i + 3
    if trenner.text == "-":
        ist_bereich = jahr % JAHRHUNDERT < nummer
        return (einheit.mit(ZWEIFEL_MONAT_ODER_BEREICH) if ist_bereich else einheit), i + 3
    return None


@regel
def woche(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """wochenform, if the calendar knows that week."""
    gelesen = wochenform(leser, i)
    return gelesen if gelesen is not None and gelesen[0].gueltig else None


@regel
def wochenform(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """( "KW" nummer [ ( "-" | "/" | "bis" ) nummer ] | nummer [ "/" nummer ] "." "KW" ) [ "/" | "-" ] [ jahr ]."""
    letzte: int | None = None
    zweifel: tuple[str, ...] = ()
    if leser.wort(i, WOCHENWOERTER):
        j = leser.nach_punkt(i + 1)
        nummer, j = zahl_bis(leser, j, 99), j + 1
    else:
        nummer, j = zahl_bis(leser, i, 99), leser.nach_punkt(i + 1)
        if leser.an(j).sorte in {Sorte.SCHRAEG, Sorte.STRICH}:
            letzte, j = zahl_bis(leser, j + 1, 53), leser.nach_punkt(j + 2)
        if not leser.wort(j, WOCHENWOERTER):
            return None
        j += 1
    if nummer is None or (letzte is not None and letzte <= nummer):
        return None
    if letzte is None:
        letzte, j, zweifel = _weitere_woche(leser, j, nummer)
    k = j + 1 if leser.an(j).sorte in {Sorte.STRICH, Sorte.SCHRAEG, Sorte.KOMMA} else j
    jahr = jahresangabe(leser, k)
    einheit = Einheit(Einheitsart.WOCHE, None, nummer, letzte, zweifel=zweifel)
    if jahr is None:
        return einheit, j
    return einheit.im_jahr(jahr[0]), jahr[1]


def _weitere_woche(leser: Leser, j: int, nummer: int) -> tuple[int | None, int, tuple[str, ...]]:
    """Read the second number of »KW 12-14«, »KW 12 bis 14«, »KW 12/13«: its value, the place behind it, doubts.

    Behind a slash and without a year, the week that follows is a week; any other number is a short year.
    """
    weitere = zahl_bis(leser, j + 1, 53)
    if weitere is None or weitere <= nummer:
        return None, j, ()
    if leser.wort(j, {"bis"}):
        return (None, j, ()) if leser.ist(j + 2, Sorte.PUNKT) else (weitere, j + 2, ())
    if leser.ist(j, Sorte.STRICH):
        return weitere, j + 2, ()
    if not leser.ist(j, Sorte.SCHRAEG):
        return None, j, ()
    mit_jahr = jahresangabe(leser, j + 2) is not None or leser.ist(j + 2, Sorte.SCHRAEG)
    if mit_jahr or weitere == nummer + 1:
        return weitere, j + 2, ()
    return None, j, (ZWEIFEL_WOCHE_ODER_JAHR,) if weitere <= nummer + _NAHE_WOCHEN else ()
