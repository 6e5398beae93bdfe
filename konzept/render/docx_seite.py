"""What stands around the text of a Word document: the running head, the number at the foot, the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.docx_laeufe import schreibe_feld, schreibe_worte
from konzept.render.docx_vokabular import WML, sprachkennung, twips
from konzept.render.schriftstueck_text import lesbar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from konzept.render.schriftstueck_baum import Knoten

_SETTINGS = (
    ("compatibilityMode", "15"),
    ("overrideTableStyleFontSizeAndJustification", "1"),
    ("enableOpenTypeFeatures", "1"),
    ("doNotFlipMirrorIndents", "1"),
)
"""That Word lays the document out as its versions from 2013 on do."""


def kopfzeile(namen: Mapping[str, str], text: str) -> Knoten | None:
    """Return the paragraph of the running head, or None if there is none."""
    words = " ".join(lesbar(text).split())
    if not words:
        return None
    paragraph = _paragraph(namen["Header"])
    schreibe_worte(WML.kind(paragraph, "w:r"), words)
    return paragraph


def fusszeile(namen: Mapping[str, str], text: str) -> Knoten:
    """Return the paragraph at the foot of the page, with the number of the page."""
    paragraph = _paragraph(namen["Footer"])
    schreibe_worte(WML.kind(paragraph, "w:r"), f"{' '.join(lesbar(text).split())}\tSeite ")
    schreibe_feld(paragraph, "PAGE", "1")
    schreibe_worte(WML.kind(paragraph, "w:r"), " von ")
    schreibe_feld(paragraph, "NUMPAGES", "1")
    return paragraph


def _paragraph(style: str) -> Knoten:
    paragraph = WML.wurzel("w:p")
    WML.kind(WML.kind(paragraph, "w:pPr"), "w:pStyle", {"w:val": style})
    return paragraph


def einstellungen(sprache: str) -> Iterator[Knoten]:
    """Yield the settings of a document of our own, in the order of ECMA-376 part 1, 17.15.1.78."""
    yield WML.wurzel("w:defaultTabStop", {"w:val": twips(12.5)})
    yield WML.wurzel("w:autoHyphenation", {"w:val": "true"})
    yield WML.wurzel("w:consecutiveHyphenLimit", {"w:val": 3})
    yield WML.wurzel("w:characterSpacingControl", {"w:val": "doNotCompress"})
    compat = WML.wurzel("w:compat")
    uri = "http://schemas.microsoft.com/office/word"
    for name, value in _SETTINGS:
        WML.kind(compat, "w:compatSetting", {"w:name": name, "w:uri": uri, "w:val": value})
    yield compat
    yield WML.wurzel("w:themeFontLang", {"w:val": sprachkennung(sprache)})
    yield WML.wurzel("w:decimalSymbol", {"w:val": ","})
    yield WML.wurzel("w:listSeparator", {"w:val": ";"})
