"""What pydantic found, in German: each error is translated by its type, never by its English sentence."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from konzept.diagnostics import Befund, DataPath, Severity, nearest
from konzept.load.model_shape import field_names, model_name
from konzept.load.problem_sentences import Problem, sentence, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from konzept.diagnostics import Location, SourceMap

_UNREADABLE = "(unlesbar)"


def placeholder(name: str, place: Location) -> str | None:
    """Return a harmless value for a required field that could not be read, or None if there is none.

    Ids and numbers are made unique by the place, so that they cause no finding of their own.
    """
    unique = f"{place.zeile}-{place.spalte}"
    fillers = {"id": f"unlesbar-{unique}", "nummer": f"?{unique}", "stand": "0001", "art": _UNREADABLE}
    return fillers.get(name) or (_UNREADABLE if name in {"titel", "text", "name"} else None)


def describe(problem: Problem, model: type[BaseModel], source: SourceMap, empty: set[DataPath]) -> Befund:
    """Turn a problem into one finding: German sentence, remedy, and the place of the value at fault."""
    if problem.missing:
        return _missing(problem, model, source, empty)
    if problem.kind == "extra_forbidden":
        return _unknown_field(problem.path, model, source)
    code, meldung, hilfe = sentence(problem)
    place = source.key(problem.path) if problem.at_key else source.value(problem.path)
    return source.befund(code, Severity.FEHLER, place, meldung, hilfe)


def _missing(problem: Problem, model: type[BaseModel], source: SourceMap, empty: set[DataPath]) -> Befund:
    path = problem.target
    if path in empty:
        return source.befund(
            "feld-leer",
            Severity.FEHLER,
            source.key(path),
            f"Das Feld »{problem.missing}« ist leer.",
            "Dieses Feld muss ausgefüllt sein.",
        )
    where = model_name(model, problem.path)
    return source.befund(
        "feld-fehlt",
        Severity.FEHLER,
        source.key(problem.path),
        f"Hier ({where}) fehlt das Feld »{problem.missing}«.",
        f"Ergänzen Sie »{problem.missing}: …«.",
    )


def unknown_empty_fields(empty: set[DataPath], model: type[BaseModel], source: SourceMap) -> Iterator[Befund]:
    """Find fields that do not exist among those without a value, which pydantic never sees."""
    for path in sorted(empty, key=source.key):
        known = field_names(model, path[:-1])
        if known and path[-1] not in known:
            yield _unknown_field(path, model, source)


@lru_cache(maxsize=4096)
def meant_field(name: str, known: tuple[str, ...]) -> str | None:
    """Return the field that a misspelt key most likely means, or None if none is near."""
    return nearest(name, known)


def _unknown_field(path: DataPath, model: type[BaseModel], source: SourceMap) -> Befund:
    name = str(path[-1])
    known = field_names(model, path[:-1])
    close = meant_field(name, tuple(known))
    where = model_name(model, path[:-1])
    hint = f"Meinten Sie »{close}«? " if close else ""
    return source.befund(
        "feld-unbekannt",
        Severity.FEHLER,
        source.key(path),
        f"Das Feld »{short(name)}« gibt es hier ({where}) nicht.",
        f"{hint}Erlaubt sind: {', '.join(known)}.",
    )
