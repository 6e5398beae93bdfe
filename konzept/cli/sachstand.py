"""``konzept sachstand``: append what a body reported on one Maßnahme to the log of its Fassung."""

from __future__ import annotations

from datetime import date, datetime  # noqa: TC003  typer reads the annotations at run time
from typing import TYPE_CHECKING, Annotated

import typer

from konzept.cli.names import complete_akteur, complete_fassung
from konzept.cli.sachstand_angaben import (
    read_beschluss,
    read_erfuellung,
    read_stand,
    refuse_a_day_to_come,
    told_of_the_replaced,
)
from konzept.cli.selection import DAY_FORMATS, pick_akteur, stichtag_or_today
from konzept.cli.surface.completion import complete_from
from konzept.cli.surface.failure import Failure, WrongCall
from konzept.cli.surface.global_options import folder_of
from konzept.cli.workplace import FINE, FOUND, NO_PLAN, open_plan, pick_fassung

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan
    from konzept.domain.sachstand import Meldung
    from konzept.edit.sachstand import Appended

DIFF_RULES = ((r"^\+.*$", "green"), (r"^-.*$", "red"), (r"^@@.*$", "cyan"))


def _staende(_folder: Path | None) -> Iterator[str]:
    from konzept.domain.sachstand import Stand

    return (stand.value for stand in Stand)


def _massnahmen(folder: Path | None) -> Iterator[tuple[str, str]]:
    from pathlib import Path as PathType

    from konzept.load import load_plan, plan_root

    for fassung in load_plan(plan_root(folder or PathType())).plan.fassungen:
        for stelle in fassung.massnahmen():
            yield stelle.id, _titel(stelle)


def sachstand(
    ctx: typer.Context,
    massnahme: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="Die Maßnahme: ihre id oder eine Nummer, die nur eine Maßnahme meint (2.9).",
            autocompletion=complete_from(_massnahmen),
        ),
    ],
    *,
    stand: Annotated[
        str,
        typer.Option(
            metavar="STAND",
            help="geplant, begonnen, laufend, umgesetzt, zurueckgestellt, entfallen oder keine-rueckmeldung.",
            autocompletion=complete_from(_staende),
        ),
    ],
    text: Annotated[str, typer.Option(help="Was gemeldet wurde, in höchstens drei Sätzen.")],
    am: Annotated[
        datetime | None,
        typer.Option(formats=DAY_FORMATS, help="Der Tag, von dem berichtet wird; sonst der der Eintragung."),
    ] = None,
    von: Annotated[
        str | None,
        typer.Option(
            metavar="STELLE",
            help="Wer meldet: id, Kurzform, Name oder Alias.",
            autocompletion=complete_akteur,
        ),
    ] = None,
    beleg: Annotated[str | None, typer.Option(help="Worauf sich die Meldung stützt.")] = None,
    erfuellt: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TEIL[@FRIST]",
            help="Was vom Termin erfüllt ist: 1@2022-06-30 eine Frist, 1 der Teil mit allem bis zum Tag des Berichts.",
        ),
    ] = None,
    neuer_termin: Annotated[str | None, typer.Option(help="Der neue Termin, den die Stelle nennt.")] = None,
    beschluss: Annotated[
        str | None,
        typer.Option(
            metavar="GREMIUM@TAG",
            help="Der Beschluss, der den neuen Termin gesetzt hat: »Kreistag@2022-03-30«; ohne ihn gilt der alte.",
        ),
    ] = None,
    erfasst: Annotated[
        datetime | None,
        typer.Option(
            "--erfasst", "--stichtag", formats=DAY_FORMATS, help="Der Tag der Eintragung; sonst heute."
        ),
    ] = None,
    fassung: Annotated[
        str | None,
        typer.Option(
            metavar="FASSUNG",
            help="Diese Fassung statt der, die am Tag des Berichts gilt.",
            autocompletion=complete_fassung,
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Nur zeigen, was eingetragen würde; nichts schreiben.")
    ] = False,
) -> int:
    """Append one report; 0, or 1 if the files do not allow it, then nothing is written."""
    from konzept.domain.sachstand import Meldung, Stand
    from konzept.edit.fault import EditError, UnsuitableError
    from konzept.edit.sachstand import append_meldung, clean_text
    from konzept.load import plan_root
    from konzept.output import write_stderr

    eingetragen = stichtag_or_today(erfasst, "--erfasst")
    refuse_a_day_to_come(eingetragen)
    tag = am.date() if am else eingetragen
    wort = read_stand(stand)
    if wort is Stand.KEINE_RUECKMELDUNG and (erfuellt or neuer_termin):
        raise WrongCall(
            "Wer nicht geantwortet hat, hat nichts erfüllt und keinen neuen Termin genannt.",
            "Lassen Sie »--erfuellt« und »--neuer-termin« weg, oder nennen Sie einen anderen Stand.",
        )
    teile = [read_erfuellung(angabe) for angabe in erfuellt or ()]
    loaded = open_plan(ctx)
    gewaehlt, hinweis = _fassung(loaded.plan, fassung, tag)
    stelle = _massnahme(loaded.plan, gewaehlt, massnahme)
    try:
        meldung = Meldung.model_validate(
            {
                "am": tag,
                "erfasst": eingetragen,
                "massnahme": stelle.id,
                "stand": wort,
                "text": clean_text(text, "Der Text"),
                "von": None if von is None else pick_akteur(loaded.plan, von).id,
                "beleg": None if beleg is None else clean_text(beleg, "Der Beleg"),
                "erfuellt": teile,
                "neuer_termin": None if neuer_termin is None else clean_text(neuer_termin, "Der neue Termin"),
                "beschluss": None
                if beschluss is None
                else read_beschluss(beschluss, neuer_termin, eingetragen),
            }
        )
        done = append_meldung(plan_root(folder_of(ctx)), loaded, gewaehlt, meldung, write=not dry_run)
    except UnsuitableError as error:
        raise WrongCall(str(error), error.hint) from error
    except EditError as error:
        raise Failure(str(error), error.hint, FOUND) from error
    write_stderr(hinweis)
    write_stderr(told_of_the_replaced(gewaehlt, meldung))
    _tell(done, meldung, stelle, dry_run=dry_run)
    return FINE


