"""The catalogue, family »Gestaltung der Seiten«: colours, logo, addresses and own CSS in konzept.yaml."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "farbe-ungueltig",
        Severity.FEHLER,
        "Was keine Farbe ist, kann keine Seite zeigen; sie sähe anders aus, als Sie es wollten.",
        '  akzent: "dunkelgrün"',
        '  akzent: "#0b5d50"',
        abhilfe="Die Anführungszeichen gehören dazu: Ohne sie beginnt mit # ein Kommentar.",
        kurz="Keine Farbe",
    ),
    Erklaerung(
        "kontrast-zu-gering",
        Severity.FEHLER,
        "Wer schlecht sieht oder in der Sonne liest, erkennt die Schrift nicht. Öffentliche Stellen sind zu "
        "4,5 : 1 verpflichtet (ThürBarrWebG, BITV 2.0, WCAG 1.4.3).",
        '  akzent: "#e8a33d"',
        '  akzent: "#8a5200"',
        abhilfe="Oft genügt derselbe Farbton etwas dunkler, für die dunkle Ansicht etwas heller.",
        kurz="Die Farbe ist auf ihrem Grund schlecht lesbar",
    ),
    Erklaerung(
        "beigabe-unbrauchbar",
        Severity.FEHLER,
        "Die Seiten würden ohne das Logo oder ohne Ihr CSS geschrieben, und niemand merkte es.",
        "  logo: gestaltung/wappen.svg",
        "  logo: gestaltung/logo.svg",
        abhilfe="Die Datei liegt im Ordner des Plans und hat höchstens 64 KiB.",
        kurz="Logo oder CSS fehlt oder ist zu groß",
    ),
    Erklaerung(
        "logo-ungueltig",
        Severity.FEHLER,
        "Das Logo steht in jeder Seite. Ein Bild, das Skripte enthält oder etwas nachlädt, verriete fremden Servern, "
        "wer die Seite liest.",
        "  logo: gestaltung/mit-skript.svg",
        "  logo: gestaltung/logo.svg",
        kurz="Das Logo ist kein PNG und kein schlichtes SVG",
    ),
    Erklaerung(
        "logo-ohne-text",
        Severity.FEHLER,
        "Wer sich die Seite vorlesen lässt, erfährt sonst nicht, was dort steht (WCAG 1.1.1).",
        "  logo: gestaltung/logo.svg",
        "  logo: gestaltung/logo.svg\n  logo_text: Wappen des Musterkreises",
        kurz="Dem Logo fehlt der Text zum Vorlesen",
    ),
    Erklaerung(
        "css-ungueltig",
        Severity.FEHLER,
        "Die Seiten holen nichts von anderen Servern; das verlangt der Datenschutz. Ein CSS, das nachlädt, bliebe "
        "außerdem ohne Wirkung.",
        "  css: gestaltung/nachladend.css",
        "  css: gestaltung/seite.css",
        kurz="Das eigene CSS lädt etwas nach",
    ),
    Erklaerung(
        "adresse-ungueltig",
        Severity.FEHLER,
        "Impressum, Datenschutz und Barrierefreiheit müssen von jeder Seite aus zu erreichen sein.",
        "  impressum: www.musterkreis.example/impressum",
        "  impressum: https://www.musterkreis.example/impressum",
        kurz="Keine vollständige Adresse",
    ),
)
