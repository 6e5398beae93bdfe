"""The catalogue, family »Schreibweise in YAML«: what the file says to a machine is not what its author meant."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "yaml-fehler",
        Severity.FEHLER,
        "Ab dieser Stelle ist nicht zu erkennen, was wozu gehört. Die Datei wird nicht übernommen, damit kein halbes "
        "Handlungsfeld veröffentlicht wird.",
        "titel: Kurse: Angebot und Bedarf",
        'titel: "Kurse: Angebot und Bedarf"',
        kurz="Die Datei ist kein gültiges YAML",
    ),
    Erklaerung(
        "yaml-tag",
        Severity.FEHLER,
        "Das Ausrufezeichen am Anfang hat in YAML eine eigene Bedeutung. Ohne Anführungszeichen stünde im Plan ein "
        "anderer Text als der, den Sie geschrieben haben.",
        "titel: !wichtig Sprache und Bildung",
        'titel: "!wichtig Sprache und Bildung"',
        kurz="»!« am Anfang eines Textes",
    ),
    Erklaerung(
        "yaml-verweis",
        Severity.FEHLER,
        "»&« und »*« am Anfang haben in YAML eine eigene Bedeutung. Ohne Anführungszeichen ginge ein Wort verloren, "
        "oder es stünde Text von anderswo da.",
        "titel: &neu Sprache und Bildung",
        'titel: "&neu Sprache und Bildung"',
        kurz="»&« oder »*« am Anfang eines Textes",
    ),
    Erklaerung(
        "yaml-mehrere-dokumente",
        Severity.FEHLER,
        "Gelesen wird nur, was vor der Trennlinie steht. Alles dahinter fehlte im Plan, obwohl es in der Datei steht.",
        'titel: Sprache und Bildung\n---\nid: feld\nnummer: "1"\ntitel: Sprache und Bildung',
        "titel: Sprache und Bildung",
        "Gehört das zweite Stück zu einem anderen Handlungsfeld, legen Sie dafür eine eigene Datei an.",
        kurz="»---« teilt die Datei",
    ),
    Erklaerung(
        "schluessel-doppelt",
        Severity.FEHLER,
        "Von zwei gleichen Feldern kann nur eines gelten, und welches beschlossen wurde, weiß nur, wer den Plan kennt. "
        "Viele Programme nähmen einfach das letzte.",
        "titel: Sprache und Bildung\ntitel: Bildung",
        "titel: Sprache und Bildung",
        kurz="Ein Feld steht zweimal da",
    ),
    Erklaerung(
        "schluessel-kein-text",
        Severity.FEHLER,
        "Vor dem Doppelpunkt steht der Name eines Feldes. Eine Klammer an dieser Stelle ist fast immer Text, dem die "
        "Anführungszeichen fehlen.",
        "{Bildung}: Kurse",
        'einleitung: "{Bildung}: Kurse"',
        kurz="Der Name eines Feldes ist kein Text",
    ),
    Erklaerung(
        "kommentar-verschluckt",
        Severity.WARNUNG,
        "Hinter einem Leerzeichen beginnt mit »#« ein Kommentar, den kein Dokument zeigt. Der Rest der Zeile ginge "
        "verloren, und niemand würde es merken.",
        "titel: Kurs #1 für alle",
        'titel: "Kurs #1 für alle"',
        "Soll es ein Kommentar sein, setzen Sie hinter »#« ein Leerzeichen.",
        kurz="Text hinter »#« geht verloren",
    ),
)
