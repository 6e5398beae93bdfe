"""How many entries of each field the short version has room for: two pages are two pages, up to some twenty fields.

The measure is coarse: lines of a table, counted by signs. It errs on the side of room to spare, as the fonts of the
formats differ in width and so do the papers of the counties.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.render.due_words import leading
from konzept.render.kurzfassung_words import (
    einleitung,
    gekuerzt,
    ort,
    stand_des_feldes,
    ueberfaelliges,
    umfang_des_feldes,
    wer,
)
from konzept.render.sachstandsbericht_zeilen import tage

if TYPE_CHECKING:
    from konzept.reports.kurzfassung import Kurzfassung, Kurzfeld
    from konzept.reports.sachstandsbericht_teile import Fristgruppe


@dataclass(frozen=True, slots=True)
class Platz:
    """How many lines the first page has for all, head and headings taken off, and the second for the fields."""

    erste: int
    zweite: int


PDF = Platz(30, 58)
OFFICE = Platz(22, 53)
"""The room in ODT and DOCX, whose letters are wider and whose lines stand further apart."""
HOECHSTENS = 12
"""So many entries of a field are shown at most, as no page splits its row."""
BREITE = 104
"""Signs on a line across the page."""
BREITE_DES_TITELS = 40
ZEILEN_JE_TITELZEILE = 2
"""The letters of the title are twice as large and more."""
FRISTEN_GEZEIGT = 5
FRISTSPALTEN = (42, 80, 48)
"""The shares of a line that day, Maßnahme and bodies of a Frist have."""
RAHMEN = 1
"""Lines that the edges of a row take."""


def gezeigt(bericht: Kurzfassung, platz: Platz = PDF) -> int:
    """Return how many entries of each field are shown, at most all of them; 0 where not even one of each fits."""
    vorher = _vorher(bericht)
    groesste = min(HOECHSTENS, max((len(feld.inhalt) for feld in bericht.felder), default=0))
    return next(
        (
            zahl
            for zahl in range(groesste, 0, -1)
            if _passt([_feld(feld, bericht, zahl) for feld in bericht.felder], vorher, platz)
        ),
        0,
    )


def _passt(reihen: list[int], vorher: int, platz: Platz) -> bool:
    """Tell whether rows fit that no page splits: from the first page on, else all on the second."""
    auf_der_ersten = max(platz.erste - vorher, 0)
    while reihen and reihen[0] <= auf_der_ersten:
        auf_der_ersten -= reihen[0]
        reihen = reihen[1:]
    return sum(reihen) <= platz.zweite - max(vorher - platz.erste, 0)


def _vorher(bericht: Kurzfassung) -> int:
    """Estimate what stands before the fields."""
    saetze = (
        einleitung(bericht.konzept),
        ueberfaelliges(bericht) if bericht.stand.ueberfaellig else "",
        wer(bericht),
    )
    leitziele = (gekuerzt(one.leitziel.titel) for one in bericht.konzept.leitziele[:9])
    kommend = bericht.stand.kommend
    fristen = sum(_frist(frist) + RAHMEN for frist in kommend[:FRISTEN_GEZEIGT])
    mehr = 1 + RAHMEN if len(kommend) > FRISTEN_GEZEIGT else 0
    ampel = (3 + RAHMEN) if bericht.stand.worte else 0
    titel = (_zeilen(bericht.konzept.rahmen.titel, BREITE_DES_TITELS) - 1) * ZEILEN_JE_TITELZEILE
    return titel + sum(map(_zeilen, saetze)) + sum(map(_zeilen, leitziele)) + fristen + mehr + ampel


def _frist(frist: Fristgruppe) -> int:
    """Estimate the row of one Frist."""
    texte = tage(frist.tage), ort(frist), gekuerzt(", ".join(leading(frist.eintrag)))
    breiten = (BREITE * anteil // sum(FRISTSPALTEN) for anteil in FRISTSPALTEN)
    return max(_zeilen(text, breite) for text, breite in zip(texte, breiten, strict=True))


def _feld(feld: Kurzfeld, bericht: Kurzfassung, zahl: int) -> int:
    """Estimate the rows of one field where ``zahl`` of its entries are shown."""
    inhalt = sum(_zeilen(f"1.10 {gekuerzt(one.titel)}") for one in feld.inhalt[:zahl])
    inhalt += len(feld.inhalt) > zahl > 0
    kopf = f"{feld.stand.verweis.titel} {umfang_des_feldes(feld, bericht.konzept)} {stand_des_feldes(feld)}"
    return _zeilen(kopf) + inhalt + RAHMEN


def _zeilen(text: str, breite: int = BREITE) -> int:
    """Count the lines of a text whose words stay whole, as far as a line has room for them."""
    return len(textwrap.wrap(text, breite))
