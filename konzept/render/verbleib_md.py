"""What was not carried over as Markdown (CommonMark)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.konzept_schrift import MarkdownSchrift
from konzept.render.seite import markdown_page
from konzept.render.verbleib_inhalt import inhalt

if TYPE_CHECKING:
    from konzept.render.templates import Templates
    from konzept.reports.verbleib_teile import Verbleibbericht


def verbleib_md(bericht: Verbleibbericht, templates: Templates) -> str:
    """Write the account as Markdown; raises TemplateError."""
    return markdown_page(templates, "verbleib", inhalt(bericht, MarkdownSchrift({})))
