"""The evaluation before a Fortschreibung as one self-contained HTML page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.evaluation_inhalt import inhalt
from konzept.render.konzept_schrift import HtmlSchrift
from konzept.render.markdown_text import HtmlTexts
from konzept.render.seite import html_page

if TYPE_CHECKING:
    from konzept.render.templates import Templates
    from konzept.reports.evaluation_teile import Evaluation


def evaluation_html(bericht: Evaluation, templates: Templates) -> str:
    """Write the evaluation as HTML; its charts are SVG without style of their own. Raises TemplateError."""
    return html_page(templates, "evaluation", inhalt(bericht, HtmlSchrift(HtmlTexts())))
