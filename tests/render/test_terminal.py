"""The width that text is laid out for: that of the terminal, within bounds that can be laid out and read."""

from __future__ import annotations

import io
import re

import pytest

from konzept.render.terminal import FINDING_RULES, width


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ("120", 120),
        ("400", 400),
        ("401", 400),
        ("99999999", 400),
        ("39", 40),
        ("1", 40),
        ("0", 80),
        ("x", 80),
    ],
)
def test_the_width_has_bounds(columns: str, expected: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Laid out for 99999999 columns, a table takes gigabytes and minutes."""
    monkeypatch.setenv("COLUMNS", columns)
    assert width(Terminal()) == expected


def test_a_pipe_has_80_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    assert width(io.StringIO()) == 80


@pytest.mark.parametrize(
    ("line", "style"),
    [
        ("Ergebnis: 0 Fehler, 1 Warnung, 0 Hinweise.", "bold green"),
        ("Ergebnis: 3 Fehler, 1 Warnung, 0 Hinweise.", "bold red"),
        ("Ergebnis: 0 Fehler, 0 Warnungen, 0 Hinweise; 2 Fehler in anderen Dateien.", "bold red"),
    ],
)
def test_only_a_plan_without_errors_ends_in_green(line: str, style: str) -> None:
    """The last rule that fits gives the colour."""
    fitting = [one for pattern, one in FINDING_RULES if re.search(f"(?m){pattern}", line)]
    assert fitting[-1] == style
