"""A document as Markdown: every block as Markdown writes it, and no word that becomes markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from konzept.render.schriftstueck import (
    Absatzart,
    Block,
    Lauf,
    Laufart,
    Liste,
    Schriftstueck,
    Seite,
    Seitenumbruch,
    Spalte,
    Tabelle,
    Trennlinie,
    Ueberschrift,
    absatz,
    worte,
    zelle,
)
from konzept.render.schriftstueck_md import schriftstueck_md

MARKDOWN = MarkdownIt("js-default")


def written(*blocks: Block) -> str:
    return schriftstueck_md(Schriftstueck("Titel", blocks)).removeprefix("# Titel").strip("\n")


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Ueberschrift(1, worte("Eins")), "## Eins"),
        (Ueberschrift(6, worte("Tief")), "###### Tief"),
        (Ueberschrift(1, ()), ""),
        (absatz("1. Fortschreibung"), "1\\. Fortschreibung"),
        (absatz("Die ", "1. Fortschreibung"), "Die 1. Fortschreibung"),
        (absatz(Lauf("fett ", fett=True), "und"), "**fett** und"),
        (absatz(Lauf("kursiv", kursiv=True, fett=True)), "***kursiv***"),
        (absatz(Lauf("alt", art=Laufart.ENTFALLEN)), "~~alt~~"),
        (absatz(Lauf("a`b", art=Laufart.CODE)), "``a`b``"),
        (absatz("eins\nzwei"), "eins\\\nzwei"),
        (absatz("Zitat", art=Absatzart.ZITAT), "> Zitat"),
        (absatz("x = 1\n```", art=Absatzart.CODE), "````\nx = 1\n```\n````"),
        (absatz("43", art=Absatzart.KENNZAHL), "**43**"),
        (absatz(Lauf("hier", verweis="https://ilm-kreis.de/")), "[hier](<https://ilm-kreis.de/>)"),
        (absatz(Lauf("hier", verweis="javascript:alert(1)")), "hier"),
        (Liste(((absatz("a"),), (absatz("b"), Liste(((absatz("c"),),))))), "- a\n- b\n  - c"),
        (Liste(((absatz("a"),), (absatz("b"),)), nummeriert=True, beginn=9), "9. a\n10. b"),
        (Trennlinie(), "---"),
        (Seitenumbruch(), ""),
        (
            Tabelle(
                (Spalte(), Spalte(1, Seite.RECHTS)),
                ((zelle("a|b", kopf=True), zelle("5")), (zelle("weit", spanne=2),)),
                kopfzeilen=((zelle("A", kopf=True), zelle("B", kopf=True)),),
                beschriftung="Tafel",
            ),
            "**Tafel**\n\n| **A** | **B** |\n| --- | --: |\n| **a\\|b** | 5 |\n| weit |  |",
        ),
    ],
)
def test_each_block_as_markdown(block: Block, expected: str) -> None:
    assert written(block) == expected


@given(st.text(st.characters(categories=("L", "N", "P", "S"), include_characters=" "), min_size=1))
def test_a_reader_of_markdown_sees_the_words_as_they_stand(text: str) -> None:
    tokens = MARKDOWN.parse(written(absatz("x ", text)))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    seen = "".join(child.content for child in tokens[1].children or [])
    assert seen.split() == f"x {text}".split()
