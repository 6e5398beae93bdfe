"""The HTML page of what is due: sound, self-contained, complete, every text literal, its anchors stable."""

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
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.load import load_plan
from konzept.render.due_html import due_html
from konzept.render.due_words import GRUPPEN, summe
from konzept.render.markdown_text import markdown_escape
from konzept.render.templates import Templates
from konzept.reports.due import due
from konzept.reports.due_fassung import Wahlgrund
from konzept.reports.due_frage import Frage
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from konzept.reports.due import Duebericht

ROOT = Path(__file__).parents[2]
MUSTERKREIS = "beispiele/musterkreis"
VHS = frozenset({"kreisvolkshochschule"})
FRAGEN = [
    ("", "2020", Frage(date(2021, 1, 1), date(2021, 12, 31), date(2022, 1, 1))),
    ("", "2018", Frage(date(2019, 1, 1), date(2019, 12, 31), date(2019, 7, 1), vorlauf=30)),
    (MUSTERKREIS, "2022", Frage(date(2023, 1, 1), date(2023, 12, 31), date(2023, 10, 15), vorlauf=90)),
    (MUSTERKREIS, "2025", Frage(date(2025, 1, 1), date(2025, 6, 30), date(2025, 6, 30), vorlauf=120)),
    (MUSTERKREIS, "2025", Frage(date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1), akteure=VHS)),
    (
        "beispiele/handlungsleitlinien",
        "2016",
        Frage(date(2017, 1, 1), date(2017, 12, 31), date(2018, 1, 1), vorlauf=30),
    ),
]


@cache
def answer(ort: str, fassung: str, frage: Frage) -> tuple[Plan, Duebericht]:
    plan = load_plan(ROOT / ort).plan
    return plan, due(plan, plan.fassung_nach_id[fassung], frage)


@cache
def page(ort: str, fassung: str, frage: Frage) -> str:
    plan, bericht = answer(ort, fassung, frage)
    return due_html(bericht, plan.einstellungen, Templates())


def parsed(html: str) -> Element:
    document: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    return document


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).replace("\u00ad", "").split())


def sections(document: Element) -> dict[str, Element]:
    """Return the sections of the page by the anchor of their heading."""
    return {e.attrib["aria-labelledby"]: e for e in document.iter("section") if "aria-labelledby" in e.attrib}


@pytest.mark.parametrize(("ort", "fassung", "frage"), FRAGEN)
def test_the_page_is_well_formed_with_headings_in_order_and_links_that_lead_somewhere(
    ort: str, fassung: str, frage: Frage
) -> None:
    document = parsed(page(ort, fassung, frage))
    assert document.attrib["lang"] == "de"
    headings = [e for e in document.iter() if re.fullmatch(r"h[1-6]", str(e.tag))]
    assert [e.tag for e in headings].count("h1") == 1
    assert all(int(b.tag[1]) <= int(a.tag[1]) + 1 for a, b in pairwise(headings))
    ids = [e.attrib["id"] for e in document.iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids))
    assert {e.attrib["href"][1:] for e in document.iter("a")} <= set(ids)
    assert {e.attrib["aria-labelledby"] for e in document.iter() if "aria-labelledby" in e.attrib} <= set(ids)


