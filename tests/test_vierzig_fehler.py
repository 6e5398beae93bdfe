"""A plan with more than forty faults of as many kinds: one run names every one of them, each on its line.

What is expected stands in the plan itself, ``tests/errors/_vierzig``: a comment ``# ← code`` ends the faulty line.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from konzept.__main__ import _load_app
from konzept.cli.surface.entry import run

if TYPE_CHECKING:
    import pytest

PLAN = Path(__file__).parent / "errors" / "_vierzig"
MARK = re.compile("# ← (?P<codes>[a-z -]+)$")

Place = tuple[str, int, str]


def planted() -> set[Place]:
    """Every planted fault: file, line, code."""
    found: set[Place] = set()
    for path in sorted(PLAN.rglob("*.yaml")):
        for line, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            mark = MARK.search(text)
            for code in mark["codes"].split() if mark else ():
                found.add((path.relative_to(PLAN).as_posix(), line, code))
    return found


def test_more_than_forty_faults_of_as_many_kinds_are_planted() -> None:
    assert len({code for _, _, code in planted()}) > 40


def test_one_run_finds_each_on_its_line_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    call = ["-C", str(PLAN), "validate", "--stichtag", "2025-01-01", "--format", "json"]
    assert run(_load_app, call, guarded=False) == 1
    befunde = json.loads(capsys.readouterr().out)["befunde"]
    assert {(b["datei"], b["zeile"], b["code"]) for b in befunde} == planted()
