"""The committed schemas are those of the models, and the shipped files keep them as an editor reads them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml

from konzept.render.schema import MODELS, schema_json

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
DATA = [ROOT / "data", *sorted(ROOT.glob("beispiele/*/data"))]
PLACES = {
    "konzept": "konzept.yaml",
    "akteure": "akteure.yaml",
    "foerderprogramme": "foerderprogramme.yaml",
    "fassung": "fassungen/*.yaml",
    "handlungsfeld": "handlungsfelder/*/*.yaml",
    "sachstand": "sachstand/*.yaml",
    "indikatoren": "indikatoren/*.yaml",
}
FILES = [(kind, file) for kind, place in PLACES.items() for data in DATA for file in sorted(data.glob(place))]


class Core(yaml.SafeLoader):
    """Reads as YAML 1.2 editors do: days stay text, only true and false are truth values."""


Core.yaml_implicit_resolvers = {
    sign: [(tag, regexp) for tag, regexp in resolvers if not tag.endswith(("timestamp", "bool"))]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", __import__("re").compile("^(?:true|false)$"), list("tf"))


@pytest.mark.parametrize("kind", MODELS)
def test_the_committed_schema_is_current(kind: str) -> None:
    assert (ROOT / "schema" / f"{kind}.json").read_text(encoding="utf-8") == schema_json(kind)


@pytest.mark.parametrize("kind", MODELS)
def test_a_schema_is_a_schema(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_json(kind)))


@pytest.mark.parametrize(("kind", "file"), FILES, ids=lambda value: str(value)[-40:])
def test_the_shipped_files_keep_their_schema_and_name_it(kind: str, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    content: Any = yaml.load(text, Core)  # noqa: S506 - a SafeLoader with fewer guesses
    errors = jsonschema.Draft202012Validator(json.loads(schema_json(kind))).iter_errors(content)
    assert [f"{error.json_path}: {error.message}" for error in errors] == []
    named = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
    assert (file.parent / named).resolve() == ROOT / "schema" / f"{kind}.json"


def test_a_wrong_file_breaks_the_schema() -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schema_json("handlungsfeld")))
    assert not validator.is_valid({"id": "Groß", "nummer": "5.10", "titel": "T"})
    assert not validator.is_valid({"id": "a", "nummer": 5.10, "titel": "T"})
    assert not validator.is_valid({"id": "a", "nummer": "5.10"})
    assert not validator.is_valid({"id": "a", "nummer": "5.10", "titel": "T", "titl": "x"})
    assert validator.is_valid({"id": "a", "nummer": "5.10", "titel": "T"})


@pytest.mark.parametrize("kind", MODELS)
def test_what_is_optional_may_be_empty_as_for_the_loader(kind: str) -> None:
    content = json.loads(schema_json(kind))
    validator = jsonschema.Draft202012Validator(content)
    needed = {name for part in content["allOf"] for name in part.get("required", ())}
    for name in content["properties"]:
        faults = [error.json_path for error in validator.iter_errors({name: None})]
        assert (f"$.{name}" in faults) == (name in needed), name


def test_a_schema_says_everything_in_german() -> None:
    """Where a keyword can fail whose sentence the editor would take from itself, one of ours goes with it."""
    for kind in MODELS:
        for path, node in nodes(json.loads(schema_json(kind)), kind):
            if "/if/" in path or path.endswith(("/if", "/not")):
                continue
            if {"type", "enum", "required"} & set(node):
                assert node.get("errorMessage"), path
            if "pattern" in node:
                assert node.get("patternErrorMessage"), path
            assert not {"minLength", "maxLength", "minItems", "format", "oneOf", "additionalItems"} & set(
                node
            ), path
            assert node.get("additionalProperties") is not False, path


def nodes(node: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every schema inside of a schema; ``properties`` and ``$defs`` are names, not schemas."""
    if isinstance(node, list):
        for i, part in enumerate(node):
            yield from nodes(part, f"{path}/{i}")
    if not isinstance(node, dict):
        return
    yield path, node
    for key, part in node.items():
        if key in {"properties", "$defs"}:
            for name, inner in part.items():
                yield from nodes(inner, f"{path}/{key}/{name}")
        elif key not in {"defaultSnippets", "examples"}:
            yield from nodes(part, f"{path}/{key}")
