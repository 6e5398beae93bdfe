"""The plan of a whole Fassung as a workbook: Maßnahmen with all their fields, bodies, Termine as they are read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.domain.einstellungen import Begriff
from konzept.domain.element import Ebene
from konzept.domain.termin import TerminArt
from konzept.render.konzept_tabellenwerk_massnahmen import SPALTEN_DER_MASSNAHME, massnahmenzeile, sprachen
from konzept.render.konzept_werte import akteurart, fundstelle, geltung, standzeile
from konzept.render.schriftstueck import Metadaten
from konzept.render.tabellenwerk import Blatt, Spalte, Spaltenart, Tabellenwerk
from konzept.render.tabellenwerk_spalten import unterscheidbar
from konzept.render.termin_words import TERMINARTEN, UNLESBAR, rhythmus_in_worten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.domain.element import Gegenstand
    from konzept.render.tabellenwerk import Wert
    from konzept.reports.konzept_teile import Konzept, Massnahmenteil, Zeitpunkt, Zielteil


def konzept_tabellenwerk(konzept: Konzept) -> Tabellenwerk:
    """Return the workbook of a Fassung; ``intern`` is in no cell, and words are without their Markdown."""
    rahmen = konzept.rahmen
    art = ", ".join(filter(None, (rahmen.art, geltung(rahmen.gilt_von, rahmen.gilt_bis))))
    return Tabellenwerk(
        titel=rahmen.titel,
        blaetter=(_massnahmen(konzept), _stellen(konzept), _termine(konzept)),
        metadaten=Metadaten(
            koerperschaft=konzept.koerperschaft or "",
            stand=standzeile(rahmen),
            beschreibung=f"{rahmen.titel}, {art}",
            datum=rahmen.stand.erster_tag,
        ),
        kopfzeile=f"{rahmen.titel}, {art}",
    )


def _massnahmen(konzept: Konzept) -> Blatt:
    """Make the sheet of Maßnahmen; a column per other language that any of them has."""
    fremd = sprachen(konzept)
    namen = {begriff: bezeichnung.einzahl for begriff, bezeichnung in konzept.bezeichnungen.items()}
    woerter = {begriff.value: name for begriff, name in namen.items()}
    spalten = [replace(one, titel=one.titel.format(**woerter)) for one in SPALTEN_DER_MASSNAHME]
    spalten += [Spalte(name, breite=40) for name in fremd.values()]
    zeilen = []
    for feld in konzept.felder:
        zeilen += [massnahmenzeile(konzept, feld, None, eine, fremd) for eine in feld.massnahmen]
        for ziel in feld.ziele:
            zeilen += [massnahmenzeile(konzept, feld, ziel, eine, fremd) for eine in ziel.massnahmen]
    name = konzept.bezeichnungen[Begriff.MASSNAHME].mehrzahl
    return Blatt(name, unterscheidbar(spalten), tuple(zeilen), fest=2)


def _stellen(konzept: Konzept) -> Blatt:
    wort = konzept.bezeichnungen[Begriff.MASSNAHME].mehrzahl
    spalten = [
        Spalte("Stelle", breite=40),
        Spalte("Kurz", breite=22),
        Spalte("Weitere Namen", breite=30),
        Spalte("Art", breite=22),
        Spalte("Gehört zu", breite=28),
        Spalte("Besteht von", breite=14),
        Spalte("Besteht bis", breite=14),
        Spalte("Nachfolge", breite=28),
        Spalte("Hinweis", breite=40),
        Spalte("Fundstelle", breite=22),
        Spalte(f"{wort} gesamt", Spaltenart.ZAHL, 14),
        Spalte("davon federführend", Spaltenart.ZAHL, 14),
        Spalte("id der Stelle", breite=26),
    ]
    return Blatt("Stellen", unterscheidbar(spalten), tuple(_stellenzeilen(konzept)), fest=1)


def _stellenzeilen(konzept: Konzept) -> Iterator[tuple[Wert, ...]]:
    namen = {zeile.akteur.id: zeile.akteur.name for _, zeilen in konzept.akteure for zeile in zeilen}
    for art, zeilen in konzept.akteure:
        for zeile in zeilen:
            akteur = zeile.akteur
            leitend = {a.massnahme for a in zeile.anteile if a.rolle is Rolle.FEDERFUEHREND}
            yield (
                akteur.name,
                akteur.kurz,
                ", ".join(akteur.aliasse),
                akteurart(art, konzept.koerperschaft),
                zeile.gehoert_zu,
                geltung(akteur.gueltig_von, None).removeprefix("ab "),
                geltung(None, akteur.gueltig_bis).removeprefix("bis "),
                namen.get(akteur.nachfolger or "", akteur.nachfolger),
                akteur.hinweis,
                fundstelle(akteur.quelle, konzept.rahmen) if akteur.quelle else None,
                zeile.massnahmen,
                len(leitend),
                akteur.id,
            )


def _termine(konzept: Konzept) -> Blatt:
    """Make the sheet of Termine: each part of each Termin where it is written, as the grammar reads it."""
    einzahl = {begriff: bezeichnung.einzahl for begriff, bezeichnung in konzept.bezeichnungen.items()}
    termin = einzahl[Begriff.TERMIN]
    spalten = [
        Spalte("Nr.", breite=9),
        Spalte("Ebene", breite=15),
        Spalte("Titel", breite=44),
        Spalte(f"{termin} (Wortlaut)", breite=36),
        Spalte("Teil", Spaltenart.ZAHL, 6),
        Spalte("Wortlaut des Teils", breite=28),
        Spalte("Gelesen als", breite=15),
        Spalte("Beginn", Spaltenart.DATUM, 12),
        Spalte("Ende", Spaltenart.DATUM, 12),
        Spalte("Rhythmus", breite=22),
        Spalte("Turnus ab", breite=10),
        Spalte("Mehrdeutig", breite=12),
        Spalte("Hinweis zur Lesart", breite=34),
        Spalte("Regel (RFC 5545)", breite=26),
        Spalte("id", breite=30),
    ]
    return Blatt(
        konzept.bezeichnungen[Begriff.TERMIN].mehrzahl,
        unterscheidbar(spalten),
        tuple(_terminzeilen(konzept, einzahl)),
        fest=1,
    )


def _terminzeilen(konzept: Konzept, einzahl: dict[Begriff, str]) -> Iterator[tuple[Wert, ...]]:
    for nummer, ebene, gegenstand, titel, zeitpunkt in _terminorte(konzept):
        for zaehler, teil in enumerate(zeitpunkt.teile, 1):
            rhythmus = rhythmus_in_worten(teil) if teil.art is TerminArt.WIEDERKEHREND else ""
            yield (
                nummer,
                einzahl[Begriff(ebene.value)],
                titel,
                zeitpunkt.text,
                zaehler,
                teil.text,
                TERMINARTEN[teil.art] if teil.gelesen else UNLESBAR,
                teil.beginn,
                teil.ende,
                rhythmus,
                str(zeitpunkt.turnus_ab) if zeitpunkt.turnus_ab else "",
                "ja" if teil.mehrdeutig else "nein",
                teil.hinweis,
                teil.rrule,
                gegenstand.id,
            )


def _terminorte(konzept: Konzept) -> Iterator[tuple[str, Ebene, Gegenstand, str, Zeitpunkt]]:
    """Give every place with a Termin of its own in reading order, under the number by which it is found."""
    for feld in konzept.felder:
        for eine in feld.massnahmen:
            yield from _von_massnahme(feld.feld.nummer, eine)
        for ziel in feld.ziele:
            yield from _von_ziel(ziel)
            for eine in ziel.massnahmen:
                yield from _von_massnahme(ziel.ziel.nummer, eine)


def _von_ziel(teil: Zielteil) -> Iterator[tuple[str, Ebene, Gegenstand, str, Zeitpunkt]]:
    if teil.termin:
        yield teil.ziel.nummer, Ebene.HANDLUNGSZIEL, teil.ziel, teil.ziel.titel, teil.termin


def _von_massnahme(
    kopf: str, teil: Massnahmenteil
) -> Iterator[tuple[str, Ebene, Gegenstand, str, Zeitpunkt]]:
    if teil.termin:
        massnahme = teil.massnahme
        eigene = massnahme.nummer or ""
        nummer = f"{kopf} M{eigene}" if eigene.isdecimal() else f"{kopf} {eigene}".strip()
        yield nummer, Ebene.MASSNAHME, massnahme, massnahme.anzeigetitel, teil.termin
