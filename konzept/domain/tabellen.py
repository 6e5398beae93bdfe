"""Tables of a Markdown text as its lines show them: which words of a row no cell of the header has room for.

A plain reading for the checks; what becomes of tables in a document is decided by the Markdown parser. The form is
that of GitHub Flavored Markdown (0.29, 4.10). A row ends with the cells of its header, whatever is written behind
them. Tables stand in quotes, lists and notes too, so the blocks around them are read as CommonMark (0.31.2, 3 to 5)
has them, as far as it takes to know where a table begins and ends.
"""

from __future__ import annotations

import re

from konzept.domain.tabellenzeilen import Verlust, kopfzellen, zellen

VERDACHT = re.compile(r"^[ \t>]*[-:|][-:| \t]*\r?$", re.MULTILINE)
"""The line below a header: without one there is no table."""

LAENGSTER_TEXT = 20_000
MEISTE_KLAMMERN = 500
"""A text beyond these is printed as plain words, and nothing of it is lost."""

_TIEFSTE = 50
_SCHRITTE_JE_ZEILE = 40
_MEISTE_ERGAENZTE = 0x10000
_CODE = 4
_ZAUN = re.compile(r"(`{3,})[^`]*$|(~{3,})")
_LINIE = re.compile(r"([-*_])(?: *\1){2,} *")
_UEBERSCHRIFT = re.compile(r"#{1,6}(?: |$)")
_UNTERSTRICHEN = re.compile(r"(?:=+|-+) *")
_PUNKT = re.compile(r"(?:(?P<zahl>[0-9]{1,9})[.)]|[-*+])(?= |$)")
_NOTE = re.compile(r"\[\^[^\] ]+\]:")
_KEINE_LISTE = -1
_FAUL = -1


class _ZuvielError(Exception):
    """The text is nested too deep, or too much work."""


def verluste(text: str) -> tuple[Verlust, ...]:
    """Return the rows of a text that lose words, in their order.

    None for a text that is printed as plain words, and for one that no person would write: nested dozens of times.
    """
    if "|" not in text or VERDACHT.search(text) is None:
        return ()
    if len(text) > LAENGSTER_TEXT or text.count("[") > MEISTE_KLAMMERN:
        return ()
    leser = _Leser(text)
    try:
        leser.lies(0, len(leser.inhalt), 0, _KEINE_LISTE)
    except _ZuvielError:
        return ()
    return tuple(leser.verluste)


