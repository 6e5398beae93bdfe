"""A document as a Word file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from konzept.render.extra import needs_extra
from konzept.render.papiergestaltung import HAUSFARBEN
from konzept.render.pdf_logo import als_png
from konzept.render.schriftstueck_vorlage import Vorlagenart, lies_vorlage

if TYPE_CHECKING:
    from pathlib import Path

    from konzept.render.papiergestaltung import Papiergestaltung
    from konzept.render.schriftstueck import Schriftstueck


def docx_bytes(
    stueck: Schriftstueck, vorlage: Path | None = None, haus: Papiergestaltung = HAUSFARBEN
) -> bytes:
    """Write a document as Word file; the same document gives the same bytes.

    ``vorlage`` is a county's own .docx or .dotx: its styles, head and foot stay, the content takes the place of the
    paragraph »{{inhalt}}« or comes at the end. ``haus`` gives the colours, and the logo where there is no such file of
    the county's own; a logo that is an SVG becomes a PNG, as older versions of Word show no other picture. Raises
    ExtraMissingError without the extra »office«, for an SVG also without »pdf«, PdfError for one that draws nothing,
    VorlageError
    for an unfit template, ValueError for a table whose rows do not fit its columns.
    """
    with needs_extra("office", "docx", "lxml"):
        from konzept.render.docx_datei import docx_datei
    if vorlage:
        return docx_datei(stueck, lies_vorlage(vorlage, Vorlagenart.DOCX), haus)
    return docx_datei(stueck, None, replace(haus, logo=haus.logo and als_png(haus.logo)))


def docx_hat_marke(vorlage: Path) -> bool:
    """Tell whether a template for ``docx_bytes`` names the place of the content; raises as that does."""
    with needs_extra("office", "docx", "lxml"):
        from konzept.render.docx_paket import DocxPaket
    return DocxPaket.aus(lies_vorlage(vorlage, Vorlagenart.DOCX)).marke() is not None
