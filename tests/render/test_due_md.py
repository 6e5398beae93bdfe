"""The Markdown of what is due: whole tables, no HTML, nothing left out, every text literal."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.load import load_plan
from konzept.render.due_md import due_md
from konzept.render.due_words import summe
from konzept.render.templates import Templates
from konzept.reports.due import Duebericht, due
from konzept.reports.due_fassung import Wahlgrund
from konzept.reports.due_frage import Frage

ROOT = Path(__file__).parents[2]
MUSTERKREIS = "beispiele/musterkreis"
VHS = frozenset({"kreisvolkshochschule"})
FRAGEN = [
    ("", "2020", Frage(date(2021, 1, 1), date(2021, 12, 31), date(2022, 1, 1))),
    ("", "2018", Frage(date(2019, 1, 1), date(2019, 12, 31), date(2019, 7, 1), vorlauf=30)),
    (MUSTERKREIS, "2022", Frage(date(2023, 1, 1), date(2023, 12, 31), date(2023, 10, 15), vorlauf=90)),
    (MUSTERKREIS, "2025", Frage(date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1), akteure=VHS)),
]


@cache
def answer(ort: str, fassung: str, frage: Frage) -> tuple[Plan, Duebericht]:
    plan = load_plan(ROOT / ort).plan
    return plan, due(plan, plan.fassung_nach_id[fassung], frage)


def document(ort: str, fassung: str, frage: Frage) -> str:
    plan, bericht = answer(ort, fassung, frage)
    return due_md(bericht, plan.einstellungen, Templates())


def tables(text: str) -> list[list[list[str]]]:
    """Return the tables of a Markdown document as a reader sees them: rows of cells."""
    html = MarkdownIt("commonmark").enable("table").render(text)
    return [
        [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in table.iter("tr")]
        for table in html5lib.parse(html, namespaceHTMLElements=False).iter("table")
    ]


def words(text: str) -> str:
    html = MarkdownIt("commonmark").enable("table").render(text)
    return " ".join("".join(html5lib.parse(html, namespaceHTMLElements=False).itertext()).split())


@pytest.mark.parametrize(("ort", "fassung", "frage"), FRAGEN)
def test_headings_are_in_order_and_bear_no_figures(ort: str, fassung: str, frage: Frage) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(document(ort, fassung, frage))
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    titles = [tokens[i + 1].content for i, token in enumerate(tokens) if token.type == "heading_open"]
    assert titles[:2] == [f"Was {frage.von.year} fällig ist", "Auf einen Blick"]
    assert not any(
        re.search("[0-9]", title) for title in titles[1:]
    )  # an anchor must not change with a figure
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize(("ort", "fassung", "frage"), FRAGEN)
def test_there_is_no_html_and_no_gap(ort: str, fassung: str, frage: Frage) -> None:
    text = document(ort, fassung, frage)
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    kinds = {child.type for token in tokens for child in (token, *(token.children or []))}
    assert not {"html_block", "html_inline", "image", "link_open"} & kinds
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize(("ort", "fassung", "frage"), FRAGEN)
def test_tables_are_whole_and_hold_every_entry(ort: str, fassung: str, frage: Frage) -> None:
    _, bericht = answer(ort, fassung, frage)
    found = tables(document(ort, fassung, frage))
    assert all(len({len(row) for row in table}) == 1 for table in found)
    rows = [row for table in found for row in table[1:]]
    for eintrag in bericht.eintraege:
        titel, teil = (" ".join(text.split()) for text in (eintrag.titel, eintrag.teil_text))
        assert any(
            row[0] == eintrag.gliederung and row[1].endswith(titel) and row[2].removeprefix("~") == teil
            for row in rows
        )


@pytest.mark.parametrize(("ort", "fassung", "frage"), FRAGEN)
def test_the_sum_accounts_for_every_termin_and_names_what_has_no_frist(
    ort: str, fassung: str, frage: Frage
) -> None:
    plan, bericht = answer(ort, fassung, frage)
    shown = words(document(ort, fassung, frage))
    assert summe(bericht, plan.einstellungen) in shown
    for verweis in (*bericht.termine.ausserhalb, *bericht.ohne_termin):
        assert f"{verweis.nummer} {' '.join(verweis.titel.split())}" in shown


def test_the_overdue_of_the_shipped_plan_as_a_table() -> None:
    overdue = tables(document(*FRAGEN[0]))[0]
    assert overdue[0] == ["Nr.", "Maßnahme", "Termin", "Frist", "Federführend", "Meldung"]
    assert [(row[0], row[3], row[5].split(":")[0]) for row in overdue[1:]] == [
        ("4.2", "31.12.2018 (Übertrag)", "ohne Meldung"),
        ("2.9", "~01.08.2021", "ohne Meldung"),
        ("6.5 M1", "30.09.2021", "ohne Meldung"),
        ("6.5 M2", "30.09.2021", "ohne Meldung"),
        ("2.9", "31.12.2021", "ohne Meldung"),
        ("6.2", "31.12.2021", "zuletzt gemeldet am 02.11.2020 (vor der Frist)"),
        ("6.3", "31.12.2021", "ohne Meldung"),
    ]


def test_many_fristen_of_one_rhythm_are_first_last_and_number() -> None:
    jahr = Frage(date(2025, 1, 1), date(2025, 12, 31), date(2025, 6, 30))
    rows = [
        row for table in tables(document(MUSTERKREIS, "2025", jahr)) for row in table if row[0] == "1.1 M1"
    ]
    assert "30.06.2025 bis 31.12.2025 (7 Fristen)" in {row[3] for row in rows}


def test_the_head_says_what_was_asked_and_what_one_must_know_of_the_fassung() -> None:
    plan, bericht = answer("", "2018", Frage(date(2024, 1, 1), date(2024, 12, 31), date(2025, 1, 1)))
    text = due_md(bericht, plan.einstellungen, Templates(), grund=Wahlgrund.ERSTE, auswahl="nur *dies*")
    shown = words(text)
    assert "Auswahl: nur *dies*" in shown
    assert "Stichtag: 01.01.2025" in shown
    assert "Hinweis: Am 31.12.2024 galt noch keine Fassung; ausgewertet ist die erste, 2018." in shown
    assert "Hinweis: Diese Fassung ist nur in Teilen bekannt" in shown


def one_report(text: str, titel: str = "Titel") -> str:
    """Write the answer for a plan of one overdue Maßnahme with one report."""
    massnahme = {"id": "m", "titel": titel, "text": "Etwas tun.", "termin": "bis 31.03.2021"}
    feld = {"id": "f", "nummer": "1", "titel": "Feld", "massnahmen": [massnahme]}
    log = {"am": "2021-04-01", "erfasst": "2021-04-01", "massnahme": "m", "stand": "begonnen", "text": text}
    fassung = Fassung(
        "2020",
        Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": "2020"}),
        (Handlungsfeld.model_validate(feld),),
        Sachstand.model_validate({"eintraege": [log]}),
        dateien=("f",),
    )
    plan = Plan(Einstellungen(), fassungen=(fassung,))
    frage = Frage(date(2021, 1, 1), date(2021, 12, 31), date(2022, 1, 1))
    return due_md(due(plan, fassung, frage), plan.einstellungen, Templates())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Das ist **fertig**.", "Das ist fertig."),
        ("Siehe [hier](https://example.org).", "Siehe hier."),
        ("Kurs A | Kurs B", "Kurs A | Kurs B"),
        ("`a | b` im Code", "`a | b` im Code"),
        ("Erster Absatz.\n\nZweiter.", "Erster Absatz. Zweiter."),
        ("<script>", "<script>"),
    ],
)
def test_a_report_stays_in_its_cell(text: str, shown: str) -> None:
    (table,) = tables(one_report(text))
    assert table[1][-1] == f"gemeldet am 01.04.2021: begonnen. {shown}"


@given(st.text(alphabet="ab1.*_`~#<>&[]()!|\\\"'=:/{}%", min_size=1, max_size=25))
@hypothesis_settings(max_examples=25)
def test_any_title_is_literal_and_stays_in_its_cell(title: str) -> None:
    (table,) = tables(one_report("Text.", f"q{title}"))
    assert table[1][1] == f"q{title}"
    assert len(table[1]) == len(table[0])
