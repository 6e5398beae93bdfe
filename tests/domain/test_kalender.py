"""Years, months and days as a plan writes them."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.domain.kalender import Zeitangabe, jahresspanne, letzter_tag_des_monats, monatsspanne

JAHRE = st.integers(1, MAXYEAR)
MONATE = st.integers(1, 12)


@pytest.mark.parametrize(
    ("text", "erster", "letzter"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("2021-12", date(2021, 12, 1), date(2021, 12, 31)),
        ("2020-11-02", date(2020, 11, 2), date(2020, 11, 2)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_reads_and_gives_back(text: str, erster: date, letzter: date) -> None:
    angabe = Zeitangabe.parse(text)
    assert (angabe.erster_tag, angabe.letzter_tag, str(angabe)) == (erster, letzter, text)


@pytest.mark.parametrize(
    "text",
    [
        "", "20", "0000", "2020-1", "2020-13", "2020-00", "2021-02-29", "2020-02-30", "2020-2-3", "20200", "2020/21",
        "2020-11-2", "2020-11-", "-020", "二〇二〇", "2020-11-02T00:00", " 2020", "2020 ", "+020", "20.2", "1e10",
        "\uff12\uff10\uff12\uff10",
    ],
)  # fmt: skip
def test_refuses_what_no_calendar_has(text: str) -> None:
    with pytest.raises(ValueError, match=r"Jahr|Monat|Tag"):
        Zeitangabe.parse(text)


def test_a_day_needs_a_month() -> None:
    with pytest.raises(ValueError, match="braucht einen Monat"):
        Zeitangabe(2020, None, 3)


@given(st.text(max_size=12))
def test_any_text_is_read_back_or_a_value_error(text: str) -> None:
    try:
        angabe = Zeitangabe.parse(text)
    except ValueError:
        return
    assert str(angabe) == text


@given(st.lists(st.dates(date(1, 1, 1), date(MAXYEAR, 12, 31)), min_size=2, max_size=8))
def test_days_are_ordered_as_days(tage: list[date]) -> None:
    angaben = [Zeitangabe.parse(tag.isoformat()) for tag in tage]
    assert [angabe.erster_tag for angabe in sorted(angaben)] == sorted(tage)
    a, b = angaben[:2]
    assert (a < b, a <= b, a > b, a >= b) == (
        tage[0] < tage[1],
        tage[0] <= tage[1],
        tage[0] > tage[1],
        tage[0] >= tage[1],
    )


def test_the_shorter_of_two_that_begin_alike_comes_first() -> None:
    reihe = [Zeitangabe.parse(text) for text in ("2020-01-01", "2020-01", "2020", "2020-02", "2021")]
    assert sorted([reihe[n] for n in (3, 0, 4, 2, 1)]) == reihe


@given(JAHRE, MONATE, st.integers(1, 24))
def test_a_span_of_months_is_as_long_as_said(jahr: int, monat: int, anzahl: int) -> None:
    if jahr * 12 + monat - 1 + anzahl - 1 > MAXYEAR * 12 + 11:
        with pytest.raises(ValueError, match="year"):
            monatsspanne(jahr, monat, anzahl)
        return
    erster, letzter = monatsspanne(jahr, monat, anzahl)
    assert erster == date(jahr, monat, 1)
    assert letzter == letzter_tag_des_monats(letzter.year, letzter.month)
    assert (letzter.year - jahr) * 12 + letzter.month - monat + 1 == anzahl


@given(JAHRE)
def test_a_year_has_365_or_366_days(jahr: int) -> None:
    erster, letzter = jahresspanne(jahr)
    assert letzter - erster + timedelta(days=1) in {timedelta(days=365), timedelta(days=366)}
