"""The Markdown of a Fassung: links that resolve, no HTML, the same contents as the page."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import html5lib
import pytest
from markdown_it import MarkdownIt

from konzept.load import load_plan
from konzept.render.konzept_md import konzept_md
from konzept.render.templates import Templates
from konzept.reports.konzept import konzeptbericht

ROOT = Path(__file__).parents[2]
PLANS = [
    ("", "2020"),
    ("", "2018"),
    ("beispiele/musterkreis", "2022"),
    ("beispiele/musterkreis", "2025"),
    ("beispiele/konstanz-2016", "2016"),
    ("beispiele/handlungsleitlinien", "2016"),
]


def document(ort: str, fassung: str) -> str:
    plan = load_plan(ROOT / ort).plan
    eine = plan.fassung_nach_id[fassung]
    return konzept_md(konzeptbericht(plan, eine, eine.angenommen_am), Templates())


def slug(text: str) -> str:
    """Return the anchor GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize(("ort", "fassung"), PLANS)
def test_every_link_in_the_document_leads_to_a_heading(ort: str, fassung: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(document(ort, fassung))
    inline = [token for token in tokens if token.type == "inline"]
    headings = [tokens[i + 1] for i, token in enumerate(tokens) if token.type == "heading_open"]
    texts = ["".join(c.content for c in heading.children or []) for heading in headings]
    slugs: dict[str, int] = {}
    anchors = set()
    for text in texts:
        name = slug(text)
        anchors.add(name if name not in slugs else f"{name}-{slugs[name]}")
        slugs[name] = slugs.get(name, 0) + 1
    links = [
        str(c.attrGet("href")) for token in inline for c in token.children or [] if c.type == "link_open"
    ]
    inside = {unquote(link[1:]) for link in links if link.startswith("#")}
    assert inside
    assert inside <= anchors
    assert "" not in links


@pytest.mark.parametrize(("ort", "fassung"), PLANS)
def test_headings_are_in_order_and_there_is_one_title(ort: str, fassung: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(document(ort, fassung))
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@pytest.mark.parametrize(("ort", "fassung"), PLANS)
def test_there_is_no_html_in_it(ort: str, fassung: str) -> None:
    tokens = MarkdownIt("commonmark").parse(document(ort, fassung))
    kinds = {c.type for token in tokens for c in (token, *(token.children or []))}
    assert not {"html_block", "html_inline", "image"} & kinds


@pytest.mark.parametrize(("ort", "fassung"), PLANS)
def test_tables_are_whole(ort: str, fassung: str) -> None:
    html = MarkdownIt("commonmark").enable("table").render(document(ort, fassung))
    rows = [
        [len(list(row)) for row in table.iter("tr")]
        for table in html5lib.parse(html, namespaceHTMLElements=False).iter("table")
    ]
    assert all(len(set(widths)) == 1 for widths in rows)
    assert "| ---" not in html


def test_the_shipped_plan_says_what_it_is() -> None:
    text = document("", "2020")
    assert "**Stand 2.11.2020, Beschluss nicht belegt**" in text
    assert "*Zusammenfassung, nicht beschlossener Wortlaut*" in text
    assert "\n\n\n" not in text
    assert text.endswith("\n")


def test_leichte_sprache_keeps_its_lines() -> None:
    text = document("beispiele/musterkreis", "2025")
    assert "Freiwillige helfen neuen Nachbarn im ersten Jahr.\\\nSie gehen zum Beispiel mit zum Amt." in text
