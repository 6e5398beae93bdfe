"""Which »#« begins a comment: a table of the ways in which YAML writes a text, with every parser at hand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.diagnostics import SourceMap
from konzept.load.yaml_tree import PARSERS, parse_yaml

CASES = {
    # a file → the comments in it, each as it is written
    "a: 1 # eins\n# zwei\n   # drei\n": ["# eins", "# zwei", "# drei"],
    "a: b#c\nd: e# f\n": [],
    'a: "b # nein" # ja\n': ["# ja"],
    "a: 'b''s # nein' # ja\n": ["# ja"],
    'a: "eins # nein\n  # nein\n  drei" # ja\n': ["# ja"],
    "a: | # am Kopf\n  # nein\n  b # nein\n\n# ja\nc: d\n": ["# am Kopf", "# ja"],
    "a: >-\n  # nein\n": [],
    "a: >-\n  # nein\n # weniger weit eingerückt\nb: c\n": ["# weniger weit eingerückt"],
    '"k # nein": [x, # ja\n  y, "z # nein"] # auch\n': ["# ja", "# auch"],
    "a: b c # hört hier auf\n": ["# hört hier auf"],
    "a: # ohne Wert\n": ["# ohne Wert"],
    'a: "\\x23 # nein"\nb: c # ja # nur einer\n': ["# ja # nur einer"],
    "- # leerer Eintrag\n- 'x' # y   \n": ["# leerer Eintrag", "# y"],
    "# nur\n": ["# nur"],
    "": [],
}


def comments(text: str, parser: Any) -> list[str]:
    source = SourceMap()
    parse_yaml(text, "d.yaml", source, parser)
    lines = source.lines["d.yaml"]
    return [
        lines[ort.zeile - 1][ort.spalte - 1 : ort.spalte - 1 + ort.laenge]
        for ort in source.comments.get("d.yaml", [])
    ]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("text", CASES)
@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_comments_are_told_from_texts(text: str, eol: str, parser: Any) -> None:
    assert comments(text.replace("\n", eol), parser) == CASES[text]


@pytest.mark.parametrize("parser", PARSERS)
def test_what_the_parser_takes_for_text_is_no_comment(parser: Any) -> None:
    """Behind a tabulator the parsers differ: the one reads a comment, the other finds fault with the file."""
    text = "a: b\t# Tabulator\n"
    data, _ = parse_yaml(text, "d.yaml", SourceMap(), parser)
    assert comments(text, parser) == (["# Tabulator"] if data == {"a": "b"} else [])


@pytest.mark.parametrize("parser", PARSERS)
def test_a_file_that_breaks_off_has_none(parser: Any) -> None:
    assert comments("# Offen: x\na: [b\n", parser) == []


@given(st.text(alphabet=st.sampled_from("a #'\"|>:-\n[],{}\\"), max_size=40))
def test_every_parser_finds_the_same_comments(text: str) -> None:
    found = [comments(text, parser) for parser in PARSERS]
    assert all(one == found[0] for one in found)


@given(st.lists(st.text(alphabet=st.sampled_from("ab #'\"\n:"), min_size=1, max_size=12), max_size=6))
def test_a_text_in_quotes_holds_no_comment(texts: list[str]) -> None:
    escaped = [text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") for text in texts]
    written = "".join(f'- "{text}" # {i}\n' for i, text in enumerate(escaped))
    assert comments(written, PARSERS[0]) == [f"# {i}" for i in range(len(texts))]
