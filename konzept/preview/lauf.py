"""The running preview: a socket of this machine, the server on it, and the watch over the plan; the door to uvicorn."""

from __future__ import annotations

import asyncio
import errno
import signal
import socket
import sys
import threading
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import uvicorn

from konzept.preview.buehne import Buehne, Stand
from konzept.preview.dienst import dienst
from konzept.preview.eingang import kennung, ordner
from konzept.preview.sender import Sender
from konzept.preview.waechter import wache
from konzept.preview.zugang import netzname

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_GLEICHZEITIG = 100
"""More requests at once than any person's browser makes; beyond it the answer is 503."""
_KOPF_HOECHSTENS = 32 * 1024
_BELEGT = {errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE)}
_LESUNGEN = 3


class BelegtError(Exception):
    """The port cannot be had; the message is a German sentence."""


class Lesung:
    """Reads the plan again when its files are others than before.

    ``lies`` loads the plan as it stands and never raises for what the files may hold; it is called in a thread.
    """

    def __init__(self, root: Path, lies: Callable[[], Stand]) -> None:
        self._root = root
        self._lies = lies
        self._beigaben: tuple[str, ...] = ()

    def stand(self) -> Stand:
        """Read the plan; its mark is taken before, so that a change in between shows at the next look."""
        stand, vorher = Stand(), ""
        for _ in range(_LESUNGEN):  # the plan itself says which files count beside its own
            vorher = kennung(self._root, self._beigaben)
            stand = self._lies()
            bekannt = self._beigaben
            # none is forgotten: what cannot be read today may be back tomorrow
            self._beigaben = tuple(sorted({*bekannt, *stand.beigaben}))
            if self._beigaben == bekannt:
                break
        return replace(stand, kennung=vorher)

    def neuer_stand(self, bekannt: str) -> Stand | None:
        """Return the state of the files if it is another one than the known; None otherwise."""
        return None if kennung(self._root, self._beigaben) == bekannt else self.stand()

    def ordner(self) -> frozenset[Path]:
        """Return the folders in which files that count can change."""
        return ordner(self._root, self._beigaben)


def horche(host: str, port: int) -> socket.socket:
    """Return a socket that listens on an interface of this machine, on any free port for 0; raises BelegtError."""
    adresse = "127.0.0.1" if host == "localhost" else host
    leitung = socket.socket(socket.AF_INET6 if ":" in adresse else socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            # there »reuse« would let two programs share a port
            leitung.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            leitung.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        leitung.bind((adresse, port))
        leitung.listen()
    except OSError as error:
        leitung.close()
        if error.errno in _BELEGT:
            raise BelegtError(f"Der Port {port} ist schon belegt.") from error
        if error.errno == errno.EACCES:
            raise BelegtError(f"Für den Port {port} fehlt die Berechtigung.") from error
        raise BelegtError(f"Auf »{host}« lässt sich Port {port} nicht öffnen.") from error
    return leitung


def adresse_von(leitung: socket.socket, host: str) -> str:
    """Return the address of the page on a socket that listens."""
    return f"http://{netzname(host)}:{leitung.getsockname()[1]}/"


class Vorschau(uvicorn.Server):
    """The server of one preview; ``laufe`` runs it until a signal or ``beende``."""

    def __init__(
        self,
        lesung: Lesung,
        leitung: socket.socket,
        host: str,
        gelesen: Callable[[Stand], None],
        unglueck: Callable[[Exception], str],
    ) -> None:
        """Take what is read, where to listen, and whom to tell of a new state and of an error nobody foresaw."""
        erster = lesung.stand()
        self._lesung = lesung
        self._leitung = leitung
        self._gelesen = gelesen
        self._buehne = Buehne(erster)
        self._sender = Sender(erster.kennung)
        app = dienst(self._buehne, self._sender, host, leitung.getsockname()[1], unglueck)
        super().__init__(
            uvicorn.Config(
                app,
                http="h11",
                loop="asyncio",
                ws="none",
                lifespan="off",
                log_config=None,
                log_level="critical",  # its words are English; what matters is said by ``unglueck``
                access_log=False,
                proxy_headers=False,
                server_header=False,
                limit_concurrency=_GLEICHZEITIG,
                timeout_graceful_shutdown=2,
                h11_max_incomplete_event_size=_KOPF_HOECHSTENS,
            )
        )
        self._erster = erster

    def laufe(self) -> None:
        """Serve until Ctrl-C, SIGTERM or ``beende``; all three are regular ends."""
        self._gelesen(self._erster)
        with self._ende_bei_signal():
            try:
                asyncio.run(self._betrieb())
            except ExceptionGroup as group:  # whoever called knows what to make of the first, not of a group
                raise group.exceptions[0] from group

    def beende(self) -> None:
        """End soon; may be called from any thread."""
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams first, or the server would wait for them."""
        self._sender.schliesse()
        await super().shutdown(sockets)

    async def _betrieb(self) -> None:
        async with asyncio.TaskGroup() as gruppe:
            waechter = gruppe.create_task(wache(self._lesung.ordner, self._nachgesehen))
            await self.serve(sockets=[self._leitung])
            waechter.cancel()

    async def _nachgesehen(self) -> None:
        stand = await asyncio.to_thread(self._lesung.neuer_stand, self._buehne.kennung)
        if stand is None:
            return
        await asyncio.to_thread(self._buehne.zeige, stand)
        self._sender.melde(stand.kennung)
        self._gelesen(stand)

    @contextmanager
    def _ende_bei_signal(self) -> Iterator[None]:
        """Have the signals mean an end and no error; uvicorn raises them again when it is done."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        vorher = {
            eines: signal.signal(eines, lambda *_: self.beende()) for eines in (signal.SIGINT, signal.SIGTERM)
        }
        try:
            yield
        finally:
            for eines, behandlung in vorher.items():
                signal.signal(eines, behandlung)
