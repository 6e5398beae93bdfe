"""The document of a Fassung as Markdown (CommonMark with the tables of GFM)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from konzept.render.konzept_gliederung import gliederung
from konzept.render.konzept_inhalt import inhalt
from konzept.render.konzept_schrift import MarkdownSchrift, slugs

if TYPE_CHECKING:
    from konzept.render.templates import Templates
    from konzept.reports.konzept_teile import Konzept

TEMPLATE = "md/konzept.j2.md"
_FENCE = re.compile(r"[ >]*(?:[-*+]|[0-9]+[.)])?[ >]*(`{3,})")


def konzept_md(konzept: Konzept, templates: Templates) -> str:
    """Write the document as Markdown; raises TemplateError."""
    schrift = MarkdownSchrift(slugs(gliederung(konzept), konzept.rahmen.titel))
    return _without_gaps(templates.render(TEMPLATE, inhalt(konzept, schrift)))


def _without_gaps(text: str) -> str:
    """Leave one blank line where a template left several, except within code."""
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence):
            fence = ""
        if line.strip() or fence or (lines and lines[-1]):
            lines.append(line if fence else line.rstrip())
    return "\n".join(lines).strip("\n") + "\n"
