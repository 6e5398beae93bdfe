"""Every file for an office, opened by LibreOffice and pandoc: all words on pages of A4, all cells of the sheets."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import lxml.html  # type: ignore[import-untyped]  # lxml ships no types
import pytest

from konzept.cli.render_auftrag import Format
from konzept.render.schriftstueck import Liste

from .stuecke import Stueck, bare, block_rows, documents, missing, rows, tables, text, written
from .test_buero import cells_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from konzept.cli.render_dokumente import Dokument
    from konzept.render.schriftstueck import Schriftstueck

    from .stuecke import Werk, Zeile

pytestmark = pytest.mark.office

PLAN = "musterkreis"
PAPERS = [(d, s, f) for f in (Format.ODT, Format.DOCX) for p, d, s in documents(f) if p == PLAN]
SHEETS = [(d, s, f) for f in (Format.ODS, Format.XLSX) for p, d, s in documents(f) if p == PLAN]
CSV_OF_FIRST_SHEET = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1031,false,false,false"
"""Semicolons, quotes, UTF-8, German, values as they are stored."""


def name(dokument: Dokument, sprache: str, form: Format) -> str:
    return f"{dokument}{sprache}-{form}"


@pytest.fixture(scope="module")
def werke(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Werk]]:
    """Write everything and let LibreOffice make pages of the papers and text of the sheets, each kind in one go."""
    folder = tmp_path_factory.mktemp("alle")
    made = {name(d, s, f): written(PLAN, d, s, f) for d, s, f in (*PAPERS, *SHEETS)}
    files = {one: folder / f"{one}.{one.rpartition('-')[2]}" for one in made}
    for one, werk in made.items():
        files[one].write_bytes(werk.datei)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    for kind, wanted in (("pdf", PAPERS), (CSV_OF_FIRST_SHEET, SHEETS)):
        chosen = [str(files[name(d, s, f)]) for d, s, f in wanted]
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder / "aus")]
        subprocess.run([*command, *chosen], capture_output=True, check=True, timeout=600)
    return folder, made


def letters(words: str) -> str:
    return re.sub(r"[^\w\s]", "", words)


@pytest.mark.parametrize(("dokument", "sprache", "form"), PAPERS)
def test_libreoffice_prints_every_word(
    werke: tuple[Path, dict[str, Werk]], dokument: Dokument, sprache: str, form: Format
) -> None:
    folder, made = werke
    one = name(dokument, sprache, form)
    pdf = folder / "aus" / f"{one}.pdf"
    stueck = made[one].gemeint
    printed = subprocess.run(
        ["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True, timeout=60
    )
    pages = [bare(page) for page in printed.stdout.decode().split("\f") if page.strip()]
    foot, head = bare(stueck.fusszeile), bare(stueck.kopfzeile)
    inside = []
    for number, page in enumerate(pages, 1):
        assert f"{foot}Seite{number}von{len(pages)}" in page, f"page {number}"
        inside.append(page.replace(f"{foot}Seite{number}von{len(pages)}", "", 1).removeprefix(head))
    # side by side LibreOffice prints in an order of its own, and signs of another font apart from their words
    anywhere = [
        ((Stueck(letters(one.worte), lose=True),),) for row in rows(stueck) for cell in row for one in cell
    ]
    assert missing(anywhere, letters("".join(inside))) == []
    info = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, check=True, timeout=60).stdout.decode()
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", info)
    assert size
    lying = stueck.ausrichtung.value == "quer"
    assert tuple(round(float(points) / 72 * 25.4) for points in size.groups()) == (
        (297, 210) if lying else (210, 297)
    )


@pytest.mark.parametrize(("dokument", "sprache", "form"), PAPERS)
def test_pandoc_reads_every_word(
    werke: tuple[Path, dict[str, Werk]], dokument: Dokument, sprache: str, form: Format
) -> None:
    folder, made = werke
    one = name(dokument, sprache, form)
    command = ["pandoc", "-f", form, "-t", "html", str(folder / f"{one}.{form}")]
    read = subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode()
    found = bare(lxml.html.fromstring(f"<div>{read}</div>").text_content())
    stueck = made[one].gemeint
    words = words_of(rows(stueck)) - (passed_over(stueck) if form is Format.ODT else set())
    assert {word for word in words if bare(word) not in found} == set()


def words_of(meant: Iterable[Zeile]) -> set[str]:
    return {word for row in meant for cell in row for one in cell for word in one.worte.split()}


def passed_over(stueck: Schriftstueck) -> set[str]:
    """Return the words that pandoc does not read in OpenDocument: header rows of tables, and lists in their cells."""
    found: set[str] = set()
    for board in tables(stueck.bloecke):
        for row in board.kopfzeilen:
            found |= words_of(block_rows(block for cell in row for block in cell.bloecke))
        for row in board.zeilen:
            inside = (block for cell in row for block in cell.bloecke if isinstance(block, Liste))
            found |= words_of(block_rows(inside))
    return found


@pytest.mark.parametrize(("dokument", "sprache", "form"), SHEETS)
def test_libreoffice_reads_every_cell(
    werke: tuple[Path, dict[str, Werk]], dokument: Dokument, sprache: str, form: Format
) -> None:
    folder, _ = werke
    read = (folder / "aus" / f"{name(dokument, sprache, form)}.csv").read_text(encoding="utf-8")
    meant = cells_of(text(PLAN, dokument, sprache, Format.CSV))
    assert [[day(cell) for cell in row] for row in cells_of(read)] == [
        [day(cell) for cell in row] for row in meant
    ]


def day(cell: str) -> str:
    """Return a day as it is written in German, from the two other ways to write it."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", cell)
    other = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", cell)
    if found:
        return f"{found[3]}.{found[2]}.{found[1]}"
    return f"{other[2]}.{other[1]}.{other[3]}" if other else cell
