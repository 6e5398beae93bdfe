"""What a shell is told when it asks, and that it is told nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from konzept.cli.surface.completion import complete_from
from konzept.cli.surface.entry import UNGUARDED
from konzept.cli.surface.failure import Failure
from konzept.cli.surface.german import GermanTyper
from konzept.cli.surface.global_options import add_global_options

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Process = Callable[..., subprocess.CompletedProcess[bytes]]

MARK = "|"
"""Where the cursor stands in a line of these tests."""


def asked(process: Process, shell: str, line: str) -> subprocess.CompletedProcess[bytes]:
    """Ask as the script of ``shell`` does."""
    typed, _, behind = line.partition(MARK)
    env = {"_KONZEPT_COMPLETE": f"complete_{shell}", "PYTHONUTF8": "1"}
    if shell == "bash":
        words = typed.replace("=", " = ").split(" ")  # bash parts words at = as well
        env |= {"COMP_WORDS": "\n".join([*words, *behind.split()]), "COMP_CWORD": str(len(words) - 1)}
    else:
        env["_KONZEPT_COMPLETE_LINE"] = typed
    return process(env=env)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("konzept d|", ["diff", "dateien"]),
        ("konzept |", ["werte", "diff", "dateien", "pflicht", "alt", "gruppe"]),
        ("konzept gruppe da|", ["darin", "daneben"]),
        ("konzept --v|", ["--version"]),
        ("konzept --show-completion |", ["bash", "zsh", "fish", "powershell"]),
        ("konzept diff |", ["2018", "2020"]),
        ("konzept diff 201|", ["2018"]),
        ("konzept diff 2018 |", ["2018", "2020"]),
        ("konzept diff 2018 --f|", ["--format"]),
        ("konzept diff --format |", ["text", "html", "md"]),
        ("konzept diff --format h|", ["html"]),
        ("konzept diff 20| 2020", ["2018", "2020"]),
        ("konzept werte --keine|", ["--keine-farbe"]),
        ("konzept werte --datei |", []),  # the shell then offers files
        ("konzept diff 9|", []),
    ],
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_words(process: Process, shell: str, line: str, words: list[str]) -> None:
    result = asked(process, shell, line)
    offers = result.stdout.decode().splitlines()
    assert [offer.replace("\t", ":").partition(":")[0] for offer in offers] == words
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("shell", "offer"),
    [
        ("bash", "html"),
        ("zsh", "--format=html"),
        ("fish", "--format=html"),
        ("powershell", "--format=html::: "),
    ],
)
def test_an_equals_sign(process: Process, shell: str, offer: str) -> None:
    """Bash replaces what stands behind it, the others the whole word."""
    assert asked(process, shell, "konzept diff --format=h|").stdout.decode().splitlines() == [offer]


@pytest.mark.parametrize(
    ("shell", "offer"),
    [
        ("bash", "2020"),
        ("zsh", "2020:1. Fortschreibung (touch gefahr)"),
        ("fish", "2020\t1. Fortschreibung (touch gefahr)"),
        ("powershell", "2020:::1. Fortschreibung (touch gefahr)"),
    ],
)
def test_descriptions_are_harmless(process: Process, shell: str, offer: str) -> None:
    """A word with a blank is left out, a title loses what a shell might obey."""
    offers = asked(process, shell, "konzept diff 2|").stdout.decode().splitlines()
    assert offers[1:] == [offer]


@pytest.mark.parametrize("question", ["complete_nix", "source_bash", "complete", "complete_", "nix"])
def test_a_question_nobody_asks(process: Process, question: str) -> None:
    result = process("werte", env={"_KONZEPT_COMPLETE": question})
    assert (result.returncode, result.stdout, result.stderr) == (1, b"", b"")


@pytest.mark.parametrize(
    "env",
    [
        {},
        {"COMP_WORDS": "konzept", "COMP_CWORD": "x"},
        {"COMP_WORDS": "konzept", "COMP_CWORD": "-7"},
        {"COMP_WORDS": "konzept diff 'offen", "COMP_CWORD": "2"},
        {"COMP_WORDS": "", "COMP_CWORD": "1"},
        {"COMP_WORDS": "konzept --show-completion bash ", "COMP_CWORD": "3"},
        {"COMP_WORDS": "konzept --version ", "COMP_CWORD": "2"},
        {"COMP_WORDS": "konzept --help ", "COMP_CWORD": "2"},
        {"COMP_WORDS": "konzept -C /nix/nix diff 2", "COMP_CWORD": "4"},
        {"COMP_WORDS": "konzept werte --zahl x --nie y --", "COMP_CWORD": "6"},
    ],
)
def test_an_odd_question_is_answered_without_a_word_of_talk(process: Process, env: dict[str, str]) -> None:
    result = process(env={"_KONZEPT_COMPLETE": "complete_bash", **env})
    assert result.returncode in {0, 1}
    assert result.stderr == b""
    assert all(line == line.strip() and b" " not in line for line in result.stdout.splitlines())


def test_no_plan_no_offer(process: Process, tmp_path: Path) -> None:
    """The loader of the sample app wants a plan in the folder of -C."""
    assert asked(process, "bash", f"konzept -C {tmp_path} diff |").stdout == b""
    (tmp_path / "data").mkdir()
    assert asked(process, "bash", f"konzept -C {tmp_path} diff |").stdout == b"2018\n2020\n"


def test_a_loader_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    class Root:
        params: dict[str, Any]

        def __init__(self) -> None:
            self.params = {}

        def find_root(self) -> Root:
            return self

    def broken(_folder: Path | None) -> list[str]:
        raise LookupError("ein Fehler von uns")

    def missing(_folder: Path | None) -> list[str]:
        raise Failure("Hier ist kein Plan.")

    monkeypatch.delenv(UNGUARDED, raising=False)
    assert complete_from(broken)(Root(), "") == []
    assert complete_from(missing)(Root(), "") == []
    monkeypatch.setenv(UNGUARDED, "1")
    assert complete_from(missing)(Root(), "") == [], "no plan is no fault"
    with pytest.raises(LookupError):
        complete_from(broken)(Root(), "")


def test_an_app_that_fails_while_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    app = GermanTyper(name="konzept", help="Probe.")
    add_global_options(app)
    app.command(help="Probe.")(lambda: None)
    monkeypatch.setenv("_KONZEPT_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "konzept")
    monkeypatch.setenv("COMP_CWORD", "nix")
    monkeypatch.delenv(UNGUARDED, raising=False)
    with pytest.raises(SystemExit) as end:
        app(prog_name="konzept", args=[])
    assert end.value.code == 1
    monkeypatch.setenv(UNGUARDED, "1")
    with pytest.raises(ValueError, match="nix"):
        app(prog_name="konzept", args=[])
    assert capsys.readouterr() == ("", "")


def test_a_long_description_is_cut(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    app = GermanTyper(name="konzept", help="Probe.")
    add_global_options(app)
    app.command("lang", help="sehr " * 40)(lambda: None)
    monkeypatch.setenv("_KONZEPT_COMPLETE", "complete_fish")
    monkeypatch.setenv("_KONZEPT_COMPLETE_LINE", "konzept l")
    with pytest.raises(SystemExit):
        app(prog_name="konzept", args=[])
    assert capsys.readouterr().out == f"lang\t{('sehr ' * 14).strip()} ...\n"
