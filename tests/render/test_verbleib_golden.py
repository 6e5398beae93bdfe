"""What was not carried over, of the shipped plans, byte for byte; KONZEPT_GOLDEN=write rewrites the files."""

from __future__ import annotations

import json
import os
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from konzept.load import load_plan
from konzept.render.templates import Templates
from konzept.render.verbleib_html import verbleib_html
from konzept.render.verbleib_json import verbleib_json
from konzept.render.verbleib_md import verbleib_md
from konzept.reports.verbleib import verbleib

if TYPE_CHECKING:
    from collections.abc import Callable

    from konzept.reports.verbleib_teile import Verbleibbericht

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
FORMATE: dict[str, Callable[[Verbleibbericht], str]] = {
    "html": lambda bericht: verbleib_html(bericht, Templates()),
    "md": lambda bericht: verbleib_md(bericht, Templates()),
    "json": verbleib_json,
}


def report(ort: str, fassung: str) -> Verbleibbericht:
    plan = load_plan(ROOT / ort).plan
    return verbleib(plan, plan.fassung_nach_id[fassung])


@pytest.mark.parametrize(
    ("ort", "fassung", "name"),
    [("", "2020", "ilm-kreis-2020"), ("beispiele/musterkreis", "2025", "musterkreis-2025")],
)
@pytest.mark.parametrize("form", FORMATE)
def test_golden(ort: str, fassung: str, name: str, form: str) -> None:
    written = FORMATE[form](report(ort, fassung)).encode()
    file = GOLDEN / f"verbleib-{name}.{form}"
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        file.write_bytes(written)
    assert written == file.read_bytes()


@pytest.mark.parametrize(("ort", "fassung"), [("", "2018"), ("beispiele/musterkreis", "2022")])
def test_a_fassung_without_vorgaenger_has_an_empty_account_in_every_format(ort: str, fassung: str) -> None:
    bericht = report(ort, fassung)
    assert json.loads(verbleib_json(bericht))["abschnitte"] == []
    assert f"Die Fassung {fassung} schreibt keine frühere fort" in verbleib_md(bericht, Templates())


def test_the_json_accounts_for_what_its_balance_counts() -> None:
    (abschnitt,) = json.loads(verbleib_json(report("beispiele/musterkreis", "2025")))["abschnitte"]
    for ebene, bilanz in abschnitt["bilanz"].items():
        posten = {name: zahl for name, zahl in bilanz.items() if name != "alt"}
        assert sum(posten.values()) == bilanz["alt"]
        eintraege = [eintrag for eintrag in abschnitt["eintraege"] if eintrag["ebene"] == ebene]
        assert len(eintraege) == bilanz["alt"] - bilanz["fortgefuehrt"]
        for verbleib_, zahl in posten.items():
            if verbleib_ not in {"fortgefuehrt", "offen"}:
                assert sum(eintrag["verbleib"] == verbleib_ for eintrag in eintraege) == zahl


@pytest.mark.parametrize(("ort", "fassung"), [("", "2020"), ("beispiele/musterkreis", "2025")])
def test_markdown_has_headings_in_order_and_no_html(ort: str, fassung: str) -> None:
    tokens = MarkdownIt("commonmark").parse(verbleib_md(report(ort, fassung), Templates()))
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert not [token for token in tokens if token.type.startswith("html")]
