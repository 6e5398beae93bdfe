"""The Synopse of the shipped plan and of the Musterkreis, byte for byte; KONZEPT_GOLDEN=write rewrites them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree  # type: ignore[import-untyped]  # lxml brings no types

from konzept.load import load_plan
from konzept.render.odt import odt_bytes
from konzept.render.schriftstueck_zip import unpacked
from konzept.render.synopse_html import synopse_html
from konzept.render.synopse_json import synopse_json
from konzept.render.synopse_md import synopse_md
from konzept.render.synopse_schriftstueck import synopse_schriftstueck
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


def content_xml(bericht: Synopse) -> str:
    """Return the part of the OpenDocument file that holds its words, indented to be read."""
    content = unpacked(odt_bytes(synopse_schriftstueck(bericht)))["content.xml"]
    written: bytes = etree.tostring(etree.fromstring(content), pretty_print=True, encoding="utf-8")
    return written.decode()


@pytest.mark.parametrize(
    ("ort", "alt", "neu", "form"),
    [
        *(("", "2018", "2020", form) for form in FORMATE),
        *(("beispiele/musterkreis", "2022", "2025", form) for form in FORMATE),
        ("beispiele/musterkreis", "2022", "2025", "odt.xml"),
    ],
)
def test_golden(ort: str, alt: str, neu: str, form: str) -> None:
    plan = load_plan(ROOT / ort).plan
    text = FORMATE.get(form, content_xml)(synopse(plan, plan.fassung_nach_id[alt], plan.fassung_nach_id[neu]))
    file = GOLDEN / f"synopse-{alt}-{neu}.{form}"
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        file.write_bytes(text.encode())
    assert text.encode() == file.read_bytes()
