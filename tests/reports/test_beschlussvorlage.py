"""What the paper finds in a plan: what is missing, the balance over the Vorgänger, costs counted once each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from konzept.domain.element import Ebene
from konzept.load import load_plan
from konzept.reports.beschlussvorlage import Angabe, beschlussvorlage

ROOT = Path(__file__).parents[2]


def test_a_vorgaenger_known_in_parts_has_no_count_of_what_is_new() -> None:
    plan = load_plan(ROOT).plan
    bericht = beschlussvorlage(plan, plan.fassung_nach_id["2020"])
    assert bericht.vorgeschichte is not None
    assert bericht.vorgeschichte.neue is None
    assert bericht.vorgeschichte.ergebnisse == ()  # nobody has reported on the Fassung of 2018
    assert Angabe.BERATUNGSFOLGE not in bericht.fehlende
    assert Angabe.SITZUNGSART in bericht.fehlende


def test_the_vorgaenger_is_judged_on_the_day_of_the_paper() -> None:
    plan = load_plan(ROOT / "beispiele/musterkreis").plan
    bericht = beschlussvorlage(plan, plan.fassung_nach_id["2025"])
    vorher = bericht.vorgeschichte
    assert vorher is not None
    assert vorher.stichtag == date(2024, 11, 4)
    assert sum(one.anzahl for one in vorher.ergebnisse) == vorher.abschnitt.bilanz[Ebene.MASSNAHME].alt == 44
    alte = {stelle.id for stelle in vorher.fassung.massnahmen()}
    neue = [stelle.id for stelle in plan.fassung_nach_id["2025"].massnahmen() if stelle.id not in alte]
    assert vorher.neue == len(neue) > 0


def test_every_massnahme_is_counted_once_in_the_costs() -> None:
    plan = load_plan(ROOT / "beispiele/musterkreis").plan
    for fassung in plan.fassungen:
        kosten = beschlussvorlage(plan, fassung).kosten
        assert kosten.massnahmen == sum(1 for _ in fassung.massnahmen())
        assert kosten.beziffert + kosten.in_worten + kosten.nicht_bezifferbar == len(kosten.angaben)
