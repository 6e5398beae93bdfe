"""How our documents look: pages, colours, grounds and character styles as data, which both writers draw on.

Colours follow templates/html/seite.css, so that page and paper are of one house.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from konzept.render.schriftstueck import Ausrichtung, Laufart, Ton

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHRIFT = "17211f"
LEISE = "4a5a56"
LINIE = "cfdad6"
AKZENT = "0b5d50"
AKZENT_STARK = "08463c"
ENTFALLEN = "8f2412"
VERMERK_GRUND = "fbf3df"
VERMERK_SCHRIFT = "5c4306"
GERADE = "Arial"
SERIFE = "Cambria"
FEST = "Courier New"

TOENE: Mapping[Ton, str] = MappingProxyType(
    {
        Ton.FLAECHE: "f2f6f4",
        Ton.NEU: "e6f2ee",
        Ton.ENTFALLEN: "f8ebe7",
        Ton.GRUEN: "dff0e0",
        Ton.GELB: VERMERK_GRUND,
        Ton.ROT: "f9e0dc",
        Ton.GRAU: "e8eceb",
        Ton.BLAU: "e1ebf6",
    }
)
"""Grounds of cells; text in SCHRIFT, LEISE, AKZENT or ENTFALLEN has a contrast of at least 5 : 1 on each."""


@dataclass(frozen=True, slots=True)
class Blatt:
    """A page in millimetres."""

    breite: int
    hoehe: int
    oben: int
    rechts: int
    unten: int
    links: int

    @property
    def textbreite(self) -> int:
        """Return the width between the margins."""
        return self.breite - self.links - self.rechts


BLAETTER: Mapping[Ausrichtung, Blatt] = MappingProxyType(
    {
        Ausrichtung.HOCH: Blatt(210, 297, oben=20, rechts=18, unten=18, links=22),
        Ausrichtung.QUER: Blatt(297, 210, oben=18, rechts=18, unten=16, links=18),
    }
)
"""A4 upright and lying."""


@dataclass(frozen=True, slots=True)
class Zeichenformat:
    """A named character style."""

    odf: str
    docx: str
    schrift: str | None = None
    farbe: str | None = None
    fett: bool = False
    kursiv: bool = False
    unterstrichen: bool = False
    durchgestrichen: bool = False
    hoch: bool = False


FETT = Zeichenformat("Strong Emphasis", "Strong", fett=True)
KURSIV = Zeichenformat("Emphasis", "Emphasis", kursiv=True)
GESTRICHEN = Zeichenformat("Gestrichen", "Gestrichen", durchgestrichen=True)
VERWEIS = Zeichenformat("Internet link", "Hyperlink", farbe=AKZENT, unterstrichen=True)
FUSSNOTENZEICHEN = Zeichenformat("Footnote anchor", "footnote reference", hoch=True)
"""The number of a note, in the text and before the note itself."""

LAUFFORMATE: Mapping[Laufart, Zeichenformat] = MappingProxyType(
    {
        Laufart.NEU: Zeichenformat("Neu", "Neu", farbe=AKZENT, unterstrichen=True),
        Laufart.ENTFALLEN: Zeichenformat("Entfallen", "Entfallen", farbe=ENTFALLEN, durchgestrichen=True),
        Laufart.LEISE: Zeichenformat("Leise", "Leise", farbe=LEISE),
        Laufart.CODE: Zeichenformat("Source Text", "HTML Code", schrift=FEST),
    }
)
ZEICHENFORMATE: tuple[Zeichenformat, ...] = (
    *(FETT, KURSIV, GESTRICHEN, VERWEIS),
    *LAUFFORMATE.values(),
    FUSSNOTENZEICHEN,
)
"""Every character style that our documents use."""

LAENDER: Mapping[str, str] = MappingProxyType(
    {
        "ar": "SA",
        "de": "DE",
        "en": "GB",
        "fa": "IR",
        "fr": "FR",
        "he": "IL",
        "pl": "PL",
        "ps": "AF",
        "ru": "RU",
        "ti": "ER",
        "tr": "TR",
        "uk": "UA",
        "ur": "PK",
    }
)
"""The country whose spelling stands for a language."""


def sprache_und_land(sprache: str) -> tuple[str, str]:
    """Return language and country of a document: ``de`` is ``("de", "DE")``; without a country »none«."""
    return sprache, LAENDER.get(sprache, "none")


def tag_und_land(tag: str) -> tuple[str, str]:
    """Return language and country of a tag of BCP 47: ``fa-AF`` is ``("fa", "AF")``, its script is not told."""
    language, *more = tag.split("-")
    country = next((part.upper() for part in more if re.fullmatch("[A-Za-z]{2}", part)), None)
    return (language.lower(), country) if country else sprache_und_land(language.lower())
