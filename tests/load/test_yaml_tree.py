"""YAML to plain strings with places: nothing is typed before the model asks, nothing disappears in silence."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.diagnostics import Location, SourceMap
from konzept.load.limits import MAX_DEPTH
from konzept.load.yaml_tree import PARSERS, parse_yaml

FILE = "data/feld.yaml"


def parse(text: str, parser: Any = PARSERS[0]) -> tuple[Any, list[str], SourceMap]:
    source = SourceMap()
    data, findings = parse_yaml(text, FILE, source, parser)
    return data, [befund.code for befund in findings], source


@pytest.fixture(params=PARSERS, ids=[parser.__name__ for parser in PARSERS])
def parser(request: pytest.FixtureRequest) -> Any:
    return request.param


def test_both_parsers_are_tested() -> None:
    assert [parser.__name__ for parser in PARSERS] == ["CBaseLoader", "BaseLoader"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("5.10", "5.10"),
        ("no", "no"),
        ("12:30", "12:30"),
        ("010", "010"),
        ("1e3", "1e3"),
        ("2021-12-31", "2021-12-31"),
        ("2019-13-01", "2019-13-01"),
        ("0x1F", "0x1F"),
        ("~", None),
        ("null", None),
        ("", None),
        ("Null", "Null"),
        ('""', ""),
        ("'~'", "~"),
        ('"null"', "null"),
        ("a\u0308", "ä"),
        ("|\n  a\n  b", "a\nb"),
        (">\n  a\n  b", "a b"),
    ],
)
def test_scalars_stay_strings(written: str, read: str | None, parser: Any) -> None:
    data, codes, _ = parse(f"wert: {written}", parser)
    assert data == {"wert": read}
    assert codes == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &neu Text", "yaml-verweis"),
        ("a: *neu", "yaml-verweis"),
        ("<<: {a: b}", "yaml-verweis"),
        ("a: !wichtig Text", "yaml-tag"),
        ("a: !!int x", "yaml-tag"),
        ("a: !!python/object/apply:os.system [ls]", "yaml-tag"),
        ("%YAML 1.1\n---\na: b", "yaml-tag"),
        ("a: b\n---\nc: d", "yaml-mehrere-dokumente"),
        ("a: 1\na: 2", "schluessel-doppelt"),
        ("a\u0308: 1\nä: 2", "schluessel-doppelt"),
        ('a: 1\n"a ": 2', "schluessel-doppelt"),
        ('a: "b\\e[31mc"', "steuerzeichen"),
        ('a: "b\\u202ec"', "steuerzeichen"),
        ("[a, b]: c", "schluessel-kein-text"),
        ("a: Kurs #1 für alle", "kommentar-verschluckt"),
        ("a: b: c", "yaml-fehler"),
        ('a: "b', "yaml-fehler"),
        ("a: [b", "yaml-fehler"),
        ("a:\n\tb: c", "yaml-fehler"),
        ("a: @b", "yaml-fehler"),
        ("a: b\n c: d", "yaml-fehler"),
        ('a: "\\q"', "yaml-fehler"),
    ],
)
def test_findings(text: str, code: str, parser: Any) -> None:
    assert parse(text, parser)[1] == [code]


def test_a_comment_after_two_blanks_is_no_finding(parser: Any) -> None:
    assert parse("a: Kurs # im Herbst\nb: c   # Rest", parser)[1] == []


def test_what_follows_a_tag_or_an_anchor_is_still_read(parser: Any) -> None:
    data, codes, _ = parse("a: &x eins\nb: !y zwei\nc: drei\nd: *x", parser)
    assert data == {"a": "eins", "b": "zwei", "c": "drei", "d": "*x"}
    assert codes == ["yaml-verweis", "yaml-tag", "yaml-verweis"]


def test_of_a_doubled_key_the_first_stays(parser: Any) -> None:
    data, _, source = parse("a: eins\na: {b: [c]}\nd: vier", parser)
    assert data == {"a": "eins", "d": "vier"}
    assert source.values[(FILE, "a")].zeile == 1


def test_places_of_keys_and_values(parser: Any) -> None:
    _, _, source = parse('titel: Bildung\nziele:\n  - id: "x y"\n    text: >-\n      lang\n', parser)
    assert source.values[(FILE, "titel")] == Location(FILE, 1, 8, 7)
    assert source.keys[(FILE, "titel")] == Location(FILE, 1, 1, 5)
    assert source.values[(FILE, "ziele", 0, "id")] == Location(FILE, 3, 9, 5)
    assert source.values[(FILE, "ziele", 0, "text")].zeile == 4
    assert source.values[(FILE, "ziele", 0)].zeile == 3


def test_columns_count_characters_not_bytes(parser: Any) -> None:
    _, _, source = parse("größe: {ä: 😀, b: c}", parser)
    assert source.values[(FILE, "größe", "b")] == Location(FILE, 1, 18, 1)


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 1_000, 100_000])
@pytest.mark.parametrize("sign", ["[", "{a: "])
def test_depth_is_judged_before_anything_is_composed(depth: int, sign: str, parser: Any) -> None:
    assert parse(sign * depth, parser)[1] == ["datei-zu-tief"]


def test_depth_up_to_the_limit_is_fine(parser: Any) -> None:
    assert parse("[" * MAX_DEPTH + "]" * MAX_DEPTH, parser)[1] == []


@pytest.mark.parametrize("escape", ['"\\ud800"', '"\\U00110000"'])
def test_half_characters_are_findings_not_exceptions(escape: str, parser: Any) -> None:
    data, codes, _ = parse(f"a: {escape}", parser)
    assert data is None
    assert codes in (["yaml-fehler"], ["steuerzeichen"])


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_change_the_data(line_end: str, parser: Any) -> None:
    text = line_end.join(["a: eins", "b:", "  - zwei", "  - drei", ""])
    data, codes, source = parse(text, parser)
    assert data == {"a": "eins", "b": ["zwei", "drei"]}
    assert codes == []
    assert source.values[(FILE, "b", 1)].zeile == 4


@given(st.text(max_size=200))
def test_any_text_gives_data_or_findings(text: str) -> None:
    for parser in PARSERS:
        data, _, _ = parse(text, parser)
        assert data is None or isinstance(data, str | list | dict)


PLAIN = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=20)


@given(
    st.dictionaries(PLAIN.filter(str.strip), st.lists(PLAIN, min_size=1, max_size=4), min_size=1, max_size=5)
)
def test_quoted_text_comes_back_as_it_was(content: dict[str, list[str]]) -> None:
    def quote(text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    def nfc_of(text: str) -> str:
        return unicodedata.normalize("NFC", text)

    nfc = {nfc_of(key).strip(): [nfc_of(value) for value in values] for key, values in content.items()}
    text = "\n".join(f"{quote(k)}: [{', '.join(map(quote, vs))}]" for k, vs in nfc.items())
    for parser in PARSERS:
        data, codes, _ = parse(text, parser)
        assert codes == []
        assert data == nfc
