"""What every command shares: find and load the plan, refuse a broken one, hand text to its destination."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from konzept.cli.surface.failure import Failure, WrongCall
from konzept.cli.surface.global_options import folder_of
from konzept.output import OutputError, write_document, write_file, write_stderr, write_stdout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    import typer

    from konzept.diagnostics import Befund
    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan
    from konzept.load import LoadedPlan

FINE = 0
FOUND = 1
NO_PLAN = 3


def root_of_plan(ctx: typer.Context) -> Path:
    """Return the folder of the plan that ``-C`` or the current folder names; exit code 3 if there is none."""
    from konzept.load import PlanNotFoundError, plan_root

    try:
        return plan_root(folder_of(ctx))
    except PlanNotFoundError as error:
        hint = "Wechseln Sie in den Ordner des Plans, oder nennen Sie ihn: konzept -C ORDNER …"
        raise Failure(str(error), hint, NO_PLAN) from error


def open_plan(ctx: typer.Context) -> LoadedPlan:
    """Load the plan that ``-C`` or the current folder names; exit code 3 if there is none or nothing readable."""
    from konzept.load import load_plan

    loaded = load_plan(root_of_plan(ctx))
    if not loaded.read:
        name_faults(all_findings(loaded))
        raise Failure("Von diesem Plan ist keine Datei lesbar.", exit_code=NO_PLAN)
    return loaded


def all_findings(loaded: LoadedPlan, stichtag: date | None = None) -> tuple[Befund, ...]:
    """Give every finding of a loaded plan, those of its files and those of the checks, in order.

    With a ``stichtag`` also what lies in its future and exceptions that are over; without one no day is judged.
    """
    return findings_and_exceptions(loaded, stichtag)[0]


def findings_and_exceptions(
    loaded: LoadedPlan, stichtag: date | None = None
) -> tuple[tuple[Befund, ...], tuple[Befund, ...]]:
    """Give every finding as ``all_findings`` does, and those that an exception of konzept.yaml took out."""
    from konzept.checks.run import judge
    from konzept.diagnostics import sorted_findings

    urteil = judge(loaded.plan, loaded.source, loaded.findings, stichtag)
    return sorted_findings(urteil.befunde), sorted_findings(urteil.ausgenommen)


def sound_plan(ctx: typer.Context) -> Plan:
    """Load the plan and refuse one with a Fehler: each is named on stderr, the exit code is 1, nothing is written."""
    loaded = open_plan(ctx)
    refuse_if_broken(loaded)
    return loaded.plan


def refuse_if_broken(loaded: LoadedPlan) -> None:
    """End with exit code 1 if the plan has a Fehler: what it would say is not what the files mean."""
    from konzept.diagnostics import Severity

    faults = tuple(befund for befund in all_findings(loaded) if befund.schwere is Severity.FEHLER)
    if faults:
        name_faults(faults)
        raise Failure(
            "Der Plan hat Fehler; es wurde nichts ausgegeben.", "»konzept validate« erklärt sie.", FOUND
        )


def name_faults(findings: tuple[Befund, ...]) -> None:
    """Write the head line of each finding to stderr."""
    from konzept.render.befunde import befunde_heads

    write_stderr(befunde_heads(findings))


def pick_fassung(plan: Plan, name: str | None) -> Fassung:
    """Return the named Fassung, or the default one; a wrong name is a wrong call (exit code 2)."""
    from konzept.diagnostics import nearest

    if name is None:
        standard = plan.neueste()
        if standard is None:
            raise Failure(
                "Der Plan hat noch keine Fassung.", "Legen Sie data/fassungen/<jahr>.yaml an.", NO_PLAN
            )
        return standard
    found = plan.fassung_nach_id.get(name)
    if found is None:
        close = nearest(name, plan.fassung_nach_id)
        hint = f"Meinten Sie »{close}«? " if close else ""
        known = ", ".join(plan.fassung_nach_id) or "keine"
        raise WrongCall(f"Die Fassung »{name}« gibt es nicht.", f"{hint}Vorhanden: {known}.")
    return found


def refuse_plan_folder(ziel: Path | None, root: Path) -> None:
    """Refuse to write among the files of the plan, links resolved."""
    if ziel is not None and ziel.resolve().is_relative_to((root / "data").resolve()):
        message = f"»{ziel}« liegt im Ordner data/ des Plans; dort stehen nur seine eigenen Dateien."
        raise WrongCall(message, "Nennen Sie mit -o eine Datei an einem anderen Ort.")


@contextmanager
def template_faults() -> Iterator[None]:
    """End with exit code 1 and its sentence if a template inside of the block is at fault."""
    from konzept.render.templates import TemplateError

    try:
        yield
    except TemplateError as error:
        raise Failure(str(error), "Eigene Vorlagen stehen im Ordner templates/ des Plans.", FOUND) from error


def emit(content: str | bytes, ausgabe: Path | None, *, utf8: bool = False) -> None:
    """Write a finished text or file to a file, whole or not at all (else exit code 1), or to standard output.

    ``utf8`` is for documents and data: in a pipe they are UTF-8 whatever the locale says, as a file always is.
    """
    if ausgabe is None:
        if isinstance(content, bytes) or utf8:
            write_document(content)
        else:
            write_stdout(content)
        return
    try:
        write_file(ausgabe, content)
    except OutputError as error:
        raise Failure(str(error), "Nennen Sie mit -o eine andere Datei.", FOUND) from error
