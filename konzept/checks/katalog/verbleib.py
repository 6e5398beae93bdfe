"""The catalogue, family »Verbleib«: the account of what became of every entry of the old Fassung."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

NUR_BERATUNG = "      - {id: beratung, verbleib: nicht-aufgenommen}"

ERKLAERUNGEN = (
    Erklaerung(
        "verbleib-offen",
        Severity.WARNUNG,
        "Der Kreistag hat diese Maßnahme beschlossen und darf erfahren, was aus ihr wurde. Solange das offen ist, geht "
        "die Bilanz der beiden Fassungen nicht auf.",
        "    eintraege:\n      []",
        "    eintraege:\n      - id: beratung\n        verbleib: ersetzt\n        ziele: [sozialberatung]\n"
        "        begruendung: Die Beratung heißt jetzt Sozialberatung und hat feste Zeiten.",
        kurz="Der Verbleib ist nicht angegeben",
    ),
    Erklaerung(
        "verbleib-ohne-begruendung",
        Severity.WARNUNG,
        "Das Wort allein beantwortet die Frage nach dem Warum nicht. Die Begründung steht in der Synopse neben der "
        "alten Maßnahme.",
        "      - {id: beratung, verbleib: umgesetzt}",
        "      - id: beratung\n        verbleib: umgesetzt\n        begruendung: Die Beratungsstelle ist eröffnet.",
        "Ist kein Grund überliefert, ist »nicht-aufgenommen« der ehrliche Verbleib.",
        kurz="Der Verbleib ist nicht begründet",
    ),
    Erklaerung(
        "verbleib-ohne-ziel",
        Severity.FEHLER,
        "»Zusammengelegt« und »aufgeteilt« heißen, dass die Maßnahme weiterlebt. Ohne das Ziel findet sie niemand "
        "wieder.",
        "      - {id: beratung, verbleib: zusammengelegt, begruendung: Beides gehört zusammen.}",
        "      - id: beratung\n        verbleib: zusammengelegt\n        ziele: [sozialberatung]\n"
        "        begruendung: Beides gehört zusammen.",
        kurz="Unklar, worin es weiterlebt",
    ),
    Erklaerung(
        "verbleib-ziele-unpassend",
        Severity.WARNUNG,
        "Das Wort und die Ziele sagen Verschiedenes: Umgesetztes lebt in nichts weiter, Aufgeteiltes in mehr als "
        "einem, und an die Stelle einer Maßnahme tritt kein ganzes Handlungsfeld. In der Synopse stünde beides "
        "nebeneinander.",
        "verbleib: umgesetzt",
        "verbleib: ersetzt",
        "Lebt es nicht weiter, streichen Sie »ziele«.",
        kurz="Verbleib und Ziele passen nicht zusammen",
    ),
    Erklaerung(
        "verbleib-ziel-unbekannt",
        Severity.FEHLER,
        "Die Synopse stellt die alte Maßnahme neben die, in der sie weiterlebt. Dafür muss es diese in der neuen "
        "Fassung geben.",
        "ziele: [sozialbratung]",
        "ziele: [sozialberatung]",
        kurz="Das Ziel gibt es in der Fassung nicht",
    ),
    Erklaerung(
        "verbleib-unbekannt",
        Severity.FEHLER,
        "Der Eintrag erklärt etwas, das es in der alten Fassung nicht gab. Meist ist die id verschrieben, und die "
        "gemeinte Maßnahme bleibt ohne Erklärung.",
        f"{NUR_BERATUNG}\n      - {{id: berattung, verbleib: nicht-aufgenommen}}",
        NUR_BERATUNG,
        kurz="In der alten Fassung gibt es das nicht",
    ),
    Erklaerung(
        "verbleib-doppelt",
        Severity.FEHLER,
        "Jede alte Maßnahme zählt in der Bilanz genau einmal. Zwei Einträge können sich außerdem widersprechen.",
        f"{NUR_BERATUNG}\n{NUR_BERATUNG}",
        NUR_BERATUNG,
        kurz="Zwei Einträge zu derselben id",
    ),
    Erklaerung(
        "verbleib-fortgefuehrt",
        Severity.FEHLER,
        "Der Eintrag nennt etwas als weggefallen, das noch im Plan steht. Eines von beiden stimmt nicht.",
        f"{NUR_BERATUNG}\n      - {{id: soziales, verbleib: nicht-aufgenommen}}",
        NUR_BERATUNG,
        kurz="Verbleib für etwas, das noch dasteht",
    ),
    Erklaerung(
        "verbleib-fassung-unbekannt",
        Severity.FEHLER,
        "Jede Liste erklärt den Verbleib einer bestimmten Fassung. Ist die unbekannt, zählt keiner ihrer Einträge, und "
        "die alten Maßnahmen gelten weiter als ungeklärt.",
        '  "2016":',
        '  "2020":',
        kurz="Verbleib einer unbekannten Fassung",
    ),
)
