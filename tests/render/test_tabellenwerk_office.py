"""What LibreOffice makes of our sheets: both formats show the same words, days the German way, heads on every page."""

from __future__ import annotations

import subprocess
from datetime import date, datetime
from pathlib import Path

import odfdo
import openpyxl
import pytest

from konzept.load import load_plan
from konzept.render.konzept_tabellenwerk import konzept_tabellenwerk
from konzept.render.ods import ods_bytes
from konzept.render.xlsx import xlsx_bytes
from konzept.render.zustaendigkeiten_tabellenwerk import zustaendigkeiten_tabellenwerk
from konzept.reports.konzept import konzeptbericht
from konzept.reports.zustaendigkeiten import zustaendigkeiten

pytestmark = pytest.mark.office

ROOT = Path(__file__).parents[2]
PLAN = load_plan(ROOT / "beispiele" / "musterkreis").plan
FASSUNG = PLAN.fassung_nach_id["2022"]
WERKE = {
    "konzept": konzept_tabellenwerk(konzeptbericht(PLAN, FASSUNG)),
    "zustaendigkeiten": zustaendigkeiten_tabellenwerk(zustaendigkeiten(PLAN, FASSUNG, date(2024, 6, 10))),
}


@pytest.fixture(scope="module")
def ordner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write every workbook in both formats; let LibreOffice print them and turn them into the other format."""
    ordner = tmp_path_factory.mktemp("blaetter")
    for name, werk in WERKE.items():
        (ordner / f"{name}.ods").write_bytes(ods_bytes(werk))
        (ordner / f"{name}.xlsx").write_bytes(xlsx_bytes(werk))
    profil = f"-env:UserInstallation={(ordner / 'profil').as_uri()}"
    for aus, in_ in (("ods", "pdf"), ("xlsx", "pdf"), ("ods", "xlsx"), ("xlsx", "ods")):
        dateien = [str(ordner / f"{name}.{aus}") for name in WERKE]
        ziel = str(ordner / f"{aus}-{in_}")
        befehl = ["soffice", profil, "--headless", "--convert-to", in_, "--outdir", ziel, *dateien]
        subprocess.run(befehl, capture_output=True, check=True, timeout=400)
    return ordner


def seiten(pdf: Path) -> list[str]:
    """Return the words of each page, with single blanks."""
    befehl = ["pdftotext", "-layout", str(pdf), "-"]
    text = subprocess.run(befehl, capture_output=True, check=True, timeout=60).stdout.decode()
    return [" ".join(seite.split()) for seite in text.split("\f") if seite.strip()]


@pytest.mark.parametrize("aus", ["ods", "xlsx"])
def test_printed_pages_have_the_head_of_their_sheet_and_a_number(ordner: Path, aus: str) -> None:
    gedruckt = seiten(ordner / f"{aus}-pdf" / "zustaendigkeiten.pdf")
    for nummer, seite in enumerate(gedruckt, 1):
        assert f"Seite {nummer} von {len(gedruckt)}" in seite
        assert "Wer für was zuständig ist" in seite
        assert "Stichtag 10.06.2024" in seite
        assert "Stelle" in seite
    assert any("31.12.2023 überfällig" in seite for seite in gedruckt)


@pytest.mark.parametrize("name", WERKE)
def test_libreoffice_reads_every_value_of_our_ods(ordner: Path, name: str) -> None:
    book = openpyxl.load_workbook(ordner / "ods-xlsx" / f"{name}.xlsx")
    for blatt in WERKE[name].blaetter:
        sheet = book[blatt.name]
        for row, zeile in enumerate(blatt.zeilen, 2):
            for column, wert in enumerate(zeile, 1):
                read = sheet.cell(row, column).value
                if isinstance(wert, date):
                    assert isinstance(read, datetime)
                    assert read.date() == wert
                elif isinstance(wert, str):
                    assert " ".join(str(read or "").split()) == " ".join(wert.split())
                else:
                    assert read == (None if wert is None else float(wert))
        # without a window LibreOffice writes no frozen rows, not even those of its own files
        assert sheet.auto_filter.ref is not None
        assert sheet.print_title_rows == "$1:$1"


@pytest.mark.parametrize("name", WERKE)
def test_libreoffice_reads_our_xlsx_with_its_filter_head_and_days(ordner: Path, name: str) -> None:
    document = odfdo.Document(ordner / "xlsx-ods" / f"{name}.ods")
    tables = document.body.get_elements("//table:table")
    assert [table.get_attribute_string("table:name") for table in tables] == [
        blatt.name for blatt in WERKE[name].blaetter
    ]
    assert all(table.get_elements("table:table-header-rows") for table in tables)
    ranges = document.body.get_elements("//table:database-range[@table:display-filter-buttons='true']")
    assert len(ranges) == len(tables)
    days = sum(isinstance(wert, date) for blatt in WERKE[name].blaetter for z in blatt.zeilen for wert in z)
    assert len(document.body.get_elements("//table:table-cell[@office:value-type='date']")) == days
    assert not document.body.get_elements("//table:table-cell[@table:formula]")
