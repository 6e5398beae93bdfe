"""Rows of tables that would lose words: all that the Markdown parser loses are found, and no other."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.checks.tabellen import BLOCKTEXTE, MIT_BLOCKTEXT, tabellen
from konzept.checks.texte import Textort
from konzept.diagnostics import Location, SourceMap
from konzept.domain.beschluss import Vorlage
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld, Massnahme
from konzept.domain.tabellen import LAENGSTER_TEXT, MEISTE_KLAMMERN, verluste
from konzept.render.markdown_text import MAX_BRACKETS, MAX_MARKDOWN, markdown_parser

if TYPE_CHECKING:
    from konzept.diagnostics import Befund, DataPath

FELD = "data/handlungsfelder/2020/1.yaml"
EINLEITUNG: DataPath = (FELD, "einleitung")
TABELLE = "| a | b |\n|---|---|\n"
WORT = re.compile(r"wort[0-9]+x")


def befunde(text: str, pfad: DataPath = EINLEITUNG, source: SourceMap | None = None) -> list[Befund]:
    return list(tabellen(Textort(pfad, text), source or SourceMap()))


def verlorene(text: str) -> list[str]:
    return [wort for verlust in verluste(text) for wort in verlust.worte]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TABELLE + "| 1 | 2 |", []),
        (TABELLE + "| 1 |", []),
        (TABELLE + "| 1 | 2 | |", []),  # a cell without words loses none
        (TABELLE + "| 1 | 2 | 3 |", ["3"]),
        (TABELLE + "1 | 2 | 3", ["3"]),
        (TABELLE + "| 1 | 2 | 3 | 4 |", ["3", "4"]),
        (TABELLE + "| 1 | 2 \\| 3 |", []),
        (TABELLE + "| 1 | `2 | 3` |", ["3`"]),
        (TABELLE + "| 1 | 2 | 3 \\| 4 |", ["3 | 4"]),
        (TABELLE + "\n| 1 | 2 | 3 |", []),  # behind a blank line it is a paragraph
        (TABELLE + "    | 1 | 2 | 3 |", []),  # code
        (TABELLE + "- | 1 | 2 | 3 |", []),  # a list
        (f"Davor\n{TABELLE}1 | 2 | 3", ["3"]),
        (f"```\n{TABELLE}| 1 | 2 | 3 |\n```", []),
        ("| a | b |\n|---|\n| 1 | 2 | 3 |", []),  # no table: the line below the header has one cell
        ("| a |\n---\n| 1 | 2 |", ["2"]),
        ("> | a | b |\n> |---|---|\n> | 1 | 2 | 3 |", ["3"]),
        ("- | a | b |\n  |---|---|\n  | 1 | 2 | 3 |", ["3"]),
        ("a[^1]\n\n[^1]: | a | b |\n    |---|---|\n    | 1 | 2 | 3 |", ["3"]),
        (TABELLE.replace("\n", "\r\n") + "| 1 | 2 | 3 |\r\n", ["3"]),
    ],
)
def test_what_is_lost(text: str, expected: list[str]) -> None:
    assert verlorene(text) == expected


RAND = ["", "", "", "", "", " ", "    ", "> ", ">", "- ", "  ", "1. ", "2) ", "   ", "[^n]: ", "\t", ">\t"]
ZELLE = st.sampled_from(["W", "W", "W", " W W ", "", " ", "`W", "W\\", "\\"])
KOERPER = st.one_of(
    st.builds(
        lambda zellen, vorn, hinten: vorn + "|".join(zellen) + hinten,
        st.lists(ZELLE, min_size=1, max_size=4),
        st.sampled_from(["", "|", "| "]),
        st.sampled_from(["", "|", " | "]),
    ),
    st.sampled_from(
        ["|W|W|", "|-|-|", "|---|:-:|", "---|---", "|-|", ":--", "-", "--", "- | -", "---", "===", "|--||--|"]
    ),
    st.sampled_from(["", "", "W", "# W", "```", "~~~ W", "***", "-", "1.", "3. W", "> W", "#W", "+ W", "|"]),
)
ZEILE = st.builds(
    lambda raender, koerper: "".join(raender) + koerper, st.lists(st.sampled_from(RAND), max_size=3), KOERPER
)
GERAHMT = st.builds(
    lambda rand, zeilen: "\n".join(rand + zeile for zeile in ["W|W", "-|-", *zeilen]),
    st.sampled_from(["", "", "> ", " "]),
    st.lists(KOERPER, max_size=5),
)
TEXTE = st.one_of(
    st.lists(ZEILE, max_size=12).map("\n".join),
    st.lists(st.one_of(GERAHMT, ZEILE), max_size=5).map("\n".join),
)


@given(TEXTE)
def test_it_finds_just_the_words_that_the_parser_loses(muster: str) -> None:
    stuecke = muster.split("W")
    text = "".join(stueck + f"wort{nummer}x" for nummer, stueck in enumerate(stuecke[:-1])) + stuecke[-1]
    gedruckt = " ".join(f"{token.content} {token.info}" for token in markdown_parser().parse(text, {}))
    fehlend = set(WORT.findall(text)) - set(WORT.findall(gedruckt))
    assert set(WORT.findall(" ".join(verlorene(text)))) == fehlend


def test_the_limits_are_those_of_the_documents() -> None:
    assert (LAENGSTER_TEXT, MEISTE_KLAMMERN) == (MAX_MARKDOWN, MAX_BRACKETS)
    row = TABELLE + "| 1 | 2 | 3 |\n\n"
    assert verlorene(row + "a" * (LAENGSTER_TEXT - len(row))) == ["3"]
    assert verlorene(row + "a" * LAENGSTER_TEXT) == []
    assert verlorene(row + "[" * (MEISTE_KLAMMERN + 1)) == []


@pytest.mark.parametrize(
    "muster", [">", "- ", "> # \na\n", "a\n", "|-", "|-\n", ">     c\nd\n", "[^a]: ", "* \n"]
)
def test_no_text_takes_long(muster: str) -> None:
    text = (TABELLE + muster * LAENGSTER_TEXT)[:LAENGSTER_TEXT]
    begin = time.process_time()
    verluste(text)
    assert time.process_time() - begin < 2


@pytest.mark.parametrize(
    ("pfad", "expected"),
    [
        (EINLEITUNG, 1),
        ((FELD, "massnahmen", 0, "text"), 1),
        ((FELD, "handlungsziele", 0, "massnahmen", 1, "text"), 1),
        ((FELD, "massnahmen", 0, "hinweise", 0), 1),
        ((FELD, "massnahmen", 0, "texte", "en"), 1),
        (("data/fassungen/2020.yaml", "vorlage", "sachverhalt"), 1),
        (("data/fassungen/2020.yaml", "beteiligung", 0, "text"), 1),
        ((FELD, "massnahmen", 0, "begruendung"), 1),
        (("data/fassungen/2020.yaml", "verbleib", "2018", "eintraege", 0, "begruendung"), 0),
        ((FELD, "titel"), 0),
        ((FELD, "massnahmen", 0, "termin", "text"), 0),
        ((FELD, "massnahmen", 0, "intern"), 0),
        (("data/sachstand/2020.yaml", 0, "text"), 0),
    ],
)
def test_only_texts_that_may_have_tables_are_looked_at(pfad: DataPath, expected: int) -> None:
    assert len(befunde(TABELLE + "| 1 | 2 | 3 |", pfad)) == expected


def test_every_field_that_is_looked_at_exists() -> None:
    models = (Einstellungen, Rahmen, Vorlage, Handlungsfeld, Massnahme)
    assert {name for model in models for name in model.model_fields} >= BLOCKTEXTE | MIT_BLOCKTEXT


def test_the_message_names_both_numbers_and_the_words() -> None:
    (einer,) = befunde(TABELLE + "| dies | gilt | nicht |")
    assert einer.meldung == "Diese Zeile der Tabelle hat 3 Zellen, ihr Kopf hat 2; »nicht« ginge verloren."
    (mehrere,) = befunde(TABELLE + "| 1 | 2 | 3 | 4 |")
    assert mehrere.meldung.endswith("»3 | 4« gingen verloren.")
    (lang,) = befunde(TABELLE + "| 1 | 2 | " + "ab " * 100)
    assert lang.meldung.endswith("ab …« ginge verloren.")
    assert len(lang.meldung) < 150


def test_it_points_at_the_lost_words_and_not_at_the_same_ones_before() -> None:
    source = SourceMap()
    source.lines[FELD] = ["einleitung: |", "  ab", "  | a | b |", "  |---|---|", "  | ab | ab | ab |"]
    text = "ab\n| a | b |\n|---|---|\n| ab | ab | ab |"
    source.keys[EINLEITUNG] = Location(FELD, 1, 1)
    source.values[EINLEITUNG] = Location(FELD, 1, 13)
    (befund,) = befunde(text, source=source)
    assert befund.ort == Location(FELD, 5, 15, 2)
