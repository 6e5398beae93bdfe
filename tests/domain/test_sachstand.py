"""The log: what was known on a day, and which of two entries counts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from konzept.domain.sachstand import Sachstand

JUNI = {"am": "2025-06-10", "erfasst": "2025-06-24", "massnahme": "m", "stand": "laufend", "von": "amt"}
KORREKTUR = {**JUNI, "erfasst": "2025-07-03", "text": "Korrektur: Der März fiel aus."}


def log(*eintraege: dict[str, Any]) -> Sachstand:
    return Sachstand.model_validate({"eintraege": eintraege})


@pytest.mark.parametrize(
    ("zweiter", "stichtag", "geltend"),
    [
        pytest.param(KORREKTUR, "2025-07-03", ["2025-07-03"], id="the same body on the same day: replaced"),
        pytest.param(KORREKTUR, "2025-07-02", ["2025-06-24"], id="the correction was not known yet"),
        pytest.param(
            {**KORREKTUR, "von": "verein"}, "2025-07-03", ["2025-06-24", "2025-07-03"], id="other body"
        ),
        pytest.param(
            {**KORREKTUR, "am": "2025-06-11"}, "2025-07-03", ["2025-06-24", "2025-07-03"], id="other day"
        ),
        pytest.param(
            {**KORREKTUR, "massnahme": "n"}, "2025-07-03", ["2025-06-24", "2025-07-03"], id="other Maßnahme"
        ),
    ],
)
def test_a_later_entry_replaces_the_one_that_speaks_of_the_same(
    zweiter: dict[str, Any], stichtag: str, geltend: list[str]
) -> None:
    found = log(JUNI, zweiter).geltend_am(date.fromisoformat(stichtag))
    assert [str(meldung.erfasst) for meldung in found] == geltend


def test_nothing_of_the_log_itself_is_lost() -> None:
    assert len(log(JUNI, KORREKTUR).bekannt_am(date(2025, 12, 31))) == 2
