"""The page of a text document in OpenDocument: its size and margins, the running head, the number at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.odt_vokabular import ODF

if TYPE_CHECKING:
    from konzept.render.schriftstueck_baum import Knoten
    from konzept.render.schriftstueck_gestalt import Blatt

SEITENVORLAGE = "Standard"
"""The master page that every text document begins with."""

_SEITENFORMAT = "KzSeite"


def seitenformat(blatt: Blatt, *, kopfzeile: bool) -> Knoten:
    """Return the layout of the page; its margins end where the running head and foot begin."""
    top = blatt.oben - 8 if kopfzeile else blatt.oben
    layout = ODF.wurzel("style:page-layout", {"style:name": _SEITENFORMAT})
    ODF.kind(
        layout,
        "style:page-layout-properties",
        {
            "fo:page-width": f"{blatt.breite}mm",
            "fo:page-height": f"{blatt.hoehe}mm",
            "style:print-orientation": "portrait" if blatt.hoehe > blatt.breite else "landscape",
            "fo:margin-top": f"{top}mm",
            "fo:margin-bottom": f"{blatt.unten - 8}mm",
            "fo:margin-left": f"{blatt.links}mm",
            "fo:margin-right": f"{blatt.rechts}mm",
            "style:writing-mode": "lr-tb",
        },
    )
    head = ODF.kind(layout, "style:header-style")
    if kopfzeile:
        ODF.kind(
            head,
            "style:header-footer-properties",
            {"fo:min-height": "8mm", "fo:margin-bottom": "4mm", "style:dynamic-spacing": "false"},
        )
    foot = ODF.kind(layout, "style:footer-style")
    ODF.kind(
        foot,
        "style:header-footer-properties",
        {"fo:min-height": "9mm", "fo:margin-top": "4mm", "style:dynamic-spacing": "false"},
    )
    return layout


def seitenvorlage(kopfzeile: str, fusszeile: str) -> Knoten:
    """Return the master page: the running head from the second page on, the page number at the foot of each."""
    page = ODF.wurzel(
        "style:master-page", {"style:name": SEITENVORLAGE, "style:page-layout-name": _SEITENFORMAT}
    )
    if kopfzeile:
        ODF.kind(ODF.kind(page, "style:header"), "text:p", {"text:style-name": "Header"}, kopfzeile)
        ODF.kind(ODF.kind(page, "style:header-first"), "text:p", {"text:style-name": "Standard"})
    for name in ("style:footer", "style:footer-first") if kopfzeile else ("style:footer",):
        foot = ODF.kind(ODF.kind(page, name), "text:p", {"text:style-name": "Footer"}, fusszeile)
        ODF.kind(foot, "text:tab").tail = "Seite "
        number = ODF.kind(foot, "text:page-number", {"text:select-page": "current"}, "1")
        number.tail = " von "
        ODF.kind(foot, "text:page-count", text="1")
    return page
