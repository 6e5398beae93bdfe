"""Bytes to text: kind, size, encoding and control characters are judged before any YAML."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from konzept.load.file_text import read_text
from konzept.load.limits import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

NAME = "data/x.yaml"


def read(path: Path) -> tuple[str | None, list[tuple[str, int, int]]]:
    text, findings = read_text(path, NAME)
    return text, [(befund.code, befund.ort.zeile, befund.ort.spalte) for befund in findings]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", ""),
        (b"a: b\n", "a: b\n"),
        (b"\xef\xbb\xbfa: b", "a: b"),
        ("größe: 😀".encode(), "größe: 😀"),
        (b"a:\tb\r\n", "a:\tb\r\n"),
    ],
)
def test_readable(raw: bytes, text: str, tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(raw)
    assert read(file) == (text, [])


@pytest.mark.parametrize(
    ("raw", "finding"),
    [
        ("a: b\nc: grün".encode("cp1252"), ("zeichensatz", 2, 6)),
        ("a: b".encode("utf-16"), ("zeichensatz", 1, 1)),
        ("a: b".encode("utf-16-be"), ("zeichensatz", 1, 1)),
        ("a: b\u202ec".encode(), ("steuerzeichen", 1, 5)),
        (b"a: \xc3", ("zeichensatz", 1, 4)),
        (b"a: \xed\xa0\x80", ("zeichensatz", 1, 4)),
        (b"a: b\r\nc: \x00", ("steuerzeichen", 2, 4)),
        (b"a: \x1b[31m", ("steuerzeichen", 1, 4)),
        ("a: b\u2028c".encode(), ("steuerzeichen", 1, 5)),
        ("a: b\x85c".encode(), ("steuerzeichen", 1, 5)),
        ("a\ufeff: b".encode(), ("steuerzeichen", 1, 2)),
    ],
)
def test_refused_with_the_place(raw: bytes, finding: tuple[str, int, int], tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(raw)
    assert read(file) == (None, [finding])


def test_exactly_the_limit_is_read_one_byte_more_is_not(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(b"#" * MAX_BYTES)
    assert read(file)[1] == []
    file.write_bytes(b"#" * (MAX_BYTES + 1))
    assert read(file)[1] == [("datei-zu-gross", 1, 1)]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.yaml")
    assert read(tmp_path / "x.yaml") == (None, [("datei-unlesbar", 1, 1)])


def test_folder_missing_file_and_link_loop(tmp_path: Path) -> None:
    (tmp_path / "ordner.yaml").mkdir()
    (tmp_path / "kreis.yaml").symlink_to("kreis.yaml")
    for name in ("ordner.yaml", "fehlt.yaml", "kreis.yaml", "/dev/zero"):
        assert read(tmp_path / name) == (None, [("datei-unlesbar", 1, 1)])
