"""The values that templates get for the Sachstandsbericht: plain dicts and strings, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.render.sachstandsbericht_words import (
    AMPEL,
    FARBEN,
    REGELN,
    UNVOLLSTAENDIG,
    erklaerung,
    langes_datum,
    meldungszahl,
    ohne_massnahmen,
    planzeile,
    vergleichssatz,
)
from konzept.render.sachstandsbericht_zeilen import Zeilen
from konzept.render.words import STAENDE, anzahl, aufzaehlung, kurzes_datum
from konzept.reports.sachstandsbericht_anteile import anteile

if TYPE_CHECKING:
    from konzept.render.konzept_schrift import Schrift
    from konzept.render.sachstandsbericht_zeilen import Werte
    from konzept.reports.sachstandsbericht_teile import Feldstand, Sachstandsbericht


def inhalt(bericht: Sachstandsbericht, schrift: Schrift, *, nur_aenderungen: bool) -> Werte:
    """Return everything a template of this report may print; what is absent is empty."""
    zeilen = Zeilen(bericht, schrift.kopf)
    return {
        "bericht": _kopf(bericht, nur_aenderungen=nur_aenderungen),
        "worte": {begriff.value: bericht.bezeichnungen[begriff].einzahl for begriff in Begriff}
        | {f"{begriff.value}_mehrzahl": bericht.bezeichnungen[begriff].mehrzahl for begriff in Begriff},
        "leer": "" if bericht.worte else ohne_massnahmen(bericht),
        "kennzahlen": _kennzahlen(bericht),
        "ampel": [
            {
                **zeilen.ampel(one.wort),
                "anzahl": str(one.anzahl),
                "anteil": f"{one.anteil} %",
                "vorher": "" if one.vorher is None else str(one.vorher),
            }
            for one in bericht.ampel
            if one.anzahl or one.vorher
        ],
        "felder": [_feld(feld, bericht, zeilen) for feld in bericht.felder],
        "spalten": [zeilen.ampel(wort) for wort in bericht.worte],
        "summe": _summe(bericht),
        "ueberfaellig": [zeilen.frist(gruppe) for gruppe in bericht.ueberfaellig],
        "gewechselt": [zeilen.aenderung(one) for one in bericht.aenderungen if one.gewechselt],
        "gleich": [zeilen.aenderung(one) for one in bericht.aenderungen if not one.gewechselt],
        "kommend": [zeilen.frist(gruppe) for gruppe in bericht.kommend],
        "legende": [
            {
                **zeilen.ampel(one.wort),
                "farbname": FARBEN[one.farbe],
                "erklaerung": erklaerung(one.wort, bericht.zeitraum.rhythmus),
            }
            for one in bericht.ampel
        ],
        "staende": [{"name": STAENDE[stand], "erklaerung": text} for stand, text in bericht.staende.items()],
        "regeln": list(REGELN),
        "plan_hinweise": [schrift.prosa(hinweis, 2) for hinweis in bericht.plan_hinweise],
    }


def _kopf(bericht: Sachstandsbericht, *, nur_aenderungen: bool) -> Werte:
    rahmen, tage = bericht.fassung.rahmen, bericht.zeitraum
    return {
        "titel": f"Sachstandsbericht zum {langes_datum(tage.stichtag)}",
        "herkunft": " · ".join(filter(None, (bericht.koerperschaft, bericht.land))),
        "plan": planzeile(bericht),
        "stichtag": kurzes_datum(tage.stichtag),
        "seit": kurzes_datum(tage.seit),
        "bis": kurzes_datum(tage.bis),
        "vergleich": vergleichssatz(bericht),
        "vergleichbar": bericht.vergleichbar,
        "unvollstaendig": "" if rahmen.vollstaendig else UNVOLLSTAENDIG,
        "nur_aenderungen": nur_aenderungen,
    }


def _kennzahlen(bericht: Sachstandsbericht) -> list[Werte]:
    """Give the figures that come first: a number, what it counts, and how it is made up.

    Where there is nothing to count but Maßnahmen, there is nothing to say of the other figures.
    """
    zahlen, tage = bericht.zahlen, bericht.zeitraum
    massnahme = bericht.bezeichnungen[Begriff.MASSNAHME]
    feld = bericht.bezeichnungen[Begriff.HANDLUNGSFELD]
    seit, bis = kurzes_datum(tage.seit), kurzes_datum(tage.bis)
    felder = anzahl(len(bericht.felder), feld.einzahl, feld.mehrzahl)
    alle = [_kennzahl(zahlen.massnahmen, massnahme.einzahl, massnahme.mehrzahl, [felder])]
    if zahlen.massnahmen:
        anteil = anteile([zahlen.gemeldet, zahlen.massnahmen - zahlen.gemeldet])[0]
        stumm = f"{zahlen.ohne_antwort} gefragt, ohne Rückmeldung" if zahlen.ohne_antwort else ""
        spaet = anzahl(zahlen.nachgetragen, "Meldung nachgetragen", "Meldungen nachgetragen")
        neue = [
            f"{anteil} % von {zahlen.massnahmen}, seit {seit}",
            stumm,
            spaet if zahlen.nachgetragen else "",
        ]
        alle.append(_kennzahl(zahlen.gemeldet, "neu gemeldet", "neu gemeldet", neue))
    if zahlen.massnahmen or zahlen.ueberfaellig or zahlen.kommend:
        spaete = [meldungszahl(bericht), _neu(bericht)] if zahlen.ueberfaellig else []
        alle += [
            _kennzahl(zahlen.ueberfaellig, "überfällige Frist", "überfällige Fristen", spaete),
            _kennzahl(zahlen.erledigt, "erledigte Frist", "erledigte Fristen", [f"seit {seit}"]),
            _kennzahl(zahlen.kommend, "kommende Frist", "kommende Fristen", [f"bis {bis}"]),
        ]
    return alle


def _neu(bericht: Sachstandsbericht) -> str:
    zahlen = bericht.zahlen
    if not zahlen.neu_ueberfaellig:
        return "keine davon neu" if zahlen.ueberfaellig > 1 else ""
    if zahlen.neu_ueberfaellig == zahlen.ueberfaellig:
        return "alle neu" if zahlen.ueberfaellig > 1 else "neu"
    return f"{zahlen.neu_ueberfaellig} davon neu"


def _kennzahl(zahl: int, einzahl: str, mehrzahl: str, zusaetze: list[str]) -> Werte:
    return {
        "zahl": str(zahl),
        "wort": einzahl if zahl == 1 else mehrzahl,
        "zusaetze": [one for one in zusaetze if one],
    }


def _feld(feld: Feldstand, bericht: Sachstandsbericht, zeilen: Zeilen) -> Werte:
    """Give one Handlungsfeld: its bar in the picture, its line in the table of the picture, its Maßnahmen."""
    wort = bericht.bezeichnungen[Begriff.MASSNAHME]
    gruppen = [(one, feld.je_wort[one]) for one in bericht.worte if feld.je_wort[one]]
    return {
        "anker": f"handlungsfeld-{feld.verweis.id}",
        "label": f"{bericht.bezeichnungen[Begriff.HANDLUNGSFELD].einzahl} {feld.verweis.nummer}",
        "nummer": feld.verweis.nummer,
        "titel": feld.verweis.titel,
        "anzahl": str(len(feld.massnahmen)),
        "menge": anzahl(len(feld.massnahmen), wort.einzahl, wort.mehrzahl),
        "beschreibung": aufzaehlung([f"{zahl} {AMPEL[one]}" for one, zahl in gruppen]),
        "gruppen": [{**zeilen.ampel(one), "anzahl": zahl} for one, zahl in gruppen],
        "zahlen": [str(feld.je_wort[one]) for one in bericht.worte],
        "ueberfaellig": str(feld.ueberfaellig),
        "massnahmen": [zeilen.massnahme(stand) for stand in feld.massnahmen],
    }


def _summe(bericht: Sachstandsbericht) -> Werte:
    """Give the last line of the picture's table: the sums of its columns."""
    je_wort = {one.wort: one.anzahl for one in bericht.ampel}
    return {
        "zahlen": [str(je_wort[wort]) for wort in bericht.worte],
        "anzahl": str(bericht.zahlen.massnahmen),
        "ueberfaellig": str(bericht.zahlen.ueberfaellig),
    }
