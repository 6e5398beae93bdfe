"""The Synopse as a page: sound structure, readable without colours and columns, every text literal."""

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
from konzept.domain.handlungsfeld import Handlungsfeld, Massnahme
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.render.markdown_text import markdown_escape
from konzept.render.synopse_html import synopse_html
from konzept.render.templates import Templates
from konzept.reports.synopse import synopse

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from konzept.reports.synopse_werte import Synopse

ROOT = Path(__file__).parents[2]
MUSTERKREIS = ("beispiele/musterkreis", "2022", "2025")
SYNOPSEN = [
    ("", "2018", "2020"),
    ("", "2020", "2018"),
    MUSTERKREIS,
    ("beispiele/musterkreis", "2025", "2022"),
    ("beispiele/musterkreis", "2025", "2025"),
    ("beispiele/handlungsleitlinien", "2016", "2016"),
]


def bericht(ort: str, alt: str, neu: str) -> Synopse:
    plan = load_plan(ROOT / ort).plan
    return synopse(plan, plan.fassung_nach_id[alt], plan.fassung_nach_id[neu])


@cache
def page(ort: str, alt: str, neu: str) -> str:
    return synopse_html(bericht(ort, alt, neu), Templates())


def parsed(html: str) -> Element:
    document: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    return document


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def row(document: Element, anker: str) -> Element:
    return next(e for e in document.iter("tbody") if e.attrib.get("id") == anker)


def cells(element: Element, klasse: str) -> str:
    """Return what stands in the cells of one column of a row, without the name of the column."""
    found = [e for e in element.iter("td") if e.attrib["class"].split()[0] == klasse]
    for label in [e for cell in found for e in cell.iter("span") if e.attrib.get("class") == "spalte"]:
        label.text = ""
    return " ".join(filter(None, (words(e) for e in found)))


@pytest.mark.parametrize(("ort", "alt", "neu"), SYNOPSEN)
def test_the_page_is_well_formed_with_headings_in_order_and_links_that_lead_somewhere(
    ort: str, alt: str, neu: str
) -> None:
    document = parsed(page(ort, alt, neu))
    assert document.attrib["lang"] == "de"
    headings = [e for e in document.iter() if re.fullmatch(r"h[1-6]", str(e.tag))]
    assert [e.tag for e in headings].count("h1") == 1
    assert all(int(b.tag[1]) <= int(a.tag[1]) + 1 for a, b in pairwise(headings))
    assert all(words(e) for e in headings)
    ids = [e.attrib["id"] for e in document.iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids))
    assert {e.attrib["href"][1:] for e in document.iter("a")} <= set(ids)
    assert {e.attrib["aria-labelledby"] for e in document.iter() if "aria-labelledby" in e.attrib} <= set(ids)


@pytest.mark.parametrize(("ort", "alt", "neu"), SYNOPSEN)
def test_the_page_asks_nobody_for_anything(ort: str, alt: str, neu: str) -> None:
    document = parsed(page(ort, alt, neu))
    tags = {e.tag for e in document.iter()}
    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & tags
    assert not [n for e in document.iter() for n in e.attrib if n in {"src", "style"} or n.startswith("on")]
    style = next(document.iter("style")).text or ""
    assert not re.search(r"url\(|@import", style)
    assert "size: A4 landscape" in style
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(e.attrib["content"] for e in document.iter("meta") if "http-equiv" in e.attrib)
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize(("ort", "alt", "neu"), SYNOPSEN)
def test_tables_have_caption_scopes_and_a_header_for_every_row(ort: str, alt: str, neu: str) -> None:
    for table in parsed(page(ort, alt, neu)).iter("table"):
        assert words(next(table.iter("caption")))
        columns = len(list(next(table.iter("thead")).iter("th")))
        assert {e.attrib["scope"] for e in next(table.iter("thead")).iter("th")} == {"col"}
        for body in table.iter("tbody"):
            rows = list(body.iter("tr"))
            heads = [e for tr in rows for e in tr if e.tag == "th"]
            assert all(e.attrib["scope"] == "row" and words(e) for e in heads)
            hoehe = int(heads[0].attrib.get("rowspan", "1"))
            if table.attrib["class"] == "gegenueber":
                assert hoehe == len(rows)
                assert [len(list(tr)) for tr in rows] == [columns] + [columns - 1] * (hoehe - 1)


