"""Markdown as blocks and runs: the same words as in the page, no markup left, no link where none may lead."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.render.markdown_text import MAX_MARKDOWN, HtmlTexts
from konzept.render.schriftstueck import (
    Absatz,
    Absatzart,
    Lauf,
    Laufart,
    Liste,
    Seite,
    Spalte,
    Tabelle,
    Trennlinie,
    Ueberschrift,
    Zelle,
    absatz,
)
from konzept.render.schriftstueck_markdown import markdown_bloecke, markdown_laeufe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.render.schriftstueck import Block

CODE = Absatzart.CODE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ein Satz\nauf zwei Zeilen", [absatz("Ein Satz auf zwei Zeilen")]),
        ("hart  \numbrochen", [absatz("hart\numbrochen")]),
        (
            "a **b *c*** ~~d~~ `e`",
            [
                absatz(
                    "a ",
                    Lauf("b ", fett=True),
                    Lauf("c", fett=True, kursiv=True),
                    " ",
                    Lauf("d", gestrichen=True),
                    " ",
                    Lauf("e", art=Laufart.CODE),
                )
            ],
        ),
        ("# Erste\n\n### Dritte", [Ueberschrift(3, (Lauf("Erste"),)), Ueberschrift(4, (Lauf("Dritte"),))]),
        (
            "- a\n- b\n  1. c\n",
            [Liste(((absatz("a"),), (absatz("b"), Liste(((absatz("c"),),), nummeriert=True))))],
        ),
        ("7. sieben", [Liste(((absatz("sieben"),),), nummeriert=True, beginn=7)]),
        ("> Zitat", [absatz("Zitat", art=Absatzart.ZITAT)]),
        ("---", [Trennlinie()]),
        ("```\nx = 1\n  y\n```", [absatz("x = 1\n  y", art=CODE)]),
        ("    eingerückt", [absatz("eingerückt", art=CODE)]),
        (
            "| a | b |\n|---|--:|\n| 1 | **2** |",
            [
                Tabelle(
                    (Spalte(), Spalte(1, Seite.RECHTS)),
                    ((Zelle((absatz("1"),)), Zelle((absatz(Lauf("2", fett=True)),))),),
                    ((Zelle((absatz("a"),), kopf=True), Zelle((absatz("b"),), kopf=True)),),
                )
            ],
        ),
        (
            "[hier](https://kreis.example) [dort](#ziel)",
            [absatz(Lauf("hier", verweis="https://kreis.example"), " ", Lauf("dort", verweis="#ziel"))],
        ),
        ("[nie](javascript:x)", [absatz("[nie](javascript:x)")]),
        ("<b>&amp;</b> ![Bild](x.png)", [absatz("<b>&amp;</b> !", "[Bild](x.png)")]),
        ("", []),
    ],
)
def test_markdown_becomes_blocks(text: str, expected: list[Block]) -> None:
    assert _joined(markdown_bloecke(text, 2)) == _joined(expected)


def _joined(blocks: Iterable[Block]) -> list[object]:
    """Take neighbours in one script together, as a table of expectations may write them apart."""
    found: list[object] = []
    for block in blocks:
        if isinstance(block, Absatz):
            runs: list[Lauf] = []
            for run in block.laeufe:
                same = runs and (runs[-1].art, runs[-1].fett, runs[-1].kursiv, runs[-1].verweis) == (
                    (run.art, run.fett, run.kursiv, run.verweis)
                )
                if same and runs[-1].gestrichen == run.gestrichen:
                    runs[-1] = Lauf(
                        runs[-1].text + run.text, run.fett, run.kursiv, run.gestrichen, run.art, run.verweis
                    )
                else:
                    runs.append(run)
            found.append((block.art, runs))
        else:
            found.append(block)
    return found


def test_lines_are_kept_where_they_are_asked_for() -> None:
    assert markdown_bloecke("Ein Satz.\nNoch einer.", umbrueche=True) == (absatz("Ein Satz.\nNoch einer."),)


def test_a_text_beyond_the_limits_is_plain_paragraphs() -> None:
    long = "**a** " * (MAX_MARKDOWN // 6 + 1)
    assert markdown_bloecke(f"{long}\n\nb") == (absatz(" ".join(long.split())), absatz("b"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ein *Titel* mit [Verweis](https://a.example)", ["Ein ", "Titel", " mit ", "Verweis"]),
        ("zwei\nZeilen", ["zwei", " ", "Zeilen"]),
        ("- kein\n- Titel", ["- kein - Titel"]),
        ("", []),
    ],
)
def test_the_markdown_of_a_heading_has_no_links_and_one_line(text: str, expected: list[str]) -> None:
    runs = markdown_laeufe(text)
    assert [run.text for run in runs] == expected
    assert {run.verweis for run in runs} <= {None}


def _words(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Absatz() | Ueberschrift():
                yield from (run.text for run in block.laeufe)
            case Liste():
                yield from (word for entry in block.eintraege for word in _words(entry))
            case Tabelle():
                for row in (*block.kopfzeilen, *block.zeilen):
                    yield from (word for cell in row for word in _words(cell.bloecke))
            case _:
                pass


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
    "1. ",
    "> ",
    "# ",
    "    ",
    "\\",
    "<b>",
    "&amp;",
]
MORE = [
    "[x](https://a.example)",
    "[y](javascript:z)",
    "| a | b |\n|---|---|\n| 1 | 2 |\n",
    "```\n",
    "---\n",
    "!",
    "|",
]


@given(st.lists(st.sampled_from([*PIECES, *MORE]), max_size=14).map("".join))
def test_the_words_are_those_of_the_page(text: str) -> None:
    page = unescape(re.sub(r"<[^>]*>", "", HtmlTexts().block(text)))
    assert re.sub(r"\s", "", "".join(_words(markdown_bloecke(text)))) == re.sub(r"\s", "", page)
