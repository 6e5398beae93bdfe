"""The named styles of a text document in OpenDocument: paragraphs, characters, lists, and what holds for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.odt_vokabular import ODF, kodiert
from konzept.render.schriftstueck_gestalt import (
    FUSSNOTENZEICHEN,
    GERADE,
    SERIFE,
    Zeichenformat,
    sprache_und_land,
    tag_und_land,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.render.schriftstueck_baum import Attribute, Knoten
    from konzept.render.schriftstueck_formate import Format

PUNKTLISTE = "List 1"
ZAHLENLISTE = "Numbering 123"
LISTENEBENEN = 10
VERZEICHNISSPRUNG = Zeichenformat("Index Link", "Index Link")
"""The script of a line in the table of contents, which is a link but does not look like one."""

_MM_PER_PT = 25.4 / 72
_EINZUG = 5.0
"""Millimetres by which a list lies deeper than the one around it."""


def absatzstil(form: Format, namen: Mapping[str, str], breite: float, *, schlicht: bool = False) -> Knoten:
    """Return a paragraph style; ``namen`` says what the document calls our styles, ``breite`` how wide its text is.

    ``schlicht`` leaves fonts and colours to the county's template that the style joins.
    """
    style = _style(
        form.odf,
        "paragraph",
        {
            "style:parent-style-name": namen[form.basis] if form.basis else None,
            "style:next-style-name": namen[form.danach] if form.danach else None,
            "style:default-outline-level": form.gliederung,
        },
    )
    properties = ODF.kind(style, "style:paragraph-properties", _paragraph(form))
    if form.rand:
        position = breite - (form.einzug or 0) * _MM_PER_PT
        stop = {"style:position": f"{position:.2f}mm", "style:type": "right"}
        dots = {"style:leader-style": "dotted", "style:leader-text": "."} if form.rand == "." else {}
        ODF.kind(ODF.kind(properties, "style:tab-stops"), "style:tab-stop", {**stop, **dots})
    ODF.kind(style, "style:text-properties", _text(form, schlicht=schlicht))
    return style


def _style(name: str, family: str, more: Attribute) -> Knoten:
    encoded = kodiert(name)
    shown = name if name != encoded else None
    names: Attribute = {"style:name": encoded, "style:display-name": shown, "style:family": family}
    return ODF.wurzel("style:style", {**names, **more})


def _paragraph(form: Format) -> Attribute:
    line = f"{'2pt' if form.linie == 'left' else '0.5pt'} solid #{form.linienfarbe}"
    return {
        "fo:margin-left": _pt(form.einzug),
        "fo:margin-top": _pt(form.vor),
        "fo:margin-bottom": _pt(form.nach),
        "fo:line-height": f"{form.zeile}%" if form.zeile else None,
        "fo:keep-with-next": "always" if form.beisammen else None,
        "fo:orphans": 2 if form.basis is None else None,
        "fo:widows": 2 if form.basis is None else None,
        "fo:background-color": f"#{form.grund}" if form.grund else None,
        **({f"fo:border-{form.linie}": line, f"fo:padding-{form.linie}": "4pt"} if form.linie else {}),
        **({"fo:padding": "4pt"} if form.grund else {}),
    }


def _text(form: Format, *, schlicht: bool) -> Attribute:
    weight = None if form.fett is None else "bold" if form.fett else "normal"
    slope = None if form.kursiv is None else "italic" if form.kursiv else "normal"
    size = _pt(form.groesse)
    return {
        **({} if schlicht else _font(form.schrift)),
        "fo:color": f"#{form.farbe}" if form.farbe and not schlicht else None,
        "fo:font-size": size,
        "style:font-size-asian": size,
        "style:font-size-complex": size,
        "fo:font-weight": weight,
        "style:font-weight-complex": weight,
        "fo:font-style": slope,
        "fo:hyphenate": "false" if form.ungetrennt else "true" if form.basis is None else None,
    }


def _font(schrift: str | None) -> Attribute:
    if schrift is None:
        return {}
    generic = {SERIFE: "roman", "Courier New": "modern"}.get(schrift, "swiss")
    return {
        "fo:font-family": f"'{schrift}'" if " " in schrift else schrift,
        "style:font-family-generic": generic,
    }


def _pt(points: float | None) -> str | None:
    return None if points is None else f"{points:g}pt"


def zeichenstil(form: Zeichenformat) -> Knoten:
    """Return a character style."""
    style = _style(form.odf, "text", {})
    ODF.kind(style, "style:text-properties", schrifteigenschaften(form))
    return style


def schrifteigenschaften(form: Zeichenformat) -> Attribute:
    """Return what a character style says of the words."""
    underline: Attribute = {
        "style:text-underline-style": "solid",
        "style:text-underline-width": "auto",
        "style:text-underline-color": "font-color",
    }
    return {
        **_font(form.schrift),
        "fo:color": f"#{form.farbe}" if form.farbe else None,
        "fo:font-weight": "bold" if form.fett else None,
        "style:font-weight-complex": "bold" if form.fett else None,
        "fo:font-style": "italic" if form.kursiv else None,
        **(underline if form.unterstrichen else {}),
        "style:text-line-through-style": "solid" if form.durchgestrichen else None,
        "style:text-line-through-type": "single" if form.durchgestrichen else None,
        "style:text-position": "super 60%" if form.hoch else None,
    }


def spracheigenschaften(tag: str) -> Attribute:
    """Return the language of words for all scripts: letters that join or run from the right are »complex« in ODF."""
    language, country = tag_und_land(tag)
    return {
        "fo:language": language,
        "fo:country": country,
        "style:font-family-complex": GERADE,
        "style:language-complex": language,
        "style:country-complex": country,
        "style:language-asian": language,
        "style:country-asian": country,
    }


def notenordnung(namen: Mapping[str, str]) -> Knoten:
    """Return how notes are counted and set: 1, 2, 3 through the document, at the foot of the page."""
    zeichen = namen[FUSSNOTENZEICHEN.odf]
    return ODF.wurzel(
        "text:notes-configuration",
        {
            "text:note-class": "footnote",
            "text:citation-style-name": zeichen,
            "text:citation-body-style-name": zeichen,
            "text:default-style-name": namen["Footnote"],
            "style:num-format": "1",
            "style:num-suffix": " ",
            "text:start-value": 0,
            "text:footnotes-position": "page",
            "text:start-numbering-at": "document",
        },
    )


def listenstil(name: str) -> Knoten:
    """Return the list style for bullets or for numbers, each level deeper than the one above."""
    encoded = kodiert(name)
    style = ODF.wurzel("text:list-style", {"style:name": encoded, "style:display-name": name})
    for level in range(1, LISTENEBENEN + 1):
        if name == PUNKTLISTE:
            sign = "•" if level % 2 else "–"
            attributes: Attribute = {"text:level": level, "text:bullet-char": sign}
            made = ODF.kind(style, "text:list-level-style-bullet", attributes)
        else:
            attributes = {"text:level": level, "style:num-format": "1", "style:num-suffix": "."}
            made = ODF.kind(style, "text:list-level-style-number", attributes)
        properties = ODF.kind(
            made,
            "style:list-level-properties",
            {"text:list-level-position-and-space-mode": "label-alignment"},
        )
        ODF.kind(
            properties,
            "style:list-level-label-alignment",
            {
                "text:label-followed-by": "listtab",
                "text:list-tab-stop-position": f"{level * _EINZUG:g}mm",
                "fo:text-indent": f"-{_EINZUG:g}mm",
                "fo:margin-left": f"{level * _EINZUG:g}mm",
            },
        )
    return style


def vorgaben(sprache: str) -> tuple[Knoten, ...]:
    """Return the defaults: the language with hyphenation, tables whose lines are drawn once."""
    language, country = sprache_und_land(sprache)
    paragraph = ODF.wurzel("style:default-style", {"style:family": "paragraph"})
    ODF.kind(
        paragraph,
        "style:paragraph-properties",
        {
            "fo:hyphenation-ladder-count": 3,
            "style:tab-stop-distance": "12.5mm",
            "style:writing-mode": "page",
        },
    )
    ODF.kind(
        paragraph,
        "style:text-properties",
        {
            "fo:language": language,
            "fo:country": country,
            "fo:hyphenate": "true",
            "fo:hyphenation-remain-char-count": 3,
            "fo:hyphenation-push-char-count": 3,
        },
    )
    table = ODF.wurzel("style:default-style", {"style:family": "table"})
    ODF.kind(table, "style:table-properties", {"table:border-model": "collapsing"})
    return paragraph, table
