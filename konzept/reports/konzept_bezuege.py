"""The ids of one Fassung as a document links them: where each stands, what it points at, what points at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.element import Ebene
from konzept.domain.handlungsfeld import Massnahme
from konzept.domain.vorfahren import vorfahren
from konzept.reports.akteur import gliederungsnummer

if TYPE_CHECKING:
    from konzept.domain.element import Gegenstand, Planelement, Querbezugart
    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Verweis:
    """One id of the document as others name it."""

    ebene: Ebene
    id: str
    nummer: str | None
    titel: str


@dataclass(frozen=True, slots=True)
class FruehererVerweis:
    """One id of an earlier Fassung as that one names it."""

    fassung: str
    verweis: Verweis


@dataclass(frozen=True, slots=True)
class Bezug:
    """A Querbezug seen from one of its ends; ``ziel`` is None where the document does not hold the id.

    Then ``frueher`` says what an earlier Fassung held under it, if one did.
    """

    art: Querbezugart
    id: str
    ziel: Verweis | None
    hinweis: str | None
    frueher: FruehererVerweis | None = None


@dataclass(frozen=True, slots=True)
class Bezuege:
    """Look-ups over one Fassung: every id, which ids point at it, and the ids it names of earlier Fassungen."""

    verweise: dict[str, Verweis]
    herkunft: dict[str, tuple[Bezug, ...]]
    frueher: dict[str, FruehererVerweis]

    def hin(self, element: Planelement) -> tuple[Bezug, ...]:
        """Give the Querbezüge an element names, in its order."""
        return tuple(
            Bezug(
                bezug.art,
                bezug.ziel,
                self.verweise.get(bezug.ziel),
                bezug.hinweis,
                self.frueher.get(bezug.ziel),
            )
            for bezug in element.querbezuege
        )

    def zurueck(self, element: Gegenstand) -> tuple[Bezug, ...]:
        """Give what points at an element in reading order, without what the element itself points at."""
        genannt = {bezug.ziel for bezug in element.querbezuege}
        return tuple(bezug for bezug in self.herkunft.get(element.id, ()) if bezug.id not in genannt)


def bezuege(fassung: Fassung, plan: Plan | None = None) -> Bezuege:
    """Index every id of a Fassung; of a doubled id the first.

    With the ``plan`` a Querbezug to what only an earlier Fassung held is resolved there.
    """
    verweise: dict[str, Verweis] = {}
    for stelle in fassung.stellen():
        verweise.setdefault(stelle.id, verweis(stelle))
    herkunft: dict[str, list[Bezug]] = {}
    genannt = {bezug.ziel for bezug in fassung.rahmen.querbezuege}
    for stelle in fassung.stellen():
        for bezug in stelle.gegenstand.querbezuege:
            genannt.add(bezug.ziel)
            rueckweg = Bezug(bezug.art, stelle.id, verweise[stelle.id], bezug.hinweis)
            herkunft.setdefault(bezug.ziel, []).append(rueckweg)
    frueher = _fruehere(genannt - verweise.keys(), fassung, plan) if plan else {}
    return Bezuege(verweise, {ziel: tuple(liste) for ziel, liste in herkunft.items()}, frueher)


def _fruehere(namen: set[str], fassung: Fassung, plan: Plan) -> dict[str, FruehererVerweis]:
    """Find ids in the Fassungen before this one, each in the nearest that holds it."""
    gefunden: dict[str, FruehererVerweis] = {}
    for vorher in vorfahren(plan, fassung) if namen else ():
        for stelle in vorher.stellen():
            if stelle.id in namen:
                gefunden.setdefault(stelle.id, FruehererVerweis(vorher.id, verweis(stelle)))
    return gefunden


def verweis(stelle: Stelle) -> Verweis:
    """Name what stands here: number and title, of a Maßnahme the number of its goal with its own label."""
    gegenstand = stelle.gegenstand
    if not isinstance(gegenstand, Massnahme):
        return Verweis(stelle.ebene, gegenstand.id, gegenstand.nummer, gegenstand.titel)
    return Verweis(Ebene.MASSNAHME, gegenstand.id, gliederungsnummer(stelle), gegenstand.anzeigetitel)
