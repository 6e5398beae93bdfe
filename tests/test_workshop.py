"""The workshop keeps its own rules: what is committed, pinned, packed and promised in README.md."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib.metadata import distribution
from typing import TYPE_CHECKING, Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import konzept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

EUPL_SHA256 = "2684098cbd7501a84c93cd947f3b32ad01eb955b20a43ad62ab4455eed4d1410"
"""Of the text that the European Commission published in 2017, word by word the one of the SPDX list."""

# Each pattern has a bracket in it, so that it does not find itself.
FOREIGN = re.compile(
    r"python[h]osted|registry\.npm[j]s|deb\.debi[a]n|pypi\.or[g]|/wor[k]/|/roo[t]/|bash_job[s]"
)
UNFINISHED = re.compile(
    r"TO[D]O|FIX[M]E|XX[X]|NotImplemente[d]Error|pytest\.ski[p]|mark\.(?:ski[p]|xfai[l])|no cove[r]"
)
MUTED = re.compile(r"#\s*(?:(?:ruff:\s*)?noq[a]|type:\s*ignor[e]|fmt:\s*of[f])")
MUTED_WITH_REASON = re.compile(
    r"#\s*(?:(?:ruff:\s*)?noq[a]:\s*[A-Z]+\d++(?:,\s*[A-Z]+\d++)*+|type:\s*ignor[e]\[[\w,\s-]+\])[\s#,:;(–-]+\w.*\w"
)
LEFT_BEHIND = frozenset(
    {".coverage", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".venv", "__pycache__"}
)
"""What tools leave in a folder that git does not watch."""

COLOUR_ON_WINDOWS = "colorama"
"""Needed on Windows only, by pytest and typer; pinned all the same."""


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def files(root: Path) -> list[Path]:
    """Return the project's own files: what git knows or would take up, or all of an unpacked distribution."""
    if (root / ".git").exists() and shutil.which("git"):
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=True)
        found = [root / name for name in done.stdout.split("\0") if name]
    else:
        found = [path for path in root.rglob("*") if not LEFT_BEHIND & set(path.relative_to(root).parts)]
    return sorted(path for path in found if path.is_file())


def lines(paths: Iterable[Path], root: Path) -> Iterator[tuple[str, str]]:
    """Yield each line of the text files among the paths, with its place in front."""
    for path in paths:
        content = path.read_bytes()
        if b"\0" not in content:
            for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), start=1):
                yield f"{path.relative_to(root).as_posix()}:{number}", line


def test_the_files_are_found(files: list[Path], root: Path) -> None:
    assert {root / "konzept" / "__init__.py", root / "pyproject.toml", root / ".ci" / "run"} <= set(files)


def test_no_file_names_a_machine_or_a_registry(files: list[Path], root: Path) -> None:
    assert [place for place, line in lines(files, root) if FOREIGN.search(line)] == []


def test_nothing_says_it_is_unfinished_or_left_out(files: list[Path], root: Path) -> None:
    ours = [path for path in files if path.suffix == ".py"]
    assert [place for place, line in lines(ours, root) if UNFINISHED.search(line)] == []


def test_a_rule_is_muted_only_with_its_reason(files: list[Path], root: Path) -> None:
    ours = [path for path in files if path.suffix == ".py"]
    muted = [(place, line) for place, line in lines(ours, root) if MUTED.search(line)]
    assert [place for place, line in muted if not MUTED_WITH_REASON.search(line)] == []


@pytest.mark.parametrize(
    ("line", "reasoned"),
    [
        ("x = 1  # noq" + "a: S101", False),
        ("x = 1  # noq" + "a", False),
        ("x = 1  # noq" + "a: S101, S102", False),
        ("x = 1  # noq" + "a: S101, S102  the loader checked it", True),
        ("x = 1  # noq" + "a: PLR2004  (a day has two digits)", True),
        ("x = 1  # type: ignor" + "e", False),
        ("x = 1  # type: ignor" + "e[arg-type]", False),
        ("x = 1  # type: ignor" + "e[arg-type]  # typer says so itself", True),
    ],
)
def test_a_reason_is_told_from_none(line: str, *, reasoned: bool) -> None:
    assert MUTED.search(line)
    assert bool(MUTED_WITH_REASON.search(line)) == reasoned


