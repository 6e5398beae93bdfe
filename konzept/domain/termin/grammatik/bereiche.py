"""Grammar rules for what runs from one date to another (»Juli bis August 2020«, »2018–21«, »Mitte bis Ende 2017«)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from konzept.domain.termin.grammatik.einheit import Einheit, Einheitsart, Lage
from konzept.domain.termin.grammatik.funde import Angabe, Fund, Fundart
from konzept.domain.termin.grammatik.jahre import JAHRHUNDERT, jahreszahl
from konzept.domain.termin.grammatik.leser import Leser, regel
from konzept.domain.termin.grammatik.reihen import MAX_REIHE, nach_nachbar, punkt, teilnummer
from konzept.domain.termin.grammatik.tage import monatszahl, zahl_bis
from konzept.domain.termin.grammatik.woerter import LAGEN, NAMEN_MIT_JAHR, ZEITRAUMWOERTER
from konzept.domain.termin.grammatik.zeichen import Sorte

VON: Final = frozenset({"von", "vom", "ab", "seit", "zwischen", "beginnend"})
ZWEIFEL_VAGER_BEGINN: Final = "Der Beginn ist nicht auf den Tag genannt."
ZWEIFEL_BIS_JAHRESZEIT: Final = (
    "»bis« vor einer Jahreszeit oder einem Schuljahr kann Anfang oder Ende meinen."
)
ZWEIFEL_UEBER_NEUJAHR: Final = "Nur ein Jahr ist genannt; der Zeitraum liegt in zweien."
ZWEIFEL_ENDE_OHNE_JAHR: Final = "Das Jahr steht nur beim Beginn."
ZWEIFEL_UNGLEICH: Final = "Das Jahr steht nur beim Ende, und das ist von anderer Art als der Beginn."
ZWEIFEL_SPANNE_OHNE_JAHR: Final = "Genannt ist eine Spanne ohne Jahr; gelesen ist ihr Ende."
ZWEIFEL_VERKEHRT: Final = "Das Ende liegt vor dem Beginn."
ZWEIFEL_KETTE: Final = "Mehr als zwei Grenzen sind genannt."
ZWEIFEL_TILDE: Final = "»~« kann »bis« oder »etwa« heißen."


def ist_zeitraumwort(leser: Leser, i: int) -> bool:
    """Tell whether a noun such as Zeitraum, Laufzeit, Förderperiode stands here."""
    zeichen = leser.an(i)
    return zeichen.sorte is Sorte.WORT and any(wort in zeichen.norm for wort in ZEITRAUMWOERTER)


def vor_bereich(leser: Leser, i: int) -> tuple[int, str]:
    """Step over »im Zeitraum von« and the like; give the place behind and the word that opens the range."""
    j = i
    if ist_zeitraumwort(leser, j) or leser.wort(j, {"zeit"}):
        j += 2 if leser.ist(j + 1, Sorte.DOPPELPUNKT) else 1
    if leser.wort(j, VON):
        return j + 2 if leser.ist(j + 1, Sorte.DOPPELPUNKT) else j + 1, leser.an(j).norm
    return j, ""


def verbindung(leser: Leser, i: int, oeffner: str) -> int | None:
    """Return the place behind what joins the ends of a range."""
    if leser.ist(i, Sorte.STRICH):
        return i + 2 if leser.wort(i + 1, {"bis"}) else i + 1
    if leser.wort(i, {"bis"}) and leser.ist(i + 1, Sorte.DOPPELPUNKT):
        return i + 2
    if (
        leser.wort(i, {"bis"})
        or (oeffner == "zwischen" and leser.wort(i, {"und"}))
        or leser.an(i).text == "~"
    ):
        return i + 1
    return None


@regel
def bereich(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """[ Zeitraumwort ] [ "von" | "zwischen" | … ] punkt ( strich | "bis" | "und" ) punkt."""
    j, oeffner = vor_bereich(leser, i)
    for lies_links in (_nummer_als_beginn, _lage_als_beginn, punkt):
        links = lies_links(leser, j)
        k = verbindung(leser, links[1], oeffner) if links is not None else None
        if links is None or k is None:
            continue
        gelesen = _rechts(leser, links[0], k)
        if gelesen is None:
            continue
        mit_bis = leser.wort(k - 1, {"bis"})
        fund = _fund(i, gelesen[0], gelesen[1], mit_bis=mit_bis)
        im_namen = leser.wort(gelesen[0].start - 1, NAMEN_MIT_JAHR)
        if fund is not None and im_namen and ZWEIFEL_VERKEHRT in fund.zweifel:
            return None  # »Agenda 2030 bis 2025«
        if fund is not None:
            return _kette(leser, fund.mit(ZWEIFEL_TILDE) if leser.an(k - 1).text == "~" else fund)
    return None


def _nummer_als_beginn(leser: Leser, i: int) -> tuple[Angabe, int] | None:
    """A bare number, or a month's number whose year stands at the end: »01« in »01-03/2021«."""
    return teilnummer(leser, i)


def _lage_als_beginn(leser: Leser, i: int) -> tuple[Angabe, int] | None:
    """»Mitte« in »Mitte bis Ende 2017«."""
    wort = LAGEN.get(leser.an(i).norm)
    return (
        (Angabe(Einheit(Einheitsart.JAHR, None, lage=Lage(wort)), i, i + 1), i + 1)
        if wort is not None
        else None
    )


