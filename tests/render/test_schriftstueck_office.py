"""What LibreOffice and pandoc make of our files: the same headings, tables, words and pages that we wrote."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from typing import TYPE_CHECKING, Any

import docx
import odfdo
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from konzept.render.docx import docx_bytes
from konzept.render.odt import odt_bytes
from konzept.render.schriftstueck import (
    LEGENDE,
    Ausrichtung,
    Inhaltsverzeichnis,
    Lauf,
    Laufart,
    Liste,
    Metadaten,
    Schriftstueck,
    Seitenumbruch,
    Spalte,
    Tabelle,
    Ton,
    Ueberschrift,
    Zelle,
    absatz,
    worte,
    zelle,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.office

TABELLE = Tabelle(
    (Spalte(5), Spalte(5), Spalte(3)),
    (
        (zelle("1.1 Ziel", spanne=3, ton=Ton.FLAECHE),),
        (
            Zelle((absatz("alt ", Lauf("fort", art=Laufart.ENTFALLEN)),), kopf=True, hoehe=2),
            Zelle((absatz("neu ", Lauf("dazu", art=Laufart.NEU, fett=True)),), ton=Ton.NEU),
            zelle("weil"),
        ),
        (zelle("unverändert"),),
    ),
    ((zelle("bisher", kopf=True), zelle("neu", kopf=True), zelle("Begründung", kopf=True)),),
    "Tabelle 1: Vergleich",
)
STUECK = Schriftstueck(
    "Synopse",
    (
        Inhaltsverzeichnis(),
        Seitenumbruch(),
        Ueberschrift(1, worte("Erstes Kapitel"), "erstes"),
        LEGENDE,
        absatz("zwei  Leerzeichen,\tTabulator, <b>&amp;</b> und »Größe« 👩‍👩‍👧"),
        absatz(
            Lauf("Verweis", verweis="https://kreis.example/a?b=1&c"), " ", Lauf("dahin", verweis="#zweites")
        ),
        Ueberschrift(2, worte("Zweites Kapitel"), "zweites"),
        Liste(((absatz("eins"), Liste(((absatz("innen"),),))), (absatz("zwei"),)), nummeriert=True),
        TABELLE,
    ),
    metadaten=Metadaten("Musterkreis"),
    ausrichtung=Ausrichtung.QUER,
    kopfzeile="Laufender Titel",
    fusszeile="Am Fuß",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write both files, and let LibreOffice turn each into the other format and into a PDF."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "aus.odt").write_bytes(odt_bytes(STUECK))
    (folder / "aus.docx").write_bytes(docx_bytes(STUECK))
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    for source, kinds in (("aus.odt", ("docx", "pdf")), ("aus.docx", ("odt", "pdf"))):
        for kind in kinds:
            target = folder / f"von-{source.partition('.')[2]}"
            command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(target)]
            subprocess.run([*command, str(folder / source)], capture_output=True, check=True, timeout=240)
    return folder


def test_libreoffice_lays_both_out(folder: Path) -> None:
    for name in ("von-odt", "von-docx"):
        assert (folder / name / "aus.pdf").read_bytes().startswith(b"%PDF-")


def test_libreoffice_reads_our_opendocument(folder: Path) -> None:
    found = docx.Document(str(folder / "von-odt" / "aus.docx"))
    headings = [
        (part.style.name, part.text)
        for part in found.paragraphs
        if part.style and (part.style.name or "").startswith(("Heading", "Title"))
    ]
    assert headings == [
        ("Title", "Synopse"),
        ("Heading 1", "Erstes Kapitel"),
        ("Heading 2", "Zweites Kapitel"),
    ]
    assert "zwei  Leerzeichen,\tTabulator, <b>&amp;</b> und »Größe« 👩‍👩‍👧" in [
        part.text for part in found.paragraphs
    ]
    (table,) = found.tables
    rows = table._tbl.xpath("w:tr")
    assert [bool(row.xpath("w:trPr/w:tblHeader[not(@w:val='false')]")) for row in rows] == [
        True,
        False,
        False,
        False,
    ]
    assert all(row.xpath("w:trPr/w:cantSplit[not(@w:val='false')]") for row in rows)
    assert [cell.text for cell in table.rows[3].cells] == ["alt fort", "unverändert", ""]
    section = found.sections[0]
    assert section.orientation is WD_ORIENT.LANDSCAPE
    assert section.page_width
    assert round(section.page_width.mm) == 297
    assert [part.text for part in section.header.paragraphs] == ["Laufender Titel"]
    fields = [str(code.text).strip() for code in section.footer.part.element.iter(qn("w:instrText"))]
    assert fields[:2] == ["PAGE", "NUMPAGES"]
    assert "de-DE" in found.styles.element.xpath("//w:lang/@w:val")
    with zipfile.ZipFile(
        folder / "von-odt" / "aus.docx"
    ) as archive:  # python-docx does not find LibreOffice's part
        properties = archive.read("docProps/core.xml").decode()
    assert "<dc:title>Synopse</dc:title>" in properties
    assert "<dc:language>de-DE</dc:language>" in properties


def test_libreoffice_finds_the_pages_of_the_contents(folder: Path) -> None:
    """The numbers are none that we wrote: both chapters begin on the second page."""
    found = docx.Document(str(folder / "von-odt" / "aus.docx"))
    (contents,) = found.element.xpath("//w:sdtContent")
    lines = ["".join(str(part.text) for part in line.iter(qn("w:t"))) for line in contents.iter(qn("w:p"))]
    assert lines == ["Inhalt", "Erstes Kapitel2", "Zweites Kapitel2"]


def test_libreoffice_reads_our_word_file(folder: Path) -> None:
    found = odfdo.Document(folder / "von-docx" / "aus.odt")
    headings = [
        (
            part.get_attribute_string("text:outline-level"),
            "".join(str(word) for word in part.xpath("descendant::text()")),
        )
        for part in found.body.get_elements("//text:h")
    ]
    assert headings == [("1", "Erstes Kapitel"), ("2", "Zweites Kapitel")]
    (table,) = found.body.get_elements("//table:table")
    head = table.get_elements("table:table-header-rows//table:table-cell")
    assert [cell.inner_text.strip() for cell in head] == ["bisher", "neu", "Begründung"]
    spans = table.get_elements(
        "descendant::*[@table:number-columns-spanned='3' or @table:number-rows-spanned='2']"
    )
    assert [cell.inner_text.strip() for cell in spans] == ["1.1 Ziel", "alt fort"]
    assert found.get_language() == "de-DE"
    assert found.meta.title == "Synopse"
    pages = found.styles.get_elements("//style:page-layout-properties[@style:print-orientation='landscape']")
    assert pages


def pandoc(data: bytes, form: str) -> dict[str, Any]:
    """Return the document that pandoc reads from our bytes, as its syntax tree."""
    command = ["pandoc", "-f", form, "-t", "json"]
    done = subprocess.run(command, input=data, capture_output=True, check=True, timeout=120)
    tree = json.loads(done.stdout)
    assert isinstance(tree, dict)
    return tree


def nodes(tree: object) -> Iterator[dict[str, Any]]:
    """Yield every element of pandoc's tree, parents first."""
    if isinstance(tree, dict):
        if "t" in tree:
            yield tree
        tree = list(tree.values())
    if isinstance(tree, list):
        for part in tree:
            yield from nodes(part)


