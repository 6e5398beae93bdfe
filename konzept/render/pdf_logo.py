"""A logo drawn as SVG made into a PNG, by the typesetter that also makes the PDFs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from konzept.render.papierlogo import Logoart
from konzept.render.pdf import gezeichnet

if TYPE_CHECKING:
    from konzept.render.papierlogo import Papierlogo

PUNKTE_JE_ZOLL = 600


def als_png(logo: Papierlogo) -> Papierlogo:
    """Return a logo as PNG, fine enough for print; one that is a PNG stays as it is. Raises as ``gezeichnet`` does."""
    if logo.art is Logoart.PNG:
        return logo
    bild = {"breite": logo.breite, "hoehe": logo.hoehe, "daten": list(logo.daten)}
    return replace(logo, daten=gezeichnet(bild, PUNKTE_JE_ZOLL), art=Logoart.PNG)
