"""How things stand as a workbook: every Maßnahme with its word, next Frist and last report; the Handlungsfelder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.render.sachstandsbericht_words import AMPEL, FARBEN, grundsatz, planzeile
from konzept.render.schriftstueck import Metadaten
from konzept.render.tabellenwerk import Blatt, Spalte, Spaltenart, Tabellenwerk
from konzept.render.tabellenwerk_spalten import (
    FRISTSPALTEN,
    MELDESPALTEN,
    fristzellen,
    meldezellen,
    unterscheidbar,
)
from konzept.render.words import kurzes_datum

if TYPE_CHECKING:
    from collections.abc import Iterable

    from konzept.render.tabellenwerk import Wert
    from konzept.reports.sachstandsbericht_teile import Massnahmenstand, Sachstandsbericht

TITEL = "Sachstandsbericht"


def sachstandsbericht_tabellenwerk(
    bericht: Sachstandsbericht, *, nur_aenderungen: bool = False
) -> Tabellenwerk:
    """Return the workbook; with ``nur_aenderungen`` only what is new since the last report has a row."""
    stichtag = kurzes_datum(bericht.zeitraum.stichtag)
    if nur_aenderungen:
        staende: Iterable[Massnahmenstand] = [eine.jetzt for eine in bericht.aenderungen]
    else:
        staende = [stand for feld in bericht.felder for stand in feld.massnahmen]
    blaetter = [_massnahmen(bericht, staende)] + ([] if nur_aenderungen else [_felder(bericht)])
    return Tabellenwerk(
        titel=f"{TITEL} zum {stichtag}",
        blaetter=tuple(blaetter),
        metadaten=Metadaten(
            koerperschaft=bericht.koerperschaft or "",
            stand=f"Stichtag {stichtag}",
            beschreibung=planzeile(bericht),
            datum=bericht.zeitraum.stichtag,
        ),
        kopfzeile=f"{TITEL} zum {stichtag} · {bericht.fassung.rahmen.titel}",
    )


def _massnahmen(bericht: Sachstandsbericht, staende: Iterable[Massnahmenstand]) -> Blatt:
    worte = bericht.bezeichnungen
    spalten = (
        Spalte("Nr.", breite=9),
        Spalte(worte[Begriff.MASSNAHME].einzahl, breite=42),
        Spalte("Ampel", breite=24),
        Spalte("Farbe", breite=9),
        Spalte(worte[Begriff.HANDLUNGSFELD].einzahl, breite=26),
        Spalte("Federführend", breite=28),
        Spalte(worte[Begriff.TERMIN].einzahl, breite=26),
        Spalte("Bisher im Plan", breite=22),
        *FRISTSPALTEN,
        *MELDESPALTEN,
        Spalte("Gründe der Ampel", breite=34),
        Spalte("id", breite=28),
    )
    zeilen = tuple(_zeile(bericht, stand) for stand in staende)
    return Blatt(worte[Begriff.MASSNAHME].mehrzahl, unterscheidbar(spalten), zeilen, fest=2)


def _zeile(bericht: Sachstandsbericht, stand: Massnahmenstand) -> tuple[Wert, ...]:
    zeile, urteil = stand.zeile, stand.urteil
    return (
        zeile.nummer,
        zeile.titel,
        AMPEL[urteil.wort],
        FARBEN[bericht.farben[urteil.wort]],
        f"{zeile.feld.nummer} {zeile.feld.titel}" if zeile.feld else "",
        ", ".join(zeile.federfuehrend),
        zeile.termin,
        stand.bisher,
        *fristzellen(zeile, bericht.zeitraum.stichtag),
        *meldezellen(zeile),
        "\n".join(filter(None, map(grundsatz, urteil.gruende))),
        zeile.id,
    )


def _felder(bericht: Sachstandsbericht) -> Blatt:
    mehrzahl = bericht.bezeichnungen[Begriff.MASSNAHME].mehrzahl
    feldwort = bericht.bezeichnungen[Begriff.HANDLUNGSFELD]
    spalten = (
        Spalte("Nr.", breite=9),
        Spalte(feldwort.einzahl, breite=36),
        Spalte(mehrzahl, Spaltenart.ZAHL, 14),
        *(Spalte(AMPEL[wort], Spaltenart.ZAHL, 13) for wort in bericht.worte),
        Spalte("Überfällige Fristen", Spaltenart.ZAHL, 12),
    )
    zeilen = tuple(
        (
            feld.verweis.nummer,
            feld.verweis.titel,
            len(feld.massnahmen),
            *(feld.je_wort[wort] for wort in bericht.worte),
            feld.ueberfaellig,
        )
        for feld in bericht.felder
    )
    return Blatt(feldwort.mehrzahl, unterscheidbar(spalten), zeilen, fest=2)
