"""The Synopse as Markdown: the marks are marks to every reader of Markdown, and the words are all there."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from konzept.load import load_plan
from konzept.render.synopse_md import markdown_laeufe, synopse_md
from konzept.render.synopse_zellen import Stueck, marken
from konzept.render.templates import Templates
from konzept.reports.synopse import synopse
from konzept.reports.wortvergleich import Laufart, wortvergleich

ROOT = Path(__file__).parents[2]
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@cache
def document(ort: str, alt: str, neu: str) -> str:
    plan = load_plan(ROOT / ort).plan
    return synopse_md(synopse(plan, plan.fassung_nach_id[alt], plan.fassung_nach_id[neu]), Templates())


def gelesen(markdown: str) -> list[tuple[str, str]]:
    """Return the runs that a reader of Markdown sees in one line, as (mark, words)."""
    (inline,) = [token for token in PARSER.parse(markdown) if token.type == "inline"]
    laeufe: list[tuple[str, str]] = []
    offen = ""
    for child in inline.children or []:
        if child.type in {"strong_open", "s_open"}:
            offen = child.type.partition("_")[0]
        elif child.type in {"strong_close", "s_close"}:
            offen = ""
        elif child.content:
            laeufe.append((offen, child.content))
    return laeufe


STUECKE = {
    "a word": ([("Kurse ", "g"), ("heute", "n"), (" hier", "g")], "Kurse **heute** hier"),
    "struck": ([("Kurse ", "g"), ("heute", "e"), (".", "g")], "Kurse ~~heute~~."),
    "a comma before the words stays outside": (
        [("A", "g"), (", B und C", "n"), (" D", "g")],
        "A, **B und C** D",
    ),
    "a bracket behind the words stays outside": ([("(", "g"), ("neu)", "n"), ("x", "g")], "(**neu**)x"),
    # CommonMark reads no mark around a sign that is glued to a word: the word is marked along with it
    "punctuation alone takes the word before it along": (
        [("Kurse A", "g"), (";", "n"), (" B", "g")],
        "Kurse **A;** B",
    ),
    "struck, at the end": ([("A", "g"), (",", "e"), (" B", "g")], "~~A,~~ B"),
    "or, where none is before it, the word behind": ([("„", "n"), ("A B", "g")], "**„A** B"),
    "between two words": ([("A", "g"), ("/", "n"), ("B C", "g")], "**A**/B C"),
    "with blanks around it needs nobody": ([("A ", "g"), ("–", "n"), (" B", "g")], "A **–** B"),
    "a number at the beginning is no list": ([("1. Kurse", "g")], "1\\. Kurse"),
    "a marked number at the beginning": ([("1. Kurse", "n")], "**1. Kurse**"),
    "signs of Markdown in the words": ([("a*b ", "g"), ("c~d", "e")], "a\\*b ~~c\\~d~~"),
}


@pytest.mark.parametrize(("stuecke", "erwartet"), STUECKE.values(), ids=STUECKE.keys())
def test_marks_in_markdown(stuecke: list[tuple[str, str]], erwartet: str) -> None:
    arten = {"g": Laufart.GLEICH, "n": Laufart.NEU, "e": Laufart.ENTFALLEN}
    assert markdown_laeufe(tuple(Stueck(text, arten[art]) for text, art in stuecke)) == erwartet


SAETZE = st.lists(
    st.sampled_from(
        ["Kurse", "und", ",", ".", "(neu)", "»Amt«", "1.", "*", "~~", "–", "#", "_so_", "a|b", "&amp;", "x"]
    ),
    min_size=1,
    max_size=8,
).map(" ".join)


@given(SAETZE, SAETZE)
@example("A B", "A, C B")
@example("(alt) x", "(neu) x")
def test_every_reader_of_markdown_sees_the_words_and_only_our_marks(alt: str, neu: str) -> None:
    vergleich = wortvergleich(alt, neu)
    for seite, text, mark in ((Laufart.ENTFALLEN, alt, "s"), (Laufart.NEU, neu, "strong")):
        laeufe = gelesen(markdown_laeufe(marken(vergleich.seite(seite))))
        assert "".join(worte for _, worte in laeufe) == text
        assert {art for art, _ in laeufe} <= {"", mark}
        gemeint = " ".join(lauf.text for lauf in vergleich.seite(seite) if lauf.art is seite)
        gesehen = " ".join(worte for art, worte in laeufe if art)
        # only punctuation and blanks at the edges of a mark may stay outside of it
        assert re.findall(r"\w+", gesehen) == re.findall(r"\w+", gemeint)


WORTE = st.lists(
    st.sampled_from(["Kurse", "und,", "und", "Rat;", "Rat", "»Amt«", "Amt", "x.", "x"]),
    min_size=1,
    max_size=6,
)


@given(WORTE, WORTE)
@example(["Kurse", "und", "Rat"], ["Kurse", "und,", "Rat"])
def test_what_differs_is_marked_be_it_a_comma(alt: list[str], neu: list[str]) -> None:
    links, rechts = " ".join(alt), " ".join(neu)
    vergleich = wortvergleich(links, rechts)
    seiten = {
        art: gelesen(markdown_laeufe(marken(vergleich.seite(art))))
        for art in (Laufart.ENTFALLEN, Laufart.NEU)
    }
    assert ["".join(worte for _, worte in laeufe) for laeufe in seiten.values()] == [links, rechts]
    marked = any(art for laeufe in seiten.values() for art, _ in laeufe)
    assert marked == (links != rechts)


@pytest.mark.parametrize(
    ("ort", "alt", "neu"), [("", "2018", "2020"), ("beispiele/musterkreis", "2022", "2025")]
)
def test_the_document_is_headings_lists_and_one_table(ort: str, alt: str, neu: str) -> None:
    tokens = PARSER.parse(document(ort, alt, neu))
    assert {token.tag for token in tokens if token.type == "heading_open"} <= {"h1", "h2", "h3", "h4"}
    assert [token.type for token in tokens].count("table_open") == 1
    assert not [token for token in tokens if token.type in {"code_block", "html_block", "hr"}]
    assert "\n\n\n" not in document(ort, alt, neu)


def test_rows_of_the_musterkreis() -> None:
    text = document("beispiele/musterkreis", "2022", "2025")
    assert (
        "### Handlungsziel 1.1 (bisher 1.2) – neue Nummer\n\n"
        "- Bisher: Beratung ist im ganzen Kreisgebiet erreichbar\n"
        "- Neu: wird Handlungsziel 1.1, im Übrigen unverändert\n"
    ) in text
    assert (
        "#### Maßnahme 2 – geändert\n\n"
        "- Bisher:\n"
        "  - Gewaltschutz für ~~Geflüchtete~~\n"
        "  - Termin: bis Ende ~~2024~~\n"
        "- Neu:\n"
        "  - Gewaltschutz für **geflüchtete Frauen und Kinder**\n"
        "  - Termin: bis Ende **2025**\n"
        "- Begründung:\n"
        "  - Der Ablauf ist abgestimmt, die Schulungen haben sich aber verzögert. Der Titel sagt nun, wen der Ablauf "
        "schützt.\n"
        "  - *\\+12 Monate*\n"
    ) in text
