"""``konzept explain``: with a plan and without, for every code, and for what is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from konzept.checks.katalog import FAMILIEN, KATALOG
from konzept.cli import explain as command
from konzept.diagnostics import Severity
from konzept.render.erklaerung_text import erklaerung_text, erklaerungsliste_text
from tests.program import konzept

ROOT = Path(__file__).parent.parent.parent


def test_without_a_code_all_are_listed_without_a_plan_around(tmp_path: Path) -> None:
    result = konzept("explain", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert [line for line in lines if line in FAMILIEN] == list(FAMILIEN)
    assert "  termin-ohne-anker" in result.stdout
    assert [line for line in lines if len(line) > 80] == []


@pytest.mark.parametrize("written", ["termin-ohne-anker", "[termin-ohne-anker]", " Termin-ohne-Anker "])
def test_a_code_as_it_stands_in_a_message(written: str, tmp_path: Path) -> None:
    result = konzept("explain", written, cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("termin-ohne-anker: Warnung: Ein Turnus ohne Anfangsjahr.\n\n")
    assert "\n | termin: {text: im 2-Jahres-Turnus, turnus_ab: 2021}\n" in result.stdout


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("termin-ohne-ankr", "Hilfe: Meinten Sie »termin-ohne-anker«? Alle zeigt »konzept explain«."),
        ("xyz", "Hilfe: Alle zeigt »konzept explain«."),
        ("", "Hilfe: Alle zeigt »konzept explain«."),
    ],
)
def test_a_code_that_does_not_exist_is_a_wrong_call(written: str, hint: str, tmp_path: Path) -> None:
    result = konzept("explain", written, cwd=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.splitlines()[:2] == [f"Fehler: Das Kürzel »{written}« gibt es nicht.", hint]


def test_json_and_markdown() -> None:
    one = json.loads(konzept("explain", "akteur-unbekannt", "--format", "json").stdout)
    assert (one["code"], one["schwere"], one["familie"]) == ("akteur-unbekannt", "fehler", "Verweise")
    assert (one["abschaltbar"], one["ausnehmbar"]) == (False, False)
    whole = json.loads(konzept("explain", "--format", "json").stdout)
    assert [entry["code"] for entry in whole["befunde"]] == list(KATALOG)
    assert konzept("explain", "akteur-unbekannt", "--format", "md").stdout.startswith("# akteur-unbekannt\n")
    assert konzept("explain", "--format", "md").stdout.startswith("# Befunde\n\n## Dateien und Ordner\n")


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_into_a_file_it_is_the_same(form: str, tmp_path: Path) -> None:
    shown = konzept("explain", "akteur-unbekannt", "--format", form, cwd=tmp_path).stdout
    result = konzept("explain", "akteur-unbekannt", "--format", form, "-o", "befund", cwd=tmp_path)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert (tmp_path / "befund").read_text(encoding="utf-8") == shown


def test_no_file_among_those_of_the_plan() -> None:
    result = konzept("explain", "-o", "data/befunde.txt")
    assert result.returncode == 2
    assert "liegt im Ordner data/ des Plans" in result.stderr
    assert not (ROOT / "data" / "befunde.txt").exists()


def test_a_folder_that_is_not_there() -> None:
    result = konzept("explain", "-o", "gibt/es/nicht.txt")
    assert result.returncode == 1
    assert result.stderr.startswith("Fehler: ")


def test_completion_offers_the_codes() -> None:
    result = konzept(
        "explain",
        _KONZEPT_COMPLETE="complete_zsh",
        _KONZEPT_COMPLETE_LINE="konzept explain termin-ohne",
    )
    assert result.stdout.startswith("termin-ohne-anker:Ein Turnus ohne Anfangsjahr")


@pytest.mark.parametrize("code", sorted(KATALOG))
def test_every_code_is_explained_within_80_columns(code: str) -> None:
    [blatt] = [blatt for blatt in command._blaetter() if blatt.code == code]
    lines = erklaerung_text(blatt).splitlines()
    assert lines[0].startswith(f"{code}: {KATALOG[code].schwere.value.capitalize()}")
    assert [line for line in lines if len(line) > 80 and not line.startswith(" |")] == []
    assert any(line.startswith("Hilfe: ") for line in lines) == bool(blatt.abhilfe)
    assert ("regeln:" in "\n".join(lines)) == (KATALOG[code].schwere is not Severity.FEHLER)


def test_the_list_fits_80_columns_and_40() -> None:
    for width in (80, 40):
        lines = erklaerungsliste_text(command._blaetter(), width).splitlines()
        assert [line for line in lines if len(line) > width] == []
