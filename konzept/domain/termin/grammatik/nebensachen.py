"""Grammar rules for numbers that are no Termin: of parts, references, the clock, and days no calendar has."""

from __future__ import annotations

from typing import Final

from konzept.domain.kalender import MONATE_IM_JAHR
from konzept.domain.termin.grammatik.dauern import DAUEREINHEITEN
from konzept.domain.termin.grammatik.funde import Fund, Fundart
from konzept.domain.termin.grammatik.jahre import jahresangabe, jahreszahl, vertipptes_jahr
from konzept.domain.termin.grammatik.leser import Leser, regel
from konzept.domain.termin.grammatik.reihen import nach_fuellwoertern
from konzept.domain.termin.grammatik.tage import tag, tagesform, wochenform
from konzept.domain.termin.grammatik.woerter import (
    HALBJAHRESWOERTER,
    JAHRESWOERTER,
    LAGEN,
    MONATE,
    QUARTALSWOERTER,
    WEISER,
    WOCHENTAGE,
)
from konzept.domain.termin.grammatik.zeichen import Sorte

MAX_NUMMERNTEILE: Final = 8
NACHBARSCHAFT: Final = 40
"""How far another number of a part is looked for: a fixed distance, or long texts cost the square of their length."""
_VOR_EINEM_JAHR: Final = frozenset(
    {*JAHRESWOERTER, *LAGEN, *MONATE, *QUARTALSWOERTER, *HALBJAHRESWOERTER, "bis", "ab", "seit"}
)
ROEMISCHE_NUMMERN: Final = frozenset({"I", "II", "III", "IV", "V", "VI"})


