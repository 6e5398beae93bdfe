"""What is given up and what is kept of a faulty file, to the last entry: found wanting by the mutation test."""

from __future__ import annotations

from typing import Any

import pytest

from konzept.diagnostics import SourceMap
from konzept.domain.akteur import Akteurregister
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.load.build import Built, build
from konzept.load.yaml_tree import parse_yaml

FILE = "data/x.yaml"
FIELD = 'id: feld\nnummer: "1"\ntitel: Sprache\n'


def read(text: str, model: Any = Handlungsfeld) -> tuple[Built[Any], SourceMap]:
    source = SourceMap()
    data, findings = parse_yaml(text, FILE, source)
    assert findings == []
    return build(model, data, FILE, source), source


def places(built: Built[Any]) -> list[tuple[str, int, int]]:
    return [(befund.code, befund.ort.zeile, befund.ort.spalte) for befund in built.findings]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("farbe:\n", [("feld-unbekannt", 4, 1)]),
        ("massnahmen:\n  - {id: a, text: Kurse, farbe: }\n", [("feld-unbekannt", 5, 26)]),
        ("einleitung:\n", []),
    ],
)
def test_a_field_that_does_not_exist_is_found_without_a_value_too(
    lines: str, found: list[tuple[str, int, int]]
) -> None:
    built, _ = read(FIELD + lines)
    assert places(built) == found


def test_of_several_bad_entries_only_these_go() -> None:
    """Taken out from the front, the second would take a sound neighbour with it."""
    built, source = read(
        FIELD
        + "massnahmen:\n"
        + "  - [eins]\n"
        + "  - {id: b, text: Beratung}\n"
        + "  - [zwei]\n"
        + "  -\n"
        + "  -\n"
        + "  - {id: c, text: Kurse}\n"
    )
    assert built.model is not None
    assert [massnahme.id for massnahme in built.model.massnahmen] == ["b", "c"]
    assert [source.value((FILE, "massnahmen", i, "id")).zeile for i in (0, 1)] == [6, 10]


@pytest.mark.parametrize(
    ("text", "model", "lost"),
    [
        # an id that is none is named as it stands: the reference to it is no second fault
        (FIELD.replace("id: feld", "id: Feld!"), Handlungsfeld, "Feld!"),
        (FIELD + "massnahmen:\n  - {id: Kurse?, text: Kurse}\n", Handlungsfeld, "Kurse?"),
        # of what goes as a whole each text that may be an id, and no sentence
        ("akteure:\n  - {id: amt, name: Das Amt, art: [verein, Zwei Worte]}\n", Akteurregister, "amt"),
    ],
)
def test_ids_that_were_given_up(text: str, model: Any, lost: str) -> None:
    built, _ = read(text, model)
    assert lost in built.lost_ids
    assert not {word for word in built.lost_ids if " " in word}


def test_of_a_list_of_words_only_the_bad_one_goes() -> None:
    built, _ = read(
        "akteure:\n  - {id: amt, name: Amt, art: behoerde, aliasse: [A, [b], C]}\n", Akteurregister
    )
    assert places(built) == [("text-erwartet", 2, 54)]
    assert built.model is not None
    assert built.model.akteure[0].aliasse == ("A", "C")
