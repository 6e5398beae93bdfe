"""How a county's pages look and what they link to, as konzept.yaml says it; with the colours that follow from these.

Contrast is that of WCAG 2.2, success criterion 1.4.3: text and its ground at least 4.5 : 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from konzept.domain.werte import Text, Wert

MINDESTKONTRAST = 4.5
DUNKLER_KONTRAST = 7.0
"""What a colour gets that is made for the dark page from the one for the light page."""

HELLE_GRUENDE = ("#ffffff", "#f2f6f4", "#fff6d6")
DUNKLE_GRUENDE = ("#111a18", "#1a2623", "#2d2a12")
"""The grounds on which the accent stands as text: --grund, --flaeche, --ziel-grund of templates/html/seite.css."""

BAND_SCHRIFT = "#ffffff"
"""The writing on the band of the title, in light and in dark."""

_KURZFORM = 4
_KNICK = 0.04045
"""Below it the values of sRGB rise in a straight line (IEC 61966-2-1)."""

_SCHWARZ, _WEISS = (0, 0, 0), (255, 255, 255)

Farbe: TypeAlias = tuple[int, int, int]
"""Red, green and blue, each from 0 to 255."""


class Gestaltung(Wert):
    """Colours, logo and own style of the pages; colours as #rrggbb, files by their path below the plan's folder."""

    akzent: Text | None = None
    akzent_dunkel: Text | None = None
    band: Text | None = None
    logo: Text | None = None
    logo_text: Text | None = None
    css: Text | None = None


class Verweise(Wert):
    """The addresses that every page must name (DDG, DSGVO, ThürBarrWebG); they stand at its foot."""

    impressum: Text | None = None
    datenschutz: Text | None = None
    barrierefreiheit: Text | None = None


class Lizenz(Wert):
    """Under what terms others may use the texts and data of the plan."""

    name: Text
    url: Text | None = None


@dataclass(frozen=True, slots=True)
class Farbsatz:
    """The colours that a page takes instead of its own; empty where the county sets none."""

    akzent: str = ""
    akzent_stark: str = ""
    akzent_dunkel: str = ""
    akzent_dunkel_stark: str = ""
    band: str = ""
    band_leise: str = ""
    band_dunkel: str = ""


def lies_farbe(text: str) -> Farbe | None:
    """Return the colour that #rgb or #rrggbb names, or None for anything else."""
    if not re.fullmatch(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})", text):
        return None
    ziffern = text[1:] if len(text) > _KURZFORM else "".join(2 * ziffer for ziffer in text[1:])
    rot, gruen, blau = (int(ziffern[stelle : stelle + 2], 16) for stelle in (0, 2, 4))
    return rot, gruen, blau


def schreibe_farbe(farbe: Farbe) -> str:
    """Write a colour as #rrggbb."""
    return "#" + "".join(f"{anteil:02x}" for anteil in farbe)


def kontrast(eine: Farbe, andere: Farbe) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    hell, dunkel = sorted((_helligkeit(eine), _helligkeit(andere)), reverse=True)
    return (hell + 0.05) / (dunkel + 0.05)


def schwaechster(farbe: Farbe, gruende: tuple[str, ...]) -> tuple[float, str]:
    """Return the lowest contrast of a colour on some grounds, and the ground."""
    return min((kontrast(farbe, _farbe(grund)), grund) for grund in gruende)


def farbsatz(gestaltung: Gestaltung) -> Farbsatz:
    """Return all colours that follow from those a county names; what is no colour is as if it were not there.

    The accent of the dark page is the light one's, made as much lighter as reading needs, unless it is named. The band
    is a darker accent, unless it is named.
    """
    akzent, band = (lies_farbe(text or "") for text in (gestaltung.akzent, gestaltung.band))
    dunkel = lies_farbe(gestaltung.akzent_dunkel or "")
    if akzent and dunkel is None:
        dunkel = _aufgehellt(akzent)
    if akzent and band is None:
        band = _gemischt(akzent, _SCHWARZ, 35)
    return Farbsatz(
        akzent=schreibe_farbe(akzent) if akzent else "",
        akzent_stark=schreibe_farbe(_gemischt(akzent, _SCHWARZ, 25)) if akzent else "",
        akzent_dunkel=schreibe_farbe(dunkel) if dunkel else "",
        akzent_dunkel_stark=schreibe_farbe(_gemischt(dunkel, _WEISS, 35)) if dunkel else "",
        band=schreibe_farbe(band) if band else "",
        band_leise=schreibe_farbe(_leise_auf(band)) if band else "",
        band_dunkel=schreibe_farbe(_gemischt(band, _SCHWARZ, 30)) if band else "",
    )


def lesbar_auf(farbe: Farbe, gruende: tuple[str, ...]) -> Farbe:
    """Return the colour, made as much darker as it takes to be read on each of these light grounds."""
    stufen = (_gemischt(farbe, _SCHWARZ, prozent) for prozent in range(0, 100, 5))
    return next((f for f in stufen if schwaechster(f, gruende)[0] >= MINDESTKONTRAST), _SCHWARZ)


def _helligkeit(farbe: Farbe) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    anteile = (anteil / 255 for anteil in farbe)
    rot, gruen, blau = (a / 12.92 if a <= _KNICK else ((a + 0.055) / 1.055) ** 2.4 for a in anteile)
    return 0.2126 * rot + 0.7152 * gruen + 0.0722 * blau


def _farbe(text: str) -> Farbe:
    return lies_farbe(text) or _SCHWARZ


def _gemischt(eine: Farbe, andere: Farbe, prozent: int) -> Farbe:
    """Mix so many percent of the other into the one, rounded half up."""
    rot, gruen, blau = (
        (a * (100 - prozent) + b * prozent + 50) // 100 for a, b in zip(eine, andere, strict=True)
    )
    return rot, gruen, blau


def _aufgehellt(farbe: Farbe) -> Farbe:
    """Make a colour as much lighter as it takes to be read easily on the dark page."""
    stufen = (_gemischt(farbe, _WEISS, prozent) for prozent in range(0, 100, 5))
    return next((f for f in stufen if schwaechster(f, DUNKLE_GRUENDE)[0] >= DUNKLER_KONTRAST), _WEISS)


def _leise_auf(band: Farbe) -> Farbe:
    """Return a quieter writing for the band, as quiet as the contrast allows."""
    stufen = (_gemischt(_farbe(BAND_SCHRIFT), band, prozent) for prozent in (25, 20, 15, 10, 5))
    return next((f for f in stufen if kontrast(f, band) >= MINDESTKONTRAST), _farbe(BAND_SCHRIFT))
