"""``konzept fortschreiben``: the files of the next Fassung, made from those of the last, every open decision named."""

from __future__ import annotations

import sys
from datetime import datetime  # noqa: TC003  typer reads the annotations at run time
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from konzept.cli.names import complete_fassung
from konzept.cli.selection import DAY_FORMATS, stichtag_or_today
from konzept.cli.surface.failure import Failure, WrongCall
from konzept.cli.surface.global_options import folder_of
from konzept.cli.workplace import FINE, FOUND, all_findings, name_faults, open_plan, pick_fassung

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.domain.plan import Plan
    from konzept.edit.fortschreibung import Auftrag, Fortschreibung
    from konzept.edit.fortschreibung_remark import Kind
    from konzept.load import LoadedPlan

RULES = (
    (r"^[A-Z][\w ]+: \d+.*$", "bold"),
    (r"^\+.*$", "green"),
    (r"^-.*$", "red"),
    (r"^@@.*$", "cyan"),
)


def fortschreiben(
    ctx: typer.Context,
    alt: Annotated[
        str, typer.Argument(metavar="ALT", help="Die bisherige Fassung.", autocompletion=complete_fassung)
    ],
    neu: Annotated[str, typer.Argument(metavar="NEU", help="Der Name der neuen Fassung, etwa 2024.")],
    *,
    ab_datum: Annotated[
        datetime | None,
        typer.Option(formats=DAY_FORMATS, help="Der erste Tag der neuen Fassung; sonst bleibt er offen."),
    ] = None,
    ohne_erledigte: Annotated[
        bool,
        typer.Option(
            "--ohne-erledigte",
            help="Was als umgesetzt oder entfallen gemeldet ist, herausnehmen und in den Verbleib schreiben.",
        ),
    ] = False,
    stichtag: Annotated[
        datetime | None,
        typer.Option(formats=DAY_FORMATS, help="Der Tag, bis zu dem Meldungen zählen; sonst heute."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Nur zeigen, was geschrieben würde; nichts schreiben.")
    ] = False,
) -> int:
    """Make the next Fassung; 0, or 1 if the plan or its files do not allow it, then nothing is written."""
    from konzept.edit.fault import EditError, UnsuitableError
    from konzept.edit.fortschreibung import Auftrag
    from konzept.edit.fortschreibung import fortschreiben as make
    from konzept.edit.fortschreibung_refusals import refuse_names
    from konzept.load import plan_root
    from konzept.output import write_stderr
    from konzept.render.terminal import show

    tag = stichtag_or_today(stichtag)
    auftrag = Auftrag(alt, neu, tag, ab_datum.date() if ab_datum else None, ohne_erledigte)
    loaded = open_plan(ctx)
    root = plan_root(folder_of(ctx))
    try:
        # what is in the way may itself be a Fehler of the plan, and is better named as what it is
        refuse_names(root, alt, neu)
        pick_fassung(loaded.plan, alt)
        _refuse_if_broken(loaded)
        made = make(root, loaded, auftrag, write=not dry_run)
    except UnsuitableError as error:
        raise WrongCall(str(error), error.hint) from error
    except EditError as error:
        raise Failure(str(error), error.hint, FOUND) from error
    show(_report(made, loaded.plan, auftrag, dry_run=dry_run), RULES)
    if dry_run:
        write_stderr("Nur gezeigt, nicht geschrieben.\n")
    return FINE


def _refuse_if_broken(loaded: LoadedPlan) -> None:
    from konzept.diagnostics import Severity

    faults = tuple(befund for befund in all_findings(loaded) if befund.schwere is Severity.FEHLER)
    if faults:
        name_faults(faults)
        hint = "»konzept validate« erklärt sie."
        raise Failure("Der Plan hat Fehler; es wurde nichts geschrieben.", hint, FOUND)


def _report(made: Fortschreibung, plan: Plan, auftrag: Auftrag, *, dry_run: bool) -> str:
    """Say what was made, what is proposed, what is open; with ``dry_run`` also how each file differs."""
    from konzept.edit.fortschreibung_remark import Kind
    from konzept.render.table import visible
    from konzept.render.terminal import width
    from konzept.render.words import deutsche_zeit, deutsches_datum

    columns = width(sys.stdout)
    rahmen = made.fassung.rahmen
    gilt = f"gilt ab {deutsche_zeit(rahmen.gilt_von)}" if rahmen.gilt_von else "Beginn offen"
    title = f"Fassung {made.fassung.id}, {rahmen.art}, gemacht aus der Fassung {auftrag.alt}"
    lines = [*wrap(title, columns), "=" * min(len(title), columns)]
    lines += [
        f"Stand {deutsche_zeit(rahmen.stand)}, {gilt}; gemeldet bis {deutsches_datum(auftrag.stichtag)}",
        "",
    ]
    lines.append(f"{'Zu schreiben' if dry_run else 'Geschrieben'}: {_anzahl(len(made.dateien), 'Datei')}")
    lines += [f"  {datei.name}" for datei in made.dateien]
    lines += [line for kind in Kind for line in _remarks(made, kind, columns)]
    lines += ["", *_next_steps(made, plan, columns)]
    text = visible("\n".join(lines)) + "\n"
    return text + "".join(f"\n{visible(datei.diff)}" for datei in made.dateien if datei.diff and dry_run)


def _remarks(made: Fortschreibung, kind: Kind, columns: int) -> Iterator[str]:
    """Give the remarks of one kind, file by file, each with its line."""
    found = [
        (datei.name, line, remark.sentence)
        for datei in made.dateien
        for line, remark in datei.remarks
        if remark.kind is kind
    ]
    if not found:
        return
    yield ""
    yield f"{kind.value}: {len(found)}"
    shown = ""
    for name, line, sentence in found:
        if name != shown:
            yield f"  {name}"
            shown = name
        yield from wrap(
            f"Zeile {line}: {' '.join(sentence.split())}",
            columns,
            initial_indent="    ",
            subsequent_indent="      ",
            break_on_hyphens=False,
        )


def _next_steps(made: Fortschreibung, plan: Plan, columns: int) -> Iterator[str]:
    from konzept.diagnostics import Severity, count_by_severity
    from konzept.render.words import aufzaehlung

    neu, standard = made.fassung.id, plan.einstellungen.fassung
    if standard:
        steps = f"»render«, »list« und »show« nehmen ohne Angabe weiter {standard} (data/konzept.yaml)."
    else:
        steps = f"»render«, »list« und »show« nehmen ohne Angabe die Fassung mit dem spätesten Stand, jetzt {neu}."
    counts = count_by_severity(made.findings)
    words = {Severity.FEHLER: "Fehler", Severity.WARNUNG: "Warnung", Severity.HINWEIS: "Hinweis"}
    nennt = aufzaehlung([_anzahl(number, words[one]) for one, number in counts.items() if number])
    steps += f" »konzept validate« nennt in den neuen Dateien {nennt or 'nichts'}."
    yield from wrap(steps, columns, break_on_hyphens=False)


def _anzahl(number: int, noun: str) -> str:
    from konzept.render.words import anzahl

    plural = {"Datei": "Dateien", "Warnung": "Warnungen", "Hinweis": "Hinweise"}
    return anzahl(number, noun, plural.get(noun, noun))
