"""A table as plain lines: never wider than asked, nothing of a cell lost, nothing a terminal would obey."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from konzept.render.table import MINIMUM_WIDTH, Align, Column, Table, display_width, plain, visible

COLUMNS = (Column("Nr.", 6), Column("Titel"), Column("Frist", 10, Align.RIGHT))


def test_layout() -> None:
    table = Table(COLUMNS, (("2.9", "Deutsch-Sprachförderung für SchülerInnen", "31.12.2021"),), "Überfällig")
    assert plain(table, 44) == (
        "Überfällig\n"
        "\n"
        "Nr.     Titel                          Frist\n"
        "──────  ────────────────────────  ──────────\n"
        "2.9     Deutsch-Sprachförderung   31.12.2021\n"
        "        für SchülerInnen\n"
    )


def test_control_and_direction_characters_are_shown_not_sent() -> None:
    assert visible("a\x1b[31mb\u202ec\td\ne\u00adf") == "a\\x1b[31mb\\u202ec\\td\ne\u00adf"


def test_wide_and_combining_characters_count_as_they_show() -> None:
    assert [display_width(text) for text in ("abc", "漢字", "e\u0301")] == [3, 4, 1]


CELL = st.text(st.characters(codec="ascii", min_codepoint=33), min_size=1, max_size=60)


@given(rows=st.lists(st.tuples(CELL, CELL, CELL), max_size=5), width=st.integers(-5, 200))
def test_never_wider_than_asked_and_nothing_lost(rows: list[tuple[str, str, str]], width: int) -> None:
    text = plain(Table(COLUMNS, tuple(rows)), width)
    assert max(map(display_width, text.splitlines())) <= max(width, MINIMUM_WIDTH)
    shown = sorted(sign for sign in text if sign not in " \n─")
    cells = [column.title for column in COLUMNS] + [visible(cell) for row in rows for cell in row]
    assert shown == sorted("".join(cells))
