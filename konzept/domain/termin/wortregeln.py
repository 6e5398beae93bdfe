"""Grammar rules for wordings without a date, and for what only looks like one: laufend, offen, Dauer, Verweis."""

from __future__ import annotations

from typing import Final

from konzept.domain.termin.bereichsregeln import ist_zeitraumwort
from konzept.domain.termin.einheitsregeln import ordnungszahl
from konzept.domain.termin.funde import Fund, Fundart
from konzept.domain.termin.jahresregeln import jahreszahl
from konzept.domain.termin.leser import Leser, regel
from konzept.domain.termin.reihenregeln import nach_fuellwoertern
from konzept.domain.termin.tagesregeln import tag, tagesform
from konzept.domain.termin.woerter import (
    ANZAHLWOERTER,
    LAUFEND,
    STAMMZAHLEN,
    WEISER,
    WOCHENTAGE,
)
from konzept.domain.termin.zeichen import Sorte

MAX_NUMMERNTEILE: Final = 8
EILE: Final = frozenset(
    "schnellstmoeglich schnellstmoeglichst baldmoeglichst baldmoeglich zeitnah umgehend sofort unverzueglich demnaechst "
    "bald asap schnellstens zuegig baldigst perspektivisch zukuenftig kuenftig prioritaer sofortmassnahme vordringlich "
    "unmittelbar raschestmoeglich raschmoeglichst naechstmoeglich fruehestmoeglich einmalig temporaer befristet "
    "sukzessive sukzessiv schrittweise".split()
)
FRISTWOERTER: Final = frozenset({"kurzfristig", "mittelfristig", "langfristig"})
_FRISTVORSATZ: Final = {"kurz": "kurzfristig", "mittel": "mittelfristig", "lang": "langfristig"}
BEDARF: Final = frozenset(
    "bedarf bedarfsweise bedarfsorientiert bedarfsgerecht bedarfsabhaengig bedarfslage anlassbezogen situationsbezogen "
    "situativ situationsbedingt anlassabhaengig fallbezogen einzelfallbezogen moeglichkeit absprache vereinbarung "
    "verfuegbarkeit haushaltslage ermessen gelegenheit".split()
)
PLATZHALTER: Final = frozenset(
    "offen unbekannt unklar unbestimmt tbd tba nn entfaellt entfallen keine undatiert ausstehend xx xxx erledigt "
    "umgesetzt abgeschlossen realisiert beendet unterminiert ungewiss zurueckgestellt ruht pausiert fertig".split()
)
PLATZHALTER_ALLEIN: Final = frozenset(
    "erledigt umgesetzt abgeschlossen realisiert beendet keine entfallen entfaellt zurueckgestellt fertig "
    "ausstehend ruht pausiert".split()
)
"""Words that are a Termin only where no other is named: »2020 abgeschlossen« is the date 2020."""

DAUEREINHEITEN: Final = frozenset(
    "jahr jahre jahren jahres monat monate monaten monats woche wochen tag tage tagen tages quartal quartale quartalen "
    "halbjahr halbjahre halbjahren vierteljahr legislaturperioden foerderperioden schuljahre schuljahren wahlperioden "
    "jahresfrist".split()
)
UNBESTIMMTE_ANZAHL: Final = frozenset("mehrere mehreren einige einigen wenige wenigen vielen viele paar naechsten".split())
RELATIVE_WOERTER: Final = frozenset(
    "dieses diesem diesen diese naechstes naechsten naechstem naechster naechste kommenden kommendes kommendem kommender "
    "folgenden folgendes folgendem vorigen vergangenen letzten aktuellen jeweiligen darauffolgenden lfd "
    "laufenden laufendem laufendes laufender uebernaechsten uebernaechstes".split()
)
RELATIVE_JAHRE: Final = frozenset("folgejahr folgejahres folgejahre folgejahren vorjahr vorjahres".split())
TERMINNOMEN: Final = ("ferien", "pause", "sitzung")
"""Nouns of times that no calendar rule knows; without a year beside them they hang in the air."""

_ENDUNGEN: Final = ("en", "em", "er", "es", "e", "s")


