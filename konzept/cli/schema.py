"""``konzept schema``: JSON Schema of each kind of file, for editors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from konzept.cli.surface.failure import Failure, WrongCall
from konzept.cli.surface.global_options import folder_of
from konzept.cli.workplace import FINE, FOUND, emit, open_plan, refuse_plan_folder

if TYPE_CHECKING:
    from konzept.render.schema_plan import EigeneWerte

STANDARD = Path("schema")
AUSGABEN = "ausgabe"
"""Below the schemas of what is written by hand, those of what the program gives out."""


def schema(
    ctx: typer.Context,
    ordner: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--ausgabe",
            metavar="ORDNER",
            help="Ordner, in den die Schemata kommen; sonst schema/ neben data/ des Plans.",
        ),
    ] = None,
    *,
    mit_plan: Annotated[
        bool,
        typer.Option(
            "--mit-plan",
            help="Auch die Akteure, Förderprogramme und ids dieses Plans vorschlagen und prüfen; verlangt -o.",
        ),
    ] = False,
) -> int:
    """Write one schema per kind of file, and one per kind of data that the program gives out; 0.

    With ``--mit-plan`` only the former, which then know one plan's ids and hold for it alone: so the folder must be
    named, and the general ones are not overwritten by the way.
    """
    from konzept.output import write_stderr
    from konzept.render.schema import MODELS, schema_json

    if mit_plan and ordner is None:
        raise WrongCall(
            "»--mit-plan« braucht mit -o den Ordner, in den diese Schemata kommen.",
            "Sie gelten nur für diesen Plan; liegt er für sich, ist es schema/ neben data/: »-o schema«.",
        )
    wurzel = _plan_folder(ctx)
    ziel = ordner or (wurzel or Path()) / STANDARD
    if wurzel:
        refuse_plan_folder(ziel, wurzel)
    eigene = _own_values(ctx) if mit_plan else None
    _make_folder(ziel)
    for kind in MODELS:
        emit(schema_json(kind, eigene), ziel / f"{kind}.json")
    if not mit_plan:
        _write_contracts(ziel / AUSGABEN)
    write_stderr(f"{len(MODELS) + (not mit_plan)} Schemata geschrieben: {ziel}/\n")
    return FINE


def _write_contracts(ordner: Path) -> None:
    """Write the schema of the open data, which is the same for every plan."""
    from konzept.render.konzept_json import konzept_schema

    _make_folder(ordner)
    emit(konzept_schema(), ordner / "konzept.json")


def _make_folder(ordner: Path) -> None:
    try:
        ordner.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"Der Ordner »{ordner}« lässt sich nicht anlegen."
        raise Failure(message, "Nennen Sie mit -o einen anderen Ordner.", FOUND) from error


def _plan_folder(ctx: typer.Context) -> Path | None:
    """Return the folder of the plan one is in; outside of any plan the schemas may be wanted, too."""
    from konzept.load import PlanNotFoundError, plan_root

    try:
        return plan_root(folder_of(ctx))
    except PlanNotFoundError:
        return None


def _own_values(ctx: typer.Context) -> EigeneWerte:
    """Collect the ids of the plan; faults of it do not matter here, for an editor is where they are mended."""
    from konzept.render.schema_plan import eigene_werte

    return eigene_werte(open_plan(ctx).plan)
