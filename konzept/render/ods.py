"""A workbook as a spreadsheet of OpenDocument, the format that offices exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.extra import needs_extra
from konzept.render.papiergestaltung import HAUSFARBEN

if TYPE_CHECKING:
    from konzept.render.papiergestaltung import Papiergestaltung
    from konzept.render.tabellenwerk import Tabellenwerk


def ods_bytes(werk: Tabellenwerk, haus: Papiergestaltung = HAUSFARBEN) -> bytes:
    """Write a workbook as OpenDocument spreadsheet; the same workbook gives the same bytes.

    ``haus`` gives the colour of the titles. Raises ExtraMissingError without the extra »office«.
    """
    with needs_extra("office", "lxml", "odfdo"):
        from konzept.render.ods_datei import ods_datei
    return ods_datei(werk, haus)
