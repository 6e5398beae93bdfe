"""A Fassung in another language: its texts with lang and dir, its gaps named and marked, nothing filled in."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.render.sprachfassung_html import sprachfassung_html
from konzept.render.sprachfassung_words import luecken, lueckensatz
from konzept.render.templates import Templates
from konzept.reports.sprachfassung import LEICHT, sprachen, sprachfassung

ROOT = Path(__file__).parents[2]


@cache
def muster() -> Plan:
    return load_plan(ROOT / "beispiele" / "musterkreis").plan


def made(texte: dict[str, str], leicht: str | None = None) -> tuple[Plan, Fassung]:
    """Return a plan of one field with one Maßnahme, which has these texts."""
    rahmen = Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": "2020"})
    massnahme = {"id": "m", "text": "Wir beraten.", "texte": texte}
    feld = Handlungsfeld.model_validate(
        {
            "id": "feld",
            "nummer": "1",
            "titel": "Feld",
            "massnahmen": [{**massnahme, "leichte_sprache": leicht} if leicht else massnahme],
        }
    )
    fassung = Fassung("2020", rahmen, (feld,), dateien=("f.yaml",))
    return Plan(fassungen=(fassung,)), fassung


def page(plan: Plan, fassung: Fassung, sprache: str) -> str:
    return sprachfassung_html(sprachfassung(plan, fassung, sprache), Templates())


@pytest.mark.parametrize(
    ("sprache", "lang", "richtung"), [("en", "en", "ltr"), ("ar", "ar", "rtl"), ("fa-AF", "fa-AF", "rtl")]
)
def test_a_text_bears_its_language_and_its_direction(sprache: str, lang: str, richtung: str) -> None:
    html = page(*made({sprache: "Text **hier**"}), sprache)
    assert re.findall(
        r'<div class="uebertragen" lang="([^"]*)" dir="([^"]*)">(.*?)</div>', html, re.DOTALL
    ) == [(lang, richtung, "<p>Text <strong>hier</strong></p>\n")]


def test_leichte_sprache_is_german_and_keeps_its_lines() -> None:
    html = page(*made({}, "Eine Zeile.\nNoch eine."), LEICHT)
    assert '<div class="texte leicht">' in html
    assert 'lang="de" dir="ltr"' in html
    assert re.search(r"Eine Zeile\.<br ?/?>\s*Noch eine\.", html)


def test_gaps_are_marked_in_the_page_and_named() -> None:
    plan, fassung = made({"en": "We advise."})
    found = sprachfassung(plan, fassung, "en")
    assert lueckensatz(found) == "Englisch: 2 Texte fehlen noch, von 3."
    assert luecken(found) == ["die Fassung im Ganzen (data/fassungen/2020.yaml)", "1 Feld (feld)"]
    html = page(plan, fassung, "en")
    assert html.count('class="fehlt"') == 1  # the field, as it leads to a text; the Fassung is in the table
    assert (
        '<th role="rowheader" scope="row">Fassung im Ganzen</th><td role="cell" class="ziffer rechts"' in html
    )
    assert "Englisch: 2 Texte fehlen noch, von 3." in html


def test_the_german_text_does_not_stand_in_for_a_gap() -> None:
    assert (
        "Wir beraten" not in page(*made({"en": "We advise."}), "en").split("<main")[1].split("We advise")[1]
    )


def test_the_languages_of_a_plan() -> None:
    assert sprachen(muster().fassung_nach_id["2025"]) == (LEICHT, "en")
    assert sprachen(made({"uk": "x", "ar": "y"})[1]) == ("ar", "uk")


def test_a_text_is_never_markup() -> None:
    html = page(*made({"en": '<script>alert(1)</script> <img src="https://x.example/a.png">'}), "en")
    assert "<script>" not in html
    assert "<img" not in html


def test_a_language_is_named_in_itself_with_its_own_direction() -> None:
    html = page(*made({"ar": "نص"}), "ar")
    assert '<strong>Arabisch</strong> · <span lang="ar" dir="rtl">العربية</span>' in html
    assert "Englisch</strong> · <span" not in page(*made({}, "Ein Satz."), LEICHT)


@pytest.mark.parametrize("sprache", [LEICHT, "en", "ar"])
def test_no_heading_skips_a_level_and_no_anchor_stands_twice(sprache: str) -> None:
    html = page(muster(), muster().fassung_nach_id["2025"], sprache)
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    anchors = re.findall(r' id="([^"]*)"', html)
    assert len(anchors) == len(set(anchors))


def test_tables_begin_on_the_side_where_the_writing_begins() -> None:
    html = page(*made({"ar": "| نص | رقم |\n|---|---|\n| بيت | 1 |"}), "ar")
    assert ':where([dir="rtl"]) :is(th, td) { padding: 0.5rem 0 0.5rem 1rem; text-align: start; }' in html
    # the rule is no stronger than that of every page, so it has to stand behind it
    assert html.index("text-align: left; vertical-align: top") < html.index(':where([dir="rtl"])')
