"""Ids and numbers: one entry, one list or one Fassung must not hide the next."""

from __future__ import annotations

from typing import Any

import pytest

from konzept.checks import identitaet, nummern
from konzept.diagnostics import Location, SourceMap
from konzept.domain.akteur import Akteur
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.foerderprogramm import Foerderprogramm
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import AKTEURE_DATEI, PROGRAMME_DATEI, Plan


def fassung(name: str, *felder: dict[str, Any], **rahmen: Any) -> Fassung:
    return Fassung(
        name,
        Rahmen.model_validate({"titel": "T", "art": "Konzept", "stand": name, **rahmen}),
        tuple(Handlungsfeld.model_validate({"titel": "F", **feld}) for feld in felder),
        datei=f"data/fassungen/{name}.yaml",
        dateien=tuple(f"data/handlungsfelder/{name}/{i}.yaml" for i, _ in enumerate(felder)),
    )


def ziel(name: str, nummer: str, *massnahmen: tuple[str, str]) -> dict[str, Any]:
    return {
        "id": name,
        "nummer": nummer,
        "titel": "Z",
        "massnahmen": [{"id": one, "nummer": zahl, "text": "Text"} for one, zahl in massnahmen],
    }


@pytest.mark.parametrize(
    ("plan", "register"),
    [
        (
            Plan(akteure=tuple(Akteur(id="a", name="A", art="verein") for _ in range(3))),  # type: ignore[arg-type]  # read from text
            (AKTEURE_DATEI, "akteure"),
        ),
        (
            Plan(foerderprogramme=tuple(Foerderprogramm(id="a", name="A") for _ in range(3))),
            (PROGRAMME_DATEI, "foerderprogramme"),
        ),
    ],
)
def test_a_doubled_id_of_a_register_is_found_at_each_later_entry(
    plan: Plan, register: tuple[str, str]
) -> None:
    source = SourceMap()
    for i in range(3):
        source.values[(*register, i, "id")] = Location(register[0], 10 + i, 5)
    befunde = list(identitaet.doppelte_ids(plan, source))
    assert [befund.ort.zeile for befund in befunde] == [11, 12]
    assert {befund.verwandte[0].ort.zeile for befund in befunde} == {10}


def test_an_id_at_fault_does_not_hide_that_a_later_one_changed_its_level() -> None:
    alt = fassung("2020", {"id": "f", "nummer": "1", "handlungsziele": [ziel("z", "1.1")]})
    neu = fassung("2024", {"id": "g", "nummer": "1", "massnahmen": [{"id": "z", "text": "Text"}]})
    source = SourceMap()
    source.faulty.add((neu.dateien[0], "id"))
    befunde = list(identitaet.ebenenwechsel(Plan(fassungen=(alt, neu)), source))
    assert [befund.code for befund in befunde] == ["id-andere-ebene"]


def test_a_fassung_known_in_parts_does_not_hide_the_gaps_of_the_next() -> None:
    feld = {"id": "f", "nummer": "1", "handlungsziele": [ziel("a", "1.1"), ziel("b", "1.3")]}
    plan = Plan(fassungen=(fassung("2018", feld, vollstaendig="false"), fassung("2020", feld)))
    (befund,) = nummern.luecken(plan, SourceMap())
    assert "Fassung 2020" in befund.meldung


def test_each_list_has_an_order_of_its_own() -> None:
    ziele = [ziel("a", "1.1", ("m", "2"), ("n", "3")), ziel("b", "1.2", ("o", "1"), ("p", "2"))]
    plan = Plan(fassungen=(fassung("2020", {"id": "f", "nummer": "1", "handlungsziele": ziele}),))
    assert list(nummern.reihenfolge(plan, SourceMap())) == []


@pytest.mark.parametrize(
    ("feld", "words"),
    [
        ({"handlungsziele": [ziel("a", "1.1", ("m", "1.2.1"))]}, "ihres Handlungsziels (1.1)"),
        ({"handlungsziele": [ziel("a", "2.1")]}, "ihres Handlungsfelds (1)"),
    ],
)
def test_a_number_is_compared_with_that_of_what_it_stands_under(feld: dict[str, Any], words: str) -> None:
    plan = Plan(fassungen=(fassung("2020", {"id": "f", "nummer": "1", **feld}),))
    (befund,) = nummern.eltern(plan, SourceMap())
    assert words in befund.meldung


def test_goals_and_massnahmen_of_one_field_are_two_lists() -> None:
    feld = {
        "id": "f",
        "nummer": "1",
        "handlungsziele": [ziel("a", "1.1"), ziel("b", "1.2")],
        "massnahmen": [{"id": "m", "nummer": "1", "text": "T"}, {"id": "n", "nummer": "2", "text": "T"}],
    }
    assert list(nummern.reihenfolge(Plan(fassungen=(fassung("2020", feld),)), SourceMap())) == []


def test_an_id_at_fault_is_not_doubled_as_well() -> None:
    plan = Plan(foerderprogramme=tuple(Foerderprogramm(id="a", name="A") for _ in range(2)))
    source = SourceMap()
    source.faulty.add((PROGRAMME_DATEI, "foerderprogramme", 1, "id"))
    assert list(identitaet.doppelte_ids(plan, source)) == []
