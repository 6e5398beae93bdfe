"""``konzept due``: two plans word for word, selections, exit codes, wrong calls."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.program import konzept

ROOT = Path(__file__).parent.parent.parent
GOLDEN = ROOT / "tests" / "golden"
MUSTERKREIS = ROOT / "beispiele" / "musterkreis"
ENDE_2021 = ("--year", "2021", "--stichtag", "2022-01-01")


@pytest.mark.parametrize(
    ("folder", "year", "stichtag", "form", "name"),
    [
        (ROOT, "2021", "2022-01-01", "text", "due-2021.txt"),
        (ROOT, "2021", "2022-01-01", "json", "due-2021.json"),
        (MUSTERKREIS, "2023", "2023-10-15", "text", "due-musterkreis-2023.txt"),
        (MUSTERKREIS, "2023", "2023-10-15", "json", "due-musterkreis-2023.json"),
    ],
)
def test_the_answer_is_the_golden_one(folder: Path, year: str, stichtag: str, form: str, name: str) -> None:
    result = konzept("due", "--year", year, "--stichtag", stichtag, "--format", form, cwd=folder)
    assert (result.returncode, result.stderr) == (0, "")
    golden = GOLDEN / name
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        golden.write_text(result.stdout, encoding="utf-8", newline="\n")
    assert result.stdout == golden.read_text(encoding="utf-8")
    if form == "text":
        assert max(map(len, result.stdout.splitlines())) <= 80


def test_the_year_is_over_on_new_years_day_and_not_before() -> None:
    vorher = konzept("due", "--year", "2021", "--stichtag", "2021-12-31", "--exit-code", "--feld", "2")
    nachher = konzept("due", "--year", "2021", "--stichtag", "01.01.2022", "--exit-code", "--feld", "2")
    assert "FÄLLIG: 1\n" in vorher.stdout
    assert "ÜBERFÄLLIG: 1," in vorher.stdout  # the beginning of the school year has passed
    assert "ÜBERFÄLLIG: 2," in nachher.stdout
    assert (vorher.returncode, nachher.returncode) == (1, 1)


def test_exit_code_speaks_of_the_selection_whatever_group_is_shown() -> None:
    assert konzept("due", *ENDE_2021, "--feld", "1", "--exit-code").returncode == 0
    assert konzept("due", *ENDE_2021, "--feld", "6", "--exit-code").returncode == 1
    assert konzept("due", *ENDE_2021, "--feld", "6", "--exit-code", "--gruppe", "laufend").returncode == 1
    assert konzept("due", *ENDE_2021, "--feld", "6").returncode == 0


def test_source_date_epoch_stands_for_today() -> None:
    answer = json.loads(konzept("due", "--format", "json", SOURCE_DATE_EPOCH="1640995200").stdout)
    assert (answer["jahr"], answer["stichtag"]) == (2022, "2022-01-01")
    for broken in ("morgen", "9" * 30):
        result = konzept("due", SOURCE_DATE_EPOCH=broken)
        assert result.returncode == 2
        assert "SOURCE_DATE_EPOCH" in result.stderr


@pytest.mark.parametrize(
    ("args", "von", "bis"),
    [
        (["--von", "2021-03-01", "--bis", "30.06.2021"], "2021-03-01", "2021-06-30"),
        (["--von", "2021-03-01"], "2021-03-01", "2021-12-31"),
        (["--bis", "2021-03-31"], "2021-01-01", "2021-03-31"),
        ([], "2022-01-01", "2022-12-31"),
    ],
)
def test_the_period(args: list[str], von: str, bis: str) -> None:
    result = konzept("due", *args, "--stichtag", "2022-01-01", "--format", "json")
    answer = json.loads(result.stdout)
    assert (answer["von"], answer["bis"]) == (von, bis)


def test_one_body_with_what_belongs_to_it() -> None:
    answer = json.loads(konzept("due", *ENDE_2021, "--akteur", "Jugendamt", "--format", "json").stdout)
    amt = {"jugendamt", "kitabedarfsplanung", "kitafachberatung-jugendamt"}
    assert answer["eintraege"]
    assert all(amt & {akteur["id"] for akteur in eintrag["akteure"]} for eintrag in answer["eintraege"])
    text = konzept("due", *ENDE_2021, "--akteur", "jugendamt").stdout
    assert "Jugendamt Ilm-Kreis (mit Kitabedarfsplanung, Kitafachberatung des" in text


def test_a_fassung_that_is_over_is_said_on_stderr_with_json_and_in_the_head_of_the_text() -> None:
    late = ("due", "--year", "2024", "--stichtag", "2025-01-01")
    result = konzept(*late, "--format", "json")
    assert json.loads(result.stdout)["fassung"] == "2020"
    assert "Am 31.12.2024 gilt keine Fassung" in result.stderr
    assert "Am 31.12.2024 gilt keine Fassung" in konzept(*late).stdout
    assert konzept(*late, "--fassung", "2020", "--format", "json").stderr == ""


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["--akteur", "jobcentr"], "Meinten Sie »jobcenter« (Jobcenter Ilm-Kreis)?"),
        (["--akteur", "qqqqqq"], "Die Stelle »qqqqqq« gibt es nicht."),
        (["--feld", "wonen"], "Meinten Sie »wohnen«?"),
        (["--feld", "7"], "Vorhanden: 1 ("),
        (["--fassung", "2021"], "Vorhanden: 2018, 2020."),
        (["--year", "2021", "--von", "2021-01-01"], "»--year« nennt schon den ganzen Zeitraum."),
        (["--von", "2021-02-01", "--bis", "2021-01-01"], "Der Zeitraum endet, bevor er beginnt."),
        (["--von", "1000-01-01"], "1900 bis 2199"),
        (["--year", "99999"], "von 1900 bis 2199"),
        (["--stichtag", "2021-13-01"], "JJJJ-MM-TT oder TT.MM.JJJJ"),
        (["--gruppe", "spaet"], "ueberfaellig"),
    ],
)
def test_wrong_calls(args: list[str], expected: str) -> None:
    result = konzept("due", *args)
    assert (result.returncode, result.stdout) == (2, "")
    assert expected in result.stderr


def test_an_ambiguous_body_and_a_plan_without_a_fassung(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "konzept.yaml").write_text("koerperschaft: Leer\n", encoding="utf-8")
    assert konzept("due", cwd=tmp_path).returncode == 3
    (data / "fassungen").mkdir()
    frame = "titel: Plan\nart: Konzept\nstand: '2020'\nvollstaendig: nein\n"
    (data / "fassungen" / "2020.yaml").write_text(frame, encoding="utf-8")
    bodies = "akteure:\n- {id: a, name: Amt, art: verein}\n- {id: b, name: Bund, kurz: AMT, art: verein}\n"
    (data / "akteure.yaml").write_text(bodies, encoding="utf-8")
    result = konzept("due", "--akteur", "Amt", cwd=tmp_path)
    assert result.returncode == 2
    assert "»Amt« heißen mehrere Stellen: »a«, »b«." in result.stderr


def test_a_plan_with_a_fehler_is_refused(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "konzept.yaml").write_text("unbekannt: ja\n", encoding="utf-8")
    (data / "akteure.yaml").write_text("akteure: []\n", encoding="utf-8")
    result = konzept("due", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (1, "")
