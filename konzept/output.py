"""The only writer: whole files or nothing, UTF-8, line ends as given; and standard output."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
from pathlib import Path

_REASONS = {
    errno.EACCES: "keine Berechtigung",
    errno.EPERM: "keine Berechtigung",
    errno.EROFS: "der Datenträger ist schreibgeschützt",
    errno.EISDIR: "das ist ein Ordner",
    errno.ENOENT: "den Ordner gibt es nicht",
    errno.ENOTDIR: "ein Teil des Pfads ist kein Ordner",
    errno.ENOSPC: "der Datenträger ist voll",
    errno.EDQUOT: "der zugeteilte Speicherplatz ist aufgebraucht",
    errno.ELOOP: "die Verknüpfung führt im Kreis",
    errno.ENAMETOOLONG: "der Name ist zu lang",
    errno.EIO: "das Gerät meldet einen Fehler",
    errno.ENXIO: "niemand liest aus dieser Leitung",
}


class OutputError(Exception):
    """A file could not be written; the message is a German sentence, the old content is untouched."""


def write_file(path: Path, content: str | bytes) -> None:
    """Write a file whole: into a new file in the same folder first, which then takes the place of the old one.

    Text becomes UTF-8 with its line ends as they are. Links are followed, so that the link stays one. The mode is
    that of the old file, else what the umask allows. A device or a pipe takes the bytes as they come. Raises
    OutputError; a fault leaves the old file as it was.
    """
    data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    try:
        if _is_stream(path):
            _pour(path, data)
        else:
            _replace(Path(os.path.realpath(path)), data)
    except OSError as error:
        message = f"»{path}« lässt sich nicht schreiben ({os_reason(error)}); es wurde nichts verändert."
        raise OutputError(message) from error


def os_reason(error: OSError) -> str:
    """Say in German why the operating system refused; its own words are English."""
    return _REASONS.get(error.errno or 0, f"Fehler {errno.errorcode.get(error.errno or 0, 'unbekannt')}")


def _replace(target: Path, data: bytes) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a directory")
    mode = _mode_of(target)
    # the name is chosen before the file exists and short, so that neither a Ctrl-C in between leaves an unknown
    # file behind nor a name of legal length grows too long
    temporary = target.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _is_stream(path: Path) -> bool:
    """Tell whether a name is that of a device, a pipe or a socket, such as /dev/stdout, which nothing may replace."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _pour(path: Path, data: bytes) -> None:
    # a pipe that nobody reads refuses instead of waiting for ever; one that is read may take its time
    descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    os.set_blocking(descriptor, True)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)


def _mode_of(target: Path) -> int | None:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except OSError:
        return None


def write_stdout(text: str) -> None:
    """Write text to standard output, which may be closed (then nothing happens) or know fewer characters."""
    if sys.stdout is not None:
        sys.stdout.write(text)
        sys.stdout.flush()


def write_document(content: str | bytes) -> None:
    """Write a document or data to standard output: into a pipe or file as UTF-8, whatever the locale says.

    A page that names UTF-8 in its head, or JSON, would be broken by any other encoding. Bytes go as they are.
    """
    buffer = getattr(sys.stdout, "buffer", None)
    if isinstance(content, str) and (buffer is None or sys.stdout.isatty()):
        write_stdout(content)
        return
    if buffer is None:
        return
    sys.stdout.flush()
    buffer.write(content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content)
    buffer.flush()


def write_stderr(text: str) -> None:
    """Write text to standard error in the same way."""
    if sys.stderr is not None:
        sys.stderr.write(text)
        sys.stderr.flush()
