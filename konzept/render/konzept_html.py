"""The document of a Fassung as one self-contained HTML page."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from konzept.render.konzept_gliederung import anker, gliederung
from konzept.render.konzept_inhalt import inhalt
from konzept.render.konzept_schrift import HtmlSchrift
from konzept.render.markdown_text import HtmlTexts

if TYPE_CHECKING:
    from konzept.render.templates import Templates
    from konzept.reports.konzept_teile import Konzept

TEMPLATE = "html/konzept.j2.html"
STYLE = "html/konzept.css"


def konzept_html(konzept: Konzept, templates: Templates) -> str:
    """Write the document as HTML; raises TemplateError. Its style is allowed by its hash, nothing else is."""
    anchors = {abschnitt.anker for abschnitt in gliederung(konzept)}
    anchors |= {anker("akteur", zeile.akteur.id) for _, zeilen in konzept.akteure for zeile in zeilen}
    schrift = HtmlSchrift(HtmlTexts.of(dict(konzept.abkuerzungen), frozenset(anchors)))
    style = templates.render(STYLE, {})
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return templates.render(TEMPLATE, {**inhalt(konzept, schrift), "stil_pruefsumme": f"sha256-{digest}"})
