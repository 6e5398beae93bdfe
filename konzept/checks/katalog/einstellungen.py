"""The catalogue, family »Einstellungen«: what konzept.yaml says about the findings themselves."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "regel-ungueltig",
        Severity.WARNUNG,
        "Sie haben eine Prüfung abgeschaltet oder verschärft, aber es wirkt nicht. Wer sich darauf verlässt, "
        "übersieht etwas.",
        "  Termin unlesbar: aus",
        "  termin-unlesbar: aus",
        "Alle Kürzel zeigt »konzept explain«.",
        kurz="Regel für ein unbekanntes Kürzel",
    ),
)
