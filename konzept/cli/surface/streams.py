"""The two standard streams: never a crash over an unprintable letter, a closed pipe or a missing stream."""

from __future__ import annotations

import codecs
import contextlib
import errno
import os
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONLY_FROM_WRITING = {errno.EPIPE, errno.ENOSPC, errno.EDQUOT}
_STANDARD_FDS = (0, 1, 2)

SPELLING = "konzept"
"""The name of our error handler for letters that a stream's encoding lacks."""

_PLAIN_SIGNS = str.maketrans(
    {"─": "-", "–": "-", "→": "->", "…": "...", "„": '"', "“": '"', "»": '"', "«": '"'}
)
"""Signs of layout and typography, whose plain form reads as well; no letter of a text is changed."""


def prepare() -> None:
    r"""Make stdout and stderr safe to print to; call once, before anything else of the program.

    A letter the stream's encoding lacks is spelled out (``\xe4``) instead of raising, a dash or a line
    becomes its plain form (an old Windows console knows no »─«). A stream that is
    closed or None becomes the null device; its descriptor is taken first, or the next file that is
    opened would get its number and with it whatever is printed.
    """
    for descriptor in _STANDARD_FDS:
        try:
            os.fstat(descriptor)
        except OSError:
            with contextlib.suppress(OSError):
                os.open(os.devnull, os.O_RDWR)
    codecs.register_error(SPELLING, _spell)
    sys.stdout = _safe(sys.stdout)
    sys.stderr = _safe(sys.stderr)


def _spell(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    plain = error.object[error.start : error.end].translate(_PLAIN_SIGNS)
    # what is still not ASCII may be known to the encoding or not: spelled out it is known to all
    return plain.encode("ascii", "backslashreplace").decode("ascii"), error.end


def flush() -> None:
    """Send what is still buffered to its readers; raise as the write itself would."""
    for stream in (sys.stdout, sys.stderr):
        stream.flush()


def discard() -> None:
    """Send all further output nowhere, so that the interpreter's own last flush cannot fail.

    Needed once a write has failed: the unwritten rest stays in the buffer and would be tried again.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            _divert(stream)


def is_output_failure(error: OSError) -> bool:
    """Tell whether ``error`` means that what the program prints can no longer be written.

    A failed write mostly leaves its bytes in the buffer, so that trying again fails again; but a large
    piece goes past the buffer, and only the kind of the error is left to judge by.
    """
    if error.filename is not None:
        return False
    if error.errno in _ONLY_FROM_WRITING:
        return True
    try:
        flush()
    except OSError:
        return True
    return False


@contextlib.contextmanager
def silenced() -> Iterator[None]:
    """Print nothing at all for a while (the shell shows whatever a completion prints)."""
    with (
        open(os.devnull, "w", encoding="utf-8") as nowhere,  # noqa: PTH123  no file to speak of
        contextlib.redirect_stdout(nowhere),
        contextlib.redirect_stderr(nowhere),
    ):
        yield


def _safe(stream: TextIO | None) -> TextIO:
    if stream is None or stream.closed:
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123  no file to speak of
    reconfigure = getattr(stream, "reconfigure", None)  # a captured stream may lack it
    if reconfigure is not None:
        reconfigure(errors=SPELLING)
    return stream


def _divert(stream: TextIO) -> None:
    try:
        target = stream.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, target)
    finally:
        os.close(nowhere)
