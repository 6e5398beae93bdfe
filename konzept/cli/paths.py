"""Paths as a user names them, against the names of files within a plan."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from konzept.cli.surface.failure import WrongCall
from konzept.cli.surface.global_options import folder_of

if TYPE_CHECKING:
    import typer

    from konzept.diagnostics import Befund


def below(ctx: typer.Context, pfad: str, findings: tuple[Befund, ...]) -> tuple[Befund, ...]:
    """Keep the findings of one file, or of the files in one folder; ``pfad`` as in ``within_plan``."""
    name = within_plan(ctx, pfad)
    return tuple(b for b in findings if lies_in(b.ort.datei, name))


def lies_in(datei: str, name: str) -> bool:
    """Tell whether a file of the plan is the one that ``within_plan`` gave, or lies in that folder."""
    return not name or datei == name or datei.startswith(f"{name}/")


def within_plan(ctx: typer.Context, pfad: str) -> str:
    """Return the name that a file or folder has within the plan; empty for the plan itself.

    ``pfad`` is taken from the folder one stands in, else from that of ``-C``, else from the plan's folder. A path
    that does not exist or lies outside the plan is a wrong call.
    """
    from konzept.load import plan_root

    folder = folder_of(ctx)
    root = plan_root(folder)
    for start in (Path(), folder, root):
        candidate = start / pfad
        if not os.path.lexists(candidate):
            continue
        # as it is named first: a link inside the plan names what the findings name
        for resolve in (os.path.abspath, os.path.realpath):
            inside = os.path.relpath(resolve(candidate), resolve(root))
            if inside == ".":
                return ""
            if not inside.startswith(".."):
                return Path(inside).as_posix()
    message = f"Den Pfad »{pfad}« gibt es in diesem Plan nicht."
    raise WrongCall(message, "Nennen Sie eine Datei oder einen Ordner unter data/.")
