"""``konzept list --akteure``: the report on structures that source 000 asks for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
GOLDEN = ROOT / "tests" / "golden"


def konzept(*args: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "konzept", *args],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_text_is_the_golden_one_and_fits_80_columns() -> None:
    result = konzept("list", "--akteure")
    assert (result.returncode, result.stderr) == (0, "")
    golden = GOLDEN / "list-akteure.txt"
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        golden.write_text(result.stdout, encoding="utf-8", newline="\n")
    assert result.stdout == golden.read_text(encoding="utf-8")
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


def test_without_a_wish_it_is_a_wrong_call() -> None:
    result = konzept("list")
    assert result.returncode == 2
    assert "konzept list --akteure" in result.stderr


def test_an_unknown_fassung_names_the_known_ones() -> None:
    result = konzept("list", "--akteure", "--fassung", "2002")
    assert result.returncode == 2
    assert "Vorhanden: 2018, 2020." in result.stderr
