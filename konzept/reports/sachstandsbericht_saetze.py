"""The three short sentences that a Kreistag reads on one Maßnahme: a longer report is cut at the end of the third."""

from __future__ import annotations

import re

HOECHSTENS = 3
"""So many sentences of one report are printed; ``validate`` warns of more (design §3)."""

AUSLASSUNG = " …"
_ABSATZ = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)")
_SATZENDE = re.compile(r"(?<![.!?])([.!?]+)[\"'“”«)\]]*(?=\s+[\"'„»(\[]*[A-ZÄÖÜ0-9])")
_WORT = re.compile(r"[^\s.(\[„»\"/-]*$")
_KEIN_ENDE = re.compile(
    r"bzw|inkl|ggf|evtl|usw|etc|vgl|ca|nr|abs|art|bsp|sog|max|min|mind|tel|str|dr|prof|mio|mrd|tsd|rd|kap|ziff|pkt"
    r"|anl|lfd|gem|einschl|zzgl|hr|fr|st|jan|feb|apr|aug|sept|okt|nov|dez|[^\W\d_]|\d{1,2}|[IVX]+",
    re.IGNORECASE,
)
"""What a full stop may follow without ending a sentence: abbreviations, single letters, days, ordinals."""


def erste_saetze(text: str, hoechstens: int = HOECHSTENS) -> str:
    """Return a text up to the end of its third sentence, with »…« where something was left out.

    A paragraph or an item of a list ends a sentence too. Where it is not clear whether a full stop ends one, it
    does not: rather a word too many than a sentence torn.
    """
    ganzer = text.strip()
    enden = _enden(ganzer)
    if len(enden) <= hoechstens:
        return ganzer
    return ganzer[: enden[hoechstens - 1]].rstrip() + AUSLASSUNG


def _enden(text: str) -> list[int]:
    """Find where each sentence ends, the last with the text."""
    absaetze = [fund.start() for fund in _ABSATZ.finditer(text)]
    punkte = [fund.end() for fund in _SATZENDE.finditer(text) if _endet(text, fund)]
    enden = sorted({*absaetze, *punkte, len(text)})
    # a paragraph that ends with a full stop ends once
    return [ende for i, ende in enumerate(enden) if i == 0 or text[enden[i - 1] : ende].strip()]


def _endet(text: str, fund: re.Match[str]) -> bool:
    wort = _WORT.search(text, 0, fund.start())
    return fund[1] != "." or wort is None or not _KEIN_ENDE.fullmatch(wort[0])
