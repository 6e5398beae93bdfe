"""Grammar rules for a date behind its small words, and for several dates in a row (»Mitte 2008, 2009 und 2010«)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from konzept.domain.termin.grammatik.einheit import Einheit, Einheitsart
from konzept.domain.termin.grammatik.einheiten import einheit
from konzept.domain.termin.grammatik.funde import Angabe
from konzept.domain.termin.grammatik.leser import Leser, regel
from konzept.domain.termin.grammatik.tage import MAX_TAG, zahl_bis
from konzept.domain.termin.grammatik.teiljahre import ordnungszahl
from konzept.domain.termin.grammatik.woerter import ABKUERZUNGEN, FUELLWOERTER
from konzept.domain.termin.grammatik.zeichen import Sorte

MAX_FUELLWOERTER: Final = 6
MAX_REIHE: Final = 12
UND: Final = frozenset({"und", "sowie", "u"})
ODER: Final = frozenset({"oder", "bzw", "beziehungsweise", "respektive", "resp"})
ZWEIFEL_SCHRAEG: Final = "Ein Schrägstrich kann zwei Termine oder zwei Möglichkeiten meinen."
ZWEIFEL_FOLGE: Final = "Das genannte Jahr kann für das erste Datum ein anderes sein."
_UEBER_NEUJAHR: Final = frozenset({Einheitsart.SCHULJAHR, Einheitsart.SCHULHALBJAHR})
_NUMMERNARTEN: Final = frozenset(
    {Einheitsart.QUARTAL, Einheitsart.HALBJAHR, Einheitsart.TAG, Einheitsart.WOCHE}
)


def nach_fuellwoertern(leser: Leser, i: int) -> int:
    """Step over the small words before a date, a fixed number of them at most."""
    j = i
    while j - i < MAX_FUELLWOERTER and leser.wort(j, FUELLWOERTER):
        if leser.wort(j, {"monat", "monats"}) and len(leser.an(j + 1).text) == len("2021"):
            break  # »3. Monat 2022« is not all of 2022
        j = leser.nach_punkt(j + 1) if leser.wort(j, ABKUERZUNGEN) else j + 1
    return j


@regel
def punkt(leser: Leser, i: int) -> tuple[Angabe, int] | None:
    """{ kleines Wort } einheit."""
    j = nach_fuellwoertern(leser, i)
    gelesen = einheit(leser, j)
    return (Angabe(gelesen[0], j, gelesen[1]), gelesen[1]) if gelesen is not None else None


@regel
def teilnummer(leser: Leser, i: int) -> tuple[Angabe, int] | None:
    """The bare number of a unit that its right neighbour names: »1.« in »1. und 2. Quartal«."""
    j = nach_fuellwoertern(leser, i)
    nummer = zahl_bis(leser, j, MAX_TAG)
    if nummer is not None:
        stop = leser.nach_punkt(j + 1)
    elif (gelesen := ordnungszahl(leser, j)) is not None:
        nummer, stop = gelesen
    else:
        return None
    return Angabe(Einheit(Einheitsart.JAHR, None, nummer), j, stop), stop


def nach_nachbar(links: Angabe, rechts: Angabe) -> Angabe | None:
    """Give a bare number the kind and year of the unit to its right, if such a unit counts."""
    nachbar = rechts.einheit
    if nachbar.art not in _NUMMERNARTEN or nachbar.lage is not None or links.einheit.nr >= nachbar.nr:
        return None
    ergebnis = replace(nachbar, nr=links.einheit.nr, bis_nr=None, zweifel=())
    return links.als(ergebnis) if ergebnis.gueltig else None


def trenner(leser: Leser, i: int) -> tuple[str, int] | None:
    """Read what stands between two dates of a row: (komma | und | oder, place behind it)."""
    zeichen = leser.an(i)
    if zeichen.sorte is Sorte.KOMMA:
        if leser.wort(i + 1, UND | ODER):
            return trenner(leser, i + 1)
        return "komma", i + 1
    if zeichen.sorte is Sorte.UND or leser.wort(i, UND):
        j = leser.nach_punkt(i + 1)
        return "und", j + 1 if leser.ist(j, Sorte.SCHRAEG) and leser.wort(j + 1, ODER) else j
    if leser.wort(i, ODER):
        return "oder", leser.nach_punkt(i + 1)
    if zeichen.sorte is Sorte.SCHRAEG:
        return "schraeg", i + 1
    return None


def _beginnt_bereich(leser: Leser, i: int) -> bool:
    """Tell whether a range goes on behind a date."""
    return (leser.ist(i, Sorte.STRICH) or leser.wort(i, {"bis"})) and punkt(leser, i + 1) is not None


@regel
def reihe(leser: Leser, i: int) -> tuple[tuple[Angabe, ...], int] | None:
    """Punkt { trenner punkt }, each with the year and the Anfang, Mitte, Ende that its neighbours lend it."""
    angaben, verbindungen, j = _nummern_mit_nachbar(leser, i)
    if not angaben:
        erste = punkt(leser, i)
        if erste is None:
            return None
        angaben, verbindungen, j = [erste[0]], [""], erste[1]
    while len(angaben) < MAX_REIHE and (verbindung := trenner(leser, j)) is not None:
        weitere = punkt(leser, verbindung[1])
        if weitere is None or _beginnt_bereich(leser, weitere[1]):
            break
        angaben.append(weitere[0])
        verbindungen.append(verbindung[0])
        j = weitere[1]
    laenge = _zusammengehoerig(angaben, verbindungen)
    ergebnis = _jahre_verteilen(angaben[:laenge], verbindungen)
    return tuple(ergebnis), ergebnis[-1].stop


def _nummern_mit_nachbar(leser: Leser, i: int) -> tuple[list[Angabe], list[str], int]:
    """Read the bare numbers before a unit with what joins them: »1., 2. und« in »1., 2. und 4. Quartal 2022«."""
    nummern: list[Angabe] = []
    verbindungen: list[str] = []
    j, davor = i, ""
    while len(nummern) < MAX_REIHE and (nummer := teilnummer(leser, j)) is not None:
        verbindung = trenner(leser, nummer[1])
        ohne_punkt = leser.ist(nummer[1] - 1, Sorte.ZAHL)
        if verbindung is None or verbindung[0] == "schraeg" or (verbindung[0] == "komma" and ohne_punkt):
            break  # »Runde 1, 23.01.2025«
        nummern.append(nummer[0])
        verbindungen.append(davor)
        davor, j = verbindung[0], verbindung[1]
        nachbar = punkt(leser, j)
        voll = [nach_nachbar(angabe, nachbar[0]) for angabe in nummern] if nachbar is not None else []
        gelesen = [angabe for angabe in voll if angabe is not None]
        if gelesen and len(gelesen) == len(nummern):
            return gelesen, verbindungen, nummer[1]
    return [], [], i


def _zusammengehoerig(angaben: list[Angabe], verbindungen: list[str]) -> int:
    """Return how many dates form one row: up to the last »und«; by commas only if the last names the year for all."""
    letztes = max(
        (n for n, verbindung in enumerate(verbindungen) if verbindung not in {"", "komma"}), default=0
    )
    if letztes:
        return letztes + 1
    arten = {angabe.einheit.art for angabe in angaben}
    offen = [angabe.einheit.jahr is None for angabe in angaben]
    if len(arten) == 1 and all(offen[:-1]):
        return len(angaben)
    return 1


def _jahre_verteilen(angaben: list[Angabe], verbindungen: list[str]) -> list[Angabe]:
    """Lend years to the left (»März und Mai 2021«) and units to the right (»Mitte 2008 und 2009«)."""
    ergebnis = list(angaben)
    for n in range(1, len(ergebnis)):
        if verbindungen[n] == "schraeg" and ergebnis[n - 1].einheit.jahr is not None:
            ergebnis[n - 1], ergebnis[n] = (
                ergebnis[n - 1].mit(ZWEIFEL_SCHRAEG),
                ergebnis[n].mit(ZWEIFEL_SCHRAEG),
            )
    for n in range(len(ergebnis) - 2, -1, -1):
        rechts = ergebnis[n + 1].einheit
        if ergebnis[n].einheit.jahr is None and rechts.jahr is not None and not rechts.ist_blosses_jahr:
            voll = ergebnis[n].einheit.im_jahr(rechts.jahr)
            if voll.gueltig:
                spaeter = voll.spanne()[0] > rechts.spanne()[0]
                ergebnis[n] = ergebnis[n].als(voll.mit(ZWEIFEL_FOLGE) if spaeter else voll)
    for n in range(1, len(ergebnis)):
        links, selbst = ergebnis[n - 1].einheit, ergebnis[n].einheit
        if selbst.art is Einheitsart.JAHR and selbst.bis_jahr is not None and links.art in _UEBER_NEUJAHR:
            ergebnis[n] = ergebnis[n].als(links.im_jahr(selbst.jahr))  # »Schuljahr 2021/22 und 2022/23«
        if (
            selbst.ist_blosses_jahr
            and links.jahr is not None
            and not links.ist_blosses_jahr
            and links.bis_jahr is None
        ):
            verschoben = links.im_jahr(selbst.jahr)
            if verschoben.gueltig:
                ergebnis[n] = ergebnis[n].als(verschoben)
    return ergebnis
