"""Which Fassung, which body, which Handlungsfeld a question means."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from konzept.domain.akteur import Akteur
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.reports.due_auswahl import finde_akteure, finde_feld, mit_untergeordneten
from konzept.reports.due_fassung import Wahlgrund, fassung_am

ROOT = Path(__file__).parent.parent.parent


def fassung(name: str, **felder: str) -> Fassung:
    return Fassung(name, Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": name, **felder}))


@pytest.mark.parametrize(
    ("tag", "erwartet", "grund"),
    [
        ("2017-12-31", "2018", Wahlgrund.ERSTE),
        ("2018-12-31", "2018", Wahlgrund.GILT),
        ("2019-12-31", "2018", Wahlgrund.GILT),
        ("2020-12-31", "2020", Wahlgrund.GILT),
        ("2023-12-31", "2020", Wahlgrund.GILT),
        ("2024-12-31", "2020", Wahlgrund.LETZTE),
    ],
)
def test_the_fassung_in_force_in_the_shipped_plan(tag: str, erwartet: str, grund: Wahlgrund) -> None:
    wahl = fassung_am(load_plan(ROOT).plan, date.fromisoformat(tag))
    assert wahl is not None
    assert (wahl.fassung.id, wahl.grund) == (erwartet, grund)


@pytest.mark.parametrize(
    ("fassungen", "tag", "erwartet", "grund"),
    [
        # a successor ends its Vorgänger, also one whose own time is over
        (
            (fassung("2018"), fassung("2020", vorgaenger="2018", gilt_bis="2022")),
            "2024-01-01",
            "2020",
            Wahlgrund.LETZTE,
        ),
        # two that do not carry each other on: the newest
        ((fassung("2018"), fassung("2020", gilt_bis="2022")), "2021-01-01", "2020", Wahlgrund.GILT),
        ((fassung("2018"), fassung("2020", gilt_bis="2022")), "2024-01-01", "2018", Wahlgrund.GILT),
        # adopted, but not yet in force
        (
            (fassung("2018"), fassung("2020", vorgaenger="2018", gilt_von="2021-07")),
            "2021-06-30",
            "2018",
            Wahlgrund.GILT,
        ),
        (
            (fassung("2018"), fassung("2020", vorgaenger="2018", gilt_von="2021-07")),
            "2021-07-01",
            "2020",
            Wahlgrund.GILT,
        ),
    ],
)
def test_the_fassung_in_force(
    fassungen: tuple[Fassung, ...], tag: str, erwartet: str, grund: Wahlgrund
) -> None:
    wahl = fassung_am(Plan(fassungen=fassungen), date.fromisoformat(tag))
    assert wahl is not None
    assert (wahl.fassung.id, wahl.grund) == (erwartet, grund)


def test_a_plan_without_a_fassung_has_none_in_force() -> None:
    assert fassung_am(Plan(), date(2021, 1, 1)) is None


@pytest.mark.parametrize("name", ["jobcenter", "Jobcenter", "JOBCENTER ilm-kreis", "Jobcenter  Ilm-Kreis"])
def test_a_body_by_each_of_its_names(name: str) -> None:
    assert [akteur.id for akteur in finde_akteure(load_plan(ROOT).plan, name)] == ["jobcenter"]


def test_a_body_by_an_alias_and_a_name_nobody_has() -> None:
    plan = load_plan(ROOT).plan
    assert [akteur.id for akteur in finde_akteure(plan, "ilm-kreis")] == ["landratsamt"]
    assert finde_akteure(plan, "jobcentr") == ()


def test_a_name_that_two_bodies_have_names_both_but_an_id_is_one() -> None:
    eins = Akteur.model_validate({"id": "amt", "name": "Erstes Amt", "art": "verwaltung"})
    zwei = Akteur.model_validate({"id": "zwei", "name": "Zweites Amt", "kurz": "Amt", "art": "verwaltung"})
    drei = Akteur.model_validate(
        {"id": "drei", "name": "Drittes", "aliasse": ["Zweites Amt"], "art": "verwaltung"}
    )
    plan = Plan(akteure=(eins, zwei, drei))
    assert finde_akteure(plan, "Amt") == (eins,)
    assert finde_akteure(plan, "zweites amt") == (zwei, drei)


def test_what_belongs_to_a_body_over_all_steps_and_in_a_circle() -> None:
    plan = load_plan(ROOT).plan
    assert mit_untergeordneten(plan, "jugendamt") == (
        "jugendamt",
        "kitabedarfsplanung",
        "kitafachberatung-jugendamt",
    )
    assert {"jugendamt", "kitabedarfsplanung", "fachbereich-aaw"} <= set(
        mit_untergeordneten(plan, "landratsamt")
    )
    kreis = Plan(
        akteure=tuple(
            Akteur.model_validate({"id": one, "name": one, "art": "verein", "gehoert_zu": other})
            for one, other in (("a", "b"), ("b", "a"))
        )
    )
    assert mit_untergeordneten(kreis, "a") == ("a", "b")


@pytest.mark.parametrize(
    ("name", "erwartet"), [("4", "wohnen"), ("wohnen", "wohnen"), ("WOHNEN", "wohnen"), ("44", None)]
)
def test_a_handlungsfeld_by_number_or_id(name: str, erwartet: str | None) -> None:
    feld = finde_feld(load_plan(ROOT).plan.fassung_nach_id["2020"], name)
    assert (feld.id if feld else None) == erwartet
