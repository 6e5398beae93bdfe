"""Workbooks as files: read back with openpyxl and odfdo, every cell has its type, every sheet its head and filter."""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import odfdo
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konzept.render.extra import ExtraMissingError
from konzept.render.ods import ods_bytes
from konzept.render.schriftstueck import Metadaten
from konzept.render.schriftstueck_text import lesbar
from konzept.render.tabellenwerk import Blatt, Spalte, Spaltenart, Tabellenwerk
from konzept.render.xlsx import xlsx_bytes

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SPALTEN = (
    Spalte("Nr.", breite=8),
    Spalte("Titel", breite=40),
    Spalte("Fällig", Spaltenart.DATUM, 12),
    Spalte("Betrag", Spaltenart.ZAHL, 14, 2),
    Spalte("Anzahl", Spaltenart.ZAHL, 9),
)
TEXT = "zwei  Leerzeichen,\tTabulator\nneue Zeile <b>&amp;</b> _x0041_ »Größe« 👩‍👩‍👧"
ZEILEN = (
    ("2.9", "=SUMME(A1:A9)", date(2021, 12, 31), Decimal("14000.50"), 3),
    ("5.10", TEXT, None, None, 0),
    ("-1", "", date(2022, 2, 28), Decimal("0.01"), 1_234_567),
)
WERK = Tabellenwerk(
    "Plan & Werk",
    (Blatt("Maßnahmen", SPALTEN, ZEILEN, fest=1), Blatt("Kreis's Blatt", (Spalte("Nr."),), ())),
    Metadaten(koerperschaft="Musterkreis", stand="Stand 2021", beschreibung="Probe", datum=date(2021, 3, 1)),
    kopfzeile="Kopf & Zeile",
)


def xlsx(werk: Tabellenwerk) -> Any:
    return openpyxl.load_workbook(io.BytesIO(xlsx_bytes(werk)))


def ods(werk: Tabellenwerk) -> odfdo.Document:
    return odfdo.Document(io.BytesIO(ods_bytes(werk)))


def ods_text(cell: odfdo.Element) -> str:
    """Return the words of a cell, each paragraph a line."""
    return "\n".join(part.inner_text for part in cell.get_elements("text:p"))


def test_xlsx_cells_have_their_types() -> None:
    sheet = xlsx(WERK)["Maßnahmen"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows == [
        ["Nr.", "Titel", "Fällig", "Betrag", "Anzahl"],
        ["2.9", "=SUMME(A1:A9)", datetime(2021, 12, 31), 14000.5, 3],  # noqa: DTZ001  a sheet has no zones
        ["5.10", TEXT, None, None, 0],
        ["-1", None, datetime(2022, 2, 28), 0.01, 1_234_567],  # noqa: DTZ001  as above
    ]
    assert [cell.data_type for cell in sheet[2]] == ["s", "s", "d", "n", "n"]
    assert [cell.number_format for cell in sheet[2]][:3] == ["@", "@", "dd.mm.yyyy"]
    assert "#,##0.00" in sheet["D2"].number_format
    # in Excel the sign keeps a text from being computed when its cell is edited
    assert [bool(sheet[name].quotePrefix) for name in ("A2", "B2", "A4")] == [False, True, True]


def test_xlsx_sheets_have_head_filter_and_print_set_up() -> None:
    book = xlsx(WERK)
    sheet: Worksheet = book["Maßnahmen"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:E4"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert [round(sheet.column_dimensions[name].width) for name in "ABCDE"] == [9, 41, 13, 15, 10]
    assert sheet["A1"].font.b
    head, foot = sheet.oddHeader, sheet.oddFooter
    assert head is not None
    assert foot is not None
    assert (head.left.text, head.right.text) == ("Kopf && Zeile", "Maßnahmen")
    assert (foot.left.text, foot.right.text) == ("Stand 2021", "Seite &P von &N")
    assert book.sheetnames == ["Maßnahmen", "Kreis's Blatt"]
    assert book.active is sheet


def test_xlsx_properties_name_title_language_and_day() -> None:
    properties = xlsx(WERK).properties
    assert (properties.title, properties.creator, properties.language) == (
        "Plan & Werk",
        "Musterkreis",
        "de-DE",
    )
    assert properties.created.date() == date(2021, 3, 1)
    without = Tabellenwerk("Werk", (Blatt("Blatt", (Spalte("Nr."),), ()),))
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(without))) as archive:
        assert b"dcterms" not in archive.read("docProps/core.xml").partition(b">")[2].partition(b">")[2]


