"""The Maßnahmen of a Fassung as a table for a spreadsheet: one row each, semicolons, safe to open."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.domain.einstellungen import Begriff
from konzept.render.due_words import GRUPPEN, label
from konzept.render.liste_words import OHNE_MELDUNG
from konzept.render.table import visible
from konzept.render.words import STAENDE

if TYPE_CHECKING:
    from konzept.domain.einstellungen import Einstellungen
    from konzept.reports.liste import Liste, Listenzeile

BOM = "\ufeff"
"""By this sign Excel knows that a file is UTF-8."""
FORMELZEICHEN = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins with one of these would be computed instead of shown (OWASP, CSV injection)."""


def liste_csv(bericht: Liste, einstellungen: Einstellungen) -> str:
    """Write one row per Maßnahme under the county's own words; days as 2021-12-31, which every spreadsheet reads."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\n")
    kopf = [
        "Nr.",
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
        "Federführend",
        "Weitere Beteiligte",
        "Förderprogramme",
    ]
    writer.writerow(kopf)
    writer.writerows([_sicher(zelle) for zelle in _zellen(zeile)] for zeile in bericht.zeilen)
    return BOM + stream.getvalue()


def _zellen(zeile: Listenzeile) -> list[str]:
    meldung, frist = zeile.antwort or zeile.letzte, zeile.frist
    weitere = dict.fromkeys(one.kurz for one in zeile.akteure if one.rolle is not Rolle.FEDERFUEHREND)
    return [
        zeile.nummer,
        zeile.titel,
        zeile.id,
        f"{zeile.feld.nummer} {zeile.feld.titel}" if zeile.feld else "",
        f"{zeile.ziel.nummer} {zeile.ziel.titel}" if zeile.ziel else "",
        zeile.termin or "",
        frist.faellig.isoformat() if frist and frist.faellig else "",
        GRUPPEN[frist.gruppe] if frist else "",
        str(zeile.ueberfaellig),
        STAENDE[meldung.stand] if meldung else OHNE_MELDUNG,
        meldung.am.isoformat() if meldung else "",
        (meldung.text or "") if meldung else "",
        ", ".join(zeile.federfuehrend),
        ", ".join(weitere),
        ", ".join(zeile.programme),
    ]


def _sicher(zelle: str) -> str:
    text = visible(zelle)
    return f"'{text}" if zelle.lstrip().startswith(FORMELZEICHEN) else text
