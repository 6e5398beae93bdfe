"""The Termin of a Maßnahme: its wording read into parts by a grammar, and the dates that follow (design §5)."""

from __future__ import annotations

from konzept.domain.termin.fristen import Frist, fristen, ist_moeglich, rhythmus_mehrdeutig
from konzept.domain.termin.lesen import lies_termin
from konzept.domain.termin.rhythmus import Rhythmus, Takt, rrule_lesbar
from konzept.domain.termin.schreiben import schreibe_termin
from konzept.domain.termin.teil import Teil, TerminArt, ist_lesbar

__all__ = [
    "Frist",
    "Rhythmus",
    "Takt",
    "Teil",
    "TerminArt",
    "fristen",
    "ist_lesbar",
    "ist_moeglich",
    "lies_termin",
    "rhythmus_mehrdeutig",
    "rrule_lesbar",
    "schreibe_termin",
]
