"""The page of what was not carried over: sound structure, self-contained, complete, every text literal."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.render.markdown_text import markdown_escape
from konzept.render.templates import Templates
from konzept.render.verbleib_html import verbleib_html
from konzept.render.verbleib_words import verbleibwort
from konzept.reports.verbleib import verbleib

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from konzept.reports.verbleib_teile import Verbleibbericht

ROOT = Path(__file__).parents[2]
REPORTS = [("", "2020"), ("", "2018"), ("beispiele/musterkreis", "2025"), ("beispiele/musterkreis", "2022")]


@cache
def report(ort: str, fassung: str) -> Verbleibbericht:
    plan = load_plan(ROOT / ort).plan
    return verbleib(plan, plan.fassung_nach_id[fassung])


@cache
def page(ort: str, fassung: str) -> str:
    return verbleib_html(report(ort, fassung), Templates())


def parsed(html: str) -> Element:
    document: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    return document


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize(("ort", "fassung"), REPORTS)
def test_the_page_is_well_formed_with_headings_in_order_and_unique_ids(ort: str, fassung: str) -> None:
    document = parsed(page(ort, fassung))
    assert document.attrib["lang"] == "de"
    headings = [e for e in document.iter() if re.fullmatch(r"h[1-6]", str(e.tag))]
    assert [e.tag for e in headings].count("h1") == 1
    assert all(int(b.tag[1]) <= int(a.tag[1]) + 1 for a, b in pairwise(headings))
    ids = [e.attrib["id"] for e in document.iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids))
    assert {e.attrib["aria-labelledby"] for e in document.iter() if "aria-labelledby" in e.attrib} <= set(ids)


@pytest.mark.parametrize(("ort", "fassung"), REPORTS)
def test_the_page_asks_nobody_for_anything(ort: str, fassung: str) -> None:
    document = parsed(page(ort, fassung))
    tags = {e.tag for e in document.iter()}
    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & tags
    assert not [n for e in document.iter() for n in e.attrib if n in {"src", "style"} or n.startswith("on")]
    style = next(document.iter("style")).text or ""
    assert not re.search(r"url\(|@import", style)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(e.attrib["content"] for e in document.iter("meta") if "http-equiv" in e.attrib)
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize(("ort", "fassung"), REPORTS)
def test_tables_stay_tables_where_they_become_blocks(ort: str, fassung: str) -> None:
    for table in parsed(page(ort, fassung)).iter("table"):
        assert table.attrib["role"] == "table"
        assert words(next(table.iter("caption")))
        assert all(cell.attrib["scope"] == "col" for cell in next(table.iter("thead")).iter("th"))
        columns = len(list(next(table.iter("thead")).iter("th")))
        for row in next(table.iter("tbody")).iter("tr"):
            assert row.attrib["role"] == "row"
            assert len(list(row)) == columns
            assert [cell.attrib["role"] for cell in row] == ["rowheader"] + ["cell"] * (columns - 1)


@pytest.mark.parametrize(("ort", "fassung"), REPORTS)
def test_everything_that_went_has_its_row_with_what_became_of_it(ort: str, fassung: str) -> None:
    document = parsed(page(ort, fassung))
    rows = {e.attrib["id"]: words(e) for e in document.iter("tr") if "id" in e.attrib}
    gone = {}
    for abschnitt in report(ort, fassung).abschnitte:
        for alte, _, _ in abschnitt.gegangene():
            gone[f"aus-{abschnitt.alt.name}-{alte.ort.id}"] = alte
    bleibende = len(rows) - len(gone)
    assert set(gone) <= set(rows)
    assert bleibende == sum("wird fortgeführt" in row for row in rows.values())
    for name, alte in gone.items():
        assert alte.verblieb is not None
        assert (alte.ort.nummer or "") in rows[name]
        assert verbleibwort(alte.verblieb) in rows[name]
        assert " ".join((alte.verblieb.begruendung or "").split()) in rows[name]
        for ziel in alte.verblieb.ziele:
            assert f"{ziel.nummer} {ziel.titel}" in rows[name]


def test_the_shipped_page_tells_what_anhang_a_tells() -> None:
    shown = words(next(parsed(page("", "2020")).iter("main")))
    for expected in (
        "Von der Fassung 2018 sind nur 3 Handlungsfelder, 7 Handlungsziele und 7 Maßnahmen belegt.",
        "7 Maßnahmen nicht fortgeführt von 7 belegten",
        "6 Handlungsziele nicht fortgeführt von 7 belegten",
        "Der Erfolg blieb aus und die Maßnahme kann so nicht umgesetzt werden.",
        "Fundstelle: 001, Anhang A, Handlungsziel 5.10",
        "wird fortgeführt als Handlungsziel 5.6 (erschlossen, so nicht belegt)",
        "Handlungsziele 2018: 7 = 1 fortgeführt + 6 nicht aufgenommen",
        "Maßnahmen 2018: 7 = 0 fortgeführt + 7 nicht aufgenommen",
        "Die Bilanz geht auf.",
    ):
        assert expected in shown
    assert "Begründung" not in shown


def test_a_page_without_vorgaenger_says_so_in_a_sentence() -> None:
    assert "Die Fassung 2018 schreibt keine frühere fort" in words(parsed(page("", "2018")))


def plan_with(word: str) -> tuple[Verbleibbericht, list[str]]:
    """Give a report with a text of its own in every field the page shows, and the texts."""
    marks: list[str] = []

    def mark() -> str:
        marks.append(f"Z{len(marks)}Z {' '.join(word.split())}".strip())
        return marks[-1]

    def felder(*, alt: bool) -> tuple[Handlungsfeld, ...]:
        massnahmen = [{"id": "neu", "titel": mark(), "text": "Neu."}] if not alt else []
        if alt:
            massnahmen = [
                {"id": "a", "titel": mark(), "text": markdown_escape(mark()), "quelle": mark()},
                {"id": "b", "titel": mark(), "text": "Anders.", "textart": "zusammenfassung"},
                {"id": "c", "titel": mark(), "text": "Offen."},
            ]
        ziel = {"id": "z", "nummer": "1.1", "titel": mark(), "massnahmen": massnahmen}
        feld: dict[str, Any] = {"id": "f", "nummer": "1", "titel": mark(), "handlungsziele": [ziel]}
        return (Handlungsfeld.model_validate(feld),)

    liste = {
        "gruende": [mark()],
        "quelle": mark(),
        "eintraege": [
            {"id": "a", "verbleib": "ersetzt", "ziele": ["neu"], "begruendung": mark(), "quelle": mark()},
            {"id": "b", "verbleib": "einmalig", "begruendung": mark()},
        ],
    }
    alt = Fassung(
        "2020",
        Rahmen.model_validate({"titel": mark(), "art": mark(), "stand": "2020"}),
        felder(alt=True),
        dateien=("f",),
    )
    rahmen = {
        "titel": mark(),
        "art": mark(),
        "stand": "2024",
        "vorgaenger": "2020",
        "verbleib": {"2020": liste},
    }
    neu = Fassung("2024", Rahmen.model_validate(rahmen), felder(alt=False), dateien=("f",))
    einstellungen = Einstellungen.model_validate({"koerperschaft": mark(), "land": mark()})
    return verbleib(Plan(einstellungen, fassungen=(alt, neu)), neu), marks


def skeleton(document: Element) -> list[tuple[str, tuple[str, ...]]]:
    return [(str(e.tag), tuple(sorted(e.attrib))) for e in document.iter()]


NASTY = st.text(alphabet="ab1.*_`~#<>&[]()!|\\\"'=:/{}%", min_size=1, max_size=25)


@given(NASTY)
@hypothesis_settings(max_examples=12)
def test_any_text_in_any_field_is_literal_and_adds_nothing(word: str) -> None:
    bericht, marks = plan_with(f"q{word}")
    document = parsed(verbleib_html(bericht, Templates()))
    shown = words(document)
    assert [mark for mark in marks if mark not in shown] == []
    harmless, _ = plan_with("q")
    assert skeleton(document) == skeleton(parsed(verbleib_html(harmless, Templates())))


def test_what_is_open_is_said_at_the_top_and_in_its_row() -> None:
    document = parsed(verbleib_html(plan_with("x")[0], Templates()))
    shown = words(document)
    assert shown.count("Die Bilanz ist offen: Bei 1 Maßnahme ist nicht angegeben, was daraus wurde.") == 2
    row = next(words(e) for e in document.iter("tr") if e.attrib.get("id") == "aus-2020-c")
    assert "offen: Es ist nicht angegeben, was daraus wurde" in row


def test_the_names_of_the_levels_are_the_countys_own() -> None:
    bericht, _ = plan_with("x")
    plan = Einstellungen.model_validate(
        {"bezeichnungen": {"massnahme": {"einzahl": "Leitlinie", "mehrzahl": "Leitlinien"}}}
    )
    alt = load_plan(ROOT).plan
    eigener = Plan(plan, alt.akteure, alt.foerderprogramme, alt.fassungen)
    shown = words(parsed(verbleib_html(verbleib(eigener, eigener.fassung_nach_id["2020"]), Templates())))
    assert "7 Leitlinien nicht fortgeführt" in shown
    assert "Leitlinie 5.8 M2" in shown
    assert bericht.bezeichnungen != eigener.einstellungen.bezeichnungen