def _tell(done: Appended, meldung: Meldung, stelle: Stelle, *, dry_run: bool) -> None:
    """Say what was written, or show what would be; findings that the entry brings with it come first."""
    from konzept.output import write_stderr
    from konzept.render.befunde import befunde_heads
    from konzept.render.table import visible
    from konzept.render.terminal import show
    from konzept.render.words import STAENDE, deutsches_datum

    write_stderr(befunde_heads(done.findings))
    what = visible(
        f"»{_titel(stelle)}« ({stelle.id}), {STAENDE[meldung.stand]} am {deutsches_datum(meldung.am)}"
    )
    if dry_run:
        show(visible(done.diff), DIFF_RULES)
        write_stderr(f"Nur gezeigt, nicht eingetragen: {done.datei}, Zeile {done.zeile}: {what}.\n")
    else:
        write_stderr(f"Eingetragen in {done.datei}, Zeile {done.zeile}: {what}.\n")


def _fassung(plan: Plan, name: str | None, tag: date) -> tuple[Fassung, str]:
    """Return the Fassung to report on, and a line for stderr if it is not one in force on that day."""
    from konzept.render.words import deutsches_datum
    from konzept.reports.due_fassung import Wahlgrund, fassung_am

    if name is not None:
        return pick_fassung(plan, name), ""
    wahl = fassung_am(plan, tag)
    if wahl is None:
        raise Failure("Der Plan hat noch keine Fassung.", "Legen Sie data/fassungen/<jahr>.yaml an.", NO_PLAN)
    if wahl.grund is Wahlgrund.GILT:
        return wahl.fassung, ""
    welche = "die letzte davor" if wahl.grund is Wahlgrund.LETZTE else "die erste"
    return (
        wahl.fassung,
        f"Hinweis: Am {deutsches_datum(tag)} gilt keine Fassung; genommen ist {welche}, {wahl.fassung.id}.\n",
    )


def _massnahme(plan: Plan, fassung: Fassung, name: str) -> Stelle:
    from konzept.diagnostics import nearest
    from konzept.edit.target import massnahmen_named

    gefunden = massnahmen_named(fassung, name)
    if len(gefunden) == 1:
        return gefunden[0]
    if gefunden:
        liste = "".join(f"\n  {stelle.id}  {_titel(stelle)}" for stelle in gefunden)
        raise WrongCall(f"»{name}« meint {len(gefunden)} Maßnahmen.", f"Nennen Sie eine dieser ids:{liste}")
    andere = [one.id for one in plan.fassungen if one.id != fassung.id and massnahmen_named(one, name)]
    treffer = nearest(name, [stelle.id for stelle in fassung.massnahmen()])
    if andere:
        hilfe = f"Es gibt sie in der Fassung {andere[-1]}: »--fassung {andere[-1]}«."
    elif any(datei.startswith(f"data/handlungsfelder/{fassung.id}/") for datei in plan.unlesbare_dateien):
        hilfe = "Nicht alle Dateien dieser Fassung sind lesbar; »konzept validate« nennt sie."
    else:
        hilfe = (
            f"Meinten Sie »{treffer}«?" if treffer else "Genannt wird die id der Maßnahme oder ihre Nummer."
        )
    raise WrongCall(f"Die Maßnahme »{name}« gibt es in der Fassung {fassung.id} nicht.", hilfe)


def _titel(stelle: Stelle) -> str:
    from konzept.domain.handlungsfeld import Massnahme

    gegenstand = stelle.gegenstand
    return gegenstand.anzeigetitel if isinstance(gegenstand, Massnahme) else stelle.id
