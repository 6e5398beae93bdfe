"""Termine: wordings that cannot be read, and explicit readings that contradict themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.diagnostics import Severity
from konzept.domain.termin import lies_termin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.diagnostics import Befund, DataPath, SourceMap
    from konzept.domain.plan import Plan
    from konzept.domain.termin import Teil
    from konzept.domain.terminangabe import Termin


def _termine(plan: Plan) -> Iterator[tuple[DataPath, Termin]]:
    for fassung in plan.fassungen:
        for stelle in fassung.stellen():
            if stelle.termin:
                yield (*stelle.pfad, "termin"), stelle.termin


def lesbarkeit(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A wording the grammar cannot read is undated, and says so; it is never read wrongly in silence."""
    for pfad, termin in _termine(plan):
        if termin.teile or source.is_faulty(pfad):
            continue
        for teil in lies_termin(termin.text, plan.einstellungen.fristworte):
            if not teil.gelesen:
                yield source.befund(
                    "termin-unlesbar",
                    Severity.WARNUNG,
                    source.value((*pfad, "text")),
                    f"Aus dem Termin »{teil.text}« lässt sich kein Datum lesen.",
                    "Er wird als unbestimmt geführt. Geben Sie unter »teile:« an, wie er gemeint ist, etwa "
                    "»teile: [{art: faellig, ende: 2022-12-31}]«.",
                )


def explizite(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A Teil does not end before it begins, whether read or given."""
    for pfad, termin in _termine(plan):
        for i, teil in enumerate(termin.lies(plan.einstellungen.fristworte)):
            if _verkehrt(teil):
                ort = (*pfad, "teile", i, "ende") if termin.teile else (*pfad, "text")
                yield source.befund(
                    "termin-verkehrt",
                    Severity.WARNUNG,
                    source.value(ort),
                    f"Dieser Termin endet ({teil.ende}), bevor er beginnt ({teil.beginn}).",
                    "Prüfen Sie die Jahreszahlen.",
                )


def _verkehrt(teil: Teil) -> bool:
    return bool(teil.beginn and teil.ende and teil.ende < teil.beginn)
