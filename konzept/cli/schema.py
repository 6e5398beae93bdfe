"""``konzept schema``: JSON Schema of each kind of file, for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from konzept.cli.surface.failure import Failure
from konzept.cli.workplace import FINE, FOUND, emit


def schema(
    ordner: Annotated[
        Path, typer.Option("-o", "--ausgabe", metavar="ORDNER", help="Ordner, in den die Schemata kommen.")
    ] = Path("schema"),
) -> int:
    """Write one schema per kind of file; 0."""
    from konzept.output import write_stderr
    from konzept.render.schema import MODELS, schema_json

    try:
        ordner.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"Der Ordner »{ordner}« lässt sich nicht anlegen."
        raise Failure(message, "Nennen Sie mit -o einen anderen Ordner.", FOUND) from error
    for kind in MODELS:
        emit(schema_json(kind), ordner / f"{kind}.json")
    write_stderr(f"{len(MODELS)} Schemata geschrieben: {ordner}/\n")
    return FINE
