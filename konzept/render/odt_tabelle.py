"""A table in OpenDocument: repeated header rows, rows that stay whole, spans, grounds, widths by share."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from konzept.render.odt_vokabular import ODF
from konzept.render.schriftstueck import Absatz, absatz
from konzept.render.schriftstueck_aufbau import flach
from konzept.render.schriftstueck_gestalt import AKZENT, LINIE, TOENE
from konzept.render.schriftstueck_raster import kopfspalten, lage, raster
from konzept.render.schriftstueck_text import lesbar

if TYPE_CHECKING:
    from konzept.render.odt_inhalt import OdtInhalt
    from konzept.render.schriftstueck import Spalte, Tabelle
    from konzept.render.schriftstueck_aufbau import Lage
    from konzept.render.schriftstueck_baum import Attribute, Knoten
    from konzept.render.schriftstueck_raster import Platz

_LINE = f"0.5pt solid #{LINIE}"
_HEAD_LINE = f"1.5pt solid #{AKZENT}"


def schreibe_tabelle(inhalt: OdtInhalt, parent: Knoten, tabelle: Tabelle) -> None:
    """Write a table with its caption above; without any row there is none. Raises ValueError as ``raster`` does."""
    head, body = raster(tabelle, tabelle.kopfzeilen), raster(tabelle, tabelle.zeilen)
    if not (head or body) or not tabelle.spalten:
        return
    if tabelle.beschriftung:
        inhalt.absatz(parent, absatz(tabelle.beschriftung), "Table")
    made = ODF.kind(
        parent,
        "table:table",
        {"table:name": inhalt.tabellenname(), "table:style-name": _table_style(inhalt)},
    )
    for name, text in (("table:title", tabelle.beschriftung), ("table:desc", tabelle.beschreibung)):
        if text:
            ODF.kind(made, name, text=lesbar(text))
    _columns(inhalt, made, tabelle.spalten, kopfspalten(body))
    row_style = inhalt.automatik.name(
        "table-row", {"style:table-row-properties": {"fo:keep-together": "always"}}
    )
    if head:
        rows = ODF.kind(made, "table:table-header-rows")
        for row in head:
            line = ODF.kind(rows, "table:table-row", {"table:style-name": row_style})
            _row(inhalt, line, tabelle, row, head=True)
    for row in body:
        line = ODF.kind(made, "table:table-row", {"table:style-name": row_style})
        _row(inhalt, line, tabelle, row)


def _table_style(inhalt: OdtInhalt) -> str:
    page, master = inhalt.beginn()
    properties: Attribute = {
        "style:width": f"{inhalt.breite:g}mm",
        "table:align": "margins",
        "fo:margin-top": "1mm",
        "fo:margin-bottom": "4mm",
        "table:border-model": "collapsing",
        "style:may-break-between-rows": "true",
        "fo:break-before": page,
    }
    return inhalt.automatik.name("table", {"style:table-properties": properties}, page=master)


def _columns(inhalt: OdtInhalt, table: Knoten, spalten: tuple[Spalte, ...], heads: int) -> None:
    """Write the columns; widths are cut at whole hundredths of a millimetre, so that they add up."""
    whole = sum(spalte.breite for spalte in spalten)
    ends = [round(100 * inhalt.breite * part / whole) for part in accumulate(s.breite for s in spalten)]
    group = ODF.kind(table, "table:table-header-columns") if 0 < heads < len(spalten) else table
    for number, (begin, end) in enumerate(zip([0, *ends], ends, strict=False)):
        properties = {"style:column-width": f"{(end - begin) / 100:g}mm"}
        name = inhalt.automatik.name("table-column", {"style:table-column-properties": properties})
        ODF.kind(group if number < heads else table, "table:table-column", {"table:style-name": name})


def _row(
    inhalt: OdtInhalt, line: Knoten, tabelle: Tabelle, row: tuple[Platz, ...], *, head: bool = False
) -> None:
    for place in row:
        covered = place.spanne
        if not place.fortsetzung:
            covered -= 1
            _cell(inhalt, line, place, lage(tabelle, row, place, kopfzeile=head), head=head)
        for _ in range(covered):
            ODF.kind(line, "table:covered-table-cell")


def _cell(inhalt: OdtInhalt, row: Knoten, place: Platz, where: Lage, *, head: bool) -> None:
    ground = TOENE.get(place.zelle.ton)
    properties: Attribute = {
        "fo:padding": "1.5mm",
        "fo:border": _LINE,
        "fo:border-bottom": _HEAD_LINE if head and place.letzte else None,
        "fo:background-color": f"#{ground}" if ground else None,
        "style:vertical-align": "bottom" if head else "top",
    }
    cell = ODF.kind(
        row,
        "table:table-cell",
        {
            "table:style-name": inhalt.automatik.name(
                "table-cell", {"style:table-cell-properties": properties}
            ),
            "office:value-type": "string",
            "table:number-columns-spanned": place.spanne if place.spanne > 1 else None,
            "table:number-rows-spanned": place.hoehe if place.hoehe > 1 else None,
        },
    )
    form = "Table Heading" if place.zelle.kopf else "Table Contents"
    blocks = list(flach(place.zelle.bloecke)) or [Absatz(())]
    inhalt.textbloecke(cell, blocks, form, where)
