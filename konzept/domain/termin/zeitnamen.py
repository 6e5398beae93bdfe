"""Nouns and abbreviations beside a date that name a time themselves, or a thing that bears a year in its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from konzept.domain.termin.grammatik.jahre import ANFUEHRUNGEN, jahreszahl
from konzept.domain.termin.grammatik.tage import tag
from konzept.domain.termin.grammatik.woerter import (
    ABKUERZUNGEN,
    FUELLWOERTER,
    JAHRESZEITEN,
    MONATE,
    NAMEN_MIT_JAHR,
    QUARTALSWOERTER,
    ist_terminnomen,
    wortliste,
)
from konzept.domain.termin.grammatik.zeichen import Sorte

if TYPE_CHECKING:
    from konzept.domain.termin.grammatik.funde import Fund
    from konzept.domain.termin.grammatik.leser import Leser

_ZEITEINHEITEN: Final = wortliste(
    "semester jahresbeginn jahresanfang jahresende jahresstart monatsende monatsanfang quartal quartalsende "
    "halbjahr monat quartale halbjahre semesterbeginn kalenderwoche jahresbericht"
)
_TEILZEITEN: Final = wortliste(
    "woche wochen trimester tertial dekade session saison haelfte schulbeginn schulstart schulanfang schulende "
    "ferienbeginn ferienende unterrichtsbeginn halbzeit"
)
"""Parts of a year that no rule reads; beside a month or a day they say nothing new."""
_BRUCHTEILE: Final = frozenset(wortliste("dekade drittel viertel monatsdrittel monatshaelfte"))
"""Parts of a month as well as of a year: »1. Dekade Mai 2024« ends on the tenth."""
_NAMENSJAHR: Final = 5
_EIGENNAME: Final = 14
"""A paper looks so far ahead that its round year is no deadline: »Kreisentwicklungskonzept 2030«."""

_BENANNTE_TAGE: Final = wortliste(
    "frauentag maedchentag kindertag fluechtlingstag europatag umwelttag wassertag aidstag gedenktag feiertag "
    "muttertag vatertag menschenrechtstag protesttag friedenstag ehrenamtstag jahrestag day"
)
"""Days whose place in the year a calendar knows and the wording does not say."""

_TAG_WESSEN: Final = frozenset(wortliste("der des gegen fuer zur zum ohne"))
_WERKE: Final = wortliste(
    "plan plans planes konzept konzepts konzeptes konzeption strategie programm programms programmes leitbild "
    "leitbildes agenda bericht berichts entwurf entwurfs"
)
_VOR_WERKEN: Final = frozenset(wortliste("rahmen sinne umsetzung grundlage basis ziele zielen vorgaben"))
_ZITATENDE: Final = frozenset("\"'\u201c\u201d\u00bb\u00ab\u2018\u2039\u203a")
_IN_WERKEN: Final = frozenset(wortliste("im in gemaess laut aus nach entsprechend"))
_LAENGSTE_ABKUERZUNG: Final = 7
_KURZWORT: Final = 2


def zweifel_der_namen(
    leser: Leser, funde: list[Fund], woerter: list[int], kleine_woerter: frozenset[str]
) -> list[str]:
    """Return the doubts that unread nouns and abbreviations of a group raise about its dates."""
    blosses_jahr = any(angabe.einheit.ist_blosses_jahr for fund in funde for angabe in fund.angaben)
    jahre = {
        fund.start
        for fund in funde
        if fund.angaben and fund.angaben[0].start == fund.start and fund.angaben[0].einheit.ist_blosses_jahr
    }
    gruende: list[str] = []
    for i in woerter:
        if i + len(("1", ".", "1", ".")) in jahre and _nummer_oder_tag(leser, i):
            gruende.append("Die Zahl am Anfang kann die Nummer eines Teils oder ein Tag sein.")
        if leser.ist_nebensache(i) or leser.an(i).sorte is not Sorte.WORT:
            continue
        zeichen = leser.an(i)
        if _nennt_zeit(leser, i, blosses_jahr=blosses_jahr):
            gruende.append(f"»{zeichen.text}« nennt eine Zeit, die nicht gelesen ist.")
        elif (
            zeichen.norm in NAMEN_MIT_JAHR
            and leser.ist(i + 1, Sorte.ZAHL)
            and i + 1 not in jahre
            and not leser.ist_nebensache(i + 1)
        ):
            gruende.append(f"Die Zahl hinter »{zeichen.text}« kann zu einem Namen gehören.")
        elif i + 1 in jahre and (_ist_werk(leser, i) or _mit_zieljahr(leser, i)):
            gruende.append(f"Die Jahreszahl kann zum Namen »{zeichen.text}« gehören.")
        elif _abgekuerzt_vor_jahr(leser, i, jahre) and zeichen.norm not in kleine_woerter:
            gruende.append(f"»{zeichen.text}« ist nicht gelesen.")
    return gruende


def _nummer_oder_tag(leser: Leser, i: int) -> bool:
    """Tell whether »1.1.« was taken for a part's number though »1.1. 2021« is a day."""
    ohne_klammer = leser.ist(i, Sorte.ZAHL) and leser.ist(i + 2, Sorte.ZAHL) and leser.ist(i + 3, Sorte.PUNKT)
    gelesen = tag(leser, i) if ohne_klammer else None
    return gelesen is not None and gelesen[0].jahr is not None


