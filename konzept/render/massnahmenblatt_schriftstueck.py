"""The sheets of Maßnahmen as a document on A4 upright: contents, then one page for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import BEZEICHNUNGEN, Begriff
from konzept.domain.element import Ebene, Textart
from konzept.render.karte_words import bezeichnet
from konzept.render.konzept_gliederung import anker
from konzept.render.konzept_werte import ZUSAMMENFASSUNG, standzeile
from konzept.render.massnahmenblatt_tafeln import angabentafel, indikatorentafel
from konzept.render.massnahmenblatt_words import auswahl, leer
from konzept.render.schriftstueck import (
    Absatzart,
    Inhaltsverzeichnis,
    Lauf,
    Liste,
    Metadaten,
    Schriftstueck,
    Seitenumbruch,
    Ueberschrift,
    absatz,
    worte,
)
from konzept.render.schriftstueck_markdown import markdown_bloecke, markdown_laeufe
from konzept.render.words import deutsches_datum, kurzes_datum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.domain.einstellungen import Einstellungen
    from konzept.render.schriftstueck import Block
    from konzept.reports.massnahmenblatt import Massnahmenblaetter, Massnahmenblatt

UNTER_DEM_BLATT = 1
"""Headings within a text stand below that of the sheet."""


def massnahmenblatt_schriftstueck(bericht: Massnahmenblaetter) -> Schriftstueck:
    """Return the sheets as a document; of several each begins on a page of its own, behind the contents."""
    rahmen, einstellungen = bericht.fassung.rahmen, bericht.einstellungen
    titel = _titel(einstellungen, mehrere=len(bericht.blaetter) != 1)
    stichtag = kurzes_datum(bericht.stichtag)
    return Schriftstueck(
        titel=titel,
        bloecke=tuple(_bloecke(bericht)),
        untertitel=f"{rahmen.titel}, {rahmen.art}",
        metadaten=Metadaten(
            koerperschaft=" · ".join(filter(None, (einstellungen.koerperschaft, einstellungen.land))),
            stand=f"{standzeile(rahmen)} · Sachstand am {deutsches_datum(bericht.stichtag)}",
            beschreibung=f"{auswahl(bericht)}, je ein Blatt",
            datum=bericht.stichtag,
        ),
        kopfzeile=f"{rahmen.titel}, {rahmen.art}",
        fusszeile=f"{titel} · Stichtag {stichtag}",
    )


def _titel(einstellungen: Einstellungen, *, mehrere: bool) -> str:
    """Name the document; the common word has its common compound, a county's own word stands by itself."""
    wort = einstellungen.bezeichnung(Begriff.MASSNAHME)
    if wort == BEZEICHNUNGEN[Begriff.MASSNAHME]:
        return "Maßnahmenblätter" if mehrere else "Maßnahmenblatt"
    return f"{wort.mehrzahl} auf je einem Blatt" if mehrere else f"{wort.einzahl} auf einem Blatt"


def _bloecke(bericht: Massnahmenblaetter) -> Iterator[Block]:
    mehrere = len(bericht.blaetter) > 1
    if not bericht.blaetter:
        yield absatz(leer(bericht))
    if mehrere or bericht.akteur:
        yield absatz(Lauf(auswahl(bericht), fett=True))
    if mehrere:
        yield Inhaltsverzeichnis(stufen=1)
    for blatt in bericht.blaetter:
        if mehrere:
            yield Seitenumbruch()
        yield from _blatt(blatt, bericht)


def _blatt(blatt: Massnahmenblatt, bericht: Massnahmenblaetter) -> Iterator[Block]:
    teil, massnahme = blatt.teil, blatt.teil.massnahme
    label = bezeichnet(blatt.karte.verweis, bericht.einstellungen)
    kopf = teil.ueberschrift.kopf
    laeufe = markdown_laeufe(kopf) if teil.ueberschrift.ist_text else worte(kopf)
    yield Ueberschrift(
        1, (*worte(f"{label}: " if laeufe else label), *laeufe), anker(Ebene.MASSNAHME, massnahme.id)
    )
    if teil.ueberschrift.rest:
        yield from markdown_bloecke(teil.ueberschrift.rest, UNTER_DEM_BLATT)
    if massnahme.textart is Textart.ZUSAMMENFASSUNG:
        yield absatz(ZUSAMMENFASSUNG, art=Absatzart.VERMERK)
    yield angabentafel(blatt, bericht)
    if blatt.indikatoren:
        yield indikatorentafel(blatt.indikatoren, bericht.einstellungen)
    if massnahme.hinweise:
        yield absatz(Lauf("Hinweis" if len(massnahme.hinweise) == 1 else "Hinweise", fett=True))
        yield Liste(
            tuple(tuple(markdown_bloecke(hinweis, UNTER_DEM_BLATT)) for hinweis in massnahme.hinweise)
        )
    erschlossen = "erschlossen, nicht wörtlich belegt" if massnahme.erschlossen else ""
    quelle = "; ".join(filter(None, (massnahme.quelle, erschlossen)))
    if quelle:
        yield absatz(f"Fundstelle: {quelle}", art=Absatzart.KLEIN)
