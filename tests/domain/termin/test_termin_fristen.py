"""The dates that follow: whole calendar units, each missed one an entry, never February lost, never a guess."""

from __future__ import annotations

from datetime import MAXYEAR, date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.domain.kalender import letzter_tag_des_monats
from konzept.domain.termin import (
    Frist,
    Teil,
    TerminArt,
    fristen,
    ist_lesbar,
    ist_moeglich,
    lies_termin,
    rhythmus_mehrdeutig,
)

BESCHLUSS = date(2020, 11, 2)
GILT_BIS = date(2023, 12, 31)


def _fristen(
    wortlaut: str, von: str, bis: str, *, turnus_ab: int | None = None, gilt_bis: date | None = GILT_BIS
) -> list[tuple[int, str]]:
    teile = lies_termin(wortlaut)
    tage = fristen(
        teile,
        date.fromisoformat(von),
        date.fromisoformat(bis),
        anker_von=BESCHLUSS,
        anker_bis=gilt_bis,
        turnus_ab=turnus_ab,
    )
    return [(frist.teil, str(frist.faellig)) for frist in tage]


# The Termine of the shipped plan that are more than »fortlaufend«, for the years design §6 and its neighbours speak of.
@pytest.mark.parametrize(
    ("wortlaut", "erwartet"),
    [
        ("fortlaufend", []),
        ("Prüfung 2021, Beginn des Schuljahres 2021/22", [(1, "2021-12-31"), (2, "2021-08-01")]),
        ("spätestens ab 2019 und fortlaufend", []),
        ("Fertigstellung Konzept 2018, Durchführung fortlaufend", [(1, "2018-12-31")]),
        ("fortlaufend, 1-2x im Jahr", [(2, "2021-12-31"), (2, "2022-12-31"), (2, "2023-12-31")]),
        ("fortlaufend, insbesondere Weiterführung über 2020 hinaus", []),
        ("im 2-Jahres-Turnus", []),
        ("ab 2019", []),
        ("fortlaufend ab 2018", []),
        (
            "fortlaufende Betreuung, 1x jährliche Generalaktualisierung Datenbank",
            [(2, "2021-12-31"), (2, "2022-12-31"), (2, "2023-12-31")],
        ),
        ("jährlich", [(1, "2021-12-31"), (1, "2022-12-31"), (1, "2023-12-31")]),
        ("Jährlich im September", [(1, "2021-09-30"), (1, "2022-09-30"), (1, "2023-09-30")]),
        ("jährlich ein Nachmittag im September", [(1, "2021-09-30"), (1, "2022-09-30"), (1, "2023-09-30")]),
    ],
)
def test_shipped_plan(wortlaut: str, erwartet: list[tuple[int, str]]) -> None:
    assert _fristen(wortlaut, "2018-01-01", "2024-12-31") == erwartet


def test_shipped_plan_is_read_whole_and_only_the_turnus_waits_for_a_year() -> None:
    turnus = lies_termin("im 2-Jahres-Turnus")
    assert ist_lesbar(turnus)
    assert [ist_moeglich(teil, None) for teil in turnus] == [True]
    assert [ist_moeglich(teil, 2021) for teil in turnus] == [False]
    assert [rhythmus_mehrdeutig(teil) for teil in lies_termin("fortlaufend, 1-2x im Jahr")] == [False, True]


