"""The pieces that an editor puts in are sound as they come: the loader takes them, with every word they offer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from konzept.render.schema_bausteine import ABSCHNITTE, EINTRAEGE, Baustein

if TYPE_CHECKING:
    from konzept.domain.werte import Wert

PIECES = [
    pytest.param(model, piece, id=piece.name)
    for model, pieces in [*EINTRAEGE.items(), *ABSCHNITTE.items()]
    for piece in pieces
]


def filled(content: Any, choice: int) -> Any:
    """Fill each place with what it says, or with the choice of this number, as a loader would read it."""
    if isinstance(content, dict):
        return {key: filled(value, choice) for key, value in content.items()}
    if isinstance(content, list):
        return [filled(value, choice) for value in content]
    place = re.fullmatch(r'"?\$\{\d+(?::(.+)|\|(.+)\|)\}"?', content)
    assert place, content
    if place[2] is None:
        return place[1]
    choices = place[2].split(",")
    return choices[choice % len(choices)]


def places(content: Any) -> list[int]:
    return [int(number) for number in re.findall(r"\$\{(\d+)", str(content))]


@pytest.mark.parametrize(("model", "piece"), PIECES)
def test_a_piece_is_what_the_loader_takes(model: type[Wert], piece: Baustein) -> None:
    for choice in range(12):
        model.model_validate(filled(piece.inhalt, choice))


@pytest.mark.parametrize(("model", "piece"), PIECES)
def test_a_piece_holds_what_is_required(model: type[Wert], piece: Baustein) -> None:
    assert {name for name, field in model.model_fields.items() if field.is_required()} <= set(piece.inhalt)


@pytest.mark.parametrize(("model", "piece"), PIECES)
def test_the_places_are_numbered_as_one_reads(model: type[Wert], piece: Baustein) -> None:
    assert places(piece.inhalt) == list(range(1, len(places(piece.inhalt)) + 1)), model


def test_the_pieces_have_names_of_their_own() -> None:
    names = [piece.name for pieces in [*EINTRAEGE.values(), *ABSCHNITTE.values()] for piece in pieces]
    assert len(set(names)) == len(names) >= 8
