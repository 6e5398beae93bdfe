"""What was not carried over as one self-contained HTML page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.konzept_schrift import HtmlSchrift
from konzept.render.markdown_text import HtmlTexts
from konzept.render.seite import html_page
from konzept.render.verbleib_inhalt import inhalt

if TYPE_CHECKING:
    from konzept.render.templates import Templates
    from konzept.reports.verbleib_teile import Verbleibbericht


def verbleib_html(bericht: Verbleibbericht, templates: Templates) -> str:
    """Write the account as HTML with the abbreviations of the Fassung explained; raises TemplateError."""
    texts = HtmlTexts.of(dict(bericht.fassung.rahmen.abkuerzungen), frozenset())
    return html_page(templates, "verbleib", inhalt(bericht, HtmlSchrift(texts)))
