"""Every file for an office read back by odfdo, python-docx and openpyxl: the same words, headings, cells."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import docx
import odfdo
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from konzept.cli.render_auftrag import Format

from .stuecke import bare, documents, headings, missing, rows, text, written

if TYPE_CHECKING:
    from konzept.cli.render_dokumente import Dokument


@pytest.mark.parametrize(("plan", "dokument", "sprache"), documents(Format.ODT))
def test_each_opendocument_text(plan: str, dokument: Dokument, sprache: str) -> None:
    werk = written(plan, dokument, sprache, Format.ODT)
    read = odfdo.Document(io.BytesIO(werk.datei))
    assert missing(rows(werk.gemeint), bare("".join(map(str, read.body.xpath("descendant::text()"))))) == []
    found = [
        (int(one.get_attribute_string("text:outline-level") or 0), bare(one.inner_text))
        for one in read.body.get_elements("descendant::text:h")
    ]
    assert found == headings(werk.gemeint)
    assert read.meta.title == werk.gemeint.titel
    assert str(read.get_language()).split("-")[0] == werk.gemeint.sprache


@pytest.mark.parametrize(("plan", "dokument", "sprache"), documents(Format.DOCX))
def test_each_word_file(plan: str, dokument: Dokument, sprache: str) -> None:
    werk = written(plan, dokument, sprache, Format.DOCX)
    read = docx.Document(io.BytesIO(werk.datei))
    notes = [part.blob for part in read.part.package.iter_parts() if part.partname == "/word/footnotes.xml"]
    trees = [read.element.body, *(parse_xml(note) for note in notes)]
    words = "".join(str(one.text or "") for tree in trees for one in tree.iter(qn("w:t")))
    assert missing(rows(werk.gemeint), bare(words)) == []
    names = {style.style_id: style.name for style in read.styles}
    found = []
    for paragraph in read.element.body.iter(qn("w:p")):
        name = names.get(paragraph.style or "") or ""
        if name.startswith("Heading "):
            inside = "".join(str(one.text or "") for one in paragraph.iter(qn("w:t")))
            found.append((int(name[-1]), bare(inside)))
    assert found == headings(werk.gemeint)
    assert read.core_properties.title == werk.gemeint.titel


def cells_of(made: str) -> list[list[str]]:
    """Return the cells of a CSV file without the apostrophe that keeps a text from being computed."""
    rows = csv.reader(io.StringIO(made.removeprefix("\ufeff"), newline=""), delimiter=";")
    return [[cell.removeprefix("'") for cell in row] for row in rows]


def as_in_csv(value: Any) -> str:
    """Write the value of a cell as the CSV file has it."""
    if isinstance(value, date):
        return (value.date() if isinstance(value, datetime) else value).isoformat()
    if value is None:
        return ""
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return f"{value:f}".rstrip("0").rstrip(".").replace(".", ",") if number else str(value)


@pytest.mark.parametrize(("plan", "dokument", "sprache"), documents(Format.CSV, Format.ODS, Format.XLSX))
def test_each_sheet_holds_what_the_csv_file_holds(plan: str, dokument: Dokument, sprache: str) -> None:
    meant = cells_of(text(plan, dokument, sprache, Format.CSV))
    assert len(meant) > 1
    book = openpyxl.load_workbook(io.BytesIO(written(plan, dokument, sprache, Format.XLSX).datei))
    in_excel = [[as_in_csv(cell.value) for cell in row] for row in book.worksheets[0].iter_rows()]
    assert in_excel == meant
    calc = odfdo.Document(io.BytesIO(written(plan, dokument, sprache, Format.ODS).datei))
    sheet = calc.body.get_elements("descendant::table:table")[0]
    in_calc = [
        [ods_value(cell) for cell in row.get_elements("table:table-cell")]
        for row in sheet.get_elements("descendant::table:table-row")
    ]
    assert in_calc == meant


def ods_value(cell: odfdo.Element) -> str:
    """Return the value of a cell as the CSV file has it."""
    kind = cell.get_attribute_string("office:value-type")
    if kind == "float":
        return as_in_csv(float(cell.get_attribute_string("office:value") or 0))
    if kind == "date":
        return str(cell.get_attribute_string("office:date-value"))
    return "\n".join(part.inner_text for part in cell.get_elements("text:p"))
