"""The catalogue, family »ids und Nummern«: by what an entry is known over all Fassungen, and how it is printed."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "id-ungueltig",
        Severity.FEHLER,
        "Aus der id werden Adressen auf der Webseite und Namen von Dateien. Nur einfache Zeichen sehen überall gleich "
        "aus und lassen sich am Telefon durchgeben.",
        "id: Sprache & Bildung",
        "id: sprache-und-bildung",
        kurz="Die id hat unerlaubte Zeichen",
    ),
    Erklaerung(
        "id-doppelt",
        Severity.FEHLER,
        "An der id erkennt konzept eine Maßnahme wieder, über alle Fassungen hinweg. Haben zwei dieselbe, landet die "
        "Meldung einer Stelle bei der falschen Maßnahme.",
        "  - id: kurse\n    text: Kurse bewerben",
        "  - id: kurse-bewerben\n    text: Kurse bewerben",
        kurz="Die id ist schon vergeben",
    ),
    Erklaerung(
        "id-andere-ebene",
        Severity.FEHLER,
        "Der Vergleich der Fassungen hielte beides für dasselbe und meldete dem Kreistag eine Änderung, die es nie "
        "gab. Eine id wird darum nur einmal vergeben, auch wenn ihr Eintrag längst nicht mehr im Plan steht.",
        "  - id: beratung",
        "  - id: beratung-fuer-alle",
        kurz="Die id gehörte schon etwas anderem",
    ),
    Erklaerung(
        "kennung-unsichtbar",
        Severity.FEHLER,
        "Felder, ids und Nummern werden Zeichen für Zeichen verglichen. Mit einem unsichtbaren Zeichen darin sehen "
        "zwei gleich aus und sind verschieden.",
        'nummer: "1\u200b"',
        'nummer: "1"',
        kurz="Ein unsichtbares Zeichen in einer Kennung",
    ),
    Erklaerung(
        "nummer-ungueltig",
        Severity.FEHLER,
        "Die Nummer steht vor der Überschrift und in jeder Tabelle; danach wird geordnet und gesucht. Ein ganzer Satz "
        "passt dort nicht hin.",
        "nummer: siehe bitte das Inhaltsverzeichnis",
        'nummer: "1"',
        kurz="Das ist keine Nummer",
    ),
    Erklaerung(
        "nummer-doppelt",
        Severity.FEHLER,
        "In der Sitzung heißt es »Maßnahme 1.1«, und dann muss jeder dieselbe meinen.",
        '  - id: ziel-zwei\n    nummer: "1.1"',
        '  - id: ziel-zwei\n    nummer: "1.2"',
        kurz="Die Nummer ist schon vergeben",
    ),
    Erklaerung(
        "nummer-ohne-anfuehrung",
        Severity.HINWEIS,
        "konzept liest 5.10 richtig. Andere Programme halten es für eine Zahl und machen 5.1 daraus; dann steht das "
        "zehnte Ziel an der Stelle des ersten.",
        "nummer: 5.10",
        'nummer: "5.10"',
        kurz="Nummer ohne Anführungszeichen",
    ),
)
