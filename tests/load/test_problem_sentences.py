"""Whatever pydantic can find wrong with a file is said in German: the error types are read off the models.

The models' core schemas are walked. Each kind of schema in them can report certain types of errors (``REPORTS``);
each of these has its sentence. A model that brings a new kind of schema or a constraint fails here until it is known.
"""

from __future__ import annotations

import ast
import copy
import inspect
import textwrap
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from konzept.diagnostics import Severity, SourceMap
from konzept.load.build import build
from konzept.load.problem_sentences import BY_TYPE
from konzept.render.schema import MODELS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FILE = "data/x.yaml"
SAID_ELSEWHERE = {"missing", "extra_forbidden"}
"""``pydantic_problems.describe`` has sentences for these, which name the section and its fields."""

REPORTS: dict[str, set[str]] = {
    "bool": {"bool_type"},
    "date": {"date_type"},
    "decimal": {"decimal_type"},
    "default": set(),
    "definitions": set(),
    "dict": {"dict_type"},
    "enum": {"enum"},
    "function-after": set(),
    "function-before": set(),
    "int": {"int_type"},
    "is-instance": {"is_instance_of"},
    "json-or-python": set(),
    "model": {"model_type"},
    "model-fields": {"missing", "extra_forbidden"},
    "nullable": set(),
    "str": {"string_type"},
    "tuple": {"tuple_type"},
    "union": set(),
}
"""Kinds of schema, and what each reports itself when it is given the texts, lists and sections of a file.

Functions report what they raise (``test_validators_raise_only_what_has_a_sentence``). Texts never reach ``bool``,
``date``, ``decimal`` and ``int``, which would parse them (``test_no_text_reaches_a_parser_of_pydantic``).
"""

PARSERS = {"bool", "date", "decimal", "int"}
PLAIN_KEYS = {"type", "ref", "metadata", "serialization", "cls", "cls_repr", "members", "sub_type", "missing"}
"""Keys of a leaf that restrict nothing; a length, bound or pattern would bring an error type of its own."""

LEAVES = {*PARSERS, "str", "enum", "is-instance"}
Node = dict[str, Any]


def children(node: Node) -> Iterator[Node]:
    """Give the schemas right below a schema; of JSON's and Python's branch the one that our data take."""
    match node["type"]:
        case "json-or-python":
            yield node["python_schema"]
        case "model-fields":
            yield from (field["schema"] for field in node["fields"].values())
        case "tuple":
            yield from node["items_schema"]
        case "union":
            yield from (one[0] if isinstance(one, tuple) else one for one in node["choices"])
        case "dict":
            yield node["keys_schema"]
            yield node["values_schema"]
        case _:
            yield from ([node["schema"]] if "schema" in node else [])


def nodes(
    node: Node, parent: Node | None, known: dict[str, Node], seen: set[str]
) -> Iterator[tuple[Node, Node | None]]:
    """Give a schema and all below it that data can reach, each with the one right above it."""
    if node["type"] == "definitions":
        known |= {one["ref"]: one for one in node["definitions"]}
    if node["type"] == "definition-ref":
        if node["schema_ref"] not in seen:
            seen.add(node["schema_ref"])
            yield from nodes(known[node["schema_ref"]], parent, known, seen)
        return
    yield node, parent
    for child in children(node):
        yield from nodes(child, node, known, seen)


def all_nodes() -> list[tuple[Node, Node | None]]:
    schemas: list[Any] = [model.__pydantic_core_schema__ for model in MODELS.values()]
    return [pair for schema in schemas for pair in nodes(schema, None, {}, set())]


def validators() -> list[Callable[[Any], Any]]:
    found = {
        node["function"]["function"]: None for node, _ in all_nodes() if node["type"].startswith("function-")
    }
    return list(found)


def test_every_kind_of_schema_is_known_and_reports_only_what_has_a_sentence() -> None:
    kinds = {node["type"] for node, _ in all_nodes()}
    assert kinds <= set(REPORTS)
    reported = set().union(*(REPORTS[kind] for kind in kinds))
    assert reported - SAID_ELSEWHERE <= set(BY_TYPE)


def test_no_leaf_has_a_constraint_of_pydantic() -> None:
    found = {key for node, _ in all_nodes() if node["type"] in LEAVES for key in node}
    assert found <= PLAIN_KEYS


def test_a_tuple_has_one_kind_of_item_and_no_length() -> None:
    tuples = [node for node, _ in all_nodes() if node["type"] == "tuple"]
    assert tuples
    for node in tuples:
        assert node["variadic_item_index"] == 0
        assert not {"min_length", "max_length"} & set(node)


def test_validators_raise_only_what_has_a_sentence() -> None:
    raised: set[str] = set()
    for function in validators():
        for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function)))):
            if isinstance(node, ast.Raise):
                assert isinstance(node.exc, ast.Call), function
                assert ast.unparse(node.exc.func) == PydanticCustomError.__name__, function
                raised.add(ast.literal_eval(node.exc.args[0]))
    assert len(raised) > 5
    assert raised <= set(BY_TYPE)


@pytest.mark.parametrize("kind", sorted(PARSERS))
def test_no_text_reaches_a_parser_of_pydantic(kind: str) -> None:
    """Right above each parser stands a function of ours that converts every text or refuses it."""
    above = [parent for node, parent in all_nodes() if node["type"] == kind]
    assert above
    for parent in above:
        assert parent is not None
        assert parent["type"] == "function-before"
        converts_every_text(parent["function"]["function"])


