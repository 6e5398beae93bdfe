"""README.md keeps its word: its commands are run, its words are those of the models, its links lead somewhere."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from konzept.cli.app import app
from konzept.diagnostics import Severity
from konzept.domain.akteur import Akteurart, Rolle
from konzept.domain.element import Querbezugart
from konzept.domain.sachstand import Stand
from konzept.domain.termin import TerminArt
from konzept.domain.verbleib import Verbleibart
from tests.program import konzept

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def calls() -> list[tuple[str, list[str]]]:
    """Every ``$ konzept …`` of the tour with the lines of output shown below it."""
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line.removeprefix("$ "), []))
            else:
                found[-1][1].append(line)
    return found


def shows(output: list[str], shown: list[str]) -> bool:
    """Tell whether the shown lines are the output, where a lone »…« stands for any number of lines."""
    pattern = "".join("(?:.*\n)*?" if line == "…" else re.escape(line) + "\n" for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in output)) is not None


@pytest.mark.parametrize(("call", "shown"), calls(), ids=[call for call, _ in calls()])
def test_every_command_of_the_tour_prints_what_is_shown(call: str, shown: list[str], tmp_path: Path) -> None:
    words = [
        str(tmp_path / word) if word in {"konzept.html", "kalender"} else word for word in shlex.split(call)
    ]
    assert words.pop(0) == "konzept"
    done = konzept(*words)
    assert done.returncode == 0, done.stderr
    assert shows(done.stdout.splitlines(), shown), done.stdout[:2000]


def test_the_comparison_can_fail() -> None:
    assert shows(["a", "b", "c"], ["a", "…", "c"])
    assert not shows(["a", "b", "c"], ["a", "c"])
    assert not shows(["a"], ["b"])


def test_the_tour_has_the_four_commands_the_client_fixed() -> None:
    shown = [call for call, _ in calls()]
    for wanted in ("validate", "render --format html", "diff 2018 2020", "due --year 2021"):
        assert any(call.startswith(f"konzept {wanted}") for call in shown), wanted


def test_every_command_is_in_the_readme() -> None:
    names = [command.name for command in app.registered_commands]
    assert [name for name in names if name and f"konzept {name}" not in README and name != "schema"] == []


def test_the_glossary_names_every_word_that_a_file_may_hold() -> None:
    glossary = README[README.index("## Glossar") : README.index("## Woher")]
    for kind in (Akteurart, Rolle, Querbezugart, Stand, TerminArt, Verbleibart, Severity):
        assert [member.value for member in kind if not re.search(rf"\b{member.value}\b", glossary)] == []


def test_the_example_of_a_finding_is_a_real_one() -> None:
    expected = (ROOT / "tests" / "errors" / "akteur-unbekannt.expected").read_text(encoding="utf-8")
    assert expected in README


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#]+)\)", README))))
def test_links_lead_to_files_of_the_project(target: str) -> None:
    assert (ROOT / target).exists()


def test_english_readers_and_contributors_find_their_part() -> None:
    assert "## English summary" in README
    assert "## For contributors" in README
