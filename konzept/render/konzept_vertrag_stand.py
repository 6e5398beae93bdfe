"""The contract »konzept/1« of the open data: what is known on a Stichtag, the figures, the languages."""

from typing import Annotated, TypedDict

from konzept.domain.einstellungen import Ampelfarbe, Ampelwort
from konzept.domain.element import Ebene
from konzept.domain.sachstand import Stand
from konzept.render.konzept_vertrag_formen import Beschluss, Kennung, Tag
from konzept.render.schema_beschreibung import Feld
from konzept.reports.sachstandsbericht_ampel import Grundart
from konzept.reports.ueberblick import Terminlage


class Erfuellung(TypedDict):
    """What a report says is done."""

    teil: Annotated[int, Feld("Teil", "Der wievielte Teil des Termins; gezählt wird ab 1.")]
    frist: Annotated[Tag | None, Feld("Frist", "Die Frist, wenn nur eine von mehreren gemeint ist.")]


class Meldung(TypedDict):
    """One report of the log."""

    am: Annotated[Tag, Feld("Am", "Der Tag, von dem die Meldung spricht.")]
    erfasst: Annotated[Tag, Feld("Erfasst", "Der Tag, an dem sie aufgeschrieben wurde.")]
    stand: Annotated[str, Stand, Feld("Stand", "Wie weit die Maßnahme nach dieser Meldung ist.")]
    text: Annotated[str | None, Feld("Text", "Höchstens drei Sätze.")]
    von: Annotated[Kennung | None, Feld("Von", "Die id der Stelle in »akteure«, die gemeldet hat.")]
    erfuellt: Annotated[list[Erfuellung], Feld("Erfüllt", "Was damit erledigt ist.")]
    neuer_termin: Annotated[
        str | None, Feld("Neuer Termin", "Ein anderer Termin; er gilt erst mit einem Beschluss.")
    ]
    beschluss: Annotated[Beschluss | None, Feld("Beschluss", "Der Beschluss, der den Termin gesetzt hat.")]


class Grund(TypedDict):
    """One reason for the word of the Ampel."""

    art: Annotated[str, Grundart, Feld("Art", "Was gegen »im Plan« spricht.")]
    tag: Annotated[Tag | None, Feld("Tag", "Die Frist, der letzte Tag der Einheit oder der Beginn.")]
    text: Annotated[str | None, Feld("Text", "Der angekündigte Termin.")]


class Massnahmensachstand(TypedDict):
    """How a Maßnahme stands."""

    ampel: Annotated[str, Ampelwort, Feld("Ampel", "Das Urteil aus Meldungen, Fristen und ihrem Alter.")]
    farbe: Annotated[str, Ampelfarbe, Feld("Farbe", "Die Farbe, die der Kreis dem Wort gibt.")]
    gruende: Annotated[list[Grund], Feld("Gründe", "Was gegen »im Plan« spricht; das Wichtigste zuerst.")]
    stand: Annotated[
        Annotated[str, Stand] | None, Feld("Stand", "Der zuletzt gemeldete; leer, wo niemand gemeldet hat.")
    ]
    am: Annotated[Tag | None, Feld("Am", "Der Tag, von dem die letzte Meldung spricht.")]
    ueberfaellig: Annotated[int, Feld("Überfällig", "Wie viele Fristen vorbei und nicht erledigt sind.")]
    aufgeholt: Annotated[
        bool, Feld("Aufgeholt", "Ob von allen überfälligen eine spätere desselben Rhythmus erfüllt ist.")
    ]
    frist: Annotated[
        Tag | None, Feld("Frist", "Die Frist, die zuerst zu beachten ist: überfällig oder die nächste.")
    ]
    termin: Annotated[
        str | None,
        Feld("Termin", "Der Termin, nach dem geurteilt wird, wenn ein Beschluss ihn neu gesetzt hat."),
    ]
    meldungen: Annotated[list[Meldung], Feld("Meldungen", "Alle, die am Stichtag galten, in ihrer Folge.")]


class Jahreszahlen(TypedDict):
    """What a field has in one year."""

    jahr: Annotated[int, Feld("Jahr", "Das Jahr.")]
    fristen: Annotated[int, Feld("Fristen", "Wie viele einmalige Fristen es hat.")]
    turnus: Annotated[int, Feld("Turnus", "Wie viele Maßnahmen oder Ziele in ihm wiederkehren.")]
    laufend: Annotated[int, Feld("Laufend", "Wie viele in ihm laufen.")]


