"""``konzept validate`` for other programs: its formats, its files, its exit codes, the same bytes everywhere."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from konzept.cli.app import app
from konzept.cli.surface.entry import run

ROOT = Path(__file__).parent.parent.parent
SOUND = ROOT / "tests" / "errors" / "_grundplan"
DATEI = "data/handlungsfelder/2020/2 ä.yaml"
FORMATS = ("text", "json", "github", "gitlab", "sarif")


@dataclass(frozen=True)
class Answer:
    """How one call ended and what it said."""

    returncode: int
    stdout: str
    stderr: str


class Caller(Protocol):
    """Call konzept as from a folder."""

    def __call__(self, *args: str, cwd: Path) -> Answer: ...


@pytest.fixture
def konzept(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Caller:
    """Return a way to call the program in this process."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")

    def call(*args: str, cwd: Path) -> Answer:
        monkeypatch.chdir(cwd)
        code = run(lambda: app, args, guarded=False)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return call


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return a plan with one Fehler (an unknown field), one Warnung (a swallowed comment), in one file."""
    root = Path(shutil.copytree(SOUND, tmp_path / "mein plan"))
    (root / DATEI).write_text('id: x\nnummer: "2"\ntitel: Kurs #1\nxyzzy: 1\n', encoding="utf-8")
    return root


def warned_only(plan: Path) -> None:
    (plan / DATEI).write_text('id: x\nnummer: "2"\ntitel: Kurs #1\n', encoding="utf-8")


def places(form: str, text: str) -> list[tuple[str, int]]:
    """Read which file and line each finding is about, from any of the formats."""
    if form == "json":
        return [(one["datei"], one["zeile"]) for one in json.loads(text)["befunde"]]
    if form == "gitlab":
        found = [one["location"] for one in json.loads(text)]
        return [(one["path"], one["lines"]["begin"]) for one in found]
    if form == "sarif":
        where = [one["locations"][0]["physicalLocation"] for one in json.loads(text)["runs"][0]["results"]]
        return [(one["artifactLocation"]["uri"], one["region"]["startLine"]) for one in where]
    if form == "github":
        heads = [line.split("::")[1] for line in text.splitlines() if line.startswith("::")]
        parts = [dict(part.split("=", 1) for part in head.split(" ", 1)[1].split(",")) for head in heads]
        return [(one["file"], int(one["line"])) for one in parts]
    heads = [line for line in text.splitlines() if line.endswith("]") and ": " in line]
    return [(line.split(":")[0], int(line.split(":")[1])) for line in heads]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_names_the_same_two_places_and_ends_with_1(
    konzept: Caller, form: str, plan: Path
) -> None:
    result = konzept("validate", "--format", form, cwd=plan)
    name = "data/handlungsfelder/2020/2%20%C3%A4.yaml" if form == "sarif" else DATEI
    assert places(form, result.stdout) == [(name, 3), (name, 4)]
    assert (result.returncode, result.stderr) == (1, "")


@pytest.mark.parametrize("form", FORMATS)
def test_streng_makes_a_warning_an_end_with_1(konzept: Caller, form: str, plan: Path) -> None:
    warned_only(plan)
    usual = konzept("validate", "--format", form, cwd=plan)
    strict = konzept("validate", "--format", form, "--streng", cwd=plan)
    assert (usual.returncode, strict.returncode) == (0, 1)
    assert strict.stdout == usual.stdout


def test_streng_leaves_hints_alone(konzept: Caller, plan: Path) -> None:
    (plan / DATEI).write_text("id: x\nnummer: 2\ntitel: Kurs\n", encoding="utf-8")
    result = konzept("validate", "--streng", cwd=plan)
    assert "1 Hinweis." in result.stdout
    assert result.returncode == 0


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("pfad", "number"), [(DATEI, 2), ("data/handlungsfelder", 2), (".", 2), ("data/akteure.yaml", 0)]
)
def test_a_path_filters_every_format(konzept: Caller, form: str, pfad: str, number: int, plan: Path) -> None:
    result = konzept("validate", pfad, "--format", form, cwd=plan)
    assert len(places(form, result.stdout)) == number
    assert result.returncode == 1  # the Fehler is there, shown or not


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_gets_what_a_pipe_gets_and_the_log_what_was_found(
    konzept: Caller, form: str, plan: Path, tmp_path: Path
) -> None:
    piped = konzept("validate", "--format", form, cwd=plan)
    filed = konzept("validate", "--format", form, "-o", str(tmp_path / "bericht"), cwd=plan)
    assert (tmp_path / "bericht").read_bytes() == piped.stdout.encode()
    assert (filed.returncode, filed.stdout) == (1, "")
    assert filed.stderr.endswith("Ergebnis: 1 Fehler, 1 Warnung, 0 Hinweise.\n")


def test_no_file_among_those_of_the_plan_and_none_in_a_folder_that_is_not_there(
    konzept: Caller, plan: Path
) -> None:
    inside = konzept("validate", "-o", "data/bericht.txt", cwd=plan)
    assert inside.returncode == 2
    assert not (plan / "data" / "bericht.txt").exists()
    nowhere = konzept("validate", "-o", "fehlt/bericht.txt", cwd=plan)
    assert nowhere.returncode == 1
    assert "den Ordner gibt es nicht" in nowhere.stderr


@pytest.mark.parametrize(
    ("form", "prefix"), [("github", "mein plan/"), ("gitlab", "mein plan/"), ("sarif", "mein%20plan/")]
)
def test_paths_count_from_where_the_job_stands(konzept: Caller, form: str, prefix: str, plan: Path) -> None:
    """A job stands at the top of the repository, and the plan may lie below."""
    above = konzept("-C", plan.name, "validate", "--format", form, cwd=plan.parent)
    within = konzept("validate", "--format", form, cwd=plan / "data" / "fassungen")
    names = {name for name, _ in places(form, within.stdout)}
    assert {name for name, _ in places(form, above.stdout)} == {prefix + name for name in names}
    assert all(name.startswith("data/") for name in names)


ALL_FORMATS = f"""
import sys
from konzept.cli.app import app
from konzept.cli.surface.entry import run
for form in {FORMATS}:
    run(lambda: app, ("validate", "--format", form), guarded=False)
    sys.stdout.flush()
    sys.stdout.buffer.write(b"\\0")
    sys.stdout.buffer.flush()
