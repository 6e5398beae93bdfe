"""One part of a Termin as it was read: the value that the grammar gives and everything else works on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003  (pydantic resolves the annotations of Teil at run time)
from enum import StrEnum


class TerminArt(StrEnum):
    """How a part of a Termin is meant (design §5)."""

    FAELLIG = "faellig"
    ZEITRAUM = "zeitraum"
    LAUFEND = "laufend"
    WIEDERKEHREND = "wiederkehrend"
    UNBESTIMMT = "unbestimmt"


@dataclass(frozen=True, slots=True)
class Teil:
    """One part of a Termin.

    `text` is the piece of the wording it was read from, verbatim. `beginn` and `ende` are the first and the last day,
    where named; `rrule` is RFC 5545 without DTSTART, or None for a rhythm without an interval. `mehrdeutig` says
    that the wording allows another reading, `hinweis` why. `gelesen` is False where the wording could not be
    read at all, which is another thing than a wording without date such as »nach Bedarf«.
    """

    text: str
    art: TerminArt
    beginn: date | None = None
    ende: date | None = None
    rrule: str | None = None
    mehrdeutig: bool = False
    hinweis: str | None = None
    gelesen: bool = True

    @property
    def kern(self) -> tuple[TerminArt, date | None, date | None, str | None, bool, bool]:
        """What was understood, without the words it was said in: equal kern means the same reading."""
        return self.art, self.beginn, self.ende, self.rrule, self.mehrdeutig, self.gelesen


def ist_lesbar(teile: tuple[Teil, ...]) -> bool:
    """Tell whether every part was read."""
    return all(teil.gelesen for teil in teile)
