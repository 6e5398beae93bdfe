"""The catalogue, family »Sachstand«: reports that contradict the plan, each other or the calendar."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "sachstand-ohne-fassung",
        Severity.FEHLER,
        "Meldungen gehören zu den Maßnahmen einer Fassung. Ohne sie erschiene keine davon im Bericht an den Kreistag.",
        abhilfe="Benennen Sie die Datei wie die Fassung, deren Maßnahmen sie nennt, etwa data/sachstand/2020.yaml.",
        kurz="Meldungen zu unbekannter Fassung",
    ),
    Erklaerung(
        "massnahme-unbekannt",
        Severity.FEHLER,
        "Die Stelle hat berichtet, aber ihre Meldung käme nirgends an, und die Maßnahme stünde weiter als »ohne "
        "Meldung« da.",
        "massnahme: kurs,",
        "massnahme: beratung,",
        "Die ids zeigt »konzept list«.",
        kurz="Meldung zu unbekannter Maßnahme",
    ),
    Erklaerung(
        "sachstand-reihenfolge",
        Severity.WARNUNG,
        "Die Datei ist ein Tagebuch: Neues kommt ans Ende. So bleibt erkennbar, was man an einem Tag schon wissen "
        "konnte. Eine falsche Reihenfolge ist meist eine vertippte Jahreszahl.",
        "  - {am: 2021-05-31, erfasst: 2021-06-01, massnahme: beratung, stand: begonnen}",
        "  - {am: 2022-05-31, erfasst: 2022-06-01, massnahme: beratung, stand: begonnen}",
        "Tragen Sie etwas nach, ist »erfasst« der heutige Tag, auch wenn »am« länger zurückliegt.",
        kurz="Meldungen nicht der Reihe nach",
    ),
    Erklaerung(
        "sachstand-vorgegriffen",
        Severity.WARNUNG,
        "Berichten lässt sich nur, was schon geschehen ist. Ein Stand von morgen wäre eine Ankündigung und machte den "
        "Bericht angreifbar.",
        "am: 2021-07-03,",
        "am: 2021-06-30,",
        kurz="Meldung über einen späteren Tag",
    ),
    Erklaerung(
        "sachstand-zukuenftig",
        Severity.WARNUNG,
        "Eine Meldung aus der Zukunft zählt erst, wenn ihr Tag gekommen ist. Bis dahin sieht es so aus, als hätte die "
        "Stelle nicht geantwortet.",
        "  - {am: 2032-06-30, erfasst: 2032-07-02,",
        "  - {am: 2023-06-30, erfasst: 2023-07-02,",
        kurz="Meldung aus der Zukunft",
    ),
    Erklaerung(
        "sachstand-zu-lang",
        Severity.WARNUNG,
        "Der Kreistag liest Dutzende Meldungen hintereinander. Drei Sätze reichen für das, was sich geändert hat; mehr "
        "liest dort niemand.",
        "    text: Eine Stelle ist besetzt. Eine ist frei. Zwei sind ausgeschrieben.",
        "    text: Von vier Stellen ist eine besetzt, zwei sind ausgeschrieben.",
        kurz="Meldung mit mehr als drei Sätzen",
    ),
    Erklaerung(
        "meldung-nach-abschluss",
        Severity.WARNUNG,
        "Zuletzt hieß es, die Maßnahme sei abgeschlossen. Im Bericht fiele sonst aus der Zahl der umgesetzten wieder "
        "eine heraus, ohne dass jemand den Grund kennt.",
        "  - {am: 2021-12-31, erfasst: 2022-01-10, massnahme: beratung, stand: laufend}",
        "  - am: 2021-12-31\n    erfasst: 2022-01-10\n    massnahme: beratung\n    stand: laufend\n"
        '    text: "Korrektur: Die zweite Stelle ist noch nicht besetzt."',
        kurz="Meldung nach dem Abschluss",
    ),
    Erklaerung(
        "teil-unbekannt",
        Severity.WARNUNG,
        "»teil« sagt, welcher Abschnitt des Termins erledigt ist. Gibt es ihn nicht, bleibt die Frist offen und die "
        "Maßnahme überfällig.",
        "    erfuellt: [{teil: 2}]",
        "    erfuellt: [{teil: 1}]",
        "Welche Teile ein Wortlaut hat, zeigt »konzept termin«.",
        kurz="Diesen Teil hat der Termin nicht",
    ),
    Erklaerung(
        "frist-unbekannt",
        Severity.WARNUNG,
        "Abgehakt wird eine bestimmte Frist. Nennt die Meldung einen Tag, an dem keine war, bleibt die richtige offen.",
        "    erfuellt: [{teil: 1, frist: 2021-06-30}]",
        "    erfuellt: [{teil: 1}]",
        "Die Fristen einer Maßnahme zeigt »konzept show ID«.",
        kurz="An diesem Tag war keine Frist",
    ),
    Erklaerung(
        "neuer-termin-unlesbar",
        Severity.WARNUNG,
        "Wer einen Aufschub meldet, soll zum neuen Tag auch erinnert werden. Ohne lesbares Datum geht das nicht.",
        "    neuer_termin: bis zum 31.2.2022",
        "    neuer_termin: bis zum 28.2.2022",
        kurz="Neuer Termin ohne lesbares Datum",
    ),
    Erklaerung(
        "neuer-termin-verkehrt",
        Severity.WARNUNG,
        "Ein Zeitraum, der endet, bevor er beginnt, ist vertippt. Die Maßnahme wäre schon mit der Meldung wieder "
        "überfällig.",
        "    neuer_termin: 2023 bis 2022",
        "    neuer_termin: 2022 bis 2023",
        kurz="Neuer Termin endet vor seinem Beginn",
    ),
)
