"""The tables of the Sachstandsbericht on paper; a word of the Ampel stands in every cell that has its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.schriftstueck import (
    Absatz,
    Absatzart,
    Lauf,
    Laufart,
    Seite,
    Spalte,
    Tabelle,
    Ton,
    Zelle,
    absatz,
    worte,
    zelle,
)
from konzept.render.schriftstueck_markdown import markdown_laeufe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from konzept.render.sachstandsbericht_zeilen import Werte
    from konzept.render.schriftstueck import Zeile

_TOENE = {ton.value: ton for ton in Ton}
"""Grounds by the names that colours have in konzept.yaml."""

_NUMMER = 14
"""The width of a column of numbers; all tables below the first page share it, so that they stand in line."""


def kennzahltafel(kennzahlen: Sequence[Werte]) -> Tabelle:
    """Return the figures side by side: what is counted, the number, how it is made up."""
    return Tabelle(
        spalten=tuple(Spalte() for _ in kennzahlen),
        kopfzeilen=(_kopf(*(eine["wort"] for eine in kennzahlen)),),
        zeilen=(
            tuple(
                Zelle((absatz(eine["zahl"], art=Absatzart.KENNZAHL), *map(_leise, eine["zusaetze"])))
                for eine in kennzahlen
            ),
        ),
        beschreibung="Die Kennzahlen des Berichts.",
    )


def ampeltafel(werte: Werte) -> Tabelle:
    """Return how many Maßnahmen have which word of the Ampel, and how many had it in the last report."""
    mit_vorher = werte["bericht"]["vergleichbar"]
    koepfe = ("Ampel", werte["worte"]["massnahme_mehrzahl"], "Anteil", *(("vorher",) if mit_vorher else ()))
    zeilen = [
        (
            _ampel(eine, kopf=True),
            *(zelle(eine[name]) for name in ("anzahl", "anteil")),
            *((zelle(eine["vorher"]),) if mit_vorher else ()),
        )
        for eine in werte["ampel"]
    ]
    return Tabelle(
        spalten=(Spalte(70), *(Spalte(33, Seite.RECHTS) for _ in koepfe[1:])),
        kopfzeilen=(_kopf(*koepfe),),
        zeilen=tuple(zeilen),
        beschreibung="Wie viele welche Ampel haben.",
    )


def bildtafel(werte: Werte) -> Tabelle:
    """Return the picture: one sign for each Maßnahme of a Handlungsfeld, each group of signs with its word."""
    worte_ = werte["worte"]
    zeilen = [
        (
            Zelle(
                (absatz(Lauf(f"{feld['nummer']} {feld['titel']}", verweis=f"#{feld['anker']}")),), kopf=True
            ),
            _bild(feld["gruppen"]),
            zelle(feld["anzahl"]),
            zelle(feld["ueberfaellig"]),
        )
        for feld in werte["felder"]
    ]
    summe = ("zusammen", "", werte["summe"]["anzahl"], werte["summe"]["ueberfaellig"])
    return Tabelle(
        spalten=(Spalte(50), Spalte(76), Spalte(23, Seite.RECHTS), Spalte(21, Seite.RECHTS)),
        kopfzeilen=(
            _kopf(worte_["handlungsfeld"], "Ampel", worte_["massnahme_mehrzahl"], "überfällige Fristen"),
        ),
        zeilen=(*zeilen, _fett(*summe)),
        beschriftung=f"{worte_['massnahme_mehrzahl']} je {worte_['handlungsfeld']}",
        beschreibung=f"Die Ampel je {worte_['handlungsfeld']}, ein Zeichen je {worte_['massnahme']}.",
    )


def _bild(gruppen: Sequence[Werte]) -> Zelle:
    """Set the groups apart by dots: some of the words hold a comma themselves."""
    laeufe = [
        teil
        for eine in gruppen
        for teil in (
            Lauf(" · ", art=Laufart.LEISE),
            Lauf(eine["zeichen"] * eine["anzahl"], fett=True),
            Lauf(f"\u00a0{eine['anzahl']}\u00a0{eine['name']}"),
        )
    ]
    return zelle(*laeufe[1:]) if laeufe else zelle("–")


def fristentafel(zeilen: Sequence[Werte], worte_: Werte, *, ueberfaellig: bool) -> Tabelle:
    """Return Fristen by date; of overdue ones also what was reported."""
    koepfe = ("Frist", "Nr.", f"{worte_['massnahme']}, federführend", worte_["termin"], "Ampel")
    breiten = (24, _NUMMER, 42, 30, 25, 35) if ueberfaellig else (31, _NUMMER, 56, 40, 29)
    return Tabelle(
        spalten=tuple(map(Spalte, breiten)),
        kopfzeilen=(_kopf(*koepfe, *(("Meldung",) if ueberfaellig else ())),),
        zeilen=tuple(
            (
                _mit_zusatz(eine["tage"], eine["neu"] if ueberfaellig else ""),
                zelle(eine["nummer"]),
                _wer(eine, verweis=eine["href"]),
                zelle(eine["termin"]),
                _ampel(eine["ampel"]) if eine["ampel"] else zelle("–"),
                *((_mit_zusatz(eine["meldung"], eine["aufgeholt"]),) if ueberfaellig else ()),
            )
            for eine in zeilen
        ),
        beschreibung="Überfällige Fristen." if ueberfaellig else "Kommende Fristen.",
    )


def aenderungstafel(zeilen: Sequence[Werte], worte_: Werte, beschreibung: str) -> Tabelle:
    """Return what changed: the word before and now, the latest report, what else is new."""
    koepfe = ("Nr.", f"{worte_['massnahme']}, federführend", "Ampel", "Was gemeldet wurde")
    return Tabelle(
        spalten=tuple(map(Spalte, (_NUMMER, 46, 33, 77))),
        kopfzeilen=(_kopf(*koepfe),),
        zeilen=tuple(
            (
                zelle(eine["nummer"]),
                _wer(eine, verweis=eine["href"]),
                _wechsel(eine),
                Zelle(
                    (
                        *_auskunft(eine["auskunft"], "keine neue Meldung"),
                        *map(_leise, filter(None, (eine["stand"], *eine["zusaetze"]))),
                    )
                ),
            )
            for eine in zeilen
        ),
        beschreibung=f"{beschreibung}.",
    )


def massnahmentafel(feld: Werte, worte_: Werte) -> Tabelle:
    """Return the Maßnahmen of a Handlungsfeld: Termin and Frist, Ampel, the last report in at most three sentences."""
    koepfe = (
        "Nr.",
        f"{worte_['massnahme']}, federführend",
        f"{worte_['termin']} und Frist",
        "Ampel",
        "Sachstand",
    )
    return Tabelle(
        spalten=tuple(map(Spalte, (_NUMMER, 44, 32, 25, 55))),
        kopfzeilen=(_kopf(*koepfe),),
        zeilen=tuple(
            (
                Zelle((Absatz(worte(eine["nummer"] or "–"), anker=eine["anker"]),)),
                _wer(eine),
                Zelle(
                    (
                        absatz(eine["termin"] or "–"),
                        *map(_leise, filter(None, (eine["beschluss"], eine["frist"]))),
                    )
                ),
                _ampel(eine["ampel"]),
                Zelle(
                    (
                        *_auskunft(eine["sachstand"]["auskunft"], eine["sachstand"]["ohne"]),
                        *map(_leise, eine["sachstand"]["zusaetze"]),
                    )
                ),
            )
            for eine in feld["massnahmen"]
        ),
        beschreibung=f"{worte_['massnahme_mehrzahl']} in {feld['label']}.",
    )


def _wechsel(eine: Werte) -> Zelle:
    """Name the word before, where it was another, and the word now; the ground is that of now."""
    vorher, jetzt = eine["vorher"], eine["ampel"]
    if vorher is None or vorher["wort"] == jetzt["wort"]:
        return _ampel(jetzt)
    return Zelle(
        (_leise(f"vorher: {vorher['text']}"), absatz("jetzt: ", Lauf(jetzt["text"], fett=True))),
        ton=_TOENE[jetzt["farbe"]],
    )


def _auskunft(auskunft: Werte | None, ohne: str) -> Iterator[Absatz]:
    if auskunft is None:
        yield _leise(ohne)
        return
    von = f" ({auskunft['von']})" if auskunft["von"] else ""
    yield absatz(Lauf(f"{auskunft['am']}: {auskunft['stand']}", fett=True), Lauf(von, art=Laufart.LEISE))
    if auskunft["text"]:
        yield Absatz(markdown_laeufe(auskunft["text"]))


def _ampel(eine: Werte, *, kopf: bool = False) -> Zelle:
    return zelle(eine["text"], kopf=kopf, ton=_TOENE[eine["farbe"]])


def _wer(eine: Werte, *, verweis: str = "") -> Zelle:
    titel = Lauf(eine["titel"], verweis=verweis or None)
    return Zelle((absatz(titel), Absatz((Lauf(eine["federfuehrend"], art=Laufart.LEISE),))), kopf=False)


def _mit_zusatz(text: str, zusatz: str) -> Zelle:
    return Zelle((absatz(text), _leise(zusatz)) if zusatz else (absatz(text),))


def _leise(text: str) -> Absatz:
    return absatz(Lauf(text, art=Laufart.LEISE))


def _kopf(*namen: str) -> Zeile:
    return tuple(zelle(name, kopf=True) for name in namen)


def _fett(*texte: str) -> Zeile:
    """Return the cells of a row of sums; its first cell heads it."""
    return tuple(
        zelle(Lauf(text, fett=True), kopf=not stelle, ton=Ton.FLAECHE) for stelle, text in enumerate(texte)
    )