@pytest.mark.parametrize(("ort", "fassung", "frage"), FRAGEN)
def test_the_page_asks_nobody_for_anything(ort: str, fassung: str, frage: Frage) -> None:
    document = parsed(page(ort, fassung, frage))
    tags = {e.tag for e in document.iter()}
    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & tags
    assert not [n for e in document.iter() for n in e.attrib if n in {"src", "style"} or n.startswith("on")]
    style = next(document.iter("style")).text or ""
    assert not re.search(r"url\(|@import", style)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(e.attrib["content"] for e in document.iter("meta") if "http-equiv" in e.attrib)
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize(("ort", "fassung", "frage"), FRAGEN)
def test_tables_have_caption_and_scopes_and_scroll_by_themselves(
    ort: str, fassung: str, frage: Frage
) -> None:
    document = parsed(page(ort, fassung, frage))
    boxes = [e for e in document.iter("div") if e.attrib.get("class") == "tafel"]
    tables = list(document.iter("table"))
    assert [next(box.iter("table")) for box in boxes] == tables
    for box, table in zip(boxes, tables, strict=True):
        assert (box.attrib["tabindex"], box.attrib["role"]) == ("0", "group")
        assert box.attrib["aria-label"]
        assert words(next(table.iter("caption")))
        assert all(cell.attrib["scope"] == "col" for cell in next(table.iter("thead")).iter("th"))
        assert all(cell.attrib["scope"] == "row" for cell in next(table.iter("tbody")).iter("th"))
        columns = len(list(next(table.iter("thead")).iter("th")))
        assert {len(list(row)) for row in next(table.iter("tbody")).iter("tr")} == {columns}
    labels = [box.attrib["aria-label"] for box in boxes]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(("ort", "fassung", "frage"), FRAGEN)
def test_every_entry_stands_in_the_section_of_its_group(ort: str, fassung: str, frage: Frage) -> None:
    _, bericht = answer(ort, fassung, frage)
    found = sections(parsed(page(ort, fassung, frage)))
    gruppen = {one.gruppe for one in bericht.eintraege}
    assert {name for name in found if name.startswith("gruppe-")} == {f"gruppe-{g.value}" for g in gruppen}
    for gruppe in sorted(gruppen):
        section = found[f"gruppe-{gruppe.value}"]
        shown = words(section)
        eintraege = [one for one in bericht.eintraege if one.gruppe is gruppe]
        for eintrag in eintraege:
            assert f"{eintrag.gliederung}: " in shown
            assert " ".join(eintrag.titel.split()) in shown
            assert " ".join(eintrag.teil_text.split()) in shown
        captions = [words(caption) for caption in section.iter("caption")]
        counted = [re.search(r": ([0-9]+)(?: Eintr(?:ag|äge))?$", caption) for caption in captions]
        assert sum(int(found[1]) for found in counted if found) == len(eintraege)
        assert f"{len(eintraege)} Eintr" in shown


@pytest.mark.parametrize(("ort", "fassung", "frage"), FRAGEN)
def test_the_sum_accounts_for_every_termin_and_names_what_has_no_frist(
    ort: str, fassung: str, frage: Frage
) -> None:
    plan, bericht = answer(ort, fassung, frage)
    section = sections(parsed(page(ort, fassung, frage)))["summe"]
    shown = words(section)
    assert summe(bericht, plan.einstellungen) in shown
    for verweis in (*bericht.termine.ausserhalb, *bericht.ohne_termin):
        assert f"{verweis.nummer} {' '.join(verweis.titel.split())}" in shown
    listed = len(bericht.termine.ausserhalb) + len(bericht.ohne_termin)
    assert len(list(section.iter("li"))) == listed


@pytest.mark.parametrize(("ort", "fassung", "frage"), FRAGEN)
def test_figures_come_first_and_lead_to_their_sections(ort: str, fassung: str, frage: Frage) -> None:
    _, bericht = answer(ort, fassung, frage)
    document = parsed(page(ort, fassung, frage))
    first = next(document.iter("section"))
    assert first.attrib["aria-labelledby"] == "ueberblick"
    shown = [words(item) for item in first.iter("li")]
    for gruppe in Gruppe:
        zahl = sum(one.gruppe is gruppe for one in bericht.eintraege)
        if zahl or gruppe is Gruppe.UEBERFAELLIG:
            assert any(item.startswith(f"{zahl} {GRUPPEN[gruppe]}") for item in shown)
    links = [e.attrib["href"][1:] for item in first.iter("li") for e in item.iter("a")]
    assert links == [name for name in sections(document) if name.startswith("gruppe-") or name == "vorlauf"]


