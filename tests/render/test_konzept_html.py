"""The HTML page of a Fassung: sound structure, self-contained, every text literal, nothing slipped in."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import html5lib
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from konzept.domain.akteur import Akteur
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.foerderprogramm import Foerderprogramm
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.render.konzept_html import konzept_html
from konzept.render.konzept_md import konzept_md
from konzept.render.markdown_text import markdown_escape
from konzept.render.templates import Templates
from konzept.reports.konzept import konzeptbericht

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ROOT = Path(__file__).parents[2]
TAG = date(2020, 6, 30)
PLANS = [
    ("", "2020"),
    ("", "2018"),
    ("beispiele/musterkreis", "2022"),
    ("beispiele/musterkreis", "2025"),
    ("beispiele/konstanz-2016", "2016"),
    ("beispiele/handlungsleitlinien", "2016"),
]


@cache
def page(ort: str, fassung: str) -> str:
    plan = load_plan(ROOT / ort).plan
    eine = plan.fassung_nach_id[fassung]
    return konzept_html(konzeptbericht(plan, eine, _letzter_tag(eine)), Templates())


def _letzter_tag(fassung: Fassung) -> date:
    """Give the day that ``konzept render`` takes where nobody names one."""
    eintraege = fassung.sachstand.eintraege if fassung.sachstand else ()
    return max((eine.erfasst for eine in eintraege), default=fassung.angenommen_am)


def parsed(html: str) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    document: Element = parser.parse(html)
    return document


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize(("ort", "fassung"), PLANS)
def test_the_page_is_well_formed_german_with_headings_in_order(ort: str, fassung: str) -> None:
    document = parsed(page(ort, fassung))
    assert document.attrib["lang"] == "de"
    levels = [int(e.tag[1]) for e in document.iter() if re.fullmatch(r"h[1-6]", str(e.tag))]
    assert levels.count(1) == 1
    # the contents come before the first chapter, both on level 2
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert all(words(e) for e in document.iter() if re.fullmatch(r"h[1-6]", str(e.tag)))


@pytest.mark.parametrize(("ort", "fassung"), PLANS)
def test_anchors_are_unique_and_every_link_in_the_page_resolves(ort: str, fassung: str) -> None:
    document = parsed(page(ort, fassung))
    ids = [e.attrib["id"] for e in document.iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids))
    links = [e.attrib["href"] for e in document.iter("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    named = [e.attrib[name] for e in document.iter() for name in ("aria-labelledby",) if name in e.attrib]
    assert set(named) <= set(ids)


@pytest.mark.parametrize(("ort", "fassung"), PLANS)
def test_the_page_asks_nobody_for_anything(ort: str, fassung: str) -> None:
    document = parsed(page(ort, fassung))
    assert not {"link", "img", "iframe", "object", "video", "base"} & {e.tag for e in document.iter()}
    assert not [
        name
        for e in document.iter()
        for name in e.attrib
        if name in {"src", "srcset", "style", "action", "formaction"} or name.startswith("on")
    ]
    styles = list(document.iter("style"))
    assert len(styles) == 1
    style = styles[0].text or ""
    assert "url(" not in style
    assert "@import" not in style
    scripts = [script.text or "" for script in document.iter("script")]
    # the script is the same in every page: no word of a plan gets into it
    assert scripts == [(ROOT / "templates/html/konzept.js").read_text(encoding="utf-8")]
    policy = next(e.attrib["content"] for e in document.iter("meta") if "http-equiv" in e.attrib)
    assert policy == (
        f"default-src 'none'; style-src '{digest(style)}'; script-src '{digest(scripts[0])}'; "
        "base-uri 'none'; form-action 'none'"
    )


def digest(text: str) -> str:
    """Give the hash as a Content-Security-Policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_the_script_makes_no_markup_and_asks_nobody() -> None:
    script = (ROOT / "templates/html/konzept.js").read_text(encoding="utf-8")
    for word in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "fetch(",
        "http",
        "import",
    ):
        assert word not in script
    assert len(script.encode()) < 8_000


@pytest.mark.parametrize(("ort", "fassung"), PLANS)
def test_tables_have_caption_and_scopes(ort: str, fassung: str) -> None:
    for table in parsed(page(ort, fassung)).iter("table"):
        assert words(next(table.iter("caption")))
        assert all(cell.attrib.get("scope") in {"col", "row"} for cell in table.iter("th"))


