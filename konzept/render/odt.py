"""A document as a file of OpenDocument, the format that offices exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.extra import needs_extra
from konzept.render.papiergestaltung import HAUSFARBEN
from konzept.render.schriftstueck_vorlage import Vorlagenart, lies_vorlage

if TYPE_CHECKING:
    from pathlib import Path

    from konzept.render.papiergestaltung import Papiergestaltung
    from konzept.render.schriftstueck import Schriftstueck


def odt_bytes(
    stueck: Schriftstueck, vorlage: Path | None = None, haus: Papiergestaltung = HAUSFARBEN
) -> bytes:
    """Write a document as OpenDocument text; the same document gives the same bytes.

    ``vorlage`` is a county's own .odt or .ott: its styles, head and foot stay, the content takes the place of the
    paragraph »{{inhalt}}« or comes at the end. ``haus`` gives the colours, and the logo where there is no such file of
    the county's own. Raises ExtraMissingError without the extra »office«, VorlageError
    for an unfit template, ValueError for a table whose rows do not fit its columns.
    """
    with needs_extra("office", "lxml", "odfdo"):
        from konzept.render.odt_datei import odt_datei
    return odt_datei(stueck, lies_vorlage(vorlage, Vorlagenart.ODT) if vorlage else None, haus)


def odt_hat_marke(vorlage: Path) -> bool:
    """Tell whether a template for ``odt_bytes`` names the place of the content; raises as that does."""
    with needs_extra("office", "lxml", "odfdo"):
        from konzept.render.odt_paket import OdtPaket
    return OdtPaket.aus(lies_vorlage(vorlage, Vorlagenart.ODT)).marke() is not None
