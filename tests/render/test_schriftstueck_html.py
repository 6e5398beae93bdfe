"""A document as a page: the same words as on paper, elements for screen readers, and no text that becomes markup."""

from __future__ import annotations

import re

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konzept.render.schriftstueck import (
    Absatzart,
    Block,
    Inhaltsverzeichnis,
    Lauf,
    Laufart,
    Liste,
    Metadaten,
    Schriftstueck,
    Seite,
    Seitenumbruch,
    Spalte,
    Tabelle,
    Ton,
    Trennlinie,
    Ueberschrift,
    absatz,
    worte,
    zelle,
)
from konzept.render.schriftstueck_html import schriftstueck_html
from konzept.render.templates import Templates

TEMPLATES = Templates(None)


def page(*blocks: Block) -> str:
    return schriftstueck_html(
        Schriftstueck("Titel", blocks, metadaten=Metadaten("Kreis", "Stand")), TEMPLATES
    )


def body(*blocks: Block) -> str:
    main = re.search(r'<main id="inhalt" tabindex="-1">\n(.*)</main>', page(*blocks), re.DOTALL)
    assert main is not None
    return " ".join(main[1].split())


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Ueberschrift(1, worte("Eins"), "eins"), '<h2 id="eins">Eins</h2>'),
        (absatz("Wort"), "<p>Wort</p>"),
        (absatz("Wort", art=Absatzart.VERMERK), '<p class="vermerk">Wort</p>'),
        (absatz("Wort", art=Absatzart.ZITAT), "<blockquote><p>Wort</p></blockquote>"),
        (absatz("a\n  b", art=Absatzart.CODE), "<pre>a<br> b</pre>"),
        (absatz(Lauf("neu", art=Laufart.NEU)), "<p><ins>neu</ins></p>"),
        (absatz(Lauf("alt", art=Laufart.ENTFALLEN, fett=True)), "<p><strong><del>alt</del></strong></p>"),
        (absatz(Lauf("a", kursiv=True), "b"), "<p><em>a</em>b</p>"),
        (absatz("eins\nzwei"), "<p>eins<br>zwei</p>"),
        (Liste(((absatz("a"),),), nummeriert=True, beginn=3), '<ol start="3"> <li>a</li> </ol>'),
        (Trennlinie(), "<hr>"),
        (
            absatz(Lauf("hier", verweis="https://ilm-kreis.de/")),
            '<p><a href="https://ilm-kreis.de/" rel="external noreferrer">hier</a></p>',
        ),
        (absatz(Lauf("hier", verweis="javascript:alert(1)")), "<p>hier</p>"),
        (absatz(Lauf("dort", verweis="#nirgends")), "<p>dort</p>"),
    ],
)
def test_each_block_becomes_its_element(block: Block, expected: str) -> None:
    assert f'<section class="kapitel blatt"> {expected} </section>' in body(block).replace(
        ' aria-label="Eins"', ""
    )


def test_a_table_names_its_rows_and_columns() -> None:
    table = Tabelle(
        (Spalte(), Spalte(1, Seite.RECHTS)),
        ((zelle("Zeile", kopf=True), zelle("5", ton=Ton.GRUEN)),),
        kopfzeilen=((zelle("A", kopf=True), zelle("B", kopf=True)),),
        beschriftung="Tafel",
    )
    made = body(table)
    assert "<caption>Tafel</caption>" in made
    assert '<th role="columnheader" scope="col" class="ton-ohne links">A</th>' in made
    assert '<th role="rowheader" scope="row" class="ton-ohne links">Zeile</th>' in made
    assert '<td role="cell" data-name="B" class="ton-gruen rechts">5</td>' in made
    assert 'tabindex="0" role="group" aria-label="Tafel"' in made


def test_a_new_page_is_a_new_section_named_by_its_heading() -> None:
    made = body(absatz("vorn"), Seitenumbruch(), Ueberschrift(1, worte("Hinten")))
    assert made.count("<section") == 2
    assert '<section class="kapitel blatt" aria-label="Hinten">' in made


def test_the_contents_lead_to_the_headings() -> None:
    made = body(
        Inhaltsverzeichnis(stufen=1), Ueberschrift(1, worte("Eins"), "e"), Ueberschrift(2, worte("Zwei"))
    )
    assert '<li class="stufe-1"><a href="#e">Eins</a></li>' in made
    assert "Zwei</a>" not in made


def test_the_page_allows_nothing_but_its_own_style() -> None:
    made = page(absatz("x"))
    assert "default-src 'none'" in made
    assert "<script" not in made
    assert "http" not in re.sub(r'http-equiv="Content-Security-Policy"', "", made)


@settings(max_examples=40)
@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1))
def test_a_text_is_shown_as_it_stands_and_adds_no_element(text: str) -> None:
    def elements(words: str) -> list[str]:
        made = schriftstueck_html(
            Schriftstueck(words, (absatz(words), Ueberschrift(1, worte(words)))), TEMPLATES
        )
        tree = html5lib.parse(made, namespaceHTMLElements=False)
        return [element.tag for element in tree.iter()]

    assert elements(text) == elements("Wort")


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}"]
)
def test_markup_in_a_text_stays_literal(text: str) -> None:
    tree = html5lib.parse(page(absatz(text)), namespaceHTMLElements=False)
    assert text in "".join(tree.itertext())
