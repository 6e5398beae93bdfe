"""Whether a county's own CSS keeps the rule of every page: it asks no server for anything, and ends where it ends."""

from __future__ import annotations

import re

_FLUCHT = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_IMPORT = re.compile(r"@import\b", re.IGNORECASE)
_ADRESSE = re.compile(r"\burl\(\s*['\"]?\s*(?!data:|#|['\"\s])", re.IGNORECASE)
_ANDERE = re.compile(r"\b(?:-webkit-)?(?:image-set|src|image|cross-fade)\(\s*['\"]", re.IGNORECASE)


def stil_mangel(inhalt: bytes) -> str:
    r"""Return a German sentence on what is wrong with a style sheet; empty if nothing is.

    Escapes are read first: ``u\72l(`` is ``url(`` to a browser (CSS Syntax 3, 4.3.7). Comments count as the rest
    does: whoever took them out could be shown one that begins within a string.
    """
    try:
        text = inhalt.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "Die Datei ist nicht in UTF-8 geschrieben."
    if "\0" in text:
        return "Die Datei enthält Steuerzeichen; sie ist kein CSS."
    if "<" in text and re.search(r"<\s*[/!a-z]", text, re.IGNORECASE):
        return "Die Datei enthält HTML (»<«)."
    gelesen = _FLUCHT.sub(_zeichen, text)
    if _IMPORT.search(gelesen):
        return "@import lädt eine andere Datei nach."
    if _ADRESSE.search(gelesen) or _ANDERE.search(gelesen):
        return "url(…) lädt etwas nach."
    return ""


def _zeichen(fund: re.Match[str]) -> str:
    if fund[1] is None:
        return fund[2]
    nummer = int(fund[1], 16)
    return chr(nummer) if 0 < nummer < 0x110000 else "\ufffd"  # noqa: PLR2004  the end of Unicode
