"""What LibreOffice makes of our reports: A4 pages, heads that come again, no row that heads others left alone."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from pathlib import Path

import docx
import odfdo
import pytest

from konzept.load import load_plan
from konzept.render.docx import docx_bytes
from konzept.render.evaluation_schriftstueck import evaluation_schriftstueck
from konzept.render.odt import odt_bytes
from konzept.render.schriftstueck import Schriftstueck, Spalte, Tabelle, Zelle, absatz, zelle
from konzept.render.synopse_schriftstueck import synopse_schriftstueck
from konzept.render.verbleib_schriftstueck import verbleib_schriftstueck
from konzept.reports.evaluation import evaluation
from konzept.reports.synopse import synopse
from konzept.reports.verbleib import verbleib

pytestmark = pytest.mark.office

ROOT = Path(__file__).parents[2]
PLAN = load_plan(ROOT / "beispiele" / "musterkreis").plan
ALT, NEU = PLAN.fassung_nach_id["2022"], PLAN.fassung_nach_id["2025"]
STUECKE = {
    "verbleib": verbleib_schriftstueck(verbleib(PLAN, NEU)),
    "evaluation": evaluation_schriftstueck(evaluation(PLAN, ALT, date(2024, 12, 10))),
    "synopse": synopse_schriftstueck(synopse(PLAN, ALT, NEU)),
}
SEITEN = {"verbleib": (210, 297), "evaluation": (210, 297), "synopse": (297, 210)}
"""Breadth and height in millimetres."""
KOEPFE = {"verbleib": "Stelle Fassung 2022 Verbleib", "synopse": "Stelle Bisher 2022 Neu 2025 Begründung"}


@pytest.fixture(scope="module")
def ordner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write every report in both formats, and let LibreOffice print them and turn them into the other format."""
    ordner = tmp_path_factory.mktemp("papiere")
    stuecke = {**STUECKE, "beisammen": ziele(beisammen=True), "lose": ziele(beisammen=False)}
    for name, stueck in stuecke.items():
        (ordner / f"{name}.odt").write_bytes(odt_bytes(stueck))
        (ordner / f"{name}.docx").write_bytes(docx_bytes(stueck))
    profil = f"-env:UserInstallation={(ordner / 'profil').as_uri()}"
    for aus, in_ in (("odt", "pdf"), ("docx", "pdf"), ("odt", "docx"), ("docx", "odt")):
        dateien = [str(ordner / f"{name}.{aus}") for name in stuecke]
        befehl = [
            "soffice",
            profil,
            "--headless",
            "--convert-to",
            in_,
            "--outdir",
            str(ordner / f"{aus}-{in_}"),
        ]
        subprocess.run([*befehl, *dateien], capture_output=True, check=True, timeout=400)
    return ordner


def seiten(pdf: Path) -> list[str]:
    """Return the words of each page, with single blanks."""
    befehl = ["pdftotext", "-layout", str(pdf), "-"]
    text = subprocess.run(befehl, capture_output=True, check=True, timeout=60).stdout.decode()
    return [" ".join(seite.split()) for seite in text.split("\f") if seite.strip()]


@pytest.mark.parametrize("aus", ["odt", "docx"])
@pytest.mark.parametrize("name", STUECKE)
def test_pages_are_a4_and_numbered(ordner: Path, name: str, aus: str) -> None:
    pdf = ordner / f"{aus}-pdf" / f"{name}.pdf"
    info = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, check=True, timeout=60).stdout.decode()
    groesse = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", info)
    assert groesse
    assert tuple(round(float(punkte) * 25.4 / 72) for punkte in groesse.groups()) == SEITEN[name]
    gedruckt = seiten(pdf)
    for nummer, seite in enumerate(gedruckt, 1):
        assert f"Seite {nummer} von {len(gedruckt)}" in seite


@pytest.mark.parametrize("aus", ["odt", "docx"])
@pytest.mark.parametrize("name", KOEPFE)
def test_a_table_over_several_pages_has_its_head_on_each(ordner: Path, name: str, aus: str) -> None:
    ganze = seiten(ordner / f"{aus}-pdf" / f"{name}.pdf")
    # every page but the first, which may hold none, shows the head of a table
    assert all(KOEPFE[name] in seite for seite in ganze[2:-1])


def ziele(*, beisammen: bool) -> Schriftstueck:
    """Make a table of goals, each with a Maßnahme of one to five lines below it."""
    zeilen = []
    for nummer in range(90):
        zeilen.append((Zelle((absatz(f"Ziel {nummer}"),), beisammen=beisammen), zelle("läuft weiter")))
        zeilen.append((zelle(f"Maßnahme {nummer}"), zelle("\n".join(["Wortlaut"] * (nummer % 5 + 1)))))
    return Schriftstueck(
        "Ziele", (Tabelle((Spalte(), Spalte()), tuple(zeilen), ((zelle("Stelle"), zelle("Text")),)),)
    )


@pytest.mark.parametrize("aus", ["odt", "docx"])
def test_a_row_that_heads_others_is_not_left_alone_at_the_foot_of_a_page(ordner: Path, aus: str) -> None:
    am_fuss = re.compile(r"läuft weiter Seite")
    assert not [seite for seite in seiten(ordner / f"{aus}-pdf" / "beisammen.pdf") if am_fuss.search(seite)]
    # without being told, LibreOffice does leave one
    assert [seite for seite in seiten(ordner / f"{aus}-pdf" / "lose.pdf") if am_fuss.search(seite)]


@pytest.mark.parametrize("name", STUECKE)
def test_libreoffice_finds_every_table_with_its_head(ordner: Path, name: str) -> None:
    tabellen = [block for block in STUECKE[name].bloecke if isinstance(block, Tabelle)]
    gewandelt = odfdo.Document(ordner / "docx-odt" / f"{name}.odt").body.get_elements("//table:table")
    assert [
        len(tabelle.get_elements("table:table-header-rows/table:table-row")) for tabelle in gewandelt
    ] == [len(tabelle.kopfzeilen) for tabelle in tabellen]
    word = docx.Document(str(ordner / "odt-docx" / f"{name}.docx"))
    assert [len(tabelle.rows) for tabelle in word.tables] == [
        len(tabelle.kopfzeilen) + len(tabelle.zeilen) for tabelle in tabellen
    ]
    koepfe = [
        len(tabelle._tbl.xpath("w:tr[w:trPr/w:tblHeader[not(@w:val='false')]]")) for tabelle in word.tables
    ]
    assert koepfe == [1] * len(tabellen)