@pytest.mark.parametrize(("ort", "fassung", "frage"), FRAGEN)
def test_every_day_is_machine_readable_and_a_sign_is_never_alone(
    ort: str, fassung: str, frage: Frage
) -> None:
    document = parsed(page(ort, fassung, frage))
    days = [(e.attrib["datetime"], words(e)) for e in document.iter("time")]
    assert all(f"{date.fromisoformat(iso):%d.%m.%Y}" == shown for iso, shown in days)
    for heading in document.iter("h2"):
        hidden = "".join(words(e) for e in heading.iter() if e.attrib.get("aria-hidden") == "true")
        assert len(words(heading).replace(hidden, "").strip()) > 3
    doubtful = page(ort, fassung, frage).count('<span class="nur-vorlesen">mehrdeutig: </span>')
    assert doubtful == page(ort, fassung, frage).count('<span aria-hidden="true">~</span>')


def test_what_is_ambiguous_is_explained_once() -> None:
    section = sections(parsed(page(*FRAGEN[0])))["mehrdeutig"]
    assert words(section).count("Der Wortlaut lässt mehrere Lesarten zu") == 1
    numbers = [words(item).split()[0] for item in section.iter("li")]
    assert numbers == ["2.9", "4.6", "4.1"]
    assert "mehrdeutig" not in sections(parsed(page(*FRAGEN[1])))


def test_the_anchor_of_a_frist_stays_when_it_is_overdue() -> None:
    jahr = (date(2021, 1, 1), date(2021, 12, 31))
    pages = [page("", "2020", Frage(*jahr, stichtag)) for stichtag in (date(2021, 7, 1), date(2022, 1, 1))]
    sought = "frist-vorschaltklassen-pruefen-1-2021-12-31"
    groups = [
        name
        for html in pages
        for name, section in sections(parsed(html)).items()
        if any(row.attrib.get("id") == sought for row in section.iter("tr"))
    ]
    assert groups == ["gruppe-faellig", "gruppe-ueberfaellig"]


def test_what_comes_next_stands_behind_the_overdue_and_says_how_far_one_looks() -> None:
    names = list(sections(parsed(page(*FRAGEN[3]))))
    assert names[:3] == ["ueberblick", "gruppe-ueberfaellig", "vorlauf"]
    vorlauf = words(sections(parsed(page(*FRAGEN[3])))["vorlauf"])
    assert "Fristen bis 28.10.2025 (120 Tage)." in vorlauf
    assert "30.09.2025" in vorlauf  # beyond the period, which ends in June


def test_where_a_body_leads_comes_first_and_its_other_parts_are_named() -> None:
    section = sections(parsed(page(*FRAGEN[4])))["gruppe-laufend"]
    captions = [words(caption) for caption in section.iter("caption")]
    assert [caption.split(":")[0] for caption in captions] == ["Federführend", "Beteiligt"]
    leading, involved = section.iter("table")
    assert "Anteil" not in words(leading)
    assert "KVHS: mitwirkend" in words(involved)


def test_the_head_says_what_was_asked_and_what_one_must_know_of_the_fassung() -> None:
    plan, bericht = answer("", "2018", Frage(date(2024, 1, 1), date(2024, 12, 31), date(2025, 1, 1)))
    html = due_html(
        bericht, plan.einstellungen, Templates(), grund=Wahlgrund.ERSTE, auswahl="Handlungsfeld 4 <b>"
    )
    document = parsed(html)
    head = words(next(document.iter("header")))
    for expected in ("Ilm-Kreis", "Was 2024 fällig ist", "01.01.2024 bis 31.12.2024", "01.01.2025", "4 <b>"):
        assert expected in head
    shown = words(next(document.iter("main")))
    assert "galt noch keine Fassung; ausgewertet ist die erste, 2018." in shown
    assert "Diese Fassung ist nur in Teilen bekannt" in shown


