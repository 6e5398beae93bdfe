"""The catalogue, family »Felder«: fields that are missing, empty, misspelt or of another shape than expected."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "feld-unbekannt",
        Severity.FEHLER,
        "Meist ist es ein Tippfehler. Würde das Feld übergangen, stünde im Plan etwa eine Maßnahme ohne Zuständige, "
        "und wer zuständig ist, erführe es nicht.",
        "    zustaendigkeiten: [jobcenter]\n    zustaendigkeit: [jobcenter]",
        "    zustaendigkeiten: [jobcenter]",
        "Für Notizen gibt es »hinweise« (wird veröffentlicht) und »intern« (wird nicht veröffentlicht).",
        kurz="Dieses Feld gibt es nicht",
    ),
    Erklaerung(
        "feld-fehlt",
        Severity.FEHLER,
        "Ohne diese Angabe lässt sich der Eintrag nicht eindeutig nennen oder nicht verstehen: Über etwas ohne Titel "
        "oder Text kann der Kreistag nicht beschließen, und Bürgerinnen und Bürger können es nicht lesen.",
        'nummer: "1"',
        'nummer: "1"\ntitel: Sprache und Bildung',
        kurz="Ein nötiges Feld fehlt",
    ),
    Erklaerung(
        "feld-leer",
        Severity.FEHLER,
        "Das Feld ist vorgesehen, aber nicht ausgefüllt. Im Dokument stünde dort eine Überschrift ohne Worte.",
        "titel:",
        "titel: Sprache und Bildung",
        kurz="Ein nötiges Feld ist leer",
    ),
    Erklaerung(
        "eintrag-leer",
        Severity.FEHLER,
        "Hinter dem Strich steht nichts: Entweder ist ein Eintrag verloren gegangen, oder der Strich ist übrig "
        "geblieben. Das kann nur entscheiden, wer den Plan kennt.",
        "      -\n      - Beginn im Herbst",
        "      - Beginn im Herbst",
        kurz="Ein Eintrag einer Liste ist leer",
    ),
    Erklaerung(
        "text-leer",
        Severity.FEHLER,
        "Anführungszeichen ohne Inhalt sehen ausgefüllt aus, sagen aber nichts. Was noch offen ist, soll auch offen "
        "aussehen.",
        'titel: ""',
        'titel: "Sprache und Bildung"',
        kurz="Ein Text ohne Worte",
    ),
    Erklaerung(
        "text-erwartet",
        Severity.FEHLER,
        "Eckige und geschweifte Klammern sowie eingerückte Zeilen bedeuten in YAML Listen und Abschnitte. Als Text "
        "lassen sie sich nicht drucken.",
        "titel: [Sprache, Bildung]",
        "titel: Sprache und Bildung",
        kurz="Liste oder Abschnitt statt Text",
    ),
    Erklaerung(
        "liste-erwartet",
        Severity.FEHLER,
        "An dieser Stelle kann es mehrere Einträge geben, jeder mit eigenen Angaben. Aus einem einzelnen Wort lassen "
        "sie sich nicht ablesen.",
        "handlungsziele: keine",
        "handlungsziele: []",
        "Gibt es nichts einzutragen, können Sie die Zeile auch löschen.",
        kurz="Keine Liste, wo eine hingehört",
    ),
    Erklaerung(
        "abschnitt-erwartet",
        Severity.FEHLER,
        "Hier gehören mehrere Angaben zusammen, etwa das Ziel eines Querbezugs und seine Art. Aus einem einzelnen Wort "
        "ist nicht zu erkennen, welche davon gemeint ist.",
        "    querbezuege: [feld]",
        "    querbezuege: [{ziel: soziales, art: siehe}]",
        kurz="Kein Abschnitt, wo einer hingehört",
    ),
)