def converts_every_text(function: Callable[[Any], Any]) -> None:
    @given(
        st.one_of(st.text(), st.sampled_from(["ja", "2021", " 2021-06-30 ", "12.5", "nan", "1e5", "٣", "0"]))
    )
    @settings(max_examples=40)
    def check(text: str) -> None:
        try:
            assert not isinstance(function(text), str)
        except PydanticCustomError:
            return

    check()


WORDS = st.sampled_from(
    [
        *(
            "feld",
            "kurse",
            "2020",
            "2020-11-02",
            "2.11.2020",
            "ja",
            "true",
            "false",
            "vielleicht",
            "12500",
            "12,5",
        ),
        *("fortlaufend", "mitwirkend", "behörde", "laufend", "umgesetzt", "5.10", "", " ", "Straße & Haus"),
        *(
            "#",
            "x" * 150,
            "-1",
            "99999",
            "nan",
            "\uff11\uff12",
            "2021-02-30",
            "0000",
            "wiederkehrend",
            "rot",
            "aus",
        ),
    ]
)
ANYTHING = st.recursive(
    st.one_of(st.none(), WORDS, st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.one_of(WORDS, st.text(max_size=4)), inner, max_size=3)
    ),
    max_leaves=6,
)


def like(node: Node, known: dict[str, Node], depth: int = 0) -> st.SearchStrategy[Any]:
    """Make data that have the shape a schema asks for, here and there with something else in its place."""
    match node["type"]:
        case "definitions":
            known = {**known, **{one["ref"]: one for one in node["definitions"]}}
            shaped = like(node["schema"], known, depth)
        case "definition-ref":
            shaped = like(known[node["schema_ref"]], known, depth) if depth < 12 else ANYTHING
        case "model-fields":
            fields = {name: like(one["schema"], known, depth + 1) for name, one in node["fields"].items()}
            shaped = some_of({**fields, "unbekannt": ANYTHING})
        case "tuple":
            shaped = st.lists(like(node["items_schema"][0], known, depth + 1), max_size=3)
        case "dict":
            keys = st.one_of(WORDS, st.sampled_from(["2020", "en", "laufend", "massnahme"]))
            shaped = st.dictionaries(keys, like(node["values_schema"], known, depth + 1), max_size=3)
        case "union":
            shaped = st.one_of([like(one, known, depth + 1) for one in children(node)])
        case "enum":
            shaped = st.sampled_from([member.value for member in node["members"]])
        case _:
            below = list(children(node))
            return like(below[0], known, depth) if below else st.one_of(WORDS, ANYTHING)
    return st.one_of(shaped, shaped, ANYTHING)


def some_of(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    """Make sections with up to six of these fields."""
    chosen = st.lists(st.sampled_from(list(fields)), unique=True, max_size=6)
    return chosen.flatmap(lambda some: st.fixed_dictionaries({one: fields[one] for one in some}))


DATA = {kind: like(dict(model.__pydantic_core_schema__), {}) for kind, model in MODELS.items()}


@pytest.mark.parametrize("kind", sorted(MODELS))
def test_no_english_sentence_gets_through(kind: str) -> None:
    model = MODELS[kind]
    told: set[str] = set()

    @given(DATA[kind])
    @settings(max_examples=60)
    def check(data: Any) -> None:
        english = english_messages(model, data)
        findings = build(model, data, FILE, SourceMap()).findings
        for befund in findings:
            assert befund.code != "wert-ungueltig", befund
            assert befund.schwere is Severity.FEHLER
            assert befund.meldung.endswith("."), befund
            assert not [one for one in english if one in befund.meldung + befund.hilfe], befund
        told.update(befund.code for befund in findings)

    check()
    assert len(told) >= 5, told


def english_messages(model: type[BaseModel], data: Any) -> set[str]:
    """Return what pydantic itself says of the data."""
    try:
        model.model_validate(copy.deepcopy(data))
    except ValidationError as error:
        return {detail["msg"] for detail in error.errors(include_url=False)}
    return set()


def test_the_sentences_that_are_said_elsewhere_are_there() -> None:
    findings = build(MODELS["fassung"], {"titl": "x"}, FILE, SourceMap()).findings
    assert {befund.code for befund in findings} == {"feld-fehlt", "feld-unbekannt"}


@pytest.mark.parametrize("written", ["„3.1“", "»3.1«", "\u201a3.1\u2018", "“3.1”", "'3.1'", '„3.1"'])
def test_a_number_in_the_quotes_of_a_word_processor_is_shown_in_straight_ones(written: str) -> None:
    """YAML takes them for a part of the number; the remedy can be copied as it stands."""
    [befund] = build(
        MODELS["handlungsfeld"], {"id": "a", "nummer": written, "titel": "T"}, FILE, SourceMap()
    ).findings
    assert befund.code == "nummer-ungueltig"
    assert befund.hilfe == 'YAML kennt nur gerade Anführungszeichen; schreiben Sie »"3.1"«.'


@pytest.mark.parametrize("written", ["3„1", "„siehe oben, im Text“", "„“"])
def test_what_is_no_number_without_its_quotes_either_gets_the_general_remedy(written: str) -> None:
    [befund] = build(
        MODELS["handlungsfeld"], {"id": "a", "nummer": written, "titel": "T"}, FILE, SourceMap()
    ).findings
    assert befund.code == "nummer-ungueltig"
    assert befund.hilfe == "Eine Nummer ist kurz und steht in einer Zeile, etwa »5.10«."
