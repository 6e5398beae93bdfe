"""The overview of a Fassung on paper, as tables: figures per Handlungsfeld, state, who leads, Fristen per year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.schriftstueck import (
    Absatzart,
    Lauf,
    Seite,
    Spalte,
    Tabelle,
    Ton,
    Zelle,
    absatz,
    zelle,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from konzept.render.konzept_massnahme import Werte
    from konzept.render.konzept_schriftstueck_stufen import Teile
    from konzept.render.schriftstueck import Block, Zeile

MEISTE_JAHRE = 5
"""So many years stand side by side on A4 upright and leave the names of the Handlungsfelder room."""
_JAHR = 27
"""The least that a year has: »3 wiederkehrend« in one line."""
_BREITE = 170
"""What the columns of a table share out: millimetres of the page, roughly."""
_FELD = 45
"""The least that a column of names has, but beside as many years as there may be."""
_RAND, _HOECHSTENS = 10, 30
"""What the head of a column of numbers takes beside half as much again as its letters, and what in all."""


def ueberblick(werte: Werte, teile: Teile) -> Iterator[Block]:
    """Give the overview in the order of the page; nothing where there is none, no heading over nothing."""
    blick = werte["ueberblick"]
    if blick is None:
        return
    yield teile.kapitel("kapitel-ueberblick")
    yield kennzahlenzeile(werte["dokument"]["kennzahlen"])
    if blick["felder"]:
        yield teile.kapitel("ueberblick-felder")
        yield _feldertafel(blick["felder"], werte["worte"])
        if blick["felder"]["zaehlweise"]:
            yield absatz(blick["felder"]["zaehlweise"], art=Absatzart.KLEIN)
    if blick["umsetzung"]:
        yield teile.kapitel("ueberblick-umsetzung")
        yield absatz(f"So war es am {blick['stichtag']} gemeldet. {blick['umsetzung']['satz']}")
        yield _ampeltafel(blick["umsetzung"], werte["worte"])
    if blick["stellen"]:
        yield teile.kapitel("ueberblick-stellen")
        yield from _stellen(blick["stellen"])
    if blick["zeitplan"]:
        yield teile.kapitel("ueberblick-zeitplan")
        yield from _zeitplan(blick["zeitplan"], werte["worte"])


def kennzahlenzeile(kennzahlen: Sequence[Werte]) -> Block:
    """Return the figures of the whole Fassung in one line."""
    zahlen = (f"{eine['zahl']} {eine['wort']}" for eine in kennzahlen)
    return absatz(Lauf(" · ".join(zahlen), fett=True))


def _feldertafel(felder: Werte, worte: Werte) -> Tabelle:
    """Return the figures of each Handlungsfeld, with their sums."""
    mit_zielen = felder["mit_zielen"]
    koepfe = [
        *([worte["handlungsziel_mehrzahl"]] if mit_zielen else []),
        worte["massnahme_mehrzahl"],
        *(lage["name"] for lage in felder["lagen"]),
    ]

    def zahlen(zeile: Werte) -> list[str]:
        return [*([zeile["ziele"]] if mit_zielen else []), zeile["massnahmen"], *zeile["zahlen"]]

    return Tabelle(
        _spalten(koepfe),
        (
            *((_feldname(feld), *(zelle(zahl) for zahl in zahlen(feld))) for feld in felder["zeilen"]),
            _fett("zusammen", *zahlen(felder["summe"])),
        ),
        kopfzeilen=(_kopf(worte["handlungsfeld"], *koepfe),),
        beschreibung=f"{worte['massnahme_mehrzahl']} je {worte['handlungsfeld']}, unten die Summen.",
    )


def _ampeltafel(umsetzung: Werte, worte: Werte) -> Tabelle:
    """Return how many Maßnahmen have which word of the Ampel; the colour below it only repeats the word."""
    koepfe = (worte["massnahme_mehrzahl"], "Anteil")
    return Tabelle(
        _spalten(koepfe),
        tuple(
            (
                zelle(f"{eine['zeichen']} {eine['name']}", kopf=True, ton=Ton(eine["farbe"])),
                zelle(eine["anzahl"]),
                zelle(eine["anteil"]),
            )
            for eine in umsetzung["zeilen"]
        ),
        kopfzeilen=(_kopf("Ampel", *koepfe),),
        beschreibung=f"Wie viele {worte['massnahme_mehrzahl']} welche Ampel haben.",
    )


def _stellen(stellen: Werte) -> Iterator[Block]:
    """Give the bodies that lead most, and what the table does not show."""
    koepfe = ("federführend", "sonst beteiligt")
    yield Tabelle(
        _spalten(koepfe),
        tuple(
            (zelle(stelle["name"], kopf=True), zelle(stelle["massnahmen"]), zelle(stelle["weitere"]))
            for stelle in stellen["zeilen"]
        ),
        kopfzeilen=(_kopf("Stelle", *koepfe),),
        beschreibung="Die Stellen, die am häufigsten federführend sind.",
    )
    if stellen["rest"]:
        yield absatz(Lauf(stellen["rest"], verweis=stellen["rest_href"]), ".", art=Absatzart.KLEIN)
    if stellen["ohne"]:
        yield absatz(f"Ohne genannte Federführung: {stellen['ohne']}.", art=Absatzart.KLEIN)


def _zeitplan(plan: Werte, worte: Werte) -> Iterator[Block]:
    """Give what each Handlungsfeld has in each year; of more years than the page is wide say where they stand."""
    jahre = plan["jahre"]
    if len(jahre) > MEISTE_JAHRE:
        yield absatz(
            f"Die Jahre {jahre[0]} bis {jahre[-1]} stehen im Dokument »zeitplan«: "
            "Für so viele Spalten ist diese Seite zu schmal."
        )
        return
    breite = max((_BREITE - _FELD) // len(jahre), _JAHR)
    yield Tabelle(
        (Spalte(_BREITE - breite * len(jahre)), *(Spalte(breite) for _ in jahre)),
        tuple((_feldname(feld), *map(_jahr, feld["jahre"])) for feld in plan["felder"]),
        kopfzeilen=(_kopf(worte["handlungsfeld"], *jahre),),
        beschreibung=f"Fristen je {worte['handlungsfeld']} und Jahr.",
    )


def _jahr(eintraege: Sequence[Werte]) -> Zelle:
    return Zelle(tuple(absatz(eintrag["worte"]) for eintrag in eintraege) or (absatz("–"),))


def _feldname(feld: Werte) -> Zelle:
    name = " ".join(filter(None, (feld["nummer"], feld["titel"])))
    return zelle(Lauf(name, verweis=feld["href"] or None), kopf=True)


def _spalten(namen: Sequence[str]) -> tuple[Spalte, ...]:
    """Return a column of names, and columns of numbers as wide as their heads where the first keeps its width."""
    breiten = [min(len(name) * 3 // 2 + _RAND, _HOECHSTENS) for name in namen]
    frei = _BREITE - _FELD
    if sum(breiten) > frei:
        breiten = [breite * frei // sum(breiten) for breite in breiten]
    return (Spalte(_BREITE - sum(breiten)), *(Spalte(breite, Seite.RECHTS) for breite in breiten))


def _kopf(*namen: str) -> Zeile:
    return tuple(zelle(name, kopf=True, ton=Ton.FLAECHE) for name in namen)


def _fett(*texte: str) -> Zeile:
    return tuple(
        zelle(Lauf(text, fett=True), kopf=not stelle, ton=Ton.FLAECHE) for stelle, text in enumerate(texte)
    )
