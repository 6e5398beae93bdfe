"""The contract »konzept/1« of the open data: the whole, the Fassung, the registers, and the words on each."""

from typing import Annotated, Literal, TypedDict

from konzept.domain.akteur import Akteurart, Rolle
from konzept.domain.element import Ebene
from konzept.domain.sachstand import Stand
from konzept.domain.verbleib import Verbleibart
from konzept.render import konzept_vertrag_stand as stand
from konzept.render import konzept_vertrag_stufen as stufen
from konzept.render.konzept_vertrag_formen import Beschluss, Kennung, Tag, Zeit
from konzept.render.konzept_vertrag_stufen import Element, Handlungsfeld, Leitziel
from konzept.render.schema_beschreibung import Feld

VERTRAG: Literal["konzept/1"] = "konzept/1"


class Lizenz(TypedDict):
    """The licence."""

    name: Annotated[str, Feld("Name", "Der Name der Lizenz.")]
    url: Annotated[str | None, Feld("Adresse", "Wo ihr Wortlaut steht.")]
    dcat: Annotated[
        str | None,
        Feld("URI für DCAT-AP.de", "Die URI aus der Lizenzliste von DCAT-AP.de, wo die Adresse eine ergibt."),
    ]


class Verweise(TypedDict):
    """The addresses of the publisher."""

    impressum: Annotated[str | None, Feld("Impressum", "Die Adresse des Impressums.")]
    datenschutz: Annotated[str | None, Feld("Datenschutz", "Die Adresse der Datenschutzerklärung.")]
    barrierefreiheit: Annotated[str | None, Feld("Barrierefreiheit", "Die Adresse der Erklärung dazu.")]


class Bezeichnung(TypedDict):
    """What a level is called."""

    einzahl: Annotated[str, Feld("Einzahl", "Das Wort für eines.")]
    mehrzahl: Annotated[str, Feld("Mehrzahl", "Das Wort für mehrere.")]


class Vorgaenger(TypedDict):
    """The Fassung before."""

    id: Annotated[str, Feld("id", "Der Name der Fassung.")]
    titel: Annotated[str | None, Feld("Titel", "Ihr Titel, wenn der Plan sie enthält.")]
    art: Annotated[str | None, Feld("Art", "Konzept, 1. Fortschreibung …")]
    vollstaendig: Annotated[bool, Feld("Vollständig", "Ob sie ganz dokumentiert ist.")]


class Vorlage(TypedDict):
    """The paper put before the council."""

    nummer: Annotated[str | None, Feld("Nummer", "Die Nummer der Vorlage.")]
    datum: Annotated[Tag | None, Feld("Datum", "Ihr Tag.")]
    amt: Annotated[str | None, Feld("Amt", "Wer sie vorlegt.")]
    beschlussvorschlag: Annotated[str | None, Feld("Beschlussvorschlag", "Markdown.")]
    sachverhalt: Annotated[str | None, Feld("Sachverhalt", "Markdown.")]
    finanzielle_auswirkungen: Annotated[str | None, Feld("Finanzielle Auswirkungen", "Markdown.")]
    anlagen: Annotated[list[str], Feld("Anlagen", "Was beiliegt.")]


class Beratung(TypedDict):
    """One step of the consultation."""

    gremium: Annotated[str, Feld("Gremium", "Wer berät.")]
    art: Annotated[str | None, Feld("Art", "Etwa Vorberatung oder Entscheidung.")]
    termin: Annotated[str | None, Feld("Termin", "Wann, im Wortlaut der Quelle.")]
    ergebnis: Annotated[str | None, Feld("Ergebnis", "Was herauskam.")]


class Beteiligung(TypedDict):
    """One way in which others took part."""

    titel: Annotated[str, Feld("Titel", "Was stattfand.")]
    zeitraum: Annotated[str | None, Feld("Zeitraum", "Wann.")]
    umfang: Annotated[str | None, Feld("Umfang", "Wie viele.")]
    text: Annotated[str | None, Feld("Text", "Markdown.")]
    quelle: Annotated[str | None, Feld("Fundstelle", "Wo es steht.")]


class Quelle(TypedDict):
    """One entry of the list of sources."""

    text: Annotated[str, Feld("Text", "Die Quelle.")]
    url: Annotated[str | None, Feld("Adresse", "Wo sie steht.")]
    zugriff: Annotated[str | None, Feld("Zugriff", "Wann die Adresse zuletzt gelesen wurde.")]


