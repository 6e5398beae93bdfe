"""What a complete plan should say and does not; a partial Fassung is left in peace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.diagnostics import Severity
from konzept.domain.handlungsfeld import Handlungsziel, Massnahme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.diagnostics import Befund, SourceMap
    from konzept.domain.fassung import Stelle
    from konzept.domain.plan import Plan


def _vollstaendige(plan: Plan) -> Iterator[Stelle]:
    for fassung in plan.fassungen:
        if fassung.rahmen.vollstaendig:
            yield from fassung.stellen()


def _unbekannt(stelle: Stelle, feld: str, source: SourceMap) -> bool:
    """Tell whether something is written here that the loader could not read: then it is not missing."""
    return source.is_faulty((*stelle.pfad, feld)) or (*stelle.pfad, "id") in source.faulty


def ohne_zustaendigkeit(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A Maßnahme nobody is responsible for will not be done."""
    for stelle in _vollstaendige(plan):
        if isinstance(stelle.gegenstand, Massnahme) and not stelle.gegenstand.zustaendigkeiten:
            if _unbekannt(stelle, "zustaendigkeiten", source):
                continue
            yield source.befund(
                "massnahme-ohne-zustaendigkeit",
                Severity.HINWEIS,
                source.value((*stelle.pfad, "id")),
                f"Für die Maßnahme »{stelle.id}« ist niemand zuständig.",
                "Ergänzen Sie »zustaendigkeiten:«, sobald sie feststehen.",
            )


def ohne_termin(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A Maßnahme without Termin, its own or its goal's, never becomes due."""
    for stelle in _vollstaendige(plan):
        massnahme = stelle.gegenstand
        if not isinstance(massnahme, Massnahme) or massnahme.termin or _unbekannt(stelle, "termin", source):
            continue
        if stelle.ziel is None or stelle.ziel.termin is None:
            yield source.befund(
                "massnahme-ohne-termin",
                Severity.HINWEIS,
                source.value((*stelle.pfad, "id")),
                f"Die Maßnahme »{stelle.id}« hat keinen Termin, auch nicht über ihr Handlungsziel.",
                "Ergänzen Sie »termin:«; auch »fortlaufend« ist eine Angabe.",
            )


def ohne_massnahme(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A goal without a Maßnahme is not carried out by anyone."""
    for stelle in _vollstaendige(plan):
        if isinstance(stelle.gegenstand, Handlungsziel) and not stelle.gegenstand.massnahmen:
            if _unbekannt(stelle, "massnahmen", source):
                continue
            yield source.befund(
                "handlungsziel-ohne-massnahme",
                Severity.HINWEIS,
                source.value((*stelle.pfad, "id")),
                f"Zum Handlungsziel »{stelle.id}« gibt es keine Maßnahme.",
                "Ergänzen Sie eine Maßnahme oder nehmen Sie das Ziel heraus.",
            )
