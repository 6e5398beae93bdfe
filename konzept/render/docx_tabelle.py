"""A table in WordprocessingML: repeated header rows, rows that stay whole, spans, grounds, widths by share."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from konzept.render.docx_vokabular import WML, twips
from konzept.render.schriftstueck import Absatz, Ton, absatz
from konzept.render.schriftstueck_aufbau import OHNE_LAGE, flach
from konzept.render.schriftstueck_gestalt import LINIE, TOENE
from konzept.render.schriftstueck_raster import kopfspalten, lage, raster
from konzept.render.schriftstueck_text import lesbar
from konzept.render.schriftstueck_zusammenhalt import (
    anteil,
    hat_zu_breites_wort,
    tabellenumbruch,
)

if TYPE_CHECKING:
    from konzept.render.docx_inhalt import DocxInhalt
    from konzept.render.schriftstueck import Tabelle
    from konzept.render.schriftstueck_baum import Attribute, Knoten
    from konzept.render.schriftstueck_raster import Platz

_SIDES = ("top", "left", "bottom", "right")
_PADDING = 1.2
"""Millimetres between the words of a cell and its edge."""


def schreibe_tabelle(inhalt: DocxInhalt, parent: Knoten, tabelle: Tabelle) -> None:
    """Write a table with its caption above; without any row there is none. Raises ValueError as ``raster`` does."""
    head, body = raster(tabelle, tabelle.kopfzeilen), raster(tabelle, tabelle.zeilen)
    if not (head or body) or not tabelle.spalten:
        return
    if tabelle.beschriftung:
        inhalt.absatz(parent, absatz(tabelle.beschriftung), "Table")
    made = WML.kind(parent, "w:tbl")
    whole = sum(spalte.breite for spalte in tabelle.spalten)
    shares = accumulate((spalte.breite for spalte in tabelle.spalten), initial=0)
    edges = [twips(inhalt.breite) * share // whole for share in shares]
    _properties(made, tabelle, edges[-1], has_head=bool(head), has_first=kopfspalten(body) > 0)
    if inhalt.von_rechts:
        made[0].insert(0, WML.wurzel("w:bidiVisual"))
    grid = WML.kind(made, "w:tblGrid")
    for begin, end in pairwise(edges):
        WML.kind(grid, "w:gridCol", {"w:w": end - begin})
    umbruch = tabellenumbruch(tabelle, head, body, inhalt.breite)
    for rows, in_head, divided in (
        (head, True, (not umbruch.kopf_wieder,) * len(head)),
        (body, False, umbruch.teilbar),
    ):
        for number, row in enumerate(rows):
            line = WML.kind(made, "w:tr")
            properties = WML.kind(line, "w:trPr")
            if not divided[number]:
                WML.kind(properties, "w:cantSplit")
            if in_head and umbruch.kopf_wieder:
                WML.kind(properties, "w:tblHeader")
            # Word keeps a table on one page by the paragraphs of its rows, those of the last one excepted
            holds = umbruch.ganz and not (rows is body and number == len(body) - 1)
            for place in row:
                cell = _cell(line, place, edges, inhalt.akzent, head=in_head)
                blocks = () if place.fortsetzung else tuple(flach(place.zelle.bloecke))
                where = lage(tabelle, row, place, kopfzeile=in_head)
                room = anteil(tabelle, place.spalte, place.spanne) * inhalt.breite
                divided_words = hat_zu_breites_wort(blocks, room)
                where = replace(where, beisammen=where.beisammen or holds, trennbar=divided_words)
                form = "Table Heading" if place.zelle.kopf else "Table Contents"
                inhalt.textbloecke(cell, blocks or (Absatz(()),), form, where)
    # two tables in a row would become one, and a document must not end with a table
    gap = inhalt.absatz(parent, Absatz(()), "Table Contents", OHNE_LAGE)
    WML.kind(gap[0], "w:spacing", {"w:before": 0, "w:after": 0, "w:line": 160, "w:lineRule": "exact"})


def _properties(table: Knoten, tabelle: Tabelle, width: int, *, has_head: bool, has_first: bool) -> None:
    properties = WML.kind(table, "w:tblPr")
    WML.kind(properties, "w:tblW", {"w:w": width, "w:type": "dxa"})
    edges = WML.kind(properties, "w:tblBorders")
    for side in (*_SIDES, "insideH", "insideV"):
        WML.kind(edges, f"w:{side}", {"w:val": "single", "w:sz": 4, "w:space": 0, "w:color": LINIE})
    WML.kind(properties, "w:tblLayout", {"w:type": "fixed"})
    margins = WML.kind(properties, "w:tblCellMar")
    for side in _SIDES:
        WML.kind(margins, f"w:{side}", {"w:w": twips(_PADDING), "w:type": "dxa"})
    look = {"w:firstRow": int(has_head), "w:lastRow": 0, "w:firstColumn": int(has_first), "w:lastColumn": 0}
    WML.kind(properties, "w:tblLook", {**look, "w:noHBand": 1, "w:noVBand": 1})
    for name, text in (("w:tblCaption", tabelle.beschriftung), ("w:tblDescription", tabelle.beschreibung)):
        if text:
            WML.kind(properties, name, {"w:val": " ".join(lesbar(text).split())})


def _cell(line: Knoten, place: Platz, edges: list[int], akzent: str, *, head: bool) -> Knoten:
    cell = WML.kind(line, "w:tc")
    properties = WML.kind(cell, "w:tcPr")
    width = edges[place.spalte + place.spanne] - edges[place.spalte]
    WML.kind(properties, "w:tcW", {"w:w": width, "w:type": "dxa"})
    if place.spanne > 1:
        WML.kind(properties, "w:gridSpan", {"w:val": place.spanne})
    if place.fortsetzung:
        WML.kind(properties, "w:vMerge")
    elif place.hoehe > 1:
        WML.kind(properties, "w:vMerge", {"w:val": "restart"})
    if head and place.letzte:
        accent: Attribute = {"w:val": "single", "w:sz": 12, "w:space": 0, "w:color": akzent}
        WML.kind(WML.kind(properties, "w:tcBorders"), "w:bottom", accent)
    ground = TOENE.get(place.zelle.ton) or (TOENE[Ton.FLAECHE] if head else None)
    if ground:
        WML.kind(properties, "w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": ground})
    if head:
        WML.kind(properties, "w:vAlign", {"w:val": "bottom"})
    return cell
