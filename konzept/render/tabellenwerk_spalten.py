"""Columns that sheets of several reports have in common: a Maßnahme's next Frist, and what was reported last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from konzept.render.liste_words import gemeldet, zustand
from konzept.render.tabellenwerk import Spalte, Spaltenart

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from konzept.render.tabellenwerk import Wert
    from konzept.reports.liste import Listenzeile

FRISTSPALTEN = (
    Spalte("Nächste Frist", Spaltenart.DATUM, 13),
    Spalte("Lage der Frist", breite=16),
    Spalte("Überfällige Fristen", Spaltenart.ZAHL, 11),
)
MELDESPALTEN = (
    Spalte("Stand", breite=17),
    Spalte("Gemeldet am", Spaltenart.DATUM, 13),
    Spalte("Meldung", breite=50),
    Spalte("Neuer Termin", breite=22),
    Spalte("Keine Rückmeldung am", Spaltenart.DATUM, 13),
)


def fristzellen(zeile: Listenzeile, stichtag: date) -> tuple[Wert, ...]:
    """Return the cells of ``FRISTSPALTEN``."""
    frist = zeile.frist
    if frist is None:
        return None, "", zeile.ueberfaellig
    zweifel = ", mehrdeutig" if frist.mehrdeutig else ""
    stand = zustand(frist, stichtag, zeile.teile[frist.teil - 1].beginn)
    return frist.faellig, stand + zweifel, zeile.ueberfaellig


def meldezellen(zeile: Listenzeile) -> tuple[Wert, ...]:
    """Return the cells of ``MELDESPALTEN``; who was asked in vain since the last answer is in a column of its own."""
    antwort, letzte = zeile.antwort, zeile.letzte
    stand, _ = gemeldet(letzte, antwort)
    gefragt = letzte is not None and letzte is not antwort
    return (
        stand,
        antwort.am if antwort else None,
        antwort.text if antwort else None,
        antwort.neuer_termin if antwort else None,
        letzte.am if letzte is not None and gefragt else None,
    )


def unterscheidbar(spalten: Iterable[Spalte]) -> tuple[Spalte, ...]:
    """Tell apart by numbers the titles that a county's own words have made equal: a sheet is filtered by them."""
    gesehen: dict[str, int] = {}
    ergebnis = []
    for spalte in spalten:
        zahl = gesehen[spalte.titel.casefold()] = gesehen.get(spalte.titel.casefold(), 0) + 1
        ergebnis.append(spalte if zahl == 1 else replace(spalte, titel=f"{spalte.titel} ({zahl})"))
    return tuple(ergebnis)
