"""Footnotes of a text in every form a text can take: what is a note, what stays as written, and no word lost."""

from __future__ import annotations

import io
import json
import re
from time import perf_counter
from zipfile import ZipFile

import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from konzept.render.docx import docx_bytes
from konzept.render.fussnoten import noten_von
from konzept.render.fussnoten_seite import (
    html_mit_fussnoten,
    html_stelle,
    markdown_mit_fussnoten,
    markdown_stelle,
)
from konzept.render.markdown_out import markdown_block, markdown_inline
from konzept.render.markdown_text import HtmlTexts, markdown_escape, parse
from konzept.render.odt import odt_bytes
from konzept.render.schriftstueck import Absatz, Absatzart, Lauf, Liste, Schriftstueck, absatz
from konzept.render.schriftstueck_aufbau import aufbau
from konzept.render.schriftstueck_daten import bloecke_als_daten
from konzept.render.schriftstueck_markdown import markdown_bloecke, markdown_laeufe
from konzept.render.schriftstueck_md import schriftstueck_md
from konzept.render.synopse_lesetext import lesetext, lesezeile
from konzept.render.tabellenwerk_text import klartext
from konzept.render.templates import Templates

PIECES = [
    *("W", "W W", " ", "\n", "\n\n", "    ", "- ", "> ", "# ", "*", "**", "`", "|", "\\", "```\n"),
    *(
        "[^1]",
        "[^1]: ",
        "\n\n[^1]: W\n\n",
        "[^2]",
        "\n[^2]: W [^1]\n",
        "[^3]",
        "^[W]",
        "^[",
        "]",
        "[W[^1]](https://a.example)",
    ),
    "\n| W[^1] | W |\n|---|---|\n| W^[W] | W[^2] |\n",
]


def numbered(pieces: list[str]) -> str:
    """Give every word of a text a name that occurs once."""
    names = iter(range(1000))
    return re.sub("W", lambda _: f"wort{next(names)}x", "".join(pieces))


TEXT = st.lists(st.sampled_from(PIECES), max_size=12).map(numbered)


def words(html: str) -> str:
    return "".join(html5lib.parseFragment(html, namespaceHTMLElements=False).itertext())


def names(text: str) -> set[str]:
    return set(re.findall("wort[0-9]+x", text))


def page(*texts: str) -> str:
    body = "".join(HtmlTexts().block(text) for text in texts)
    return html_mit_fussnoten(f"<main>{body}</main>", Templates())


def paper(text: str) -> Schriftstueck:
    return Schriftstueck("Titel", markdown_bloecke(text))


@given(TEXT)
@example("wort0x[^1]\n\n[^1]: wort1x [^1]")
@example("wort0x[^1]\n\n[^1]: wort1x [^2]\n[^2]: wort2x [^1]")
@example("[^1]: wort0x\n[^1]: wort1x")
def test_no_word_of_a_text_or_of_its_notes_is_lost(text: str) -> None:
    wanted = names(text)
    assert names(words(page(text))) == wanted
    assert names(markdown_mit_fussnoten(markdown_block(text))) == wanted
    assert names(schriftstueck_md(paper(text))) == wanted
    assert names(json.dumps(bloecke_als_daten(aufbau(paper(text))))) == wanted
    assert names(klartext(text)) == wanted
    assert names(lesetext(text)) == wanted
    assert names("".join(lauf.text for lauf in markdown_laeufe(text))) == wanted


@settings(max_examples=6)
@given(TEXT)
@example("wort0x[^1] wort1x[^1] **wort2x^[wort3x]**\n\n[^1]: - wort4x\n\n    wort5x")
def test_no_word_is_lost_in_the_files_of_offices(text: str) -> None:
    stueck = paper(text)
    with ZipFile(io.BytesIO(odt_bytes(stueck))) as odt:
        assert names(odt.read("content.xml").decode()) == names(text)
    with ZipFile(io.BytesIO(docx_bytes(stueck))) as docx:
        parts = [name for name in docx.namelist() if name in {"word/document.xml", "word/footnotes.xml"}]
        assert names("".join(docx.read(name).decode() for name in parts)) == names(text)


@given(TEXT)
def test_what_is_written_as_markdown_has_the_same_notes_when_it_is_read_again(text: str) -> None:
    tokens = parse(text)
    assert tokens is not None
    written = markdown_mit_fussnoten(markdown_block(text))
    again = parse(written)
    assert again is not None
    # a text that cannot be written as it was read becomes plain paragraphs, without notes
    assert len(noten_von(again)) in {len(noten_von(tokens)), 0}
    assert markdown_mit_fussnoten(markdown_block(written)) == written


