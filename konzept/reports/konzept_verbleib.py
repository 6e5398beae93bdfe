"""The annex of a document: what the Vorgänger held and this Fassung does not, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.reports.konzept_bezuege import Verweis, verweis

if TYPE_CHECKING:
    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan
    from konzept.domain.verbleib import Verbleibart, Verbleibseintrag
    from konzept.reports.konzept_bezuege import Bezuege


@dataclass(frozen=True, slots=True)
class Vorgaenger:
    """The Fassung before this one, as far as the plan knows it."""

    id: str
    titel: str | None = None
    art: str | None = None
    vollstaendig: bool = True


@dataclass(frozen=True, slots=True)
class Verbliebenes:
    """One id of the Vorgänger and its fate. ``alt`` is None where the plan does not hold the old Fassung.

    ``ziele`` pairs each id in which it lives on with its place in the document, if it has one.
    """

    id: str
    alt: Verweis | None
    verbleib: Verbleibart
    ziele: tuple[tuple[str, Verweis | None], ...]
    begruendung: str | None
    quelle: str | None


@dataclass(frozen=True, slots=True)
class Anhang:
    """The account over one Vorgänger, in the reading order of that Fassung."""

    vorgaenger: Vorgaenger
    gruende: tuple[str, ...]
    quelle: str | None
    eintraege: tuple[Verbliebenes, ...]


def vorgaenger(plan: Plan, name: str) -> Vorgaenger:
    """Describe a Fassung by its id, as far as the plan holds it."""
    fassung = plan.fassung_nach_id.get(name)
    if fassung is None:
        return Vorgaenger(name)
    rahmen = fassung.rahmen
    return Vorgaenger(name, rahmen.titel, rahmen.art, rahmen.vollstaendig)


def anhaenge(plan: Plan, fassung: Fassung, neu: Bezuege) -> tuple[Anhang, ...]:
    """List what was not carried over, Vorgänger by Vorgänger as the frame names them."""
    ergebnis = []
    for name, liste in fassung.rahmen.verbleib.items():
        alte = _stellen(plan, name)
        rang = {verweis_.id: i for i, verweis_ in enumerate(alte.values())}
        eintraege = sorted(liste.eintraege, key=lambda eintrag: rang.get(eintrag.id, len(rang)))
        ergebnis.append(
            Anhang(
                vorgaenger(plan, name),
                liste.gruende,
                liste.quelle,
                tuple(_eintrag(eintrag, alte, neu) for eintrag in eintraege),
            )
        )
    return tuple(ergebnis)


def _stellen(plan: Plan, name: str) -> dict[str, Verweis]:
    fassung = plan.fassung_nach_id.get(name)
    alte: dict[str, Verweis] = {}
    for stelle in fassung.stellen() if fassung else ():
        alte.setdefault(stelle.id, verweis(stelle))
    return alte


def _eintrag(eintrag: Verbleibseintrag, alte: dict[str, Verweis], neu: Bezuege) -> Verbliebenes:
    return Verbliebenes(
        eintrag.id,
        alte.get(eintrag.id),
        eintrag.verbleib,
        tuple((ziel, neu.verweise.get(ziel)) for ziel in eintrag.ziele),
        eintrag.begruendung,
        eintrag.quelle,
    )
