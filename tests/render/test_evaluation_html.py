"""The page of the evaluation: sound, self-contained, never colour alone, charts with their tables, texts literal."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from konzept.domain.akteur import Akteur
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.indikator import Messung, Wertedatei
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.load import load_plan
from konzept.render.evaluation_html import evaluation_html
from konzept.render.evaluation_words import ERGEBNISSE, zahl
from konzept.render.markdown_text import markdown_escape
from konzept.render.templates import Templates
from konzept.reports.evaluation import evaluation

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from konzept.reports.evaluation_teile import Evaluation

ROOT = Path(__file__).parents[2]
REPORTS = [
    ("", "2020", "2022-01-01"),
    ("", "2018", "2020-11-02"),
    ("beispiele/musterkreis", "2022", "2024-12-10"),
    ("beispiele/musterkreis", "2025", "2025-07-03"),
    ("beispiele/konstanz-2016", "2016", "2017-01-01"),
    ("beispiele/handlungsleitlinien", "2016", "2017-01-01"),
]


@cache
def report(ort: str, fassung: str, stichtag: str) -> Evaluation:
    plan = load_plan(ROOT / ort).plan
    return evaluation(plan, plan.fassung_nach_id[fassung], date.fromisoformat(stichtag))


@cache
def page(ort: str, fassung: str, stichtag: str) -> str:
    return evaluation_html(report(ort, fassung, stichtag), Templates())


def parsed(html: str) -> Element:
    document: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    return document


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def local(element: Element) -> str:
    """Return the name of an element without the namespace that drawings have."""
    return str(element.tag).rpartition("}")[2]


def tables(document: Element, name: str) -> list[Element]:
    return [table for table in document.iter("table") if name in table.attrib.get("class", "").split()]


def cells(row: Element) -> list[str]:
    return [words(cell) for cell in row]


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), REPORTS)
def test_the_page_is_well_formed_with_headings_in_order_and_links_that_lead_somewhere(
    ort: str, fassung: str, stichtag: str
) -> None:
    document = parsed(page(ort, fassung, stichtag))
    assert document.attrib["lang"] == "de"
    headings = [e for e in document.iter() if re.fullmatch(r"h[1-6]", str(e.tag))]
    assert [e.tag for e in headings].count("h1") == 1
    assert all(int(b.tag[1]) <= int(a.tag[1]) + 1 for a, b in pairwise(headings))
    ids = [e.attrib["id"] for e in document.iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids))
    assert {e.attrib["href"][1:] for e in document.iter("a")} <= set(ids)
    assert {e.attrib["aria-labelledby"] for e in document.iter() if "aria-labelledby" in e.attrib} <= set(ids)


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), REPORTS)
def test_the_page_asks_nobody_for_anything_and_charts_have_no_style_of_their_own(
    ort: str, fassung: str, stichtag: str
) -> None:
    document = parsed(page(ort, fassung, stichtag))
    tags = {local(e) for e in document.iter()}
    assert not {"script", "link", "img", "image", "iframe", "object", "base", "form", "use"} & tags
    assert not [n for e in document.iter() for n in e.attrib if n in {"src", "style"} or n.startswith("on")]
    assert len([e for e in document.iter() if local(e) == "style"]) == 1
    style = next(document.iter("style")).text or ""
    assert not re.search(r"url\(|@import", style)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(e.attrib["content"] for e in document.iter("meta") if "http-equiv" in e.attrib)
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), REPORTS)
def test_tables_have_captions_scopes_and_whole_rows(ort: str, fassung: str, stichtag: str) -> None:
    captions = []
    for table in parsed(page(ort, fassung, stichtag)).iter("table"):
        captions.append(words(next(table.iter("caption"))))
        head = next(table.iter("thead"))
        assert all(cell.attrib["scope"] == "col" for cell in head.iter("th"))
        rows = [row for part in table if part.tag in {"tbody", "tfoot"} for row in part]
        assert {len(list(row)) for row in rows} == {len(list(head.iter("th")))}
        assert all(cell.attrib["scope"] == "row" for row in rows for cell in row if cell.tag == "th")
    assert len(captions) == len(set(captions))
    assert all(captions)


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), REPORTS)
def test_the_tables_of_numbers_add_up_as_they_are_printed(ort: str, fassung: str, stichtag: str) -> None:
    bericht = report(ort, fassung, stichtag)
    tafeln = tables(parsed(page(ort, fassung, stichtag)), "zahlen")
    if not bericht.massnahmen:
        assert tafeln == []
        return
    vorkommende = [one.ergebnis for one in bericht.ergebnisse if one.anzahl]

    def zahlen(part: Element) -> list[list[int]]:
        rows = [cells(row)[1 : len(vorkommende) + 2] for row in part]
        return [
            [0 if z == "–" else int(z.replace("\u2212", "-")) for z in row]
            for row in rows
            if "%" not in row[0]
        ]

    felder, stellen = tafeln
    for tafel in tafeln:
        spalten = cells(next(next(tafel.iter("thead")).iter("tr")))
        assert spalten[1 : len(vorkommende) + 1] == [ERGEBNISSE[one] for one in vorkommende]
    koerper, fuss = (zahlen(next(felder.iter(part))) for part in ("tbody", "tfoot"))
    assert [sum(spalte) for spalte in zip(*koerper, strict=True)] == fuss[0]
    assert all(sum(zeile[:-1]) == zeile[-1] for zeile in [*koerper, *fuss])
    koerper, fuss = (zahlen(next(stellen.iter(part))) for part in ("tbody", "tfoot"))
    assert [sum(spalte) for spalte in zip(*koerper, *fuss[:-1], strict=True)] == fuss[-1]


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), REPORTS)
def test_every_massnahme_stands_once_with_its_result(ort: str, fassung: str, stichtag: str) -> None:
    rows = {
        row.attrib["id"].removeprefix("massnahme-"): words(row)
        for row in parsed(page(ort, fassung, stichtag)).iter("tr")
        if row.attrib.get("id", "").startswith("massnahme-")
    }
    massnahmen = report(ort, fassung, stichtag).massnahmen
    assert list(rows) == [eine.zeile.id for eine in massnahmen]
    for eine in massnahmen:
        shown = rows[eine.zeile.id]
        assert " ".join(eine.zeile.titel.split()) in shown
        assert ERGEBNISSE[eine.ergebnis] in shown


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), REPORTS)
def test_a_sign_is_never_alone(ort: str, fassung: str, stichtag: str) -> None:
    """Tiles are hidden from screen readers; beside each, or in the label of the picture, stands its word."""
    document = parsed(page(ort, fassung, stichtag))
    parents = {child: parent for parent in document.iter() for child in parent}
    for tile in (e for e in document.iter() if "kachel" in e.attrib.get("class", "").split()):
        assert tile.attrib["aria-hidden"] == "true"
        oben: Element | None = tile
        for _ in range(3):
            oben = parents[oben] if oben is not None else None
            if oben is not None and (
                oben.attrib.get("role") == "img" or re.search(r"[a-zä]{4}", words(oben))
            ):
                break
        assert oben is not None
        assert any(wort in (oben.attrib.get("aria-label", "") + words(oben)) for wort in ERGEBNISSE.values())


def charts(document: Element) -> list[Element]:
    return [e for e in document.iter() if e.attrib.get("class") == "diagramm"]


def test_every_chart_is_described_labelled_and_followed_by_its_table() -> None:
    bericht = report(*REPORTS[2])
    document = parsed(page(*REPORTS[2]))
    karten = [e for e in document.iter("article") if e.attrib["class"] == "indikator"]
    assert len(karten) == len(bericht.indikatoren) == 7
    for karte, stand in zip(karten, bericht.indikatoren, strict=True):
        (chart,) = charts(karte)
        assert chart.attrib["role"] == "img"
        werte = [zahl(punkt.zahl) for punkt in stand.punkte]
        labels = [words(e) for e in chart.iter() if e.attrib.get("class") == "wert" and local(e) == "text"]
        assert labels == [zahl(stand.ausgang) if stand.ausgang is not None else "", *werte]
        assert len([e for e in chart.iter() if local(e) == "rect"]) == len(labels)
        assert stand.ziel is not None
        assert f"Ziel {zahl(stand.ziel)}" in words(chart)
        assert all(wert in chart.attrib["aria-label"] for wert in werte)
        table = next(karte.iter("table"))
        shown = [cells(row)[:2] for row in next(table.iter("tbody"))]
        assert [row[1] for row in shown] == [labels[0], *werte, zahl(stand.ziel)]
        assert [row[0] for row in shown[:: len(shown) - 1]] == ["Ausgangswert", "Zielwert"]


def test_an_indicator_without_value_has_no_chart_but_its_table() -> None:
    document = parsed(page(*REPORTS[3]))
    karten = {words(next(karte.iter("h3"))): karte for karte in document.iter("article")}
    titel = next(name for name in karten if "Beratene Personen" in name)
    assert charts(karten[titel]) == []
    assert "Es gibt noch keinen Wert." in words(karten[titel])
    assert "1 Wert liegt nach dem Stichtag." in words(karten[titel])


def test_how_termine_moved_is_told_by_the_largest_move_first() -> None:
    (tafel,) = tables(parsed(page(*REPORTS[3])), "termine")
    rows = [cells(row) for row in next(tafel.iter("tbody"))]
    assert [(row[0], row[4]) for row in rows] == [
        ("2.3 M1", "rund +47 Monate Frist verschoben"),
        ("2.1 M3", "+36 Monate Frist verschoben"),
        ("1.3 M2", "+15 Monate Frist verschoben"),
        ("4.3 M2", "+12 Monate Frist verschoben"),
        ("1.2 M3", "+36 Monate Zeitraum verlängert"),
        ("3.2 M1", "+36 Monate Zeitraum verlängert"),
        ("4.1 M1", "+36 Monate Zeitraum verlängert"),
        ("1.3 M1", "ohne Frist weitergeführt"),
        ("4.2 M1", "ohne Frist weitergeführt"),
        ("5.2 M1", "ohne Frist weitergeführt"),
        ("6 M2", "–"),
    ]
    assert rows[2][5] == "bis 30.09.2025, +6 Monate 3-mal ein neuer Termin gemeldet"
    assert rows[0][2] == "Beginn des Schuljahres 2022/23 (01.08.2022, mehrdeutig) Fassung 2022"


def test_the_names_of_the_levels_are_the_countys_own() -> None:
    shown = words(next(parsed(page(*REPORTS[5])).iter("body")))
    assert "Alle Leitlinien" in shown
    assert "Maßnahme" not in shown


def test_a_fassung_without_massnahmen_says_so_in_figures() -> None:
    fassung = Fassung("2020", Rahmen.model_validate({"titel": "P", "art": "K", "stand": "2020"}))
    bericht = evaluation(Plan(fassungen=(fassung,)), fassung, date(2021, 1, 1))
    document = parsed(evaluation_html(bericht, Templates()))
    assert "0 Maßnahmen 0 Handlungsfelder" in words(document)
    assert [words(e) for e in document.iter("h2")] == ["Auf einen Blick", "So ist zu lesen"]


def plan_with(word: str) -> tuple[Evaluation, list[str]]:
    """Give a report with a text of its own in every field the page shows, and the texts."""
    marks: list[str] = []

    def mark() -> str:
        marks.append(f"Z{len(marks)}Z {' '.join(word.split())}".strip())
        return marks[-1]

    indikator = {
        "id": "i",
        "titel": mark(),
        "einheit": mark(),
        "ausgangswert": "1",
        "zielwert": mark(),
        "quelle": mark(),
    }
    massnahmen: list[dict[str, Any]] = [
        {
            "id": "a",
            "titel": mark(),
            "text": "Etwas tun.",
            "termin": {"text": mark(), "teile": [{"art": "faellig", "ende": "2021-06-30"}]},
            "zustaendigkeiten": ["x"],
            "indikatoren": [indikator],
        },
        {"id": "b", "titel": mark(), "text": "Etwas tun.", "termin": mark()},
    ]
    ziel = {"id": "z", "nummer": "1.1", "titel": "Ziel", "massnahmen": massnahmen}
    feld = {"id": "f", "nummer": "1", "titel": mark(), "handlungsziele": [ziel]}
    log = {"am": "2021-01-01", "erfasst": "2021-01-01", "massnahme": "a", "stand": "begonnen"}
    fassung = Fassung(
        "2020",
        Rahmen.model_validate({"titel": mark(), "art": mark(), "stand": "2020"}),
        (Handlungsfeld.model_validate(feld),),
        Sachstand.model_validate({"eintraege": [{**log, "neuer_termin": mark()}]}),
        dateien=("f",),
    )
    messung = {"indikator": "i", "am": "2020", "wert": "2", "quelle": mark(), "hinweis": mark()}
    akteur = Akteur.model_validate({"id": "x", "name": mark(), "kurz": mark(), "art": "verein"})
    einstellungen = {"koerperschaft": mark(), "land": mark(), "hinweise": [markdown_escape(mark())]}
    plan = Plan(
        Einstellungen.model_validate(einstellungen),
        (akteur,),
        fassungen=(fassung,),
        wertedateien=(Wertedatei("w", (Messung.model_validate(messung),)),),
    )
    return evaluation(plan, fassung, date(2021, 7, 1)), marks


def skeleton(document: Element) -> list[tuple[str, tuple[str, ...]]]:
    return [(str(e.tag), tuple(sorted(e.attrib))) for e in document.iter()]


NASTY = st.text(alphabet="ab1.*_`~#<>&[]()!|\\\"'=:/{}%", min_size=1, max_size=25)


@given(NASTY)
@hypothesis_settings(max_examples=12)
def test_any_text_in_any_field_is_literal_and_adds_nothing(word: str) -> None:
    bericht, marks = plan_with(f"q{word}")
    document = parsed(evaluation_html(bericht, Templates()))
    shown = words(document)
    assert [mark for mark in marks if mark not in shown] == []
    harmless, _ = plan_with("q")
    assert skeleton(document) == skeleton(parsed(evaluation_html(harmless, Templates())))


def test_the_same_report_gives_the_same_bytes() -> None:
    assert evaluation_html(report(*REPORTS[2]), Templates()) == page(*REPORTS[2])
