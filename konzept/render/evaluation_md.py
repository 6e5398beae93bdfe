"""The evaluation before a Fortschreibung as Markdown (CommonMark with the tables of GFM)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.evaluation_inhalt import inhalt
from konzept.render.konzept_schrift import MarkdownSchrift
from konzept.render.seite import markdown_page

if TYPE_CHECKING:
    from konzept.render.templates import Templates
    from konzept.reports.evaluation_teile import Evaluation


def evaluation_md(bericht: Evaluation, templates: Templates) -> str:
    """Write the evaluation as Markdown, the charts as their tables; raises TemplateError."""
    return markdown_page(templates, "evaluation", inhalt(bericht, MarkdownSchrift({})))
