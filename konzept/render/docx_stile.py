"""The named styles of a Word document, each with its properties in the order that Word asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.docx_vokabular import WML, kennung, sprachkennung, twips
from konzept.render.schriftstueck_formate import STANDARD
from konzept.render.schriftstueck_gestalt import GERADE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.render.schriftstueck_baum import Knoten
    from konzept.render.schriftstueck_formate import Format
    from konzept.render.schriftstueck_gestalt import Zeichenformat

_OWN = frozenset(
    {
        *("Entfallen", "Gestrichen", "Herkunft", "Kennzahl", "Klein", "Leise", "Neu"),
        *("Tabelleninhalt", "Tabellenkopf", "Trennlinie", "Vermerk"),
    }
)
"""The styles that Word does not know by itself."""

_WHOLE_LINE = 240
"""What Word calls a line of 100 percent."""


def vorgaben(sprache: str) -> Knoten:
    """Return what holds unless a style says otherwise: font, size and language."""
    defaults = WML.wurzel("w:docDefaults")
    properties = WML.kind(WML.kind(defaults, "w:rPrDefault"), "w:rPr")
    _font(properties, GERADE)
    _size(properties, STANDARD.groesse)
    WML.kind(properties, "w:lang", {"w:val": sprachkennung(sprache)})
    WML.kind(defaults, "w:pPrDefault")
    return defaults


def absatzstil(form: Format, namen: Mapping[str, str], breite: float, *, schlicht: bool = False) -> Knoten:
    """Return a paragraph style; ``namen`` are the ids of our styles by ``Format.odf``, ``breite`` as of the text.

    ``schlicht`` leaves fonts and colours to the county's template that the style joins.
    """
    style = _style(form.docx, "paragraph", default=form.basis is None)
    if form.basis:
        WML.kind(style, "w:basedOn", {"w:val": namen[form.basis]})
    if form.danach:
        WML.kind(style, "w:next", {"w:val": namen[form.danach]})
    WML.kind(style, "w:qFormat")
    _paragraph(WML.kind(style, "w:pPr"), form, breite)
    _text(WML.kind(style, "w:rPr"), form, schlicht=schlicht)
    return style


def zeichenstil(form: Zeichenformat) -> Knoten:
    """Return a character style."""
    style = _style(form.docx, "character")
    WML.kind(style, "w:qFormat")
    properties = WML.kind(style, "w:rPr")
    _font(properties, form.schrift)
    for name, there in (("b", form.fett), ("bCs", form.fett), ("i", form.kursiv), ("iCs", form.kursiv)):
        if there:
            WML.kind(properties, f"w:{name}")
    if form.durchgestrichen:
        WML.kind(properties, "w:strike")
    if form.farbe:
        WML.kind(properties, "w:color", {"w:val": form.farbe})
    if form.unterstrichen:
        WML.kind(properties, "w:u", {"w:val": "single"})
    if form.hoch:
        WML.kind(properties, "w:vertAlign", {"w:val": "superscript"})
    return style


def _style(name: str, kind: str, *, default: bool = False) -> Knoten:
    attributes = {
        "w:type": kind,
        "w:default": 1 if default else None,
        "w:customStyle": 1 if name in _OWN else None,
        "w:styleId": kennung(name),
    }
    style = WML.wurzel("w:style", attributes)
    WML.kind(style, "w:name", {"w:val": name})
    return style


def _paragraph(properties: Knoten, form: Format, breite: float) -> None:
    if form.beisammen:
        WML.kind(properties, "w:keepNext")
    if form.gliederung:
        WML.kind(properties, "w:keepLines")
    if form.linie:
        line = {"w:val": "single", "w:sz": 16 if form.linie == "left" else 4, "w:space": 4}
        edges = WML.kind(properties, "w:pBdr")
        WML.kind(edges, f"w:{form.linie}", {**line, "w:color": form.linienfarbe})
    if form.grund:
        WML.kind(properties, "w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": form.grund})
    if form.rand:
        stop = {"w:val": "right", "w:leader": "dot" if form.rand == "." else "none", "w:pos": twips(breite)}
        WML.kind(WML.kind(properties, "w:tabs"), "w:tab", stop)
    if form.ungetrennt:
        WML.kind(properties, "w:suppressAutoHyphens")
    spacing = {
        "w:before": _twentieths(form.vor),
        "w:after": _twentieths(form.nach),
        "w:line": form.zeile * _WHOLE_LINE // 100 if form.zeile else None,
        "w:lineRule": "auto" if form.zeile else None,
    }
    if any(value is not None for value in spacing.values()):
        WML.kind(properties, "w:spacing", spacing)
    if form.einzug is not None:
        WML.kind(properties, "w:ind", {"w:left": _twentieths(form.einzug)})
    if form.gliederung:
        WML.kind(properties, "w:outlineLvl", {"w:val": form.gliederung - 1})


def _text(properties: Knoten, form: Format, *, schlicht: bool) -> None:
    if not schlicht:
        _font(properties, form.schrift)
    for name, there in (("b", form.fett), ("bCs", form.fett), ("i", form.kursiv), ("iCs", form.kursiv)):
        if there is not None:
            WML.kind(properties, f"w:{name}", None if there else {"w:val": "0"})
    if form.farbe and not schlicht:
        WML.kind(properties, "w:color", {"w:val": form.farbe})
    _size(properties, form.groesse)


def _font(properties: Knoten, schrift: str | None) -> None:
    if schrift:
        WML.kind(properties, "w:rFonts", {"w:ascii": schrift, "w:hAnsi": schrift, "w:cs": schrift})


def _size(properties: Knoten, points: float | None) -> None:
    if points:
        for name in ("w:sz", "w:szCs"):
            WML.kind(properties, name, {"w:val": round(2 * points)})


def _twentieths(points: float | None) -> int | None:
    return None if points is None else round(20 * points)


def sprache_gesetzt(stile: Knoten, sprache: str) -> None:
    """Make the language of the document the one that the styles of a template assume."""
    place = stile
    for name in ("w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang"):
        found = place.find(WML.name(name))
        if found is None:
            found = WML.wurzel(name)
            place.insert(0 if name in {"w:docDefaults", "w:rPrDefault"} else len(place), found)
        place = found
    place.set(WML.name("w:val"), sprachkennung(sprache))