@pytest.mark.parametrize(
    ("wortlaut", "turnus_ab", "erwartet"),
    [
        # one date
        ("bis Ende 2022", None, ["2022-12-31"]),
        ("2022", None, ["2022-12-31"]),
        ("31.03.2022", None, ["2022-03-31"]),
        ("2022 bis 2023", None, ["2023-12-31"]),
        ("für den Zeitraum bis 2023", None, ["2023-12-31"]),
        ("2022 und 2023", None, ["2022-12-31", "2023-12-31"]),
        ("bis 2030", None, []),
        ("ab 2022", None, []),
        ("nach Bedarf", None, []),
        # without an anchor: whole units between the Beschluss and the end
        ("halbjährlich", None, ["2022-06-30", "2022-12-31", "2023-06-30", "2023-12-31"]),
        ("alle 6 Monate", None, ["2022-06-30", "2022-12-31", "2023-06-30", "2023-12-31"]),
        (
            "alle vier Monate",
            None,
            ["2022-04-30", "2022-08-31", "2022-12-31", "2023-04-30", "2023-08-31", "2023-12-31"],
        ),
        (
            "halbjährlich im März und September",
            None,
            ["2022-03-31", "2022-09-30", "2023-03-31", "2023-09-30"],
        ),
        ("jährlich zum 31.03.", None, ["2022-03-31", "2023-03-31"]),
        ("jährlich am 29. Februar", None, ["2022-02-28", "2023-02-28"]),
        ("jährlich im Februar", None, ["2022-02-28", "2023-02-28"]),
        ("jährlich zum Jahresende", None, ["2022-12-31", "2023-12-31"]),
        ("alle 12 Monate", None, ["2022-12-31", "2023-12-31"]),
        # over a year and no anchor: no date; with an anchor every so many years
        ("alle zwei Jahre", None, []),
        ("alle 24 Monate", None, []),
        ("alle zwei Jahre", 2020, ["2022-12-31"]),
        ("alle zwei Jahre", 2021, ["2023-12-31"]),
        ("alle 24 Monate", 2021, ["2023-12-31"]),
        ("alle drei Jahre, erstmals 2019", None, ["2022-12-31"]),
        ("alle drei Jahre, erstmals 2019", 2020, ["2023-12-31"]),
        ("alle fünf Jahre seit 1998", None, ["2023-12-31"]),
        ("alle zwei Jahre im Mai ab 2022", None, ["2022-05-31"]),
        ("alle 18 Monate", 2021, ["2022-07-31"]),
        ("alle 18 Monate ab März 2022", None, ["2022-03-31", "2023-09-30"]),
        ("alle fünf Monate", None, []),
        ("alle 6 Wochen", None, []),
        # beginning and end
        ("jährlich ab 2023", None, ["2023-12-31"]),
        ("jährlich ab September 2022", None, ["2022-12-31", "2023-12-31"]),
        ("jährlich bis 2022", None, ["2022-12-31"]),
        ("jährlich bis Juni 2023", None, ["2022-12-31"]),
        ("halbjährlich ab April 2022 bis Juni 2023", None, ["2022-06-30", "2022-12-31", "2023-06-30"]),
        ("jährlich 2020–2022", None, ["2022-12-31"]),
        ("bis 2022, danach jährlich", None, ["2022-12-31", "2023-12-31"]),
        # no rule, no date
        ("regelmäßig", None, []),
        ("in unregelmäßigen Abständen", None, []),
    ],
)
def test_dates_of_2022_and_2023(wortlaut: str, turnus_ab: int | None, erwartet: list[str]) -> None:
    assert [tag for _, tag in _fristen(wortlaut, "2022-01-01", "2023-12-31", turnus_ab=turnus_ab)] == erwartet


def test_quarters_and_months_end_on_their_last_day_and_keep_february() -> None:
    assert [tag for _, tag in _fristen("quartalsweise", "2022-01-01", "2022-12-31")] == [
        "2022-03-31", "2022-06-30", "2022-09-30", "2022-12-31",
    ]  # fmt: skip
    monate = [tag for _, tag in _fristen("monatlich", "2023-01-01", "2023-12-31")]
    assert monate[1] == "2023-02-28"
    assert len(monate) == 12
    assert _fristen("alle 2 Monate", "2024-01-01", "2024-03-31", gilt_bis=None) == [(1, "2024-02-29")]


def test_only_units_wholly_within_the_frame_count_without_an_anchor() -> None:
    assert _fristen("jährlich", "2020-01-01", "2020-12-31") == []
    assert _fristen("quartalsweise", "2020-01-01", "2021-01-31") == []
    assert _fristen("quartalsweise", "2020-01-01", "2021-03-31") == [(1, "2021-03-31")]
    assert _fristen("monatlich", "2020-11-01", "2020-12-31") == [(1, "2020-12-31")]
    assert _fristen("jährlich", "2024-01-01", "2024-12-31") == []
    assert _fristen("jährlich", "2024-01-01", "2024-12-31", gilt_bis=None) == [(1, "2024-12-31")]
    assert _fristen("jährlich", "2023-01-01", "2023-12-31", gilt_bis=date(2023, 12, 30)) == []


