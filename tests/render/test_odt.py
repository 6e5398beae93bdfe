"""An OpenDocument text read back by odfdo: real headings, styles, header rows, language, pages, links, properties."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING

import odfdo
import pytest
from odfdo.xmlpart import XmlPart

from konzept.render.odt import odt_bytes
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
    from odfdo import Element

KOPF = (zelle("bisher", kopf=True), zelle("neu", kopf=True), zelle("Begründung", kopf=True))
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
    (KOPF,),
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
        Liste(((absatz("eins"), Liste(((absatz("tief"),),))), (absatz("zwei"),)), nummeriert=True, beginn=3),
        Trennlinie(),
        TABELLE,
        Seitenumbruch(),
        Tabelle((Spalte(),), ((zelle("x"),),)),
    ),
    "Fassung 2025 gegenüber 2022",
    Metadaten("Musterkreis", "Stand: Juni", "Was sich ändert", ("Integration", "Plan"), date(2025, 6, 30)),
    Ausrichtung.QUER,
    kopfzeile="Laufender\nTitel",
    fusszeile="Am Fuß",
)


@pytest.fixture(scope="module")
def data() -> bytes:
    return odt_bytes(ALLES)


@pytest.fixture(scope="module")
def document(data: bytes) -> odfdo.Document:
    return odfdo.Document(io.BytesIO(data))


def all_of(document: odfdo.Document, query: str, part: str = "content.xml") -> list[Element]:
    found = document.get_part(part)
    assert isinstance(found, XmlPart)
    return found.get_elements(query)


def words(element: Element | None) -> str:
    """Return the words inside an element as they stand there; odfdo's own reading decorates links and lists."""
    assert element is not None
    return "".join(str(part) for part in element.xpath("descendant::text()"))


def one(document: odfdo.Document, query: str, part: str = "content.xml") -> Element:
    (found,) = all_of(document, query, part)
    return found


