"""What checks say about a sound plan (nothing), and where they must stay silent.

What each of them finds is shown by ``tests/errors``.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from konzept.checks.run import CHECKS, apply_rules, run_checks
from konzept.diagnostics import Befund, Location, Severity, SourceMap
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.plan import Plan
from konzept.load import load_plan

ROOT = Path(__file__).parent.parent.parent
PLANS = [ROOT, *sorted((ROOT / "beispiele").iterdir())]


WITHOUT_A_FIRST_YEAR = {
    ROOT: "data/handlungsfelder/2020/5-gesundheit.yaml",
    ROOT / "beispiele" / "musterkreis": "data/handlungsfelder/2022/4-wohnen.yaml",
}
"""»im 2-Jahres-Turnus« names no first year: true of source 001 (design §2), and a demonstration in the example."""


@pytest.mark.parametrize("root", PLANS, ids=lambda root: root.name)
def test_the_shipped_plans_have_no_errors_and_only_the_warning_of_a_rhythm_without_a_first_year(
    root: Path,
) -> None:
    loaded = load_plan(root)
    findings = [*loaded.findings, *run_checks(loaded.plan, loaded.source)]
    expected = [("termin-ohne-anker", WITHOUT_A_FIRST_YEAR[root])] if root in WITHOUT_A_FIRST_YEAR else []
    found = [(b.code, b.ort.datei) for b in findings if b.schwere is not Severity.HINWEIS]
    assert found == expected


@pytest.mark.parametrize("root", PLANS, ids=lambda root: root.name)
def test_an_unreadable_register_causes_no_further_errors(root: Path) -> None:
    loaded = load_plan(root)
    files = frozenset({"data/akteure.yaml", "data/foerderprogramme.yaml"})
    plan = replace(loaded.plan, akteure=(), foerderprogramme=(), unlesbare_dateien=files)
    assert [b for b in run_checks(plan, loaded.source) if b.schwere is Severity.FEHLER] == []


def test_an_empty_plan_has_no_findings() -> None:
    assert run_checks(Plan(), SourceMap()) == []


def test_a_partial_fassung_is_left_in_peace_about_gaps() -> None:
    feld: dict[str, object] = {
        "id": "f",
        "nummer": "1",
        "titel": "F",
        "massnahmen": [{"id": "m", "text": "M"}],
    }
    for complete, codes in (
        ("true", {"massnahme-ohne-zustaendigkeit", "massnahme-ohne-termin"}),
        ("false", set()),
    ):
        assert {b.code for b in run_checks(_plan(feld, complete), SourceMap())} == codes


def _plan(feld: dict[str, object], vollstaendig: str) -> Plan:
    from konzept.domain.handlungsfeld import Handlungsfeld

    rahmen = Rahmen.model_validate(
        {"titel": "T", "art": "Konzept", "stand": "2020", "vollstaendig": vollstaendig}
    )
    fassung = Fassung("2020", rahmen, (Handlungsfeld.model_validate(feld),), dateien=("data/f.yaml",))
    return Plan(fassungen=(fassung,))


@pytest.mark.parametrize(
    ("nature", "rule", "result"),
    [
        (Severity.WARNUNG, "aus", None),
        (Severity.WARNUNG, "hinweis", Severity.HINWEIS),
        (Severity.WARNUNG, "fehler", Severity.FEHLER),
        (Severity.HINWEIS, "warnung", Severity.WARNUNG),
        (Severity.FEHLER, "aus", Severity.FEHLER),
        (Severity.FEHLER, "hinweis", Severity.FEHLER),
    ],
)
def test_a_county_sets_severities_but_cannot_hide_an_error(
    nature: Severity, rule: str, result: Severity | None
) -> None:
    plan = Plan(einstellungen=Einstellungen.model_validate({"regeln": {"a-b": rule}}))
    befund = Befund("a-b", nature, Location("x"), "M")
    assert [b.schwere for b in apply_rules([befund], plan)] == ([result] if result else [])


def test_the_checks_are_named_once_each() -> None:
    assert len(set(CHECKS)) == len(CHECKS)
