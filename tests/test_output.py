"""Files are written whole or not at all, whatever goes wrong in between."""

from __future__ import annotations

import io
import os
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from konzept.output import OutputError, write_file, write_stderr, write_stdout


def litter(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_text_is_utf8_with_its_own_line_ends(tmp_path: Path) -> None:
    write_file(tmp_path / "a.md", "Größe\nx\r\n")
    assert (tmp_path / "a.md").read_bytes() == "Größe\nx\r\n".encode()


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    write_file(tmp_path / "a.bin", b"\x00\xff")
    assert (tmp_path / "a.bin").read_bytes() == b"\x00\xff"
    assert litter(tmp_path) == ["a.bin"]


def test_mode_of_the_old_file_stays_and_a_new_one_follows_the_umask(tmp_path: Path) -> None:
    old = tmp_path / "alt"
    old.write_text("x", encoding="utf-8")
    old.chmod(0o640)
    write_file(old, "y")
    assert old.stat().st_mode & 0o777 == 0o640
    umask = os.umask(0o027)
    try:
        write_file(tmp_path / "neu", "y")
    finally:
        os.umask(umask)
    assert (tmp_path / "neu").stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "ziel").write_text("x", encoding="utf-8")
    (tmp_path / "link").symlink_to("ziel")
    write_file(tmp_path / "link", "neu")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "ziel").read_text(encoding="utf-8") == "neu"


def test_a_name_of_the_longest_legal_length(tmp_path: Path) -> None:
    write_file(tmp_path / ("x" * 255), "y")
    assert litter(tmp_path) == ["x" * 255]


@pytest.mark.parametrize("name", ["ordner", "fehlt/datei"])
def test_what_cannot_be_written_is_one_german_sentence(name: str, tmp_path: Path) -> None:
    (tmp_path / "ordner").mkdir()
    with pytest.raises(OutputError, match="lässt sich nicht schreiben"):
        write_file(tmp_path / name, "x")
    assert litter(tmp_path) == ["ordner"]


@pytest.mark.parametrize("step", ["fsync", "replace", "open"])
@pytest.mark.parametrize("error", [OSError(28, "No space left"), KeyboardInterrupt()])
def test_each_step_made_to_fail_leaves_the_old_file_and_no_litter(
    step: str, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a"
    target.write_text("alt", encoding="utf-8")

    def fail(*_: Any, **__: Any) -> Any:
        raise error

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    elif step == "replace":
        monkeypatch.setattr(Path, "replace", fail)
    else:
        monkeypatch.setattr(Path, "open", fail)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        write_file(target, "neu")
    monkeypatch.undo()
    assert target.read_text(encoding="utf-8") == "alt"
    assert litter(tmp_path) == ["a"]


def test_standard_streams_may_be_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    write_stdout("x")
    write_stderr("x")


def test_standard_streams_get_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    out, err = io.StringIO(), io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    write_stdout("eins")
    write_stderr("zwei")
    assert (out.getvalue(), err.getvalue()) == ("eins", "zwei")


def test_a_device_is_written_to_and_not_replaced() -> None:
    null = Path(os.devnull)
    write_file(null, "x")
    assert not null.is_file()


def test_a_pipe_takes_all_bytes_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "leitung"
    os.mkfifo(pipe)
    with pytest.raises(OutputError, match="niemand liest aus dieser Leitung"):
        write_file(pipe, "x")
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    while True:
        try:
            write_file(pipe, "ä" * 100_000)
        except OutputError:  # the other side is not there yet
            continue
        break
    reader.join()
    assert got == [("ä" * 100_000).encode()]
    assert pipe.is_fifo()
