"""What a person at a terminal sees: colour on finished text. The only door to rich.

Text is laid out elsewhere, the same for pipe and terminal; here some of its lines get a style. Data reaches rich
as ``Text``, never as markup (robustheit.md, rule 12).
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from konzept.render.table import MINIMUM_WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    Rule = tuple[str, str]
    """A regular expression for a line or a part of it, and the rich style it gets."""

DEFAULT_WIDTH = 80
MAXIMUM_WIDTH = 400
"""No text gets wider for a terminal that claims more: laying it out costs time and memory by the column."""
FINDING_RULES: Sequence[Rule] = (
    (r"^[^\n]*?(?=: (?:Fehler|Warnung|Hinweis): )", "bold"),
    (r"(?<=: )Fehler(?=: )", "bold red"),
    (r"(?<=: )Warnung(?=: )", "bold yellow"),
    (r"(?<=: )Hinweis(?=: )", "bold cyan"),
    (r"\[[a-z0-9-]+\]$", "dim"),
    (r"^ +\| +\^+$", "bold magenta"),
    (r"^Hilfe:", "green"),
    (r"^Ergebnis: 0 Fehler.*$", "bold green"),
    (r"^Ergebnis: [1-9].*$", "bold red"),
    (r"^Ergebnis: 0 Fehler.*; [0-9]+ Fehler in anderen Dateien\.$", "bold red"),
)


def wants_colour(stream: TextIO | None) -> bool:
    """Tell whether a stream is a terminal that shows colour and a user who has not declined it."""
    if stream is None or not stream.isatty():
        return False
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width(stream: TextIO | None) -> int:
    """Return the columns to lay text out for: those of the terminal (40 to 400), else 80."""
    if stream is None or not stream.isatty():
        return DEFAULT_WIDTH
    try:
        columns = int(os.environ.get("COLUMNS") or os.get_terminal_size(stream.fileno()).columns)
    except (OSError, ValueError):
        return DEFAULT_WIDTH
    return min(max(columns, MINIMUM_WIDTH), MAXIMUM_WIDTH) if columns else DEFAULT_WIDTH


def show(text: str, rules: Sequence[Rule] = ()) -> None:
    """Write finished text to standard output, with the styles of ``rules`` if it goes to a terminal."""
    if sys.stdout is None:
        return
    if not rules or not wants_colour(sys.stdout):
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    from rich.console import Console
    from rich.text import Text

    styled = Text(text, end="")
    for pattern, style in rules:
        styled.highlight_regex(f"(?m){pattern}", style)
    # the text is laid out already: rich must neither wrap, nor find markup, numbers or emoji in it
    console = Console(
        file=sys.stdout, width=width(sys.stdout), soft_wrap=True, markup=False, highlight=False, emoji=False
    )
    console.print(styled, end="")
