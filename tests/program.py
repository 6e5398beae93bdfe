"""The program, called in this process and seen from outside: what it printed, and the code it ended with.

To start Python and import what a command needs takes eight times as long as most commands do. A test whose subject
is the process itself (signals, a locale, the seed of hashes, two calls at once) starts one; every other calls here.
"""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess
from unittest.mock import patch

from konzept.__main__ import _load_app
from konzept.cli.surface.entry import run

ROOT = Path(__file__).parent.parent
READ_ONCE = ("PYTHON", "LANG", "LC_", "TZ")
"""Beginnings of the variables that Python reads only when it starts."""


def konzept_bytes(*args: str, cwd: Path = ROOT, **env: str) -> CompletedProcess[bytes]:
    """Call the program in a folder, with variables set; an exception that nothing foresaw comes through."""
    late = [name for name in env if name.startswith(READ_ONCE)]
    assert not late, f"only a new process reads {late}"
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with (
        patch.dict(os.environ, env),
        patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(), encoding="utf-8")),
        contextlib.chdir(cwd),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = run(_load_app, args, guarded=False)
    printed = []
    for stream in (out, err):
        stream.flush()
        buffer = stream.detach()
        assert isinstance(buffer, io.BytesIO)
        printed.append(buffer.getvalue())
    return CompletedProcess(["konzept", *args], code, printed[0], printed[1])


def konzept(*args: str, cwd: Path = ROOT, **env: str) -> CompletedProcess[str]:
    """Call the program as ``konzept_bytes`` does, and read what it printed as UTF-8."""
    return _as_text(konzept_bytes(*args, cwd=cwd, **env))


def started_bytes(*args: str, cwd: Path = ROOT, **env: str) -> CompletedProcess[bytes]:
    """Start the program in a process of its own, with variables set."""
    return subprocess.run(
        [sys.executable, "-m", "konzept", *args],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        capture_output=True,
        check=False,
        timeout=120,
    )


def started(*args: str, cwd: Path = ROOT, **env: str) -> CompletedProcess[str]:
    """Start the program as ``started_bytes`` does, and read what it printed as UTF-8."""
    return _as_text(started_bytes(*args, cwd=cwd, **env))


def _as_text(done: CompletedProcess[bytes]) -> CompletedProcess[str]:
    return CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )
