"""The words for both sides of a comparison: »bisher« and »neu« forwards, the names of the Fassungen backwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.render.diff_words import ARTEN, bemerkung, zielbemerkung
from konzept.reports.diff_codes import Code
from konzept.reports.diff_werte import Art, Leserichtung

if TYPE_CHECKING:
    from konzept.reports.diff_werte import FeldAenderung, Vergleich

EINE_BILANZ = frozenset({Leserichtung.RUECKWAERTS, Leserichtung.STAENDE})
"""Where nothing was carried forward, both sides are counted against each other, once."""


@dataclass(frozen=True, slots=True)
class Seitenworte:
    """How the two sides are called, in columns, before a list item that one of them lacks, and for a parent."""

    alt: str = "bisher"
    neu: str = "neu"
    nur_alt: str = "entfällt"
    nur_neu: str = "neu"
    gestrichen: str = "gestrichen"
    ergaenzt: str = "ergänzt"
    unter_alt: str = "Bisher unter"
    unter_neu: str = "Jetzt unter"


def seitenworte(vergleich: Vergleich) -> Seitenworte:
    """Return the words for the sides of a comparison, which backwards do not speak of what came later as »bisher«."""
    if vergleich.leserichtung is not Leserichtung.RUECKWAERTS:
        return Seitenworte()
    alt, neu = vergleich.alt.name, vergleich.neu.name
    nur_alt, nur_neu = f"nur in {alt}", f"nur in {neu}"
    return Seitenworte(alt, neu, nur_alt, nur_neu, nur_alt, nur_neu, f"In {alt} unter", f"In {neu} unter")


def artwort(art: Art, vergleich: Vergleich) -> str:
    """Say what happened to an id; backwards nothing is new or gone, but in one Fassung only."""
    if vergleich.leserichtung is Leserichtung.RUECKWAERTS:
        if art is Art.NEU:
            return f"nur in {vergleich.neu.name}"
        if art is Art.ENTFALLEN:
            return f"in {vergleich.neu.name} nicht enthalten"
    return ARTEN[art]


def feldbemerkung(eine: FeldAenderung, vergleich: Vergleich) -> str | None:
    """Say what a changed field means; backwards the words that tell of a course of time name the Fassung instead."""
    if vergleich.leserichtung is not Leserichtung.RUECKWAERTS:
        return zielbemerkung(eine, vergleich.bezeichnungen) or bemerkung(eine)
    alt, neu = vergleich.alt.name, vergleich.neu.name
    if geerbt := zielbemerkung(eine, vergleich.bezeichnungen, (alt, neu)):
        return geerbt
    worte = {
        Code.ABGESCHWAECHT: f"in {neu} weniger verbindlich",
        Code.VERBINDLICHER: f"in {neu} verbindlicher",
        Code.FEDERFUEHRUNG_GEWECHSELT: "andere Federführung",
        Code.FEDERFUEHRUNG_NEU: f"in {alt} ohne Federführung",
        Code.FEDERFUEHRUNG_ENTFALLEN: f"in {neu} ohne Federführung",
    }
    return worte.get(eine.code) or bemerkung(eine, (alt, neu))
