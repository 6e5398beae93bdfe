"""A document as PDF that is both accessible and fit for archives: PDF/UA-1 and PDF/A-2a in one file, set by typst."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from konzept.render.extra import needs_extra
from konzept.render.pdf_daten import pdf_daten
from konzept.render.templates import own_folder

if TYPE_CHECKING:
    from konzept.render.schriftstueck import Schriftstueck

VORLAGE = "typst/schriftstueck.typ"
NORMEN = ("a-2a", "ua-1")
"""ISO 19005-2, level A, and ISO 14289-1; typst refuses to write what does not keep them."""


MAX_FREMDE_ZEICHEN = 200
"""So many different signs that no font can show are written as their numbers; each costs one more setting."""

_UNDARSTELLBAR = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


class PdfError(Exception):
    """The document cannot be set as PDF; the message is a German sentence, ``hint`` another way."""

    hint = "Geben Sie das Dokument als odt oder docx aus."


def pdf_bytes(stueck: Schriftstueck) -> bytes:
    """Write a document as PDF; the same document gives the same bytes on every machine.

    Only the fonts that typst brings along are used, so that the pages do not depend on what is installed; where a
    text needs letters that these do not have, the fonts of the system help out, and a sign that none of them has is
    written as its number. Raises ExtraMissingError without the extra »pdf«, PdfError where typst refuses,
    ValueError for a table whose rows do not fit its columns.
    """
    with needs_extra("pdf", "typst"):
        import typst
    daten = json.dumps(pdf_daten(stueck), ensure_ascii=False)
    own_fonts_only = True
    for _ in range(MAX_FREMDE_ZEICHEN):
        try:
            return _gesetzt(typst, daten, ignore_system_fonts=own_fonts_only)
        except typst.TypstError as error:
            fremd = _UNDARSTELLBAR.search(str(error))
            if fremd is None:
                raise PdfError(f"Das PDF ließ sich nicht setzen ({error}).") from error
            if own_fonts_only:
                own_fonts_only = False
            else:
                daten = _benannt(daten, fremd[1])
    raise PdfError(f"Mehr als {MAX_FREMDE_ZEICHEN} Zeichen dieses Textes stehen in keiner Schrift.")


def _benannt(daten: str, fremd: str) -> str:
    """Write out each of the signs that no font can show as its number in Unicode, so that it is not lost."""
    signs = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), fremd)
    for sign in sorted(set(signs) - set(" \n")):
        daten = daten.replace(sign, f"[U+{ord(sign):04X}]")
    return daten


def _gesetzt(typst: Any, daten: str, *, ignore_system_fonts: bool) -> bytes:
    folder = own_folder()
    made: bytes = typst.compile(
        str(folder / VORLAGE),
        root=str(folder / "typst"),
        sys_inputs={"stueck": daten},
        pdf_standards=list(NORMEN),
        ignore_system_fonts=ignore_system_fonts,
    )
    return made
