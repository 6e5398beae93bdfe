"""The texts of a report on their way into a Schriftstueck: as they are written, since its runs are never markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Textschrift(Protocol):
    """What the contents of a report ask of a format that has no links; a part of ``konzept_schrift.Schrift``."""

    def prosa(self, text: str, ebene: int) -> str:
        """Write a Markdown text that stands below a heading of ``ebene``."""

    def zeile(self, text: str) -> str:
        """Write plain words on one line."""


@dataclass(frozen=True, slots=True)
class Rohschrift:
    """Leaves every text as it is; whoever builds the document reads the Markdown (schriftstueck_markdown.py)."""

    def prosa(self, text: str, ebene: int) -> str:  # noqa: ARG002  the blocks get their level when they are read
        """Return the Markdown itself."""
        return text

    def zeile(self, text: str) -> str:
        """Return the words with blanks for line feeds."""
        return " ".join(text.split())
