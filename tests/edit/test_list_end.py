"""One more item at the end of a list: the table shows every shape a log may have, and what becomes of it."""

from __future__ import annotations

import pytest

from konzept.edit.fault import EditError
from konzept.edit.list_end import append_item

NEW = ["neu: 1", "text: x"]


def item(dash: int, gap: int) -> list[str]:
    return [" " * dash + "-".ljust(gap) + NEW[0], " " * (dash + gap) + NEW[1]]


CASES = {
    "indented": ("k:\n  - a: 1\n", "k:\n  - a: 1\n  - neu: 1\n    text: x\n", 3),
    "not indented": ("k:\n- a: 1\n  b: 2\n", "k:\n- a: 1\n  b: 2\n- neu: 1\n  text: x\n", 4),
    "wide": ("k:\n    -   a: 1\n", "k:\n    -   a: 1\n    -   neu: 1\n        text: x\n", 3),
    "dash alone": ("k:\n  -\n    a: 1\n", "k:\n  -\n    a: 1\n  - neu: 1\n    text: x\n", 4),
    "flow item": ("k:\n  - {a: 1}\n", "k:\n  - {a: 1}\n  - neu: 1\n    text: x\n", 3),
    "CRLF": ("k:\r\n  - a: 1\r\n", "k:\r\n  - a: 1\r\n  - neu: 1\r\n    text: x\r\n", 3),
    "CR": ("k:\r  - a: 1\r", "k:\r  - a: 1\r  - neu: 1\r    text: x\r", 3),
    "BOM": ("\ufeffk:\n  - a: 1\n", "\ufeffk:\n  - a: 1\n  - neu: 1\n    text: x\n", 3),
    "no end of line": ("k:\n  - a: 1", "k:\n  - a: 1\n  - neu: 1\n    text: x\n", 3),
    "no end of line, CRLF": ("k:\r\n  - a: 1", "k:\r\n  - a: 1\r\n  - neu: 1\r\n    text: x\r\n", 3),
    "one line only": ("k:", "k:\n  - neu: 1\n    text: x\n", 2),
    "blank lines behind": ("k:\n  - a: 1\n\n\n", "k:\n  - a: 1\n  - neu: 1\n    text: x\n\n\n", 3),
    "blank lines between": (
        "k:\n  - a: 1\n\n  - a: 2\n",
        "k:\n  - a: 1\n\n  - a: 2\n\n  - neu: 1\n    text: x\n",
        6,
    ),
    "heading before": (
        "k:\n  - a: 1\n  # Runde 2\n",
        "k:\n  - a: 1\n  # Runde 2\n  - neu: 1\n    text: x\n",
        4,
    ),
    "comment behind": ("k:\n  - a: 1\n# Ende\n", "k:\n  - a: 1\n  - neu: 1\n    text: x\n# Ende\n", 3),
    "comment beside": ("k:\n  - a: 1 # b\n", "k:\n  - a: 1 # b\n  - neu: 1\n    text: x\n", 3),
    "no comment": (
        "k:\n  - a: |\n      x\n      # y\n",
        "k:\n  - a: |\n      x\n      # y\n  - neu: 1\n    text: x\n",
        5,
    ),
    "document marks": ("---\nk:\n  - a: 1\n...\n", "---\nk:\n  - a: 1\n  - neu: 1\n    text: x\n...\n", 4),
    "empty": ("# b\nk:\n", "# b\nk:\n  - neu: 1\n    text: x\n", 3),
    "empty with comments": ("k: # b\n  # c\n# d\n", "k: # b\n  # c\n  - neu: 1\n    text: x\n# d\n", 3),
    "brackets": ("k: []\n", "k:\n  - neu: 1\n    text: x\n", 2),
    "brackets and comment": ("k: [ ]  # b\r\n", "k:  # b\r\n  - neu: 1\r\n    text: x\r\n", 2),
    "null": ("k: null\n", "k:\n  - neu: 1\n    text: x\n", 2),
    "tilde": ('"k": ~\n', '"k":\n  - neu: 1\n    text: x\n', 2),
    "nothing": ("", "k:\n  - neu: 1\n    text: x\n", 2),
    "comments only": ("# b", "# b\nk:\n  - neu: 1\n    text: x\n", 3),
}


@pytest.mark.parametrize("case", CASES)
def test_item_is_put_at_the_end(case: str) -> None:
    before, after, line = CASES[case]
    spliced = append_item(before, "datei", "k", item)
    assert (spliced.text, spliced.line) == (after, line)
    assert spliced.text.splitlines()[line - 1].lstrip("- ") == NEW[0]


@pytest.mark.parametrize("text", ["k: [{a: 1}]\n", "k: [\n  {a: 1}\n]\n"])
def test_a_list_in_brackets_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(EditError, match=r"Die Liste »k« steht in Klammern \(datei, Zeile 1\)") as caught:
        append_item(text, "datei", "k", item)
    assert "mit einem Strich in eine eigene Zeile" in caught.value.hint


@pytest.mark.parametrize("text", ["{}\n", "{k: []}\n", "a: 1\n", "- a\n", "wort\n"])
def test_what_is_no_list_under_its_key_is_refused(text: str) -> None:
    with pytest.raises(EditError, match="In datei steht nicht »k:«"):
        append_item(text, "datei", "k", item)
