"""What an earlier Fassung's log says was done is not held against the new one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from konzept.domain.sachstand import Sachstand
from konzept.load import load_plan
from konzept.reports.due import due
from konzept.reports.due_frage import Frage
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from konzept.domain.plan import Plan

MUSTERKREIS = Path(__file__).parents[2] / "beispiele" / "musterkreis"
IM_JAHR_2025 = Frage(date(2025, 1, 1), date(2025, 12, 31), date(2025, 7, 31))


def ueberfaellige(plan: Plan) -> list[date | None]:
    """Give the overdue dates of »alle zwei Jahre, erstmals 2022«, as of July 2025."""
    eintraege = due(plan, plan.fassung_nach_id["2025"], IM_JAHR_2025).eintraege
    rhythmus = [one for one in eintraege if one.massnahme == "berufsorientierung"]
    return [one.faellig for one in rhythmus if one.gruppe is Gruppe.UEBERFAELLIG]


def test_a_unit_that_the_earlier_log_calls_done_is_not_overdue() -> None:
    assert ueberfaellige(load_plan(MUSTERKREIS).plan) == []


def test_without_the_earlier_log_it_is() -> None:
    plan = load_plan(MUSTERKREIS).plan
    ohne = replace(plan, fassungen=tuple(replace(f, sachstand=None) for f in plan.fassungen))
    assert ueberfaellige(ohne) == [date(2022, 12, 31), date(2024, 12, 31)]


@pytest.mark.parametrize(
    ("eintrag", "offen"),
    [
        ({"stand": "laufend", "erfuellt": [{"teil": "1"}]}, [date(2024, 12, 31)]),
        ({"stand": "umgesetzt"}, [date(2024, 12, 31)]),  # after the new Fassung took it up again on 9.12.2024
        ({"stand": "laufend"}, [date(2022, 12, 31), date(2024, 12, 31)]),
    ],
    ids=["the part without a Frist: what had begun by then", "all of it", "nothing"],
)
def test_what_the_earlier_log_closed_does_not_come_back(eintrag: dict[str, str], offen: list[date]) -> None:
    plan = load_plan(MUSTERKREIS).plan
    am = {"am": "2022-12-01", "erfasst": "2022-12-01", "massnahme": "berufsorientierung"}
    log = Sachstand.model_validate({"eintraege": [{**am, **eintrag}]})
    logs = {"2022": log, "2025": None}
    neu = replace(plan, fassungen=tuple(replace(f, sachstand=logs[f.id]) for f in plan.fassungen))
    assert ueberfaellige(neu) == offen
