"""The documents of the shipped plan and of the Musterkreis, byte for byte; KONZEPT_GOLDEN=write rewrites them."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from konzept.load import load_plan
from konzept.render.konzept_html import konzept_html
from konzept.render.konzept_md import konzept_md
from konzept.render.templates import Templates
from konzept.reports.konzept import konzeptbericht

if TYPE_CHECKING:
    from collections.abc import Callable

    from konzept.reports.konzept_teile import Konzept

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"


@pytest.mark.parametrize(
    ("ort", "fassung", "tag", "name"),
    [
        ("", "2020", date(2020, 11, 2), "konzept-ilm-kreis-2020"),
        ("beispiele/musterkreis", "2025", date(2025, 7, 3), "konzept-musterkreis-2025"),
    ],
)
@pytest.mark.parametrize(("ending", "writer"), [("html", konzept_html), ("md", konzept_md)])
def test_golden(
    ort: str, fassung: str, tag: date, name: str, ending: str, writer: Callable[[Konzept, Templates], str]
) -> None:
    plan = load_plan(ROOT / ort).plan
    text = writer(konzeptbericht(plan, plan.fassung_nach_id[fassung], tag), Templates())
    file = GOLDEN / f"{name}.{ending}"
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        file.write_bytes(text.encode())
    assert text.encode() == file.read_bytes()
