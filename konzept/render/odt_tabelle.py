"""A table in OpenDocument: repeated header rows, rows that stay whole, spans, grounds, widths by share."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from konzept.render.odt_vokabular import ODF
from konzept.render.schriftstueck import Absatz, Ton, absatz
from konzept.render.schriftstueck_aufbau import flach
from konzept.render.schriftstueck_gestalt import LINIE, TOENE
from konzept.render.schriftstueck_raster import kopfspalten, lage, raster
from konzept.render.schriftstueck_text import lesbar
from konzept.render.schriftstueck_zusammenhalt import (
    anteil,
    hat_zu_breites_wort,
    tabellenumbruch,
)

if TYPE_CHECKING:
    from konzept.render.odt_inhalt import OdtInhalt
    from konzept.render.schriftstueck import Spalte, Tabelle
    from konzept.render.schriftstueck_aufbau import Lage
    from konzept.render.schriftstueck_baum import Attribute, Knoten
    from konzept.render.schriftstueck_raster import Platz

_LINE = f"0.5pt solid #{LINIE}"


def schreibe_tabelle(inhalt: OdtInhalt, parent: Knoten, tabelle: Tabelle) -> None:
    """Write a table with its caption above; without any row there is none. Raises ValueError as ``raster`` does."""
    head, body = raster(tabelle, tabelle.kopfzeilen), raster(tabelle, tabelle.zeilen)
    if not (head or body) or not tabelle.spalten:
        return
    if tabelle.beschriftung:
        inhalt.absatz(parent, absatz(tabelle.beschriftung), "Table")
    umbruch = tabellenumbruch(tabelle, head, body, inhalt.breite)
    made = ODF.kind(
        parent,
        "table:table",
        {"table:name": inhalt.tabellenname(), "table:style-name": _table_style(inhalt, ganz=umbruch.ganz)},
    )
    for name, text in (("table:title", tabelle.beschriftung), ("table:desc", tabelle.beschreibung)):
        if text:
            ODF.kind(made, name, text=lesbar(text))
    _columns(inhalt, made, tabelle.spalten, kopfspalten(body))
    if head:
        rows = ODF.kind(made, "table:table-header-rows") if umbruch.kopf_wieder else made
        for row in head:
            _row(inhalt, _line(inhalt, rows, divided=not umbruch.kopf_wieder), tabelle, row, head=True)
    for row, divided in zip(body, umbruch.teilbar, strict=True):
        _row(inhalt, _line(inhalt, made, divided=divided), tabelle, row)


def _line(inhalt: OdtInhalt, rows: Knoten, *, divided: bool) -> Knoten:
    """Begin a row; one that is too high for it may go over to the next page."""
    together = {"fo:keep-together": "auto" if divided else "always"}
    style = inhalt.automatik.name("table-row", {"style:table-row-properties": together})
    return ODF.kind(rows, "table:table-row", {"table:style-name": style})


def _table_style(inhalt: OdtInhalt, *, ganz: bool) -> str:
    page, master = inhalt.beginn()
    properties: Attribute = {
        "style:width": f"{inhalt.breite:g}mm",
        "table:align": "margins",
        "fo:margin-top": "1mm",
        "fo:margin-bottom": "3mm",
        "table:border-model": "collapsing",
        "style:may-break-between-rows": "false" if ganz else "true",
        "fo:break-before": page,
        "style:writing-mode": inhalt.richtung,
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
            width = anteil(tabelle, place.spalte, place.spanne) * inhalt.breite
            where = lage(tabelle, row, place, kopfzeile=head)
            divided = hat_zu_breites_wort(place.zelle.bloecke, width)
            _cell(inhalt, line, place, replace(where, trennbar=divided), head=head)
        for _ in range(covered):
            ODF.kind(line, "table:covered-table-cell")


def _cell(inhalt: OdtInhalt, row: Knoten, place: Platz, where: Lage, *, head: bool) -> None:
    ground = TOENE.get(place.zelle.ton) or (TOENE[Ton.FLAECHE] if head else None)
    properties: Attribute = {
        "fo:padding": "1.2mm",
        "fo:border": _LINE,
        "fo:border-bottom": f"1.5pt solid #{inhalt.akzent}" if head and place.letzte else None,
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
