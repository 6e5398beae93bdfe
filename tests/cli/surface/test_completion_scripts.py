"""The scripts for the shells, run by those shells that this machine has."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from konzept.cli.surface.completion_scripts import Shell, completion_script

if TYPE_CHECKING:
    from collections.abc import Callable

PROGRAM = Path(__file__).with_name("sample_program.py")

BASH = """
source "$SCRIPT"
COMP_WORDS=("$@")
COMP_CWORD=$(( $# - 1 ))
_konzept_vervollstaendigen konzept
printf '%s\\n' "${COMPREPLY[@]}"
"""
FISH = 'source "$SCRIPT"; complete -C "$argv"'


def here(*shells: Shell) -> list[Shell]:
    """Return those of the shells that this machine has."""
    return [shell for shell in shells if os.name == "posix" and shutil.which(shell)]


@pytest.fixture
def surroundings(environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """Return an environment in which »konzept« is a command."""
    command = tmp_path / "bin" / "konzept"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{PROGRAM}" "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return environment | {"PATH": f"{command.parent}{os.pathsep}{environment['PATH']}", "PYTHONUTF8": "1"}


@pytest.mark.parametrize("shell", Shell)
def test_the_script_is_printed(call: Callable[..., Any], shell: Shell) -> None:
    result = call("--show-completion", shell)
    assert (result.code, result.out, result.err) == (0, completion_script(shell, "konzept"), "")


@pytest.mark.parametrize("shell", Shell)
def test_the_script_asks_for_its_own_shell(shell: Shell) -> None:
    script = completion_script(shell, "mein-plan")
    assert f"complete_{shell}" in script
    assert "_MEIN_PLAN_COMPLETE" in script
    assert "${" not in script or shell in {Shell.BASH, Shell.ZSH}
    assert "$$" not in script


def test_the_shells_can_read_their_scripts() -> None:
    for shell in here(Shell.BASH, Shell.ZSH, Shell.FISH):
        script = completion_script(shell, "konzept").encode()
        result = subprocess.run([shell, "-n"], input=script, capture_output=True, check=False, timeout=60)
        assert (shell, result.returncode, result.stderr) == (shell, 0, b"")


def test_bash(surroundings: dict[str, str], tmp_path: Path) -> None:
    script = tmp_path / "skript"
    script.write_text(completion_script(Shell.BASH, "konzept"), encoding="utf-8")
    asked = {
        ("konzept", "di"): ["diff"],
        ("konzept", "diff", ""): ["2018", "2020"],
        ("konzept", "diff", "2018", "--format", "=", "h"): ["html"],
        ("konzept", "werte", "--datei", "x"): [""],
        ("konzept", "diff", "$(exit 3)*"): [""],
    }
    for shell in here(Shell.BASH):
        for words, offers in asked.items():
            call = [shell, "--norc", "-c", BASH, shell, *words]
            env = surroundings | {"SCRIPT": str(script)}
            result = subprocess.run(call, env=env, capture_output=True, check=False, timeout=60)
            assert (words, result.stderr) == (words, b"")
            assert result.stdout.decode().splitlines() == offers


def test_fish(surroundings: dict[str, str], tmp_path: Path) -> None:
    script = tmp_path / "skript"
    script.write_text(completion_script(Shell.FISH, "konzept"), encoding="utf-8")
    asked = {
        "konzept di": ["diff\tVergleicht zwei Fassungen."],
        "konzept diff 2018 --format=h": ["--format=html"],
        "konzept diff 2018 ": ["2018\tKonzept", "2020\t1. Fortschreibung (touch gefahr)"],
    }
    for shell in here(Shell.FISH):
        for line, offers in asked.items():
            env = surroundings | {"SCRIPT": str(script)}
            call = [shell, "--no-config", "-c", FISH, line]
            result = subprocess.run(call, env=env, capture_output=True, check=False, timeout=60)
            assert result.stdout.decode().splitlines() == offers
