"""The contract »konzept/1« of the open data, level by level: Leitziel, Handlungsfeld, Handlungsziel, Maßnahme.

Keys may be added, never renamed or taken away; whatever else changes makes it »konzept/2«.
"""

from typing import Annotated, TypedDict

from konzept.domain.akteur import Rolle
from konzept.domain.element import Ebene, Indikatorart, Querbezugart, Textart
from konzept.domain.termin import TerminArt
from konzept.render.konzept_vertrag_formen import Beschluss, Kennung, Tag, Zeit
from konzept.render.konzept_vertrag_stand import Massnahmensachstand
from konzept.render.schema_beschreibung import Feld


class Teil(TypedDict):
    """One part of a Termin as it is read, with the dates that follow."""

    text: Annotated[str, Feld("Wortlaut", "Das Stück des Wortlauts, aus dem dieser Teil gelesen ist.")]
    art: Annotated[str, TerminArt, Feld("Art", "Wie der Teil gemeint ist.")]
    beginn: Annotated[Tag | None, Feld("Beginn", "Der erste Tag, wo er genannt ist.")]
    ende: Annotated[Tag | None, Feld("Ende", "Der letzte Tag, wo er genannt ist.")]
    rrule: Annotated[str | None, Feld("Rhythmus", "Die Regel nach RFC 5545, ohne DTSTART.")]
    mehrdeutig: Annotated[bool, Feld("Mehrdeutig", "Ob der Wortlaut auch anders gelesen werden kann.")]
    hinweis: Annotated[str | None, Feld("Hinweis", "Was zur Lesart zu sagen ist.")]
    gelesen: Annotated[bool, Feld("Gelesen", "Falsch, wo der Wortlaut sich nicht lesen ließ.")]
    fristen: Annotated[
        list[Tag], Feld("Fristen", "Die Tage, die daraus folgen; bei Rhythmen bis zum Ende der Geltung.")
    ]
    moeglich: Annotated[
        bool,
        Feld(
            "Nur möglich",
            "Ein Rhythmus über mehrere Jahre, dem das Anfangsjahr fehlt: kein Tag folgt daraus.",
        ),
    ]


class Termin(TypedDict):
    """The Termin of a goal or a Maßnahme."""

    text: Annotated[str, Feld("Wortlaut", "Wie beschlossen.")]
    traeger: Annotated[
        Kennung,
        Feld("Träger", "Die id, an der der Termin steht: die Maßnahme selbst oder ihr Handlungsziel."),
    ]
    turnus_ab: Annotated[int | None, Feld("Turnus ab", "Das Jahr, ab dem ein Turnus zählt.")]
    teile: Annotated[list[Teil], Feld("Teile", "Der Wortlaut, wie er gelesen wird.")]


class Querbezug(TypedDict):
    """A link between two ids, seen from one of its ends."""

    art: Annotated[str, Querbezugart, Feld("Art", "Wie beide zusammenhängen.")]
    id: Annotated[Kennung, Feld("id", "Das andere Ende.")]
    ebene: Annotated[Annotated[str, Ebene] | None, Feld("Ebene", "Seine Ebene, wenn der Plan es kennt.")]
    nummer: Annotated[str | None, Feld("Nummer", "Seine gedruckte Nummer.")]
    titel: Annotated[str | None, Feld("Titel", "Sein Titel.")]
    fassung: Annotated[
        str | None, Feld("Fassung", "Die frühere Fassung, in der es steht, wenn es in dieser fehlt.")
    ]
    hinweis: Annotated[str | None, Feld("Hinweis", "Was zum Bezug zu sagen ist.")]


class Messwert(TypedDict):
    """One value of an indicator."""

    am: Annotated[Zeit, Feld("Zeit", "Jahr, Monat oder Tag, für den der Wert gilt.")]
    wert: Annotated[str, Feld("Wert", "Wie er geschrieben ist, mit Komma oder Punkt.")]
    quelle: Annotated[str | None, Feld("Quelle", "Woher er stammt.")]
    hinweis: Annotated[str | None, Feld("Hinweis", "Was zu ihm zu sagen ist.")]


class Indikator(TypedDict):
    """What a level is measured by."""

    id: Annotated[Kennung | None, Feld("id", "Der Name des Indikators, wenn er Werte hat.")]
    titel: Annotated[str, Feld("Titel", "Was gemessen wird.")]
    einheit: Annotated[str | None, Feld("Einheit", "Worin gemessen wird.")]
    art: Annotated[Annotated[str, Indikatorart] | None, Feld("Art", "Leistung (output) oder Wirkung.")]
    ausgangswert: Annotated[str | None, Feld("Ausgangswert", "Der Wert am Anfang.")]
    zielwert: Annotated[str | None, Feld("Zielwert", "Der Wert, der erreicht werden soll.")]
    quelle: Annotated[str | None, Feld("Quelle", "Wo der Indikator herkommt.")]
    werte: Annotated[list[Messwert], Feld("Werte", "Die gemessenen Werte in zeitlicher Folge.")]