class Feldzahlen(TypedDict):
    """The figures of a Handlungsfeld."""

    id: Annotated[Kennung, Feld("id", "Die des Handlungsfelds.")]
    nummer: Annotated[str | None, Feld("Nummer", "Wie gedruckt.")]
    titel: Annotated[str, Feld("Titel", "Sein Titel.")]
    handlungsziele: Annotated[int, Feld("Handlungsziele", "Wie viele es sind.")]
    massnahmen: Annotated[int, Feld("Maßnahmen", "Wie viele es sind.")]
    terminlage: Annotated[
        dict[Annotated[str, Terminlage], int],
        Feld("Terminlage", "Wie viele Maßnahmen woran gebunden sind; zusammen alle."),
    ]
    ampel: Annotated[
        dict[Annotated[str, Ampelwort], int] | None,
        Feld("Ampel", "Wie viele Maßnahmen welches Wort haben; leer ohne Sachstand."),
    ]
    ueberfaellig: Annotated[
        int | None, Feld("Überfällig", "Wie viele Fristen überfällig sind; leer ohne Sachstand.")
    ]
    jahre: Annotated[list[Jahreszahlen], Feld("Jahre", "Jahr für Jahr.")]


class Federfuehrung(TypedDict):
    """In how much a body leads."""

    akteur: Annotated[Kennung, Feld("Akteur", "Die id der Stelle.")]
    massnahmen: Annotated[int, Feld("Maßnahmen", "Bei wie vielen sie federführend ist.")]
    weitere: Annotated[int, Feld("Weitere", "An wie vielen sie sonst Anteil hat.")]


class Ueberblick(TypedDict):
    """The figures of a Fassung."""

    felder: Annotated[list[Feldzahlen], Feld("Handlungsfelder", "Die Zahlen Feld für Feld.")]
    terminlage: Annotated[
        dict[Annotated[str, Terminlage], int], Feld("Terminlage", "Wie viele Maßnahmen woran gebunden sind.")
    ]
    ampel: Annotated[
        dict[Annotated[str, Ampelwort], int] | None,
        Feld("Ampel", "Wie viele Maßnahmen welches Wort haben; leer ohne Sachstand."),
    ]
    federfuehrungen: Annotated[
        list[Federfuehrung], Feld("Federführungen", "Wer wie viel führt; die meisten zuerst.")
    ]
    ohne_federfuehrung: Annotated[int, Feld("Ohne Federführung", "Wie viele Maßnahmen niemand führt.")]


class Ebenenzahl(TypedDict):
    """How many texts of one level there are."""

    vorhanden: Annotated[int, Feld("Vorhanden", "Wie viele einen Text haben.")]
    gesamt: Annotated[int, Feld("Gesamt", "Wie viele es sind.")]


class Sprache(TypedDict):
    """One language in which texts are written."""

    sprache: Annotated[
        str,
        Feld("Sprache", "Das Kürzel, unter dem die Texte in »texte« stehen; »leicht« für Leichte Sprache."),
    ]
    name: Annotated[str, Feld("Name", "Wie die Sprache auf Deutsch heißt.")]
    vorhanden: Annotated[int, Feld("Vorhanden", "Wie viele Texte es gibt.")]
    gesamt: Annotated[int, Feld("Gesamt", "Wie viele es sein könnten.")]
    je_ebene: Annotated[
        dict[Annotated[str, Ebene], Ebenenzahl], Feld("Je Ebene", "Dasselbe Ebene für Ebene.")
    ]


ABSCHNITTE: dict[type, Feld] = {
    Erfuellung: Feld("Erfüllung", "Ein Teil oder eine Frist eines Termins, die erledigt ist."),
    Meldung: Feld("Meldung", "Was eine Stelle zu einer Maßnahme gemeldet hat."),
    Grund: Feld("Grund", "Ein Grund für das Urteil."),
    Massnahmensachstand: Feld("Sachstand", "Wie es am Stichtag um eine Maßnahme steht."),
    Jahreszahlen: Feld("Jahreszahlen", "Was ein Handlungsfeld in einem Jahr hat."),
    Feldzahlen: Feld("Feldzahlen", "Die Zahlen eines Handlungsfelds."),
    Federfuehrung: Feld("Federführung", "Wie viel eine Stelle führt."),
    Ueberblick: Feld("Überblick", "Die Zahlen der Fassung am Stichtag."),
    Ebenenzahl: Feld("Ebenenzahl", "Wie viele Texte einer Ebene es gibt."),
    Sprache: Feld("Sprache", "Eine Sprache und wie viel in ihr geschrieben ist."),
}
"""Title and text of every section in here, as the schema shows them."""
