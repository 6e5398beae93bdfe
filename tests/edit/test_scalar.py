"""Whatever text a report holds, YAML gives it back as it was."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konzept.diagnostics import SourceMap
from konzept.edit.scalar import scalar_lines
from konzept.load.file_text import CONTROL
from konzept.load.yaml_tree import PARSERS, parse_yaml

WORDS = st.text(
    st.sampled_from("aZ1ü \n\t\r:#-'\"\\{}[],&*!|>%@`?~…\u00a0\u2028\ufeff\x1b\x85\U0001f600"), max_size=60
)


def read(lines: list[str], parser: Any, indent: str = "") -> Any:
    text = "".join(f"{indent}{line}\n" if line else "\n" for line in lines)
    data, findings = parse_yaml(text, "x", SourceMap(), parser)
    assert findings == []
    return data


@settings(max_examples=400, deadline=None)
@given(st.one_of(WORDS, st.text()), st.integers(10, 120))
def test_any_text_reads_back_with_every_parser(raw: str, width: int) -> None:
    text = unicodedata.normalize("NFC", raw).strip()
    if not text or CONTROL.search(text):  # refused before it is written
        return
    for parser in PARSERS:
        assert read(scalar_lines(text, "text", width), parser) == {"text": text}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Der Kurs läuft.", ["text: Der Kurs läuft."]),
        ("22 Betriebe", ["text: 22 Betriebe"]),
        ("Meldung: ja", ['text: "Meldung: ja"']),
        ("Kurs #1", ['text: "Kurs #1"']),
        ("„Fest“ fiel aus", ['text: "„Fest“ fiel aus"']),
        ('Er sagte "ja" \\ nein', ['text: Er sagte "ja" \\ nein']),
        ('"ja"', ['text: "\\"ja\\""']),
        ("a\nb\n\nc: d", ["text: |-", "  a", "  b", "", "  c: d"]),
        ("a \nb", ["text: |-", "  a ", "  b"]),
        ("a\r\nb\tc", ['text: "a\\r\\nb\\tc"']),
        ("\x1b[31m", ['text: "\\u001B[31m"']),
        ("2021", ['text: "2021"']),
        ("2021-06-30", ['text: "2021-06-30"']),
        ("1.10", ['text: "1.10"']),
        ("12:30", ['text: "12:30"']),
        ("No", ['text: "No"']),
        ("ja", ["text: ja"]),
        ("null", ['text: "null"']),
        ("aaa bbb ccc ddd", ["text: >-", "  aaa bbb", "  ccc ddd"]),
        ("aaa  bbb ccc ddd", ['text: "aaa  bbb ccc ddd"']),
        ("aaaaaaaaaaaaaaa", ["text: aaaaaaaaaaaaaaa"]),
    ],
)
def test_the_plainest_form_that_holds_it(text: str, lines: list[str]) -> None:
    width = 10 if text.startswith("aaa") else 80
    assert scalar_lines(text, "text", width) == lines


def test_folded_lines_keep_to_the_width() -> None:
    lines = scalar_lines("Wörter mit Abstand, immer wieder. " * 30 + "Ende", "text", 60)
    assert lines[0] == "text: >-"
    assert max(map(len, lines)) <= 60
    assert min(map(len, lines[1:-1])) > 40