@pytest.mark.parametrize(
    ("text", "body", "notes"),
    [
        ("a[^1] b[^x].\n\n[^1]: eins\n[^x]: zwei", "a1 b2.", ["eins", "zwei"]),
        ("a[^2] b[^1] c[^2]\n\n[^1]: eins\n[^2]: zwei", "a1 b2 c1", ["zwei", "eins"]),
        ("**fett[^1]** *kursiv^[im Text]*\n\n[^1]: eins", "fett1 kursiv2", ["eins", "im Text"]),
        ("# Kopf[^1]\n\n- Punkt[^2]\n\n[^1]: eins\n[^2]: zwei", "Kopf1 Punkt2", ["eins", "zwei"]),
        ("| a[^1] | b |\n|---|---|\n| c^[x] | d |\n\n[^1]: eins", "a1 b c2 d", ["eins", "x"]),
        ("> a[^1]\n>\n> [^1]: im Zitat", "a1", ["im Zitat"]),
        ("a[^1]\n\n[^1]: eins\n\n    - zwei\n    - drei", "a1", ["eins zwei drei"]),
        ("a[^1]\n\n[^1]: # Titel", "a1", ["Titel"]),
        ("fehlt[^1]", "fehlt[^1]", []),
        ("[^1]: nie genannt", "[^1]: nie genannt", []),
        ("a[^1]\n\n[^1]: eins\n\n[^1]: nochmal", "a1 [^1]: nochmal", ["eins"]),
        ("a[^1]\n\n[^1]:", "a[^1] [^1]:", []),
        ("a^[] b", "a^[] b", []),
        ("a[^1]\n\n[^1]: siehe [^1]", "a1", ["siehe [^1]"]),
        ("a[^1]\n\n[^1]: eins [^2]\n[^2]: zwei [^1]", "a1", ["eins (zwei [^1])"]),
        ("a^[eins^[zwei]]", "a1", ["eins (zwei)"]),
        ("a[^1] b[^2]\n\n[^1]: eins [^2]\n[^2]: zwei", "a1 b2", ["eins (zwei)", "zwei"]),
        ("`[^1]` \\[^1]\n\n[^1]: eins", "[^1] [^1] [^1]: eins", []),
        ("[^1]: a[^2]\n\n[^2]: b", "[^1]: a[^2] [^2]: b", []),
    ],
)
def test_what_is_a_note_and_what_stays_as_written(text: str, body: str, notes: list[str]) -> None:
    html = page(text)
    main, _, end = html.partition('<section class="fussnoten"')
    assert " ".join(words(main).split()) == body
    items = re.findall(r'<li id="fussnote-\d+">\n<div>(.*?)</div>', end, re.DOTALL)
    assert [" ".join(words(item).split()) for item in items] == notes


def test_equal_labels_of_two_texts_are_two_notes_numbered_as_one_reads() -> None:
    text = "a[^1]\n\n[^1]: Stand"
    html = page(text, text, "b[^1] c[^1]\n\n[^1]: anders")
    assert re.findall(
        r'<a href="#(fussnote-\d+)" id="([^"]*)" role="doc-noteref" aria-label="([^"]*)">', html
    ) == [
        ("fussnote-1", "fussnote-1-stelle-1", "Fußnote 1"),
        ("fussnote-2", "fussnote-2-stelle-1", "Fußnote 2"),
        ("fussnote-3", "fussnote-3-stelle-1", "Fußnote 3"),
        ("fussnote-3", "fussnote-3-stelle-2", "Fußnote 3"),
    ]
    assert re.findall(
        r'<a href="#([^"]*)" role="doc-backlink"><span class="nur-vorlesen">([^<]*)<', html
    ) == [
        ("fussnote-1-stelle-1", "Zurück zur Stelle 1"),
        ("fussnote-2-stelle-1", "Zurück zur Stelle 2"),
        ("fussnote-3-stelle-1", "Zurück zur Stelle 3, 1. Verweis"),
        ("fussnote-3-stelle-2", "Zurück zur Stelle 3, 2. Verweis"),
    ]
    assert html.endswith("</section>\n</main>")


def test_a_note_below_the_item_of_a_list_leaves_the_list_as_it_was() -> None:
    written = markdown_mit_fussnoten(markdown_block("- a[^1]\n\n  [^1]: eins"))
    assert written == "- a[^1]\n\n[^1]: eins\n"
    assert "<li>a<sup" in page(written)


