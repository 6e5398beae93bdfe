"""The catalogue, family »Regeln und Ausnahmen«: codes in konzept.yaml without effect."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "regel-unbekannt",
        Severity.WARNUNG,
        "Die Regel wirkt nicht. Wer glaubt, eine Prüfung abgeschaltet oder verschärft zu haben, verlässt "
        "sich auf nichts.",
        "  termin-unleserlich: aus",
        "  termin-unlesbar: aus",
        abhilfe="Alle Kürzel zeigt »konzept explain«.",
        kurz="Regel für einen Befund, den es nicht gibt",
    ),
    Erklaerung(
        "regel-wirkungslos",
        Severity.HINWEIS,
        "Ein Fehler heißt: Der Plan bedeutet etwas anderes, als dasteht. Das lässt sich nicht milder "
        "einstellen, sonst würde Falsches veröffentlicht.",
        "  akteur-unbekannt: hinweis",
        "  akteur-unbekannt: fehler",
        kurz="Regel, die einen Fehler mildern soll",
    ),
    Erklaerung(
        "ausnahme-unbekannt",
        Severity.WARNUNG,
        "Die Ausnahme wirkt nicht; der Befund, den sie meint, steht weiter in der Liste.",
        "  - code: termin-unleserlich",
        "  - code: termin-unlesbar",
        abhilfe="Alle Kürzel zeigt »konzept explain«.",
        kurz="Ausnahme für einen Befund, den es nicht gibt",
    ),
    Erklaerung(
        "ausnahme-wirkungslos",
        Severity.HINWEIS,
        "Fehler werden immer gemeldet, damit nichts Falsches veröffentlicht wird; auch was über "
        "Ausnahmen gesagt wird, lässt sich nicht ausnehmen.",
        "  - code: akteur-unbekannt",
        "  - code: termin-unlesbar",
        kurz="Ausnahme für einen Fehler",
    ),
    Erklaerung(
        "ausnahme-abgelaufen",
        Severity.WARNUNG,
        "Eine Ausnahme ist ein Versprechen bis zu einem Tag. Ist er vorbei, wird der Befund wieder "
        "gemeldet, und jemand sollte neu entscheiden.",
        "    bis: 2024-12-31",
        "    bis: 2025-06-30",
        abhilfe="Beheben Sie den Befund, oder verlängern Sie »bis« und erneuern Sie den Grund.",
        kurz="Eine Ausnahme ist abgelaufen",
    ),
    Erklaerung(
        "ausnahme-unbenutzt",
        Severity.HINWEIS,
        "Der Befund ist behoben, oder »datei« oder »id« ist vertippt. Vergessene Ausnahmen verdecken "
        "später etwas anderes.",
        "    id: beratung",
        "    id: kurse",
        kurz="Eine Ausnahme ohne Befund",
    ),
)
