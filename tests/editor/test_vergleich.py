"""What an editor marks is what ``validate`` marks: a plan with planted errors, each said in the line it stands in.

The plan is ``plan/`` beside this file. ``# beide: CODE`` says that the editor marks the line and ``validate`` reports
this code there; ``# nur validate: CODE (reason)`` that JSON Schema cannot say it, and why; ``# nur Editor`` the other
way round. A line without such a remark is sound for both. What a real yaml-language-server marks is read by the tests
marked ``editor``; those that run everywhere judge by the schemas alone.
"""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml

from konzept.cli.workplace import all_findings
from konzept.diagnostics import Severity
from konzept.load import load_plan
from konzept.render.schema import schema_json
from konzept.render.schema_plan import eigene_werte

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .conftest import LanguageServer

ROOT = Path(__file__).parent.parent.parent
PLAN = Path(__file__).parent / "plan"
FILES = sorted((PLAN / "data").rglob("*.yaml"))
REMARK = re.compile(r"  # (beide|nur validate|nur Editor): ([a-z-]+)(?: \((.+)\))?$")
MODELINE = re.compile(r"# yaml-language-server: \$schema=(?:\.\./)+schema/([a-z]+)\.json")
NOT_OF_THE_SCHEMA = {"schluessel-doppelt", "yaml-fehler", "yaml-tag"}
"""What the server's own parser marks, with any schema or none."""


@dataclass(frozen=True)
class Planted:
    """One planted error: its file and line, who marks it, the code of ``validate``, the reason if not both do."""

    datei: str
    zeile: int
    wer: str
    code: str
    grund: str | None


def planted_in(path: Path) -> list[Planted]:
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        remark = REMARK.search(line)
        if remark:
            found.append(Planted(path.relative_to(PLAN).as_posix(), number, *remark.groups()))
    return found


PLANTED = [one for path in FILES for one in planted_in(path)]


def lines_of(path: Path, *who: str) -> list[int]:
    return sorted({one.zeile for one in planted_in(path) if one.wer in who})


def kind_of(path: Path) -> str:
    named = MODELINE.match(path.read_text(encoding="utf-8"))
    assert named
    return named[1]


def test_many_errors_of_many_kinds_are_planted() -> None:
    assert len(PLANTED) >= 60
    assert len({one.code for one in PLANTED}) >= 30
    assert sum(one.wer == "beide" for one in PLANTED) >= 45
    assert [one for one in PLANTED if (one.grund is None) != (one.wer == "beide")] == []


def test_validate_reports_every_planted_error_in_its_line_and_no_other() -> None:
    loaded = load_plan(PLAN)
    found = all_findings(loaded, date(2025, 1, 1))
    marked = {(one.ort.datei, one.ort.zeile, one.code) for one in found}
    wanted = {(one.datei, one.zeile, one.code) for one in PLANTED if one.wer != "nur Editor"}
    assert wanted - marked == set()
    # what is less than an error may be found besides: a body without a Maßnahme, a number that is left out
    errors = {(one.ort.datei, one.ort.zeile, one.code) for one in found if one.schwere is Severity.FEHLER}
    assert errors - wanted == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_schema_breaks_in_the_lines_that_an_editor_marks(path: Path) -> None:
    if NOT_OF_THE_SCHEMA & {one.code for one in planted_in(path)}:
        assert len(planted_in(path)) == 1
        return
    assert lines_broken(path, json.loads(schema_json(kind_of(path)))) == lines_of(path, "beide", "nur Editor")


class Core(yaml.SafeLoader):
    """Reads as YAML 1.2 editors do: days stay text, only true and false are truth values."""


