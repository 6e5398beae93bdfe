"""``konzept render``: a document of one Fassung in the format of one's choice."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from konzept.cli.names import complete_fassung
from konzept.cli.surface.failure import Failure, WrongCall
from konzept.cli.surface.global_options import folder_of
from konzept.cli.workplace import FINE, FOUND, emit, pick_fassung, sound_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from konzept.render.templates import Templates
    from konzept.reports.konzept_teile import Konzept


class Dokument(StrEnum):
    """The documents that can be made of a Fassung."""

    KONZEPT = "konzept"


class Format(StrEnum):
    """How a document is written; the value is also the ending of its file."""

    MD = "md"
    HTML = "html"


def render(
    ctx: typer.Context,
    dokument: Annotated[
        Dokument,
        typer.Argument(
            metavar="DOKUMENT", help="Was ausgegeben wird: konzept, der ganze Plan einer Fassung."
        ),
    ] = Dokument.KONZEPT,
    form: Annotated[
        Format, typer.Option("--format", help="Als Markdown oder als HTML ausgeben.")
    ] = Format.HTML,
    fassung: Annotated[
        str | None,
        typer.Option(
            metavar="FASSUNG", help="Diese Fassung statt der neuesten.", autocompletion=complete_fassung
        ),
    ] = None,
    ausgabe: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--ausgabe",
            metavar="DATEI",
            help="In diese Datei schreiben; am Bildschirm sonst nach ausgabe/<dokument>-<fassung>.<format>.",
        ),
    ] = None,
) -> int:
    """Write a document of one Fassung; 0, or 1 if a template is at fault or the file cannot be written."""
    from konzept.load import plan_root
    from konzept.output import write_stderr
    from konzept.render.templates import TemplateError, Templates
    from konzept.reports.konzept import konzeptbericht

    plan = sound_plan(ctx)
    gewaehlt = pick_fassung(plan, fassung)
    root = plan_root(folder_of(ctx))
    ziel = ausgabe or _default_file(dokument, gewaehlt.id, form)
    _refuse_plan_folder(ziel, root)
    try:
        text = _writers()[form](konzeptbericht(plan, gewaehlt), Templates(root / "templates"))
    except TemplateError as error:
        raise Failure(str(error), "Eigene Vorlagen stehen im Ordner templates/ des Plans.", FOUND) from error
    if ausgabe is None and ziel is not None:
        _make_folder(ziel.parent)
    emit(text, ziel, utf8=True)
    if ausgabe is None and ziel is not None:
        write_stderr(f"Geschrieben: {ziel}\n")
    return FINE


def _writers() -> Mapping[Format, Callable[[Konzept, Templates], str]]:
    from konzept.render.konzept_html import konzept_html
    from konzept.render.konzept_md import konzept_md

    return {Format.HTML: konzept_html, Format.MD: konzept_md}


def _default_file(dokument: Dokument, fassung: str, form: Format) -> Path | None:
    """Name the file for somebody at a terminal; whoever pipes or redirects gets the document itself."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    return Path("ausgabe") / f"{dokument}-{fassung}.{form}"


def _refuse_plan_folder(ziel: Path | None, root: Path) -> None:
    """Refuse to write among the files of the plan, links resolved."""
    if ziel is not None and ziel.resolve().is_relative_to((root / "data").resolve()):
        message = f"»{ziel}« liegt im Ordner data/ des Plans; dort stehen nur seine eigenen Dateien."
        raise WrongCall(message, "Nennen Sie mit -o eine Datei an einem anderen Ort.")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"Der Ordner »{folder}« lässt sich nicht anlegen."
        raise Failure(message, "Nennen Sie mit -o eine Datei an einem anderen Ort.", FOUND) from error
