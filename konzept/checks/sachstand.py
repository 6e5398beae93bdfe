"""The log of reports: it speaks of Maßnahmen that exist, in the order in which it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.diagnostics import Severity, nearest
from konzept.domain.handlungsfeld import Massnahme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.diagnostics import Befund, DataPath, SourceMap
    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan
    from konzept.domain.sachstand import Meldung


def _meldungen(plan: Plan) -> Iterator[tuple[Fassung, DataPath, Meldung]]:
    for fassung in plan.fassungen:
        for i, meldung in enumerate(fassung.sachstand.eintraege if fassung.sachstand else ()):
            yield fassung, (f"data/sachstand/{fassung.id}.yaml", "eintraege", i), meldung


def verweise(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A report names a Maßnahme of its Fassung."""
    bekannt = {f.id: {stelle.id: stelle for stelle in f.massnahmen()} for f in plan.fassungen}
    for fassung, pfad, meldung in _meldungen(plan):
        massnahmen = bekannt[fassung.id]
        if meldung.massnahme in massnahmen or meldung.massnahme in plan.verworfene_ids:
            continue
        if any(name.startswith(f"data/handlungsfelder/{fassung.id}/") for name in plan.unlesbare_dateien):
            continue
        treffer = nearest(meldung.massnahme, massnahmen)
        yield source.befund(
            "massnahme-unbekannt",
            Severity.FEHLER,
            source.value((*pfad, "massnahme")),
            f"Die Maßnahme »{meldung.massnahme}« gibt es in der Fassung {fassung.id} nicht.",
            f"Meinten Sie »{treffer}«?" if treffer else "Genannt wird die id der Maßnahme.",
        )


def reihenfolge(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """The log grows at its end, and nobody reports on a day to come."""
    zuletzt: dict[str, Meldung] = {}
    for fassung, pfad, meldung in _meldungen(plan):
        vorige = zuletzt.get(fassung.id)
        if vorige and meldung.erfasst < vorige.erfasst:
            yield source.befund(
                "sachstand-reihenfolge",
                Severity.WARNUNG,
                source.value((*pfad, "erfasst")),
                f"Dieser Eintrag wurde am {meldung.erfasst} erfasst, steht aber hinter einem vom {vorige.erfasst}.",
                "Neue Einträge kommen ans Ende der Datei; alte werden nicht geändert.",
            )
        zuletzt[fassung.id] = meldung
        if meldung.am > meldung.erfasst:
            yield source.befund(
                "sachstand-vorgegriffen",
                Severity.WARNUNG,
                source.value((*pfad, "am")),
                f"Dieser Eintrag spricht vom {meldung.am}, wurde aber schon am {meldung.erfasst} erfasst.",
                "»am« ist der Tag, von dem berichtet wird, »erfasst« der Tag der Eintragung.",
            )


def erfuellungen(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """What a report fulfils is a Teil that the Termin has."""
    for fassung, pfad, meldung in _meldungen(plan):
        if not meldung.erfuellt:
            continue
        stelle = next((s for s in fassung.massnahmen() if s.id == meldung.massnahme), None)
        if stelle is None or not isinstance(stelle.gegenstand, Massnahme):
            continue
        termin = stelle.gegenstand.termin or (stelle.ziel.termin if stelle.ziel else None)
        anzahl = len(termin.lies(plan.einstellungen.fristen)) if termin else 0
        for i, erfuellung in enumerate(meldung.erfuellt):
            if not 1 <= erfuellung.teil <= anzahl:
                yield source.befund(
                    "teil-unbekannt",
                    Severity.WARNUNG,
                    source.value((*pfad, "erfuellt", i, "teil")),
                    f"Der Termin von »{meldung.massnahme}« hat {_teile(anzahl)}; "
                    f"einen Teil {erfuellung.teil} gibt es nicht.",
                    "Teile werden von 1 an gezählt; ein einfacher Termin hat nur Teil 1.",
                )


def _teile(anzahl: int) -> str:
    return {0: "keinen Teil", 1: "nur einen Teil"}.get(anzahl, f"{anzahl} Teile")
