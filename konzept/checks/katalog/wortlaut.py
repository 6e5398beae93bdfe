"""The catalogue, family »Wortlaut«: letters, signs and words of a text, and the list of abbreviations."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "text-verlesen",
        Severity.WARNUNG,
        "Die Texterkennung verwechselt großes I und kleines l. Wer nach »Ilm-Kreis« sucht, findet "
        "»IIm-Kreis« nicht, auch wenn beides gleich aussieht.",
        "IIm-Kreis",
        "Ilm-Kreis",
        abhilfe="»konzept validate --fix=ocr« behebt die sicheren Fälle.",
        kurz="Ein Lesefehler der Texterkennung",
    ),
    Erklaerung(
        "text-symbol",
        Severity.WARNUNG,
        "Word und PDF setzen Aufzählungspunkte und Symbole aus eigenen Schriften. Überall sonst "
        "erscheint ein leeres Kästchen.",
        "\uf0b7 Deutschkurse",
        "Deutschkurse",
        kurz="Ein Zeichen, das nur eine Schrift kennt",
    ),
    Erklaerung(
        "zeichen-unsichtbar",
        Severity.WARNUNG,
        "Niemand sieht das Zeichen, aber die Suche findet das Wort nicht mehr, und ein Datum kann anders gelesen "
        "werden, als es aussieht.",
        "Deutsch\u200bkurse",
        "Deutschkurse",
        "In doppelten Anführungszeichen ist auch der Code gemeint, etwa »\\u200b«.",
        kurz="Ein Zeichen, das niemand sieht",
    ),
    Erklaerung(
        "text-leerzeichen",
        Severity.HINWEIS,
        "Doppelte Leerzeichen stammen vom Kopieren; im Vergleich zweier Fassungen und in der Suche stören sie.",
        "Deutschkurse  anbieten",
        "Deutschkurse anbieten",
        kurz="Mehr als ein Leerzeichen",
    ),
    Erklaerung(
        "text-html",
        Severity.WARNUNG,
        "Texte sind einfache Texte; HTML wird nicht ausgeführt, sondern gedruckt, wie es dasteht.",
        "Deutschkurse<br>anbieten",
        "Deutschkurse anbieten",
        kurz="Ein Rest von HTML",
    ),
    Erklaerung(
        "text-tabelle",
        Severity.WARNUNG,
        "Eine Tabelle ist so breit wie ihr Kopf. Was in einer Zeile hinter der letzten Zelle des Kopfes steht, "
        "druckt kein Programm: Die Worte gingen lautlos verloren.",
        "| Anfänger | 12 | nicht im Sommer |",
        "| Anfänger | 12, nicht im Sommer |",
        abhilfe="Ein Strich, der zum Text gehört, wird als \\| geschrieben, auch innerhalb von Code; sonst bekommt der "
        "Kopf eine Zelle mehr, und die Zeile unter ihm auch.",
        kurz="Eine Zeile einer Tabelle hat mehr Zellen als ihr Kopf",
    ),
    Erklaerung(
        "text-anfuehrung",
        Severity.HINWEIS,
        "Ein Plan, der mal so und mal so anführt, sieht nach Stückwerk aus, und gerade Zeichen sind im "
        "Deutschen keine Anführungszeichen.",
        '"Offene Seiten"',
        "„Offene Seiten“",
        'Gemeldet wird auch ein Zitat, das anders endet, als es begann: „…" oder »…“.',
        kurz="Gerade Anführungszeichen zwischen typographischen, oder zwei, die kein Paar sind",
    ),
    Erklaerung(
        "text-genderform",
        Severity.HINWEIS,
        "Wie Personen aller Geschlechter genannt werden, ist eine Entscheidung für den ganzen Plan. "
        "Gemischt wirkt es wie ein Versehen.",
        "Leser*innen",
        "LeserInnen",
        kurz="Gemischte Schreibweisen für Personen",
    ),
    Erklaerung(
        "text-zerlegt",
        Severity.HINWEIS,
        "Manche Programme schreiben »ü« als u mit zwei Punkten dahinter. Das sieht gleich aus, aber "
        "Suche, Sortierung und Vergleich halten es für etwas anderes.",
        "fu\u0308r",
        "für",
        abhilfe="»konzept validate --fix« setzt die Zeichen zusammen.",
        kurz="Ein Buchstabe aus zwei Zeichen",
    ),
    Erklaerung(
        "abkuerzung-fehlt",
        Severity.HINWEIS,
        "Das Abkürzungsverzeichnis verspricht, jede Abkürzung zu erklären. Wer nicht vom Fach ist, "
        "bleibt sonst an ihr hängen.",
        "  IKW: Interkulturelle Woche",
        "  IKW: Interkulturelle Woche\n  ÖPNV: öffentlicher Personennahverkehr",
        abhilfe="Namen von Stellen und Förderprogrammen aus den Registern brauchen keinen Eintrag; auch nicht, "
        "was der Text selbst erklärt: »Interkulturelle Woche (IKW)«.",
        kurz="Eine Abkürzung fehlt im Verzeichnis",
    ),
    Erklaerung(
        "abkuerzung-unbenutzt",
        Severity.HINWEIS,
        "Ein Verzeichnis voller Abkürzungen, die nirgends vorkommen, schlägt niemand mehr nach.",
        "  IKW: Interkulturelle Woche\n  ÖPNV: öffentlicher Personennahverkehr",
        "  IKW: Interkulturelle Woche",
        kurz="Eine Abkürzung, die niemand benutzt",
    ),
)
