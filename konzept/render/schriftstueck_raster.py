"""The grid of a table: which cell covers which places, so that spans are written the same in every format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from konzept.render.schriftstueck import Seite, Zelle
from konzept.render.schriftstueck_aufbau import Lage

if TYPE_CHECKING:
    from konzept.render.schriftstueck import Tabelle, Zeile


@dataclass(frozen=True, slots=True)
class Platz:
    """Where a cell stands in one row: from ``spalte`` on, ``spanne`` columns and from here ``hoehe`` rows.

    ``fortsetzung``: the cell began in a row above, and only keeps its place here. ``letzte``: it reaches down to
    the last of the rows.
    """

    zelle: Zelle
    spalte: int
    spanne: int
    hoehe: int
    letzte: bool
    fortsetzung: bool = False


def raster(tabelle: Tabelle, zeilen: tuple[Zeile, ...]) -> tuple[tuple[Platz, ...], ...]:
    """Return the places of some rows of a table, its head or its body; every row covers all columns.

    What a row leaves open is filled with empty cells, heights end with the last row. Raises ValueError for a row
    with more cells than columns or with a cell across the end of one from above.
    """
    width = len(tabelle.spalten)
    rows: list[tuple[Platz, ...]] = []
    hanging: dict[int, Platz] = {}
    for number, row in enumerate(zeilen):
        places: list[Platz] = []
        waiting = list(row)
        column = 0
        while column < width:
            above = hanging.pop(column, None)
            if above:
                place = replace(above, hoehe=above.hoehe - 1, fortsetzung=True)
            else:
                cell = waiting.pop(0) if waiting else Zelle()
                left = len(zeilen) - number
                place = Platz(cell, column, cell.spanne, min(cell.hoehe, left), cell.hoehe >= left)
            end = column + place.spanne
            if end > width or any(column < other < end for other in hanging):
                raise ValueError(f"row {number + 1} of the table does not fit its columns")
            places.append(place)
            column = end
        if waiting:
            raise ValueError(f"row {number + 1} of the table has {len(waiting)} cells too many")
        hanging = {place.spalte: place for place in places if place.hoehe > 1}
        rows.append(tuple(places))
    return tuple(rows)


def lage(tabelle: Tabelle, zeile: tuple[Platz, ...], platz: Platz, *, kopfzeile: bool = False) -> Lage:
    """Return where the paragraphs of a place stand: on the side of their column.

    A row of the head stays with the next one, and so does a row that heads what follows: one cell across all
    columns, or one that says so.
    """
    seite = tabelle.spalten[platz.spalte].seite if platz.spanne == 1 else Seite.LINKS
    ueber = len(zeile) == 1 < len(tabelle.spalten) or any(one.zelle.beisammen for one in zeile)
    return Lage(seite, beisammen=kopfzeile or ueber)


def kopfspalten(zeilen: tuple[tuple[Platz, ...], ...]) -> int:
    """Count the columns at the left that hold nothing but header cells."""
    heads: list[int] = []
    for row in zeilen:
        head = 0
        for place in row:
            if not place.zelle.kopf:
                break
            head = place.spalte + place.spanne
        heads.append(head)
    return min(heads, default=0)
