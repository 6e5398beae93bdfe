"""The pieces an editor can put in: a new Maßnahme, a Meldung, a Termin with its parts, each with places to fill.

``${1:…}`` is a place with what it says until it is filled, in the form of LSP; the first is where the cursor goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from konzept.domain.akteur import Akteur, Zustaendigkeit
from konzept.domain.einstellungen import Ausnahme
from konzept.domain.element import Indikator, Querbezug
from konzept.domain.handlungsfeld import Handlungsziel, Massnahme
from konzept.domain.indikator import Messung
from konzept.domain.sachstand import Meldung
from konzept.domain.terminangabe import Termin
from konzept.domain.verbleib import Verbleibseintrag


@dataclass(frozen=True, slots=True)
class Baustein:
    """One piece: what the editor calls it, what it says on it, and the data with their places."""

    name: str
    text: str
    inhalt: Any

    def schema(self) -> dict[str, Any]:
        """Return it as an entry of ``defaultSnippets``."""
        return {"label": self.name, "description": self.text, "body": self.inhalt}


_NUMMER = '"${{{platz}:{wert}}}"'
"""A number stands in quotes, so that no editor and no program makes 5.1 of 5.10."""

_MASSNAHME = Baustein(
    "Neue Maßnahme",
    "Eine Maßnahme mit Text, Termin und einer zuständigen Stelle.",
    {
        "id": "${1:neue-massnahme}",
        "text": "${2:Was getan werden soll}",
        "termin": "${3:bis Ende 2026}",
        "zustaendigkeiten": ["${4:id-der-stelle}"],
    },
)
_ZIEL = Baustein(
    "Neues Handlungsziel",
    "Ein Handlungsziel mit Nummer, Titel, Termin und einer ersten Maßnahme.",
    {
        "id": "${1:neues-ziel}",
        "nummer": _NUMMER.format(platz=2, wert="1.1"),
        "titel": "${3:Was erreicht werden soll}",
        "termin": "${4:fortlaufend}",
        "massnahmen": [
            {
                "id": "${5:neue-massnahme}",
                "text": "${6:Was getan werden soll}",
                "zustaendigkeiten": ["${7:id-der-stelle}"],
            }
        ],
    },
)
_ZUSTAENDIGKEIT = Baustein(
    "Zuständigkeit mit Rolle",
    "Eine Stelle, die nicht federführend ist.",
    {
        "akteur": "${1:id-der-stelle}",
        "rolle": "${2|mitwirkend,unterstuetzend,foerdernd,sicherstellend,traeger,federfuehrend|}",
    },
)
_TERMIN = Baustein(
    "Termin mit Teilen",
    "Der Wortlaut und daneben, wie er gemeint ist.",
    {
        "text": "${1:Prüfung 2026, danach fortlaufend}",
        "teile": [
            {"art": "${2|faellig,zeitraum,laufend,wiederkehrend,unbestimmt|}", "ende": "${3:2026-12-31}"}
        ],
    },
)
_TURNUS = Baustein(
    "Termin mit Turnus",
    "Der Wortlaut eines Turnus und das Jahr, ab dem er zählt.",
    {"text": "${1:im 2-Jahres-Turnus}", "turnus_ab": "${2:2026}"},
)
_MELDUNG = Baustein(
    "Neue Meldung",
    "Was eine Stelle zu einer Maßnahme gemeldet hat.",
    {
        "am": "${1:2026-06-30}",
        "erfasst": "${2:2026-07-02}",
        "massnahme": "${3:id-der-massnahme}",
        "stand": "${4|laufend,geplant,begonnen,umgesetzt,zurueckgestellt,entfallen,keine-rueckmeldung|}",
        "text": "${5:Was gemeldet wurde, in höchstens drei Sätzen.}",
        "von": "${6:id-der-stelle}",
    },
)
_AKTEUR = Baustein(
    "Neuer Akteur",
    "Eine Stelle des Registers.",
    {
        "id": "${1:neue-stelle}",
        "name": "${2:Voller Name der Stelle}",
        "art": "${3|verwaltung,behoerde,kommune,traeger,verein,unternehmen,bildung,netzwerk,gremium,programm,gruppe|}",
    },
)
_QUERBEZUG = Baustein(
    "Neuer Querbezug",
    "Ein Verweis auf ein anderes Ziel oder eine andere Maßnahme.",
    {"ziel": "${1:andere-id}", "art": "${2|siehe,analog,identisch,voraussetzung|}"},
)
_VERBLEIB = Baustein(
    "Neuer Verbleib",
    "Was aus einer id des Vorgängers wurde, mit Begründung.",
    {
        "id": "${1:alte-id}",
        "verbleib": "${2|umgesetzt,einmalig,erfolglos,ersetzt,eingestellt|}",
        "begruendung": "${3:Warum}",
    },
)
_VERBLEIB_ZIELE = Baustein(
    "Verbleib mit Zielen",
    "Was zusammengelegt oder aufgeteilt wurde, und worin es weiterlebt.",
    {
        "id": "${1:alte-id}",
        "verbleib": "${2|zusammengelegt,aufgeteilt|}",
        "ziele": ["${3:neue-id}"],
        "begruendung": "${4:Warum}",
    },
)
_INDIKATOR = Baustein(
    "Neuer Indikator",
    "Woran der Erfolg gemessen wird, mit Ausgangs- und Zielwert.",
    {
        "id": "${1:neuer-indikator}",
        "titel": "${2:Was gemessen wird}",
        "einheit": "${3:Personen je Jahr}",
        "art": "${4|output,wirkung|}",
        "ausgangswert": "${5:20}",
        "zielwert": "${6:40}",
    },
)
_MESSUNG = Baustein(
    "Neuer Wert",
    "Ein gemessener Wert zu einem Jahr, Monat oder Tag.",
    {"indikator": "${1:id-des-indikators}", "am": "${2:2026}", "wert": "${3:30}"},
)
_AUSNAHME = Baustein(
    "Neue Ausnahme",
    "Ein Befund, mit dem Sie bis zu einem Tag leben, mit Grund.",
    {"code": "${1:termin-unlesbar}", "bis": "${2:2026-12-31}", "grund": "${3:Warum}"},
)

EINTRAEGE: dict[type, tuple[Baustein, ...]] = {
    Akteur: (_AKTEUR,),
    Ausnahme: (_AUSNAHME,),
    Handlungsziel: (_ZIEL,),
    Indikator: (_INDIKATOR,),
    Massnahme: (_MASSNAHME,),
    Meldung: (_MELDUNG,),
    Messung: (_MESSUNG,),
    Querbezug: (_QUERBEZUG,),
    Verbleibseintrag: (_VERBLEIB, _VERBLEIB_ZIELE),
    Zustaendigkeit: (_ZUSTAENDIGKEIT,),
}
"""What is offered in a list of such entries: yaml-language-server sets the dash itself where it is missing."""

ABSCHNITTE: dict[type, tuple[Baustein, ...]] = {Termin: (_TERMIN, _TURNUS)}
"""What is offered behind the key of such a section."""
