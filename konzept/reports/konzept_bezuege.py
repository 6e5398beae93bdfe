"""The ids of one Fassung as a document links them: where each stands, what it points at, what points at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.element import Ebene
from konzept.domain.handlungsfeld import Massnahme
from konzept.reports.akteur import gliederungsnummer

if TYPE_CHECKING:
    from konzept.domain.element import Gegenstand, Planelement, Querbezugart
    from konzept.domain.fassung import Fassung, Stelle


@dataclass(frozen=True, slots=True)
class Verweis:
    """One id of the document as others name it."""

    ebene: Ebene
    id: str
    nummer: str | None
    titel: str


@dataclass(frozen=True, slots=True)
class Bezug:
    """A Querbezug seen from one of its ends; ``ziel`` is None where the document does not hold the id."""

    art: Querbezugart
    id: str
    ziel: Verweis | None
    hinweis: str | None


@dataclass(frozen=True, slots=True)
class Bezuege:
    """Look-ups over one Fassung: every id, and which ids point at it."""

    verweise: dict[str, Verweis]
    herkunft: dict[str, tuple[Bezug, ...]]

    def hin(self, element: Planelement) -> tuple[Bezug, ...]:
        """Give the Querbezüge an element names, in its order."""
        return tuple(
            Bezug(bezug.art, bezug.ziel, self.verweise.get(bezug.ziel), bezug.hinweis)
            for bezug in element.querbezuege
        )

    def zurueck(self, element: Gegenstand) -> tuple[Bezug, ...]:
        """Give what points at an element in reading order, without what the element itself points at."""
        genannt = {bezug.ziel for bezug in element.querbezuege}
        return tuple(bezug for bezug in self.herkunft.get(element.id, ()) if bezug.id not in genannt)


def bezuege(fassung: Fassung) -> Bezuege:
    """Index every id of a Fassung; of a doubled id the first."""
    verweise: dict[str, Verweis] = {}
    for stelle in fassung.stellen():
        verweise.setdefault(stelle.id, verweis(stelle))
    herkunft: dict[str, list[Bezug]] = {}
    for stelle in fassung.stellen():
        for bezug in stelle.gegenstand.querbezuege:
            rueckweg = Bezug(bezug.art, stelle.id, verweise[stelle.id], bezug.hinweis)
            herkunft.setdefault(bezug.ziel, []).append(rueckweg)
    return Bezuege(verweise, {ziel: tuple(liste) for ziel, liste in herkunft.items()})


def verweis(stelle: Stelle) -> Verweis:
    """Name what stands here: number and title, of a Maßnahme the number of its goal with its own label."""
    gegenstand = stelle.gegenstand
    if not isinstance(gegenstand, Massnahme):
        return Verweis(stelle.ebene, gegenstand.id, gegenstand.nummer, gegenstand.titel)
    return Verweis(Ebene.MASSNAHME, gegenstand.id, gliederungsnummer(stelle), gegenstand.anzeigetitel)
