"""One text as a YAML scalar that reads back as exactly this text, in the plainest form that does."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from konzept.diagnostics import SourceMap
from konzept.load.yaml_tree import PARSERS, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

_INDENT = "  "
_PLAIN = re.compile(r"[^\W_]")
_NO_TEXT_ELSEWHERE = re.compile(
    # a word, number or date that another reader of YAML takes for a truth value, null, a number or a day
    r"true|false|yes|no|on|off|y|n|null|\d\S*|\d[\d\s:.+TtZz-]*|[eE]\d+|0[xo]\S+",
    re.IGNORECASE,
)
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_TO_ESCAPE = re.compile('[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"\\\\]')


def scalar_lines(text: str, key: str, width: int) -> list[str]:
    """Write ``key: text`` as lines of at most ``width`` columns, set with the key at the left margin.

    ``text`` is in NFC, without blanks around it, and no half of a surrogate pair is in it. Each form is tried
    by reading it back with every parser at hand; the last one, in double quotes, holds any text.
    """
    for lines in _forms(text, key, width):
        if _reads_back(lines, key, text):
            return lines
    return [f"{key}: {quoted(text)}"]


def _forms(text: str, key: str, width: int) -> Iterator[list[str]]:
    if _UNSAFE.search(text):
        return
    if "\n" in text:
        yield [f"{key}: |-", *(_INDENT + line if line else "" for line in text.split("\n"))]
    elif len(key) + len(": ") + len(text) <= width or " " not in text:
        if _PLAIN.match(text) and not _NO_TEXT_ELSEWHERE.fullmatch(text):
            yield [f"{key}: {text}"]
    elif "  " not in text and "\t" not in text:
        inner = max(width - len(_INDENT), 1)
        folded = textwrap.wrap(text, inner, break_long_words=False, break_on_hyphens=False)
        yield [f"{key}: >-", *(_INDENT + line for line in folded)]


def _reads_back(lines: list[str], key: str, text: str) -> bool:
    for parser in PARSERS:
        data, findings = parse_yaml("\n".join([*lines, ""]), "", SourceMap(), parser)
        if findings or data != {key: text}:
            return False
    return True


def quoted(text: str) -> str:
    """Write any text as a scalar in double quotes, on one line; it may stand in brackets."""
    return f'"{_TO_ESCAPE.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    sign = found.group()
    return _ESCAPES.get(sign) or f"\\u{ord(sign):04X}"
