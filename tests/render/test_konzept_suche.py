"""Searching in the page: what can be chosen is there, and every choice finds something."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import html5lib
import pytest

from konzept.load import load_plan
from konzept.render.konzept_html import konzept_html
from konzept.render.konzept_suche import suche
from konzept.render.templates import Templates
from konzept.reports.konzept import konzeptbericht

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from konzept.reports.konzept_teile import Konzept

ROOT = Path(__file__).parents[2]


@cache
def bericht(ort: str, fassung: str, tag: date | None) -> Konzept:
    plan = load_plan(ROOT / ort).plan
    return konzeptbericht(plan, plan.fassung_nach_id[fassung], tag)


def page(konzept: Konzept) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    document: Element = parser.parse(konzept_html(konzept, Templates()))
    return document


MUSTER = ("beispiele/musterkreis", "2025", date(2025, 7, 3))


@pytest.mark.parametrize(("ort", "fassung", "tag"), [("", "2020", date(2020, 11, 2)), MUSTER])
def test_every_choice_finds_a_massnahme(ort: str, fassung: str, tag: date) -> None:
    document = page(bericht(ort, fassung, tag))
    articles = list(document.iter("article"))
    for select in document.iter("select"):
        name = select.attrib["name"]
        given = {word for article in articles for word in article.attrib.get(f"data-{name}", "").split()}
        chosen = {option.attrib["value"] for option in select.iter("option")} - {""}
        assert chosen
        assert chosen <= given
        assert select.attrib["id"] in {label.attrib.get("for") for label in document.iter("label")}


def test_what_nobody_could_choose_between_is_not_asked() -> None:
    leitlinien = suche(bericht("beispiele/handlungsleitlinien", "2016", date(2016, 1, 1)))
    assert (leitlinien["felder"], leitlinien["staende"], leitlinien["termine"]) == ([], [], [])
    assert leitlinien["mehrzahl"] == "Leitlinien"
    ohne = suche(bericht("beispiele/musterkreis", "2025", None))
    assert (ohne["staende"], ohne["termine"]) == ([], [])
    assert len(ohne["felder"]) == 6
    assert not list(page(bericht("beispiele/konstanz-2016", "2016", None)).iter("form"))


def test_the_choices_of_termine_are_late_years_and_kinds() -> None:
    namen = [wahl["name"] for wahl in suche(bericht(*MUSTER))["termine"]]
    assert namen == [
        "überfällig",
        *(f"Frist {jahr}" for jahr in (2022, 2025, 2026, 2027, 2029)),
        "wiederkehrend",
        "laufend",
    ]


def test_an_office_finds_what_its_parts_do() -> None:
    massnahmen = suche(bericht("", "2020", date(2020, 11, 2)))["massnahmen"]
    mit_teil = [
        eine["stellen"].split() for eine in massnahmen.values() if "kitafachberatung" in eine["stellen"]
    ]
    assert mit_teil
    assert all("jugendamt" in stellen for stellen in mit_teil)
    assert all(len(stellen) == len(set(stellen)) for stellen in mit_teil)


def test_the_search_is_for_pages_with_a_script_and_counts_aloud() -> None:
    document = page(bericht(*MUSTER))
    (form,) = document.iter("form")
    assert "nur-mit-skript" in form.attrib["class"]
    assert (form.attrib["role"], bool(form.attrib["aria-label"])) == ("search", True)
    (output,) = document.iter("output")
    assert output.attrib["aria-live"] == "polite"
