"""Every code of a finding has the smallest file that provokes it, and beside it the exact message (design §8).

``tests/errors/<code>.yaml`` is put into the sound plan ``_grundplan`` as a Handlungsfeld of 2020, or where its first
line says (``# Datei: data/…``). A folder ``tests/errors/<code>/`` is laid over the plan as it is. What takes too much
room to be committed is made here. ``KONZEPT_GOLDEN=write`` writes the expected messages anew.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from konzept.checks import apply_rules, run_checks
from konzept.checks.sachstand import zukuenftige
from konzept.diagnostics import Befund, sorted_findings
from konzept.load import load_plan
from konzept.load.limits import MAX_BYTES, MAX_NODES, MAX_TEXT
from konzept.render.befunde import befunde_text, summary

ERRORS = Path(__file__).parent / "errors"
PACKAGE = Path(__file__).parent.parent / "konzept"
DEFAULT_PLACE = "data/handlungsfelder/2020/2-sprache.yaml"
FIELD = 'id: feld\nnummer: "1"\ntitel: Sprache und Bildung\n'
GENERATED = {
    "datei-zu-gross": FIELD + "#" * MAX_BYTES,
    "datei-zu-viele-werte": "titel: [" + "a," * MAX_NODES + "]",
    "text-zu-lang": FIELD + "einleitung: " + "a" * (MAX_TEXT + 1),
    "zu-viele-befunde": FIELD + "".join(f"feld{i}: x\n" for i in range(502)),
}
UNREACHABLE = {
    "wert-ungueltig": "the answer to an error type of pydantic that no model of ours produces today",
}
NO_CODES = {
    "sprache-und-bildung": "an example of an id in a remedy",
    "cat-file": "a command of git",
    "ls-tree": "a command of git",
    "rev-parse": "a command of git",
}
CODE = re.compile("[a-z]+(?:-[a-z]+)+")
STICHTAG = date(2025, 1, 1)
"""The day on which the examples are looked at."""

ONE_WORD_CODES = {"steuerzeichen", "zeichensatz"}


def codes_in_source() -> set[str]:
    """Every string in the rooms that make findings that has the form of a code."""
    found: set[str] = set()
    modules = [
        PACKAGE / "diagnostics.py",
        *(PACKAGE / "load").glob("*.py"),
        *(PACKAGE / "checks").glob("*.py"),
    ]
    for module in sorted(modules):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            value = node.value if isinstance(node, ast.Constant) else None
            if isinstance(value, str) and (CODE.fullmatch(value) or value in ONE_WORD_CODES):
                found.add(value)
    return found - set(NO_CODES)


def codes_with_example() -> list[str]:
    files = {path.stem for path in ERRORS.glob("*.yaml")}
    folders = {path.name for path in ERRORS.iterdir() if path.is_dir() and not path.name.startswith("_")}
    return sorted(files | folders | set(GENERATED))


def lay_out(code: str, root: Path) -> Path:
    """Put the example of a code into a copy of the sound plan."""
    shutil.copytree(ERRORS / "_grundplan", root)
    if code in GENERATED:
        (root / DEFAULT_PLACE).write_text(GENERATED[code], encoding="utf-8")
    elif (ERRORS / code).is_dir():
        shutil.copytree(ERRORS / code, root, symlinks=True, dirs_exist_ok=True)
    else:
        raw = (ERRORS / f"{code}.yaml").read_bytes()
        named = re.match(rb"# Datei: (\S[^\n]*)\n", raw)
        target = root / (named.group(1).decode() if named else DEFAULT_PLACE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(raw)
    return root


def findings_of(root: Path) -> tuple[tuple[Befund, ...], str]:
    loaded = load_plan(root)
    from_files = apply_rules(loaded.findings, loaded.plan)
    dated = zukuenftige(loaded.plan, loaded.source, STICHTAG)
    findings = sorted_findings([*from_files, *run_checks(loaded.plan, loaded.source), *dated])
    text = befunde_text(findings, loaded.plan).removesuffix(summary(findings, loaded.plan))
    return findings, text.rstrip("\n") + "\n"


@pytest.fixture(scope="session")
def all_codes() -> list[str]:
    return codes_with_example()


def test_the_plan_under_the_examples_is_sound(tmp_path: Path) -> None:
    shutil.copytree(ERRORS / "_grundplan", tmp_path / "plan")
    assert findings_of(tmp_path / "plan")[0] == ()


@pytest.mark.parametrize("code", codes_with_example())
def test_example_gives_exactly_its_message(code: str, tmp_path: Path) -> None:
    findings, text = findings_of(lay_out(code, tmp_path / "plan"))
    assert code in {befund.code for befund in findings}
    if code == "zu-viele-befunde":
        text = text.split("\n\n")[0] + "\n"  # the other 500 are those of another code
    expected = ERRORS / f"{code}.expected"
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        expected.write_text(text, encoding="utf-8", newline="\n")
    assert text == expected.read_text(encoding="utf-8")


def test_every_code_has_an_example_and_every_example_a_code(all_codes: list[str]) -> None:
    assert codes_in_source() - set(UNREACHABLE) == set(all_codes)


def test_an_example_provokes_hardly_more_than_its_own_code(all_codes: list[str], tmp_path: Path) -> None:
    """An example with many other findings would not be the smallest."""
    for code in all_codes:
        findings, _ = findings_of(lay_out(code, tmp_path / code))
        others = {befund.code for befund in findings} - {code}
        assert len(others) <= 1, (code, others)