def test_the_package_is_one_of_opendocument_and_holds_nothing_strange(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        names = archive.namelist()
        manifest = archive.read("META-INF/manifest.xml").decode()
        assert set(names) == {
            *("mimetype", "META-INF/manifest.xml", "content.xml", "meta.xml", "settings.xml", "styles.xml")
        }
        assert b"WindowState" not in archive.read("settings.xml")
    listed = set(re.findall(r'full-path="([^"]+)"', manifest))
    assert listed == {"/", *names} - {"mimetype", "META-INF/manifest.xml"}
    assert re.findall(r'version="([^"]+)"', manifest) == ["1.0", "1.3", "1.3"]


def test_headings_are_headings(document: odfdo.Document) -> None:
    found = [
        (heading.get_attribute_string("text:outline-level"), heading.get_attribute_string("text:style-name"))
        for heading in all_of(document, "//text:h")
    ]
    assert [level for level, _ in found] == ["1", "2", "3"]
    assert [name for _, name in found[1:]] == ["Heading_20_2", "Heading_20_3"]
    first = one(document, f"//style:style[@style:name='{found[0][1]}']")
    assert first.get_attribute("style:parent-style-name") == "Heading_20_1"
    assert first.get_elements("style:paragraph-properties[@fo:break-before='page']")
    style = one(document, "//style:style[@style:name='Heading_20_2']", "styles.xml")
    assert (
        style.get_attribute_string("style:display-name"),
        style.get_attribute_string("style:default-outline-level"),
    ) == (
        "Heading 2",
        "2",
    )


def test_every_style_that_is_used_is_there(document: odfdo.Document) -> None:
    there = {
        (name, str(style.get_attribute("style:family") or style.tag))
        for part in ("content.xml", "styles.xml")
        for style in all_of(document, "//*[@style:name]", part)
        if (name := style.get_attribute_string("style:name"))
    }
    families = {
        "text:p": "paragraph",
        "text:h": "paragraph",
        "text:span": "text",
        "text:a": "text",
        "text:list": "text:list-style",
        "table:table": "table",
        "table:table-column": "table-column",
        "table:table-row": "table-row",
        "table:table-cell": "table-cell",
    }
    used = {
        (name, families[element.tag])
        for element in all_of(document, "//*[@text:style-name or @table:style-name]")
        if element.tag in families
        and (
            name := element.get_attribute_string("text:style-name")
            or element.get_attribute_string("table:style-name")
        )
    }
    assert len(used) > 25
    assert used <= there
    parents = {
        (name, str(style.get_attribute("style:family")))
        for part in ("content.xml", "styles.xml")
        for style in all_of(document, "//style:style", part)
        for attribute in ("style:parent-style-name", "style:next-style-name")
        if (name := style.get_attribute_string(attribute))
    }
    assert parents <= there


def test_the_language_is_german_with_hyphens(document: odfdo.Document) -> None:
    assert document.get_language() == "de-DE"
    assert document.meta.language == "de-DE"
    text = one(
        document, "//style:default-style[@style:family='paragraph']/style:text-properties", "styles.xml"
    )
    assert text.get_attribute("fo:hyphenate") is True
    heading = one(document, "//style:style[@style:name='Heading_20_1']/style:text-properties", "styles.xml")
    assert heading.get_attribute("fo:hyphenate") is False


@pytest.mark.parametrize(
    ("ausrichtung", "expected"),
    [(Ausrichtung.HOCH, ("210mm", "297mm", "portrait")), (Ausrichtung.QUER, ("297mm", "210mm", "landscape"))],
)
def test_the_page_is_a4_as_it_was_asked_for(ausrichtung: Ausrichtung, expected: tuple[str, str, str]) -> None:
    document = odfdo.Document(io.BytesIO(odt_bytes(Schriftstueck("T", ausrichtung=ausrichtung))))
    page = one(document, "//style:page-layout-properties", "styles.xml")
    names = ("fo:page-width", "fo:page-height", "style:print-orientation")
    assert tuple(page.get_attribute(name) for name in names) == expected


def test_head_and_foot_run_along(document: odfdo.Document) -> None:
    page = one(document, "//style:master-page[@style:name='Standard']", "styles.xml")
    shown = {child.tag: words(child) for child in page.children}
    assert shown == {
        "style:header": "Laufender Titel",
        "style:header-first": "",
        "style:footer": "Am FußSeite 1 von 1",
        "style:footer-first": "Am FußSeite 1 von 1",
    }
    assert len(all_of(document, "//style:footer//text:tab", "styles.xml")) == 1
    assert len(all_of(document, "//style:footer//text:page-number", "styles.xml")) == 1
    assert len(all_of(document, "//style:footer//text:page-count", "styles.xml")) == 1


def test_the_properties_speak_of_this_document(document: odfdo.Document) -> None:
    meta = document.meta
    assert (meta.title, meta.subject, meta.description) == (
        *("Synopse", "Fassung 2025 gegenüber 2022", "Was sich ändert"),
    )
    assert (meta.keyword, meta.initial_creator, meta.generator) == (
        "Integration, Plan",
        "Musterkreis",
        "konzept",
    )
    assert meta.creation_date == datetime(2025, 6, 30)  # noqa: DTZ001  ODF dates have no zone


def test_a_table_has_its_header_rows_spans_and_words_for_those_who_do_not_see_it(
    document: odfdo.Document,
) -> None:
    table = all_of(document, "//table:table")[0]
    assert table.get_attribute("table:name") == "Tabelle 1"
    assert words(table.get_element("table:title")) == "Tabelle 1: Vergleich"
    assert words(table.get_element("table:desc")) == "Alt und neu"
    header = table.get_elements("table:table-header-rows/table:table-row/table:table-cell")
    assert [words(cell) for cell in header] == ["bisher", "neu", "Begründung"]
    assert len(table.get_elements("table:table-header-columns/table:table-column")) == 1
    spans = [
        [
            (cell.tag.partition(":")[2], cell.get_attribute_string("table:number-columns-spanned"))
            for cell in row.children
        ]
        for row in table.get_elements("table:table-row")
    ]
    cell, covered = ("table-cell", None), ("covered-table-cell", None)
    assert spans == [[("table-cell", "3"), covered, covered], [cell, cell, cell], [covered, cell, cell]]
    assert [
        words(found) for found in table.get_elements("descendant::*[@table:number-rows-spanned='2']")
    ] == ["a"]


def test_rows_stay_whole_and_columns_add_up(document: odfdo.Document) -> None:
    rows = {
        row.get_attribute("table:style-name")
        for row in all_of(document, "//table:table[@table:name='Tabelle 1']//table:table-row")
    }
    (name,) = rows
    style = one(document, f"//style:style[@style:name='{name}']/style:table-row-properties")
    assert style.get_attribute("fo:keep-together") == "always"
    widths = [
        float(
            str(
                one(document, f"//style:style[@style:name='{column}']/*").get_attribute("style:column-width")
            )[:-2]
        )
        for column in (
            found.get_attribute("table:style-name")
            for found in all_of(document, "//table:table[@table:name='Tabelle 1']//table:table-column")
        )
    ]
    assert sum(widths) == pytest.approx(261)
    assert widths[0] == pytest.approx(widths[1], abs=0.02)


def test_header_cells_have_the_style_that_readers_know_them_by(document: odfdo.Document) -> None:
    def basis(paragraph: Element) -> str:
        name = str(paragraph.get_attribute("text:style-name"))
        own = all_of(document, f"//style:style[@style:name='{name}']")
        return str(own[0].get_attribute("style:parent-style-name")) if own else name

    lines = all_of(document, "//table:table[@table:name='Tabelle 1']//text:p")
    found = {words(line): basis(line) for line in lines}
    head, plain = "Table_20_Heading", "Table_20_Contents"
    assert found == {
        **dict.fromkeys(("bisher", "neu", "Begründung", "Ziel 1.1", "a"), head),
        **dict.fromkeys(("b", "c", "d", "e", ""), plain),
    }


def test_changed_words_have_their_styles_and_several_scripts_are_one(document: odfdo.Document) -> None:
    spans = {
        words(span): str(span.get_attribute("text:style-name")) for span in all_of(document, "//text:span")
    }
    assert (spans["Unterstrichen"], spans["Durchgestrichen"], spans["fett"]) == (
        "Neu",
        "Entfallen",
        "Strong_20_Emphasis",
    )
    both = one(document, f"//style:style[@style:name='{spans['neu und fett']}']")
    assert both.get_attribute("style:parent-style-name") == "Neu"
    properties = both.get_elements("style:text-properties")[0]
    assert (properties.get_attribute("fo:font-weight"), properties.get_attribute("fo:font-style")) == (
        "bold",
        "italic",
    )


def test_words_keep_strike_and_slope_besides_their_kind() -> None:
    runs = worte(Lauf("a", gestrichen=True), Lauf("b", gestrichen=True, kursiv=True, art=Laufart.CODE))
    document = odfdo.Document(io.BytesIO(odt_bytes(Schriftstueck("T", (absatz(*runs),)))))
    plain, both = all_of(document, "//text:span")
    assert plain.get_attribute("text:style-name") == "Gestrichen"
    style = one(document, f"//style:style[@style:name='{both.get_attribute('text:style-name')}']")
    assert style.get_attribute("style:parent-style-name") == "Source_20_Text"
    (properties,) = style.get_elements("style:text-properties")
    assert properties.get_attribute("fo:font-style") == "italic"
    assert properties.get_attribute("style:text-line-through-style") == "solid"


def test_links_lead_to_bookmarks_that_are_there(document: odfdo.Document) -> None:
    bookmarks = {str(mark.get_attribute("text:name")) for mark in all_of(document, "//text:bookmark")}
    targets = {words(link): str(link.get_attribute("xlink:href")) for link in all_of(document, "//text:a")}
    assert targets["dahin"] == "#kapitel"
    assert targets["hinaus"] == "https://kreis.example/a?b&c"
    assert "ins Leere" not in targets
    assert {target[1:] for target in targets.values() if target.startswith("#")} <= bookmarks


def test_the_contents_list_the_headings_down_to_their_level(document: odfdo.Document) -> None:
    lines = all_of(document, "//text:table-of-content/text:index-body/text:p")
    assert [words(line) for line in lines] == ["Kapitel", "Abschnitt"]
    pages = all_of(document, "//text:index-body//text:bookmark-ref[@text:reference-format='page']")
    assert [page.get_attribute("text:ref-name") for page in pages] == ["kapitel", "abschnitt-1"]
    assert len(all_of(document, "//text:table-of-content-entry-template")) == 2


def test_lists_are_lists_within_lists(document: odfdo.Document) -> None:
    outer = one(document, "//office:text/text:list")
    assert outer.get_attribute("text:style-name") == "Numbering_20_123"
    assert [item.get_attribute("text:start-value") for item in outer.get_elements("text:list-item")] == [
        "3",
        None,
    ]
    inner = outer.get_elements("text:list-item/text:list")
    assert [(part.get_attribute("text:style-name"), words(part)) for part in inner] == [("List_20_1", "tief")]


def test_a_table_may_begin_a_page(document: odfdo.Document) -> None:
    last = all_of(document, "//table:table")[-1]
    style = one(document, f"//style:style[@style:name='{last.get_attribute('table:style-name')}']/*")
    assert style.get_attribute("fo:break-before") == "page"


def test_an_empty_paragraph_or_entry_is_no_fault() -> None:
    stueck = Schriftstueck("T", (Absatz(()), Liste(((),)), Tabelle((Spalte(),), ((Zelle(),),))))
    body = odfdo.Document(io.BytesIO(odt_bytes(stueck))).body
    assert [part.tag for part in body.children] == ["text:p", "text:p", "text:list", "table:table"]
    assert len(body.get_elements("descendant::text:list-item/text:p")) == 1
    assert len(body.get_elements("descendant::table:table-cell/text:p")) == 1
