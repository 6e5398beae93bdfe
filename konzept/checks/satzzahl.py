"""How many sentences a German text has, abbreviations and ordinals not taken for an end."""

from __future__ import annotations

import re

_ABSATZ = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)")
_SATZENDE = re.compile(r"(?<![.!?])([.!?]+)[\"'“”«)\]]*\s+(?=[\"'„»(\[]*[A-ZÄÖÜ0-9])")
_WORTRAND = re.compile(r"[\s.(\[„»\"/-]")
_ABKUERZUNG = re.compile(
    r"bzw|inkl|ggf|evtl|usw|etc|vgl|ca|nr|abs|art|bsp|sog|max|min|mind|tel|str|dr|prof|mio|mrd|tsd|rd|kap|ziff|pkt"
    r"|anl|lfd|gem|einschl|zzgl|hr|fr|st|jan|feb|apr|aug|sept|okt|nov|dez|[^\W\d_]|\d{1,2}|[IVX]+",
    re.IGNORECASE,
)
"""What stands before a full stop without ending a sentence; also a day or an ordinal (»am 5. April«)."""


def satzzahl(text: str) -> int:
    """Count the sentences of a German text, paragraphs and list items apart; in doubt one too few."""
    return sum(_saetze(absatz.strip()) for absatz in _ABSATZ.split(text) if absatz.strip())


def _saetze(absatz: str) -> int:
    zahl, stelle = 1, 0
    for ende in _SATZENDE.finditer(absatz):
        wort = _WORTRAND.split(absatz[stelle : ende.start()])[-1]
        zahl += ende[1] != "." or not _ABKUERZUNG.fullmatch(wort)
        stelle = ende.end()
    return zahl
