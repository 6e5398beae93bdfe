"""The Sachstandsbericht of shipped plans, byte for byte; KONZEPT_GOLDEN=write rewrites the files."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from konzept.load import load_plan
from konzept.render.sachstandsbericht_html import sachstandsbericht_html
from konzept.render.sachstandsbericht_json import sachstandsbericht_json
from konzept.render.sachstandsbericht_md import sachstandsbericht_md
from konzept.render.templates import Templates
from konzept.reports.sachstandsbericht import sachstandsbericht

if TYPE_CHECKING:
    from konzept.reports.sachstandsbericht_teile import Sachstandsbericht

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"


def text_of(eine: Sachstandsbericht, ending: str, *, nur: bool) -> str:
    match ending:
        case "html":
            return sachstandsbericht_html(eine, Templates(), nur_aenderungen=nur)
        case "md":
            return sachstandsbericht_md(eine, Templates(), nur_aenderungen=nur)
        case _:
            return sachstandsbericht_json(eine, nur_aenderungen=nur)


@pytest.mark.parametrize(
    ("ort", "fassung", "stichtag", "seit", "name", "endings"),
    [
        ("", "2020", "2022-01-01", None, "ilm-kreis", ("html", "md", "json")),
        ("beispiele/musterkreis", "2025", "2025-06-30", None, "musterkreis", ("html", "md", "json")),
        ("beispiele/musterkreis", "2025", "2025-12-31", None, "musterkreis-stille", ("md",)),
        ("beispiele/musterkreis", "2022", "2023-07-15", "2023-01-15", "musterkreis-2023", ("md",)),
        ("beispiele/konstanz-2016", "2016", "2017-01-01", None, "konstanz", ("md",)),
    ],
)
@pytest.mark.parametrize("nur", [False, True])
def test_golden(
    ort: str, fassung: str, stichtag: str, seit: str | None, name: str, endings: tuple[str, ...], *, nur: bool
) -> None:
    plan = load_plan(ROOT / ort).plan
    tag = date.fromisoformat(seit) if seit else None
    eine = sachstandsbericht(plan, plan.fassung_nach_id[fassung], date.fromisoformat(stichtag), tag)
    # of the short form one format shows what is left out; the others are tested beside
    for ending in ("md",) if nur else endings:
        text = text_of(eine, ending, nur=nur)
        file = GOLDEN / f"sachstandsbericht-{name}{'-aenderungen' if nur else ''}.{ending}"
        if os.environ.get("KONZEPT_GOLDEN") == "write":
            file.write_bytes(text.encode())
        assert text.encode() == file.read_bytes()
