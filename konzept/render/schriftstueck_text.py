"""The words of a document on their way into XML: nothing XML forbids, and changes told apart without seeing them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from konzept.render.markdown_text import is_allowed_address
from konzept.render.schriftstueck import Lauf, Laufart

if TYPE_CHECKING:
    from collections.abc import Collection

    from konzept.render.schriftstueck import Laeufe

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 has no place for (section 2.2, Char), and the control characters that it only discourages."""

_ADDRESS_SIGNS = "!#$%&'()*+,-./:;=?@_~"
"""What an address may hold besides letters and digits (RFC 3986, 2.2 and 2.3, without brackets)."""

_PIECES = re.compile(r"[\n\t]|[^\n\t]+")
_MARKS = {Laufart.NEU: "neu", Laufart.ENTFALLEN: "entfällt"}


def lesbar(text: str) -> str:
    r"""Return a text that XML can hold: line ends as ``\n``, control characters and lone surrogates as ``\x1b``."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNFIT.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), unified)


def stuecke(text: str) -> list[str]:
    """Cut a text into its line feeds, its tabulators and the words between them."""
    return _PIECES.findall(lesbar(text))


def mit_marken(laeufe: Laeufe) -> Laeufe:
    """Put words before what is new and what is dropped where both stand in one paragraph.

    Underline, strike and colour are seen, but neither Word nor LibreOffice has a place for words that only a screen
    reader would speak: hidden text is hidden from it, too. Where the two wordings stand in cells of their own, each
    is whole without words; where they are mixed, only words tell them apart.
    """
    if not {Laufart.NEU, Laufart.ENTFALLEN} <= {lauf.art for lauf in laeufe}:
        return laeufe
    marked: list[Lauf] = []
    for art, group in groupby(laeufe, key=lambda lauf: lauf.art):
        runs = list(group)
        if art in _MARKS:
            runs = [Lauf(f"[{_MARKS[art]}: ", art=Laufart.LEISE), *runs, Lauf("]", art=Laufart.LEISE)]
            if marked and marked[-1].text.endswith("]"):
                runs[0] = replace(runs[0], text=f" {runs[0].text}")
        marked += runs
    return tuple(marked)


def ziel(verweis: str | None, anker: Collection[str]) -> str | None:
    """Return where a run leads: ``#anker`` of this document or an address that may be linked; else None.

    An address comes back in the signs of RFC 3986, as Word calls a file broken that has others.
    """
    if verweis is None:
        return None
    address = verweis.strip()
    if lesbar(address) != address or not is_allowed_address(address):
        return None
    if address.startswith("#"):
        return address if address[1:] in anker else None
    try:
        urlsplit(address)
    except ValueError:
        return None
    return quote(address, safe=_ADDRESS_SIGNS)
