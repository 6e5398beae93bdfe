"""A Fassung in another language or in Leichte Sprache as a document for paper: each text in its own direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.schriftstueck import (
    Absatz,
    Absatzart,
    Lauf,
    Liste,
    Metadaten,
    Schriftstueck,
    Seite,
    Seitenumbruch,
    Spalte,
    Sprachtext,
    Tabelle,
    Ueberschrift,
    absatz,
    worte,
    zelle,
)
from konzept.render.schriftstueck_markdown import markdown_bloecke
from konzept.render.sprachfassung_inhalt import inhalt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.render.schriftstueck import Block
    from konzept.render.sprachfassung_inhalt import Werte
    from konzept.reports.sprachfassung import Sprachfassung


def sprachfassung_schriftstueck(fassung: Sprachfassung) -> Schriftstueck:
    """Return the document: headings stay German, each text bears its language and direction, gaps are marked."""
    werte = inhalt(fassung)
    dokument = werte["dokument"]
    return Schriftstueck(
        titel=dokument["titel"],
        bloecke=tuple(_bloecke(werte)),
        untertitel=f"{dokument['art']} · {dokument['sprache']}",
        metadaten=Metadaten(
            koerperschaft=dokument["koerperschaft"],
            stand=f"{dokument['standzeile']}. {dokument['massgeblich']}",
            beschreibung=f"{dokument['titel']}, {dokument['art']}: {dokument['sprache']}",
            datum=fassung.rahmen.stand.erster_tag,
        ),
        kopfzeile=f"{dokument['titel']} · {dokument['sprache']}",
        fusszeile=dokument["koerperschaft"],
        leicht=dokument["leicht"],
    )


def _bloecke(werte: Werte) -> Iterator[Block]:
    dokument = werte["dokument"]
    if dokument["eigenname"]:
        yield _uebertragen((absatz(Lauf(dokument["eigenname"], fett=True)),), werte)
    if dokument["luecken"]:
        yield absatz(dokument["luecken"], art=Absatzart.VERMERK)
    for one in werte["abschnitte"]:
        titel = f"{one['label']}: {one['titel']}" if one["label"] else one["titel"]
        yield Ueberschrift(one["stufe"], worte(titel), one["anker"])
        if one["text"] is None:
            yield absatz(dokument["ohne_text"], art=Absatzart.KLEIN)
        else:
            text = markdown_bloecke(one["text"], one["stufe"], umbrueche=dokument["leicht"])
            yield _uebertragen(text, werte)
    if werte["fehlend"]:
        yield Seitenumbruch()
        yield from _fehlend(werte["fehlend"])


def _uebertragen(bloecke: tuple[Block, ...], werte: Werte) -> Sprachtext:
    sprache = werte["sprache"]
    return Sprachtext(bloecke, sprache["lang"], rechts=sprache["dir"] == "rtl")


def _fehlend(fehlend: Werte) -> Iterator[Block]:
    yield Ueberschrift(1, worte(fehlend["titel"]), "fehlend")
    yield Tabelle(
        (Spalte(5), *(Spalte(2, Seite.RECHTS) for _ in fehlend["spalten"][1:])),
        tuple((zelle(erste, kopf=True), *map(zelle, zahlen)) for erste, *zahlen in fehlend["zeilen"]),
        kopfzeilen=(tuple(zelle(name, kopf=True) for name in fehlend["spalten"]),),
        beschreibung="Je Ebene: wie viele Abschnitte einen Text haben und wie viele nicht",
    )
    if fehlend["liste"]:
        yield absatz(fehlend["listenname"])
        yield Liste(tuple((Absatz(worte(zeile)),) for zeile in fehlend["liste"]))
