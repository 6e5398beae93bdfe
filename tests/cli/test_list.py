"""``konzept list``: every filter and format; ``--akteure``, the report on structures that source 000 asks for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
GOLDEN = ROOT / "tests" / "golden"
MUSTERKREIS = ROOT / "beispiele" / "musterkreis"
HERBST = ("--stichtag", "15.10.2023")


def konzept(*args: str, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "konzept", *args],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def golden(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


def test_text_is_the_golden_one_and_fits_80_columns() -> None:
    result = konzept("list", "--akteure")
    assert (result.returncode, result.stderr) == (0, "")
    golden("list-akteure.txt", result.stdout)
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_json() -> None:
    content = json.loads(konzept("list", "--akteure", "--format", "json").stdout)
    amt = next(akteur for akteur in content["akteure"] if akteur["id"] == "schulverwaltungsamt")
    assert amt == {
        "id": "schulverwaltungsamt",
        "name": "Schulverwaltungsamt Ilm-Kreis",
        "kurz": "Schulverwaltungsamt",
        "art": "verwaltung",
        "gehoert_zu": "landratsamt",
        "massnahmen": [
            {
                "id": "vorschaltklassen-pruefen",
                "nummer": "2.9",
                "titel": "Überprüfung der Installation von Vorschaltklassen im Ilm-Kreis "
                "für die Sprachförderung Deutsch",
                "rolle": "federfuehrend",
                "hinweis": None,
            }
        ],
    }


def test_own_labels_of_a_plan() -> None:
    text = konzept("list", "--akteure", cwd=ROOT / "beispiele" / "handlungsleitlinien").stdout
    assert "Leitlinie" in text
    assert "Maßnahme" not in text


def test_without_a_wish_it_is_every_massnahme() -> None:
    result = konzept("list", "--stichtag", "2022-01-01")
    assert (result.returncode, result.stderr) == (0, "")
    golden("list-2022.txt", result.stdout)
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert result.stdout.startswith("Maßnahmen der Fassung 2020: 50\nStichtag: 01.01.2022\n")


def test_an_unknown_fassung_names_the_known_ones() -> None:
    result = konzept("list", "--akteure", "--fassung", "2002")
    assert result.returncode == 2
    assert "Vorhanden: 2018, 2020." in result.stderr


@pytest.mark.parametrize(
    ("args", "anzahl", "auswahl"),
    [
        (["--feld", "4"], 7, "Handlungsfeld 4 "),
        (["--akteur", "KVHS"], 10, "Kreisvolkshochschule Musterkreis"),
        (["--stand", "ohne-meldung"], 2, "Stand: ohne Meldung"),
        (["--stand", "umgesetzt", "--stand", "entfallen"], None, "Stand: umgesetzt oder entfallen"),
        (["--art", "wiederkehrend"], None, "Termin: wiederkehrend"),
        (["--faellig-bis", "2023-10-14"], 8, "offene Frist bis 14.10.2023"),
        (["--foerderprogramm", "kita-vielfalt"], None, "gefördert durch "),
        (
            ["--text", "kita", "--text", "Fortbildung"],
            None,
            "Text enthält »kita«; Text enthält »Fortbildung«",
        ),
        (["--feld", "2", "--text", "gibtesnicht"], 0, "Keine Maßnahme gefunden."),
    ],
)
def test_filters(args: list[str], anzahl: int | None, auswahl: str) -> None:
    text = konzept("list", *HERBST, *args, cwd=MUSTERKREIS)
    content = json.loads(konzept("list", *HERBST, *args, "--format", "json", cwd=MUSTERKREIS).stdout)
    gefunden = len(content["massnahmen"])
    assert (content["fassung"], content["stichtag"], content["gesamt"]) == ("2022", "2023-10-15", 44)
    assert gefunden < 44
    assert anzahl is None or gefunden == anzahl
    assert text.stdout.startswith(f"{gefunden} von 44 Maßnahmen der Fassung 2022\nAuswahl: ")
    assert auswahl in " ".join(text.stdout.split())
    assert (text.returncode, text.stderr) == (0, "")


def test_one_row_as_json() -> None:
    args = ("list", *HERBST, "--text", "orientierungskurse", "--format", "json")
    (zeile,) = json.loads(konzept(*args, cwd=MUSTERKREIS).stdout)["massnahmen"]
    assert zeile == {
        "id": "orientierungskurse",
        "nummer": "1.1 M2",
        "titel": "Orientierungskurse an drei Orten",
        "handlungsfeld": "ankommen",
        "handlungsziel": "erstorientierung",
        "termin": "vierteljährlich",
        "arten": ["wiederkehrend"],
        "frist": {"faellig": "2023-09-30", "gruppe": "ueberfaellig", "mehrdeutig": False},
        "ueberfaellig": 1,
        "akteure": zeile["akteure"],
        "foerderprogramme": ["sprachbruecke"],
        "sachstand": {
            "am": "2023-06-12",
            "stand": "laufend",
            "text": "In beiden Quartalen haben je drei Kurse begonnen.",
            "neuer_termin": None,
        },
        "gemeldet": True,
    }
    assert {"id": "kreisvolkshochschule", "rolle": "federfuehrend"} in zeile["akteure"]


def test_a_table_for_the_spreadsheet() -> None:
    result = konzept("list", *HERBST, "--feld", "2", "--format", "csv", cwd=MUSTERKREIS)
    golden("list-musterkreis-feld-2.csv", result.stdout)
    assert result.stdout.startswith("\ufeffNr.;Maßnahme;id;")


def test_the_stichtag_picks_the_fassung_unless_one_is_named() -> None:
    def fassung(*args: str) -> str:
        content = json.loads(konzept("list", *args, "--format", "json", cwd=MUSTERKREIS).stdout)
        return str(content["fassung"])

    assert fassung("--stichtag", "2023-01-01") == "2022"
    assert fassung("--stichtag", "2026-01-01") == "2025"
    assert fassung("--stichtag", "2023-01-01", "--fassung", "2025") == "2025"
    assert fassung() == "2025"


def test_source_date_epoch_stands_for_today() -> None:
    assert "Stichtag: 01.01.2022\n" in konzept("list", SOURCE_DATE_EPOCH="1640995200").stdout
    broken = konzept("list", SOURCE_DATE_EPOCH="morgen")
    assert broken.returncode == 2
    assert "SOURCE_DATE_EPOCH" in broken.stderr


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["--feld", "wonen"], "Meinten Sie »wohnen«?"),
        (["--akteur", "jobcentr"], "Meinten Sie »jobcenter« (Jobcenter Ilm-Kreis)?"),
        (["--foerderprogramm", "qqq"], "Vorhanden: "),
        (["--stand", "fertig"], "ohne-meldung"),
        (["--art", "bald"], "ohne-termin"),
        (["--faellig-bis", "bald"], "JJJJ-MM-TT oder TT.MM.JJJJ"),
        (["--fassung", "2002"], "Vorhanden: 2018, 2020."),
        (["--akteure", "--feld", "1"], "zusammen mit einer Auswahl geht das nicht"),
        (["--akteure", "--format", "csv"], "nicht als csv"),
    ],
)
def test_wrong_calls(args: list[str], expected: str) -> None:
    result = konzept("list", *args)
    assert (result.returncode, result.stdout) == (2, "")
    assert expected in " ".join(result.stderr.split())


def test_without_a_plan(tmp_path: Path) -> None:
    assert konzept("list", cwd=tmp_path).returncode == 3
