"""The first step of reading a Termin: its text cut into words, numbers and signs with their places."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

from konzept.domain.termin.grammatik.woerter import KALENDERWOERTER


class Sorte(Enum):
    """What a piece of text is."""

    ZAHL = auto()
    BETRAG = auto()
    UHRZEIT = auto()
    WORT = auto()
    PUNKT = auto()
    PUNKTE = auto()
    KOMMA = auto()
    STRICH = auto()
    SCHRAEG = auto()
    SEMIKOLON = auto()
    DOPPELPUNKT = auto()
    AUF = auto()
    ZU = auto()
    UND = auto()
    FRAGE = auto()
    APOSTROPH = auto()
    SONST = auto()
    ENDE = auto()


@dataclass(frozen=True, slots=True)
class Zeichen:
    """One piece: `norm` is the word in lower ASCII letters without hyphens, `wert` the value of a number.

    `eng` says that no blank stands before it, `umbruch` that a line begins with it; `start` and `stop` are its place in
    the text.
    """

    sorte: Sorte
    text: str
    start: int
    norm: str = ""
    wert: int = -1
    eng: bool = False
    umbruch: bool = False

    @property
    def stop(self) -> int:
        """The place behind the piece."""
        return self.start + len(self.text)

    @property
    def gross(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.sorte is Sorte.WORT and self.text[0].isupper()


_MUSTER = re.compile(
    r"""
    (?P<UHRZEIT>[0-9]{1,2}:[0-9]{2}(?![0-9]))
  | (?P<BETRAG>[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9]) | [0-9]{1,3},[0-9]{1,2}(?![0-9.]))
  | (?P<ZAHL>[0-9]+)
  | (?P<WORT>[^\W\d_½¼¾²³¹⁰⁴-⁹]+)
  | (?P<PUNKTE>\.{2,}|…)
  | (?P<PUNKT>\.)
  | (?P<KOMMA>,)
  | (?P<STRICH>[-\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]+)
  | (?P<SCHRAEG>[/\u2044\u2215|]+)
  | (?P<SEMIKOLON>[;•·▪■●◦‣\uF0B7]+)
  | (?P<DOPPELPUNKT>:)
  | (?P<AUF>[(\[{])
  | (?P<ZU>[)\]}])
  | (?P<UND>[+&])
  | (?P<FRAGE>\?+)
  | (?P<APOSTROPH>['’\u2018`\u00B4])
  | (?P<LEER>\s+)
  | (?P<SONST>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_AUFZAEHLUNG = re.compile(r"\s*\n\s*[-\u2013\u2014*][^\S\n]")  # a dash alone on its line joins a range
_UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_UNSICHTBAR = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_ZIFFERN = 9
_LAENGSTES_WORT = 80


def saeubern(text: str) -> str:
    """Return the text in composed form, without signs that nobody sees and without blanks at its ends."""
    return unicodedata.normalize("NFC", text).translate(_UNSICHTBAR).strip()


def norm(wort: str) -> str:
    """Return a word in the form of the word lists: lower case, ä as ae, ß as ss, without hyphens."""
    return wort.casefold().translate(_UMLAUTE).replace("-", "")


def zerlege(text: str) -> tuple[Zeichen, ...]:
    """Cut a text into its pieces; words joined by a hyphen are one piece unless both are times."""
    ergebnis: list[Zeichen] = []
    ende_davor, umbruch = 0, False
    for fund in _MUSTER.finditer(text):
        if fund.lastgroup == "LEER":
            if (
                _AUFZAEHLUNG.match(text, fund.start()) and ergebnis
            ):  # a line may break anywhere, a list item begins anew
                ergebnis.append(Zeichen(Sorte.SEMIKOLON, "\n", fund.start() + fund.group().index("\n")))
            umbruch = "\n" in fund.group() and bool(ergebnis)
            continue
        sorte = Sorte[fund.lastgroup or "SONST"]
        stueck = fund.group()
        eng = bool(ergebnis) and fund.start() == ende_davor
        ende_davor = fund.end()
        if sorte is Sorte.WORT and eng and (verbunden := _verbunden(ergebnis, stueck)):
            ergebnis[-2:] = [verbunden]
            continue
        wert = int(stueck) if sorte is Sorte.ZAHL and len(stueck) <= _ZIFFERN else -1
        ergebnis.append(
            Zeichen(
                sorte, stueck, fund.start(), norm(stueck) if sorte is Sorte.WORT else "", wert, eng, umbruch
            )
        )
        umbruch = False
    return tuple(ergebnis)


def _verbunden(bisher: list[Zeichen], wort: str) -> Zeichen | None:
    """Join »Kita« »-« »Jahr« into one word, but not »Mai« »-« »Juni«."""
    if len(bisher) < len(("wort", "strich")):
        return None
    davor, strich = bisher[-2:]
    if davor.sorte is not Sorte.WORT or strich.text != "-" or not strich.eng:
        return None
    if norm(davor.text.rpartition("-")[2]) in KALENDERWOERTER and norm(wort) in KALENDERWOERTER:
        return None
    if len(davor.text) > _LAENGSTES_WORT:  # joining for ever would cost the square of the length
        return None
    text = f"{davor.text}-{wort}"
    return Zeichen(Sorte.WORT, text, davor.start, norm(text), eng=davor.eng, umbruch=davor.umbruch)
