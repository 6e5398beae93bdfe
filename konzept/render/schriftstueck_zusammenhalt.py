"""What of a document belongs on one page: short lines with what they lead to, short tables as a whole, rows of tables.

A measure of characters, the same for every format: it decides what is *kept* together, never what is shown. It errs
far on the side of what fits, as a program cuts off what it must not divide and cannot place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.render.schriftstueck import Absatz, Absatzart, Liste, Tabelle, Ueberschrift
from konzept.render.schriftstueck_aufbau import flach
from konzept.render.schriftstueck_gestalt import BLAETTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from konzept.render.schriftstueck import Block, Zelle
    from konzept.render.schriftstueck_raster import Platz

TEXTBREITE = min(blatt.textbreite for blatt in BLAETTER.values())
"""Millimetres; on a wider page everything is lower than reckoned here."""

HOECHSTE_ZEILE = 75.0
"""Millimetres: a row that is higher may go over to the next page, or half of the page before it stays empty."""
HOECHSTE_TABELLE = 70.0
"""Millimetres: a table that is not higher stays on one page."""
HOECHSTER_KOPF = 60.0
"""Millimetres: a head that is higher does not come again on every page."""

_KURZ = 420
"""Characters of a paragraph that stays with the table it leads to: some five lines."""
_KNAPP = 220
"""Characters of one that stays with a heading or a list."""
_LEITZEILEN = 3
"""So many paragraphs between two headings are the first one's data; what is longer is a text."""

_MM_JE_ZEICHEN = 1.75
_MM_JE_ZEILE = 4.4
_MM_RAND = 3.2
_SCHMALE = frozenset("fijlrtIJ.,:;()[]'|!»«„“")
_BREITE = frozenset("mw%@&€+=<>–—…")
_SCHMAL, _MITTEL, _BREIT = 1.06, 1.88, 2.6
"""Millimetres that a letter takes in our tables, in the widest of their scripts: Arial in 9 points, bold."""

_STUECKE = re.compile(r"[^\s/–—-]+")
_UNTRENNBAR = re.compile(
    r"[^\W\d_][\W\d_]+[^\W_]|\d{9}|[^aeiouyäöü\W\d_]{8}|(.)\1{3}|[aeiouyäöü]{7}", re.IGNORECASE
)
"""What looks like no word: signs or digits amidst letters, long rows of consonants, vowels or one sign."""

_NICHT_LEITEND = frozenset({Absatzart.TITEL, Absatzart.ZITAT, Absatzart.CODE})


def bleibt_beim_naechsten(bloecke: Sequence[Block]) -> tuple[bool, ...]:
    """Tell of each block whether it stays on one page with the next; headings do so by their style.

    A short paragraph stays with the table it leads to, a shorter one with its list; the few lines that stand between
    a heading and one below it stay with the second, so that no page ends with a heading and its data.
    """
    leitend = _leitend(bloecke)
    bleibt = [False] * len(bloecke)
    for stelle in range(len(bloecke) - 2, -1, -1):
        block, danach = bloecke[stelle], bloecke[stelle + 1]
        if not isinstance(block, Absatz) or block.art in _NICHT_LEITEND:
            continue
        laenge = sum(len(lauf.text) for lauf in block.laeufe)
        match danach:
            case Tabelle():
                bleibt[stelle] = laenge <= _KURZ
            case Liste():
                bleibt[stelle] = laenge <= _KNAPP
            case Ueberschrift():
                bleibt[stelle] = laenge <= _KNAPP and danach.stufe > leitend[stelle] > 0
            case Absatz():
                bleibt[stelle] = laenge <= _KNAPP and leitend[stelle] > 0 and bleibt[stelle + 1]
            case _:
                pass
    return tuple(bleibt)


def _leitend(bloecke: Sequence[Block]) -> list[int]:
    """Return the level of the heading that a block is one of the few paragraphs right below of; 0 for all others."""
    ergebnis: list[int] = []
    stufe, zahl = 0, 0
    for block in bloecke:
        match block:
            case Ueberschrift():
                stufe, zahl = block.stufe, 0
                ergebnis.append(0)
            case Absatz() if zahl < _LEITZEILEN:
                zahl += 1
                ergebnis.append(stufe)
            case _:
                stufe = 0
                ergebnis.append(0)
    return ergebnis


def hoehe_der_zelle(zelle: Zelle, breite: float) -> float:
    """Return about how many millimetres high a cell is that is so many millimetres wide."""
    zeichen = max(1, int((breite - _MM_RAND) / _MM_JE_ZEICHEN))
    return _MM_JE_ZEILE * _zeilen(zelle.bloecke, zeichen) + _MM_RAND


