"""``konzept list``: the Maßnahmen of a Fassung, narrowed by what one looks for; or the bodies by kind."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003  (typer reads the annotation at run time)
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from konzept.cli.names import complete_fassung
from konzept.cli.options import AkteurOption, FeldOption  # noqa: TC001  typer reads the annotations at run time
from konzept.cli.selection import (
    DAY_FORMATS,
    fassung_on,
    pick_akteur,
    pick_feld,
    pick_programm,
    stichtag_or_today,
)
from konzept.cli.surface.failure import WrongCall
from konzept.cli.workplace import FINE, pick_fassung, sound_plan
from konzept.reports.liste_wahl import Artwahl, Standwahl  # noqa: TC001  (typer reads the annotations at run time)

if TYPE_CHECKING:
    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan
    from konzept.reports.liste import Suche


class Format(StrEnum):
    """How the list is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def list_command(
    ctx: typer.Context,
    *,
    akteure: Annotated[
        bool,
        typer.Option("--akteure", help="Statt der Maßnahmen die zuständigen Stellen nach Art auflisten."),
    ] = False,
    feld: FeldOption = None,
    akteur: AkteurOption = None,
    stand: Annotated[
        list[Standwahl] | None, typer.Option(help="Nur mit diesem gemeldeten Stand (mehrfach möglich).")
    ] = None,
    art: Annotated[
        list[Artwahl] | None, typer.Option(help="Nur mit einem Termin dieser Art (mehrfach möglich).")
    ] = None,
    faellig_bis: Annotated[
        datetime | None,
        typer.Option(
            formats=DAY_FORMATS,
            metavar="DATUM",
            help="Nur mit einer offenen Frist bis zu diesem Tag, überfällige eingeschlossen.",
        ),
    ] = None,
    foerderprogramm: Annotated[
        str | None, typer.Option(metavar="PROGRAMM", help="Nur mit diesem Förderprogramm (id oder Name).")
    ] = None,
    text: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WORT",
            help="Nur wo dieses Wort im Text steht; mehrfach genannt, müssen alle darin stehen.",
        ),
    ] = None,
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
    form: Annotated[
        Format, typer.Option("--format", help="Als Text, als JSON oder als Tabelle (csv) ausgeben.")
    ] = Format.TEXT,
) -> int:
    """List what the options name; 0."""
    if akteure:
        narrowed = any((feld, akteur, stand, art, faellig_bis, foerderprogramm, text, stichtag))
        return _akteure(ctx, fassung, form, narrowed=narrowed)
    import sys

    from konzept.render.liste_csv import liste_csv
    from konzept.render.liste_json import liste_json
    from konzept.render.liste_text import LISTE_RULES, liste_text
    from konzept.render.terminal import show, width
    from konzept.reports.liste import Suche, liste

    tag = stichtag_or_today(stichtag)
    plan = sound_plan(ctx)
    gewaehlt = fassung_on(plan, fassung, stichtag)
    suche = Suche(
        feld=None if feld is None else pick_feld(gewaehlt, feld).id,
        akteure=None if akteur is None else _mit_untergeordneten(plan, akteur),
        staende=tuple(stand or ()),
        arten=tuple(art or ()),
        faellig_bis=faellig_bis.date() if faellig_bis else None,
        programm=None if foerderprogramm is None else pick_programm(plan, foerderprogramm).id,
        texte=tuple(text or ()),
    )
    bericht = liste(plan, gewaehlt, tag, suche)
    if form is Format.JSON:
        show(liste_json(bericht))
    elif form is Format.CSV:
        show(liste_csv(bericht, plan.einstellungen))
    else:
        auswahl = _auswahl(plan, gewaehlt, suche, akteur)
        show(liste_text(bericht, plan.einstellungen, width(sys.stdout), auswahl=auswahl), LISTE_RULES)
    return FINE


def _akteure(ctx: typer.Context, fassung: str | None, form: Format, *, narrowed: bool) -> int:
    import sys

    from konzept.domain.einstellungen import Begriff
    from konzept.render.akteur_json import akteur_json
    from konzept.render.akteur_text import akteur_text
    from konzept.render.terminal import show, width
    from konzept.reports.akteur import akteursbericht

    if narrowed:
        raise WrongCall(
            "»--akteure« listet alle Stellen auf; zusammen mit einer Auswahl geht das nicht.",
            "Eine Stelle und was sie trägt, zeigt »konzept show STELLE«.",
        )
    if form is Format.CSV:
        raise WrongCall("Die Stellen gibt es als Text und als JSON, nicht als csv.")
    plan = sound_plan(ctx)
    bericht = akteursbericht(plan, pick_fassung(plan, fassung))
    if form is Format.JSON:
        show(akteur_json(bericht))
    else:
        massnahme = plan.einstellungen.bezeichnung(Begriff.MASSNAHME)
        show(akteur_text(bericht, massnahme.einzahl, massnahme.mehrzahl, width(sys.stdout)))
    return FINE


def _mit_untergeordneten(plan: Plan, name: str) -> frozenset[str]:
    from konzept.reports.due_auswahl import mit_untergeordneten

    return frozenset(mit_untergeordneten(plan, pick_akteur(plan, name).id))


def _auswahl(plan: Plan, fassung: Fassung, suche: Suche, akteur: str | None) -> str | None:
    """Name in words what was looked for, if anything was."""
    from konzept.domain.einstellungen import Begriff
    from konzept.render.liste_words import ARTWAHL, STANDWAHL
    from konzept.render.words import kurzes_datum

    bezeichnung = plan.einstellungen.bezeichnung
    worte = [
        f"{bezeichnung(Begriff.HANDLUNGSFELD).einzahl} {feld.nummer} {feld.titel}"
        for feld in fassung.handlungsfelder
        if feld.id == suche.feld
    ]
    if akteur is not None:
        stelle = pick_akteur(plan, akteur)
        weitere = [one for one in plan.akteure if suche.akteure and one.id in suche.akteure - {stelle.id}]
        mit = ", ".join(one.kurz or one.name for one in weitere)
        worte.append(stelle.name + (f" (mit {mit})" if mit else ""))
    if suche.staende:
        worte.append("Stand: " + " oder ".join(STANDWAHL[one] for one in dict.fromkeys(suche.staende)))
    if suche.arten:
        arten = " oder ".join(ARTWAHL[one] for one in dict.fromkeys(suche.arten))
        worte.append(f"{bezeichnung(Begriff.TERMIN).einzahl}: {arten}")
    if suche.faellig_bis:
        worte.append(f"offene Frist bis {kurzes_datum(suche.faellig_bis)}")
    if suche.programm:
        worte.append(f"gefördert durch {plan.programm_nach_id[suche.programm].name}")
    worte += [f"Text enthält »{text}«" for text in suche.texte]
    return "; ".join(worte) or None
