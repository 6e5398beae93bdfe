"""Options that several commands take in the same words, so that one body or field is named alike everywhere."""

from __future__ import annotations

from typing import Annotated

import typer

from konzept.cli.names import complete_akteur

FeldOption = Annotated[
    str | None, typer.Option(metavar="FELD", help="Nur dieses Handlungsfeld (Nummer oder id).")
]
AkteurOption = Annotated[
    str | None,
    typer.Option(
        metavar="STELLE",
        help="Nur Maßnahmen dieser Stelle (id, Kurzform, Name oder Alias) und dessen, was zu ihr gehört.",
        autocompletion=complete_akteur,
    ),
]