class Fassung(Element):
    """The frame of the Fassung."""

    id: Annotated[str, Feld("id", "Der Name der Fassung, etwa 2020.")]
    titel: Annotated[str, Feld("Titel", "Der Titel des Konzepts.")]
    art: Annotated[str, Feld("Art", "Konzept, 1. Fortschreibung …")]
    stand: Annotated[Zeit, Feld("Stand", "Von wann der Text ist.")]
    gilt_von: Annotated[Zeit | None, Feld("Gilt von", "Jahr, Monat oder Tag.")]
    gilt_bis: Annotated[Zeit | None, Feld("Gilt bis", "Jahr, Monat oder Tag.")]
    erster_tag: Annotated[Tag | None, Feld("Erster Tag", "Der erste Tag der Geltung.")]
    letzter_tag: Annotated[Tag | None, Feld("Letzter Tag", "Der letzte Tag der Geltung.")]
    vollstaendig: Annotated[
        bool, Feld("Vollständig", "Falsch: Was fehlt, ist unbekannt, nicht »gibt es nicht«.")
    ]
    vorgaenger: Annotated[Vorgaenger | None, Feld("Vorgänger", "Die Fassung, die fortgeschrieben wird.")]
    beschluss: Annotated[Beschluss | None, Feld("Beschluss", "Der Beschluss; leer, wo keiner belegt ist.")]
    vorlage: Annotated[Vorlage | None, Feld("Vorlage", "Die Vorlage für den Beschluss.")]
    beratungsfolge: Annotated[list[Beratung], Feld("Beratungsfolge", "Die Beratungen in ihrer Folge.")]
    vorwort: Annotated[str | None, Feld("Vorwort", "Markdown.")]
    leitbild: Annotated[str | None, Feld("Leitbild", "Markdown.")]
    ausblick: Annotated[str | None, Feld("Ausblick", "Markdown.")]
    beteiligung: Annotated[list[Beteiligung], Feld("Beteiligung", "Wer am Konzept mitgewirkt hat.")]
    abkuerzungen: Annotated[dict[str, str], Feld("Abkürzungen", "Kurz und ausgeschrieben.")]
    quellen: Annotated[list[Quelle], Feld("Quellen", "Das Quellenverzeichnis.")]


class Umfang(TypedDict):
    """How much there is."""

    handlungsfelder: Annotated[int, Feld("Handlungsfelder", "Wie viele es sind.")]
    handlungsziele: Annotated[int, Feld("Handlungsziele", "Wie viele es sind.")]
    massnahmen: Annotated[int, Feld("Maßnahmen", "Wie viele es sind.")]


class Anteil(TypedDict):
    """A body's part in a Maßnahme, seen from the body."""

    massnahme: Annotated[Kennung, Feld("Maßnahme", "Ihre id.")]
    rolle: Annotated[str, Rolle, Feld("Rolle", "Der Anteil der Stelle.")]
    hinweis: Annotated[str | None, Feld("Hinweis", "Was dahinter steht.")]


class Akteur(TypedDict):
    """One body."""

    id: Annotated[Kennung, Feld("id", "Mit ihr nennen Zuständigkeiten die Stelle.")]
    name: Annotated[str, Feld("Name", "Der volle Name.")]
    kurz: Annotated[str | None, Feld("Kurzform", "Eine kürzere Form.")]
    aliasse: Annotated[list[str], Feld("Andere Namen", "Weitere Schreibweisen.")]
    art: Annotated[str, Akteurart, Feld("Art", "Was für eine Stelle das ist.")]
    gehoert_zu: Annotated[Kennung | None, Feld("Gehört zu", "Die id der größeren Stelle.")]
    gueltig_von: Annotated[Zeit | None, Feld("Besteht seit", "Jahr, Monat oder Tag.")]
    gueltig_bis: Annotated[Zeit | None, Feld("Besteht bis", "Jahr, Monat oder Tag.")]
    nachfolger: Annotated[Kennung | None, Feld("Nachfolger", "Die id der Stelle, die übernommen hat.")]
    hinweis: Annotated[str | None, Feld("Hinweis", "Eine Anmerkung.")]
    quelle: Annotated[str | None, Feld("Fundstelle", "Wo die Stelle so heißt.")]
    anteile: Annotated[list[Anteil], Feld("Anteile", "Woran sie in dieser Fassung Anteil hat.")]


