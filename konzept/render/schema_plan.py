"""A plan's own ids with their names, for a schema that offers them and marks what the plan does not have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.akteur import Akteur, Zustaendigkeit
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.element import Ebene, Querbezug
from konzept.domain.fassung import Leitziel, Rahmen
from konzept.domain.foerderprogramm import Foerderung
from konzept.domain.handlungsfeld import Handlungsziel, Massnahme
from konzept.domain.indikator import Messung, indikatorstellen
from konzept.domain.sachstand import Meldung
from konzept.domain.verbleib import Verbleibseintrag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from konzept.domain.fassung import Stelle
    from konzept.domain.plan import Plan

AKTEUR, PROGRAMM, FASSUNG = "eigene-akteure", "eigene-programme", "eigene-fassungen"
MASSNAHME, LEITZIEL, STELLE, INDIKATOR = (
    "eigene-massnahmen",
    "eigene-leitziele",
    "eigene-ids",
    "eigene-indikatoren",
)

VERWEISE: dict[tuple[type, str], str] = {
    (Akteur, "gehoert_zu"): AKTEUR,
    (Akteur, "nachfolger"): AKTEUR,
    (Einstellungen, "fassung"): FASSUNG,
    (Foerderung, "programm"): PROGRAMM,
    (Handlungsziel, "leitziele"): LEITZIEL,
    (Meldung, "massnahme"): MASSNAHME,
    (Meldung, "von"): AKTEUR,
    (Messung, "indikator"): INDIKATOR,
    (Querbezug, "ziel"): STELLE,
    (Rahmen, "verbleib"): FASSUNG,
    (Rahmen, "vorgaenger"): FASSUNG,
    (Verbleibseintrag, "id"): STELLE,
    (Verbleibseintrag, "ziele"): STELLE,
    (Zustaendigkeit, "akteur"): AKTEUR,
}
"""The fields that name something by its id, and what."""

_NEU = "Ist er neu, rufen Sie »konzept schema --mit-plan« noch einmal auf."
_MELDUNGEN = {
    AKTEUR: f"Diesen Akteur gibt es nicht; neue stehen in data/akteure.yaml. {_NEU}",
    PROGRAMM: "Dieses Förderprogramm gibt es nicht; neue stehen in data/foerderprogramme.yaml. "
    "Ist es neu, rufen Sie »konzept schema --mit-plan« noch einmal auf.",
    FASSUNG: "Diese Fassung gibt es nicht; neue stehen in data/fassungen/.",
    MASSNAHME: "Diese Maßnahme gibt es in keiner Fassung. Genannt wird die id, nicht die Nummer.",
    LEITZIEL: "Dieses Leitziel gibt es in keiner Fassung. Genannt wird die id, nicht die Nummer.",
    STELLE: "Diese id gibt es in keiner Fassung. Genannt wird die id, nicht die Nummer.",
    INDIKATOR: "Diesen Indikator gibt es nicht. Genannt wird die id, die er an seinem Ziel oder seiner Maßnahme hat.",
}


@dataclass(frozen=True, slots=True)
class Wertegruppe:
    """The ids of one kind with what they stand for, and the sentence on one that is not among them."""

    name: str
    worte: dict[str, str]
    meldung: str


@dataclass(frozen=True, slots=True)
class EigeneWerte:
    """All that the references of a plan may name, by the names in ``VERWEISE``."""

    gruppen: dict[str, dict[str, str]]

    def werte_fuer(self, model: type, feld: str) -> Wertegruppe | None:
        """Return what a field may name, or None if it is no reference."""
        name = VERWEISE.get((model, feld))
        return Wertegruppe(name, self.gruppen[name], _MELDUNGEN[name]) if name else None


def eigene_werte(plan: Plan) -> EigeneWerte:
    """Collect the ids of a plan with their names; where Fassungen call one differently, the latest name counts."""
    stellen = [stelle for fassung in plan.fassungen for stelle in fassung.stellen()]
    indikatoren = {
        eine.indikator.id: eine.indikator.titel
        for fassung in plan.fassungen
        for eine in indikatorstellen(fassung)
        if eine.indikator.id
    }
    return EigeneWerte(
        {
            AKTEUR: {akteur.id: akteur.name for akteur in plan.akteure},
            PROGRAMM: {programm.id: programm.name for programm in plan.foerderprogramme},
            FASSUNG: {
                fassung.id: f"{fassung.rahmen.titel}, {fassung.rahmen.art}" for fassung in plan.fassungen
            },
            MASSNAHME: _benannt(stelle for stelle in stellen if stelle.ebene is Ebene.MASSNAHME),
            LEITZIEL: _benannt(stelle for stelle in stellen if stelle.ebene is Ebene.LEITZIEL),
            STELLE: _benannt(stellen),
            INDIKATOR: indikatoren,
        }
    )


def _benannt(stellen: Iterable[Stelle]) -> dict[str, str]:
    return {stelle.id: _name(stelle.gegenstand) for stelle in stellen}


def _name(gegenstand: object) -> str:
    """Return number and title as an editor shows them beside the id."""
    titel = gegenstand.anzeigetitel if isinstance(gegenstand, Massnahme) else getattr(gegenstand, "titel", "")
    nummer = None if isinstance(gegenstand, Massnahme) else getattr(gegenstand, "nummer", None)
    return f"{nummer} {titel}" if nummer and not isinstance(gegenstand, Leitziel) else str(titel)
