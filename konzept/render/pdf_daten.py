"""What the typst template gets of a document: page, colours, what is told about it, and its blocks as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from konzept.render.schriftstueck_aufbau import aufbau
from konzept.render.schriftstueck_daten import bloecke_als_daten
from konzept.render.schriftstueck_gestalt import (
    AKZENT,
    AKZENT_STARK,
    BLAETTER,
    ENTFALLEN,
    LEISE,
    LINIE,
    SCHRIFT,
    VERMERK_GRUND,
    VERMERK_SCHRIFT,
)
from konzept.render.schriftstueck_text import lesbar

if TYPE_CHECKING:
    from konzept.render.schriftstueck import Schriftstueck

FARBEN = {
    "schrift": SCHRIFT,
    "leise": LEISE,
    "linie": LINIE,
    "akzent": AKZENT,
    "akzent-stark": AKZENT_STARK,
    "entfallen": ENTFALLEN,
    "vermerk": VERMERK_SCHRIFT,
    "vermerk-grund": VERMERK_GRUND,
}
OHNE_DATUM = (1970, 1, 1)
"""PDF/A asks for a date; a document that speaks of no day bears the beginning of Unix time, not the day of printing."""


def pdf_daten(stueck: Schriftstueck) -> dict[str, Any]:
    """Return what the template needs, as it goes into JSON. Raises ValueError for a table that fits no grid."""
    blatt = BLAETTER[stueck.ausrichtung]
    datum = stueck.metadaten.datum
    return {
        "titel": lesbar(stueck.titel),
        "urheber": lesbar(stueck.metadaten.koerperschaft),
        "beschreibung": lesbar(stueck.metadaten.beschreibung),
        "schlagworte": [lesbar(wort) for wort in stueck.metadaten.schlagworte],
        "datum": [datum.year, datum.month, datum.day] if datum else OHNE_DATUM,
        "sprache": stueck.sprache,
        "blatt": {
            "breite": blatt.breite,
            "hoehe": blatt.hoehe,
            "oben": blatt.oben,
            "rechts": blatt.rechts,
            "unten": blatt.unten,
            "links": blatt.links,
        },
        "kopfzeile": lesbar(stueck.kopfzeile),
        "fusszeile": lesbar(stueck.fusszeile),
        "seitenwort": "Seite",
        "farben": FARBEN,
        "bloecke": bloecke_als_daten(aufbau(stueck)),
    }
