"""What the typst template gets of a document: page, colours, what is told about it, and its blocks as plain values."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Any

from konzept.render.papiergestaltung import HAUSFARBEN
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
    from konzept.render.papiergestaltung import Papiergestaltung
    from konzept.render.papierlogo import Papierlogo
    from konzept.render.pdf_schriften import Vorrat
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
ZEICHEN_JE_MM = 0.62
"""Of the running head, which stays on one line; the title stands in full on the first page."""

OHNE_DATUM = (1970, 1, 1)
"""PDF/A asks for a date; a document that speaks of no day bears the beginning of Unix time, not the day of printing."""


def eine_zeile(text: str, hoechstens: int) -> str:
    """Return a text on one line, cut at a word where it is too long."""
    zeile = " ".join(lesbar(text).split())
    return zeile if len(zeile) <= hoechstens else textwrap.shorten(zeile, hoechstens, placeholder=" …")


def pdf_daten(stueck: Schriftstueck, fonts: Vorrat, haus: Papiergestaltung = HAUSFARBEN) -> dict[str, Any]:
    """Return what the template needs, as it goes into JSON. Raises ValueError for a table that fits no grid.

    ``fonts`` are those that it may name besides its own; a text in another script gets the one made for it. ``haus``
    gives colours and logo.
    """
    blatt = BLAETTER[stueck.ausrichtung]
    datum = stueck.metadaten.datum
    bloecke = bloecke_als_daten(aufbau(stueck), blatt.textbreite)
    for block in bloecke:
        if block["typ"] == "sprache":
            block["schriften"] = fonts.fuer(json.dumps(block, ensure_ascii=False))
    return {
        "titel": lesbar(stueck.titel),
        "urheber": lesbar(stueck.metadaten.koerperschaft),
        "beschreibung": lesbar(stueck.metadaten.beschreibung),
        "schlagworte": [lesbar(wort) for wort in stueck.metadaten.schlagworte],
        "datum": [datum.year, datum.month, datum.day] if datum else OHNE_DATUM,
        "sprache": stueck.sprache,
        "leicht": stueck.leicht,
        "schriften": fonts.fuer_leichte_sprache() if stueck.leicht else [],
        "blatt": {
            "breite": blatt.breite,
            "hoehe": blatt.hoehe,
            "oben": blatt.oben,
            "rechts": blatt.rechts,
            "unten": blatt.unten,
            "links": blatt.links,
        },
        "kopfzeile": eine_zeile(stueck.kopfzeile, int(blatt.textbreite * ZEICHEN_JE_MM)),
        "fusszeile": lesbar(stueck.fusszeile),
        "seitenwort": "Seite",
        "farben": {name: haus.farbe(farbe) for name, farbe in FARBEN.items()},
        "logo": _logo(haus.logo) if haus.logo else None,
        "bloecke": bloecke,
    }


def _logo(logo: Papierlogo) -> dict[str, Any]:
    """Return the logo for the template; typst knows the kind of a picture by its bytes."""
    return {"daten": list(logo.daten), "text": lesbar(logo.text), "breite": logo.breite, "hoehe": logo.hoehe}