def test_a_page_without_notes_stays_as_it_is() -> None:
    assert page("a") == "<main><p>a</p>\n</main>"
    assert markdown_mit_fussnoten("a\n") == "a\n"
    # the place of the first reference may be left out by a template: then no mark of a further one is shown
    assert markdown_mit_fussnoten(f"a{markdown_stelle('1')}\n") == "a\n"
    assert html_mit_fussnoten(f"<main>a{html_stelle('1')}</main>", Templates()) == "<main>a</main>"


def test_a_note_in_a_link_stands_behind_it() -> None:
    html = HtmlTexts().block("[Seite^[Stand]](https://a.example)")
    assert re.sub("<fussnote-stelle.*</fussnote-stelle>", "|", html) == (
        '<p><a href="https://a.example" rel="external noreferrer">Seite</a>|</p>\n'
    )


def test_notes_know_abbreviations_and_refuse_what_texts_refuse() -> None:
    html = html_mit_fussnoten(
        HtmlTexts.of({"GU": "Unterkunft"}, frozenset()).block("a^[GU <b>x</b> [y](javascript:z)]"),
        Templates(),
    )
    assert '<abbr title="Unterkunft">GU</abbr> &lt;b&gt;x&lt;/b&gt; [y](javascript:z)' in html


def test_no_text_can_forge_a_mark() -> None:
    forged = '<fussnote-stelle n="1"><script></fussnote-stelle>'
    assert "<script>" not in page(forged)
    assert 'role="doc-noteref"' not in page(forged)
    assert "\x02" not in markdown_escape("\x021:PGI-\x03")
    assert "\x02" not in markdown_block("a \x021:PGI-\x03")


def test_markdown_is_renumbered_through_the_document() -> None:
    first, second = (
        markdown_block("a[^x]\n\n[^x]: eins\n\n    zwei"),
        markdown_inline("b[^x]^[drei]\n\n[^x]: *vier*"),
    )
    assert markdown_mit_fussnoten(f"{first}\n\n| {second} |\n") == (
        "a[^1]\n\n| b[^2][^3] |\n\n[^1]: eins\n\n    zwei\n\n[^2]: *vier*\n\n[^3]: drei\n"
    )


def test_runs_bear_their_note_and_its_words_for_where_notes_have_no_place() -> None:
    (block,) = markdown_bloecke("a[^1] b[^1]\n\n[^1]: *Stand*\n\n    - 2019")
    assert isinstance(block, Absatz)
    first, again = block.laeufe[1], block.laeufe[3]
    assert [lauf.text for lauf in block.laeufe] == ["a", " [Stand 2019]", " b", " [Stand 2019]"]
    assert first.fussnote is again.fussnote
    assert first.fussnote
    assert first.fussnote.bloecke == (absatz(Lauf("Stand", kursiv=True)), Liste(((absatz("2019"),),)))
    assert markdown_laeufe("a[^1]\n\n[^1]: b")[1].fussnote


def test_where_notes_have_no_page_they_stand_below_the_text() -> None:
    text = "a[^1] b[^1]^[zwei]\n\n[^1]: eins\n\n    - weiter"
    expected = "a[1] b[1][2]\n[1] eins weiter\n[2] zwei"
    assert klartext(text) == expected
    assert lesetext(text).replace("• ", "") == expected
    assert lesezeile("a[^1]\n\n[^1]: eins") == "a[1] [1] eins"


def test_code_keeps_what_looks_like_a_note() -> None:
    (block,) = markdown_bloecke("    [^1]: eins")
    assert block == absatz("[^1]: eins", art=Absatzart.CODE)


@pytest.mark.parametrize(
    "text",
    [
        "^[" * 240 + "a" + "]" * 240,
        "[^1]" * 240 + "\n\n[^1]: " + "a" * 9000,
        "".join(f"[^{i}]: [^{i + 1}]\n" for i in range(200)) + "\n[^0]",
        "".join(f"[^{i}]: x [^{i + 1}] [^{i + 1}]\n\n" for i in range(120)) + "[^0]",
        "[^a]: " * 240,
    ],
)
def test_floods_of_notes_end_soon_and_stay_small(text: str) -> None:
    begin = perf_counter()
    assert len(page(text)) < 40 * len(text)
    assert len(markdown_block(text)) < 10 * len(text)
    assert perf_counter() - begin < 2


def test_thousands_of_notes_on_a_page_cost_no_more_than_their_number() -> None:
    def seconds(number: int) -> float:
        body = HtmlTexts().block("a[^1]\n\n[^1]: b") * number
        begin = perf_counter()
        html = html_mit_fussnoten(f"<main>{body}</main>", Templates())
        assert html.count('role="doc-backlink"') == number
        return perf_counter() - begin

    seconds(10)
    assert seconds(4000) < 12 * max(seconds(800), 0.01)
