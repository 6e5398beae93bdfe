"""``konzept schema`` as a user calls it: where the schemas go, with a plan and without, and what is refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from konzept.render.schema import MODELS, schema_json
from tests.program import konzept

ROOT = Path(__file__).parent.parent.parent
SOUND = ROOT / "tests" / "errors" / "_grundplan"
NAMES = sorted([*(f"{kind}.json" for kind in MODELS), "ausgabe"])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "plan"))


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_inside_a_plan_they_stand_beside_its_data(root: Path) -> None:
    result = konzept("schema", cwd=root / "data" / "fassungen")
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == f"8 Schemata geschrieben: {root / 'schema'}/\n"
    assert written(root / "schema") == NAMES
    for kind in MODELS:
        assert (root / "schema" / f"{kind}.json").read_text(encoding="utf-8") == schema_json(kind)


def test_in_another_plan_by_its_folder(root: Path, tmp_path: Path) -> None:
    assert konzept("-C", "plan", "schema", cwd=tmp_path).returncode == 0
    assert written(root / "schema") == NAMES


def test_outside_of_any_plan_they_stand_where_one_is(tmp_path: Path) -> None:
    assert konzept("schema", cwd=tmp_path).returncode == 0
    assert konzept("schema", "-o", "neu/tief", cwd=tmp_path).returncode == 0
    assert written(tmp_path / "schema") == written(tmp_path / "neu" / "tief") == NAMES


def test_with_the_plan_its_own_ids_are_in_them(root: Path) -> None:
    result = konzept("schema", "--mit-plan", "-o", "schema", cwd=root)
    assert (result.returncode, result.stdout) == (0, "")
    own = json.loads((root / "schema" / "handlungsfeld.json").read_text(encoding="utf-8"))["$defs"][
        "eigene-akteure"
    ]
    assert (own["enum"], own["enumDescriptions"]) == (["jobcenter"], ["Jobcenter Musterkreis"])


def test_a_plan_with_faults_has_its_schemas_too(root: Path) -> None:
    """An editor is where the faults are mended."""
    (root / "data" / "handlungsfelder" / "2020" / "kaputt.yaml").write_text("id: [", encoding="utf-8")
    assert konzept("validate", cwd=root).returncode == 1
    assert konzept("schema", "--mit-plan", "-o", "schema", cwd=root).returncode == 0


@pytest.mark.parametrize(
    ("args", "code", "sentence"),
    [
        (("--mit-plan",), 2, "braucht mit -o den Ordner"),
        (("-o", "data/schema"), 2, "liegt im Ordner data/ des Plans"),
        (("-o", "data/konzept.yaml/x"), 2, "liegt im Ordner data/ des Plans"),
        (("-o", "datei"), 1, "Der Ordner »datei« lässt sich nicht anlegen."),
    ],
)
def test_what_is_refused(root: Path, args: tuple[str, ...], code: int, sentence: str) -> None:
    (root / "datei").write_text("", encoding="utf-8")
    before = sorted(root.rglob("*"))
    result = konzept("schema", *args, cwd=root)
    assert (result.returncode, result.stdout) == (code, "")
    assert sentence in result.stderr
    assert sorted(root.rglob("*")) == before


def test_without_a_plan_there_are_no_ids_of_one(tmp_path: Path) -> None:
    result = konzept("schema", "--mit-plan", "-o", "schema", cwd=tmp_path)
    assert result.returncode == 3
    assert list(tmp_path.iterdir()) == []


def test_twice_the_same_bytes(root: Path) -> None:
    konzept("schema", "--mit-plan", "-o", "a", cwd=root)
    konzept("schema", "--mit-plan", "-o", "b", cwd=root)
    names = written(root / "a")
    assert names == [f"{kind}.json" for kind in sorted(MODELS)]
    assert [(root / "a" / name).read_bytes() for name in names] == [
        (root / "b" / name).read_bytes() for name in names
    ]
