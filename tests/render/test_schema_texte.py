"""Every field of every model has its German title and text, every word of a choice its explanation, and no more."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import jsonschema
import pytest

from konzept.domain.werte import Wert
from konzept.render.schema import MODELS
from konzept.render.schema_aufbau import Bauplan
from konzept.render.schema_texte import ABSCHNITTE, feldtext, wortliste
from konzept.render.schema_texte_auswahl import AUSWAHL

if TYPE_CHECKING:
    from collections.abc import Iterator


def named_in(annotation: Any) -> Iterator[type]:
    """Give every model and every choice that an annotation names, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, Wert | StrEnum):
        yield annotation
    for part in get_args(annotation):
        yield from named_in(part)


def all_named() -> list[type]:
    found: dict[str, type] = {}
    waiting: list[type] = list(MODELS.values())
    while waiting:
        one = waiting.pop()
        if one.__name__ not in found:
            found[one.__name__] = one
            if issubclass(one, Wert):
                hints = get_type_hints(one)
                waiting += [inner for name in one.model_fields for inner in named_in(hints[name])]
    return [found[name] for name in sorted(found)]


SECTIONS = [one for one in all_named() if issubclass(one, Wert)]
CHOICES = [one for one in all_named() if issubclass(one, StrEnum)]
FIELDS = [(model, name) for model in SECTIONS for name in model.model_fields]


@pytest.mark.parametrize("model", SECTIONS, ids=lambda model: model.__name__)
def test_every_section_says_what_it_is(model: type[Wert]) -> None:
    assert ABSCHNITTE[model].titel
    assert ABSCHNITTE[model].text.endswith((".", ":"))


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda value: getattr(value, "__name__", value))
def test_every_field_says_what_belongs_there(model: type[Wert], name: str) -> None:
    text = feldtext(model, name)
    assert text.titel.strip() == text.titel != ""
    assert text.text.endswith((".", ".»", "«."))
    assert not re.search(r"  |'|\\", text.text)


def test_a_field_that_nobody_described_is_named() -> None:
    with pytest.raises(LookupError, match=r"Handlungsfeld\.erfunden"):
        feldtext(MODELS["handlungsfeld"], "erfunden")


def test_there_is_no_text_for_what_does_not_exist() -> None:
    described = {(model, name) for model, section in ABSCHNITTE.items() for name in section.felder}
    defined = {(step, name) for model, name in FIELDS for step in model.__mro__ if name in vars_of(step)}
    assert described - defined == set()
    assert set(AUSWAHL) == set(CHOICES)


def vars_of(step: type) -> dict[str, Any]:
    return getattr(step, "__annotations__", {})


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.__name__)
def test_every_word_of_a_choice_is_explained(choice: type[StrEnum]) -> None:
    assert sorted(wortliste(choice)) == sorted(choice)
    assert all(text and not text.endswith(".") for text in wortliste(choice).values())


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda value: getattr(value, "__name__", value))
def test_examples_are_what_the_field_takes(model: type[Wert], name: str) -> None:
    content = Bauplan().datei(model)
    field = {**content["properties"][name], "$defs": content["$defs"]}
    examples = feldtext(model, name).beispiele
    assert field.get("examples", []) == list(examples)
    errors = [
        error.message for one in examples for error in jsonschema.Draft202012Validator(field).iter_errors(one)
    ]
    assert errors == []
