"""Commands that fail in ways nobody foresaw."""

from __future__ import annotations

import gc
import sys
import time
from typing import Annotated

import typer


class Leer(Exception):  # noqa: N818
    pass


def add_trouble(app: typer.Typer) -> None:
    for command in (zeige, viel, warte, kaputt, kette, tief, gruppenfehler, module, muell):
        app.command(help="Ärger.", hidden=True)(command)


def zeige(text: str) -> None:
    print(text)
    print(text, file=sys.stderr)


def viel(anzahl: int) -> None:
    for number in range(anzahl):
        print(f"Zeile {number} mit etwas Text, damit der Puffer voll wird")


def warte() -> None:
    print("bereit", flush=True)
    time.sleep(30)


def kaputt(text: Annotated[str, typer.Option()]) -> None:
    raise KeyError(text)


def kette(text: str) -> None:
    try:
        kaputt(text)
    except KeyError as error:
        raise Leer(text) from error


def tief() -> None:
    tief()


def gruppenfehler(text: str) -> None:
    raise ExceptionGroup(text, [ValueError(text), TypeError("unhashable type: 'list'")])


def module() -> None:
    heavy = ("pydantic", "rich", "yaml", "jinja2", "click", "difflib")
    print(" ".join(name for name in heavy if name in sys.modules))


def muell() -> None:
    print(gc.isenabled())
