"""Watches the folders of a plan and says when something in them may have changed: the only door to watchfiles."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from watchfiles import awatch
from watchfiles._rust_notify import WatchfilesRustInternalError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable
    from pathlib import Path

    from watchfiles.main import FileChange

NACHSEHEN = 2000
"""After so many milliseconds without a word from the system one looks anyway: network drives and folders that were
replaced send none."""


async def wache(
    ordner: Callable[[], frozenset[Path]], nachgesehen: Callable[[], Awaitable[None]], pause: int = NACHSEHEN
) -> None:
    """Call ``nachgesehen`` after every change in the folders, and every ``pause`` milliseconds; until cancelled.

    Each folder is watched for itself. When there are others than before, the watch begins anew.
    """
    while True:
        await _runde(ordner, nachgesehen, pause)


async def _runde(
    ordner: Callable[[], frozenset[Path]], nachgesehen: Callable[[], Awaitable[None]], pause: int
) -> None:
    """Watch the folders that there are now until there are others."""
    jetzt = await asyncio.to_thread(ordner)
    halt = asyncio.Event()
    aenderungen = awatch(
        *sorted(jetzt),
        watch_filter=None,
        stop_event=halt,
        rust_timeout=pause,
        yield_on_timeout=True,
        recursive=False,
    )
    naechste = asyncio.create_task(_naechste(aenderungen))
    try:
        # first the watch, then the look: what happens in between is seen by one of them
        await asyncio.sleep(0)
        while True:
            await nachgesehen()
            if await asyncio.to_thread(ordner) != jetzt:
                return
            if not await naechste:
                await asyncio.sleep(pause / 1000)
                return
            naechste = asyncio.create_task(_naechste(aenderungen))
    finally:
        halt.set()
        await asyncio.gather(naechste, return_exceptions=True)
        await aenderungen.aclose()


async def _naechste(aenderungen: AsyncGenerator[set[FileChange], None]) -> bool:
    """Wait for a change, or until it is time to look anyway; False if the system has no watch to give.

    A folder may go away as the watch begins, or there are more watches than the system allows.
    """
    try:
        await anext(aenderungen)
    except (StopAsyncIteration, OSError, WatchfilesRustInternalError):
        return False
    return True
