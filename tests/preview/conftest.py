"""A small plan to be looked at, and a preview of it that runs in a thread."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import TYPE_CHECKING

import pytest

from konzept.preview.buehne import START, Stand
from konzept.preview.lauf import Lesung, Vorschau, horche
from konzept.preview.stellen import Seitenplan
from konzept.render.seite import html_page
from konzept.render.templates import Templates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractContextManager
    from http.client import HTTPResponse
    from pathlib import Path

WARTEN = 20.0
"""Nothing takes so long; whoever waits in vain fails with a sentence instead of hanging."""


@dataclass(frozen=True)
class Kleinbuch:
    """Documents that are quickly made: each says its text in the frame of every page."""

    text: str = "Ein Satz."
    vorlagen: Templates = field(default_factory=Templates)
    titel: Mapping[str, str] = field(default_factory=lambda: {START: "Konzept", "synopse": "Synopse"})
    seitenplan: Seitenplan = field(default_factory=lambda: Seitenplan("2025", frozenset({"massnahme-a"})))

    def seite(self, pfad: str, vorlagen: Templates) -> str:
        werte = {"ueberschrift": self.titel[pfad], "satz": self.text, "befunde": []}
        return html_page(vorlagen, "preview_meldung", werte)


@dataclass
class Betrieb:
    """A running preview: how to ask it, and what it said of each reading."""

    port: int
    root: Path
    gelesen: list[Stand] = field(default_factory=list)
    ungluecke: list[Exception] = field(default_factory=list)

    def frage(self, pfad: str = "/", methode: str = "GET", **kopf: str) -> tuple[int, Mapping[str, str], str]:
        """Ask for a path as it is written, with these headers besides the usual ones."""
        verbindung = HTTPConnection("127.0.0.1", self.port, timeout=WARTEN)
        try:
            verbindung.putrequest(methode, pfad, skip_host="Host" in kopf)
            for name, wert in kopf.items():
                verbindung.putheader(name, wert)
            verbindung.endheaders()
            antwort = verbindung.getresponse()
            return antwort.status, dict(antwort.getheaders()), antwort.read().decode("utf-8")
        finally:
            verbindung.close()

    @contextmanager
    def strom(self) -> Iterator[Callable[[], str | None]]:
        """Listen; gives a function that waits for the next state and returns its mark, None at the end."""
        verbindung = HTTPConnection("127.0.0.1", self.port, timeout=WARTEN)
        verbindung.request("GET", "/vorschau/ereignisse")
        antwort: HTTPResponse = verbindung.getresponse()
        assert antwort.status == 200

        def naechstes() -> str | None:
            for zeile in antwort:
                if zeile.startswith(b"data: "):
                    return zeile.decode("ascii").removeprefix("data: ").strip()
            return None

        try:
            yield naechstes
        finally:
            verbindung.close()


@pytest.fixture(scope="session")
def betreibe() -> Callable[..., AbstractContextManager[Betrieb]]:
    """Return how to run a preview of a folder for the length of a block."""

    @contextmanager
    def laufend(root: Path, lies: Callable[[], Stand]) -> Iterator[Betrieb]:
        with horche("127.0.0.1", 0) as leitung:
            betrieb = Betrieb(leitung.getsockname()[1], root)

            def unglueck(error: Exception) -> str:
                betrieb.ungluecke.append(error)
                return "Damit hat niemand gerechnet."

            vorschau = Vorschau(Lesung(root, lies), leitung, "127.0.0.1", betrieb.gelesen.append, unglueck)
            thread = threading.Thread(target=vorschau.laufe)
            thread.start()
            try:
                yield betrieb
            finally:
                vorschau.beende()
                thread.join(WARTEN)
        assert not thread.is_alive()

    return laufend
