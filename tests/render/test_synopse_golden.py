"""The Synopse of the shipped plan and of the Musterkreis, byte for byte; KONZEPT_GOLDEN=write rewrites them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from konzept.load import load_plan
from konzept.render.synopse_html import synopse_html
from konzept.render.synopse_json import synopse_json
from konzept.render.synopse_md import synopse_md
from konzept.render.templates import Templates
from konzept.reports.synopse import synopse

if TYPE_CHECKING:
    from collections.abc import Callable

    from konzept.reports.synopse_werte import Synopse

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
FORMATE: dict[str, Callable[[Synopse], str]] = {
    "html": lambda bericht: synopse_html(bericht, Templates()),
    "md": lambda bericht: synopse_md(bericht, Templates()),
    "json": synopse_json,
}


@pytest.mark.parametrize(
    ("ort", "alt", "neu"), [("", "2018", "2020"), ("beispiele/musterkreis", "2022", "2025")]
)
@pytest.mark.parametrize("form", FORMATE)
def test_golden(ort: str, alt: str, neu: str, form: str) -> None:
    plan = load_plan(ROOT / ort).plan
    text = FORMATE[form](synopse(plan, plan.fassung_nach_id[alt], plan.fassung_nach_id[neu]))
    file = GOLDEN / f"synopse-{alt}-{neu}.{form}"
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        file.write_bytes(text.encode())
    assert text.encode() == file.read_bytes()
