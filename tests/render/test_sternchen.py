"""The star within a word: shown as it stands, in HTML and in Markdown, and no mark; other emphasis stays."""

from __future__ import annotations

import time

import pytest
from markdown_it import MarkdownIt

from konzept.render.markdown_out import markdown_block
from konzept.render.markdown_text import HtmlTexts

PLAIN = HtmlTexts.of({}, frozenset())


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Schüler*innen und Lehrer*innen", "Schüler*innen und Lehrer*innen"),
        ("Ein*e Lots*in", "Ein*e Lots*in"),
        ("3*4 und 5*6", "3*4 und 5*6"),
        ("*neu*: Schüler*innen, Lehrer*innen", "<em>neu</em>: Schüler*innen, Lehrer*innen"),
        ("**Schüler*innen** und Lehrer*innen", "<strong>Schüler*innen</strong> und Lehrer*innen"),
        ("**Integrations**beirat, *Kreis*tag", "<strong>Integrations</strong>beirat, <em>Kreis</em>tag"),
        ("`a*b` und c*d", "<code>a*b</code> und c*d"),
    ],
)
def test_a_star_in_a_word_is_no_mark(text: str, html: str) -> None:
    assert PLAIN.inline(text) == html
    # written as Markdown it is masked, so that every other reader shows the same
    assert MarkdownIt("commonmark").render(markdown_block(text)).strip() == f"<p>{html}</p>"


def test_a_flood_of_stars_stays_fast() -> None:
    begin = time.perf_counter()
    text = str(PLAIN.block("*a" + "a*" * 9_000 + "a"))
    assert text.count("*") > 0
    assert time.perf_counter() - begin < 2