def _zeilen(bloecke: Iterable[Block], zeichen: int) -> int:
    zahl = 0
    for block in flach(bloecke):
        if isinstance(block, Liste):
            zahl += sum(max(1, _zeilen(eintrag, max(1, zeichen - 4))) for eintrag in block.eintraege)
        else:
            text = "".join(lauf.text for lauf in block.laeufe)
            zahl += sum(max(1, -(-len(zeile) // zeichen)) for zeile in text.split("\n"))
    return zahl


@dataclass(frozen=True, slots=True)
class Tabellenumbruch:
    """How a table meets the end of a page, the same in every format.

    ``kopf_wieder``: its head comes again on the next page. ``ganz``: all of it stays on one page. ``teilbar`` tells of
    each row below the head whether it may go over to the next page.
    """

    kopf_wieder: bool
    ganz: bool
    teilbar: tuple[bool, ...]


def tabellenumbruch(
    tabelle: Tabelle, kopf: Sequence[tuple[Platz, ...]], rumpf: Sequence[tuple[Platz, ...]], breite: float
) -> Tabellenumbruch:
    """Judge a table by the placed rows of its head and of what stands below, at a width in millimetres."""
    kopfhoehen, hoehen = (zeilenhoehen(tabelle, zeilen, breite) for zeilen in (kopf, rumpf))
    return Tabellenumbruch(
        kopf_wieder=sum(kopfhoehen) <= HOECHSTER_KOPF,
        ganz=bleibt_ganz((*kopfhoehen, *hoehen)),
        teilbar=teilbare_zeilen(rumpf, hoehen),
    )


def zeilenhoehen(
    tabelle: Tabelle, zeilen: Iterable[tuple[Platz, ...]], breite: float = TEXTBREITE
) -> tuple[float, ...]:
    """Return about how high each of the placed rows is; a cell over several rows shares its height among them."""
    return tuple(
        max(
            hoehe_der_zelle(platz.zelle, anteil(tabelle, platz.spalte, platz.spanne) * breite)
            / platz.zelle.hoehe
            for platz in zeile
        )
        for zeile in zeilen
    )


def teilbare_zeilen(zeilen: Sequence[tuple[Platz, ...]], hoehen: Sequence[float]) -> tuple[bool, ...]:
    """Tell of each row whether it may go over to the next page: one that is high, or tied to a high group by a cell.

    Rows that a cell ties together are judged as one, as no program divides the cell without the rows.
    """
    gruppen = [
        range(nummer, nummer + platz.hoehe)
        for nummer, zeile in enumerate(zeilen)
        for platz in zeile
        if not platz.fortsetzung
    ]
    teilbar = {
        zeile
        for gruppe in gruppen
        if sum(hoehen[eine] for eine in gruppe) > HOECHSTE_ZEILE
        for zeile in gruppe
    }
    offen = True
    while offen:  # cells of two columns may tie different rows: what one divides, the other must not hold
        dazu = {zeile for gruppe in gruppen if not teilbar.isdisjoint(gruppe) for zeile in gruppe} - teilbar
        teilbar |= dazu
        offen = bool(dazu)
    return tuple(nummer in teilbar for nummer in range(len(zeilen)))


def anteil(tabelle: Tabelle, spalte: int, spanne: int = 1) -> float:
    """Return the share of the table's width that ``spanne`` columns have from this one on."""
    breiten = [eine.breite for eine in tabelle.spalten]
    return sum(breiten[spalte : spalte + spanne]) / sum(breiten)


def zu_brechen(bloecke: Iterable[Block], breite: float) -> list[str]:
    """Return the words that do not fit and that no rule of hyphenation divides: they are to be broken anywhere.

    ``breite`` is the width in millimetres. Addresses, names of files, numbers and what is no word at all run out of
    a narrow column otherwise.
    """
    fasst = max(4, int((breite - _MM_RAND) / _MM_JE_ZEICHEN))
    stuecke = (stueck for text in _texte(bloecke) for stueck in _STUECKE.findall(text))
    zu_lang = dict.fromkeys(stueck for stueck in stuecke if len(stueck) > fasst)
    return [stueck for stueck in zu_lang if _UNTRENNBAR.search(stueck)]


def hat_zu_breites_wort(bloecke: Iterable[Block], breite: float) -> bool:
    """Tell whether a word is wider than a cell of so many millimetres, so that its words have to be divided."""
    platz = breite - _MM_RAND
    return any(
        sum(map(_zeichenbreite, wort)) > platz for text in _texte(bloecke) for wort in _STUECKE.findall(text)
    )


def _zeichenbreite(zeichen: str) -> float:
    if zeichen in _SCHMALE:
        return _SCHMAL
    return _BREIT if zeichen in _BREITE or zeichen.isupper() else _MITTEL


def _texte(bloecke: Iterable[Block]) -> Iterator[str]:
    for block in flach(bloecke):
        if isinstance(block, Liste):
            for eintrag in block.eintraege:
                yield from _texte(eintrag)
        else:
            yield "".join(lauf.text for lauf in block.laeufe)


def bleibt_ganz(hoehen: Iterable[float]) -> bool:
    """Tell whether rows of these heights, those of the head among them, are a table that stays on one page."""
    return sum(hoehen) <= HOECHSTE_TABELLE
