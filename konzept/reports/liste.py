"""The Maßnahmen of a Fassung in reading order, narrowed by what one looks for, each with its state on a Stichtag."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.domain.element import Ebene
from konzept.domain.handlungsfeld import Massnahme
from konzept.domain.werte import gefaltet
from konzept.reports.akteur import gliederungsnummer
from konzept.reports.due_gruppe import Gruppe
from konzept.reports.due_meldung import Meldestand, meldestaende
from konzept.reports.konzept_bezuege import Verweis
from konzept.reports.liste_fristen import dringendster, fristenlage, offen
from konzept.reports.liste_wahl import Artwahl, Standwahl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan
    from konzept.domain.sachstand import Meldung
    from konzept.domain.termin import Teil
    from konzept.domain.terminangabe import Termin
    from konzept.reports.due_eintrag import Eintrag


@dataclass(frozen=True, slots=True)
class Suche:
    """What to look for: all of it has to fit; of several values of one kind any.

    ``akteure`` are the ids of a body and of what belongs to it. ``faellig_bis`` keeps what has an open Frist up to
    that day. Each of ``texte`` has to occur in the words of the Maßnahme, whatever the case.
    """

    feld: str | None = None
    akteure: frozenset[str] | None = None
    staende: tuple[Standwahl, ...] = ()
    arten: tuple[Artwahl, ...] = ()
    faellig_bis: date | None = None
    programm: str | None = None
    texte: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Beteiligter:
    """A body's part in a Maßnahme; ``kurz`` is what it is called in a table."""

    id: str
    kurz: str
    rolle: Rolle


@dataclass(frozen=True, slots=True)
class Listenzeile:
    """One Maßnahme.

    ``termin`` is its own or that of its goal, or the one a Beschluss in the log has put in its place; ``teile`` as it
    is read. ``frist`` is the entry of ``due`` to look at first, ``ueberfaellig`` counts all overdue ones. ``letzte`` is
    the latest entry of the log, ``antwort`` the latest in which a body did report.
    """

    id: str
    nummer: str
    titel: str
    feld: Verweis | None
    ziel: Verweis | None
    termin: str | None
    teile: tuple[Teil, ...]
    frist: Eintrag | None
    ueberfaellig: int
    letzte: Meldung | None
    antwort: Meldung | None
    akteure: tuple[Beteiligter, ...]
    programme: tuple[str, ...]

    @property
    def federfuehrend(self) -> tuple[str, ...]:
        """Who leads, by short names."""
        return tuple(dict.fromkeys(one.kurz for one in self.akteure if one.rolle is Rolle.FEDERFUEHREND))


@dataclass(frozen=True, slots=True)
class Liste:
    """What was found of how many."""

    fassung: Fassung
    stichtag: date
    suche: Suche
    zeilen: tuple[Listenzeile, ...]
    gesamt: int


def liste(plan: Plan, fassung: Fassung, stichtag: date, suche: Suche | None = None) -> Liste:
    """List the Maßnahmen of ``fassung`` that fit ``suche``, as known on ``stichtag``."""
    suche = suche or Suche()
    lage = fristenlage(plan, fassung, stichtag, suche.faellig_bis)
    bekannt = meldestaende(fassung.sachstand, stichtag)
    zeilen = []
    gesamt = 0
    for stelle in fassung.massnahmen():
        gesamt += 1
        massnahme = stelle.gegenstand
        if isinstance(massnahme, Massnahme):
            eintraege = lage.get(massnahme.id, ())
            meldestand = bekannt.get(massnahme.id, Meldestand())
            zeile = _zeile(plan, stelle, massnahme, _Kenntnis(eintraege, meldestand, stichtag))
            if _passt(zeile, massnahme, eintraege, suche, stichtag):
                zeilen.append(zeile)
    return Liste(fassung, stichtag, suche, tuple(zeilen), gesamt)


def geltender_termin(stelle: Stelle, meldestand: Meldestand) -> Termin | None:
    """Return the Termin that holds for a place: its own, else that of its goal, unless a Beschluss has set another."""
    termin = stelle.termin or (stelle.ziel.termin if stelle.ziel else None)
    return termin and meldestand.geltender_termin(termin)


