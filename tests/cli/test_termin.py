"""``konzept termin``: inside a plan and outside, and for any text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.program import konzept

ROOT = Path(__file__).parent.parent.parent
MUSTERKREIS = ROOT / "beispiele" / "musterkreis"


def antwort(*args: str, cwd: Path = ROOT) -> dict[str, object]:
    result = konzept("termin", *args, "--format", "json", cwd=cwd)
    assert (result.returncode, result.stderr) == (0, "")
    content = json.loads(result.stdout)
    assert isinstance(content, dict)
    return content


def fristen(content: dict[str, object]) -> list[object]:
    teile = content["teile"]
    assert isinstance(teile, list)
    return [teil["fristen"] for teil in teile]


def test_outside_of_a_plan_it_works_too(tmp_path: Path) -> None:
    result = konzept("termin", "jährlich im Mai", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert "Rhythmus    jährlich im Mai (FREQ=YEARLY;BYMONTH=5)\n" in result.stdout
    content = antwort("jährlich im Mai", "--year", "2022", cwd=tmp_path)
    assert (content["von"], content["bis"], content["fassung"]) == ("2022-01-01", "2022-12-31", None)
    assert fristen(content) == [["2022-05-31"]]


def test_inside_a_plan_its_fassung_and_its_words_count() -> None:
    content = antwort("kurzfristig; jährlich im Mai", cwd=MUSTERKREIS)
    assert (content["von"], content["bis"], content["fassung"]) == ("2025-01-01", "2027-12-31", "2025")
    assert fristen(antwort("kurzfristig", "--fassung", "2022", cwd=MUSTERKREIS)) == [["2022-12-31"]]
    assert fristen(antwort("jährlich im Mai", cwd=MUSTERKREIS)) == [
        ["2025-05-31", "2026-05-31", "2027-05-31"]
    ]
    assert antwort("jährlich", "--stichtag", "2023-01-01", cwd=MUSTERKREIS)["fassung"] == "2022"


def test_anchor_and_period() -> None:
    args = ("alle drei Jahre", "--turnus-ab", "2020", "--von", "2020-01-01", "--bis", "31.12.2027")
    assert fristen(antwort(*args)) == [["2020-12-31", "2023-12-31", "2026-12-31"]]


def test_a_broken_plan_does_not_matter_but_is_said_where_it_does(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "konzept.yaml").write_text(
        "fristen: {kurzfristig: bis Ende 2022}\nunbekannt: ja\n", encoding="utf-8"
    )
    assert fristen(antwort("kurzfristig", cwd=tmp_path)) == [["2022-12-31"]]
    (data / "konzept.yaml").write_bytes(b"\xff\xfe\x00")
    result = konzept("termin", "2022", cwd=tmp_path)
    assert result.returncode == 0
    assert "data/konzept.yaml ist nicht lesbar" in result.stderr


@pytest.mark.parametrize("text", ["", " ", "\x1b[31m", "?" * 5000, "\udcff 2021", "🗓", "[/b]"])
def test_no_text_is_refused(text: str) -> None:
    result = konzept("termin", "--", text)
    assert (result.returncode, result.stderr) == (0, "")
    assert "\x1b" not in result.stdout
    json.loads(konzept("termin", "--format", "json", "--", text).stdout)


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ([], "TEXT"),
        (["2021", "--year", "2021", "--von", "2021-01-01"], "»--year« nennt schon den ganzen Zeitraum."),
        (["2021", "--von", "2021-02-01", "--bis", "2021-01-01"], "Der Zeitraum endet, bevor er beginnt."),
        (["2021", "--von", "1000-01-01"], "1900 bis 2199"),
        (["2021", "--turnus-ab", "99999"], "1900 bis 2199"),
        (["2021", "--fassung", "1999"], "Vorhanden: 2018, 2020."),
    ],
)
def test_wrong_calls(args: list[str], expected: str) -> None:
    result = konzept("termin", *args)
    assert (result.returncode, result.stdout) == (2, "")
    assert expected in " ".join(result.stderr.split())


def test_a_fassung_needs_a_plan(tmp_path: Path) -> None:
    result = konzept("termin", "2021", "--fassung", "2020", cwd=tmp_path)
    assert result.returncode == 2
    assert "Hier liegt kein Plan" in result.stderr
