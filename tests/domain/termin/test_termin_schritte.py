"""Two steps in one wording, the second after the first: each is read for itself, not as a span that runs backwards."""

from __future__ import annotations

from datetime import date

import pytest

from konzept.domain.termin import TerminArt, lies_termin

F, L, Z = TerminArt.FAELLIG, TerminArt.LAUFEND, TerminArt.ZEITRAUM


@pytest.mark.parametrize(
    ("text", "teile"),
    [
        (
            "Konzept bis 31.03.2025, Start im 2. Halbjahr 2025",
            [
                ("Konzept bis 31.03.2025", F, None, date(2025, 3, 31)),
                ("Start im 2. Halbjahr 2025", F, date(2025, 7, 1), date(2025, 12, 31)),
            ],
        ),
        (
            "Antrag bis 30.6.2022, Start 1.9.2022",
            [
                ("Antrag bis 30.6.2022", F, None, date(2022, 6, 30)),
                ("Start 1.9.2022", F, None, date(2022, 9, 1)),
            ],
        ),
        (
            "Konzept bis 2022, Umsetzung ab 2023",
            [
                ("Konzept bis 2022", F, None, date(2022, 12, 31)),
                ("Umsetzung ab 2023", L, date(2023, 1, 1), None),
            ],
        ),
        ("ab 2021 bis 2023", [("ab 2021 bis 2023", Z, date(2021, 1, 1), date(2023, 12, 31))]),
    ],
)
def test_steps(text: str, teile: list[tuple[str, TerminArt, date | None, date | None]]) -> None:
    assert [(teil.text, teil.art, teil.beginn, teil.ende) for teil in lies_termin(text)] == teile


@pytest.mark.parametrize("text", ["ab 2023 bis 2021", "2023 bis 2020"])
def test_a_span_that_runs_backwards_is_never_plain(text: str) -> None:
    assert all(teil.mehrdeutig for teil in lies_termin(text))


@pytest.mark.parametrize(
    "text",
    ["entfällt ab 2022", "seit 2020 eingestellt", "Antrag 2021 abgelehnt", "bis 2022 zurückgestellt"],
)
def test_a_state_with_a_year_is_no_plain_deadline(text: str) -> None:
    assert all(teil.mehrdeutig or teil.art is TerminArt.UNBESTIMMT for teil in lies_termin(text))
