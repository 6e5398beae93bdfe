"""The form in which the texts of the schemas are written down: what a section, a field, a word of a choice is."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Feld:
    """What an editor shows over a field: its name, what belongs there, and examples that it offers to take."""

    titel: str
    text: str
    beispiele: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Abschnitt:
    """What an editor shows over a section, and its own fields; inherited ones are described where they are defined."""

    titel: str
    text: str
    felder: dict[str, Feld] = field(default_factory=dict)
