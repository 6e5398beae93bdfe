"""The catalogue, family »Fassungen«: names, predecessors and periods of the editions of a plan, and what is open."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "fassung-name-ungueltig",
        Severity.FEHLER,
        "Der Dateiname ist die id der Fassung. Er steht in Befehlen (»konzept diff 2018 2020«) und in den Namen der "
        "Dokumente; Leerzeichen und Punkte führen dort zu Verwechslungen.",
        abhilfe="Benennen Sie die Datei und den gleichnamigen Ordner der Handlungsfelder um, etwa in »2023«. Der "
        "ausgeschriebene Name gehört in das Feld »art«.",
        kurz="Der Name der Fassung ist keine id",
    ),
    Erklaerung(
        "fassung-ohne-rahmen",
        Severity.FEHLER,
        "Titel, Stand und Beschluss stehen in der Datei der Fassung. Ohne sie lässt sich kein Dokument ausgeben, und "
        "die Handlungsfelder bleiben liegen.",
        abhilfe="Legen Sie data/fassungen/FASSUNG.yaml mit titel, art und stand an. Ist nur der Ordner falsch benannt, "
        "geben Sie ihm den Namen der Fassung.",
        kurz="Handlungsfelder ohne Datei der Fassung",
    ),
    Erklaerung(
        "fassung-unbekannt",
        Severity.FEHLER,
        "Diese Fassung wird gezeigt, wenn niemand eine andere verlangt. Gibt es sie nicht, kommt kein Dokument "
        "zustande.",
        'fassung: "2002"',
        'fassung: "2020"',
        "Ohne diese Zeile gilt die neueste Fassung.",
        kurz="Die Fassung in konzept.yaml fehlt",
    ),
    Erklaerung(
        "vorgaenger-unbekannt",
        Severity.FEHLER,
        "Mit dem Vorgänger wird verglichen, und aus ihm ergibt sich, wessen Verbleib zu erklären ist. Fehlt er, kann "
        "niemand zeigen, was sich geändert hat.",
        'stand: 2020-11-02\nvorgaenger: "2016"',
        "stand: 2020-11-02",
        "Gab es die Fassung 2016, legen Sie data/fassungen/2016.yaml an; ist wenig über sie bekannt, mit "
        "»vollstaendig: false«.",
        kurz="Den Vorgänger gibt es nicht",
    ),
    Erklaerung(
        "vorgaenger-im-kreis",
        Severity.FEHLER,
        "Eine Fassung kann nicht zugleich älter und neuer sein als eine andere. Vergleich und Bilanz hätten weder "
        "Anfang noch Ende.",
        'stand: 2020-11-02\nvorgaenger: "2020"',
        "stand: 2020-11-02",
        "Hat die Fassung einen Vorgänger, nennen Sie dessen id.",
        kurz="Vorgänger führen im Kreis",
    ),
    Erklaerung(
        "geltung-verkehrt",
        Severity.FEHLER,
        "Nach der Geltung richtet sich, welche Fassung an einem Tag gilt und welche Fristen in sie fallen.",
        "gilt_von: 2023\ngilt_bis: 2020",
        "gilt_von: 2020\ngilt_bis: 2023",
        kurz="Die Fassung endet vor ihrem Beginn",
    ),
    Erklaerung(
        "angabe-offen",
        Severity.HINWEIS,
        "In einer neuen Fassung steht vieles erst mit dem Beschluss fest. Der Hinweis hält fest, was vor der "
        "Veröffentlichung noch einzutragen ist.",
        "beschluss:",
        "beschluss: {gremium: Kreistag, datum: 2020-12-16}",
        kurz="Eine Angabe der Fassung steht noch aus",
    ),
    Erklaerung(
        "erledigtes-fortgefuehrt",
        Severity.HINWEIS,
        "Was umgesetzt oder entfallen ist, soll nicht unbemerkt als offene Aufgabe in die nächste Fassung geraten. Der "
        "Kreistag will sehen, was geschafft ist.",
        abhilfe="Nehmen Sie die Maßnahme aus der neuen Fassung und tragen Sie ihren Verbleib ein. Läuft sie wirklich "
        "weiter, sagt das eine Meldung zur neuen Fassung: »konzept sachstand ID --stand laufend …«.",
        kurz="Erledigtes steht in der neuen Fassung",
    ),
)