@regel
def nummerierung(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """1) | 1.1) | a) | (1) | 1. before a year: the number of a part, which begins a new part."""
    stop = None
    if leser.ist(i, Sorte.AUF) and leser.ist(i + 2, Sorte.ZU) and len(leser.an(i + 1).text) <= 2:
        einzeln = leser.ist(i + 1, Sorte.WORT) and len(leser.an(i + 1).text) == 1
        stop = i + 3 if einzeln or leser.ist(i + 1, Sorte.ZAHL) else None
    elif leser.klammertiefe[i] == 0 and leser.wort(i, WEISER) and _darf_nummer_stehen(leser, i):
        k = leser.nach_punkt(i + 1)
        nummer = leser.ist(k, Sorte.ZAHL) or leser.an(k).text in ROEMISCHE_NUMMERN
        beginnt = i == 0 or leser.an(i - 1).sorte in {
            Sorte.KOMMA,
            Sorte.SEMIKOLON,
            Sorte.PUNKT,
            Sorte.ZU,
            Sorte.ZAHL,
        }
        stop = k + 2 if nummer and beginnt and leser.ist(k + 1, Sorte.DOPPELPUNKT) else None
    elif leser.klammertiefe[i] == 0 and _darf_nummer_stehen(leser, i):
        j = i + 1
        if leser.ist(i, Sorte.ZAHL) and len(leser.an(i).text) <= 2:
            for _ in range(MAX_NUMMERNTEILE):
                if not (leser.ist(j, Sorte.PUNKT) and leser.ist(j + 1, Sorte.ZAHL) and leser.an(j + 1).eng):
                    break
                j += 2
            stop = None if _ist_tag_vor_jahr(leser, i, j) else _ende_der_nummer(leser, i, j)
        elif leser.ist(i, Sorte.WORT) and len(leser.an(i).text) == 1 and leser.ist(j, Sorte.ZU):
            stop = j + 1
    return (Fund(Fundart.NUMMER, i, stop), stop) if stop is not None else None


def _darf_nummer_stehen(leser: Leser, i: int) -> bool:
    return i == 0 or not leser.an(i).eng or leser.an(i - 1).sorte in {Sorte.SEMIKOLON, Sorte.ZU, Sorte.KOMMA}


def _ende_der_nummer(leser: Leser, i: int, j: int) -> int | None:
    if leser.ist(j, Sorte.ZU):
        return j + 1
    if leser.ist(j, Sorte.PUNKT) and leser.ist(j + 1, Sorte.ZU):
        return j + 2
    vor_jahr = jahreszahl(leser, j + 1) is not None and not leser.an(j + 1).eng
    beginnt = i == 0 or leser.an(i - 1).sorte in {Sorte.SEMIKOLON, Sorte.KOMMA}
    if leser.ist(j, Sorte.PUNKT) and vor_jahr and (beginnt or jahreszahl(leser, i - 1) is not None):
        return j + 1
    if leser.ist(j, Sorte.DOPPELPUNKT) and beginnt:
        return j + 1
    return None


def _ist_tag_vor_jahr(leser: Leser, i: int, j: int) -> bool:
    """Tell whether »31.12. 2021« is a day; »1.1. 2021 1.2. 2022« are the numbers of two parts."""
    if j != i + 3 or not leser.ist(j, Sorte.PUNKT) or tag(leser, i) is None:
        return False
    andere = (*range(i - NACHBARSCHAFT, i), *range(j + 1, j + NACHBARSCHAFT))
    return not any(
        leser.an(k).text == leser.an(i).text
        and leser.ist(k + 1, Sorte.PUNKT)
        and abs(leser.an(k + 2).wert - leser.an(i + 2).wert) == 1
        for k in andere
    )


@regel
def nebensache(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """Uhrzeit | Verweis | Wochentag vor einem Tag: numbers and names that are no Termin."""
    stop = _uhrzeit(leser, i) or _verweis(leser, i) or _aktennummer(leser, i) or _wochentag(leser, i)
    return (Fund(Fundart.NEBEN, i, stop), stop) if stop is not None else None


def _uhrzeit(leser: Leser, i: int) -> int | None:
    if leser.ist(i, Sorte.UHRZEIT):
        return i + 2 if leser.wort(i + 1, {"uhr"}) else i + 1
    return i + 2 if leser.ist(i, Sorte.ZAHL) and leser.wort(i + 1, {"uhr"}) else None


def _verweis(leser: Leser, i: int) -> int | None:
    """Read the word and the number of a reference such as »HZ 2.9«, »Drs. 6/5624«, »Phase II«."""
    if leser.an(i).text not in {"§", "§§"} and not leser.wort(i, WEISER):
        return None
    j = leser.nach_punkt(i + 1)
    if leser.an(j).text in ROEMISCHE_NUMMERN and not leser.ist(j + 1, Sorte.SCHRAEG):
        return j + 1
    if not leser.ist(j, Sorte.ZAHL) or tagesform(leser, j) is not None:
        return None
    k = j + 1
    for _ in range(MAX_NUMMERNTEILE):
        fest = leser.an(k).sorte in {Sorte.PUNKT, Sorte.SCHRAEG} and leser.an(k).eng
        if not (fest and leser.ist(k + 1, Sorte.ZAHL) and leser.an(k + 1).eng):
            break
        k += 2
    if k == j + 1 and (
        jahreszahl(leser, j) is not None or leser.an(k).norm in DAUEREINHEITEN or leser.ist(k, Sorte.PUNKT)
    ):
        return None
    if k > j + 1 and any(jahreszahl(leser, n) for n in (j, k - 1)):
        amtlich = leser.an(i).norm in {
            "drs",
            "drucksache",
            "vorlage",
            "top",
            "nr",
            "az",
            "aktenzeichen",
            "bv",
        }
        return k if amtlich else None
    return k


def _aktennummer(leser: Leser, i: int) -> int | None:
    """Read the number of a paper, »123/2022« or »0815/2021«: no month has three digits."""
    lang = leser.ist(i, Sorte.ZAHL) and len(leser.an(i).text) > 2 and jahreszahl(leser, i) is None
    fest = leser.ist(i + 1, Sorte.SCHRAEG) and leser.an(i + 1).eng and leser.an(i + 2).eng
    return i + 3 if lang and fest and jahreszahl(leser, i + 2) is not None else None


def _wochentag(leser: Leser, i: int) -> int | None:
    if not leser.wort(i, WOCHENTAGE) or not leser.an(i).gross:
        return None
    j = leser.nach_punkt(i + 1)
    if leser.ist(j, Sorte.KOMMA):
        j += 1
    return j if tag(leser, nach_fuellwoertern(leser, j)) is not None else None


@regel
def kein_tag(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """What has the form of a time and is none: 31.02.2021, KW 53/2021, 5. Quartal, 13/2021, Ende 20211."""
    for form in (tagesform, wochenform):
        gelesen = form(leser, i)
        if gelesen is not None and not gelesen[0].gueltig:
            return Fund(Fundart.UNLESBAR, i, gelesen[1]), gelesen[1]
    if vertipptes_jahr(leser, i) and leser.wort(i - 1, _VOR_EINEM_JAHR):
        return Fund(Fundart.UNLESBAR, i, i + 1), i + 1
    falsch = _falsche_nummer(leser, i)
    return (Fund(Fundart.UNLESBAR, i, falsch), falsch) if falsch is not None else None


def _falsche_nummer(leser: Leser, i: int) -> int | None:
    """Read »5. Quartal 2021«, »Q5 2021«, »3. Halbjahr 2021«, »13/2021«, where the number is too high."""
    if leser.ist(i, Sorte.ZAHL) and len(leser.an(i).text) <= 2:
        nummer, j = leser.an(i).wert, leser.nach_punkt(i + 1)
        if (
            leser.ist(i + 1, Sorte.SCHRAEG)
            and leser.an(i + 1).eng
            and leser.an(i + 2).eng
            and jahreszahl(leser, i + 2)
        ):
            frei = not leser.an(i).eng or leser.an(i - 1).sorte is Sorte.AUF
            return i + 3 if frei and not 1 <= nummer <= MONATE_IM_JAHR else None
        stop = j + 1
    elif leser.ist(i + 1, Sorte.ZAHL) and len(leser.an(i + 1).text) == 1:
        nummer, j, stop = leser.an(i + 1).wert, i, i + 2
        if len(leser.an(i).text) == 1 and not leser.an(i + 1).eng:
            return None
    else:
        return None
    for woerter, hoechstens in ((QUARTALSWOERTER, 4), (HALBJAHRESWOERTER - {"haelfte"}, 2)):
        kurz = len(leser.an(j).norm) <= len("hj")
        if leser.wort(j, woerter) and (leser.an(j).gross or not kurz) and not 1 <= nummer <= hoechstens:
            jahr = jahresangabe(leser, stop)
            return jahr[1] if jahr is not None else stop
    return None
