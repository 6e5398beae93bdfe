"""The plan in which everything stands that may be missing, and the same plan without some of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from konzept.domain.indikator import Wertedatei
from konzept.domain.plan import Plan
from konzept.load import load_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

ORT = Path(__file__).with_name("voller_plan")
GELADEN = load_plan(ORT)
VOLL = GELADEN.plan
Feld = tuple[str, str]
"""Model and name of a field that may be missing."""


def models(value: Any) -> Iterator[BaseModel]:
    """Give every model in a value, itself first."""
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from models(getattr(value, name))
    elif isinstance(value, (tuple, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from models(part)


def parts(plan: Plan) -> tuple[Any, ...]:
    """Return everything of a plan that files say."""
    return (
        plan.einstellungen,
        plan.akteure,
        plan.foerderprogramme,
        *(datei.werte for datei in plan.wertedateien),
        *(part for f in plan.fassungen for part in (f.rahmen, f.handlungsfelder, f.sachstand)),
    )


def optional_fields() -> dict[Feld, Any]:
    """Return every field of every model of the full plan that may be missing, with what it then is."""
    return {
        (type(model).__name__, name): field.get_default(call_default_factory=True)
        for model in models(parts(VOLL))
        for name, field in type(model).model_fields.items()
        if not field.is_required()
    }


FELDER = optional_fields()


def without(value: Any, leer: frozenset[Feld]) -> Any:
    """Return a value in which these fields are missing, wherever they are."""
    if isinstance(value, BaseModel):
        kind = type(value).__name__
        changed = {
            name: FELDER[kind, name] if (kind, name) in leer else without(getattr(value, name), leer)
            for name in type(value).model_fields
        }
        return value.model_copy(update=changed)
    if isinstance(value, tuple):
        return tuple(without(part, leer) for part in value)
    if isinstance(value, dict):
        return {key: without(part, leer) for key, part in value.items()}
    return value


def emptied(plan: Plan, leer: frozenset[Feld]) -> Plan:
    """Return the plan without these fields; what would then point to nothing goes as well, or it were a Fehler."""
    if leer & {("Rahmen", "leitziele")}:
        leer |= {("Handlungsziel", "leitziele")}
    fassungen = tuple(
        replace(
            fassung,
            rahmen=without(fassung.rahmen, leer),
            handlungsfelder=without(fassung.handlungsfelder, leer),
            sachstand=without(fassung.sachstand, leer),
        )
        for fassung in plan.fassungen
    )
    return Plan(
        einstellungen=without(plan.einstellungen, leer),
        akteure=without(plan.akteure, leer),
        foerderprogramme=without(plan.foerderprogramme, leer),
        fassungen=fassungen,
        wertedateien=tuple(Wertedatei(d.datei, without(d.werte, leer)) for d in plan.wertedateien),
        beigaben=plan.beigaben,
    )
