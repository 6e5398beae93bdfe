"""The Zeitplan as a workbook: the grid, and every Frist by itself with a real day to sort and filter by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.domain.termin import TerminArt
from konzept.render.due_words import GRUPPEN
from konzept.render.schriftstueck import Metadaten
from konzept.render.tabellenwerk import Blatt, Spalte, Spaltenart, Tabellenwerk
from konzept.render.tabellenwerk_spalten import unterscheidbar
from konzept.render.words import kurzes_datum
from konzept.render.zeitplan_schriftstueck import TITEL
from konzept.render.zeitplan_zellen import daneben, marken, spalten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.render.tabellenwerk import Wert
    from konzept.render.zeitplan_zellen import Zeitplandokument
    from konzept.reports.konzept_bezuege import Verweis


def zeitplan_tabellenwerk(dokument: Zeitplandokument) -> Tabellenwerk:
    """Return the workbook; the grid comes first, and is all that a CSV file gets."""
    plan, titel = dokument.plan, dokument.plan.fassung.rahmen.titel
    return Tabellenwerk(
        titel=f"{TITEL}: {titel}",
        blaetter=(_raster(dokument), _fristen(dokument)),
        metadaten=Metadaten(
            koerperschaft=dokument.einstellungen.koerperschaft or "",
            stand=f"Stichtag {kurzes_datum(plan.stichtag)}",
            beschreibung=titel,
            datum=plan.stichtag,
        ),
        kopfzeile=f"{TITEL} · {titel}",
    )


def _raster(dokument: Zeitplandokument) -> Blatt:
    zeiten = spalten(dokument.plan)
    wort = dokument.wort()
    kopf = (
        Spalte("Nr.", breite=9),
        Spalte(wort.einzahl, breite=44),
        Spalte(dokument.wort(Begriff.HANDLUNGSFELD).einzahl, breite=26),
        Spalte("Federführend", breite=28),
        Spalte(dokument.wort(Begriff.TERMIN).einzahl, breite=28),
        *(Spalte(zeit.name, breite=15) for zeit in zeiten),
        Spalte("Außerdem", breite=28),
        Spalte("id", breite=28),
    )
    zeilen = tuple(
        (
            zeile.verweis.nummer,
            zeile.verweis.titel,
            _name(zeile.feld),
            ", ".join(zeile.federfuehrend),
            zeile.termin,
            *("\n".join(marke.text for marke in marken(zeile, zeit)) for zeit in zeiten),
            "\n".join(daneben(dokument, zeile)),
            zeile.verweis.id,
        )
        for zeile in dokument.plan.zeilen
    )
    return Blatt(TITEL, unterscheidbar(kopf), zeilen, fest=2)


def _name(verweis: Verweis | None) -> str:
    return " ".join(filter(None, (verweis.nummer, verweis.titel))) if verweis else ""


def _fristen(dokument: Zeitplandokument) -> Blatt:
    kopf = (
        Spalte("Frist", Spaltenart.DATUM, 13),
        Spalte("Lage", breite=14),
        Spalte("Nr.", breite=9),
        Spalte(dokument.wort().einzahl, breite=48),
        Spalte("Federführend", breite=30),
        Spalte(dokument.wort(Begriff.TERMIN).einzahl, breite=32),
        Spalte("Teil", Spaltenart.ZAHL, 7),
        Spalte("Wortlaut des Teils", breite=28),
        Spalte("Kehrt wieder", breite=13),
        Spalte("Mehrdeutig", breite=13),
        Spalte("id", breite=28),
    )
    return Blatt("Fristen", unterscheidbar(kopf), tuple(_fristzeilen(dokument)), fest=1)


def _fristzeilen(dokument: Zeitplandokument) -> Iterator[tuple[Wert, ...]]:
    for zeile in dokument.plan.zeilen:
        for teil in zeile.teile:
            for frist in teil.fristen:
                yield (
                    frist.tag,
                    GRUPPEN[frist.gruppe],
                    zeile.verweis.nummer,
                    zeile.verweis.titel,
                    ", ".join(zeile.federfuehrend),
                    zeile.termin,
                    teil.nummer,
                    teil.teil.text,
                    "ja" if teil.teil.art is TerminArt.WIEDERKEHREND else "nein",
                    "ja" if teil.teil.mehrdeutig else "nein",
                    zeile.verweis.id,
                )
