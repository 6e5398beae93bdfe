"""Grammar rules for rhythms: jährlich, alle zwei Jahre, 2x pro Jahr, im 2-Jahres-Turnus, jeweils im März."""

from __future__ import annotations

from typing import Final

from konzept.domain.termin.anzahlregeln import (
    TAKTEINHEITEN,
    ZWEIFEL_OHNE_REGEL,
    ZWEIFEL_SPANNE,
    Anzahl,
    Takteinheit,
    haeufigkeit,
    zahlspanne,
)
from konzept.domain.termin.einheit import Einheitsart
from konzept.domain.termin.funde import Fund, Fundart
from konzept.domain.termin.leser import Leser, regel
from konzept.domain.termin.reihenregeln import reihe
from konzept.domain.termin.rhythmus import Rhythmus, Takt
from konzept.domain.termin.woerter import ORDNUNGSWOERTER, STAMMZAHLEN
from konzept.domain.termin.wortregeln import grundform
from konzept.domain.termin.zeichen import Sorte

JE: Final = frozenset("pro je per im in jede jedem jeden jeder jedes a p".split())
MAX_NOMEN: Final = 3
MEISTENS_IM_JAHR: Final = 12
ZWEIFEL_VERANSTALTUNGEN: Final = "Genannt ist eine Anzahl im Jahr, kein Abstand."
_VERANSTALTUNGEN: Final = tuple(
    "sitzung sitzungen treffen veranstaltung veranstaltungen konferenz konferenzen workshop workshops termin termine "
    "schulung schulungen seminar seminare tagung tagungen fest feste aktion aktionen kurs kurse fortbildung fortbildungen "
    "besprechung besprechungen runde runden gespraech gespraeche versammlung versammlungen forum foren bericht berichte "
    "vortrag vortraege ausgabe ausgaben newsletter abend abende nachmittag nachmittage tag tage exkursion exkursionen "
    "beratungen lesungen lesung ausstellung ausstellungen projekttage stammtisch stammtische".split()
)
"""Nouns of things that take place: two of them a year are two times a year (design §5)."""

_ADVERBIEN: Final[dict[str, Takteinheit]] = {
    **dict.fromkeys("jaehrlich alljaehrlich jahresweise jaehrig".split(), Takteinheit(Takt.JAHR)),
    **dict.fromkeys("halbjaehrlich halbjahresweise halbjahrlich".split(), Takteinheit(Takt.MONAT, 6)),
    **dict.fromkeys(
        "vierteljaehrlich quartalsweise quartalsmaessig dreimonatlich quartalsmaessige quartaerlich quartalsmaessiger".split(),
        Takteinheit(Takt.MONAT, 3),
    ),
    **dict.fromkeys("monatlich allmonatlich monatsweise".split(), Takteinheit(Takt.MONAT)),
    **dict.fromkeys("woechentlich allwoechentlich".split(), Takteinheit(Takt.WOCHE)),
    **dict.fromkeys("taeglich werktaeglich".split(), Takteinheit(Takt.TAG)),
}
del _ADVERBIEN["jaehrig"]
_MEHRFACH: Final = {
    f"{zahl}{einheit}": takt.alle(n)
    for zahl, n in STAMMZAHLEN.items()
    if n > 1
    for einheit, takt in (
        ("jaehrlich", Takteinheit(Takt.JAHR)),
        ("monatlich", Takteinheit(Takt.MONAT)),
        ("woechentlich", Takteinheit(Takt.WOCHE)),
    )
} | {"vierzehntaegig": Rhythmus(Takt.WOCHE, 2), "biennal": Rhythmus(Takt.JAHR, 2), "triennal": Rhythmus(Takt.JAHR, 3)}
_ZAHLADVERBIEN: Final = {
    "jaehrlich": Takteinheit(Takt.JAHR),
    "jaehrig": Takteinheit(Takt.JAHR),
    "monatlich": Takteinheit(Takt.MONAT),
    "monatig": Takteinheit(Takt.MONAT),
    "woechentlich": Takteinheit(Takt.WOCHE),
    "woechig": Takteinheit(Takt.WOCHE),
    "taegig": Takteinheit(Takt.TAG),
    "taeglich": Takteinheit(Takt.TAG),
}
TURNUS: Final = ("turnus", "rhythmus", "takt", "intervall", "zyklus", "abstand", "abstaenden", "intervallen", "abstaende")
_TURNUS_STAEMME: Final[dict[str, Takteinheit]] = {
    "jahres": Takteinheit(Takt.JAHR),
    "halbjahres": Takteinheit(Takt.MONAT, 6),
    "quartals": Takteinheit(Takt.MONAT, 3),
    "vierteljahres": Takteinheit(Takt.MONAT, 3),
    "monats": Takteinheit(Takt.MONAT),
    "wochen": Takteinheit(Takt.WOCHE),
}
OHNE_REGEL: Final = frozenset(
    "regelmaessig turnusmaessig turnusgemaess periodisch wiederkehrend zyklisch mehrmals mehrfach wiederholt routinemaessig "
    "unregelmaessig turnus gelegentlich rollierend sporadisch haeufig".split()
)


