"""Foreign text in a message."""

import pytest

from konzept.cli.surface.quoting import MAX_SHOWN, harmless, listed, quoted, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Höhe 🙂 ß", "Höhe 🙂 ß"),
        ("a\tb\nc\rd\x00", r"a\tb\nc\rd\x00"),
        ("\x1b[31m", r"\x1b[31m"),
        ("\x9b31m", r"\x9b31m"),
        ("\u202egnp.exe", r"\u202egnp.exe"),
        ("a\u2028b\u2029c", r"a\u2028b\u2029c"),
        ("\udcff", r"\udcff"),
        ("\U000e0041", r"\U000e0041"),
        ("x" * MAX_SHOWN, "x" * MAX_SHOWN),
        ("x" * (MAX_SHOWN + 1), "x" * MAX_SHOWN + "…"),
    ],
)
def test_shown(text: str, expected: str) -> None:
    assert shown(text) == expected
    assert quoted(text) == f"»{expected}«"


@pytest.mark.parametrize(
    ("words", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a oder b"), (["a", "b", "c"], "a, b oder c")],
)
def test_listed(words: list[str], expected: str) -> None:
    assert listed(words) == expected


def test_a_finished_message_keeps_its_lines_and_its_length() -> None:
    text = "Größe\n" + "x" * MAX_SHOWN
    assert harmless(f"{text}\x1b[31m\t\x9b\u202e") == text + r"\x1b[31m\t\x9b\u202e"
