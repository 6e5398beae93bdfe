"""Plain data of one file to its model, keeping what is sound when a part of it is not.

Pydantic finds every fault of the data in one pass. What is at fault is then taken out, or replaced by a
placeholder where a whole goal would go with it, and the rest is read again: so a missing title does not hide the
unknown Akteur below it. A model made this way serves the checks only; the plan has a Fehler and is not published.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel

from konzept.diagnostics import Befund, DataPath, Severity, SourceMap
from konzept.domain.werte import ID_FORM
from konzept.load.attempt import attempt
from konzept.load.misspelt import read_as_meant
from konzept.load.model_shape import is_required, model_at
from konzept.load.pydantic_problems import describe, placeholder, unknown_empty_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.load.problem_sentences import Problem

M = TypeVar("M", bound=BaseModel)
_MAX_ROUNDS = 12


@dataclass(slots=True)
class Built(Generic[M]):
    """A model made from one file (None if nothing could be kept), its findings, and the ids that were given up."""

    model: M | None = None
    findings: list[Befund] = field(default_factory=list)
    lost_ids: set[str] = field(default_factory=set)


def build(model: type[M], data: Any, datei: str, source: SourceMap) -> Built[M]:
    """Make a ``model`` of the plain data of one file, whose places are in ``source``.

    Every fault becomes one finding at its line. ``source`` is kept in step with the data that remain, so that
    paths into the model lead to the right lines.
    """
    built: Built[M] = Built()
    empty: set[DataPath] = set()
    _remove_empty_items(data, (datei,), empty, built, source)
    built.model, problems = attempt(model, data, datei)
    if any(problem.kind == "extra_forbidden" for problem in problems):
        built.findings += read_as_meant(model, data, datei, source, empty)
        built.model, problems = attempt(model, data, datei)
    built.findings += unknown_empty_fields(empty, model, source)
    for round_number in range(_MAX_ROUNDS):
        if not problems:
            return built
        doomed = set()
        for problem in problems:
            # pydantic sees every fault in the first round; what fails later is a placeholder that does not fit
            if round_number == 0:
                built.findings.append(describe(problem, model, source, empty))
                source.faulty.add(problem.target)
                doomed |= _mend(problem, model, data, source, built.lost_ids)
            else:
                doomed.add(_container(problem.target, data))
        if (datei,) in doomed:
            built.lost_ids |= set(_ids(data))
            return built
        for path in doomed:
            built.lost_ids |= set(_ids(_get(data, path)))
        _remove_items(data, doomed, source)
        built.model, problems = attempt(model, data, datei)
    return built


def _remove_empty_items(
    data: Any, root: DataPath, empty: set[DataPath], built: Built[Any], source: SourceMap
) -> None:
    removed = set(_drop_nulls(data, root, empty))
    built.findings += [
        source.befund(
            "eintrag-leer",
            Severity.FEHLER,
            source.value(path),
            "Dieser Eintrag der Liste ist leer.",
            "Löschen Sie den Strich oder ergänzen Sie den Eintrag.",
        )
        for path in sorted(removed, key=_by_length)
    ]
    _remove_items(data, removed, source)


def _mend(
    problem: Problem, model: type[BaseModel], data: Any, source: SourceMap, lost: set[str]
) -> set[DataPath]:
    """Fill in a placeholder for one fault, or give what has to be taken out because of it."""
    target = problem.target
    removable = problem.kind == "extra_forbidden" or problem.at_key
    if removable or not (problem.missing or is_required(model, target)):
        return {target}
    if _fill(target, model, data, source, lost):
        return set()
    return {_container(target, data)}


def _fill(target: DataPath, model: type[BaseModel], data: Any, source: SourceMap, lost: set[str]) -> bool:
    """Put a placeholder where a required field is missing or at fault; tell whether there is one."""
    parent = _get(data, target[:-1])
    name = target[-1]
    if not isinstance(parent, dict) or not isinstance(name, str):
        return False
    filler = placeholder(name, source.value(target[:-1])) if model_at(model, target[:-1]) else None
    if filler is None:
        return False
    if name == "id" and isinstance(parent.get(name), str):
        lost.add(parent[name])
    elif name in parent:
        lost |= set(_ids(parent[name]))
    parent[name] = filler
    return True


def _container(target: DataPath, data: Any) -> DataPath:
    """Return what has to go as a whole when the value at ``target`` can be neither kept nor replaced."""
    return target[:-1] if len(target) > 1 and isinstance(_get(data, target[:-1]), dict) else target


def _drop_nulls(data: Any, path: DataPath, empty: set[DataPath]) -> Iterator[DataPath]:
    """Drop keys without a value in place; give the paths of empty list items."""
    if isinstance(data, dict):
        for key in [key for key, value in data.items() if value is None]:
            del data[key]
            empty.add((*path, key))
        for key, value in data.items():
            yield from _drop_nulls(value, (*path, key), empty)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            if value is None:
                yield (*path, index)
            else:
                yield from _drop_nulls(value, (*path, index), empty)


def _remove_items(data: Any, paths: set[DataPath], source: SourceMap) -> None:
    """Remove sections and list items, the deepest and last first, and renumber the places behind them."""
    if not paths:
        return
    for path in sorted(paths, key=_by_length, reverse=True):
        parent = _get(data, path[:-1])
        if isinstance(parent, list) and isinstance(path[-1], int):
            if path[-1] < len(parent):
                del parent[path[-1]]
        elif isinstance(parent, dict):
            parent.pop(path[-1], None)
    source.remove_items({path for path in paths if isinstance(path[-1], int)})


def _by_length(path: DataPath) -> tuple[int, tuple[tuple[int, str], ...]]:
    steps = tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)
    return (len(path), steps)


def _get(data: Any, path: DataPath) -> Any:
    for step in path[1:]:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def _ids(data: Any) -> Iterator[str]:
    """Give every key and text of a piece of data that may be an id: what is lost here may be named elsewhere."""
    if isinstance(data, str):
        if re.fullmatch(ID_FORM, data):
            yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _ids(key)
            yield from _ids(value)
    elif isinstance(data, list):
        for value in data:
            yield from _ids(value)
