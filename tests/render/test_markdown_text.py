"""Markdown of a plan's texts as HTML: safe, complete, fast; and the escape function for Markdown."""

from __future__ import annotations

from time import perf_counter

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import Markup

from konzept.render.markdown_text import (
    MAX_MARKDOWN,
    HtmlTexts,
    external_address,
    is_allowed_address,
    markdown_escape,
    markdown_value,
)

NASTY = st.text(alphabet="ab1 \n\t.-+*_`~#<>&[]()!|\\\"'=:/{}%ä", max_size=60)
PLAIN = HtmlTexts()


def words(html: str) -> str:
    return " ".join("".join(html5lib.parseFragment(html, namespaceHTMLElements=False).itertext()).split())


def tags(html: str) -> list[str]:
    return [
        e.tag
        for e in html5lib.parseFragment(html, namespaceHTMLElements=False).iter()
        if e.tag != "DOCUMENT_FRAGMENT"
    ]


@given(NASTY)
def test_escaped_words_come_back_as_they_were(text: str) -> None:
    html = MarkdownIt("gfm-like", {"linkify": False}).render(markdown_escape(text))
    assert words(html) == " ".join(text.split())
    assert set(tags(html)) <= {"p"}


@given(NASTY)
def test_escaped_words_fit_into_a_cell(text: str) -> None:
    html = (
        MarkdownIt("commonmark")
        .enable("table")
        .render(f"| a | b |\n|---|---|\n| {markdown_escape(text)} | x |\n")
    )
    assert tags(html).count("td") == 2
    assert words(html) == " ".join(f"a b {text} x".split())


@given(NASTY)
def test_a_plain_line_is_literal_and_adds_nothing(text: str) -> None:
    texts = HtmlTexts.of({"ab": 'lang "ab" <b>'}, frozenset())
    html = texts.line(text)
    assert words(html) == " ".join(text.split())
    assert set(tags(html)) <= {"abbr"}


@given(NASTY)
def test_any_text_gives_only_known_elements(text: str) -> None:
    html = PLAIN.block(text, 4)
    inside = {"em", "strong", "s", "code", "a", "br"}
    blocks = {"p", "pre", "ul", "ol", "li", "blockquote", "hr", "h5", "h6"}
    tables = {"table", "thead", "tbody", "tr", "th", "td"}
    root = html5lib.parseFragment(html, namespaceHTMLElements=False)
    assert {e.tag for e in root.iter()} - {"DOCUMENT_FRAGMENT"} <= inside | blocks | tables
    attributes = {name for e in root.iter() for name in e.attrib}
    assert attributes <= {"href", "title", "rel", "class", "scope", "start"}


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<b onclick=x>",
        "![Bild](https://example.org/x.png)",
        "[x](javascript:alert(1))",
        "[x](JAVASCRIPT&colon;alert(1))",
        "[x](vscode:open)",
        "[x](data:text/html,x)",
        "<javascript:alert(1)>",
        "[x](//example.org)",
        "[a]: https://example.org",
        "&lt;b&gt;",
        "{{ 7 * 7 }} {% raw %}",
    ],
)
def test_what_is_refused_stays_as_words(text: str) -> None:
    html = PLAIN.block(text)
    assert words(html).replace("!Bild", "![Bild](https://example.org/x.png)") == text
    assert not {"script", "b", "img"} & set(tags(html))
    assert "href" not in html or 'href="https://example.org/x.png"' in html


@pytest.mark.parametrize(
    "address", ["https://a.example", "HTTP://a.example", "mailto:a@b.example", "tel:+49", "#ort-1"]
)
def test_addresses_that_may_be_linked(address: str) -> None:
    assert is_allowed_address(address)


@pytest.mark.parametrize(
    "address", ["javascript:x", " data:x", "/pfad", "pfad", "//a.example", "ftp://a", "#a b", ""]
)
def test_addresses_that_may_not(address: str) -> None:
    assert not is_allowed_address(address)
    assert external_address(address) is None


def test_a_place_that_the_page_lacks_is_not_linked() -> None:
    texts = HtmlTexts.of({}, frozenset({"massnahme-a"}))
    html = texts.block("[hier](#massnahme-a) und [dort](#massnahme-b)")
    assert html == '<p><a href="#massnahme-a">hier</a> und dort</p>\n'


def test_abbreviations_whole_words_longest_first_never_in_links_or_code() -> None:
    texts = HtmlTexts.of({"GU": "Unterkunft", "GU-Rat": "Rat der Unterkunft", "e.V.": "Verein"}, frozenset())
    html = texts.block("GU, GU-Rat, GUS, X e.V. [GU](https://a.example/GU) `GU`")
    assert html == (
        '<p><abbr title="Unterkunft">GU</abbr>, <abbr title="Rat der Unterkunft">GU-Rat</abbr>, GUS, X '
        '<abbr title="Verein">e.V.</abbr> <a href="https://a.example/GU" rel="external noreferrer">GU</a> '
        "<code>GU</code></p>\n"
    )


def test_headings_are_moved_below_the_document_in_steps_of_one() -> None:
    assert tags(PLAIN.block("# A\n\n### B\n\n# C", 3)) == ["h4", "h5", "h4"]
    assert tags(PLAIN.block("###### A\n\n# B", 2)) == ["h3", "h3"]
    assert tags(PLAIN.block("# A\n\n## B", 6)) == ["h6", "h6"]


def test_no_style_attributes_and_no_language_of_code() -> None:
    html = PLAIN.block("| a | b |\n|--:|:-:|\n| 1 | 2 |\n\n```js\nx\n```")
    assert "style=" not in html
    assert '<th class="rechts" scope="col">a</th>' in html
    assert "language-" not in html


def test_lines_are_kept_where_leichte_sprache_needs_them() -> None:
    assert PLAIN.block("Satz eins.\nSatz zwei.", breaks=True) == "<p>Satz eins.<br>\nSatz zwei.</p>\n"


@pytest.mark.parametrize(
    "piece", ["[", "*", "_", "`", "> ", "- ", "<", "![", "|", "\\", "1. ", "~~", "](", "**a "]
)
def test_floods_stay_fast_and_complete(piece: str) -> None:
    text = piece * (MAX_MARKDOWN // len(piece))
    begin = perf_counter()
    html = PLAIN.block(text + " Ende")
    assert perf_counter() - begin < 5
    assert "Ende" in html
    assert isinstance(html, Markup)


def test_a_text_beyond_the_limit_becomes_plain_paragraphs() -> None:
    html = PLAIN.block("**fett** " * 3000 + "\n\n<b>zwei</b>")
    assert tags(html) == ["p", "p"]
    assert "**fett**" in html
    assert "&lt;b&gt;zwei" in html


def test_deeply_nested_text_loses_nothing() -> None:
    assert "Grund" in PLAIN.block("> " * 500 + "Grund")
    assert "Grund" in PLAIN.block("".join(f"{' ' * 2 * i}- x\n" for i in range(80)) + " " * 160 + "- Grund")


def test_headings_lose_their_links_but_no_words() -> None:
    assert PLAIN.inline("Mehr *Rat* bei [uns](https://a.example)") == "Mehr <em>Rat</em> bei uns"
    assert PLAIN.inline("- Liste\n- <b>") == "- Liste - &lt;b&gt;"


def test_markdown_templates_escape_what_is_not_markdown() -> None:
    assert markdown_value("*a*") == r"\*a\*"
    assert markdown_value(markdown_escape("*a*")) == r"\*a\*"
    assert markdown_value(3) == "3"