def test_the_page_shows_what_a_council_looks_for() -> None:
    document = parsed(page(*MUSTERKREIS))
    text = words(document)
    assert "Synopse der Fassungen 2022 und 2025" in text
    assert [words(e) for e in next(document.iter("table")).iter("th")][:2] == ["Ebene", "2022"]
    # renumbered
    eine = row(document, "handlungsziel-beratung-vor-ort")
    assert words(next(eine.iter("th"))) == "Handlungsziel 1.1 (bisher 1.2) neue Nummer"
    assert cells(eine, "neu") == "wird Handlungsziel 1.1, im Übrigen unverändert"
    # gone
    eine = row(document, "massnahme-jobmesse")
    assert cells(eine, "neu") == "entfällt"
    assert cells(eine, "begruendung").startswith("einmalig durchgeführt: Die Messe war als Auftakt geplant")
    assert not list(eine.iter("del"))
    # new
    eine = row(document, "massnahme-willkommensseite")
    assert cells(eine, "alt") == "–"
    assert "Termin: 3. Quartal 2025" in cells(eine, "neu")
    # merged
    eine = row(document, "massnahme-beratung-neumuster")
    assert cells(eine, "neu").startswith(
        "entfällt geht auf in Handlungsziel 1.1, Maßnahme 1 »Beratungsverbund"
    )
    # put off
    eine = row(document, "massnahme-gewaltschutz")
    assert cells(eine, "begruendung") == (
        "Der Ablauf ist abgestimmt, die Schulungen haben sich aber verzögert. Der Titel sagt nun, wen der Ablauf "
        "schützt. +12 Monate"
    )
    # weakened without a reason, and written anew
    eine = row(document, "massnahme-vorbereitungsklassen")
    assert cells(eine, "begruendung").startswith(
        "abgeschwächt neu gefasst keine Begründung dokumentiert rund +47 Monate"
    )
    # a successor is marked whole
    eine = row(document, "massnahme-unternehmensnetzwerk")
    assert [words(e) for e in eine.iter("del")] == [
        "[ gestrichen: Unternehmensforum Musterkreis (federführend) Ende]"
    ]


def test_of_the_partly_documented_fassung_nothing_is_called_new() -> None:
    document = parsed(page("", "2018", "2020"))
    text = words(document)
    assert "Die Fassung 2018 ist nur zum Teil dokumentiert" in text
    eine = row(document, "handlungsziel-gemeinschaftsunterkuenfte-soziales")
    assert words(next(eine.iter("th"))) == "Handlungsziel 5.6 (bisher 5.8) neue Nummer"
    assert cells(eine, "neu") == "wird Handlungsziel 5.6, soweit belegt unverändert"
    assert cells(eine, "begruendung") == "Zuordnung erschlossen, nicht ausdrücklich belegt"
    eine = row(document, "massnahme-regionaler-beratungspass")
    assert cells(eine, "begruendung") == (
        "nicht aufgenommen: keine eigene Begründung dokumentiert; allgemeine Gründe am Schluss"
    )
    assert not list(document.iter("ins"))
    assert "Handlungsfeld 4 – nicht belegt Wohnen" in text


def test_marks_are_words_for_those_who_do_not_see_them() -> None:
    document = parsed(page(*MUSTERKREIS))
    table = [e for table in document.iter("table") for e in table.iter() if e.tag in {"del", "ins"}]
    assert table
    for mark in table:
        first, *_, last = mark
        assert (first.attrib["class"], last.attrib["class"]) == ("nur-vorlesen", "nur-vorlesen")
        wort = {"del": "gestrichen", "ins": "neu"}[str(mark.tag)]
        assert words(first) in {f"[ {wort}:", f"[redaktionell {wort}:"}
        assert words(last) == "Ende]"
        # no mark begins or ends with a blank
        shown = (first.tail or "").strip()
        assert shown == (first.tail or "")


def test_marks_stand_in_the_column_they_belong_to() -> None:
    document = parsed(page(*MUSTERKREIS))
    for klasse, tag in (("alt", "ins"), ("neu", "del"), ("begruendung", "ins"), ("begruendung", "del")):
        found = [e for e in document.iter("td") if e.attrib["class"].split()[0] == klasse]
        assert not [mark for e in found for mark in e.iter(tag)]


def test_without_hidden_words_the_columns_are_the_texts_of_the_plan() -> None:
    document = parsed(page(*MUSTERKREIS))
    plan = load_plan(ROOT / "beispiele/musterkreis").plan
    for fassung, klasse in (("2022", "alt"), ("2025", "neu")):
        gegenstand = next(
            s.gegenstand for s in plan.fassung_nach_id[fassung].massnahmen() if s.id == "traumaberatung"
        )
        assert isinstance(gegenstand, Massnahme)
        eine = row(document, "massnahme-traumaberatung")
        for hidden in [e for e in eine.iter("span") if e.attrib.get("class") == "nur-vorlesen"]:
            hidden.text = ""
        assert " ".join(gegenstand.text.split()) in cells(eine, klasse)


