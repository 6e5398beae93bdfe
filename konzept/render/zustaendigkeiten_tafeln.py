"""The tables of the list of responsibilities: Maßnahmen of one body with Termin, next Frist and last report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.render.schriftstueck import Lauf, Laufart, Spalte, Tabelle, Ton, Zelle, absatz, zelle
from konzept.render.zustaendigkeiten_words import frist, gemeinsam, meldung, rollenzeile, wort
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from konzept.render.schriftstueck import Block, Zeile
    from konzept.reports.liste import Listenzeile
    from konzept.reports.zustaendigkeiten_teile import Anteil, Stellenteil, Zustaendigkeiten

_SPALTEN = (Spalte(14), Spalte(55), Spalte(32), Spalte(27), Spalte(46))
_BOGEN = (Spalte(15), Spalte(47), Spalte(30), Spalte(56), Spalte(26))
_PLATZ = Zelle((absatz("\u00a0"),) * 4)
"""Room for an answer by hand: lines that hold a blank which no format drops."""


def anteiltafel(liste: Zustaendigkeiten, teil: Stellenteil, anteile: Sequence[Anteil], was: str) -> Tabelle:
    """Return the table of those Maßnahmen of a body that it leads, or is involved in (``was``)."""
    mehrzahl = wort(liste).mehrzahl
    return Tabelle(
        _SPALTEN,
        tuple(_zeile(liste, teil, anteil) for anteil in anteile),
        (_kopf(liste),),
        beschreibung=f"{mehrzahl} von {teil.akteur.name}, {was}: Termin, nächste Frist und letzte Meldung.",
    )


def ohnetafel(liste: Zustaendigkeiten) -> Tabelle:
    """Return the table of the Maßnahmen that nobody carries."""
    zeilen = tuple((_nummer(zeile), zelle(zeile.titel), *_lage(liste, zeile)) for zeile in liste.ohne)
    beschreibung = f"{wort(liste).mehrzahl} ohne Zuständigkeit: Termin, nächste Frist und letzte Meldung."
    return Tabelle(_SPALTEN, zeilen, (_kopf(liste),), beschreibung=beschreibung)


def antwortbogen(liste: Zustaendigkeiten, anteile: Iterable[Anteil]) -> Tabelle:
    """Return a table to fill in: what stands there is the Maßnahme, the rest is room."""
    koepfe = ("Nr.", wort(liste).einzahl, "Stand heute", "Was ist geschehen?", "Neuer Termin")
    zeilen = tuple(
        (_nummer(anteil.zeile), zelle(anteil.zeile.titel), _PLATZ, zelle(), zelle()) for anteil in anteile
    )
    return Tabelle(
        _BOGEN,
        zeilen,
        (tuple(zelle(name, kopf=True) for name in koepfe),),
        beschreibung="Bogen zum Ausfüllen: je Zeile Platz für Stand, Bericht und neuen Termin.",
    )


def _kopf(liste: Zustaendigkeiten) -> Zeile:
    namen = (
        "Nr.",
        wort(liste).einzahl,
        wort(liste, Begriff.TERMIN).einzahl,
        "Nächste Frist",
        "Letzte Meldung",
    )
    return tuple(zelle(name, kopf=True) for name in namen)


def _zeile(liste: Zustaendigkeiten, teil: Stellenteil, anteil: Anteil) -> Zeile:
    return (_nummer(anteil.zeile), Zelle(tuple(_was(teil, anteil))), *_lage(liste, anteil.zeile))


def _nummer(zeile: Listenzeile) -> Zelle:
    return zelle(zeile.nummer or "–", kopf=True)


def _was(teil: Stellenteil, anteil: Anteil) -> Iterator[Block]:
    yield absatz(anteil.zeile.titel)
    for satz in (rollenzeile(anteil), gemeinsam(anteil, teil.akteur.id)):
        if satz:
            yield absatz(Lauf(satz, art=Laufart.LEISE))


def _lage(liste: Zustaendigkeiten, zeile: Listenzeile) -> Iterator[Zelle]:
    yield zelle(zeile.termin or "–")
    spaet = zeile.frist is not None and zeile.frist.gruppe is Gruppe.UEBERFAELLIG
    yield _absaetze(frist(zeile, liste.stichtag), Ton.ROT if spaet else Ton.OHNE)
    yield _absaetze(meldung(zeile), Ton.OHNE)


def _absaetze(saetze: Sequence[str], ton: Ton) -> Zelle:
    return Zelle(tuple(absatz(satz) for satz in saetze), ton=ton)