def _fund(start: int, stop: int, rhythmus: Rhythmus | None, zweifel: tuple[str, ...] = ()) -> tuple[Fund, int]:
    if rhythmus is None and not zweifel:
        zweifel = (ZWEIFEL_OHNE_REGEL,)
    return Fund(Fundart.RHYTHMUS, start, stop, rhythmus=rhythmus, zweifel=zweifel), stop


def _je_einheit(leser: Leser, i: int) -> tuple[Takteinheit, int] | None:
    """Read »pro Jahr«, »im Monat«, »/Jahr«, »p. a.«, »die Woche«."""
    j = i
    if leser.wort(j, {"p"}) and leser.wort(leser.nach_punkt(j + 1), {"a"}):
        return TAKTEINHEITEN["jahr"], leser.nach_punkt(leser.nach_punkt(j + 1) + 1)
    if leser.ist(j, Sorte.SCHRAEG) or leser.wort(j, JE | {"innerhalb", "die"}):
        j += 1
        if leser.wort(j, {"dem", "der", "einem", "eines", "einer"}):
            j += 1
    einheit = TAKTEINHEITEN.get(leser.an(j).norm)
    if j == i or einheit is None or leser.ist(j + 1, Sorte.ZAHL):
        return None
    return einheit, j + 1


@regel
def oft_je_einheit(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """haeufigkeit ( "pro" einheit | adverb ): 1x pro Monat, zweimal jährlich, 1-2x im Jahr."""
    gelesen = haeufigkeit(leser, i)
    if gelesen is None:
        return None
    anzahl, j = gelesen
    je = _je_einheit(leser, j)
    if je is None:
        adverb = grundform(leser.an(j).norm, frozenset(_ADVERBIEN))
        if adverb is None:
            return None
        je = _ADVERBIEN[adverb], j + 1
    return _fund(i, je[1], *je[0].mal(anzahl))


@regel
def nomen_je_einheit(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """zahlspanne nomen { nomen } "pro" einheit: bis zu 6 Sitzungen pro Jahr."""
    gelesen = zahlspanne(leser, i)
    if gelesen is None:
        return None
    anzahl, j = gelesen
    for k in range(j + 1, j + 1 + MAX_NOMEN):
        if leser.an(k - 1).sorte is not Sorte.WORT:
            return None
        je = _je_einheit(leser, k)
        if je is None:
            continue
        if leser.wort(k, {"im", "in", "die"}) and not _findet_statt(leser, k - 1):
            return None
        if _findet_statt(leser, k - 1) or anzahl.n is None:
            return _fund(i, je[1], *je[0].mal(anzahl))
        zweifel = (ZWEIFEL_VERANSTALTUNGEN,) if anzahl.n > 1 or anzahl.zweifel else ()
        return _fund(i, je[1], je[0].alle(1), (*je[0].zweifel, *zweifel))
    return None


def _findet_statt(leser: Leser, i: int) -> bool:
    return leser.an(i).norm.endswith(_VERANSTALTUNGEN)


@regel
def alle_n(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """( "alle" | "aller" ) [ zahlspanne ] einheit | "im Abstand von" zahlspanne einheit."""
    j = i
    if leser.wort(j, {"alle", "aller"}):
        j += 1
    elif leser.an(j).norm.endswith(TURNUS) and leser.wort(j + 1, {"von", "aller", "alle"}):
        j += 2
    else:
        return None
    if leser.wort(j, {"paar", "einige", "mehrere"}) and leser.an(j + 1).norm in TAKTEINHEITEN:
        return _fund(i, j + 2, None)
    halb = leser.wort(j, {"halbe", "halben"})
    gelesen = None if halb else zahlspanne(leser, j)
    anzahl, j = gelesen if gelesen is not None else (Anzahl(1), j + 1 if halb else j)
    einheit = TAKTEINHEITEN.get(leser.an(j).norm)
    if einheit is None or anzahl.n is None:
        return None
    if halb:
        return _fund(i, j + 1, Rhythmus(Takt.MONAT, 6))
    return _fund(i, j + 1, einheit.alle(anzahl.n), (*einheit.zweifel, *anzahl.zweifel))


@regel
def jedes(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """( "jedes" | "jeden" | … ) [ "zweite" | "2." ] einheit [ zahlspanne nomen ]; "pro" einheit; "eines jeden Jahres"."""
    j = i
    if leser.wort(j, {"eines", "einer"}):
        j += 1
    if leser.wort(j, {"jede", "jedem", "jeden", "jeder", "jedes"}):
        j += 1
        n = 1
        if leser.an(j).norm in ORDNUNGSWOERTER:
            n, j = ORDNUNGSWOERTER[leser.an(j).norm], j + 1
        elif leser.ist(j, Sorte.ZAHL) and leser.ist(j + 1, Sorte.PUNKT) and 0 < leser.an(j).wert <= MEISTENS_IM_JAHR:
            n, j = leser.an(j).wert, j + 2
        einheit = TAKTEINHEITEN.get(leser.an(j).norm)
        if einheit is None:
            return None
        return _mit_anzahl(leser, i, j + 1, einheit) if n == 1 else _fund(i, j + 1, einheit.alle(n), einheit.zweifel)
    if leser.wort(i, {"pro", "je", "p"}):
        je = _je_einheit(leser, i)
        return _mit_anzahl(leser, i, je[1], je[0]) if je is not None else None
    return None


@regel
def adverb(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """jährlich | halbjährlich | zweijährlich | 14-tägig | 1/2-jährlich, with a count behind it if there is one."""
    wort = leser.an(i).norm
    mehrfach = grundform(wort, frozenset(_MEHRFACH))
    if mehrfach is not None:
        return _fund(i, i + 1, _MEHRFACH[mehrfach])
    einfach = grundform(wort, frozenset(_ADVERBIEN))
    if einfach is not None:
        stop = i + 1
        if leser.an(stop).norm.endswith(TURNUS):
            stop += 1
        return _mit_anzahl(leser, i, stop, _ADVERBIEN[einfach])
    return _zahladverb(leser, i) or _bruchadverb(leser, i)


def _zahladverb(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """Read »2-jährlich«, »14-tägig«, »im 2-jährigen Turnus«, »im zweijährigen Turnus«, »2-3-jährlich«."""
    stamm, stop, n, zweifel = None, i + 1, None, ()  # type: str | None, int, int | None, tuple[str, ...]
    gelesen = zahlspanne(leser, i)
    if gelesen is not None and gelesen[0].n is not None:
        n, zweifel = gelesen[0].n, gelesen[0].zweifel
        j = gelesen[1] + 1 if leser.ist(gelesen[1], Sorte.STRICH) else gelesen[1]
        stamm, stop = grundform(leser.an(j).norm, frozenset(_ZAHLADVERBIEN)), j + 1
    else:
        wort = leser.an(i).norm
        for zahl, wert in STAMMZAHLEN.items():
            if wort.startswith(zahl):
                n, stamm = wert, grundform(wort.removeprefix(zahl), frozenset(_ZAHLADVERBIEN))
                break
    if stamm is None or n is None:
        return None
    ist_dauer = stamm.endswith("ig") and stamm != "taegig"
    if ist_dauer or stamm == "taegig":
        if leser.an(stop).norm.endswith(TURNUS):
            stop += 1
        elif ist_dauer:
            return None  # »dreijährige Umsetzungsphase« is a length
    if stamm == "taegig" and n % 7 == 0:
        return _fund(i, stop, Rhythmus(Takt.WOCHE, n // 7), zweifel)
    return _fund(i, stop, _ZAHLADVERBIEN[stamm].alle(n), zweifel)


def _bruchadverb(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """Read »1/2-jährlich«, »¼-jährlich«."""
    bruch, j = leser.an(i).text, i + 1
    if leser.ist(i, Sorte.ZAHL) and leser.ist(i + 1, Sorte.SCHRAEG):
        bruch, j = f"{bruch}/{leser.an(i + 2).text}", i + 3
    monate = {"1/2": 6, "½": 6, "1/4": 3, "¼": 3}.get(bruch)
    if leser.ist(j, Sorte.STRICH):
        j += 1
    if monate is None or grundform(leser.an(j).norm, frozenset({"jaehrlich", "jahrlich"})) is None:
        return None
    return _fund(i, j + 1, Rhythmus(Takt.MONAT, monate))


def _mit_anzahl(leser: Leser, start: int, stop: int, einheit: Takteinheit) -> tuple[Fund, int]:
    """Take in »jährlich 2x«, »jährlich zwei Sitzungen«, »jährlich zwei bis drei«."""
    oft = haeufigkeit(leser, stop)
    if oft is not None and not _gehoert_weiter(leser, oft[1]):
        return _fund(start, oft[1], *einheit.mal(oft[0]))
    zahl = zahlspanne(leser, stop)
    if zahl is None or zahl[0].n is None or _gehoert_weiter(leser, zahl[1]) or leser.ist(zahl[1], Sorte.PUNKT):
        return _fund(start, stop, einheit.alle(1), einheit.zweifel)
    if zahl[0].n > 1 and leser.an(zahl[1]).norm.endswith(_VERANSTALTUNGEN):
        return _fund(start, zahl[1] + 1, *einheit.mal(zahl[0]))
    return _fund(start, zahl[1], einheit.alle(1), (*einheit.zweifel, *zahl[0].zweifel))


def _gehoert_weiter(leser: Leser, i: int) -> bool:
    """Tell whether a count belongs to what follows: another rhythm or a length of time."""
    return _je_einheit(leser, i) is not None or leser.an(i).norm in TAKTEINHEITEN


@regel
def turnus(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """zahl "-Jahres-Turnus" | Zweijahresturnus | Jahresrhythmus."""
    n, j = 1, i
    if leser.ist(i, Sorte.ZAHL) and 0 < leser.an(i).wert <= 99 and leser.ist(i + 1, Sorte.STRICH):  # noqa: PLR2004
        n, j = leser.an(i).wert, i + 2
    wort, stop = leser.an(j).norm, j + 1
    endung = next((endung for endung in TURNUS if wort.endswith(endung)), None)
    if endung is None:
        if wort not in _TURNUS_STAEMME or not leser.an(stop).norm.endswith(TURNUS) or not leser.an(stop).gross:
            return None
        stamm, stop = wort, stop + 1
    else:
        stamm = wort.removesuffix(endung)
    if j == i:
        for zahl, wert in STAMMZAHLEN.items():
            if stamm.startswith(zahl) and stamm.removeprefix(zahl) in _TURNUS_STAEMME:
                n, stamm = wert, stamm.removeprefix(zahl)
                break
    einheit = _TURNUS_STAEMME.get(stamm)
    return _fund(i, stop, einheit.alle(n)) if einheit is not None else None


@regel
def ohne_regel(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """regelmäßig | turnusgemäß | "in unregelmäßigen Abständen" | mehrmals jährlich: a rhythm, and no interval."""
    if leser.an(i).sorte is not Sorte.WORT:
        return None
    wort = leser.an(i).norm
    if grundform(wort, OHNE_REGEL) is None:
        return _fund(i, i + 2, None) if leser.wort(i, {"immer"}) and leser.wort(i + 1, {"wieder"}) else None
    stop = i + 1
    je = _je_einheit(leser, stop)
    if grundform(wort, frozenset({"mehrmals", "mehrfach", "wiederholt"})) and je is not None:
        return _fund(i, je[1], None)
    if leser.an(stop).norm.endswith(TURNUS):
        stop += 1
    return _fund(i, stop, None)


@regel
def jeweils(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """( "jeweils" | "immer" | "jeden" | "jedes" ) reihe ohne Jahr: jeweils im März, jeden Sommer; jeweils zum Quartalsende."""
    if not leser.wort(i, {"jeweils", "immer", "stets", "jeden", "jedes", "jaehrlich", "jede", "jedem"}):
        return None
    ende = next(
        (n for n in range(i + 1, i + 4) if leser.an(n).norm in {"quartalsende", "monatsende", "halbjahresende", "wochenende"}),
        None,
    )
    if ende is not None and leser.wort(i, {"jeweils", "immer", "stets", "jedem"}):
        rhythmus = {"quartalsende": Rhythmus(Takt.MONAT, 3), "monatsende": Rhythmus(Takt.MONAT)}.get(leser.an(ende).norm)
        if leser.an(ende).norm == "halbjahresende":
            rhythmus = Rhythmus(Takt.MONAT, 6)
        return _fund(i, ende + 1, rhythmus) if rhythmus is not None else None
    j = i + 1
    if leser.wort(j, {"bis", "zum", "zur"}):
        j += 1
    gelesen = reihe(leser, j)
    if gelesen is None or any(angabe.einheit.jahr is not None for angabe in gelesen[0]):
        return None
    if any(angabe.einheit.art is Einheitsart.WOCHE for angabe in gelesen[0]):
        return None
    return Fund(Fundart.RHYTHMUS, i, gelesen[1], gelesen[0], rhythmus=Rhythmus(Takt.JAHR)), gelesen[1]
