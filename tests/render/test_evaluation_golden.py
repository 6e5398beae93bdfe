"""The evaluation of shipped plans, byte for byte; KONZEPT_GOLDEN=write rewrites the files."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from konzept.load import load_plan
from konzept.render.evaluation_html import evaluation_html
from konzept.render.evaluation_json import evaluation_json
from konzept.render.evaluation_md import evaluation_md
from konzept.render.templates import Templates
from konzept.reports.evaluation import evaluation

if TYPE_CHECKING:
    from collections.abc import Callable

    from konzept.reports.evaluation_teile import Evaluation

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
FORMATE: dict[str, Callable[[Evaluation], str]] = {
    "html": lambda bericht: evaluation_html(bericht, Templates()),
    "md": lambda bericht: evaluation_md(bericht, Templates()),
    "json": evaluation_json,
}


def report(ort: str, fassung: str, stichtag: str) -> Evaluation:
    plan = load_plan(ROOT / ort).plan
    return evaluation(plan, plan.fassung_nach_id[fassung], date.fromisoformat(stichtag))


@pytest.mark.parametrize(
    ("ort", "fassung", "stichtag", "name", "formate"),
    [
        ("", "2020", "2022-01-01", "ilm-kreis-2020", ("md",)),
        ("beispiele/musterkreis", "2022", "2024-12-10", "musterkreis-2022", ("html", "md", "json")),
        ("beispiele/musterkreis", "2025", "2025-07-03", "musterkreis-2025", ("md",)),
    ],
)
def test_golden(ort: str, fassung: str, stichtag: str, name: str, formate: tuple[str, ...]) -> None:
    bericht = report(ort, fassung, stichtag)
    for form in formate:
        written = FORMATE[form](bericht).encode()
        file = GOLDEN / f"evaluation-{name}.{form}"
        if os.environ.get("KONZEPT_GOLDEN") == "write":
            file.write_bytes(written)
        assert written == file.read_bytes()


def test_the_json_has_exact_numbers_and_every_word() -> None:
    content = json.loads(evaluation_json(report("beispiele/musterkreis", "2022", "2024-12-10")))
    assert sum(one["anzahl"] for one in content["ergebnisse"]) == content["massnahmen_gesamt"] == 44
    assert sum(one["anteil"] for one in content["ergebnisse"]) == 100
    assert sum(content["termine"].values()) == 44
    werte = {one["id"]: [wert["wert"] for wert in one["werte"]] for one in content["indikatoren"]}
    assert werte["ind-schulung-verwaltung"] == ["30", "46.9", "60.6"]
    assert len(content["massnahmen"]) == 44
