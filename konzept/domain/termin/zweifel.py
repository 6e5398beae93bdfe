"""Words around a date that change its meaning: with them a reading is in doubt, and never silent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from konzept.domain.termin.funde import Fundart
from konzept.domain.termin.woerter import FUELLWOERTER, JAHRESZEITEN, MONATE, NAMEN_MIT_JAHR
from konzept.domain.termin.zeichen import Sorte

if TYPE_CHECKING:
    from konzept.domain.termin.funde import Fund
    from konzept.domain.termin.leser import Leser

_UNGEFAEHR: Final = "etwa ca circa zirka ungefaehr mindestens zumindest mind min wenigstens rund hoechstens maximal max fast knapp"
_BEDINGT: Final = (
    "wenn falls sofern soweit vorbehaltlich vorbehalt abhaengig vorausgesetzt gegebenenfalls ggf evtl eventuell optional "
    "moeglicherweise vielleicht vermutlich moeglichst frueher spaeter voraussetzung abhaengigkeit"
)
_ANDERS: Final = "oder alternativ entweder respektive statt anstatt anstelle"
_VERNEINT: Final = "nicht kein keine keinen keinem keiner ohne nie ausser ausgenommen"
_VERLEGT: Final = "urspruenglich eigentlich verlegt vertagt ersetzt erstmalig erstmals bisher"
ZWEIFELWOERTER: Final[dict[str, str]] = {
    **dict.fromkeys(_UNGEFAEHR.split(), "»{}« macht die Angabe ungefähr."),
    **dict.fromkeys(_BEDINGT.split(), "»{}« knüpft die Angabe an eine Bedingung."),
    **dict.fromkeys(_ANDERS.split(), "»{}« stellt mehreres zur Wahl."),
    **dict.fromkeys(_VERNEINT.split(), "»{}« kann die Angabe verneinen."),
    **dict.fromkeys(_VERLEGT.split(), "»{}« spricht von einem anderen Termin."),
    "mehrdeutig": "Als mehrdeutig gekennzeichnet.",
}
HARMLOS_BEI_LAUFEND: Final = frozenset({*_BEDINGT.split(), "erstmals", "erstmalig", "bisher", "spaeter", "ohne"})
_RICHTUNG: Final = frozenset("bis ab seit vor nach zwischen waehrend fruehestens spaetestens binnen".split())
_RICHTUNG_BEI_RHYTHMUS: Final = _RICHTUNG | {"zum", "zur", "am"}
_DIREKT: Final = frozenset("um gegen ueber vom unter".split())
_HARMLOSE_PAARE: Final = frozenset({("vor", "ort"), ("vor", "allem"), ("nach", "und"), ("ab", "und")})
_TERMINNOMEN: Final = ("ferien", "pause", "sitzung", "sitzungen", "semester")
_ZEICHEN: Final = frozenset("~≈<>≤≥±")
_KLEINE_WOERTER: Final = FUELLWOERTER | frozenset("und sowie bis ab seit von mit fuer durch bei auf als zeit uhr".split())


def ist_nomen(leser: Leser, i: int) -> bool:
    """Tell whether a piece is a noun, which names a step of its own: capital letter and no small word."""
    zeichen = leser.an(i)
    return zeichen.gross and zeichen.norm not in _KLEINE_WOERTER and zeichen.norm not in ZWEIFELWOERTER and ("neben", i) not in leser.merker


def zweifel_der_woerter(leser: Leser, funde: list[Fund], woerter: list[int], stop: int) -> tuple[str, ...]:
    """Return the doubts that the words of a group raise about its dates.

    `woerter` are the pieces no rule read; words within the Funde count too where they weaken (»ca.«, »oder«).
    """
    arten = {fund.art for fund in funde}
    nur_laufend = Fundart.LAUFEND in arten and not arten & {Fundart.AB, Fundart.BIS, Fundart.ZEITRAUM, Fundart.BEGINN}
    gelesene = [i for fund in funde for i in range(fund.start, fund.stop)]
    gruende: list[str] = []
    for i in sorted({*gelesene, *woerter}):
        grund = ZWEIFELWOERTER.get(leser.an(i).norm)
        if grund is None or ("neben", i) in leser.merker or _teil_von_verneintem(leser, i):
            continue
        if nur_laufend and leser.an(i).norm in HARMLOS_BEI_LAUFEND:
            continue
        if leser.an(i).norm in {"erstmals", "erstmalig"} and i in gelesene:
            continue
        gruende.append(grund.format(leser.an(i).text))
    if not nur_laufend:
        anfaenge = {fund.start for fund in funde}
        rhythmisch = Fundart.RHYTHMUS in arten
        for i in woerter:
            if ("neben", i) not in leser.merker:
                gruende.extend(_grund(leser, i, anfaenge, rhythmisch=rhythmisch))
    return tuple(dict.fromkeys(gruende))


def _teil_von_verneintem(leser: Leser, i: int) -> bool:
    return leser.wort(i, {"min", "max"}) and leser.ist(i - 1, Sorte.ZAHL)


def _grund(leser: Leser, i: int, anfaenge: set[int], *, rhythmisch: bool) -> tuple[str, ...]:
    zeichen = leser.an(i)
    if zeichen.sorte is Sorte.FRAGE or zeichen.text in _ZEICHEN:
        return (f"»{zeichen.text}« stellt die Angabe in Frage.",)
    if zeichen.sorte is Sorte.ZAHL and not _zaehlt_etwas(leser, i):
        return (f"Die Zahl »{zeichen.text}« ist nicht gelesen.",)
    if zeichen.sorte is not Sorte.WORT:
        return ()
    richtung = _RICHTUNG_BEI_RHYTHMUS if rhythmisch else _RICHTUNG
    if zeichen.norm in richtung and (zeichen.norm, leser.an(i + 1).norm) not in _HARMLOSE_PAARE:
        return (f"»{zeichen.text}« ist nicht gelesen und kann die Angabe verschieben.",)
    if zeichen.norm in _DIREKT and i + 1 in anfaenge:
        return (f"»{zeichen.text}« vor der Angabe kann sie verschieben.",)
    if zeichen.norm == "verschoben" and not _auf_davor(leser, i):
        return ("Der Termin wurde verschoben.",)
    if zeichen.gross and (zeichen.norm.endswith(_TERMINNOMEN) or zeichen.norm in {*MONATE, *JAHRESZEITEN}):
        return (f"»{zeichen.text}« nennt eine Zeit, die nicht gelesen ist.",)
    if zeichen.norm in NAMEN_MIT_JAHR and leser.ist(i + 1, Sorte.ZAHL):
        return (f"Die Zahl hinter »{zeichen.text}« kann zu einem Namen gehören.",)
    return ()


def _auf_davor(leser: Leser, i: int) -> bool:
    """Tell whether »auf« or »in« with a date leads to »verschoben«, or follows it."""
    return any(leser.wort(n, {"auf", "in", "ins"}) for n in (*range(max(0, i - 8), i), i + 1))


def _zaehlt_etwas(leser: Leser, i: int) -> bool:
    """Tell whether a number counts or names a thing: »20 Lehrkräfte«, »2. Fortschreibung«, »Phase 1«."""
    danach = leser.nach_punkt(i + 1)
    if leser.an(danach).sorte is Sorte.WORT or leser.an(danach).text in {"%", "€", "$"}:
        return True
    return ist_nomen(leser, i - 1) or (leser.ist(i - 1, Sorte.STRICH) and ist_nomen(leser, i - 2))
