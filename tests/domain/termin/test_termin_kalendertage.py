"""Days, months and units for any year of the calendar: leap days, month ends, the years 1 to 9999."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from konzept.domain.kalender import letzter_tag_des_monats, monatsspanne
from konzept.domain.termin import TerminArt, lies_termin

TAGE = st.dates(date(1, 1, 1), date(MAXYEAR, 12, 31))


@given(st.integers(1, MAXYEAR), st.integers(1, 12))
def test_a_month_has_its_own_days(jahr: int, monat: int) -> None:
    erster, letzter = monatsspanne(jahr, monat)
    assert (erster.month, letzter.month, erster.day) == (monat, monat, 1)
    assert letzter == letzter_tag_des_monats(jahr, monat)
    assert letzter == date.max or (letzter + timedelta(days=1)).day == 1


@given(TAGE)
@example(date(2020, 2, 29))
@example(date(1, 1, 1))
@example(date(9999, 12, 31))
def test_every_day_of_the_calendar_is_read_as_itself(tag: date) -> None:
    for text in (
        f"{tag.day}.{tag.month}.{tag.year:04d}",
        tag.isoformat(),
        f"bis zum {tag.day:02}.{tag.month:02}.{tag.year:04}",
    ):
        (teil,) = lies_termin(text)
        assert (teil.art, teil.beginn, teil.ende, teil.mehrdeutig) == (TerminArt.FAELLIG, None, tag, False)


@given(TAGE, TAGE)
@example(date(1, 1, 1), date(9999, 12, 31))
def test_every_span_of_days_is_read_as_itself(eines: date, anderes: date) -> None:
    beginn, ende = sorted((eines, anderes))
    (teil,) = lies_termin(f"vom {_tag(beginn)} bis {_tag(ende)}")
    assert (teil.art, teil.beginn, teil.ende, teil.mehrdeutig) == (TerminArt.ZEITRAUM, beginn, ende, False)


def _tag(tag: date) -> str:
    return f"{tag.day:02}.{tag.month:02}.{tag.year:04}"


def _ist_schaltjahr(jahr: int) -> bool:
    return jahr % 4 == 0 and (jahr % 100 != 0 or jahr % 400 == 0)


@given(st.integers(1, MAXYEAR))
@example(4)
@example(1900)
@example(2000)
@example(9996)
def test_a_day_that_no_calendar_has_is_not_read(jahr: int) -> None:
    (teil,) = lies_termin(f"29.02.{jahr:04}")
    assert teil.gelesen is _ist_schaltjahr(jahr)
    assert (teil.ende is not None) is _ist_schaltjahr(jahr)


@given(st.integers(1, MAXYEAR), st.integers(1, 12))
@example(2024, 2)
@example(2100, 2)
@example(9999, 12)
def test_the_end_of_a_month_is_its_last_day(jahr: int, monat: int) -> None:
    (teil,) = lies_termin(f"bis Ende {MONATSNAMEN[monat - 1]} {jahr:04}")
    assert (teil.beginn, teil.ende, teil.mehrdeutig) == (None, letzter_tag_des_monats(jahr, monat), False)


MONATSNAMEN = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
)  # fmt: skip
EINHEITEN = {
    "{}": (1, 12), "Haushaltsjahr {}": (1, 12), "1. Halbjahr {}": (1, 6), "H2/{}": (7, 6), "II. Quartal {}": (4, 3),
    "Q4 {}": (10, 3), "Frühjahr {}": (3, 3), "Sommer {}": (6, 3), "Herbst {}": (9, 3), "Winter {}": (12, 3),
    "Mai/Juni {}": (5, 2), "02/{}": (2, 1), "Schuljahr {}": (8, 12), "Kita-Jahr {}": (8, 12),
    "1. Schulhalbjahr {0}/{1}": (8, 6),
}  # fmt: skip
"""Wordings of a unit with the month it begins in and how many months it has."""


@given(st.integers(1900, 2198), st.sampled_from(list(EINHEITEN)))
def test_the_days_of_a_unit_stay_within_it(jahr: int, wortlaut: str) -> None:
    spanne = monatsspanne(jahr, *EINHEITEN[wortlaut])
    text = wortlaut.format(jahr, jahr + 1)
    for vorsatz, nur_ende in (("", False), ("im ", False), ("bis ", True), ("ab ", None)):
        (teil,) = lies_termin(f"{vorsatz}{text}")
        assert teil.beginn == (None if nur_ende else spanne[0])
        assert teil.ende == (None if nur_ende is None else spanne[1])


@given(
    st.integers(1900, 2198),
    st.sampled_from(["Anfang", "Mitte", "Ende"]),
    st.sampled_from([e for e in EINHEITEN if "Schulhalbjahr" not in e]),
)
def test_beginning_middle_and_end_lie_within_the_unit_and_in_this_order(
    jahr: int, lage: str, wortlaut: str
) -> None:
    text = wortlaut.format(jahr, jahr + 1)
    erster, letzter = monatsspanne(jahr, *EINHEITEN[wortlaut])
    (teil,) = lies_termin(f"{lage} {text}")
    assert teil.beginn is None
    assert teil.ende is not None
    assert erster <= teil.ende <= letzter
    assert (lage == "Ende") is (teil.ende == letzter)


@given(st.integers(1900, 2199), st.integers(1, 53))
def test_a_week_is_seven_days_of_its_iso_year(jahr: int, woche: int) -> None:
    (teil,) = lies_termin(f"KW {woche}/{jahr}")
    if teil.gelesen:
        assert teil.beginn is not None
        assert teil.ende is not None
        assert (teil.beginn.isocalendar()[:2], teil.beginn.weekday()) == ((jahr, woche), 0)
        assert (teil.ende.isocalendar()[:2], teil.ende.weekday()) == ((jahr, woche), 6)
    else:
        assert woche == 53
