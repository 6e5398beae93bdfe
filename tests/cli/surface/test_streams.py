"""The standard streams, as far as they can be tried without a process of their own."""

from __future__ import annotations

import errno
import io
import sys

import pytest

from konzept.cli.surface import streams


class Broken(io.StringIO):
    """A stream that fails whenever it is emptied."""

    def flush(self) -> None:
        raise OSError(errno.EIO, "broken")


def test_an_unprintable_letter_is_spelled_out(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    streams.prepare()
    print("Höhe")
    sys.stdout.flush()
    assert raw.getvalue() == b"H\\xf6he\n"


def test_a_stream_without_an_encoding_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = io.StringIO()
    monkeypatch.setattr(sys, "stdout", kept)
    streams.prepare()
    assert sys.stdout is kept


def test_a_closed_stream_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stdout", closed)
    streams.prepare()
    print("nirgendwohin")
    sys.stdout.close()


@pytest.mark.parametrize(
    ("error", "answer"),
    [
        (OSError(errno.EPIPE, ""), True),
        (OSError(errno.ENOSPC, ""), True),
        (OSError(errno.ENOSPC, "", "plan.yaml"), False),
        (OSError(errno.EIO, ""), False),
        (OSError("ohne Nummer"), False),
    ],
)
def test_whose_failure_it_was(error: OSError, answer: bool) -> None:  # noqa: FBT001  pytest passes it by name
    assert streams.is_output_failure(error) is answer


def test_a_stream_that_fails_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Broken())
    assert streams.is_output_failure(OSError(errno.EIO, ""))
    streams.discard()  # it has no descriptor to divert: nothing happens, nothing is raised


def test_silence(capsys: pytest.CaptureFixture[str]) -> None:
    with streams.silenced():
        print("still")
        print("still", file=sys.stderr)
    print("laut")
    assert capsys.readouterr() == ("laut\n", "")
