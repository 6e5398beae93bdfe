"""Grammar rules for how often: »1x«, »ein- bis zweimal«, »bis zu 6«, and the rhythm that a count per unit makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from konzept.domain.termin.grammatik.funde import Fund, Fundart
from konzept.domain.termin.grammatik.leser import Leser, regel
from konzept.domain.termin.grammatik.woerter import ANZAHLWOERTER, STAMMZAHLEN, wortliste
from konzept.domain.termin.grammatik.zeichen import Sorte
from konzept.domain.termin.rhythmus import Rhythmus, Takt

MEHRMALS: Final = frozenset(
    wortliste("mehrmals mehrfach mehrmalig oefter oefters mehrere einige regelmaessig wiederholt")
)
MAL: Final = frozenset(wortliste("x mal male"))
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
        if self.takt is Takt.TAG and n % 7 == 0:
            return Rhythmus(Takt.WOCHE, n // 7)
        return Rhythmus(self.takt, self.intervall * n)


_ZWEIFEL_SCHULJAHR: Final = ("Das Schuljahr ist nicht das Kalenderjahr.",)
TAKTEINHEITEN: Final[dict[str, Takteinheit]] = {
    **dict.fromkeys(
        wortliste("jahr jahre jahren jahres jahrs kalenderjahr kalenderjahres haushaltsjahr"),
        Takteinheit(Takt.JAHR),
    ),
    **dict.fromkeys(wortliste("halbjahr halbjahre halbjahren halbjahres hj"), Takteinheit(Takt.MONAT, 6)),
    **dict.fromkeys(
        wortliste("quartal quartale quartalen quartals vierteljahr vierteljahre"), Takteinheit(Takt.MONAT, 3)
    ),
    **dict.fromkeys(wortliste("monat monate monaten monats"), Takteinheit(Takt.MONAT)),
    **dict.fromkeys(wortliste("woche wochen"), Takteinheit(Takt.WOCHE)),
    **dict.fromkeys(wortliste("tag tage tagen tages"), Takteinheit(Takt.TAG)),
    **dict.fromkeys(
        wortliste(
            "schuljahr schuljahre schuljahren schuljahres kitajahr kindergartenjahr kindergartenjahres"
        ),
        Takteinheit(Takt.JAHR, zweifel=_ZWEIFEL_SCHULJAHR),
    ),
    **dict.fromkeys(wortliste("schulhalbjahr semester"), Takteinheit(Takt.MONAT, 6, _ZWEIFEL_SCHULJAHR)),
}


@regel
def einfache_zahl(leser: Leser, i: int) -> tuple[int, int] | None:
    """2 | zwei."""
    zeichen = leser.an(i)
    if zeichen.sorte is Sorte.ZAHL and len(zeichen.text) <= 3 and zeichen.wert > 0:
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
    """Zahlspanne ( "x" | "mal" | "×" ) | zweimal | mehrmals."""
    gelesen = zahlspanne(leser, i)
    if gelesen is None:
        return None
    anzahl, j = gelesen
    if anzahl.n is None:
        return (
            (anzahl, j)
            if leser.an(j - 1).norm not in {"mehrere", "einige", "regelmaessig", "wiederholt"}
            else None
        )
    if leser.an(j - 1).norm.endswith("mal"):
        return anzahl, j
    k = j + 1 if leser.ist(j, Sorte.STRICH) else j
    if leser.wort(k, MAL) or leser.an(k).text == "×":
        return anzahl, leser.nach_punkt(k + 1)
    return None


JE: Final = frozenset(wortliste("pro je per im in jede jedem jeden jeder jedes a p"))
VERANSTALTUNGEN: Final = tuple(
    wortliste(
        "sitzung sitzungen treffen veranstaltung veranstaltungen konferenz konferenzen workshop workshops "
        "termin termine schulung schulungen seminar seminare tagung tagungen fest feste aktion aktionen "
        "kurs kurse fortbildung fortbildungen besprechung besprechungen runde runden gespraech gespraeche "
        "versammlung versammlungen forum foren bericht berichte vortrag vortraege ausgabe ausgaben "
        "newsletter abend abende nachmittag nachmittage tag tage exkursion exkursionen beratungen "
        "lesungen lesung ausstellung ausstellungen projekttage stammtisch stammtische"
    )
)
"""Nouns of things that take place: two of them a year are two times a year (design §5)."""


def rhythmusfund(
    start: int, stop: int, rhythmus: Rhythmus | None, zweifel: tuple[str, ...] = ()
) -> tuple[Fund, int]:
    """Make the Fund of a rhythm; one without an interval is always in doubt."""
    if rhythmus is None and not zweifel:
        zweifel = (ZWEIFEL_OHNE_REGEL,)
    return Fund(Fundart.RHYTHMUS, start, stop, rhythmus=rhythmus, zweifel=zweifel), stop


def je_einheit(leser: Leser, i: int) -> tuple[Takteinheit, int] | None:
    """Read »pro Jahr«, »im Monat«, »/Jahr«, »p. a.«, »die Woche«."""
    j = i
    if leser.wort(j, {"p"}) and leser.wort(leser.nach_punkt(j + 1), {"a"}):
        return TAKTEINHEITEN["jahr"], leser.nach_punkt(leser.nach_punkt(j + 1) + 1)
    if leser.ist(j, Sorte.SCHRAEG) or leser.wort(j, JE | {"innerhalb", "die"}):
        j += 1
        if leser.wort(j, {"dem", "der", "einem", "eines", "einer"}):
            j += 1
    einheit = TAKTEINHEITEN.get(leser.an(j).norm)
    ist_jahreszahl = leser.ist(j + 1, Sorte.ZAHL) and len(leser.an(j + 1).text) == 4
    if j == i or einheit is None or (ist_jahreszahl and not leser.wort(i, {"pro", "je", "per"})):
        return None
    return einheit, j + 1


def findet_statt(leser: Leser, i: int) -> bool:
    """Tell whether a noun names something that takes place."""
    return leser.an(i).norm.endswith(VERANSTALTUNGEN)


def mit_anzahl(leser: Leser, start: int, stop: int, einheit: Takteinheit) -> tuple[Fund, int]:
    """Take in »jährlich 2x«, »jährlich zwei Sitzungen«, »jährlich zwei bis drei«."""
    oft = haeufigkeit(leser, stop)
    if oft is not None and not _gehoert_weiter(leser, oft[1]):
        return rhythmusfund(start, oft[1], *einheit.mal(oft[0]))
    zahl = zahlspanne(leser, stop)
    if (
        zahl is None
        or zahl[0].n is None
        or _gehoert_weiter(leser, zahl[1])
        or leser.ist(zahl[1], Sorte.PUNKT)
    ):
        return rhythmusfund(start, stop, einheit.alle(1), einheit.zweifel)
    if zahl[0].n > 1 and leser.an(zahl[1]).norm.endswith(VERANSTALTUNGEN):
        return rhythmusfund(start, zahl[1] + 1, *einheit.mal(zahl[0]))
    return rhythmusfund(start, zahl[1], einheit.alle(1), (*einheit.zweifel, *zahl[0].zweifel))


def _gehoert_weiter(leser: Leser, i: int) -> bool:
    """Tell whether a count belongs to what follows: another rhythm or a length of time."""
    return je_einheit(leser, i) is not None or leser.an(i).norm in TAKTEINHEITEN
