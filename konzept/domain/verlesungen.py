"""What a scanner makes of letters that look alike: ``IIm`` for Ilm; each pair known, none guessed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PERSON = "(?:eur|er|or|nt|st|at|og|eg|ling)"
_MIT_L = (
    "(?:aufend|okal|angfrist|ändlich|eben(?:s|d|\\b)|ern(?:en|t)|ehr(?:er|kr)|eist|eicht|etzt|iegt|ösung|änger"
    "|and(?:kreis|rat|rät)|eitung)"
)
PAARE: tuple[tuple[str, str], ...] = (
    (r"\b(?:1lm|I1m|lIm)(?=enau|\b)", "Ilm"),
    (r"\bII(?=m\b|[a-zäöüß]{2})", "Il"),
    (r"\bll(?=m\b|menau)", "Il"),
    (r"\bl(?=[nm][a-zäöüß]{2}|hr(?:e|\b))", "I"),
    (rf"\bI(?={_MIT_L})", "l"),
    (rf"({_PERSON})[lI](?=Innen)", r"\1"),
    (r"([a-zäöüß])l(?=nnen\b)", r"\1I"),
    ("\ufb00", "ff"),
    ("\ufb01", "fi"),
    ("\ufb02", "fl"),
    ("\ufb03", "ffi"),
    ("\ufb04", "ffl"),
)
"""What is read wrongly, and what stands in its place; of each pair the wrong side is in no German word.

None begins with »ln«, »lm« or »lhr«, none has »II« before small letters, none »erl« before »Innen« (»EnkelInnen« are
right). Signs that stand for two letters come along with text from a PDF.
"""

VERDACHT = re.compile(
    r"[Il1\ufb00-\ufb04](?:(?<=[\ufb00-\ufb04])"
    rf"|(?<=\bI)(?:I[a-zäöüß]|1m|{_MIT_L})"
    r"|(?<=\b1)lm"
    r"|(?<=\bl)(?:lm|Im|[nm][a-zäöüß]{2}|hr)"
    r"|(?<=[a-zäöüß]l)(?:Innen|nnen\b)|(?<=[a-zäöüß]I)Innen)"
)
"""Wherever one of the pairs may be; all texts of a plan are searched for it, so it begins with a set of letters."""

_STUECK = re.compile(r"\S+")
_WORT = re.compile(r"\w+")
_HOECHSTENS = 10
_ADRESSE = ("://", "@", "www.")
_AUSLAUT = "`"
_CODE = re.compile(r"(?<![\w`\\])(`+)(?!`)[^`](?:(?!\1(?!`)).)*?(?<!`)\1(?![\w`])", re.DOTALL)
"""Code as Markdown has it, as many backticks behind as in front; one inside a word (»geht`s«) is an apostrophe."""


def verlesenes(text: str) -> Iterator[tuple[int, str, str]]:
    """Give each word that was read wrongly: where it begins, what stands there, and what is meant.

    Addresses of pages and of mail are left alone, and so is code in backticks: they may be spelt as they like.
    """
    if _AUSLAUT in text:
        text = _CODE.sub(lambda code: _AUSLAUT * len(code.group()), text)
    for stueck in _STUECK.finditer(text):
        if not VERDACHT.search(stueck.group()) or any(zeichen in stueck.group() for zeichen in _ADRESSE):
            continue
        for wort in _WORT.finditer(text, stueck.start(), stueck.end()):
            richtig = _richtiges_wort(wort.group())
            if richtig != wort.group():
                yield wort.start(), wort.group(), richtig


def berichtigt(text: str) -> str:
    """Return a text with every known misreading put right."""
    if not VERDACHT.search(text):
        return text
    stuecke: list[str] = []
    fertig = 0
    for start, falsch, richtig in verlesenes(text):
        stuecke += [text[fertig:start], richtig]
        fertig = start + len(falsch)
    return "".join([*stuecke, text[fertig:]])


def _richtiges_wort(wort: str) -> str:
    """Put a word right until nothing is left to do: one misread letter may hide another."""
    for _ in range(_HOECHSTENS):
        vorher = wort
        for muster, ersatz in PAARE:
            wort = re.sub(muster, ersatz, wort)
        if wort == vorher:
            break
    return wort
