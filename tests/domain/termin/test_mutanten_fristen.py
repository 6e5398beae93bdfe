"""Dates at the edges: what a small slip in the arithmetic of design §5 would move, found by mutation testing."""

from __future__ import annotations

from datetime import MAXYEAR, date

import pytest

from konzept.domain.termin import Teil, TerminArt, fristen, ist_moeglich, lies_termin, rhythmus_mehrdeutig


def _tage(
    teile: str | Teil,
    von: str,
    bis: str,
    *,
    turnus_ab: int | None = None,
    beschluss: str = "2020-11-02",
    gilt_bis: str | None = None,
) -> list[str]:
    gefunden = fristen(
        lies_termin(teile) if isinstance(teile, str) else (teile,),
        date.fromisoformat(von),
        date.fromisoformat(bis),
        anker_von=date.fromisoformat(beschluss),
        anker_bis=date.fromisoformat(gilt_bis) if gilt_bis else None,
        turnus_ab=turnus_ab,
    )
    return [str(frist.faellig) for frist in gefunden]


def _rhythmus(rrule: str, beginn: date | None = None, ende: date | None = None) -> Teil:
    return Teil("", TerminArt.WIEDERKEHREND, beginn, ende, rrule)


@pytest.mark.parametrize(
    "wortlaut", ["31.03.2022", "bis März 2022", "Januar bis März 2022", "jährlich im März"]
)
def test_a_date_on_the_first_or_the_last_day_of_the_period_is_in_it(wortlaut: str) -> None:
    assert _tage(wortlaut, "2022-03-31", "2022-12-31") == ["2022-03-31"]
    assert _tage(wortlaut, "2022-01-01", "2022-03-31") == ["2022-03-31"]
    assert _tage(wortlaut, "2022-03-31", "2022-03-31") == ["2022-03-31"]
    assert _tage(wortlaut, "2022-04-01", "2022-12-31") == []
    assert _tage(wortlaut, "2022-01-01", "2022-03-30") == []


@pytest.mark.parametrize("art", [TerminArt.FAELLIG, TerminArt.ZEITRAUM])
def test_a_part_that_a_plan_writes_without_its_end_has_no_date(art: TerminArt) -> None:
    assert _tage(Teil("", art, date(2022, 1, 1)), "2022-01-01", "2022-12-31") == []


def test_a_unit_counts_from_the_very_day_of_the_beschluss_to_the_very_last_day() -> None:
    assert _tage("jährlich", "2020-01-01", "2025-12-31", beschluss="2021-01-01", gilt_bis="2022-12-31") == [
        "2021-12-31",
        "2022-12-31",
    ]
    assert _tage("jährlich", "2020-01-01", "2025-12-31", beschluss="2021-01-02", gilt_bis="2022-12-30") == []


@pytest.mark.parametrize(
    ("wortlaut", "von", "bis", "erwartet"),
    [
        # the anchor's own day counts
        ("täglich ab 03.01.2022", "2022-01-01", "2022-01-04", ["2022-01-03", "2022-01-04"]),
        ("monatlich ab 31.01.2022", "2022-01-01", "2022-02-28", ["2022-01-31", "2022-02-28"]),
        # far from the anchor the count is still the anchor's
        ("alle 10 Tage ab 01.01.2015", "2022-01-01", "2022-01-15", ["2022-01-04", "2022-01-14"]),
        ("alle 3 Wochen ab 05.01.2015", "2022-01-01", "2022-01-31", ["2022-01-16"]),
        (
            "alle 5 Monate ab Januar 2015",
            "2022-01-01",
            "2022-12-31",
            ["2022-02-28", "2022-07-31", "2022-12-31"],
        ),
        (
            "alle 12 Wochen ab 03.01.2022",
            "2022-01-01",
            "2022-06-30",
            ["2022-01-09", "2022-04-03", "2022-06-26"],
        ),
        # a period that begins in the month or week itself
        ("alle 5 Monate ab Januar 2022", "2022-06-01", "2022-06-30", ["2022-06-30"]),
        ("alle 5 Monate ab Januar 2022", "2022-06-30", "2022-10-31", ["2022-06-30"]),
        ("alle 11 Monate ab Januar 2022", "2022-02-01", "2022-12-31", ["2022-12-31"]),
        ("alle 10 Tage ab 03.01.2022", "2022-01-05", "2022-01-31", ["2022-01-13", "2022-01-23"]),
        ("alle 2 Wochen ab 05.01.2022", "2022-01-09", "2022-01-09", ["2022-01-09"]),
        # a beginning after the period
        ("alle 5 Monate ab Januar 2030", "2022-01-01", "2022-12-31", []),
        ("alle 10 Tage ab 2030", "2022-01-01", "2022-12-31", []),
    ],
)
def test_an_anchored_rhythm_counts_in_whole_steps(
    wortlaut: str, von: str, bis: str, erwartet: list[str]
) -> None:
    assert _tage(wortlaut, von, bis) == erwartet


