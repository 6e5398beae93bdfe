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
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from konzept.checks.katalog import FAMILIEN, KATALOG
from konzept.checks.run import judge
from konzept.diagnostics import MAX_FINDINGS_PER_FILE, Befund, Severity, sorted_findings
from konzept.load import load_plan
from konzept.load.limits import MAX_BYTES, MAX_NODES, MAX_TEXT
from konzept.render.befunde import befunde_text, summary

Found = tuple[tuple[Befund, ...], str]
Look = Callable[[str], Found]

ERRORS = Path(__file__).parent / "errors"
PACKAGE = Path(__file__).parent.parent / "konzept"
DEFAULT_PLACE = "data/handlungsfelder/2020/2-sprache.yaml"
FIELD = 'id: feld\nnummer: "1"\ntitel: Sprache und Bildung\n'
GENERATED = {
    "datei-zu-gross": FIELD + "#" * MAX_BYTES,
    "datei-zu-viele-werte": "titel: [" + "a," * MAX_NODES + "]",
    "text-zu-lang": FIELD + "einleitung: " + "a" * (MAX_TEXT + 1),
    "zu-viele-befunde": FIELD + "titel: Bildung\n" * (MAX_FINDINGS_PER_FILE + 2),
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
        *(PACKAGE / "load").rglob("*.py"),
        *(PACKAGE / "checks").rglob("*.py"),
    ]
    for module in sorted(modules):
        if "katalog" in module.parts:
            continue  # it speaks of codes, but makes no finding
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


def findings_of(root: Path) -> Found:
    """Give the findings of a plan, and what ``validate`` writes of them without the line that sums up."""
    loaded = load_plan(root)
    findings = sorted_findings(judge(loaded.plan, loaded.source, loaded.findings, STICHTAG).befunde)
    text = befunde_text(findings, loaded.plan).removesuffix(summary(findings, loaded.plan))
    return findings, text.rstrip("\n") + "\n"


@pytest.fixture(scope="session")
def all_codes() -> list[str]:
    return codes_with_example()


@pytest.fixture(scope="session")
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> Look:
    """Give what is found in the example of a code; each is looked at once."""

    @cache
    def look(code: str) -> Found:
        return findings_of(lay_out(code, tmp_path_factory.mktemp("plan") / code))

    return look


def test_the_plan_under_the_examples_is_sound(tmp_path: Path) -> None:
    shutil.copytree(ERRORS / "_grundplan", tmp_path / "plan")
    assert findings_of(tmp_path / "plan")[0] == ()


@pytest.mark.parametrize("code", codes_with_example())
def test_example_gives_exactly_its_message(code: str, looked_at: Look) -> None:
    findings, text = looked_at(code)
    assert code in {befund.code for befund in findings}
    if code == "zu-viele-befunde":
        text = text.split("\n\n")[0] + "\n"  # all others are of another code
    expected = ERRORS / f"{code}.expected"
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        expected.write_text(text, encoding="utf-8", newline="\n")
    assert text == expected.read_text(encoding="utf-8")


def test_every_code_has_an_example_and_every_example_a_code(all_codes: list[str]) -> None:
    assert codes_in_source() - set(UNREACHABLE) == set(all_codes)


def test_an_example_provokes_hardly_more_than_its_own_code(all_codes: list[str], looked_at: Look) -> None:
    """An example with many other findings would not be the smallest."""
    others = {code: {befund.code for befund in looked_at(code)[0]} - {code} for code in all_codes}
    assert {code: found for code, found in others.items() if len(found) > 1} == {}


def test_the_catalogue_explains_exactly_the_codes_of_the_source() -> None:
    assert set(KATALOG) == codes_in_source() - set(UNREACHABLE)


def test_each_code_stands_in_one_family() -> None:
    codes = [erklaerung.code for familie in FAMILIEN.values() for erklaerung in familie]
    assert sorted(codes) == sorted(KATALOG)


@pytest.mark.parametrize("code", sorted(KATALOG))
def test_the_explanation_gives_the_severity_of_its_example(code: str, looked_at: Look) -> None:
    findings, _ = looked_at(code)
    assert {befund.schwere for befund in findings if befund.code == code} == {KATALOG[code].schwere}


@pytest.mark.parametrize("code", sorted(KATALOG))
def test_an_explanation_without_a_wrong_stretch_says_what_to_do(code: str) -> None:
    erklaerung = KATALOG[code]
    assert erklaerung.warum
    assert bool(erklaerung.falsch) == bool(erklaerung.richtig)
    assert erklaerung.falsch or erklaerung.abhilfe


@pytest.mark.parametrize("code", sorted(one.code for one in KATALOG.values() if one.falsch))
def test_put_right_as_the_catalogue_says_the_example_is_sound(code: str, tmp_path: Path) -> None:
    """``falsch`` stands once in the example; with ``richtig`` in its place nothing of the kind is found any more."""
    root = lay_out(code, tmp_path / "plan")
    before = {befund.code for befund in findings_of(root)[0]}
    erklaerung = KATALOG[code]
    holding = [
        path
        for path in example_files(root)
        if erklaerung.falsch in path.read_bytes().decode("utf-8", errors="replace")
    ]
    assert len(holding) == 1, holding
    text = holding[0].read_bytes().decode("utf-8")
    assert text.count(erklaerung.falsch) == 1
    holding[0].write_bytes(text.replace(erklaerung.falsch, erklaerung.richtig).encode("utf-8"))

    findings, told = findings_of(root)
    assert code not in {befund.code for befund in findings}, told
    assert Severity.FEHLER not in {befund.schwere for befund in findings}, told
    assert {befund.code for befund in findings} <= before, told


def example_files(root: Path) -> list[Path]:
    """Give the files of a plan that the example brought, not those of the sound plan it was laid over."""
    return [
        path
        for path in sorted(root.rglob("*.yaml"))
        if path.is_file() and not _as_in_sound_plan(path, ERRORS / "_grundplan" / path.relative_to(root))
    ]


def _as_in_sound_plan(path: Path, sound: Path) -> bool:
    return sound.is_file() and sound.read_bytes() == path.read_bytes()
