"""The Synopse as Markdown: old, new and Begründung one below the other, marks as ~~old~~ and **new**."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from konzept.render.markdown_text import MarkdownText, escape_line
from konzept.render.seite import markdown_page
from konzept.render.synopse_inhalt import inhalt
from konzept.reports.wortvergleich import Laufart

if TYPE_CHECKING:
    from konzept.render.synopse_zellen import Stueck, Stuecke
    from konzept.render.templates import Templates
    from konzept.reports.synopse_werte import Synopse

_NUMMER = re.compile(r"([0-9]{1,9})[.)](?=\s|$)")
_WORT_AM_ENDE = re.compile(r"\S+\Z")
_WORT_AM_ANFANG = re.compile(r"\S+")
_ZEICHEN = {Laufart.ENTFALLEN: "~~", Laufart.NEU: "**"}


def synopse_md(synopse: Synopse, templates: Templates) -> str:
    """Write the Synopse as Markdown (CommonMark with the tables and strikethrough of GFM); raises TemplateError."""
    return markdown_page(templates, "synopse", inhalt(synopse, markdown_laeufe))


def markdown_laeufe(stuecke: Stuecke) -> MarkdownText:
    """Write runs as one line of Markdown.

    CommonMark takes signs for marks only where words meet blanks or punctuation in the right way (its rule of
    flanking delimiter runs): where they do not, punctuation at the edge of a mark is left outside of it. A mark that
    is nothing but punctuation takes the word beside it along, or a comma that changed would not be marked at all.
    """
    reihe = _mit_nachbarwort(stuecke)
    text = "".join(stueck.text for stueck in reihe)
    ergebnis = ""
    ende = 0
    for stueck in reihe:
        anfang, ende = ende, ende + len(stueck.text)
        zeichen = _ZEICHEN.get(stueck.art, "")
        von, bis = _rand(text, anfang, ende) if zeichen else (ende, ende)
        kern = f"{zeichen}{_wort(text[von:bis])}{zeichen}" if von < bis else ""
        ergebnis += _wort(text[anfang:von]) + kern + _wort(text[bis:ende])
    return MarkdownText(_zeilenanfang(ergebnis))


def _mit_nachbarwort(stuecke: Stuecke) -> list[Stueck]:
    """Draw into a mark that would vanish the word it is attached to: that before it, else that behind it."""
    reihe = list(stuecke)
    for n, stueck in enumerate(reihe):
        if stueck.art not in _ZEICHEN or not stueck.text.strip():
            continue
        davor = "".join(eines.text for eines in reihe[:n])
        danach = "".join(eines.text for eines in reihe[n + 1 :])
        von, bis = _rand(davor + stueck.text + danach, len(davor), len(davor) + len(stueck.text))
        if von < bis:
            continue
        if n and reihe[n - 1].art not in _ZEICHEN and (wort := _WORT_AM_ENDE.search(reihe[n - 1].text)):
            reihe[n - 1] = replace(reihe[n - 1], text=reihe[n - 1].text[: wort.start()])
            reihe[n] = replace(stueck, text=wort.group() + stueck.text)
        elif reihe[n + 1 :] and (wort := _WORT_AM_ANFANG.match(reihe[n + 1].text)):
            reihe[n + 1] = replace(reihe[n + 1], text=reihe[n + 1].text[wort.end() :])
            reihe[n] = replace(stueck, text=stueck.text + wort.group())
    return reihe


def _rand(text: str, von: int, bis: int) -> tuple[int, int]:
    """Draw a mark together until signs of Markdown work at both its edges."""
    while von < bis and _stoert(text[von], text[von - 1 : von]):
        von += 1
    while von < bis and _stoert(text[bis - 1], text[bis : bis + 1]):
        bis -= 1
    return von, bis


def _stoert(innen: str, aussen: str) -> bool:
    if innen.isspace():
        return True
    return _ist_satzzeichen(innen) and bool(aussen) and not aussen.isspace() and not _ist_satzzeichen(aussen)


def _ist_satzzeichen(zeichen: str) -> bool:
    return unicodedata.category(zeichen)[0] in "PS"


def _wort(text: str) -> str:
    # the beginning of a line is guarded when the line is whole
    return escape_line(f".{text}")[1:]


def _zeilenanfang(zeile: str) -> str:
    """Guard the beginning of a line, where a number or a sign would begin a list or a heading."""
    nummer = _NUMMER.match(zeile)
    if nummer:
        return f"{nummer[1]}\\{zeile[nummer.end(1) :]}"
    return f"\\{zeile}" if zeile[:1] in set("#+=-") else zeile
