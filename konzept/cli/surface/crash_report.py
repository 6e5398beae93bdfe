"""The report file of an unforeseen error: what the program did, and nothing of what the plan says."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Only these exceptions word their message from the program alone; the message of any other (KeyError,
# ValueError, a validation error) may quote the plan and is left out.
_SPEAKS_OF_CODE = frozenset(
    {
        "AttributeError",
        "ImportError",
        "MemoryError",
        "ModuleNotFoundError",
        "NameError",
        "RecursionError",
        "TypeError",
        "UnboundLocalError",
        "ZeroDivisionError",
    }
)
_FRAMES = 40
_SELF = Path(__file__).resolve()
_ROOTS = tuple(str(root) for root in (_SELF.parents[3], Path(sys.prefix), Path(sys.base_prefix)))


def write_report(error: BaseException, argv: Sequence[str]) -> Path | None:
    """Write the report into the system's folder for temporary files; return its place, or None.

    ``argv`` is the call: of it only names of commands and options are recorded, no values.
    """
    try:
        descriptor, name = tempfile.mkstemp(prefix="konzept-fehlerbericht-", suffix=".txt")
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(report_text(error, argv))
    except OSError:
        return None
    return Path(name)


def report_text(error: BaseException, argv: Sequence[str]) -> str:
    """Return the report: versions, the shape of the call, and the stack of each error in the chain."""
    from konzept import __version__

    head = (
        "Fehlerbericht von konzept. Er enthält keine Daten des Plans.\n\n"
        f"konzept {__version__}, Python {platform.python_version()}, {platform.system()}\n"
        f"Aufruf: konzept {' '.join(_call_shape(argv))}\n"
    )
    return head + "".join(f"\n{part}" for part in _chain(error))


def _call_shape(argv: Sequence[str]) -> Iterator[str]:
    for position, word in enumerate(argv):
        name = word.partition("=")[0]
        if name.startswith("--") and name[2:].replace("-", "").isalpha() and name.isascii():
            yield name
        elif position == 0 and word.isascii() and word.isalpha():
            yield word
        else:
            yield "…"


def _chain(error: BaseException) -> Iterator[str]:
    seen: set[int] = set()
    current: BaseException | None = error
    relation = ""
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield relation + _one(current)
        if current.__cause__ is not None:
            current, relation = current.__cause__, "Ausgelöst durch:\n"
        else:
            hidden = current.__suppress_context__
            current, relation = None if hidden else current.__context__, "Beim Behandeln von:\n"


def _one(error: BaseException) -> str:
    kind = type(error)
    title = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    if kind.__name__ in _SPEAKS_OF_CODE and kind.__module__ == "builtins":
        title += f": {_without_folders(str(error))}"
    elif isinstance(error, OSError) and error.errno is not None:
        title += f": errno {error.errno}"
    frames = traceback.extract_tb(error.__traceback__)
    left_out = len(frames) - _FRAMES
    lines = [f"  {_place(at.filename)}:{at.lineno} in {at.name}\n    {at.line}".rstrip() for at in frames]
    if left_out > 0:
        lines[_FRAMES // 2 : -_FRAMES // 2] = [f"  … {left_out} weitere …"]
    inner = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    return "\n".join([title, *lines, ""]) + "".join(_one(part) for part in inner)


def _without_folders(text: str) -> str:
    for root in _ROOTS:
        text = text.replace(root + os.sep, "")
    return text


def _place(filename: str) -> str:
    """Return a source file without the folders above it, which may bear a person's name."""
    _, found, rest = filename.rpartition("site-packages" + os.sep)
    if found:
        return rest
    for root in _ROOTS:
        if filename.startswith(root + os.sep):
            return filename[len(root) + 1 :]
    return Path(filename).name
