"""How the answer of ``show`` and ``list`` leaves the program: in colour to a terminal, whole into a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from konzept.cli.surface.global_options import folder_of
from konzept.cli.workplace import emit, refuse_plan_folder, template_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from konzept.domain.plan import Plan
    from konzept.render.templates import Templates

AusgabeOption = Annotated[
    Path | None, typer.Option("-o", "--ausgabe", metavar="DATEI", help="In diese Datei schreiben.")
]


def answer_text(
    ctx: typer.Context, write: Callable[[int], str], rules: Sequence[tuple[str, str]], ausgabe: Path | None
) -> None:
    """Write a text for as many columns as there are: at a terminal its own, else 80."""
    import sys

    from konzept.load import plan_root
    from konzept.render.terminal import show, width

    refuse_plan_folder(ausgabe, plan_root(folder_of(ctx)))
    if ausgabe is None:
        show(write(width(sys.stdout)), rules)
    else:
        emit(write(80), ausgabe)


def answer_data(ctx: typer.Context, text: str, ausgabe: Path | None) -> None:
    """Write data or a document, which are UTF-8 whatever the locale says."""
    from konzept.load import plan_root

    refuse_plan_folder(ausgabe, plan_root(folder_of(ctx)))
    emit(text, ausgabe, utf8=True)


def from_template(ctx: typer.Context, write: Callable[[Templates], str], plan: Plan | None = None) -> str:
    """Return what a template of the plan or the program makes of it; exit code 1 if one is at fault.

    A page takes the county's design from its ``plan``; Markdown has none.
    """
    from konzept.load import plan_root
    from konzept.render.seitengestaltung import seitengestaltung
    from konzept.render.templates import Templates

    with template_faults():
        gestaltung = seitengestaltung(plan) if plan else None
        return write(Templates(plan_root(folder_of(ctx)) / "templates", gestaltung))
