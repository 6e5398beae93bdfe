"""Repaired files are there all or none, whatever fails, is interrupted or is killed in between."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from konzept.edit import lock
from konzept.edit import reparatur_ablage as ablage
from konzept.edit.fault import EditError
from konzept.edit.reparatur import LOCKS, Reparatur, reparieren
from konzept.load import load_plan

if TYPE_CHECKING:
    from collections.abc import Callable

SOUND = Path(__file__).parent.parent / "errors" / "_grundplan"
ROOT = Path(__file__).parent.parent.parent
FIELD = "data/handlungsfelder/2020/1-soziales.yaml"
FULL = OSError(errno.ENOSPC, "No space left on device")


def crlf(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a plan of four files, each with line ends to repair."""
    root = Path(shutil.copytree(SOUND, tmp_path / "plan"))
    for path in root.rglob("*.yaml"):
        crlf(path)
    return root


def contents(root: Path) -> dict[str, bytes]:
    """Return everything in the plan's folder, what begins with a dot too."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


CLEAN = contents(SOUND)


def repair(root: Path) -> Reparatur:
    return reparieren(root, lambda _: True, ocr=False, write=True)


class Failing:
    """Stands in for a function: raises at its ``nth`` call, or after it is done, and otherwise does its work."""

    def __init__(self, real: Callable[..., Any], nth: int, error: BaseException, *, after: bool) -> None:
        self.real, self.nth, self.error, self.after, self.calls = real, nth, error, after, 0

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.calls += 1
        if self.calls != self.nth:
            return self.real(*args, **kwargs)
        if self.after:
            self.real(*args, **kwargs)
        raise self.error


def bound(failing: Failing) -> Callable[..., Any]:
    """Make a method of it: an instance of a class is not bound to the path it is called on."""

    def method(self: Path, *args: Any) -> Any:
        return failing(self, *args)

    return method


def test_all_files_are_replaced_and_nothing_else_is_left(root: Path) -> None:
    assert len(repair(root).dateien) == 4
    assert contents(root) == CLEAN
    assert load_plan(root).findings == []


@pytest.mark.parametrize("nth", [1, 2, 4])
def test_a_full_disk_changes_nothing(nth: int, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(root)
    monkeypatch.setattr(os, "fsync", Failing(os.fsync, nth, FULL, after=False))
    with pytest.raises(EditError, match="der Datenträger ist voll"):
        repair(root)
    assert contents(root) == before


RENAMES = [(nth, after) for nth in (1, 2, 3, 4) for after in (False, True)]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.EIO, "I/O error")])
@pytest.mark.parametrize(("nth", "after"), RENAMES)
def test_what_fails_between_two_files_is_taken_back(
    nth: int, error: BaseException, root: Path, monkeypatch: pytest.MonkeyPatch, *, after: bool
) -> None:
    before = contents(root)
    failing = Failing(Path.replace, nth, error, after=after)
    publish = ablage._publish

    def publishing(gelegt: Any) -> None:
        with pytest.MonkeyPatch.context() as inner:
            inner.setattr(Path, "replace", bound(failing))
            publish(gelegt)

    monkeypatch.setattr(ablage, "_publish", publishing)
    with pytest.raises((EditError, KeyboardInterrupt)):
        repair(root)
    # behind the last rename everything is done, and stays done
    assert contents(root) == (CLEAN if after and nth == 4 else before)


def test_a_drive_without_links_keeps_a_copy_to_take_the_change_back(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(root)
    (root / FIELD).chmod(0o640)

    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    publish = ablage._publish

    def publishing(gelegt: Any) -> None:
        with pytest.MonkeyPatch.context() as inner:
            inner.setattr(Path, "replace", bound(Failing(Path.replace, 4, KeyboardInterrupt(), after=False)))
            publish(gelegt)

    monkeypatch.setattr(ablage, "_publish", publishing)
    with pytest.raises(KeyboardInterrupt):
        repair(root)
    assert contents(root) == before
    assert stat.S_IMODE((root / FIELD).stat().st_mode) == 0o640
    monkeypatch.setattr(ablage, "_publish", publish)
    repair(root)
    assert contents(root) == CLEAN


KILLED = """
import os, signal, sys
from pathlib import Path
from konzept.edit import reparatur_ablage
from konzept.edit.reparatur import reparieren

step, root = int(sys.argv[1]), Path(sys.argv[2])
calls, real, publish = 0, Path.replace, reparatur_ablage._publish

def replace(self, target):
    global calls
    calls += 1
    if calls > step:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(self, target)

def publishing(gelegt):
    Path.replace = replace
    publish(gelegt)

