"""An app with every kind of option and argument, to be called wrongly."""
# ruff: noqa: ARG001  the options are there to be called wrongly

import uuid
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from konzept.cli.surface.completion import complete_from
from konzept.cli.surface.failure import Failure, WrongCall, WrongValue
from konzept.cli.surface.german import GermanTyper
from konzept.cli.surface.global_options import add_global_options, folder_of


class Form(StrEnum):
    TEXT = "text"
    HTML = "html"
    MD = "md"


class Dokument(StrEnum):
    KONZEPT = "konzept"
    KURZFASSUNG = "kurzfassung"
    SYNOPSE = "synopse"


def refusing(text: str) -> str:
    raise WrongValue(f"Mit {text} geht es nicht.")


def quarter(text: str) -> int:
    return int(text.removeprefix("Q"))


def fassungen(folder: Path | None) -> list[tuple[str, str]]:
    print("Lärm")
    if folder is not None and not (folder / "data").is_dir():
        raise Failure("Hier ist kein Plan.")
    return [
        ("2018", "Konzept"),
        ("2020", "1. Fortschreibung: `$(touch gefahr)`"),
        ("2x y", "mit Leerzeichen"),
    ]


app = GermanTyper(name="konzept", help="Ein Plan zum Probieren.", no_args_is_help=True)
add_global_options(app)


@app.command(
    help="Nimmt Werte. Auch z. B. Paare.\n\n"
    "Ein zweiter Absatz, der so lang ist, dass er umbrochen wird: ihm"
    " reichen achtzig Spalten\nnicht.\n\n  konzept werte --zahl 3\n  konzept werte --art html",
    epilog="Ende der Hilfe.",
)
def werte(
    ctx: typer.Context,
    *,
    zahl: Annotated[int, typer.Option(min=1, max=12, help="Ein Monat.")] = 1,
    ab: Annotated[int | None, typer.Option(min=1, help="Ab eins.")] = None,
    hoechstens: Annotated[float | None, typer.Option(max=9.5)] = None,
    ganz: Annotated[int | None, typer.Option("--ganz", "-g", help="Irgendeine Zahl.")] = None,
    komma: float = 0.5,
    art: Annotated[Form, typer.Option("-a", "--art", help="Die Form.")] = Form.TEXT,
    dokument: Annotated[Dokument, typer.Option(help="Was gemeint ist.")] = Dokument.KONZEPT,
    tag: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d", "%d.%m.%Y"])] = None,
    ordner: Annotated[Path | None, typer.Option(exists=True, file_okay=False)] = None,
    datei: Annotated[Path | None, typer.Option(exists=True, dir_okay=False)] = None,
    pfad: Annotated[Path | None, typer.Option(exists=True)] = None,
    kennung: uuid.UUID | None = None,
    paar: Annotated[tuple[int, int] | None, typer.Option(envvar="PROBE_PAAR", show_envvar=True)] = None,
    streng: Annotated[bool, typer.Option("--streng")] = False,
    farbe: Annotated[bool, typer.Option("--farbe/--keine-farbe", help="Bunt.")] = True,
    oft: Annotated[list[str] | None, typer.Option(help="Mehrmals.")] = None,
    quartal: Annotated[int | None, typer.Option(parser=quarter, metavar="QUARTAL")] = None,
    nie: Annotated[str | None, typer.Option(parser=refusing)] = None,
    geheim: Annotated[str | None, typer.Option(hidden=True)] = None,
    aus: Annotated[typer.FileTextWrite | None, typer.Option()] = None,
    ein: Annotated[typer.FileText | None, typer.Option()] = None,
) -> None:
    if aus is not None:
        aus.write("x")
    print(folder_of(ctx))


@app.command(help="Vergleicht zwei Fassungen.")
def diff(
    alt: Annotated[str, typer.Argument(help="Die ältere Fassung.", autocompletion=complete_from(fassungen))],
    neu: Annotated[str, typer.Argument(help="Die neuere.", autocompletion=complete_from(fassungen))],
    form: Annotated[Form, typer.Option("--format", help="Die Form.")] = Form.TEXT,
) -> None:
    print(alt, neu, form)


@app.command(help="Nimmt Dateien.")
def dateien(
    paar: Annotated[tuple[str, str], typer.Argument()],
    mehr: Annotated[list[Path] | None, typer.Argument(help="Weitere.")] = None,
) -> None:
    print(paar, mehr)


@app.command(help="Nimmt eins und zwei.", hidden=True)
def zwei(eins: str, zwei: tuple[str, str]) -> None:
    print(eins, zwei)


@app.command(help="Nimmt eine Form und einen Wahrheitswert.")
def pflicht(form: Form, wahr: bool, stand: Annotated[Form, typer.Option()]) -> None:  # noqa: FBT001  the very thing under test
    print(form, wahr, stand)


@app.command(help="Alt.", deprecated=True)
def alt() -> None:
    print("noch da")


@app.command(hidden=True, help="Verborgen.")
def ende(art: str) -> int:
    match art:
        case "2":
            raise WrongCall("Das geht so nicht.", "Lassen Sie es.")
        case "3":
            raise Failure("Hier ist kein Plan, obwohl 'x' is not a valid int.", "Nennen Sie ihn.", 3)
        case "4":
            raise typer.Exit(4)
        case "abbruch":
            raise typer.Abort
        case "deutsch":
            raise typer.BadParameter("So nicht.")
        case "eof":
            raise EOFError
        case _:
            return int(art)


gruppe = GermanTyper(help="Eine Gruppe in der Gruppe.")


@gruppe.command(help="Darin.")
def darin() -> None:
    print("darin")


@gruppe.command(help="Daneben.")
def daneben() -> None:
    print("daneben")


app.add_typer(gruppe, name="gruppe")
