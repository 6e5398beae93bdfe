"""Keys that are nearly right: the finding names the key, and what stands below it is read as it was meant.

Without this a misspelt ``handlungsziel:`` would hide every fault of the goals below it, and other findings (a goal
without Maßnahme, a Verbleib that is open) would follow from what only seems to be missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from konzept.diagnostics import moved
from konzept.load.attempt import attempt
from konzept.load.model_shape import field_names
from konzept.load.problem_sentences import Problem
from konzept.load.pydantic_problems import describe, meant_field

if TYPE_CHECKING:
    from pydantic import BaseModel

    from konzept.diagnostics import Befund, DataPath, SourceMap

_MAX_ROUNDS = 20
"""Each round goes one level deeper; no file that is read has more levels (load/limits.py)."""

_MAX_UNKNOWN = 200
"""A file with more unknown keys than this is no plan with slips of the pen; looking for what each means takes long."""


def read_as_meant(
    model: type[BaseModel], data: Any, datei: str, source: SourceMap, empty: set[DataPath]
) -> list[Befund]:
    """Rename each misspelt key of ``data`` to the field it is nearest to, if that one is missing and the value fits.

    Gives one finding per renamed key; ``source`` and ``empty`` (the keys without a value) are kept in step with the
    data. Keys that stay as they are have no finding here: pydantic reports them again.
    """
    findings: list[Befund] = []
    given_up: set[DataPath] = set()
    for _ in range(_MAX_ROUNDS):
        renamed = _rename(model, data, datei, given_up)
        if not renamed:
            break
        faults = attempt(model, data, datei)[1]
        unfit = {problem.path for problem in faults if problem.missing is None} & set(renamed)
        for new in unfit:
            old = renamed.pop(new)
            _swap(data, new, str(old[-1]))
            given_up.add(old)
        findings += [
            describe(Problem("extra_forbidden", old, None, None, {}), model, source, set())
            for old in renamed.values()
        ]
        new_paths = {old: new for new, old in renamed.items()}
        source.rename(new_paths)
        moved_empty = {moved(path, new_paths) for path in empty}
        empty.clear()
        empty.update(moved_empty)
    return findings


def _rename(
    model: type[BaseModel], data: Any, datei: str, given_up: set[DataPath]
) -> dict[DataPath, DataPath]:
    """Rename what can be renamed in ``data``; gives the old path of each new one."""
    renamed: dict[DataPath, DataPath] = {}
    unknown = [
        problem
        for problem in attempt(model, data, datei)[1]
        if problem.kind == "extra_forbidden" and problem.path not in given_up
    ]
    if len(unknown) > _MAX_UNKNOWN:
        return {}
    for problem in unknown:
        known = field_names(model, problem.path[:-1])
        meant = meant_field(str(problem.path[-1]), tuple(known))
        if meant is not None and _swap(data, problem.path, meant):
            renamed[(*problem.path[:-1], meant)] = problem.path
        else:
            given_up.add(problem.path)
    return renamed


def _swap(data: Any, path: DataPath, name: str) -> bool:
    """Give the key at ``path`` another name in its place; tell whether that name was free."""
    parent = data
    for step in path[1:-1]:
        parent = parent[step]
    if name in parent:
        return False
    items = [(name if key == path[-1] else key, value) for key, value in parent.items()]
    parent.clear()
    parent.update(items)
    return True
