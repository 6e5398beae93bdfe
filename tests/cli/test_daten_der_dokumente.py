"""The keys of every document as data: docs/daten.md names them, made here from what the shipped plans give."""

from __future__ import annotations

import json
import os
import re
import textwrap
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from konzept.cli.render_auftrag import Auftrag, Format
from konzept.cli.render_dokumente import DOKUMENTE, Dokument
from konzept.domain.einstellungen import Ampelwort
from konzept.domain.element import Ebene
from konzept.domain.sachstand import Stand
from konzept.load import load_plan
from konzept.render.templates import Templates
from konzept.reports.diff_werte import Art
from konzept.reports.evaluation_ergebnis import Ergebnis
from konzept.reports.evaluation_termine import Terminlage

if TYPE_CHECKING:
    from enum import StrEnum

    from konzept.domain.plan import Plan

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "daten.md"
PLANS = {"": ("2020", date(2022, 1, 1)), "beispiele/musterkreis": ("2025", date(2025, 7, 3))}
LANGUAGES = {"": None, "beispiele/musterkreis": "en"}
WORDS: dict[str, type[StrEnum]] = {
    "Ampelwort": Ampelwort,
    "Stand": Stand,
    "Ebene": Ebene,
    "Art": Art,
    "Ergebnis": Ergebnis,
    "Terminlage": Terminlage,
}
"""What keys may be besides names of fields: the words of a list, of which each has the same below it."""

SHOWN = [one for one in DOKUMENTE if one is not Dokument.KONZEPT]
"""The whole plan has a schema of its own (schema/ausgabe/konzept.json)."""


@cache
def plan_of(ort: str) -> Plan:
    return load_plan(ROOT / ort).plan


def shape(value: Any) -> Any:
    """Return the keys of a value: a dict of them, a list of one shape for all entries, None for the rest."""
    if isinstance(value, dict):
        return {key: shape(below) for key, below in value.items()}
    if isinstance(value, list):
        merged = None
        for entry in value:
            merged = both(merged, shape(entry))
        return [merged]
    return None


def both(one: Any, other: Any) -> Any:
    if one is None or other is None:
        return other if one is None else one
    if isinstance(one, list):
        return [both(one[0], other[0])]
    return {key: both(one.get(key), other.get(key)) for key in [*one, *(k for k in other if k not in one)]}


def notation(form: Any) -> str:
    """Write a shape: ``{titel, felder: [{id}]}``; keys that are words of a list stand as its name."""
    if isinstance(form, list):
        return f"[{notation(form[0])}]"
    if not isinstance(form, dict):
        return ""
    name = next((name for name, words in WORDS.items() if len(form) > 1 and set(form) <= set(words)), None)
    if name is not None:
        merged = None
        for below in form.values():
            merged = both(merged, below)
        form = {f"<{name}>": merged}
    if form.get("texte"):
        form = form | {"texte": {"<Sprache>": None}}
    parts = [
        f"{key}: {below}" if below else key for key, below in ((k, notation(v)) for k, v in form.items())
    ]
    return "{" + ", ".join(parts) + "}"


def keys_of(dokument: Dokument) -> str:
    merged = None
    for ort, (fassung, stichtag) in PLANS.items():
        if dokument is Dokument.SPRACHFASSUNG and LANGUAGES[ort] is None:
            continue
        plan = plan_of(ort)
        auftrag = Auftrag(plan, plan.fassung_nach_id[fassung], stichtag, Templates(), sprache=LANGUAGES[ort])
        written = DOKUMENTE[dokument].ausgefuehrt(auftrag, Format.JSON).inhalt
        merged = both(merged, shape(json.loads(written)))
    return "".join(
        f"{line}\n"
        for line in textwrap.wrap(notation(merged), 118, break_on_hyphens=False, break_long_words=False)
    )


def section(dokument: Dokument) -> re.Pattern[str]:
    return re.compile(rf"(?<=### {dokument}\n\n```text\n)[^`]*(?=```\n)")


@pytest.mark.parametrize("dokument", SHOWN)
def test_the_page_names_every_key_of_a_document(dokument: Dokument) -> None:
    keys = keys_of(dokument)
    page = PAGE.read_text(encoding="utf-8")
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        page = section(dokument).sub(lambda _: keys, page)
        PAGE.write_text(page, encoding="utf-8", newline="\n")
    found = section(dokument).search(page)
    assert found is not None, f"docs/daten.md has no section »### {dokument}«"
    assert found[0] == keys


def test_shapes_of_several_documents_become_one() -> None:
    one = {"titel": "a", "felder": [{"id": 1}, {"id": 2, "ort": {"x": 1}}], "leer": []}
    other = {"titel": None, "felder": [], "leer": [{"y": 1}], "ampel": {"im-plan": 1, "geplant": 0}}
    assert notation(both(shape(one), shape(other))) == (
        "{titel, felder: [{id, ort: {x}}], leer: [{y}], ampel: {<Ampelwort>}}"
    )
