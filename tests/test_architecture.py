"""The arrows and doors of the house: who may import whom, and who alone may touch the world outside.

The rules are the data at the top. They are applied to the package as it stands, and, so that no rule can fall
asleep, to small made-up packages that break them one at a time.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACKAGE = "konzept"

ROOMS: dict[str, frozenset[str]] = {
    "__main__": frozenset({"cli"}),
    "cli": frozenset(
        {"", "edit", "preview", "render", "reports", "checks", "load", "output", "domain", "diagnostics"}
    ),
    "preview": frozenset({"render", "reports", "load", "domain", "diagnostics"}),
    "edit": frozenset({"load", "checks", "output", "domain", "diagnostics"}),
    "render": frozenset({"reports", "domain", "diagnostics"}),
    "reports": frozenset({"domain", "diagnostics"}),
    "checks": frozenset({"domain", "diagnostics"}),
    "load": frozenset({"domain", "diagnostics"}),
    "domain": frozenset(),
    "diagnostics": frozenset(),
    "output": frozenset(),
    "": frozenset(),
}
"""Each room, that is each folder or module right under the package, and the rooms it may import.

"" is the package's own ``__init__``. What is not named here is forbidden, so siblings never meet.
"""

LIBRARY_DOORS: dict[str, tuple[str, ...]] = {
    "click": (),  # typer carries its own
    "dateutil": ("domain.termin.serientage",),
    "docx": ("render.docx_paket",),
    "icalendar": ("render.due_ics_kalender",),
    "jinja2": ("render.templates",),
    "lxml": ("render.schriftstueck_baum",),
    "markdown_it": ("render",),
    "markupsafe": (
        "render.markdown_text",
    ),  # one module declares text to be safe HTML, and is reviewed for it
    "mdit_py_plugins": ("render.fussnoten",),
    "odfdo": ("render.odt_paket", "render.odt_vorlagenseite", "render.ods_paket"),
    "pydantic": ("domain", "load", "render.schema"),
    "pydantic_core": ("domain", "load"),
    "rich": ("render.terminal",),
    "starlette": ("preview.dienst", "preview.zugang"),
    "typer": ("__main__", "cli"),
    "typst": ("render.pdf",),
    "uvicorn": ("preview.lauf",),
    "watchfiles": ("preview.waechter",),
    "xlsxwriter": ("render.xlsx_datei",),
    "yaml": ("load.yaml_tree",),
}
"""Each library, and the only rooms or modules that may import it; a library not named here is forbidden."""

IMPORTING = frozenset({"import_module", "__import__"})
"""Calls that import by name."""

CLOCK = frozenset({"today", "now", "utcnow"})
CLOCK_DOORS = ("cli",)
"""Who may ask for the day: one report on one Stichtag is the same for ever (design §6)."""

WRITING = frozenset({"write_text", "write_bytes", "mkstemp", "NamedTemporaryFile"})
WRITING_DOORS = ("output", "cli.surface")
"""Who may write: a plan's files and documents go through output; cli.surface writes its report of a crash."""

EMPTY_NAMES = frozenset({"base", "common", "helpers", "manager", "misc", "tools", "utils"})
"""Names that say nothing about what is inside."""

LONGEST_MODULE = 300

HEAVY = (
    "dateutil",
    "docx",
    "icalendar",
    "jinja2",
    "lxml",
    "markdown_it",
    "odfdo",
    "pydantic",
    "rich",
    "starlette",
    "typst",
    "uvicorn",
    "watchfiles",
    "xlsxwriter",
    "yaml",
)
"""What a call of ``--help`` or of the shell's completion must not pay for."""


@dataclass(frozen=True)
class Import:
    """One module imported by another, anywhere in its text; ``source`` has no package name in front."""

    source: str
    line: int
    target: str


