"""Who may ask the preview, and with what headers it answers: nobody but the pages it served itself.

A page of another server can make a browser on this machine send requests here, by its own name too if that name is
made to lead to 127.0.0.1 (DNS rebinding). So the Host header must name this machine, and an Origin must be our own.
"""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

METHODEN = ("GET", "HEAD")
KOPFZEILEN: Mapping[str, str] = {
    "Cache-Control": "no-store",
    # what may run is said by the page's own policy (render/seite.py); this adds what only a header can say
    "Content-Security-Policy": "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What every answer bears, refusals included."""

_NAMEN = ("localhost", "127.0.0.1", "[::1]")
_HTTP = 80


def ist_dieser_rechner(host: str) -> bool:
    """Tell whether an interface is one that only this machine reaches: »localhost«, 127.0.0.0/8 or ::1."""
    if host == "localhost":
        return True
    try:
        adresse = ip_address(host)
    except ValueError:
        return False
    # an address of IPv4 in the dress of IPv6 listens to both, on some systems to more than asked for
    return adresse.is_loopback and getattr(adresse, "ipv4_mapped", None) is None


def netzname(host: str) -> str:
    """Return an interface as addresses and the Host header name it."""
    return f"[{host}]" if ":" in host else host


@dataclass(frozen=True, slots=True)
class Zugang:
    """Lets a request through to ``app`` if it was meant for this server, and refuses it otherwise."""

    app: ASGIApp
    namen: frozenset[str]

    @classmethod
    def vor(cls, app: ASGIApp, host: str, port: int) -> Zugang:
        """Return the guard of a server that listens here."""
        namen = {f"{name}:{port}" for name in (*_NAMEN, netzname(host))}
        if port == _HTTP:
            namen |= {*_NAMEN, netzname(host)}
        return cls(app, frozenset(namen))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI)."""

        async def gesichert(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(raw=message.setdefault("headers", [])).update(KOPFZEILEN)
            await send(message)

        await (self._absage(scope) or self.app)(scope, receive, gesichert)

    def _absage(self, scope: Scope) -> ASGIApp | None:
        """Return why a request is refused; None if it is not."""
        kopf = Headers(scope=scope)
        host = [name.lower() for name in kopf.getlist("host")]
        if len(host) != 1 or host[0] not in self.namen:
            return _satz(421, "Die Vorschau antwortet nur unter der Adresse, die sie selbst genannt hat.")
        if any(
            herkunft.lower().removeprefix("http://") not in self.namen for herkunft in kopf.getlist("origin")
        ):
            return _satz(403, "Die Vorschau antwortet keiner fremden Seite.")
        if scope["method"] not in METHODEN:
            return _satz(
                405, "Die Vorschau zeigt nur; ändern lässt sich hier nichts.", {"Allow": ", ".join(METHODEN)}
            )
        return None


def _satz(status: int, text: str, kopf: Mapping[str, str] | None = None) -> PlainTextResponse:
    return PlainTextResponse(f"{text}\n", status, kopf)
