"""The part of RFC 5545 that plans need: read, written, and everything else refused with a sentence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.domain.termin import Rhythmus, Takt


@pytest.mark.parametrize(
    ("regel", "erwartet"),
    [
        ("FREQ=YEARLY", Rhythmus(Takt.JAHR)),
        ("FREQ=YEARLY;INTERVAL=2", Rhythmus(Takt.JAHR, 2)),
        ("FREQ=MONTHLY;INTERVAL=6", Rhythmus(Takt.MONAT, 6)),
        ("FREQ=YEARLY;BYMONTH=3,9", Rhythmus(Takt.JAHR, 1, (3, 9))),
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31", Rhythmus(Takt.JAHR, 1, (3,), 31)),
        ("FREQ=YEARLY;UNTIL=20161231", Rhythmus(Takt.JAHR, bis=date(2016, 12, 31))),
        ("FREQ=WEEKLY", Rhythmus(Takt.WOCHE)),
        ("FREQ=DAILY", Rhythmus(Takt.TAG)),
    ],
)
def test_a_rule_is_read_and_written_alike(regel: str, erwartet: Rhythmus) -> None:
    assert Rhythmus.parse(regel) == erwartet
    assert Rhythmus.parse(f"RRULE:{regel}") == erwartet
    assert str(erwartet) == regel


@pytest.mark.parametrize(
    ("regel", "meldung"),
    [
        ("", "keine RRULE"),
        ("jährlich", "keine RRULE"),
        ("FREQ=YEARLY;FREQ=MONTHLY", "keine RRULE"),
        ("INTERVAL=2", "nicht lesbar"),
        ("FREQ=JAHR", "nicht lesbar"),
        ("FREQ=YEARLY;INTERVAL=0", "nicht lesbar"),
        ("FREQ=YEARLY;INTERVAL=-1", "nicht lesbar"),
        ("FREQ=YEARLY;INTERVAL=99999", "nicht lesbar"),
        ("FREQ=YEARLY;BYMONTH=13", "nicht lesbar"),
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=32", "nicht lesbar"),
        ("FREQ=YEARLY;UNTIL=20210229", "nicht lesbar"),
        ("FREQ=YEARLY;UNTIL=2021", "nicht lesbar"),
        ("FREQ=YEARLY;BYDAY=MO", "enthält BYDAY"),
        ("FREQ=YEARLY;DTSTART=20210101", "enthält DTSTART"),
        ("FREQ=MONTHLY;BYMONTH=3", "nicht vorgesehen"),
        ("FREQ=YEARLY;BYMONTHDAY=3", "nicht vorgesehen"),
    ],
)
def test_anything_else_is_refused_with_a_sentence(regel: str, meldung: str) -> None:
    with pytest.raises(ValueError, match=meldung):
        Rhythmus.parse(regel)


@given(st.text(max_size=40))
def test_any_text_is_read_back_or_a_value_error(text: str) -> None:
    try:
        rhythmus = Rhythmus.parse(text)
    except ValueError:
        return
    assert Rhythmus.parse(str(rhythmus)) == rhythmus


@pytest.mark.parametrize(
    ("regel", "braucht"),
    [
        ("FREQ=YEARLY", False),
        ("FREQ=YEARLY;INTERVAL=2", True),
        ("FREQ=MONTHLY;INTERVAL=6", False),
        ("FREQ=MONTHLY;INTERVAL=12", False),
        ("FREQ=MONTHLY;INTERVAL=5", True),
        ("FREQ=MONTHLY;INTERVAL=24", True),
        ("FREQ=WEEKLY", False),
        ("FREQ=WEEKLY;INTERVAL=2", True),
        ("FREQ=DAILY;INTERVAL=10", True),
    ],
)
def test_what_does_not_divide_its_unit_waits_for_a_first_date(regel: str, *, braucht: bool) -> None:
    assert Rhythmus.parse(regel).braucht_anker is braucht
