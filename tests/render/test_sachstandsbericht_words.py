"""The sentences of the Sachstandsbericht: counts with and without a report, reasons, a Termin that was moved."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from konzept.domain.einstellungen import Berichtsrhythmus, Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.render.sachstandsbericht_md import sachstandsbericht_md
from konzept.render.sachstandsbericht_words import alter, meldungszahl
from konzept.render.templates import Templates
from konzept.reports.sachstandsbericht import sachstandsbericht

MAI = {"am": "2021-05-20", "erfasst": "2021-05-20"}
BESCHLUSS = {"gremium": "Kreistag", "datum": "2021-05-19", "drucksache": "12/2021"}


def plan_mit(termine: list[str], *log: dict[str, Any]) -> Plan:
    """Build a plan adopted on 2 November 2020 with one Maßnahme for each Termin, called m0, m1 and so on."""
    massnahmen = [
        {"id": f"m{i}", "titel": f"Maßnahme {i}", "text": "x", "termin": t} for i, t in enumerate(termine)
    ]
    feld = {"id": "feld", "nummer": "1", "titel": "Feld", "massnahmen": massnahmen}
    rahmen = {"titel": "Plan", "art": "Konzept", "stand": "2020-11"}
    fassung = Fassung(
        "2020",
        Rahmen.model_validate(rahmen),
        (Handlungsfeld.model_validate(feld),),
        Sachstand.model_validate({"eintraege": log}),
        dateien=("feld.yaml",),
    )
    return Plan(Einstellungen(), fassungen=(fassung,))


def text(plan: Plan) -> str:
    eine = sachstandsbericht(plan, plan.fassungen[0], date(2021, 6, 30))
    return sachstandsbericht_md(eine, Templates(), nur_aenderungen=False)


def zeile(plan: Plan) -> str:
    """Return the last row of the last table: the Maßnahme with its Sachstand."""
    return [line for line in text(plan).splitlines() if line.startswith("|")][-1]


@pytest.mark.parametrize(
    ("gemeldet", "erwartet"),
    [([], "alle ohne Meldung"), ([0], "1 mit Meldung und 1 ohne Meldung"), ([0, 1], "alle mit Meldung")],
)
def test_silence_is_counted_apart(gemeldet: list[int], erwartet: str) -> None:
    log = [{**MAI, "massnahme": f"m{i}", "stand": "begonnen"} for i in gemeldet]
    plan = plan_mit(["bis 31.03.2021", "bis 30.04.2021"], *log)
    assert meldungszahl(sachstandsbericht(plan, plan.fassungen[0], date(2021, 6, 30))) == erwartet


def test_one_is_not_all() -> None:
    plan = plan_mit(["bis 31.03.2021"])
    assert meldungszahl(sachstandsbericht(plan, plan.fassungen[0], date(2021, 6, 30))) == "ohne Meldung"
    assert "- **1 überfällige Frist**; ohne Meldung; neu" in text(plan)


@pytest.mark.parametrize(
    ("termin", "meldung", "sachstand"),
    [
        ("ab 2021", {"stand": "geplant"}, "20.05.2021: geplant – Beginn laut Plan: 01.01.2021"),
        (
            "vierteljährlich",
            {"stand": "laufend"},
            "20.05.2021: laufend – zum 31.03.2021 nicht als erfüllt gemeldet",
        ),
        (
            "bis Ende 2021",
            {"stand": "begonnen", "neuer_termin": "2022"},
            "20.05.2021: begonnen – gemeldeter neuer Termin: 2022",
        ),
        (
            "fortlaufend",
            {"stand": "keine-rueckmeldung"},
            "noch keine Meldung – gefragt am 20.05.2021, keine Rückmeldung",
        ),
    ],
)
def test_what_speaks_against_in_plan_is_said(termin: str, meldung: dict[str, str], sachstand: str) -> None:
    assert zeile(plan_mit([termin], {**MAI, "massnahme": "m0", **meldung})).endswith(f"| {sachstand} |")


def test_a_moved_termin_names_its_beschluss_and_the_old_wording() -> None:
    moved = {
        **MAI,
        "massnahme": "m0",
        "stand": "begonnen",
        "neuer_termin": "bis Ende 2021",
        "beschluss": BESCHLUSS,
    }
    plan = plan_mit(["bis 31.03.2021"], moved)
    satz = "beschlossen: Kreistag, 19.05.2021, Drucksache 12/2021; bisher: bis 31.03.2021"
    assert f"| bis Ende 2021 ({satz}) – Frist 31.12.2021 | ● im Plan |" in zeile(plan)
    assert "neuer Termin laut Beschluss: bis Ende 2021" in text(plan)
    assert "gemeldeter neuer Termin:" not in text(plan)


def test_a_frist_of_an_ambiguous_wording_is_marked() -> None:
    assert "| Anfang 2022 – Frist 31.03.2022 (mehrdeutig) |" in zeile(plan_mit(["Anfang 2022"]))


def test_a_whole_plan_without_massnahmen() -> None:
    found = text(plan_mit([]))
    assert "In dieser Fassung stehen keine Maßnahmen." in found
    assert "Plan, Konzept, Stand November 2020, Beschluss nicht belegt" in found
    assert "Ampel" not in found


def test_how_old_a_report_may_be() -> None:
    assert [alter(rhythmus) for rhythmus in Berichtsrhythmus] == [
        "1 Monat",
        "3 Monate",
        "6 Monate",
        "12 Monate",
    ]