class Tree:
    """The modules of a package as read from its files; nothing of it is executed."""

    def __init__(self, package: Path) -> None:
        self.package = package
        self.name = package.name
        self.texts = {self._module(path): path.read_text(encoding="utf-8") for path in package.rglob("*.py")}
        self.trees = {module: ast.parse(text) for module, text in self.texts.items()}

    def _module(self, path: Path) -> str:
        parts = path.relative_to(self.package).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    def _is_package(self, module: str) -> bool:
        return self.package.joinpath(*module.split("."), "__init__.py").is_file()

    def imports(self) -> Iterator[Import]:
        """Yield every import: at the top, in functions, for type checking only, by name at run time."""
        for module, tree in sorted(self.trees.items()):
            for node in ast.walk(tree):
                for target in self._targets(module, node):
                    yield Import(module, getattr(node, "lineno", 0), target)

    def _targets(self, module: str, node: ast.AST) -> Iterator[str]:
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(names=names):
                origin = self._origin(module, node)
                for alias in names:
                    inner = f"{origin}.{alias.name}"
                    yield inner if inner.removeprefix(f"{self.name}.") in self.trees else origin
            case ast.Call(args=[first, *_]) if called(node) in IMPORTING:
                yield str(first.value) if isinstance(first, ast.Constant) else "a name known only at run time"

    def _origin(self, module: str, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        here = module.split(".") if module else []
        here = here[: len(here) - node.level + self._is_package(module)]
        return ".".join([self.name, *here, *([node.module] if node.module else [])])


def room(module: str) -> str:
    """Return the room a module belongs to: the first part of its name."""
    return module.partition(".")[0]


def within(module: str, doors: tuple[str, ...]) -> bool:
    """Tell whether a module is one of the doors or lies inside one."""
    return any(module == door or module.startswith(f"{door}.") for door in doors)


def wrong_arrows(tree: Tree) -> Iterator[str]:
    """Yield what is imported against the arrows."""
    for found in tree.imports():
        package, _, target = found.target.partition(".")
        if package != tree.name:
            continue
        here, there = room(found.source), room(target)
        if here not in ROOMS:
            yield f"{found.source}: a room the design does not know"
        elif here != there and there not in ROOMS[here]:
            yield f"{found.source}:{found.line} imports {target or tree.name}"


def wrong_doors(tree: Tree) -> Iterator[str]:
    """Yield what is imported from outside past the one door to it."""
    for found in tree.imports():
        library = found.target.partition(".")[0]
        if library == tree.name or library in sys.stdlib_module_names:
            continue
        if not within(found.source, LIBRARY_DOORS.get(library, ())):
            yield f"{found.source}:{found.line} imports {library}"


def wrong_calls(tree: Tree) -> Iterator[str]:
    """Yield where the clock is asked, or a file written, by a room that must not."""
    for module, parsed in sorted(tree.trees.items()):
        for node in ast.walk(parsed):
            if not isinstance(node, ast.Call):
                continue
            if called(node) in CLOCK and not within(module, CLOCK_DOORS):
                yield f"{module}:{node.lineno} asks the clock"
            if (called(node) in WRITING or opens_for_writing(node)) and not within(module, WRITING_DOORS):
                yield f"{module}:{node.lineno} writes"


def called(call: ast.Call) -> str:
    """Return the last name of what is called: ``today`` of ``datetime.date.today()``."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def opens_for_writing(call: ast.Call) -> bool:
    """Tell whether a call is ``open(…, "w")``, ``path.open("a")`` or the like."""
    modes = [
        value.value
        for value in chain(call.args, (keyword.value for keyword in call.keywords if keyword.arg == "mode"))
        if isinstance(value, ast.Constant) and isinstance(value.value, str)
    ]
    return called(call) == "open" and any(
        set(mode) <= set("rwaxbt+") and set(mode) & set("wax+") for mode in modes
    )


def wrong_shapes(tree: Tree) -> Iterator[str]:
    """Yield modules that are too long or lack a first sentence or a name, and folders that are no package."""
    for module, text in sorted(tree.texts.items()):
        sentence = (ast.get_docstring(tree.trees[module]) or "").partition("\n\n")[0]
        if not sentence.endswith((".", "?", "!")):
            yield f"{module or tree.name}: does not open with a sentence"
        if len(text.splitlines()) > LONGEST_MODULE:
            yield f"{module}: longer than {LONGEST_MODULE} lines"
        if EMPTY_NAMES & set(module.split(".")):
            yield f"{module}: the name says nothing"
    for folder in sorted({path.parent for path in tree.package.rglob("*.py")}):
        if not (folder / "__init__.py").is_file():
            yield f"{folder.relative_to(tree.package)}: no __init__.py, so tools overlook it"


@pytest.fixture(scope="module")
def house(root: Path) -> Tree:
    return Tree(root / PACKAGE)


def test_arrows_point_one_way(house: Tree) -> None:
    assert list(wrong_arrows(house)) == []


def test_each_library_has_its_door(house: Tree) -> None:
    assert list(wrong_doors(house)) == []


def test_clock_and_disk_have_their_doors(house: Tree) -> None:
    assert list(wrong_calls(house)) == []


def test_each_module_is_one_thought_with_a_name(house: Tree) -> None:
    assert list(wrong_shapes(house)) == []


def test_each_door_is_there(house: Tree) -> None:
    """A door that was renamed would leave its rule without a keeper, and nobody would notice."""
    doors = {*chain(*LIBRARY_DOORS.values()), *CLOCK_DOORS, *WRITING_DOORS}
    assert sorted(doors - set(house.trees)) == []


@pytest.mark.parametrize(
    "start", ["import konzept.cli.app", "import runpy; runpy.run_module('konzept', run_name='__main__')"]
)
def test_start_imports_nothing_heavy(root: Path, start: str) -> None:
    code = f"""
import sys
sys.argv = ["konzept", "--help"]
try:
    {start}
finally:
    print(*sorted(set({HEAVY}) & set(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr.strip()) == (0, "")


SKELETON = (
    "__init__",
    "diagnostics",
    "output",
    *(
        f"{room}.__init__"
        for room in ("checks", "cli", "domain", "edit", "load", "preview", "render", "reports")
    ),
    *("cli.surface.__init__", "load.yaml_tree", "render.templates", "render.terminal"),
)


def made_up(folder: Path, module: str, text: str) -> Tree:
    """Make a package with all the rooms, empty but for one module; return it as read."""
    package = folder / PACKAGE
    for name in (*SKELETON, module):
        path = package.joinpath(*name.split(".")).with_suffix(".py")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text if name == module else '"""A room."""\n', encoding="utf-8")
    return Tree(package)


@pytest.mark.parametrize(
    ("module", "text", "expected"),
    [
        ("domain.termin", "import konzept.load", "domain.termin:1 imports load"),
        ("domain.termin", "from konzept.load import yaml_tree", "domain.termin:1 imports load.yaml_tree"),
        ("domain.termin", "from konzept import diagnostics", "domain.termin:1 imports diagnostics"),
        ("domain.termin", "from konzept import __version__", "domain.termin:1 imports konzept"),
        ("domain.termin", "from .. import load", "domain.termin:1 imports load"),
        ("domain.termin", "from ..load.yaml_tree import read", "domain.termin:1 imports load.yaml_tree"),
        ("domain.termin", "def lies():\n    import konzept.output", "domain.termin:2 imports output"),
        ("domain.termin", "if TYPE_CHECKING:\n    import konzept.checks", "domain.termin:2 imports checks"),
        ("domain.termin", "import_module('konzept.cli')", "domain.termin:1 imports cli"),
        ("checks.verweise", "import konzept.reports", "checks.verweise:1 imports reports"),
        ("checks.verweise", "import konzept.load", "checks.verweise:1 imports load"),
        ("reports.diff", "import konzept.checks", "reports.diff:1 imports checks"),
        ("reports.diff", "import konzept.render", "reports.diff:1 imports render"),
        ("load.build", "import konzept.reports", "load.build:1 imports reports"),
        ("render.html", "import konzept.output", "render.html:1 imports output"),
        ("render.html", "import konzept.edit", "render.html:1 imports edit"),
        ("render.html", "import konzept.load", "render.html:1 imports load"),
        ("render.seite", "import konzept.preview", "render.seite:1 imports preview"),
        ("preview.buehne", "import konzept.cli", "preview.buehne:1 imports cli"),
        ("preview.buehne", "import konzept.edit", "preview.buehne:1 imports edit"),
        ("edit.sachstand", "import konzept.render", "edit.sachstand:1 imports render"),
        ("edit.sachstand", "import konzept.cli", "edit.sachstand:1 imports cli"),
        ("output", "import konzept.diagnostics", "output:1 imports diagnostics"),
        ("diagnostics", "import konzept.domain", "diagnostics:1 imports domain"),
        ("keller", "import konzept.domain", "keller: a room the design does not know"),
    ],
)
def test_an_arrow_that_runs_back_is_found(tmp_path: Path, module: str, text: str, expected: str) -> None:
    assert list(wrong_arrows(made_up(tmp_path, module, text))) == [expected]


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("cli.surface.entry", "from . import streams\nfrom .. import due\nfrom ...edit import sachstand"),
        ("cli.due", "import konzept.load.yaml_tree, konzept.checks\nfrom konzept import output, __version__"),
        ("edit.sachstand", "import konzept.load, konzept.checks, konzept.output"),
        ("render.html", "from konzept.reports import diff\nfrom konzept.domain.termin import Termin"),
        ("domain.termin", "from konzept.domain.kalender import Tag\nfrom .kalender import Monat"),
        ("__main__", "from konzept.cli.app import main"),
    ],
)
def test_an_arrow_that_runs_forward_is_let_through(tmp_path: Path, module: str, text: str) -> None:
    assert list(wrong_arrows(made_up(tmp_path, module, text))) == []


