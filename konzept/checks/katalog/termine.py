"""The catalogue, family »Termine«: wordings from which no date follows, or not the one that was meant."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "termin-unlesbar",
        Severity.WARNUNG,
        "Der Wortlaut bleibt, wie er beschlossen ist. Aber ohne Datum erinnert »konzept due« niemanden daran, und die "
        "Maßnahme gilt nie als überfällig.",
        "    termin: 31.2.2020",
        "    termin: 28.2.2020",
        "Ist der Wortlaut so beschlossen, sagen Sie daneben unter »teile«, wie er gemeint ist. »konzept termin« zeigt, "
        "wie ein Wortlaut gelesen wird.",
        kurz="Aus dem Wortlaut folgt kein Datum",
    ),
    Erklaerung(
        "termin-ist-stand",
        Severity.WARNUNG,
        "Der Termin ist beschlossen, der Stand ändert sich. Steht »umgesetzt« an der Stelle des Termins, weiß in der "
        "nächsten Sitzung niemand mehr, bis wann es umgesetzt sein sollte, und niemand, wann es gemeldet wurde.",
        "    termin: umgesetzt",
        "    termin: bis Ende 2021",
        kurz="Ein Stand statt eines Termins",
    ),
    Erklaerung(
        "termin-ohne-anker",
        Severity.WARNUNG,
        "Alle zwei Jahre, aber ab wann? Ohne Anfangsjahr kann niemand sagen, ob die Maßnahme in diesem Jahr dran ist.",
        "    termin: im 2-Jahres-Turnus",
        "    termin: {text: im 2-Jahres-Turnus, turnus_ab: 2021}",
        "Steht das Jahr noch nicht fest, darf die Warnung stehen bleiben; geraten wird nicht.",
        kurz="Ein Turnus ohne Anfangsjahr",
    ),
    Erklaerung(
        "termin-verkehrt",
        Severity.WARNUNG,
        "Ein Zeitraum, der endet, bevor er beginnt, ist vertippt. Jede Frist daraus wäre falsch.",
        "    termin: 2023 bis 2020",
        "    termin: 2020 bis 2023",
        kurz="Das Ende liegt vor dem Beginn",
    ),
    Erklaerung(
        "termin-veraltet",
        Severity.WARNUNG,
        "Was schon vorbei war, als die Fassung begann, erscheint sofort als überfällig. Oft ist es eine Jahreszahl, "
        "die aus der alten Fassung stehen geblieben ist.",
        "    termin: bis Ende 2019",
        "    termin: bis Ende 2021",
        "Ist der Termin so beschlossen, bleibt er stehen; eine Meldung zum Sachstand sagt, ob die Maßnahme "
        "erledigt ist.",
        kurz="Vorbei, ehe die Fassung begann",
    ),
    Erklaerung(
        "termin-widerspruch",
        Severity.WARNUNG,
        "Der Wortlaut und die Angabe daneben passen nicht zusammen. Die Fristen folgten dann nicht dem, was "
        "gemeint ist.",
        "    termin: {text: fortlaufend, turnus_ab: 2021}",
        "    termin: fortlaufend",
        kurz="Eine Angabe passt nicht zum Wortlaut",
    ),
    Erklaerung(
        "termin-rrule-unlesbar",
        Severity.WARNUNG,
        "Diese Regel soll den Rhythmus genau festlegen. Wird sie nicht verstanden, hat die Maßnahme gar keine Fristen "
        "mehr, auch nicht die aus dem Wortlaut.",
        "        - {art: wiederkehrend, rrule: FREQ=ZWEIJAEHRLICH}",
        "        - {art: wiederkehrend, beginn: 2021-01-01, rrule: FREQ=YEARLY;INTERVAL=2}",
        kurz="Die Regel des Rhythmus ist unlesbar",
    ),
)