def oberhalb(stelle: Stelle) -> tuple[Verweis | None, Verweis | None]:
    """Name the Handlungsfeld and the Handlungsziel that a place belongs to."""
    feld, ziel = stelle.feld, stelle.ziel
    return (
        Verweis(Ebene.HANDLUNGSFELD, feld.id, feld.nummer, feld.titel) if feld else None,
        Verweis(Ebene.HANDLUNGSZIEL, ziel.id, ziel.nummer, ziel.titel) if ziel else None,
    )


@dataclass(frozen=True, slots=True)
class _Kenntnis:
    """What is known of one Maßnahme on the Stichtag."""

    eintraege: tuple[Eintrag, ...]
    meldestand: Meldestand
    stichtag: date


def _zeile(plan: Plan, stelle: Stelle, massnahme: Massnahme, kenntnis: _Kenntnis) -> Listenzeile:
    termin = geltender_termin(stelle, kenntnis.meldestand)
    feld, ziel = oberhalb(stelle)
    antworten = kenntnis.meldestand.antworten
    return Listenzeile(
        id=massnahme.id,
        nummer=gliederungsnummer(stelle),
        titel=massnahme.anzeigetitel,
        feld=feld,
        ziel=ziel,
        termin=termin.text if termin else None,
        teile=termin.lies(plan.einstellungen.fristworte) if termin else (),
        frist=dringendster(kenntnis.eintraege, kenntnis.stichtag),
        ueberfaellig=sum(one.gruppe is Gruppe.UEBERFAELLIG for one in kenntnis.eintraege),
        letzte=kenntnis.meldestand.letzte,
        antwort=antworten[-1] if antworten else None,
        akteure=tuple(_beteiligte(plan, massnahme)),
        programme=tuple(dict.fromkeys(one.programm for one in massnahme.foerderungen)),
    )


def _beteiligte(plan: Plan, massnahme: Massnahme) -> Iterator[Beteiligter]:
    for one in massnahme.zustaendigkeiten:
        akteur = plan.akteur_nach_id.get(one.akteur)
        yield Beteiligter(one.akteur, (akteur.kurz or akteur.name) if akteur else one.akteur, one.rolle)


def _passt(
    zeile: Listenzeile, massnahme: Massnahme, eintraege: tuple[Eintrag, ...], suche: Suche, stichtag: date
) -> bool:
    bis = suche.faellig_bis
    worte = gefaltet(" ".join(_worte(zeile, massnahme)))
    return (
        (suche.feld is None or (zeile.feld is not None and zeile.feld.id == suche.feld))
        and (suche.akteure is None or any(one.id in suche.akteure for one in zeile.akteure))
        and (suche.programm is None or suche.programm in zeile.programme)
        and (not suche.staende or not _staende(zeile).isdisjoint(suche.staende))
        and (not suche.arten or not _arten(zeile).isdisjoint(suche.arten))
        and (bis is None or any(offen(e, stichtag) and e.faellig and e.faellig <= bis for e in eintraege))
        and all(gefaltet(text) in worte for text in suche.texte)
    )


def _staende(zeile: Listenzeile) -> set[Standwahl]:
    """Give what was reported last, and what was answered last if that was not it."""
    staende = {Standwahl(one.stand.value) for one in (zeile.letzte, zeile.antwort) if one}
    return staende if zeile.antwort else staende | {Standwahl.OHNE_MELDUNG}


def _arten(zeile: Listenzeile) -> set[Artwahl]:
    return {Artwahl(teil.art.value) for teil in zeile.teile} or {Artwahl.OHNE_TERMIN}


def _worte(zeile: Listenzeile, massnahme: Massnahme) -> Iterator[str]:
    """Give all words that are published of a Maßnahme and its goal; ``intern`` is not among them."""
    yield from (massnahme.id, zeile.nummer, zeile.titel, massnahme.text, zeile.termin or "")
    yield from massnahme.hinweise
    yield from (massnahme.leichte_sprache or "", *massnahme.texte.values())
    yield from (one.titel for one in massnahme.indikatoren)
    if massnahme.kosten and massnahme.kosten.text:
        yield massnahme.kosten.text
    if zeile.ziel:
        yield zeile.ziel.titel
