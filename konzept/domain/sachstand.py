"""The log of what the bodies reported on the Maßnahmen of a Fassung; append only."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from konzept.domain.werte import Datum, Id, Text, Wert, Zahl

if TYPE_CHECKING:
    from datetime import date


class Stand(StrEnum):
    """How far a Maßnahme is, in the reporter's words (design §4)."""

    GEPLANT = "geplant"
    BEGONNEN = "begonnen"
    LAUFEND = "laufend"
    UMGESETZT = "umgesetzt"
    ZURUECKGESTELLT = "zurueckgestellt"
    ENTFALLEN = "entfallen"
    KEINE_RUECKMELDUNG = "keine-rueckmeldung"


class Erfuellung(Wert):
    """A Teil of the Termin (from 1), or one Frist of it, that a report says is done."""

    teil: Zahl
    frist: Datum | None = None


class Meldung(Wert):
    """One report: what it speaks of (``am``), when it was written down (``erfasst``), what it says."""

    am: Datum
    erfasst: Datum
    massnahme: Id
    stand: Stand
    text: Text | None = None
    von: Id | None = None
    beleg: Text | None = None
    erfuellt: tuple[Erfuellung, ...] = ()
    neuer_termin: Text | None = None


class Sachstand(Wert):
    """The file ``sachstand/<fassung>.yaml``."""

    eintraege: tuple[Meldung, ...] = ()

    def bekannt_am(self, stichtag: date) -> tuple[Meldung, ...]:
        """Return the reports that had been written down by ``stichtag``, in the order of the log."""
        return tuple(meldung for meldung in self.eintraege if meldung.erfasst <= stichtag)
