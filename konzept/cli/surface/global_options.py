"""The options that stand before every command: -C, --version and the script for completion."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from konzept import __version__
from konzept.cli.surface.completion_scripts import Shell, completion_script
from konzept.cli.surface.failure import Failure

_NO_PLAN = 3


@dataclass(frozen=True, slots=True)
class Globals:
    """What was said before the command; kept in ``typer.Context.obj``."""

    ordner: Path | None = None


def add_global_options(app: typer.Typer) -> None:
    """Give ``app`` its callback, with -C, --version and --show-completion."""
    app.callback()(_before_every_command)


def folder_of(ctx: typer.Context) -> Path:
    """Return the folder to look for a plan in: that of -C, else the working directory; always absolute.

    Raises Failure (exit code 3) where the working directory has been deleted.
    """
    given = ctx.find_object(Globals)
    try:
        return (given.ordner if given is not None and given.ordner is not None else Path()).absolute()
    except FileNotFoundError:
        raise Failure(
            "Den Ordner, in dem Sie arbeiten, gibt es nicht mehr.",
            "Wechseln Sie in den Ordner des Plans oder nennen Sie ihn mit -C.",
            _NO_PLAN,
        ) from None


def _show_version(ctx: typer.Context, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        print(f"konzept {__version__}")
        raise typer.Exit


def _show_script(ctx: typer.Context, shell: Shell | None) -> None:
    if shell is not None and not ctx.resilient_parsing:
        print(completion_script(shell, "konzept"), end="")
        raise typer.Exit


def _before_every_command(
    ctx: typer.Context,
    ordner: Annotated[
        Path | None,
        typer.Option(
            "-C",
            exists=True,
            file_okay=False,
            metavar="ORDNER",
            help="Im Plan dieses Ordners arbeiten statt in dem, in dem Sie sind.",
        ),
    ] = None,
    _version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_show_version, help="Die Version zeigen.")
    ] = False,
    _shell: Annotated[
        Shell | None,
        typer.Option(
            "--show-completion",
            is_eager=True,
            callback=_show_script,
            metavar="SHELL",
            help="Das Skript zeigen, mit dem diese Shell die Befehle vervollständigt.",
        ),
    ] = None,
) -> None:
    ctx.obj = Globals(ordner)
