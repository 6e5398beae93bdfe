"""The addresses of the preview: the pages that are known, the stream of events, and nothing else."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from konzept.preview.zugang import Zugang
from konzept.preview.zusatz import EREIGNISSE

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.types import ASGIApp

    from konzept.preview.buehne import Buehne
    from konzept.preview.sender import Sender


def dienst(
    buehne: Buehne, sender: Sender, host: str, port: int, unglueck: Callable[[Exception], str]
) -> ASGIApp:
    """Return the application that answers; what it serves is made in memory, no path of a request meets the disk.

    ``unglueck`` is told of an error nobody foresaw, and says the sentence the page shows.
    """

    async def seite(request: Request) -> Response:
        # the name is looked up as it is among those of the documents: what is not one of them is nothing
        pfad: str = request.path_params["pfad"]
        antwort = await asyncio.to_thread(buehne.seite, pfad)
        return HTMLResponse(antwort.seite.encode("utf-8", "backslashreplace"), antwort.status)

    async def ereignisse(request: Request) -> Response:
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        return StreamingResponse(sender.strom(), media_type="text/event-stream")

    async def unvorhergesehen(_: Request, error: Exception) -> Response:
        return PlainTextResponse(f"{unglueck(error)}\n", 500)

    routen = [Route(EREIGNISSE, ereignisse), Route("/{pfad:path}", seite)]
    app = Starlette(routes=routen, exception_handlers={Exception: unvorhergesehen})
    return Zugang.vor(app, host, port)
