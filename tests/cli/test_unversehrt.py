"""Whatever goes wrong while something is written, the old file stays whole and nothing is left lying about."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
import typst

from konzept.__main__ import _load_app
from konzept.cli.render_auftrag import Format
from konzept.cli.surface.entry import run
from konzept.output import OutputError, write_file

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAN = Path(__file__).parent / "luecken" / "voller_plan"
OLD = b"von gestern"
FULL, INTERRUPTED = OSError(28, "No space left on device"), KeyboardInterrupt()
FOUND, ABORTED = 1, 130
MUSTER = ["render", "konzept", "--fassung", "2025", "--format"]


def konzept(*words: str, plan: Path = PLAN) -> int:
    return run(_load_app, ["-C", str(plan), *words])


def fail(error: BaseException) -> Any:
    """Return a function that raises instead of doing anything."""

    def failing(*_: object, **__: object) -> NoReturn:
        raise error

    return failing


def replace_fails(error: BaseException, after: int) -> Any:
    """Return what replaces Path.replace: it works so many times, then it raises."""
    replace, left = Path.replace, [after]

    def failing(path: Path, target: Path) -> Path:
        if not left[0]:
            raise error
        left[0] -= 1
        return replace(path, target)

    return failing


pytestmark = pytest.mark.usefixtures("capsys")
"""What is printed is kept in memory; pytest's own file for it must not meet the limit of ``tiny_files``."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with an old file; what libraries put into the folder for temporary files would be seen, too."""
    place = tmp_path / "ort"
    (place / "tmp").mkdir(parents=True)
    monkeypatch.setenv("TMPDIR", str(place / "tmp"))
    monkeypatch.setattr("tempfile.tempdir", None)
    (place / "alt").write_bytes(OLD)
    return place


def whole(place: Path) -> bool:
    """Tell whether the old file is all there is, and as it was."""
    inside = sorted(path.relative_to(place).as_posix() for path in place.rglob("*"))
    return inside == ["alt", "tmp"] and (place / "alt").read_bytes() == OLD


@pytest.fixture
def tiny_files() -> Iterator[None]:
    """Let no file of this process grow beyond some bytes: writing breaks off in the middle, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("tiny_files")
@pytest.mark.parametrize("form", list(Format))
def test_a_disk_that_is_full_in_the_middle_of_any_format(
    form: Format, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert konzept(*MUSTER, form, "-o", str(folder / "alt")) == FOUND
    assert whole(folder)
    assert "lässt sich nicht schreiben" in capsys.readouterr().err


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("error", [FULL, INTERRUPTED])
@pytest.mark.parametrize("form", [Format.HTML, Format.CSV, Format.ODS])
def test_each_step_made_to_fail(
    form: Format, error: BaseException, step: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail(error))
    else:
        monkeypatch.setattr(Path, "replace", fail(error))
    expected = ABORTED if error is INTERRUPTED else FOUND
    assert konzept(*MUSTER, form, "-o", str(folder / "alt")) == expected
    assert whole(folder)


@pytest.mark.usefixtures("tiny_files")
def test_the_file_of_its_own_name_at_a_terminal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = folder / "ausgabe" / "konzept-2025.html"
    old.parent.mkdir()
    (folder / "alt").rename(old)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert konzept("render") == FOUND
    assert [path.name for path in old.parent.iterdir()] == [old.name]
    assert old.read_bytes() == OLD


@pytest.mark.parametrize("form", [Format.MD, Format.HTML])
def test_a_template_of_the_county_that_fails_halfway(form: Format, folder: Path, tmp_path: Path) -> None:
    plan = Path(shutil.copytree(PLAN, tmp_path / "plan"))
    template = plan / "templates" / form / f"konzept.j2.{form}"
    template.parent.mkdir(parents=True)
    template.write_text("Anfang {{ dokument.titel }}\n" * 100 + "{{ gibt.es.nicht }}", encoding="utf-8")
    assert konzept(*MUSTER, form, "-o", str(folder / "alt"), plan=plan) == FOUND
    assert whole(folder)


@pytest.mark.parametrize(("error", "code"), [(typst.TypstError("cannot", ""), FOUND), (INTERRUPTED, ABORTED)])
def test_typst_that_fails(
    error: BaseException, code: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typst, "compile", fail(error))
    assert konzept(*MUSTER, Format.PDF, "-o", str(folder / "alt")) == code
    assert whole(folder)


def letters(folder: Path, form: Format = Format.MD) -> int:
    return konzept("render", "zustaendigkeiten", "--format", form, "--je-akteur", str(folder))


@pytest.fixture
def post(folder: Path) -> Path:
    """Return a folder with the letters of an earlier run and a file of somebody else's."""
    assert letters(folder) == 0
    for file in folder.glob("*.md"):
        file.write_bytes(OLD)
    assert len(list(folder.glob("*.md"))) > 1
    return folder


