"""-C, --version and what a command learns of them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
import typer

from konzept import __version__
from konzept.cli.surface.failure import Failure
from konzept.cli.surface.global_options import folder_of
from konzept.cli.surface.vendored import TyperCommand

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_version(call: Callable[..., Any]) -> None:
    for words in (["--version"], ["--version", "gibtsnicht"], ["-C", "nix", "--version"]):
        result = call(*words)
        assert (result.code, result.out, result.err) == (0, f"konzept {__version__}\n", "")


def test_the_folder(call: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "da").mkdir()
    monkeypatch.chdir(tmp_path)
    assert call("werte").out == f"{tmp_path}\n"
    assert call("-C", "da", "werte").out == f"{tmp_path / 'da'}\n"
    assert call("-C", str(tmp_path / "da"), "werte").out == f"{tmp_path / 'da'}\n"


def test_the_folder_where_nobody_asked_for_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert folder_of(typer.Context(TyperCommand("probe"))) == tmp_path


def test_the_folder_was_deleted(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> str:
        raise FileNotFoundError

    monkeypatch.setattr(os, "getcwd", gone)
    with pytest.raises(Failure) as failure:
        folder_of(typer.Context(TyperCommand("probe")))
    assert failure.value.exit_code == 3
