"""Grammar rules for how often: »1x«, »ein- bis zweimal«, »bis zu 6«, and the rhythm that a count per unit makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from konzept.domain.termin.leser import Leser, regel
from konzept.domain.termin.rhythmus import Rhythmus, Takt
from konzept.domain.termin.woerter import ANZAHLWOERTER, STAMMZAHLEN
from konzept.domain.termin.zeichen import Sorte

MEHRMALS: Final = frozenset("mehrmals mehrfach mehrmalig oefter oefters mehrere einige regelmaessig wiederholt".split())
MAL: Final = frozenset("x mal male".split())
ZWEIFEL_ANZAHL: Final = "Genannt ist eine Anzahl, kein Abstand."
ZWEIFEL_SPANNE: Final = "Die Anzahl ist eine Spanne; gelesen ist die untere."
ZWEIFEL_HOECHSTENS: Final = "Genannt ist eine Höchstzahl."
ZWEIFEL_OHNE_REGEL: Final = "Wie oft, ist nicht genannt."
_TEILE: Final = {Takt.JAHR: (Takt.MONAT, 12), Takt.MONAT: (Takt.WOCHE, 4), Takt.WOCHE: (Takt.TAG, 7)}
"""What a unit is parted into when something happens several times in it, and into how many."""


@dataclass(frozen=True, slots=True)
class Anzahl:
    """How often; None where only »mehrmals« is said."""

    n: int | None
    zweifel: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Takteinheit:
    """The unit a rhythm repeats in: `monate` long, or a number of days by its `takt`."""

    takt: Takt
    intervall: int = 1
    zweifel: tuple[str, ...] = ()

    def mal(self, anzahl: Anzahl) -> tuple[Rhythmus | None, tuple[str, ...]]:
        """Return the rhythm of so many times in this unit, and the doubts (design §5)."""
        zweifel = (*self.zweifel, *anzahl.zweifel)
        if anzahl.n is None:
            return None, (*zweifel, ZWEIFEL_OHNE_REGEL)
        if anzahl.n == 1:
            return Rhythmus(self.takt, self.intervall), zweifel
        zweifel = (*zweifel, ZWEIFEL_ANZAHL)
        takt, teile = self.takt, 1
        if takt is Takt.MONAT and self.intervall > 1:
            teile = self.intervall
        elif takt in _TEILE and self.intervall == 1:
            takt, teile = _TEILE[takt]
        if teile % anzahl.n:
            return None, zweifel
        return Rhythmus(takt, teile // anzahl.n), zweifel

    def alle(self, n: int) -> Rhythmus:
        """Return the rhythm of every n of these units."""
        return Rhythmus(self.takt, self.intervall * n)


_ZWEIFEL_SCHULJAHR: Final = ("Das Schuljahr ist nicht das Kalenderjahr.",)
TAKTEINHEITEN: Final[dict[str, Takteinheit]] = {
    **dict.fromkeys("jahr jahre jahren jahres jahrs kalenderjahr kalenderjahres haushaltsjahr".split(), Takteinheit(Takt.JAHR)),
    **dict.fromkeys("halbjahr halbjahre halbjahren halbjahres hj".split(), Takteinheit(Takt.MONAT, 6)),
    **dict.fromkeys("quartal quartale quartalen quartals vierteljahr vierteljahre".split(), Takteinheit(Takt.MONAT, 3)),
    **dict.fromkeys("monat monate monaten monats".split(), Takteinheit(Takt.MONAT)),
    **dict.fromkeys("woche wochen".split(), Takteinheit(Takt.WOCHE)),
    **dict.fromkeys("tag tage tagen tages".split(), Takteinheit(Takt.TAG)),
    **dict.fromkeys(
        "schuljahr schuljahre schuljahren schuljahres kitajahr kindergartenjahr kindergartenjahres".split(),
        Takteinheit(Takt.JAHR, zweifel=_ZWEIFEL_SCHULJAHR),
    ),
    **dict.fromkeys("schulhalbjahr semester".split(), Takteinheit(Takt.MONAT, 6, _ZWEIFEL_SCHULJAHR)),
}


@regel
def einfache_zahl(leser: Leser, i: int) -> tuple[int, int] | None:
    """2 | zwei."""
    zeichen = leser.an(i)
    if zeichen.sorte is Sorte.ZAHL and len(zeichen.text) <= 3 and zeichen.wert > 0:  # noqa: PLR2004  (a count is small)
        return zeichen.wert, i + 1
    if zeichen.sorte is Sorte.WORT and zeichen.norm in ANZAHLWOERTER:
        return ANZAHLWOERTER[zeichen.norm], i + 1
    return None


@regel
def zahlspanne(leser: Leser, i: int) -> tuple[Anzahl, int] | None:
    """[ "bis zu" | "mindestens" | … ] zahl [ ( strich | "bis" | "/" | "oder" ) zahl ]."""
    j, zweifel = i, ()  # type: int, tuple[str, ...]
    if leser.wort(j, {"bis"}) and leser.wort(j + 1, {"zu"}):
        j, zweifel = j + 2, (ZWEIFEL_HOECHSTENS,)
    if leser.wort(j, MEHRMALS):
        return Anzahl(None, zweifel), j + 1
    erste = einfache_zahl(leser, j) or _vorsatz(leser, j)
    if erste is None:
        return None
    n, j = erste
    k = j + 1 if leser.ist(j, Sorte.STRICH) else j
    if k == j and leser.ist(j, Sorte.SCHRAEG):
        k = j + 1
    if leser.wort(k, {"bis", "oder"}):
        k += 1
    weitere = (einfache_zahl(leser, k) or _vorsatz(leser, k)) if k > j else None
    if weitere is not None and weitere[0] > n:
        return Anzahl(n, (*zweifel, ZWEIFEL_SPANNE)), weitere[1]
    return Anzahl(n, zweifel), j


def _vorsatz(leser: Leser, i: int) -> tuple[int, int] | None:
    """Read »ein-« in »ein- bis zweimal«, and »zwei« in »zweimal« (the place stays at the word's end)."""
    wort = leser.an(i).norm
    if wort in STAMMZAHLEN and leser.ist(i + 1, Sorte.STRICH):
        return STAMMZAHLEN[wort], i + 1
    stamm = wort.removesuffix("mal")
    if stamm != wort and stamm in STAMMZAHLEN:
        return STAMMZAHLEN[stamm], i + 1
    return None


@regel
def haeufigkeit(leser: Leser, i: int) -> tuple[Anzahl, int] | None:
    """zahlspanne ( "x" | "mal" | "×" ) | zweimal | mehrmals."""
    gelesen = zahlspanne(leser, i)
    if gelesen is None:
        return None
    anzahl, j = gelesen
    if anzahl.n is None:
        return (anzahl, j) if leser.an(j - 1).norm not in {"mehrere", "einige", "regelmaessig", "wiederholt"} else None
    if leser.an(j - 1).norm.endswith("mal"):
        return anzahl, j
    k = j + 1 if leser.ist(j, Sorte.STRICH) else j
    if leser.wort(k, MAL) or leser.an(k).text == "×":
        return anzahl, leser.nach_punkt(k + 1)
    return None
