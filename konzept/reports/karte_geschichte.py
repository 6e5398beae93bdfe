"""One id through the Fassungen of a plan: its number and title in each, what it took in, what became of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from konzept.reports.konzept_bezuege import bezuege

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan
    from konzept.domain.verbleib import Verbleibart
    from konzept.reports.konzept_bezuege import Verweis


class Lage(StrEnum):
    """What one Fassung knows of an id."""

    VORHANDEN = "vorhanden"
    VERBLEIB = "verbleib"
    OFFEN = "offen"
    """The Vorgänger held it, this Fassung does not, and nobody has said why."""
    NICHT_BELEGT = "nicht-belegt"
    """The Fassung is known in parts only, and the id is not among them."""


@dataclass(frozen=True, slots=True)
class Uebergang:
    """An id that goes into another or comes out of it; ``verweis`` is None where its Fassung does not hold it."""

    id: str
    verweis: Verweis | None


@dataclass(frozen=True, slots=True)
class Verbleib:
    """What the account over the Vorgänger says of the id."""

    art: Verbleibart
    ziele: tuple[Uebergang, ...]
    begruendung: str | None
    quelle: str | None


@dataclass(frozen=True, slots=True)
class Station:
    """The id in one Fassung.

    ``aufgenommen`` are ids of the Vorgänger that live on in it, ``meldungen`` counts its reports known on the
    Stichtag, ``erschlossen`` says that its place in this Fassung is a reading and not in the source.
    """

    fassung: str
    lage: Lage
    verweis: Verweis | None = None
    erschlossen: bool = False
    verbleib: Verbleib | None = None
    aufgenommen: tuple[tuple[Uebergang, Verbleibart], ...] = ()
    meldungen: int = 0


class Geschichten:
    """What every Fassung of a plan holds, looked up once for all the ids whose history is asked for."""

    def __init__(self, plan: Plan, stichtag: date) -> None:
        """Index every Fassung, and the reports known on ``stichtag`` by Maßnahme."""
        self._plan = plan
        self._verweise = {fassung.id: bezuege(fassung).verweise for fassung in plan.fassungen}
        self._erschlossen = {
            (fassung.id, stelle.id)
            for fassung in plan.fassungen
            for stelle in fassung.stellen()
            if stelle.gegenstand.erschlossen
        }
        self._meldungen = Counter(
            (fassung.id, meldung.massnahme)
            for fassung in plan.fassungen
            for meldung in (fassung.sachstand.bekannt_am(stichtag) if fassung.sachstand else ())
        )

    def von(self, name: str) -> tuple[Station, ...]:
        """Follow an id through the Fassungen in their order; those that say nothing of it are left out."""
        stationen = (self._station(fassung, name) for fassung in self._plan.fassungen)
        return tuple(station for station in stationen if station is not None)

    def _station(self, fassung: Fassung, name: str) -> Station | None:
        hier = self._verweise[fassung.id].get(name)
        if hier is not None:
            return Station(
                fassung.id,
                Lage.VORHANDEN,
                hier,
                erschlossen=(fassung.id, name) in self._erschlossen,
                aufgenommen=tuple(_aufgenommen(fassung, name, self._verweise)),
                meldungen=self._meldungen[fassung.id, name],
            )
        verbleib = _verbleib(fassung, name, self._verweise[fassung.id])
        if verbleib is not None:
            return Station(fassung.id, Lage.VERBLEIB, verbleib=verbleib)
        if not fassung.rahmen.vollstaendig:
            return Station(fassung.id, Lage.NICHT_BELEGT)
        vorgaenger = self._plan.vorgaenger(fassung)
        if vorgaenger is not None and name in self._verweise[vorgaenger.id]:
            return Station(fassung.id, Lage.OFFEN)
        return None


def _verbleib(fassung: Fassung, name: str, hier: Mapping[str, Verweis]) -> Verbleib | None:
    for liste in fassung.rahmen.verbleib.values():
        for one in liste.eintraege:
            if one.id == name:
                ziele = tuple(Uebergang(ziel, hier.get(ziel)) for ziel in one.ziele)
                return Verbleib(one.verbleib, ziele, one.begruendung, one.quelle or liste.quelle)
    return None


def _aufgenommen(
    fassung: Fassung, name: str, verweise: Mapping[str, Mapping[str, Verweis]]
) -> Iterator[tuple[Uebergang, Verbleibart]]:
    for alt, liste in fassung.rahmen.verbleib.items():
        for one in liste.eintraege:
            if name in one.ziele:
                yield Uebergang(one.id, verweise.get(alt, {}).get(one.id)), one.verbleib
