"""A Fassung in one language: which sections have a place in the text, which gaps are named together, what counts."""

from __future__ import annotations

from typing import Any

import pytest

from konzept.domain.element import Ebene
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.reports.sprachfassung import LEICHT, Sprachfassung, sprachen, sprachfassung, sprachstaende


def made(*texte: str) -> Fassung:
    """Return a Fassung with two goals of two Maßnahmen each, where the ids named have an English text."""

    def one(name: str, **more: Any) -> dict[str, Any]:
        return {"id": name, "texte": {"en": f"about {name}"} if name in texte else {}, **more}

    def goal(number: int) -> dict[str, Any]:
        below = [one(f"m{number}{which}", text="Beraten.") for which in "ab"]
        return one(f"z{number}", nummer=f"1.{number}", titel="Ziel", massnahmen=below)

    rahmen = {"titel": "Plan", "art": "Konzept", "stand": "2020"}
    texts = {"texte": {"en": "the plan"}} if "plan" in texte else {}
    feld = one("f", nummer="1", titel="Feld", handlungsziele=[goal(1), goal(2)])
    return Fassung(
        "2020",
        Rahmen.model_validate(rahmen | texts),
        (Handlungsfeld.model_validate(feld),),
        dateien=("f.yaml",),
    )


def report(*texte: str) -> Sprachfassung:
    fassung = made(*texte)
    return sprachfassung(Plan(fassungen=(fassung,)), fassung, "en")


@pytest.mark.parametrize(
    ("texte", "gezeigt", "ohne_ort"),
    [
        pytest.param(("m1a",), ["f", "z1", "m1a"], [("m1b", False), ("z2", True)], id="a Maßnahme"),
        pytest.param(("z2",), ["f", "z2"], [("z1", True), ("m2a", False), ("m2b", False)], id="a goal"),
        pytest.param(("f",), ["f"], [("z1", True), ("z2", True)], id="a field"),
        pytest.param(("plan",), ["2020"], [("f", True)], id="the Fassung alone"),
        pytest.param(
            ("plan", "f", "z1", "z2", "m1a", "m1b", "m2a", "m2b"),
            ["2020", "f", "z1", "m1a", "m1b", "z2", "m2a", "m2b"],
            [],
            id="all",
        ),
    ],
)
def test_a_heading_stands_where_it_leads_to_a_text(
    texte: tuple[str, ...], gezeigt: list[str], ohne_ort: list[tuple[str, bool]]
) -> None:
    found = report(*texte)
    shown = [one.verweis.id if one.verweis else "2020" for one in found.abschnitte if one.gezeigt]
    named = [(one.verweis.id, below) for one, below in found.ohne_ort if one.verweis]
    assert (shown, named) == (gezeigt, ohne_ort)


def test_every_gap_is_counted_by_its_level() -> None:
    stand = report("m1a", "z2").stand
    assert stand.je_ebene == {
        Ebene.FASSUNG: (0, 1),
        Ebene.HANDLUNGSFELD: (0, 1),
        Ebene.HANDLUNGSZIEL: (1, 2),
        Ebene.MASSNAHME: (1, 4),
    }
    assert (stand.vorhanden, stand.gesamt) == (2, 8)
    assert len(report("m1a", "z2").luecken) == 6


def test_leichte_sprache_comes_first_and_languages_by_their_codes() -> None:
    rahmen = {
        "titel": "P",
        "art": "K",
        "stand": "2020",
        "leichte_sprache": "x",
        "texte": {"uk": "x", "ar": "y"},
    }
    fassung = Fassung("2020", Rahmen.model_validate(rahmen), (), dateien=())
    assert sprachen(fassung) == (LEICHT, "ar", "uk")
    assert [stand.sprache for stand in sprachstaende(fassung)] == [LEICHT, "ar", "uk"]
