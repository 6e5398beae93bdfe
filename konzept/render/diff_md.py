"""The comparison of two Fassungen as Markdown (CommonMark with the tables of GFM)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.diff_inhalt import inhalt
from konzept.render.diff_inhalt_eintrag import Schreiber
from konzept.render.markdown_out import markdown_inline
from konzept.render.markdown_text import markdown_escape
from konzept.render.seite import markdown_page

if TYPE_CHECKING:
    from konzept.domain.einstellungen import Einstellungen
    from konzept.render.templates import Templates
    from konzept.reports.diff_werte import Vergleich


def diff_md(
    vergleich: Vergleich, einstellungen: Einstellungen, templates: Templates, *, alles: bool = False
) -> str:
    """Write the comparison as Markdown; raises TemplateError. ``alles`` lists also what is only counted."""
    schreiber = Schreiber(markdown_escape, markdown_inline)
    return markdown_page(templates, "diff", inhalt(vergleich, einstellungen, schreiber, alles=alles))
