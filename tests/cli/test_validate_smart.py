"""``konzept validate --smart``: hints beside the findings, never an error."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from konzept.cli.app import app
from konzept.cli.surface.entry import run

ROOT = Path(__file__).parent.parent.parent
SOUND = ROOT / "tests" / "errors" / "_grundplan"


@dataclass(frozen=True)
class Answer:
    """How one call ended and what it said."""

    returncode: int
    stdout: str
    stderr: str


class Caller(Protocol):
    """Call konzept as from a folder, that of the project if none is named."""

    def __call__(self, *args: str, cwd: Path = ROOT) -> Answer: ...


@pytest.fixture
def konzept(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Caller:
    """Return a way to call the program in this process."""

    def call(*args: str, cwd: Path = ROOT) -> Answer:
        monkeypatch.chdir(cwd)
        code = run(lambda: app, args, guarded=False)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return call


def test_the_shipped_plan_is_judged_between_its_findings_and_the_sums(konzept: Caller) -> None:
    result = konzept("validate", "--smart", "--streng")
    usual = konzept("validate", "--streng")
    assert (result.returncode, result.stderr) == (usual.returncode, usual.stderr)
    before, judged, after = result.stdout.partition("SMART: Fassung 2020, 50 Maßnahmen\n")
    assert judged
    assert before + after[after.index("Geprüft: ") :] == usual.stdout
    for heading in ("S – Spezifisch", "M – Messbar", "A – Attraktiv", "R – Realistisch", "T – Terminiert"):
        assert f"\n{heading}\n" in after


def test_hints_alone_end_with_0_even_when_strict(konzept: Caller, tmp_path: Path) -> None:
    root = Path(shutil.copytree(SOUND, tmp_path / "plan"))
    result = konzept("validate", "--smart", "--streng", cwd=root)
    assert "Kein Indikator" in result.stdout
    assert result.returncode == 0


def test_a_fehler_still_ends_with_1_and_is_shown(konzept: Caller, tmp_path: Path) -> None:
    root = Path(shutil.copytree(SOUND, tmp_path / "plan"))
    (root / "data/handlungsfelder/2020/2.yaml").write_text("id: x\n", encoding="utf-8")
    result = konzept("validate", "--smart", cwd=root)
    assert "[feld-fehlt]" in result.stdout
    assert "SMART: Fassung 2020" in result.stdout
    assert result.returncode == 1


def test_json_has_a_key_of_its_own_only_if_asked(konzept: Caller) -> None:
    content = json.loads(konzept("validate", "--smart", "--fassung", "2018", "--format", "json").stdout)
    assert content["smart"]["fassung"] == "2018"
    assert len(content["smart"]["massnahmen"]) == 7
    assert "smart" not in json.loads(konzept("validate", "--format", "json").stdout)


def test_a_path_narrows_what_is_judged(konzept: Caller) -> None:
    result = konzept("validate", "data/handlungsfelder/2020/4-wohnen.yaml", "--smart")
    assert "SMART: Fassung 2020, 8 Maßnahmen\n" in result.stdout
    assert "Wohnen" in result.stdout
    assert "Sprache und Bildung" not in result.stdout
    nothing = konzept("validate", "data/akteure.yaml", "--smart")
    assert "Keine Maßnahme zu beurteilen." in nothing.stdout
    assert nothing.returncode == 0


def test_into_a_file(konzept: Caller, tmp_path: Path) -> None:
    ziel = tmp_path / "smart.txt"
    assert konzept("validate", "--smart", "-o", str(ziel)).stdout == ""
    assert ziel.read_text(encoding="utf-8") == konzept("validate", "--smart").stdout


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--fassung", "2018"), "»--fassung« wählt nur, was »--smart« beurteilt."),
        (("--smart", "--format", "sarif"), "»--smart« gibt es als Text und als JSON, nicht als »sarif«."),
        (("--smart", "--format", "github"), "»--smart« gibt es als Text und als JSON"),
        (("--smart", "--fassung", "2019"), "Die Fassung »2019« gibt es nicht."),
    ],
)
def test_a_wrong_call_ends_with_2_and_says_why(konzept: Caller, args: tuple[str, ...], message: str) -> None:
    result = konzept("validate", *args)
    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr
