"""The catalogue, family »Register und Kosten«: bodies written down twice or above themselves, costs said twice."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "akteur-im-kreis",
        Severity.FEHLER,
        "Wer zu wem gehört und wer auf wen folgt, bestimmt, an wen die Abfrage geht. Führt die Angabe im Kreis, ist "
        "niemand der letzte.",
        ", art: verwaltung, gehoert_zu: jobcenter}",
        ", art: verwaltung}",
        "Dasselbe gilt für »nachfolger«.",
        kurz="Eine Stelle gehört zu sich selbst oder folgt auf sich",
    ),
    Erklaerung(
        "akteur-doppelt",
        Severity.WARNUNG,
        "Steht eine Stelle zweimal im Register, verteilen sich ihre Maßnahmen auf zwei Einträge: Sie bekäme zwei "
        "Abfragen, und keine Liste zeigte alles, was sie tut.",
        "  - {id: jobcenter, name: Jobcenter Musterkreis, art: behoerde}\n"
        "  - {id: jobcenter-musterkreis, name: Jobcenter musterkreis, art: behoerde}",
        "  - {id: jobcenter, name: Jobcenter Musterkreis, art: behoerde}",
        "Gibt es eine Stelle nicht mehr und eine neue trägt ihren Namen, sagen das »gueltig_bis« und »gueltig_von«.",
        kurz="Zwei Einträge mit demselben Namen",
    ),
    Erklaerung(
        "kosten-doppelt",
        Severity.WARNUNG,
        "Nennen Text und Betrag verschiedene Summen, weiß der Kreistag nicht, worüber er beschließt.",
        "      betrag: 12000\n      text: rund 9.000 Euro je Jahr",
        "      betrag: 12000",
        kurz="Kosten als Text und als Betrag",
    ),
)
