"""What the Sachstandsbericht says in words, the same in every format: the Ampel, its legend, days, reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Ampelfarbe, Ampelwort, Begriff, Berichtsrhythmus
from konzept.render.words import MONATE, anzahl, deutsche_zeit, kurzes_datum
from konzept.reports.sachstandsbericht_ampel import Grundart

if TYPE_CHECKING:
    from datetime import date

    from konzept.domain.fassung import Rahmen
    from konzept.reports.sachstandsbericht_ampel import Grund
    from konzept.reports.sachstandsbericht_teile import Sachstandsbericht

AMPEL = {
    Ampelwort.UMGESETZT: "umgesetzt",
    Ampelwort.IM_PLAN: "im Plan",
    Ampelwort.GEPLANT: "geplant",
    Ampelwort.VERZOEGERT: "verzögert",
    Ampelwort.ZURUECKGESTELLT: "zurückgestellt",
    Ampelwort.FRIST_VORBEI: "Frist vorbei",
    Ampelwort.FRIST_VORBEI_OHNE_MELDUNG: "Frist vorbei, ohne Meldung",
    Ampelwort.FRIST_VORBEI_MELDUNG_VERALTET: "Frist vorbei, Meldung veraltet",
    Ampelwort.MELDUNG_VERALTET: "Meldung veraltet",
    Ampelwort.OHNE_MELDUNG: "ohne Meldung",
    Ampelwort.ENTFALLEN: "entfallen",
}
ZEICHEN = {
    Ampelwort.UMGESETZT: "✓",
    Ampelwort.IM_PLAN: "●",
    Ampelwort.GEPLANT: "○",
    Ampelwort.VERZOEGERT: "◐",
    Ampelwort.ZURUECKGESTELLT: "‖",
    Ampelwort.FRIST_VORBEI: "!",
    Ampelwort.FRIST_VORBEI_OHNE_MELDUNG: "▲",
    Ampelwort.FRIST_VORBEI_MELDUNG_VERALTET: "△",
    Ampelwort.MELDUNG_VERALTET: "◷",
    Ampelwort.OHNE_MELDUNG: "?",
    Ampelwort.ENTFALLEN: "×",
}
"""One sign for each word, told apart without colour; the word always stands beside it."""

FARBEN = {
    Ampelfarbe.BLAU: "blau",
    Ampelfarbe.GRUEN: "grün",
    Ampelfarbe.GELB: "gelb",
    Ampelfarbe.ROT: "rot",
    Ampelfarbe.GRAU: "grau",
}
RHYTHMEN = {
    Berichtsrhythmus.MONATLICH: "monatlich",
    Berichtsrhythmus.VIERTELJAEHRLICH: "vierteljährlich",
    Berichtsrhythmus.HALBJAEHRLICH: "halbjährlich",
    Berichtsrhythmus.JAEHRLICH: "jährlich",
}
REGELN = (
    "Bekannt ist, was bis zum Stichtag eingetragen war. Was danach kam, steht im nächsten Bericht.",
    (
        "Ob eine Frist vorbei ist, richtet sich nach dem beschlossenen Plan. Ein gemeldeter neuer Termin wird genannt; "
        "an die Stelle des alten tritt er erst mit einem Beschluss."
    ),
    (
        "Kehrt etwas wieder und fällt einmal aus, so zählt das für die Ampel, bis ein späteres Mal als erfüllt "
        "gemeldet ist. Unter den überfälligen Fristen bleibt es stehen."
    ),
    (
        "Anteile sind ganze Prozent und ergeben zusammen 100; dazu wird so gerundet, dass gleiche Anzahlen sich um ein "
        "Prozent unterscheiden können."
    ),
)
"""How the report judges and counts, for its readers."""

UNVOLLSTAENDIG = (
    "Diese Fassung ist nur in Teilen bekannt. Gezählt ist, was bekannt ist; Anteile gelten nur davon."
)
OHNE_MELDUNG = "noch keine Meldung"


def alter(rhythmus: Berichtsrhythmus) -> str:
    """Write how old a report may be: 6 Monate."""
    return anzahl(rhythmus.monate, "Monat", "Monate")


def erklaerung(wort: Ampelwort, rhythmus: Berichtsrhythmus) -> str:
    """Say what a word of the Ampel means; the conditions are those of ``reports/sachstandsbericht_ampel.py``."""
    monate = alter(rhythmus)
    return {
        Ampelwort.UMGESETZT: "Zuletzt als umgesetzt gemeldet.",
        Ampelwort.IM_PLAN: "Als begonnen oder laufend gemeldet. Keine Frist ist vorbei, und nichts spricht für "
        "eine Verzögerung.",
        Ampelwort.GEPLANT: "Als geplant gemeldet. Weder eine Frist noch ein im Plan genannter Beginn ist vorbei.",
        Ampelwort.VERZOEGERT: "Keine einmalige Frist ist vorbei. Aber ein neuer Termin ist gemeldet, ein im Plan "
        "genannter Beginn ist vorbei, oder etwas Wiederkehrendes ist zuletzt ausgefallen.",
        Ampelwort.ZURUECKGESTELLT: "Zuletzt als zurückgestellt gemeldet. Keine einmalige Frist ist vorbei.",
        Ampelwort.FRIST_VORBEI: "Eine einmalige Frist ist vorbei und nicht als erfüllt gemeldet. Die letzte Meldung "
        f"ist höchstens {monate} alt.",
        Ampelwort.FRIST_VORBEI_OHNE_MELDUNG: "Eine Frist ist vorbei, und gemeldet hat noch niemand.",
        Ampelwort.FRIST_VORBEI_MELDUNG_VERALTET: "Eine Frist ist vorbei, und die letzte Meldung ist älter als "
        f"{monate}.",
        Ampelwort.MELDUNG_VERALTET: f"Die letzte Meldung ist älter als {monate}. Keine Frist ist vorbei.",
        Ampelwort.OHNE_MELDUNG: "Gemeldet hat noch niemand. Keine Frist ist vorbei.",
        Ampelwort.ENTFALLEN: "Zuletzt als entfallen gemeldet.",
    }[wort]


def langes_datum(tag: date) -> str:
    """Write a day for a title: 30. Juni 2025."""
    return f"{tag.day}. {MONATE[tag.month - 1]} {tag.year}"


def planzeile(bericht: Sachstandsbericht) -> str:
    """Name the plan, its kind where the title does not say it, and how far it is adopted."""
    rahmen = bericht.fassung.rahmen
    art = "" if rahmen.art.casefold() in rahmen.titel.casefold() else rahmen.art
    return ", ".join(filter(None, (rahmen.titel, art, _planstand(rahmen))))


def _planstand(rahmen: Rahmen) -> str:
    """Say when the plan was adopted, else of when it is: nobody is to take the second for the first."""
    zeit = rahmen.stand
    stand = f"Stand {deutsche_zeit(zeit) if zeit.tag is None else kurzes_datum(zeit.erster_tag)}"
    if rahmen.beschluss is None:
        return f"{stand}, Beschluss nicht belegt"
    tag = rahmen.beschluss.datum
    return f"beschlossen am {kurzes_datum(tag)}" if tag else f"{stand}, beschlossen"


def vergleichssatz(bericht: Sachstandsbericht) -> str:
    """Say which day the report compares with, and who chose it."""
    tage = bericht.zeitraum
    seit = kurzes_datum(tage.seit)
    if not bericht.vergleichbar:
        return (
            f"Am {seit} gab es diese Fassung noch nicht; ein Vergleich fehlt deshalb. "
            "Neu ist, was seither gemeldet wurde."
        )
    letzter = "dem Tag des letzten Berichts"
    zuvor = f"{letzter}, wenn {RHYTHMEN[tage.rhythmus]} berichtet wird"
    return f"Verglichen mit dem {seit}, {zuvor if tage.errechnet else letzter}."


def grundsatz(grund: Grund) -> str:
    """Say what speaks against »im Plan«, where the Frist and the report beside it do not; else empty."""
    tag = kurzes_datum(grund.tag) if grund.tag else ""
    match grund.art:
        case Grundart.TURNUS:
            return f"zum {tag} nicht als erfüllt gemeldet"
        case Grundart.BEGINN:
            return f"Beginn laut Plan: {tag}"
        case Grundart.FRIST | Grundart.NEUER_TERMIN:
            return ""


def ohne_massnahmen(bericht: Sachstandsbericht) -> str:
    """Say that there is nothing to judge; a Fassung known in parts may well have what nobody wrote down."""
    mehrzahl = bericht.bezeichnungen[Begriff.MASSNAHME].mehrzahl
    if bericht.fassung.rahmen.vollstaendig:
        return f"In dieser Fassung stehen keine {mehrzahl}."
    return f"Von dieser Fassung sind keine {mehrzahl} bekannt."


def meldungszahl(bericht: Sachstandsbericht) -> str:
    """Count the overdue Fristen with and without a report: silence is no failure, and counted apart."""
    ohne = bericht.zahlen.ueberfaellig_ohne_meldung
    mit = bericht.zahlen.ueberfaellig - ohne
    if ohne and mit:
        return f"{mit} mit Meldung und {ohne} ohne Meldung"
    alle = "alle " if ohne + mit > 1 else ""
    return f"{alle}ohne Meldung" if ohne else f"{alle}mit Meldung"