def test_the_year_of_turnus_ab_begins_on_its_first_day() -> None:
    assert _tage("alle 10 Tage", "2022-01-01", "2022-01-31", turnus_ab=2022) == [
        "2022-01-01", "2022-01-11", "2022-01-21", "2022-01-31",
    ]  # fmt: skip


def test_an_explicit_part_ends_with_its_end_and_with_its_until_whichever_is_first() -> None:
    ein_jahr = ["2021-12-31", "2022-12-31"]
    assert _tage(_rhythmus("FREQ=YEARLY;UNTIL=20221231"), "2021-01-01", "2025-12-31") == ein_jahr
    assert _tage(_rhythmus("FREQ=YEARLY", ende=date(2022, 12, 31)), "2021-01-01", "2025-12-31") == ein_jahr
    beide = _rhythmus("FREQ=YEARLY;UNTIL=20241231", ende=date(2022, 12, 31))
    assert _tage(beide, "2021-01-01", "2025-12-31") == ein_jahr
    beide = _rhythmus("FREQ=YEARLY;UNTIL=20221231", ende=date(2024, 12, 31))
    assert _tage(beide, "2021-01-01", "2025-12-31") == ein_jahr


@pytest.mark.parametrize(
    ("rrule", "von", "erwartet"),
    [
        ("FREQ=YEARLY", date(MAXYEAR, 1, 1), [date(MAXYEAR, 12, 31)]),
        ("FREQ=MONTHLY;INTERVAL=6", date(MAXYEAR, 7, 1), [date(MAXYEAR, 12, 31)]),
        ("FREQ=MONTHLY;INTERVAL=5", date(MAXYEAR, 7, 31), [date(MAXYEAR, 7, 31), date(MAXYEAR, 12, 31)]),
        ("FREQ=MONTHLY;INTERVAL=7", date(MAXYEAR, 6, 1), [date(MAXYEAR, 6, 30)]),
        (
            "FREQ=WEEKLY",
            date(MAXYEAR, 12, 20),
            [date(MAXYEAR, 12, 26)],
        ),  # the last Sunday; 9999-12-31 is a Friday
        ("FREQ=DAILY", date(MAXYEAR, 12, 30), [date(MAXYEAR, 12, 30), date(MAXYEAR, 12, 31)]),
    ],
)
def test_the_last_year_of_the_calendar_has_its_dates(rrule: str, von: date, erwartet: list[date]) -> None:
    teil = _rhythmus(rrule, beginn=von)
    gefunden = fristen([teil], von, date.max, anker_von=von, anker_bis=None, turnus_ab=None)
    assert [frist.faellig for frist in gefunden] == erwartet


def test_the_first_year_of_the_calendar_has_its_dates() -> None:
    for rrule, zahl in (
        ("FREQ=YEARLY", 1),
        ("FREQ=MONTHLY;INTERVAL=5", 3),
        ("FREQ=WEEKLY", 52),
        ("FREQ=DAILY", 365),
    ):
        teil = _rhythmus(rrule, beginn=date.min)
        tage = fristen([teil], date.min, date(1, 12, 31), anker_von=date.min, anker_bis=None, turnus_ab=None)
        assert len(tage) == zahl


@pytest.mark.parametrize(
    ("wortlaut", "turnus_ab", "moeglich"),
    [
        ("im 2-Jahres-Turnus", None, True),
        ("im 2-Jahres-Turnus", 2021, False),
        ("alle zwei Jahre ab 2020", None, False),
        ("alle 5 Monate", None, True),
        ("jährlich", None, False),
        ("halbjährlich", None, False),
        ("regelmäßig", None, False),
        ("2021", None, False),
    ],
)
def test_only_a_rhythm_over_a_year_without_anchor_is_merely_possible(
    wortlaut: str, turnus_ab: int | None, *, moeglich: bool
) -> None:
    (teil,) = lies_termin(wortlaut)
    assert ist_moeglich(teil, turnus_ab) is moeglich


@pytest.mark.parametrize(
    ("wortlaut", "mehrdeutig"),
    [
        ("jährlich", False),
        ("2x jährlich", True),
        ("Anfang 2021", False),
        ("2021", False),
        ("nach Bedarf", False),
    ],
)
def test_only_the_dates_of_a_rhythm_can_be_one_reading_of_several(wortlaut: str, *, mehrdeutig: bool) -> None:
    (teil,) = lies_termin(wortlaut)
    assert rhythmus_mehrdeutig(teil) is mehrdeutig
