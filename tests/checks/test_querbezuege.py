"""A Querbezug to what only an earlier Fassung held: when it is one, and what its remedy names."""

from __future__ import annotations

from typing import Any

import pytest

from konzept.checks.verweise import nicht_fortgefuehrte
from konzept.diagnostics import Location, SourceMap
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan

WEG = "Streichen Sie den Querbezug, oder nennen Sie ein Ziel, das in dieser Fassung steht."


def fassung(name: str, ids: list[str], ziele: tuple[str, ...] = (), **rahmen: Any) -> Fassung:
    """Return a Fassung with Maßnahmen of these ids; its Handlungsfeld names the ``ziele``."""
    frame = Rahmen.model_validate({"titel": "T", "art": "K", "stand": name, **rahmen})
    feld = Handlungsfeld.model_validate(
        {
            "id": f"feld-{name}",
            "nummer": "1",
            "titel": "F",
            "massnahmen": [{"id": one, "text": f"Text {one}"} for one in ids],
            "querbezuege": [{"ziel": ziel, "art": "siehe"} for ziel in ziele],
        }
    )
    return Fassung(name, frame, (feld,), datei=f"data/fassungen/{name}.yaml", dateien=(f"{name}.yaml",))


def verbleib(name: str, *eintraege: dict[str, Any]) -> dict[str, Any]:
    return {"vorgaenger": name, "verbleib": {name: {"eintraege": list(eintraege)}}}


@pytest.mark.parametrize(
    ("fassungen", "meldungen"),
    [
        ([fassung("2020", ["a"], ("a",))], []),
        ([fassung("2016", ["a"]), fassung("2020", ["a"], ("a",))], []),
        (
            [fassung("2016", ["a"]), fassung("2020", ["b"], ("a",))],
            ["nicht in der Fassung 2020, zuletzt in der Fassung 2016 (Text a)."],
        ),
        # the nearest Fassung that held it
        (
            [fassung("2012", ["a"]), fassung("2016", ["a"]), fassung("2020", ["b"], ("a",))],
            ["nicht in der Fassung 2020, zuletzt in der Fassung 2016 (Text a)."],
        ),
        # nowhere, or later: no matter of this finding
        ([fassung("2016", ["a"]), fassung("2020", ["b"], ("x",))], []),
        ([fassung("2016", ["a"], ("b",)), fassung("2020", ["b"])], []),
        # what a Fassung known in parts does not hold is unknown
        ([fassung("2016", ["a"]), fassung("2020", ["b"], ("a",), vollstaendig="nein")], []),
    ],
)
def test_it_leads_to_what_only_an_earlier_fassung_holds(
    fassungen: list[Fassung], meldungen: list[str]
) -> None:
    befunde = list(nicht_fortgefuehrte(Plan(fassungen=tuple(fassungen)), SourceMap()))
    assert len(befunde) == len(meldungen)
    for befund, meldung in zip(befunde, meldungen, strict=True):
        assert befund.code == "querbezug-nicht-fortgefuehrt"
        assert befund.meldung.endswith(meldung)


@pytest.mark.parametrize(
    ("rahmen", "hilfe"),
    [
        ({}, f"Ein Verbleib ist nicht angegeben. {WEG}"),
        (
            verbleib("2016", {"id": "a", "verbleib": "umgesetzt", "begruendung": "x"}),
            f"Verbleib: umgesetzt. {WEG}",
        ),
        (
            verbleib("2016", {"id": "a", "verbleib": "aufgeteilt", "ziele": ["b", "c"], "begruendung": "x"}),
            "Verbleib: aufgeteilt. Nennen Sie »b« oder »c«, worin es weiterlebt, oder streichen Sie den Querbezug.",
        ),
        # of what it lives on in only what is there can be named
        (
            verbleib("2016", {"id": "a", "verbleib": "ersetzt", "ziele": ["fort"], "begruendung": "x"}),
            f"Verbleib: ersetzt. {WEG}",
        ),
    ],
)
def test_the_remedy_names_the_verbleib(rahmen: dict[str, Any], hilfe: str) -> None:
    plan = Plan(fassungen=(fassung("2016", ["a"]), fassung("2020", ["b", "c"], ("a",), **rahmen)))
    assert [befund.hilfe for befund in nicht_fortgefuehrte(plan, SourceMap())] == [hilfe]


def test_also_the_frame_names_it_and_the_finding_stands_at_the_id() -> None:
    new = fassung("2020", ["b"], querbezuege=[{"ziel": "a", "art": "siehe"}])
    plan = Plan(fassungen=(fassung("2016", ["a"]), new))
    pfad = ("data/fassungen/2020.yaml", "querbezuege", 0, "ziel")
    (befund,) = nicht_fortgefuehrte(plan, SourceMap({pfad: Location(pfad[0], 7, 12)}))
    assert befund.ort == Location(pfad[0], 7, 12)


def test_nothing_is_missed_while_a_file_cannot_be_read() -> None:
    plan = Plan(
        fassungen=(fassung("2016", ["a"]), fassung("2020", ["b"], ("a",))),
        unlesbare_dateien=frozenset({"data/handlungsfelder/2020/x.yaml"}),
    )
    assert list(nicht_fortgefuehrte(plan, SourceMap())) == []
    lost = Plan(
        fassungen=(fassung("2016", ["a"]), fassung("2020", ["b"], ("a",))), verworfene_ids=frozenset({"a"})
    )
    assert list(nicht_fortgefuehrte(lost, SourceMap())) == []
