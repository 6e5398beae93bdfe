"""Footnotes on paper: real notes of Word, OpenDocument and PDF, in headings, lists, cells, and referred to twice."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import docx
import page
import pytest
from lxml import etree  # type: ignore[import-untyped]  # lxml brings no types
from pypdf import PdfReader

from konzept.render.docx import docx_bytes
from konzept.render.odt import odt_bytes
from konzept.render.pdf import pdf_bytes
from konzept.render.schriftstueck import Inhaltsverzeichnis, Schriftstueck, Sprachtext
from konzept.render.schriftstueck_html import schriftstueck_html
from konzept.render.schriftstueck_markdown import markdown_bloecke
from konzept.render.schriftstueck_md import schriftstueck_md
from konzept.render.templates import Templates

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

TEXT = """## Ziele[^k] im Blick

Wohnraum[^1] und **Arbeit^[Im *Text*.]** schaffen[^1].

- Punkt[^l]

| Kopf[^t] | B |
|---|---|
| Zelle[^z] | b |

[^k]: Zum Kapitel.
[^1]: Stand 2019, siehe [Bericht](https://a.example).

    Zweiter Absatz.

    - Liste
[^l]: - nur Liste
[^t]: Zum Kopf.
[^z]: Zur Zelle.
"""
NOTEN = [
    "Zum Kapitel.",
    "Stand 2019, siehe Bericht. Zweiter Absatz. Liste",
    "Im Text.",
    "nur Liste",
    "Zum Kopf.",
    "Zur Zelle.",
]
"""The notes of TEXT in the order in which it refers to them."""

STUECK = Schriftstueck("Plan", (Inhaltsverzeichnis(), *markdown_bloecke(TEXT)))
OHNE = Schriftstueck("Plan", markdown_bloecke("Ohne."))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXTNS = {"text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0"}


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def said(elements: Any) -> str:
    """Return the words of paragraphs on one line."""
    return " ".join(" ".join("".join(one.itertext()).split()) for one in elements).strip()


@pytest.fixture(scope="module")
def word() -> dict[str, bytes]:
    return parts(docx_bytes(STUECK))


def test_word_has_real_notes_in_their_order(word: dict[str, bytes]) -> None:
    notes = etree.fromstring(word["word/footnotes.xml"])
    own = [note for note in notes if note.get(f"{W}type") is None]
    assert [said(note.iter(f"{W}p")) for note in own] == NOTEN
    body = etree.fromstring(word["word/document.xml"])
    numbers = [one.get(f"{W}id") for one in body.iter(f"{W}footnoteReference")]
    assert numbers == [note.get(f"{W}id") for note in own] == ["1", "2", "3", "4", "5", "6"]
    # every note begins with its number, in a paragraph and not in an item of a list (Word has no other place for it)
    assert all(note[0].find(f"{W}r/{W}footnoteRef") is not None for note in own)
    assert all(note[0].find(f"{W}pPr/{W}numPr") is None for note in own)


def test_word_has_the_lines_above_the_notes_and_knows_them(word: dict[str, bytes]) -> None:
    notes = etree.fromstring(word["word/footnotes.xml"])
    kinds = [(note.get(f"{W}type"), note.get(f"{W}id")) for note in notes if note.get(f"{W}type")]
    assert kinds == [("separator", "-1"), ("continuationSeparator", "0")]
    settings = etree.fromstring(word["word/settings.xml"])
    order = [child.tag.removeprefix(W) for child in settings]
    known = [one.get(f"{W}id") for one in settings.iterfind(f"{W}footnotePr/{W}footnote")]
    assert known == ["-1", "0"]
    assert order.index("characterSpacingControl") < order.index("footnotePr") < order.index("compat")


def test_word_finds_part_styles_and_addresses_of_the_notes(word: dict[str, bytes]) -> None:
    assert b"wordprocessingml.footnotes+xml" in word["[Content_Types].xml"]
    assert b'Target="footnotes.xml"' in word["word/_rels/document.xml.rels"]
    assert b"https://a.example" in word["word/_rels/footnotes.xml.rels"]
    styles = etree.fromstring(word["word/styles.xml"])
    there = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    used = re.findall(rb'<w:(?:pStyle|rStyle) w:val="([^"]*)"', word["word/footnotes.xml"])
    assert {name.decode() for name in used} <= there


def test_a_further_reference_of_word_is_a_field_that_finds_the_first(word: dict[str, bytes]) -> None:
    body = etree.fromstring(word["word/document.xml"])
    bookmarks = [one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")]
    assert "_Fussnote_2" in bookmarks
    fields = [one.text for one in body.iter(f"{W}instrText") if "NOTEREF" in one.text]
    assert fields == [" NOTEREF _Fussnote_2 \\f \\h "]
    ids = [one.get(f"{W}id") for one in body.iter(f"{W}bookmarkStart")]
    assert len(ids) == len(set(ids))


def test_a_template_keeps_its_own_notes(tmp_path: Path) -> None:
    """A county's letter paper that has a note already gets ours behind it."""
    template = tmp_path / "vorlage.docx"
    template.write_bytes(docx_bytes(Schriftstueck("Brief", markdown_bloecke("Kreis^[Aus der Vorlage.]"))))
    made = parts(docx_bytes(STUECK, template))
    notes = etree.fromstring(made["word/footnotes.xml"])
    assert [note.get(f"{W}id") for note in notes] == ["-1", "0", "1", "2", "3", "4", "5", "6", "7"]
    assert said(notes[2].iter(f"{W}p")) == "Aus der Vorlage."
    assert made["word/settings.xml"].count(b"<w:footnotePr>") == 1
    docx.Document(io.BytesIO(docx_bytes(STUECK, template)))


def test_a_word_document_without_notes_has_no_part_for_them() -> None:
    assert "word/footnotes.xml" not in parts(docx_bytes(OHNE))


def test_opendocument_has_real_notes_in_their_order() -> None:
    content = etree.fromstring(parts(odt_bytes(STUECK))["content.xml"])
    notes = content.findall(".//text:note", TEXTNS)
    assert [said(note.iterfind("text:note-body//text:p", TEXTNS)) for note in notes] == NOTEN
    assert [note.findtext("text:note-citation", namespaces=TEXTNS) for note in notes] == list("123456")
    name = f"{{{TEXTNS['text']}}}"
    assert [one.get(f"{name}ref-name") for one in content.findall(".//text:note-ref", TEXTNS)] == [
        "fussnote-2"
    ]
    assert notes[1].get(f"{name}id") == "fussnote-2"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return pdf_bytes(STUECK)


@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A])
def test_a_pdf_with_notes_is_accessible_and_fit_for_archives(
    pdf: bytes, tmp_path: Path, profile: Any
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf)
    result = page.validate_pdf(str(path), profile=profile)
    assert [(failure.rule_id, failure.message) for failure in result.failures] == []


