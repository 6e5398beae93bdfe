"""``konzept validate``: every finding of the whole plan in one run, for a person or for another program."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003  typer reads the annotations at run time
from pathlib import Path  # noqa: TC003  as above
from typing import Annotated

import typer

from konzept.cli.names import complete_fassung
from konzept.cli.reparatur import DryRunOption, FixOption, repariere
from konzept.cli.selection import DAY_FORMATS, stichtag_or_today
from konzept.cli.surface.failure import WrongCall
from konzept.cli.surface.global_options import folder_of
from konzept.cli.validate_ausgabe import Ausgabe, Format
from konzept.cli.workplace import (
    FINE,
    FOUND,
    findings_and_exceptions,
    open_plan,
    pick_fassung,
    refuse_plan_folder,
)


def validate(
    ctx: typer.Context,
    pfad: Annotated[
        str | None,
        typer.Argument(
            metavar="PFAD",
            help="Nur Befunde dieser Datei oder dieses Ordners zeigen; geprüft wird immer der ganze Plan.",
        ),
    ] = None,
    form: Annotated[
        Format,
        typer.Option(
            "--format",
            help="Das Format: Text; JSON; Anmerkungen für GitHub; Code-Quality-Bericht für GitLab; SARIF 2.1.0.",
        ),
    ] = Format.TEXT,
    *,
    streng: Annotated[bool, typer.Option("--streng", help="Schon bei Warnungen mit 1 enden.")] = False,
    fix: FixOption = None,
    dry_run: DryRunOption = False,
    smart: Annotated[
        bool,
        typer.Option(
            "--smart", help="Dazu jede Maßnahme nach den fünf SMART-Kriterien beurteilen; nur Hinweise."
        ),
    ] = False,
    fassung: Annotated[
        str | None,
        typer.Option(
            metavar="FASSUNG",
            help="Mit --smart: die Fassung, die beurteilt wird; sonst die neueste.",
            autocompletion=complete_fassung,
        ),
    ] = None,
    stichtag: Annotated[
        datetime | None,
        typer.Option(formats=DAY_FORMATS, help="Der Tag, nach dem nichts berichtet sein kann; sonst heute."),
    ] = None,
    ausgabe: Annotated[
        Path | None,
        typer.Option("-o", "--ausgabe", metavar="DATEI", help="In diese Datei schreiben."),
    ] = None,
) -> int:
    """Check the whole plan; 1 if there is a Fehler anywhere (with ``--streng`` a Warnung among those shown), else 0."""
    from konzept.cli.paths import below
    from konzept.diagnostics import Severity
    from konzept.load import plan_root

    if fassung is not None and not smart:
        raise WrongCall(
            "»--fassung« wählt nur, was »--smart« beurteilt.", "Geprüft wird immer der ganze Plan."
        )
    if pfad == "":
        raise WrongCall(
            "Der Pfad ist leer.", "Nennen Sie eine Datei oder einen Ordner unter data/, oder keinen."
        )
    if smart and form not in {Format.TEXT, Format.JSON}:
        raise WrongCall(
            f"»--smart« gibt es als Text und als JSON, nicht als »{form}«.",
            "Rufen Sie den Befehl zweimal auf: einmal mit »--smart«, einmal mit diesem Format.",
        )
    loaded = open_plan(ctx)
    root = plan_root(folder_of(ctx))
    refuse_plan_folder(ausgabe, root)
    if fix is not None or dry_run:
        repariere(ctx, pfad, fix, dry_run=dry_run, show_diff=form is Format.TEXT or ausgabe is not None)
        loaded = open_plan(ctx)  # what is judged is the result
    findings, excepted = findings_and_exceptions(loaded, stichtag_or_today(stichtag))
    everywhere = sum(befund.schwere is Severity.FEHLER for befund in findings)
    if pfad is not None:
        findings, excepted = below(ctx, pfad, findings), below(ctx, pfad, excepted)
    elsewhere = everywhere - sum(befund.schwere is Severity.FEHLER for befund in findings)
    judged = pick_fassung(loaded.plan, fassung) if smart else None
    Ausgabe(ctx, loaded.plan, root, findings, len(excepted), judged, pfad, elsewhere).write(form, ausgabe)
    grave = {Severity.FEHLER, Severity.WARNUNG} if streng else {Severity.FEHLER}
    return FOUND if elsewhere or any(befund.schwere in grave for befund in findings) else FINE
