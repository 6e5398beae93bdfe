"""``konzept diff``: what became of every id between two Fassungen, and whether the balance is closed."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path  # noqa: TC003  typer reads the annotations at run time
from typing import TYPE_CHECKING, Annotated

import typer

from konzept.cli.names import complete_fassung
from konzept.cli.surface.failure import WrongCall
from konzept.cli.surface.global_options import folder_of
from konzept.cli.surface.quoting import quoted
from konzept.cli.workplace import FINE, FOUND, emit, refuse_plan_folder

if TYPE_CHECKING:
    from konzept.cli.revision import Side
    from konzept.reports.diff_werte import Vergleich


class Format(StrEnum):
    """How the comparison is written."""

    TEXT = "text"
    MD = "md"
    HTML = "html"
    JSON = "json"
    ODT = "odt"
    DOCX = "docx"


PAGES = (Format.MD, Format.HTML)
"""What is written through a template."""
PAPERS = (Format.ODT, Format.DOCX)
"""What is no text: the comparison as a council has it on paper, the Synopse."""


def diff(
    ctx: typer.Context,
    alt: Annotated[
        str,
        typer.Argument(
            metavar="ALT",
            help="Die frühere Fassung; mit »@REVISION« dahinter aus git gelesen, etwa 2020@v1.",
            autocompletion=complete_fassung,
        ),
    ],
    neu: Annotated[
        str,
        typer.Argument(metavar="NEU", help="Die spätere Fassung, ebenso.", autocompletion=complete_fassung),
    ],
    format: Annotated[  # noqa: A002  the option's name is fixed by the client
        Format, typer.Option("--format", help="Das Format; odt und docx sind die Synopse.")
    ] = Format.TEXT,
    alles: Annotated[
        bool, typer.Option("--alles", help="Auch Unverändertes und nicht Belegtes aufführen.")
    ] = False,
    vorschlag: Annotated[
        bool,
        typer.Option(
            "--vorschlag",
            help="Statt des Vergleichs: vorschlagen, welche alte id zu welchem neuen Eintrag gehören könnte.",
        ),
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Auch dann mit 1 enden, wenn sich etwas geändert hat.")
    ] = False,
    ausgabe: Annotated[
        Path | None,
        typer.Option(
            "--ausgabe", "-o", metavar="DATEI", help="In diese Datei schreiben statt auf die Konsole."
        ),
    ] = None,
) -> int:
    """Compare two Fassungen of the plan; gives 1 if an id of the old one has no account, else 0.

    With ``exit_code`` any change gives 1. A name that is no Fassung or no revision is a wrong call (2). With
    ``vorschlag`` nothing is compared: a pairing of what has no counterpart is proposed, and nothing is open.
    """
    from konzept.cli.bilanz_hinweis import melde_offene_bilanz
    from konzept.cli.revision import common_plan, named_as_called, open_sides
    from konzept.load import plan_root
    from konzept.output import write_stderr
    from konzept.reports.diff import vergleiche

    if vorschlag and format in (*PAGES, *PAPERS):
        raise WrongCall(
            f"Den Vorschlag gibt es nicht als {format}.",
            "Vorhanden: text, json; ohne »--vorschlag« gibt es den Vergleich in allen Formaten.",
        )
    if vorschlag and "@" in neu:
        raise WrongCall(
            f"Der Vorschlag wird in die Dateien von NEU eingefügt; {quoted(neu)} aus git lässt sich nicht ändern.",
            "Nennen Sie als NEU eine Fassung ohne »@«.",
        )
    frueher, spaeter = open_sides(ctx, alt, neu)
    refuse_plan_folder(ausgabe, plan_root(folder_of(ctx)))
    if frueher.fassung.rahmen.vorgaenger == spaeter.fassung.id:
        satz = f"{neu} ist der Vorgänger von {alt}; gemeint war wohl: konzept diff {neu} {alt}"
        write_stderr(f"Hinweis: {satz}\n")
    if vorschlag:
        text, found = _vorschlag(frueher, spaeter, format, alles=alles)
        emit(text, ausgabe, utf8=format is Format.JSON)
        return FOUND if exit_code and found else FINE
    vergleich = vergleiche(common_plan(frueher, spaeter), frueher.fassung, spaeter.fassung)
    vergleich = named_as_called(vergleich, frueher, spaeter)
    content: str | bytes
    if format in PAPERS:
        content = _paper(frueher, spaeter, format, ausgabe)
    elif format in PAGES:
        content = _page(ctx, vergleich, frueher, spaeter, format, alles=alles)
    else:
        content = _document(vergleich, format, alles=alles)
    emit(content, ausgabe, utf8=format is not Format.TEXT)
    offen = melde_offene_bilanz(frueher.name, spaeter.name, [eine.id for eine in vergleich.offen])
    return FOUND if offen or (exit_code and vergleich.liste()) else FINE


def _document(vergleich: Vergleich, format: Format, *, alles: bool) -> str:  # noqa: A002  named as the option
    """Write the comparison as text, or as data."""
    if format is Format.JSON:
        from konzept.render.diff_json import diff_json

        return diff_json(vergleich, alles=alles)
    from konzept.render.diff_text import diff_text

    return diff_text(vergleich, alles=alles)


def _paper(alt: Side, neu: Side, format: Format, ausgabe: Path | None) -> bytes:  # noqa: A002  as above
    """Write the comparison as the Synopse; without a file to write to it is a wrong call (design §6)."""
    from konzept.cli.revision import common_plan
    from konzept.cli.surface.failure import Failure
    from konzept.render.docx import docx_bytes
    from konzept.render.extra import ExtraMissingError
    from konzept.render.odt import odt_bytes
    from konzept.render.synopse_schriftstueck import synopse_schriftstueck
    from konzept.reports.synopse import synopse

    if ausgabe is None:
        raise WrongCall(f"Eine Datei im Format {format} ist kein Text.", "Nennen Sie mit -o eine Datei.")
    stueck = synopse_schriftstueck(synopse(common_plan(alt, neu), alt.fassung, neu.fassung))
    try:
        return odt_bytes(stueck) if format is Format.ODT else docx_bytes(stueck)
    except ExtraMissingError as error:
        raise Failure(str(error), error.hint, FOUND) from error


def _page(
    ctx: typer.Context,
    vergleich: Vergleich,
    alt: Side,
    neu: Side,
    format: Format,  # noqa: A002  named as the option
    *,
    alles: bool,
) -> str:
    """Write the comparison through a template of the plan or the program; exit code 1 if one is at fault."""
    from konzept.cli.antwort import from_template
    from konzept.render.diff_html import diff_html
    from konzept.render.diff_md import diff_md

    einstellungen = neu.loaded.plan.einstellungen
    if format is Format.MD:
        return from_template(ctx, lambda templates: diff_md(vergleich, einstellungen, templates, alles=alles))
    kurz = {**alt.fassung.rahmen.abkuerzungen, **neu.fassung.rahmen.abkuerzungen}
    return from_template(
        ctx,
        lambda templates: diff_html(vergleich, einstellungen, templates, alles=alles, abkuerzungen=kurz),
        neu.loaded.plan,
    )


def _vorschlag(alt: Side, neu: Side, format: Format, *, alles: bool) -> tuple[str, bool]:  # noqa: A002  as above
    """Return the suggested pairing as it is written, and whether there is any pair; there is text and JSON only."""
    from dataclasses import replace

    from konzept.cli.revision import common_plan
    from konzept.reports.diff_vorschlag import schlage_vor

    ergebnis = schlage_vor(common_plan(alt, neu), alt.fassung, neu.fassung, neu.loaded.source)
    ergebnis = replace(ergebnis, alt=alt.name)
    if format is Format.JSON:
        from konzept.render.diff_vorschlag_json import vorschlag_json

        return vorschlag_json(ergebnis), bool(ergebnis.paare)
    from konzept.render.diff_vorschlag_text import vorschlag_text

    return vorschlag_text(ergebnis, alles=alles), bool(ergebnis.paare)
