"""One writer at a time, among processes, and no lock outlives its holder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import konzept
from konzept.edit.fault import EditError
from konzept.edit.lock import only_writer

ROOT = Path(konzept.__file__).resolve().parent.parent
HOLDER = """
import sys, time
from pathlib import Path
from konzept.edit.lock import only_writer
with only_writer(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""
COUNTER = """
import sys
from pathlib import Path
from konzept.edit.lock import only_writer
count = Path(sys.argv[1]) / "count"
for _ in range(int(sys.argv[2])):
    with only_writer(Path(sys.argv[1]) / "lock"):
        count.write_text(str(int(count.read_text()) + 1))
"""


def start(program: str, *args: str) -> subprocess.Popen[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-c", program, *args], env=env, stdout=subprocess.PIPE, text=True
    )


def test_the_lock_file_is_gone_afterwards(tmp_path: Path) -> None:
    with only_writer(tmp_path / "lock"):
        assert (tmp_path / "lock").exists()
    assert list(tmp_path.iterdir()) == []


def test_it_is_given_back_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), only_writer(tmp_path / "lock"):
        raise ZeroDivisionError
    with only_writer(tmp_path / "lock", timeout=0):
        assert (tmp_path / "lock").exists()


def test_a_second_writer_waits_and_then_says_so(tmp_path: Path) -> None:
    with only_writer(tmp_path / "lock"):
        begun = time.monotonic()
        with (
            pytest.raises(EditError, match="Ein anderes Programm schreibt gerade"),
            only_writer(tmp_path / "lock", timeout=0.2),
        ):
            pass
        assert time.monotonic() - begun >= 0.2
    with only_writer(tmp_path / "lock", timeout=0):
        assert (tmp_path / "lock").exists()


def test_a_second_process_gets_it_when_the_first_is_done(tmp_path: Path) -> None:
    with start(HOLDER, str(tmp_path / "lock"), "0.5") as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(EditError), only_writer(tmp_path / "lock", timeout=0):
            pass
        with only_writer(tmp_path / "lock", timeout=30):
            assert (tmp_path / "lock").exists()


def test_a_killed_holder_stops_nobody(tmp_path: Path) -> None:
    with start(HOLDER, str(tmp_path / "lock"), "60") as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        holder.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        holder.wait()
        assert (tmp_path / "lock").exists()
        with only_writer(tmp_path / "lock", timeout=0):
            assert (tmp_path / "lock").exists()
    assert list(tmp_path.iterdir()) == []


def test_four_processes_never_hold_it_together(tmp_path: Path) -> None:
    (tmp_path / "count").write_text("0", encoding="utf-8")
    processes = [start(COUNTER, str(tmp_path), "50") for _ in range(4)]
    for process in processes:
        process.communicate(timeout=60)
    assert [process.returncode for process in processes] == [0, 0, 0, 0]
    assert (tmp_path / "count").read_text(encoding="utf-8") == "200"


def test_a_folder_that_cannot_be_written_to_is_one_sentence(tmp_path: Path) -> None:
    with (
        pytest.raises(EditError, match=r"lässt sich nicht anlegen"),
        only_writer(tmp_path / "fehlt" / "lock"),
    ):
        pass


def test_a_drive_without_locks_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr("konzept.edit.lock._lock", refuse)
    with pytest.raises(EditError, match="keine Datei sperren"), only_writer(tmp_path / "lock"):
        pass
