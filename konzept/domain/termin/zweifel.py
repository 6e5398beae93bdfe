"""Words around a date that change its meaning: with them a reading is in doubt, and never silent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from konzept.domain.termin.grammatik.funde import Fundart
from konzept.domain.termin.grammatik.woerter import (
    ANZAHLWOERTER,
    FUELLWOERTER,
    MENGENWOERTER,
    ROEMISCH,
    STAMMZAHLEN,
    wortliste,
)
from konzept.domain.termin.grammatik.zeichen import Sorte
from konzept.domain.termin.meldungen import zweifel_am_stand
from konzept.domain.termin.zeitnamen import zweifel_an_zeichen, zweifel_der_namen

if TYPE_CHECKING:
    from konzept.domain.termin.grammatik.funde import Fund
    from konzept.domain.termin.grammatik.leser import Leser

_UNGEFAEHR: Final = (
    "etwa ca circa zirka ungefaehr mindestens zumindest mind min wenigstens rund hoechstens "
    "maximal max fast knapp "
)
_BEDINGT: Final = (
    "wenn falls sofern soweit vorbehaltlich vorbehalt abhaengig vorausgesetzt gegebenenfalls ggf evtl "
    "eventuell optional moeglicherweise vielleicht vermutlich moeglichst moeglich frueher spaeter voraussetzung "
    "abhaengigkeit sobald nachdem bevor solange option verlaengerungsoption idealerweise bestenfalls "
    "fruehester fruehestes fruehesten frueheste"
)
_ANDERS: Final = "alternativ entweder"
_ODER: Final = frozenset({"oder", "bzw", "beziehungsweise", "respektive", "resp"})
_VERNEINT: Final = "nicht kein keine keinen keinem keiner ohne nie ausser ausgenommen"
_VERLEGT: Final = "urspruenglich urspr eigentlich verlegt vertagt ersetzt erstmalig erstmals bisher alt"
_STAND: Final = (
    "entfaellt entfallen eingestellt abgelehnt zurueckgestellt ausgesetzt pausiert ruht ausgefallen ausfaellt "
    "gestrichen verworfen abgesagt storniert"
)
_UNGEFAEHRE_WOERTER: Final = frozenset(_UNGEFAEHR.split())
ZWEIFEL_GEKENNZEICHNET: Final = "Als mehrdeutig gekennzeichnet."
ZWEIFELWOERTER: Final[dict[str, str]] = {
    **dict.fromkeys(_UNGEFAEHR.split(), "»{}« macht die Angabe ungefähr."),
    **dict.fromkeys(_BEDINGT.split(), "»{}« knüpft die Angabe an eine Bedingung."),
    **dict.fromkeys(_ANDERS.split(), "»{}« stellt mehreres zur Wahl."),
    **dict.fromkeys(_VERNEINT.split(), "»{}« kann die Angabe verneinen."),
    **dict.fromkeys(_VERLEGT.split(), "»{}« spricht von einem anderen Termin."),
    **dict.fromkeys(_STAND.split(), "»{}« meldet einen Stand, keinen Termin."),
    "mehrdeutig": ZWEIFEL_GEKENNZEICHNET,
}
HARMLOS_BEI_LAUFEND: Final = frozenset(
    {*_BEDINGT.split(), "erstmals", "erstmalig", "bisher", "spaeter", "ohne", "alt"}
)
_RICHTUNG: Final = frozenset(
    wortliste("bis ab seit vor nach zwischen waehrend fruehestens spaetestens binnen anschluss richtung")
)
_RICHTUNG_BEI_RHYTHMUS: Final = _RICHTUNG | {"zum", "zur", "am"}
_IM_LAUFE: Final = frozenset({"laufe", "verlauf", "verlaufe"})
_DIREKT: Final = frozenset(wortliste("um gegen ueber vom von unter"))
_HARMLOSE_PAARE: Final = frozenset({("vor", "ort"), ("vor", "allem"), ("nach", "und"), ("ab", "und")})
_ZEICHEN: Final = frozenset("~≈<>≤≥±")
_KLEINE_WOERTER: Final = FUELLWOERTER | frozenset(
    wortliste("und sowie bis ab seit von mit fuer durch bei auf als zeit uhr")
)


def ist_nomen(leser: Leser, i: int) -> bool:
    """Tell whether a piece is a noun, which names a step of its own: capital letter and no small word."""
    zeichen = leser.an(i)
    return (
        zeichen.gross
        and zeichen.norm not in _KLEINE_WOERTER
        and zeichen.norm not in ZWEIFELWOERTER
        and not leser.ist_nebensache(i)
    )


def zweifel_der_woerter(leser: Leser, funde: list[Fund], woerter: list[int]) -> tuple[str, ...]:
    """Return the doubts that the words of a group raise about its dates.

    `woerter` are the pieces no rule read; words within the Funde count too where they weaken (»ca.«, »oder«).
    """
    arten = {fund.art for fund in funde}
    nur_laufend = Fundart.LAUFEND in arten and not arten & {
        Fundart.AB,
        Fundart.BIS,
        Fundart.ZEITRAUM,
        Fundart.BEGINN,
    }
    gelesene = {i for fund in funde for i in range(fund.start, fund.stop)}
    stellen = [i for i in sorted({*gelesene, *woerter}) if not leser.ist_nebensache(i)]
    rhythmisch = Fundart.RHYTHMUS in arten
    gruende: list[str] = []
    for i in stellen:
        norm = leser.an(i).norm
        harmlos = nur_laufend and norm in HARMLOS_BEI_LAUFEND
        if norm not in ZWEIFELWOERTER or harmlos or _gilt_anderem(leser, i, gelesene, rhythmisch=rhythmisch):
            continue
        gruende.append(ZWEIFELWOERTER[norm].format(leser.an(i).text))
    anfaenge = {fund.start for fund in funde}
    enden = {fund.stop for fund in funde}
    for i in stellen:
        zwischen_zeiten = i in gelesene or i in enden or leser.nach_punkt(i + 1) in anfaenge
        if leser.wort(i, _ODER) and zwischen_zeiten:
            gruende.append(f"»{leser.an(i).text}« stellt mehreres zur Wahl.")
    if not nur_laufend:
        daten = {fund.start for fund in funde if fund.art is not Fundart.DAUER}  # »um ein Jahr verlängert«
        for i in woerter:
            if not leser.ist_nebensache(i):
                gruende.extend(_grund(leser, i, daten, rhythmisch=rhythmisch))
        if any(leser.wort(i, {"verschoben"}) and not _auf_davor(leser, i) for i in woerter) and not any(
            fund.woerter == ("verschoben",) for fund in funde
        ):
            gruende.append("Der Termin wurde verschoben.")
        gruende.extend(zweifel_der_namen(leser, funde, woerter, _KLEINE_WOERTER))
        gruende.extend(zweifel_an_zeichen(leser, funde))
        gruende.extend(zweifel_am_stand(leser, arten, stellen))
    return tuple(dict.fromkeys(gruende))


def _gilt_anderem(leser: Leser, i: int, gelesene: set[int], *, rhythmisch: bool) -> bool:
    """Tell whether a word of doubt speaks of something else than the date beside it.

    »2-mal min.« and »mindestens 90 %« limit an amount, »so bald wie möglich« is one expression, »erstmals 2021« a rule.
    """
    if leser.wort(i, _UNGEFAEHRE_WOERTER) and not rhythmisch and i + 1 not in gelesene:
        gezaehlt = leser.ist(i + 1, Sorte.ZAHL) or leser.wort(i + 1, ANZAHLWOERTER)
        if gezaehlt and _zaehlt_etwas(leser, i + 1):
            return True
    if leser.wort(i, {"erstmals", "erstmalig"}):
        return i in gelesene
    if leser.wort(i, {"moeglich"}):
        return leser.wort(i - 1, {"wie"})
    return leser.wort(i, {"min", "max"}) and leser.ist(i - 1, Sorte.ZAHL)


def _grund(leser: Leser, i: int, anfaenge: set[int], *, rhythmisch: bool) -> tuple[str, ...]:
    """Return why a piece that no rule read makes the dates doubtful."""
    zeichen = leser.an(i)
    if zeichen.sorte is Sorte.FRAGE or zeichen.text in _ZEICHEN:
        return (f"»{zeichen.text}« stellt die Angabe in Frage.",)
    if _mehrmals(leser, i):
        return ("Mehrere Male in dieser Zeit sind genannt.",)
    ungelesene_zahl = zeichen.sorte is Sorte.ZAHL and not _zaehlt_etwas(leser, i)
    roemisch = zeichen.text in ROEMISCH or (len(zeichen.text) > 1 and zeichen.text.upper() in ROEMISCH)
    if ungelesene_zahl or (roemisch and not ist_nomen(leser, i - 1)):
        return (f"Die Zahl »{zeichen.text}« ist nicht gelesen.",)
    richtung = _RICHTUNG_BEI_RHYTHMUS if rhythmisch else _RICHTUNG
    fuehrt_weg = zeichen.norm in richtung and (zeichen.norm, leser.an(i + 1).norm) not in _HARMLOSE_PAARE
    direkt = zeichen.norm in _DIREKT and i + 1 in anfaenge and not leser.wort(i - 1, _IM_LAUFE)
    if fuehrt_weg or direkt:
        return (f"»{zeichen.text}« ist nicht gelesen und kann die Angabe verschieben.",)
    if zeichen.gross and len(zeichen.text) == 1 and i + 1 in anfaenge and not ist_nomen(leser, i - 1):
        return (f"»{zeichen.text}« ist nicht gelesen.",)
    return ()


def _auf_davor(leser: Leser, i: int) -> bool:
    """Tell whether »auf« or »in« with a date leads to »verschoben«, or follows it."""
    return any(leser.wort(n, {"auf", "in", "ins"}) for n in (*range(max(0, i - 8), i), i + 1))


def _mehrmals(leser: Leser, i: int) -> bool:
    """Tell whether »2x« or »zweimal« stands here."""
    j = leser.nach_punkt(i + 1)
    als_zahl = (
        leser.ist(i, Sorte.ZAHL)
        and leser.an(i).wert > 1
        and (leser.wort(j, {"x", "mal"}) or leser.an(j).text == "×")
    )
    return als_zahl or (
        leser.an(i).norm.endswith("mal")
        and leser.an(i).norm.removesuffix("mal") in set(STAMMZAHLEN) - {"ein"}
    )


def _zaehlt_etwas(leser: Leser, i: int) -> bool:
    """Tell whether a number counts or names a thing: »20 Lehrkräfte«, »2. Fortschreibung«, »Phase 1«.

    What is glued to a letter counts nothing unless that is a unit: »5km«, but not »2O21«.
    """
    danach = leser.nach_punkt(i + 1)
    folgt = leser.an(danach)
    if folgt.text in {"%", "€", "$"}:
        return True
    if folgt.sorte is Sorte.WORT and (not folgt.eng or danach > i + 1 or folgt.norm in MENGENWOERTER):
        return True
    return ist_nomen(leser, i - 1) or (leser.ist(i - 1, Sorte.STRICH) and ist_nomen(leser, i - 2))
