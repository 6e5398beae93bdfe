"""The Maßnahmen of a Fassung as a table for 80 columns: what each is called, what it is due by, what was reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.render.absatz import absatz
from konzept.render.due_tables import cut
from konzept.render.due_words import label
from konzept.render.liste_words import (
    LESARTEN,
    fristzeilen,
    gemeldet,
    liste_titel,
    mit_lesarten,
    nichts_gefunden,
    vorbehalt,
)
from konzept.render.table import GAP, MINIMUM_WIDTH, Column, Table, plain
from konzept.render.words import kurzes_datum

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
    lines = absatz(liste_titel(bericht, einstellungen, auswahl), width)
    if auswahl:
        lines += absatz(f"Auswahl: {auswahl}", width, folge=9)
    lines += [f"Stichtag: {kurzes_datum(bericht.stichtag)}", ""]
    if not bericht.zeilen:
        return "\n".join([*lines, *absatz(nichts_gefunden(einstellungen, auswahl), width)]) + "\n"
    tabelle = plain(zeilentabelle(bericht.zeilen, bericht.stichtag, einstellungen, width), width)
    text = "\n".join(lines) + "\n" + tabelle
    if mit_lesarten(bericht.zeilen):
        text += "\n" + "\n".join(absatz(LESARTEN, width)) + "\n"
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
        frist, stand = fristzeilen(zeile, stichtag), list(filter(None, gemeldet(zeile.letzte, zeile.antwort)))
        satz, neu = vorbehalt(zeile)
        titel = [cut(zeile.titel, title_width), zeile.id]
        if narrow:
            titel.append(f"{', '.join(frist)}; {', '.join(stand)}")
        titel += filter(None, (cut(satz, title_width), f"neuer Termin: {neu}" if neu else ""))
        leitung = cut(", ".join(zeile.federfuehrend) or "–", LEADING_WIDTH)
        cells = (zeile.nummer, "\n".join(titel), "\n".join(frist), "\n".join(stand), leitung)
        rows.append(cells[: len(columns)])
    return Table(tuple(columns), tuple(rows))