class Programmanteil(TypedDict):
    """A funder's share."""

    geber: Annotated[str, Feld("Geber", "Wer diesen Anteil trägt.")]
    prozent: Annotated[str, Feld("Prozent", "Wie geschrieben.")]


class Foerderprogramm(TypedDict):
    """One funding programme."""

    id: Annotated[Kennung, Feld("id", "Mit ihr nennen Förderungen das Programm.")]
    name: Annotated[str, Feld("Name", "Der volle Name.")]
    geber: Annotated[str | None, Feld("Fördergeber", "Wer das Geld gibt.")]
    zeitraum: Annotated[str | None, Feld("Zeitraum", "Im Wortlaut der Fundstelle.")]
    summe: Annotated[str | None, Feld("Summe", "Im Wortlaut der Fundstelle.")]
    anteile: Annotated[list[Programmanteil], Feld("Anteile", "Wer wie viel trägt.")]
    fundstelle: Annotated[str | None, Feld("Fundstelle", "Wo das Programm beschrieben ist.")]
    hinweis: Annotated[str | None, Feld("Hinweis", "Eine Anmerkung.")]
    massnahmen: Annotated[list[Kennung], Feld("Maßnahmen", "Die ids der geförderten Maßnahmen.")]


class Verbliebenes(TypedDict):
    """What became of one id of an earlier Fassung."""

    id: Annotated[Kennung, Feld("id", "Die id in der früheren Fassung.")]
    ebene: Annotated[Annotated[str, Ebene] | None, Feld("Ebene", "Ihre Ebene dort.")]
    nummer: Annotated[str | None, Feld("Nummer", "Ihre Nummer dort.")]
    titel: Annotated[str | None, Feld("Titel", "Ihr Titel dort.")]
    verbleib: Annotated[str, Verbleibart, Feld("Verbleib", "Was aus ihr wurde.")]
    ziele: Annotated[list[Kennung], Feld("Ziele", "Die ids, in denen sie weiterlebt.")]
    begruendung: Annotated[str | None, Feld("Begründung", "Warum.")]
    quelle: Annotated[str | None, Feld("Fundstelle", "Wo es steht.")]


class Verbleib(TypedDict):
    """The account over one earlier Fassung."""

    fassung: Annotated[str, Feld("Fassung", "Die frühere Fassung.")]
    gruende: Annotated[list[str], Feld("Gründe", "Die Gründe für die Liste im Ganzen.")]
    quelle: Annotated[str | None, Feld("Fundstelle", "Wo die Liste steht.")]
    eintraege: Annotated[list[Verbliebenes], Feld("Einträge", "Was nicht fortgeführt ist.")]


class Datensatz(TypedDict):
    """The whole."""

    vertrag: Annotated[Literal["konzept/1"], Feld("Vertrag", "Name und Version dieser Form.")]
    sprache: Annotated[str, Feld("Sprache", "Die Sprache der Texte, wo nichts anderes steht.")]
    koerperschaft: Annotated[str | None, Feld("Körperschaft", "Wessen Plan das ist.")]
    land: Annotated[str | None, Feld("Land", "Das Bundesland.")]
    herausgeber: Annotated[str | None, Feld("Herausgeber", "Wer die Daten herausgibt.")]
    lizenz: Annotated[Lizenz | None, Feld("Lizenz", "Leer heißt: Der Herausgeber hat nichts erklärt.")]
    verweise: Annotated[Verweise, Feld("Verweise", "Adressen des Herausgebers.")]
    bezeichnungen: Annotated[dict[str, Bezeichnung], Feld("Bezeichnungen", "Wie die Ebenen hier heißen.")]
    hinweise: Annotated[list[str], Feld("Hinweise", "Anmerkungen zum ganzen Plan; Markdown.")]
    fassung: Annotated[Fassung, Feld("Fassung", "Der Rahmen dieser Fassung.")]
    umfang: Annotated[Umfang, Feld("Umfang", "Wie viel die Fassung enthält.")]
    leitziele: Annotated[list[Leitziel], Feld("Leitziele", "Die Ziele des ganzen Plans.")]
    handlungsfelder: Annotated[list[Handlungsfeld], Feld("Handlungsfelder", "Nach ihrer Nummer geordnet.")]
    akteure: Annotated[
        list[Akteur], Feld("Akteure", "Die Stellen dieser Fassung und die, zu denen sie gehören.")
    ]
    foerderprogramme: Annotated[list[Foerderprogramm], Feld("Förderprogramme", "Die genannt sind.")]
    verbleib: Annotated[list[Verbleib], Feld("Verbleib", "Was aus früheren Fassungen nicht fortgeführt ist.")]
    stichtag: Annotated[
        Tag, Feld("Stichtag", "Der Tag, nach dessen Kenntnis Sachstand und Überblick gelten.")
    ]
    staende: Annotated[
        dict[Annotated[str, Stand], str], Feld("Stände", "Was dieser Kreis unter den Ständen versteht.")
    ]
    ueberblick: Annotated[stand.Ueberblick, Feld("Überblick", "Die Zahlen der Fassung am Stichtag.")]
    sprachen: Annotated[
        list[stand.Sprache], Feld("Sprachen", "Worin außer in Deutsch etwas geschrieben ist, und wie viel.")
    ]


