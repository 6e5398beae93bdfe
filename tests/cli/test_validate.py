"""``konzept validate`` as a user calls it: exit codes, formats, and the places it may be called from."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.program import konzept, started, started_bytes

ROOT = Path(__file__).parent.parent.parent
SOUND = ROOT / "tests" / "errors" / "_grundplan"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "plan"))


def break_field(root: Path, text: str = "id: x\n") -> None:
    (root / "data/handlungsfelder/2020/2.yaml").write_text(text, encoding="utf-8")


def test_the_shipped_plan_is_sound_but_for_the_rhythm_whose_first_year_the_source_does_not_name() -> None:
    result = konzept("validate", cwd=ROOT)
    assert result.returncode == 0
    assert result.stderr == ""
    befund, _, summe = result.stdout.partition("\n\n")
    assert befund.startswith(
        "data/handlungsfelder/2020/5-gesundheit.yaml:42:13: Warnung: Aus »im 2-Jahres-Turnus«"
    )
    assert "[termin-ohne-anker]" in befund
    assert summe == (
        "Geprüft: 2 Fassungen, 9 Handlungsfelder, 49 Handlungsziele, 57 Maßnahmen.\n"
        "Ergebnis: 0 Fehler, 1 Warnung, 0 Hinweise.\n"
    )


def test_an_error_ends_with_1(root: Path) -> None:
    break_field(root)
    result = konzept("validate", cwd=root)
    assert result.returncode == 1
    assert "data/handlungsfelder/2020/2.yaml:1:1: Fehler: Hier (Handlungsfeld) fehlt" in result.stdout


def test_a_warning_ends_with_1_only_if_asked(root: Path) -> None:
    break_field(root, 'id: x\nnummer: "1"\ntitel: Kurs #1\n')
    assert konzept("validate", cwd=root).returncode == 0
    assert konzept("validate", "--streng", cwd=root).returncode == 1


def test_json(root: Path) -> None:
    break_field(root)
    result = konzept("validate", "--format", "json", cwd=root)
    content = json.loads(result.stdout)
    assert {befund["code"] for befund in content["befunde"]} == {"feld-fehlt"}
    assert content["zusammenfassung"]["fehler"] == 2


def test_no_plan_ends_with_3(tmp_path: Path) -> None:
    result = konzept("validate", cwd=tmp_path)
    assert result.returncode == 3
    assert "liegt ein Plan (gesucht: data/konzept.yaml)" in result.stderr
    assert result.stdout == ""


def test_nothing_readable_ends_with_3(root: Path) -> None:
    for file in root.rglob("*.yaml"):
        file.write_bytes(b"\xff")
    result = konzept("validate", cwd=root)
    assert result.returncode == 3
    assert "[zeichensatz]" in result.stderr


def test_one_unreadable_file_among_others_ends_with_1(root: Path) -> None:
    break_field(root, "a: [")
    assert konzept("validate", cwd=root).returncode == 1


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        ("data/handlungsfelder/2020/2.yaml", {"feld-fehlt"}),
        ("data/handlungsfelder", {"feld-fehlt"}),
        ("data/akteure.yaml", set()),
        (".", {"feld-fehlt"}),
    ],
)
def test_a_path_filters_what_is_shown(path: str, codes: set[str], root: Path) -> None:
    break_field(root)
    result = konzept("validate", path, "--format", "json", cwd=root)
    assert {befund["code"] for befund in json.loads(result.stdout)["befunde"]} == codes
    assert result.returncode == 1


def test_a_path_that_does_not_exist_is_a_wrong_call(root: Path) -> None:
    result = konzept("validate", "data/fehlt.yaml", cwd=root)
    assert result.returncode == 2
    assert "»data/fehlt.yaml«" in result.stderr


def test_from_a_folder_below_and_with_the_option(root: Path, tmp_path: Path) -> None:
    expected = konzept("validate", cwd=root).stdout
    assert konzept("validate", cwd=root / "data" / "fassungen").stdout == expected
    assert konzept("-C", str(root), "validate", cwd=tmp_path).stdout == expected


@pytest.mark.parametrize(
    "env",
    [
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"NO_COLOR": "1"},
        {"TERM": "dumb"},
        {"COLUMNS": "0"},
    ],
)
def test_no_environment_breaks_it(env: dict[str, str], root: Path) -> None:
    break_field(root, 'id: x\nnummer: "1"\ntitel: [漢字, Größe]\n')
    result = started_bytes("validate", cwd=root, **env)
    assert result.returncode == 1
    assert b"[text-erwartet]" in result.stdout
    assert b"Traceback" not in result.stderr


def test_the_answer_does_not_depend_on_the_hash_seed(root: Path) -> None:
    break_field(root)
    answers = {started("validate", cwd=root, PYTHONHASHSEED=seed).stdout for seed in ("0", "1", "2")}
    assert len(answers) == 1


def test_a_path_hides_findings_but_not_that_there_are_errors_elsewhere(root: Path) -> None:
    """PFAD filters what is shown; the whole plan is judged, so that nobody takes a broken plan for sound."""
    break_field(root)
    result = konzept("validate", "data/akteure.yaml", cwd=root)
    assert result.returncode == 1
    assert result.stdout.endswith(
        "Ergebnis: 0 Fehler, 0 Warnungen, 0 Hinweise; 2 Fehler in anderen Dateien.\n"
    )
    content = json.loads(konzept("validate", "data/akteure.yaml", "--format", "json", cwd=root).stdout)
    assert (content["zusammenfassung"]["fehler"], content["zusammenfassung"]["fehler_anderswo"]) == (0, 2)


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif"])
def test_formats_without_a_place_for_it_say_so_beside_their_output(form: str, root: Path) -> None:
    break_field(root)
    result = konzept("validate", "data/akteure.yaml", "--format", form, cwd=root)
    assert (result.returncode, result.stderr) == (1, "2 Fehler in anderen Dateien.\n")


def test_without_errors_elsewhere_nothing_is_said_of_them(root: Path) -> None:
    break_field(root)
    whole = konzept("validate", "--format", "json", cwd=root)
    assert json.loads(whole.stdout)["zusammenfassung"]["fehler_anderswo"] == 0
    assert "in anderen Dateien" not in konzept("validate", "data/handlungsfelder", cwd=root).stdout


def test_an_empty_path_is_a_wrong_call(root: Path) -> None:
    """It comes from a variable that is not set; the whole plan is not what was meant."""
    result = konzept("validate", "", cwd=root)
    assert (result.returncode, result.stdout) == (2, "")
    assert "Der Pfad ist leer." in result.stderr
