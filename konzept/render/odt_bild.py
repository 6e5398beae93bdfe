"""A county's logo in the first line of an OpenDocument text: a sign among the words, so that it is read with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.odt_vokabular import ODF, ODF_NAMENSRAEUME_DER_BILDER
from konzept.render.schriftstueck_baum import Baum
from konzept.render.schriftstueck_text import lesbar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.render.odt_automatik import Automatik
    from konzept.render.papierlogo import Papierlogo
    from konzept.render.schriftstueck_baum import Knoten

_DRAW = Baum(ODF_NAMENSRAEUME_DER_BILDER)


def setze_logo(
    ort: Knoten, logo: Papierlogo, teil: str, namen: Mapping[str, str], automatik: Automatik
) -> None:
    """Put the logo to the right of the county's name, or on a line of its own where there is none.

    ``ort`` holds the whole text, ``teil`` is the picture's name in the package, ``namen`` says what the document calls
    our styles.
    """
    line = ort[0] if len(ort) else None
    if line is None or line.get(ODF.name("text:style-name")) != namen["Herkunft"]:
        line = ODF.wurzel("text:p", {"text:style-name": namen["Herkunft"]})
        ort.insert(0, line)
    ODF.kind(line, "text:tab")
    properties = {"style:vertical-pos": "top", "style:vertical-rel": "baseline", "fo:padding": "0mm"}
    frame = _DRAW.kind(
        line,
        "draw:frame",
        {
            "draw:name": "Logo",
            "draw:style-name": automatik.name("graphic", {"style:graphic-properties": properties}),
            "text:anchor-type": "as-char",
            "svg:width": f"{logo.breite:g}mm",
            "svg:height": f"{logo.hoehe:g}mm",
        },
    )
    picture = {"xlink:href": teil, "xlink:type": "simple", "xlink:show": "embed", "xlink:actuate": "onLoad"}
    _DRAW.kind(frame, "draw:image", {**picture, "draw:mime-type": logo.medientyp})
    _DRAW.kind(frame, "svg:title", text="Logo")
    _DRAW.kind(frame, "svg:desc", text=lesbar(logo.text))
