"""What a user means by an id, a printed number or a name: places of a Fassung, bodies, programmes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import BEZEICHNUNGEN, Begriff
from konzept.domain.element import Ebene
from konzept.domain.werte import nummer_schluessel
from konzept.reports.akteur import gliederungsnummer
from konzept.reports.due_auswahl import akteurnamen, finde_akteure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.domain.akteur import Akteur
    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.foerderprogramm import Foerderprogramm
    from konzept.domain.plan import Plan

    Ding = Stelle | Akteur | Foerderprogramm

    Schluessel = tuple[tuple[int, int, str], ...]

STELLE = ("stelle", "akteur")
PROGRAMM = ("förderprogramm", "foerderprogramm", "programm")
"""Words in front of a name that ask for a body or a programme, where something else bears the same one."""
_MASSNAHME_IN_NUMMER = re.compile(r"\bma(?:ß|ss)nahme\b", re.IGNORECASE)


def suche(plan: Plan, fassung: Fassung, name: str) -> tuple[Ding, ...]:
    """Return all that ``name`` may mean, the plan's places in reading order first; empty if nothing.

    An id of the plan goes before one of the registers, and an id before numbers and names. A Maßnahme is found by
    its own printed number (»1.1 M2«, also »1.1 Maßnahme 2« and »1.1.2«), in a plan without goals by its label alone;
    one without a label stands on the card of its goal. The name of a level in front (»Handlungsfeld 2«, »Stelle
    jobcenter«) leaves only that level.
    """
    name = " ".join(name.split())
    wort, _, rest = name.partition(" ")
    if rest and wort.casefold() in STELLE:
        return finde_akteure(plan, rest)
    if rest and wort.casefold() in PROGRAMM and (programme := finde_programme(plan, rest)):
        return programme
    stellen = tuple(fassung.stellen())
    for ebene, bezeichnung in _ebenennamen(plan):
        if name.casefold().startswith(f"{bezeichnung} "):
            # casefold turns ß into ss, so the rest is cut from the folded name
            gefunden = _unter(ebene, stellen, name.casefold().removeprefix(bezeichnung).strip())
            if gefunden:
                return gefunden
    nach_id = [stelle for stelle in stellen if stelle.id == name.casefold()][:1]
    if nach_id:
        return tuple(nach_id)
    for register in (plan.akteur_nach_id, plan.programm_nach_id):
        if name.casefold() in register:
            return (register[name.casefold()],)
    return (*_nach_nummer(stellen, name), *finde_akteure(plan, name), *finde_programme(plan, name))


def finde_programme(plan: Plan, name: str) -> tuple[Foerderprogramm, ...]:
    """Return the programme with this id, else those with this name."""
    gesucht = " ".join(name.casefold().split())
    if gesucht in plan.programm_nach_id:
        return (plan.programm_nach_id[gesucht],)
    return tuple(one for one in plan.foerderprogramme if " ".join(one.name.casefold().split()) == gesucht)


def namen(plan: Plan, fassung: Fassung) -> dict[str, str]:
    """Return every word that finds something, with what it is called in full: for a near miss."""
    woerter = {one.id: one.name for one in plan.foerderprogramme}
    woerter |= {name: akteur.name for akteur in plan.akteure for name in akteurnamen(akteur)}
    woerter |= {stelle.id: titel_der_stelle(stelle) for stelle in fassung.stellen()}
    return woerter


def titel_der_stelle(stelle: Stelle) -> str:
    """Return the title of whatever stands here."""
    gegenstand = stelle.gegenstand
    titel = getattr(gegenstand, "anzeigetitel", None) or getattr(gegenstand, "titel", "")
    return str(titel)


def _ebenennamen(plan: Plan) -> Iterator[tuple[Ebene, str]]:
    """Give what the levels are called: the standard names, and the county's own."""
    for ebene in (Ebene.LEITZIEL, Ebene.HANDLUNGSFELD, Ebene.HANDLUNGSZIEL, Ebene.MASSNAHME):
        begriff = Begriff(ebene.value)
        worte = (ebene.value, BEZEICHNUNGEN[begriff].einzahl, plan.einstellungen.bezeichnung(begriff).einzahl)
        yield from ((ebene, wort.casefold()) for wort in dict.fromkeys(worte))


def _unter(ebene: Ebene, stellen: tuple[Stelle, ...], name: str) -> tuple[Stelle, ...]:
    """Return the places of one level so named; a Maßnahme without a label also by the number of its goal."""
    eigene = tuple(stelle for stelle in stellen if stelle.ebene is ebene)
    nach_id = tuple(stelle for stelle in eigene if stelle.id == name.casefold())[:1]
    gesucht = nummer_schluessel(_MASSNAHME_IN_NUMMER.sub("M", name))
    if nach_id or not gesucht:
        return nach_id
    return tuple(stelle for stelle in eigene if _gedruckt(stelle) == gesucht) or _nach_nummer(eigene, name)


def _nach_nummer(stellen: tuple[Stelle, ...], name: str) -> tuple[Stelle, ...]:
    """Return what bears this printed number; if nothing does, the Maßnahmen that it is short for."""
    gesucht = nummer_schluessel(_MASSNAHME_IN_NUMMER.sub("M", name))
    if not gesucht:
        return ()
    wege = (
        (stelle for stelle in stellen if stelle.gegenstand.nummer and _gedruckt(stelle) == gesucht),
        (stelle for stelle in stellen if _kurz(stelle) == gesucht),
        # in a plan without goals the label alone is the number that is printed
        (s for s in stellen if _ohne_ziel(s) and nummer_schluessel(s.gegenstand.nummer) == gesucht),
    )
    return next(filter(None, map(tuple, wege)), ())


def _ohne_ziel(stelle: Stelle) -> bool:
    return stelle.ebene is Ebene.MASSNAHME and stelle.ziel is None


def _gedruckt(stelle: Stelle) -> Schluessel:
    if stelle.ebene is Ebene.MASSNAHME:
        return nummer_schluessel(gliederungsnummer(stelle))
    return nummer_schluessel(stelle.gegenstand.nummer)


def _kurz(stelle: Stelle) -> Schluessel | None:
    """Return the key of 1.1.2, short for 1.1 M2."""
    eltern, eigene = stelle.ziel or stelle.feld, stelle.gegenstand.nummer
    if stelle.ebene is not Ebene.MASSNAHME or eltern is None or eigene is None:
        return None
    return nummer_schluessel(f"{eltern.nummer}.{eigene}")
