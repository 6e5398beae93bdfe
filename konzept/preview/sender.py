"""The stream that tells every open page which state of the plan is shown (WHATWG HTML, server-sent events)."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

LEBENSZEICHEN = 15.0
"""After so many seconds of silence a comment is sent; only so does the server notice that nobody listens any more."""


class Sender:
    """Passes the mark of the newest state on to all who listen; all of it happens in one event loop."""

    def __init__(self, kennung: str) -> None:
        self._kennung = kennung
        self._hoerer: set[asyncio.Queue[str | None]] = set()
        self._zu = False

    def melde(self, kennung: str) -> None:
        """Tell every listener of another state."""
        self._kennung = kennung
        for eingang in self._hoerer:
            eingang.put_nowait(kennung)

    def schliesse(self) -> None:
        """End every stream, and those that are still to come."""
        self._zu = True
        for eingang in self._hoerer:
            eingang.put_nowait(None)

    async def strom(self) -> AsyncGenerator[bytes, None]:
        """Give the events for one listener: at once the state that is shown, then every new one."""
        eingang: asyncio.Queue[str | None] = asyncio.Queue()
        self._hoerer.add(eingang)
        try:
            yield b"retry: 1000\n" + _ereignis(self._kennung)
            while not self._zu:
                try:
                    kennung = await asyncio.wait_for(eingang.get(), LEBENSZEICHEN)
                except TimeoutError:
                    yield b": noch da\n\n"
                    continue
                if kennung is None:
                    return
                yield _ereignis(kennung)
        finally:
            self._hoerer.discard(eingang)


def _ereignis(kennung: str) -> bytes:
    return f"event: stand\ndata: {kennung}\n\n".encode("ascii")
