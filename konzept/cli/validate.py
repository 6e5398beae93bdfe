"""``konzept validate``: every finding of the whole plan in one run."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003  typer reads the annotations at run time
from enum import StrEnum
from typing import Annotated

import typer

from konzept.cli.selection import DAY_FORMATS, stichtag_or_today
from konzept.cli.workplace import FINE, FOUND, all_findings, open_plan


class Format(StrEnum):
    """How the findings are written."""

    TEXT = "text"
    JSON = "json"


def validate(
    ctx: typer.Context,
    pfad: Annotated[
        str | None,
        typer.Argument(
            metavar="PFAD",
            help="Nur Befunde dieser Datei oder dieses Ordners zeigen; geprüft wird immer der ganze Plan.",
        ),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="Als Text oder als JSON ausgeben.")] = Format.TEXT,
    *,
    streng: Annotated[bool, typer.Option("--streng", help="Schon bei Warnungen mit 1 enden.")] = False,
    stichtag: Annotated[
        datetime | None,
        typer.Option(formats=DAY_FORMATS, help="Der Tag, nach dem nichts berichtet sein kann; sonst heute."),
    ] = None,
) -> int:
    """Check the whole plan; 1 if there is a Fehler (with ``--streng`` a Warnung), else 0."""
    from konzept.cli.paths import below
    from konzept.diagnostics import Severity
    from konzept.output import write_document
    from konzept.render.befunde import befunde_json, befunde_text
    from konzept.render.terminal import FINDING_RULES, show

    loaded = open_plan(ctx)
    findings = all_findings(loaded, stichtag_or_today(stichtag))
    if pfad is not None:
        findings = below(ctx, pfad, findings)
    if form is Format.JSON:
        write_document(befunde_json(findings, loaded.plan))
    else:
        show(befunde_text(findings, loaded.plan), FINDING_RULES)
    grave = {Severity.FEHLER, Severity.WARNUNG} if streng else {Severity.FEHLER}
    return FOUND if any(befund.schwere in grave for befund in findings) else FINE
