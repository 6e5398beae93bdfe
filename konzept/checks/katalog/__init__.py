"""The catalogue of every code a finding can have; one family per module, in the order in which a reader meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.checks.katalog import (
    ausnahmen,
    dateien,
    doppelungen,
    einstellungen,
    entscheidungen,
    fassungen,
    felder,
    fussnoten,
    gestaltung,
    ids,
    indikatoren,
    luecken,
    nummern,
    personen,
    register,
    sachstand,
    schreibweise,
    stellen,
    termine,
    verbleib,
    verweise,
    werte,
    wortlaut,
    zeitraeume,
)
from konzept.diagnostics import Severity

if TYPE_CHECKING:
    from konzept.checks.katalog.erklaerung import Erklaerung

FAMILIEN: dict[str, tuple[Erklaerung, ...]] = {
    "Dateien und Ordner": dateien.ERKLAERUNGEN,
    "Schreibweise in YAML": schreibweise.ERKLAERUNGEN,
    "Felder": felder.ERKLAERUNGEN,
    "Werte": werte.ERKLAERUNGEN,
    "ids und Nummern": (*ids.ERKLAERUNGEN, *nummern.ERKLAERUNGEN),
    "Verweise": verweise.ERKLAERUNGEN,
    "Stellen, Förderung und Kosten": (*register.ERKLAERUNGEN, *stellen.ERKLAERUNGEN),
    "Fassungen": (*fassungen.ERKLAERUNGEN, *zeitraeume.ERKLAERUNGEN),
    "Verbleib": verbleib.ERKLAERUNGEN,
    "Termine": termine.ERKLAERUNGEN,
    "Lücken": luecken.ERKLAERUNGEN,
    "Doppelungen": doppelungen.ERKLAERUNGEN,
    "Entscheidungen": entscheidungen.ERKLAERUNGEN,
    "Sachstand": sachstand.ERKLAERUNGEN,
    "Indikatoren": indikatoren.ERKLAERUNGEN,
    "Wortlaut": wortlaut.ERKLAERUNGEN,
    "Fußnoten": fussnoten.ERKLAERUNGEN,
    "Personen": personen.ERKLAERUNGEN,
    "Einstellungen, Regeln und Ausnahmen": (*einstellungen.ERKLAERUNGEN, *ausnahmen.ERKLAERUNGEN),
    "Gestaltung der Seiten": gestaltung.ERKLAERUNGEN,
}
"""Heading of each family, as ``konzept explain`` and docs/befunde.md show it, and its entries in reading order."""

KATALOG: dict[str, Erklaerung] = {
    erklaerung.code: erklaerung for familie in FAMILIEN.values() for erklaerung in familie
}

_UEBER_AUSNAHMEN = "ausnahme-"


def ausnehmbar(code: str) -> bool:
    """Tell whether findings of a code can be taken out at all: they exist, and are no Fehler by nature.

    Nor are findings about exceptions taken out by exceptions.
    """
    erklaerung = KATALOG.get(code)
    return (
        erklaerung is not None
        and erklaerung.schwere is not Severity.FEHLER
        and not code.startswith(_UEBER_AUSNAHMEN)
    )