def _rechts(leser: Leser, links: Angabe, k: int) -> tuple[Angabe, Angabe] | None:
    """Read the end of a range and give the beginning what only the end names."""
    blosse_lage = (
        links.stop - links.start == 1 and links.einheit.lage is not None and links.einheit.jahr is None
    )
    blosse_nummer = (
        links.einheit.art is Einheitsart.JAHR and links.einheit.jahr is None and links.einheit.lage is None
    )
    rechts = punkt(leser, k)
    if blosse_lage:
        if rechts is None or rechts[0].einheit.lage is None:
            return None
        return links.als(replace(rechts[0].einheit, lage=links.einheit.lage)), rechts[0]
    if blosse_nummer:
        if rechts is None:
            return None
        if monatszahl(leser, k) is not None and links.einheit.nr < rechts[0].einheit.nr:
            return links.als(replace(rechts[0].einheit, nr=links.einheit.nr)), rechts[0]
        voll = nach_nachbar(links, rechts[0])
        return (voll, rechts[0]) if voll is not None else None
    kurz = _kurzes_endjahr(leser, links.einheit, k)
    if kurz is not None:
        return links, kurz
    return (links, rechts[0]) if rechts is not None else None


def _kurzes_endjahr(leser: Leser, links: Einheit, k: int) -> Angabe | None:
    """Read »21« in »2018–21«."""
    if not links.ist_blosses_jahr or links.jahr is None:
        return None
    zweites = zahl_bis(leser, k, JAHRHUNDERT - 1)
    danach = leser.an(k + 1)
    if (
        zweites is None
        or len(leser.an(k).text) != 2
        or danach.sorte in {Sorte.PUNKT, Sorte.ZAHL, Sorte.SCHRAEG}
    ):
        return None
    if (
        danach.gross
        or (danach.eng and danach.sorte in {Sorte.WORT, Sorte.SONST})
        or zweites <= links.jahr % JAHRHUNDERT
    ):
        return None
    return Angabe(Einheit(Einheitsart.JAHR, links.jahr // JAHRHUNDERT * JAHRHUNDERT + zweites), k, k + 1)


def _fund(start: int, links: Angabe, rechts: Angabe, *, mit_bis: bool) -> Fund | None:
    """Make the Fund of a range, or None where its ends do not belong together."""
    von, bis, zweifel = _mit_jahren(links.einheit, rechts.einheit)
    if von.jahr is None or bis.jahr is None:
        if rechts.einheit.ist_blosses_jahr or links.einheit.ist_blosses_jahr:
            return None
        return Fund(Fundart.OHNE_JAHR, start, rechts.stop, (rechts,), zweifel=(ZWEIFEL_SPANNE_OHNE_JAHR,))
    if not (von.gueltig and bis.gueltig):
        return None
    if von.lage is not None:
        zweifel.append(ZWEIFEL_VAGER_BEGINN)
    if mit_bis and bis.art is Einheitsart.JAHRESZEIT and bis.lage is None:
        zweifel.append(ZWEIFEL_BIS_JAHRESZEIT)
    beginn, ende = von.als_beginn(), bis.als_frist()[1]
    if ende < beginn:
        zweifel.append(ZWEIFEL_VERKEHRT)
    alle = (*zweifel, *von.zweifel, *bis.zweifel)
    return Fund(Fundart.ZEITRAUM, start, rechts.stop, beginn=beginn, ende=ende, zweifel=alle)


def _mit_jahren(von: Einheit, bis: Einheit) -> tuple[Einheit, Einheit, list[str]]:
    """Lend the year of one end to the other."""
    if von.jahr is None and bis.jahr is not None and not bis.ist_blosses_jahr:
        voll = von.im_jahr(bis.jahr)
        if voll.gueltig and bis.gueltig and voll.als_beginn() > bis.als_frist()[1]:
            return von.im_jahr(bis.jahr - 1), bis, [ZWEIFEL_UEBER_NEUJAHR]
        ungleich = von.art is not bis.art and von.art is not Einheitsart.TAG
        return voll, bis, [ZWEIFEL_UNGLEICH] if ungleich else []
    if von.art is Einheitsart.SCHULJAHR and bis.art is Einheitsart.JAHR and bis.bis_jahr is not None:
        return von, replace(von, jahr=bis.jahr), []
    if bis.jahr is None and von.jahr is not None and not von.ist_blosses_jahr:
        voll = bis.im_jahr(von.jahr)
        if voll.gueltig and von.gueltig and voll.als_frist()[1] < von.als_beginn():
            voll = bis.im_jahr(von.jahr + 1)
        return von, voll, [ZWEIFEL_ENDE_OHNE_JAHR]
    return von, bis, []


def _kette(leser: Leser, fund: Fund) -> tuple[Fund, int]:
    """Take in further years of »2021-2022-2023«."""
    stop, jahr = fund.stop, None
    for _ in range(MAX_REIHE):
        weiteres = jahreszahl(leser, stop + 1) if leser.ist(stop, Sorte.STRICH) else None
        if weiteres is None:
            break
        stop, jahr = stop + 2, weiteres
    if jahr is None or fund.art is not Fundart.ZEITRAUM:
        return fund, fund.stop
    ende = Einheit(Einheitsart.JAHR, jahr).spanne()[1]
    return replace(fund, stop=stop, ende=ende).mit(ZWEIFEL_KETTE), stop
