"""The outermost frame of the program: what happens before the first import and after the last word.

Imports nothing beyond the standard library, so that Ctrl-C, a deleted working directory and a broken
installation meet the handlers below and not the import machinery.
"""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
from typing import TYPE_CHECKING, NoReturn

from konzept.cli.surface import streams

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import typer

UNGUARDED = "KONZEPT_UNGESCHUETZT"
"""Set to anything in tests: the unforeseen passes through as the exception it is."""

FINE = 0
FAILED = 1
WRONG_CALL = 2
ABORTED = 130
BROKEN_PIPE = 1
"""Not everything was written: design §6 has no code of its own for ``… | head``, robustheit.md counts it as 1."""

# Windows calls a closed pipe an invalid argument.
_PIPE_GONE = {errno.EPIPE, errno.EINVAL} if os.name == "nt" else {errno.EPIPE}

_REASONS = {
    errno.ENOSPC: "der Datenträger ist voll",
    errno.EDQUOT: "der zugeteilte Speicherplatz ist aufgebraucht",
    errno.EIO: "das Gerät meldet einen Fehler",
    errno.EBADF: "die Ausgabe ist geschlossen",
}


def main(load_app: Callable[[], typer.Typer]) -> NoReturn:
    """Run the program on ``sys.argv`` and leave the interpreter with its exit code.

    The body of the console script. ``load_app`` imports the app: it is called inside the guard.
    """
    code = run(load_app, sys.argv[1:])
    # A second Ctrl-C now ends the process quietly instead of breaking into the interpreter's shutdown.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.freeze()  # spares the shutdown a walk over every object of the plan
    sys.exit(code)


def run(load_app: Callable[[], typer.Typer], argv: Sequence[str], *, guarded: bool | None = None) -> int:
    """Run one call of the program and return its exit code; never raises unless unguarded.

    ``argv`` is the call without the program's name. ``guarded`` switches the last-resort handler, by
    default on unless the environment variable ``KONZEPT_UNGESCHUETZT`` is set. Exit codes: the
    command's own, 2 for a wrong call, 130 after Ctrl-C, 1 when the reader of a pipe has gone,
    1 when output failed or the unforeseen happened (then a report file is written).
    """
    if guarded is None:
        guarded = not os.environ.get(UNGUARDED)
    collecting = gc.isenabled()
    gc.disable()  # a short run makes hardly any cyclic garbage, and looking for it costs a sixth of the time
    try:
        streams.prepare()
        return _guard(load_app, list(argv), guarded=guarded)
    except KeyboardInterrupt:  # pressed while another ending was being told
        return ABORTED
    finally:
        if collecting:
            gc.enable()


def _guard(load_app: Callable[[], typer.Typer], argv: list[str], *, guarded: bool) -> int:
    try:
        code = _call(load_app, argv)
        streams.flush()
    except KeyboardInterrupt:
        return _end("Abgebrochen.", ABORTED)
    except OSError as error:
        if streams.is_output_failure(error):
            return _output_failed(error)
        if not guarded:
            raise
        return _unforeseen(error, argv)
    except Exception as error:  # the last resort: no traceback ever reaches the user
        if not guarded:
            raise
        return _unforeseen(error, argv)
    return code


def _call(load_app: Callable[[], typer.Typer], argv: list[str]) -> int:
    try:
        load_app()(args=argv, prog_name="konzept")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else FINE if end.code is None else FAILED
    return FINE


def _output_failed(error: OSError) -> int:
    streams.discard()
    if error.errno in _PIPE_GONE:
        return BROKEN_PIPE
    reason = _REASONS.get(error.errno or 0, f"Fehler {errno.errorcode.get(error.errno or 0, 'unbekannt')}")
    return _end(f"Fehler: Die Ausgabe ließ sich nicht vollständig schreiben: {reason}.", FAILED)


def _unforeseen(error: BaseException, argv: list[str]) -> int:
    from konzept.cli.surface.crash_report import write_report

    place = write_report(error, argv)
    kind = type(error).__name__
    where = (
        f"Der Bericht dazu liegt in »{place}«; er enthält keine Daten des Plans."
        if place
        else "Ein Bericht dazu ließ sich nicht schreiben."
    )
    return _end(
        f"Fehler: Im Programm ist etwas geschehen, das nicht vorgesehen war ({kind}).\nHilfe: {where}", FAILED
    )


def _end(message: str, code: int) -> int:
    try:
        print(message, file=sys.stderr)
        streams.flush()
    except OSError:
        streams.discard()
    return code
