"""A new Fassung is there whole or not at all, whatever fails, is interrupted or is killed in between."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from konzept.edit import fortschreibung_staging as staging
from konzept.edit.fault import EditError, UnsuitableError
from konzept.edit.fortschreibung import Auftrag, fortschreiben
from konzept.load import load_plan

if TYPE_CHECKING:
    from collections.abc import Callable

SOUND = Path(__file__).parent.parent / "errors" / "_grundplan"
ROOT = Path(__file__).parent.parent.parent
FRAME, FOLDER = "data/fassungen/2024.yaml", "data/handlungsfelder/2024"
AUFTRAG = Auftrag("2020", "2024", date(2023, 6, 30), date(2024, 1, 1))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "plan"))


def names(root: Path) -> set[str]:
    """Return everything in the plan's folder that was not there at first, folders too."""
    return {path.relative_to(root).as_posix() for path in root.rglob("*")} - {
        path.relative_to(SOUND).as_posix() for path in SOUND.rglob("*")
    }


NEW = {FRAME, FOLDER, f"{FOLDER}/1-soziales.yaml"}


def make(root: Path) -> None:
    fortschreiben(root, load_plan(root), AUFTRAG, write=True)


class Failing:
    """Stands in for a function: raises at its ``nth`` call, or after it is done, and otherwise does its work."""

    def __init__(
        self, real: Callable[..., Any], nth: int, error: BaseException, *, after: bool = False
    ) -> None:
        self.real, self.nth, self.error, self.after = real, nth, error, after
        self.calls = 0

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.calls += 1
        if self.calls != self.nth:
            return self.real(*args, **kwargs)
        if self.after:
            self.real(*args, **kwargs)
        raise self.error


STEPS = [
    ("konzept.edit.fortschreibung_staging.shutil.copyfile", 1),
    ("konzept.edit.fortschreibung_staging.shutil.copyfile", 3),
    ("konzept.edit.fortschreibung_staging.write_file", 1),
    ("konzept.edit.fortschreibung_staging.write_file", 2),
    ("konzept.edit.fortschreibung.load_plan", 1),
    ("konzept.edit.fortschreibung.publish", 1),
    ("konzept.edit.fortschreibung_staging._put", 1),
]


def failing(
    monkeypatch: pytest.MonkeyPatch, step: str, nth: int, error: BaseException, *, after: bool
) -> None:
    module, _, name = step.rpartition(".")
    holder: Any = shutil if module.endswith(".shutil") else sys.modules[module]
    real = getattr(holder, name)

    def stand_in(*args: Any, **kwargs: Any) -> Any:
        return double(*args, **kwargs)

    double = Failing(real, nth, error, after=after)
    monkeypatch.setattr(holder, name, stand_in)


