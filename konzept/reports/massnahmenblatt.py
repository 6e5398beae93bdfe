"""One sheet for each Maßnahme: its card with what it serves, what it is measured by, and its word of the Ampel.

What a sheet has to say (number, description, who, when, cost, funding, indicators, state, links) follows the sheets
of measures that the Difu's guide for municipal plans asks for. What is known of a Maßnahme is its card (karte.py),
put together here for many at once: the document of the Fassung, its Fristen and its log are read only once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.handlungsfeld import Massnahme
from konzept.reports.due_auswahl import mit_untergeordneten
from konzept.reports.evaluation_indikatoren import indikatorstaende
from konzept.reports.karte import Karte, Terminstand
from konzept.reports.karte_geschichte import Geschichten
from konzept.reports.konzept import konzeptbericht
from konzept.reports.konzept_bezuege import verweis
from konzept.reports.konzept_teile import Zeitpunkt
from konzept.reports.liste import geltender_termin, oberhalb
from konzept.reports.sachstandsbericht_blick import Blick

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from konzept.domain.akteur import Akteur
    from konzept.domain.einstellungen import Einstellungen
    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan
    from konzept.domain.sachstand import Meldung
    from konzept.reports.evaluation_indikatoren import Indikatorstand
    from konzept.reports.karte_geschichte import Station
    from konzept.reports.konzept_bezuege import Verweis
    from konzept.reports.konzept_teile import Konzept, Massnahmenteil
    from konzept.reports.sachstandsbericht_ampel import Urteil


@dataclass(frozen=True, slots=True)
class Massnahmenblatt:
    """One Maßnahme.

    ``teil`` is the card's own part, known to be a Maßnahme. ``leitziele`` are those of its goal (id, place in the
    document). ``meldungen`` are the reports that no later one replaces, ``antwort`` the latest in which a body did
    report. ``indikatoren`` are its own, then those of its goal and Handlungsfeld. ``neu``: the Vorgänger is known as a
    whole and holds neither it nor what lives on in it.
    """

    karte: Karte
    teil: Massnahmenteil
    leitziele: tuple[tuple[str, Verweis | None], ...]
    urteil: Urteil
    meldungen: tuple[Meldung, ...]
    antwort: Meldung | None
    indikatoren: tuple[Indikatorstand, ...]
    neu: bool


@dataclass(frozen=True, slots=True)
class Massnahmenblaetter:
    """The sheets asked for, in reading order, of ``gesamt`` Maßnahmen; ``akteur`` is the body they were chosen by.

    ``namen`` are the bodies of the register by id.
    """

    einstellungen: Einstellungen
    fassung: Fassung
    stichtag: date
    akteur: Akteur | None
    namen: Mapping[str, str]
    blaetter: tuple[Massnahmenblatt, ...]
    gesamt: int


def massnahmenblaetter(
    plan: Plan,
    fassung: Fassung,
    stichtag: date,
    *,
    massnahmen: Collection[str] | None = None,
    akteur: Akteur | None = None,
) -> Massnahmenblaetter:
    """Make the sheets of ``fassung`` as known on ``stichtag``.

    ``massnahmen`` are the ids to show, ``akteur`` shows those in which the body or one that belongs to it has a
    part; with both a Maßnahme has to fit both, with neither all are shown.
    """
    stellen = tuple(fassung.massnahmen())
    gewaehlt = [
        stelle
        for stelle in stellen
        if (massnahmen is None or stelle.id in massnahmen)
        and (akteur is None or _beteiligt(plan, stelle, akteur))
    ]
    bauer = _Bauer(plan, fassung, stichtag)
    return Massnahmenblaetter(
        einstellungen=plan.einstellungen,
        fassung=fassung,
        stichtag=stichtag,
        akteur=akteur,
        namen={name: one.name for name, one in plan.akteur_nach_id.items()},
        blaetter=tuple(map(bauer.blatt, gewaehlt)),
        gesamt=len(stellen),
    )


def _beteiligt(plan: Plan, stelle: Stelle, akteur: Akteur) -> bool:
    massnahme = stelle.gegenstand
    if not isinstance(massnahme, Massnahme):
        return False
    ids = set(mit_untergeordneten(plan, akteur.id))
    return any(one.akteur in ids for one in massnahme.zustaendigkeiten)


class _Bauer:
    """Makes sheets of what was read of the Fassung once."""

    def __init__(self, plan: Plan, fassung: Fassung, stichtag: date) -> None:
        konzept = konzeptbericht(plan, fassung)
        self._plan = plan
        self._fassung = fassung
        self._stichtag = stichtag
        self._blick = Blick.am(plan, fassung, stichtag)
        self._geschichten = Geschichten(plan, stichtag)
        self._teile = dict(_massnahmenteile(konzept))
        self._leitziele = {ziel.ziel.id: ziel.leitziele for feld in konzept.felder for ziel in feld.ziele}
        self._indikatoren = indikatorstaende(plan, fassung, stichtag)

    def blatt(self, stelle: Stelle) -> Massnahmenblatt:
        """Make one sheet."""
        meldestand = self._blick.meldestand(stelle.id)
        termin = self._termin(stelle)
        sachstand = self._fassung.sachstand
        teil = self._teile[stelle.id]
        karte = Karte(
            fassung=self._fassung,
            stichtag=self._stichtag,
            verweis=verweis(stelle),
            eltern=tuple(one for one in oberhalb(stelle) if one is not None),
            teil=teil,
            termin=termin,
            meldungen=sachstand.zu(stelle.id, self._stichtag) if sachstand else (),
            veraltet=termin is not None and any(one.ohne_sachstand for one in termin.fristen),
            zeilen=(),
            geschichte=self._geschichten.von(stelle.id),
        )
        return Massnahmenblatt(
            karte=karte,
            teil=teil,
            leitziele=self._leitziele.get(stelle.ziel.id, ()) if stelle.ziel else (),
            urteil=self._blick.urteil(stelle),
            meldungen=meldestand.meldungen,
            antwort=meldestand.antworten[-1] if meldestand.antworten else None,
            indikatoren=tuple(self._messlatten(stelle)),
            neu=self._neu(karte.geschichte),
        )

    def _neu(self, stationen: tuple[Station, ...]) -> bool:
        vorgaenger = self._plan.vorgaenger(self._fassung)
        if vorgaenger is None or not vorgaenger.rahmen.vollstaendig:
            return False
        return not any(one.fassung == vorgaenger.id or one.aufgenommen for one in stationen)

    def _termin(self, stelle: Stelle) -> Terminstand | None:
        """Give the Termin that holds for a Maßnahme; the goal is named where it is the goal's, no Beschluss set it."""
        meldestand = self._blick.meldestand(stelle.id)
        termin = geltender_termin(stelle, meldestand)
        if termin is None:
            return None
        beschlossen = stelle.termin or (stelle.ziel.termin if stelle.ziel else None)
        ersetzt = beschlossen if beschlossen is not termin else None
        teile = termin.lies(self._plan.einstellungen.fristworte)
        return Terminstand(
            zeitpunkt=Zeitpunkt(termin.text, teile, termin.turnus_ab),
            traeger=oberhalb(stelle)[1] if stelle.termin is None and ersetzt is None else None,
            fristen=self._blick.fristen(stelle.id),
            bisher=ersetzt.text if ersetzt else None,
            gesetzt=meldestand.beschlossen if ersetzt else None,
        )

    def _messlatten(self, stelle: Stelle) -> Iterator[Indikatorstand]:
        for ort in filter(None, (stelle.gegenstand, stelle.ziel, stelle.feld)):
            yield from (one for one in self._indikatoren if one.ort is not None and one.ort.id == ort.id)


def _massnahmenteile(konzept: Konzept) -> Iterator[tuple[str, Massnahmenteil]]:
    """Give every Maßnahme of the document by its id."""
    for feld in konzept.felder:
        for teile in (feld.massnahmen, *(ziel.massnahmen for ziel in feld.ziele)):
            yield from ((teil.massnahme.id, teil) for teil in teile)
