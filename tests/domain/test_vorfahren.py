"""Which Fassungen come before one, the nearest first."""

from __future__ import annotations

import pytest

from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.plan import Plan
from konzept.domain.vorfahren import vorfahren


@pytest.mark.parametrize(
    ("vorgaenger", "von", "expected"),
    [
        # id → its Vorgänger, in the order of their Stand
        ({"2016": None, "2020": "2016", "2024": "2020"}, "2024", ["2020", "2016"]),
        ({"2016": None, "2020": "2016", "2024": "2020"}, "2016", []),
        ({"2016": None, "2020": "2016", "2024": "2020"}, "2020", ["2016"]),
        # the chain first, then what else is earlier; a draft beside the line
        ({"2016": None, "2019": None, "2020": "2016"}, "2020", ["2016", "2019"]),
        ({"2016": None, "2020": None}, "2020", ["2016"]),
        ({"2020": "fehlt"}, "2020", []),
        # a circle has its own finding and ends here
        ({"2016": "2020", "2020": "2016"}, "2020", ["2016"]),
        ({"2020": "2020"}, "2020", []),
    ],
)
def test_the_nearest_comes_first(vorgaenger: dict[str, str | None], von: str, expected: list[str]) -> None:
    fassungen = tuple(
        Fassung(name, Rahmen.model_validate({"titel": "T", "art": "K", "stand": name, "vorgaenger": davor}))
        for name, davor in vorgaenger.items()
    )
    plan = Plan(fassungen=fassungen)
    assert [one.id for one in vorfahren(plan, plan.fassung_nach_id[von])] == expected