@pytest.mark.parametrize(
    ("module", "text", "expected"),
    [
        ("cli.validate", "import yaml", "cli.validate:1 imports yaml"),
        ("load.build", "from yaml.nodes import Node", "load.build:1 imports yaml"),
        ("render.html", "import jinja2", "render.html:1 imports jinja2"),
        ("render.templates", "from markupsafe import Markup", "render.templates:1 imports markupsafe"),
        ("cli.due", "def tabelle():\n    from rich.table import Table", "cli.due:2 imports rich"),
        ("render.terminal", "import typer", "render.terminal:1 imports typer"),
        ("cli.app", "import click", "cli.app:1 imports click"),
        ("reports.diff", "import pydantic", "reports.diff:1 imports pydantic"),
        ("reports.diff", "import markdown_it", "reports.diff:1 imports markdown_it"),
        ("load.build", "import requests", "load.build:1 imports requests"),
        ("load.build", "__import__(name)", "load.build:1 imports a name known only at run time"),
    ],
)
def test_a_way_past_a_door_is_found(tmp_path: Path, module: str, text: str, expected: str) -> None:
    assert list(wrong_doors(made_up(tmp_path, module, text))) == [expected]


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("load.yaml_tree", "import yaml, os.path"),
        ("render.templates", "import jinja2\nfrom jinja2.sandbox import SandboxedEnvironment"),
        ("render.markdown_text", "from markdown_it import MarkdownIt\nfrom markupsafe import Markup"),
        ("render.terminal", "def console():\n    from rich.console import Console"),
        ("cli.surface.entry", "from typer._click.core import Command"),
        ("domain.werte", "from pydantic import BaseModel\nfrom pydantic_core import PydanticCustomError"),
    ],
)
def test_a_door_is_open_to_its_keeper(tmp_path: Path, module: str, text: str) -> None:
    assert list(wrong_doors(made_up(tmp_path, module, text))) == []


