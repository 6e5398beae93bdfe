"""What an editor shows over the fields of a Handlungsfeld, its goals and its Maßnahmen."""

from __future__ import annotations

from konzept.domain.element import Gegenstand, Indikator, Planelement, Querbezug
from konzept.domain.handlungsfeld import Handlungsfeld, Handlungsziel, Kosten, Massnahme
from konzept.domain.terminangabe import Teilangabe, Termin
from konzept.render.schema_beschreibung import Abschnitt, Feld

MASSNAHMEN: dict[type, Abschnitt] = {
    Planelement: Abschnitt(
        "Ebene",
        "Was jede Ebene des Plans tragen darf.",
        {
            "querbezuege": Feld(
                "Querbezüge",
                "Verweise auf andere Ziele oder Maßnahmen, in dieser oder einer anderen Fassung.",
            ),
            "hinweise": Feld("Hinweise", "Anmerkungen, die gedruckt werden; ein Text oder eine Liste."),
            "indikatoren": Feld("Indikatoren", "Woran der Erfolg gemessen wird."),
            "leichte_sprache": Feld("Leichte Sprache", "Derselbe Inhalt in Leichter Sprache."),
            "texte": Feld(
                "Übersetzungen",
                "Derselbe Inhalt in anderen Sprachen, nach dem Kürzel der Sprache: »en: …«, »uk: …«, »ar: …«.",
            ),
            "textart": Feld(
                "Textart",
                "Ob der Text der beschlossene Wortlaut ist. Eine Zusammenfassung wird als solche gedruckt und nicht "
                "Wort für Wort verglichen.",
            ),
            "quelle": Feld("Quelle", "Wo das in der Vorlage steht.", ("S. 24",)),
            "erschlossen": Feld(
                "Erschlossen",
                "»true«, wenn die Vorlage das nicht sagt und es sich nur aus dem Zusammenhang ergibt.",
            ),
            "intern": Feld("Interne Bemerkung", "Eine Bemerkung für Sie. Sie wird nicht veröffentlicht."),
        },
    ),
    Gegenstand: Abschnitt(
        "Gegenstand",
        "Was eine eigene id hat.",
        {
            "id": Feld(
                "id",
                "Der kurze Name, einmal vergeben, nie wieder verwendet und durch alle Fassungen gleich: "
                "Kleinbuchstaben, Ziffern, Bindestriche. Gedruckt wird die Nummer, nicht die id.",
            ),
            "begruendung": Feld(
                "Begründung",
                "Warum diese Fassung das neu aufnimmt oder ändert. Steht in der Synopse; beschlossen ist sie nicht.",
            ),
        },
    ),
    Handlungsfeld: Abschnitt(
        "Handlungsfeld",
        "Ein Handlungsfeld, eine Datei. Maßnahmen stehen unter ihren Handlungszielen oder, wo es keine gibt, "
        "unmittelbar darunter.",
        {
            "nummer": Feld("Nummer", "Die gedruckte Nummer, in Anführungszeichen."),
            "titel": Feld("Titel", "Der Titel des Handlungsfelds.", ("Sprache und Bildung",)),
            "einleitung": Feld("Einleitung", "Der Text vor den Zielen. Markdown ist erlaubt, HTML nicht."),
            "arbeitskreis": Feld("Arbeitskreis", "Wer das Handlungsfeld begleitet."),
            "handlungsziele": Feld(
                "Handlungsziele", "Die Ziele des Handlungsfelds; gedruckt nach ihrer Nummer."
            ),
            "massnahmen": Feld("Maßnahmen", "Die Maßnahmen, die unmittelbar unter dem Handlungsfeld stehen."),
        },
    ),
    Handlungsziel: Abschnitt(
        "Handlungsziel",
        "Ein Ziel mit seinen Maßnahmen. Sein Termin gilt für alle, die keinen eigenen haben.",
        {
            "nummer": Feld(
                "Nummer", 'Die gedruckte Nummer, in Anführungszeichen: "5.10" steht hinter "5.9".'
            ),
            "titel": Feld("Titel", "Das Ziel, wie es beschlossen ist."),
            "termin": Feld(
                "Termin",
                "Die Zeitangabe im Wortlaut; sie gilt für alle Maßnahmen ohne eigenen Termin. »konzept termin« zeigt, "
                "wie sie gelesen wird.",
                ("fortlaufend", "bis Ende 2026", "jährlich im September"),
            ),
            "massnahmen": Feld(
                "Maßnahmen", "Die Maßnahmen des Ziels, in der Reihenfolge, in der sie gedruckt werden."
            ),
            "leitziele": Feld("Leitziele", "Die ids der Leitziele, denen dieses Ziel dient."),
        },
    ),
    Massnahme: Abschnitt(
        "Maßnahme",
        "Was getan werden soll, von wem und bis wann.",
        {
            "nummer": Feld("Nummer", 'Die Nummer innerhalb des Ziels, falls gedruckt: "2" bei »Maßnahme 2«.'),
            "titel": Feld("Titel", "Ein kurzer Titel; ohne Angabe der erste Satz des Textes."),
            "text": Feld("Text", "Die Maßnahme, wie sie beschlossen ist. Markdown ist erlaubt, HTML nicht."),
            "termin": Feld(
                "Termin",
                "Die Zeitangabe im Wortlaut; sie geht der des Ziels vor. »konzept termin« zeigt, wie sie gelesen wird.",
                ("fortlaufend", "bis Ende 2026", "jährlich im September"),
            ),
            "zustaendigkeiten": Feld(
                "Zuständigkeiten",
                "Wer die Maßnahme umsetzt. Eine id allein heißt federführend, sonst steht die Rolle dabei.",
            ),
            "foerderungen": Feld("Förderungen", "Die Programme, aus denen die Maßnahme gefördert wird."),
            "kosten": Feld(
                "Kosten",
                "In Worten oder als Abschnitt mit Betrag, Währung und Jahr.",
                ("derzeit nicht bezifferbar",),
            ),
            "beschluss": Feld(
                "Beschluss", "Ein eigener Beschluss über diese Maßnahme, soweit er belegt ist."
            ),
        },
    ),
    Kosten: Abschnitt(
        "Kosten",
        "Was die Maßnahme kostet: in Worten, oder als Betrag mit Währung und Jahr.",
        {
            "text": Feld("Text", "Die Kosten in Worten."),
            "betrag": Feld("Betrag", "Nur Ziffern, Cent hinter einem Punkt.", (12500,)),
            "waehrung": Feld("Währung", "Ohne Angabe EUR.", ("EUR",)),
            "jahr": Feld("Jahr", "Das Jahr, für das der Betrag gilt."),
        },
    ),
    Termin: Abschnitt(
        "Termin",
        "Eine Zeitangabe: der beschlossene Wortlaut, und nur wo er anders gemeint ist als gelesen, die Teile dazu.",
        {
            "text": Feld("Wortlaut", "Die Zeitangabe, wie sie beschlossen ist.", ("im 2-Jahres-Turnus",)),
            "teile": Feld("Teile", "Wie der Wortlaut gemeint ist; ersetzt die Lesart des Programms."),
            "turnus_ab": Feld(
                "Turnus ab", "Das Jahr, ab dem ein Turnus zählt, der selbst keines nennt.", (2021,)
            ),
        },
    ),
    Teilangabe: Abschnitt(
        "Teil eines Termins",
        "Ein Teil der Zeitangabe, so wie er gemeint ist.",
        {
            "text": Feld("Wortlaut", "Das Stück des Wortlauts; ohne Angabe der ganze."),
            "art": Feld("Art", "Wie der Teil gemeint ist."),
            "beginn": Feld("Beginn", "Der erste Tag: Jahr-Monat-Tag."),
            "ende": Feld("Ende", "Der letzte Tag, bei »faellig« der Tag der Frist: Jahr-Monat-Tag."),
            "rrule": Feld(
                "Regel der Wiederkehr",
                "Nach RFC 5545, ohne DTSTART.",
                ("FREQ=YEARLY;BYMONTH=9", "FREQ=MONTHLY"),
            ),
            "mehrdeutig": Feld("Mehrdeutig", "»true«, wenn der Wortlaut auch anders gelesen werden kann."),
            "hinweis": Feld("Hinweis", "Warum er so gelesen wird."),
        },
    ),
    Querbezug: Abschnitt(
        "Querbezug",
        "Ein Verweis auf ein anderes Ziel, eine andere Maßnahme, ein Handlungsfeld oder ein Leitziel.",
        {
            "ziel": Feld("Ziel", "Die id, auf die verwiesen wird."),
            "art": Feld("Art", "Wie beides zusammenhängt."),
            "hinweis": Feld("Hinweis", "Was dazu zu sagen ist."),
        },
    ),
    Indikator: Abschnitt(
        "Indikator",
        "Woran ein Ziel oder eine Maßnahme gemessen wird. Wer Werte dazu führt, braucht id und Einheit.",
        {
            "id": Feld(
                "id", "Der kurze Name, mit dem Werte den Indikator nennen. Einmal vergeben, nie geändert."
            ),
            "titel": Feld("Titel", "Was gemessen wird.", ("Teilnehmende an Sprachkursen",)),
            "einheit": Feld("Einheit", "Was gezählt wird.", ("Personen je Jahr", "Prozent")),
            "art": Feld("Art", "Ob gezählt wird, was getan wurde, oder was es bewirkt hat."),
            "ausgangswert": Feld("Ausgangswert", "Der Wert zu Beginn, in Ziffern.", ("12,5",)),
            "zielwert": Feld("Zielwert", "Der Wert, der erreicht werden soll, in Ziffern.", (40,)),
            "quelle": Feld("Quelle", "Woher die Werte kommen."),
        },
    ),
}
