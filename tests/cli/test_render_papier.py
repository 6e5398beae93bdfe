"""``konzept render`` on paper and with an open balance: what is said on stderr, what is written all the same."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import odfdo
import pytest

from tests.program import konzept_bytes

if TYPE_CHECKING:
    from subprocess import CompletedProcess

ROOT = Path(__file__).parents[2]
MUSTERKREIS = ROOT / "beispiele" / "musterkreis"
OFFEN = (
    "Fehler: Die Bilanz von 2022 nach 2025 ist offen: Es ist nicht angegeben, was aus »sprachlern-app« und »jobmesse« "
    "wurde.\n"
    "Hilfe: Ergänzen Sie je einen Eintrag unter »verbleib«; »konzept validate« nennt die Stelle. Ausgegeben ist das "
    "Dokument trotzdem.\n"
)


def render(*args: str, ort: Path = MUSTERKREIS) -> CompletedProcess[bytes]:
    return konzept_bytes("-C", str(ort), "render", *args)


@pytest.fixture(scope="module")
def offener_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the Musterkreis without what it says of two of the Maßnahmen that went."""
    plan = Path(shutil.copytree(MUSTERKREIS, tmp_path_factory.mktemp("offen") / "plan"))
    datei = plan / "data" / "fassungen" / "2025.yaml"
    kopf, *eintraege = datei.read_text(encoding="utf-8").split("      - id: ")
    bleibende = [eine for eine in eintraege if not eine.startswith(("jobmesse\n", "sprachlern-app\n"))]
    assert len(eintraege) - len(bleibende) == 2
    datei.write_text("      - id: ".join([kopf, *bleibende]), encoding="utf-8")
    return plan


@pytest.mark.parametrize("dokument", ["verbleib", "synopse"])
@pytest.mark.parametrize("form", ["html", "md", "json"])
def test_an_open_balance_is_named_and_the_document_written(
    offener_plan: Path, dokument: str, form: str
) -> None:
    result = render(dokument, "--format", form, ort=offener_plan)
    assert (result.returncode, result.stderr.decode()) == (1, OFFEN)
    assert "Jobmesse" in result.stdout.decode()


def test_an_open_balance_on_paper(offener_plan: Path, tmp_path: Path) -> None:
    ziel = tmp_path / "verbleib.odt"
    result = render("verbleib", "--format", "odt", "-o", str(ziel), ort=offener_plan)
    assert (result.returncode, result.stderr.decode()) == (1, OFFEN)
    assert "Die Bilanz ist offen: Bei 2 Maßnahmen" in odfdo.Document(ziel).get_formatted_text()


@pytest.mark.parametrize("dokument", ["verbleib", "synopse"])
def test_a_closed_balance_is_silent(dokument: str) -> None:
    result = render(dokument, "--format", "json")
    assert (result.returncode, result.stderr) == (0, b"")
    assert json.loads(result.stdout)


def test_a_synopse_against_a_later_fassung_owes_no_account() -> None:
    result = render("synopse", "--fassung", "2022", "--gegen", "2025", "--format", "md")
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.parametrize("dokument", ["verbleib", "evaluation", "synopse"])
def test_paper_is_the_same_twice_and_opens(dokument: str, tmp_path: Path) -> None:
    for form in ("odt", "docx"):
        ziele = [tmp_path / f"{number}.{form}" for number in range(2)]
        for ziel in ziele:
            result = render(dokument, "--format", form, "-o", str(ziel))
            assert (result.returncode, result.stderr) == (0, b"")
        assert ziele[0].read_bytes() == ziele[1].read_bytes()
    assert odfdo.Document(tmp_path / "0.odt").body.get_elements("//table:table")
    assert docx.Document(str(tmp_path / "0.docx")).tables


def test_paper_in_a_pipe_is_a_wrong_call() -> None:
    result = render("evaluation", "--format", "odt")
    assert (result.returncode, result.stdout) == (2, b"")
    assert "Eine Datei im Format odt ist kein Text." in result.stderr.decode()


def vorlage(ordner: Path, form: str, *zeilen: str) -> Path:
    """Write a county's paper with these paragraphs."""
    datei = ordner / f"brief.{form}"
    if form == "odt":
        brief = odfdo.Document("text")
        brief.body.clear()
        for zeile in zeilen:
            brief.body.append(odfdo.Paragraph(zeile))
        brief.save(datei)
    else:
        word = docx.Document()
        for zeile in zeilen:
            word.add_paragraph(zeile)
        word.save(str(datei))
    return datei


@pytest.mark.parametrize("form", ["odt", "docx"])
def test_a_template_without_the_mark_is_filled_at_its_end_and_said_so(form: str, tmp_path: Path) -> None:
    brief, ziel = vorlage(tmp_path, form, "Anschrift"), tmp_path / f"aus.{form}"
    result = render("verbleib", "--format", form, "--vorlage", str(brief), "-o", str(ziel))
    assert result.returncode == 0
    assert result.stderr.decode() == (
        f"Hinweis: In der Vorlage »{brief}« steht kein Absatz »{{{{inhalt}}}}«; der Text steht deshalb an ihrem Ende.\n"
        "Hilfe: Schreiben Sie »{{inhalt}}« als eigenen Absatz an die Stelle, an der er beginnen soll.\n"
    )
    assert ziel.stat().st_size > brief.stat().st_size


@pytest.mark.parametrize("form", ["odt", "docx"])
def test_a_template_with_the_mark_is_filled_in_silence(form: str, tmp_path: Path) -> None:
    brief, ziel = vorlage(tmp_path, form, "Anschrift", "{{inhalt}}", "Gruß"), tmp_path / f"aus.{form}"
    result = render("verbleib", "--format", form, "--vorlage", str(brief), "-o", str(ziel))
    assert (result.returncode, result.stderr) == (0, b"")
