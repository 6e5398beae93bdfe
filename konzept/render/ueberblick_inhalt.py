"""The values that templates get for the overview of a Fassung: figures per Handlungsfeld, how it stands, who leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Ampelwort, Begriff
from konzept.domain.element import Ebene
from konzept.render.konzept_gliederung import anker
from konzept.render.konzept_werte import kennzahlen
from konzept.render.sachstandsbericht_words import AMPEL, ZEICHEN, meldungszahl
from konzept.render.ueberblick_zeitplan import zeitplan
from konzept.render.words import STAENDE, anzahl, deutsches_datum
from konzept.reports.ueberblick import Terminlage

if TYPE_CHECKING:
    from konzept.render.konzept_massnahme import Werte
    from konzept.render.konzept_schrift import Schrift
    from konzept.reports.konzept_bezuege import Verweis
    from konzept.reports.konzept_teile import Konzept
    from konzept.reports.sachstandsbericht_teile import Massnahmenstand, Sachstandsbericht
    from konzept.reports.ueberblick import Ueberblick

GEZEIGTE_STELLEN = 8
"""So many bodies are named in the overview, those that lead most; the index has all."""
LAGEN = {
    Terminlage.FRIST: "mit Frist",
    Terminlage.TURNUS: "wiederkehrend",
    Terminlage.LAUFEND: "laufend",
    Terminlage.UNBESTIMMT: "ohne Datum",
    Terminlage.OHNE_TERMIN: "ohne Termin",
}
TEILWEISE = "Termin nicht belegt"
"""What a missing Termin is in a Fassung that is known in parts only."""
ZAEHLWEISE = "Macht ein Termin mehrere Angaben, so zählt die erste Spalte, die zutrifft."


def ueberblick(konzept: Konzept, schrift: Schrift) -> Werte | None:
    """Return everything a template of the overview may print, or None where there is nothing to see."""
    bericht = konzept.ueberblick
    if bericht is None or not kennzahlen(konzept):
        return None
    return {
        "stichtag": deutsches_datum(bericht.stichtag),
        "felder": _felder(konzept, bericht, schrift),
        "umsetzung": _umsetzung(bericht.umsetzung, schrift) if bericht.umsetzung else None,
        "zeitplan": zeitplan(konzept, bericht, schrift),
        "stellen": _stellen(konzept, bericht, schrift),
    }


def ampel(bericht: Sachstandsbericht, wort: Ampelwort) -> Werte:
    """Give one word of the Ampel with its sign and its colour."""
    return {
        "wort": wort.value,
        "name": AMPEL[wort],
        "zeichen": ZEICHEN[wort],
        "farbe": bericht.farben[wort].value,
    }


def sachstaende(konzept: Konzept) -> dict[str, Werte]:
    """Give by Maßnahme its word of the Ampel and the last report; empty where there is no log."""
    bericht = konzept.ueberblick.umsetzung if konzept.ueberblick else None
    if bericht is None:
        return {}
    return {
        stand.zeile.id: {"ampel": ampel(bericht, stand.urteil.wort), "meldung": _meldung(stand)}
        for feld in bericht.felder
        for stand in feld.massnahmen
    }


def _meldung(stand: Massnahmenstand) -> str:
    if stand.antwort is None:
        return ""
    meldung = stand.antwort.meldung
    return f"{STAENDE[meldung.stand]}, gemeldet am {deutsches_datum(meldung.am)}"


def _feld(verweis: Verweis, schrift: Schrift) -> Werte:
    return {
        "href": schrift.href(anker(Ebene.HANDLUNGSFELD, verweis.id)),
        "nummer": verweis.nummer or "",
        "titel": verweis.titel,
    }


def _felder(konzept: Konzept, bericht: Ueberblick, schrift: Schrift) -> Werte | None:
    """Give the table of figures; a column that is 0 everywhere is left out, and the table where all are."""
    summen = bericht.je_lage
    lagen = [lage for lage in Terminlage if summen[lage]]
    if not lagen:
        return None
    namen = LAGEN if konzept.rahmen.vollstaendig else {**LAGEN, Terminlage.OHNE_TERMIN: TEILWEISE}
    mit_zielen = any(feld.ziele for feld in bericht.felder)
    return {
        "lagen": [{"schluessel": lage.value, "name": namen[lage]} for lage in lagen],
        "mit_zielen": mit_zielen,
        "zeilen": [
            {
                **_feld(feld.verweis, schrift),
                "ziele": str(feld.ziele),
                "massnahmen": str(feld.massnahmen),
                "zahlen": [str(feld.je_lage[lage]) for lage in lagen],
                "kacheln": [{"lage": lage.value, "anzahl": feld.je_lage[lage]} for lage in lagen],
            }
            for feld in bericht.felder
        ],
        "summe": {
            "ziele": str(sum(feld.ziele for feld in bericht.felder)),
            "massnahmen": str(sum(feld.massnahmen for feld in bericht.felder)),
            "zahlen": [str(summen[lage]) for lage in lagen],
        },
        "zaehlweise": ZAEHLWEISE if len(lagen) > 1 else "",
    }


def _umsetzung(bericht: Sachstandsbericht, schrift: Schrift) -> Werte:
    """Give how the Maßnahmen stand, by word of the Ampel and Handlungsfeld."""
    zahl = bericht.zahlen.ueberfaellig
    spaete = f"{anzahl(zahl, 'Frist ist', 'Fristen sind')} überfällig, {meldungszahl(bericht)}"
    return {
        "satz": f"{spaete}." if zahl else "Keine Frist ist überfällig.",
        "felder": [_feld(feld.verweis, schrift) for feld in bericht.felder],
        "zeilen": [
            {
                **ampel(bericht, one.wort),
                "anzahl": str(one.anzahl),
                "menge": one.anzahl,
                "anteil": f"{one.anteil} %",
                "zahlen": [str(feld.je_wort[one.wort]) for feld in bericht.felder],
            }
            for one in bericht.ampel
            if one.anzahl
        ],
        "summe": {
            "anzahl": str(bericht.zahlen.massnahmen),
            "zahlen": [str(len(feld.massnahmen)) for feld in bericht.felder],
        },
    }


def _stellen(konzept: Konzept, bericht: Ueberblick, schrift: Schrift) -> Werte | None:
    """Give the bodies that lead most, how many others do, and how many Maßnahmen nobody leads."""
    alle = bericht.federfuehrungen
    if not alle:
        return None
    gezeigt = alle[:GEZEIGTE_STELLEN]
    rest = len(alle) - len(gezeigt)
    massnahme = konzept.bezeichnungen[Begriff.MASSNAHME]
    return {
        "zeilen": [
            {
                "href": schrift.href(anker("akteur", one.akteur.id)),
                "name": one.akteur.name,
                "massnahmen": str(one.massnahmen),
                "menge": one.massnahmen,
                "weitere": str(one.weitere),
            }
            for one in gezeigt
        ],
        "rest": anzahl(rest, "weitere Stelle ist federführend", "weitere Stellen sind federführend")
        if rest
        else "",
        "rest_href": schrift.href("kapitel-akteure"),
        "ohne": anzahl(bericht.ohne_leitung, massnahme.einzahl, massnahme.mehrzahl)
        if bericht.ohne_leitung
        else "",
    }
