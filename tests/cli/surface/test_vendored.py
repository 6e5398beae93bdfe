"""No text of typer is left that nobody has looked at, and nothing of typer is used that speaks English."""

from __future__ import annotations

import ast
import re
import tomllib
from importlib.metadata import files
from pathlib import Path
from typing import TYPE_CHECKING

import konzept.cli
from konzept.cli.surface import vendored
from konzept.cli.surface.english import SENTENCES

if TYPE_CHECKING:
    from collections.abc import Iterator

KNOWN = tomllib.loads(Path(__file__).with_name("typer_texts.toml").read_text(encoding="utf-8"))

# They print in English or import rich; `echo` may open a second stdout.
FORBIDDEN = {
    "clear",
    "confirm",
    "echo",
    "edit",
    "getchar",
    "launch",
    "pause",
    "progressbar",
    "prompt",
    "run",
    "secho",
    "style",
}

# Not loaded by a program: the »typer« command, its test runner, and the help pages drawn with rich.
NOT_LOADED = {"typer/__main__.py", "typer/cli.py", "typer/testing.py", "typer/rich_utils.py"}


def test_the_texts_of_typer_are_the_known_ones() -> None:
    known = {text for texts in KNOWN.values() for text in texts}
    installed = installed_texts()
    assert installed - known == set(), "new in this typer"
    assert known - installed == set(), "gone from this typer"


def test_each_text_has_one_place() -> None:
    assert sum(map(len, KNOWN.values())) == len({text for texts in KNOWN.values() for text in texts})


def test_what_is_said_to_be_translated_is() -> None:
    bare = "'{}': {}"  # no word in it, so it is not found in the source as a text
    assert set(KNOWN["translated"]) == set(SENTENCES) - {bare}


def test_the_one_door() -> None:
    """Only `vendored` reaches into typer, and nobody takes what would speak English."""
    for source in _our_sources():
        tree = ast.parse(source.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            match node:
                case ast.ImportFrom(module=str(module)):
                    taken = {alias.name for alias in node.names}
                    inside = module.startswith("typer.") or module.split(".")[0] == "click"
                    assert not inside or source.name == "vendored.py", f"{source.name}: {module}"
                    assert module != "typer" or not taken & FORBIDDEN, f"{source.name}: {taken}"
                case ast.Import(names=names):
                    assert all(alias.name.split(".")[0] != "click" for alias in names), source.name
                    assert all(not alias.name.startswith("typer.") for alias in names), source.name
                case ast.Attribute(value=ast.Name(id="typer"), attr=attribute):
                    assert attribute not in FORBIDDEN, f"{source.name}: typer.{attribute}"
                case ast.keyword(arg=("prompt" | "confirmation_prompt" | "hide_input") as argument):
                    raise AssertionError(f"{source.name}: {argument}=")
                case _:
                    pass


def test_all_names_are_there() -> None:
    assert all(hasattr(vendored, name) for name in vendored.__all__)


def _our_sources() -> list[Path]:
    found = sorted(Path(konzept.cli.__path__[0]).rglob("*.py"))
    assert any(source.name == "vendored.py" for source in found)
    return found


def installed_texts() -> set[str]:
    """Return the texts as templates, ``{}`` for whatever is filled in."""
    found = files("typer")
    assert found is not None
    sources = [
        Path(str(path.locate()))
        for path in found
        if path.parts[0] == "typer"
        and path.suffix == ".py"
        and str(path).replace("\\", "/") not in NOT_LOADED
    ]
    assert len(sources) > 20, "the source of typer is not where it was"
    return {text for source in sources for text in _texts(ast.parse(source.read_text(encoding="utf-8")))}


def _texts(tree: ast.AST) -> Iterator[str]:
    for node in _told(tree):
        text = _template(node)
        if text is not None and _reads_like_text(text):
            yield text


def _told(node: ast.AST) -> Iterator[ast.AST]:
    """Walk all expressions but documentation, annotations and what only names something."""
    for field, value in ast.iter_fields(node):
        if field in {"annotation", "returns"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _names_or_documents(child):
                yield child
                if not isinstance(child, ast.JoinedStr):
                    yield from _told(child)


def _names_or_documents(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.Call(func=ast.Name(id=name)) | ast.Subscript(value=ast.Name(id=name)):
            return name in {"Annotated", "Doc", "Literal", "TypeVar", "Union", "cast"}
        case _:
            return False


def _template(node: ast.AST) -> str | None:
    match node:
        case ast.Constant(value=str(text)):
            return re.sub(r"\{[^{}]*\}", "{}", text)
        case ast.JoinedStr(values=parts):
            return "".join(
                _template(part) or "{}" if isinstance(part, ast.Constant) else "{}" for part in parts
            )
        case _:
            return None


def _reads_like_text(text: str) -> bool:
    if "%(" in text:  # the scripts for the shells
        return False
    words = text.replace("{}", " ").split()
    spaced, capital = " " in text.strip(), any(char.isupper() for char in text)
    return any(word[:1].isalpha() for word in words) and (spaced or capital)
