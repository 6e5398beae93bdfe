"""A child process with limits of time and memory, in which a plan's own templates run."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_MEMORY = 1024 * 1024 * 1024
"""What the work may take beside what the process has already: a preview with its threads has reserved much."""
_OWN_SIZE = Path("/proc/self/statm")
_PIECE = 65536
_FINE = b"+"
_REFUSED = b"-"


class ChildError(Exception):
    """The work was stopped; the message is the German rest of a sentence that begins with its name."""


def run_limited(
    work: Callable[[], str], refusal: type[Exception], max_output: int, max_seconds: float
) -> str:
    """Do ``work`` in a forked process and return its text; where the system has no fork, do it here.

    A ``refusal`` that ``work`` raises is raised again with its message. Raises ChildError when the time is up, the
    output too large, or the process dies (memory).
    """
    if not hasattr(os, "fork") or sys.platform == "win32":
        return work()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _child(work, refusal, writer, max_seconds)
    os.close(writer)
    try:
        data = _read(reader, max_output, max_seconds)
    finally:
        os.close(reader)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    kind, text = data[:1], data[1:].decode("utf-8", "surrogatepass")
    if kind == _REFUSED:
        raise refusal(text)
    if kind != _FINE:
        raise ChildError("wurde abgebrochen: Sie braucht zu viel Speicher oder Zeit")
    return text


def _child(work: Callable[[], str], refusal: type[Exception], writer: int, max_seconds: float) -> None:
    """Run in the child; ends it without the clean-up of the parent's interpreter."""
    status = 1
    try:
        _limit(max_seconds)
        try:
            kind, text = _FINE, work()
        except refusal as error:
            kind, text = _REFUSED, str(error)
        with os.fdopen(writer, "wb") as stream:
            stream.write(kind + text.encode("utf-8", "surrogatepass"))
        status = 0
    except BaseException:  # noqa: BLE001, S110  the empty pipe tells the parent
        pass
    finally:
        os._exit(status)


def _limit(max_seconds: float) -> None:
    import resource

    memory = _reserved(resource.getpagesize()) + MAX_MEMORY
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, int(max_seconds) + 1)):
        with contextlib.suppress(ValueError, OSError):
            hard = resource.getrlimit(what)[1]
            soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(what, (soft, hard))


def _reserved(page_size: int) -> int:
    """Return the bytes of address space that this process has; 0 where the system does not tell (only Linux does)."""
    try:
        return int(_OWN_SIZE.read_bytes().split()[0]) * page_size
    except OSError:
        return 0


def _read(reader: int, max_output: int, max_seconds: float) -> bytes:
    end = monotonic() + max_seconds
    pieces: list[bytes] = []
    size = 0
    while True:
        rest = end - monotonic()
        if rest <= 0 or not select.select([reader], [], [], rest)[0]:
            raise ChildError(f"braucht länger als {max_seconds:.0f} Sekunden")
        piece = os.read(reader, _PIECE)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
        size += len(piece)
        if size > 4 * max_output:
            raise ChildError("schreibt zu viel")
