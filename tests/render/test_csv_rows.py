"""Rows as CSV: what a spreadsheet must get, and what it must never compute."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.render.csv_rows import csv_text


def read(text: str) -> list[list[str]]:
    """Read as the csv module of Python does, without touching line ends."""
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";", strict=True))


def cell(text: str) -> str:
    (_, (found,)) = read(csv_text(["Text"], [[text]]))
    return found


def test_the_bytes_of_a_small_table() -> None:
    rows: list[list[str | int | date | None]] = [
        ["2.9", date(2021, 12, 31)],
        ["a;b", None],
        ['Die "Brücke"', -3],
    ]
    assert csv_text(["Nr.", "Frist"], rows).encode() == (
        b'\xef\xbb\xbfNr.;Frist\r\n2.9;2021-12-31\r\n"a;b";\r\n"Die ""Br\xc3\xbccke""";-3\r\n'
    )


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
@pytest.mark.parametrize("before", ["", " ", '"', "'", "„", "»", ' "', "\u00a0", "\n", "\t", "\r"])
def test_no_text_is_a_formula(sign: str, before: str) -> None:
    assert cell(f"{before}{sign}1+1").startswith("'")


@pytest.mark.parametrize("text", ["\tx", "\rx"])
def test_nor_one_behind_a_tab_or_a_carriage_return(text: str) -> None:
    assert cell(text).startswith("'\\")


@pytest.mark.parametrize(
    "text", ["2.9", "ohne Meldung", "– offen", "a=b", "»Brücke«", "1-2x im Jahr", "a\nb"]
)
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert cell(text) == text


def test_the_title_of_a_column_is_a_text_as_well() -> None:
    assert read(csv_text(["=HYPERLINK(1)"], [])) == [["'=HYPERLINK(1)"]]


def test_control_characters_are_shown() -> None:
    assert cell("a\x1b[31mb") == "a\\x1b[31mb"


@given(st.lists(st.tuples(st.text(), st.integers(), st.none() | st.dates()), max_size=5))
def test_no_text_breaks_out_of_its_cell(rows: list[tuple[str, int, date | None]]) -> None:
    head, *found = read(csv_text(["Text", "Zahl", "Tag"], rows))
    assert head == ["Text", "Zahl", "Tag"]
    assert [(int(number), day) for _, number, day in found] == [
        (number, day.isoformat() if day else "") for _, number, day in rows
    ]
