"""Which remedy is named where the Fassung to carry on already has a successor."""

from __future__ import annotations

from typing import Any

import pytest

from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.plan import Plan
from konzept.edit.fault import UnsuitableError
from konzept.edit.fortschreibung_refusals import refuse_second_successor


def fassung(name: str, stand: str, **rahmen: Any) -> Fassung:
    return Fassung(name, Rahmen.model_validate({"titel": "P", "art": "K", "stand": stand, **rahmen}))


REIHE = (
    fassung("2018", "2018"),
    fassung("2020", "2020", vorgaenger="2018"),
    fassung("2024", "2024", vorgaenger="2020", gilt_bis="2027"),
)

# what is to be carried on, under which name, with how many Fassungen there; what is said, and the remedy
FAELLE = [
    ("2018", "2021", 2, "Auf sie folgt 2020.", "Gemeint war wohl: konzept fortschreiben 2020 2021"),
    ("2018", "2019", 2, "Auf sie folgt 2020.", "konzept fortschreiben 2020 JAHR"),
    ("2018", "2028", 3, "Auf sie folgt 2020, die neueste ist 2024.", "konzept fortschreiben 2024 2028"),
    ("2018", "2019", 3, "Auf sie folgt 2020, die neueste ist 2024.", "konzept fortschreiben 2024 2028"),
    ("2020", "2022", 3, "Auf sie folgt 2024.", "konzept fortschreiben 2024 2028"),
    ("2018", "zweite", 2, "Auf sie folgt 2020.", "konzept fortschreiben 2020 zweite"),
]


@pytest.mark.parametrize(("alt", "neu", "wie_viele", "satz", "abhilfe"), FAELLE)
def test_the_remedy_carries_on_the_newest_and_never_goes_back(
    alt: str, neu: str, wie_viele: int, satz: str, abhilfe: str
) -> None:
    with pytest.raises(UnsuitableError) as raised:
        refuse_second_successor(Plan(fassungen=REIHE[:wie_viele]), alt, neu)
    assert str(raised.value) == f"Die Fassung {alt} ist schon fortgeschrieben: {satz}"
    assert raised.value.hint.endswith(abhilfe)


def test_a_year_that_ends_within_is_the_one_in_which_the_next_begins() -> None:
    plan = Plan(
        fassungen=(fassung("2018", "2018"), fassung("2020", "2020", vorgaenger="2018", gilt_bis="2024-06"))
    )
    with pytest.raises(UnsuitableError) as raised:
        refuse_second_successor(plan, "2018", "2019")
    assert raised.value.hint.endswith("konzept fortschreiben 2020 2024")


def test_the_newest_and_the_one_that_is_just_being_made_are_not_refused() -> None:
    plan = Plan(fassungen=REIHE)
    refuse_second_successor(plan, "2024", "2028")
    refuse_second_successor(plan, "2020", "2024")


def test_a_circle_of_fassungen_ends_where_it_closes() -> None:
    plan = Plan(fassungen=(fassung("a", "2018", vorgaenger="b"), fassung("b", "2020", vorgaenger="a")))
    with pytest.raises(UnsuitableError, match="Auf sie folgt b"):
        refuse_second_successor(plan, "a", "c")
