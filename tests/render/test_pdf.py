"""A PDF read back: valid as PDF/UA-1 and PDF/A-2a, texts whole and never markup, structure, outline, same bytes."""

from __future__ import annotations

import io
import sys
from datetime import date
from typing import Any

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import PdfObject

from konzept.render import pdf
from konzept.render.extra import ExtraMissingError
from konzept.render.pdf import pdf_bytes
from konzept.render.schriftstueck import (
    LEGENDE,
    Absatz,
    Absatzart,
    Ausrichtung,
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
    Zelle,
    absatz,
    worte,
    zelle,
)
from tests.pdf_standards import faults

KOPF = (zelle("bisher", kopf=True), zelle("neu", kopf=True), zelle("Begründung", kopf=True))
TABELLE = Tabelle(
    (Spalte(5), Spalte(5, Seite.RECHTS), Spalte(3)),
    (
        (zelle("Ziel 1.1", kopf=True, spanne=3, ton=Ton.FLAECHE),),
        (
            Zelle((absatz("oben links"),), kopf=True, hoehe=2),
            Zelle((absatz("Liste in Zelle"), Liste(((absatz("Eintrag"),),))), ton=Ton.NEU),
            zelle("weil"),
        ),
        (zelle("unten"),),
    ),
    kopfzeilen=(KOPF,),
    beschriftung="Tafel 1",
    beschreibung="Bisher und neu nebeneinander",
)
ALLES = Schriftstueck(
    "Bericht über alles",
    (
        Inhaltsverzeichnis(),
        Ueberschrift(1, worte("Erstes Kapitel"), "eins"),
        Absatz((Lauf("fett", fett=True), Lauf(" und "), Lauf("zum Kapitel", verweis="#eins"))),
        absatz("Seite des Kreises: ", Lauf("hier", verweis="https://www.ilm-kreis.de/")),
        *(absatz(f"Ein Absatz der Art {art}", art=art) for art in Absatzart),
        Ueberschrift(4, worte("Viel tiefer")),
        Liste(((absatz("eins"),), (absatz("zwei"), Liste(((absatz("darin"),),)))), nummeriert=True, beginn=3),
        LEGENDE,
        Absatz((Lauf("alt", art=Laufart.ENTFALLEN), Lauf("neu", art=Laufart.NEU))),
        Seitenumbruch(),
        TABELLE,
        Trennlinie(),
        Ueberschrift(2, ()),
        absatz("Ende"),
    ),
    untertitel="mit allem",
    metadaten=Metadaten(
        "Ilm-Kreis", "Stand 2.11.2020", "Probe", ("Integration", "Probe"), datum=date(2020, 11, 2)
    ),
    kopfzeile="Kopfzeile",
    fusszeile="Fußzeile",
)


def words(made: bytes) -> str:
    """Return the text of all pages on one line, hyphens of the line breaks taken out."""
    pages = [part.extract_text() for part in PdfReader(io.BytesIO(made)).pages]
    return " ".join("\n".join(pages).replace("\u00ad\n", "").replace("\u00ad", "").split())


def tags(made: bytes) -> list[str]:
    """Return the kinds of the structure elements in the order of reading."""
    found: list[str] = []

    def walk(given: Any) -> None:
        node = given.get_object() if isinstance(given, PdfObject) else given
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(str(node["/S"])[1:])
            walk(node.get("/K"))

    walk(PdfReader(io.BytesIO(made)).root_object["/StructTreeRoot"])
    return found


def titles(outline: Any) -> list[Any]:
    """Return the bookmarks, those below another as a list behind it."""
    return [titles(one) if isinstance(one, list) else one["/Title"] for one in outline]


@pytest.mark.parametrize("ausrichtung", list(Ausrichtung))
def test_a_document_with_everything_keeps_both_standards(ausrichtung: Ausrichtung) -> None:
    made = pdf_bytes(
        Schriftstueck(ALLES.titel, ALLES.bloecke, metadaten=ALLES.metadaten, ausrichtung=ausrichtung)
    )
    assert faults(made) == []
    width, height = PdfReader(io.BytesIO(made)).pages[0].mediabox[2:]
    assert (width > height) == (ausrichtung is Ausrichtung.QUER)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert pdf_bytes(ALLES) == pdf_bytes(ALLES)


