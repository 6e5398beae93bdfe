"""The edges of YAML: merge keys, the first and last half character, a frame of which little is known."""

from __future__ import annotations

from typing import Any

import pytest

from konzept.diagnostics import SourceMap
from konzept.domain.fassung import Rahmen
from konzept.load.build import build
from konzept.load.yaml_tree import PARSERS, parse_yaml

FILE = "data/x.yaml"
BOTH = pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: str(parser.__name__))


def read(text: str, parser: Any) -> tuple[Any, list[str], SourceMap]:
    source = SourceMap()
    data, findings = parse_yaml(text, FILE, source, parser)
    return data, [befund.code for befund in findings], source


@BOTH
def test_a_merge_key_brings_nothing_in(parser: Any) -> None:
    data, codes, source = read("a: eins\n<<: {b: zwei}\nc: drei\n", parser)
    assert data == {"a": "eins", "c": "drei"}
    assert codes == ["yaml-verweis"]
    assert (FILE, "<<") not in source.values


@BOTH
@pytest.mark.parametrize("sign", ["\\ud800", "\\udbff", "\\udc00", "\\udfff"])
def test_each_half_character_is_refused(sign: str, parser: Any) -> None:
    data, codes, _ = read(f'a: "x{sign}"\n', parser)
    assert data is None
    assert codes in (["yaml-fehler"], ["steuerzeichen"])


@BOTH
@pytest.mark.parametrize("sign", ["\\ud7ff", "\\ue000"])
def test_their_neighbours_are_characters(sign: str, parser: Any) -> None:
    assert read(f'a: "x{sign}"\n', parser)[1] == []


@pytest.mark.parametrize("missing", ["titel", "art", "stand"])
def test_a_frame_that_lacks_one_field_is_kept(missing: str) -> None:
    """What is faulty in the rest of it is found in the same run."""
    lines = {"titel": "titel: T\n", "art": "art: Konzept\n", "stand": 'stand: "2020"\n'}
    text = "".join(line for name, line in lines.items() if name != missing) + "vollstaendig: vielleicht\n"
    data, _, source = read(text, PARSERS[0])
    built = build(Rahmen, data, FILE, source)
    assert sorted(befund.code for befund in built.findings) == ["feld-fehlt", "wahrheitswert-ungueltig"]
    assert built.model is not None
