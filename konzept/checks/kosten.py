"""What a Maßnahme costs is said once: in words or as an amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.diagnostics import Severity
from konzept.domain.handlungsfeld import Massnahme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.diagnostics import Befund, SourceMap
    from konzept.domain.plan import Plan


def doppelte(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Kosten are a text or an amount (design §3): of two nobody knows which one holds, and sums take the amount."""
    for fassung in plan.fassungen:
        for stelle in fassung.massnahmen():
            massnahme = stelle.gegenstand
            kosten = massnahme.kosten if isinstance(massnahme, Massnahme) else None
            if kosten is not None and kosten.text is not None and kosten.betrag is not None:
                yield source.befund(
                    "kosten-doppelt",
                    Severity.WARNUNG,
                    source.value((*stelle.pfad, "kosten", "text")),
                    f"Die Kosten von »{stelle.id}« stehen hier als Text und daneben als Betrag.",
                    "Behalten Sie eines von beiden; eine Erläuterung zum Betrag gehört in »hinweise«.",
                )
