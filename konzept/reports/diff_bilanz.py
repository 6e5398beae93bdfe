"""The balance of a comparison: every id of the old Fassung under one heading, so that none gets lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.element import Ebene
from konzept.domain.verbleib import MIT_ZIELEN, Verbleibart
from konzept.reports.diff_verbleib import Auskunft, Schicksal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.domain.fassung import Stelle

FORTGEFUEHRT = "fortgefuehrt"
OFFEN = Auskunft.OFFEN.value
POSTEN = (
    FORTGEFUEHRT,
    *(art.value for art in Verbleibart),
    Auskunft.NICHT_ENTHALTEN.value,
    Auskunft.NICHT_BELEGT.value,
    OFFEN,
)
"""The headings in the order in which a council reads them: what stays, what went where, what is open."""

IMMER = frozenset({FORTGEFUEHRT, OFFEN})
"""The headings that stand even where they count nothing: that nothing is open is the very point."""

EBENEN = (Ebene.LEITZIEL, Ebene.HANDLUNGSFELD, Ebene.HANDLUNGSZIEL, Ebene.MASSNAHME)
"""The levels with ids of their own; the frame of a Fassung has none."""


@dataclass(frozen=True, slots=True)
class Bilanz:
    """The account of one level: ``alt`` ids of the old Fassung, ``posten`` under which heading they stand.

    ``worin`` counts in how many ids the merged and the split ones live on. An id counts on the level where
    the old Fassung had it.
    """

    alt: int
    posten: Mapping[str, int]
    worin: Mapping[str, int]

    @property
    def offen(self) -> int:
        """How many ids have no account."""
        return self.posten[OFFEN]


def bilanz(
    alte: Mapping[str, Stelle], neue: Mapping[str, Stelle], schicksale: Mapping[str, Schicksal]
) -> dict[Ebene, Bilanz]:
    """Balance every level of the old Fassung; ``schicksale`` holds the fate of each id the new one lacks."""
    ergebnis: dict[Ebene, Bilanz] = {}
    for ebene in EBENEN:
        namen = [name for name, stelle in alte.items() if stelle.ebene is ebene]
        zahlen = Counter(FORTGEFUEHRT if name in neue else _posten(schicksale[name]) for name in namen)
        ziele: dict[str, set[str]] = {art.value: set() for art in MIT_ZIELEN}
        for name in namen:
            schicksal = schicksale.get(name)
            if schicksal and schicksal.verbleib in MIT_ZIELEN:
                ziele[schicksal.verbleib.value].update(schicksal.ziele)
        ergebnis[ebene] = Bilanz(
            alt=len(namen),
            posten={posten: zahlen[posten] for posten in POSTEN if zahlen[posten] or posten in IMMER},
            worin={art.value: len(ziele[art.value]) for art in Verbleibart if ziele.get(art.value)},
        )
    return ergebnis


def _posten(schicksal: Schicksal) -> str:
    return schicksal.verbleib.value if schicksal.verbleib else schicksal.auskunft.value
