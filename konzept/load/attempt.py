"""One try to make a model of plain data: the model, or everything pydantic finds wrong with the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from konzept.load.problem_sentences import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

M = TypeVar("M", bound=BaseModel)


def attempt(model: type[M], data: Any, datei: str) -> tuple[M | None, Sequence[Problem]]:
    """Return the model and no problem, or None and every problem, each with its path in the data of ``datei``."""
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        return None, [Problem.of(detail, datei, data) for detail in error.errors(include_url=False)]
