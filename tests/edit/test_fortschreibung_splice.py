"""Cutting, setting and commenting change what they are told to, and not one byte besides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from konzept.diagnostics import SourceMap
from konzept.edit.fault import EditError
from konzept.edit.fortschreibung_remark import Kind, Remark
from konzept.edit.fortschreibung_spans import SpanMap
from konzept.edit.fortschreibung_splice import Splice
from konzept.load.yaml_tree import PARSERS, parse_yaml

if TYPE_CHECKING:
    from konzept.diagnostics import DataPath

NOTE = Remark(Kind.OFFEN, "Bitte entscheiden.")
GONE = Remark(Kind.HERAUSGENOMMEN, "Nicht mehr da.")


def data_of(text: str) -> Any:
    data, findings = parse_yaml(text, "x.yaml", SourceMap())
    assert findings == [], text
    return data


def at(data: Any, path: DataPath) -> Any:
    for step in path:
        data = data[step]
    return data


STYLED = """\
# Kopf
a: "eins
  zwei"   # c
b:
  - id: 1   # d
    t: |
      foo
      # bar

  # e
  -
    id: 2
    leer:
    u: >-
      x
c: {d: e, f: [1, 2
  , 3]}   # g
h: foo
  bar   # i
"""


@pytest.mark.parametrize("eol", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("path", "stretch", "flow"),
    [
        (("a",), '"eins\n  zwei"', False),
        (("b", 0), "id: 1   # d\n    t: |\n      foo\n      # bar", False),
        (("b", 0, "t"), "|\n      foo\n      # bar", False),
        (("b", 1, "leer"), "", False),
        (("b", 1), "id: 2\n    leer:\n    u: >-\n      x", False),
        (("c",), "{d: e, f: [1, 2\n  , 3]}", False),
        (("c", "f"), "[1, 2\n  , 3]", True),
        (("c", "f", 2), "3", True),
        (("h",), "foo\n  bar", False),
    ],
)
def test_a_span_is_the_stretch_of_text_that_makes_the_value(
    path: DataPath,
    stretch: str,
    *,
    flow: bool,
    eol: str,
    parser: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("konzept.edit.fortschreibung_spans.PARSERS", (parser,))
    text = STYLED.replace("\n", eol)
    span = SpanMap(text, "x.yaml").value(path)
    assert (text[span.start : span.stop], span.flow) == (stretch.replace("\n", eol), flow)


@pytest.mark.parametrize("text", ["", "# nichts\n", "- a\n", "a: [\n", "a: b: c\n", "{}\n"])
def test_what_is_no_mapping_is_refused(text: str) -> None:
    with pytest.raises(EditError, match=r"x\.yaml hat Fehler"):
        SpanMap(text, "x.yaml")


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        # above the key, at its margin
        ("a: 1\nb: 2\n", ("b",), "a: 1\n#\nb: 2\n"),
        ("l:\n  - id: 1\n    t: 2\n", ("l", 0, "t"), "l:\n  - id: 1\n    #\n    t: 2\n"),
        # above the dash, be it alone on its line or that of the item's first key
        ("l:\n  - id: 1\n", ("l", 0), "l:\n  #\n  - id: 1\n"),
        ("l:\n  - t: 1\n", ("l", 0, "t"), "l:\n  #\n  - t: 1\n"),
        ("l:\n  -   # c\n\n    id: 1\n", ("l", 0), "l:\n  #\n  -   # c\n\n    id: 1\n"),
        # below what already stands there
        ("l:\n  # alt\n  - id: 1\n", ("l", 0), "l:\n  # alt\n  #\n  - id: 1\n"),
        # in brackets above the line, and never inside a text that goes over lines
        ("l:\n  - {id: 1, t: 2}\n", ("l", 0, "t"), "l:\n  #\n  - {id: 1, t: 2}\n"),
        ("l: [{id: 1,\n  t: 2}]\n", ("l", 0, "t"), "l: [{id: 1,\n  #\n  t: 2}]\n"),
        ('l: [{id: "1\n  2", t: 2}]\n', ("l", 0, "t"), '#\nl: [{id: "1\n  2", t: 2}]\n'),
        ("l: [{id: a\n  b, t: 2}]\n", ("l", 0, "t"), "#\nl: [{id: a\n  b, t: 2}]\n"),
        # after a text in a block, whose last line looks like a comment
        ("a: |\n  b\n  # c\nd: 1\n", ("d",), "a: |\n  b\n  # c\n#\nd: 1\n"),
        ("a: |+\n  b\n\n\nd: 1", ("d",), "a: |+\n  b\n\n\n#\nd: 1"),
        ("{a: 1}\n", ("a",), "#\n{a: 1}\n"),
    ],
)
def test_a_remark_stands_above(text: str, path: DataPath, expected: str) -> None:
    for eol in ("\n", "\r\n"):
        splice = Splice(text.replace("\n", eol), "x.yaml")
        splice.comment(path, NOTE)
        done = splice.result()
        shown = re.sub(r"# Offen: Bitte entscheiden\.", "#", done.text)
        assert shown == expected.replace("\n", eol)
        ((line, remark),) = done.remarks
        assert (done.text.split(eol)[line - 1].strip(), remark) == ("# Offen: Bitte entscheiden.", NOTE)
        assert data_of(done.text) == data_of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2 # c\nd: 3\n", "a: 1\nb: neu # c\nd: 3\n"),
        ('b: "2"', "b: neu"),
        ("b:\nd: 3\n", "b: neu\nd: 3\n"),
        ("b:  # c\n", "b: neu  # c\n"),
        ("b: >-\n  x\n  y\n# c\nd: 3\n", "b: neu\n# c\nd: 3\n"),
        ("b: x\n  y # c\nd: 3\n", "b: neu # c\nd: 3\n"),
        ("{a: 1, b: 2, d: 3}", "{a: 1, b: neu, d: 3}"),
        ('{"a":1,"b":2}', '{"a":1,"b":neu}'),
        ("? b\n: 2\n", "? b\n: neu\n"),
    ],
)
def test_a_value_is_set(text: str, expected: str) -> None:
    splice = Splice(text, "x.yaml")
    splice.set(("b",), "neu")
    assert splice.result().text == expected
    assert data_of(expected)["b"] == "neu"


@pytest.mark.parametrize(
    ("text", "empty", "expected"),
    [
        ("a: 1\nb: 2  # c\nd: 3\n", "", "a: 1\nb:  # c\nd: 3\n"),
        ("b: 2", "", "b:"),
        ("b:\nd: 3\n", "", "b:\nd: 3\n"),
        ("b:\n  x: 1\n  # innen\n\n  y: 2\n  # auch\n# c\nd: 3\n", "", "b:\n# c\nd: 3\n"),
        ("b:  # c\n  x: 1\nd: 3\n", "", "b:  # c\nd: 3\n"),
        ("b: |-\n  x\n\n  # y\n\nd: 3\n", "", "b:\n\nd: 3\n"),
        ("b: {x: 1,\n  y: 2} # c\nd: 3\n", "", "b: # c\nd: 3\n"),
        ("b:\n  - x: 1\n  - y: 2\nd: 3\n", "[]", "b: []\nd: 3\n"),
        ("b:\n- x: 1\n- y: 2", "[]", "b: []\n"),
        ("b: [1, 2]\n", "[]", "b: []\n"),
        ("{a: 1, b: {x: 1}, d: 3}\n", "", "{a: 1, b: null, d: 3}\n"),
        ("{a: 1, b: [1,\n2]}\n", "[]", "{a: 1, b: []}\n"),
    ],
)
def test_a_value_is_taken_away_and_its_key_stays(text: str, empty: str, expected: str) -> None:
    splice = Splice(text, "x.yaml")
    splice.clear(("b",), empty)
    assert splice.result().text == expected
    assert data_of(expected)["b"] == ([] if empty else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nc: 3\n", "a: 1\nb:\n  x: 2\nc: 3\n"),
        ("a: 1", "a: 1\nb:\n  x: 2"),
        ("  a: 1 # d\n\n  c: 3\n", "  a: 1 # d\n  b:\n    x: 2\n\n  c: 3\n"),
        ("a:\n  y: 1\n  # innen\n# außen\nc: 3\n", "a:\n  y: 1\n  # innen\nb:\n  x: 2\n# außen\nc: 3\n"),
        ("a:\nc: 3\n", "a:\nb:\n  x: 2\nc: 3\n"),
        ("{a: 1, c: 3}\n", "{a: 1, b: {x: 2}, c: 3}\n"),
        ("a: 1\n...\n", "a: 1\nb:\n  x: 2\n...\n"),
        ("a: |+\n  1\n\n", "a: |+\n  1\nb:\n  x: 2\n\n"),
    ],
)
def test_a_pair_is_added_behind_another(text: str, expected: str) -> None:
    splice = Splice(text, "x.yaml")
    splice.add_after(("a",), ["b:", "  x: 2"], "b: {x: 2}")
    assert splice.result().text == expected
    assert list(data_of(expected))[:2] == ["a", "b"]
    assert data_of(expected)["b"] == {"x": "2"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb:\n  y: 1\n  # innen\n# außen\nc: 3\n", "a: 1\nb:\n  x: 2\n# außen\nc: 3\n"),
        ("a: 1\nb: {y: 1} # c", "a: 1\nb:\n  x: 2"),
        ("{b: {y: 1}, c: 3}\n", "{b: {x: 2}, c: 3}\n"),
    ],
)
def test_a_pair_is_set_anew(text: str, expected: str) -> None:
    splice = Splice(text, "x.yaml")
    splice.replace(("b",), ["b:", "  x: 2"], "{x: 2}")
    assert splice.result().text == expected


@pytest.mark.parametrize(
    ("text", "items", "expected"),
    [
        # comments above an item stay, with the remark below them; those inside go with it
        (
            "l:\n  # zu 1\n  - id: 1\n    # innen\n    t: x\n    # auch\n  # zu 2\n  - id: 2\n",
            {0},
            "l:\n  # zu 1\n  #\n  # zu 2\n  - id: 2\n",
        ),
        ("l:\n- id: 1\n- id: 2\nm: 3\n", {1}, "l:\n- id: 1\n#\nm: 3\n"),
        ("l:\n  - id: 1\n\n  - id: 2\n\n  - id: 3", {0, 2}, "l:\n  #\n\n  - id: 2\n\n  #"),
        ("l:  # c\n  - id: 1\n  - id: 2\nm: 3\n", {0, 1}, "l: []  # c\n  #\n  #\nm: 3\n"),
        ("l:\n  - id: 1\n    t: |\n      a\n\n      # b\n\n  - id: 2\n", {0}, "l:\n  #\n\n  - id: 2\n"),
        ("l:\n  -\n    id: 1\n  -  # x\n    id: 2\n", {1}, "l:\n  -\n    id: 1\n  #\n"),
        ("l:\n  - {id: 1, t: x}  # c\n  - {id: 2,\n     t: y}\n", {1}, "l:\n  - {id: 1, t: x}  # c\n  #\n"),
        # in brackets
        ("l: [{id: 1}, {id: 2}, {id: 3}]\n", {0}, "#\nl: [{id: 2}, {id: 3}]\n"),
        ("l: [{id: 1}, {id: 2}, {id: 3}]\n", {0, 1}, "#\n#\nl: [{id: 3}]\n"),
        ("l: [{id: 1}, {id: 2}, {id: 3}]\n", {1, 2}, "#\n#\nl: [{id: 1}]\n"),
        ("l: [{id: 1}, {id: 2}]\n", {0, 1}, "#\n#\nl: []\n"),
        ("l: [\n  {id: 1},\n  # zu 2\n  {id: 2},\n]\n", {0}, "l: [\n  #\n  # zu 2\n  {id: 2},\n]\n"),
        ("l: [\n  {id: 1},\n  {id: 2}  # c\n]\n", {1}, "l: [\n  {id: 1},\n  #\n    # c\n]\n"),
        ("l: [\n  {id: 1}\n  , {id: 2}\n]\n", {1}, "l: [\n  #\n  {id: 1}\n]\n"),
        ("l: [{id: 1} # c\n  , {id: 2}]\n", {0}, "#\nl: [{id: 2}]\n"),
    ],
)
def test_items_are_taken_out(text: str, items: set[int], expected: str) -> None:
    splice = Splice(text, "x.yaml")
    splice.remove(("l",), dict.fromkeys(sorted(items), GONE), len(data_of(text)["l"]))
    done = splice.result()
    kept = [item for index, item in enumerate(data_of(text)["l"]) if index not in items]
    assert data_of(done.text) == {**data_of(text), "l": kept}
    assert re.sub(r"# Herausgenommen: Nicht mehr da\.", "#", done.text) == expected


NOTE_GONE = "# Herausgenommen: Nicht mehr da.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nweg: x\nb: 2\n", f"a: 1\n{NOTE_GONE}b: 2\n"),
        ("a: 1\nweg: x", "a: 1\n# Herausgenommen: Nicht mehr da."),
        (
            "a: 1\r\nweg: >-\r\n  x\r\n  y\r\n  # dazu\r\nb: 2\r\n",
            f"a: 1\n{NOTE_GONE}b: 2\n".replace("\n", "\r\n"),
        ),
        ("weg: |\n  x\n\n  y\n\nb: 2\n", f"{NOTE_GONE}\nb: 2\n"),
        ("{a: 1, weg: x, b: 2}\n", f"{NOTE_GONE}{{a: 1, b: 2}}\n"),
        ("{a: 1, weg: x}\n", f"{NOTE_GONE}{{a: 1}}\n"),
        ("{a: 1,\n  weg: 'x, y' }\n", f"{NOTE_GONE}{{a: 1 }}\n"),
        ("{weg: x, b: 2}\n", f"{NOTE_GONE}{{b: 2}}\n"),
    ],
)
def test_a_pair_is_left_out(text: str, expected: str) -> None:
    splice = Splice(text, "x.yaml")
    splice.leave_out(("weg",), GONE)
    made = splice.result().text
    assert made == expected
    data = data_of(text)
    del data["weg"]
    assert data_of(made) == data


def test_the_first_pair_of_an_item_leaves_its_dash_to_the_next() -> None:
    splice = Splice("l:\n  - weg: >-\n      x\n    b: 2\n  - b: 3\n", "x.yaml")
    splice.leave_out(("l", 0, "weg"), GONE)
    assert splice.result().text == "l:\n  # Herausgenommen: Nicht mehr da.\n  - b: 2\n  - b: 3\n"


def test_a_remark_is_not_put_into_what_is_taken_out() -> None:
    splice = Splice("l: [{id: 1,\n  t: 2}, {id: 3,\n  t: 4}]\nz: 1\n", "x.yaml")
    splice.remove(("l",), {0: GONE}, 2)
    splice.comment(("l", 1, "t"), NOTE)
    splice.comment(("l", 1), NOTE)
    text = splice.result().text
    assert data_of(text) == {"l": [{"id": "3", "t": "4"}], "z": "1"}
    assert text.count("# Offen: Bitte entscheiden.") == 2


def test_changes_in_each_others_way_are_refused() -> None:
    splice = Splice("a:\n  b: 1\n", "x.yaml")
    splice.clear(("a",))
    splice.set(("a", "b"), "2")
    with pytest.raises(EditError, match="so gesetzt, dass"):
        splice.result()


def test_a_key_without_colon_on_its_line_is_refused() -> None:
    splice = Splice("? a\n: b: 1\n", "x.yaml")
    with pytest.raises(EditError, match="kein Doppelpunkt in derselben Zeile"):
        splice.clear(("a",))


def test_a_long_remark_is_wrapped_at_its_margin() -> None:
    splice = Splice("l:\n      - id: 1\n", "x.yaml")
    splice.comment(("l", 0), Remark(Kind.VORSCHLAG, "wort " * 60))
    lines = splice.result().text.splitlines()[1:-1]
    assert len(lines) == 3
    assert lines[0].startswith("      # Vorschlag: wort wort")
    assert all(line.startswith("      # ") and len(line) <= 118 for line in lines)


def test_the_head_stands_below_the_line_that_names_the_schema() -> None:
    modeline = "# yaml-language-server: $schema=../x.json\r\n"
    for before in ("", modeline):
        splice = Splice(f"{before}# c\r\na: 1\r\n", "x.yaml")
        splice.head(["# eins", "# zwei"])
        assert splice.result().text == f"{before}# eins\r\n# zwei\r\n# c\r\na: 1\r\n"


# Whole lists in every way of writing them: whatever is taken out or commented on, the rest reads as before.

VALUES = st.sampled_from(
    [
        "x",
        "'it''s # so'",
        '"a: b, c]"',
        "don't",
        "{p: q}",
        "[1, '}']",
        "http://a.b/c#d",
        '"mehr\n{m}  Zeilen"',
    ]
)
BLOCKS = st.sampled_from(["|\n{m}  foo\n{m}  # bar", ">-\n{m}  foo\n\n{m}  bar", "plain\n{m}  weiter"])
COMMENTS = st.lists(st.sampled_from(["", "# Notiz", "  # tief", "        # tiefer"]), max_size=2)


@st.composite
def items(draw: st.DrawFn, index: int) -> str:
    """Draw one item of a block list, lines without the last line end."""
    margin, style = "  ", draw(st.integers(0, 3))
    value = draw(VALUES).replace("{m}", "        ")
    pairs = [f"id: i{index}", f"t: {value}"]
    if style == 0:
        inner = draw(st.sampled_from([", ", ",\n      "]))
        return f"{margin}- {{{inner.join(pairs)}}}" + draw(st.sampled_from(["", "  # c"]))
    if draw(st.booleans()):
        pairs.append("b: " + draw(BLOCKS).replace("{m}", "      "))
    if draw(st.booleans()):
        pairs.append("s:\n        - {k: v}\n        - k: [v,\n            w]")
    pairs = draw(st.permutations(pairs))
    between = "".join(f"\n{line}" for line in draw(COMMENTS)) if style != 1 else ""
    body = (between + "\n      ").join(pairs)
    dash = "-" + draw(st.sampled_from(["", "  # d"]))
    return f"{margin}-   {body}" if style == 1 else f"{margin}{dash}\n      {body}"


@st.composite
def files(draw: st.DrawFn) -> tuple[str, int]:
    """Draw a file with a list of several items, and their number."""
    length = draw(st.integers(1, 4))
    lines = ["# Kopf", "a: 1", "l:" + draw(st.sampled_from(["", "  # c"]))]
    for index in range(length):
        lines += [line if not line else "  " + line.strip() for line in draw(COMMENTS)]
        lines.append(draw(items(index)))
    if draw(st.booleans()):
        lines += ["# dahinter", "z: 2"]
    text = "\n".join(lines) + draw(st.sampled_from(["\n", "", "\n\n# Ende\n", "\n...\n"]))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))), length


@given(files(), st.data())
@example(('a: 1\nl:\n  - {id: i0, t: "mehr\n        Zeilen"}', 1), None)
def test_what_is_taken_out_is_gone_and_the_rest_stays(drawn: tuple[str, int], data: Any) -> None:
    text, length = drawn
    gone = data.draw(st.sets(st.integers(0, length - 1))) if data else {0}
    before = data_of(text)
    splice = Splice(text, "x.yaml")
    if gone:
        splice.remove(("l",), dict.fromkeys(sorted(gone), GONE), length)
    for index in set(range(length)) - gone:
        splice.comment(("l", index), NOTE)
        for key in before["l"][index]:
            splice.comment(("l", index, key), NOTE)
    done = splice.result()
    kept = [item for index, item in enumerate(before["l"]) if index not in gone]
    assert data_of(done.text) == {**before, "l": kept}
    rows = done.text.splitlines()
    for line, remark in done.remarks:
        assert rows[line - 1].strip() == f"# {remark.kind.value}: {remark.sentence}"
    # every line of the old file that does not belong to a removed item is still there, in its order
    ours = {f"# {one.kind.value}: {one.sentence}" for one in (NOTE, GONE)}
    old = text.splitlines()
    rest = iter([line.replace("l: []", "l:") for line in rows if line.strip() not in ours])
    assert all(line in old for line in rest)
    if not gone:
        assert [line for line in rows if line.strip() not in ours] == old


@st.composite
def bracketed(draw: st.DrawFn) -> tuple[str, int]:
    """Draw a file with a list in brackets, and the number of its items."""
    length = draw(st.integers(1, 4))
    between = st.sampled_from(
        [", ", ",", ",\n  ", "\n  , ", ", # c\n  ", "\n  # d\n  ,", " # e\n  , ", ",\n\n  # f\n  "]
    )
    text = "a: 1\nl: [" + draw(st.sampled_from(["", " ", "\n  ", " # g\n  "]))
    for index in range(length):
        value = draw(VALUES).replace("{m}", "    ")
        inner = draw(st.sampled_from([", ", ",\n    ", "\n    , "]))
        text += (draw(between) if index else "") + f"{{id: i{index}{inner}t: {value}}}"
    text += draw(st.sampled_from(["]", ",]", "\n]", " # h\n  ]", " ,\n]"])) + draw(
        st.sampled_from(["", "\nz: 2\n"])
    )
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))), length


@given(bracketed(), st.data())
def test_so_it_is_in_brackets(drawn: tuple[str, int], data: Any) -> None:
    text, length = drawn
    gone = data.draw(st.sets(st.integers(0, length - 1), min_size=1))
    before = data_of(text)
    splice = Splice(text, "x.yaml")
    splice.remove(("l",), dict.fromkeys(sorted(gone), GONE), length)
    for index in set(range(length)) - gone:
        splice.comment(("l", index, "t"), NOTE)
    done = splice.result()
    assert data_of(done.text) == {
        **before,
        "l": [item for i, item in enumerate(before["l"]) if i not in gone],
    }
    assert len(done.remarks) == length
    assert done.text.count("# Offen: ") + done.text.count("# Herausgenommen: ") == length
