"""What the grammar finds in a wording: one Fund for each time expression, with its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from konzept.domain.termin.grammatik.einheit import Einheit, Lage

if TYPE_CHECKING:
    from datetime import date

    from konzept.domain.termin.rhythmus import Rhythmus


class Fundart(Enum):
    """The kinds of time expressions."""

    EINHEIT = auto()
    BIS = auto()
    AB = auto()
    BEGINN = auto()
    ZEITRAUM = auto()
    LAUFEND = auto()
    RHYTHMUS = auto()
    OHNE_JAHR = auto()
    RELATIV = auto()
    DAUER = auto()
    EILE = auto()
    FRISTWORT = auto()
    BEDARF = auto()
    PLATZHALTER = auto()
    UNLESBAR = auto()
    NUMMER = auto()
    NEBEN = auto()


@dataclass(frozen=True, slots=True)
class Angabe:
    """A unit at its place in the text: pieces `start` to before `stop`."""

    einheit: Einheit
    start: int
    stop: int

    def mit(self, *zweifel: str) -> Angabe:
        """Return it with more reasons for doubt."""
        return replace(self, einheit=self.einheit.mit(*zweifel))

    def als(self, einheit: Einheit) -> Angabe:
        """Return another unit at the same place."""
        return replace(self, einheit=einheit)

    @property
    def vage_als_beginn(self) -> bool:
        """Whether it leaves open on which day something begins."""
        return self.einheit.lage in {Lage.ANFANG, Lage.MITTE, Lage.ENDE}


@dataclass(frozen=True, slots=True)
class Fund:
    """A time expression: its units, or the days, the rhythm or the words that it gave."""

    art: Fundart
    start: int
    stop: int
    angaben: tuple[Angabe, ...] = ()
    beginn: date | None = None
    ende: date | None = None
    rhythmus: Rhythmus | None = None
    woerter: tuple[str, ...] = ()
    zweifel: tuple[str, ...] = ()
    nachrangig: bool = False
    """Whether it counts only where nothing else is dated: »Agenda 2030«, »Fortführung«."""

    def mit(self, *zweifel: str) -> Fund:
        """Return it with more reasons for doubt."""
        return replace(self, zweifel=(*self.zweifel, *zweifel))

    @property
    def alle_zweifel(self) -> tuple[str, ...]:
        """The doubts of the expression and of its units."""
        return (*self.zweifel, *(grund for angabe in self.angaben for grund in angabe.einheit.zweifel))
