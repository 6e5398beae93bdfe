"""Explicit rules that whole units cannot say: read by RFC 5545, expanded by dateutil, never without the first date."""

from __future__ import annotations

import time
from datetime import MAXYEAR, date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from konzept.domain.termin import Teil, TerminArt, fristen, ist_moeglich, rrule_lesbar
from konzept.domain.termin.serie import WOCHENTAGE, Serie
from konzept.domain.termin.serientage import serientage

BESCHLUSS = date(2020, 11, 2)


def _tage(
    regel: str,
    von: str,
    bis: str,
    *,
    beginn: str | None = None,
    turnus_ab: int | None = None,
    gilt_bis: str = "",
) -> list[str]:
    teil = Teil(
        "",
        TerminArt.WIEDERKEHREND,
        beginn=None if beginn is None else date.fromisoformat(beginn),
        rrule=regel,
    )
    gefunden = fristen(
        [teil],
        date.fromisoformat(von),
        date.fromisoformat(bis),
        anker_von=BESCHLUSS,
        anker_bis=date.fromisoformat(gilt_bis) if gilt_bis else None,
        turnus_ab=turnus_ab,
    )
    return [str(frist.faellig) for frist in gefunden]


@pytest.mark.parametrize(
    ("regel", "beginn", "erwartet"),
    [
        # days that a rule names: no anchor needed where it leaves no unit out
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=1MO", None, ["2022-05-02", "2023-05-01"]),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=-1FR", None, ["2022-05-27", "2023-05-26"]),
        ("FREQ=YEARLY;BYDAY=1MO", None, ["2022-01-03", "2023-01-02"]),
        ("FREQ=YEARLY;BYYEARDAY=-1", None, ["2022-12-31", "2023-12-31"]),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", None, ["2022-05-16", "2023-05-15"]),
        ("FREQ=YEARLY;BYMONTHDAY=15;BYMONTH=3,9", None, ["2022-03-15", "2022-09-15", "2023-03-15", "2023-09-15"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", None, ["2022-02-28", "2023-02-28"]),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", None, ["2022-11-30", "2023-11-30"]),
        ("FREQ=YEARLY;UNTIL=20221231;BYMONTH=5;BYDAY=1MO", None, ["2022-05-02"]),
        ("FREQ=YEARLY;UNTIL=20221231T235959Z;BYMONTH=5;BYDAY=1MO", None, ["2022-05-02"]),
        ("RRULE:freq=yearly;bymonth=5;byday=1mo", None, ["2022-05-02", "2023-05-01"]),
        # a beginning bounds and anchors
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=1MO", "2022-06-01", ["2023-05-01"]),
        ("FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYDAY=1MO", "2021-01-01", ["2023-05-01"]),
        ("FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=15", "2022-09-01", ["2022-09-15", "2023-03-15", "2023-09-15"]),
        ("FREQ=MONTHLY;INTERVAL=9;BYDAY=2TU", "2022-01-01", ["2022-01-11", "2022-10-11", "2023-07-11"]),
        # no day of its own: the last day of the unit, as every rhythm of a plan (design §5)
        ("FREQ=MONTHLY;BYMONTH=3,9", None, ["2022-03-31", "2022-09-30", "2023-03-31", "2023-09-30"]),
        # a count ends a rhythm of whole units after so many of them
        ("FREQ=YEARLY;COUNT=2", "2021-03-01", ["2022-12-31"]),
        ("FREQ=YEARLY;INTERVAL=2;COUNT=2", "2020-01-01", ["2022-12-31"]),
        ("FREQ=MONTHLY;INTERVAL=6;COUNT=3", "2022-01-15", ["2022-06-30", "2022-12-31", "2023-06-30"]),
        ("FREQ=MONTHLY;INTERVAL=3;COUNT=2", "2021-12-01", ["2022-03-31"]),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=1MO;COUNT=2", "2021-01-01", ["2022-05-02"]),
        # never
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2021-01-01", ["2022-02-28", "2023-02-28"]),
        ("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "2021-01-01", []),
    ],
)  # fmt: skip
def test_dates_of_2022_and_2023(regel: str, beginn: str | None, erwartet: list[str]) -> None:
    assert rrule_lesbar(regel)
    assert _tage(regel, "2022-01-01", "2023-12-31", beginn=beginn) == erwartet


def test_a_rule_that_counts_or_leaves_out_units_waits_for_its_first_date() -> None:
    for regel in (
        "FREQ=YEARLY;COUNT=3",
        "FREQ=YEARLY;INTERVAL=2;BYDAY=1MO",
        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1",
    ):
        teil = Teil("", TerminArt.WIEDERKEHREND, rrule=regel)
        assert rrule_lesbar(regel)
        assert _tage(regel, "2021-01-01", "2030-12-31") == []
        assert ist_moeglich(teil, None)
        assert not ist_moeglich(teil, 2021)
    assert _tage("FREQ=YEARLY;INTERVAL=2;BYDAY=1MO", "2021-01-01", "2024-12-31", turnus_ab=2022) == [
        "2022-01-03", "2024-01-01",
    ]  # fmt: skip


def test_without_an_anchor_only_days_between_the_beschluss_and_the_end_count() -> None:
    regel = "FREQ=MONTHLY;BYDAY=1MO"
    assert _tage(regel, "2020-10-01", "2020-12-31", gilt_bis="2020-12-06") == ["2020-11-02"]


def test_weeks_take_their_places_from_the_whole_week() -> None:
    """The second of Monday and Tuesday is a Tuesday, also in the week of the anchor (RFC 5545, BYSETPOS)."""
    assert _tage(
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU;BYSETPOS=1", "2022-01-01", "2022-02-05", beginn="2022-01-04"
    ) == ["2022-01-17", "2022-01-31"]
    assert _tage("FREQ=WEEKLY;BYDAY=TU,TH", "2022-01-01", "2022-01-08") == ["2022-01-04", "2022-01-06"]
    assert _tage("FREQ=WEEKLY;BYMONTH=1", "2022-01-20", "2022-03-01") == ["2022-01-23", "2022-01-30"]
    assert _tage("FREQ=DAILY;INTERVAL=3;BYMONTH=1", "2022-01-25", "2022-03-01", beginn="2022-01-01") == [
        "2022-01-25", "2022-01-28", "2022-01-31",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "regel",
    [
        "", "jährlich", "FREQ=", "FREQ=YEARLY;", "FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=5", "FREQ=HOURLY",
        "INTERVAL=2", "FREQ=YEARLY;BYHOUR=9", "FREQ=YEARLY;BYDAY=XX", "FREQ=YEARLY;BYDAY=0MO",
        "FREQ=YEARLY;BYDAY=54MO", "FREQ=YEARLY;BYDAY=", "FREQ=YEARLY;BYMONTH=", "FREQ=YEARLY;COUNT=0",
        "FREQ=YEARLY;COUNT=3;UNTIL=20301231", "FREQ=YEARLY;BYMONTH=0", "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYWEEKNO=20", "FREQ=MONTHLY;BYYEARDAY=20", "FREQ=WEEKLY;BYMONTHDAY=1", "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO", "FREQ=YEARLY;BYSETPOS=1", "FREQ=YEARLY;BYEASTER=0",
        "FREQ=YEARLY;DTSTART=20210101", "FREQ=YEARLY;FREQ=DAILY", "FREQ=YEARLY;UNTIL=20211301",
        "FREQ=YEARLY;UNTIL=morgen", "FREQ=YEARLY;WKST=1", "FREQ=YEARLY;UNTIL=20211231Z",
        "FREQ=YEARLY;BYDAY=" + "MO," * 1000 + "MO",
    ],
)  # fmt: skip
def test_what_no_rule_is_cannot_be_read_and_has_no_dates(regel: str) -> None:
    assert not rrule_lesbar(regel)
    assert _tage(regel, "2021-01-01", "2030-12-31", beginn="2021-01-01") == []
    assert not ist_moeglich(Teil("", TerminArt.WIEDERKEHREND, rrule=regel), None)


STUECKE = ["FREQ=", "YEARLY", ";", "BYDAY=", "1MO", "-1", ",", "COUNT=", "3", "0", "UNTIL=", "20211231"]


@given(st.text(max_size=60) | st.lists(st.sampled_from(STUECKE)).map("".join))
def test_any_text_is_read_or_refused_and_never_raises(text: str) -> None:
    assert rrule_lesbar(text) in {True, False}


ZAHLEN = {"BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53}
ERLAUBT = {
    "YEARLY": ("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYDAY"),
    "MONTHLY": ("BYMONTHDAY", "BYDAY"),
    "WEEKLY": ("BYDAY",),
    "DAILY": ("BYMONTHDAY", "BYDAY"),
}


def _von_null_verschieden(betrag: int) -> st.SearchStrategy[int]:
    return st.integers(-betrag, betrag).filter(bool)


@st.composite
def regeln(draw: st.DrawFn) -> str:
    """Draw any rule that names days; the years near the end keep dateutil's own search for the next day short."""
    takt = draw(st.sampled_from(list(ERLAUBT)))
    teile = [f"FREQ={takt}", f"INTERVAL={draw(st.integers(1, 5))}"]
    if draw(st.booleans()):
        teile.append(f"BYMONTH={draw(st.integers(1, 12))}")
    namen = draw(st.lists(st.sampled_from(ERLAUBT[takt]), min_size=1, max_size=2, unique=True))
    for name in namen:
        if name == "BYDAY":
            gezaehlt = takt in {"YEARLY", "MONTHLY"} and "BYWEEKNO" not in namen and draw(st.booleans())
            tage = draw(st.sets(st.sampled_from(WOCHENTAGE), min_size=1, max_size=3))
            stelle = str(draw(_von_null_verschieden(5))) if gezaehlt else ""
            teile.append("BYDAY=" + ",".join(f"{stelle}{tag}" for tag in sorted(tage)))
        else:
            zahlen = draw(st.sets(_von_null_verschieden(ZAHLEN[name]), min_size=1, max_size=3))
            teile.append(f"{name}=" + ",".join(map(str, sorted(zahlen))))
    if draw(st.booleans()):
        teile.append(f"BYSETPOS={draw(_von_null_verschieden(4))}")
    if draw(st.booleans()):
        teile.append(f"COUNT={draw(st.integers(1, 12))}")
    return ";".join(teile)


@settings(max_examples=60, deadline=None)
@given(regeln(), st.dates(date(9985, 1, 1), date(9990, 1, 1)), st.integers(0, 900), st.integers(0, 900))
def test_the_days_are_those_of_dateutil(regel: str, anker: date, weiter: int, lang: int) -> None:
    if (
        "WEEKLY" in regel
    ):  # in the first week dateutil counts places from DTSTART on, RFC 5545 from the week's first day
        anker -= timedelta(days=anker.weekday())
    von = anker + timedelta(days=weiter)
    bis = von + timedelta(days=lang)
    alle = rrulestr(f"{regel};WKST=MO", dtstart=datetime(anker.year, anker.month, anker.day))  # noqa: DTZ001  (a day, without zone)
    erwartet = [tag.date() for tag in alle if von <= tag.date() <= bis]
    assert list(serientage(Serie.parse(regel), anker, von, bis)) == erwartet


@pytest.mark.parametrize(
    "regel",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31",
    ],
)
def test_a_rule_that_never_fits_costs_no_more_than_its_period(regel: str) -> None:
    beginn = time.process_time()
    assert _tage(regel, "2021-01-01", "2023-12-31", beginn="2020-01-01") == []
    assert time.process_time() - beginn < 2, "dateutil alone would search up to the year 9999"


def test_the_ends_of_the_calendar_raise_nothing() -> None:
    for regel in (
        "FREQ=WEEKLY;BYDAY=MO",
        "FREQ=YEARLY;BYMONTHDAY=-1",
        "FREQ=DAILY;BYDAY=SU",
        "FREQ=MONTHLY;BYDAY=-1SU",
    ):
        serie = Serie.parse(regel)
        assert list(serientage(serie, date.min, date.min, date(1, 1, 31)))
        assert list(serientage(serie, date(MAXYEAR, 11, 1), date(MAXYEAR, 12, 1), date.max))