@pytest.mark.parametrize(("ort", "fassung"), PLANS)
def test_every_title_text_and_termin_is_there(ort: str, fassung: str) -> None:
    document = words(parsed(page(ort, fassung)))
    plan = load_plan(ROOT / ort).plan
    for stelle in plan.fassung_nach_id[fassung].stellen():
        if stelle.termin:
            assert " ".join(stelle.termin.text.split()) in document
        titel = getattr(stelle.gegenstand, "titel", None)
        text = getattr(stelle.gegenstand, "text", None)
        beginnings = [
            " ".join(re.sub(r"[*\[]|^- ", "", t).split())[:40].rstrip(".") for t in (titel, text) if t
        ]
        assert any(beginning in document for beginning in beginnings)


def test_internal_remarks_are_never_published() -> None:
    plan = load_plan(ROOT / "beispiele/musterkreis").plan
    remarks = [s.gegenstand.intern for f in plan.fassungen for s in f.stellen() if s.gegenstand.intern]
    assert remarks
    for fassung in plan.fassungen:
        bericht = konzeptbericht(plan, fassung, _letzter_tag(fassung))
        for text in (konzept_html(bericht, Templates()), konzept_md(bericht, Templates())):
            assert "Randbemerkung" not in text


def test_the_shipped_plan_says_what_it_is() -> None:
    html = page("", "2020")
    assert "Stand 2.11.2020, Beschluss nicht belegt" in html
    assert html.count("Zusammenfassung, nicht beschlossener Wortlaut") >= 13
    assert len(html.encode()) < 400_000
    assert '<abbr title="Interkulturelle Woche (n)">IKW</abbr>' in html


def test_a_plan_without_koerperschaft_and_with_words_of_its_own() -> None:
    text = words(next(parsed(page("beispiele/handlungsleitlinien", "2016")).iter("body")))
    assert "11 Leitlinien" in text
    assert "Leitlinie 1" in text
    assert "Beteiligte Stellen" in text
    assert "Maßnahme" not in text
    assert "Handlungsfeld" not in text


def test_a_plan_without_goals() -> None:
    text = words(parsed(page("beispiele/konstanz-2016", "2016")))
    assert "Beschlussvorlage" in text
    assert "Handlungsfeld 4" in text
    assert "Sozialausschuss" in text


def test_other_languages_carry_their_language_and_direction() -> None:
    plan, _ = plan_with("x", "x")
    document = parsed(konzept_html(konzeptbericht(plan, plan.fassungen[0], TAG), Templates()))
    pairs = {(e.attrib["lang"], e.attrib["dir"]) for e in document.iter("div") if "dir" in e.attrib}
    assert pairs == {("ar", "rtl"), ("en", "ltr"), ("und", "ltr")}


