"""``konzept render`` as a user calls it: formats, where the document goes, own templates, exit codes."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import konzept_bytes as konzept

ROOT = Path(__file__).parents[2]
SOUND = ROOT / "tests" / "errors" / "_grundplan"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "plan"))


def test_piped_the_document_goes_to_standard_output(plan: Path) -> None:
    result = konzept("render", cwd=plan)
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.startswith(b"<!DOCTYPE html>")
    assert not (plan / "ausgabe").exists()
    assert konzept("render", "konzept", "--format", "md", cwd=plan).stdout.startswith(b"# ")


def test_a_file_gets_the_same_bytes(plan: Path) -> None:
    piped = konzept("render", "--format", "md", cwd=plan)
    result = konzept("render", "--format", "md", "-o", "plan.md", cwd=plan)
    assert (result.returncode, result.stdout) == (0, b"")
    assert (plan / "plan.md").read_bytes() == piped.stdout
    assert konzept("-C", "plan", "render", "--format", "md", cwd=plan.parent).stdout == piped.stdout


def test_at_a_terminal_the_document_becomes_a_file(plan: Path) -> None:
    ours, theirs = pty.openpty()
    result = subprocess.run(
        [sys.executable, "-m", "konzept", "render", "--format", "md"],
        cwd=plan,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"},
        stdout=theirs,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(theirs)
    os.close(ours)
    assert result.returncode == 0
    written = list((plan / "ausgabe").iterdir())
    assert [file.suffix for file in written] == [".md"]
    assert written[0].name.startswith("konzept-")
    assert result.stderr.decode() == f"Geschrieben: {Path('ausgabe') / written[0].name}\n"


@pytest.mark.parametrize("target", ["data/x.html", "data", "data/fassungen/neu/x.html", "./x/../data/x.html"])
def test_the_folder_of_the_plan_is_refused(plan: Path, target: str) -> None:
    before = sorted(plan.rglob("*"))
    result = konzept("render", "-o", target, cwd=plan)
    assert result.returncode == 2
    assert "liegt im Ordner data/ des Plans" in result.stderr.decode()
    assert sorted(plan.rglob("*")) == before


def test_the_plans_own_template_wins(plan: Path) -> None:
    own = plan / "templates" / "md"
    own.mkdir(parents=True)
    (own / "konzept.j2.md").write_text("Eigen: {{ dokument.fassung }}\n", encoding="utf-8")
    assert konzept("render", "--format", "md", cwd=plan).stdout.startswith(b"Eigen: ")


def test_a_bad_template_is_named_with_its_line(plan: Path) -> None:
    own = plan / "templates" / "md"
    own.mkdir(parents=True)
    (own / "konzept.j2.md").write_text("a\n{{ gibtesnicht }}\n", encoding="utf-8")
    result = konzept("render", "--format", "md", "-o", "plan.md", cwd=plan)
    assert result.returncode == 1
    assert "»templates/md/konzept.j2.md«, Zeile 2" in result.stderr.decode()
    assert not (plan / "plan.md").exists()


def test_a_broken_plan_is_not_published(plan: Path) -> None:
    next((plan / "data/handlungsfelder/2020").iterdir()).write_text("id: x\n", encoding="utf-8")
    result = konzept("render", "-o", "plan.html", cwd=plan)
    assert result.returncode == 1
    assert not (plan / "plan.html").exists()


def test_a_wrong_fassung_is_a_wrong_call(plan: Path) -> None:
    result = konzept("render", "--fassung", "1999", cwd=plan)
    assert result.returncode == 2
    assert "Die Fassung »1999« gibt es nicht." in result.stderr.decode()


def test_an_unwritable_place_is_said(plan: Path) -> None:
    result = konzept("render", "-o", "gibt/es/nicht.html", cwd=plan)
    assert result.returncode == 1
    assert "lässt sich nicht schreiben" in result.stderr.decode()