class _Leser:
    """Reads the blocks of one text.

    ``inhalt`` and ``einzug`` of each line are what is left of it within the quotes and lists around, and how far in
    it stands; ``rand`` is where the block around begins, ``liste`` the same for the list around.
    """

    def __init__(self, text: str) -> None:
        zeilen = re.sub(r"\r\n?", "\n", text).expandtabs(_CODE).split("\n")
        self.inhalt = [zeile.lstrip(" ") for zeile in zeilen]
        self.einzug = [len(zeile) - len(zeile.lstrip(" ")) for zeile in zeilen]
        self.verluste: list[Verlust] = []
        self._tiefe = 0
        self._schritte = _SCHRITTE_JE_ZEILE * (len(zeilen) + 1)

    def lies(self, nummer: int, ende: int, rand: int, liste: int) -> int:
        """Read blocks until one stands outside; return the line behind them."""
        self._tiefe += 1
        if self._tiefe > _TIEFSTE:
            raise _ZuvielError
        while True:
            while nummer < ende and not self.inhalt[nummer]:
                nummer += 1
            if nummer >= ende or self.einzug[nummer] < rand:
                break
            nummer = self._block(nummer, ende, rand, liste)
        self._tiefe -= 1
        return nummer

    def _block(self, nummer: int, ende: int, rand: int, liste: int) -> int:
        self._schritt()
        inhalt = self.inhalt[nummer]
        if breite := self._kopf(nummer, ende, rand):
            nach = self._tabelle(nummer, ende, rand, liste, breite)
        elif self._ist_code(nummer, rand):
            nach = self._code(nummer, ende, rand)
        elif zaun := _ZAUN.match(inhalt):
            nach = self._zaun(nummer, ende, rand, zaun[1] or zaun[2])
        elif inhalt.startswith(">"):
            nach = self._zitat(nummer, ende, rand, liste)
        elif _LINIE.fullmatch(inhalt) or _UEBERSCHRIFT.match(inhalt):
            nach = nummer + 1
        elif self._ist_punkt(nummer, rand, liste):
            nach = self._liste(nummer, ende, rand)
        elif note := _NOTE.match(inhalt):
            nach = self._note(nummer, ende, rand, liste, note.end())
        else:
            nach = self._absatz(nummer, ende, rand, liste)
        return nach

    def _kopf(self, nummer: int, ende: int, rand: int) -> int:
        """Return how many cells the header has that begins here, 0 if none does."""
        unten = nummer + 1
        if unten >= ende or self.einzug[unten] < rand:
            return 0
        if self._ist_code(nummer, rand) or self._ist_code(unten, rand):
            return 0
        return kopfzellen(self.inhalt[nummer], self.inhalt[unten])

    def _tabelle(self, nummer: int, ende: int, rand: int, liste: int, breite: int) -> int:
        ergaenzte = 0
        for stelle in range(nummer + 2, ende):
            zeile = self.inhalt[stelle]
            if self.einzug[stelle] < rand or not zeile.strip() or self._ist_code(stelle, rand):
                return stelle
            if self._beginnt_block(stelle, rand, liste, im_absatz=False):
                return stelle
            eigene = zellen(zeile)
            ergaenzte += breite - len(eigene)
            if ergaenzte > _MEISTE_ERGAENZTE:
                return stelle
            if worte := tuple(filter(None, eigene[breite:])):
                self.verluste.append(Verlust(stelle, len(eigene), breite, worte))
        return ende

    def _code(self, nummer: int, ende: int, rand: int) -> int:
        nach = nummer + 1
        for stelle in range(nummer + 1, ende):
            if self._ist_code(stelle, rand) and self.inhalt[stelle]:
                nach = stelle + 1
            elif self.inhalt[stelle]:
                break
        return nach

    def _zaun(self, nummer: int, ende: int, rand: int, zaun: str) -> int:
        for stelle in range(nummer + 1, ende):
            inhalt = self.inhalt[stelle]
            if inhalt and self.einzug[stelle] < rand:
                return stelle
            schliesst = inhalt.startswith(zaun) and not inhalt.lstrip(zaun[0]).strip(" ")
            if schliesst and not self._ist_code(stelle, rand):
                return stelle + 1
        return ende

    def _zitat(self, nummer: int, ende: int, rand: int, liste: int) -> int:
        """Read a quote; a line without ``>`` continues its last paragraph, and nothing else."""
        vorher = []
        leer = False
        hinter = nummer
        while hinter < ende and self.inhalt[hinter]:
            self._schritt()
            inhalt, einzug = self.inhalt[hinter], self.einzug[hinter]
            if inhalt[0] == ">" and einzug >= rand:
                rest = inhalt[1:].removeprefix(" ")
                self.inhalt[hinter] = rest.lstrip(" ")
                self.einzug[hinter] = len(rest) - len(self.inhalt[hinter])
                leer = not self.inhalt[hinter]
            elif leer or self._beginnt_block(hinter, rand, liste, im_absatz=False):
                break
            else:
                self.einzug[hinter] = _FAUL
            vorher.append((inhalt, einzug))
            hinter += 1
        gelesen = self.lies(nummer, hinter, 0, liste)
        for stelle, (inhalt, einzug) in enumerate(vorher, nummer):
            self.inhalt[stelle], self.einzug[stelle] = inhalt, einzug
        return gelesen

    def _liste(self, nummer: int, ende: int, rand: int) -> int:
        art = ""
        while punkt := _PUNKT.match(self.inhalt[nummer]):
            if art and punkt[0][-1] != art:
                break
            art = punkt[0][-1]
            inhalt, einzug = self.inhalt[nummer], self.einzug[nummer]
            rest = inhalt[punkt.end() :]
            self.inhalt[nummer] = rest.lstrip(" ")
            abstand = len(rest) - len(self.inhalt[nummer])
            innen = einzug + punkt.end()
            self.einzug[nummer] = innen + abstand
            innen += abstand if self.inhalt[nummer] and abstand <= _CODE else 1
            if not self.inhalt[nummer] and not "".join(self.inhalt[nummer + 1 : nummer + 2]):
                nach = min(nummer + 2, ende)
            else:
                nach = self.lies(nummer, ende, innen, rand)
            self.inhalt[nummer], self.einzug[nummer] = inhalt, einzug
            nummer = nach
            if nummer >= ende or self.einzug[nummer] < rand or self._ist_code(nummer, rand):
                break
            if self._beginnt_anderes(nummer):
                break
        return nummer

    def _note(self, nummer: int, ende: int, rand: int, liste: int, hinter: int) -> int:
        inhalt, einzug = self.inhalt[nummer], self.einzug[nummer]
        rest = inhalt[hinter:]
        innen = rand + _CODE
        self.inhalt[nummer] = rest.lstrip(" ")
        self.einzug[nummer] = len(rest) - len(self.inhalt[nummer])
        if self.einzug[nummer] < innen:
            self.einzug[nummer] += innen
        nach = self.lies(nummer, ende, innen, liste)
        self.inhalt[nummer], self.einzug[nummer] = inhalt, einzug
        return nach

    def _absatz(self, nummer: int, ende: int, rand: int, liste: int) -> int:
        """Read a paragraph, or a heading that is underlined."""
        for stelle in range(nummer + 1, ende):
            if not self.inhalt[stelle]:
                return stelle
            if self._ist_code(stelle, rand):
                continue
            if self.einzug[stelle] >= rand and _UNTERSTRICHEN.fullmatch(self.inhalt[stelle]):
                return stelle + 1
            if self.einzug[stelle] == _FAUL:
                continue
            if (
                self._beginnt_block(stelle, rand, liste, im_absatz=True)
                or _NOTE.match(self.inhalt[stelle])
                or self._kopf(stelle, ende, rand)
            ):
                return stelle
        return ende

    def _ist_code(self, nummer: int, rand: int) -> bool:
        return self.einzug[nummer] - rand >= _CODE

    def _ist_punkt(self, nummer: int, rand: int, liste: int, *, im_absatz: bool = False) -> bool:
        """Tell whether an item of a list begins; a paragraph is interrupted only by a first one with words."""
        einzug = self.einzug[nummer]
        if liste >= 0 and einzug - liste >= _CODE and einzug < rand:
            return False
        punkt = _PUNKT.match(self.inhalt[nummer])
        if punkt is None or not im_absatz or einzug < rand:
            return punkt is not None
        return int(punkt["zahl"] or 1) == 1 and bool(self.inhalt[nummer][punkt.end() :].strip(" "))

    def _beginnt_anderes(self, nummer: int) -> bool:
        inhalt = self.inhalt[nummer]
        return bool(inhalt.startswith(">") or _ZAUN.match(inhalt) or _LINIE.fullmatch(inhalt))

    def _beginnt_block(self, nummer: int, rand: int, liste: int, *, im_absatz: bool) -> bool:
        """Tell whether a line ends the block before it, as it begins another one."""
        self._schritt()
        if self._ist_code(nummer, rand):
            return False
        return (
            self._beginnt_anderes(nummer)
            or _UEBERSCHRIFT.match(self.inhalt[nummer]) is not None
            or self._ist_punkt(nummer, rand, liste, im_absatz=im_absatz)
        )

    def _schritt(self) -> None:
        self._schritte -= 1
        if self._schritte < 0:
            raise _ZuvielError
