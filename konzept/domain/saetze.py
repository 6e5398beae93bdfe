"""Where the sentences of a German text end, abbreviations and ordinals not taken for an end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from konzept.domain.fussnoten import im_text, mit_noten, zerlegt

if TYPE_CHECKING:
    from collections.abc import Iterator

HOECHSTENS = 3
"""A council reads three short sentences on a Maßnahme, not a report (issue 3, design §3)."""

AUSLASSUNG = " …"
_ABSATZ = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)")
_SATZENDE = re.compile(r"(?<![.!?])([.!?]+)[\"'“”«)\]]*(?:\[\^[^\]\s]+\])*(?=\s+[\"'„»(\[]*[A-ZÄÖÜ0-9])")
_WORTRAND = re.compile(r"[\s.(\[„»\"/-]")
_ABKUERZUNG = re.compile(
    r"bzw|inkl|ggf|evtl|usw|etc|vgl|ca|nr|abs|art|bsp|sog|max|min|mind|tel|str|dr|prof|mio|mrd|tsd|rd|kap|ziff|pkt"
    r"|anl|lfd|gem|einschl|zzgl|hr|fr|st|jan|feb|apr|aug|sept|okt|nov|dez|[^\W\d_]|\d{1,2}|[IVX]+",
    re.IGNORECASE,
)
"""What stands before a full stop without ending a sentence; also a day or an ordinal (»am 5. April«)."""


def satzzahl(text: str) -> int:
    """Count the sentences of a German text, paragraphs and list items apart, its notes not; in doubt one too few."""
    ganzer = zerlegt(text).haupttext.strip()
    return len(_enden(ganzer)) if ganzer else 0


def erste_saetze(text: str, hoechstens: int = HOECHSTENS) -> str:
    """Return a text up to the end of its third sentence, with »…« where something was left out.

    A paragraph or an item of a list ends a sentence too. Where it is not clear whether a full stop ends one, it
    does not: rather a word too many than a sentence torn. What is left keeps the notes that it refers to.
    """
    teile = zerlegt(text)
    ganzer = teile.haupttext.strip()
    enden = _enden(ganzer)
    if len(enden) <= hoechstens:
        return text.strip()
    return mit_noten(ganzer[: enden[hoechstens - 1]].rstrip() + AUSLASSUNG, teile.noten)


def _enden(text: str) -> list[int]:
    """Find where each sentence ends, the last with the text."""
    absaetze = [fund.start() for fund in _ABSATZ.finditer(text)]
    enden = sorted({*absaetze, *_satzenden(text), len(text)})
    # a paragraph that ends with a full stop ends once
    return [ende for i, ende in enumerate(enden) if i == 0 or text[enden[i - 1] : ende].strip()]


def _satzenden(text: str) -> Iterator[int]:
    seit = 0
    noten = frozenset(stelle for von, bis in im_text(text) for stelle in range(von, bis))
    for fund in _SATZENDE.finditer(text):
        wort = _WORTRAND.split(text[seit : fund.start()])[-1]
        seit = fund.end()
        if fund.start() in noten:
            continue  # a sentence of a note ends none of the text
        if fund[1] != "." or not _ABKUERZUNG.fullmatch(wort):
            yield fund.end()
