"""The looks of a spreadsheet in OpenDocument: language and script of cells, forms of days and numbers, the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.ods_vokabular import ODS
from konzept.render.schriftstueck import Ausrichtung
from konzept.render.schriftstueck_gestalt import (
    AKZENT_STARK,
    BLAETTER,
    GERADE,
    LINIE,
    SCHRIFT,
    sprache_und_land,
)
from konzept.render.tabellenwerk import Spaltenart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.render.schriftstueck_baum import Attribute, Knoten
    from konzept.render.tabellenwerk import Spalte

ZEILE = "KzZeile"
KOPF = "KzKopf"
TEXT = "KzText"
MEHRZEILIG = "KzMehrzeilig"
DATUM = "KzDatum"
_TAG, _WORTE = "KzTag", "KzWorte"
_MM_PER_SIGN = 1.95
"""What a character of Arial with 10 points takes on average, digits a little more."""
_SPARE_LINE = "4.6mm"
"""LibreOffice makes a row as high as the screen needs; printed smaller, a text may take one line more."""
_LINE = f"0.5pt solid #{LINIE}"


def zellstil(spalte: Spalte) -> str:
    """Return the name of the style of a column's cells."""
    match spalte.art:
        case Spaltenart.TEXT:
            return TEXT
        case Spaltenart.DATUM:
            return DATUM
        case Spaltenart.ZAHL:
            return f"KzZahl{spalte.nachkomma}"


def tabellenstil(seiten: int) -> str:
    """Return the name of the style of a sheet that is so many pages wide."""
    return f"KzTabelle{seiten}"


def spaltenstil(breite: int) -> str:
    """Return the name of the style of a column of so many characters."""
    return f"KzSpalte{breite}"


def vorgabe(sprache: str) -> Knoten:
    """Return what holds for every cell: script, size, language."""
    language, country = sprache_und_land(sprache)
    style = ODS.wurzel("style:default-style", {"style:family": "table-cell"})
    properties: Attribute = {
        "fo:font-family": GERADE,
        "fo:font-size": "10pt",
        "fo:color": f"#{SCHRIFT}",
        "fo:language": language,
        "fo:country": country,
    }
    ODS.kind(style, "style:text-properties", properties)
    return style


def zellstile(stellen: frozenset[int], sprache: str, kopfgrund: str = AKZENT_STARK) -> Iterator[Knoten]:
    """Give the forms of days, numbers and words, and the cells that have them; ``stellen`` are the decimals used.

    ``kopfgrund`` is the ground of the titles, which are white.
    """
    locale = dict(zip(("number:language", "number:country"), sprache_und_land(sprache), strict=True))
    day = ODS.wurzel("number:date-style", {"style:name": _TAG, **locale})
    ODS.kind(day, "number:day", {"number:style": "long"})
    ODS.kind(day, "number:text", text=".")
    ODS.kind(day, "number:month", {"number:style": "long"})
    ODS.kind(day, "number:text", text=".")
    ODS.kind(day, "number:year", {"number:style": "long"})
    yield day
    words = ODS.wurzel("number:text-style", {"style:name": _WORTE})
    ODS.kind(words, "number:text-content")
    yield words
    yield _cell(TEXT, _WORTE)
    yield _cell(MEHRZEILIG, _WORTE, own={"fo:padding-bottom": _SPARE_LINE})
    yield _cell(DATUM, _TAG, side="start")
    for number in sorted(stellen):
        form = ODS.wurzel("number:number-style", {"style:name": f"KzZahlform{number}", **locale})
        attributes: Attribute = {
            "number:decimal-places": number,
            "number:min-integer-digits": 1,
            "number:grouping": "true",
        }
        ODS.kind(form, "number:number", attributes)
        yield form
        yield _cell(f"KzZahl{number}", f"KzZahlform{number}", side="end")
    head = _cell(KOPF, _WORTE, own={"fo:background-color": f"#{kopfgrund}", "style:vertical-align": "bottom"})
    ODS.kind(head, "style:text-properties", {"fo:font-weight": "bold", "fo:color": "#ffffff"})
    yield head


