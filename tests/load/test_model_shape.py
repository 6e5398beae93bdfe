"""Every model that a file can hold has a German name for the sentence on a wrong field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import pytest
from pydantic import BaseModel

from konzept.load import model_shape
from konzept.render.schema import MODELS

if TYPE_CHECKING:
    from collections.abc import Iterator


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Give every model that an annotation names, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def all_models() -> list[type[BaseModel]]:
    found: dict[str, type[BaseModel]] = {}
    waiting: list[type[BaseModel]] = list(MODELS.values())
    while waiting:
        model = waiting.pop()
        if model.__name__ not in found:
            found[model.__name__] = model
            waiting += [one for field in model.model_fields.values() for one in models_in(field.annotation)]
    return [found[name] for name in sorted(found)]


@pytest.mark.parametrize("model", all_models(), ids=lambda model: model.__name__)
def test_it_has_a_name(model: type[BaseModel]) -> None:
    assert model_shape._NAMES[model.__name__]
