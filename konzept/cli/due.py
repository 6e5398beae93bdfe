"""``konzept due``: what is overdue, due, recurring, running in a period, as of a day."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path  # noqa: TC003  typer reads the annotation at run time
from typing import TYPE_CHECKING, Annotated

import typer

from konzept.cli.due_ausgabe import Format, Umstand, show_due, write_due_per_body
from konzept.cli.je_akteur import folder_named
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
from konzept.cli.surface.failure import Failure, WrongCall
from konzept.cli.surface.global_options import folder_of
from konzept.cli.workplace import FINE, FOUND, NO_PLAN, pick_fassung, sound_plan
from konzept.reports.due_gruppe import Gruppe  # noqa: TC001  (typer reads the annotation at run time)

if TYPE_CHECKING:
    from konzept.domain.plan import Plan
    from konzept.reports.due_fassung import Fassungswahl


LONGEST_VORLAUF = 3660
"""Ten years: a plan does not look further, and a weekly rhythm stays readable."""


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
    vorlauf: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=LONGEST_VORLAUF,
            metavar="TAGE",
            help="Dazu zeigen, was vom Stichtag an in so vielen Tagen kommt, auch nach dem Zeitraum.",
        ),
    ] = None,
    gruppe: Annotated[
        list[Gruppe] | None,
        typer.Option(help="Nur diese Gruppe zeigen (mehrfach möglich); gezählt wird immer alles."),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="Das Format der Ausgabe.")] = Format.TEXT,
    je_akteur: Annotated[
        Path | None,
        typer.Option(
            "--je-akteur",
            parser=folder_named,
            metavar="ORDNER",
            help="In diesen Ordner je zuständiger Stelle eine Datei schreiben, etwa mit »--format ics«.",
        ),
    ] = None,
    ausgabe: Annotated[
        Path | None,
        typer.Option("-o", "--ausgabe", metavar="DATEI", help="In diese Datei schreiben."),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Mit 1 enden, wenn etwas überfällig ist.")
    ] = False,
) -> int:
    """Say what is due; 0, or with ``--exit-code`` 1 if something of the selection is overdue."""
    from konzept.cli.je_akteur import refuse_two_targets
    from konzept.load import plan_root
    from konzept.output import write_stderr
    from konzept.render.due_words import fassungssatz
    from konzept.reports.due import due as due_bericht
    from konzept.reports.due_auswahl import mit_untergeordneten
    from konzept.reports.due_frage import Frage

    refuse_two_targets(je_akteur, akteur, ausgabe)
    tag = stichtag_or_today(stichtag)
    erster, letzter = period(year, von, bis) or (date(tag.year, 1, 1), date(tag.year, 12, 31))
    if not FIRST_YEAR <= letzter.year <= LAST_YEAR or not FIRST_YEAR <= tag.year <= LAST_YEAR:
        raise WrongCall(f"Der Stichtag muss in den Jahren {FIRST_YEAR} bis {LAST_YEAR} liegen.")
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
        vorlauf=vorlauf,
    )
    ganz = due_bericht(plan, wahl.fassung, frage)
    satz = fassungssatz(ganz, wahl.grund) if form is not Format.TEXT else None
    write_stderr(f"Hinweis: {satz}\n" if satz else "")
    umstand = Umstand(plan, wahl.grund, plan_root(folder_of(ctx)), handlungsfeld, tuple(gruppe or ()))
    if je_akteur is not None:
        write_due_per_body(ganz, umstand, form, je_akteur)
    else:
        show_due(ganz.nur(gruppe) if gruppe else ganz, umstand, form, ausgabe, stelle)
    return FOUND if exit_code and ganz.ueberfaellig else FINE


def _fassung(plan: Plan, name: str | None, tag: date) -> Fassungswahl:
    from konzept.reports.due_fassung import Fassungswahl, Wahlgrund, fassung_am

    if name is not None:
        return Fassungswahl(pick_fassung(plan, name), Wahlgrund.GENANNT)
    wahl = fassung_am(plan, tag)
    if wahl is None:
        raise Failure("Der Plan hat noch keine Fassung.", "Legen Sie data/fassungen/<jahr>.yaml an.", NO_PLAN)
    return wahl
