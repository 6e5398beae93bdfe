"""One writer at a time: a lock on a small file beside what is written, which the system itself gives back."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from typing import TYPE_CHECKING

from konzept.edit.fault import EditError
from konzept.output import os_reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TIMEOUT = 10.0
"""Seconds to wait for another writer; one append takes well under one."""

_PAUSE = 0.02

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def only_writer(path: Path, timeout: float = TIMEOUT) -> Iterator[None]:
    """Hold the lock file ``path`` while the body runs; wait up to ``timeout`` seconds for another holder.

    The lock ends with the process that holds it, however that ends: a file left behind by a kill stops nobody
    and is taken away by the next writer. Raises EditError when time is up, or where no lock can be had.
    """
    descriptor = _acquired(path, timeout)
    try:
        yield
    finally:
        if os.name == "posix":  # taken away while it is held, so that nobody can hold a file that is gone
            _take_away(path)
        os.close(descriptor)
        if os.name != "posix":  # Windows takes away no open file, not even one that another has just opened
            _take_away(path)


def _take_away(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def _acquired(path: Path, timeout: float) -> int:
    deadline = time.monotonic() + timeout
    while True:
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            message = f"Die Sperrdatei »{path}« lässt sich nicht anlegen ({os_reason(error)})."
            raise EditError(message, "Prüfen Sie, ob Sie in diesen Ordner schreiben dürfen.") from error
        held = False
        try:
            held = _holds(descriptor, path)
        finally:
            if not held:
                os.close(descriptor)
        if held:
            return descriptor
        if time.monotonic() >= deadline:
            message = f"Ein anderes Programm schreibt gerade in diesen Plan (es hält »{path}«)."
            raise EditError(
                message, "Warten Sie, bis es fertig ist, und rufen Sie den Befehl noch einmal auf."
            )
        time.sleep(_PAUSE)


def _holds(descriptor: int, path: Path) -> bool:
    """Try for the lock, and see that the file locked is still the one that others find under this name."""
    try:
        _lock(descriptor)
    except (BlockingIOError, PermissionError):
        return False
    except OSError as error:
        message = f"In diesem Ordner lässt sich keine Datei sperren ({os_reason(error)})."
        raise EditError(message, "Legen Sie den Plan auf ein Laufwerk, das Dateisperren kennt.") from error
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False