def test_two_stands_of_one_fassung_and_fassungen_that_do_not_follow() -> None:
    assert "2022 ist keine Fortschreibung von 2025" in page("beispiele/musterkreis", "2025", "2022")
    text = words(parsed(page("beispiele/musterkreis", "2025", "2025")))
    assert "Leitziele 1 bis 4: unverändert" in text
    assert "Handlungsfelder 1 bis 6: unverändert Unverändert: 17 Handlungsziele und 44 Maßnahmen." in text


def plan_with(wort: str, prosa: str) -> tuple[Plan, list[str]]:
    """Give two Fassungen with a text in every field that a Synopse shows, and what is to be seen of them."""
    marks: list[str] = []

    def zeile() -> str:
        marks.append(f"Z{len(marks)}Z {' '.join(wort.split())}".strip())
        return marks[-1]

    def text() -> str:
        marks.append(f"P{len(marks)}P {' '.join(wort.split())}".strip())
        return f"P{len(marks) - 1}P {prosa}"

    def massnahme(name: str) -> dict[str, Any]:
        return {
            "id": name,
            "nummer": "1",
            "titel": zeile(),
            "text": text(),
            "termin": zeile(),
            "kosten": zeile(),
            "foerderungen": [{"programm": "p", "hinweis": zeile()}],
            "zustaendigkeiten": [{"akteur": "a", "hinweis": zeile()}],
            "beschluss": {"gremium": zeile()},
            "indikatoren": [{"titel": zeile(), "einheit": "x", "zielwert": zeile()}],
            "textart": "zusammenfassung",
            "intern": "GEHEIM",
        }

    def fassung(name: str, massnahmen: list[dict[str, Any]], **rahmen: Any) -> Fassung:
        ziel = {"id": "z", "nummer": "1.1", "titel": zeile(), "termin": zeile(), "massnahmen": massnahmen}
        feld = {
            "id": "f",
            "nummer": "1",
            "titel": zeile(),
            "einleitung": text(),
            "arbeitskreis": zeile(),
            "handlungsziele": [ziel],
        }
        return Fassung(
            name,
            Rahmen.model_validate(
                {
                    "titel": zeile(),
                    "art": zeile(),
                    "stand": "2020",
                    "vorwort": text(),
                    "leitziele": [{"id": "l", "nummer": "1", "titel": zeile(), "text": text()}],
                    **rahmen,
                }
            ),
            (Handlungsfeld.model_validate(feld),),
            dateien=("f",),
        )

    grund = [{"id": "weg", "verbleib": "umgesetzt", "begruendung": zeile()}]
    alt = fassung("alt", [massnahme("weg"), massnahme("m")])
    neue = {**massnahme("neue"), "hinweise": [text()]}
    neu = fassung(
        "neu",
        [massnahme("m"), neue],
        vorgaenger="alt",
        verbleib={"alt": {"gruende": [zeile()], "quelle": zeile(), "eintraege": grund}},
    )
    einstellungen = Einstellungen.model_validate({"koerperschaft": zeile(), "land": zeile()})
    return Plan(einstellungen, (), (), (alt, neu)), marks


def shown(html: str) -> str:
    """Return the words of the page as a reader sees them, marks joined to the text around them."""
    document = parsed(html)
    for e in document.iter("span"):
        if e.attrib.get("class") == "nur-vorlesen":
            e.text = ""
    return words(document)


NASTY = st.text(alphabet="ab1.*_`~#<>&[]()!|\\\"'=:/{}%", min_size=1, max_size=25)


@given(NASTY)
@hypothesis_settings(max_examples=12)
def test_any_text_in_any_field_is_literal_and_adds_nothing(wort: str) -> None:
    plan, marks = plan_with(f"q{wort}", markdown_escape(f"q{wort}"))
    html = synopse_html(synopse(plan, *plan.fassungen), Templates())
    text = shown(html)
    assert [mark for mark in marks if mark not in text] == []
    assert "GEHEIM" not in html
    document = parsed(html)
    erlaubt = {"del", "ins", "span", "p", "a"}
    harmlos, _ = plan_with("q", "q")
    erwartet = parsed(synopse_html(synopse(harmlos, *harmlos.fassungen), Templates()))
    tags = [e.tag for e in document.iter() if e.tag not in erlaubt]
    assert tags == [e.tag for e in erwartet.iter() if e.tag not in erlaubt]
    assert [e.attrib["href"] for e in document.iter("a")] == [e.attrib["href"] for e in erwartet.iter("a")]


def test_the_same_synopse_gives_the_same_bytes() -> None:
    assert synopse_html(bericht(*MUSTERKREIS), Templates()) == page(*MUSTERKREIS)