def untouched(post: Path) -> bool:
    names = {path.name for path in post.iterdir()}
    return names == {"alt", "tmp", "sozialamt.md", "verein.md"} and {
        path.read_bytes() for path in post.glob("*.*")
    } == {OLD}


@pytest.mark.parametrize("form", [Format.MD, Format.HTML, Format.PDF, Format.ODT, Format.DOCX])
def test_letters_on_a_full_disk(form: Format, post: Path, request: pytest.FixtureRequest) -> None:
    request.getfixturevalue("tiny_files")
    assert letters(post, form) == FOUND
    assert untouched(post)


@pytest.mark.parametrize(("error", "code"), [(FULL, FOUND), (INTERRUPTED, ABORTED)])
def test_letters_that_break_off_before_the_last_is_written(
    error: BaseException, code: int, post: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", replace_fails(error, after=1))
    assert letters(post) == code
    assert untouched(post)


@pytest.mark.parametrize(("error", "code"), [(FULL, FOUND), (INTERRUPTED, ABORTED)])
def test_letters_that_break_off_while_they_take_their_places(
    error: BaseException,
    code: int,
    post: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Two are written beside, the first is in its place, the second is not: each is whole, and it is said."""
    monkeypatch.setattr(Path, "replace", replace_fails(error, after=3))
    assert letters(post) == code
    assert {path.name for path in post.iterdir()} == {"alt", "tmp", "sozialamt.md", "verein.md"}
    assert [name for name in ("sozialamt", "verein") if (post / f"{name}.md").read_bytes() == OLD] == [
        "verein"
    ]
    assert (post / "sozialamt.md").read_text(encoding="utf-8").endswith("\n")
    if code == FOUND:
        assert "1 von 2 Dateien sind schon erneuert" in capsys.readouterr().err


KILLED = """
import os, signal, sys
from pathlib import Path
from konzept.output import write_file
os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
write_file(Path(sys.argv[1]), "neu")
"""


def test_a_program_that_is_killed_leaves_the_old_file_whole(folder: Path) -> None:
    surroundings = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder / "alt")], env=surroundings, check=False, timeout=60
    )
    assert done.returncode < 0
    assert (folder / "alt").read_bytes() == OLD
    write_file(folder / "alt", "neu")
    assert (folder / "alt").read_bytes() == b"neu"


def test_four_writers_at_once_leave_one_whole_file(folder: Path) -> None:
    contents = [str(number).encode() * 300_000 for number in range(4)]
    faults: list[OutputError] = []

    def write(content: bytes) -> None:
        try:
            for _ in range(5):
                write_file(folder / "alt", content)
        except OutputError as error:
            faults.append(error)

    writers = [threading.Thread(target=write, args=(content,)) for content in contents]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert faults == []
    assert (folder / "alt").read_bytes() in contents
    assert sorted(path.name for path in folder.iterdir()) == ["alt", "tmp"]
