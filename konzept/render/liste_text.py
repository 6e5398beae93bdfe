"""The Maßnahmen of a Fassung as a table for 80 columns: what each is called, what it is due by, what was reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.render.absatz import absatz
from konzept.render.due_tables import cut
from konzept.render.due_words import MEHRDEUTIG, label
from konzept.render.liste_words import fristtag, gemeldet, zustand
from konzept.render.table import GAP, MINIMUM_WIDTH, Column, Table, plain
from konzept.render.words import anzahl, kurzes_datum
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from konzept.domain.einstellungen import Einstellungen
    from konzept.reports.liste import Liste, Listenzeile

LISTE_RULES: Sequence[tuple[str, str]] = (
    (r"(?:\d+× )?überfällig", "bold red"),
    (r"^[─-][─ -]*$", "dim"),
)
FRIST_WIDTH = 13
STAND_WIDTH = 14
LEADING_WIDTH = 30
WIDE = 110
"""From so many columns on there is one for who leads."""
NARROW = 64
"""On fewer columns Frist and Stand stand below the title."""


def liste_text(
    bericht: Liste, einstellungen: Einstellungen, width: int = 80, *, auswahl: str | None = None
) -> str:
    """Write the table for ``width`` columns (at least 40); ``auswahl`` names in words what was looked for."""
    width = max(width, MINIMUM_WIDTH)
    lines = absatz(_head(bericht, einstellungen, auswahl), width)
    if auswahl:
        lines += absatz(f"Auswahl: {auswahl}", width, folge=9)
    lines += [f"Stichtag: {kurzes_datum(bericht.stichtag)}", ""]
    if not bericht.zeilen:
        keine = einstellungen.bezeichnung(Begriff.MASSNAHME)
        satz = f"Keine {keine.einzahl} gefunden." if auswahl else f"Diese Fassung hat keine {keine.mehrzahl}."
        return "\n".join([*lines, *absatz(satz, width)]) + "\n"
    text = (
        "\n".join(lines)
        + "\n"
        + plain(zeilentabelle(bericht.zeilen, bericht.stichtag, einstellungen, width), width)
    )
    if any(zeile.frist and zeile.frist.mehrdeutig and zeile.frist.faellig for zeile in bericht.zeilen):
        satz = f"{MEHRDEUTIG} = Der Wortlaut lässt mehrere Lesarten zu; gezeigt ist eine."
        text += "\n" + "\n".join(absatz(satz, width)) + "\n"
    return text


def zeilentabelle(
    zeilen: Sequence[Listenzeile], stichtag: date, einstellungen: Einstellungen, width: int
) -> Table:
    """Lay out Maßnahmen in two lines each: title and id, the next Frist and its state, the report and its day."""
    number_width = max(len("Nr."), *(len(zeile.nummer) for zeile in zeilen))
    narrow = width < NARROW
    columns = [Column("Nr.", number_width), Column(label(einstellungen, Begriff.MASSNAHME))]
    title_width = width - number_width - GAP
    if not narrow:
        columns += [Column("Frist", FRIST_WIDTH), Column("Sachstand", STAND_WIDTH)]
        title_width -= FRIST_WIDTH + STAND_WIDTH + 2 * GAP
    if width >= WIDE:
        columns.append(Column("Federführend", LEADING_WIDTH))
        title_width -= LEADING_WIDTH + GAP
    rows = []
    for zeile in zeilen:
        titel = f"{cut(zeile.titel, title_width)}\n{zeile.id}"
        frist, stand = _frist(zeile, stichtag), "\n".join(gemeldet(zeile.letzte, zeile.antwort)).rstrip()
        if narrow:
            titel = "\n".join([titel, ", ".join([*frist.split("\n"), *stand.split("\n")])])
        leitung = cut(", ".join(zeile.federfuehrend) or "–", LEADING_WIDTH)
        rows.append((zeile.nummer, titel, frist, stand, leitung)[: len(columns)])
    return Table(tuple(columns), tuple(rows))


def _head(bericht: Liste, einstellungen: Einstellungen, auswahl: str | None) -> str:
    wort = einstellungen.bezeichnung(Begriff.MASSNAHME)
    if auswahl:
        von = anzahl(bericht.gesamt, wort.einzahl, wort.mehrzahl)
        return f"{len(bericht.zeilen)} von {von} der Fassung {bericht.fassung.id}"
    return f"{wort.mehrzahl} der Fassung {bericht.fassung.id}: {bericht.gesamt}"


def _frist(zeile: Listenzeile, stichtag: date) -> str:
    """Write the day to look at first and how it stands; where there is none, only that."""
    frist = zeile.frist
    if frist is None:
        return "–"
    beginn = zeile.teile[frist.teil - 1].beginn
    stand = zustand(frist, stichtag, beginn)
    if frist.gruppe is Gruppe.UEBERFAELLIG and zeile.ueberfaellig > 1:
        stand = f"{zeile.ueberfaellig}× {stand}"
    return stand if frist.faellig is None else f"{fristtag(frist)}\n{stand}"