def plan_with(word: str, prose: str) -> tuple[Plan, list[str]]:
    """Give a plan that has a text in every field, each with a mark of its own, and the marks with their text."""
    marks: list[str] = []

    def zeile() -> str:
        marks.append(f"Z{len(marks)}Z {' '.join(word.split())}".strip())
        return marks[-1]

    def prosa() -> str:
        marks.append(f"P{len(marks)}P {' '.join(word.split())}".strip())
        return f"P{len(marks) - 1}P {prose}"

    def allgemein() -> dict[str, object]:
        return {
            "hinweise": [prosa()],
            "indikatoren": [
                {"titel": zeile(), "einheit": zeile(), "ausgangswert": zeile(), "quelle": zeile()}
            ],
            "leichte_sprache": prosa(),
            "texte": {"en": prosa(), "ar": prosa(), '"><b>': prosa()},
            "quelle": zeile(),
            "textart": "zusammenfassung",
            "intern": "GEHEIM",
        }

    massnahme = {
        **allgemein(),
        "id": "m",
        "nummer": "1",
        "titel": zeile(),
        "text": prosa(),
        "termin": zeile(),
        "kosten": zeile(),
        "foerderungen": [{"programm": "p", "hinweis": zeile()}],
        "zustaendigkeiten": [{"akteur": "a", "hinweis": zeile()}],
        "beschluss": {"gremium": zeile(), "url": word or "x"},
        "querbezuege": [{"ziel": "z", "art": "siehe", "hinweis": zeile()}],
    }
    feld = {
        **allgemein(),
        "id": "f",
        "nummer": "1",
        "titel": zeile(),
        "einleitung": prosa(),
        "arbeitskreis": zeile(),
        "handlungsziele": [
            {
                **allgemein(),
                "id": "z",
                "nummer": "1.1",
                "titel": zeile(),
                "leitziele": ["l"],
                "massnahmen": [massnahme],
            }
        ],
    }
    rahmen = {
        **allgemein(),
        "titel": zeile(),
        "art": zeile(),
        "stand": "2020",
        "vorwort": prosa(),
        "leitbild": prosa(),
        "ausblick": prosa(),
        "leitziele": [{**allgemein(), "id": "l", "nummer": "1", "titel": zeile(), "text": prosa()}],
        "beteiligung": [
            {"titel": zeile(), "zeitraum": zeile(), "umfang": zeile(), "text": prosa(), "quelle": zeile()}
        ],
        "beratungsfolge": [{"gremium": zeile(), "art": zeile(), "termin": zeile(), "ergebnis": zeile()}],
        "vorlage": {"nummer": zeile(), "amt": zeile(), "sachverhalt": prosa(), "anlagen": [zeile()]},
        "abkuerzungen": {"QQ": zeile()},
        "quellen": [{"text": zeile(), "url": word or "x", "zugriff": zeile()}],
        "verbleib": {
            "2010": {
                "gruende": [zeile()],
                "quelle": zeile(),
                "eintraege": [
                    {
                        "id": "weg",
                        "verbleib": "ersetzt",
                        "ziele": ["m"],
                        "begruendung": zeile(),
                        "quelle": zeile(),
                    }
                ],
            }
        },
    }
    fassung = Fassung(
        "2020", Rahmen.model_validate(rahmen), (Handlungsfeld.model_validate(feld),), dateien=("f",)
    )
    akteur = Akteur.model_validate(
        {"id": "a", "name": zeile(), "kurz": "KURZ", "art": "verein", "hinweis": zeile()}
    )
    programm = Foerderprogramm.model_validate(
        {"id": "p", "name": zeile(), "geber": zeile(), "summe": zeile()}
    )
    einstellungen = Einstellungen.model_validate(
        {"koerperschaft": zeile(), "land": zeile(), "hinweise": [prosa()]}
    )
    return Plan(einstellungen, (akteur,), (programm,), (fassung,)), marks


def skeleton(document: Element) -> list[tuple[str, tuple[str, ...]]]:
    return [(str(e.tag), tuple(sorted(e.attrib))) for e in document.iter()]


NASTY = st.text(alphabet="ab1.*_`~#<>&[]()!|\\\"'=:/{}%", min_size=1, max_size=25)


@given(NASTY)
@hypothesis_settings(max_examples=12)
def test_any_text_in_any_field_is_literal_and_adds_nothing(word: str) -> None:
    plan, marks = plan_with(f"q{word}", markdown_escape(f"q{word}"))
    document = parsed(konzept_html(konzeptbericht(plan, plan.fassungen[0], TAG), Templates()))
    shown = words(document)
    assert [mark for mark in marks if mark not in shown] == []
    assert "GEHEIM" not in shown
    harmless, _ = plan_with("q", "q")
    expected = parsed(konzept_html(konzeptbericht(harmless, harmless.fassungen[0], TAG), Templates()))
    assert skeleton(document) == skeleton(expected)
    assert [e.attrib["href"] for e in document.iter("a")] == [e.attrib["href"] for e in expected.iter("a")]


def test_an_address_with_another_scheme_is_words() -> None:
    for url in ("javascript:alert(1)", "data:text/html,x", "//fremd.example"):
        plan, _ = plan_with(url, "x")
        html = konzept_html(konzeptbericht(plan, plan.fassungen[0], TAG), Templates())
        assert all(e.attrib["href"].startswith("#") for e in parsed(html).iter("a"))
        assert url in words(parsed(html))


def test_the_same_plan_gives_the_same_bytes() -> None:
    plan = load_plan(ROOT).plan
    bericht = konzeptbericht(plan, plan.fassung_nach_id["2020"], date(2020, 11, 2))
    assert konzept_html(bericht, Templates()) == page("", "2020")
