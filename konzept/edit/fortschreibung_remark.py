"""The comments that a new Fassung carries for those who decide: each can be searched for and stands in its place."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from konzept.edit.entry_lines import WIDTH

if TYPE_CHECKING:
    from datetime import date

_NARROWEST = 40


class Kind(StrEnum):
    """The word a remark begins with in the file."""

    OFFEN = "Offen"
    VORSCHLAG = "Vorschlag"
    HERAUSGENOMMEN = "Herausgenommen"


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence, or two, on what is open, proposed or taken out."""

    kind: Kind
    sentence: str

    def lines(self, margin: str) -> list[str]:
        """Write it as lines of comment that begin with ``margin``."""
        return comment_lines(f"{self.kind.value}: {self.sentence}", margin)


def comment_lines(text: str, margin: str) -> list[str]:
    """Write a text as lines of comment that begin with ``margin``."""
    width = max(WIDTH - len(margin) - len("# "), _NARROWEST)
    wrapped = textwrap.wrap(" ".join(text.split()), width, break_long_words=False, break_on_hyphens=False)
    return [f"{margin}# {line}" for line in wrapped]


def german(day: date) -> str:
    """Write a day as in running text: 2.11.2020."""
    return f"{day.day}.{day.month}.{day.year}"
