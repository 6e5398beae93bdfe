"""What was not carried over as a document on A4 upright, for the formats of offices: Anhang A as councils know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.element import Ebene
from konzept.render.schriftstueck import (
    Absatz,
    Absatzart,
    Lauf,
    Laufart,
    Liste,
    Metadaten,
    Schriftstueck,
    Spalte,
    Tabelle,
    Ton,
    Ueberschrift,
    Zelle,
    absatz,
    worte,
    zelle,
)
from konzept.render.schriftstueck_markdown import markdown_bloecke
from konzept.render.schriftstueck_schrift import Rohschrift
from konzept.render.verbleib_inhalt import UNTER_DER_TABELLE, inhalt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.render.schriftstueck import Block, Zeile
    from konzept.render.verbleib_inhalt import Werte
    from konzept.reports.verbleib_teile import Verbleibbericht

_MIT_GRUND = (Spalte(25), Spalte(55), Spalte(41), Spalte(49))
_OHNE_GRUND = (Spalte(25), Spalte(85), Spalte(60))


def verbleib_schriftstueck(bericht: Verbleibbericht) -> Schriftstueck:
    """Return the account as a document: per earlier Fassung the reasons, a table per Handlungsfeld, the balance."""
    werte = inhalt(bericht, Rohschrift())
    kopf = werte["bericht"]
    return Schriftstueck(
        titel=kopf["titel"],
        bloecke=tuple(_bloecke(werte)),
        untertitel=kopf["plan"],
        metadaten=Metadaten(
            koerperschaft=kopf["herkunft"],
            stand=kopf["stand"],
            beschreibung="Was aus früheren Fassungen nicht fortgeführt wurde, was daraus wurde und warum",
        ),
        kopfzeile=f"{kopf['titel']} · {kopf['plan']}",
        fusszeile=bericht.koerperschaft or "",
    )


def _bloecke(werte: Werte) -> Iterator[Block]:
    if werte["bericht"]["ohne_vorgaenger"]:
        yield absatz(werte["bericht"]["ohne_vorgaenger"])
    for abschnitt in werte["abschnitte"]:
        yield from _abschnitt(abschnitt)


def _abschnitt(abschnitt: Werte) -> Iterator[Block]:
    yield Ueberschrift(1, worte(abschnitt["titel"]), abschnitt["anker"])
    yield absatz(abschnitt["alt"], art=Absatzart.KLEIN)
    if abschnitt["teilweise"]:
        yield absatz(abschnitt["teilweise"], art=Absatzart.VERMERK)
    if abschnitt["offen"]:
        yield absatz(abschnitt["bilanzsatz"], art=Absatzart.VERMERK)
    if abschnitt["kennzahlen"]:
        yield Liste(
            tuple(
                (absatz(Lauf(f"{eine['zahl']} {eine['wort']}", fett=True), f", {eine['zusatz']}"),)
                for eine in abschnitt["kennzahlen"]
            )
        )
    if abschnitt["gruende"]:
        yield absatz("Für die Liste als Ganzes sind diese Gründe genannt:")
        yield _liste(abschnitt["gruende"])
    if abschnitt["quelle"]:
        yield absatz(f"Fundstelle: {abschnitt['quelle']}", art=Absatzart.KLEIN)
    for satz in filter(None, (abschnitt["nichts"], abschnitt["nummern"])):
        yield absatz(satz)
    for tafel in abschnitt["tafeln"]:
        yield from _tafel(tafel, abschnitt)
    if abschnitt["unberuehrt"]:
        yield absatz(abschnitt["unberuehrt"])
    yield Ueberschrift(2, worte("Bilanz"))
    if abschnitt["bilanz"]:
        yield _liste(abschnitt["bilanz"])
    yield absatz(Lauf(abschnitt["bilanzsatz"], fett=True))


def _liste(saetze: Iterable[str]) -> Liste:
    return Liste(tuple((absatz(satz),) for satz in saetze))


def _tafel(tafel: Werte, abschnitt: Werte) -> Iterator[Block]:
    name = ": ".join(filter(None, (tafel["label"], tafel["titel"])))
    yield Ueberschrift(2, worte(name))
    begruendet = tafel["begruendet"]
    spalten = _MIT_GRUND if begruendet else _OHNE_GRUND
    # in rows of the table and not above it, so that no page ends with them
    saetze = [f"{tafel['label']} {tafel['bleibt']}." if tafel["bleibt"] else "", tafel["erschlossen"]]
    vorab = [
        (zelle(Lauf(satz, art=Laufart.LEISE), spanne=len(spalten), ton=Ton.FLAECHE),)
        for satz in saetze
        if satz
    ]
    koepfe = ("Stelle", f"Fassung {abschnitt['name']}", "Verbleib", *(["Begründung"] if begruendet else []))
    yield Tabelle(
        spalten=spalten,
        kopfzeilen=(tuple(zelle(eine, kopf=True) for eine in koepfe),),
        zeilen=(*vorab, *(_zeile(zeile, begruendet=begruendet) for zeile in tafel["zeilen"])),
        beschreibung=f"{abschnitt['titel']}, {name}: was es war und was daraus wurde.",
    )


def _zeile(zeile: Werte, *, begruendet: bool) -> Zeile:
    ton = Ton.OHNE if zeile["ebene"] == Ebene.MASSNAHME.value else Ton.FLAECHE
    # a goal that goes on stands here only because of the Maßnahmen below it
    stelle = Zelle((absatz(zeile["label"]),), kopf=True, ton=ton, beisammen=bool(zeile["bleibt"]))
    was = Zelle(tuple(_was(zeile)), ton=ton)
    if zeile["bleibt"]:
        bleibt = zelle(Lauf(zeile["bleibt"], art=Laufart.LEISE), spanne=2 if begruendet else 1, ton=ton)
        return stelle, was, bleibt
    wurde = Zelle(tuple(_wurde(zeile)), ton=ton)
    grund = (zelle(zeile["begruendung"] or "–", ton=ton),) if begruendet else ()
    return (stelle, was, wurde, *grund)


def _was(zeile: Werte) -> Iterator[Block]:
    if zeile["titel"]:
        yield absatz(Lauf(zeile["titel"], fett=True))
    if zeile["text"]:
        yield from markdown_bloecke(zeile["text"], UNTER_DER_TABELLE)
    if zeile["zusammenfassung"]:
        yield absatz(zeile["zusammenfassung"], art=Absatzart.VERMERK)
    for satz in (f"Fundstelle: {zeile['quelle']}" if zeile["quelle"] else "", zeile["erschlossen"]):
        if satz:
            yield absatz(Lauf(satz, art=Laufart.LEISE))


def _wurde(zeile: Werte) -> Iterator[Absatz]:
    """Say what became of it; what is open stands out by its words and by more than its colour."""
    art = Absatzart.VERMERK if zeile["offen"] else Absatzart.NORMAL
    yield absatz(Lauf(zeile["verbleib"], fett=True), art=art)
    for ziel in zeile["ziele"]:
        yield absatz(Lauf(f"{ziel['label']} ", art=Laufart.LEISE), ziel["titel"])
