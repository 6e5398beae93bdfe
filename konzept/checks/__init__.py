"""What no single field can know: every check is a generator of Befunde over the whole plan.

``CHECKS`` is the table of contents; ``run_checks`` runs them all and applies the county's own severities.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from konzept.checks import (
    fassungen,
    identitaet,
    indikatoren,
    luecken,
    sachstand,
    sachstand_fristen,
    termine,
    verbleib,
    verweise,
)
from konzept.diagnostics import Befund, Severity
from konzept.domain.einstellungen import Regelschwere

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from konzept.diagnostics import SourceMap
    from konzept.domain.plan import Plan

    Check = Callable[[Plan, SourceMap], Iterator[Befund]]

CHECKS: tuple[Check, ...] = (
    identitaet.doppelte_ids,
    identitaet.ebenenwechsel,
    identitaet.doppelte_nummern,
    identitaet.nummern_ohne_anfuehrung,
    verweise.akteure,
    verweise.foerderprogramme,
    verweise.querbezuege,
    verweise.leitziele,
    fassungen.dateinamen,
    fassungen.vorgaenger,
    fassungen.standardfassung,
    fassungen.geltung,
    fassungen.offene_angaben,
    fassungen.erledigte,
    fassungen.regeln,
    verbleib.eintraege,
    verbleib.offene,
    termine.lesbarkeit,
    termine.regeln,
    termine.reihenfolge,
    termine.widersprueche,
    termine.veraltete,
    termine.ohne_anker,
    luecken.ohne_zustaendigkeit,
    luecken.ohne_termin,
    luecken.ohne_massnahme,
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
