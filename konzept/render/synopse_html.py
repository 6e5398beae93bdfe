"""The Synopse as one self-contained HTML page, to be printed on A4 landscape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.seite import html_page
from konzept.render.synopse_inhalt import inhalt

if TYPE_CHECKING:
    from konzept.render.synopse_zellen import Stuecke
    from konzept.render.templates import Templates
    from konzept.reports.synopse_werte import Synopse


def synopse_html(synopse: Synopse, templates: Templates) -> str:
    """Write the Synopse as HTML, marks as ``del`` and ``ins``; raises TemplateError."""
    return html_page(templates, "synopse", inhalt(synopse, _stuecke))


def _stuecke(stuecke: Stuecke) -> list[dict[str, str]]:
    """Return runs as values for the template; ``art`` is gleich, entfallen or neu, ``klasse`` says how grave."""
    return [
        {
            "text": stueck.text,
            "art": stueck.art.value,
            "klasse": "redaktionell" if stueck.redaktionell else "",
            "href": f"#{stueck.ziel}" if stueck.ziel else "",
        }
        for stueck in stuecke
    ]
