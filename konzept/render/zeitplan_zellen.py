"""The Zeitplan cut into columns: half-years for a few years, years for more, and what a Maßnahme has in each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.domain.termin import TerminArt
from konzept.render.due_words import GRUPPEN
from konzept.render.schriftstueck import Ton
from konzept.render.words import kurzes_datum
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from konzept.domain.einstellungen import Bezeichnung, Einstellungen
    from konzept.reports.zeitplan import Planfrist, Zeitplan, Zeitplanteil, Zeitplanzeile

HALBJAHRE_BIS = 4
"""Up to so many years stand as half-years; more would leave no room for words."""
LAEUFT, MOEGLICH = "läuft", "möglich"
ZWEIFEL = "~"
LEGENDE = (
    "Ein Tag ist eine Frist; 3× sind drei Fristen in dieser Zeit. »läuft«: dauert an, ohne Frist in dieser "
    "Zeit. »möglich«: kehrt wieder, aber von welchem Jahr an, ist nicht genannt."
)
_JUNI, _DEZEMBER = (6, 30), (12, 31)


@dataclass(frozen=True, slots=True)
class Zeitplandokument:
    """The grid together with what the county calls its levels, and itself."""

    plan: Zeitplan
    einstellungen: Einstellungen

    def wort(self, begriff: Begriff = Begriff.MASSNAHME) -> Bezeichnung:
        """Return the county's word for a level."""
        return self.einstellungen.bezeichnung(begriff)


@dataclass(frozen=True, slots=True)
class Zeitspalte:
    """A column of the grid with its first and its last day; ``name`` also names its year."""

    kopf: str
    name: str
    von: date
    bis: date


@dataclass(frozen=True, slots=True)
class Marke:
    """What one part of a Termin has in one column; the ground only repeats what the words say."""

    text: str
    ton: Ton


def spalten(plan: Zeitplan) -> tuple[Zeitspalte, ...]:
    """Return the columns of the grid in order of time."""
    if len(plan.jahre) > HALBJAHRE_BIS:
        return tuple(Zeitspalte(str(j), str(j), date(j, 1, 1), date(j, *_DEZEMBER)) for j in plan.jahre)
    return tuple(
        Zeitspalte(f"{halb}. Hj. {jahr}", f"{halb}. Halbjahr {jahr}", date(jahr, monat, 1), date(jahr, *ende))
        for jahr in plan.jahre
        for halb, monat, ende in ((1, 1, _JUNI), (2, 7, _DEZEMBER))
    )


def marken(zeile: Zeitplanzeile, spalte: Zeitspalte) -> tuple[Marke, ...]:
    """Return what a row has in a column, part by part; parts that say the same say it once."""
    gefunden = (_marke(teil, spalte) for teil in zeile.teile)
    return tuple(dict.fromkeys(marke for marke in gefunden if marke is not None))


def _marke(teil: Zeitplanteil, spalte: Zeitspalte) -> Marke | None:
    anteil = next((one for one in teil.jahre if one.jahr == spalte.von.year), None)
    if anteil is None:
        return None
    fristen = [one for one in anteil.fristen if spalte.von <= one.tag <= spalte.bis]
    if fristen:
        return _fristmarke(teil, fristen)
    if teil.teil.art is TerminArt.WIEDERKEHREND:
        return None if anteil.fristen else Marke(MOEGLICH, Ton.OHNE)
    beginn, ende = teil.teil.beginn, teil.teil.ende
    dauert = teil.teil.art in {TerminArt.LAUFEND, TerminArt.ZEITRAUM}
    if dauert and (beginn is None or beginn <= spalte.bis) and (ende is None or ende >= spalte.von):
        return Marke(LAEUFT, Ton.FLAECHE)
    return None


def _fristmarke(teil: Zeitplanteil, fristen: Sequence[Planfrist]) -> Marke:
    zweifel = ZWEIFEL if teil.teil.mehrdeutig else ""
    spaet = sum(one.gruppe is Gruppe.UEBERFAELLIG for one in fristen)
    fertig = sum(one.gruppe is Gruppe.ERLEDIGT for one in fristen)
    if len(fristen) == 1:
        tag = f"{zweifel}{fristen[0].tag:%d.%m.}"
        stand = GRUPPEN[fristen[0].gruppe] if spaet or fertig else ""
    else:
        tag = f"{zweifel}{len(fristen)}×"
        gleich = len(fristen) in {spaet, fertig}
        stand = GRUPPEN[fristen[0].gruppe] if gleich else ", ".join(_zahlen(spaet, fertig))
        tag += ":" if stand and not gleich else ""
    ton = Ton.ROT if spaet else Ton.GRUEN if fertig == len(fristen) else Ton.BLAU
    return Marke(" ".join(filter(None, (tag, stand))), ton)


def _zahlen(spaet: int, fertig: int) -> Iterator[str]:
    if spaet:
        yield f"{spaet} {GRUPPEN[Gruppe.UEBERFAELLIG]}"
    if fertig:
        yield f"{fertig} {GRUPPEN[Gruppe.ERLEDIGT]}"


def daneben(dokument: Zeitplandokument, zeile: Zeitplanzeile) -> tuple[str, ...]:
    """Say what has no place in the grid: Fristen before and after it, wordings without a date, no Termin at all."""
    if not zeile.teile:
        belegt = dokument.plan.fassung.rahmen.vollstaendig
        name = dokument.wort(Begriff.TERMIN).einzahl
        return (f"ohne {name}" if belegt else f"{name} nicht belegt",)
    saetze = []
    for teil in zeile.teile:
        for wann, fristen in (("früher", teil.vorher), ("später", teil.nachher)):
            saetze += [f"{wann}: {kurzes_datum(one.tag)} {_lage(one)}".strip() for one in fristen]
        if teil.offen:
            saetze.append(f"ohne Datum: {teil.teil.text}")
    return tuple(dict.fromkeys(saetze))


def _lage(frist: Planfrist) -> str:
    gesagt = frist.gruppe in {Gruppe.UEBERFAELLIG, Gruppe.ERLEDIGT}
    return f"({GRUPPEN[frist.gruppe]})" if gesagt else ""
