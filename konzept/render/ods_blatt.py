"""One sheet in OpenDocument: its columns, the row of titles that comes again on every page, its typed cells."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from konzept.render.ods_stile import KOPF, MEHRZEILIG, TEXT, ZEILE, spaltenstil, tabellenstil, zellstil
from konzept.render.ods_vokabular import ODS
from konzept.render.odt_automatik import Automatik
from konzept.render.odt_laeufe import schreibe_laeufe
from konzept.render.schriftstueck import Lauf
from konzept.render.schriftstueck_text import lesbar
from konzept.render.words import kurzes_datum

if TYPE_CHECKING:
    from konzept.render.schriftstueck import Fussnote
    from konzept.render.schriftstueck_baum import Knoten
    from konzept.render.tabellenwerk import Blatt, Wert


_UNNAMED = "__Anonymous_Sheet_DB__"
"""What LibreOffice calls the one range of a sheet that nobody has named; only such a filter does it save for Excel."""


def schreibe_blatt(eltern: Knoten, blatt: Blatt) -> None:
    """Append a sheet to the body of a spreadsheet."""
    table = ODS.kind(
        eltern, "table:table", {"table:name": blatt.name, "table:style-name": tabellenstil(blatt.seiten)}
    )
    styles = [zellstil(spalte) for spalte in blatt.spalten]
    again = blatt.fest if blatt.seiten > 1 else 0
    first = ODS.kind(table, "table:table-header-columns") if again else table
    for number, (spalte, style) in enumerate(zip(blatt.spalten, styles, strict=True)):
        column = {"table:style-name": spaltenstil(spalte.breite), "table:default-cell-style-name": style}
        ODS.kind(first if number < again else table, "table:table-column", column)
    head = ODS.kind(
        ODS.kind(table, "table:table-header-rows"), "table:table-row", {"table:style-name": ZEILE}
    )
    for spalte in blatt.spalten:
        _text(head, spalte.titel, KOPF)
    for zeile in blatt.zeilen:
        row = ODS.kind(table, "table:table-row", {"table:style-name": ZEILE})
        for spalte, wert, style in zip(blatt.spalten, zeile, styles, strict=True):
            _cell(row, wert, style, spalte.breite)


def schreibe_bereiche(eltern: Knoten, blaetter: tuple[Blatt, ...]) -> None:
    """Append the ranges that can be filtered: every sheet as a whole, its titles with buttons."""
    ranges = ODS.kind(eltern, "table:database-ranges")
    for number, blatt in enumerate(blaetter):
        name = "'" + blatt.name.replace("'", "''") + "'"
        last = f"{_column(len(blatt.spalten))}{len(blatt.zeilen) + 1}"
        attributes = {
            "table:name": f"{_UNNAMED}{number}",
            "table:target-range-address": f"{name}.A1:{name}.{last}",
            "table:display-filter-buttons": "true",
        }
        ODS.kind(ranges, "table:database-range", attributes)


def _column(number: int) -> str:
    """Return the letters of a column, counted from 1: A, Z, AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _mehrzeilig(text: str, breite: int) -> bool:
    """Tell whether a text takes several lines of so many characters, or may do so when it is printed."""
    return "\n" in text.strip() or len(text) > breite


def _cell(row: Knoten, wert: Wert, style: str, breite: int) -> None:
    if wert is None or wert == "":
        ODS.kind(row, "table:table-cell", {"table:style-name": style})
    elif isinstance(wert, str):
        _text(row, wert, MEHRZEILIG if _mehrzeilig(wert, breite) else TEXT)
    elif isinstance(wert, date):
        typed = {"office:value-type": "date", "office:date-value": wert.isoformat()}
        cell = ODS.kind(row, "table:table-cell", {"table:style-name": style, **typed})
        ODS.kind(cell, "text:p", text=kurzes_datum(wert))
    else:
        typed = {"office:value-type": "float", "office:value": str(wert)}
        cell = ODS.kind(row, "table:table-cell", {"table:style-name": style, **typed})
        ODS.kind(cell, "text:p", text=str(wert).replace(".", ","))


def _text(row: Knoten, text: str, style: str) -> None:
    cell = ODS.kind(row, "table:table-cell", {"table:style-name": style, "office:value-type": "string"})
    for line in lesbar(text).split("\n"):
        schreibe_laeufe(ODS.kind(cell, "text:p"), (Lauf(line),), {}, Automatik(), (), _no_note)


def _no_note(_: Knoten, note: Fussnote) -> None:
    """Refuse a note: the texts of cells are plain words."""
    raise TypeError(f"a note in a cell: {note!r}")
