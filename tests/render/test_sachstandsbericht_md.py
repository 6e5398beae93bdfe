"""The Sachstandsbericht as Markdown: whole tables, no sign without its word, every text literal."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from konzept.domain.einstellungen import Ampelwort, Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.load import load_plan
from konzept.render.markdown_text import markdown_escape
from konzept.render.sachstandsbericht_md import sachstandsbericht_md
from konzept.render.sachstandsbericht_words import AMPEL, ZEICHEN
from konzept.render.templates import Templates
from konzept.reports.sachstandsbericht import sachstandsbericht

ROOT = Path(__file__).parents[2]
REPORTS = [
    ("", "2020", "2022-01-01"),
    ("beispiele/musterkreis", "2022", "2023-07-15"),
    ("beispiele/musterkreis", "2025", "2025-06-30"),
    ("beispiele/konstanz-2016", "2016", "2017-01-01"),
    ("beispiele/handlungsleitlinien", "2016", "2017-01-01"),
]


def written(ort: str, fassung: str, stichtag: str, *, nur: bool = False) -> str:
    plan = load_plan(ROOT / ort).plan
    eine = sachstandsbericht(plan, plan.fassung_nach_id[fassung], date.fromisoformat(stichtag))
    return sachstandsbericht_md(eine, Templates(), nur_aenderungen=nur)


def tables(text: str) -> list[list[list[str]]]:
    """Read every table as GFM does: rows of cells as plain words."""
    found: list[list[list[str]]] = []
    inside = False
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type in {"table_open", "table_close"}:
            inside = token.type == "table_open"
            found += [[]] if inside else []
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type == "inline" and inside:
            found[-1][-1].append("".join(child.content for child in token.children or []))
    return found


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), REPORTS)
def test_tables_are_whole(ort: str, fassung: str, stichtag: str) -> None:
    text = written(ort, fassung, stichtag)
    lines = [line for line in text.splitlines() if line.startswith("|")]
    read = tables(text)
    # one line is the rule below the head
    assert sum(len(table) + 1 for table in read) == len(lines)
    for table in read:
        assert {len(row) for row in table} == {len(table[0])}


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), REPORTS)
def test_the_page_has_no_superfluous_lines(ort: str, fassung: str, stichtag: str) -> None:
    text = written(ort, fassung, stichtag)
    assert text.startswith("# Sachstandsbericht zum ")
    assert text.endswith("\n")
    assert "\n\n\n" not in text
    assert not re.search(r"[ \t]\n", text)


def test_figures_of_the_musterkreis() -> None:
    text = written("beispiele/musterkreis", "2025", "2025-06-30")
    ampel, bild, *_ = tables(text)
    assert ampel[1:] == [
        ["● im Plan", "22", "50 %", "0"],
        ["○ geplant", "7", "16 %", "0"],
        ["‖ zurückgestellt", "1", "2 %", "0"],
        ["! Frist vorbei", "2", "5 %", "0"],
        ["? ohne Meldung", "12", "27 %", "44"],
    ]
    assert bild[1] == ["1 Ankommen und Beratung", "●●●●●● ○ !", "6", "1", "0", "1", "0", "8", "2"]
    assert bild[-1] == ["zusammen", "", "22", "7", "1", "2", "12", "44", "3"]
    assert "- **3 überfällige Fristen**; alle mit Meldung; alle neu" in text
    assert "- **32 neu gemeldet**; 73 % von 44, seit 31.12.2024; 1 gefragt, ohne Rückmeldung" in text


def test_signs_and_words_of_the_ampel_are_told_apart() -> None:
    assert set(ZEICHEN) == set(AMPEL) == set(Ampelwort)
    assert len(set(ZEICHEN.values())) == len(set(AMPEL.values())) == len(Ampelwort)


def test_only_changes() -> None:
    text = written("beispiele/musterkreis", "2022", "2023-07-15", nur=True)
    assert re.findall(r"^## (.*)", text, re.MULTILINE) == [
        "Auf einen Blick",
        "Was sich seit dem 15.01.2023 geändert hat",
    ]
    assert "**44 Maßnahmen**" in text


@pytest.mark.parametrize(
    ("stichtag", "seit", "satz"),
    [
        (
            date(2025, 6, 30),
            None,
            "Verglichen mit dem 31.12.2024, dem Tag des letzten Berichts, wenn halbjährlich berichtet wird.",
        ),
        (date(2025, 6, 30), date(2025, 1, 2), "Verglichen mit dem 02.01.2025, dem Tag des letzten Berichts."),
        (
            date(2025, 5, 31),
            None,
            "Am 30.11.2024 gab es diese Fassung noch nicht; ein Vergleich fehlt deshalb.",
        ),
    ],
)
def test_the_head_says_what_is_compared_with(stichtag: date, seit: date | None, satz: str) -> None:
    plan = load_plan(ROOT / "beispiele/musterkreis").plan
    eine = sachstandsbericht(plan, plan.fassung_nach_id["2025"], stichtag, seit)
    text = sachstandsbericht_md(eine, Templates(), nur_aenderungen=False)
    assert satz in text
    assert ("vorher |" in text) == eine.vergleichbar


def plan_with(text: str, *, titel: str = "Etwas tun", termin: str = "bis 31.03.2021") -> Plan:
    massnahme: dict[str, Any] = {"id": "m", "titel": titel, "text": "x", "termin": termin}
    feld = {"id": "f", "nummer": "1", "titel": titel, "massnahmen": [massnahme]}
    tag = {"am": "2021-06-01", "erfasst": "2021-06-01", "massnahme": "m", "stand": "begonnen"}
    fassung = Fassung(
        "2020",
        Rahmen.model_validate({"titel": titel, "art": "Konzept", "stand": "2020-11-02"}),
        (Handlungsfeld.model_validate(feld),),
        Sachstand.model_validate({"eintraege": [{**tag, "text": text}]}),
        dateien=("f",),
    )
    return Plan(Einstellungen(), fassungen=(fassung,))


def of(plan: Plan) -> str:
    eine = sachstandsbericht(plan, plan.fassungen[0], date(2021, 7, 1))
    return sachstandsbericht_md(eine, Templates(), nur_aenderungen=False)


@given(st.text(alphabet="ab1.*_`~#<>&[]()!|\\\"'=:/{}%", min_size=1, max_size=25))
@hypothesis_settings(max_examples=12)
def test_any_text_in_a_cell_is_literal_and_leaves_the_table_whole(word: str) -> None:
    mark = f"q{word}"
    plan = plan_with(str(markdown_escape(mark)), titel=mark, termin=mark)
    alle = tables(of(plan))
    assert {len({len(row) for row in table}) for table in alle} == {1}
    row = alle[-1][1]
    assert (row[1], row[3]) == (mark, mark)
    assert row[5].endswith(f"begonnen. {mark}")


def test_markdown_of_a_report_keeps_its_meaning_in_a_cell() -> None:
    row = tables(of(plan_with("Der Schalter `a|b` ist **neu**.")))[-1][1]
    assert row[5] == "01.06.2021: begonnen. Der Schalter a|b ist neu."
