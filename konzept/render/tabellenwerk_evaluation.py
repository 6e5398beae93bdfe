"""The evaluation as a workbook: every Maßnahme with its result and the way of its Termin; the measured values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.render.evaluation_words import ERGEBNISSE, TERMINLAGEN, ZIELLAGEN, abstand
from konzept.render.schriftstueck import Metadaten
from konzept.render.tabellenwerk import Blatt, Spalte, Spaltenart, Tabellenwerk
from konzept.render.tabellenwerk_spalten import MELDESPALTEN, meldezellen, unterscheidbar
from konzept.render.words import deutsche_zeit, kurzes_datum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.render.tabellenwerk import Wert
    from konzept.reports.evaluation_teile import Evaluation, Massnahmenbilanz

TITEL = "Evaluation"


def evaluation_tabellenwerk(bericht: Evaluation) -> Tabellenwerk:
    """Return the workbook; values of indicators stand as they were measured, and as numbers where they are."""
    stichtag, titel = kurzes_datum(bericht.stichtag), bericht.fassung.rahmen.titel
    return Tabellenwerk(
        titel=f"{TITEL}: {titel}",
        blaetter=(_massnahmen(bericht), _werte(bericht)),
        metadaten=Metadaten(
            koerperschaft=bericht.koerperschaft or "",
            stand=f"Stichtag {stichtag}",
            beschreibung=titel,
            datum=bericht.stichtag,
        ),
        kopfzeile=f"{TITEL} · {titel}",
    )


def _massnahmen(bericht: Evaluation) -> Blatt:
    worte = bericht.bezeichnungen
    spalten = (
        Spalte("Nr.", breite=9),
        Spalte(worte[Begriff.MASSNAHME].einzahl, breite=42),
        Spalte("Ergebnis", breite=18),
        Spalte(worte[Begriff.HANDLUNGSFELD].einzahl, breite=26),
        Spalte("Federführend", breite=28),
        Spalte("Erster Termin", breite=26),
        Spalte("Erste Frist", Spaltenart.DATUM, 13),
        Spalte("Geltender Termin", breite=26),
        Spalte("Geltende Frist", Spaltenart.DATUM, 13),
        Spalte("Was aus der Frist wurde", breite=24),
        Spalte("Verschiebung", breite=16),
        Spalte("Aufschübe", Spaltenart.ZAHL, 11),
        Spalte("Indikatoren", Spaltenart.ZAHL, 11),
        *MELDESPALTEN,
        Spalte("id", breite=28),
    )
    zeilen = tuple(_zeile(eine) for eine in bericht.massnahmen)
    return Blatt(worte[Begriff.MASSNAHME].mehrzahl, unterscheidbar(spalten), zeilen, fest=2)


def _zeile(eine: Massnahmenbilanz) -> tuple[Wert, ...]:
    zeile, weg = eine.zeile, eine.terminweg
    return (
        zeile.nummer,
        zeile.titel,
        ERGEBNISSE[eine.ergebnis],
        f"{zeile.feld.nummer} {zeile.feld.titel}" if zeile.feld else "",
        ", ".join(zeile.federfuehrend),
        weg.erster.text,
        weg.erster.frist,
        weg.geltender.text,
        weg.geltender.frist,
        TERMINLAGEN[weg.lage],
        abstand(weg.verschiebung),
        weg.aufschuebe,
        eine.indikatoren,
        *meldezellen(zeile),
        zeile.id,
    )


def _werte(bericht: Evaluation) -> Blatt:
    spalten = (
        Spalte("Indikator", breite=42),
        Spalte("Einheit", breite=18),
        Spalte("Ausgangswert", breite=14),
        Spalte("Zielwert", breite=14),
        Spalte("Stand", breite=24),
        Spalte("Zeit", breite=14),
        Spalte("Letzter Tag", Spaltenart.DATUM, 13),
        Spalte("Wert", breite=14),
        Spalte("Wert als Zahl", Spaltenart.ZAHL, 14, 2),
        Spalte("Quelle", breite=30),
        Spalte("Hinweis", breite=34),
        Spalte("id", breite=28),
    )
    return Blatt("Messwerte", spalten, tuple(_messzeilen(bericht)), fest=1)


def _messzeilen(bericht: Evaluation) -> Iterator[tuple[Wert, ...]]:
    """Give a row per measured value; an indicator without one has a row, too."""
    for stand in bericht.indikatoren:
        indikator = stand.indikator
        vorn = (
            indikator.titel,
            indikator.einheit,
            indikator.ausgangswert,
            indikator.zielwert,
            ZIELLAGEN[stand.lage],
        )
        if not stand.punkte:
            yield (*vorn, None, None, None, None, None, None, indikator.id)
        for punkt in stand.punkte:
            messung = punkt.messung
            zeit, tag = deutsche_zeit(messung.am), messung.bekannt_ab
            yield (*vorn, zeit, tag, messung.wert, punkt.zahl, messung.quelle, messung.hinweis, indikator.id)
