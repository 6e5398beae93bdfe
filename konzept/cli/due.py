"""``konzept due``: what is overdue, due, recurring, running in a period, as of a day."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from konzept.cli.names import complete_akteur, complete_fassung
from konzept.cli.surface.failure import WrongCall
from konzept.cli.workplace import FINE, FOUND, NO_PLAN, pick_fassung, sound_plan
from konzept.reports.due_gruppe import Gruppe  # noqa: TC001  (typer reads the annotation at run time)

if TYPE_CHECKING:
    from konzept.domain.akteur import Akteur
    from konzept.domain.fassung import Fassung
    from konzept.domain.handlungsfeld import Handlungsfeld
    from konzept.domain.plan import Plan
    from konzept.reports.due_fassung import Fassungswahl

ERSTES_JAHR = 1900
LETZTES_JAHR = 2199
"""The years that a Termin is read for; a daily rhythm until the year 9999 would be millions of entries."""

TAG_FORMEN = ["%Y-%m-%d", "%d.%m.%Y"]


class Format(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"


def due(
    ctx: typer.Context,
    *,
    year: Annotated[
        int | None,
        typer.Option(
            "--year",
            min=ERSTES_JAHR,
            max=LETZTES_JAHR,
            metavar="JAHR",
            help="Das Jahr; sonst das des Stichtags.",
        ),
    ] = None,
    von: Annotated[
        datetime | None,
        typer.Option(
            formats=TAG_FORMEN, help="Erster Tag des Zeitraums, statt »--year«; sonst Jahresanfang."
        ),
    ] = None,
    bis: Annotated[
        datetime | None,
        typer.Option(formats=TAG_FORMEN, help="Letzter Tag des Zeitraums, statt »--year«; sonst Jahresende."),
    ] = None,
    stichtag: Annotated[
        datetime | None,
        typer.Option(formats=TAG_FORMEN, help="Der Tag, nach dessen Kenntnis geurteilt wird; sonst heute."),
    ] = None,
    akteur: Annotated[
        str | None,
        typer.Option(
            metavar="STELLE",
            help="Nur Maßnahmen dieser Stelle (id, Kurzform, Name oder Alias) und dessen, was zu ihr gehört.",
            autocompletion=complete_akteur,
        ),
    ] = None,
    feld: Annotated[
        str | None, typer.Option(metavar="FELD", help="Nur dieses Handlungsfeld (Nummer oder id).")
    ] = None,
    fassung: Annotated[
        str | None,
        typer.Option(
            metavar="FASSUNG",
            help="Diese Fassung statt der, die am letzten Tag des Zeitraums gilt.",
            autocompletion=complete_fassung,
        ),
    ] = None,
    gruppe: Annotated[
        list[Gruppe] | None,
        typer.Option(help="Nur diese Gruppe zeigen (mehrfach möglich); gezählt wird immer alles."),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="Als Text oder als JSON ausgeben.")] = Format.TEXT,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Mit 1 enden, wenn etwas überfällig ist.")
    ] = False,
) -> int:
    """Say what is due; 0, or with ``--exit-code`` 1 if something of the selection is overdue."""
    import sys

    from konzept.output import write_document, write_stderr
    from konzept.render.due_json import due_json
    from konzept.render.due_text import DUE_RULES, due_text
    from konzept.render.due_words import fassungssatz
    from konzept.render.terminal import show, width
    from konzept.reports.due import due as due_bericht
    from konzept.reports.due_auswahl import mit_untergeordneten
    from konzept.reports.due_frage import Frage

    tag = stichtag.date() if stichtag else _heute()
    erster, letzter = _zeitraum(year, von, bis, tag)
    plan = sound_plan(ctx)
    wahl = _fassung(plan, fassung, letzter)
    stelle = None if akteur is None else _akteur(plan, akteur)
    handlungsfeld = None if feld is None else _feld(wahl.fassung, feld)
    frage = Frage(
        erster,
        letzter,
        tag,
        feld=handlungsfeld.id if handlungsfeld else None,
        akteure=frozenset(mit_untergeordneten(plan, stelle.id)) if stelle else None,
    )
    ganz = due_bericht(plan, wahl.fassung, frage)
    bericht = ganz.nur(gruppe) if gruppe else ganz
    if form is Format.JSON:
        satz = fassungssatz(bericht, wahl.grund)
        write_stderr(f"Hinweis: {satz}\n" if satz else "")
        write_document(due_json(bericht))
    else:
        auswahl = _auswahl(plan, handlungsfeld, stelle, gruppe)
        text = due_text(bericht, plan.einstellungen, width(sys.stdout), grund=wahl.grund, auswahl=auswahl)
        show(text, DUE_RULES)
    return FOUND if exit_code and ganz.ueberfaellig else FINE


def _heute() -> date:
    """Ask the clock, or take the moment that SOURCE_DATE_EPOCH sets in its place (design §6)."""
    gesetzt = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not gesetzt:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(gesetzt), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise WrongCall(
            f"Die Umgebungsvariable SOURCE_DATE_EPOCH nennt mit »{gesetzt}« keinen Zeitpunkt.",
            "Setzen Sie sie auf Sekunden seit dem 1.1.1970, oder nennen Sie den Tag mit »--stichtag«.",
        ) from None


def _zeitraum(
    year: int | None, von: datetime | None, bis: datetime | None, stichtag: date
) -> tuple[date, date]:
    """Return the first and the last day asked for; what is left open is filled up to the calendar year."""
    if year is not None and (von or bis):
        raise WrongCall(
            "»--year« nennt schon den ganzen Zeitraum.",
            "Nennen Sie entweder »--year« oder »--von« und »--bis«.",
        )
    jahr = year if year is not None else stichtag.year
    erster = von.date() if von else date(bis.year if bis else jahr, 1, 1)
    letzter = bis.date() if bis else date(erster.year, 12, 31)
    if letzter < erster:
        raise WrongCall(
            "Der Zeitraum endet, bevor er beginnt.", "»--von« ist der erste Tag, »--bis« der letzte."
        )
    if erster.year < ERSTES_JAHR or letzter.year > LETZTES_JAHR:
        raise WrongCall(f"Der Zeitraum muss in den Jahren {ERSTES_JAHR} bis {LETZTES_JAHR} liegen.")
    return erster, letzter


def _fassung(plan: Plan, name: str | None, tag: date) -> Fassungswahl:
    from konzept.cli.surface.failure import Failure
    from konzept.reports.due_fassung import Fassungswahl, Wahlgrund, fassung_am

    if name is not None:
        return Fassungswahl(pick_fassung(plan, name), Wahlgrund.GENANNT)
    wahl = fassung_am(plan, tag)
    if wahl is None:
        raise Failure("Der Plan hat noch keine Fassung.", "Legen Sie data/fassungen/<jahr>.yaml an.", NO_PLAN)
    return wahl


def _akteur(plan: Plan, name: str) -> Akteur:
    from konzept.diagnostics import nearest
    from konzept.reports.due_auswahl import akteurnamen, finde_akteure

    gefunden = finde_akteure(plan, name)
    if len(gefunden) == 1:
        return gefunden[0]
    if gefunden:
        ids = ", ".join(f"»{akteur.id}«" for akteur in gefunden)
        raise WrongCall(f"»{name}« heißen mehrere Stellen: {ids}.", "Nennen Sie die id.")
    nach_name = {wort: akteur for akteur in reversed(plan.akteure) for wort in akteurnamen(akteur)}
    treffer = nearest(name, nach_name)
    hinweis = f"Meinten Sie »{nach_name[treffer].id}« ({nach_name[treffer].name})? " if treffer else ""
    raise WrongCall(f"Die Stelle »{name}« gibt es nicht.", f"{hinweis}Alle zeigt »konzept list --akteure«.")


def _feld(fassung: Fassung, name: str) -> Handlungsfeld:
    from konzept.diagnostics import nearest
    from konzept.reports.due_auswahl import finde_feld

    feld = finde_feld(fassung, name)
    if feld is not None:
        return feld
    treffer = nearest(name, [feld.id for feld in fassung.handlungsfelder])
    hinweis = f"Meinten Sie »{treffer}«? " if treffer else ""
    vorhanden = ", ".join(f"{feld.nummer} ({feld.id})" for feld in fassung.handlungsfelder) or "keine"
    raise WrongCall(
        f"Das Handlungsfeld »{name}« gibt es in der Fassung {fassung.id} nicht.",
        f"{hinweis}Vorhanden: {vorhanden}.",
    )


def _auswahl(
    plan: Plan, feld: Handlungsfeld | None, stelle: Akteur | None, gruppen: list[Gruppe] | None
) -> str | None:
    """Name in words what was asked for, if it is not the whole Fassung."""
    from konzept.domain.einstellungen import Begriff
    from konzept.render.due_words import GRUPPEN
    from konzept.reports.due_auswahl import mit_untergeordneten

    worte = []
    if feld:
        worte.append(
            f"{plan.einstellungen.bezeichnung(Begriff.HANDLUNGSFELD).einzahl} {feld.nummer} {feld.titel}"
        )
    if stelle:
        weitere = [plan.akteur_nach_id[one] for one in mit_untergeordneten(plan, stelle.id)[1:]]
        mit = ", ".join(akteur.kurz or akteur.name for akteur in weitere)
        worte.append(stelle.name + (f" (mit {mit})" if mit else ""))
    if gruppen:
        worte.append("gezeigt nur " + ", ".join(GRUPPEN[gruppe] for gruppe in dict.fromkeys(gruppen)))
    return "; ".join(worte) or None
