"""The bodies by kind for a spreadsheet: one row for each part a body has, one for a body that has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.render.csv_rows import csv_text
from konzept.render.due_words import label
from konzept.render.words import AKTEURARTEN, ROLLEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.domain.akteur import Akteurart
    from konzept.domain.einstellungen import Einstellungen
    from konzept.reports.akteur import Akteursbericht, Akteurzeile


def akteur_csv(bericht: Akteursbericht, einstellungen: Einstellungen) -> str:
    """Write the rows in the order of the report; numbers stand with their titles, as in the list of Maßnahmen."""
    wort = label(einstellungen, Begriff.MASSNAHME)
    kopf = ["Art", "Stelle", "Kurz", "id der Stelle", "Gehört zu", wort, f"id der {wort}", "Rolle", "Hinweis"]
    zeilen = (
        zellen for art, stellen in bericht.gruppen for stelle in stellen for zellen in _zeilen(art, stelle)
    )
    return csv_text(kopf, zeilen)


def _zeilen(art: Akteurart, zeile: Akteurzeile) -> Iterator[list[str | None]]:
    akteur = zeile.akteur
    stelle = [AKTEURARTEN[art], akteur.name, akteur.kurz, akteur.id, zeile.gehoert_zu]
    if not zeile.anteile:
        yield [*stelle, None, None, None, None]
    for anteil in zeile.anteile:
        rolle = ROLLEN[anteil.rolle]
        yield [*stelle, f"{anteil.nummer} {anteil.titel}", anteil.massnahme, rolle, anteil.hinweis]
