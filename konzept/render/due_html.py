"""What is due as one self-contained HTML page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.due_inhalt import inhalt
from konzept.render.due_tafel import Schreiber
from konzept.render.markdown_text import HtmlTexts
from konzept.render.seite import html_page
from konzept.reports.due_fassung import Wahlgrund

if TYPE_CHECKING:
    from konzept.domain.einstellungen import Einstellungen
    from konzept.render.templates import Templates
    from konzept.reports.due import Duebericht


def due_html(
    bericht: Duebericht,
    einstellungen: Einstellungen,
    templates: Templates,
    *,
    grund: Wahlgrund = Wahlgrund.GENANNT,
    auswahl: str | None = None,
) -> str:
    """Write the answer as HTML with the abbreviations of the Fassung explained; raises TemplateError."""
    texts = HtmlTexts.of(dict(bericht.fassung.rahmen.abkuerzungen), frozenset())
    schreiber = Schreiber(texts.line, texts.inline)
    return html_page(templates, "due", inhalt(bericht, einstellungen, schreiber, grund, auswahl))
