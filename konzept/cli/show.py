"""``konzept show``: the card of one thing, named by its id, its number or, for a body or a programme, its name."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003  (typer reads the annotation at run time)
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from konzept.cli.antwort import AusgabeOption, answer_data, answer_text, from_template
from konzept.cli.names import complete_fassung
from konzept.cli.selection import DAY_FORMATS, fassung_on, stichtag_or_today
from konzept.cli.surface.completion import complete_from
from konzept.cli.surface.failure import WrongCall
from konzept.cli.workplace import FINE, sound_plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan
    from konzept.render.karte_blatt import Blatt
    from konzept.reports.karte_suche import Ding


class Format(StrEnum):
    """How the card is written."""

    TEXT = "text"
    MD = "md"
    JSON = "json"


def _namen(folder: Path | None) -> Iterator[tuple[str, str]]:
    from pathlib import Path as PathType

    from konzept.load import load_plan, plan_root
    from konzept.reports.karte_suche import titel_der_stelle

    plan = load_plan(plan_root(folder or PathType())).plan
    for fassung in plan.fassungen:
        for stelle in fassung.stellen():
            yield stelle.id, titel_der_stelle(stelle)
    yield from ((akteur.id, akteur.name) for akteur in plan.akteure)
    yield from ((programm.id, programm.name) for programm in plan.foerderprogramme)


def show(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID|NUMMER",
            help='Was gezeigt wird: id, Nummer (2.9, "1.1 M2", "Leitziel 2"), oder Stelle oder Programm beim Namen.',
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
    form: Annotated[Format, typer.Option("--format", help="Das Format der Ausgabe.")] = Format.TEXT,
    ausgabe: AusgabeOption = None,
) -> int:
    """Show one card; 0."""
    tag = stichtag_or_today(stichtag)
    plan = sound_plan(ctx)
    gewaehlt = fassung_on(plan, fassung, stichtag)
    gewaehlt, ding = _finde(plan, gewaehlt, name, anderswo=fassung is None)
    if form is Format.JSON:
        answer_data(ctx, _json(plan, gewaehlt, ding, tag, intern=intern), ausgabe)
        return FINE
    blatt = _blatt(plan, gewaehlt, ding, tag, intern=intern)
    if form is Format.MD:
        from konzept.render.karte_md import karte_md

        text = from_template(ctx, lambda vorlagen: karte_md(blatt, plan.einstellungen, vorlagen))
        answer_data(ctx, text, ausgabe)
    else:
        from konzept.render.karte_text import KARTE_RULES, karte_text

        answer_text(ctx, lambda columns: karte_text(blatt, plan.einstellungen, columns), KARTE_RULES, ausgabe)
    return FINE


def _json(plan: Plan, fassung: Fassung, ding: Ding, tag: date, *, intern: bool) -> str:
    from konzept.domain.akteur import Akteur
    from konzept.domain.foerderprogramm import Foerderprogramm
    from konzept.render.karte_json import akteurkarte_json, karte_json, programmkarte_json
    from konzept.reports.karte import akteurkarte, karte
    from konzept.reports.karte_programm import programmkarte

    if isinstance(ding, Akteur):
        return akteurkarte_json(akteurkarte(plan, fassung, ding, tag))
    if isinstance(ding, Foerderprogramm):
        return programmkarte_json(programmkarte(plan, fassung, ding, tag))
    return karte_json(karte(plan, fassung, ding, tag), intern=intern)


def _blatt(plan: Plan, fassung: Fassung, ding: Ding, tag: date, *, intern: bool) -> Blatt:
    from konzept.domain.akteur import Akteur
    from konzept.domain.foerderprogramm import Foerderprogramm
    from konzept.render.karte_akteur import akteurblatt
    from konzept.render.karte_inhalt import kartenblatt
    from konzept.render.karte_programm import programmblatt
    from konzept.reports.karte import akteurkarte, karte
    from konzept.reports.karte_programm import programmkarte

    if isinstance(ding, Akteur):
        return akteurblatt(akteurkarte(plan, fassung, ding, tag), plan.einstellungen)
    if isinstance(ding, Foerderprogramm):
        return programmblatt(programmkarte(plan, fassung, ding, tag), plan.einstellungen)
    return kartenblatt(karte(plan, fassung, ding, tag), plan, intern=intern)


def _finde(plan: Plan, fassung: Fassung, name: str, *, anderswo: bool) -> tuple[Fassung, Ding]:
    """Return the one thing meant and its Fassung: an id that only another one holds is shown there.

    A number is not: another Fassung may use it for another thing, so that the user has to name the Fassung.
    """
    from konzept.output import write_stderr
    from konzept.reports.karte_suche import suche

    gefunden = suche(plan, fassung, name)
    if len(gefunden) > 1:
        raise WrongCall(
            f"»{name}« meint mehreres:{_kandidaten(plan, gefunden)}",
            "Nennen Sie die id oder die Ebene davor.",
        )
    if gefunden:
        for wort in _gleichnamig(plan, gefunden[0]):
            write_stderr(f'Hinweis: So heißt auch etwas anderes: konzept show "{wort} {gefunden[0].id}"\n')
        return fassung, gefunden[0]
    for andere in reversed(plan.fassungen):
        treffer = _stellen_dort(plan, andere, name)
        if anderswo and len(treffer) == 1 and treffer[0].id == name.strip().casefold():
            satz = f"Nicht in der Fassung {fassung.id} enthalten; gezeigt ist die Fassung {andere.id}."
            write_stderr(f"Hinweis: {satz}\n")
            return andere, treffer[0]
        if treffer:
            raise _unbekannt(plan, fassung, name, _dort(plan, andere, treffer))
    raise _unbekannt(plan, fassung, name)


def _stellen_dort(plan: Plan, fassung: Fassung, name: str) -> tuple[Stelle, ...]:
    """Return the places of another Fassung so named; the registers are the same everywhere."""
    from konzept.domain.fassung import Stelle
    from konzept.reports.karte_suche import suche

    return tuple(one for one in suche(plan, fassung, name) if isinstance(one, Stelle))


def _dort(plan: Plan, fassung: Fassung, stellen: tuple[Stelle, ...]) -> str:
    namen = "; ".join(_benannt(plan, one) for one in stellen)
    return f"Es gibt das in der Fassung {fassung.id}: {namen}. Gezeigt wird es mit »--fassung {fassung.id}«."


def _gleichnamig(plan: Plan, ding: Ding) -> Iterator[str]:
    """Give the words that ask for a body or a programme with the id of what is shown."""
    from konzept.domain.akteur import Akteur
    from konzept.domain.foerderprogramm import Foerderprogramm

    if not isinstance(ding, Akteur | Foerderprogramm) and ding.id in plan.akteur_nach_id:
        yield "Stelle"
    if not isinstance(ding, Foerderprogramm) and ding.id in plan.programm_nach_id:
        yield "Förderprogramm"


def _kandidaten(plan: Plan, gefunden: tuple[Ding, ...]) -> str:
    return "".join(f"\n  {_benannt(plan, one)}" for one in gefunden)


def _benannt(plan: Plan, ding: Ding) -> str:
    from konzept.domain.akteur import Akteur
    from konzept.domain.foerderprogramm import Foerderprogramm
    from konzept.render.karte_words import genannt
    from konzept.render.table import visible
    from konzept.reports.konzept_bezuege import verweis

    if isinstance(ding, Akteur):
        return visible(f"Stelle {ding.name} ({ding.id})")
    if isinstance(ding, Foerderprogramm):
        return visible(f"Förderprogramm {ding.name} ({ding.id})")
    return visible(genannt(verweis(ding), plan.einstellungen))


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
