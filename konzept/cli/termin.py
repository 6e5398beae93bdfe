"""``konzept termin``: how a wording is read, and which dates follow; within a plan by its own settings."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003  (typer reads the annotation at run time)
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from konzept.cli.names import complete_fassung
from konzept.cli.selection import DAY_FORMATS, FIRST_YEAR, LAST_YEAR, fassung_on, period
from konzept.cli.surface.failure import WrongCall
from konzept.cli.surface.global_options import folder_of
from konzept.cli.workplace import FINE

if TYPE_CHECKING:
    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan


class Format(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"


def termin(
    ctx: typer.Context,
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help='Der Wortlaut, in Anführungszeichen: "jährlich im Mai".')
    ],
    *,
    year: Annotated[
        int | None,
        typer.Option(
            "--year", min=FIRST_YEAR, max=LAST_YEAR, metavar="JAHR", help="Die Fristen dieses Jahres zeigen."
        ),
    ] = None,
    von: Annotated[
        datetime | None, typer.Option(formats=DAY_FORMATS, help="Die Fristen von diesem Tag an zeigen.")
    ] = None,
    bis: Annotated[
        datetime | None,
        typer.Option(
            formats=DAY_FORMATS,
            help="Die Fristen bis zu diesem Tag zeigen; ohne Zeitraum gilt der der Fassung.",
        ),
    ] = None,
    turnus_ab: Annotated[
        int | None,
        typer.Option(
            min=FIRST_YEAR,
            max=LAST_YEAR,
            metavar="JAHR",
            help="Von diesem Jahr an zählt der Turnus, wie »turnus_ab« im Plan.",
        ),
    ] = None,
    stichtag: Annotated[
        datetime | None,
        typer.Option(formats=DAY_FORMATS, help="Sagen, welche Fristen an diesem Tag vorbei sind."),
    ] = None,
    fassung: Annotated[
        str | None,
        typer.Option(
            metavar="FASSUNG",
            help="Diese Fassung statt der neuesten oder, mit »--stichtag«, der dann geltenden.",
            autocompletion=complete_fassung,
        ),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="Als Text oder als JSON ausgeben.")] = Format.TEXT,
) -> int:
    """Explain a wording; 0, whatever it says."""
    import sys

    from konzept.render.termin_json import termin_json
    from konzept.render.termin_text import TERMIN_RULES, termin_text
    from konzept.render.terminal import show, width
    from konzept.reports.termin import Zeitraum, terminauskunft

    tage = period(year, von, bis)
    plan = _plan(ctx)
    auskunft = terminauskunft(
        text,
        plan.einstellungen.fristworte if plan else {},
        fassung=_fassung(plan, fassung, stichtag),
        zeitraum=Zeitraum(*tage) if tage else None,
        turnus_ab=turnus_ab,
        stichtag=stichtag.date() if stichtag else None,
    )
    if form is Format.JSON:
        show(termin_json(auskunft))
    else:
        show(termin_text(auskunft, width(sys.stdout)), TERMIN_RULES)
    return FINE


def _plan(ctx: typer.Context) -> Plan | None:
    """Load the plan around, if there is one; one with faults still tells its settings."""
    from konzept.domain.plan import KONZEPT_DATEI
    from konzept.load import PlanNotFoundError, load_plan, plan_root
    from konzept.output import write_stderr

    try:
        plan = load_plan(plan_root(folder_of(ctx))).plan
    except PlanNotFoundError:
        return None
    if KONZEPT_DATEI in plan.unlesbare_dateien:
        write_stderr(f"Hinweis: {KONZEPT_DATEI} ist nicht lesbar; die Einstellungen des Plans fehlen.\n")
    return plan


def _fassung(plan: Plan | None, name: str | None, stichtag: datetime | None) -> Fassung | None:
    if plan is None:
        if name is not None:
            raise WrongCall(f"Hier liegt kein Plan, also auch keine Fassung »{name}«.", "Lassen Sie sie weg.")
        return None
    return fassung_on(plan, name, stichtag) if plan.fassungen else None
