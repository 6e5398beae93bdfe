"""Every check over a whole plan, and what the county's own settings make of what they find.

``CHECKS`` is the table of contents; ``judge`` runs them all and applies exceptions and rules.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from konzept.checks import (
    akteure,
    ausnahmen,
    doppelungen,
    einstellungen,
    entscheidungen,
    fassungen,
    foerderung,
    geltungszeitraeume,
    gestaltung,
    identitaet,
    indikatoren,
    kosten,
    luecken,
    nummern,
    sachstand,
    sachstand_fristen,
    sprachgebrauch,
    stellenregister,
    termine,
    textregeln,
    unsichtbares,
    verbleib,
    verweise,
)
from konzept.diagnostics import Befund, Severity
from konzept.domain.einstellungen import Regelschwere

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from konzept.diagnostics import SourceMap
    from konzept.domain.plan import Plan

    Check = Callable[[Plan, SourceMap], Iterator[Befund]]

CHECKS: tuple[Check, ...] = (
    identitaet.doppelte_ids,
    identitaet.ebenenwechsel,
    identitaet.doppelte_nummern,
    identitaet.nummern_ohne_anfuehrung,
    nummern.luecken,
    nummern.reihenfolge,
    nummern.eltern,
    verweise.akteure,
    verweise.foerderprogramme,
    verweise.querbezuege,
    verweise.nicht_fortgefuehrte,
    verweise.leitziele,
    akteure.im_kreis,
    akteure.doppelte,
    stellenregister.aufgeloeste,
    stellenregister.ohne_massnahme,
    foerderung.endet_vorher,
    kosten.doppelte,
    fassungen.dateinamen,
    fassungen.vorgaenger,
    fassungen.standardfassung,
    fassungen.geltung,
    geltungszeitraeume.luecken,
    geltungszeitraeume.ueberschneidungen,
    geltungszeitraeume.folgen,
    fassungen.offene_angaben,
    fassungen.erledigte,
    fassungen.regeln,
    einstellungen.leere,
    einstellungen.unbekannte,
    einstellungen.wirkungslose,
    gestaltung.farben,
    gestaltung.dateien,
    gestaltung.logo_text,
    gestaltung.adressen,
    verbleib.eintraege,
    verbleib.offene,
    termine.lesbarkeit,
    termine.statt_stand,
    termine.regeln,
    termine.reihenfolge,
    termine.widersprueche,
    termine.veraltete,
    termine.ohne_anker,
    luecken.ohne_zustaendigkeit,
    luecken.ohne_termin,
    luecken.ohne_massnahme,
    doppelungen.gleiche,
    doppelungen.aehnliche,
    entscheidungen.offene,
    sachstand.verweise,
    sachstand.reihenfolge,
    sachstand.vorgriffe,
    sachstand_fristen.erfuellungen,
    sachstand.nach_abschluss,
    sachstand.umfang,
    sachstand.neue_termine,
    indikatoren.doppelte,
    indikatoren.zahlen,
    indikatoren.verweise,
    indikatoren.werte,
    indikatoren.wiederholte,
    indikatoren.reihenfolge,
    indikatoren.einheiten,
    textregeln.wortlaut,
    sprachgebrauch.zerlegte,
    unsichtbares.unsichtbare,
)


def judge(
    plan: Plan, source: SourceMap, found: Iterable[Befund], stichtag: date | None = None
) -> ausnahmen.Urteil:
    """Run every check over a plan, and put what they find and what its files had before under its own settings.

    Exceptions go before rules: they speak of findings as they are by nature. With a ``stichtag`` also what lies in its
    future is found, and exceptions that are over or unused; without one no day is judged.
    """
    dated = sachstand.zukuenftige(plan, source, stichtag) if stichtag else ()
    checked = (befund for check in CHECKS for befund in check(plan, source))
    urteil = ausnahmen.wende_an([*found, *dated, *checked], plan, source, stichtag)
    return ausnahmen.Urteil(
        tuple(apply_rules(urteil.befunde, plan)), tuple(apply_rules(urteil.ausgenommen, plan))
    )


def run_checks(plan: Plan, source: SourceMap) -> list[Befund]:
    """Run every check over a plan; gives the findings with the severities of the plan's ``regeln``."""
    return list(apply_rules((befund for check in CHECKS for befund in check(plan, source)), plan))


def apply_rules(findings: Iterable[Befund], plan: Plan) -> Iterator[Befund]:
    """Give each finding the severity that ``konzept.yaml`` sets for its code; ``aus`` drops it.

    What is a Fehler by nature stays one: without it the plan means something else than what is written.
    """
    regeln = plan.einstellungen.regeln
    for befund in findings:
        regel = regeln.get(befund.code)
        if regel is None or befund.schwere is Severity.FEHLER:
            yield befund
        elif regel is not Regelschwere.AUS:
            yield replace(befund, schwere=Severity(regel.value))
