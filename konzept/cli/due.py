"""``konzept due``: what is overdue, due, recurring, running in a period, as of a day."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from konzept.cli.names import complete_fassung
from konzept.cli.options import AkteurOption, FeldOption  # noqa: TC001  typer reads the annotations at run time
from konzept.cli.selection import (
    DAY_FORMATS,
    FIRST_YEAR,
    LAST_YEAR,
    period,
    pick_akteur,
    pick_feld,
    stichtag_or_today,
)
from konzept.cli.workplace import FINE, FOUND, NO_PLAN, pick_fassung, sound_plan
from konzept.reports.due_gruppe import Gruppe  # noqa: TC001  (typer reads the annotation at run time)

if TYPE_CHECKING:
    from konzept.domain.akteur import Akteur
    from konzept.domain.handlungsfeld import Handlungsfeld
    from konzept.domain.plan import Plan
    from konzept.reports.due_fassung import Fassungswahl


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
            min=FIRST_YEAR,
            max=LAST_YEAR,
            metavar="JAHR",
            help="Das Jahr; sonst das des Stichtags.",
        ),
    ] = None,
    von: Annotated[
        datetime | None,
        typer.Option(
            formats=DAY_FORMATS, help="Erster Tag des Zeitraums, statt »--year«; sonst Jahresanfang."
        ),
    ] = None,
    bis: Annotated[
        datetime | None,
        typer.Option(
            formats=DAY_FORMATS, help="Letzter Tag des Zeitraums, statt »--year«; sonst Jahresende."
        ),
    ] = None,
    stichtag: Annotated[
        datetime | None,
        typer.Option(formats=DAY_FORMATS, help="Der Tag, nach dessen Kenntnis geurteilt wird; sonst heute."),
    ] = None,
    akteur: AkteurOption = None,
    feld: FeldOption = None,
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

    tag = stichtag_or_today(stichtag)
    erster, letzter = period(year, von, bis) or (date(tag.year, 1, 1), date(tag.year, 12, 31))
    plan = sound_plan(ctx)
    wahl = _fassung(plan, fassung, letzter)
    stelle = None if akteur is None else pick_akteur(plan, akteur)
    handlungsfeld = None if feld is None else pick_feld(wahl.fassung, feld)
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


def _fassung(plan: Plan, name: str | None, tag: date) -> Fassungswahl:
    from konzept.cli.surface.failure import Failure
    from konzept.reports.due_fassung import Fassungswahl, Wahlgrund, fassung_am

    if name is not None:
        return Fassungswahl(pick_fassung(plan, name), Wahlgrund.GENANNT)
    wahl = fassung_am(plan, tag)
    if wahl is None:
        raise Failure("Der Plan hat noch keine Fassung.", "Legen Sie data/fassungen/<jahr>.yaml an.", NO_PLAN)
    return wahl


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
