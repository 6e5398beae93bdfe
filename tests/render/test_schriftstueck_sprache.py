"""Blocks in another language within a document: anchors, places that hold no blocks, what is inside stays in order."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from konzept.render.docx import docx_bytes
from konzept.render.odt import odt_bytes
from konzept.render.pdf import pdf_bytes
from konzept.render.schriftstueck import (
    Absatz,
    Lauf,
    Liste,
    Schriftstueck,
    Spalte,
    Sprachtext,
    Tabelle,
    Ueberschrift,
    Zelle,
    absatz,
    worte,
    zelle,
)
from konzept.render.schriftstueck_aufbau import aufbau, flach
from konzept.render.schriftstueck_gestalt import tag_und_land
from konzept.render.schriftstueck_html import schriftstueck_html
from konzept.render.schriftstueck_md import schriftstueck_md
from konzept.render.templates import Templates

ARABISCH = Sprachtext(
    (
        Ueberschrift(2, worte("عنوان"), "titel"),
        Absatz((Lauf("نص "), Lauf("رابط", verweis="#titel", fett=True))),
        Liste(((absatz("أولاً"),), (absatz("ثانياً"),)), nummeriert=True),
        Tabelle((Spalte(), Spalte()), ((zelle("أ"), zelle("ب")),)),
    ),
    "ar",
    rechts=True,
)
STUECK = Schriftstueck("Titel", (Ueberschrift(1, worte("Deutsch")), ARABISCH, absatz("danach")))


def test_what_is_inside_has_anchors_that_links_may_lead_to() -> None:
    assert aufbau(STUECK).anker == ("titel",)
    html = schriftstueck_html(STUECK, Templates())
    inside = re.search(
        r'<div lang="ar" dir="rtl">(.*?)</div>\s*</div>|<div lang="ar" dir="rtl">(.*)', html, re.DOTALL
    )
    assert inside
    assert '<a href="#titel"><strong>رابط</strong></a>' in html
    assert html.index('dir="rtl"') < html.index("عنوان") < html.index("ثانياً") < html.index("danach")


def test_an_anchor_that_stands_twice_is_kept_once() -> None:
    twice = Schriftstueck("T", (Ueberschrift(1, worte("A"), "titel"), ARABISCH))
    assert aufbau(twice).anker == ("titel",)
    assert schriftstueck_html(twice, Templates()).count('id="titel"') == 1


def test_a_cell_holds_the_words_without_the_language() -> None:
    assert [type(one).__name__ for one in flach((ARABISCH,))] == ["Absatz", "Absatz", "Liste", "Absatz"]
    table = Tabelle((Spalte(),), ((Zelle((ARABISCH,)),),))
    assert "نص رابط" in re.sub(r"\*", "", schriftstueck_md(Schriftstueck("T", (table,))))


def content(made: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return archive.read(name).decode()


def test_what_follows_is_of_the_document_again() -> None:
    document = content(docx_bytes(STUECK), "word/document.xml")
    (after,) = re.findall(r"<w:p>(?:(?!</w:p>).)*danach.*?</w:p>", document)
    assert "bidi" not in after
    assert (
        document.count("<w:bidi/>") == 1 + 1 + 2 + 2 + 1
    )  # heading, paragraph, entries, cells, the gap below the table
    odt = content(odt_bytes(STUECK), "content.xml")
    assert re.search(r'<text:p text:style-name="Text_20_body">danach', odt)
    assert re.search(
        r'style:family="table"[^>]*>\s*<style:table-properties[^>]*style:writing-mode="rl-tb"', odt
    )


def test_a_pdf_of_it_can_be_set() -> None:
    assert pdf_bytes(STUECK).startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("de", ("de", "DE")),
        ("fa-AF", ("fa", "AF")),
        ("fa", ("fa", "IR")),
        ("zh-Hant-tw", ("zh", "TW")),
        ("sr-Latn", ("sr", "none")),
        ("EN-us", ("en", "US")),
        ("und", ("und", "none")),
    ],
)
def test_a_tag_has_a_language_and_a_country(tag: str, expected: tuple[str, str]) -> None:
    assert tag_und_land(tag) == expected