def test_title_language_date_and_keywords_are_told() -> None:
    reader = PdfReader(io.BytesIO(pdf_bytes(ALLES)))
    told = reader.metadata
    assert told is not None
    assert (told.title, told.author, told.subject) == ("Bericht über alles", "Ilm-Kreis", "Probe")
    assert told.keywords == "Integration, Probe"
    assert told.creation_date is not None
    assert told.creation_date.date() == date(2020, 11, 2)
    assert str(reader.root_object["/Lang"]) == "de"


def test_headings_are_bookmarks_and_skip_no_level() -> None:
    made = pdf_bytes(ALLES)
    outline = PdfReader(io.BytesIO(made)).outline
    assert titles(outline) == ["Erstes Kapitel", ["Viel tiefer"]]
    assert [tag for tag in tags(made) if tag in {"H1", "H2", "H3", "H4"}] == [
        "H1",  # of the table of contents
        "H1",
        "H2",
    ]


def test_tables_lists_and_links_are_tagged() -> None:
    found = tags(pdf_bytes(ALLES))
    assert found.count("Table") == 1
    assert found.count("TH") == 3
    assert found.count("THead") == 1
    assert "Link" in found
    assert found.count("LI") >= 4


def test_every_word_can_be_found_again() -> None:
    text = words(pdf_bytes(ALLES))
    for expected in (
        "Ilm-Kreis",
        "Bericht über alles",
        "Stand 2.11.2020",
        "fett und zum Kapitel",
        "Tafel 1",
        "Liste in Zelle",
        "[entfällt: alt] [neu: neu]",
        "Seite 1 / ",
        "Ende",
    ):
        assert expected in text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("#let x = 1; *fett* _kursiv_ $a^2$ @ref <marke> `code` [x] = A", id="typst"),
        pytest.param('"); #read("/etc/passwd") //', id="out of a string"),
        pytest.param("\\u{41} \\ #sys.inputs", id="escapes"),
        pytest.param("- Strich + Plus / Schräg = Gleich", id="signs at the beginning"),
    ],
)
def test_a_text_is_never_markup(text: str) -> None:
    made = pdf_bytes(
        Schriftstueck("Titel", (absatz(text), Ueberschrift(1, worte(text)), Liste(((absatz(text),),))))
    )
    assert faults(made) == []
    assert words(made).count(" ".join(text.split())) == 3


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Symbol \uf0b7 hier", "Symbol [U+F0B7] hier", id="private use"),
        pytest.param("a\x1b[31m", "a\\x1b[31m", id="control character"),
        pytest.param("halb \ud800", "halb \\ud800", id="lone surrogate"),
        pytest.param("1\u20dd von 12", "1[U+20DD] von 12", id="a mark on a digit"),
        pytest.param("a\u20dd b \uf0b7\u200d\uf0b8", "a[U+20DD] b [U+F0B7][U+F0B8]", id="joined signs"),
        pytest.param('Er sagt "\u20dd', 'Er sagt "[U+20DD]', id="a mark on a quotation mark"),
        pytest.param("\\\u20dd", "\\[U+20DD]", id="a mark on a backslash"),
    ],
)
def test_what_no_font_can_show_is_written_out(text: str, shown: str) -> None:
    made = pdf_bytes(Schriftstueck("Titel", (absatz(text),)))
    assert faults(made) == []
    assert shown in words(made)


@settings(max_examples=25)
@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x17F, categories=("L", "N", "P", "S", "Zs"))))
def test_any_text_keeps_the_standards(text: str) -> None:
    made = pdf_bytes(Schriftstueck("Titel", (absatz(text, "."), Ueberschrift(1, worte(text)))))
    assert faults(made) == []


def test_a_sign_that_cannot_be_written_out_is_tried_with_every_font_and_then_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[bool] = []

    def refuse(*_: object, ignore_system_fonts: bool) -> bytes:
        tried.append(ignore_system_fonts)
        raise typst.TypstError('the text `"]"` could not be displayed', "")

    monkeypatch.setattr(pdf, "_gesetzt", refuse)
    with pytest.raises(pdf.PdfError, match="ließ sich nicht setzen"):
        pdf_bytes(ALLES)
    assert tried == [True, False]


def test_without_the_extra_a_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ExtraMissingError) as caught:
        pdf_bytes(ALLES)
    assert str(caught.value) == "Für dieses Format fehlt die Bibliothek »typst«."
    assert caught.value.hint == 'Nachinstallieren mit: pip install "konzept[pdf]"'
