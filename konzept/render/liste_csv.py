"""The Maßnahmen of a Fassung as a table for a spreadsheet: one row each, semicolons, safe to open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.domain.einstellungen import Begriff
from konzept.render.csv_rows import csv_text
from konzept.render.due_words import GRUPPEN, label
from konzept.render.liste_words import OHNE_MELDUNG
from konzept.render.words import STAENDE

if TYPE_CHECKING:
    from datetime import date

    from konzept.domain.einstellungen import Einstellungen
    from konzept.reports.liste import Liste, Listenzeile


def liste_csv(bericht: Liste, einstellungen: Einstellungen) -> str:
    """Write one row per Maßnahme under the county's own words.

    Numbers stand with their titles: alone, a spreadsheet would make 2 September of 2.9.
    """
    kopf = [
        label(einstellungen, Begriff.MASSNAHME),
        "id",
        label(einstellungen, Begriff.HANDLUNGSFELD),
        label(einstellungen, Begriff.HANDLUNGSZIEL),
        label(einstellungen, Begriff.TERMIN),
        "Frist",
        "Lage",
        "Überfällige Fristen",
        "Stand",
        "Gemeldet am",
        "Meldung",
        "Neuer Termin",
        "Federführend",
        "Weitere Beteiligte",
        "Förderprogramme",
    ]
    return csv_text(kopf, [_zellen(zeile) for zeile in bericht.zeilen])


def _zellen(zeile: Listenzeile) -> list[str | int | date | None]:
    meldung, frist = zeile.antwort or zeile.letzte, zeile.frist
    weitere = dict.fromkeys(one.kurz for one in zeile.akteure if one.rolle is not Rolle.FEDERFUEHREND)
    return [
        f"{zeile.nummer} {zeile.titel}",
        zeile.id,
        f"{zeile.feld.nummer} {zeile.feld.titel}" if zeile.feld else "",
        f"{zeile.ziel.nummer} {zeile.ziel.titel}" if zeile.ziel else "",
        zeile.termin,
        frist.faellig if frist else None,
        GRUPPEN[frist.gruppe] if frist else "",
        zeile.ueberfaellig,
        STAENDE[meldung.stand] if meldung else OHNE_MELDUNG,
        meldung.am if meldung else None,
        meldung.text if meldung else None,
        meldung.neuer_termin if meldung else None,
        ", ".join(zeile.federfuehrend),
        ", ".join(weitere),
        ", ".join(zeile.programme),
    ]
