"""Every command on plans that somebody has damaged: it answers with its exit codes and never with an exception."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from konzept.__main__ import _load_app
from konzept.cli.surface.entry import run

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

PLAN = Path(__file__).parent.parent.parent / "beispiele" / "musterkreis"
FILES = sorted(path.relative_to(PLAN).as_posix() for path in PLAN.rglob("*.yaml"))
EXIT_CODES = {0, 1, 2, 3}
COMMANDS = [
    ["validate", "--stichtag", "2025-07-01"],
    ["validate", "--stichtag", "2025-07-01", "--format", "json"],
    ["render", "--format", "html"],
    ["render", "--format", "md"],
    ["render", "sachstandsbericht", "--format", "md", "--stichtag", "2025-06-30"],
    ["render", "synopse", "--format", "html"],
    ["render", "verbleib", "--format", "json"],
    ["render", "evaluation", "--format", "html"],
    ["diff", "2022", "2025"],
    ["diff", "2022", "2025", "--format", "json"],
    ["diff", "2022", "2025", "--vorschlag"],
    ["due", "--year", "2025", "--stichtag", "2025-07-01"],
    ["due", "--year", "2025", "--stichtag", "2025-07-01", "--format", "json"],
    ["due", "--year", "2025", "--stichtag", "2025-07-01", "--format", "ics"],
    ["list", "--stichtag", "2025-07-01"],
    ["list", "--akteure"],
    ["show", "1", "--stichtag", "2025-07-01"],
    ["fortschreiben", "2025", "2028", "--dry-run", "--stichtag", "2025-07-01"],
]
STRANGE = [
    "",
    "null",
    "~",
    "no",
    "[]",
    "{}",
    "[a, b]",
    "{a: b}",
    "5.10",
    "2019-13-01",
    "12:30",
    "&a x",
    "*a",
    "!!int x",
    "'{{ 7 * 7 }}'",
    "'<script>alert(1)</script>'",
    "'[/b] [link=x]'",
    "'=1+1'",
    "'\u202eumgekehrt'",
    "99999999999999999999",
    "0001",
    "9999-12-31",
    "bis 9999",
    "alle 400 Jahre ab 1583",
    "../../etc",
    "|",
    ">-",
    "a" * 300,
]


def damaged(lines: list[str], kind: str, place: int, strange: str) -> list[str]:
    """Do one kind of damage to the line at ``place``."""
    at = place % max(len(lines), 1)
    line = lines[at] if lines else ""
    key, colon, _ = line.partition(":")
    return {
        "gone": lines[:at] + lines[at + 1 :],
        "twice": [*lines[:at], line, *lines[at:]],
        "cut": lines[:at],
        "indented": [*lines[:at], f"  {line}", *lines[at + 1 :]],
        "outdented": [*lines[:at], line[2:], *lines[at + 1 :]],
        "swapped": [*lines[:at], *lines[at : at + 2][::-1], *lines[at + 2 :]],
        "value": [*lines[:at], f"{key}{colon} {strange}" if colon else f"- {strange}", *lines[at + 1 :]],
        "key": [*lines[:at], f"{key[:-1]}{colon} {strange}", *lines[at:]],
        "inserted": [*lines[:at], strange, *lines[at:]],
        "halved": [*lines[:at], line[: len(line) // 2], *lines[at + 1 :]],
    }[kind]


KINDS = ["gone", "twice", "cut", "indented", "outdented", "swapped", "value", "key", "inserted", "halved"]


def damages() -> SearchStrategy[list[tuple[str, str, int, str]]]:
    one = st.tuples(
        st.sampled_from(FILES), st.sampled_from(KINDS), st.integers(0, 400), st.sampled_from(STRANGE)
    )
    return st.lists(one, min_size=1, max_size=3)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(PLAN, tmp_path_factory.mktemp("schaden") / "plan"))


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damage=damages(), command=st.sampled_from(COMMANDS))
def test_a_damaged_plan_ends_every_command_with_one_of_its_codes(
    damage: list[tuple[str, str, int, str]],
    command: list[str],
    root: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in FILES:
        (root / name).write_bytes((PLAN / name).read_bytes())
    for name, kind, place, strange in damage:
        text = (root / name).read_text(encoding="utf-8")
        (root / name).write_text("\n".join(damaged(text.split("\n"), kind, place, strange)), encoding="utf-8")
    code = run(_load_app, ["-C", str(root), *command], guarded=False)
    out, err = capsys.readouterr()
    assert code in EXIT_CODES
    assert "Traceback" not in out + err
    if code != 0 and command[0] != "validate":
        assert err != "" or out != ""
    if code == 0 and "json" in command:
        json.loads(out)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(FILES), content=st.binary(max_size=200), command=st.sampled_from(COMMANDS))
def test_any_bytes_in_a_file_end_every_command_with_one_of_its_codes(
    name: str, content: bytes, command: list[str], root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for other in FILES:
        (root / other).write_bytes((PLAN / other).read_bytes())
    (root / name).write_bytes(content)
    code = run(_load_app, ["-C", str(root), *command], guarded=False)
    out, err = capsys.readouterr()
    assert code in EXIT_CODES
    assert "Traceback" not in out + err
