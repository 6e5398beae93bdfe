"""``konzept show``: cards word for word, names that mean several things or nothing."""

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
NEUJAHR = ("--stichtag", "2022-01-01")
HERBST = ("--stichtag", "1.10.2025")


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


@pytest.mark.parametrize(
    ("folder", "args", "name"),
    [
        (ROOT, ["vorschaltklassen-pruefen", *NEUJAHR], "show-vorschaltklassen-pruefen.txt"),
        (ROOT, ["6.2", *NEUJAHR], "show-6.2.txt"),
        (ROOT, ["Jugendamt", *NEUJAHR], "show-jugendamt.txt"),
        (MUSTERKREIS, ["1.1 M1", *HERBST], "show-beratungsverbund.txt"),
        (MUSTERKREIS, ["beratungsverbund", *HERBST, "--format", "json"], "show-beratungsverbund.json"),
        (MUSTERKREIS, ["Handlungsfeld 6", *HERBST], "show-handlungsfeld-6.txt"),
        (MUSTERKREIS, ["leitziel-zusammenhalt", *HERBST], "show-leitziel.txt"),
    ],
)
def test_the_card_is_the_golden_one(folder: Path, args: list[str], name: str) -> None:
    result = konzept("show", *args, cwd=folder)
    assert (result.returncode, result.stderr) == (0, "")
    golden = GOLDEN / name
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        golden.write_text(result.stdout, encoding="utf-8", newline="\n")
    assert result.stdout == golden.read_text(encoding="utf-8")
    if name.endswith(".txt"):
        assert max(map(len, result.stdout.splitlines())) <= 80


def test_intern_only_when_asked_for() -> None:
    for form in ("text", "json"):
        args = ("show", "beratungsverbund", *HERBST, "--format", form)
        assert "Randbemerkung" not in konzept(*args, cwd=MUSTERKREIS).stdout
        assert "Randbemerkung" in konzept(*args, "--intern", cwd=MUSTERKREIS).stdout


def test_a_number_that_names_several_things_lists_them() -> None:
    result = konzept("show", "2", *NEUJAHR)
    assert (result.returncode, result.stdout) == (2, "")
    assert (
        "Fehler: »2« meint mehreres:\n"
        "  Leitziel 2 Wir als Kreis leben Vielfalt! (vielfalt-leben)\n"
        "  Handlungsfeld 2 Sprache und Bildung (sprache-und-bildung)\n"
    ) in result.stderr


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("vorschaltklasse", "Meinten Sie »vorschaltklassen« (Deutsch-Sprachförderung"),
        ("jobcentr", "Meinten Sie »Jobcenter« (Jobcenter Ilm-Kreis)?"),
        ("2.99", "»2.99« gibt es in der Fassung 2020 nicht."),
        ("qqqqqqqq", "konzept list --akteure"),
        ("", "»« gibt es in der Fassung 2020 nicht."),
    ],
)
def test_what_is_unknown_is_answered_with_the_nearest(name: str, expected: str) -> None:
    result = konzept("show", name, *NEUJAHR)
    assert (result.returncode, result.stdout) == (2, "")
    assert expected in " ".join(result.stderr.split())


def test_an_id_that_only_another_fassung_holds_is_shown_there() -> None:
    result = konzept("show", "sprachlern-app", SOURCE_DATE_EPOCH="1760000000", cwd=MUSTERKREIS)
    assert result.returncode == 0
    assert "Nicht in der Fassung 2025 enthalten; gezeigt ist die Fassung 2022." in result.stderr
    assert "Stichtag        09.10.2025\n" in result.stdout
    named = konzept("show", "sprachlern-app", "--fassung", "2025", cwd=MUSTERKREIS)
    assert (named.returncode, named.stdout) == (2, "")
    assert "»--fassung 2022«" in named.stderr


def test_a_name_that_a_body_shares_says_so() -> None:
    result = konzept("show", "migrationsbeirat", *HERBST, "--format", "json", cwd=MUSTERKREIS)
    assert json.loads(result.stdout)["ebene"] == "massnahme"
    assert 'konzept show "Stelle migrationsbeirat"' in result.stderr
    body = konzept("show", "Stelle migrationsbeirat", *HERBST, "--format", "json", cwd=MUSTERKREIS)
    assert (json.loads(body.stdout)["ebene"], body.stderr) == ("akteur", "")


def test_names_that_several_bodies_bear(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "fassungen").mkdir(parents=True)
    (data / "konzept.yaml").write_text("koerperschaft: Leer\n", encoding="utf-8")
    frame = "titel: Plan\nart: Konzept\nstand: '2020'\nvollstaendig: nein\n"
    (data / "fassungen" / "2020.yaml").write_text(frame, encoding="utf-8")
    bodies = "akteure:\n- {id: a, name: Amt, art: verein}\n- {id: b, name: Bund, kurz: AMT, art: verein}\n"
    (data / "akteure.yaml").write_text(bodies, encoding="utf-8")
    result = konzept("show", "Amt", cwd=tmp_path)
    assert result.returncode == 2
    assert "  Stelle Amt (a)\n  Stelle Bund (b)\n" in result.stderr


def test_a_plan_with_a_fehler_is_refused_and_none_is_no_plan(tmp_path: Path) -> None:
    assert konzept("show", "x", cwd=tmp_path).returncode == 3
    data = tmp_path / "data"
    data.mkdir()
    (data / "konzept.yaml").write_text("unbekannt: ja\n", encoding="utf-8")
    (data / "akteure.yaml").write_text("akteure: []\n", encoding="utf-8")
    result = konzept("show", "x", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (1, "")
