"""What an editor shows over the words of which a field takes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.akteur import Akteurart, Rolle
from konzept.domain.einstellungen import (
    Ampelfarbe,
    Ampelwort,
    Begriff,
    Berichtsrhythmus,
    Fristwort,
    Regelschwere,
)
from konzept.domain.element import Indikatorart, Querbezugart, Textart
from konzept.domain.sachstand import Stand
from konzept.domain.termin import TerminArt
from konzept.domain.verbleib import Verbleibart

if TYPE_CHECKING:
    from enum import StrEnum

AUSWAHL: dict[type[StrEnum], dict[StrEnum, str]] = {
    Akteurart: {
        Akteurart.VERWALTUNG: "Teil der eigenen Verwaltung",
        Akteurart.BEHOERDE: "andere Behörde, etwa Jobcenter oder Schulamt",
        Akteurart.KOMMUNE: "Stadt oder Gemeinde",
        Akteurart.TRAEGER: "freier Träger, etwa ein Wohlfahrtsverband",
        Akteurart.VEREIN: "Verein oder Initiative",
        Akteurart.UNTERNEHMEN: "Unternehmen oder Kammer",
        Akteurart.BILDUNG: "Schule, Volkshochschule, Hochschule",
        Akteurart.NETZWERK: "Netzwerk oder Arbeitskreis",
        Akteurart.GREMIUM: "Kreistag, Ausschuss, Beirat",
        Akteurart.PROGRAMM: "Programm oder Projekt, das selbst handelt",
        Akteurart.GRUPPE: "Gruppe ohne Namen, etwa »ExpertInnen«; wird nicht um Meldungen gebeten",
    },
    Rolle: {
        Rolle.FEDERFUEHREND: "verantwortet die Umsetzung; mehrere tun es gemeinsam",
        Rolle.MITWIRKEND: "arbeitet mit (»in Zusammenarbeit mit«, »in Abstimmung mit«)",
        Rolle.UNTERSTUETZEND: "unterstützt (»mit Unterstützung von«)",
        Rolle.FOERDERND: "gibt Geld oder eine Richtlinie",
        Rolle.SICHERSTELLEND: "stellt sicher, dass es getan wird (»Sicherstellung:«)",
        Rolle.TRAEGER: "ist Träger der Einrichtung (»Träger:«)",
    },
    Begriff: {
        Begriff.LEITZIEL: "statt »Leitziel«",
        Begriff.HANDLUNGSFELD: "statt »Handlungsfeld«",
        Begriff.HANDLUNGSZIEL: "statt »Handlungsziel«",
        Begriff.MASSNAHME: "statt »Maßnahme«",
        Begriff.ZUSTAENDIGKEIT: "statt »Zuständigkeit«",
        Begriff.TERMIN: "statt »Termin«",
    },
    Stand: {
        Stand.GEPLANT: "vorgesehen, noch nicht begonnen",
        Stand.BEGONNEN: "angefangen",
        Stand.LAUFEND: "wird fortlaufend getan",
        Stand.UMGESETZT: "fertig",
        Stand.ZURUECKGESTELLT: "aufgeschoben, soll noch kommen",
        Stand.ENTFALLEN: "wird nicht mehr getan",
        Stand.KEINE_RUECKMELDUNG: "gefragt, aber keine Antwort bekommen",
    },
    Ampelwort: {
        Ampelwort.UMGESETZT: "als umgesetzt gemeldet",
        Ampelwort.IM_PLAN: "begonnen oder laufend, keine Frist vorbei",
        Ampelwort.GEPLANT: "noch nicht begonnen, keine Frist vorbei",
        Ampelwort.VERZOEGERT: "läuft, aber später als beschlossen",
        Ampelwort.ZURUECKGESTELLT: "aufgeschoben",
        Ampelwort.FRIST_VORBEI: "gemeldet, Frist vorbei und nicht erfüllt",
        Ampelwort.FRIST_VORBEI_OHNE_MELDUNG: "Frist vorbei, nie gemeldet",
        Ampelwort.FRIST_VORBEI_MELDUNG_VERALTET: "Frist vorbei, letzte Meldung zu alt",
        Ampelwort.MELDUNG_VERALTET: "letzte Meldung älter als der Berichtsrhythmus",
        Ampelwort.OHNE_MELDUNG: "nie gemeldet",
        Ampelwort.ENTFALLEN: "als entfallen gemeldet",
    },
    Ampelfarbe: {
        Ampelfarbe.BLAU: "fertig",
        Ampelfarbe.GRUEN: "geht wie vorgesehen",
        Ampelfarbe.GELB: "braucht Aufmerksamkeit",
        Ampelfarbe.ROT: "geht nicht wie vorgesehen",
        Ampelfarbe.GRAU: "unbekannt oder erledigt",
    },
    Berichtsrhythmus: {
        Berichtsrhythmus.MONATLICH: "jeden Monat",
        Berichtsrhythmus.VIERTELJAEHRLICH: "alle drei Monate",
        Berichtsrhythmus.HALBJAEHRLICH: "alle sechs Monate",
        Berichtsrhythmus.JAEHRLICH: "einmal im Jahr",
    },
    Fristwort: {
        Fristwort.KURZFRISTIG: "was »kurzfristig« heißt, etwa »bis Ende 2026«",
        Fristwort.MITTELFRISTIG: "was »mittelfristig« heißt",
        Fristwort.LANGFRISTIG: "was »langfristig« heißt",
    },
    Regelschwere: {
        Regelschwere.AUS: "den Befund nicht zeigen",
        Regelschwere.HINWEIS: "als Hinweis zeigen",
        Regelschwere.WARNUNG: "als Warnung zeigen",
        Regelschwere.FEHLER: "als Fehler werten: validate endet mit 1",
    },
    Textart: {
        Textart.WORTLAUT: "der beschlossene Wortlaut",
        Textart.ZUSAMMENFASSUNG: "in eigenen Worten zusammengefasst",
    },
    Querbezugart: {
        Querbezugart.ANALOG: "gilt entsprechend",
        Querbezugart.IDENTISCH: "dieselbe Maßnahme, an zwei Stellen genannt",
        Querbezugart.SIEHE: "siehe auch",
        Querbezugart.VORAUSSETZUNG: "muss vorher geschehen",
    },
    Indikatorart: {
        Indikatorart.OUTPUT: "Leistung: was getan wurde, etwa die Zahl der Kurse",
        Indikatorart.WIRKUNG: "Wirkung: was es bewirkt hat, etwa bestandene Prüfungen",
    },
    TerminArt: {
        TerminArt.FAELLIG: "zu einem Tag fertig; »ende« ist die Frist",
        TerminArt.ZEITRAUM: "von »beginn« bis »ende«",
        TerminArt.LAUFEND: "fortlaufend, vielleicht ab »beginn«",
        TerminArt.WIEDERKEHREND: "immer wieder, nach »rrule«",
        TerminArt.UNBESTIMMT: "ohne Datum, etwa »nach Bedarf«",
    },
    Verbleibart: {
        Verbleibart.UMGESETZT: "erreicht",
        Verbleibart.EINMALIG: "war einmalig und ist getan",
        Verbleibart.ERFOLGLOS: "versucht, ohne Erfolg",
        Verbleibart.ERSETZT: "durch anderes ersetzt",
        Verbleibart.ZUSAMMENGELEGT: "lebt mit anderem zusammen weiter; »ziele« nennt, worin",
        Verbleibart.AUFGETEILT: "lebt in mehreren weiter; »ziele« nennt, in welchen",
        Verbleibart.EINGESTELLT: "wird nicht weiterverfolgt",
        Verbleibart.NICHT_AUFGENOMMEN: "nicht aufgenommen, der Grund ist nicht dokumentiert",
    },
}
"""Each choice with its words, in the order in which they are offered."""
