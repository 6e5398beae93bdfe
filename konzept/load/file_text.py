"""Bytes of one file to text: size, kind of file, encoding and control characters are judged before any YAML."""

from __future__ import annotations

import errno
import re
import stat
from typing import TYPE_CHECKING

from konzept.diagnostics import Befund, Location, Severity
from konzept.load.limits import MAX_BYTES, german

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_LINE_END = re.compile("\r\n|\r|\n")
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
"""What no text of a plan may hold: control characters, other line ends, marks that reverse the reading direction."""

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_REGULAR_ONLY = "Hier wird eine gewöhnliche Datei erwartet, kein Ordner und kein Gerät."


class NotRegularError(Exception):
    """What bears a file's name is none; the words are for the person whose file it is."""

    def __init__(self, meldung: str = "Das ist keine gewöhnliche Datei.", hilfe: str = _REGULAR_ONLY) -> None:
        super().__init__(meldung)
        self.meldung = meldung
        self.hilfe = hilfe


class TooLargeError(Exception):
    """A file holds more than ``MAX_BYTES``; ``size`` is what it holds."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.size = size


def read_text(path: Path, datei: str) -> tuple[str | None, list[Befund]]:
    """Read one file of a plan on disk; as ``fetched_text``."""
    return fetched_text(lambda: read_regular(path), datei)


def fetched_text(fetch: Callable[[], bytes], datei: str) -> tuple[str | None, list[Befund]]:
    """Turn the bytes of one file of a plan into text, wherever ``fetch`` takes them from.

    ``datei`` is the name to show. Gives the text without byte order mark, or None together with the findings that
    say why the file cannot be used. Never raises for what a file may be or hold: ``fetch`` may raise OSError,
    NotRegularError and TooLargeError.
    """
    try:
        raw = fetch()
    except NotRegularError as error:
        return None, [_whole(datei, "datei-unlesbar", error.meldung, error.hilfe)]
    except TooLargeError as error:
        size, limit = german(error.size), german(MAX_BYTES)
        return None, [
            _whole(
                datei,
                "datei-zu-gross",
                f"Die Datei ist mit {size} Byte zu groß; erlaubt sind {limit} Byte.",
                "Teilen Sie den Inhalt auf; ein Handlungsfeld je Datei genügt.",
            )
        ]
    except OSError as error:
        return None, [_whole(datei, "datei-unlesbar", _os_sentence(error), _OS_HELP)]
    return _decode(raw, datei)


_OS_HELP = "Prüfen Sie, ob es die Datei gibt und ob Sie sie lesen dürfen."


_REASONS = {
    errno.ELOOP: "die Verknüpfung führt im Kreis",
    errno.ENAMETOOLONG: "der Name ist zu lang",
    errno.ENOTDIR: "ein Teil des Pfads ist kein Ordner",
    errno.EIO: "das Gerät meldet einen Fehler",
}


def read_regular(path: Path) -> bytes:
    """Return the bytes of a file on disk; raises OSError, NotRegularError and TooLargeError."""
    # stat before open: opening a FIFO would wait for ever, /dev/zero would never end
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise NotRegularError
    if status.st_size > MAX_BYTES:
        raise TooLargeError(status.st_size)
    with path.open("rb") as stream:
        raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise TooLargeError(len(raw))
    return raw


def _decode(raw: bytes, datei: str) -> tuple[str | None, list[Befund]]:
    if raw.startswith(_UTF16_MARKS) or raw[:200].count(0) * 5 > len(raw[:200]) * 2:
        return None, [_encoding(datei, 1, 1, "UTF-16")]
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        lines = _LINE_END.split(before)
        return None, [_encoding(datei, len(lines), len(lines[-1]) + 1, "Windows-1252 oder Latin-1")]
    findings = list(_control_characters(text, datei))
    return (None, findings) if findings else (text, [])


def split_lines(text: str) -> list[str]:
    """Split a text at the line ends that YAML knows (CRLF, CR, LF), without the ends."""
    return _LINE_END.split(text)


def _control_characters(text: str, datei: str) -> Iterator[Befund]:
    if not CONTROL.search(text):
        return
    for number, line in enumerate(split_lines(text), 1):
        found = CONTROL.search(line)
        if found:
            yield Befund(
                "steuerzeichen",
                Severity.FEHLER,
                Location(datei, number, found.start() + 1, 1),
                *control_sentence(found.group()),
                line,
            )


def control_sentence(sign: str) -> tuple[str, str]:
    """Return message and remedy for a character that no text of a plan may hold."""
    return (
        f"Hier steht ein unsichtbares Steuerzeichen (U+{ord(sign):04X}).",
        "Löschen Sie das Zeichen und schreiben Sie die Stelle neu.",
    )


def _encoding(datei: str, line: int, column: int, probably: str) -> Befund:
    return Befund(
        "zeichensatz",
        Severity.FEHLER,
        Location(datei, line, column, 1),
        f"Die Datei ist nicht in UTF-8 geschrieben (vermutlich {probably}).",
        "Speichern Sie sie im Editor mit der Kodierung »UTF-8«.",
    )


def _whole(datei: str, code: str, meldung: str, hilfe: str) -> Befund:
    return Befund(code, Severity.FEHLER, Location(datei), meldung, hilfe)


def _os_sentence(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "Die Datei gibt es nicht."
    if isinstance(error, PermissionError):
        return "Die Datei darf nicht gelesen werden (keine Berechtigung)."
    return f"Die Datei lässt sich nicht lesen ({os_reason(error)})."


def os_reason(error: OSError) -> str:
    """Say in German why the operating system refused; its own words are English."""
    return _REASONS.get(error.errno or 0, f"Fehler {errno.errorcode.get(error.errno or 0, 'unbekannt')}")
