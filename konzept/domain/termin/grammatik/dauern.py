"""Grammar rules for lengths of time and for times seen from another one: drei Jahre, kommendes Jahr, im 1. Jahr."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from konzept.domain.termin.grammatik.funde import Fund, Fundart
from konzept.domain.termin.grammatik.jahre import jahreszahl
from konzept.domain.termin.grammatik.leser import Leser, regel
from konzept.domain.termin.grammatik.teiljahre import ordnungszahl
from konzept.domain.termin.grammatik.woerter import ANZAHLWOERTER, STAMMZAHLEN, ist_terminnomen, wortliste
from konzept.domain.termin.grammatik.zeichen import Sorte

if TYPE_CHECKING:
    from collections.abc import Collection

DAUEREINHEITEN: Final = frozenset(
    wortliste(
        "jahr jahre jahren jahres monat monate monaten monats woche wochen tag tage tagen tages quartal "
        "quartale quartalen halbjahr halbjahre halbjahren vierteljahr legislaturperioden foerderperioden "
        "schuljahre schuljahren wahlperioden jahresfrist"
    )
)
_DAUERWOERTER: Final = frozenset(wortliste("jaehrig monatig woechig taegig"))
_DAUERADJEKTIVE: Final = frozenset(f"{zahl}{einheit}" for zahl in STAMMZAHLEN for einheit in _DAUERWOERTER)
UNBESTIMMTE_ANZAHL: Final = frozenset(
    wortliste("mehrere mehreren einige einigen wenige wenigen vielen viele paar naechsten")
)
RELATIVE_WOERTER: Final = frozenset(
    wortliste(
        "dieses diesem diesen diese naechstes naechsten naechstem naechster naechste kommenden kommendes "
        "kommendem kommender folgenden folgendes folgendem vorigen vergangenen letzten aktuellen "
        "jeweiligen darauffolgenden lfd laufenden laufendem laufendes laufender uebernaechsten "
        "uebernaechstes"
    )
)
_MEHRZAHL: Final = wortliste("jahre jahren monate monaten wochen quartale quartalen")
RELATIVE_JAHRE: Final = frozenset(wortliste("folgejahr folgejahres folgejahre folgejahren vorjahr vorjahres"))
_ENDUNGEN: Final = ("en", "em", "er", "es", "e", "s")


def grundform(wort: str, woerter: Collection[str]) -> str | None:
    """Return the word as the list has it, if it is there as it stands or without its ending."""
    if wort in woerter:
        return wort
    for endung in _ENDUNGEN:
        stamm = wort.removesuffix(endung)
        if stamm != wort and stamm in woerter:
            return stamm
    return None


def folgt_jahr(leser: Leser, i: int) -> bool:
    """Tell whether a year stands within the next few pieces."""
    return any(jahreszahl(leser, j) is not None for j in range(i, i + 6))


@regel
def relativ(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """( "dieses" | "kommenden" | … ) …jahr | "Folgejahr" | "im ersten Projektjahr": a time seen from another one."""
    if leser.wort(i, RELATIVE_JAHRE) or (ist_terminnomen(leser.an(i)) and not folgt_jahr(leser, i + 1)):
        return Fund(Fundart.RELATIV, i, i + 1), i + 1
    j = i + 1
    if "jahr" in leser.an(i).norm and leser.ist(j, Sorte.ZAHL) and len(leser.an(j).text) <= 2:
        return Fund(Fundart.RELATIV, i, j + 1), j + 1
    if leser.wort(i, RELATIVE_WOERTER):
        j = leser.nach_punkt(j)
    elif (nummer := ordnungszahl(leser, i)) is not None and leser.an(nummer[1] - 1).text != leser.an(i).text:
        j = nummer[1]
    elif nummer is None or leser.an(i).sorte is not Sorte.WORT:
        return None
    ziel = leser.an(j).norm
    ist_zeit = "jahr" in ziel or ziel.rstrip("sen") in {
        "monat",
        "quartal",
        "woch",
        "sommer",
        "winter",
        "herbst",
        "semest",
    }
    if not ist_zeit or jahreszahl(leser, j + 1) is not None:
        return None
    if leser.wort(i, RELATIVE_WOERTER) and ziel.endswith(
        _MEHRZAHL
    ):  # »in den kommenden Jahren« names no year
        return Fund(Fundart.DAUER, i, j + 1), j + 1
    return Fund(Fundart.RELATIV, i, j + 1), j + 1


@regel
def dauer(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """Anzahl [ strich anzahl ] ( "Jahre" | "Monate" | … ) | dreijährig: a length without a beginning."""
    zeichen = leser.an(i)
    stamm = grundform(zeichen.norm, _DAUERADJEKTIVE)
    if zeichen.sorte is Sorte.WORT and (
        stamm is not None or leser.wort(i, {"mehrjaehrig", "mehrjaehrige", "jahresfrist"})
    ):
        return _dauer(leser, i, i + 1)
    anzahl = _anzahl(leser, i)
    if anzahl is None:
        return None
    j = anzahl
    if leser.ist(j, Sorte.STRICH) or leser.wort(j, {"bis", "oder"}):
        weitere = _anzahl(leser, j + 1)
        if weitere is not None:
            j = weitere
        elif leser.ist(j, Sorte.STRICH) and grundform(leser.an(j + 1).norm, _DAUERWOERTER) is not None:
            return _dauer(leser, i, j + 2)
    if leser.wort(j, {"halbes", "halben", "weitere", "weiteren", "volle", "vollen", "viertel"}):
        j += 1
    if grundform(leser.an(j).norm, _DAUERWOERTER) is not None:
        return _dauer(leser, i, j + 1)
    if not leser.wort(j, DAUEREINHEITEN) or jahreszahl(leser, j + 1) is not None:
        return None
    return _dauer(leser, i, j + 1)


def _dauer(leser: Leser, start: int, stop: int) -> tuple[Fund, int]:
    """Make the Fund of a length; that of an event, in days and hours, says nothing of the Termin."""
    kurz = any(stueck in leser.an(stop - 1).norm for stueck in ("tag", "taegig", "stund"))
    return Fund(Fundart.DAUER, start, stop, woerter=("kurz",) if kurz else ()), stop


def _anzahl(leser: Leser, i: int) -> int | None:
    zeichen = leser.an(i)
    kurze_zahl = zeichen.sorte is Sorte.ZAHL and len(zeichen.text) <= 3 and not leser.ist(i + 1, Sorte.PUNKT)
    bekannt = (
        zeichen.sorte is Sorte.BETRAG or leser.wort(i, ANZAHLWOERTER) or leser.wort(i, UNBESTIMMTE_ANZAHL)
    )
    return i + 1 if kurze_zahl or bekannt else None
