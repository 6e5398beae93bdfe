"""The catalogue, family »Zählung«: gaps in the numbers, their order, and numbers under the wrong parent."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "nummer-luecke",
        Severity.HINWEIS,
        "Wer 1.2 und dann 1.4 liest, sucht 1.3: Ging beim Abschreiben ein Ziel verloren, oder wurde es "
        "gestrichen?",
        '    nummer: "1.4"',
        '    nummer: "1.3"',
        abhilfe="Ist die Nummer mit Absicht frei, halten Sie das in konzept.yaml als Ausnahme mit Grund fest.",
        kurz="In der Zählung fehlt eine Nummer",
    ),
    Erklaerung(
        "nummer-reihenfolge",
        Severity.HINWEIS,
        "Handlungsziele werden nach Nummern gedruckt, alles andere so, wie es in der Datei steht. Stehen die Einträge "
        "dort anders, findet man sie schwer, und oft ist eine Nummer vertippt.",
        '  - {id: kurse, nummer: "2", text: Kurse anbieten, termin: fortlaufend, zustaendigkeiten: [jobcenter]}\n'
        '  - {id: buecher, nummer: "1", text: Bücher ausleihen, termin: fortlaufend, zustaendigkeiten: [jobcenter]}',
        '  - {id: buecher, nummer: "1", text: Bücher ausleihen, termin: fortlaufend, zustaendigkeiten: [jobcenter]}\n'
        '  - {id: kurse, nummer: "2", text: Kurse anbieten, termin: fortlaufend, zustaendigkeiten: [jobcenter]}',
        kurz="Ein Eintrag steht nicht an seinem Platz",
    ),
    Erklaerung(
        "nummer-fremd",
        Severity.WARNUNG,
        "Ein Ziel 2.1 im Handlungsfeld 1 wird dort gedruckt, aber niemand sucht es da. Meist ist es in "
        "die falsche Datei geraten, oder das Feld wurde umnummeriert.",
        '    nummer: "2.1"',
        '    nummer: "1.1"',
        kurz="Die Nummer gehört zu einem anderen Handlungsfeld",
    ),
)
