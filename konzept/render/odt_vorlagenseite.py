"""The pages of a county's OpenDocument template: laid as the document needs them, measured for its tables."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from konzept.render.schriftstueck import Ausrichtung

if TYPE_CHECKING:
    from odfdo import Element

_UNITS = MappingProxyType({"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6})
_LENGTH = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,9})?)(mm|cm|in|pt|pc)")
_NARROWEST = 20
"""Millimetres; a text narrower than this is none."""


def umgelegt(seiten: list[Element], ausrichtung: Ausrichtung) -> None:
    """Lay the pages of a template as the document needs them: width and height change places."""
    for page in seiten:
        width, height = _mm(page, "fo:page-width"), _mm(page, "fo:page-height")
        lies = width > height
        if width and height and lies != (ausrichtung is Ausrichtung.QUER):
            broad, high = (
                page.get_attribute_string("fo:page-width"),
                page.get_attribute_string("fo:page-height"),
            )
            page.set_attribute("fo:page-width", high)
            page.set_attribute("fo:page-height", broad)
            page.set_attribute("style:print-orientation", "portrait" if lies else "landscape")


def textbreite(seiten: list[Element], sonst: float) -> float:
    """Return the width between the margins of the first page in millimetres, or ``sonst`` if it does not say."""
    for page in seiten[:1]:
        around = _mm(page, "fo:margin")
        sides = [_mm(page, f"fo:margin-{side}") or around for side in ("left", "right")]
        width = _mm(page, "fo:page-width") - sum(sides)
        if width >= _NARROWEST:
            return width
    return sonst


def _mm(element: Element, name: str) -> float:
    found = _LENGTH.fullmatch(element.get_attribute_string(name) or "")
    return float(found[1]) * _UNITS[found[2]] if found else 0.0
