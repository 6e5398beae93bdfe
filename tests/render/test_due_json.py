"""``due`` as JSON: the contract of design §6, key by key."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from konzept.load import load_plan
from konzept.render.due_html import due_html
from konzept.render.due_json import due_json
from konzept.render.due_md import due_md
from konzept.render.due_text import due_text
from konzept.render.templates import Templates
from konzept.reports.due import due
from konzept.reports.due_frage import Frage
from konzept.reports.due_gruppe import Gruppe

ROOT = Path(__file__).parent.parent.parent
VERTRAG = {
    "massnahme", "handlungsziel", "bezug", "nummer", "titel", "termin", "teil", "art", "faellig", "gruppe",
    "uebertrag", "gemeldet", "ohne_sachstand", "akteure", "sachstand",
}  # fmt: skip


def content(von: date = date(2021, 1, 1)) -> Any:
    plan = load_plan(ROOT).plan
    frage = Frage(von, date(2021, 12, 31), date(2022, 1, 1))
    return json.loads(due_json(due(plan, plan.fassung_nach_id["2020"], frage)))


def test_the_keys_of_the_contract() -> None:
    answer = content()
    assert (answer["jahr"], answer["stichtag"], answer["fassung"]) == (2021, "2022-01-01", "2020")
    assert all(set(eintrag) >= VERTRAG for eintrag in answer["eintraege"])
    assert list(answer["termine"]["je_gruppe"]) == [gruppe.value for gruppe in Gruppe]
    assert answer["termine"]["gesamt"] == sum(answer["termine"]["je_gruppe"].values()) == 43
    assert (answer["termine"]["ausserhalb"], answer["ohne_termin"]) == (0, [])


def test_one_overdue_entry_in_full() -> None:
    eintrag = next(e for e in content()["eintraege"] if e["nummer"] == "6.2")
    assert {key: eintrag[key] for key in VERTRAG - {"akteure", "sachstand"}} == {
        "massnahme": "vereinsplattform",
        "handlungsziel": "zugang-zu-soziokulturellen-angeboten",
        "bezug": "zugang-zu-soziokulturellen-angeboten",
        "nummer": "6.2",
        "titel": "Vereinsplattform für den Ilm-Kreis",
        "termin": "fortlaufende Betreuung, 1x jährliche Generalaktualisierung Datenbank",
        "teil": 2,
        "art": "wiederkehrend",
        "faellig": "2021-12-31",
        "gruppe": "ueberfaellig",
        "uebertrag": False,
        "gemeldet": True,
        "ohne_sachstand": False,
    }
    assert {"id", "rolle"} == set(eintrag["akteure"][0])
    assert (eintrag["sachstand"]["am"], eintrag["sachstand"]["stand"]) == ("2020-11-02", "laufend")


def test_what_has_no_date_and_no_report_is_null() -> None:
    eintrag = next(e for e in content()["eintraege"] if e["gruppe"] == "moeglich")
    assert (eintrag["faellig"], eintrag["sachstand"], eintrag["gemeldet"]) == (None, None, False)


def test_a_period_that_is_no_year_has_none() -> None:
    answer = content(date(2021, 7, 1))
    assert (answer["jahr"], answer["von"], answer["bis"]) == (None, "2021-07-01", "2021-12-31")


VHS = frozenset({"kreisvolkshochschule"})


def musterkreis(**felder: Any) -> Any:
    plan = load_plan(ROOT / "beispiele" / "musterkreis").plan
    frage = Frage(date(2025, 1, 1), date(2025, 12, 31), date(2025, 6, 30), **felder)
    return json.loads(due_json(due(plan, plan.fassung_nach_id["2025"], frage)))


def test_the_part_of_the_bodies_asked_for() -> None:
    assert {eintrag["anteil"] for eintrag in musterkreis()["eintraege"]} == {None}
    for eintrag in musterkreis(akteure=VHS)["eintraege"]:
        rollen = {akteur["rolle"] for akteur in eintrag["akteure"] if akteur["id"] in VHS}
        assert eintrag["anteil"] == ("federfuehrend" if "federfuehrend" in rollen else "beteiligt")


def test_what_comes_next_has_the_same_entries_and_is_null_if_nobody_asked() -> None:
    assert musterkreis()["vorlauf"] is None
    answer = musterkreis(vorlauf=90)
    vorlauf = answer["vorlauf"]
    assert (vorlauf["tage"], vorlauf["bis"]) == (90, "2025-09-28")
    assert [eintrag["faellig"] for eintrag in vorlauf["eintraege"]] == [
        "2025-06-30", "2025-07-31", "2025-08-31", "2025-08-31",
    ]  # fmt: skip
    assert all(set(eintrag) == set(answer["eintraege"][0]) for eintrag in vorlauf["eintraege"])


def test_a_look_beyond_the_end_of_the_fassung_says_so_in_every_format() -> None:
    plan = load_plan(ROOT).plan
    satz = "Die Fassung 2020 gilt nur bis 31.12.2023: Was ohne eigenes Datum wiederkehrt, ist danach nicht gezeigt."
    for tage, endet in ((31, None), (32, "2023-12-31")):
        frage = Frage(date(2023, 1, 1), date(2023, 12, 31), date(2023, 11, 30), vorlauf=tage)
        bericht = due(plan, plan.fassung_nach_id["2020"], frage)
        assert json.loads(due_json(bericht))["vorlauf"]["fassung_endet"] == endet
        for text in (
            due_text(bericht, plan.einstellungen),
            due_md(bericht, plan.einstellungen, Templates()),
            due_html(bericht, plan.einstellungen, Templates()),
        ):
            assert (satz in " ".join(text.split())) == (endet is not None)
    assert musterkreis(vorlauf=90)["vorlauf"]["fassung_endet"] is None


def test_a_beschluss_of_the_log_is_named() -> None:
    reports = [eintrag["sachstand"] for eintrag in musterkreis()["eintraege"] if eintrag["sachstand"]]
    assert all(set(report) == {"am", "stand", "text", "neuer_termin", "beschluss"} for report in reports)
