"""A county's logo in the first line of a Word document, in the line of the text, so that screen readers come to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.docx_vokabular import NAMENSRAEUME, WML
from konzept.render.schriftstueck_baum import Baum

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.render.papierlogo import Papierlogo
    from konzept.render.schriftstueck_baum import Knoten

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_DML = Baum(
    {
        **NAMENSRAEUME,
        "wp": f"{_DRAWING}/wordprocessingDrawing",
        "a": f"{_DRAWING}/main",
        "pic": f"{_DRAWING}/picture",
    }
)
_EMU_PER_MM = 36_000
_NUMBER = 1
"""The id of the one drawing of a document of ours."""


def setze_logo(ort: Knoten, logo: Papierlogo, beziehung: str, namen: Mapping[str, str]) -> None:
    """Put the logo to the right of the county's name, or on a line of its own where there is none.

    ``ort`` holds the whole text, ``beziehung`` is the id by which it knows the picture, ``namen`` are the ids of our
    styles by their ``odf`` names.
    """
    line = ort[0] if len(ort) else None
    if line is None or not _is_first_line(line, namen["Herkunft"]):
        line = WML.wurzel("w:p")
        WML.kind(WML.kind(line, "w:pPr"), "w:pStyle", {"w:val": namen["Herkunft"]})
        ort.insert(0, line)
    WML.kind(WML.kind(line, "w:r"), "w:tab")
    _picture(WML.kind(line, "w:r"), logo, beziehung)


def _is_first_line(paragraph: Knoten, style: str) -> bool:
    found = paragraph.find(f"{WML.name('w:pPr')}/{WML.name('w:pStyle')}")
    return found is not None and found.get(WML.name("w:val")) == style


def _picture(run: Knoten, logo: Papierlogo, beziehung: str) -> None:
    """Write the picture with its size and its words, as ECMA-376 part 1, 20.4.2.8 and 20.2.2 ask."""
    size = {"cx": round(logo.breite * _EMU_PER_MM), "cy": round(logo.hoehe * _EMU_PER_MM)}
    inline = _element(
        WML.kind(run, "w:drawing"), "wp:inline", dict.fromkeys(("distT", "distB", "distL", "distR"), 0)
    )
    _element(inline, "wp:extent", size)
    _element(inline, "wp:docPr", {"id": _NUMBER, "name": "Logo", "descr": logo.text, "title": "Logo"})
    locks = _element(inline, "wp:cNvGraphicFramePr")
    _element(locks, "a:graphicFrameLocks", {"noChangeAspect": 1})
    data = _element(_element(inline, "a:graphic"), "a:graphicData", {"uri": _DML.namensraeume["pic"]})
    picture = _element(data, "pic:pic")
    told = _element(picture, "pic:nvPicPr")
    _element(told, "pic:cNvPr", {"id": _NUMBER, "name": "Logo", "descr": logo.text})
    _element(told, "pic:cNvPicPr")
    fill = _element(picture, "pic:blipFill")
    _DML.kind(fill, "a:blip", {"r:embed": beziehung})
    _element(_element(fill, "a:stretch"), "a:fillRect")
    shape = _element(picture, "pic:spPr")
    place = _element(shape, "a:xfrm")
    _element(place, "a:off", {"x": 0, "y": 0})
    _element(place, "a:ext", size)
    _element(_element(shape, "a:prstGeom", {"prst": "rect"}), "a:avLst")


def _element(eltern: Knoten, name: str, angaben: Mapping[str, str | int] | None = None) -> Knoten:
    """Append an element; the attributes of DrawingML have no prefix."""
    made = _DML.kind(eltern, name)
    for key, value in (angaben or {}).items():
        made.set(key, str(value))
    return made
