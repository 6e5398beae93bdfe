"""What an editor shows over the fields of the frame of a Fassung, its resolution and the Verbleib."""

from __future__ import annotations

from konzept.domain.beschluss import Beratung, Beschluss, Vorlage
from konzept.domain.fassung import Beteiligungsschritt, Leitziel, Quellenangabe, Rahmen
from konzept.domain.verbleib import Verbleibseintrag, Verbleibsliste
from konzept.render.schema_beschreibung import Abschnitt, Feld

FASSUNG: dict[type, Abschnitt] = {
    Rahmen: Abschnitt(
        "Fassung",
        "Der Rahmen einer Fassung: alles außer ihren Handlungsfeldern. Ihr Name ist der Name der Datei.",
        {
            "titel": Feld(
                "Titel", "Der Titel des Plans, wie er auf dem Umschlag steht.", ("Integrationskonzept",)
            ),
            "art": Feld("Art", "Was für eine Fassung das ist.", ("Konzept", "1. Fortschreibung")),
            "stand": Feld("Stand", "Der Tag, Monat oder das Jahr des Textes.", ("2020-11-02",)),
            "gilt_von": Feld("Gilt von", "Ab wann die Fassung gilt: Jahr, Monat oder Tag.", ("2020",)),
            "gilt_bis": Feld("Gilt bis", "Bis wann die Fassung gilt, einschließlich.", ("2023",)),
            "vorgaenger": Feld(
                "Vorgänger", "Der Name der Fassung, die durch diese abgelöst wird.", ("2018",)
            ),
            "vollstaendig": Feld(
                "Vollständig dokumentiert",
                "»false«, wenn nur ein Teil der Fassung bekannt ist: Was fehlt, gilt dann als unbekannt und nicht als "
                "Lücke.",
            ),
            "beschluss": Feld(
                "Beschluss", "Wer die Fassung wann beschlossen hat. Leer lassen, solange es nicht belegt ist."
            ),
            "vorlage": Feld(
                "Beschlussvorlage", "Die Vorlage, mit der die Fassung in die Gremien ging oder geht."
            ),
            "beratungsfolge": Feld("Beratungsfolge", "Die Gremien in der Reihenfolge, in der sie beraten."),
            "leitziele": Feld("Leitziele", "Die Ziele des ganzen Plans."),
            "vorwort": Feld("Vorwort", "Markdown ist erlaubt, HTML nicht."),
            "leitbild": Feld("Leitbild", "Markdown ist erlaubt, HTML nicht."),
            "ausblick": Feld("Ausblick", "Wie es weitergeht. Markdown ist erlaubt, HTML nicht."),
            "beteiligung": Feld(
                "Beteiligung", "Wer am Entstehen der Fassung beteiligt war, Schritt für Schritt."
            ),
            "abkuerzungen": Feld(
                "Abkürzungen", "Das Verzeichnis der Abkürzungen: Kürzel links, Bedeutung rechts."
            ),
            "quellen": Feld("Quellen", "Das Verzeichnis der Quellen."),
            "verbleib": Feld(
                "Verbleib",
                "Was aus allem wurde, das der Vorgänger hatte und diese Fassung nicht hat; je Vorgänger eine Liste.",
            ),
        },
    ),
    Leitziel: Abschnitt(
        "Leitziel",
        "Ein Ziel des ganzen Plans.",
        {
            "nummer": Feld("Nummer", "Die gedruckte Nummer, in Anführungszeichen."),
            "titel": Feld("Titel", "Das Leitziel in einem Satz."),
            "text": Feld("Text", "Die Erläuterung. Markdown ist erlaubt, HTML nicht."),
        },
    ),
    Beteiligungsschritt: Abschnitt(
        "Beteiligung",
        "Ein Schritt, in dem andere am Plan mitgewirkt haben.",
        {
            "titel": Feld("Titel", "Was stattfand.", ("Workshop mit den Trägern",)),
            "zeitraum": Feld("Zeitraum", "Wann, im Wortlaut.", ("März bis Mai 2020",)),
            "umfang": Feld("Umfang", "Wie viele beteiligt waren.", ("42 Teilnehmende",)),
            "text": Feld("Text", "Was dabei herauskam."),
            "quelle": Feld("Quelle", "Wo das steht."),
        },
    ),
    Quellenangabe: Abschnitt(
        "Quelle",
        "Ein Eintrag im Verzeichnis der Quellen.",
        {
            "text": Feld("Text", "Die Quelle, wie sie gedruckt wird."),
            "url": Feld("Adresse", "Die Adresse im Netz."),
            "zugriff": Feld("Zugriff", "Wann die Adresse zuletzt gelesen wurde.", ("02.11.2020",)),
        },
    ),
    Beschluss: Abschnitt(
        "Beschluss",
        "Der Beschluss, soweit er belegt ist.",
        {
            "gremium": Feld("Gremium", "Wer beschlossen hat.", ("Kreistag",)),
            "datum": Feld("Datum", "Der Tag des Beschlusses: Jahr-Monat-Tag."),
            "drucksache": Feld("Drucksache", "Die Nummer, unter der er zu finden ist."),
            "url": Feld("Adresse", "Wo der Beschluss im Netz steht."),
        },
    ),
    Vorlage: Abschnitt(
        "Beschlussvorlage",
        "Die Vorlage für die Gremien.",
        {
            "nummer": Feld("Nummer", "Die Nummer der Vorlage.", ("2016/114",)),
            "datum": Feld("Datum", "Der Tag der Vorlage: Jahr-Monat-Tag."),
            "amt": Feld("Amt", "Wer die Vorlage einbringt."),
            "beschlussvorschlag": Feld("Beschlussvorschlag", "Der Satz, über den abgestimmt wird."),
            "sachverhalt": Feld("Sachverhalt", "Worum es geht. Markdown ist erlaubt, HTML nicht."),
            "finanzielle_auswirkungen": Feld("Finanzielle Auswirkungen", "Was der Beschluss kostet."),
            "anlagen": Feld("Anlagen", "Was der Vorlage beiliegt; ein Text oder eine Liste."),
        },
    ),
    Beratung: Abschnitt(
        "Beratung",
        "Ein Schritt der Beratungsfolge.",
        {
            "gremium": Feld("Gremium", "Wer berät.", ("Sozialausschuss",)),
            "art": Feld("Art", "Ob beraten oder beschlossen wird.", ("Vorberatung", "Entscheidung")),
            "termin": Feld("Termin", "Wann, im Wortlaut der Einladung.", ("02.12.2020",)),
            "ergebnis": Feld("Ergebnis", "Wie es ausging.", ("einstimmig empfohlen",)),
        },
    ),
    Verbleibsliste: Abschnitt(
        "Verbleib",
        "Rechenschaft über einen Vorgänger: was aus dem wurde, was hier nicht mehr steht.",
        {
            "gruende": Feld(
                "Gründe", "Gründe, die für die Liste als Ganzes genannt sind; ein Text oder eine Liste."
            ),
            "quelle": Feld("Quelle", "Wo das steht.", ("Anhang A",)),
            "eintraege": Feld("Einträge", "Für jede fehlende id einer."),
        },
    ),
    Verbleibseintrag: Abschnitt(
        "Verbleib",
        "Was aus einem Ziel oder einer Maßnahme des Vorgängers wurde.",
        {
            "id": Feld("id", "Die id, die der Vorgänger hatte und diese Fassung nicht mehr hat."),
            "verbleib": Feld(
                "Verbleib",
                "Was daraus wurde. Außer bei »nicht-aufgenommen« gehört eine Begründung dazu, bei »zusammengelegt« und "
                "»aufgeteilt« auch die ids, in denen es weiterlebt.",
            ),
            "ziele": Feld("Ziele", "Die ids der neuen Fassung, in denen es weiterlebt."),
            "begruendung": Feld("Begründung", "Warum. Der Kreistag fragt danach."),
            "quelle": Feld("Quelle", "Wo das steht."),
        },
    ),
}
