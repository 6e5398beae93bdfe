"""What an editor shows over the fields of konzept.yaml, akteure.yaml and foerderprogramme.yaml."""

from __future__ import annotations

from konzept.domain.akteur import Akteur, Akteurregister, Zustaendigkeit
from konzept.domain.einstellungen import Ausnahme, Bezeichnung, Einstellungen
from konzept.domain.foerderprogramm import Anteil, Foerderprogramm, Foerderung, Programmregister
from konzept.render.schema_beschreibung import Abschnitt, Feld

REGISTER: dict[type, Abschnitt] = {
    Einstellungen: Abschnitt(
        "Einstellungen des Plans",
        "Die Datei konzept.yaml: was für den ganzen Plan gilt. Jede Angabe darf fehlen, die Datei darf leer sein.",
        {
            "koerperschaft": Feld(
                "Körperschaft", "Wessen Plan das ist; steht über den Dokumenten.", ("Ilm-Kreis",)
            ),
            "land": Feld("Land", "Das Bundesland.", ("Thüringen",)),
            "bezeichnungen": Feld(
                "Bezeichnungen",
                "Wie die Ebenen hier heißen, etwa »Leitlinie« statt »Handlungsziel«. Die Felder der Dateien heißen "
                "weiter wie immer; geändert wird nur, was gedruckt wird.",
            ),
            "staende": Feld("Stände", "Eigene Wörter für die Stände der Meldungen; gedruckt wird Ihr Wort."),
            "ampel": Feld(
                "Ampel", "Welche Farbe ein Zustand in Berichten hat, wenn Sie die übliche nicht möchten."
            ),
            "berichtsrhythmus": Feld(
                "Berichtsrhythmus",
                "Wie oft die Stellen nach dem Sachstand gefragt werden. Wer länger nichts gemeldet hat, erscheint als "
                "»ohne Sachstand«. Ohne Angabe halbjährlich.",
            ),
            "fristen": Feld(
                "Fristen",
                "Was kurz-, mittel- und langfristig in diesem Plan bedeuten. Ohne Angabe folgt aus diesen Wörtern kein "
                "Datum.",
            ),
            "regeln": Feld(
                "Regeln",
                "Wie schwer ein Befund wiegt, nach seinem Kürzel: »termin-unlesbar: aus«. Fehler bleiben Fehler.",
            ),
            "ausnahmen": Feld(
                "Ausnahmen",
                "Befunde, mit denen Sie bis zu einem Tag leben, jeder mit Grund. Eine abgelaufene oder unnötige "
                "Ausnahme ist selbst ein Befund.",
            ),
            "fassung": Feld(
                "Fassung",
                "Die Fassung, die ohne »--fassung« gemeint ist; ohne Angabe die jüngste.",
                ("2020",),
            ),
            "gestaltung": Feld("Gestaltung", "Farben, Logo und eigenes CSS der Seiten."),
            "verweise": Feld(
                "Verweise", "Die Adressen von Impressum, Datenschutz und Barrierefreiheit am Fuß jeder Seite."
            ),
            "herausgeber": Feld(
                "Herausgeber",
                "Wer die offenen Daten herausgibt; ohne Angabe die Körperschaft.",
                ("Landratsamt Ilm-Kreis",),
            ),
            "lizenz": Feld("Lizenz", "Unter welchen Bedingungen andere die Texte und Daten nutzen dürfen."),
            "hinweise": Feld("Hinweise", "Anmerkungen zum ganzen Plan; ein Text oder eine Liste."),
            "quelle": Feld("Quelle", "Woher diese Angaben stammen."),
        },
    ),
    Ausnahme: Abschnitt(
        "Ausnahme",
        "Ein Befund, mit dem Sie bis zu einem Tag leben. Ohne Datei und id gilt sie für alle Befunde ihres Kürzels.",
        {
            "code": Feld(
                "Kürzel", "Das Kürzel des Befunds, wie es in eckigen Klammern steht.", ("termin-unlesbar",)
            ),
            "datei": Feld(
                "Datei", "Nur Befunde dieser Datei oder dieses Ordners.", ("data/handlungsfelder/2020/",)
            ),
            "id": Feld("id", "Nur Befunde an diesem Eintrag und an dem, was darunter steht."),
            "bis": Feld("Bis", "Der letzte Tag, an dem die Ausnahme gilt: Jahr-Monat-Tag."),
            "grund": Feld("Grund", "Warum der Befund hingenommen wird."),
        },
    ),
    Bezeichnung: Abschnitt(
        "Bezeichnung",
        "Wie eine Ebene in diesem Plan heißt.",
        {
            "einzahl": Feld("Einzahl", "Das Wort für eines.", ("Leitlinie",)),
            "mehrzahl": Feld("Mehrzahl", "Das Wort für mehrere.", ("Leitlinien",)),
        },
    ),
    Akteurregister: Abschnitt(
        "Akteure",
        "Die Datei akteure.yaml: jede zuständige Stelle einmal. Rollen und Ämter, keine Namen von Personen.",
        {"akteure": Feld("Akteure", "Die Stellen, eine je Eintrag. Die Reihenfolge ist frei.")},
    ),
    Akteur: Abschnitt(
        "Akteur",
        "Eine Stelle, die für Maßnahmen zuständig sein kann: Amt, Verein, Träger, Gremium, Gruppe.",
        {
            "id": Feld(
                "id",
                "Der kurze Name, mit dem Maßnahmen diese Stelle nennen. Einmal vergeben, nie geändert: "
                "Kleinbuchstaben, Ziffern, Bindestriche.",
            ),
            "name": Feld("Name", "Der volle Name, wie er gedruckt wird.", ("Jobcenter Ilm-Kreis",)),
            "kurz": Feld("Kurzform", "Eine kürzere Form für Tabellen.", ("Jobcenter",)),
            "aliasse": Feld(
                "Andere Namen", "Weitere Schreibweisen, unter denen die Stelle vorkommt und gefunden wird."
            ),
            "art": Feld("Art", "Was für eine Stelle das ist. Berichte ordnen danach."),
            "gehoert_zu": Feld(
                "Gehört zu",
                "Die id der Stelle, zu der diese gehört, etwa das Landratsamt. Wer nach der größeren fragt, bekommt "
                "die kleinere mit.",
            ),
            "gueltig_von": Feld(
                "Besteht seit", "Jahr, Monat oder Tag, seit dem es die Stelle gibt.", ("2019-07",)
            ),
            "gueltig_bis": Feld(
                "Besteht bis", "Jahr, Monat oder Tag, bis zu dem es die Stelle gab.", ("2023-12-31",)
            ),
            "nachfolger": Feld("Nachfolger", "Die id der Stelle, die ihre Aufgaben übernommen hat."),
            "hinweis": Feld("Hinweis", "Eine Anmerkung, die gedruckt werden darf."),
            "quelle": Feld("Quelle", "Wo die Stelle so genannt wird."),
        },
    ),
    Zustaendigkeit: Abschnitt(
        "Zuständigkeit",
        "Der Anteil einer Stelle an der Maßnahme. Die id allein heißt: federführend. Sonst mit Rolle: "
        "{akteur: jobcenter, rolle: mitwirkend}.",
        {
            "akteur": Feld("Akteur", "Die id der Stelle aus akteure.yaml."),
            "rolle": Feld("Rolle", "Welchen Anteil die Stelle hat. Ohne Angabe federführend."),
            "hinweis": Feld("Hinweis", "Was in der Vorlage in Klammern dahinter steht.", ("Organisation",)),
        },
    ),
    Programmregister: Abschnitt(
        "Förderprogramme",
        "Die Datei foerderprogramme.yaml: jedes Programm einmal, aus dem Maßnahmen gefördert werden.",
        {"foerderprogramme": Feld("Förderprogramme", "Die Programme, eines je Eintrag.")},
    ),
    Foerderprogramm: Abschnitt(
        "Förderprogramm",
        "Ein Programm, aus dem Maßnahmen gefördert werden. Zeitraum und Summe stehen im Wortlaut der Fundstelle.",
        {
            "id": Feld(
                "id", "Der kurze Name, mit dem Maßnahmen das Programm nennen. Einmal vergeben, nie geändert."
            ),
            "name": Feld("Name", "Der volle Name des Programms."),
            "geber": Feld("Fördergeber", "Wer das Geld gibt.", ("Freistaat Thüringen",)),
            "zeitraum": Feld("Zeitraum", "Wie lange gefördert wird.", ("2019–2023",)),
            "summe": Feld("Summe", "Wie viel gefördert wird.", ("rund 1,2 Mio. Euro",)),
            "anteile": Feld("Anteile", "Wer welchen Anteil in Prozent trägt."),
            "fundstelle": Feld(
                "Fundstelle", "Wo das Programm beschrieben ist: Richtlinie oder Adresse im Netz."
            ),
            "hinweis": Feld("Hinweis", "Eine Anmerkung, die gedruckt werden darf."),
        },
    ),
    Anteil: Abschnitt(
        "Anteil",
        "Der Anteil eines Gebers an einem Programm.",
        {
            "geber": Feld("Geber", "Wer diesen Anteil trägt.", ("Land",)),
            "prozent": Feld("Prozent", "Der Anteil in Prozent, wie er geschrieben ist.", (80,)),
        },
    ),
    Foerderung: Abschnitt(
        "Förderung",
        "Die Förderung dieser Maßnahme aus einem Programm.",
        {
            "programm": Feld("Programm", "Die id des Programms aus foerderprogramme.yaml."),
            "hinweis": Feld("Hinweis", "Was dazu zu sagen ist, etwa der Teil, der gefördert wird."),
        },
    ),
}
