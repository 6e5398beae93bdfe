"""The Sachstandsbericht as Markdown (CommonMark with the tables of GFM)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.render.konzept_schrift import MarkdownSchrift
from konzept.render.markdown_text import MarkdownText
from konzept.render.sachstandsbericht_inhalt import inhalt
from konzept.render.seite import markdown_page

if TYPE_CHECKING:
    from konzept.render.templates import Templates
    from konzept.reports.sachstandsbericht_teile import Sachstandsbericht


@dataclass(frozen=True, slots=True)
class _Zellenschrift(MarkdownSchrift):
    """Writes what stands in the cells of a table: there a stroke in code needs its backslash, too."""

    def kopf(self, text: str) -> str:
        """Write the Markdown of one line for a cell."""
        zeile = super(_Zellenschrift, self).kopf(text)
        return MarkdownText(zeile.replace("\\|", "|").replace("|", "\\|"))


def sachstandsbericht_md(bericht: Sachstandsbericht, templates: Templates, *, nur_aenderungen: bool) -> str:
    """Write the report as Markdown; with ``nur_aenderungen`` head, figures and changes only. Raises TemplateError."""
    werte = inhalt(bericht, _Zellenschrift({}), nur_aenderungen=nur_aenderungen)
    return markdown_page(templates, "sachstandsbericht", werte)
