"""``konzept diff``: what became of every id between two Fassungen, and whether the balance is closed."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path  # noqa: TC003  typer reads the annotations at run time
from typing import Annotated

import typer

from konzept.cli.names import complete_fassung
from konzept.cli.workplace import FINE, FOUND, emit, pick_fassung, sound_plan


class Format(StrEnum):
    """How the comparison is written."""

    TEXT = "text"
    JSON = "json"


def diff(
    ctx: typer.Context,
    alt: Annotated[
        str, typer.Argument(metavar="ALT", help="Die frühere Fassung.", autocompletion=complete_fassung)
    ],
    neu: Annotated[
        str, typer.Argument(metavar="NEU", help="Die spätere Fassung.", autocompletion=complete_fassung)
    ],
    format: Annotated[  # noqa: A002  the option's name is fixed by the client
        Format, typer.Option("--format", help="Ausgabe als Text oder JSON.")
    ] = Format.TEXT,
    alles: Annotated[
        bool, typer.Option("--alles", help="Auch Unverändertes und nicht Belegtes aufführen.")
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Auch dann mit 1 enden, wenn sich etwas geändert hat.")
    ] = False,
    ausgabe: Annotated[
        Path | None,
        typer.Option(
            "--ausgabe", "-o", metavar="DATEI", help="In diese Datei schreiben statt auf die Konsole."
        ),
    ] = None,
) -> int:
    """Compare two Fassungen of the plan; gives 1 if an id of the old one has no account, else 0.

    With ``exit_code`` any change gives 1. A name that is no Fassung is a wrong call (2).
    """
    from konzept.output import write_stderr
    from konzept.render.diff_json import diff_json
    from konzept.render.diff_text import diff_text
    from konzept.reports.diff import vergleiche

    plan = sound_plan(ctx)
    frueher, spaeter = pick_fassung(plan, alt), pick_fassung(plan, neu)
    if frueher.rahmen.vorgaenger == spaeter.id:
        satz = f"{neu} ist der Vorgänger von {alt}; gemeint war wohl: konzept diff {neu} {alt}"
        write_stderr(f"Hinweis: {satz}\n")
    vergleich = vergleiche(plan, frueher, spaeter)
    schreibe = diff_json if format is Format.JSON else diff_text
    emit(schreibe(vergleich, alles=alles), ausgabe, utf8=format is Format.JSON)
    return FOUND if vergleich.offen or (exit_code and vergleich.liste()) else FINE
