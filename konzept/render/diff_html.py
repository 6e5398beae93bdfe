"""The comparison of two Fassungen as one self-contained HTML page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.diff_inhalt import inhalt
from konzept.render.diff_inhalt_eintrag import Schreiber
from konzept.render.markdown_text import HtmlTexts
from konzept.render.seite import html_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.domain.einstellungen import Einstellungen
    from konzept.render.templates import Templates
    from konzept.reports.diff_werte import Vergleich


def diff_html(
    vergleich: Vergleich,
    einstellungen: Einstellungen,
    templates: Templates,
    *,
    alles: bool = False,
    abkuerzungen: Mapping[str, str] | None = None,
) -> str:
    """Write the comparison as HTML with these abbreviations explained; raises TemplateError.

    ``alles`` lists also what is only counted: the unchanged and the undocumented.
    """
    texts = HtmlTexts.of(abkuerzungen or {}, frozenset())
    schreiber = Schreiber(texts.line, texts.inline)
    return html_page(templates, "diff", inhalt(vergleich, einstellungen, schreiber, alles=alles))
