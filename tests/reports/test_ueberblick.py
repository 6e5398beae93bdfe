"""The overview: figures that add up, a place for every Maßnahme, who leads most."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from konzept.load import load_plan
from konzept.reports.ueberblick import Jahreszahlen, Terminlage, Ueberblick, ueberblick

ROOT = Path(__file__).parents[2]


def bericht(ort: str, fassung: str, tag: date) -> Ueberblick:
    plan = load_plan(ROOT / ort).plan
    return ueberblick(plan, plan.fassung_nach_id[fassung], tag)


@pytest.mark.parametrize(
    ("ort", "fassung", "erwartet"),
    [
        # source 001: 4.2 and 2.9 name a year, six recur, everything else is »fortlaufend«
        ("", "2020", {"frist": 2, "turnus": 6, "laufend": 42}),
        ("", "2018", {"ohne-termin": 7}),
        ("beispiele/handlungsleitlinien", "2016", {"ohne-termin": 11}),
        ("beispiele/konstanz-2016", "2016", {}),
    ],
)
def test_each_massnahme_counts_once(ort: str, fassung: str, erwartet: dict[str, int]) -> None:
    eins = bericht(ort, fassung, date(2020, 11, 2))
    assert {lage.value: zahl for lage, zahl in eins.je_lage.items() if zahl} == erwartet
    for feld in eins.felder:
        assert sum(feld.je_lage.values()) == feld.massnahmen
        assert set(feld.je_lage) == set(Terminlage)


def test_the_years_of_a_field_count_what_its_rows_hold() -> None:
    sprache = bericht("", "2020", date(2020, 11, 2)).felder[1]
    assert sprache.verweis.nummer == "2"
    assert (sprache.ziele, sprache.massnahmen) == (9, 11)
    assert sprache.jahre == (
        Jahreszahlen(0, 0, 10),
        Jahreszahlen(2, 0, 10),
        Jahreszahlen(0, 0, 10),
        Jahreszahlen(0, 0, 10),
    )


def test_who_leads_most_comes_first() -> None:
    eins = bericht("", "2020", date(2020, 11, 2))
    zahlen = [(one.massnahmen, one.weitere) for one in eins.federfuehrungen]
    assert zahlen == sorted(zahlen, reverse=True)
    assert eins.federfuehrungen[0].akteur.name == "Beauftragte für Ausländer und Behinderte Ilm-Kreis"
    assert eins.ohne_leitung == 1


def test_how_it_stands_is_said_only_where_the_log_knew_something() -> None:
    assert bericht("beispiele/musterkreis", "2025", date(2024, 12, 9)).umsetzung is None
    stand = bericht("beispiele/musterkreis", "2025", date(2025, 7, 3)).umsetzung
    assert stand is not None
    assert sum(one.anzahl for one in stand.ampel) == stand.zahlen.massnahmen
