"""``konzept list``: the bodies of the plan by kind with their Maßnahmen."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from konzept.cli.names import complete_fassung
from konzept.cli.surface.failure import WrongCall
from konzept.cli.workplace import FINE, pick_fassung, sound_plan


class Format(StrEnum):
    """How the list is written."""

    TEXT = "text"
    JSON = "json"


def list_command(
    ctx: typer.Context,
    *,
    akteure: Annotated[
        bool, typer.Option("--akteure", help="Die zuständigen Stellen nach Art, mit ihren Maßnahmen.")
    ] = False,
    fassung: Annotated[
        str | None,
        typer.Option(metavar="FASSUNG", help="Diese Fassung statt der neuesten.", autocompletion=complete_fassung),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="Als Text oder als JSON ausgeben.")] = Format.TEXT,
) -> int:
    """List what the options name; 0."""
    import sys

    from konzept.domain.einstellungen import Begriff
    from konzept.output import write_document
    from konzept.render.akteur_json import akteur_json
    from konzept.render.akteur_text import akteur_text
    from konzept.render.terminal import show, width
    from konzept.reports.akteur import akteursbericht

    if not akteure:
        raise WrongCall("Was aufgelistet werden soll, fehlt.", "Nennen Sie es: konzept list --akteure")
    plan = sound_plan(ctx)
    bericht = akteursbericht(plan, pick_fassung(plan, fassung))
    if form is Format.JSON:
        write_document(akteur_json(bericht))
    else:
        massnahme = plan.einstellungen.bezeichnung(Begriff.MASSNAHME)
        show(akteur_text(bericht, massnahme.einzahl, massnahme.mehrzahl, width(sys.stdout)))
    return FINE
