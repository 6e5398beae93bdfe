"""The recipes for CI: what they tell a runner to do is done here, and gives the files they promise."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
SOUND = ROOT / "tests" / "errors" / "_grundplan"


def recipes(name: str) -> dict[str, Any]:
    """Return the YAML blocks of a page by the file name in their first line."""
    text = (ROOT / "docs" / "ci" / name).read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n# (\S+)\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)
    return {name: yaml.safe_load(block) for name, block in blocks}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return a plan in a folder of its own, with ``konzept`` on the path as if it had been installed."""
    shutil.copytree(SOUND, tmp_path / "plan")
    shim = tmp_path / "bin" / "konzept"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m konzept "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    return tmp_path / "plan"


def run(lines: list[str], plan: Path) -> int:
    """Run the lines of a script as a runner does, up to the first that fails; the installation is done."""
    script = "\n".join(["set -e", *(line for line in lines if "pip install" not in line)])
    env = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PATH": f"{plan.parent / 'bin'}{os.pathsep}{os.environ['PATH']}",
    }
    return subprocess.run(
        ["sh", "-c", script], cwd=plan, env=env, capture_output=True, check=False
    ).returncode


def spoil(plan: Path) -> None:
    (plan / "data/handlungsfelder/2020/2.yaml").write_text("id: x\n", encoding="utf-8")


def test_gitlab(plan: Path) -> None:
    recipe = recipes("gitlab.md")[".gitlab-ci.yml"]
    check, pages = recipe["plan-pruefen"], recipe["pages"]
    report = plan / check["artifacts"]["reports"]["codequality"]
    assert run(check["script"], plan) == 0
    assert json.loads(report.read_bytes()) == []
    assert run(pages["script"], plan) == 0
    assert (plan / pages["artifacts"]["paths"][0] / "index.html").stat().st_size > 1000
    spoil(plan)
    assert run(check["script"], plan) == 1
    assert {one["check_name"] for one in json.loads(report.read_bytes())} == {"feld-fehlt"}
    assert check["artifacts"]["when"] == "always"  # the report of a failed check is the one that matters
    assert check["stage"] == recipe["stages"][0]


def test_github(plan: Path) -> None:
    jobs = recipes("github.md")[".github/workflows/plan.yml"]["jobs"]
    check, pages = jobs["pruefen"]["steps"], jobs["veroeffentlichen"]["steps"]
    uploads = {step["uses"].partition("@")[0]: step.get("with") for step in check + pages if "uses" in step}
    report = plan / uploads["github/codeql-action/upload-sarif"]["sarif_file"]
    assert run([step["run"] for step in check if "run" in step], plan) == 0
    assert json.loads(report.read_bytes())["runs"][0]["results"] == []
    assert run([step["run"] for step in pages if "run" in step], plan) == 0
    page = plan / uploads["actions/upload-pages-artifact"]["path"] / "index.html"
    assert page.stat().st_size > 1000
    spoil(plan)
    assert run([step["run"] for step in check if "run" in step], plan) == 1
    assert len(json.loads(report.read_bytes())["runs"][0]["results"]) == 2
    assert jobs["veroeffentlichen"]["needs"] == "pruefen"


def test_the_hook_is_the_one_that_the_page_names_and_looks_at_plan_files_only() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    config = recipes("github.md")[".pre-commit-config.yaml"]
    assert [one["id"] for one in config["repos"][0]["hooks"]] == [hook["id"]] == ["konzept-validate"]
    assert (hook["entry"], hook["language"], hook["pass_filenames"]) == ("konzept validate", "python", False)
    names = ("data/akteure.yaml", "plan/data/handlungsfelder/2020/1.yml", "README.md", "metadata/x.yaml")
    assert [bool(re.search(hook["files"], name)) for name in names] == [True, True, False, False]