Core.yaml_implicit_resolvers = {
    sign: [(tag, regexp) for tag, regexp in resolvers if not tag.endswith(("timestamp", "bool"))]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def lines_broken(path: Path, schema: dict[str, Any]) -> list[int]:
    """Return the lines in which a file breaks a schema, as an editor would mark them."""
    root = next(iter(yaml.compose_all(path.read_text(encoding="utf-8"), Core)))
    content = Core("").construct_document(root)
    errors = jsonschema.Draft202012Validator(schema).iter_errors(content)
    return sorted({line_of(root, *place) for error in errors for place in places(error)})


def places(error: jsonschema.ValidationError) -> Iterator[tuple[list[str | int], str | None]]:
    """Give the path of each fault; a path that ends in a key, if it is the key that is at fault, names it again."""
    if error.validator == "anyOf":
        # the first alternative is the form of the value, the second that it is empty
        for inner in error.context or ():
            if inner.schema_path[0] == 0:
                yield from places(inner)
        return
    path = list(error.absolute_path)
    if "propertyNames" in error.schema_path:
        yield path, str(error.instance)
    elif error.validator == "required" and path and isinstance(path[-1], str):
        yield path[:-1], path[-1]
    else:
        yield path, None


def line_of(node: yaml.Node, path: list[str | int], key: str | None) -> int:
    """Return the line of a value, of the key of an empty one, or of one of its keys."""
    line = node.start_mark.line
    for step in path:
        if isinstance(node, yaml.MappingNode):
            name, node = next((name, value) for name, value in node.value if name.value == step)
            empty = node.start_mark.index == node.end_mark.index
            line = (name if empty else node).start_mark.line
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
            line = node.start_mark.line
    if key is not None and isinstance(node, yaml.MappingNode):
        line = next(name.start_mark.line for name, _ in node.value if name.value == key)
    return line + 1


@pytest.mark.editor
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_server_marks_the_lines_that_are_to_be_marked(path: Path, server: LanguageServer) -> None:
    marks = server.open(path)
    assert sorted({mark["range"]["start"]["line"] + 1 for mark in marks}) == lines_of(
        path, "beide", "nur Editor"
    )


@pytest.mark.editor
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_server_says_in_german_what_is_wrong(path: Path, server: LanguageServer) -> None:
    """Whatever the language of the editor; only what its parser cannot read it says in its own words."""
    marks = server.open(path)
    if not NOT_OF_THE_SCHEMA & {one.code for one in planted_in(path)}:
        assert [mark["message"] for mark in marks if not GERMAN.search(mark["message"])] == []


GERMAN = re.compile(r"^(?:Hier|Dieser?s?|Diesen|Keine?|Erlaubt|Schreiben|Es fehlt,?|Eine Nummer|»intern«) ")


@pytest.mark.editor
def test_with_the_plan_the_server_marks_unknown_ids_too(server: LanguageServer, tmp_path: Path) -> None:
    """The reason »anderes Dokument« falls away where the schema knows the ids of the other documents."""
    own = eigene_werte(load_plan(PLAN).plan)
    shutil.copytree(PLAN / "data", tmp_path / "data")
    (tmp_path / "schema").mkdir()
    elsewhere = [one for one in PLANTED if one.grund == "anderes Dokument"]
    assert len({one.code for one in elsewhere}) >= 6
    for path in sorted((tmp_path / "data").rglob("*.yaml")):
        name = path.relative_to(tmp_path).as_posix()
        kind = kind_of(path)
        schema = tmp_path / "schema" / f"{kind}.json"
        schema.write_text(schema_json(kind, own), encoding="utf-8")
        text = MODELINE.sub(f"# yaml-language-server: $schema={schema}", path.read_text(encoding="utf-8"))
        marked = {mark["range"]["start"]["line"] + 1 for mark in server.open(path, text)}
        assert {one.zeile for one in elsewhere if one.datei == name} - marked == set(), name


def test_the_documentation_counts_right_and_names_every_reason() -> None:
    text = (ROOT / "docs" / "editor.md").read_text(encoding="utf-8")
    count = Counter(one.wer for one in PLANTED)
    codes = len({one.code for one in PLANTED})
    assert f"{len(PLANTED)} eingebaute Fehler von {codes} Arten" in text
    assert f"| Editor und `validate` | {count['beide']} |" in text
    assert f"| nur `validate` | {count['nur validate']} |" in text
    assert f"| nur der Editor | {count['nur Editor']} |" in text
    for grund in {one.grund for one in PLANTED if one.grund}:
        assert f"| {grund} |" in text
        for code in {one.code for one in PLANTED if one.grund == grund}:
            assert f"`{code}`" in text, code
