"""The log of what the bodies reported on the Maßnahmen of a Fassung; append only."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from konzept.domain.beschluss import Beschluss
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


ABGESCHLOSSEN = frozenset({Stand.UMGESETZT, Stand.ENTFALLEN})
"""The states after which nothing of a Maßnahme is open any more."""


class Erfuellung(Wert):
    """A Teil of the Termin (from 1), or one Frist of it, that a report says is done."""

    teil: Zahl
    frist: Datum | None = None


class Meldung(Wert):
    """One report: what it speaks of (``am``), when it was written down (``erfasst``), what it says.

    ``neuer_termin`` is what the body announces; only with the ``beschluss`` that set it, it takes the place of
    the adopted Termin.
    """

    am: Datum
    erfasst: Datum
    massnahme: Id
    stand: Stand
    text: Text | None = None
    von: Id | None = None
    beleg: Text | None = None
    erfuellt: tuple[Erfuellung, ...] = ()
    neuer_termin: Text | None = None
    beschluss: Beschluss | None = None

    @property
    def setzt_termin(self) -> bool:
        """Whether from this report on its new Termin is the one to be judged by (issue 3: a Beschluss is named).

        A Beschluss that was still to come when the report was written down has set nothing yet.
        """
        beschluss = self.beschluss
        if self.neuer_termin is None or beschluss is None or not beschluss.genannt:
            return False
        return beschluss.datum is None or beschluss.datum <= self.erfasst

    @property
    def kennung(self) -> tuple[str, date, str | None]:
        """What an entry speaks of: two with the same one are one report, of which the later counts."""
        return self.massnahme, self.am, self.von


class Sachstand(Wert):
    """The file ``sachstand/<fassung>.yaml``."""

    eintraege: tuple[Meldung, ...] = ()

    def bekannt_am(self, stichtag: date) -> tuple[Meldung, ...]:
        """Return the reports that had been written down by ``stichtag``, in the order of the log."""
        return tuple(meldung for meldung in self.eintraege if meldung.erfasst <= stichtag)

    def zu(self, massnahme: str, stichtag: date) -> tuple[Meldung, ...]:
        """Return all that was known of one Maßnahme, by the day it speaks of, then as the log has it."""
        bekannt = (meldung for meldung in self.bekannt_am(stichtag) if meldung.massnahme == massnahme)
        return tuple(sorted(bekannt, key=lambda meldung: meldung.am))

    def geltend_am(self, stichtag: date) -> tuple[Meldung, ...]:
        """Return those of them that no later one replaces, in the order of the log.

        An entry is never changed (issue 3): one by the same body on the same Maßnahme that speaks of the same day
        takes the place of the earlier, with all that it said was fulfilled.
        """
        bekannt = self.bekannt_am(stichtag)
        letzte = {meldung.kennung: i for i, meldung in enumerate(bekannt)}
        return tuple(bekannt[i] for i in sorted(letzte.values()))