@pytest.mark.parametrize(("step", "nth"), STEPS)
def test_a_fault_at_any_step_leaves_nothing(
    step: str, nth: int, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = load_plan(root)
    failing(monkeypatch, step, nth, OSError(28, "No space left on device"), after=False)
    with pytest.raises(EditError, match="es wurde nichts geschrieben"):
        fortschreiben(root, loaded, AUFTRAG, write=True)
    assert names(root) == set()


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize(("step", "nth"), STEPS)
def test_an_interrupt_at_any_step_leaves_all_or_nothing(
    step: str, nth: int, *, after: bool, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = load_plan(root)
    failing(monkeypatch, step, nth, KeyboardInterrupt(), after=after)
    with pytest.raises(KeyboardInterrupt):
        fortschreiben(root, loaded, AUFTRAG, write=True)
    whole = after and step.endswith(("publish", "_put"))
    assert names(root) == (NEW if whole else set())


@pytest.mark.parametrize("after", [False, True])
def test_an_interrupt_around_the_move_of_the_folder_takes_it_back(
    *, after: bool, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self.name == "2024" and "/.fortschreibung/" in self.as_posix():
            if after:
                real(self, target)
            monkeypatch.setattr(Path, "rename", real)
            raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(KeyboardInterrupt):
        make(root)
    assert names(root) == set()


KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from konzept.edit import fortschreibung, fortschreibung_staging
from konzept.edit.fortschreibung import Auftrag, fortschreiben
from konzept.load import load_plan

step, root = sys.argv[1], Path(sys.argv[2])

def die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)

if step == "copied":
    fortschreibung.load_plan = die
elif step == "proved":
    fortschreibung.publish = die
elif step == "folder moved":
    fortschreibung_staging._put = die
elif step == "published":
    fortschreibung.sorted_findings = die
fortschreiben(root, load_plan(root), Auftrag("2020", "2024", date(2023, 6, 30), date(2024, 1, 1)), write=True)
"""


@pytest.mark.parametrize(
    ("step", "there"),
    [("copied", set()), ("proved", set()), ("folder moved", NEW - {FRAME}), ("published", NEW)],
)
def test_a_kill_leaves_no_half_fassung_that_passes_for_one(step: str, there: set[str], root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, step, str(root)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    assert {name for name in names(root) if "/." not in f"/{name}"} == there
    codes = [befund.code for befund in load_plan(root).findings]
    assert codes == (["fassung-ohne-rahmen"] if step == "folder moved" else [])
    if step == "folder moved":
        with pytest.raises(
            UnsuitableError, match="Den Ordner data/handlungsfelder/2024 gibt es schon, aber ohne"
        ):
            make(root)
        shutil.rmtree(root / FOLDER)
    if step != "published":
        make(root)
        assert names(root) == NEW


def test_what_a_kill_left_behind_is_taken_away_unless_it_is_a_link(root: Path, tmp_path: Path) -> None:
    (root / staging.STAGING / "data").mkdir(parents=True)
    make(root)
    assert names(root) == NEW
    elsewhere = tmp_path / "anderswo"
    elsewhere.mkdir()
    (elsewhere / "wichtig").write_text("x", encoding="utf-8")
    (root / staging.STAGING).symlink_to(elsewhere)
    (root / FRAME).unlink()
    shutil.rmtree(root / FOLDER)
    with pytest.raises(EditError, match="lässt sich nicht ablegen"):
        make(root)
    assert (elsewhere / "wichtig").exists()


@pytest.mark.parametrize("name", [FRAME, FOLDER])
def test_a_name_taken_at_the_last_moment_is_not_overwritten(
    name: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = staging.publish

    def publish(*args: Any) -> None:
        (root / name).symlink_to("fehlt")
        real(*args)

    monkeypatch.setattr("konzept.edit.fortschreibung.publish", publish)
    with pytest.raises(UnsuitableError, match="eben angelegt worden"):
        make(root)
    assert names(root) == {name}
    assert (root / name).is_symlink()


def no_links(_source: Path, _target: Path) -> None:
    raise OSError(95, "Operation not supported")


def test_a_drive_without_links_is_served(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("konzept.edit.fortschreibung_staging.os.link", no_links)
    make(root)
    assert names(root) == NEW
    assert load_plan(root).findings == []


def test_a_drive_without_links_overwrites_nothing_either(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(source: Path, target: Path) -> None:
        target.write_text("von anderen", encoding="utf-8")
        no_links(source, target)

    monkeypatch.setattr("konzept.edit.fortschreibung_staging.os.link", link)
    with pytest.raises(UnsuitableError, match="eben angelegt worden"):
        make(root)
    assert names(root) == {FRAME}
    assert (root / FRAME).read_text(encoding="utf-8") == "von anderen"


def test_a_folder_that_must_not_be_written_to_is_one_sentence(root: Path) -> None:
    (root / staging.STAGING).write_text("x", encoding="utf-8")
    with pytest.raises(EditError, match="lässt sich nicht ablegen"):
        make(root)
    assert names(root) == {staging.STAGING.as_posix()}


def test_only_what_the_loader_reads_is_copied(root: Path, tmp_path: Path) -> None:
    (root / "data" / ".geheim.yaml").write_text("x", encoding="utf-8")
    (root / "data" / "liste.xlsx").write_bytes(b"x" * 10)
    (root / "data" / "anderswo").symlink_to(tmp_path)
    with staging.staged(root, {FRAME: b"x"}, inside=False) as folder:
        copied = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert copied == {path.relative_to(SOUND).as_posix() for path in SOUND.rglob("*.yaml")} | {FRAME}
    assert not folder.exists()
