"""The sample app as a fixture, and a way to call it as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

import konzept

if TYPE_CHECKING:
    from collections.abc import Callable

    import typer

collect_ignore = [] if os.name == "posix" else ["test_entry_posix.py"]

HERE = Path(__file__).parent
ROOT = Path(konzept.__file__).resolve().parent.parent
PROGRAM = HERE / "sample_program.py"


@dataclass(frozen=True)
class Call:
    """What one call left behind."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def app() -> typer.Typer:
    """Return the app of sample_app.py, however pytest imports tests."""
    spec = spec_from_file_location("sample_app", HERE / "sample_app.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    found: typer.Typer = module.app
    return found


@pytest.fixture
def call(app: typer.Typer, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Call]:
    """Return a function that calls the app in this process."""
    monkeypatch.setenv("COLUMNS", "80")

    def calling(*args: str, env: dict[str, str] | None = None) -> Call:
        result = CliRunner().invoke(app, list(args), prog_name="konzept", env=env)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Call(result.exit_code, result.stdout, result.stderr)

    return calling


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Return an environment without the tester's terminal, locale and home."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in {"PATH", "SYSTEMROOT"} or name.startswith("COVERAGE_")
    }
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    return kept | {
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "TMPDIR": str(temporary),
        "HOME": str(tmp_path),
        "COLUMNS": "80",
    }


@pytest.fixture
def process(environment: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Return a function that runs sample_program.py to its end, guarded as a user would have it."""

    def running(
        *args: str, env: dict[str, str] | None = None, **settings: Any
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, str(PROGRAM), *args],
            env=environment | (env or {}),
            check=False,
            timeout=60,
            **({"capture_output": True} | settings if "stdout" not in settings else settings),
        )

    return running
