"""Indicators and their values: what is a number, when a value is known, where indicators stand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.domain.indikator import Messung, Wertedatei, indikatorstellen, lies_zahl
from konzept.domain.plan import Plan
from konzept.load import load_plan

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "zahl"),
    [
        ("40", "40"),
        (" 40 ", "40"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("12,50", "12.50"),
        ("0,125", "0.125"),
        ("0.125", "0.125"),
        ("1,234", "1.234"),
        ("1234.567", "1234.567"),
        ("123456789012", "123456789012"),
        ("-3", "-3"),
        ("\u22123,5", "-3.5"),
        # a thousand or a little more than one: nobody can tell
        ("1.234", None),
        ("12.500", None),
        ("-1.234", None),
        ("1.234,5", None),
        ("1 234", None),
        ("rund 40", None),
        ("40 %", None),
        ("+40", None),
        (",5", None),
        ("5,", None),
        ("1e3", None),
        ("NaN", None),
        ("Infinity", None),
        ("\u0664\u0660", None),
        ("1234567890123", None),
        ("0,1234567", None),
        ("", None),
    ],
)
def test_what_is_a_number(text: str, zahl: str | None) -> None:
    assert lies_zahl(text) == (None if zahl is None else Decimal(zahl))


def test_a_number_keeps_its_decimals() -> None:
    assert str(lies_zahl("12,50")) == "12.50"


@given(st.text(max_size=40))
def test_no_text_raises(text: str) -> None:
    zahl = lies_zahl(text)
    assert zahl is None or zahl.is_finite()


@given(st.decimals(-(10**11), 10**11, places=4))
def test_what_a_german_writes_with_a_comma_is_read_exactly(zahl: Decimal) -> None:
    assert lies_zahl(str(zahl).replace(".", ",")) == zahl


def messung(am: str, wert: str = "1", indikator: str = "i") -> Messung:
    return Messung.model_validate({"indikator": indikator, "am": am, "wert": wert})


@pytest.mark.parametrize(
    ("am", "tag"), [("2024", "2024-12-31"), ("2024-02", "2024-02-29"), ("2024-02-03", "2024-02-03")]
)
def test_a_value_is_known_when_its_time_is_over(am: str, tag: str) -> None:
    assert messung(am).bekannt_ab == date.fromisoformat(tag)


def test_a_series_follows_time_whatever_file_its_values_stand_in() -> None:
    plan = Plan(
        wertedateien=(
            Wertedatei("b", (messung("2024"), messung("2023-06"), messung("2022", indikator="j"))),
            Wertedatei("a", (messung("2022"), messung("2024-06-30"))),
        )
    )
    assert {name: [str(m.am) for m in reihe] for name, reihe in plan.messreihen.items()} == {
        "i": ["2022", "2023-06", "2024-06-30", "2024"],
        "j": ["2022"],
    }


def test_indicators_are_found_on_every_level_in_reading_order() -> None:
    plan = load_plan(ROOT / "beispiele" / "musterkreis").plan
    gefunden = [
        (eine.indikator.id, eine.stelle.id if eine.stelle else None)
        for eine in indikatorstellen(plan.fassung_nach_id["2022"])
    ]
    assert gefunden == [
        ("ind-erstorientierung", "erstorientierung"),
        ("ind-orientierungskurse", "orientierungskurse"),
        ("ind-schulung-verwaltung", "schulung-verwaltung"),
        ("ind-kita-fortbildung", "kita-fortbildung"),
        ("ind-qualifizierte-arbeit", "qualifizierte-arbeit"),
        ("ind-ausbildungsbegleitung", "ausbildungsbegleitung"),
        ("ind-gesundheitslotsen", "gesundheitslotsen"),
    ]
