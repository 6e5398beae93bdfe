"""The history of many ids of one plan: every Fassung is indexed once, and each id is told as if asked alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from konzept.load import load_plan
from konzept.reports import karte_geschichte
from konzept.reports.karte_geschichte import Geschichten, Lage
from konzept.reports.konzept_bezuege import bezuege
from konzept.reports.massnahmenblatt import massnahmenblaetter

if TYPE_CHECKING:
    import pytest

    from konzept.domain.fassung import Fassung
    from konzept.reports.konzept_bezuege import Bezuege

MUSTERKREIS = Path(__file__).parents[2] / "beispiele" / "musterkreis"
STICHTAG = date(2025, 6, 30)


def test_the_sheets_of_a_plan_index_each_fassung_once(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = load_plan(MUSTERKREIS).plan
    indexed: list[str] = []

    def counting(fassung: Fassung) -> Bezuege:
        indexed.append(fassung.id)
        return bezuege(fassung)

    monkeypatch.setattr(karte_geschichte, "bezuege", counting)
    sheets = massnahmenblaetter(plan, plan.fassung_nach_id["2025"], STICHTAG)
    assert len(sheets.blaetter) > 40
    assert indexed == ["2022", "2025"]


def test_reports_are_counted_as_known_on_the_day() -> None:
    plan = load_plan(MUSTERKREIS).plan
    log = plan.fassung_nach_id["2022"].sachstand
    assert log is not None
    name = log.eintraege[0].massnahme
    for tag in (date(2022, 1, 1), date(2024, 12, 31)):
        (first, *_) = Geschichten(plan, tag).von(name)
        assert (first.fassung, first.lage, first.meldungen) == (
            "2022",
            Lage.VORHANDEN,
            len(log.zu(name, tag)),
        )