def words(tree: object) -> str:
    """Return the words of a part of pandoc's tree."""
    kinds = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}
    return "".join(
        str(node["c"]) if node["t"] == "Str" else kinds.get(str(node["t"]), "") for node in nodes(tree)
    )


WRITERS = {"odt": odt_bytes, "docx": docx_bytes}


@pytest.mark.parametrize("form", WRITERS)
def test_pandoc_finds_headings_links_lists_and_changes(form: str) -> None:
    tree = pandoc(WRITERS[form](STUECK), form)
    found = list(nodes(tree["blocks"]))
    headings = [(node["c"][0], words(node["c"][2]).strip()) for node in found if node["t"] == "Header"]
    assert headings == [(1, "Erstes Kapitel"), (2, "Zweites Kapitel")]
    addresses = {node["c"][2][0] for node in found if node["t"] == "Link"}
    assert "https://kreis.example/a?b=1&c" in addresses
    (numbers,) = [node for node in found if node["t"] == "OrderedList"]
    assert [words(entry) for entry in numbers["c"][1]] == ["einsinnen", "zwei"]
    assert [
        words(entry) for node in nodes(numbers["c"][1]) if node["t"] == "BulletList" for entry in node["c"]
    ] == ["innen"]
    struck = {words(node["c"]) for node in found if node["t"] == "Strikeout"}
    assert struck == {"Durchgestrichen", "fort"}
    assert "<b>&amp;</b> und »Größe« 👩‍👩‍👧" in words(tree["blocks"])


def test_pandoc_knows_the_header_row_of_the_word_file() -> None:
    (table,) = [node for node in nodes(pandoc(docx_bytes(STUECK), "docx")["blocks"]) if node["t"] == "Table"]
    _, _, _, head, bodies, _ = table["c"]
    assert words(head) == "bisherneuBegründung"
    assert words(bodies).startswith("1.1 Ziel")


def test_files_are_read_without_a_warning_by_their_own_libraries(folder: Path) -> None:
    """Warnings are errors here: a name twice in a package, an unknown relation."""
    assert docx.Document(io.BytesIO((folder / "aus.docx").read_bytes())).paragraphs
    assert odfdo.Document(io.BytesIO((folder / "aus.odt").read_bytes())).body.children
