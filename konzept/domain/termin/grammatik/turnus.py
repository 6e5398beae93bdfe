"""Grammar rules for rhythms said in one word: jährlich, zweijährlich, 14-tägig, 2-Jahres-Turnus, regelmäßig."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from konzept.domain.termin.grammatik.anzahlen import (
    Takteinheit,
    je_einheit,
    mit_anzahl,
    rhythmusfund,
    zahlspanne,
)
from konzept.domain.termin.grammatik.bereiche import ist_zeitraumwort
from konzept.domain.termin.grammatik.dauern import grundform
from konzept.domain.termin.grammatik.leser import Leser, regel
from konzept.domain.termin.grammatik.woerter import STAMMZAHLEN, wortliste
from konzept.domain.termin.grammatik.zeichen import Sorte
from konzept.domain.termin.rhythmus import Rhythmus, Takt

if TYPE_CHECKING:
    from konzept.domain.termin.grammatik.funde import Fund

ADVERBIEN: Final[dict[str, Takteinheit]] = {
    **dict.fromkeys(wortliste("jaehrlich jaehrl alljaehrlich jahresweise"), Takteinheit(Takt.JAHR)),
    **dict.fromkeys(wortliste("halbjaehrlich halbjaehrl halbjahresweise"), Takteinheit(Takt.MONAT, 6)),
    **dict.fromkeys(
        wortliste(
            "vierteljaehrlich quartalsweise quartalsmaessig dreimonatlich quartalsmaessige quartaerlich "
            "quartalsmaessiger"
        ),
        Takteinheit(Takt.MONAT, 3),
    ),
    **dict.fromkeys(wortliste("monatlich monatl mtl allmonatlich monatsweise"), Takteinheit(Takt.MONAT)),
    **dict.fromkeys(wortliste("woechentlich allwoechentlich"), Takteinheit(Takt.WOCHE)),
    **dict.fromkeys(wortliste("taeglich werktaeglich"), Takteinheit(Takt.TAG)),
}
_MEHRFACH: Final = {
    f"{zahl}{einheit}": takt.alle(n)
    for zahl, n in STAMMZAHLEN.items()
    if n > 1
    for einheit, takt in (
        ("jaehrlich", Takteinheit(Takt.JAHR)),
        ("monatlich", Takteinheit(Takt.MONAT)),
        ("woechentlich", Takteinheit(Takt.WOCHE)),
    )
} | {
    "vierzehntaegig": Rhythmus(Takt.WOCHE, 2),
    "biennal": Rhythmus(Takt.JAHR, 2),
    "triennal": Rhythmus(Takt.JAHR, 3),
}
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
TURNUS: Final = (
    "turnus",
    "rhythmus",
    "takt",
    "intervall",
    "zyklus",
    "abstand",
    "abstaenden",
    "intervallen",
    "abstaende",
)
_TURNUS_STAEMME: Final[dict[str, Takteinheit]] = {
    "jahres": Takteinheit(Takt.JAHR),
    "halbjahres": Takteinheit(Takt.MONAT, 6),
    "quartals": Takteinheit(Takt.MONAT, 3),
    "vierteljahres": Takteinheit(Takt.MONAT, 3),
    "monats": Takteinheit(Takt.MONAT),
    "wochen": Takteinheit(Takt.WOCHE),
}
OHNE_REGEL: Final = frozenset(
    wortliste(
        "regelmaessig turnusmaessig turnusgemaess periodisch wiederkehrend zyklisch mehrmals mehrfach "
        "wiederholt routinemaessig unregelmaessig turnus gelegentlich rollierend sporadisch haeufig"
    )
)


@regel
def adverb(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """jährlich | halbjährlich | zweijährlich | 14-tägig | 1/2-jährlich, with a count behind it if there is one."""
    wort = leser.an(i).norm
    mehrfach = grundform(wort, _MEHRFACH)
    if mehrfach is not None:
        return rhythmusfund(i, i + 1, _MEHRFACH[mehrfach])
    einfach = grundform(wort, ADVERBIEN)
    if einfach is not None:
        stop = i + 1
        if leser.an(stop).norm.endswith(TURNUS):
            stop += 1
        return mit_anzahl(leser, i, stop, ADVERBIEN[einfach])
    return _bruchadverb(leser, i) or _zahladverb(leser, i)


def _zahladverb(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """Read »2-jährlich«, »14-tägig«, »im 2-jährigen Turnus«, »im zweijährigen Turnus«, »2-3-jährlich«."""
    stamm, stop, n, zweifel = None, i + 1, None, ()  # type: str | None, int, int | None, tuple[str, ...]
    gelesen = zahlspanne(leser, i)
    if gelesen is not None and gelesen[0].n is not None:
        n, zweifel = gelesen[0].n, gelesen[0].zweifel
        j = gelesen[1] + 1 if leser.ist(gelesen[1], Sorte.STRICH) else gelesen[1]
        stamm, stop = grundform(leser.an(j).norm, _ZAHLADVERBIEN), j + 1
    else:
        wort = leser.an(i).norm
        for zahl, wert in STAMMZAHLEN.items():
            if wort.startswith(zahl):
                n, stamm = wert, grundform(wort.removeprefix(zahl), _ZAHLADVERBIEN)
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
        return rhythmusfund(i, stop, Rhythmus(Takt.WOCHE, n // 7), zweifel)
    return rhythmusfund(i, stop, _ZAHLADVERBIEN[stamm].alle(n), zweifel)


def _bruchadverb(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """Read »1/2-jährlich«, »¼-jährlich«."""
    bruch, j = leser.an(i).text, i + 1
    if leser.ist(i, Sorte.ZAHL) and leser.ist(i + 1, Sorte.SCHRAEG):
        bruch, j = f"{bruch}/{leser.an(i + 2).text}", i + 3
    monate = {"1/2": 6, "½": 6, "1/4": 3, "¼": 3}.get(bruch)
    if leser.ist(j, Sorte.STRICH):
        j += 1
    if monate is None or grundform(leser.an(j).norm, {"jaehrlich"}) is None:
        return None
    return rhythmusfund(i, j + 1, Rhythmus(Takt.MONAT, monate))


@regel
def turnus(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """Zahl "-Jahres-Turnus" | Zweijahresturnus | Jahresrhythmus."""
    n, j = 1, i
    if leser.ist(i, Sorte.ZAHL) and 0 < leser.an(i).wert <= 99 and leser.ist(i + 1, Sorte.STRICH):
        n, j = leser.an(i).wert, i + 2
    wort, stop = leser.an(j).norm, j + 1
    endung = next((endung for endung in TURNUS if wort.endswith(endung)), None)
    if endung is None:
        if (
            wort not in _TURNUS_STAEMME
            or not leser.an(stop).norm.endswith(TURNUS)
            or not leser.an(stop).gross
        ):
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
    return rhythmusfund(i, stop, einheit.alle(n)) if einheit is not None else None


@regel
def ohne_regel(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """regelmäßig | turnusgemäß | "in unregelmäßigen Abständen" | mehrmals jährlich: a rhythm, and no interval."""
    if leser.an(i).sorte is not Sorte.WORT:
        return None
    wort = leser.an(i).norm
    if leser.wort(i, {"pro", "je", "jede", "jeder"}) and ist_zeitraumwort(leser, i + 1):
        return rhythmusfund(i, i + 2, None)
    if grundform(wort, OHNE_REGEL) is None:
        return (
            rhythmusfund(i, i + 2, None)
            if leser.wort(i, {"immer"}) and leser.wort(i + 1, {"wieder"})
            else None
        )
    stop = i + 1
    je = je_einheit(leser, stop)
    if grundform(wort, {"mehrmals", "mehrfach", "wiederholt"}) and je is not None:
        return rhythmusfund(i, je[1], None)
    if leser.an(stop).norm.endswith(TURNUS):
        stop += 1
    return rhythmusfund(i, stop, None)
