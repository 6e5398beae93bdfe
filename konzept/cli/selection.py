"""What an option names: the Stichtag, a period, a body, a Handlungsfeld, a programme; a wrong name is a wrong call."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from konzept.cli.surface.failure import WrongCall

if TYPE_CHECKING:
    from konzept.domain.akteur import Akteur
    from konzept.domain.fassung import Fassung
    from konzept.domain.foerderprogramm import Foerderprogramm
    from konzept.domain.handlungsfeld import Handlungsfeld
    from konzept.domain.plan import Plan

DAY_FORMATS = ["%Y-%m-%d", "%d.%m.%Y"]
FIRST_YEAR = 1900
LAST_YEAR = 2199
"""The years that a Termin is read for; a daily rhythm until the year 9999 would be millions of entries."""


def stichtag_or_today(stichtag: datetime | None, option: str = "--stichtag") -> date:
    """Return the day that ``option`` named, else the moment of SOURCE_DATE_EPOCH, else today (design §6)."""
    if stichtag is not None:
        return stichtag.date()
    given = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not given:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(given), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise WrongCall(
            f"Die Umgebungsvariable SOURCE_DATE_EPOCH nennt mit »{given}« keinen Zeitpunkt.",
            f"Setzen Sie sie auf Sekunden seit dem 1.1.1970, oder nennen Sie den Tag mit »{option}«.",
        ) from None


def period(year: int | None, von: datetime | None, bis: datetime | None) -> tuple[date, date] | None:
    """Return the first and the last day asked for, filled up to the calendar year; None if nobody asked."""
    if year is not None and (von or bis):
        raise WrongCall(
            "»--year« nennt schon den ganzen Zeitraum.",
            "Nennen Sie entweder »--year« oder »--von« und »--bis«.",
        )
    if year is not None:
        first, last = date(year, 1, 1), date(year, 12, 31)
    elif von is not None:
        first, last = von.date(), bis.date() if bis else date(von.year, 12, 31)
    elif bis is not None:
        first, last = date(bis.year, 1, 1), bis.date()
    else:
        return None
    if last < first:
        raise WrongCall(
            "Der Zeitraum endet, bevor er beginnt.", "»--von« ist der erste Tag, »--bis« der letzte."
        )
    if first.year < FIRST_YEAR or last.year > LAST_YEAR:
        raise WrongCall(f"Der Zeitraum muss in den Jahren {FIRST_YEAR} bis {LAST_YEAR} liegen.")
    return first, last


def pick_akteur(plan: Plan, name: str) -> Akteur:
    """Return the one body so named (id, kurz, name or alias)."""
    from konzept.diagnostics import nearest
    from konzept.reports.due_auswahl import akteurnamen, finde_akteure

    found = finde_akteure(plan, name)
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(f"»{akteur.id}«" for akteur in found)
        raise WrongCall(f"»{name}« heißen mehrere Stellen: {ids}.", "Nennen Sie die id.")
    by_name = {word: akteur for akteur in reversed(plan.akteure) for word in akteurnamen(akteur)}
    close = nearest(name, by_name)
    hint = f"Meinten Sie »{by_name[close].id}« ({by_name[close].name})? " if close else ""
    raise WrongCall(f"Die Stelle »{name}« gibt es nicht.", f"{hint}Alle zeigt »konzept list --akteure«.")


def pick_feld(fassung: Fassung, name: str) -> Handlungsfeld:
    """Return the Handlungsfeld with this number or id."""
    from konzept.diagnostics import nearest
    from konzept.reports.due_auswahl import finde_feld

    feld = finde_feld(fassung, name)
    if feld is not None:
        return feld
    close = nearest(name, [feld.id for feld in fassung.handlungsfelder])
    hint = f"Meinten Sie »{close}«? " if close else ""
    known = ", ".join(f"{feld.nummer} ({feld.id})" for feld in fassung.handlungsfelder) or "keine"
    raise WrongCall(
        f"Das Handlungsfeld »{name}« gibt es in der Fassung {fassung.id} nicht.", f"{hint}Vorhanden: {known}."
    )


def pick_programm(plan: Plan, name: str) -> Foerderprogramm:
    """Return the Förderprogramm with this id or name."""
    from konzept.diagnostics import nearest
    from konzept.domain.werte import gefaltet

    wanted = gefaltet(name)
    for programm in plan.foerderprogramme:
        if wanted in {programm.id, gefaltet(programm.name)}:
            return programm
    by_name = {word: one.id for one in reversed(plan.foerderprogramme) for word in (one.id, one.name)}
    close = nearest(name, by_name)
    hint = f"Meinten Sie »{by_name[close]}«? " if close else ""
    known = ", ".join(programm.id for programm in plan.foerderprogramme) or "keines"
    raise WrongCall(f"Das Förderprogramm »{name}« gibt es nicht.", f"{hint}Vorhanden: {known}.")


def fassung_on(plan: Plan, name: str | None, stichtag: datetime | None) -> Fassung:
    """Return the named Fassung, else the one in force on a Stichtag that was named, else the default one."""
    from konzept.cli.workplace import pick_fassung
    from konzept.reports.due_fassung import fassung_am

    if name is None and stichtag is not None:
        wahl = fassung_am(plan, stichtag.date())
        if wahl is not None:
            return wahl.fassung
    return pick_fassung(plan, name)


def letzter_stand(fassung: Fassung) -> date:
    """Return the newest day the log was written on, else the day of the Fassung (design §6)."""
    eintraege = fassung.sachstand.eintraege if fassung.sachstand else ()
    return max((meldung.erfasst for meldung in eintraege), default=fassung.angenommen_am)
