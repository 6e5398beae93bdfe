"""A Fassung in another language or in Leichte Sprache: what is written in it, and what is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.reports.konzept_bezuege import verweis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.domain.einstellungen import Bezeichnung
    from konzept.domain.element import Planelement
    from konzept.domain.fassung import Fassung, Rahmen
    from konzept.domain.plan import Plan
    from konzept.reports.konzept_bezuege import Verweis

LEICHT = "leicht"
"""The name of Leichte Sprache beside the codes of languages; no language has it (ISO 639, two or three letters)."""


@dataclass(frozen=True, slots=True)
class Sprachabschnitt:
    """One level of the plan, or the Fassung as a whole where ``verweis`` is None; ``text`` is None for a gap."""

    verweis: Verweis | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Sprachfassung:
    """Every level in reading order with its text in one language; nothing is translated by a machine."""

    fassung: str
    koerperschaft: str | None
    rahmen: Rahmen
    sprache: str
    bezeichnungen: dict[Begriff, Bezeichnung]
    abschnitte: tuple[Sprachabschnitt, ...]

    @property
    def luecken(self) -> tuple[Sprachabschnitt, ...]:
        """The levels without a text in this language."""
        return tuple(one for one in self.abschnitte if one.text is None)


def sprachen(fassung: Fassung) -> tuple[str, ...]:
    """Return the languages in which at least one text is written: Leichte Sprache first, then by their codes."""
    elemente = list(_elemente(fassung))
    leicht = [LEICHT] if any(one.leichte_sprache for one, _ in elemente) else []
    return (*leicht, *sorted({name for one, _ in elemente for name in one.texte}))


def sprachfassung(plan: Plan, fassung: Fassung, sprache: str) -> Sprachfassung:
    """Collect the texts in one language (a key of ``texte``) or in Leichte Sprache (``LEICHT``)."""
    einstellungen = plan.einstellungen
    return Sprachfassung(
        fassung=fassung.id,
        koerperschaft=einstellungen.koerperschaft,
        rahmen=fassung.rahmen,
        sprache=sprache,
        bezeichnungen={begriff: einstellungen.bezeichnung(begriff) for begriff in Begriff},
        abschnitte=tuple(
            Sprachabschnitt(ort, one.leichte_sprache if sprache == LEICHT else one.texte.get(sprache))
            for one, ort in _elemente(fassung)
        ),
    )


def _elemente(fassung: Fassung) -> Iterator[tuple[Planelement, Verweis | None]]:
    yield fassung.rahmen, None
    for stelle in fassung.stellen():
        yield stelle.gegenstand, verweis(stelle)
