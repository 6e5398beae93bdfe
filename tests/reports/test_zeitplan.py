"""The Zeitplan as a table: a wording, and what it puts into which year."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.load import load_plan
from konzept.reports.due_gruppe import Gruppe
from konzept.reports.zeitplan import HOECHSTENS, Zeitplan, Zeitplanteil, zeitplan

ROOT = Path(__file__).parents[2]
TAG = date(2021, 6, 30)


def plan_mit(termin: str | None, log: list[dict[str, object]] | None = None, **rahmen: str) -> Plan:
    feld = {
        "id": "f",
        "nummer": "1",
        "titel": "Feld",
        "handlungsziele": [
            {
                "id": "z",
                "nummer": "1.1",
                "titel": "Ziel",
                **({"termin": termin} if termin else {}),
                "massnahmen": [{"id": "m", "text": "Tun"}],
            }
        ],
    }
    gilt = {"gilt_von": "2020", "gilt_bis": "2023", "stand": "2020", **rahmen}
    fassung = Fassung(
        "2020",
        Rahmen.model_validate({"titel": "T", "art": "Konzept", **{k: v for k, v in gilt.items() if v}}),
        (Handlungsfeld.model_validate(feld),),
        sachstand=Sachstand.model_validate({"eintraege": log}) if log else None,
        dateien=("f",),
    )
    return Plan(Einstellungen(), (), (), (fassung,))


def der_plan(termin: str | None, log: list[dict[str, object]] | None = None, **rahmen: str) -> Zeitplan:
    plan = plan_mit(termin, log, **rahmen)
    return zeitplan(plan, plan.fassungen[0], TAG)


def jahre(teil: Zeitplanteil) -> dict[int, list[str]]:
    return {eins.jahr: [f"{f.tag:%d.%m.}" for f in eins.fristen] for eins in teil.jahre}


@pytest.mark.parametrize(
    ("termin", "erwartet"),
    [
        ("bis Ende 2022", {2022: ["31.12."]}),
        ("fortlaufend", {2020: [], 2021: [], 2022: [], 2023: []}),
        ("ab 2022", {2022: [], 2023: []}),
        # a span of time has its Frist in its last year and covers those before
        ("2021–2022", {2021: [], 2022: ["31.12."]}),
        ("jährlich im September", {2020: ["30.09."], 2021: ["30.09."], 2022: ["30.09."], 2023: ["30.09."]}),
        ("halbjährlich ab 2023", {2023: ["30.06.", "31.12."]}),
        # no year follows from a rhythm over two years without an anchor: it may come in each
        ("im 2-Jahres-Turnus", {2020: [], 2021: [], 2022: [], 2023: []}),
        ("nach Bedarf", {}),
    ],
)
def test_a_wording_covers_years(termin: str, erwartet: dict[int, list[str]]) -> None:
    (zeile,) = der_plan(termin).zeilen
    (teil,) = zeile.teile
    assert jahre(teil) == erwartet
    assert teil.offen == (not erwartet)
    assert teil.moeglich == (termin == "im 2-Jahres-Turnus")


def test_fristen_beside_the_grid_are_named() -> None:
    (zeile,) = der_plan("Konzept bis Ende 2018, Umsetzung bis Ende 2025").zeilen
    erster, zweiter = zeile.teile
    assert ([f.tag for f in erster.vorher], erster.jahre) == ([date(2018, 12, 31)], ())
    assert ([f.tag for f in zweiter.nachher], zweiter.jahre) == ([date(2025, 12, 31)], ())


def test_a_frist_stands_as_due_places_it() -> None:
    offen = der_plan("31.03.2021").zeilen[0].teile[0].fristen
    assert [frist.gruppe for frist in offen] == [Gruppe.UEBERFAELLIG]
    meldung: dict[str, object] = {
        "am": "2021-03-01",
        "erfasst": "2021-03-02",
        "massnahme": "m",
        "stand": "laufend",
        "erfuellt": [{"teil": "1"}],
    }
    fertig = der_plan("31.03.2021", [meldung]).zeilen[0].teile[0].fristen
    assert [frist.gruppe for frist in fertig] == [Gruppe.ERLEDIGT]


def test_a_beschluss_in_the_log_sets_the_termin() -> None:
    meldung: dict[str, object] = {
        "am": "2021-03-01",
        "erfasst": "2021-03-02",
        "massnahme": "m",
        "stand": "laufend",
        "neuer_termin": "bis Ende 2023",
        "beschluss": {"gremium": "Kreistag", "datum": "2021-02-01"},
    }
    zeile = der_plan("bis Ende 2021", [meldung]).zeilen[0]
    assert (zeile.termin, zeile.gesetzt) == ("bis Ende 2023", True)
    assert der_plan(None, [meldung]).zeilen[0].termin == "bis Ende 2023"


def test_a_massnahme_without_termin_has_a_row_and_nothing_in_it() -> None:
    (zeile,) = der_plan(None).zeilen
    assert (zeile.termin, zeile.teile) == (None, ())


@pytest.mark.parametrize(
    ("rahmen", "erwartet"),
    [
        ({}, (2020, 2021, 2022, 2023)),
        # without an end up to the last single Frist, without a beginning from the Stand on
        ({"gilt_von": "", "gilt_bis": ""}, (2020, 2021, 2022)),
        ({"gilt_bis": "2019"}, (2020,)),
        ({"gilt_bis": "2999"}, tuple(range(2020, 2020 + HOECHSTENS))),
    ],
)
def test_the_years_are_those_of_the_fassung(rahmen: dict[str, str], erwartet: tuple[int, ...]) -> None:
    assert der_plan("bis Ende 2022", None, **rahmen).jahre == erwartet


WORTLAUTE = [
    "bis Ende 2022",
    "jährlich",
    "fortlaufend, 1-2x im Jahr",
    "im 2-Jahres-Turnus",
    "ASAP",
    "2019",
    "",
]


@given(st.sampled_from(WORTLAUTE), st.integers(2018, 2026), st.integers(2018, 2026))
@hypothesis_settings(max_examples=20)
def test_no_termin_is_lost_and_no_year_is_foreign(wortlaut: str, von: int, bis: int) -> None:
    plan = der_plan(wortlaut or None, gilt_von=str(von), gilt_bis=str(bis))
    (zeile,) = plan.zeilen
    assert (zeile.termin or "") == wortlaut
    for teil in zeile.teile:
        assert {eins.jahr for eins in teil.jahre} <= set(plan.jahre)
        assert all(frist.tag.year == eins.jahr for eins in teil.jahre for frist in eins.fristen)


def test_the_shipped_plan_shows_every_massnahme_once() -> None:
    plan = load_plan(ROOT).plan
    fassung = plan.fassung_nach_id["2020"]
    zeilen = zeitplan(plan, fassung, date(2020, 11, 2)).zeilen
    assert [zeile.verweis.id for zeile in zeilen] == [stelle.id for stelle in fassung.massnahmen()]
    vorschaltklassen = next(zeile for zeile in zeilen if zeile.verweis.nummer == "2.9")
    assert [jahre(teil) for teil in vorschaltklassen.teile] == [{2021: ["31.12."]}, {2021: ["01.08."]}]
