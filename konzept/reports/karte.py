"""All that a plan knows of one thing: a Maßnahme, Handlungsziel, Handlungsfeld or Leitziel, or a body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.element import Ebene
from konzept.reports.akteur import akteursbericht
from konzept.reports.due_auswahl import mit_untergeordneten
from konzept.reports.due_meldung import Meldestand, meldestaende
from konzept.reports.karte_geschichte import Geschichten
from konzept.reports.konzept import konzeptbericht
from konzept.reports.konzept_bezuege import verweis
from konzept.reports.konzept_teile import Feldteil, Leitzielteil, Massnahmenteil, Zeitpunkt, Zielteil
from konzept.reports.liste import geltender_termin, liste, oberhalb
from konzept.reports.liste_fristen import fristenlage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from konzept.domain.akteur import Akteur
    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan
    from konzept.domain.sachstand import Meldung
    from konzept.reports.akteur import Akteurzeile
    from konzept.reports.due_eintrag import Eintrag
    from konzept.reports.karte_geschichte import Station
    from konzept.reports.konzept_bezuege import Verweis
    from konzept.reports.konzept_teile import Konzept
    from konzept.reports.liste import Listenzeile

    Teil = Massnahmenteil | Zielteil | Feldteil | Leitzielteil


@dataclass(frozen=True, slots=True)
class Terminstand:
    """A Termin, who bears it if that is not the thing itself, and its Fristen with their state on the Stichtag.

    ``bisher`` is the wording of the plan where a Beschluss that the log names (``gesetzt``) has put another in its
    place.
    """

    zeitpunkt: Zeitpunkt
    traeger: Verweis | None
    fristen: tuple[Eintrag, ...]
    bisher: str | None = None
    gesetzt: Meldung | None = None


@dataclass(frozen=True, slots=True)
class Karte:
    """One thing of a Fassung.

    ``teil`` is its part of the document with every reference resolved. ``zeilen`` are the Maßnahmen below it, or of
    the goals that serve a Leitziel. ``meldungen`` are the reports known on the
    Stichtag, the latest last, also those that were replaced.
    ``veraltet``: it runs, and nobody has reported for longer than the plan's rhythm.
    """

    fassung: Fassung
    stichtag: date
    verweis: Verweis
    eltern: tuple[Verweis, ...]
    teil: Teil
    termin: Terminstand | None
    meldungen: tuple[Meldung, ...]
    veraltet: bool
    zeilen: tuple[Listenzeile, ...]
    geschichte: tuple[Station, ...]


@dataclass(frozen=True, slots=True)
class Akteurkarte:
    """One body: where it belongs, who came after it, and what it and those that belong to it carry.

    ``zeilen`` holds each Maßnahme in which one of them has a part, by id.
    """

    fassung: Fassung
    stichtag: date
    akteur: Akteur
    gehoert_zu: Akteur | None
    nachfolger: Akteur | None
    stellen: tuple[Akteurzeile, ...]
    zeilen: dict[str, Listenzeile]


def karte(plan: Plan, fassung: Fassung, stelle: Stelle, stichtag: date) -> Karte:
    """Put together what is known of ``stelle`` of ``fassung`` on ``stichtag``."""
    meldestand = meldestaende(fassung.sachstand, stichtag).get(stelle.id, Meldestand())
    termin = _termin(plan, fassung, stelle, meldestand, stichtag)
    return Karte(
        fassung=fassung,
        stichtag=stichtag,
        verweis=verweis(stelle),
        eltern=tuple(one for one in oberhalb(stelle) if one is not None),
        teil=next(teil for name, teil in _teile(konzeptbericht(plan, fassung)) if name == stelle.id),
        termin=termin,
        meldungen=fassung.sachstand.zu(stelle.id, stichtag) if fassung.sachstand else (),
        veraltet=termin is not None and any(one.ohne_sachstand for one in termin.fristen),
        zeilen=_zeilen(plan, fassung, stelle, stichtag),
        geschichte=Geschichten(plan, stichtag).von(stelle.id),
    )


def akteurkarte(plan: Plan, fassung: Fassung, akteur: Akteur, stichtag: date) -> Akteurkarte:
    """Put together what a body and what belongs to it carry in ``fassung``, as known on ``stichtag``."""
    ids = mit_untergeordneten(plan, akteur.id)
    nach_id = {
        zeile.akteur.id: zeile for _, zeilen in akteursbericht(plan, fassung).gruppen for zeile in zeilen
    }
    stellen = tuple(nach_id[name] for name in ids)
    gesucht = {anteil.massnahme for zeile in stellen for anteil in zeile.anteile}
    return Akteurkarte(
        fassung=fassung,
        stichtag=stichtag,
        akteur=akteur,
        gehoert_zu=plan.akteur_nach_id.get(akteur.gehoert_zu or ""),
        nachfolger=plan.akteur_nach_id.get(akteur.nachfolger or ""),
        stellen=stellen,
        zeilen={one.id: one for one in liste(plan, fassung, stichtag).zeilen if one.id in gesucht},
    )


def _termin(
    plan: Plan, fassung: Fassung, stelle: Stelle, meldestand: Meldestand, stichtag: date
) -> Terminstand | None:
    termin = geltender_termin(stelle, meldestand)
    if termin is None:
        return None
    beschlossen = stelle.termin or (stelle.ziel.termin if stelle.ziel else None)
    bisher = beschlossen.text if beschlossen and beschlossen is not termin else None
    geerbt = stelle.termin is None and bisher is None
    ziel = oberhalb(stelle)[1]
    lage = fristenlage(plan, fassung, stichtag)
    fristen = lage.get(stelle.id, ())
    if stelle.ebene is Ebene.HANDLUNGSZIEL and not fristen:
        # a goal's Termin is judged Maßnahme by Maßnahme; one that got another Termin since has Teile of its own
        fristen = tuple(
            one
            for eintraege in lage.values()
            for one in eintraege
            if one.bezug == stelle.id and one.termin == termin.text
        )
    teile = termin.lies(plan.einstellungen.fristworte)
    return Terminstand(
        Zeitpunkt(termin.text, teile, termin.turnus_ab),
        ziel if geerbt else None,
        fristen,
        bisher,
        meldestand.beschlossen if bisher is not None else None,
    )


def _teile(konzept: Konzept) -> Iterator[tuple[str, Teil]]:
    """Give every part of the document with its id."""
    for leitziel in konzept.leitziele:
        yield leitziel.leitziel.id, leitziel
    for feld in konzept.felder:
        yield feld.feld.id, feld
        yield from ((massnahme.massnahme.id, massnahme) for massnahme in feld.massnahmen)
        for ziel in feld.ziele:
            yield ziel.ziel.id, ziel
            yield from ((massnahme.massnahme.id, massnahme) for massnahme in ziel.massnahmen)


def _zeilen(plan: Plan, fassung: Fassung, stelle: Stelle, stichtag: date) -> tuple[Listenzeile, ...]:
    if stelle.ebene is Ebene.MASSNAHME:
        return ()
    if stelle.ebene is Ebene.LEITZIEL:
        ziele = {
            z.id for feld in fassung.handlungsfelder for z in feld.handlungsziele if stelle.id in z.leitziele
        }
    else:
        ziele = {stelle.id}
    return tuple(
        zeile
        for zeile in liste(plan, fassung, stichtag).zeilen
        if ziele & {one.id for one in (zeile.feld, zeile.ziel) if one}
    )
