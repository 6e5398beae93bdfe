"""The grid of a table: every row covers every column, spans keep their places, nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.render.schriftstueck import Seite, Spalte, Tabelle, Zelle, absatz
from konzept.render.schriftstueck_aufbau import Lage
from konzept.render.schriftstueck_raster import kopfspalten, lage, raster


def cell(name: str, spanne: int = 1, hoehe: int = 1, *, kopf: bool = False) -> Zelle:
    return Zelle((absatz(name),), kopf, spanne, hoehe)


def shown(columns: int, *rows: tuple[Zelle, ...]) -> list[str]:
    """Draw the grid: a letter where a cell begins, ``<`` where it goes on to the right, ``^`` where from above."""
    lines: list[str] = []
    for row in raster(Tabelle((Spalte(),) * columns, rows), rows):
        line = ""
        for place in row:
            block = place.zelle.bloecke[0] if place.zelle.bloecke else absatz("_")
            begin = "^" if place.fortsetzung else block.laeufe[0].text  # type: ignore[union-attr]  # only paragraphs here
            line += begin + "<" * (place.spanne - 1)
        lines.append(line)
    return lines


@pytest.mark.parametrize(
    ("columns", "rows", "expected"),
    [
        (3, [(cell("a"), cell("b"), cell("c"))], ["abc"]),
        (3, [(cell("a", 2), cell("b"))], ["a<b"]),
        (3, [(cell("a"),), ()], ["a__", "___"]),
        (2, [(cell("a", 1, 2), cell("b")), (cell("c"),)], ["ab", "^c"]),
        (3, [(cell("a", 2, 2), cell("b")), (cell("c"),), (cell("d", 3),)], ["a<b", "^<c", "d<<"]),
        (2, [(cell("a"), cell("b", 1, 9)), (cell("c"),)], ["ab", "c^"]),
        (
            3,
            [(cell("a"), cell("b", 1, 3), cell("c")), (cell("d"),), (cell("e"), cell("f"))],
            ["abc", "d^_", "e^f"],
        ),
    ],
)
def test_cells_take_their_places(columns: int, rows: list[tuple[Zelle, ...]], expected: list[str]) -> None:
    assert shown(columns, *rows) == expected


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (1, [(cell("a"), cell("b"))]),
        (2, [(cell("a", 3),)]),
        (2, [(cell("a"), cell("b", 2))]),
        (3, [(cell("a"), cell("b", 1, 2), cell("c")), (cell("d", 2),)]),
        (2, [(cell("a", 1, 2), cell("b")), (cell("c"), cell("d"))]),
    ],
)
def test_a_row_that_does_not_fit_is_refused(columns: int, rows: list[tuple[Zelle, ...]]) -> None:
    with pytest.raises(ValueError, match=r"^row \d+ of the table "):
        shown(columns, *rows)


@given(st.integers(1, 6), st.lists(st.lists(st.integers(1, 3), max_size=4), max_size=5))
def test_every_row_covers_every_column(columns: int, heights: list[list[int]]) -> None:
    rows = tuple(
        tuple(cell("x", 1, height) for height in row[: max(0, columns - number * columns)])
        for number, row in enumerate(heights)
    )
    for row in raster(Tabelle((Spalte(),) * columns, rows), rows):
        assert [place.spalte for place in row] == list(range(columns))


def test_the_last_row_is_known_to_those_who_reach_it() -> None:
    rows = ((cell("a", 1, 2), cell("b")), (cell("c"),))
    grid = raster(Tabelle((Spalte(), Spalte()), rows), rows)
    assert [[place.letzte for place in row] for row in grid] == [[True, False], [True, True]]


def test_header_columns_are_those_that_hold_nothing_else() -> None:
    head, plain = cell("k", kopf=True), cell("x")
    table = Tabelle((Spalte(), Spalte()), ())
    assert kopfspalten(raster(table, ((head, plain), (head, plain)))) == 1
    assert kopfspalten(raster(table, ((head, plain), (plain, head)))) == 0
    assert kopfspalten(raster(table, ((cell("k", 2, kopf=True),), (head, plain)))) == 1
    assert kopfspalten(()) == 0


def test_a_paragraph_stands_where_its_column_says_and_a_line_across_stays_with_the_next() -> None:
    rows = ((cell("a"), cell("b")), (cell("quer", 2),))
    table = Tabelle((Spalte(), Spalte(1, Seite.RECHTS)), rows)
    (left, right), across = raster(table, rows)
    assert lage(table, (left, right), left) == Lage()
    assert lage(table, (left, right), right) == Lage(Seite.RECHTS)
    assert lage(table, across, across[0]) == Lage(Seite.LINKS, beisammen=True)
    assert lage(table, (left, right), right, kopfzeile=True) == Lage(Seite.RECHTS, beisammen=True)


def test_a_row_that_heads_what_follows_stays_with_the_next() -> None:
    rows = ((cell("Ziel"), replace(cell("a"), beisammen=True)), (cell("b"), cell("c")))
    table = Tabelle((Spalte(), Spalte()), rows)
    ueber, unter = raster(table, rows)
    assert [lage(table, ueber, place).beisammen for place in ueber] == [True, True]
    assert [lage(table, unter, place).beisammen for place in unter] == [False, False]
