"""Wordings that were once read wrongly in silence, with the reading that design §5 asks for."""

from __future__ import annotations

import pytest

from konzept.domain.termin import lies_termin

Zeile = tuple[str, str | None, str | None, str | None, bool]

MAENGEL: list[tuple[str, list[Zeile]]] = [
    # the interval is what »alle zwei Jahre« says; »jeweils« names the month only
    (
        "alle zwei Jahre, jeweils im März",
        [("wiederkehrend", None, None, "FREQ=YEARLY;INTERVAL=2;BYMONTH=3", False)],
    ),
    (
        "alle 3 Jahre jeweils zum 31.12.",
        [("wiederkehrend", None, None, "FREQ=YEARLY;INTERVAL=3;BYMONTH=12;BYMONTHDAY=31", False)],
    ),
    # one rule holds no day for one of two months
    (
        "jährlich am 15. März und im September",
        [("wiederkehrend", None, None, "FREQ=YEARLY;BYMONTH=3,9", True)],
    ),
    # within a day or a month nothing comes again: it begins there, and that is a reading
    ("31.03.2021 monatlich", [("wiederkehrend", "2021-03-31", None, "FREQ=MONTHLY", True)]),
    (
        "vierteljährlich im März 2021",
        [("wiederkehrend", "2021-03-01", None, "FREQ=MONTHLY;INTERVAL=3", True)],
    ),
    ("monatlich 2021", [("wiederkehrend", "2021-01-01", "2021-12-31", "FREQ=MONTHLY;UNTIL=20211231", False)]),
    # what was moved holds at its new place only
    ("2020, verschoben auf 2021", [("faellig", "2021-01-01", "2021-12-31", None, False)]),
    (
        "ursprünglich 2020, verschoben auf 2021; Bericht 2022",
        [
            ("faellig", "2021-01-01", "2021-12-31", None, True),
            ("faellig", "2022-01-01", "2022-12-31", None, False),
        ],
    ),
    # an end, and yet it goes on
    ("bis Ende 2018 und fortlaufend", [("zeitraum", None, "2018-12-31", None, True)]),
    ("bis 2018 fortlaufend", [("zeitraum", None, "2018-12-31", None, False)]),
    # before a part of the year is not the end of the year
    ("vor Mitte 2021", [("faellig", None, "2021-06-30", None, True)]),
]


@pytest.mark.parametrize(("wortlaut", "erwartet"), MAENGEL, ids=[text for text, _ in MAENGEL])
def test_it_is_read_right_or_marked(wortlaut: str, erwartet: list[Zeile]) -> None:
    gelesen = [
        (
            teil.art.value,
            teil.beginn.isoformat() if teil.beginn else None,
            teil.ende.isoformat() if teil.ende else None,
            teil.rrule,
            teil.mehrdeutig,
        )
        for teil in lies_termin(wortlaut)
    ]
    assert gelesen == erwartet


@pytest.mark.parametrize(
    "wortlaut",
    [
        "vom 01.01.0000 bis 31.12.99999",
        "bis 31.12.20255",
        "01.01.0000",
        "bis Ende 20255",
        "Dezember 20255",
        "31. Dezember 20255",
        "ab 20211",
        "im Jahr 0000",
    ],
)
def test_a_year_that_no_calendar_has_is_not_read(wortlaut: str) -> None:
    """Once »31.12.20255« was a day whose year is missing, and nobody was told."""
    teile = lies_termin(wortlaut)
    assert not all(teil.gelesen for teil in teile)
    assert {(teil.art.value, teil.beginn, teil.ende) for teil in teile} == {("unbestimmt", None, None)}


@pytest.mark.parametrize(
    ("wortlaut", "ende"),
    [("2021, ab 20000 Euro", "2021-12-31"), ("bis 10000 Teilnehmende 2021", "2021-12-31")],
)
def test_an_amount_of_five_digits_is_no_year(wortlaut: str, ende: str) -> None:
    [teil] = lies_termin(wortlaut)
    assert teil.gelesen
    assert str(teil.ende) == ende
