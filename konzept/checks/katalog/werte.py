"""The catalogue, family »Werte«: days, amounts, numbers and words that are not written as the plan reads them."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "wert-unbekannt",
        Severity.FEHLER,
        "Danach wird ausgewählt, gezählt und gefärbt. Ein Wort, das nicht auf der Liste steht, fiele aus jeder "
        "Auswertung heraus.",
        "  - {id: jobcenter, name: Jobcenter, art: behörde}",
        "  - {id: jobcenter, name: Jobcenter, art: behoerde}",
        "Diese Wörter stehen ohne Umlaute; in den Dokumenten erscheinen sie richtig geschrieben.",
        kurz="Kein Wort aus der Auswahl",
    ),
    Erklaerung(
        "datum-ungueltig",
        Severity.FEHLER,
        "Fristen, Reihenfolge und Geltung werden aus diesen Tagen berechnet. In der Form Jahr-Monat-Tag gibt es keinen "
        "Zweifel, welche Zahl der Monat ist.",
        "stand: 2.11.2020",
        "stand: 2020-11-02",
        "Der Termin einer Maßnahme bleibt dagegen, wie er beschlossen ist: »bis Ende 2022«.",
        kurz="Kein gültiges Datum",
    ),
    Erklaerung(
        "betrag-ungueltig",
        Severity.FEHLER,
        "Mit Beträgen wird gerechnet. »12.500« ist für die einen zwölftausendfünfhundert, für andere Programme "
        "zwölfeinhalb.",
        "    kosten: {betrag: 12.500 Euro}",
        "    kosten: {betrag: 12500}",
        "Was sich nicht beziffern lässt, schreiben Sie aus: »kosten: derzeit nicht bezifferbar«.",
        kurz="Kein Betrag",
    ),
    Erklaerung(
        "zahl-ungueltig",
        Severity.FEHLER,
        "Aus »20/21« ist nicht zu erkennen, ob ein Haushaltsjahr, ein Schuljahr oder zwei Jahre gemeint sind. Geraten "
        "wird nicht.",
        "    kosten: {betrag: 12500, jahr: 20/21}",
        "    kosten: {betrag: 12500, jahr: 2021}",
        kurz="Keine ganze Zahl",
    ),
    Erklaerung(
        "wahrheitswert-ungueltig",
        Severity.FEHLER,
        "Dieses Feld ist ein Schalter und entscheidet, wie der Eintrag gezeigt wird: ob er etwa als erschlossen "
        "gekennzeichnet ist. Dazwischen gibt es nichts.",
        "erschlossen: vielleicht",
        "erschlossen: true",
        "Was zu erläutern ist, gehört in »hinweise«.",
        kurz="Weder true noch false",
    ),
    Erklaerung(
        "intern-ungueltig",
        Severity.FEHLER,
        "»intern: true« sieht aus, als bliebe damit der ganze Eintrag unveröffentlicht. Das stimmt nicht: Nur die "
        "Bemerkung selbst bleibt im Haus.",
        "intern: true",
        "intern: Mit dem Schulamt ist die Zuständigkeit noch zu klären.",
        "Was niemand lesen soll, gehört nicht in den Plan.",
        kurz="»intern« als Schalter benutzt",
    ),
)
