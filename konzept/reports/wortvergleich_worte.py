"""A German text as words and the gaps between them: what a comparison may mark, and how much each word counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from konzept.reports.diff_wortlaut import schreibform

# letters and digits, with the signs that stand inside a word without being either (accents, soft hyphen, joiners)
_ZEICHEN = r"[\w\u0300-\u036f\u00ad\u200c\u200d]"
# what ties two parts into one word: Kreis-Volkshochschule, und/oder, Schüler*innen, Lehrer/-innen, z.B, 10:30,
# and between figures also 12,5 and 2020–2023
_BINDUNG = r"(?:/-|-/|[-\u2010\u2011/:*'’.@]|(?<=\d),(?=\d)|(?<=\d)[–—](?=\d))"
_WORT = re.compile(
    r"https?://[^\s<>]*[^\s<>.,;:!?()\[\]»«\"“”„]"
    # a hyphen before or behind belongs to the word: Sprach- und Kulturmittlung
    rf"|(?:(?<!\S)-)?{_ZEICHEN}+(?:{_BINDUNG}{_ZEICHEN}+)*(?:-(?!\w))?"
    r"|\S"
)
_BUCHSTABEN = re.compile(r"[^\W\d_]")
_SATZENDE = frozenset(".!?;:")

_FUELLWORT = 1
_ZAHL = 3
_INHALTSWORT = 4
_FUELLWORTLISTE = """
aber als am an auch auf aus bei beim bis da dabei damit dann das dass dem den der des die dies diese
diesem diesen dieser dieses durch ein eine einem einen einer eines er es für gegen haben hat hier ihr
ihre ihrem ihren ihrer im in ins ist je kann können mit nach nicht noch nur ob oder ohne sei sein seine
seinem seinen seiner sich sie sind so soll sollen sowie über um und unter vom von vor war was weil wenn
werden wer wie wird wo worden wurde wurden zu zum zur zwischen
"""
_FUELLWOERTER = frozenset(_FUELLWORTLISTE.split())
"""Words that hold sentences together and say nothing themselves: finding them on both sides proves no kinship."""


@dataclass(frozen=True, slots=True)
class Wortfolge:
    """The words of a text; ``luecken[i]`` stands before the word ``i``, the last gap behind all of them."""

    worte: tuple[str, ...]
    luecken: tuple[str, ...]

    def text(self, von: int, bis: int) -> str:
        """Return the words ``von`` to ``bis`` (excluded) with the gaps between them."""
        stuecke: list[str] = []
        for stelle in range(von, bis):
            stuecke += (self.luecken[stelle] if stelle > von else "", self.worte[stelle])
        return "".join(stuecke)

    def satzgrenzen(self) -> tuple[int, ...]:
        """Return where sentences begin, and the number of words as the end of the last."""
        grenzen = [0]
        for stelle, wort in enumerate(self.worte[:-1], 1):
            if self.luecken[stelle] and (wort in _SATZENDE or "\n" in self.luecken[stelle]):
                grenzen.append(stelle)
        return (*grenzen, len(self.worte)) if self.worte else (0,)


def wortfolge(text: str) -> Wortfolge:
    """Part a text into words, single punctuation marks and gaps; together they are the text, sign by sign.

    Dates, figures, compounds with hyphens, forms such as »AkteurInnen«, »Schüler*innen« and addresses are one word.
    """
    worte: list[str] = []
    luecken: list[str] = []
    ende = 0
    for fund in _WORT.finditer(text):
        luecken.append(text[ende : fund.start()])
        worte.append(fund.group())
        ende = fund.end()
    return Wortfolge(tuple(worte), (*luecken, text[ende:]))


@lru_cache(maxsize=4096)
def wortform(wort: str) -> str:
    """Return a word without what is only spelling, so that »DaZ« and »DAZ«, or – and -, are the same."""
    return schreibform(wort) or wort


@lru_cache(maxsize=4096)
def wortgewicht(wort: str) -> int:
    """Return how much it says that a word stands on both sides."""
    if not _BUCHSTABEN.search(wort):
        return _ZAHL if any(zeichen.isdigit() for zeichen in wort) else _FUELLWORT
    return _FUELLWORT if wort.casefold() in _FUELLWOERTER else _INHALTSWORT
