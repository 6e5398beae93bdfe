"""``konzept list``: the Maßnahmen of a Fassung, narrowed by what one looks for; or the bodies by kind."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003  (typer reads the annotation at run time)
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from konzept.cli.antwort import AusgabeOption, answer_data, answer_text, from_template
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
    from pathlib import Path

    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan
    from konzept.reports.akteur import Akteursbericht
    from konzept.reports.liste import Liste, Suche


class Format(StrEnum):
    """How the list is written."""

    TEXT = "text"
    MD = "md"
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
    form: Annotated[Format, typer.Option("--format", help="Das Format der Ausgabe.")] = Format.TEXT,
    ausgabe: AusgabeOption = None,
) -> int:
    """List what the options name; 0."""
    if akteure:
        narrowed = any((feld, akteur, stand, art, faellig_bis, foerderprogramm, text, stichtag))
        return _akteure(ctx, fassung, form, ausgabe, narrowed=narrowed)
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
    auswahl = _auswahl(plan, gewaehlt, suche, akteur)
    if form is Format.TEXT:
        from konzept.render.liste_text import LISTE_RULES, liste_text

        answer_text(
            ctx,
            lambda columns: liste_text(bericht, plan.einstellungen, columns, auswahl=auswahl),
            LISTE_RULES,
            ausgabe,
        )
    else:
        answer_data(ctx, _daten(ctx, bericht, plan, form, auswahl), ausgabe)
    return FINE


def _daten(ctx: typer.Context, bericht: Liste, plan: Plan, form: Format, auswahl: str | None) -> str:
    if form is Format.JSON:
        from konzept.render.liste_json import liste_json

        return liste_json(bericht)
    if form is Format.CSV:
        from konzept.render.liste_csv import liste_csv

        return liste_csv(bericht, plan.einstellungen)
    from konzept.render.liste_md import liste_md

    return from_template(
        ctx, lambda vorlagen: liste_md(bericht, plan.einstellungen, vorlagen, auswahl=auswahl)
    )


def _akteure(
    ctx: typer.Context, fassung: str | None, form: Format, ausgabe: Path | None, *, narrowed: bool
) -> int:
    from konzept.domain.einstellungen import Begriff
    from konzept.reports.akteur import akteursbericht

    if narrowed:
        raise WrongCall(
            "»--akteure« listet alle Stellen auf; zusammen mit einer Auswahl geht das nicht.",
            "Eine Stelle und was sie trägt, zeigt »konzept show STELLE«.",
        )
    plan = sound_plan(ctx)
    bericht = akteursbericht(plan, pick_fassung(plan, fassung))
    if form is Format.TEXT:
        from konzept.render.akteur_text import akteur_text

        wort = plan.einstellungen.bezeichnung(Begriff.MASSNAHME)
        answer_text(
            ctx, lambda columns: akteur_text(bericht, wort.einzahl, wort.mehrzahl, columns), (), ausgabe
        )
    else:
        answer_data(ctx, _akteursdaten(ctx, bericht, plan, form), ausgabe)
    return FINE


def _akteursdaten(ctx: typer.Context, bericht: Akteursbericht, plan: Plan, form: Format) -> str:
    if form is Format.JSON:
        from konzept.render.akteur_json import akteur_json

        return akteur_json(bericht)
    if form is Format.CSV:
        from konzept.render.akteur_csv import akteur_csv

        return akteur_csv(bericht, plan.einstellungen)
    from konzept.render.akteur_md import akteur_md

    return from_template(ctx, lambda vorlagen: akteur_md(bericht, plan.einstellungen, vorlagen))


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