def grundform(wort: str, woerter: frozenset[str]) -> str | None:
    """Return the word as the list has it, if it is there as it stands or without its ending."""
    if wort in woerter:
        return wort
    for endung in _ENDUNGEN:
        stamm = wort.removesuffix(endung)
        if stamm != wort and stamm in woerter:
            return stamm
    return None


@regel
def nummerierung(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """1) | 1.1) | a) | (1) | 1. before a year: the number of a part, which begins a new part."""
    stop = None
    if leser.ist(i, Sorte.AUF) and leser.ist(i + 2, Sorte.ZU) and len(leser.an(i + 1).text) <= 2:  # noqa: PLR2004
        einzeln = leser.ist(i + 1, Sorte.WORT) and len(leser.an(i + 1).text) == 1
        stop = i + 3 if einzeln or leser.ist(i + 1, Sorte.ZAHL) else None
    elif leser.klammertiefe[i] == 0 and _darf_nummer_stehen(leser, i):
        j = i + 1
        if leser.ist(i, Sorte.ZAHL) and len(leser.an(i).text) <= 2:  # noqa: PLR2004  (parts are few)
            for _ in range(MAX_NUMMERNTEILE):
                if not (leser.ist(j, Sorte.PUNKT) and leser.ist(j + 1, Sorte.ZAHL) and leser.an(j + 1).eng):
                    break
                j += 2
            stop = _ende_der_nummer(leser, i, j)
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
    if leser.ist(j, Sorte.PUNKT) and vor_jahr and beginnt:
        return j + 1
    if leser.ist(j, Sorte.DOPPELPUNKT) and beginnt:
        return j + 1
    return None


@regel
def nebensache(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """Uhrzeit | Verweis | Wochentag vor einem Tag: numbers and names that are no Termin."""
    stop = _uhrzeit(leser, i) or _verweis(leser, i) or _wochentag(leser, i)
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
    if leser.an(j).text in {"I", "II", "III", "IV", "V", "VI"} and not leser.ist(j + 1, Sorte.SCHRAEG):
        return j + 1
    if not leser.ist(j, Sorte.ZAHL) or tagesform(leser, j) is not None:
        return None
    k = j + 1
    for _ in range(MAX_NUMMERNTEILE):
        fest = leser.an(k).sorte in {Sorte.PUNKT, Sorte.SCHRAEG} and leser.an(k).eng
        if not (fest and leser.ist(k + 1, Sorte.ZAHL) and leser.an(k + 1).eng):
            break
        k += 2
    if k == j + 1 and (jahreszahl(leser, j) is not None or leser.an(k).norm in DAUEREINHEITEN or leser.ist(k, Sorte.PUNKT)):
        return None
    if k > j + 1 and any(jahreszahl(leser, n) for n in (j, k - 1)):
        amtlich = leser.an(i).norm in {"drs", "drucksache", "vorlage", "top", "nr"}
        return k if amtlich else None
    return k


def _wochentag(leser: Leser, i: int) -> int | None:
    if not leser.wort(i, WOCHENTAGE) or not leser.an(i).gross:
        return None
    j = leser.nach_punkt(i + 1)
    if leser.ist(j, Sorte.KOMMA):
        j += 1
    return j if tag(leser, nach_fuellwoertern(leser, j)) is not None else None


@regel
def kein_tag(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """A full date that no calendar has: 31.02.2021."""
    gelesen = tagesform(leser, i)
    if gelesen is None or gelesen[0].gueltig:
        return None
    return Fund(Fundart.UNLESBAR, i, gelesen[1], woerter=("tag",)), gelesen[1]


@regel
def laufend(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """fortlaufend | Daueraufgabe | "in Umsetzung" | "seit Jahren" | "auf Dauer"."""
    zeichen = leser.an(i)
    if zeichen.sorte is not Sorte.WORT:
        return None
    if grundform(zeichen.norm, LAUFEND) is not None:
        return Fund(Fundart.LAUFEND, i, i + 1), i + 1
    if leser.wort(i, {"auf"}) and leser.wort(i + 1, {"dauer", "unbestimmte", "weiteres"}):
        stop = i + 3 if leser.wort(i + 2, {"zeit", "dauer"}) else i + 2
        return Fund(Fundart.LAUFEND, i, stop), stop
    if leser.wort(i, {"seit"}):
        lang = dauer(leser, nach_fuellwoertern(leser, i + 1))
        if lang is not None:
            return Fund(Fundart.LAUFEND, i, lang[1]), lang[1]
        if leser.wort(i + 1, {"jahren", "laengerem", "langem", "langer"}):
            stop = i + 3 if leser.wort(i + 2, {"zeit"}) else i + 2
            return Fund(Fundart.LAUFEND, i, stop), stop
        if not _folgt_jahr(leser, i + 1):
            return Fund(Fundart.LAUFEND, i, i + 1), i + 1
    return None


def _folgt_jahr(leser: Leser, i: int) -> bool:
    """Tell whether a year stands within the next few pieces."""
    return any(jahreszahl(leser, j) is not None for j in range(i, i + 6))


@regel
def relativ(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """( "dieses" | "kommenden" | … ) …jahr | "Folgejahr" | "im ersten Projektjahr": a time seen from another one."""
    terminnomen = leser.an(i).gross and leser.an(i).norm.endswith(TERMINNOMEN)
    if leser.wort(i, RELATIVE_JAHRE) or (terminnomen and not _folgt_jahr(leser, i + 1)):
        return Fund(Fundart.RELATIV, i, i + 1), i + 1
    j = i + 1
    if leser.wort(i, RELATIVE_WOERTER):
        j = leser.nach_punkt(j)
    elif (nummer := ordnungszahl(leser, i)) is not None and leser.an(nummer[1] - 1).text != leser.an(i).text:
        j = nummer[1]
    elif nummer is None or leser.an(i).sorte is not Sorte.WORT:
        return None
    ziel = leser.an(j).norm
    ist_zeit = "jahr" in ziel or ziel.rstrip("sen") in {"monat", "quartal", "woch", "sommer", "winter", "herbst", "semest"}
    if not ist_zeit or jahreszahl(leser, j + 1) is not None:
        return None
    return Fund(Fundart.RELATIV, i, j + 1), j + 1


@regel
def dauer(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """anzahl [ strich anzahl ] ( "Jahre" | "Monate" | … ) | dreijährig: a length without a beginning."""
    zeichen = leser.an(i)
    stamm = grundform(zeichen.norm, frozenset(f"{zahl}{einheit}" for zahl in STAMMZAHLEN for einheit in _DAUERWOERTER))
    if zeichen.sorte is Sorte.WORT and (stamm is not None or leser.wort(i, {"mehrjaehrig", "mehrjaehrige", "jahresfrist"})):
        return Fund(Fundart.DAUER, i, i + 1), i + 1
    anzahl = _anzahl(leser, i)
    if anzahl is None:
        return None
    j = anzahl
    if leser.ist(j, Sorte.STRICH) or leser.wort(j, {"bis", "oder"}):
        weitere = _anzahl(leser, j + 1)
        if weitere is not None:
            j = weitere
        elif leser.ist(j, Sorte.STRICH) and grundform(leser.an(j + 1).norm, frozenset(_DAUERWOERTER)) is not None:
            return Fund(Fundart.DAUER, i, j + 2), j + 2
    if leser.wort(j, {"halbes", "halben", "weitere", "weiteren", "volle", "vollen", "viertel"}):
        j += 1
    if grundform(leser.an(j).norm, frozenset(_DAUERWOERTER)) is not None:
        return Fund(Fundart.DAUER, i, j + 1), j + 1
    if not leser.wort(j, DAUEREINHEITEN) or jahreszahl(leser, j + 1) is not None:
        return None
    return Fund(Fundart.DAUER, i, j + 1), j + 1


_DAUERWOERTER: Final = ("jaehrig", "monatig", "woechig", "taegig", "monatige")


def _anzahl(leser: Leser, i: int) -> int | None:
    zeichen = leser.an(i)
    kurze_zahl = zeichen.sorte is Sorte.ZAHL and len(zeichen.text) <= 3 and not leser.ist(i + 1, Sorte.PUNKT)  # noqa: PLR2004
    bekannt = zeichen.sorte is Sorte.BETRAG or leser.wort(i, ANZAHLWOERTER) or leser.wort(i, UNBESTIMMTE_ANZAHL)
    return i + 1 if kurze_zahl or bekannt else None


@regel
def ohne_datum(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """nach Bedarf | schnellstmöglich | kurz- bzw. mittelfristig | offen | ??? | k. A."""
    zeichen = leser.an(i)
    if zeichen.sorte is Sorte.FRAGE:
        return Fund(Fundart.PLATZHALTER, i, i + 1, woerter=("?",)), i + 1
    if zeichen.sorte is not Sorte.WORT:
        return None
    wort = grundform(zeichen.norm, FRISTWOERTER)
    if wort is not None:
        return Fund(Fundart.FRISTWORT, i, i + 1, woerter=(wort,)), i + 1
    if zeichen.norm in _FRISTVORSATZ and leser.ist(i + 1, Sorte.STRICH) and leser.an(i + 1).eng:
        return Fund(Fundart.FRISTWORT, i, i + 2, woerter=(_FRISTVORSATZ[zeichen.norm],)), i + 2
    for art, woerter in ((Fundart.EILE, EILE), (Fundart.BEDARF, BEDARF), (Fundart.PLATZHALTER, PLATZHALTER)):
        wort = grundform(zeichen.norm, woerter)
        if wort is not None:
            return Fund(art, i, i + 1, woerter=(wort,)), i + 1
    return _mehrere_woerter(leser, i)


_REDENSARTEN: Final = (
    (Fundart.PLATZHALTER, ("k", "a")),
    (Fundart.PLATZHALTER, ("n", "n")),
    (Fundart.PLATZHALTER, ("t", "b", "d")),
    (Fundart.PLATZHALTER, ("noch", "nicht")),
    (Fundart.PLATZHALTER, ("nicht", "terminiert")),
    (Fundart.PLATZHALTER, ("nicht", "bekannt")),
    (Fundart.PLATZHALTER, ("nicht", "festgelegt")),
    (Fundart.PLATZHALTER, ("noch", "zu", "klaeren")),
    (Fundart.PLATZHALTER, ("noch", "festzulegen")),
    (Fundart.PLATZHALTER, ("zu", "klaeren")),
    (Fundart.PLATZHALTER, ("wird", "noch")),
    (Fundart.PLATZHALTER, ("ohne", "termin")),
    (Fundart.PLATZHALTER, ("ohne", "angabe")),
    (Fundart.PLATZHALTER, ("in", "planung")),
    (Fundart.PLATZHALTER, ("in", "vorbereitung")),
    (Fundart.PLATZHALTER, ("in", "klaerung")),
    (Fundart.PLATZHALTER, ("in", "pruefung")),
    (Fundart.PLATZHALTER, ("in", "abstimmung")),
    (Fundart.LAUFEND, ("in", "umsetzung")),
    (Fundart.LAUFEND, ("in", "bearbeitung")),
    (Fundart.LAUFEND, ("in", "arbeit")),
    (Fundart.LAUFEND, ("im", "gange")),
    (Fundart.EILE, ("in", "zukunft")),
    (Fundart.EILE, ("so", "bald", "wie", "moeglich")),
    (Fundart.EILE, ("so", "schnell", "wie", "moeglich")),
    (Fundart.EILE, ("so", "rasch", "wie", "moeglich")),
    (Fundart.EILE, ("so", "frueh", "wie", "moeglich")),
    (Fundart.EILE, ("nach", "und", "nach")),
    (Fundart.EILE, ("moeglichst", "bald")),
    (Fundart.EILE, ("moeglichst", "zeitnah")),
    (Fundart.EILE, ("moeglichst", "schnell")),
)


def _mehrere_woerter(leser: Leser, i: int) -> tuple[Fund, int] | None:
    for art, folge in _REDENSARTEN:
        j = i
        for wort in folge:
            if not leser.wort(j, {wort}):
                break
            j = leser.nach_punkt(j + 1) if len(wort) == 1 else j + 1
        else:
            return Fund(art, i, j, woerter=(" ".join(folge),)), j
    return None


@regel
def zeitraumwort(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """Legislaturperiode, Laufzeit, … without a year."""
    return (Fund(Fundart.DAUER, i, i + 1), i + 1) if ist_zeitraumwort(leser, i) else None
