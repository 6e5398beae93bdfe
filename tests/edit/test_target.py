"""Which Maßnahmen an id or a number means."""

from __future__ import annotations

import pytest

from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.edit.target import massnahmen_named


def massnahme(name: str, nummer: str | None = None) -> dict[str, str]:
    return {"id": name, "text": name} | ({"nummer": nummer} if nummer else {})


FELDER = (
    {
        "id": "sprache",
        "nummer": "2",
        "titel": "Sprache",
        "handlungsziele": [
            {
                "id": "kurse",
                "nummer": "2.1",
                "titel": "K",
                "massnahmen": [massnahme("a", "1"), massnahme("b", "2")],
            },
            {"id": "klassen", "nummer": "2.10", "titel": "V", "massnahmen": [massnahme("c")]},
            {"id": "extra", "nummer": "2.1.1", "titel": "X", "massnahmen": [massnahme("d")]},
        ],
    },
    {
        "id": "leitlinien",
        "nummer": "3",
        "titel": "L",
        "massnahmen": [massnahme("e", "1"), massnahme("f", "2")],
    },
)
FASSUNG = Fassung(
    "2020",
    Rahmen.model_validate({"titel": "T", "art": "Konzept", "stand": "2020"}),
    tuple(Handlungsfeld.model_validate(feld) for feld in FELDER),
    dateien=("1.yaml", "2.yaml"),
)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("a", "a"),
        (" a ", "a"),
        ("klassen", "c"),
        ("kurse", "ab"),
        ("2.10", "c"),
        ("2.1", "ab"),
        ("2.1.2", "b"),
        ("2.1 M2", "b"),
        ("2.1.1", "ad"),
        ("2.1 M1", "a"),
        ("3.2", "f"),
        ("3", "ef"),
        ("leitlinien", "ef"),
        ("sprache", "abdc"),
        ("2", ""),
        ("2.9", ""),
        ("A", ""),
        (".", ""),
        ("", ""),
    ],
)
def test_named(name: str, ids: str) -> None:
    assert "".join(stelle.id for stelle in massnahmen_named(FASSUNG, name)) == ids
