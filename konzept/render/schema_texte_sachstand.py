"""What an editor shows over the fields of the log of reports and of the values of indicators."""

from __future__ import annotations

from konzept.domain.indikator import Indikatorwerte, Messung
from konzept.domain.sachstand import Erfuellung, Meldung, Sachstand
from konzept.render.schema_beschreibung import Abschnitt, Feld

SACHSTAND: dict[type, Abschnitt] = {
    Sachstand: Abschnitt(
        "Sachstand",
        "Was zu den Maßnahmen einer Fassung gemeldet wurde. Einträge werden nur ergänzt, nie geändert: Ein späterer "
        "derselben Stelle zum selben Tag tritt an die Stelle des früheren.",
        {"eintraege": Feld("Einträge", "Die Meldungen, geordnet nach »erfasst«; die neueste steht unten.")},
    ),
    Meldung: Abschnitt(
        "Meldung",
        "Eine Meldung zu einer Maßnahme.",
        {
            "am": Feld("Stand vom", "Der Tag, von dem die Meldung spricht: Jahr-Monat-Tag."),
            "erfasst": Feld("Erfasst am", "Der Tag, an dem sie aufgeschrieben wurde: Jahr-Monat-Tag."),
            "massnahme": Feld("Maßnahme", "Die id der Maßnahme."),
            "stand": Feld("Stand", "Wie weit die Maßnahme ist."),
            "text": Feld("Text", "Was gemeldet wurde, in höchstens drei Sätzen."),
            "von": Feld("Von", "Die id der Stelle, die gemeldet hat."),
            "beleg": Feld("Beleg", "Wo das steht.", ("E-Mail vom 12.05.2021",)),
            "erfuellt": Feld(
                "Erfüllt", "Welche Teile des Termins, oder welche Fristen davon, damit erledigt sind."
            ),
            "neuer_termin": Feld(
                "Neuer Termin",
                "Der Termin, den die Stelle ankündigt. Er gilt erst, wenn der Beschluss genannt ist, der ihn setzt.",
                ("bis Ende 2026",),
            ),
            "beschluss": Feld("Beschluss", "Der Beschluss, der den neuen Termin setzt."),
        },
    ),
    Erfuellung: Abschnitt(
        "Erfüllt",
        "Ein Teil des Termins, der mit dieser Meldung erledigt ist.",
        {
            "teil": Feld("Teil", "Der wievielte Teil des Termins, gezählt ab 1; »konzept show« zeigt sie."),
            "frist": Feld(
                "Frist", "Nur diese eine Frist des Teils: Jahr-Monat-Tag. Ohne Angabe der ganze Teil."
            ),
        },
    ),
    Indikatorwerte: Abschnitt(
        "Werte der Indikatoren",
        "Gemessene Werte. Wie sie sich auf Dateien verteilen, ist frei; am besten eine Datei je Jahr.",
        {"werte": Feld("Werte", "Die Werte, für jeden Indikator nach der Zeit geordnet.")},
    ),
    Messung: Abschnitt(
        "Wert eines Indikators",
        "Ein Wert zu einem Jahr, Monat oder Tag.",
        {
            "indikator": Feld(
                "Indikator", "Die id, die der Indikator an seinem Ziel oder seiner Maßnahme hat."
            ),
            "am": Feld("Zeitpunkt", "Das Jahr, der Monat oder der Tag, für den der Wert gilt.", (2024,)),
            "wert": Feld("Wert", "In Ziffern, ohne Tausenderpunkt und Einheit.", ("12,5",)),
            "quelle": Feld("Quelle", "Woher der Wert kommt."),
            "hinweis": Feld("Hinweis", "Was zu ihm zu sagen ist."),
        },
    ),
}