def test_every_ignored_rule_says_why(root: Path, project: dict[str, Any]) -> None:
    lint = project["tool"]["ruff"]["lint"]
    ignored = [*lint["ignore"], *(rule for rules in lint["per-file-ignores"].values() for rule in rules)]
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    reasoned = re.findall(r'^    "([A-Z]+\d+)",  # \w.+', text, flags=re.MULTILINE)
    assert lint["select"] == ["ALL"]
    assert sorted(reasoned) == sorted(ignored)


@pytest.fixture(scope="module")
def pins(root: Path) -> dict[str, str]:
    """Return the pinned version of each package; anything but ``name==version`` fails."""
    rows = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    plain = [re.fullmatch(r"([a-z0-9-]+)==([0-9][0-9a-z.]*)", row) for row in rows if not row.startswith("#")]
    assert all(plain)
    found = [(match[1], match[2]) for match in plain if match]
    assert found == sorted(set(found))
    return dict(found)


def direct(project: dict[str, Any]) -> list[Requirement]:
    """Return what pyproject.toml asks for, to run and to develop."""
    table = project["project"]
    return [Requirement(text) for text in (*table["dependencies"], *table["optional-dependencies"]["dev"])]


def needed(requirements: list[Requirement]) -> set[str]:
    """Return the names of the requirements and of all that they need in turn on this machine."""
    names: set[str] = set()
    waiting = list(requirements)
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in names or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        names.add(name)
        waiting += [Requirement(text) for text in distribution(name).requires or ()]
    return names


def test_everything_needed_is_pinned_and_nothing_else(project: dict[str, Any], pins: dict[str, str]) -> None:
    assert needed(direct(project)) | {COLOUR_ON_WINDOWS} == set(pins)


def test_bounds_have_two_ends_and_hold_the_pin(project: dict[str, Any], pins: dict[str, str]) -> None:
    for requirement in direct(project):
        assert {part.operator for part in requirement.specifier} == {">=", "<"}, requirement
        assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)]), requirement


def test_the_licence_is_whole(root: Path, project: dict[str, Any]) -> None:
    assert hashlib.sha256((root / "LICENSE").read_bytes()).hexdigest() == EUPL_SHA256
    assert project["project"]["license"] == "EUPL-1.2"


def test_the_changelog_knows_the_version(root: Path) -> None:
    titles = re.findall(
        r"^## \[(.+)\]", (root / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    assert titles[0] in {"Unveröffentlicht", konzept.__version__}


@pytest.fixture(scope="module")
def packed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build wheel and source distribution into an empty folder, without a network."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=root, capture_output=True, check=True)
    return folder


def test_the_wheel_holds_the_package_and_its_templates(packed: Path, root: Path, files: list[Path]) -> None:
    with zipfile.ZipFile(next(packed.glob("*.whl"))) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
        metadata = wheel.read(f"konzept-{konzept.__version__}.dist-info/METADATA").decode()
    inside = {path.relative_to(root).as_posix() for path in files}
    templates = {f"konzept/{name}" for name in inside if name.startswith("templates/")}
    assert templates
    assert names == {name for name in inside if name.startswith("konzept/")} | templates
    assert "\nLicense-Expression: EUPL-1.2\n" in metadata


def test_the_source_distribution_holds_every_file(packed: Path, root: Path, files: list[Path]) -> None:
    with tarfile.open(next(packed.glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert {path.relative_to(root).as_posix() for path in files} - names == set()


def test_ci_can_start(root: Path) -> None:
    script = root / ".ci" / "run"
    assert os.access(script, os.X_OK)
    bash = shutil.which("bash") or "bash"
    done = subprocess.run([bash, "-n", script], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("mark", "last"), [("start", ".venv/bin/konzept "), ("test", ".venv/bin/python -m pytest -n auto")]
)
def test_the_readme_shows_each_command_once_in_one_line(root: Path, mark: str, last: str) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    shown = re.findall(rf"^<!-- befehl:{mark} -->\n+```\w*\n([^\n]+)\n```$", text, flags=re.MULTILINE)
    assert len(shown) == text.count(f"<!-- befehl:{mark} -->") == 1
    assert shown[0].startswith(
        "python3 -m venv --without-pip .venv && python3 -m pip --python .venv install "
    )
    assert shown[0].split(" && ")[-1].startswith(last)
    assert shown[0].isascii()
    assert shown[0] not in (root / ".ci" / "run").read_text(encoding="utf-8")
