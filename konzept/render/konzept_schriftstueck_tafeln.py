"""The tables of the plan on paper: facts, what a Maßnahme says, indicators, bodies, programmes, the annex."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.schriftstueck import (
    Absatz,
    Absatzart,
    Lauf,
    Laufart,
    Liste,
    Spalte,
    Tabelle,
    Ton,
    Zelle,
    absatz,
    zelle,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from konzept.render.konzept_massnahme import Werte
    from konzept.render.konzept_schriftstueck_stufen import Teile
    from konzept.render.schriftstueck import Block, Laeufe

_NAME_UND_WERT = (Spalte(3), Spalte(9))


def angabentafel(angaben: Sequence[tuple[str, Sequence[Laeufe]]]) -> Tabelle:
    """Return names with one or more paragraphs each."""
    return Tabelle(
        _NAME_UND_WERT,
        tuple(
            (
                zelle(name, kopf=True, ton=Ton.FLAECHE),
                Zelle(tuple(Absatz(laeufe) for laeufe in absaetze)),
            )
            for name, absaetze in angaben
        ),
    )


def faktentafel(fakten: Sequence[Werte]) -> Tabelle:
    """Return facts by their names."""
    return Tabelle(
        _NAME_UND_WERT,
        tuple((zelle(fakt["name"], kopf=True, ton=Ton.FLAECHE), zelle(fakt["wert"])) for fakt in fakten),
    )


def beratungstafel(beratung: Werte) -> Tabelle:
    """Return the Beratungsfolge; a dash stands for what nobody wrote down."""
    return Tabelle(
        tuple(Spalte() for _ in beratung["spalten"]),
        tuple(
            tuple(zelle(wert or "–", kopf=not stelle) for stelle, wert in enumerate(zeile))
            for zeile in beratung["zeilen"]
        ),
        kopfzeilen=(_kopf(beratung["spalten"]),),
        beschriftung="Beratungsfolge",
    )


def indikatorentafel(indikatoren: Sequence[Werte]) -> Tabelle:
    """Return indicators with the value they start from and the one they aim at."""
    return Tabelle(
        (Spalte(6), Spalte(3), Spalte(3)),
        tuple(
            (
                zelle(indikator["titel"], _in_klammern(indikator["art"], indikator["quelle"]), kopf=True),
                zelle(_mit_einheit(indikator["ausgangswert"], indikator["einheit"])),
                zelle(_mit_einheit(indikator["zielwert"], indikator["einheit"])),
            )
            for indikator in indikatoren
        ),
        kopfzeilen=(_kopf(("Indikator", "Ausgangswert", "Zielwert")),),
    )


def akteurstafel(gruppe: Werte) -> Tabelle:
    """Return the bodies of one kind with the numbers of their Maßnahmen."""
    return Tabelle(
        (Spalte(6), Spalte(3), Spalte(4)),
        tuple(
            (
                Zelle((absatz(*_akteur(akteur)),), kopf=True),
                zelle(*(_anteile(akteur["federfuehrend"]) or [Lauf("–")])),
                Zelle(tuple(_weitere(akteur["weitere"])) or (absatz("–"),)),
            )
            for akteur in gruppe["zeilen"]
        ),
        kopfzeilen=(_kopf(("Stelle", "federführend", "in anderer Rolle")),),
        beschriftung=gruppe["name"],
    )


def abkuerzungstafel(abkuerzungen: Sequence[Werte]) -> Tabelle:
    """Return the abbreviations with what they stand for."""
    return Tabelle(
        _NAME_UND_WERT,
        tuple((zelle(eine["kurz"], kopf=True), zelle(eine["lang"])) for eine in abkuerzungen),
        kopfzeilen=(_kopf(("Abkürzung", "Bedeutung")),),
    )


def programm(eines: Werte, teile: Teile) -> Iterator[Block]:
    """Give one funding programme with the Maßnahmen it funds."""
    yield teile.ueberschrift(eines["kopf"])
    if eines["fakten"]:
        yield faktentafel(eines["fakten"])
    woerter = teile.werte["worte"]
    wort = woerter["massnahme"] if len(eines["massnahmen"]) == 1 else woerter["massnahme_mehrzahl"]
    yield absatz(f"{wort} ", *teile.nummern(eines["massnahmen"]), art=Absatzart.KLEIN)


def anhang(einer: Werte, teile: Teile) -> Iterator[Block]:
    """Give the account over one Vorgänger."""
    yield teile.ueberschrift(einer["kopf"])
    if not einer["vollstaendig"]:
        yield absatz("Die Fassung ist nur zum Teil belegt; die Liste nennt, was die Quelle nennt.")
    if einer["gruende"]:
        yield absatz("Für die Liste als Ganzes sind diese Gründe genannt:")
        yield Liste(tuple((absatz(grund),) for grund in einer["gruende"]))
    yield from teile.fundstelle(einer["quelle"])
    if einer["eintraege"]:
        yield Tabelle(
            (Spalte(2), Spalte(3)),
            tuple(_verbliebenes(eintrag, teile) for eintrag in einer["eintraege"]),
            kopfzeilen=(_kopf(("Nicht fortgeführt", "Verbleib")),),
            beschreibung=f"Verbleib: {einer['kopf']['name']}",
        )


def _verbliebenes(eintrag: Werte, teile: Teile) -> tuple[Zelle, Zelle]:
    ziele: list[str | Lauf] = []
    for stelle, ziel in enumerate(eintrag["ziele"]):
        ziele += ["; " if stelle else ": ", teile.verweis(ziel)]
    dazu = [absatz(eintrag["begruendung"])] if eintrag["begruendung"] else []
    return (
        Zelle((absatz(eintrag["label"], art=Absatzart.KLEIN), absatz(eintrag["titel"])), kopf=True),
        Zelle((absatz(eintrag["verbleib"], *ziele), *dazu, *teile.fundstelle(eintrag["quelle"]))),
    )


def _akteur(akteur: Werte) -> Iterator[str | Lauf]:
    yield akteur["name"] + (f" ({akteur['kurz']})" if akteur["kurz"] else "")
    if akteur["zusatz"]:
        yield Lauf(f" – {akteur['zusatz']}", art=Laufart.LEISE)


def _anteile(anteile: Sequence[Werte]) -> list[Lauf]:
    laeufe: list[Lauf] = []
    for stelle, anteil in enumerate(anteile):
        laeufe += [Lauf(", ")] if stelle else []
        laeufe.append(Lauf(anteil["nummer"], verweis=anteil["href"] or None))
    return laeufe


def _weitere(weitere: Iterable[Werte]) -> Iterator[Absatz]:
    for eine in weitere:
        yield absatz(Lauf(f"{eine['rolle']} ", art=Laufart.LEISE), *_anteile(eine["anteile"]))


def _kopf(namen: Iterable[str]) -> tuple[Zelle, ...]:
    return tuple(zelle(name, kopf=True, ton=Ton.FLAECHE) for name in namen)


def _in_klammern(*worte: str) -> Lauf:
    text = "; ".join(filter(None, worte))
    return Lauf(f" ({text})" if text else "", art=Laufart.LEISE)


def _mit_einheit(wert: str, einheit: str) -> str:
    return f"{wert} {einheit}".strip() if wert else "–"
