"""A Termin as a plan's file gives it: the adopted wording, and the explicit form that overrides its reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator

from konzept.domain.termin import Teil, TerminArt, lies_termin
from konzept.domain.werte import Datum, Jahr, Text, Wahrheit, Wert

if TYPE_CHECKING:
    from collections.abc import Mapping


class Teilangabe(Wert):
    """One part of a Termin, read by a person instead of the grammar; fields as in ``Teil``."""

    text: Text | None = None
    art: TerminArt
    beginn: Datum | None = None
    ende: Datum | None = None
    rrule: Text | None = None
    mehrdeutig: Wahrheit = False
    hinweis: Text | None = None


class Termin(Wert):
    """The deadline of a goal or a Maßnahme. ``turnus_ab`` is the year a rhythm counts from."""

    text: Text
    teile: tuple[Teilangabe, ...] = ()
    turnus_ab: Jahr | None = None

    def lies(self, fristen: Mapping[str, str]) -> tuple[Teil, ...]:
        """Return the Teile of this Termin: the explicit ones if given, else as the grammar reads the wording.

        ``fristen`` is the plan's own reading of kurz-, mittel- and langfristig (design §5).
        """
        if not self.teile:
            return lies_termin(self.text, fristen)
        return tuple(
            Teil(
                text=angabe.text or self.text,
                art=angabe.art,
                beginn=angabe.beginn,
                ende=angabe.ende,
                rrule=angabe.rrule,
                mehrdeutig=angabe.mehrdeutig,
                hinweis=angabe.hinweis,
            )
            for angabe in self.teile
        )


def _aus_text(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


Terminangabe = Annotated[Termin, BeforeValidator(_aus_text)]
