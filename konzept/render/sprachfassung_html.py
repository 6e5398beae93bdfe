"""A Fassung in another language or in Leichte Sprache as one self-contained page; gaps are marked, never filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.markdown_text import HtmlTexts
from konzept.render.seite import html_page
from konzept.render.sprachfassung_inhalt import inhalt

if TYPE_CHECKING:
    from konzept.render.templates import Templates
    from konzept.reports.sprachfassung import Sprachfassung


def sprachfassung_html(fassung: Sprachfassung, templates: Templates) -> str:
    """Write the page; headings stay German, each text bears its language and direction. Raises TemplateError."""
    werte, texts = inhalt(fassung), HtmlTexts()
    for one in werte["abschnitte"]:
        one["stufe"] += 1  # the page's title is the first
        one["text"] = texts.block(one["text"], one["stufe"], breaks=fassung.ist_leicht) if one["text"] else ""
    return html_page(templates, "sprachfassung", werte)
