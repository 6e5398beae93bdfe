"""The small values under the grammar at their edges: Rhythmus (the RRULE of a plan) and Zeitangabe."""

from __future__ import annotations

from datetime import date

import pytest

from konzept.domain.kalender import Zeitangabe
from konzept.domain.termin import Rhythmus, Takt


@pytest.mark.parametrize(
    ("regel", "erwartet"),
    [
        ("FREQ=YEARLY;INTERVAL=1", Rhythmus(Takt.JAHR)),
        ("FREQ=YEARLY;INTERVAL=9999", Rhythmus(Takt.JAHR, 9999)),
        ("FREQ=YEARLY;BYMONTH=12,1,12", Rhythmus(Takt.JAHR, 1, (1, 12))),
        ("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", Rhythmus(Takt.JAHR, 1, (1,), 1)),
        ("FREQ=YEARLY;UNTIL=00010101", Rhythmus(Takt.JAHR, bis=date(1, 1, 1))),
        ("FREQ=YEARLY;UNTIL=99991231", Rhythmus(Takt.JAHR, bis=date(9999, 12, 31))),
    ],
)
def test_a_rule_at_the_edge_of_what_is_allowed_is_read(regel: str, erwartet: Rhythmus) -> None:
    assert Rhythmus.parse(regel) == erwartet
    assert Rhythmus.parse(str(erwartet)) == erwartet


@pytest.mark.parametrize(
    "regel",
    [
        "FREQ=YEARLY;INTERVAL=+2", "FREQ=YEARLY;INTERVAL= 2", "FREQ=YEARLY;INTERVAL=1_0", "FREQ=YEARLY;INTERVAL=٢",
        "FREQ=YEARLY;INTERVAL=²", "FREQ=YEARLY;INTERVAL=00002", "FREQ=YEARLY;INTERVAL=10000", "FREQ=YEARLY;INTERVAL=",
        "FREQ=YEARLY;BYMONTH=0", "FREQ=YEARLY;BYMONTH=3,", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=0",
        "FREQ=YEARLY;UNTIL=+2021231", "FREQ=YEARLY;UNTIL=2021123", "FREQ=YEARLY;UNTIL=202112310",
        "FREQ=YEARLY;UNTIL=٢٠٢١١٢٣١", "FREQ=YEARLY;UNTIL=2021 101", "FREQ=YEARLY;UNTIL=20211301",
    ],
)  # fmt: skip
def test_only_plain_digits_of_the_right_length_are_numbers_and_days(regel: str) -> None:
    with pytest.raises(ValueError, match="nicht lesbar"):
        Rhythmus.parse(regel)


@pytest.mark.parametrize("text", ["2021-12-31", "2021-02-28", "2020-02-29", "2021-04-30", "2021-01-01"])
def test_the_first_and_the_last_day_of_a_month_are_days(text: str) -> None:
    assert str(Zeitangabe.parse(text)) == text


@pytest.mark.parametrize("text", ["00021-1", "2021-12-1", "02021-01-1", "2021-", "2021-1-01", "202112"])
def test_a_year_has_four_digits_and_month_and_day_two(text: str) -> None:
    with pytest.raises(ValueError, match="ist kein Jahr"):
        Zeitangabe.parse(text)


def test_a_time_is_neither_before_nor_after_itself() -> None:
    eine, gleiche = Zeitangabe(2021, 3), Zeitangabe.parse("2021-03")
    assert (eine < gleiche, eine > gleiche) == (False, False)
    assert (eine <= gleiche, eine >= gleiche) == (True, True)
    kuerzere, laengere = Zeitangabe(2021, 3, 1), Zeitangabe(2021, 3)
    assert (kuerzere < laengere, kuerzere <= laengere, kuerzere > laengere, kuerzere >= laengere) == (
        True, True, False, False,
    )  # fmt: skip