"""


def test_neither_seed_nor_locale_nor_day_changes_a_byte(plan: Path) -> None:
    def answers(**env: str) -> list[bytes]:
        surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1735689600", **env}
        command = [sys.executable, "-c", ALL_FORMATS]
        done = subprocess.run(command, cwd=plan, env=surroundings, capture_output=True, check=True)
        return done.stdout.split(b"\0")

    usual = answers(PYTHONHASHSEED="0")
    assert len(usual) == len(FORMATS) + 1
    assert answers(PYTHONHASHSEED="1", SOURCE_DATE_EPOCH="1893456000", TZ="Pacific/Kiritimati") == usual
    # a text for a person is written in the letters that the terminal knows, all else in UTF-8
    other = answers(LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert other[1:] == usual[1:]


@pytest.mark.parametrize("form", ["gitlab", "sarif"])
def test_a_fingerprint_outlives_lines_that_come_above_it(konzept: Caller, form: str, plan: Path) -> None:
    def prints() -> list[str]:
        content = json.loads(konzept("validate", "--format", form, cwd=plan).stdout)
        if form == "gitlab":
            return [one["fingerprint"] for one in content]
        return [mark for one in content["runs"][0]["results"] for mark in one["partialFingerprints"].values()]

    before = prints()
    text = (plan / DATEI).read_text(encoding="utf-8")
    (plan / DATEI).write_text(f"# eine\n# und noch eine\n\n{text}", encoding="utf-8")
    assert prints() == before
    assert len(set(before)) == 2


def test_a_sound_plan_gives_empty_reports(konzept: Caller, plan: Path) -> None:
    (plan / DATEI).unlink()
    assert json.loads(konzept("validate", "--format", "gitlab", cwd=plan).stdout) == []
    sarif = json.loads(konzept("validate", "--format", "sarif", cwd=plan).stdout)
    assert sarif["runs"][0]["results"] == []
    assert not konzept("validate", "--format", "github", cwd=plan).stdout.startswith("::")


def test_5000_errors_in_one_file_are_all_counted_and_the_text_is_short(konzept: Caller, plan: Path) -> None:
    (plan / DATEI).write_text(
        'id: x\nnummer: "2"\ntitel: Kurse\n' + "".join(f"feld{i}: x\n" for i in range(5000)),
        encoding="utf-8",
    )
    text = konzept("validate", cwd=plan)
    assert text.returncode == 1
    assert len(text.stdout.splitlines()) < 200
    assert text.stdout.endswith("Ergebnis: 5000 Fehler, 0 Warnungen, 0 Hinweise.\n")
    assert len(json.loads(konzept("validate", "--format", "json", cwd=plan).stdout)["befunde"]) == 5000
