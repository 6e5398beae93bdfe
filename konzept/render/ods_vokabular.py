"""The words of OpenDocument 1.3 that our spreadsheets need: namespaces, and the tree they make."""

from __future__ import annotations

from konzept.render.odt_vokabular import NAMENSRAEUME
from konzept.render.schriftstueck_baum import Baum

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
ODS = Baum(
    {
        **NAMENSRAEUME,
        "number": f"{_OASIS}:datastyle:1.0",
        "config": f"{_OASIS}:config:1.0",
    }
)
"""Makes the elements of a spreadsheet."""
