"""The document of a Fassung as Markdown (CommonMark with the tables of GFM)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.konzept_gliederung import gliederung
from konzept.render.konzept_inhalt import inhalt
from konzept.render.konzept_schrift import MarkdownSchrift, slugs
from konzept.render.seite import markdown_page

if TYPE_CHECKING:
    from konzept.render.templates import Templates
    from konzept.reports.konzept_teile import Konzept


def konzept_md(konzept: Konzept, templates: Templates) -> str:
    """Write the document as Markdown; raises TemplateError."""
    schrift = MarkdownSchrift(slugs(gliederung(konzept), konzept.rahmen.titel))
    return markdown_page(templates, "konzept", inhalt(konzept, schrift))
