"""Commands that fail in ways nobody foresaw."""

from __future__ import annotations

import atexit
import gc
import signal
import sys
import time
from pathlib import Path
from typing import Annotated

import typer


class Leer(Exception):  # noqa: N818  a foreign name
    pass


def add_trouble(app: typer.Typer) -> None:
    for command in (zeige, viel, warte, kaputt, kette, tief, gruppenfehler, module, muell, nummer, danach):
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


def nummer(pfad: str) -> int:
    """End with the descriptor that the first file of a command gets."""
    with Path(pfad).open("w", encoding="utf-8") as file:
        return file.fileno()


def danach() -> None:
    """Print what the interpreter's shutdown finds."""

    def tell() -> None:
        print(gc.get_freeze_count() > 0, signal.getsignal(signal.SIGINT) == signal.SIG_DFL)

    atexit.register(tell)


def muell() -> None:
    print(gc.isenabled())
