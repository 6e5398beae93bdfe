"""What the overview shows: pictures that say what their tables say, marks with words, the Zeitplan in full."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import html5lib
import pytest

from konzept.load import load_plan
from konzept.render.konzept_html import konzept_html
from konzept.render.konzept_md import konzept_md
from konzept.render.templates import Templates
from konzept.reports.konzept import konzeptbericht

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from konzept.reports.konzept_teile import Konzept

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
TAGE = {
    ("", "2020"): date(2020, 11, 2),
    ("", "2018"): date(2018, 1, 1),
    ("beispiele/musterkreis", "2025"): date(2025, 7, 3),
    ("beispiele/konstanz-2016", "2016"): date(2016, 6, 16),
}


@cache
def bericht(ort: str, fassung: str) -> Konzept:
    plan = load_plan(ROOT / ort).plan
    return konzeptbericht(plan, plan.fassung_nach_id[fassung], TAGE[ort, fassung])


@cache
def page(ort: str, fassung: str) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    document: Element = parser.parse(konzept_html(bericht(ort, fassung), Templates()))
    return document


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def of_class(element: Element, name: str) -> Iterator[Element]:
    return (one for one in element.iter() if name in one.attrib.get("class", "").split())


def test_the_overview_comes_before_contents_and_text() -> None:
    headings = [words(e) for e in page("", "2020").iter() if e.tag in {"h2", "h3"}]
    assert headings[:6] == [
        "Auf einen Blick",
        "Maßnahmen je Handlungsfeld",
        "Stand der Umsetzung",
        "Wer federführend ist",
        "Zeitplan",
        "Inhalt",
    ]


@pytest.mark.parametrize(("ort", "fassung"), TAGE)
def test_a_picture_has_as_many_signs_as_its_row_says(ort: str, fassung: str) -> None:
    for block in ("felder", "umsetzung", "traeger"):
        for table in (t for b in of_class(page(ort, fassung), block) for t in b.iter("table")):
            head = [words(cell) for cell in table.iter("th") if cell.attrib["scope"] == "col"]
            of = 2 if head[1] == "Handlungsziele" else 1
            for row in next(table.iter("tbody")).iter("tr"):
                (picture,) = of_class(row, "kacheln")
                assert picture.attrib["aria-hidden"] == "true"
                assert len([e for e in picture if e.tag == f"{SVG}svg"]) == int(words(list(row)[of]))


@pytest.mark.parametrize(("ort", "fassung"), TAGE)
def test_every_mark_says_its_words_and_is_drawn(ort: str, fassung: str) -> None:
    document = page(ort, fassung)
    drawn = {e.attrib["id"] for e in document.iter(f"{SVG}symbol")}
    used = {e.attrib["href"].removeprefix("#") for e in document.iter(f"{SVG}use")}
    assert used
    assert used <= drawn
    marks = list(of_class(document, "marke"))
    assert all(words(next(of_class(mark, "nur-vorlesen"))) for mark in marks)
    assert bool(marks) == (ort != "beispiele/konstanz-2016" and fassung != "2018")


def test_the_marks_of_a_row() -> None:
    def row(number: str) -> list[str]:
        rows = (
            r for d in of_class(page("beispiele/musterkreis", "2025"), "jahresplan") for r in d.iter("tr")
        )
        cells = next(list(r) for r in rows if words(r).startswith(number))
        hidden = [[words(e) for e in of_class(cell, "nur-vorlesen")] for cell in cells[1:-1]]
        return [" ".join(one) for one in hidden] + [words(cells[-1])]

    assert row("1.3 M2") == [
        "Frist 31.03.2025, überfällig",
        "",
        "",
        "früher: 31.03.2022 (erledigt)",
    ]
    assert row("1.2 M3")[:3] == ["Zeitraum bis zu seiner Frist"] * 2 + ["Frist 31.12.2027"]
    assert row("6.1 M1")[0] == "wiederkehrende Frist 31.05.2025, erledigt"
    assert row("1.1 M1")[0].startswith("läuft ; 12 wiederkehrende Fristen 31.01.2025 bis 31.12.2025")


def test_without_a_log_nothing_is_called_late() -> None:
    text = words(page("", "2018"))
    assert "Stand der Umsetzung" not in text
    assert "Termin nicht belegt" in text


def test_markdown_has_the_same_figures() -> None:
    text = konzept_md(bericht("", "2020"), Templates())
    assert "| zusammen | 42 | 50 | 2 | 6 | 42 |" in text
    assert "| ? ohne Meldung | 47 | 94 % |" in text
    assert text.index("## Auf einen Blick") < text.index("## Zu diesem Dokument") < text.index("## Inhalt")


def test_without_a_stichtag_there_is_no_overview() -> None:
    plan = load_plan(ROOT).plan
    ohne = konzeptbericht(plan, plan.fassung_nach_id["2020"])
    assert ohne.ueberblick is None
    for text in (konzept_html(ohne, Templates()), konzept_md(ohne, Templates())):
        assert "Auf einen Blick" not in text
