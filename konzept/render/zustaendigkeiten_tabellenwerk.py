"""Who carries what as a workbook: one row for each part of each body, and the bodies by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.render.konzept_werte import akteurart
from konzept.render.schriftstueck import Metadaten
from konzept.render.tabellenwerk import Blatt, Spalte, Spaltenart, Tabellenwerk
from konzept.render.tabellenwerk_spalten import (
    FRISTSPALTEN,
    MELDESPALTEN,
    fristzellen,
    meldezellen,
    unterscheidbar,
)
from konzept.render.words import ROLLEN, kurzes_datum
from konzept.render.zustaendigkeiten_words import TITEL, planname, wort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.domain.akteur import Akteurart
    from konzept.render.tabellenwerk import Wert
    from konzept.reports.zustaendigkeiten_teile import Anteil, Stellenteil, Zustaendigkeiten


def zustaendigkeiten_tabellenwerk(liste: Zustaendigkeiten) -> Tabellenwerk:
    """Return the workbook; the first sheet is the list, lead before involved, and all that a CSV file gets."""
    titel = f"{TITEL}: {liste.akteur.name}" if liste.akteur else TITEL
    return Tabellenwerk(
        titel=titel,
        blaetter=(_anteile(liste), _stellen(liste)),
        metadaten=Metadaten(
            koerperschaft=liste.koerperschaft or "",
            stand=f"Stichtag {kurzes_datum(liste.stichtag)}",
            beschreibung=planname(liste),
            datum=liste.stichtag,
        ),
        kopfzeile=f"{titel} · {planname(liste)}",
    )


def _anteile(liste: Zustaendigkeiten) -> Blatt:
    spalten = (
        Spalte("Stelle", breite=32),
        Spalte("Nr.", breite=9),
        Spalte(wort(liste).einzahl, breite=42),
        Spalte("Rolle", breite=18),
        Spalte("Hinweis zur Rolle", breite=22),
        Spalte(wort(liste, Begriff.TERMIN).einzahl, breite=26),
        *FRISTSPALTEN,
        *MELDESPALTEN,
        Spalte("Zu fragen", breite=28),
        Spalte("id der Stelle", breite=24),
        Spalte(f"id: {wort(liste).einzahl}", breite=28),
    )
    zeilen = tuple(_zeile(liste, teil, eine) for teil in liste.stellen for eine in teil.anteile)
    ohne = tuple(
        (
            "ohne Zuständigkeit",
            zeile.nummer,
            zeile.titel,
            None,
            None,
            zeile.termin,
            *fristzellen(zeile, liste.stichtag),
            *meldezellen(zeile),
            None,
            None,
            zeile.id,
        )
        for zeile in liste.ohne
    )
    return Blatt(
        wort(liste, Begriff.ZUSTAENDIGKEIT).mehrzahl, unterscheidbar(spalten), (*zeilen, *ohne), fest=1
    )


def _zeile(liste: Zustaendigkeiten, teil: Stellenteil, anteil: Anteil) -> tuple[Wert, ...]:
    zeile = anteil.zeile
    return (
        teil.akteur.name,
        zeile.nummer,
        zeile.titel,
        ", ".join(ROLLEN[rolle] for rolle in anteil.rollen),
        "; ".join(anteil.hinweise),
        zeile.termin,
        *fristzellen(zeile, liste.stichtag),
        *meldezellen(zeile),
        _zu_fragen(teil),
        teil.akteur.id,
        zeile.id,
    )


def _zu_fragen(teil: Stellenteil) -> str:
    if not teil.aufgeloest:
        return teil.akteur.name
    return teil.nachfolge.name if teil.nachfolge else "aufgelöst, ohne Nachfolge"


def _stellen(liste: Zustaendigkeiten) -> Blatt:
    mehrzahl = wort(liste).mehrzahl
    spalten = (
        Spalte("Stelle", breite=40),
        Spalte("Art", breite=24),
        Spalte("Gehört zu", breite=30),
        Spalte("Zu fragen", breite=34),
        Spalte("Federführend", Spaltenart.ZAHL, 14),
        Spalte("Beteiligt", Spaltenart.ZAHL, 12),
        Spalte(f"{mehrzahl} mit überfälliger Frist", Spaltenart.ZAHL, 16),
        Spalte(f"{mehrzahl} ohne Meldung", Spaltenart.ZAHL, 16),
        Spalte("id der Stelle", breite=26),
    )
    zeilen = tuple(_stellenzeilen(liste))
    return Blatt("Stellen", unterscheidbar(spalten), zeilen, fest=1)


def _stellenzeilen(liste: Zustaendigkeiten) -> Iterator[tuple[Wert, ...]]:
    for art, teile in liste.gruppen:
        yield from (_stellenzeile(liste, art, teil) for teil in teile)


def _stellenzeile(liste: Zustaendigkeiten, art: Akteurart, teil: Stellenteil) -> tuple[Wert, ...]:
    return (
        teil.akteur.name,
        akteurart(art, liste.koerperschaft),
        teil.gehoert_zu,
        _zu_fragen(teil),
        len(teil.federfuehrend),
        len(teil.beteiligt),
        sum(anteil.zeile.ueberfaellig > 0 for anteil in teil.anteile),
        sum(anteil.zeile.antwort is None for anteil in teil.anteile),
        teil.akteur.id,
    )
