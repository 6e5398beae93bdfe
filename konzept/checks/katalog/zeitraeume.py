"""The catalogue, family »Geltung«: periods in which no Fassung or more than one is in force."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "geltung-luecke",
        Severity.HINWEIS,
        "In der Zwischenzeit gilt auf dem Papier kein Plan: Fristen und Meldungen aus diesen Monaten "
        "gehören zu keiner Fassung.",
        'gilt_von: "2025"',
        'gilt_von: "2024"',
        abhilfe="Galt der alte Plan weiter, lassen Sie bei ihm »gilt_bis« weg; die neue Fassung beendet ihn.",
        kurz="Zwischen zwei Fassungen gilt keine",
    ),
    Erklaerung(
        "geltung-ueberschneidet",
        Severity.WARNUNG,
        "Gelten zwei Fassungen am selben Tag, weiß niemand, welche Maßnahmen zu melden sind.",
        'gilt_von: "2023"',
        'gilt_von: "2024"',
        abhilfe="Löst die eine die andere ab, nennen Sie diese als »vorgaenger«; dann endet sie von selbst.",
        kurz="Zwei Fassungen gelten zugleich",
    ),
)
