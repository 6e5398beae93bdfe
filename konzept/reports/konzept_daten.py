"""A Fassung as open data: the document, the Fristen of every Termin, who publishes it under which licence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Ampelwort
from konzept.domain.termin import TerminArt
from konzept.reports.akteur import gliederungsnummer
from konzept.reports.due_teil import teiltermine
from konzept.reports.konzept import konzeptbericht
from konzept.reports.sprachfassung import sprachstaende
from konzept.reports.ueberblick import ueberblick

if TYPE_CHECKING:
    from datetime import date

    from konzept.domain.akteur import Akteur
    from konzept.domain.einstellungen import Ampelfarbe
    from konzept.domain.fassung import Fassung
    from konzept.domain.gestaltung import Lizenz, Verweise
    from konzept.domain.indikator import Messung
    from konzept.domain.plan import Plan
    from konzept.domain.sachstand import Meldung, Stand
    from konzept.domain.terminangabe import Termin
    from konzept.reports.due_teil import Teiltermin
    from konzept.reports.konzept_teile import Konzept
    from konzept.reports.sachstandsbericht_teile import Massnahmenstand
    from konzept.reports.sprachfassung import Sprachstand
    from konzept.reports.ueberblick import Ueberblick


@dataclass(frozen=True, slots=True)
class Konzeptdaten:
    """Everything that is published of a Fassung.

    ``termine`` are the parts of each Termin by the id that bears it, with all their Fristen: single ones whenever they
    are, those of a rhythm within the time of the Fassung. ``gliederung`` is the printed number of each Maßnahme with
    that of its goal, by id. ``umgebung`` are the bodies without a part in this Fassung
    that others belong to or were followed by, or that reported. ``messreihen`` are the values of each indicator by its
    id. ``staende`` and ``meldungen`` are what was known of each Maßnahme on ``stichtag``, by its id; both are empty
    where the log held nothing by then. ``standtexte`` and ``farben`` are the county's own definitions.
    """

    konzept: Konzept
    erster_tag: date | None
    letzter_tag: date | None
    herausgeber: str | None
    lizenz: Lizenz | None
    verweise: Verweise | None
    termine: dict[str, tuple[Teiltermin, ...]]
    gliederung: dict[str, str]
    umgebung: tuple[Akteur, ...]
    messreihen: dict[str, tuple[Messung, ...]]
    stichtag: date
    ueberblick: Ueberblick
    staende: dict[str, Massnahmenstand]
    meldungen: dict[str, tuple[Meldung, ...]]
    standtexte: dict[Stand, str]
    farben: dict[Ampelwort, Ampelfarbe]
    sprachen: tuple[Sprachstand, ...]


def konzeptdaten(plan: Plan, fassung: Fassung, stichtag: date) -> Konzeptdaten:
    """Put the open data of one Fassung together; ``intern`` is in the domain objects and must not be shown."""
    konzept = konzeptbericht(plan, fassung)
    einstellungen = plan.einstellungen
    zahlen = ueberblick(plan, fassung, stichtag)
    meldungen = _meldungen(fassung, stichtag)
    mit_anteil = {zeile.akteur.id for _, zeilen in konzept.akteure for zeile in zeilen}
    meldende = {one.von for liste in meldungen.values() for one in liste if one.von}
    return Konzeptdaten(
        konzept=konzept,
        erster_tag=fassung.erster_tag,
        letzter_tag=fassung.letzter_tag,
        herausgeber=einstellungen.herausgeber or einstellungen.koerperschaft,
        lizenz=einstellungen.lizenz,
        verweise=einstellungen.verweise,
        termine={
            stelle.id: _fristen(stelle.termin, plan, fassung)
            for stelle in fassung.stellen()
            if stelle.termin is not None
        },
        gliederung={stelle.id: gliederungsnummer(stelle) for stelle in fassung.massnahmen()},
        umgebung=_umgebung(plan, mit_anteil, meldende),
        messreihen=dict(plan.messreihen),
        stichtag=stichtag,
        ueberblick=zahlen,
        staende={
            one.zeile.id: one
            for feld in (zahlen.umsetzung.felder if zahlen.umsetzung else ())
            for one in feld.massnahmen
        },
        meldungen=meldungen,
        standtexte=dict(einstellungen.staende),
        farben={wort: einstellungen.ampelfarbe(wort) for wort in Ampelwort},
        sprachen=sprachstaende(fassung),
    )


def _meldungen(fassung: Fassung, stichtag: date) -> dict[str, tuple[Meldung, ...]]:
    """Return the reports that counted on the Stichtag by Maßnahme, in the order of the days they speak of."""
    gefunden: dict[str, list[Meldung]] = {}
    for one in fassung.sachstand.geltend_am(stichtag) if fassung.sachstand else ():
        gefunden.setdefault(one.massnahme, []).append(one)
    return {name: tuple(sorted(liste, key=lambda one: one.am)) for name, liste in gefunden.items()}


def _fristen(termin: Termin, plan: Plan, fassung: Fassung) -> tuple[Teiltermin, ...]:
    """Compute the Fristen of a Termin; a rhythm has none where the Fassung names no last day."""
    einzelne = [teil.ende for teil in termin.lies(plan.einstellungen.fristworte) if teil.ende]
    letzter = fassung.letzter_tag
    bis = max([letzter or fassung.angenommen_am, *einzelne])
    return tuple(
        _bis(teil, letzter) if teil.teil.art is TerminArt.WIEDERKEHREND else teil
        for teil in teiltermine(termin, fassung, plan.einstellungen, bis)
    )


def _bis(teil: Teiltermin, letzter: date | None) -> Teiltermin:
    tage = tuple(tag for tag in teil.tage if letzter is not None and tag <= letzter)
    return type(teil)(teil.nummer, teil.teil, tage, teil.moeglich)


def _umgebung(plan: Plan, genannt: set[str], meldende: set[str]) -> tuple[Akteur, ...]:
    """Return the bodies that reported or that those named lead to, so that no id points nowhere.

    They come in the order of the register.
    """
    bekannt = genannt | meldende
    offen = sorted(bekannt)
    while offen:
        akteur = plan.akteur_nach_id.get(offen.pop())
        for name in (akteur.gehoert_zu, akteur.nachfolger) if akteur else ():
            if name is not None and name not in bekannt:
                bekannt.add(name)
                offen.append(name)
    return tuple(one for one in plan.akteur_nach_id.values() if one.id in bekannt - genannt)
