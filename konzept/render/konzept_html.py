"""The document of a Fassung as one self-contained HTML page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.konzept_gliederung import anker, gliederung
from konzept.render.konzept_inhalt import inhalt
from konzept.render.konzept_schrift import HtmlSchrift
from konzept.render.markdown_text import HtmlTexts
from konzept.render.seite import html_page

if TYPE_CHECKING:
    from konzept.render.templates import Templates
    from konzept.reports.konzept_teile import Konzept


def konzept_html(konzept: Konzept, templates: Templates) -> str:
    """Write the document as HTML; raises TemplateError. Style and script are allowed by hash, nothing else is."""
    anchors = {abschnitt.anker for abschnitt in gliederung(konzept)}
    anchors |= {anker("akteur", zeile.akteur.id) for _, zeilen in konzept.akteure for zeile in zeilen}
    schrift = HtmlSchrift(HtmlTexts.of(dict(konzept.abkuerzungen), frozenset(anchors)))
    return html_page(templates, "konzept", inhalt(konzept, schrift), with_script=True)