class Element(TypedDict):
    """What every level has."""

    textart: Annotated[
        str,
        Textart,
        Feld("Textart", "Ob die Texte der beschlossene Wortlaut oder eine Zusammenfassung sind."),
    ]
    querbezuege: Annotated[list[Querbezug], Feld("Querbezüge", "Worauf dies verweist.")]
    rueckbezuege: Annotated[list[Querbezug], Feld("Rückbezüge", "Was hierauf verweist.")]
    indikatoren: Annotated[list[Indikator], Feld("Indikatoren", "Woran es gemessen wird.")]
    hinweise: Annotated[list[str], Feld("Hinweise", "Anmerkungen; Markdown.")]
    leichte_sprache: Annotated[str | None, Feld("Leichte Sprache", "Der Text in Leichter Sprache; Markdown.")]
    texte: Annotated[
        dict[str, str],
        Feld("Übersetzungen", "Texte in anderen Sprachen, nach dem Kürzel der Sprache; Markdown."),
    ]
    erschlossen: Annotated[
        bool, Feld("Erschlossen", "Ob die Angabe erschlossen und nicht wörtlich belegt ist.")
    ]
    quelle: Annotated[str | None, Feld("Fundstelle", "Wo es in der Quelle steht.")]


class Gegenstand(Element):
    """What every level below the Fassung has."""

    id: Annotated[Kennung, Feld("id", "Bleibt durch alle Fassungen gleich; danach vergleichen.")]
    titel: Annotated[str, Feld("Titel", "Der Titel; bei Maßnahmen ohne eigenen der erste Satz des Textes.")]
    anker: Annotated[str, Feld("Anker", "Die Sprungmarke in der HTML-Seite desselben Konzepts.")]
    begruendung: Annotated[str | None, Feld("Begründung", "Warum diese Fassung es aufnahm oder änderte.")]


class Zustaendigkeit(TypedDict):
    """A body's part in a Maßnahme."""

    akteur: Annotated[Kennung, Feld("Akteur", "Die id der Stelle in »akteure«.")]
    name: Annotated[str | None, Feld("Name", "Ihr Name.")]
    rolle: Annotated[str, Rolle, Feld("Rolle", "Ihr Anteil.")]
    hinweis: Annotated[str | None, Feld("Hinweis", "Was in der Vorlage dahinter steht.")]


class Foerderung(TypedDict):
    """A Maßnahme's funding."""

    programm: Annotated[Kennung, Feld("Programm", "Die id in »foerderprogramme«.")]
    name: Annotated[str | None, Feld("Name", "Sein Name.")]
    hinweis: Annotated[str | None, Feld("Hinweis", "Was dazu zu sagen ist.")]


class Kosten(TypedDict):
    """What a Maßnahme costs."""

    text: Annotated[str | None, Feld("Wortlaut", "Die Kosten in Worten.")]
    betrag: Annotated[str | None, Feld("Betrag", "Der Betrag mit Punkt vor den Cent.")]
    waehrung: Annotated[str | None, Feld("Währung", "Das Kürzel der Währung, wo ein Betrag steht.")]
    jahr: Annotated[int | None, Feld("Jahr", "Das Jahr, für das er gilt.")]


class Massnahme(Gegenstand):
    """One Maßnahme."""

    nummer: Annotated[str | None, Feld("Nummer", "Die eigene Nummer in der Vorlage: »2« von »Maßnahme 2«.")]
    gliederung: Annotated[str, Feld("Gliederung", "Wie sie gedruckt wird, mit der Nummer des Ziels: 1.3 M2.")]
    text: Annotated[str, Feld("Text", "Der ganze Text; Markdown.")]
    termin: Annotated[Termin | None, Feld("Termin", "Der eigene Termin, sonst der des Handlungsziels.")]
    zustaendigkeiten: Annotated[list[Zustaendigkeit], Feld("Zuständigkeiten", "Wer welchen Anteil hat.")]
    foerderungen: Annotated[list[Foerderung], Feld("Förderungen", "Woraus sie gefördert wird.")]
    kosten: Annotated[Kosten | None, Feld("Kosten", "Was sie kostet.")]
    beschluss: Annotated[Beschluss | None, Feld("Beschluss", "Der Beschluss über diese Maßnahme.")]
    sachstand: Annotated[
        Massnahmensachstand | None,
        Feld("Sachstand", "Wie es am Stichtag um sie steht; leer, wenn dann noch nichts gemeldet war."),
    ]


class Handlungsziel(Gegenstand):
    """One goal."""

    nummer: Annotated[str, Feld("Nummer", "Wie gedruckt. 5.10 ist nicht 5.1.")]
    termin: Annotated[Termin | None, Feld("Termin", "Gilt für alle Maßnahmen ohne eigenen.")]
    leitziele: Annotated[list[Kennung], Feld("Leitziele", "Die ids der Leitziele, denen es dient.")]
    massnahmen: Annotated[list[Massnahme], Feld("Maßnahmen", "In der Reihenfolge der Vorlage.")]


class Handlungsfeld(Gegenstand):
    """One field of action."""

    nummer: Annotated[str, Feld("Nummer", "Wie gedruckt.")]
    einleitung: Annotated[str | None, Feld("Einleitung", "Der Text am Anfang; Markdown.")]
    arbeitskreis: Annotated[str | None, Feld("Arbeitskreis", "Wer das Feld begleitet.")]
    massnahmen: Annotated[list[Massnahme], Feld("Maßnahmen", "Die unmittelbar unter dem Feld stehen.")]
    handlungsziele: Annotated[list[Handlungsziel], Feld("Handlungsziele", "Nach ihrer Nummer geordnet.")]


class Leitziel(Gegenstand):
    """One guiding goal."""

    nummer: Annotated[str, Feld("Nummer", "Wie gedruckt.")]
    text: Annotated[str | None, Feld("Text", "Der Text; Markdown.")]
    verfolgt_von: Annotated[
        list[Kennung], Feld("Verfolgt von", "Die ids der Handlungsziele, die ihm dienen.")
    ]
