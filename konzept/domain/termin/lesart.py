"""One part of a Termin before its words are attached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from konzept.domain.termin.teil import Teil, TerminArt

if TYPE_CHECKING:
    from datetime import date

    from konzept.domain.termin.grammatik.funde import Angabe, Fund
    from konzept.domain.termin.rhythmus import Rhythmus

ZWEIFEL_OHNE_JAHR: Final = "Das Jahr fehlt."


@dataclass(frozen=True, slots=True)
class Lesart:
    """One part before its words are attached; `angabe` is its place if it is one of several dates in a row."""

    art: TerminArt
    beginn: date | None = None
    ende: date | None = None
    rhythmus: Rhythmus | None = None
    zweifel: tuple[str, ...] = ()
    hinweis: str | None = None
    gelesen: bool = True
    angabe: Angabe | None = None

    def als_teil(self, text: str) -> Teil:
        """Attach the words."""
        hinweis = " ".join(dict.fromkeys([*self.zweifel, *([self.hinweis] if self.hinweis else [])])) or None
        rrule = None if self.rhythmus is None else str(self.rhythmus)
        return Teil(text, self.art, self.beginn, self.ende, rrule, bool(self.zweifel), hinweis, self.gelesen)


def letzter_tag(fund: Fund) -> date:
    """Return the last day that a Fund names."""
    if fund.ende is not None:
        return fund.ende
    return max(angabe.einheit.als_frist()[1] for angabe in fund.angaben)