reparatur_ablage._publish = publishing
reparieren(root, lambda name: True, ocr=False, write=True)
"""


@pytest.mark.parametrize("step", [0, 1, 3])
def test_a_kill_leaves_every_file_whole_and_the_next_call_does_the_rest(step: int, root: Path) -> None:
    before = contents(root)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(step), str(root)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    after = contents(root)
    repaired = [name for name in before if after[name] == CLEAN[name]]
    assert len(repaired) == step
    assert all(after[name] == before[name] for name in before if name not in repaired)
    assert load_plan(root).findings == []
    assert len(repair(root).dateien) == 4 - step
    assert contents(root) == CLEAN


def test_modes_are_kept_and_links_stay_links(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "anderswo.yaml"
    shutil.move(root / FIELD, elsewhere)
    (root / FIELD).symlink_to(elsewhere)
    elsewhere.chmod(0o600)
    (root / "data/akteure.yaml").chmod(0o664)
    repair(root)
    assert (root / FIELD).is_symlink()
    assert elsewhere.read_bytes() == CLEAN[FIELD]
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o600
    assert stat.S_IMODE((root / "data/akteure.yaml").stat().st_mode) == 0o664


def test_a_link_to_another_drive_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(root)

    def other_drive(*_: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(ablage, "_publish", other_drive)
    with pytest.raises(EditError, match="eine Verknüpfung führt auf ein anderes Laufwerk"):
        repair(root)
    assert contents(root) == before


def test_a_file_under_two_names_is_repaired_once(root: Path) -> None:
    (root / "data/handlungsfelder/2021").mkdir()
    (root / "data/handlungsfelder/2021/1-soziales.yaml").symlink_to(root / FIELD)
    assert len(repair(root).dateien) == 5
    assert (root / FIELD).read_bytes() == CLEAN[FIELD]
    assert repair(root) == Reparatur((), ())


def test_a_protected_file_stops_all(root: Path) -> None:
    before = contents(root)
    (root / FIELD).chmod(0o444)
    with pytest.raises(
        EditError, match=f"Die Datei {FIELD} ist schreibgeschützt; es wurde nichts verändert."
    ):
        repair(root)
    assert contents(root) == before
    done = reparieren(root, lambda name: name != FIELD, ocr=False, write=True)
    assert len(done.dateien) == 3


@pytest.mark.parametrize("step", ["_laid", "_refuse_protected"])
def test_a_file_that_another_program_changes_meanwhile_is_not_overwritten(
    step: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = getattr(ablage, step)

    def meanwhile(*args: Any) -> Any:
        (root / FIELD).write_bytes(b"id: neu\r\n")
        return real(*args)

    before = contents(root)
    monkeypatch.setattr(ablage, step, meanwhile)
    with pytest.raises(EditError, match="wurde eben von einem anderen Programm geändert"):
        repair(root)
    assert contents(root) == {**before, FIELD: b"id: neu\r\n"}


def test_a_file_that_vanishes_meanwhile_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = ablage._exchanges

    def meanwhile(*args: Any) -> Any:
        (root / FIELD).unlink()
        return real(*args)

    monkeypatch.setattr(ablage, "_exchanges", meanwhile)
    with pytest.raises(EditError, match="wurde eben von einem anderen Programm geändert"):
        repair(root)
    assert not (root / FIELD).exists()
    assert (root / "data/akteure.yaml").read_bytes() == CLEAN["data/akteure.yaml"].replace(b"\n", b"\r\n")


@pytest.mark.parametrize("held", LOCKS, ids=str)
def test_no_repair_while_another_command_writes(
    held: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock.only_writer.__wrapped__, "__defaults__", (0.05,))  # type: ignore[attr-defined]  # contextmanager keeps the function it wraps
    before = contents(root)
    with (
        lock.only_writer(root / held),
        pytest.raises(EditError, match="Ein anderes Programm schreibt gerade"),
    ):
        repair(root)
    assert contents(root) == before


def test_what_a_kill_left_behind_is_taken_away_unless_it_is_a_link(root: Path, tmp_path: Path) -> None:
    (root / ablage.STAGING).mkdir()
    (root / ablage.STAGING / "0-neu").write_text("x", encoding="utf-8")
    repair(root)
    assert contents(root) == CLEAN
    elsewhere = tmp_path / "anderswo"
    elsewhere.mkdir()
    (elsewhere / "wichtig").write_text("x", encoding="utf-8")
    (root / ablage.STAGING).symlink_to(elsewhere)
    crlf(root / FIELD)
    with pytest.raises(EditError, match="lässt sich nicht ablegen"):
        repair(root)
    assert (elsewhere / "wichtig").exists()
    assert b"\r\n" in (root / FIELD).read_bytes()
