"""When a Maßnahme is done: the latest answer decides; a body that was asked and did not answer decides nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from konzept.domain.abschluss import abgeschlossene, schlussmeldungen
from konzept.domain.sachstand import Meldung, Sachstand

Eintrag = tuple[str, str]


def meldungen(*eintraege: Eintrag) -> tuple[Meldung, ...]:
    """Make reports on »m« by day and stand; each was written down at the end of its month."""
    felder: list[dict[str, Any]] = [
        {"am": am, "erfasst": f"{am[:8]}28", "massnahme": "m", "stand": stand} for am, stand in eintraege
    ]
    return tuple(map(Meldung.model_validate, felder))


@pytest.mark.parametrize(
    ("eintraege", "tage"),
    [
        ([], []),
        ([("2021-01-01", "laufend")], []),
        ([("2021-01-01", "umgesetzt")], ["2021-01-01"]),
        (
            [("2021-01-01", "laufend"), ("2021-02-01", "umgesetzt"), ("2021-03-01", "entfallen")],
            ["2021-02-01", "2021-03-01"],
        ),
        # taken back, and said again
        ([("2021-01-01", "umgesetzt"), ("2021-02-01", "laufend")], []),
        (
            [("2021-01-01", "umgesetzt"), ("2021-02-01", "laufend"), ("2021-03-01", "umgesetzt")],
            ["2021-03-01"],
        ),
        # no answer takes nothing back
        ([("2021-01-01", "umgesetzt"), ("2021-02-01", "keine-rueckmeldung")], ["2021-01-01"]),
        ([("2021-02-01", "keine-rueckmeldung")], []),
        # by the day they speak of, on one day by the place in the log
        ([("2021-02-01", "umgesetzt"), ("2021-01-01", "laufend")], ["2021-02-01"]),
        ([("2021-01-01", "umgesetzt"), ("2021-01-01", "laufend")], []),
        ([("2021-01-01", "laufend"), ("2021-01-01", "umgesetzt")], ["2021-01-01"]),
    ],
)
def test_the_last_answers_that_call_it_done(eintraege: list[Eintrag], tage: list[str]) -> None:
    assert [str(meldung.am) for meldung in schlussmeldungen(meldungen(*eintraege))] == tage


def test_the_report_that_closes_is_the_latest_one_known_on_the_day() -> None:
    log = Sachstand(
        eintraege=meldungen(
            ("2021-01-10", "umgesetzt"), ("2021-02-10", "entfallen"), ("2021-03-10", "laufend")
        )
    )
    known = {
        tag: abgeschlossene(log, date.fromisoformat(tag))
        for tag in ("2021-01-27", "2021-01-28", "2021-02-28")
    }
    assert [str(one["m"].am) if one else None for one in known.values()] == [None, "2021-01-10", "2021-02-10"]
    assert abgeschlossene(log) == abgeschlossene(None) == {}
