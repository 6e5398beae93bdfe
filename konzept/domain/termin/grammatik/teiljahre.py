"""Grammar rules for quarters and halves of a year, with Arabic and Roman numbers, words and abbreviations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from konzept.domain.termin.grammatik.einheit import Einheit, Einheitsart
from konzept.domain.termin.grammatik.jahre import jahresangabe
from konzept.domain.termin.grammatik.leser import Leser, regel
from konzept.domain.termin.grammatik.tage import zahl_bis
from konzept.domain.termin.grammatik.woerter import (
    HALBJAHRESWOERTER,
    JAHRESWOERTER,
    ORDNUNGSWOERTER,
    QUARTALSWOERTER,
    ROEMISCH,
    wortliste,
)
from konzept.domain.termin.grammatik.zeichen import Sorte

QUARTALE: Final = 4
_WEITE: Final = 12
"""How far behind a Roman number in small letters its noun may stand: four numbers with what joins them."""
_VERBINDEND: Final = frozenset(wortliste("und u sowie oder bzw bis"))
_ZWISCHEN: Final = frozenset({Sorte.PUNKT, Sorte.KOMMA, Sorte.SCHRAEG, Sorte.STRICH, Sorte.UND})
ZWEIFEL_LUECKE: Final = "Zwischen den genannten Teilen des Jahres liegen andere."
ZWEIFEL_ROEMISCH: Final = "Die römische Zahl vor dem Jahr kann Quartal oder Halbjahr meinen."


@regel
def ordnungszahl(leser: Leser, i: int) -> tuple[int, int] | None:
    """1. | I. | I | erstes: the number before Quartal or Halbjahr."""
    zahl = zahl_bis(leser, i, QUARTALE)
    if zahl is not None:
        return zahl, leser.nach_punkt(i + 1)
    zeichen = leser.an(i)
    if zeichen.text.upper() in ROEMISCH:
        j = leser.nach_punkt(i + 1)
        return (ROEMISCH[zeichen.text.upper()], j) if zeichen.text.isupper() or _vor_nomen(leser, j) else None
    if zeichen.norm in ORDNUNGSWOERTER and ORDNUNGSWOERTER[zeichen.norm] <= QUARTALE:
        return ORDNUNGSWOERTER[zeichen.norm], i + 1
    return None


def _vor_nomen(leser: Leser, i: int) -> bool:
    """Tell whether the noun follows, behind further numbers at most: »i.« in »i. und ii. quartal«."""
    for j in range(i, i + _WEITE):
        if leser.wort(j, QUARTALSWOERTER | HALBJAHRESWOERTER):
            return True
        weiter = leser.an(j).text.upper() in ROEMISCH or leser.wort(j, _VERBINDEND)
        if not (weiter or leser.an(j).sorte in _ZWISCHEN):
            return False
    return False


@dataclass(frozen=True, slots=True)
class _Bruchteil:
    """A part of the year: its words, its letter before a number, and how many there are."""

    art: Einheitsart
    woerter: frozenset[str]
    kuerzel: str
    anzahl: int


_QUARTAL: Final = _Bruchteil(Einheitsart.QUARTAL, QUARTALSWOERTER, "q", QUARTALE)
_HALBJAHR: Final = _Bruchteil(Einheitsart.HALBJAHR, HALBJAHRESWOERTER, "h", 2)


def _bruchteil(leser: Leser, i: int, teil: _Bruchteil) -> tuple[Einheit, int] | None:
    """( nummer [ "/" nummer ] nomen | kuerzel nummer [ "/" kuerzel nummer ] | nomen nummer ) [ "/" ] [ jahr ]."""
    nummern = _nummern_vor_nomen(leser, i, teil.woerter) or _nummern_nach_nomen(leser, i, teil)
    if nummern is None:
        return None
    (erste, letzte), j = nummern
    if max(erste, letzte or 0) > teil.anzahl or (letzte is not None and letzte <= erste):
        return None
    einheit = Einheit(teil.art, None, erste, letzte)
    if letzte is not None and letzte != erste + 1:
        einheit = einheit.mit(ZWEIFEL_LUECKE)
    k = j + 1 if leser.an(j).sorte in {Sorte.SCHRAEG, Sorte.STRICH} and leser.ist(j + 1, Sorte.ZAHL) else j
    if leser.ist(k, Sorte.KOMMA):
        k += 1
    gelesen = jahresangabe(leser, k)
    if gelesen is None and k == j + 1 and leser.ist(j, Sorte.STRICH):
        return einheit, j
    return (einheit.im_jahr(gelesen[0]), gelesen[1]) if gelesen is not None else (einheit, j)


def _nummern_vor_nomen(
    leser: Leser, i: int, woerter: frozenset[str]
) -> tuple[tuple[int, int | None], int] | None:
    erste = ordnungszahl(leser, i)
    if erste is None:
        return None
    nummer, j = erste
    letzte = None
    if leser.ist(j, Sorte.SCHRAEG) and (weitere := ordnungszahl(leser, j + 1)) is not None:
        letzte, j = weitere
    if not leser.wort(j, woerter) or (leser.an(j).norm == "h" and not leser.an(j).gross):
        return None
    anderes = leser.wort(j, {"haelfte"}) and leser.wort(j + 1, {"der", "des", "dieser"})
    if anderes and not leser.wort(j + 2, JAHRESWOERTER):
        return None  # »zweite Hälfte der Legislatur«
    abgekuerzt = len(leser.an(j).norm) <= len("quart")
    return (nummer, letzte), leser.nach_punkt(j + 1) if abgekuerzt else j + 1


def _nummern_nach_nomen(leser: Leser, i: int, teil: _Bruchteil) -> tuple[tuple[int, int | None], int] | None:
    if leser.an(i).text[1:] in ROEMISCH and leser.an(i).norm[0] == "q" and teil.kuerzel == "q":  # QIV/2021
        return (ROEMISCH[leser.an(i).text[1:]], None), i + 1
    if not leser.wort(i, teil.woerter):
        return None
    j = leser.nach_punkt(i + 1)
    if len(leser.an(i).norm) <= len("hj") and not (leser.an(i).gross or leser.an(j).eng):
        return None
    erste = zahl_bis(leser, j, QUARTALE)
    if erste is None and leser.an(j).text.upper() in ROEMISCH:
        erste = ROEMISCH[leser.an(j).text.upper()]
    if erste is None:
        return None
    j, letzte = j + 1, None
    if leser.ist(j, Sorte.SCHRAEG):
        k = j + 2 if leser.wort(j + 1, {teil.kuerzel}) else j + 1
        weitere = zahl_bis(leser, k, QUARTALE)
        if weitere is not None and len(leser.an(k).text) == 1:
            letzte, j = weitere, k + 1
    return (erste, letzte), j


@regel
def quartal(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """2. Quartal 2022 | Q2/2022 | II. Quartal | 1./2. Quartal."""
    return _bruchteil(leser, i, _QUARTAL)


@regel
def halbjahr(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """1. Halbjahr 2022 | H1/2022 | zweite Jahreshälfte 2022."""
    return _bruchteil(leser, i, _HALBJAHR)


@regel
def roemisches_quartal(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """III/2022 | III/IV 2022: a Roman number before a year is a quarter, in doubt."""
    nummer = ROEMISCH.get(leser.an(i).text)
    if nummer is None or not leser.ist(i + 1, Sorte.SCHRAEG):
        return None
    j, letzte = i + 2, ROEMISCH.get(leser.an(i + 2).text)
    if letzte is not None:
        j = i + 4 if leser.ist(i + 3, Sorte.SCHRAEG) else i + 3
    gelesen = jahresangabe(leser, j)
    if gelesen is None or (letzte is not None and letzte <= nummer):
        return None
    return Einheit(Einheitsart.QUARTAL, gelesen[0], nummer, letzte, zweifel=(ZWEIFEL_ROEMISCH,)), gelesen[1]
