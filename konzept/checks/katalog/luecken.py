"""The catalogue, family »Lücken«: what a complete plan should say and does not."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "massnahme-ohne-zustaendigkeit",
        Severity.HINWEIS,
        "Was niemandem aufgetragen ist, tut niemand, und zur halbjährlichen Abfrage weiß man nicht, wen man "
        "fragen soll.",
        "    termin: fortlaufend",
        "    termin: fortlaufend\n    zustaendigkeiten: [jobcenter]",
        "Ist die alte Fassung nur zum Teil überliefert, sagt das »vollstaendig: false« in ihrer Datei.",
        kurz="Niemand ist zuständig",
    ),
    Erklaerung(
        "massnahme-ohne-termin",
        Severity.HINWEIS,
        "Ohne Termin wird eine Maßnahme nie fällig und gerät leicht in Vergessenheit.",
        "    text: Sprachkurse anbieten",
        "    text: Sprachkurse anbieten\n    termin: fortlaufend",
        "Ein Termin am Handlungsziel gilt für alle seine Maßnahmen.",
        kurz="Es gibt keinen Termin",
    ),
    Erklaerung(
        "handlungsziel-ohne-massnahme",
        Severity.HINWEIS,
        "Ein Ziel ohne Maßnahme ist ein Vorsatz: Niemand ist beauftragt, und es gibt nichts zu berichten.",
        "    titel: Kurse für alle",
        "    titel: Kurse für alle\n    termin: fortlaufend\n    massnahmen:\n      - id: kurse\n"
        "        text: Sprachkurse anbieten\n        zustaendigkeiten: [jobcenter]",
        kurz="Das Ziel hat keine Maßnahme",
    ),
)
