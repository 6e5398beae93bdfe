"""The limits as the environment sets them."""

from __future__ import annotations

import importlib

import pytest

from konzept.load import limits


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("5000", 5000),
        ("", 2 * 1024 * 1024),
        ("viel", 2 * 1024 * 1024),
        ("0", 2 * 1024 * 1024),
        ("-5", 2 * 1024 * 1024),
        ("9" * 30, 2 * 1024 * 1024),
        ("999999999", 200_000_000),
    ],
)
def test_the_environment_sets_a_limit_within_reason(
    written: str, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KONZEPT_MAX_BYTES", written)
    assert limits._limit("BYTES", 2 * 1024 * 1024, 200_000_000) == expected


def test_each_limit_has_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    names = {"BYTES": "MAX_BYTES", "TIEFE": "MAX_DEPTH", "WERTE": "MAX_NODES", "ZEICHEN": "MAX_TEXT"}
    for name in names:
        monkeypatch.setenv(f"KONZEPT_MAX_{name}", "7")
    try:
        changed = importlib.reload(limits)
        assert {getattr(changed, constant) for constant in names.values()} == {7}
    finally:
        monkeypatch.undo()
        importlib.reload(limits)


@pytest.mark.parametrize(
    ("number", "written"), [(7, "7"), (500, "500"), (100_000, "100.000"), (2_097_152, "2.097.152")]
)
def test_a_limit_below_a_thousand_is_told_as_it_is(number: int, written: str) -> None:
    assert limits.german(number) == written