def test_xlsx_takes_days_and_texts_that_excel_does_not_know() -> None:
    spalten = (Spalte("Text"), Spalte("Tag", Spaltenart.DATUM), Spalte("Zahl", Spaltenart.ZAHL))
    lang = "lang " * 10_000
    zahl = Decimal("12345678901234567.89")
    werk = Tabellenwerk("Werk", (Blatt("Blatt", spalten, ((lang, date(1899, 12, 31), zahl),)),))
    text, tag, summe = (cell.value for cell in xlsx(werk)["Blatt"][2])
    assert len(text) <= 32_767
    assert text.endswith("[gekürzt: mehr fasst eine Zelle nicht]")
    assert (tag, summe) == ("31.12.1899", "12345678901234567,89")


def test_ods_cells_have_their_types() -> None:
    (table, _) = ods(WERK).body.get_elements("//table:table")
    rows = table.get_elements("descendant::table:table-row")
    kinds = [
        [cell.get_attribute_string("office:value-type") for cell in row.get_elements("table:table-cell")]
        for row in rows
    ]
    assert kinds == [
        ["string"] * 5,
        ["string", "string", "date", "float", "float"],
        ["string", "string", None, None, "float"],
        ["string", None, "date", "float", "float"],
    ]
    first = rows[1].get_elements("table:table-cell")
    assert [cell.get_attribute_string("office:date-value") for cell in first][2] == "2021-12-31"
    assert [cell.get_attribute_string("office:value") for cell in first][3:] == ["14000.50", "3"]
    assert ods_text(first[1]) == "=SUMME(A1:A9)"
    assert not table.get_elements("descendant::*[@table:formula]")
    assert ods_text(rows[2].get_elements("table:table-cell")[1]) == TEXT


def test_ods_sheets_have_head_filter_and_print_set_up() -> None:
    document = ods(WERK)
    for table in document.body.get_elements("//table:table"):
        assert len(table.get_elements("table:table-header-rows/table:table-row")) == 1
    ranges = document.body.get_elements("//table:database-range")
    assert [one.get_attribute_string("table:target-range-address") for one in ranges] == [
        "'Maßnahmen'.A1:'Maßnahmen'.E4",
        "'Kreis''s Blatt'.A1:'Kreis''s Blatt'.A1",
    ]
    assert {one.get_attribute_string("table:display-filter-buttons") for one in ranges} == {"true"}
    settings_part = document.get_part("settings.xml")
    assert isinstance(settings_part, odfdo.XmlPart)
    (entry,) = settings_part.get_elements("//config:config-item-map-entry[@config:name='Maßnahmen']")
    items = {
        one.get_attribute_string("config:name"): one.text for one in entry.get_elements("config:config-item")
    }
    assert items["VerticalSplitMode"] == items["HorizontalSplitMode"] == "2"
    assert (items["VerticalSplitPosition"], items["HorizontalSplitPosition"]) == ("1", "1")
    (page,) = document.styles.get_elements("//style:page-layout-properties")
    assert page.get_attribute_string("style:print-orientation") == "landscape"
    assert page.get_attribute_string("style:scale-to-X") == "1"


def test_ods_speaks_german_and_names_its_title() -> None:
    document = ods(WERK)
    assert document.meta.title == "Plan & Werk"
    assert document.meta.language == "de-DE"
    assert document.get_language() == "de-DE"
    dates = document.content.get_elements("//number:date-style")
    assert [one.get_attribute_string("number:language") for one in dates] == ["de"]


@pytest.mark.parametrize("write", [ods_bytes, xlsx_bytes])
def test_the_same_workbook_gives_the_same_bytes_without_any_time(write: Any) -> None:
    data = write(WERK)
    assert data == write(WERK)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert len(archive.namelist()) == len(set(archive.namelist()))


@settings(max_examples=40)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_every_text_comes_back_as_it_is_and_never_as_a_formula(texte: list[str]) -> None:
    werk = Tabellenwerk("Werk", (Blatt("Blatt", (Spalte("Text"),), tuple((text,) for text in texte)),))
    expected = [lesbar(text) for text in texte]
    sheet = xlsx(werk)["Blatt"]
    read = [sheet.cell(row, 1).value or "" for row in range(2, len(texte) + 2)]
    assert read == expected
    assert all(sheet.cell(row, 1).data_type in {"s", "n", "inlineStr"} for row in range(2, len(texte) + 2))
    (table,) = ods(werk).body.get_elements("//table:table")
    cells = table.get_elements("table:table-row/table:table-cell")
    assert [ods_text(cell) for cell in cells] == expected
    assert not table.get_elements("descendant::*[@table:formula]")


@pytest.mark.parametrize(("write", "library"), [(ods_bytes, "odfdo"), (xlsx_bytes, "xlsxwriter")])
def test_without_the_extra_a_sentence_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, write: Any, library: str
) -> None:
    for name in [*sys.modules]:
        if name.startswith((library, "konzept.render.ods_", "konzept.render.xlsx_")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ExtraMissingError, match=library) as caught:
        write(WERK)
    assert caught.value.hint == 'Nachinstallieren mit: pip install "konzept[office]"'