@pytest.mark.parametrize(
    ("module", "text", "expected"),
    [
        ("domain.termin", "date.today()", ["domain.termin:1 asks the clock"]),
        ("reports.due", "x = datetime.datetime.now(UTC)", ["reports.due:1 asks the clock"]),
        ("edit.sachstand", "path.write_text('')", ["edit.sachstand:1 writes"]),
        ("render.html", "open(name, 'w')", ["render.html:1 writes"]),
        ("render.html", "path.open(mode='ab')", ["render.html:1 writes"]),
        ("load.build", "path.open('rb')\nopen(name)\nname.replace('a', 'x')", []),
        ("cli.due", "date.today()", []),
        ("output", "open(name, 'xb')", []),
    ],
)
def test_a_look_at_the_clock_and_a_write_are_found(
    tmp_path: Path, module: str, text: str, expected: list[str]
) -> None:
    assert list(wrong_calls(made_up(tmp_path, module, text))) == expected


@pytest.mark.parametrize(
    ("module", "text", "expected"),
    [
        ("domain.termin", "x = 1", "domain.termin: does not open with a sentence"),
        ("domain.termin", '"""Termine"""', "domain.termin: does not open with a sentence"),
        ("domain.utils", '"""Odds and ends."""', "domain.utils: the name says nothing"),
        ("common.termin", '"""Odds and ends."""', "common.termin: the name says nothing"),
        ("domain.termin", '"""Long."""' + "\nx = 1" * 300, "domain.termin: longer than 300 lines"),
    ],
)
def test_a_module_out_of_shape_is_found(tmp_path: Path, module: str, text: str, expected: str) -> None:
    found = [line for line in wrong_shapes(made_up(tmp_path, module, text)) if line.startswith(f"{module}:")]
    assert found == [expected]


def test_a_folder_that_is_no_package_is_found(tmp_path: Path) -> None:
    tree = made_up(tmp_path, "domain.termin.grammatik", '"""The grammar."""')
    assert list(wrong_shapes(tree)) == ["domain/termin: no __init__.py, so tools overlook it"]
