"""The watch over folders: it looks once at the beginning, after every change, and into folders that come and go."""

from __future__ import annotations

import asyncio
import shutil
from typing import TYPE_CHECKING

import pytest
from watchfiles._rust_notify import WatchfilesRustInternalError

from konzept.preview.eingang import kennung, ordner
from konzept.preview.waechter import wache

from .conftest import WARTEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def gesehen(root: Path, schritte: list[Callable[[], object]], pause: int) -> int:
    """Take one step after the other, each when the one before has been seen; return how many were."""

    async def ablauf() -> int:
        neues = asyncio.Event()
        bekannt = ""

        async def nachgesehen() -> None:
            nonlocal bekannt
            jetzt = await asyncio.to_thread(kennung, root, ())
            if jetzt != bekannt:
                bekannt = jetzt
                neues.set()

        waechter = asyncio.create_task(wache(lambda: ordner(root, ()), nachgesehen, pause))
        anzahl = 0
        for schritt in [lambda: None, *schritte]:
            schritt()
            await asyncio.wait_for(neues.wait(), WARTEN)
            neues.clear()
            anzahl += 1
        waechter.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(waechter, WARTEN)
        return anzahl

    return asyncio.run(ablauf())


def test_changes_in_files_and_in_new_folders_are_seen(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    neu = tmp_path / "templates" / "html"

    def ersetze() -> None:
        """Save as careful editors do: write another file, and put it in the place of the old one."""
        (data / ".neu").write_text("c")
        (data / ".neu").replace(data / "konzept.yaml")

    def neuer_ordner() -> None:
        neu.mkdir(parents=True)
        (neu / "seite.j2.html").write_text("x")

    schritte: list[Callable[[], object]] = [
        lambda: (data / "konzept.yaml").write_text("a"),
        lambda: (data / "konzept.yaml").write_text("b"),
        ersetze,
        neuer_ordner,
        lambda: (neu / "seite.j2.html").write_text("y"),
        (data / "konzept.yaml").unlink,
    ]
    # the word of the system is enough: the look that is taken anyway is too far off to help
    assert gesehen(tmp_path, schritte, pause=60_000) == len(schritte) + 1


def test_a_plan_that_goes_away_and_comes_back_is_seen(tmp_path: Path) -> None:
    root = tmp_path / "plan"
    (root / "data").mkdir(parents=True)
    (root / "data" / "konzept.yaml").write_text("a")

    def zurueck() -> None:
        (root / "data").mkdir(parents=True)
        (root / "data" / "konzept.yaml").write_text("b")

    assert gesehen(root, [lambda: shutil.rmtree(root), zurueck], pause=100) == 3


def test_where_the_system_has_no_watch_to_give_one_looks_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Keine:
        """A watch that the system refuses."""

        def __init__(self, *_: Path, **__: object) -> None:
            """Take what the real one takes."""

        async def __anext__(self) -> None:
            raise WatchfilesRustInternalError("OS file watch limit reached.")

        async def aclose(self) -> None:
            """End what has never begun."""

    monkeypatch.setattr("konzept.preview.waechter.awatch", Keine)
    data = tmp_path / "data"
    data.mkdir()
    assert gesehen(tmp_path, [lambda: (data / "konzept.yaml").write_text("a")], pause=20) == 2
