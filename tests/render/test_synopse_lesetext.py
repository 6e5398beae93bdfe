"""A Markdown text as lines: what a reader sees, nothing lost but emphasis."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konzept.render.markdown_text import MAX_MARKDOWN, markdown_escape
from konzept.render.synopse_lesetext import lesetext, lesezeile

FAELLE = {
    "a paragraph on several lines": ("Erste Zeile\nzweite Zeile", ["Erste Zeile zweite Zeile"]),
    "paragraphs": ("Eins.\n\nZwei.", ["Eins.", "Zwei."]),
    "emphasis": ("Das **muss** *so* sein, `genau` so.", ["Das muss so sein, genau so."]),
    "a list": ("Kurse:\n\n- eins\n- zwei", ["Kurse:", "• eins", "• zwei"]),
    "a list in a list": ("- eins\n  - innen\n- zwei", ["• eins", "• innen", "• zwei"]),
    "an item with two paragraphs": ("- eins\n\n  mehr dazu\n- zwei", ["• eins", "mehr dazu", "• zwei"]),
    "a numbered list": ("3. drei\n4. vier", ["3. drei", "4. vier"]),
    "a forced line break": ("oben\\\nunten", ["oben", "unten"]),
    "a quotation": ("> gesagt", ["gesagt"]),
    "a heading": ("# Kopf\n\nText", ["Kopf", "Text"]),
    "a table": ("| a | b |\n|---|---|\n| 1 | 2 |", ["a | b", "1 | 2"]),
    "code": ("```\neins\n  zwei\n```", ["eins", "zwei"]),
    "a link whose words are the address": (
        "[www.ilm-kreis.de](http://www.ilm-kreis.de/)",
        ["www.ilm-kreis.de"],
    ),
    "a link with other words": ("[hier](https://a.de/b)", ["hier (https://a.de/b)"]),
    "a mail address": ("[a@b.de](mailto:a@b.de)", ["a@b.de"]),
    "HTML is words": ("<b>fett</b>", ["<b>fett</b>"]),
    "an escaped sign": ("5 \\* 3", ["5 * 3"]),
}


@pytest.mark.parametrize(("text", "erwartet"), FAELLE.values(), ids=FAELLE.keys())
def test_what_a_reader_sees(text: str, erwartet: list[str]) -> None:
    assert lesetext(text).split("\n") == erwartet


ZEILEN = {
    "a title": ("Kurse **für alle**", "Kurse für alle"),
    "a number at the beginning is no list": ("1. Quartal 2025", "1. Quartal 2025"),
    "a sign at the beginning is no heading": ("# 3 Kurse", "# 3 Kurse"),
    "two lines": ("Kurse\nfür alle", "Kurse für alle"),
}


@pytest.mark.parametrize(("text", "erwartet"), ZEILEN.values(), ids=ZEILEN.keys())
def test_a_line_stays_a_line(text: str, erwartet: str) -> None:
    assert lesezeile(text) == erwartet


def test_a_text_beyond_the_limits_is_paragraphs() -> None:
    text = "- Punkt\n\n" * MAX_MARKDOWN
    assert set(lesetext(text).split("\n")) == {"- Punkt"}


@settings(max_examples=40)
@given(st.text(alphabet="ab1.*_`~#<>&[]()!|\\\"'=:/{}%- ", max_size=40))
def test_escaped_words_are_read_as_they_were_meant(wort: str) -> None:
    assert lesetext(markdown_escape(f"q{wort}q")) == " ".join(f"q{wort}q".split())
