"""What is due as Markdown (CommonMark with the tables of GFM)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.due_inhalt import inhalt
from konzept.render.due_tafel import Schreiber
from konzept.render.markdown_out import markdown_inline
from konzept.render.markdown_text import markdown_escape
from konzept.render.seite import markdown_page
from konzept.reports.due_fassung import Wahlgrund

if TYPE_CHECKING:
    from konzept.domain.einstellungen import Einstellungen
    from konzept.render.markdown_text import MarkdownText
    from konzept.render.templates import Templates
    from konzept.reports.due import Duebericht


def due_md(
    bericht: Duebericht,
    einstellungen: Einstellungen,
    templates: Templates,
    *,
    grund: Wahlgrund = Wahlgrund.GENANNT,
    auswahl: str | None = None,
) -> str:
    """Write the answer as Markdown; raises TemplateError."""
    schreiber = Schreiber(markdown_escape, _cell)
    return markdown_page(templates, "due", inhalt(bericht, einstellungen, schreiber, grund, auswahl))


def _cell(text: str) -> MarkdownText:
    """Write the Markdown of a report into a cell; with a bar in it, which code could not keep, as plain words."""
    return markdown_escape(text) if "|" in text else markdown_inline(text)
