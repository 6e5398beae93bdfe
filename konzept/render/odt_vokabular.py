"""The words of OpenDocument 1.3 that our texts need: namespaces, names of styles, the tree they make."""

from __future__ import annotations

import re

from konzept.render.schriftstueck_baum import Baum

VERSION = "1.3"
MEDIENTYP = "application/vnd.oasis.opendocument.text"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMENSRAEUME = {
    "office": f"{_OASIS}:office:1.0",
    "style": f"{_OASIS}:style:1.0",
    "text": f"{_OASIS}:text:1.0",
    "table": f"{_OASIS}:table:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
ODF_NAMENSRAEUME_DER_BILDER = {
    **NAMENSRAEUME,
    "draw": f"{_OASIS}:drawing:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
}
ODF = Baum(NAMENSRAEUME)
"""Makes the elements of a text document."""


def kodiert(name: str) -> str:
    """Return the name of a style as ODF writes it: »Text body« is ``Text_20_body`` (ODF 1.3 part 3, 19.498.2)."""
    return re.sub(r"\W", lambda found: f"_{ord(found[0]):x}_", name, flags=re.ASCII)
