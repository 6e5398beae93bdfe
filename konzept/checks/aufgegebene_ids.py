"""Elements whose id could not be read: an id that is missed elsewhere may be theirs, and one fault is one finding."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.element import Ebene
from konzept.domain.handlungsfeld import Massnahme

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from konzept.diagnostics import SourceMap
    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan

    Merkmal = tuple[Ebene, str, str]
    Naechste = Callable[[str, Iterable[str]], str | None]


@dataclass(frozen=True, slots=True)
class Namenlose:
    """What is known of the elements of some Fassungen whose id is missing or at fault; that has its own finding.

    ``nach_id`` holds what the elements of the whole plan with an id are known by.
    """

    merkmale: frozenset[Merkmal]
    nach_id: dict[str, set[Merkmal]]

    def hat(self, stelle: Stelle) -> bool:
        """Tell whether an element of another Fassung may be one of these: its level, and its number or its title."""
        return not self.merkmale.isdisjoint(_merkmale(stelle))

    def kann_heissen(self, name: str, naechste: Naechste) -> bool:
        """Tell whether one of these may have the id ``name``, which is missed in their Fassung.

        What bears this id elsewhere tells. Where nothing does, only an id that is like it speaks against: ``name`` is
        misspelt then, and that is a fault of its own. ``naechste`` finds such an id.
        """
        if not self.merkmale:
            return False
        if name in self.nach_id:
            return not self.merkmale.isdisjoint(self.nach_id[name])
        return naechste(name, self.nach_id) is None


def namenlose(
    fassungen: Iterable[Fassung], plan: Plan, source: SourceMap, ebenen: Collection[Ebene] = tuple(Ebene)
) -> Namenlose:
    """Collect the elements without a readable id of these Fassungen, of the levels named."""
    merkmale = frozenset(
        merkmal
        for fassung in fassungen
        for stelle in fassung.stellen()
        if (*stelle.pfad, "id") in source.faulty and stelle.ebene in ebenen
        for merkmal in _merkmale(stelle)
    )
    nach_id: dict[str, set[Merkmal]] = defaultdict(set)
    for fassung in plan.fassungen if merkmale else ():
        for stelle in fassung.stellen():
            nach_id[stelle.id] |= _merkmale(stelle)
    return Namenlose(merkmale, dict(nach_id))


def _merkmale(stelle: Stelle) -> set[Merkmal]:
    gegenstand = stelle.gegenstand
    titel = gegenstand.anzeigetitel if isinstance(gegenstand, Massnahme) else gegenstand.titel
    nummer = gegenstand.nummer
    return {(stelle.ebene, "titel", titel)} | ({(stelle.ebene, "nummer", nummer)} if nummer else set())
