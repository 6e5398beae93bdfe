"""The evaluation as Markdown: whole tables, no sign without its word, every text literal."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.indikator import Messung, Wertedatei
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.render.evaluation_md import evaluation_md
from konzept.render.evaluation_words import ERGEBNISSE
from konzept.render.templates import Templates
from konzept.reports.evaluation import evaluation

ROOT = Path(__file__).parents[2]
REPORTS = [
    ("", "2020", "2022-01-01"),
    ("beispiele/musterkreis", "2022", "2024-12-10"),
    ("beispiele/musterkreis", "2025", "2025-07-03"),
    ("beispiele/konstanz-2016", "2016", "2017-01-01"),
    ("beispiele/handlungsleitlinien", "2016", "2017-01-01"),
]


def written(ort: str, fassung: str, stichtag: str) -> str:
    plan = load_plan(ROOT / ort).plan
    return evaluation_md(
        evaluation(plan, plan.fassung_nach_id[fassung], date.fromisoformat(stichtag)), Templates()
    )


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


def stripes(text: str) -> list[list[int]]:
    """Count the strokes of each line of each table, as they are written: GFM would fill up a short row."""
    found: list[list[int]] = [[]]
    for line in text.split("\n"):
        if line.startswith("|"):
            found[-1].append(line.replace("\\|", "").count("|"))
        elif found[-1]:
            found.append([])
    return [table for table in found if table]


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), REPORTS)
def test_tables_are_whole_and_headings_in_order(ort: str, fassung: str, stichtag: str) -> None:
    text = written(ort, fassung, stichtag)
    assert all(len(set(table)) == 1 for table in stripes(text))
    assert len(tables(text)) == len(stripes(text))
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert not [token for token in tokens if token.type.startswith("html")]


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), REPORTS)
def test_beside_every_sign_of_the_pictures_stand_the_numbers_with_their_words(
    ort: str, fassung: str, stichtag: str
) -> None:
    for table in tables(written(ort, fassung, stichtag)):
        if table[0][1:2] == ["Bild"]:
            namen = [kopf.split(" ", 1) for kopf in table[0][2:-2]]
            assert {name for _, name in namen} <= set(ERGEBNISSE.values())
            for row in table[1:-2]:
                assert [row[1].count(zeichen) for zeichen, _ in namen] == [int(zahl) for zahl in row[2:-2]]


def test_the_values_of_an_indicator_are_a_table() -> None:
    table = next(t for t in tables(written(*REPORTS[1])) if t[0][1] == "Prozent" and t[1][1] == "10")
    assert [row[:2] for row in table] == [
        ["Zeit", "Prozent"],
        ["Ausgangswert", "10"],
        ["Juni 2023", "30"],
        ["Dezember 2023", "46,9"],
        ["Juni 2024", "60,6"],
        ["Zielwert", "100"],
    ]


NASTY = st.text(alphabet="ab1.*_`~#<>&[]()!|\\\"'=:/{}%+-", min_size=1, max_size=25)


@given(NASTY)
@hypothesis_settings(max_examples=12)
def test_any_text_stays_in_its_cell(word: str) -> None:
    text = f"Z {' '.join(word.split())}".strip()
    indikator = {"id": "i", "titel": text, "einheit": text, "zielwert": text, "quelle": text}
    massnahme = {"id": "a", "titel": text, "text": "T", "termin": text, "indikatoren": [indikator]}
    feld = {"id": "f", "nummer": "1", "titel": text, "massnahmen": [massnahme]}
    fassung = Fassung(
        "2020",
        Rahmen.model_validate({"titel": text, "art": text, "stand": "2020"}),
        (Handlungsfeld.model_validate(feld),),
        dateien=("f",),
    )
    messung = {"indikator": "i", "am": "2020", "wert": "2", "quelle": text, "hinweis": text}
    dateien = (Wertedatei("w", (Messung.model_validate(messung),)),)
    plan = Plan(fassungen=(fassung,), wertedateien=dateien)
    shown = tables(evaluation_md(evaluation(plan, fassung, date(2021, 7, 1)), Templates()))
    assert [len(table) for table in shown] == [2, 4, 3, 3, 2]
    assert shown[3][0][1] == text
    assert shown[3][1] == ["2020", "2", f"{text} · {text}"]
    assert shown[3][2][:2] == ["Zielwert", text]
    assert shown[4][1][1] == text
    assert shown[4][1][5] == text