ABSCHNITTE: dict[type, Feld] = {
    Datensatz: Feld("Konzept als offene Daten", "Eine Fassung mit allem, was veröffentlicht wird."),
    Lizenz: Feld("Lizenz", "Unter welchen Bedingungen die Daten genutzt werden dürfen."),
    Verweise: Feld("Verweise", "Adressen des Herausgebers."),
    Bezeichnung: Feld("Bezeichnung", "Wie eine Ebene heißt."),
    Fassung: Feld("Fassung", "Alles von einer Fassung außer ihren Handlungsfeldern."),
    Vorgaenger: Feld("Vorgänger", "Die Fassung davor."),
    Vorlage: Feld("Vorlage", "Die Vorlage für das beschließende Gremium."),
    Beratung: Feld("Beratung", "Ein Schritt der Beratungsfolge."),
    Beteiligung: Feld("Beteiligung", "Ein Schritt der Beteiligung."),
    Quelle: Feld("Quelle", "Ein Eintrag des Quellenverzeichnisses."),
    Umfang: Feld("Umfang", "Zahlen zur Probe."),
    Anteil: Feld("Anteil", "Der Anteil einer Stelle an einer Maßnahme."),
    Akteur: Feld("Akteur", "Eine Stelle; nie eine Person."),
    Programmanteil: Feld("Anteil am Programm", "Wer welchen Teil eines Programms trägt."),
    Foerderprogramm: Feld("Förderprogramm", "Ein Programm, aus dem gefördert wird."),
    Verbliebenes: Feld("Verbliebenes", "Was aus einer früheren id wurde."),
    Verbleib: Feld("Verbleib", "Die Rechenschaft über eine frühere Fassung."),
    Leitziel: Feld("Leitziel", "Ein Ziel des ganzen Plans."),
    Handlungsfeld: Feld("Handlungsfeld", "Die oberste Ebene."),
    stufen.Handlungsziel: Feld("Handlungsziel", "Die mittlere Ebene."),
    stufen.Massnahme: Feld("Maßnahme", "Die unterste Ebene."),
    stufen.Termin: Feld("Termin", "Der Wortlaut und wie er gelesen wird."),
    stufen.Teil: Feld("Teil eines Termins", "Ein Stück des Wortlauts mit den Tagen, die daraus folgen."),
    stufen.Querbezug: Feld("Querbezug", "Ein Verweis zwischen zwei ids."),
    stufen.Indikator: Feld("Indikator", "Woran etwas gemessen wird."),
    stufen.Messwert: Feld("Messwert", "Ein gemessener Wert."),
    stufen.Zustaendigkeit: Feld("Zuständigkeit", "Der Anteil einer Stelle."),
    stufen.Foerderung: Feld("Förderung", "Die Förderung einer Maßnahme."),
    stufen.Kosten: Feld("Kosten", "In Worten oder als Betrag."),
    Beschluss: Feld("Beschluss", "Ein Beschluss, soweit er belegt ist."),
    **stand.ABSCHNITTE,
}
"""Title and text of every section, as the schema shows them."""
