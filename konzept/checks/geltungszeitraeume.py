"""The periods of the Fassungen side by side: one is in force at a time, and between two none is missing."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from konzept.checks.tage import tag
from konzept.diagnostics import Severity, Verwandt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.diagnostics import Befund, SourceMap
    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan

EIN_TAG = timedelta(days=1)


def luecken(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A Fassung begins no later than the day after its Vorgänger ends."""
    for neu in plan.fassungen:
        alt = plan.vorgaenger(neu)
        bis, von = alt.letzter_tag if alt else None, neu.erster_tag
        if alt is None or bis is None or von is None or bis == date.max or von <= bis + EIN_TAG:
            continue
        yield source.befund(
            "geltung-luecke",
            Severity.HINWEIS,
            source.value((neu.datei, "gilt_von")),
            f"Vom {tag(bis + EIN_TAG)} bis {tag(von - EIN_TAG)} gilt keine Fassung: {alt.id} endet vorher, "
            f"{neu.id} beginnt danach.",
            "Gilt der Vorgänger weiter, bis der neue Plan beschlossen ist, lassen Sie bei ihm »gilt_bis« weg.",
            verwandte=(Verwandt(source.value((alt.datei, "gilt_bis")), f"Ende der Fassung {alt.id}"),),
        )


def ueberschneidungen(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """No two Fassungen are in force on the same day; a successor ends its Vorgänger, so that these two never are."""
    zeiten = [(fassung, zeit) for fassung in plan.fassungen if (zeit := _zeit(fassung, plan))]
    zeiten.sort(key=lambda paar: (paar[1], paar[0].id))
    for (frueher, erste), (spaeter, zweite) in combinations(zeiten, 2):
        von, bis = max(erste[0], zweite[0]), min(erste[1], zweite[1])
        if von <= bis:
            wann = f"Ab {tag(von)}" if bis == date.max else f"Vom {tag(von)} bis {tag(bis)}"
            yield _zugleich(
                spaeter,
                frueher,
                f"{wann} gelten die Fassungen {frueher.id} und {spaeter.id} zugleich.",
                source,
            )


def folgen(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A successor begins after its Vorgänger, not on the same day or before it."""
    for neu in plan.fassungen:
        alt = plan.vorgaenger(neu)
        if alt and alt.erster_tag and neu.erster_tag and neu.erster_tag <= alt.erster_tag:
            yield _zugleich(
                neu, alt, f"Die Fassung {neu.id} beginnt nicht nach ihrem Vorgänger {alt.id}.", source
            )


def _zugleich(hier: Fassung, dort: Fassung, meldung: str, source: SourceMap) -> Befund:
    return source.befund(
        "geltung-ueberschneidet",
        Severity.WARNUNG,
        source.value((hier.datei, "gilt_von")),
        meldung,
        "Berichtigen Sie gilt_von oder gilt_bis, oder nennen Sie die abgelöste Fassung als »vorgaenger«.",
        verwandte=(Verwandt(source.value((dort.datei, "gilt_von")), f"Beginn der Fassung {dort.id}"),),
    )


def _zeit(fassung: Fassung, plan: Plan) -> tuple[date, date] | None:
    """Return the days between which a Fassung is in force: until its successor begins, where that is sooner."""
    von = fassung.erster_tag
    if von is None:
        return None
    nachfolger = [
        neu.erster_tag - EIN_TAG
        for neu in plan.fassungen
        if neu.rahmen.vorgaenger == fassung.id and neu.erster_tag and neu.erster_tag > date.min
    ]
    bis = min([fassung.letzter_tag or date.max, *nachfolger])
    return (von, bis)
