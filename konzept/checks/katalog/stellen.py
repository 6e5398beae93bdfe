"""The catalogue, family »Stellen und Förderung«: bodies and programmes that are over, and bodies nobody names."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "akteur-aufgeloest",
        Severity.WARNUNG,
        "Eine Stelle, die es nicht mehr gibt, setzt nichts um und meldet nichts. Der Plan verlässt sich "
        "auf niemanden.",
        "art: behoerde, gueltig_bis: 2021-06-30, nachfolger: arbeitsagentur}",
        "art: behoerde, gueltig_bis: 2023-12-31, nachfolger: arbeitsagentur}",
        abhilfe="Nennen Sie bei der Maßnahme die Stelle, die es jetzt tut. Ist die Fassung beschlossen, genügt "
        "bis zur nächsten eine Ausnahme in konzept.yaml.",
        kurz="Die zuständige Stelle ist dann schon aufgelöst",
    ),
    Erklaerung(
        "akteur-ohne-massnahme",
        Severity.HINWEIS,
        "Das Register wächst mit den Jahren. Wer an keiner Maßnahme beteiligt ist, nie gemeldet hat und "
        "zu keiner solchen Stelle gehört, steht dort vielleicht nur noch aus Versehen, oder bei der "
        "Maßnahme fehlt er.",
        "  - {id: jobcenter, name: Jobcenter Musterkreis, art: behoerde}\n"
        "  - {id: sportbund, name: Sportbund Musterkreis, art: verein}",
        "  - {id: jobcenter, name: Jobcenter Musterkreis, art: behoerde}",
        kurz="Eine Stelle ohne Maßnahme",
    ),
    Erklaerung(
        "foerderung-endet-vorher",
        Severity.HINWEIS,
        "Läuft die Förderung aus, bevor die Maßnahme fertig ist, braucht der Haushalt einen Ansatz, oder "
        "die Maßnahme bricht ab. Das sollte im Kreistag vorher jemand wissen.",
        "    termin: bis Ende 2022",
        "    termin: bis Ende 2021",
        abhilfe="Klären Sie, wer danach zahlt, und nennen Sie die nächste Förderung neben der alten.",
        kurz="Die Förderung endet vor der Maßnahme",
    ),
)
