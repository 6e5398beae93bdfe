"""The catalogue, family »Einstellungen«: what konzept.yaml says about the findings themselves."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "konzept-leer",
        Severity.HINWEIS,
        "Leer darf die Datei sein. Hat sie aber ein Versehen geleert, gelten auch Ihre Regeln, Ausnahmen und "
        "Bezeichnungen nicht mehr, und niemand merkt es.",
        "# koerperschaft: Landkreis Musterkreis",
        "koerperschaft: Landkreis Musterkreis",
        "Tragen Sie mindestens die Körperschaft ein. Ein Plan, der keine nennt, schreibt »{}«.",
        kurz="konzept.yaml sagt nichts",
    ),
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
