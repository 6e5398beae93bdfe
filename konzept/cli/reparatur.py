"""``konzept validate --fix``: repair what loses nothing, show how, and leave the judgement to the validation."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from konzept.cli.paths import lies_in, within_plan
from konzept.cli.surface.failure import Failure, WrongCall
from konzept.cli.workplace import FINE, FOUND, root_of_plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from konzept.diagnostics import Befund
    from konzept.edit.reparatur import Reparatur


class Fix(StrEnum):
    """How far the repair goes; the first is meant by »--fix« alone."""

    ZEICHEN = "zeichen"
    OCR = "ocr"


FixOption = Annotated[
    Fix | None,
    typer.Option(
        "--fix",
        metavar="[=ocr]",
        help="Vor dem Prüfen reparieren, was nichts verändert: Zeilenenden, Byte-Order-Mark, Leerzeichen am "
        "Zeilenende, zerlegte Umlaute (NFC), fremde Leerzeichen in der Einrückung. »--fix=ocr« berichtigt auch "
        "bekannte Lesefehler der Texterkennung (IIm → Ilm). Mit PFAD nur in diesen Dateien.",
    ),
]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Mit --fix: nur zeigen, was repariert würde; nichts schreiben.")
]


def repariere(
    ctx: typer.Context, pfad: str | None, fix: Fix | None, *, dry_run: bool, show_diff: bool
) -> int:
    """Repair the plan's files, or those under ``pfad``; 1 if one of them had to be left alone, else 0.

    The change goes to standard output, or with ``show_diff`` off (where that is for data) to standard error, as
    does every word about it. Failure with exit code 1 if nothing could be written, 3 if there is no plan;
    ``dry_run`` without ``fix`` is a wrong call.
    """
    if fix is None:
        if dry_run:
            raise WrongCall(
                "»--dry-run« geht nur mit »--fix«.", "Ohne »--fix« schreibt »validate« ohnehin nichts."
            )
        return FINE
    from konzept.edit.fault import EditError
    from konzept.edit.reparatur import reparieren
    from konzept.output import write_stderr

    root = root_of_plan(ctx)
    inside = _inside(ctx, pfad)
    try:
        done = reparieren(root, lambda name: lies_in(name, inside), ocr=fix is Fix.OCR, write=not dry_run)
    except EditError as error:
        raise Failure(str(error), error.hint, FOUND) from error
    _show(done, on_stdout=show_diff)
    write_stderr(_left_alone(done.ausgelassen))
    write_stderr(_summary(done, dry_run=dry_run))
    return FOUND if done.ausgelassen else FINE


def _inside(ctx: typer.Context, pfad: str | None) -> str:
    try:
        return "" if pfad is None else within_plan(ctx, pfad)
    except WrongCall as error:
        if pfad in {fix.value for fix in Fix}:
            raise WrongCall(str(error), f"Meinten Sie »--fix={pfad}«, ohne Leerzeichen?") from error
        raise


def _show(done: Reparatur, *, on_stdout: bool) -> None:
    from konzept.output import write_stderr
    from konzept.render.reparatur import DIFF_RULES, reparatur_text
    from konzept.render.terminal import show

    texts = (
        reparatur_text(one.name, one.vorher, one.nachher, {str(art): n for art, n in one.anzahlen.items()})
        for one in done.dateien
    )
    text = "".join(f"{one}\n" for one in texts)
    if on_stdout:
        show(text, DIFF_RULES)
    else:
        write_stderr(text)


def _left_alone(findings: Sequence[Befund]) -> str:
    """Name the files in which nothing was repaired, each with its reason; nothing is guessed."""
    from konzept.render.table import visible

    return "".join(
        visible(f"Nicht repariert: {one.ort.datei}, Zeile {one.ort.zeile}: {one.meldung} {one.hilfe}".strip())
        + "\n"
        for one in findings
    )


def _summary(done: Reparatur, *, dry_run: bool) -> str:
    from konzept.render.words import anzahl

    if not done.dateien:
        return "Sonst ist nichts zu reparieren.\n" if done.ausgelassen else "Nichts zu reparieren.\n"
    files = anzahl(len(done.dateien), "Datei", "Dateien")
    if dry_run:
        return f"Nur gezeigt, nichts geschrieben: {files} zu reparieren. Geprüft ist der Plan, wie er jetzt ist.\n"
    return f"Repariert: {files}. Geprüft ist das Ergebnis.\n"
