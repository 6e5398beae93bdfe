"""The half-yearly Sachstandsbericht for paper: figures and Ampel on page one, then what is late, new and next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.konzept_schriftstueck_stufen import Papierschrift
from konzept.render.sachstandsbericht_inhalt import inhalt
from konzept.render.sachstandsbericht_tafeln import (
    aenderungstafel,
    ampeltafel,
    bildtafel,
    fristentafel,
    kennzahltafel,
    massnahmentafel,
)
from konzept.render.schriftstueck import (
    Absatzart,
    Lauf,
    Liste,
    Metadaten,
    Schriftstueck,
    Seitenumbruch,
    Ueberschrift,
    absatz,
    worte,
)
from konzept.render.schriftstueck_markdown import markdown_bloecke

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.render.sachstandsbericht_zeilen import Werte
    from konzept.render.schriftstueck import Block
    from konzept.reports.sachstandsbericht_teile import Sachstandsbericht

UNTER_DEN_HINWEISEN = 2


def sachstandsbericht_schriftstueck(bericht: Sachstandsbericht, *, nur_aenderungen: bool) -> Schriftstueck:
    """Return the report as a document; with ``nur_aenderungen`` head, figures and changes only."""
    werte = inhalt(bericht, Papierschrift(), nur_aenderungen=nur_aenderungen)
    kopf = werte["bericht"]
    return Schriftstueck(
        titel=kopf["titel"],
        bloecke=tuple(_bloecke(werte)),
        untertitel=kopf["plan"],
        metadaten=Metadaten(
            koerperschaft=kopf["herkunft"],
            stand=kopf["vergleich"],
            beschreibung="Wie es um jede Maßnahme steht, was überfällig ist, was sich geändert hat und was kommt",
            datum=bericht.zeitraum.stichtag,
        ),
        kopfzeile=f"{kopf['titel']} · {bericht.fassung.rahmen.titel}",
        fusszeile=bericht.koerperschaft or "",
    )


def _bloecke(werte: Werte) -> Iterator[Block]:
    ganz = not werte["bericht"]["nur_aenderungen"]
    yield from _blick(werte, ganz=ganz)
    if ganz and (werte["spalten"] or werte["ueberfaellig"]):
        yield Seitenumbruch()
        yield Ueberschrift(1, worte("Überfällig"))
        if werte["ueberfaellig"]:
            yield fristentafel(werte["ueberfaellig"], werte["worte"], ueberfaellig=True)
        else:
            yield absatz("Keine Frist ist überfällig.")
    if werte["spalten"]:
        yield from _neues(werte)
    if ganz and (werte["spalten"] or werte["kommend"]):
        bis = werte["bericht"]["bis"]
        yield Ueberschrift(1, worte(f"Was als Nächstes kommt, bis {bis}"))
        if werte["kommend"]:
            yield fristentafel(werte["kommend"], werte["worte"], ueberfaellig=False)
        else:
            yield absatz(f"Bis {bis} nennt der Plan keine Frist.")
    if ganz and werte["spalten"]:
        yield from _alle(werte)
    if ganz:
        yield from _lesehilfe(werte)


def _blick(werte: Werte, *, ganz: bool) -> Iterator[Block]:
    yield Ueberschrift(1, worte("Auf einen Blick"))
    if werte["bericht"]["unvollstaendig"]:
        yield absatz(werte["bericht"]["unvollstaendig"], art=Absatzart.VERMERK)
    yield kennzahltafel(werte["kennzahlen"])
    if werte["ampel"]:
        yield ampeltafel(werte)
    else:
        yield absatz(werte["leer"])
        if werte["felder"]:
            yield Liste(tuple((absatz(f"{feld['label']}: {feld['titel']}"),) for feld in werte["felder"]))
    if ganz and werte["spalten"]:
        yield bildtafel(werte)


def _neues(werte: Werte) -> Iterator[Block]:
    seit = werte["bericht"]["seit"]
    yield Ueberschrift(1, worte(f"Was sich seit dem {seit} geändert hat"))
    ruhig = (
        "Neues, die Ampel ist gleich geblieben"
        if werte["bericht"]["vergleichbar"]
        else "Neue Meldungen und Fristen"
    )
    for name, zeilen in (("Die Ampel hat gewechselt", werte["gewechselt"]), (ruhig, werte["gleich"])):
        if zeilen:
            yield Ueberschrift(2, worte(f"{name}: {len(zeilen)}"))
            yield aenderungstafel(zeilen, werte["worte"], name)
    if not werte["gewechselt"] and not werte["gleich"]:
        yield absatz(
            f"Seit dem {seit} hat sich nichts geändert: keine Meldung, keine neue und keine erledigte Frist."
        )


def _alle(werte: Werte) -> Iterator[Block]:
    mehrzahl = werte["worte"]["massnahme_mehrzahl"]
    yield Ueberschrift(1, worte(f"Alle {mehrzahl}"))
    for feld in werte["felder"]:
        yield Ueberschrift(2, worte(f"{feld['label']}: {feld['titel']}"), feld["anker"])
        if feld["massnahmen"]:
            yield massnahmentafel(feld, werte["worte"])
        else:
            yield absatz(f"keine {mehrzahl}")


def _lesehilfe(werte: Werte) -> Iterator[Block]:
    if werte["spalten"]:
        yield Ueberschrift(1, worte("So ist zu lesen"))
        yield Ueberschrift(2, worte("Die Ampel"))
        yield _erklaerungen(
            (f"{eine['text']} ({eine['farbname']})", eine["erklaerung"]) for eine in werte["legende"]
        )
        if werte["staende"]:
            yield Ueberschrift(2, worte("Der gemeldete Stand"))
            yield _erklaerungen((eine["name"], eine["erklaerung"]) for eine in werte["staende"])
        yield Ueberschrift(2, worte("Wie gezählt wird"))
        yield Liste(tuple((absatz(regel),) for regel in werte["regeln"]))
    if werte["plan_hinweise"]:
        yield Ueberschrift(UNTER_DEN_HINWEISEN if werte["spalten"] else 1, worte("Hinweise zu diesem Plan"))
        for hinweis in werte["plan_hinweise"]:
            yield from markdown_bloecke(hinweis, UNTER_DEN_HINWEISEN)


def _erklaerungen(paare: Iterator[tuple[str, str]]) -> Liste:
    return Liste(tuple((absatz(Lauf(name, fett=True), f": {text}"),) for name, text in paare))
