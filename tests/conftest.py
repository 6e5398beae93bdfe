"""What every test can rely on: the same surroundings on every machine, and the same examples in every run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# Derandomized, so that a run that was green stays green until the code changes. No deadline and no database,
# so that neither a slow machine nor an earlier run decides.
settings.register_profile("konzept", derandomize=True, deadline=None, database=None)
settings.load_profile("konzept")

SURROUNDINGS = (
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "FORCE_COLOR",
    "LINES",
    "NO_COLOR",
    "SOURCE_DATE_EPOCH",
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
)
"""Variables that change what konzept, rich or typer print; a test that wants one sets it."""


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SURROUNDINGS:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the top folder of the checkout, or of the unpacked source distribution."""
    return Path(__file__).resolve().parents[1]
