"""What the document of a Fassung shows first: its figures per Handlungsfeld, its Zeitplan, how it stands, who leads."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.domain.termin import TerminArt
from konzept.reports.akteur import akteursbericht
from konzept.reports.sachstandsbericht import sachstandsbericht
from konzept.reports.zeitplan import zeitplan

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from konzept.domain.akteur import Akteur
    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan
    from konzept.reports.akteur import Akteurzeile
    from konzept.reports.konzept_bezuege import Verweis
    from konzept.reports.sachstandsbericht_teile import Sachstandsbericht
    from konzept.reports.zeitplan import Zeitplan, Zeitplanteil, Zeitplanzeile


class Terminlage(StrEnum):
    """What the Termin of a Maßnahme binds it to; of several the first that fits, so that each counts once."""

    FRIST = "frist"
    """A single Frist, the end of a span of time included."""
    TURNUS = "turnus"
    """It comes again."""
    LAUFEND = "laufend"
    """It runs without an end."""
    UNBESTIMMT = "unbestimmt"
    """No date follows from the wording."""
    OHNE_TERMIN = "ohne-termin"


@dataclass(frozen=True, slots=True)
class Jahreszahlen:
    """What one Handlungsfeld has in one year: single Fristen, and the rows with a rhythm and those that run in it."""

    fristen: int
    turnus: int
    laufend: int


@dataclass(frozen=True, slots=True)
class Feldzahlen:
    """The figures of one Handlungsfeld; ``je_lage`` adds up to ``massnahmen``, ``jahre`` are those of the Zeitplan."""

    verweis: Verweis
    ziele: int
    massnahmen: int
    je_lage: dict[Terminlage, int]
    jahre: tuple[Jahreszahlen, ...]


@dataclass(frozen=True, slots=True)
class Federfuehrung:
    """One body and in how many Maßnahmen it leads, and in how many others it has another part."""

    akteur: Akteur
    massnahmen: int
    weitere: int


@dataclass(frozen=True, slots=True)
class Ueberblick:
    """The overview of one Fassung as of ``stichtag``.

    ``federfuehrungen`` are all bodies that lead, those with most first; ``ohne_leitung`` counts the Maßnahmen that
    nobody leads. ``umsetzung`` is None where the log held nothing on the Stichtag.
    """

    stichtag: date
    felder: tuple[Feldzahlen, ...]
    zeitplan: Zeitplan
    federfuehrungen: tuple[Federfuehrung, ...]
    ohne_leitung: int
    umsetzung: Sachstandsbericht | None

    @property
    def je_lage(self) -> dict[Terminlage, int]:
        """All Maßnahmen by what their Termin binds them to."""
        return {lage: sum(feld.je_lage[lage] for feld in self.felder) for lage in Terminlage}


def ueberblick(plan: Plan, fassung: Fassung, stichtag: date) -> Ueberblick:
    """Put the overview of ``fassung`` together, as known on ``stichtag``."""
    plan_der_jahre = zeitplan(plan, fassung, stichtag)
    ziele = {feld.id: len(feld.handlungsziele) for feld in fassung.handlungsfelder}
    zeilen = [zeile for _, gruppe in akteursbericht(plan, fassung).gruppen for zeile in gruppe]
    gemeldet = fassung.sachstand is not None and bool(fassung.sachstand.bekannt_am(stichtag))
    return Ueberblick(
        stichtag=stichtag,
        felder=tuple(
            _feld(verweis, ziele[verweis.id], eintraege, plan_der_jahre.jahre)
            for verweis, eintraege in plan_der_jahre.felder
        ),
        zeitplan=plan_der_jahre,
        federfuehrungen=_federfuehrungen(zeilen),
        ohne_leitung=sum(one.ist_massnahme and not one.federfuehrend for one in plan_der_jahre.zeilen),
        umsetzung=sachstandsbericht(plan, fassung, stichtag) if gemeldet else None,
    )


def terminlage(zeile: Zeitplanzeile) -> Terminlage:
    """Say what the Termin of one row binds it to."""
    if not zeile.teile:
        return Terminlage.OHNE_TERMIN
    return min((_lage(teil) for teil in zeile.teile), key=list(Terminlage).index)


def _lage(teil: Zeitplanteil) -> Terminlage:
    if teil.offen:
        return Terminlage.UNBESTIMMT
    match teil.teil.art:
        case TerminArt.WIEDERKEHREND:
            return Terminlage.TURNUS
        case TerminArt.FAELLIG | TerminArt.ZEITRAUM if teil.teil.ende is not None:
            return Terminlage.FRIST
        case _:
            return Terminlage.LAUFEND


def _feld(
    verweis: Verweis, ziele: int, zeilen: tuple[Zeitplanzeile, ...], jahre: tuple[int, ...]
) -> Feldzahlen:
    lagen = Counter(terminlage(zeile) for zeile in zeilen if zeile.ist_massnahme)
    return Feldzahlen(
        verweis=verweis,
        ziele=ziele,
        massnahmen=lagen.total(),
        je_lage={lage: lagen[lage] for lage in Terminlage},
        jahre=tuple(_jahr(zeilen, jahr) for jahr in jahre),
    )


def _jahr(zeilen: tuple[Zeitplanzeile, ...], jahr: int) -> Jahreszahlen:
    je_zeile = [
        [
            (teil.teil.art, anteil.fristen)
            for teil in zeile.teile
            for anteil in teil.jahre
            if anteil.jahr == jahr
        ]
        for zeile in zeilen
    ]
    wieder, dauernd = TerminArt.WIEDERKEHREND, {TerminArt.LAUFEND, TerminArt.ZEITRAUM}
    return Jahreszahlen(
        fristen=sum(len(fristen) for teile in je_zeile for art, fristen in teile if art is not wieder),
        turnus=sum(any(art is wieder for art, _ in teile) for teile in je_zeile),
        laufend=sum(any(art in dauernd and not fristen for art, fristen in teile) for teile in je_zeile),
    )


def _federfuehrungen(zeilen: Iterable[Akteurzeile]) -> tuple[Federfuehrung, ...]:
    """Count where each body leads; of equal numbers first who has more other parts, then by name as in the index."""
    gezaehlt = []
    for zeile in zeilen:
        fuehrt = {one.massnahme for one in zeile.anteile if one.rolle is Rolle.FEDERFUEHREND}
        if fuehrt:
            weitere = {one.massnahme for one in zeile.anteile} - fuehrt
            gezaehlt.append(Federfuehrung(zeile.akteur, len(fuehrt), len(weitere)))
    return tuple(
        sorted(gezaehlt, key=lambda one: (-one.massnahmen, -one.weitere, one.akteur.name, one.akteur.id))
    )
