"""The catalogue, family »Dateien und Ordner«: what keeps a file from being read at all, or read as a whole."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "datei-leer",
        Severity.FEHLER,
        "Niemand sieht einer leeren Datei an, ob ihr Inhalt verloren ging oder nie geschrieben wurde. Im "
        "veröffentlichten Plan fehlte er, ohne dass es auffällt.",
        abhilfe="Füllen Sie die Datei aus; wird sie nicht gebraucht, löschen Sie sie.",
        kurz="Die Datei ist leer",
    ),
    Erklaerung(
        "datei-unlesbar",
        Severity.FEHLER,
        "Was sich nicht öffnen lässt, fehlt in jedem Dokument. Ein Handlungsfeld, das der Kreistag beschlossen hat, "
        "darf nicht wegfallen, nur weil einer Datei die Leserechte fehlen.",
        abhilfe="Prüfen Sie, ob an dieser Stelle eine gewöhnliche Datei liegt, die Sie öffnen dürfen. Ein Ordner darf "
        "nicht auf ».yaml« enden.",
        kurz="Datei oder Ordner nicht zu öffnen",
    ),
    Erklaerung(
        "datei-am-falschen-ort",
        Severity.FEHLER,
        "Der Ort sagt, was eine Datei ist und zu welcher Fassung sie gehört. Liegt sie anderswo, arbeitet jemand an "
        "Maßnahmen, die nie im Plan erscheinen.",
        abhilfe="Verschieben Sie die Datei: Handlungsfelder in data/handlungsfelder/FASSUNG/, Fassungen in "
        "data/fassungen/, Meldungen in data/sachstand/, Werte in data/indikatoren/. Ihr Name endet auf ».yaml«.",
        kurz="Die Datei liegt am falschen Ort",
    ),
    Erklaerung(
        "ordner-nicht-gelesen",
        Severity.FEHLER,
        "In diesem Ordner könnten Dateien des Plans liegen. Verknüpfungen folgt konzept nicht, weil sie im Kreis oder "
        "aus dem Plan hinaus führen können.",
        abhilfe="Kopieren Sie die Dateien in den passenden Ordner unter data/ und löschen Sie die Verknüpfung.",
        kurz="Verknüpfter oder zu tiefer Ordner",
    ),
    Erklaerung(
        "datei-zu-gross",
        Severity.FEHLER,
        "Ein ganzes Handlungsfeld braucht nur einen Bruchteil der erlaubten 2 MiB. Ist eine Datei größer, ist meist "
        "etwas hineingeraten, das nicht hingehört, etwa ein Bild oder eine ganze Tabelle.",
        abhilfe="Sehen Sie nach, was die Datei füllt. Verteilen Sie den Inhalt so, dass jedes Handlungsfeld seine "
        "eigene Datei hat.",
        kurz="Die Datei ist größer als 2 MiB",
    ),
    Erklaerung(
        "datei-zu-tief",
        Severity.FEHLER,
        "Ein Plan kommt mit wenigen Ebenen aus. Steht etwas viel tiefer, ist eine Einrückung oder eine Klammer "
        "verrutscht, und die Angaben gehören zu etwas anderem, als Sie meinen.",
        abhilfe="Prüfen Sie ab der genannten Stelle, ob jede Klammer wieder geschlossen und jede Zeile so weit "
        "eingerückt ist wie ihre Nachbarn.",
        kurz="Zu tief geschachtelt",
    ),
    Erklaerung(
        "datei-zu-viele-werte",
        Severity.FEHLER,
        "So viele Werte hat kein Handlungsfeld. Die Grenze sorgt dafür, dass die Prüfung auch dann zu Ende kommt, wenn "
        "ein Programm die Datei versehentlich vollgeschrieben hat.",
        abhilfe="Sehen Sie nach, was sich wiederholt. Teilen Sie den Inhalt, wenn er wirklich gebraucht wird, auf "
        "mehrere Dateien auf.",
        kurz="Mehr als 100.000 Werte in einer Datei",
    ),
    Erklaerung(
        "text-zu-lang",
        Severity.FEHLER,
        "200.000 Zeichen sind etwa hundert Seiten; so lang ist keine Einleitung. Meist fehlt ein Anführungszeichen, "
        "und der Rest der Datei ist zu einem einzigen Text geworden.",
        abhilfe="Prüfen Sie, wo der Text enden soll. Längeres gehört in ein eigenes Dokument, das Sie unter »quelle« "
        "oder »beleg« nennen.",
        kurz="Ein Text über 200.000 Zeichen",
    ),
    Erklaerung(
        "zeichensatz",
        Severity.FEHLER,
        "Ohne UTF-8 werden aus Umlauten falsche Zeichen, und aus »Gespräch« wird in der Vorlage für den Kreistag "
        "»Gespr?ch«.",
        abhilfe="Öffnen Sie die Datei im Editor und speichern Sie sie mit der Kodierung »UTF-8«. Prüfen Sie danach "
        "die Umlaute.",
        kurz="Die Datei ist nicht in UTF-8",
    ),
    Erklaerung(
        "steuerzeichen",
        Severity.FEHLER,
        "Unsichtbare Zeichen kommen beim Kopieren aus PDF oder Word mit. Man sieht sie nicht, aber die Suche findet "
        "das Wort nicht mehr, und manche Programme öffnen das fertige Dokument nicht.",
        "titel: Sprache\x07 und Bildung",
        "titel: Sprache und Bildung",
        kurz="Ein unsichtbares Zeichen im Text",
    ),
    Erklaerung(
        "zu-viele-befunde",
        Severity.FEHLER,
        "Hinter so vielen Befunden steckt meist eine einzige Ursache, etwa eine falsche Einrückung am Anfang oder eine "
        "Datei, die gar nicht in den Plan gehört. Die übrigen werden nur noch gezählt.",
        abhilfe="Beheben Sie die ersten Befunde dieser Datei und prüfen Sie noch einmal; oft verschwinden viele "
        "andere mit.",
        kurz="Mehr als 10.000 Befunde in einer Datei",
    ),
)
