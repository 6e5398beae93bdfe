"""A document as a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.extra import needs_extra
from konzept.render.schriftstueck_vorlage import Vorlagenart, lies_vorlage

if TYPE_CHECKING:
    from pathlib import Path

    from konzept.render.schriftstueck import Schriftstueck


def docx_bytes(stueck: Schriftstueck, vorlage: Path | None = None) -> bytes:
    """Write a document as Word file; the same document gives the same bytes.

    ``vorlage`` is a county's own .docx or .dotx: its styles, head and foot stay, the content takes the place of the
    paragraph »{{inhalt}}« or comes at the end. Raises ExtraMissingError without the extra »office«, VorlageError
    for an unfit template, ValueError for a table whose rows do not fit its columns.
    """
    with needs_extra("office", "docx", "lxml"):
        from konzept.render.docx_datei import docx_datei
    return docx_datei(stueck, lies_vorlage(vorlage, Vorlagenart.DOCX) if vorlage else None)


def docx_hat_marke(vorlage: Path) -> bool:
    """Tell whether a template for ``docx_bytes`` names the place of the content; raises as that does."""
    with needs_extra("office", "docx", "lxml"):
        from konzept.render.docx_paket import DocxPaket
    return DocxPaket.aus(lies_vorlage(vorlage, Vorlagenart.DOCX)).marke() is not None
