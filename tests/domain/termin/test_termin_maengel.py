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
    # two weeks that follow each other, and no year; further apart the second number is a year
    ("KW 12/13", [("unbestimmt", None, None, None, True)]),
    ("KW 12/13 2022", [("faellig", "2022-03-21", "2022-04-03", None, False)]),
    ("KW 20/23", [("faellig", "2023-05-15", "2023-05-21", None, True)]),
    ("KW 12/21", [("faellig", "2021-03-22", "2021-03-28", None, False)]),
    # an end before the beginning; the other way round they are two steps
    (
        "ab 2023, bis 2022",
        [("laufend", "2023-01-01", None, None, True), ("faellig", None, "2022-12-31", None, True)],
    ),
    (
        "bis 2022, ab 2023 fortlaufend",
        [("faellig", None, "2022-12-31", None, False), ("laufend", "2023-01-01", None, None, False)],
    ),
    # a date whose Termin is open; of another step it says nothing
    ("2021 (Termin offen)", [("faellig", "2021-01-01", "2021-12-31", None, True)]),
    ("2021, Termin noch offen", [("faellig", "2021-01-01", "2021-12-31", None, True)]),
    (
        "Bericht 2021, Termin der Umsetzung offen",
        [("faellig", "2021-01-01", "2021-12-31", None, False), ("unbestimmt", None, None, None, False)],
    ),
    # a section of its own has no date beside it
    (
        "immer; Bericht 2022",
        [("laufend", None, None, None, False), ("faellig", "2022-01-01", "2022-12-31", None, False)],
    ),
    ("Bericht 2022, immer", [("faellig", "2022-01-01", "2022-12-31", None, False)]),
    # Roman numbers in small letters count where the noun follows, also behind the next number
    (
        "i. und iii. quartal 2022",
        [
            ("faellig", "2022-01-01", "2022-03-31", None, False),
            ("faellig", "2022-07-01", "2022-09-30", None, False),
        ],
    ),
    ("i./ii. quartal 2022", [("faellig", "2022-01-01", "2022-06-30", None, False)]),
    ("i. - iii. quartal 2022", [("zeitraum", "2022-01-01", "2022-09-30", None, False)]),
    # a year with a digit too few is none, and the wording says so
    ("bis 202", [("unbestimmt", None, None, None, False)]),
    ("Ende 202", [("unbestimmt", None, None, None, False)]),
    # what was extended, or came otherwise, leaves no date unmarked that is not the adopted one
    (
        "2023 (verlängert bis 2024)",
        [("faellig", "2023-01-01", "2023-12-31", None, True), ("faellig", None, "2024-12-31", None, True)],
    ),
    (
        "2023 (tatsächlich 2024)",
        [
            ("faellig", "2023-01-01", "2023-12-31", None, False),
            ("faellig", "2024-01-01", "2024-12-31", None, True),
        ],
    ),
    (
        "Soll: 2023, Ist: 2024",
        [
            ("faellig", "2023-01-01", "2023-12-31", None, False),
            ("faellig", "2024-01-01", "2024-12-31", None, True),
        ],
    ),
    (
        "geplant: 2023, umgesetzt: 2024",
        [
            ("faellig", "2023-01-01", "2023-12-31", None, False),
            ("faellig", "2024-01-01", "2024-12-31", None, True),
        ],
    ),
    ("urspr. 2022, jetzt 2024", [("faellig", "2024-01-01", "2024-12-31", None, True)]),
    # the beginning of a rhythm, or its month
    ("jährlich ab September", [("wiederkehrend", None, None, "FREQ=YEARLY;BYMONTH=9", True)]),
    # the number of a paper is no month and no year
    ("gem. Kreistagsbeschluss 123/2022 bis 2025", [("faellig", None, "2025-12-31", None, False)]),
    ("Kreistagsbeschluss 1234/2022", [("unbestimmt", None, None, None, False)]),
    ("AZ 12/2021", [("unbestimmt", None, None, None, False)]),
    # a third of a month ends before the month
    ("1. Dekade Mai 2024", [("faellig", "2024-05-01", "2024-05-31", None, True)]),
    # a name that looks ahead
    (
        "Kreisentwicklungskonzept 2030 (Beschluss 2024)",
        [
            ("faellig", "2030-01-01", "2030-12-31", None, True),
            ("faellig", "2024-01-01", "2024-12-31", None, False),
        ],
    ),
    ("Beginn: 2023, Abschluss: 2025", [("zeitraum", "2023-01-01", "2025-12-31", None, False)]),
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


@pytest.mark.parametrize(
    "wortlaut", ["bis 202", "ab 202", "Ende 202", "2. Quartal 202", "im Mai 202", "von 2020 bis 202"]
)
def test_a_year_with_a_digit_too_few_is_not_read_in_silence(wortlaut: str) -> None:
    assert not all(teil.gelesen for teil in lies_termin(wortlaut))


def test_a_number_that_counts_is_no_year() -> None:
    assert all(
        teil.gelesen for wortlaut in ("bis 200 Personen", "ab 200 €") for teil in lies_termin(wortlaut)
    )