def test_a_group_that_is_not_shown_is_not_said_to_be_empty() -> None:
    plan, bericht = answer(*FRAGEN[0])
    assert bericht.ueberfaellig
    nur = parsed(due_html(bericht.nur({Gruppe.MOEGLICH}), plan.einstellungen, Templates()))
    figures = [words(item) for item in next(nur.iter("section")).iter("li")]
    assert figures == ["1 möglich"]
    assert "43 Termine" in words(sections(nur)["summe"])
    nichts = parsed(due_html(bericht.nur({Gruppe.FAELLIG}), plan.einstellungen, Templates()))
    assert "Kein Eintrag." in words(nichts)


def test_the_names_of_the_levels_are_the_countys_own() -> None:
    shown = words(next(parsed(page(*FRAGEN[5])).iter("body")))
    assert "Leitlinie" in shown
    assert "Maßnahme" not in shown


def plan_with(word: str) -> tuple[Plan, Duebericht, list[str]]:
    """Give a plan with a text of its own in every field the page shows, the answer, and the texts."""
    marks: list[str] = []

    def mark() -> str:
        marks.append(f"Z{len(marks)}Z {' '.join(word.split())}".strip())
        return marks[-1]

    massnahmen = [
        {
            "id": f"m{number}",
            "nummer": str(number),
            "titel": mark(),
            "text": "Etwas tun.",
            "termin": {"text": mark() if number < 2 else "Später", "teile": [teil]},
            "zustaendigkeiten": [{"akteur": "a", "rolle": "mitwirkend"}],
        }
        for number, teil in enumerate(
            [
                {"art": "faellig", "ende": "2021-06-30"},
                {"art": "laufend", "mehrdeutig": "ja", "hinweis": mark()},
                {"art": "faellig", "ende": "2031-06-30"},
            ]
        )
    ]
    ohne = {"id": "ohne", "titel": mark(), "text": "Etwas tun.", "zustaendigkeiten": ["a"]}
    ziel = {"id": "z", "nummer": "1.1", "titel": "Ziel", "massnahmen": [*massnahmen, ohne]}
    feld = {"id": "f", "nummer": "1", "titel": "Feld", "handlungsziele": [ziel]}
    log = {"am": "2021-01-01", "erfasst": "2021-01-01", "massnahme": "m0", "stand": "begonnen"}
    fassung = Fassung(
        "2020",
        Rahmen.model_validate({"titel": mark(), "art": mark(), "stand": "2020"}),
        (Handlungsfeld.model_validate(feld),),
        Sachstand.model_validate(
            {"eintraege": [{**log, "text": markdown_escape(mark()), "neuer_termin": mark()}]}
        ),
        dateien=("f",),
    )
    akteur = Akteur.model_validate({"id": "a", "name": mark(), "art": "verein"})
    einstellungen = Einstellungen.model_validate({"koerperschaft": mark(), "land": mark()})
    plan = Plan(einstellungen, (akteur,), fassungen=(fassung,))
    frage = Frage(date(2021, 1, 1), date(2021, 12, 31), date(2022, 1, 1), akteure=frozenset({"a"}))
    return plan, due(plan, fassung, frage), marks


def skeleton(document: Element) -> list[tuple[str, tuple[str, ...]]]:
    return [(str(e.tag), tuple(sorted(e.attrib))) for e in document.iter()]


NASTY = st.text(alphabet="ab1.*_`~#<>&[]()!|\\\"'=:/{}%", min_size=1, max_size=25)


@given(NASTY)
@hypothesis_settings(max_examples=12)
def test_any_text_in_any_field_is_literal_and_adds_nothing(word: str) -> None:
    plan, bericht, marks = plan_with(f"q{word}")
    document = parsed(due_html(bericht, plan.einstellungen, Templates()))
    shown = words(document)
    assert [mark for mark in marks if mark not in shown] == []
    harmless, expected, _ = plan_with("q")
    assert skeleton(document) == skeleton(parsed(due_html(expected, harmless.einstellungen, Templates())))


def test_the_same_answer_gives_the_same_bytes() -> None:
    plan, bericht = answer(*FRAGEN[0])
    assert due_html(bericht, plan.einstellungen, Templates()) == page(*FRAGEN[0])
