"""Every file that ``konzept`` writes into a plan names its schema in the first line, by a path that leads to it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import program

if TYPE_CHECKING:
    from subprocess import CompletedProcess

ROOT = Path(__file__).parent.parent.parent
MODELINE = "# yaml-language-server: $schema="
KINDS = {"fassungen": "fassung", "handlungsfelder": "handlungsfeld", "sachstand": "sachstand"}


def konzept(root: Path, *args: str) -> CompletedProcess[str]:
    return program.konzept(*args, cwd=root)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the shipped plan at another place, with the schemas that ``konzept schema`` writes beside it."""
    root = tmp_path / "kreis"
    shutil.copytree(ROOT / "data", root / "data")
    assert konzept(root, "schema").returncode == 0
    return root


def schema_of(path: Path) -> Path:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith(MODELINE), path
    return (path.parent / first.removeprefix(MODELINE)).resolve()


def assert_named(root: Path) -> None:
    for path in sorted((root / "data").rglob("*.yaml")):
        place = path.relative_to(root / "data").parts[0]
        assert schema_of(path) == root / "schema" / f"{KINDS.get(place, path.stem)}.json"
        assert schema_of(path).is_file()


def test_a_plan_elsewhere_finds_the_schemas_beside_its_data(root: Path) -> None:
    assert_named(root)


def test_the_next_fassung_names_its_schemas(root: Path) -> None:
    before = set((root / "data").rglob("*.yaml"))
    result = konzept(
        root, "fortschreiben", "2020", "2024", "--ab-datum", "2024-01-01", "--stichtag", "2023-11-30"
    )
    assert result.returncode == 0, result.stderr
    new = set((root / "data").rglob("*.yaml")) - before
    assert len(new) >= 7
    assert_named(root)


def test_a_new_log_names_its_schema(root: Path) -> None:
    log = root / "data" / "sachstand" / "2020.yaml"
    log.unlink()
    args = (
        "sachstand",
        "vorschaltklassen-pruefen",
        "--stand",
        "laufend",
        "--text",
        "Läuft.",
        "--stichtag",
        "2021-06-30",
    )
    result = konzept(root, *args)
    assert result.returncode == 0, result.stderr
    assert log.is_file()
    assert_named(root)
