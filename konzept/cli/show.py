"""``konzept show``: the card of one thing, named by its id, its number or, for a body, any of its names."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003  (typer reads the annotation at run time)
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from konzept.cli.names import complete_fassung
from konzept.cli.selection import DAY_FORMATS, fassung_on, stichtag_or_today
from konzept.cli.surface.completion import complete_from
from konzept.cli.surface.failure import WrongCall
from konzept.cli.workplace import FINE, sound_plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from konzept.domain.akteur import Akteur
    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan


class Format(StrEnum):
    """How the card is written."""

    TEXT = "text"
    JSON = "json"


def _namen(folder: Path | None) -> Iterator[tuple[str, str]]:
    from pathlib import Path as PathType

    from konzept.load import load_plan, plan_root
    from konzept.reports.karte_suche import titel_der_stelle

    plan = load_plan(plan_root(folder or PathType())).plan
    for fassung in plan.fassungen:
        for stelle in fassung.stellen():
            yield stelle.id, titel_der_stelle(stelle)
    for akteur in plan.akteure:
        yield akteur.id, akteur.name


def show(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID|NUMMER",
            help='Was gezeigt wird: id oder Nummer (2.9, "1.1 M2", "Leitziel 2"), oder eine Stelle beim Namen.',
            autocompletion=complete_from(_namen),
        ),
    ],
    *,
    fassung: Annotated[
        str | None,
        typer.Option(
            metavar="FASSUNG",
            help="Diese Fassung statt der neuesten oder, mit »--stichtag«, der dann geltenden.",
            autocompletion=complete_fassung,
        ),
    ] = None,
    stichtag: Annotated[
        datetime | None,
        typer.Option(formats=DAY_FORMATS, help="Der Tag, nach dessen Kenntnis geurteilt wird; sonst heute."),
    ] = None,
    intern: Annotated[
        bool, typer.Option("--intern", help="Auch den internen Vermerk zeigen, der nie veröffentlicht wird.")
    ] = False,
    form: Annotated[Format, typer.Option("--format", help="Als Text oder als JSON ausgeben.")] = Format.TEXT,
) -> int:
    """Show one card; 0."""
    from konzept.domain.akteur import Akteur

    tag = stichtag_or_today(stichtag)
    plan = sound_plan(ctx)
    gewaehlt = fassung_on(plan, fassung, stichtag)
    gewaehlt, ding = _finde(plan, gewaehlt, name, anderswo=fassung is None)
    if isinstance(ding, Akteur):
        _zeige_akteur(plan, gewaehlt, ding, tag, form)
    else:
        _zeige(plan, gewaehlt, ding, tag, form, intern=intern)
    return FINE


def _zeige(plan: Plan, fassung: Fassung, stelle: Stelle, tag: date, form: Format, *, intern: bool) -> None:
    import sys

    from konzept.render.karte_json import karte_json
    from konzept.render.karte_text import KARTE_RULES, karte_text
    from konzept.render.terminal import show as schreibe
    from konzept.render.terminal import width
    from konzept.reports.karte import karte

    bericht = karte(plan, fassung, stelle, tag)
    if form is Format.JSON:
        schreibe(karte_json(bericht, intern=intern))
    else:
        schreibe(karte_text(bericht, plan, width(sys.stdout), intern=intern), KARTE_RULES)


def _zeige_akteur(plan: Plan, fassung: Fassung, akteur: Akteur, tag: date, form: Format) -> None:
    import sys

    from konzept.render.karte_akteur_text import akteurkarte_text
    from konzept.render.karte_json import akteurkarte_json
    from konzept.render.karte_text import KARTE_RULES
    from konzept.render.terminal import show as schreibe
    from konzept.render.terminal import width
    from konzept.reports.karte import akteurkarte

    bericht = akteurkarte(plan, fassung, akteur, tag)
    if form is Format.JSON:
        schreibe(akteurkarte_json(bericht))
    else:
        schreibe(akteurkarte_text(bericht, plan.einstellungen, width(sys.stdout)), KARTE_RULES)


def _finde(plan: Plan, fassung: Fassung, name: str, *, anderswo: bool) -> tuple[Fassung, Stelle | Akteur]:
    """Return the one thing meant and its Fassung: an id that only another one holds is shown there."""
    from konzept.domain.akteur import Akteur
    from konzept.output import write_stderr
    from konzept.reports.karte_suche import suche

    gefunden = suche(plan, fassung, name)
    if len(gefunden) > 1:
        raise WrongCall(
            f"»{name}« meint mehreres:{_kandidaten(plan, gefunden)}",
            "Nennen Sie die id oder die Ebene davor.",
        )
    if gefunden:
        ding = gefunden[0]
        if not isinstance(ding, Akteur) and ding.id in plan.akteur_nach_id:
            write_stderr(f'Hinweis: So heißt auch eine Stelle: konzept show "Stelle {ding.id}"\n')
        return fassung, ding
    for andere in reversed(plan.fassungen):
        stelle = next((stelle for stelle in andere.stellen() if stelle.id == name.strip().casefold()), None)
        if stelle is not None:
            if not anderswo:
                raise _unbekannt(
                    plan, fassung, name, f"Es gibt das in der Fassung {andere.id}: »--fassung {andere.id}«."
                )
            satz = f"Nicht in der Fassung {fassung.id} enthalten; gezeigt ist die Fassung {andere.id}."
            write_stderr(f"Hinweis: {satz}\n")
            return andere, stelle
    raise _unbekannt(plan, fassung, name)


def _kandidaten(plan: Plan, gefunden: tuple[Stelle | Akteur, ...]) -> str:
    from konzept.domain.akteur import Akteur
    from konzept.render.karte_words import genannt
    from konzept.render.table import visible
    from konzept.reports.konzept_bezuege import verweis

    zeilen = [
        f"Stelle {one.name} ({one.id})"
        if isinstance(one, Akteur)
        else genannt(verweis(one), plan.einstellungen)
        for one in gefunden
    ]
    return "".join(f"\n  {visible(zeile)}" for zeile in zeilen)


def _unbekannt(plan: Plan, fassung: Fassung, name: str, hilfe: str = "") -> WrongCall:
    from konzept.diagnostics import nearest
    from konzept.reports.karte_suche import namen

    woerter = namen(plan, fassung)
    treffer = nearest(name, woerter)
    if not hilfe and treffer:
        hilfe = f"Meinten Sie »{treffer}« ({woerter[treffer]})?"
    return WrongCall(
        f"»{name}« gibt es in der Fassung {fassung.id} nicht.",
        hilfe or "Alle Maßnahmen zeigt »konzept list«, alle Stellen »konzept list --akteure«.",
    )
