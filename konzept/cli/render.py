"""``konzept render``: a document of one Fassung in the format of one's choice."""

from __future__ import annotations

import sys
from datetime import datetime  # noqa: TC003  typer reads the annotations at run time
from pathlib import Path
from typing import Annotated

import typer

from konzept.cli.je_akteur import folder_named
from konzept.cli.names import complete_fassung
from konzept.cli.options import AkteurOption  # noqa: TC001  typer reads the annotations at run time
from konzept.cli.render_auftrag import BINAER, Format
from konzept.cli.render_dokumente import BESCHREIBUNGEN, DOKUMENTE, Dokument
from konzept.cli.render_wahl import massnahmen_ids, refuse_foreign_options, refuse_missing_format
from konzept.cli.selection import DAY_FORMATS, fassung_on, letzter_stand, pick_akteur
from konzept.cli.surface.failure import Failure, WrongCall
from konzept.cli.surface.global_options import folder_of
from konzept.cli.workplace import (
    FINE,
    FOUND,
    emit,
    pick_fassung,
    refuse_plan_folder,
    sound_plan,
    template_faults,
)


def render(
    ctx: typer.Context,
    dokument: Annotated[
        Dokument,
        typer.Argument(
            metavar="DOKUMENT",
            help="Was ausgegeben wird: "
            + "; ".join(f"{name}, {inhalt}" for name, inhalt in BESCHREIBUNGEN.items())
            + ".",
        ),
    ] = Dokument.KONZEPT,
    form: Annotated[
        Format, typer.Option("--format", help="Das Format; nicht jedes Dokument hat jedes.")
    ] = Format.HTML,
    fassung: Annotated[
        str | None,
        typer.Option(
            metavar="FASSUNG",
            help="Diese Fassung statt der neuesten; mit Stichtag statt der, die an ihm gilt.",
            autocompletion=complete_fassung,
        ),
    ] = None,
    stichtag: Annotated[
        datetime | None,
        typer.Option(
            formats=DAY_FORMATS,
            help="Der Tag, nach dessen Kenntnis berichtet wird; sonst der jüngste Eintrag im Sachstand.",
        ),
    ] = None,
    seit: Annotated[
        datetime | None,
        typer.Option(
            formats=DAY_FORMATS,
            help="Sachstandsbericht: der Tag des letzten Berichts; sonst einen Berichtszeitraum zuvor.",
        ),
    ] = None,
    nur_aenderungen: Annotated[
        bool,
        typer.Option(
            "--nur-aenderungen", help="Sachstandsbericht: nur zeigen, was sich seither geändert hat."
        ),
    ] = False,
    gegen: Annotated[
        str | None,
        typer.Option(
            metavar="FASSUNG",
            help="Synopse: die ältere Fassung; sonst der Vorgänger.",
            autocompletion=complete_fassung,
        ),
    ] = None,
    massnahme: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help="Maßnahmenblatt: nur diese Maßnahme, nach id oder Nummer; mehrfach erlaubt.",
        ),
    ] = None,
    akteur: AkteurOption = None,
    je_akteur: Annotated[
        Path | None,
        typer.Option(
            "--je-akteur",
            parser=folder_named,
            metavar="ORDNER",
            help="Zuständigkeiten: in diesen Ordner je Stelle ein Schreiben, das nach dem Stand fragt.",
        ),
    ] = None,
    sprache: Annotated[
        str | None,
        typer.Option(metavar="SPRACHE", help="Sprachfassung: en, uk, ar …, oder leicht für Leichte Sprache."),
    ] = None,
    vorlage: Annotated[
        Path | None,
        typer.Option(
            metavar="DATEI",
            help="Für odt und docx: eine eigene Vorlage mit Briefkopf; der Text kommt an die Stelle »{{inhalt}}«.",
        ),
    ] = None,
    ausgabe: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--ausgabe",
            metavar="DATEI",
            help="In diese Datei schreiben; am Bildschirm sonst nach ausgabe/<dokument>-<fassung>.<format>.",
        ),
    ] = None,
) -> int:
    """Write a document of one Fassung; 0, or 1 if a template is at fault or the file cannot be written.

    A Synopse or a Verbleib with an open balance is written and gives 1, too: the open ids are named on stderr.
    """
    from konzept.cli.bilanz_hinweis import melde_offene_bilanz
    from konzept.cli.je_akteur import refuse_two_targets
    from konzept.cli.render_auftrag import Auftrag
    from konzept.cli.render_briefe import write_letters_of
    from konzept.load import plan_root
    from konzept.output import write_stderr
    from konzept.render.extra import ExtraMissingError
    from konzept.render.pdf import PdfError
    from konzept.render.schriftstueck_vorlage import VorlageError
    from konzept.render.seitengestaltung import seitengestaltung
    from konzept.render.templates import Templates

    refuse_foreign_options(
        dokument,
        {
            "--massnahme": massnahme,
            "--akteur": akteur,
            "--je-akteur": je_akteur,
            "--stichtag": stichtag,
            "--seit": seit,
            "--nur-aenderungen": nur_aenderungen,
            "--gegen": gegen,
            "--sprache": sprache,
        },
    )
    refuse_missing_format(dokument, form, vorlage)
    refuse_two_targets(je_akteur, akteur, ausgabe)
    plan = sound_plan(ctx)
    gewaehlt = fassung_on(plan, fassung, stichtag)
    root = plan_root(folder_of(ctx))
    ziel = None if je_akteur else ausgabe or _default_file(dokument, gewaehlt.id, form)
    if ziel is None and form in BINAER and not je_akteur:
        raise WrongCall(f"Eine Datei im Format {form} ist kein Text.", "Nennen Sie mit -o eine Datei.")
    refuse_plan_folder(ziel, root)
    auftrag = Auftrag(
        plan=plan,
        fassung=gewaehlt,
        stichtag=stichtag.date() if stichtag else letzter_stand(gewaehlt),
        templates=Templates(root / "templates", seitengestaltung(plan)),
        seit=seit.date() if seit else None,
        nur_aenderungen=nur_aenderungen,
        gegen=None if gegen is None else pick_fassung(plan, gegen),
        vorlage=vorlage,
        sprache=sprache,
        massnahmen=massnahmen_ids(gewaehlt, massnahme) if massnahme else None,
        akteur=pick_akteur(plan, akteur) if akteur else None,
    )
    if auftrag.seit is not None and auftrag.seit > auftrag.stichtag:
        raise WrongCall("»--seit« liegt nach dem Stichtag.", "Nennen Sie den Tag des letzten Berichts.")
    try:
        with template_faults():
            if je_akteur is not None:
                write_letters_of(auftrag, form, (je_akteur, root))
                return FINE
            ergebnis = DOKUMENTE[dokument].ausgefuehrt(auftrag, form)
    except (ExtraMissingError, PdfError, VorlageError) as error:
        raise Failure(str(error), error.hint, FOUND) from error
    if ausgabe is None and ziel is not None:
        _make_folder(ziel.parent)
    emit(ergebnis.inhalt, ziel, utf8=True)
    if ausgabe is None and ziel is not None:
        write_stderr(f"Geschrieben: {ziel}\n")
    if vorlage is not None:
        write_stderr(_ohne_marke(vorlage, form))
    write_stderr(ergebnis.hinweis)
    gemeldet = [melde_offene_bilanz(bilanz.alt, bilanz.neu, bilanz.ids) for bilanz in ergebnis.offene]
    return FOUND if any(gemeldet) else FINE


def _ohne_marke(vorlage: Path, form: Format) -> str:
    """Say that a Vorlage does not name the place of the text; empty if it does."""
    from konzept.render.docx import docx_hat_marke
    from konzept.render.odt import odt_hat_marke
    from konzept.render.schriftstueck_vorlage import MARKE

    if (odt_hat_marke if form is Format.ODT else docx_hat_marke)(vorlage):
        return ""
    return (
        f"Hinweis: In der Vorlage »{vorlage}« steht kein Absatz »{MARKE}«; der Text steht deshalb an ihrem Ende.\n"
        f"Hilfe: Schreiben Sie »{MARKE}« als eigenen Absatz an die Stelle, an der er beginnen soll.\n"
    )


def _default_file(dokument: Dokument, fassung: str, form: Format) -> Path | None:
    """Name the file for somebody at a terminal; whoever pipes or redirects gets the document itself."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    return Path("ausgabe") / f"{dokument}-{fassung}.{form}"


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"Der Ordner »{folder}« lässt sich nicht anlegen."
        raise Failure(message, "Nennen Sie mit -o eine Datei an einem anderen Ort.", FOUND) from error
