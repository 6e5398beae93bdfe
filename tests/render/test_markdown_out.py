"""The texts of a plan as Markdown again: the meaning stays, raw HTML and headings of their own do not."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from konzept.render.markdown_out import markdown_block, markdown_inline
from konzept.render.markdown_text import HtmlTexts

PIECES = [
    "a",
    "b c",
    "*",
    "**",
    "_",
    "`",
    "~~",
    "\n",
    "\n\n",
    "- ",
    "* ",
    "1. ",
    "2) ",
    "> ",
    "# ",
    "## ",
    "    ",
    "\\",
    "[x](https://a.example)",
    "<b>",
    "|",
    "| a | b |\n|---|---|\n| 1 | 2 |\n",
    "```\n",
    "---\n",
    "!",
    "&amp;",
    "=",
]
TEXT = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def plain(html: str) -> str:
    return re.sub(r"\s+", "", re.sub(r"<[^>]*>", "", html))


@given(TEXT)
@example("- a\n- b\n\n* c\n")
@example("1. a\n\n   b\n2. c")
@example("a\n1. b")
def test_the_meaning_stays(text: str) -> None:
    texts = HtmlTexts()
    again = markdown_block(text)
    first, second = texts.block(text), texts.block(again)
    assert plain(second) == plain(first) or plain(second) == re.sub(r"\s+", "", texts.line(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ein *Wort* und **zwei**.", "Ein *Wort* und **zwei**."),
        ("- a\n- b\n  - c", "- a\n- b\n  - c"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("> Zitat\n> weiter", "> Zitat\n> weiter"),
        ("# Titel\n\n## Unter", "#### Titel\n\n##### Unter"),
        ("[Seite](https://a.example/x_y)", "[Seite](https://a.example/x_y)"),
        ("| a | b |\n|:--|--:|\n| 1 | 2 |", "| a | b |\n| :--- | ---: |\n| 1 | 2 |"),
        ("    code", "```\ncode\n```"),
        ("Zeile  \nUmbruch", "Zeile\\\nUmbruch"),
        ("a\n\n---\n\nb", "a\n\n___\n\nb"),
    ],
)
def test_the_forms_of_markdown_are_kept(text: str, expected: str) -> None:
    assert markdown_block(text, 3) == expected


def test_raw_html_is_neutral_for_every_reader() -> None:
    text = markdown_block("<script>x</script> und <b>fett</b>\n\n<div>\nBlock\n</div>")
    html = MarkdownIt("commonmark").render(text)
    assert "<script" not in html
    assert "<b>" not in html
    assert "<div" not in html
    assert "&lt;script&gt;" in html


def test_lines_of_leichte_sprache_are_kept() -> None:
    assert markdown_block("Eins.\nZwei.", breaks=True) == "Eins.\\\nZwei."


def test_beyond_the_limit_a_text_is_plain_words() -> None:
    text = markdown_block("*a* " * 6000 + "\n\n# b")
    assert text.startswith(r"\*a\* \*a\*")
    assert text.endswith("\n\n\\# b")


def test_headings_lose_links_only() -> None:
    assert (
        markdown_inline("Rat bei [uns](https://a.example) und *mehr*\nhier") == "Rat bei uns und *mehr* hier"
    )
    assert markdown_inline("- a\n- b") == r"\- a - b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2.11.2020 beschlossen", "2.11.2020 beschlossen"),
        ("seit\n2.11.2020, bis\n3. Mai", "seit\n2.11.2020, bis\n3\\. Mai"),
        ("12.5 % und\n1.Mai", "12.5 % und\n1.Mai"),
        ("a\n4) b\n5)c", "a\n4\\) b\n5)c"),
        ("seit\n2.", "seit\n2\\."),
    ],
)
def test_only_a_number_that_would_begin_a_list_is_escaped(text: str, expected: str) -> None:
    assert markdown_block(text) == expected


DATES = st.lists(
    st.sampled_from(
        ["2.11.2020", "2.", "3)", "1234567890.", "12.5 %", "2.\u00a0a", " ", "\n", "\n\n", "a", "**", "- "]
    ),
    max_size=9,
).map("".join)


@given(DATES)
def test_numbers_at_the_beginning_of_a_line_come_back_as_they_were(text: str) -> None:
    texts = HtmlTexts()
    written = markdown_block(text)
    assert plain(texts.block(written)) == plain(texts.block(text))
    assert texts.block(written).count("<li>") in {texts.block(text).count("<li>"), 0}
    assert not re.search(r"[0-9]\\[.)](?!\s|$)", written)