def _cell(name: str, form: str, *, side: str | None = None, own: Attribute | None = None) -> Knoten:
    """Make the style of a kind of cells; ``own`` are the properties in which it differs from all others."""
    style = ODS.wurzel(
        "style:style", {"style:name": name, "style:family": "table-cell", "style:data-style-name": form}
    )
    properties: Attribute = {
        "fo:wrap-option": "wrap",
        "style:vertical-align": "top",
        "fo:border": _LINE,
        **{f"fo:padding-{edge}": "0.8mm" for edge in ("top", "left", "right", "bottom")},
        "style:text-align-source": "fix" if side else None,
        **(own or {}),
    }
    ODS.kind(style, "style:table-cell-properties", properties)
    if side:
        ODS.kind(style, "style:paragraph-properties", {"fo:text-align": side})
    return style


def tabellenstile(breiten: frozenset[int], seiten: frozenset[int]) -> Iterator[Knoten]:
    """Give the styles of sheets, rows and columns; ``breiten`` are the widths used, in characters."""
    for number in sorted(seiten):
        names = {"style:name": tabellenstil(number), "style:master-page-name": _page(number)}
        sheet = ODS.wurzel("style:style", {**names, "style:family": "table"})
        ODS.kind(sheet, "style:table-properties", {"table:display": "true", "style:writing-mode": "lr-tb"})
        yield sheet
    row = ODS.wurzel("style:style", {"style:name": ZEILE, "style:family": "table-row"})
    ODS.kind(row, "style:table-row-properties", {"style:use-optimal-row-height": "true"})
    yield row
    for number in sorted(breiten):
        style = ODS.wurzel("style:style", {"style:name": spaltenstil(number), "style:family": "table-column"})
        width = f"{number * _MM_PER_SIGN + 3:.1f}mm"
        ODS.kind(style, "style:table-column-properties", {"style:column-width": width})
        yield style


def _page(seiten: int) -> str:
    return f"KzSeite{seiten}"


def seitenformat(seiten: int) -> Knoten:
    """Return the page: A4 lying, ``seiten`` of them as wide as the sheet, as many below each other as it takes."""
    sheet = BLAETTER[Ausrichtung.QUER]
    layout = ODS.wurzel("style:page-layout", {"style:name": _page(seiten)})
    properties: Attribute = {
        "fo:page-width": f"{sheet.breite}mm",
        "fo:page-height": f"{sheet.hoehe}mm",
        "style:print-orientation": "landscape",
        "fo:margin-top": "10mm",
        "fo:margin-bottom": "10mm",
        "fo:margin-left": "12mm",
        "fo:margin-right": "12mm",
        "style:scale-to-X": seiten,
        "style:scale-to-Y": 0,
        "style:first-page-number": "continue",
    }
    ODS.kind(layout, "style:page-layout-properties", properties)
    for name, margin in (("style:header-style", "fo:margin-bottom"), ("style:footer-style", "fo:margin-top")):
        space: Attribute = {
            "fo:min-height": "7mm",
            "fo:margin-left": "0mm",
            "fo:margin-right": "0mm",
            margin: "3mm",
        }
        ODS.kind(ODS.kind(layout, name), "style:header-footer-properties", space)
    return layout


def seitenvorlage(seiten: int, kopfzeile: str, fusszeile: str) -> Knoten:
    """Return the master page: title and name of the sheet above, the stand and the number of the page below."""
    name = _page(seiten)
    page = ODS.wurzel("style:master-page", {"style:name": name, "style:page-layout-name": name})
    for name, left in (("style:header", kopfzeile), ("style:footer", fusszeile)):
        part = ODS.kind(page, name)
        ODS.kind(ODS.kind(part, "style:region-left"), "text:p", text=left)
        right = ODS.kind(ODS.kind(part, "style:region-right"), "text:p")
        if name == "style:header":
            ODS.kind(right, "text:sheet-name", text="???")
        else:
            right.text = "Seite "
            ODS.kind(right, "text:page-number", text="1").tail = " von "
            ODS.kind(right, "text:page-count", text="1")
    return page
