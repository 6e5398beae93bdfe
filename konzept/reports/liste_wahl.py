"""The words that a list can be narrowed by; it imports nothing, so that the command line starts fast."""

from __future__ import annotations

from enum import StrEnum


class Standwahl(StrEnum):
    """What was reported: the states of the log (``Stand``), and that nobody ever has."""

    GEPLANT = "geplant"
    BEGONNEN = "begonnen"
    LAUFEND = "laufend"
    UMGESETZT = "umgesetzt"
    ZURUECKGESTELLT = "zurueckgestellt"
    ENTFALLEN = "entfallen"
    KEINE_RUECKMELDUNG = "keine-rueckmeldung"
    OHNE_MELDUNG = "ohne-meldung"


class Artwahl(StrEnum):
    """How a part of the Termin is meant (``TerminArt``), and that there is no Termin at all."""

    FAELLIG = "faellig"
    ZEITRAUM = "zeitraum"
    LAUFEND = "laufend"
    WIEDERKEHREND = "wiederkehrend"
    UNBESTIMMT = "unbestimmt"
    OHNE_TERMIN = "ohne-termin"
