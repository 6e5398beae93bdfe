"""The figures of the short version: those of the plan and of the Sachstandsbericht, no others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from konzept.load import load_plan
from konzept.reports.kurzfassung import kurzfassung

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("ort", "name", "stichtag"),
    [("", "2020", "2022-01-01"), ("beispiele/musterkreis", "2025", "2025-07-03")],
)
def test_the_fields_add_up_to_the_whole(ort: str, name: str, stichtag: str) -> None:
    plan = load_plan(ROOT / ort).plan
    bericht = kurzfassung(plan, plan.fassung_nach_id[name], date.fromisoformat(stichtag))
    umfang = bericht.konzept.umfang
    assert len(bericht.felder) == umfang.felder
    assert sum(feld.ziele for feld in bericht.felder) == umfang.ziele
    assert sum(len(feld.stand.massnahmen) for feld in bericht.felder) == umfang.massnahmen
    for zahl in bericht.stand.ampel:
        assert sum(feld.stand.je_wort[zahl.wort] for feld in bericht.felder) == zahl.anzahl


def test_what_stands_directly_under_a_field_comes_before_its_goals() -> None:
    plan = load_plan(ROOT / "beispiele/musterkreis").plan
    bericht = kurzfassung(plan, plan.fassung_nach_id["2025"], date(2025, 7, 3))
    assert [one.nummer for one in bericht.felder[5].inhalt] == ["6 M1", "6 M2", "6.1", "6.2"]
    assert bericht.felder[5].ziele == 2


def test_who_leads_most_comes_first_and_a_massnahme_counts_once() -> None:
    plan = load_plan(ROOT / "beispiele/musterkreis").plan
    bericht = kurzfassung(plan, plan.fassung_nach_id["2025"], date(2025, 7, 3))
    zahlen = [one.massnahmen for one in bericht.fuehrende]
    assert zahlen == sorted(zahlen, reverse=True)
    assert [(one.akteur.id, one.massnahmen) for one in bericht.fuehrende[:2]] == [
        ("integrationsbuero", 6),
        ("kreisvolkshochschule", 6),
    ]
