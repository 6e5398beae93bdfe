"""The Sachstandsbericht as one self-contained HTML page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.konzept_schrift import HtmlSchrift
from konzept.render.markdown_text import HtmlTexts
from konzept.render.sachstandsbericht_inhalt import inhalt
from konzept.render.seite import html_page

if TYPE_CHECKING:
    from konzept.render.templates import Templates
    from konzept.reports.sachstandsbericht_teile import Sachstandsbericht


def sachstandsbericht_html(bericht: Sachstandsbericht, templates: Templates, *, nur_aenderungen: bool) -> str:
    """Write the report as HTML; with ``nur_aenderungen`` head, figures and changes only. Raises TemplateError."""
    werte = inhalt(bericht, HtmlSchrift(HtmlTexts()), nur_aenderungen=nur_aenderungen)
    return html_page(templates, "sachstandsbericht", werte)
