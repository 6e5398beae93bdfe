"""Why something was taken up or changed: the reason that the new Fassung gives where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.element import Gegenstand
from konzept.reports.diff_werte import Art

if TYPE_CHECKING:
    from konzept.domain.element import Planelement

BEGRUENDBAR = frozenset({Art.NEU, Art.VERSCHOBEN, Art.GEAENDERT, Art.UMNUMMERIERT})
"""What the new Fassung can give a reason for where it stands; what is gone has its reason in the Verbleib."""


def neue_begruendung(art: Art, alt: Planelement | None, neu: Planelement | None) -> str | None:
    """Return why the new side took an id up or changed it; None where it says nothing, or nothing that is new.

    The same words on both sides tell of an earlier change: one of the two is a state of the other, or carried it over.
    """
    if art not in BEGRUENDBAR or not isinstance(neu, Gegenstand):
        return None
    vorher = alt.begruendung if isinstance(alt, Gegenstand) else None
    return None if neu.begruendung == vorher else neu.begruendung
