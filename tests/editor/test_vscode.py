"""The settings for VS Code and VSCodium: each file of a plan gets its schema, and nothing is sent or fetched."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from konzept.render.schema import MODELS

ROOT = Path(__file__).parent.parent.parent
SETTINGS: dict[str, Any] = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
SHIPPED = sorted([*ROOT.glob("data/**/*.yaml"), *ROOT.glob("beispiele/*/data/**/*.yaml")])


def matches(path: str, glob: str) -> bool:
    """Match as yaml-language-server does: at any depth, a star within one folder."""
    return re.fullmatch(f"(?:.*/)?{re.escape(glob).replace(re.escape('*'), '[^/]*')}", path) is not None


def kinds_of(path: str) -> list[str]:
    return [Path(schema).stem for schema, glob in SETTINGS["yaml.schemas"].items() if matches(path, glob)]


def test_every_kind_of_file_has_its_schema() -> None:
    assert sorted(SETTINGS["yaml.schemas"]) == sorted(f"./schema/{kind}.json" for kind in MODELS)
    assert all((ROOT / schema).is_file() for schema in SETTINGS["yaml.schemas"])


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_shipped_file_gets_the_one_that_it_names(path: Path) -> None:
    named = re.search(r"([a-z]+)\.json$", path.read_text(encoding="utf-8").splitlines()[0])
    assert named
    assert kinds_of(path.relative_to(ROOT).as_posix()) == [named[1]]


@pytest.mark.parametrize(
    "path", ["README.md", "tests/errors/feld-fehlt.yaml", "data/notizen.yaml", "konzept.yaml"]
)
def test_other_files_get_none(path: str) -> None:
    assert kinds_of(path) == []


def test_nothing_is_sent_or_fetched() -> None:
    assert SETTINGS["redhat.telemetry.enabled"] is False
    assert SETTINGS["telemetry.telemetryLevel"] == "off"
    assert SETTINGS["yaml.schemaStore.enable"] is False
    assert SETTINGS["yaml.kubernetesCRDStore.enable"] is False
    assert "://" not in json.dumps(SETTINGS)


def test_no_editor_puts_the_wording_into_another_form() -> None:
    assert SETTINGS["yaml.format.enable"] is False
    assert SETTINGS["[yaml]"]["editor.formatOnSave"] is False


def test_the_extension_is_recommended_and_no_other() -> None:
    extensions = json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert extensions == {"recommendations": ["redhat.vscode-yaml"]}
