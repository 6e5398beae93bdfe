"""The guard where there are signals, file descriptors and /dev; elsewhere these tests are not collected."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Process = Callable[..., subprocess.CompletedProcess[bytes]]

SHELL = "/bin/sh"
PROGRAM = Path(__file__).with_name("sample_program.py")
MANY = "20000"
"""So many lines that a write fails in the command; a few lines fail only when the buffer is emptied."""

FULL = Path("/dev/full")
"""A disk that is always full; Linux has one, macOS has not."""


def quiet(result: subprocess.CompletedProcess[bytes]) -> None:
    assert b"Traceback" not in result.stdout + result.stderr
    assert b"Exception ignored" not in result.stderr


@pytest.mark.parametrize("command", ["warte", "import-warte"])
def test_ctrl_c(environment: dict[str, str], command: str) -> None:
    """While a command works, and while the app is still being imported."""
    with subprocess.Popen(
        [sys.executable, str(PROGRAM), command],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"bereit\n"
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
    assert (running.returncode, out, err.decode()) == (130, b"", "Abgebrochen.\n")


@pytest.mark.parametrize("lines", ["3", MANY])
def test_a_broken_pipe_is_quiet(environment: dict[str, str], lines: str) -> None:
    """Noticed in the command (many lines) or when the buffer is flushed at its end (few)."""
    read, write = os.pipe()
    os.close(read)
    result = subprocess.run(
        [sys.executable, str(PROGRAM), "viel", lines],
        env=environment,
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(write)
    assert (result.returncode, result.stderr) == (1, b"")


def test_both_pipes_broken(environment: dict[str, str]) -> None:
    read, write = os.pipe()
    os.close(read)
    codes = [
        subprocess.run(
            [sys.executable, str(PROGRAM), *args], env=environment, stdout=write, stderr=write, check=False
        ).returncode
        for args in (["viel", MANY], ["werte", "--zal"], ["kaputt", "--text", "x"])
    ]
    os.close(write)
    assert codes == [1, 1, 1]


@pytest.mark.parametrize("lines", ["3", MANY])
def test_a_full_disk(process: Process, tmp_path: Path, lines: str) -> None:
    device = FULL if FULL.exists() else tmp_path / "datei"
    with device.open("wb") as full:
        result = process("viel", lines, stdout=full, stderr=subprocess.PIPE)
    expected = "Fehler: Die Ausgabe ließ sich nicht vollständig schreiben: der Datenträger ist voll.\n"
    failed = (result.returncode, result.stderr.decode())
    assert failed == ((1, expected) if device is FULL else (0, ""))


@pytest.mark.parametrize("closing", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_from_the_start(
    environment: dict[str, str], tmp_path: Path, closing: str
) -> None:
    def running(args: str) -> subprocess.CompletedProcess[bytes]:
        line = f'exec "{sys.executable}" "{PROGRAM}" {args} {closing}'
        return subprocess.run(
            [SHELL, "-c", line], cwd=tmp_path, env=environment, capture_output=True, check=False, timeout=60
        )

    fine, wrong, broken = running("zeige ä"), running("werte --zal"), running("kaputt --text x")
    assert (fine.returncode, wrong.returncode, broken.returncode) == (0, 2, 1)
    for result in (fine, wrong, broken):
        quiet(result)
    assert fine.stdout.decode() == ("" if ">&-" in closing.split() else "ä\n")
    assert fine.stderr.decode() == ("" if "2>&-" in closing else "ä\n")
    assert running("nummer datei").returncode > 2, "a file of a command took the place of a stream"


def test_bytes_that_are_no_text(environment: dict[str, str]) -> None:
    result = subprocess.run(
        [sys.executable.encode(), os.fsencode(PROGRAM), b"zeige", b"H\xf6he"],
        env=environment | {"PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (result.returncode, result.stdout) == (0, b"H\\udcf6he\n")


@pytest.mark.parametrize(
    ("args", "code", "text"),
    [
        (["--help"], 0, "Aufruf: konzept"),
        (["werte", "--zal"], 2, "Meinten Sie »--zahl«?"),
        (["werte"], 3, "Den Ordner, in dem Sie arbeiten, gibt es nicht mehr."),
        (["-C", "/", "werte"], 0, "/"),
        (["kaputt", "--text", "x"], 1, "nicht vorgesehen"),
    ],
)
def test_the_working_folder_was_deleted(
    environment: dict[str, str], tmp_path: Path, args: list[str], code: int, text: str
) -> None:
    gone = tmp_path / "weg"
    gone.mkdir()
    words = " ".join(f"'{arg}'" for arg in args)
    line = f'rmdir "{gone}" && exec "{sys.executable}" "{PROGRAM}" {words}'
    result = subprocess.run(
        [SHELL, "-c", line], cwd=gone, env=environment, capture_output=True, check=False, timeout=60
    )
    quiet(result)
    assert result.returncode == code
    assert text in (result.stdout + result.stderr).decode()


def test_no_place_for_the_report(environment: dict[str, str], tmp_path: Path) -> None:
    program = (
        "import runpy, sys, tempfile; sys.argv[1:] = ['tief'];"
        f"tempfile._candidate_tempdir_list = lambda: [{str(tmp_path / 'nix')!r}];"
        f"runpy.run_path({str(PROGRAM)!r}, run_name='__main__')"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, check=False, timeout=60
    )
    assert result.returncode == 1
    assert result.stderr.decode().splitlines()[1] == "Hilfe: Ein Bericht dazu ließ sich nicht schreiben."
