"""A county's logo for paper: PNG or SVG as its bytes, with its words and the size it is printed in."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from enum import StrEnum
from xml.parsers import expat

from konzept.domain.beigabe import PNG_KENNUNG

HOECHSTENS_HOCH = 13.0
HOECHSTENS_BREIT = 62.0
"""Millimetres: the logo shares the first line of a document with the county's name."""

_PNG_KOPF = struct.Struct(">4sII")
_PNG_KOPF_STELLE = 12
_LAENGE = re.compile(r"\s*([0-9]{0,7}(?:\.[0-9]{1,7})?)\s*(px|pt|pc|mm|cm|in)?\s*")
_EINHEITEN = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_SICHTFELD_WERTE = 4
_FLACHSTES = 1 / 50
"""What is fifty times as wide as high, or as high as wide, is a line and no logo."""


class Logoart(StrEnum):
    """The two kinds of pictures that a plan may name; the value is the ending of a file."""

    PNG = "png"
    SVG = "svg"


@dataclass(frozen=True, slots=True)
class Papierlogo:
    """A logo as printed: ``breite`` and ``hoehe`` in millimetres, ``text`` says what it shows."""

    daten: bytes
    art: Logoart
    text: str
    breite: float
    hoehe: float

    @property
    def medientyp(self) -> str:
        """Return the type of the file as the net names it."""
        return "image/png" if self.art is Logoart.PNG else "image/svg+xml"


def papierlogo(daten: bytes, text: str) -> Papierlogo | None:
    """Return the logo as large as there is room for, its proportions kept; None for what is no picture with a size."""
    art = Logoart.PNG if daten.startswith(PNG_KENNUNG) else Logoart.SVG
    masse = _png_masse(daten) if art is Logoart.PNG else _svg_masse(daten)
    if masse is None:
        return None
    breite, hoehe = masse
    if not _FLACHSTES <= breite / hoehe <= 1 / _FLACHSTES:
        return None
    faktor = min(HOECHSTENS_BREIT / breite, HOECHSTENS_HOCH / hoehe)
    return Papierlogo(daten, art, text, round(breite * faktor, 2), round(hoehe * faktor, 2))


def _png_masse(daten: bytes) -> tuple[float, float] | None:
    """Return width and height of a PNG from its first chunk (ISO/IEC 15948, 11.2.2)."""
    if len(daten) < _PNG_KOPF_STELLE + _PNG_KOPF.size:
        return None
    name, breite, hoehe = _PNG_KOPF.unpack_from(daten, _PNG_KOPF_STELLE)
    return (float(breite), float(hoehe)) if name == b"IHDR" and breite and hoehe else None


def _svg_masse(daten: bytes) -> tuple[float, float] | None:
    """Return width and height of an SVG: its own, else those of its view box (SVG 2, 8.2 and 8.6)."""
    angaben = _wurzelangaben(daten)
    breite, hoehe = _laenge(angaben.get("width", "")), _laenge(angaben.get("height", ""))
    werte = angaben.get("viewBox", "").replace(",", " ").split()
    feld = [_laenge(wert) for wert in werte[2:]] if len(werte) == _SICHTFELD_WERTE else [None, None]
    if feld[0] and feld[1] and not (breite and hoehe):
        breite, hoehe = feld[0], feld[1]
    return (breite, hoehe) if breite and hoehe else None


def _wurzelangaben(daten: bytes) -> dict[str, str]:
    """Return the attributes of the first element; nothing of an SVG that is no XML."""
    gefunden: list[dict[str, str]] = []
    leser = expat.ParserCreate()
    leser.StartElementHandler = lambda _, angaben: None if gefunden else gefunden.append(angaben)
    try:
        leser.Parse(daten, True)  # noqa: FBT003  expat knows its second parameter by place only
    except (expat.ExpatError, ValueError, LookupError):  # the two others: encodings that Python does not know
        return {}
    return gefunden[0] if gefunden else {}


def _laenge(text: str) -> float | None:
    """Return a length in pixels of CSS; None for percentages and what is none."""
    gefunden = _LAENGE.fullmatch(text)
    if gefunden is None or not gefunden[1]:
        return None
    return float(gefunden[1]) * _EINHEITEN[gefunden[2] or ""]
