"""The document of a whole Fassung: everything it holds in reading order, every reference resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.domain.einstellungen import Begriff
from konzept.domain.handlungsfeld import Massnahme
from konzept.domain.werte import nummer_schluessel
from konzept.reports.akteur import akteursbericht
from konzept.reports.konzept_bezuege import bezuege
from konzept.reports.konzept_teile import (
    Beteiligter,
    Feldteil,
    Konzept,
    Leitzielteil,
    Massnahmenteil,
    Mittel,
    Programmteil,
    Umfang,
    Zeitpunkt,
    Zielteil,
)
from konzept.reports.konzept_titel import ueberschrift
from konzept.reports.konzept_verbleib import anhaenge, vorgaenger
from konzept.reports.ueberblick import ueberblick

if TYPE_CHECKING:
    from datetime import date

    from konzept.domain.akteur import Akteurart
    from konzept.domain.fassung import Fassung, Leitziel
    from konzept.domain.handlungsfeld import Handlungsfeld, Handlungsziel
    from konzept.domain.plan import Plan
    from konzept.domain.terminangabe import Termin
    from konzept.reports.akteur import Akteurzeile
    from konzept.reports.konzept_bezuege import Bezuege, Verweis


def konzeptbericht(plan: Plan, fassung: Fassung, stichtag: date | None = None) -> Konzept:
    """Put the document of one Fassung together; nothing the files say of it is left out but ``intern``.

    With a ``stichtag`` the overview comes with it, as known on that day.
    """
    netz = bezuege(fassung, plan)
    bauer = _Bauer(plan, netz)
    felder = tuple(bauer.feld(feld) for feld in fassung.handlungsfelder)
    rahmen = fassung.rahmen
    akteure = _mit_anteil(plan, fassung)
    einstellungen = plan.einstellungen
    return Konzept(
        fassung=fassung.id,
        koerperschaft=einstellungen.koerperschaft,
        land=einstellungen.land,
        bezeichnungen={begriff: einstellungen.bezeichnung(begriff) for begriff in Begriff},
        plan_hinweise=einstellungen.hinweise,
        rahmen=rahmen,
        hin=netz.hin(rahmen),
        vorgaenger=vorgaenger(plan, rahmen.vorgaenger) if rahmen.vorgaenger else None,
        umfang=Umfang(
            felder=len(felder),
            ziele=sum(len(teil.ziele) for teil in felder),
            massnahmen=sum(1 for _ in fassung.massnahmen()),
            stellen=sum(len(zeilen) for _, zeilen in akteure),
        ),
        leitziele=tuple(bauer.leitziel(leitziel, fassung) for leitziel in rahmen.leitziele),
        felder=felder,
        akteure=akteure,
        programme=_programme(plan, fassung, netz),
        abkuerzungen=tuple(sorted(rahmen.abkuerzungen.items(), key=_nach_alphabet)),
        anhaenge=anhaenge(plan, fassung, netz),
        ueberblick=ueberblick(plan, fassung, stichtag) if stichtag else None,
    )


@dataclass(frozen=True, slots=True)
class _Bauer:
    plan: Plan
    netz: Bezuege

    def leitziel(self, leitziel: Leitziel, fassung: Fassung) -> Leitzielteil:
        verfolgt_von = tuple(
            self.netz.verweise[ziel.id]
            for feld in fassung.handlungsfelder
            for ziel in _nach_nummer(feld.handlungsziele)
            if leitziel.id in ziel.leitziele
        )
        return Leitzielteil(leitziel, verfolgt_von, self.netz.hin(leitziel), self.netz.zurueck(leitziel))

    def feld(self, feld: Handlungsfeld) -> Feldteil:
        return Feldteil(
            feld,
            tuple(self.massnahme(massnahme) for massnahme in feld.massnahmen),
            tuple(self.ziel(ziel) for ziel in _nach_nummer(feld.handlungsziele)),
            self.netz.hin(feld),
            self.netz.zurueck(feld),
        )

    def ziel(self, ziel: Handlungsziel) -> Zielteil:
        return Zielteil(
            ziel,
            self.zeitpunkt(ziel.termin),
            tuple((name, self.netz.verweise.get(name)) for name in ziel.leitziele),
            tuple(self.massnahme(massnahme) for massnahme in ziel.massnahmen),
            self.netz.hin(ziel),
            self.netz.zurueck(ziel),
        )

    def massnahme(self, massnahme: Massnahme) -> Massnahmenteil:
        rollen: dict[Rolle, list[Beteiligter]] = {rolle: [] for rolle in Rolle}
        for teil in massnahme.zustaendigkeiten:
            akteur = self.plan.akteur_nach_id.get(teil.akteur)
            rollen[teil.rolle].append(Beteiligter(teil.akteur, akteur, teil.hinweis))
        return Massnahmenteil(
            massnahme,
            ueberschrift(massnahme),
            self.zeitpunkt(massnahme.termin),
            tuple((rolle, tuple(liste)) for rolle, liste in rollen.items() if liste),
            tuple(
                Mittel(teil.programm, self.plan.programm_nach_id.get(teil.programm), teil.hinweis)
                for teil in massnahme.foerderungen
            ),
            self.netz.hin(massnahme),
            self.netz.zurueck(massnahme),
        )

    def zeitpunkt(self, termin: Termin | None) -> Zeitpunkt | None:
        if termin is None:
            return None
        fristen = self.plan.einstellungen.fristworte
        return Zeitpunkt(termin.text, termin.lies(fristen), termin.turnus_ab)


def _nach_alphabet(paar: tuple[str, str]) -> tuple[str, str]:
    """Sort as a German index does (DIN 5007-1: ä as a, ß as ss)."""
    return paar[0].casefold().translate(str.maketrans("äöü", "aou")), paar[0]


def _nach_nummer(ziele: tuple[Handlungsziel, ...]) -> list[Handlungsziel]:
    return sorted(ziele, key=lambda ziel: nummer_schluessel(ziel.nummer))


def _mit_anteil(plan: Plan, fassung: Fassung) -> tuple[tuple[Akteurart, tuple[Akteurzeile, ...]], ...]:
    """Keep the bodies that have a part in this Fassung."""
    gruppen = (
        (art, tuple(zeile for zeile in zeilen if zeile.anteile))
        for art, zeilen in akteursbericht(plan, fassung).gruppen
    )
    return tuple(gruppe for gruppe in gruppen if gruppe[1])


def _programme(plan: Plan, fassung: Fassung, netz: Bezuege) -> tuple[Programmteil, ...]:
    """Give the programmes that Maßnahmen of this Fassung name, in the order of the register."""
    genannt: dict[str, dict[str, Verweis]] = {}
    for stelle in fassung.massnahmen():
        if isinstance(stelle.gegenstand, Massnahme):
            for foerderung in stelle.gegenstand.foerderungen:
                genannt.setdefault(foerderung.programm, {})[stelle.id] = netz.verweise[stelle.id]
    return tuple(
        Programmteil(programm, tuple(genannt[programm.id].values()))
        for programm in plan.foerderprogramme
        if programm.id in genannt and programm is plan.programm_nach_id[programm.id]
    )