def test_a_pdf_has_each_note_once_at_the_foot(pdf: bytes) -> None:
    text = " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())
    for number, note in enumerate(NOTEN, 1):
        first = note.split(",")[0].split(".")[0]
        assert text.count(first) == 1
        assert re.search(rf"{number}\W*{first}", text)
    assert "Inhaltsverzeichnis" not in text
    assert re.search(r"Ziele im Blick [ .]+", text)  # the contents name the heading without its note


def test_page_and_markdown_of_a_paper_have_the_same_notes() -> None:
    html = schriftstueck_html(STUECK, Templates())
    items = re.findall(r'<li id="fussnote-\d+">\n<div>(.*?)</div>\n<p', html, re.DOTALL)
    assert [" ".join(re.sub("<[^>]*>", " ", item).split()).replace(" .", ".") for item in items] == NOTEN
    assert html.count('role="doc-noteref"') == 7
    md = schriftstueck_md(STUECK)
    assert [int(number) for number in re.findall(r"^\[\^(\d+)\]: ", md, re.MULTILINE)] == [1, 2, 3, 4, 5, 6]
    assert "### Ziele[^1] im Blick" in md
    assert "schaffen[^2]." in md


@pytest.fixture(scope="module")
def fremd() -> Schriftstueck:
    """Return a document with a note in German and one in a text that runs from right to left."""
    deutsch, arabisch = (markdown_bloecke(text) for text in ("Haus^[Stand 2019]", "بيت^[ملاحظة]"))
    return Schriftstueck("Plan", (*deutsch, Sprachtext(arabisch, "ar", rechts=True), *deutsch))


def test_a_note_takes_the_language_of_its_text_along(fremd: Schriftstueck) -> None:
    html = schriftstueck_html(fremd, Templates())
    assert re.findall(r"<li id=\"fussnote-\d\">\n<div([^>]*)>", html) == ["", ' lang="ar" dir="rtl"']
    notes = etree.fromstring(parts(docx_bytes(fremd))["word/footnotes.xml"])
    assert [[one.get(f"{W}bidi") for one in note.iter(f"{W}lang")] for note in notes[2:]] == [[], ["ar-SA"]]
    content = parts(odt_bytes(fremd))["content.xml"].decode()
    style = re.search('<text:note-body><text:p text:style-name="([^"]*)">ملاحظة', content)
    assert style
    assert re.search(f'style:name="{style[1]}".*?fo:language="ar"', content)


def test_a_pdf_says_the_language_of_a_note(fremd: Schriftstueck, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_bytes(fremd))
    result = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1)
    assert [failure.rule_id for failure in result.failures] == []
    objects = _objects(path.read_bytes())
    notes = [one for one in objects if re.search(rb"/S\s*/Note\b", one)]
    # a note is a part of its paragraph, which names the language; were it in German, it would say so itself
    assert len(notes) == 2
    assert not any(b"/Lang" in one for one in notes)
    assert sum(b"/Lang (ar)" in one for one in objects) == 1


def _objects(data: bytes) -> list[bytes]:
    """Return the objects of a PDF as they are written, those in streams too."""
    reader = PdfReader(io.BytesIO(data))
    found = []
    for number in range(1, len(reader.xref_objStm) + sum(map(len, reader.xref.values())) + 1):
        stream = io.BytesIO()
        obj = reader.get_object(number)
        if obj is not None:
            obj.write_to_stream(stream)
            found.append(stream.getvalue())
    return found
