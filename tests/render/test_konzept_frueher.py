"""A Querbezug to what only an earlier Fassung held is named by its title there, in every format, and never linked."""

from __future__ import annotations

from html import unescape

import html5lib
import pytest
from markdown_it import MarkdownIt

from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.render.konzept_html import konzept_html
from konzept.render.konzept_md import konzept_md
from konzept.render.templates import Templates
from konzept.reports.konzept import konzeptbericht


def plan(titel: str) -> Plan:
    """Return 2016 with a Maßnahme »messe« and a field of 2020 that still names it, and an id nobody knows."""

    def fassung(name: str, massnahme: dict[str, object], *ziele: str) -> Fassung:
        rahmen = {"titel": "P", "art": "Konzept", "stand": name, "vorgaenger": "2016"}
        feld = {
            "id": f"feld-{name}",
            "nummer": "3",
            "titel": "Arbeit",
            "massnahmen": [massnahme],
            "querbezuege": [{"ziel": ziel, "art": "siehe", "hinweis": "wie damals"} for ziel in ziele],
        }
        return Fassung(
            name,
            Rahmen.model_validate(rahmen),
            (Handlungsfeld.model_validate(feld),),
            datei=f"{name}.yaml",
            dateien=(f"{name}-3.yaml",),
        )

    old = fassung("2016", {"id": "messe", "nummer": "2", "titel": titel, "text": "Eine Messe."})
    new = fassung("2020", {"id": "lotsen", "text": "Lotsen."}, "messe", "feld-2016", "lotsen", "fremd")
    return Plan(fassungen=(old, new))


def html(one: Plan) -> str:
    return konzept_html(konzeptbericht(one, one.fassung_nach_id["2020"]), Templates())


def md(one: Plan) -> str:
    return konzept_md(konzeptbericht(one, one.fassung_nach_id["2020"]), Templates())


def test_the_report_keeps_both_apart() -> None:
    one = plan("Jobmesse")
    (feld,) = konzeptbericht(one, one.fassung_nach_id["2020"]).felder
    found = {
        bezug.id: (bezug.ziel is not None, bezug.frueher.fassung if bezug.frueher else None)
        for bezug in feld.hin
    }
    assert found == {
        "messe": (False, "2016"),
        "feld-2016": (False, "2016"),
        "lotsen": (True, None),
        "fremd": (False, None),
    }


def test_markdown_names_the_title_and_the_fassung() -> None:
    lines = [line for line in md(plan("Jobmesse")).splitlines() if line.startswith("+ siehe")]
    assert [line for line in lines if "](" not in line] == [
        "+ siehe Maßnahme 3 M2: Jobmesse (Fassung 2016) (wie damals)",
        "+ siehe Handlungsfeld 3: Arbeit (Fassung 2016) (wie damals)",
        "+ siehe fremd (wie damals)",
    ]
    assert len(lines) == 4


def test_html_names_the_title_and_the_fassung_without_a_link() -> None:
    items = bezuege(html(plan("Jobmesse")))
    assert ("siehe Maßnahme 3 M2: Jobmesse (Fassung 2016) (wie damals)", 0) in items
    assert ("siehe Handlungsfeld 3: Arbeit (Fassung 2016) (wie damals)", 0) in items


@pytest.mark.parametrize("titel", ["<b>Messe</b>", "Messe *jetzt*", "[Messe](javascript:x)", "A & B"])
def test_a_title_is_text(titel: str) -> None:
    named = f"siehe Maßnahme 3 M2: {titel} (Fassung 2016) (wie damals)"
    assert (named, 0) in bezuege(html(plan(titel)))
    (line,) = [line for line in md(plan(titel)).splitlines() if "Fassung 2016" in line and "M2" in line]
    rendered = MarkdownIt("js-default").render(line)
    assert f"{titel} (Fassung 2016)" in unescape(rendered)
    assert "<a " not in rendered
    assert "<em>" not in rendered


def bezuege(page: str) -> list[tuple[str, int]]:
    """Return words and number of links of each Querbezug of the page."""
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return [
        (" ".join("".join(item.itertext()).split()), sum(one.tag == "a" for one in item.iter()))
        for box in document.iter()
        if box.get("class") == "bezuege"
        for item in box.iter()
        if item.tag == "li" and item.get("class") is None
    ]
