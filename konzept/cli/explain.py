"""``konzept explain``: what a finding means, why it matters and how it is put right; needs no plan."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from konzept.cli.antwort import AusgabeOption  # noqa: TC001  typer reads the annotation at run time
from konzept.cli.surface.completion import complete_from
from konzept.cli.surface.failure import WrongCall
from konzept.cli.surface.global_options import folder_of
from konzept.cli.workplace import FINE, emit, refuse_plan_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from konzept.render.erklaerung_blatt import Blatt


class Format(StrEnum):
    """How the explanation is written."""

    TEXT = "text"
    MD = "md"
    JSON = "json"


def _codes(_folder: Path | None) -> Iterator[tuple[str, str]]:
    for blatt in _blaetter():
        yield blatt.code, blatt.stichwort


def explain(
    ctx: typer.Context,
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="KÜRZEL",
            help="Das Kürzel in den eckigen Klammern einer Meldung; ohne wird jedes Kürzel genannt.",
            autocompletion=complete_from(_codes),
        ),
    ] = None,
    *,
    form: Annotated[Format, typer.Option("--format", help="Das Format der Ausgabe.")] = Format.TEXT,
    ausgabe: AusgabeOption = None,
) -> int:
    """Explain one code, or list them all; 0."""
    _spare_the_plan(ctx, ausgabe)
    blaetter = _blaetter()
    gemeint = blaetter if code is None else [_finde(code, blaetter)]
    if form is Format.TEXT:
        _text(gemeint, ausgabe, eines=code is not None)
    elif form is Format.MD:
        from konzept.render.erklaerung_md import erklaerung_md, erklaerungsliste_md

        text = erklaerungsliste_md(gemeint) if code is None else erklaerung_md(gemeint[0])
        emit(text, ausgabe, utf8=True)
    else:
        from konzept.render.erklaerung_json import erklaerung_json, erklaerungsliste_json

        text = erklaerungsliste_json(gemeint) if code is None else erklaerung_json(gemeint[0])
        emit(text, ausgabe, utf8=True)
    return FINE


def _text(blaetter: list[Blatt], ausgabe: Path | None, *, eines: bool) -> None:
    import sys

    from konzept.render.erklaerung_text import ERKLAERUNG_RULES, erklaerung_text, erklaerungsliste_text
    from konzept.render.terminal import DEFAULT_WIDTH, show, width

    columns = width(sys.stdout) if ausgabe is None else DEFAULT_WIDTH
    text = erklaerung_text(blaetter[0], columns) if eines else erklaerungsliste_text(blaetter, columns)
    if ausgabe is None:
        show(text, ERKLAERUNG_RULES)
    else:
        emit(text, ausgabe)


def _blaetter() -> list[Blatt]:
    """Give every code of the catalogue in reading order."""
    from konzept.checks.katalog import FAMILIEN, ausnehmbar
    from konzept.render.erklaerung_blatt import Blatt

    return [
        Blatt(
            code=one.code,
            schwere=one.schwere,
            familie=familie,
            warum=one.warum,
            falsch=one.falsch,
            richtig=one.richtig,
            abhilfe=one.abhilfe,
            kurz=one.kurz,
            verwandte=tuple(other.code for other in erklaerungen if other is not one),
            ausnehmbar=ausnehmbar(one.code),
        )
        for familie, erklaerungen in FAMILIEN.items()
        for one in erklaerungen
    ]


def _finde(code: str, blaetter: list[Blatt]) -> Blatt:
    """Return the entry of a code, with or without its brackets; a wrong one is a wrong call (exit code 2)."""
    from konzept.diagnostics import nearest

    nach_code = {blatt.code: blatt for blatt in blaetter}
    gesucht = code.strip().strip("[]").casefold()
    if gesucht not in nach_code:
        treffer = nearest(gesucht, nach_code)
        hint = f"Meinten Sie »{treffer}«? " if treffer else ""
        raise WrongCall(f"Das Kürzel »{code}« gibt es nicht.", f"{hint}Alle zeigt »konzept explain«.")
    return nach_code[gesucht]


def _spare_the_plan(ctx: typer.Context, ausgabe: Path | None) -> None:
    """Refuse to write among the files of a plan, if there is one around."""
    if ausgabe is None:
        return
    from konzept.load import PlanNotFoundError, plan_root

    try:
        root = plan_root(folder_of(ctx))
    except PlanNotFoundError:
        return
    refuse_plan_folder(ausgabe, root)
