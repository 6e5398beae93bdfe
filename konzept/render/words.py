"""The German words and forms that people read: names of enum values, dates, numbers with their noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.akteur import Akteurart, Rolle
from konzept.domain.element import Ebene, Querbezugart
from konzept.domain.sachstand import Stand
from konzept.domain.verbleib import Verbleibart

if TYPE_CHECKING:
    from datetime import date

    from konzept.domain.kalender import Zeitangabe

ROLLEN = {
    Rolle.FEDERFUEHREND: "federführend",
    Rolle.MITWIRKEND: "mitwirkend",
    Rolle.UNTERSTUETZEND: "unterstützend",
    Rolle.FOERDERND: "fördernd",
    Rolle.SICHERSTELLEND: "sicherstellend",
    Rolle.TRAEGER: "Träger",
}
AKTEURARTEN = {
    Akteurart.VERWALTUNG: "Kreisverwaltung",
    Akteurart.BEHOERDE: "Behörden",
    Akteurart.KOMMUNE: "Kommunen",
    Akteurart.TRAEGER: "Träger",
    Akteurart.VEREIN: "Vereine und Verbände",
    Akteurart.UNTERNEHMEN: "Unternehmen",
    Akteurart.BILDUNG: "Bildungseinrichtungen",
    Akteurart.NETZWERK: "Netzwerke",
    Akteurart.GREMIUM: "Gremien",
    Akteurart.PROGRAMM: "Programme und Projekte",
    Akteurart.GRUPPE: "Gruppen ohne Namen",
}
EBENEN = {
    Ebene.FASSUNG: "Fassung",
    Ebene.LEITZIEL: "Leitziel",
    Ebene.HANDLUNGSFELD: "Handlungsfeld",
    Ebene.HANDLUNGSZIEL: "Handlungsziel",
    Ebene.MASSNAHME: "Maßnahme",
}
QUERBEZUEGE = {
    Querbezugart.ANALOG: "analog zu",
    Querbezugart.IDENTISCH: "identisch mit",
    Querbezugart.SIEHE: "siehe",
    Querbezugart.VORAUSSETZUNG: "setzt voraus",
}
STAENDE = {
    Stand.GEPLANT: "geplant",
    Stand.BEGONNEN: "begonnen",
    Stand.LAUFEND: "laufend",
    Stand.UMGESETZT: "umgesetzt",
    Stand.ZURUECKGESTELLT: "zurückgestellt",
    Stand.ENTFALLEN: "entfallen",
    Stand.KEINE_RUECKMELDUNG: "keine Rückmeldung",
}
VERBLEIBE = {
    Verbleibart.UMGESETZT: "umgesetzt",
    Verbleibart.EINMALIG: "einmalig durchgeführt",
    Verbleibart.ERFOLGLOS: "erfolglos",
    Verbleibart.ERSETZT: "ersetzt",
    Verbleibart.ZUSAMMENGELEGT: "zusammengelegt",
    Verbleibart.AUFGETEILT: "aufgeteilt",
    Verbleibart.EINGESTELLT: "eingestellt",
    Verbleibart.NICHT_AUFGENOMMEN: "nicht aufgenommen (Grund nicht belegt)",
}
MONATE = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)


def deutsches_datum(tag: date) -> str:
    """Write a day as in running text: 2.11.2020."""
    return f"{tag.day}.{tag.month}.{tag.year}"


def kurzes_datum(tag: date) -> str:
    """Write a day in columns: 02.11.2020."""
    return f"{tag.day:02}.{tag.month:02}.{tag.year:04}"


def deutsche_zeit(zeit: Zeitangabe) -> str:
    """Write a year, a month or a day as it was given: 2020, November 2020, 2.11.2020."""
    match str(zeit).split("-"):
        case [jahr]:
            return jahr
        case [jahr, monat]:
            return f"{MONATE[int(monat) - 1]} {jahr}"
        case _:
            return deutsches_datum(zeit.erster_tag)


def anzahl(zahl: int, einzahl: str, mehrzahl: str) -> str:
    """Write a number with its noun: 1 Maßnahme, 7 Maßnahmen."""
    return f"{zahl} {einzahl if zahl == 1 else mehrzahl}"


def aufzaehlung(woerter: list[str]) -> str:
    """Join words as German does: A, B und C."""
    return " und ".join(filter(None, [", ".join(woerter[:-1]), *woerter[-1:]]))
