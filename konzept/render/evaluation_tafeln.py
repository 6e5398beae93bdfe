"""The tables of the evaluation on paper: what the page draws as bars stands here in figures and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.schriftstueck import (
    Lauf,
    Laufart,
    Seite,
    Spalte,
    Tabelle,
    Ton,
    Zelle,
    absatz,
    zelle,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from konzept.render.evaluation_zeilen import Werte
    from konzept.render.schriftstueck import Absatz, Zeile

_JE = (Spalte(48), Spalte(25, Seite.RECHTS), Spalte(66), Spalte(31, Seite.RECHTS))
_TOENE = {ton.value: ton for ton in Ton}
"""Grounds by the names that colours have in konzept.yaml."""


def ergebnistafel(werte: Werte) -> Tabelle:
    """Return how many Maßnahmen have which result."""
    zeilen = [
        (
            zelle(eine["text"], kopf=True, ton=_TOENE[eine["farbe"]]),
            zelle(eine["anzahl"]),
            zelle(eine["anteil"]),
            zelle(eine["davon"]),
        )
        for eine in werte["ergebnisse"]
    ]
    summe = (*_fett("zusammen", werte["summe"]["gesamt"], "100 %"), zelle())
    return Tabelle(
        spalten=(Spalte(44), Spalte(26, Seite.RECHTS), Spalte(20, Seite.RECHTS), Spalte(80)),
        kopfzeilen=(_kopf("Ergebnis", werte["worte"]["massnahme_mehrzahl"], "Anteil", "Davon"),),
        zeilen=(*zeilen, summe),
        beschreibung="Wie viele welches Ergebnis haben.",
    )


def feldtafel(werte: Werte) -> Tabelle:
    """Return the results of every Handlungsfeld; the words name only what occurs."""
    worte_, spalten = werte["worte"], werte["spalten"]
    zeilen = [
        (
            zelle(f"{feld['nummer']} {feld['titel']}", kopf=True),
            zelle(feld["anzahl"]),
            zelle(_in_worten(spalten, feld["zahlen"])),
            zelle(_oder_strich(feld["ohne_indikator"])),
        )
        for feld in werte["felder"]
    ]
    summe = (
        *_fett("zusammen", werte["summe"]["gesamt"], _in_worten(spalten, werte["summe"]["zahlen"])),
        *_fett(werte["indikatoren"]["ohne"], kopf=False),
    )
    return Tabelle(
        spalten=_JE,
        kopfzeilen=(
            _kopf(worte_["handlungsfeld"], worte_["massnahme_mehrzahl"], "Ergebnisse", "ohne Indikator"),
        ),
        zeilen=(*zeilen, summe),
        beschreibung=f"Die Ergebnisse je {worte_['handlungsfeld']}.",
    )


def stellentafel(werte: Werte) -> Tabelle:
    """Return the results of every leading body, with the lines that make its sum that of the whole."""
    stellen, spalten = werte["stellen"], werte["spalten"]
    reihen = [(eine["name"], eine["zahlen"], eine["gemeinsam"]) for eine in stellen["zeilen"]]
    reihen += [("ohne federführende Stelle", stellen["ohne"], "0")] if stellen["ohne"] else []
    zeilen = [_stellenzeile(name, zahlen, spalten, gemeinsam) for name, zahlen, gemeinsam in reihen]
    if stellen["mehrfach"]:
        name = "mehrfach gezählt, weil gemeinsam geführt"
        zeilen.append(_stellenzeile(name, stellen["mehrfach"], spalten, ""))
    *einzelne, gesamt = stellen["summe"]
    summe = (*_fett("zusammen", gesamt, _in_worten(spalten, einzelne)), zelle())
    return Tabelle(
        spalten=_JE,
        kopfzeilen=(_kopf("Stelle", werte["worte"]["massnahme_mehrzahl"], "Ergebnisse", "davon gemeinsam"),),
        zeilen=(*zeilen, summe),
        beschreibung="Die Ergebnisse je federführender Stelle.",
    )


def _stellenzeile(name: str, zahlen: list[str], spalten: list[Werte], gemeinsam: str) -> Zeile:
    *einzelne, summe = zahlen
    return (
        zelle(name, kopf=True),
        zelle(summe),
        zelle(_in_worten(spalten, einzelne)),
        zelle(_oder_strich(gemeinsam)),
    )


def termintafel(werte: Werte) -> Tabelle:
    """Return the Termine that moved or are to move: as they were first, as they are, as they are reported."""
    zeilen = [
        (
            zelle(eine["nummer"], kopf=True),
            _wer(eine),
            Zelle((absatz(eine["zuerst"]), _leise(f"Fassung {eine['zuerst_in']}"))),
            zelle(eine["jetzt"]),
            _verschiebung(eine),
            _gemeldet(eine, werte["worte"]["termin"]),
        )
        for eine in werte["termine"]["zeilen"]
    ]
    koepfe = (
        "Nr.",
        werte["worte"]["massnahme"],
        "zuerst",
        "heute",
        "Verschiebung",
        "gemeldet, nicht beschlossen",
    )
    return Tabelle(
        spalten=tuple(map(Spalte, (15, 42, 31, 27, 27, 28))),
        kopfzeilen=(_kopf(*koepfe),),
        zeilen=tuple(zeilen),
        beschreibung=f"{werte['worte']['termin_mehrzahl']}, die sich geändert haben oder sollen.",
    )


def _verschiebung(eine: Werte) -> Zelle:
    bloecke = [absatz(Lauf(eine["abstand"] or eine["lage"], fett=True) if eine["bewegt"] else "–")]
    if eine["bewegt"] and eine["abstand"]:
        bloecke.append(_leise(eine["lage"]))
    if eine["aufschuebe"]:
        bloecke.append(_leise(f"{eine['aufschuebe']} verschoben"))
    return Zelle(tuple(bloecke))


def _gemeldet(eine: Werte, termin: str) -> Zelle:
    bloecke = [absatz(eine["gemeldet"] or "–")]
    if eine["ankuendigungen"]:
        bloecke.append(_leise(f"{eine['ankuendigungen']} ein neuer {termin} gemeldet"))
    return Zelle(tuple(bloecke))


def wertetafel(karte: Werte) -> Tabelle:
    """Return the values of one indicator, from Ausgangswert to Zielwert."""
    quelle = karte["quelle"]
    zeilen = [_wert("Ausgangswert", karte["ausgang"], [quelle])] if karte["ausgang"] else []
    for eine in karte["werte"]:
        vorher = ["vor Beginn der Fassung"] if eine["vorher"] else []
        zeilen.append(_wert(eine["wann"], eine["wert"], [*vorher, *eine["zusaetze"]]))
    angaben = zelle("" if karte["ausgang"] else quelle)
    zeilen.append((*_fett("Zielwert", karte["ziel"] or "–"), angaben))
    return Tabelle(
        spalten=(Spalte(35), Spalte(45, Seite.RECHTS), Spalte(90)),
        kopfzeilen=(_kopf("Zeit", karte["einheit"] or "Wert", "Angaben"),),
        zeilen=tuple(zeilen),
        beschreibung=f"Die Werte von: {karte['titel']}.",
    )


def _wert(wann: str, wert: str, angaben: Iterable[str]) -> Zeile:
    return zelle(wann, kopf=True), zelle(wert), Zelle(tuple(map(absatz, filter(None, angaben))))


def massnahmentafel(feld: Werte, worte_: Werte) -> Tabelle:
    """Return the Maßnahmen of a Handlungsfeld with what became of each."""
    zeilen = [
        (
            zelle(eine["nummer"], kopf=True),
            _wer(eine),
            Zelle(
                (absatz(eine["ergebnis"]["text"]), *map(_leise, eine["gruende"])),
                ton=_TOENE[eine["ergebnis"]["farbe"]],
            ),
            zelle(eine["meldung"]),
            _mit_zusatz(eine["termin"], eine["verschiebung"]),
            _mit_zusatz(eine["indikatoren"], eine["darueber"]),
        )
        for eine in feld["massnahmen"]
    ]
    koepfe = ("Nr.", worte_["massnahme"], "Ergebnis", "letzte Meldung", worte_["termin"], "Indikator")
    return Tabelle(
        spalten=tuple(map(Spalte, (15, 52, 29, 26, 27, 21))),
        kopfzeilen=(_kopf(*koepfe),),
        zeilen=tuple(zeilen),
        beschreibung=f"{worte_['massnahme_mehrzahl']} in {feld['label']}.",
    )


def _wer(eine: Werte) -> Zelle:
    return Zelle((absatz(Lauf(eine["titel"], fett=True)), _leise(eine["federfuehrend"])))


def _mit_zusatz(text: str, zusatz: str) -> Zelle:
    return Zelle((absatz(text), _leise(zusatz)) if zusatz else (absatz(text),))


def _leise(text: str) -> Absatz:
    return absatz(Lauf(text, art=Laufart.LEISE))


def _kopf(*namen: str) -> Zeile:
    return tuple(zelle(name, kopf=True) for name in namen)


def _fett(*texte: str, kopf: bool = True) -> Zeile:
    """Return the cells of a row of sums; its first cell heads it."""
    return tuple(
        zelle(Lauf(text, fett=True), kopf=kopf and not number, ton=Ton.FLAECHE)
        for number, text in enumerate(texte)
    )


def _in_worten(spalten: Iterable[Werte], zahlen: Iterable[str]) -> str:
    """Name the results that occur with their figures: 3 umgesetzt, 2 laufend."""
    paare = zip(spalten, zahlen, strict=True)
    return ", ".join(f"{zahl} {spalte['name']}" for spalte, zahl in paare if zahl != "0") or "–"


def _oder_strich(zahl: str) -> str:
    return "–" if zahl == "0" else zahl
