"""A workbook as an Excel file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.extra import needs_extra
from konzept.render.papiergestaltung import HAUSFARBEN

if TYPE_CHECKING:
    from konzept.render.papiergestaltung import Papiergestaltung
    from konzept.render.tabellenwerk import Tabellenwerk


def xlsx_bytes(werk: Tabellenwerk, haus: Papiergestaltung = HAUSFARBEN) -> bytes:
    """Write a workbook as Excel file; the same workbook gives the same bytes.

    ``haus`` gives the colour of the titles. Raises ExtraMissingError without the extra »office«.
    """
    with needs_extra("office", "xlsxwriter"):
        from konzept.render.xlsx_datei import xlsx_datei
    return xlsx_datei(werk, haus)
