"""A group of time expressions that form one part of a Termin, and what separates it from the one before."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from konzept.domain.termin.grammatik.funde import Fund, Fundart
from konzept.domain.termin.zweifel import ist_nomen

if TYPE_CHECKING:
    from konzept.domain.termin.grammatik.leser import Leser

DATIERT: Final = frozenset(
    {Fundart.EINHEIT, Fundart.BIS, Fundart.AB, Fundart.BEGINN, Fundart.ZEITRAUM, Fundart.RHYTHMUS}
)
"""The kinds that name a date or a rhythm."""


class Naht(Enum):
    """What stands between two expressions, from close to far."""

    ENG = auto()
    WORT = auto()
    KOMMA = auto()
    HART = auto()


@dataclass(slots=True)
class Gruppe:
    """The Funde of one part, with the pieces around them that no rule read."""

    start: int
    stop: int
    funde: list[Fund] = field(default_factory=list)
    woerter: list[int] = field(default_factory=list)
    naht: Naht = Naht.HART
    danach: bool = False
    mit_danach: bool = False
    eigenes_nomen: bool = False

    arten: set[Fundart] = field(init=False)
    """The kinds of its expressions; kept beside them, for a long row asks for them at every step."""

    def __post_init__(self) -> None:
        """Note the kinds of the expressions it begins with."""
        self.arten = {fund.art for fund in self.funde}

    def nimm(self, fund: Fund) -> None:
        """Take in one more expression."""
        self.funde.append(fund)
        self.arten.add(fund.art)
        self.stop = fund.stop

    def erster(self, *arten: Fundart) -> Fund | None:
        """Return its first expression of one of these kinds."""
        return next((fund for fund in self.funde if fund.art in arten), None)


def hat_nomen(leser: Leser, woerter: list[int]) -> bool:
    """Tell whether a noun stands among these pieces."""
    return any(ist_nomen(leser, i) for i in woerter)
