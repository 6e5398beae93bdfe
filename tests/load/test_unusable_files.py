"""Why a file cannot be used, said exactly: encoding guessed from few bytes, and the system's reasons in German."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from konzept.diagnostics import SourceMap
from konzept.load.file_text import TooLargeError, fetched_text, os_reason, read_regular
from konzept.load.limits import MAX_BYTES, MAX_NODES, MAX_TEXT
from konzept.load.plan_loader import load_plan
from konzept.load.yaml_tree import parse_yaml

NAME = "data/x.yaml"
GRUNDPLAN = Path(__file__).parent.parent / "errors" / "_grundplan"


@pytest.mark.parametrize(
    ("raw", "guess"),
    [
        # signs without a zero byte: only the mark at the beginning tells
        ("\ufeff漢字漢字".encode("utf-16-le"), "UTF-16"),
        ("\ufeff漢字漢字".encode("utf-16-be"), "UTF-16"),
        # no mark: two bytes of five and more are zero
        (b"a\0b\0c", None),
        (b"ab\0c\0\0d", "UTF-16"),
        ("größe".encode("latin-1"), "Windows-1252"),
    ],
)
def test_the_guess_at_another_encoding(raw: bytes, guess: str | None) -> None:
    text, (befund,) = fetched_text(lambda: raw, NAME)
    assert text is None
    assert (befund.code == "zeichensatz") is (guess is not None)
    assert guess is None or guess in befund.meldung


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ELOOP, "Kreis"),
        (errno.ENAMETOOLONG, "zu lang"),
        (errno.ENOTDIR, "kein Ordner"),
        (errno.EIO, "Gerät"),
        (errno.EBUSY, "Fehler EBUSY"),
        (99_999, "Fehler unbekannt"),
        (None, "Fehler unbekannt"),
    ],
)
def test_the_reason_of_the_system(number: int | None, reason: str) -> None:
    error = OSError(number, "English words") if number else OSError("English words")
    assert reason in os_reason(error)

    def refuse() -> bytes:
        raise error

    text, (befund,) = fetched_text(refuse, NAME)
    assert (text, befund.code) == (None, "datei-unlesbar")
    assert reason in befund.meldung


@pytest.mark.parametrize(
    ("error", "words"),
    [(FileNotFoundError(), "gibt es nicht"), (PermissionError(), "keine Berechtigung")],
)
def test_the_two_reasons_that_are_met_most(error: OSError, words: str) -> None:
    def refuse() -> bytes:
        raise error

    assert words in fetched_text(refuse, NAME)[1][0].meldung


def test_a_file_that_grew_while_it_was_read_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.yaml").write_bytes(b"#" * (MAX_BYTES + 5))
    (tmp_path / "klein.yaml").write_bytes(b"#")
    before = (tmp_path / "klein.yaml").stat()
    monkeypatch.setattr(Path, "stat", lambda _: before)
    with pytest.raises(TooLargeError) as told:
        read_regular(tmp_path / "x.yaml")
    assert told.value.size == MAX_BYTES + 1


def parsed(text: str) -> tuple[object, list[str]]:
    data, findings = parse_yaml(text, NAME, SourceMap())
    return data, [befund.code for befund in findings]


def test_a_text_of_just_the_limit_is_read() -> None:
    assert parsed("a: " + "b" * MAX_TEXT)[1] == []
    assert parsed("a: " + "b" * (MAX_TEXT + 1)) == (None, ["text-zu-lang"])


def test_a_file_of_just_the_limit_of_values_is_read() -> None:
    """The list itself is one of its values."""
    assert parsed("[" + "a," * (MAX_NODES - 1) + "]")[1] == []
    assert parsed("[" + "a," * MAX_NODES + "]") == (None, ["datei-zu-viele-werte"])


def test_a_link_in_a_circle_hides_no_other_file_of_its_folder(tmp_path: Path) -> None:
    shutil.copytree(GRUNDPLAN, tmp_path / "plan")
    folder = tmp_path / "plan" / "data" / "handlungsfelder" / "2020"
    (folder / "a.yaml").symlink_to("a.yaml")
    (folder / "x.txt").symlink_to("x.txt")
    loaded = load_plan(tmp_path / "plan")
    assert [(b.code, b.ort.datei) for b in loaded.findings] == [
        ("datei-unlesbar", "data/handlungsfelder/2020/a.yaml")
    ]
    assert [feld.id for feld in loaded.plan.fassungen[0].handlungsfelder] == ["soziales"]
