"""The words of WordprocessingML (ECMA-376) that our documents need: namespaces, names, measures, the tree they make."""

from __future__ import annotations

import re

from konzept.render.schriftstueck_baum import Baum
from konzept.render.schriftstueck_gestalt import tag_und_land

NAMENSRAEUME = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
WML = Baum(NAMENSRAEUME)
"""Makes the elements of a Word document."""

LESEZEICHEN_LAENGE = 40
"""Word cuts the name of a bookmark here."""


def sprachkennung(tag: str) -> str:
    """Return a language as Word and the properties of a file name it: ``de-DE``."""
    language, country = tag_und_land(tag)
    return language if country == "none" else f"{language}-{country}"


def kennung(name: str) -> str:
    """Return the id of a style as Word forms it: »heading 1« is ``Heading1``, »toc 1« is ``TOC1``."""
    words = ["TOC" if word.casefold() == "toc" else word[:1].upper() + word[1:] for word in name.split()]
    return "".join(words)


def twips(millimetre: float) -> int:
    """Return millimetres as twentieths of a point."""
    return round(millimetre * 1440 / 25.4)


def lesezeichen(anker: str) -> str:
    """Return an anchor as the name of a bookmark: letters, digits and underscores, beginning with a letter."""
    fit = re.sub(r"\W", "_", anker)
    return (fit if fit[:1].isalpha() else f"a_{fit}")[:LESEZEICHEN_LAENGE]
