"""A Word file read back by python-docx: real headings, styles, header rows, language, pages, links, properties."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from konzept.render.docx import docx_bytes
from konzept.render.docx_vokabular import kennung, lesezeichen, twips
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

if TYPE_CHECKING:
    from docx.document import Document

TABELLE = Tabelle(
    (Spalte(5), Spalte(5, Seite.RECHTS), Spalte(3)),
    (
        (zelle("Ziel 1.1", kopf=True, spanne=3, ton=Ton.FLAECHE),),
        (
            Zelle((absatz("a"),), kopf=True, hoehe=2),
            Zelle((absatz("b"), Liste(((absatz("c"),),))), ton=Ton.NEU),
            zelle("d"),
        ),
        (zelle("e"),),
    ),
    ((zelle("bisher", kopf=True), zelle("neu", kopf=True), zelle("Begründung", kopf=True)),),
    "Tabelle 1: Vergleich",
    "Alt und neu",
)
ALLES = Schriftstueck(
    "Synopse",
    (
        Inhaltsverzeichnis(stufen=2),
        Seitenumbruch(),
        Ueberschrift(1, worte("Kapitel"), "kapitel"),
        Ueberschrift(2, worte("Abschnitt")),
        Ueberschrift(3, worte("zu tief")),
        LEGENDE,
        *(absatz("Text", art=art) for art in Absatzart),
        absatz(Lauf("fett", fett=True), Lauf("neu und fett", art=Laufart.NEU, fett=True, kursiv=True)),
        absatz(Lauf("dahin", verweis="#kapitel"), Lauf("ins Leere", verweis="#fehlt")),
        absatz(Lauf("hinaus", verweis="https://kreis.example/a?b&c")),
        Liste(
            ((absatz("eins"), Liste(((absatz("tief"),),))), (absatz("zwei"), absatz("weiter"))),
            nummeriert=True,
            beginn=3,
        ),
        Liste(((absatz("drei"),),), nummeriert=True),
        Trennlinie(),
        TABELLE,
        TABELLE,
    ),
    "Fassung 2025 gegenüber 2022",
    Metadaten("Musterkreis", "Stand: Juni", "Was sich ändert", ("Integration", "Plan"), date(2025, 6, 30)),
    Ausrichtung.QUER,
    kopfzeile="Laufender\nTitel",
    fusszeile="Am Fuß",
)


@pytest.fixture(scope="module")
def data() -> bytes:
    return docx_bytes(ALLES)


@pytest.fixture(scope="module")
def document(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def all_of(document: Document, query: str) -> list[Any]:
    return list(document.element.xpath(query))


def val(element: Any, name: str = "w:val") -> str | None:
    found = element.get(qn(name))
    return None if found is None else str(found)


def test_the_package_holds_nothing_of_another_document(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
        assert not [name for name in names if "thumbnail" in name or "custom" in name or "app.xml" in name]
        assert b"python-docx" not in archive.read("docProps/core.xml")
        assert b"en-US" not in archive.read("word/styles.xml") + archive.read("word/settings.xml")


def test_headings_have_the_built_in_styles_that_navigation_knows(document: Document) -> None:
    found = [
        (part.text, part.style.style_id, part.style.name)
        for part in document.paragraphs
        if part.style and part.style.style_id.startswith("Heading")
    ]
    assert found == [
        ("Kapitel", "Heading1", "Heading 1"),
        ("Abschnitt", "Heading2", "Heading 2"),
        ("zu tief", "Heading3", "Heading 3"),
    ]
    levels = document.styles.element.xpath("w:style[starts-with(@w:styleId, 'Heading')]/w:pPr/w:outlineLvl")
    assert [val(level) for level in levels] == ["0", "1", "2", "3", "4", "5"]


def test_every_style_that_is_used_is_there(document: Document) -> None:
    there = {str(style.get(qn("w:styleId"))) for style in document.styles.element.xpath("w:style")}
    used = {val(found) for found in all_of(document, "//w:pStyle | //w:rStyle")}
    assert len(used) > 20
    assert used <= there
    assert {val(found) for found in document.styles.element.xpath("//w:basedOn | //w:next")} <= there
    default = document.styles.element.xpath("w:style[@w:type='paragraph'][@w:default='1']/@w:styleId")
    assert default == ["Normal"]


def test_the_language_is_german_with_hyphens(document: Document) -> None:
    languages = document.styles.element.xpath("w:docDefaults//w:lang")
    assert [val(found) for found in languages] == ["de-DE"]
    assert document.core_properties.language == "de-DE"
    settings = document.settings.element
    assert [val(found) for found in settings.xpath("w:autoHyphenation | w:themeFontLang")] == [
        "true",
        "de-DE",
    ]
    assert document.styles.element.xpath("w:style[@w:styleId='Heading1']/w:pPr/w:suppressAutoHyphens")


@pytest.mark.parametrize(
    ("ausrichtung", "expected"),
    [
        (Ausrichtung.HOCH, (210, 297, WD_ORIENT.PORTRAIT)),
        (Ausrichtung.QUER, (297, 210, WD_ORIENT.LANDSCAPE)),
    ],
)
def test_the_page_is_a4_as_it_was_asked_for(
    ausrichtung: Ausrichtung, expected: tuple[int, int, WD_ORIENT]
) -> None:
    section = docx.Document(io.BytesIO(docx_bytes(Schriftstueck("T", ausrichtung=ausrichtung)))).sections[0]
    assert section.page_width
    assert section.page_height
    assert (round(section.page_width.mm), round(section.page_height.mm), section.orientation) == expected


def test_head_and_foot_run_along(document: Document) -> None:
    section = document.sections[0]
    assert section.different_first_page_header_footer
    assert [part.text for part in section.header.paragraphs] == ["Laufender Titel"]
    for foot in (section.footer, section.first_page_footer):
        (line,) = foot.paragraphs
        whole = "".join(str(part.text) for part in line._p.iter(qn("w:t")))
        assert whole == "Am FußSeite 1 von 1"
        assert line._p.xpath("w:fldSimple/@w:instr") == [" PAGE ", " NUMPAGES "]
    assert not document.sections[0].first_page_header.paragraphs[0].text


def test_the_properties_speak_of_this_document(document: Document) -> None:
    told = document.core_properties
    assert (told.title, told.subject, told.author) == (
        "Synopse",
        "Fassung 2025 gegenüber 2022",
        "Musterkreis",
    )
    assert (told.comments, told.keywords) == ("Was sich ändert", "Integration, Plan")
    assert told.created == told.modified == datetime(2025, 6, 30, tzinfo=UTC)


def test_a_table_has_its_header_row_spans_and_words_for_those_who_do_not_see_it(document: Document) -> None:
    table = document.tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["bisher", "neu", "Begründung"],
        ["Ziel 1.1"] * 3,
        ["a", "b\nc", "d"],
        ["a", "e", ""],
    ]
    rows = table._tbl.xpath("w:tr")
    assert [bool(row.xpath("w:trPr/w:tblHeader")) for row in rows] == [True, False, False, False]
    assert all(row.xpath("w:trPr/w:cantSplit") for row in rows)
    (look,) = table._tbl.xpath("w:tblPr/w:tblLook")
    assert (val(look, "w:firstRow"), val(look, "w:firstColumn")) == ("1", "1")
    told = table._tbl.xpath("w:tblPr/w:tblCaption | w:tblPr/w:tblDescription")
    assert [val(found) for found in told] == ["Tabelle 1: Vergleich", "Alt und neu"]
    widths = [int(width) for width in table._tbl.xpath("w:tblGrid/w:gridCol/@w:w")]
    assert sum(widths) == twips(261)
    styles = {cell.text: cell.paragraphs[0].style for row in table.rows for cell in row.cells}
    heads = {text for text, style in styles.items() if style and style.name == "Tabellenkopf"}
    assert heads == {"bisher", "neu", "Begründung", "Ziel 1.1", "a"}


def test_two_tables_stay_two_and_none_ends_the_document(document: Document) -> None:
    body = [part.tag for part in document.element.body]
    assert all(body[place + 1] == qn("w:p") for place, tag in enumerate(body) if tag == qn("w:tbl"))
    assert len(document.tables) == 2


def test_changed_words_have_their_styles_and_keep_their_scripts(document: Document) -> None:
    runs = {run.text: run for part in document.paragraphs for run in part.runs}
    styles = {text: run.style.name for text, run in runs.items()}
    assert (styles["Unterstrichen"], styles["Durchgestrichen"]) == ("Neu", "Entfallen")
    both = runs["neu und fett"]
    assert (both.style.name, both.bold, both.italic) == ("Neu", True, True)


def test_words_keep_strike_and_slope_besides_their_kind() -> None:
    runs = worte(
        Lauf("a", gestrichen=True),
        Lauf("b", kursiv=True, verweis="https://kreis.example", art=Laufart.CODE),
        Lauf("c", gestrichen=True, fett=True, art=Laufart.LEISE),
    )
    document = docx.Document(io.BytesIO(docx_bytes(Schriftstueck("T", (absatz(*runs),)))))
    found = {
        "".join(str(word.text) for word in run.iter(qn("w:t"))): [
            part.tag.partition("}")[2] for part in run.xpath("w:rPr/*")
        ]
        for run in all_of(document, "//w:r")
    }
    assert found["a"] == ["rStyle", "strike"]
    assert found["b"] == ["rStyle", "i", "iCs", "u"]
    assert found["c"] == ["rStyle", "b", "bCs", "strike"]


def test_an_entry_that_begins_with_a_list_has_its_own_sign() -> None:
    stueck = Schriftstueck("T", (Liste(((Liste(((absatz("innen"),),)),),)),))
    document = docx.Document(io.BytesIO(docx_bytes(stueck)))
    levels = [
        (val(level), level.getparent().getparent().getparent()) for level in all_of(document, "//w:ilvl")
    ]
    assert [level for level, _ in levels] == ["0", "1"]
    assert ["".join(str(word.text) for word in line.iter(qn("w:t"))) for _, line in levels] == ["", "innen"]


def test_links_lead_to_bookmarks_that_are_there(document: Document) -> None:
    bookmarks = {val(mark, "w:name") for mark in all_of(document, "//w:bookmarkStart")}
    ids = [val(mark, "w:id") for mark in all_of(document, "//w:bookmarkStart")]
    assert len(ids) == len(set(ids)) == len(all_of(document, "//w:bookmarkEnd"))
    links = [link for part in document.paragraphs for link in part.hyperlinks]
    assert [(link.text, link.fragment or link.address) for link in links] == [
        ("dahin", "kapitel"),
        ("hinaus", "https://kreis.example/a?b&c"),
    ]
    anchors = {val(link, "w:anchor") for link in all_of(document, "//w:hyperlink[@w:anchor]")}
    assert anchors <= bookmarks


def test_the_contents_are_a_field_that_word_offers_to_fill_in(document: Document) -> None:
    content = all_of(document, "//w:sdt/w:sdtContent")[0]
    lines = [
        "".join(str(part.text) for part in line.iter(qn("w:t"))) for line in content.iterchildren(qn("w:p"))
    ]
    assert lines == ["Inhalt", "Kapitel", "Abschnitt"]
    instructions = [str(part.text).strip() for part in content.iter(qn("w:instrText"))]
    assert instructions == [r'TOC \o "1-2" \h \z \u', r"PAGEREF kapitel \h", r"PAGEREF abschnitt_1 \h"]
    signs = [val(sign, "w:fldCharType") for sign in content.iter(qn("w:fldChar"))]
    assert signs.count("begin") == signs.count("separate") == signs.count("end") == 3
    assert document.settings.element.xpath("w:updateFields/@w:val") == ["true"]
    assert not docx.Document(io.BytesIO(docx_bytes(Schriftstueck("T")))).settings.element.xpath(
        "w:updateFields"
    )


def test_lists_are_lists_and_each_numbered_one_counts_by_itself(document: Document) -> None:
    def places(text: str) -> tuple[str | None, str | None]:
        (line,) = (part for part in document.paragraphs if part.text == text)
        return tuple(  # type: ignore[return-value]  # two of them
            next((val(found) for found in line._p.xpath(f"w:pPr/w:numPr/w:{name}")), None)
            for name in ("numId", "ilvl")
        )

    assert places("eins") == places("zwei") == ("1", "0")
    assert places("tief") == ("2", "1")
    assert places("weiter") == (None, None)
    assert places("drei") == ("3", "0")
    numbering: Any = document.part.numbering_part
    starts = {
        val(number, "w:numId"): number.xpath("w:lvlOverride/w:startOverride/@w:val")
        for number in numbering.element.xpath("w:num")
    }
    assert starts == {"1": ["3"], "2": [], "3": ["1"]}
    order = [part.tag for part in numbering.element]
    assert order == [qn("w:abstractNum")] * 2 + [qn("w:num")] * 3


def test_properties_stand_in_the_order_that_word_asks_for(document: Document) -> None:
    """Word calls a file broken whose properties stand otherwise (ECMA-376 part 1, 17.3.1.26)."""
    order = [
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs"),
        *("suppressAutoHyphens", "spacing", "ind", "jc", "outlineLvl"),
    ]
    scripts = [
        "rStyle",
        "rFonts",
        "b",
        "bCs",
        "i",
        "iCs",
        "strike",
        "color",
        "sz",
        "szCs",
        "u",
        "vertAlign",
        "lang",
    ]
    for known, query in ((order, "//w:pPr"), (scripts, "//w:rPr")):
        found = [*all_of(document, query), *document.styles.element.xpath(query)]
        assert len(found) > 20
        for properties in found:
            places = [known.index(child.tag.partition("}")[2]) for child in properties]
            assert places == sorted(places)


@pytest.mark.parametrize(
    ("anker", "expected"),
    [("kapitel-1", "kapitel_1"), ("1a", "a_1a"), ("ä b", "ä_b"), ("x" * 60, "x" * 40), ("", "a_")],
)
def test_a_bookmark_has_a_name_that_word_takes(anker: str, expected: str) -> None:
    assert lesezeichen(anker) == expected


def test_bookmarks_that_word_would_take_for_one_are_told_apart() -> None:
    anchors = ("a-b", "a_b", "A.B", "x" * 50 + "1", "x" * 50 + "2")
    blocks = tuple(Absatz(worte(str(number)), anker=anker) for number, anker in enumerate(anchors))
    document = docx.Document(io.BytesIO(docx_bytes(Schriftstueck("T", blocks))))
    names = [val(mark, "w:name") for mark in all_of(document, "//w:bookmarkStart")]
    assert names == ["a_b", "a_b_2", "A_B_3", "x" * 40, "x" * 38 + "_2"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("heading 1", "Heading1"), ("toc 3", "TOC3"), ("TOC Heading", "TOCHeading"), ("Body Text", "BodyText")],
)
def test_styles_have_the_ids_that_word_gives_them(name: str, expected: str) -> None:
    assert kennung(name) == expected


def test_an_empty_paragraph_or_entry_is_no_fault() -> None:
    stueck = Schriftstueck("T", (Absatz(()), Liste(((),)), Tabelle((Spalte(),), ((Zelle(),),))))
    document = docx.Document(io.BytesIO(docx_bytes(stueck)))
    assert len(all_of(document, "//w:numPr")) == 1
    assert len(document.tables[0].cell(0, 0).paragraphs) == 1


def test_properties_are_cut_where_the_format_ends() -> None:
    told = docx.Document(io.BytesIO(docx_bytes(Schriftstueck("ä" * 300)))).core_properties
    assert told.title == "ä" * 255
