"""A card as every format reads it: a heading, fields, and sections of fields, points, prose and Maßnahmen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from konzept.reports.liste import Listenzeile

BREIT = 16
"""The column of the names where nothing narrower fits."""


@dataclass(frozen=True, slots=True)
class Feld:
    """A name and what stands under it, line by line."""

    name: str
    zeilen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Felder:
    """Names and values; in a text the values stand in a column of their own, ``spalte`` behind the indent."""

    felder: tuple[Feld, ...]
    spalte: int = BREIT
    einzug: int = 2


@dataclass(frozen=True, slots=True)
class Punkte:
    """Points of a list; ``prosa`` says that they are texts of the plan, which may hold Markdown."""

    texte: tuple[str, ...]
    prosa: bool = False


@dataclass(frozen=True, slots=True)
class Prosa:
    """A text of the plan, which may hold Markdown."""

    text: str


@dataclass(frozen=True, slots=True)
class Satz:
    """A sentence of ours."""

    text: str
    einzug: int = 0


@dataclass(frozen=True, slots=True)
class Massnahmen:
    """Maßnahmen as a list shows them."""

    zeilen: tuple[Listenzeile, ...]
    stichtag: date


@dataclass(frozen=True, slots=True)
class Abschnitt:
    """A section; the first of a card may have no heading."""

    titel: str | None
    inhalt: tuple[Felder | Punkte | Prosa | Satz | Massnahmen, ...]


@dataclass(frozen=True, slots=True)
class Blatt:
    """A whole card."""

    titel: str
    kopf: Felder
    abschnitte: tuple[Abschnitt, ...]


def felder(*paare: tuple[str, str | None], spalte: int = BREIT, einzug: int = 2) -> Felder:
    """Make fields of names and single values; one without a value is left out."""
    return Felder(tuple(Feld(name, (text,)) for name, text in paare if text), spalte, einzug)
