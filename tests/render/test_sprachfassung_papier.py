"""A Fassung in another language on paper and as data: language and direction in each format, gaps, Leichte Sprache."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.render.docx import docx_bytes
from konzept.render.odt import odt_bytes
from konzept.render.pdf import pdf_bytes
from konzept.render.schriftstueck_html import schriftstueck_html
from konzept.render.schriftstueck_md import schriftstueck_md
from konzept.render.sprachfassung_json import sprachfassung_json
from konzept.render.sprachfassung_schriftstueck import sprachfassung_schriftstueck
from konzept.render.templates import Templates
from konzept.reports.sprachfassung import LEICHT, Sprachfassung, sprachfassung
from tests.pdf_standards import faults

if TYPE_CHECKING:
    from konzept.render.schriftstueck import Schriftstueck

TEXTE = {
    "ar": "نحن نقدم المشورة **مجاناً** في Jobcenter (Ilm) منذ 2020.\n\n- أولاً\n\n| أ | ب |\n|---|---|\n| ت | ث |",
    "uk": "Ми консультуємо **родини** безкоштовно.\n\n1. перше\n2. друге",
    "en": "We advise families.",
    "fa-AF": "ما به شما کمک می‌کنیم.",
}
LEICHTER_TEXT = "Wir helfen Familien.\nDas kostet nichts."


def report(sprache: str) -> Sprachfassung:
    massnahme = {"id": "m", "text": "Wir beraten.", "texte": TEXTE, "leichte_sprache": LEICHTER_TEXT}
    feld = {
        "id": "feld",
        "nummer": "1",
        "titel": "Feld",
        "massnahmen": [massnahme, {"id": "n", "text": "Noch eine."}],
    }
    rahmen = {"titel": "Plan des Kreises", "art": "Konzept", "stand": "2020"}
    fassung = Fassung(
        "2020", Rahmen.model_validate(rahmen), (Handlungsfeld.model_validate(feld),), dateien=("f.yaml",)
    )
    return sprachfassung(Plan(fassungen=(fassung,)), fassung, sprache)


def paper(sprache: str) -> Schriftstueck:
    return sprachfassung_schriftstueck(report(sprache))


def part(made: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize("sprache", [LEICHT, "ar", "uk", "en", "fa-AF"])
def test_a_pdf_keeps_both_standards(sprache: str) -> None:
    assert faults(pdf_bytes(paper(sprache))) == []


def test_a_pdf_tells_the_language_of_each_text() -> None:
    """A screen reader changes its voice where the text does (WCAG 2.2, 3.1.2): ``Lang`` in the marked contents."""

    def told(sprache: str) -> set[bytes]:
        reader = PdfReader(io.BytesIO(pdf_bytes(paper(sprache))))
        contents = b"".join(one.get_contents().get_data() for one in reader.pages)  # type: ignore[union-attr]  # ours have contents
        return set(re.findall(rb"/Lang ?\(([^)]*)\)", contents)) | _languages(reader.root_object)

    assert {b"de", b"uk"} <= told("uk")
    assert {b"de", b"ar"} <= told("ar")
    assert b"fa-AF" in told("fa-AF")


def _languages(node: Any, depth: int = 0) -> set[bytes]:
    """Collect ``Lang`` of the catalog and of every structure element."""
    node = node.get_object() if hasattr(node, "get_object") else node
    found: set[bytes] = set()
    if isinstance(node, list):
        for one in node:
            found |= _languages(one, depth + 1)
    elif isinstance(node, dict):
        if "/Lang" in node:
            found.add(str(node["/Lang"]).encode())
        for key in ("/StructTreeRoot", "/K"):
            if key in node:
                found |= _languages(node[key], depth + 1)
    return found


def styles_of(content: str, words: str) -> str:
    """Return the automatic style of the paragraph of an ODT that begins with these words."""
    name = re.search(rf'<text:p text:style-name="([^"]+)">{words}', content)
    assert name is not None
    style = re.search(rf'<style:style style:name="{name[1]}".*?</style:style>', content, re.DOTALL)
    assert style is not None
    return style[0]


def test_odt_says_language_and_direction_of_the_paragraph() -> None:
    arabic = styles_of(part(odt_bytes(paper("ar")), "content.xml"), "نحن")
    assert 'style:writing-mode="rl-tb"' in arabic
    assert 'fo:text-align="right"' in arabic
    assert 'style:language-complex="ar"' in arabic
    ukrainian = styles_of(part(odt_bytes(paper("uk")), "content.xml"), "Ми ")
    assert 'fo:language="uk"' in ukrainian
    assert 'fo:country="UA"' in ukrainian
    assert "writing-mode" not in ukrainian


def test_docx_says_language_and_direction_of_paragraph_and_run() -> None:
    document = part(docx_bytes(paper("ar")), "word/document.xml")
    (paragraph,) = re.findall(r"<w:p>(?:(?!</w:p>).)*نحن.*?</w:p>", document)
    assert "<w:bidi/>" in paragraph
    assert paragraph.count("<w:rtl/>") == paragraph.count("<w:r>") == 3
    assert 'w:bidi="ar-SA"' in paragraph
    assert "<w:bidiVisual/>" in document
    assert "<w:bidi/>" not in re.findall(r"<w:p>(?:(?!</w:p>).)*Handlungsfeld 1.*?</w:p>", document)[0]
    assert 'w:bidi="fa-AF"' in part(docx_bytes(paper("fa-AF")), "word/document.xml")
    ukrainian = part(docx_bytes(paper("uk")), "word/document.xml")
    assert 'w:val="uk-UA"' in ukrainian
    assert "<w:rtl/>" not in ukrainian


def test_a_page_made_of_the_same_blocks_says_it_too() -> None:
    html = schriftstueck_html(paper("ar"), Templates())
    assert re.search(r'<div lang="ar" dir="rtl">\s*<p>نحن', html)


def test_markdown_holds_the_text_as_it_was_written() -> None:
    text = schriftstueck_md(paper("ar"))
    assert "نحن نقدم المشورة **مجاناً** في Jobcenter (Ilm) منذ 2020." in text
    assert "Arabisch: 3 Texte fehlen noch, von 4." in text
    assert "- Maßnahme 1: Noch eine." in text
    assert "Wir beraten" not in text.split("## Was noch fehlt")[0].split("نحن")[1]


def test_leichte_sprache_on_paper_is_large_wide_and_undivided() -> None:
    """14 pt at least, lines of 150 percent, no hyphens (rules of the Netzwerk; BITV 2.0, appendix 2, part 2)."""
    stueck = paper(LEICHT)
    styles = part(odt_bytes(stueck), "styles.xml")
    sizes = [float(size) for size in re.findall(r'fo:font-size="([0-9.]+)pt"', styles)]
    assert min(sizes) >= 14
    standard = re.search(r'<style:style style:name="Standard".*?</style:style>', styles, re.DOTALL)
    assert standard
    assert 'fo:line-height="150%"' in standard[0]
    assert 'fo:hyphenate="false"' in standard[0]
    word = part(docx_bytes(stueck), "word/styles.xml")
    assert (
        min(int(size) for size in re.findall(r'<w:sz w:val="(\d+)"', word.split("</w:docDefaults>")[1])) >= 28
    )
    fonts: set[float] = set()
    for one in PdfReader(io.BytesIO(pdf_bytes(stueck))).pages:
        one.extract_text(
            visitor_text=lambda text, _cm, _tm, _font, size: fonts.add(size) if text.strip() else None
        )
    assert min(fonts) >= 14
    assert "Wir helfen Familien.\\\nDas kostet nichts." in schriftstueck_md(stueck)


def test_other_languages_are_set_as_every_paper() -> None:
    assert 'fo:font-size="10pt"' in part(odt_bytes(paper("en")), "styles.xml")


def test_the_data_hold_every_section_and_name_the_gaps() -> None:
    data = json.loads(sprachfassung_json(report("ar")))
    assert (data["sprache"], data["name"], data["eigenname"], data["lang"], data["dir"]) == (
        *("ar", "Arabisch", "العربية"),
        *("ar", "rtl"),
    )
    assert [(one["ebene"], one["id"], one["text"]) for one in data["abschnitte"]] == [
        ("fassung", "2020", None),
        ("handlungsfeld", "feld", None),
        ("massnahme", "m", TEXTE["ar"]),
        ("massnahme", "n", None),
    ]
    assert data["luecken"] == ["2020", "feld", "n"]
    assert [(one["sprache"], one["vorhanden"], one["gesamt"]) for one in data["sprachen"]] == [
        (name, 1, 4) for name in (LEICHT, "ar", "en", "fa-AF", "uk")
    ]
    assert data["sprachen"][0]["je_ebene"]["massnahme"] == {"vorhanden": 1, "gesamt": 2}
