"""How foreign text is shown in a message: between German quotes, with nothing a terminal would obey."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_SHOWN = 200
"""Longer text is cut, so that a wrong call with a pasted page still gets a readable answer."""

# Cc: controls, Cf: among others the bidi marks, Cs: bytes of the command line that are no UTF-8,
# Zl and Zp: line breaks that only some terminals know.
_UNSHOWABLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def shown(text: str) -> str:
    r"""Return ``text`` with control and bidi characters spelled out (``\x1b``) and cut if very long."""
    cut = text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}…"
    return "".join(_spelled(char) if unicodedata.category(char) in _UNSHOWABLE else char for char in cut)


def harmless(text: str) -> str:
    r"""Return a finished message with what a terminal would obey spelled out (``\x1b``); its line breaks stay."""
    return "".join(
        _spelled(char) if char != "\n" and unicodedata.category(char) in _UNSHOWABLE else char
        for char in text
    )


def quoted(text: str) -> str:
    """Return ``text`` safe to show and between »…«."""
    return f"»{shown(text)}«"


def listed(words: Iterable[str], last: str = "oder") -> str:
    """Return »a, b oder c« of ready words, without quotes of its own."""
    items = list(words)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}" if items else ""


def _spelled(char: str) -> str:
    return char.encode("unicode_escape", "backslashreplace").decode("ascii")
