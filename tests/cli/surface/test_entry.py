"""The guard around the program: every ending has its exit code, its German word and no traceback."""

from __future__ import annotations

import gc
import io
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from konzept.cli.surface.entry import UNGUARDED, run

if TYPE_CHECKING:
    from collections.abc import Callable

    import typer

    Process = Callable[..., subprocess.CompletedProcess[bytes]]

PROGRAM = Path(__file__).with_name("sample_program.py")


def quiet(result: subprocess.CompletedProcess[bytes]) -> None:
    assert b"Traceback" not in result.stdout + result.stderr
    assert b"Exception ignored" not in result.stderr


# Endings


@pytest.mark.parametrize(
    ("args", "code"),
    [(["ende", "0"], 0), (["ende", "1"], 1), (["ende", "3"], 3), (["ende", "4"], 4), (["ende"], 2), ([], 2)],
)
def test_the_exit_code_is_the_command_s(process: Process, args: list[str], code: int) -> None:
    result = process(*args)
    assert result.returncode == code
    quiet(result)


def test_a_prompt_left_ends_like_ctrl_c(process: Process) -> None:
    result = process("ende", "abbruch")
    assert (result.returncode, result.stderr.decode()) == (130, "Abgebrochen.\n")


def test_streams_that_are_none(app: typer.Typer, monkeypatch: pytest.MonkeyPatch) -> None:
    """As under pythonw on Windows."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert run(lambda: app, ["--version"]) == 0
    assert run(lambda: app, ["werte", "--zal"]) == 2
    for stream in (sys.stdout, sys.stderr):
        stream.close()


# Letters


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({"PYTHONIOENCODING": "cp1252"}, "»Höhe« -> ".encode("cp1252") + rb"\U0001f642"),
        ({"PYTHONIOENCODING": "cp850"}, "»Höhe« -> ".encode("cp850") + rb"\U0001f642"),
        ({"PYTHONIOENCODING": "ascii:strict"}, rb'"H\xf6he" -> \U0001f642'),
        ({"LC_ALL": "C"}, "»Höhe« → 🙂".encode()),
        ({"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"}, "»Höhe« → 🙂".encode()),
        ({"NO_COLOR": "1", "TERM": "dumb", "PYTHONUTF8": "1"}, "»Höhe« → 🙂".encode()),
    ],
)
def test_any_letter_in_any_encoding(process: Process, env: dict[str, str], expected: bytes) -> None:
    result = process("zeige", "»Höhe« → 🙂", env={"PYTHONUTF8": "1"} | env)
    assert result.returncode == 0
    assert result.stdout.strip() == expected
    assert result.stderr.strip() == expected


@pytest.mark.parametrize("columns", ["0", "1", "-5", "x", "100000"])
def test_any_width(process: Process, columns: str) -> None:
    result = process("werte", "--help", env={"COLUMNS": columns, "PYTHONUTF8": "1"})
    lines = result.stdout.decode().splitlines()
    assert result.returncode == 0
    assert "Optionen:" in lines
    assert max(map(len, lines)) <= 80


# Surroundings


def test_no_heavy_library_is_loaded_before_a_command(process: Process) -> None:
    """Only difflib, which typer itself needs; each of the others would cost every call 40 to 100 ms."""
    assert process("module").stdout.split() == [b"difflib"]


def test_the_guard_loads_without_typer(environment: dict[str, str]) -> None:
    code = "import sys; sys.modules['typer'] = None; import konzept.cli.surface.entry"
    subprocess.run([sys.executable, "-c", code], env=environment, check=True, timeout=60)


# The unforeseen


def test_the_unforeseen_is_one_sentence_and_a_file(process: Process, environment: dict[str, str]) -> None:
    result = process("kaputt", "--text", "geheim")
    (report,) = Path(environment["TMPDIR"]).iterdir()
    assert result.returncode == 1
    assert result.stdout == b""
    assert result.stderr.decode() == (
        "Fehler: Im Programm ist etwas geschehen, das nicht vorgesehen war (KeyError).\n"
        f"Hilfe: Der Bericht dazu liegt in »{report}«; er enthält keine Daten des Plans.\n"
    )
    assert "geheim" not in report.read_text(encoding="utf-8")


@pytest.mark.parametrize(("command", "kind"), [("import-kaputt", "ImportError"), ("tief", "RecursionError")])
def test_other_unforeseen_errors(process: Process, command: str, kind: str) -> None:
    result = process(command)
    assert result.returncode == 1
    assert f"nicht vorgesehen war ({kind})" in result.stderr.decode()
    quiet(result)


def test_unguarded_it_passes_through(
    process: Process, app: typer.Typer, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = process("kaputt", "--text", "x", env={UNGUARDED: "1"})
    assert result.returncode == 1
    assert b"KeyError: 'x'" in result.stderr

    def broken() -> typer.Typer:
        raise LookupError

    with pytest.raises(LookupError):
        run(broken, [], guarded=False)
    monkeypatch.setenv(UNGUARDED, "1")
    with pytest.raises(LookupError):
        run(broken, [])
    assert run(lambda: app, ["ende", "3"]) == 3, "a foreseen end is no exception"


def test_an_os_error_of_a_command_is_no_output_failure(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("konzept.cli.surface.crash_report.write_report", lambda _error, _argv: None)

    def broken() -> typer.Typer:
        raise PermissionError(13, "Permission denied", "plan.yaml")

    assert run(broken, [], guarded=True) == 1
    assert "nicht vorgesehen war (PermissionError)" in capsys.readouterr().err
    with pytest.raises(PermissionError):
        run(broken, [], guarded=False)


# Odds and ends


def test_garbage_is_not_collected_during_a_run(process: Process, app: typer.Typer) -> None:
    assert process("muell").stdout == b"False\n"
    assert gc.isenabled()
    run(lambda: app, ["--version"])
    assert gc.isenabled()
    gc.disable()
    try:
        run(lambda: app, ["--version"])
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_shutdown_is_prepared(process: Process) -> None:
    """Nothing is left to search for garbage, and a second Ctrl-C would end it quietly."""
    assert process("danach").stdout.split() == [b"True", b"True"]


@pytest.mark.parametrize(("leaving", "code"), [(None, 0), (5, 5), ("Wort", 1)])
def test_whatever_a_program_leaves_with(leaving: Any, code: int) -> None:
    def load() -> Any:
        return lambda **_settings: sys.exit(leaving)

    assert run(load, []) == code
    assert run(finished, []) == 0


def finished() -> Any:
    return lambda **_settings: None


def test_a_second_ctrl_c_while_the_first_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Impatient(io.StringIO):
        def write(self, _text: str) -> int:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stderr", Impatient())

    def load() -> typer.Typer:
        raise KeyboardInterrupt

    assert run(load, []) == 130
