"""References: each place that names an Akteur is looked at, and one known name does not hide the next unknown."""

from __future__ import annotations

from typing import Any

import pytest

from konzept.checks import verweise
from konzept.diagnostics import Location, SourceMap
from konzept.domain.akteur import Akteur
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.foerderprogramm import Foerderprogramm
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import AKTEURE_DATEI, Plan
from konzept.domain.sachstand import Sachstand

RAHMEN = {"titel": "T", "art": "Konzept", "stand": "2020"}
AMT = {"id": "amt", "name": "Amt für Migration", "kurz": "AfM", "art": "behoerde"}


def plan(
    massnahme: dict[str, Any], *, von: str | None = None, leitziele: tuple[str, ...] = (), **akteur: Any
) -> Plan:
    massnahmen = [{"id": "m", "text": "Text", **massnahme}]
    ziel = {"id": "z", "nummer": "1.1", "titel": "Z", "leitziele": list(leitziele), "massnahmen": massnahmen}
    feld = {"id": "f", "nummer": "1", "titel": "F", "handlungsziele": [ziel]}
    meldung = {"am": "2020-05-05", "erfasst": "2020-05-05", "massnahme": "m", "stand": "laufend", "von": von}
    fassung = Fassung(
        "2020",
        Rahmen.model_validate(RAHMEN),
        (Handlungsfeld.model_validate(feld),),
        Sachstand.model_validate({"eintraege": [meldung]}),
        datei="data/fassungen/2020.yaml",
        dateien=("data/handlungsfelder/2020/1.yaml",),
    )
    return Plan(
        fassungen=(fassung,),
        akteure=(Akteur.model_validate(AMT | akteur),),
        foerderprogramme=(Foerderprogramm.model_validate({"id": "da", "name": "Da"}),),
    )


@pytest.mark.parametrize("felder", [{"gehoert_zu": "fremd"}, {"nachfolger": "fremd"}])
def test_a_body_of_the_register_is_looked_at_where_it_stands(felder: dict[str, Any]) -> None:
    source = SourceMap()
    source.values[(AKTEURE_DATEI, "akteure", 0, *felder)] = Location(AKTEURE_DATEI, 7, 9)
    (befund,) = verweise.akteure(plan({}, **felder), source)
    assert (befund.ort.zeile, befund.ort.spalte) == (7, 9)


def test_who_reports_stands_in_the_register() -> None:
    assert list(verweise.akteure(plan({}, von="amt"), SourceMap())) == []
    (befund,) = verweise.akteure(plan({}, von="xyz"), SourceMap())
    assert befund.meldung == "Den Akteur »xyz« gibt es nicht."
    assert befund.ort.datei == "data/sachstand/2020.yaml"


def test_a_known_name_does_not_hide_the_next() -> None:
    one = plan(
        {"zustaendigkeiten": ["amt", "xyz"], "foerderungen": [{"programm": "da"}, {"programm": "weg"}]}
    )
    assert len(list(verweise.akteure(one, SourceMap()))) == 1
    assert len(list(verweise.foerderprogramme(one, SourceMap()))) == 1


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("amd", "»amt« (Amt für Migration)"),
        ("afn", "»amt« (Amt für Migration)"),
        ("volkshochschule", ""),
    ],
)
def test_the_nearest_body_is_suggested(written: str, near: str) -> None:
    (befund,) = verweise.akteure(plan({"zustaendigkeiten": [written]}), SourceMap())
    assert (
        befund.hilfe == (f"Meinten Sie {near}? " if near else "") + f"Neue Akteure stehen in {AKTEURE_DATEI}."
    )


def test_suggestions_end_with_the_hundredth() -> None:
    helfer = verweise.Vorschlaege()
    found = [helfer.nearest("amd", ["amt"]) for _ in range(verweise.GENUG + 1)]
    assert found == ["amt"] * verweise.GENUG + [None]


@pytest.mark.parametrize("why", ["unreadable", "faulty", ""])
def test_leitziele_that_cannot_be_read_are_not_missed(why: str) -> None:
    one = plan({}, leitziele=("fehlt",))
    source = SourceMap()
    if why == "unreadable":
        one = Plan(fassungen=one.fassungen, unlesbare_dateien=frozenset({"data/fassungen/2020.yaml"}))
    elif why == "faulty":
        source.faulty.add(("data/fassungen/2020.yaml", "leitziele"))
    assert len(list(verweise.leitziele(one, source))) == (not why)
