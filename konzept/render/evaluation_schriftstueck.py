"""The evaluation as a document on A4 upright, for the formats of offices; its pictures become tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.evaluation_inhalt import inhalt
from konzept.render.evaluation_tafeln import (
    ergebnistafel,
    feldtafel,
    massnahmentafel,
    stellentafel,
    termintafel,
    wertetafel,
)
from konzept.render.schriftstueck import (
    Absatzart,
    Lauf,
    Laufart,
    Liste,
    Metadaten,
    Schriftstueck,
    Ueberschrift,
    absatz,
    worte,
)
from konzept.render.schriftstueck_markdown import markdown_bloecke
from konzept.render.schriftstueck_schrift import Rohschrift

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.render.evaluation_zeilen import Werte
    from konzept.render.schriftstueck import Block
    from konzept.reports.evaluation_teile import Evaluation

UNTER_DEN_HINWEISEN = 2


def evaluation_schriftstueck(bericht: Evaluation) -> Schriftstueck:
    """Return the evaluation as a document: the figures, the tables by field, body and Termin, indicators, the rules."""
    werte = inhalt(bericht, Rohschrift())
    kopf = werte["bericht"]
    return Schriftstueck(
        titel=kopf["titel"],
        bloecke=tuple(_bloecke(werte)),
        untertitel=kopf["plan"],
        metadaten=Metadaten(
            koerperschaft=kopf["herkunft"],
            stand=f"Stichtag {kopf['stichtag']}",
            beschreibung="Was erreicht ist, was sich verschoben hat und was gemessen wurde",
            datum=bericht.stichtag,
        ),
        kopfzeile=f"{kopf['titel']} · Stichtag {kopf['stichtag']}",
        fusszeile=bericht.koerperschaft or "",
    )


def _bloecke(werte: Werte) -> Iterator[Block]:
    yield Ueberschrift(1, worte("Auf einen Blick"))
    if werte["bericht"]["unvollstaendig"]:
        yield absatz(werte["bericht"]["unvollstaendig"], art=Absatzart.VERMERK)
    yield Liste(
        tuple(
            (
                absatz(
                    Lauf(f"{eine['zahl']} {eine['wort']}", fett=True),
                    "".join(f"; {s}" for s in eine["zusaetze"]),
                ),
            )
            for eine in werte["kennzahlen"]
        )
    )
    if werte["ergebnisse"]:
        yield ergebnistafel(werte)
    if werte["spalten"]:
        yield from _tafeln(werte)
    yield from _lesehilfe(werte)


def _tafeln(werte: Werte) -> Iterator[Block]:
    woerter = werte["worte"]
    yield Ueberschrift(1, worte(f"Je {woerter['handlungsfeld']}"))
    yield feldtafel(werte)
    yield Ueberschrift(1, worte("Je federführender Stelle"))
    yield stellentafel(werte)
    yield Ueberschrift(1, worte(f"{woerter['termin_mehrzahl']}: zuerst und heute"))
    termine = werte["termine"]
    yield _zahlen(termine["zahlen"], termine["gesamt"])
    if termine["zeilen"]:
        yield termintafel(werte)
    else:
        yield absatz("Keine einmalige Frist hat sich geändert, und kein neuer Termin ist gemeldet.")
    yield from _indikatoren(werte["indikatoren"])
    yield Ueberschrift(1, worte(f"Alle {woerter['massnahme_mehrzahl']}"))
    for feld in werte["felder"]:
        yield Ueberschrift(2, worte(f"{feld['label']}: {feld['titel']}"))
        if feld["massnahmen"]:
            yield massnahmentafel(feld, woerter)
        else:
            yield absatz(f"keine {woerter['massnahme_mehrzahl']}")


def _zahlen(zahlen: Iterable[Werte], gesamt: str) -> Liste:
    eintraege = [
        worte(f"{eine.get('zeichen', '')} {eine['name']}: {eine['anzahl']}".strip()) for eine in zahlen
    ]
    summe = (Lauf(f"zusammen: {gesamt}", fett=True),)
    return Liste(tuple((absatz(*laeufe),) for laeufe in (*eintraege, summe)))


def _indikatoren(teil: Werte) -> Iterator[Block]:
    yield Ueberschrift(1, worte("Indikatoren"))
    if teil["karten"]:
        yield _zahlen(teil["lagen"], teil["gesamt"])
    else:
        yield absatz("In dieser Fassung ist kein Indikator angegeben.")
    yield absatz(teil["satz"])
    for karte in teil["karten"]:
        art = f" ({karte['art']})" if karte["art"] else ""
        spaetere = f" {karte['spaetere']}." if karte["spaetere"] else ""
        yield Ueberschrift(2, worte(karte["titel"]))
        yield absatz(f"{karte['label']}{art}: {karte['wofuer']}", art=Absatzart.KLEIN)
        yield absatz(f"{karte['zeichen']} {karte['satz']}", Lauf(spaetere, art=Laufart.LEISE))
        yield wertetafel(karte)


def _lesehilfe(werte: Werte) -> Iterator[Block]:
    yield Ueberschrift(1, worte("So ist zu lesen"))
    yield Ueberschrift(2, worte("Die Ergebnisse"))
    yield Liste(
        tuple(
            (absatz(Lauf(eine["text"], fett=True), f": {eine['erklaerung']}"),) for eine in werte["legende"]
        )
    )
    yield Ueberschrift(2, worte("Wie gezählt wird"))
    weitere = werte["indikatoren"]["regeln"] if werte["indikatoren"]["karten"] else []
    yield Liste(tuple((absatz(regel),) for regel in (*werte["regeln"], *weitere)))
    if werte["plan_hinweise"]:
        yield Ueberschrift(2, worte("Hinweise zu diesem Plan"))
        for hinweis in werte["plan_hinweise"]:
            yield from markdown_bloecke(hinweis, UNTER_DEN_HINWEISEN)
