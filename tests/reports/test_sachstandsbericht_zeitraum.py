"""The days of a report: month ends stay month ends, and the calendar is never left."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.domain.einstellungen import Berichtsrhythmus
from konzept.reports.sachstandsbericht_zeitraum import monate_weiter, zeitraum


@pytest.mark.parametrize(
    ("tag", "monate", "erwartet"),
    [
        ("2025-06-30", -6, "2024-12-31"),
        ("2025-12-31", -6, "2025-06-30"),
        ("2025-06-30", 6, "2025-12-31"),
        ("2023-07-15", -6, "2023-01-15"),
        ("2024-02-29", -12, "2023-02-28"),
        ("2023-02-28", 12, "2024-02-29"),
        ("2024-02-28", 12, "2025-02-28"),
        ("2025-05-30", -3, "2025-02-28"),
        ("2025-01-01", -1, "2024-12-01"),
        ("9999-12-31", 1, "9999-12-31"),
        ("0001-01-01", -1, "0001-01-01"),
    ],
)
def test_months_later(tag: str, monate: int, erwartet: str) -> None:
    assert monate_weiter(date.fromisoformat(tag), monate) == date.fromisoformat(erwartet)


@given(st.dates(date(2, 1, 1), date(9997, 12, 31)), st.sampled_from([1, 3, 6, 12]))
def test_back_and_forth_ends_in_the_same_month(tag: date, monate: int) -> None:
    zurueck = monate_weiter(monate_weiter(tag, monate), -monate)
    assert (zurueck.year, zurueck.month) == (tag.year, tag.month)


def test_without_a_day_one_rhythm_before_the_stichtag() -> None:
    tage = zeitraum(date(2025, 6, 30), None, Berichtsrhythmus.VIERTELJAEHRLICH)
    assert (tage.seit, tage.bis, tage.errechnet) == (date(2025, 3, 31), date(2025, 9, 30), True)


def test_a_named_day_counts_and_what_was_written_down_on_it_was_known() -> None:
    tage = zeitraum(date(2025, 6, 30), date(2025, 2, 10), Berichtsrhythmus.HALBJAEHRLICH)
    assert (tage.seit, tage.bis, tage.errechnet) == (date(2025, 2, 10), date(2025, 12, 31), False)
    neu = [
        tage.ist_neu(tag)
        for tag in (date(2025, 2, 10), date(2025, 2, 11), date(2025, 6, 30), date(2025, 7, 1))
    ]
    assert neu == [False, True, True, False]