def test_an_anchor_goes_before_the_frame() -> None:
    assert _fristen("jährlich ab 2018", "2018-01-01", "2019-12-31") == [(1, "2018-12-31"), (1, "2019-12-31")]
    assert _fristen("jährlich", "2018-01-01", "2019-12-31", turnus_ab=2019) == [(1, "2019-12-31")]
    assert _fristen("jährlich", "2025-01-01", "2025-12-31", turnus_ab=2019) == [(1, "2025-12-31")]


def test_weeks_end_on_sunday_and_days_are_days() -> None:
    assert _fristen("wöchentlich", "2022-01-01", "2022-01-16") == [
        (1, "2022-01-02"),
        (1, "2022-01-09"),
        (1, "2022-01-16"),
    ]
    assert _fristen("14-tägig ab 03.01.2022", "2022-01-01", "2022-02-01") == [
        (1, "2022-01-09"), (1, "2022-01-23"),
    ]  # fmt: skip
    assert len(_fristen("täglich", "2022-01-01", "2022-01-31")) == 31


def test_an_empty_period_has_no_dates() -> None:
    assert _fristen("jährlich; 2022", "2023-01-01", "2022-01-01") == []


def test_a_rule_we_do_not_know_has_no_dates_and_does_no_harm() -> None:
    teil = Teil("", TerminArt.WIEDERKEHREND, rrule="FREQ=SECONDLY")
    von, bis = date(2020, 1, 1), date(2030, 1, 1)
    assert fristen([teil], von, bis, anker_von=BESCHLUSS, anker_bis=None, turnus_ab=None) == ()
    assert not ist_moeglich(teil, None)


RHYTHMEN = st.sampled_from(
    [
        "jährlich",
        "halbjährlich",
        "vierteljährlich",
        "monatlich",
        "alle 2 Monate",
        "alle 4 Monate",
        "jährlich im Februar",
    ]
)


@given(RHYTHMEN, st.integers(1, MAXYEAR), st.integers(0, 3))
def test_dates_lie_within_the_period_on_month_ends_and_none_is_missing(
    wortlaut: str, jahr: int, weitere: int
) -> None:
    von, bis = date(jahr, 1, 1), date(min(MAXYEAR, jahr + weitere), 12, 31)
    tage = fristen(lies_termin(wortlaut), von, bis, anker_von=von, anker_bis=bis, turnus_ab=None)
    je_jahr = {
        "jährlich": 1, "halbjährlich": 2, "vierteljährlich": 4, "monatlich": 12, "alle 2 Monate": 6, "alle 4 Monate": 3,
        "jährlich im Februar": 1,
    }[wortlaut]  # fmt: skip
    assert len(tage) == je_jahr * (bis.year - von.year + 1)
    assert list(tage) == sorted(set(tage))
    for frist in tage:
        assert von <= frist.faellig <= bis
        assert frist.faellig == letzter_tag_des_monats(frist.faellig.year, frist.faellig.month)


@given(RHYTHMEN, st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(1, 900))
def test_two_periods_side_by_side_have_the_dates_of_the_whole(wortlaut: str, mitte: date, tage: int) -> None:
    von, bis = date.fromordinal(mitte.toordinal() - tage), date.fromordinal(mitte.toordinal() + tage)
    teile = lies_termin(wortlaut)

    def in_(a: date, b: date) -> tuple[Frist, ...]:
        return fristen(teile, a, b, anker_von=date(1980, 1, 1), anker_bis=None, turnus_ab=None)

    assert in_(von, mitte) + in_(date.fromordinal(mitte.toordinal() + 1), bis) == in_(von, bis)


@given(st.integers(1, 40), st.integers(1, MAXYEAR), st.integers(1, MAXYEAR))
def test_an_anchored_rhythm_counts_from_its_anchor(abstand: int, anker: int, jahr: int) -> None:
    teil = Teil("", TerminArt.WIEDERKEHREND, rrule=f"FREQ=YEARLY;INTERVAL={abstand}")
    von, bis = date(jahr, 1, 1), date(jahr, 12, 31)
    tage = fristen([teil], von, bis, anker_von=von, anker_bis=None, turnus_ab=anker)
    assert bool(tage) is (jahr >= anker and (jahr - anker) % abstand == 0)