def _nennt_zeit(leser: Leser, i: int, *, blosses_jahr: bool) -> bool:
    """Tell whether a noun names a time: Sommersemester, Oktobersitzung, and beside a bare year Frauentag, Woche."""
    zeichen = leser.an(i)
    if not zeichen.gross:
        return False
    if (
        zeichen.norm.endswith(_ZEITEINHEITEN)
        or zeichen.norm in {*MONATE, *JAHRESZEITEN}
        or ist_terminnomen(zeichen)
    ):
        return True
    if zeichen.norm in _BRUCHTEILE:
        return True
    if not blosses_jahr:
        return False
    welttag = zeichen.norm.startswith("welt") and zeichen.norm.endswith("tag")
    tag_der = leser.wort(i, {"tag", "tage"}) and leser.wort(i + 1, _TAG_WESSEN)
    return welttag or tag_der or zeichen.norm.endswith((*_TEILZEITEN, *_BENANNTE_TAGE))


def _ist_werk(leser: Leser, i: int) -> bool:
    """Tell whether »im Klimaschutzplan 2050« names a paper; »Maßnahmenplan 2021« is a step of that year."""
    if leser.an(i).gross and not leser.an(i).norm.endswith(_WERKE) and leser.an(i - 1).gross:
        i -= 1  # »im Radverkehrskonzept Münster 2025«
    if not (leser.an(i).gross and leser.an(i).norm.endswith(_WERKE)):
        return False
    mit_artikel = leser.wort(i - 1, {"der", "dem", "des"})
    return leser.wort(i - 1, _IN_WERKEN) or (mit_artikel and leser.wort(i - 2, _IN_WERKEN | _VOR_WERKEN))


def _mit_zieljahr(leser: Leser, i: int) -> bool:
    """Tell whether a long compound and a round year are the name of a paper, with another date in the wording."""
    zusammengesetzt = leser.an(i).gross and len(leser.an(i).norm) > _EIGENNAME
    rund = leser.an(i + 1).wert % _NAMENSJAHR == 0
    if not (zusammengesetzt and rund and leser.an(i).norm.endswith(_WERKE)):
        return False
    return any(jahreszahl(leser, k) for k in range(len(leser)) if k != i + 1)


def zweifel_an_zeichen(leser: Leser, funde: list[Fund]) -> list[str]:
    """Return the doubts that signs glued to a date raise: »„Mobilität 2035“«, »2035+«, »Verordnung 2016/2338«."""
    gruende: list[str] = []
    for fund in funde:
        danach, weiter = leser.an(fund.stop), leser.an(fund.stop + 1)
        if not danach.eng or not fund.angaben:
            continue
        im_zitat = danach.text in _ZITATENDE and leser.an(fund.start - 1).text not in ANFUEHRUNGEN
        nummer = danach.sorte is Sorte.SCHRAEG and weiter.sorte is Sorte.ZAHL and weiter.eng
        plus = danach.text == "+" and weiter.sorte is not Sorte.ZAHL
        if im_zitat or nummer or plus:
            gruende.append("Die Jahreszahl kann zu einem Namen gehören.")
    return gruende


def _abgekuerzt_vor_jahr(leser: Leser, i: int, jahre: set[int]) -> bool:
    """Tell whether »Wi« or »Frühj.« stands right before a bare year: it may be a part of that year."""
    zeichen = leser.an(i)
    if zeichen.norm in ABKUERZUNGEN - QUARTALSWOERTER or zeichen.norm in FUELLWOERTER:
        return False
    if i + 1 in jahre:
        return zeichen.gross and len(zeichen.text) <= _KURZWORT
    if leser.ist(i + 1, Sorte.SCHRAEG) and leser.an(i + 1).eng and leser.an(i + 2).eng and i + 2 in jahre:
        return True  # »KA/2022« is a file number
    mit_punkt = leser.nach_punkt(i + 1) == i + 2 and i + 2 in jahre
    return mit_punkt and _KURZWORT <= len(zeichen.text) <= _LAENGSTE_ABKUERZUNG
