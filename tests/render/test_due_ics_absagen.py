"""Events that the plan no longer has: cancelled in the next export, by the UID they had, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

from konzept.cli.due_ausgabe import Format, Umstand, write_due_per_body
from konzept.domain.akteur import Akteur
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.render.due_ics import due_ics
from konzept.reports.due import due
from konzept.reports.due_fassung import Wahlgrund
from konzept.reports.due_frage import Frage
from konzept.reports.due_frueher import rueckblick

if TYPE_CHECKING:
    from pathlib import Path

Massnahmen = dict[str, str]
Events = dict[str, Any]
"""By UID without the county and the world: »m.1«."""


def fassung(
    name: str, massnahmen: Massnahmen, log: list[dict[str, Any]] | None = None, **rahmen: Any
) -> Fassung:
    """Return a Fassung whose Maßnahmen have these Termine; the body of each is its id with »amt-« before it."""
    field = {
        "id": "feld",
        "nummer": "1",
        "titel": "Feld",
        "massnahmen": [
            {"id": one, "text": f"Text {one}", "termin": termin, "zustaendigkeiten": [f"amt-{one}"]}
            for one, termin in massnahmen.items()
        ],
    }
    frame = {"titel": "Plan", "art": "Konzept", "stand": name, "gilt_von": name, **rahmen}
    return Fassung(
        name,
        Rahmen.model_validate(frame),
        (Handlungsfeld.model_validate(field),),
        Sachstand.model_validate({"eintraege": log or []}),
        datei=f"data/fassungen/{name}.yaml",
        dateien=(f"data/handlungsfelder/{name}/1.yaml",),
    )


def exported(plan: Plan, which: int, stichtag: date, year: int = 2024, **frage: Any) -> Events:
    """Export a year of one of the Fassungen, as ``konzept due --format ics`` does, and read it back."""
    asked = Frage(date(year, 1, 1), date(year, 12, 31), stichtag, **frage)
    bericht = due(plan, plan.fassungen[which], asked)
    text = due_ics(bericht, plan.einstellungen, None, rueckblick(plan, bericht))
    events = Calendar.from_ical(text.encode("utf-8")).events
    assert all(not event.errors for event in events)
    return {str(event["UID"]).partition("@")[0].removeprefix("kreis."): event for event in events}


def plan_of(*fassungen: Fassung) -> Plan:
    return Plan(einstellungen=Einstellungen.model_validate({"koerperschaft": "Kreis"}), fassungen=fassungen)


def cancelled(events: Events) -> set[str]:
    return {uid for uid, event in events.items() if str(event["STATUS"]) == "CANCELLED"}


OLD = {"m": "bis Ende 2024", "n": "jährlich ab 2021", "fort": "bis Mitte 2024"}


@pytest.mark.parametrize(
    ("new", "off"),
    [
        ({}, {"m.1", "n.1.2024", "fort.1"}),
        # what goes on as it was, or on another day of the year, in another year, by another wording
        (OLD, set()),
        ({**OLD, "m": "bis März 2024"}, set()),
        ({**OLD, "m": "bis Ende 2026"}, set()),
        ({**OLD, "n": "jährlich im Mai, beginnend 2021"}, set()),
        # a rhythm that became another one, or a day: its unit is no event any more
        ({**OLD, "n": "halbjährlich"}, {"n.1.2024"}),
        ({**OLD, "n": "bis Ende 2025"}, {"n.1.2024"}),
        # what has no date any more is off as well; what runs has none either
        ({**OLD, "m": "fortlaufend"}, {"m.1"}),
    ],
)
def test_what_the_next_fassung_has_no_more_is_cancelled(new: Massnahmen, off: set[str]) -> None:
    plan = plan_of(fassung("2020", OLD), fassung("2024", new, vorgaenger="2020"))
    assert cancelled(exported(plan, 1, date(2024, 2, 1))) == off


def test_a_cancelled_event_is_the_one_that_was_with_a_later_sequence() -> None:
    plan = plan_of(fassung("2020", OLD), fassung("2024", {"n": "jährlich ab 2021"}, vorgaenger="2020"))
    before, after = exported(plan, 0, date(2023, 12, 1)), exported(plan, 1, date(2024, 2, 1))
    assert str(before["m.1"]["STATUS"]) == "CONFIRMED"
    assert before["m.1"]["DTSTART"].dt == after["m.1"]["DTSTART"].dt == date(2024, 12, 31)
    assert before["m.1"]["SEQUENCE"] < after["m.1"]["SEQUENCE"]
    assert str(after["m.1"]["SUMMARY"]) == "Entfallen 1: Text m"
    assert str(after["m.1"]["DESCRIPTION"]).split("\n")[:2] == [
        "Entfallen: In der Fassung 2024, die ab 01.01.2024 gilt, steht diese Frist nicht mehr.",
        "Termin war: bis Ende 2024",
    ]
    assert not after["m.1"].walk("VALARM")
    # an export that looks back at the earlier Fassung leaves the later one's events as they are
    assert exported(plan, 0, date(2024, 3, 1))["m.1"]["SEQUENCE"] < after["m.1"]["SEQUENCE"]


def test_what_was_past_when_the_fassung_began_stays_what_it_was() -> None:
    plan = plan_of(
        fassung("2020", {"m": "bis März 2024", "n": "bis Ende 2024"}),
        fassung("2024", {}, vorgaenger="2020", gilt_von="2024-06-01"),
    )
    assert cancelled(exported(plan, 1, date(2024, 7, 1))) == {"n.1"}


def test_what_was_met_is_not_called_off() -> None:
    done = {"am": "2023-11-01", "erfasst": "2023-11-01", "massnahme": "m", "stand": "umgesetzt"}
    plan = plan_of(fassung("2020", OLD, [done]), fassung("2024", {}, vorgaenger="2020"))
    assert "m.1" not in exported(plan, 1, date(2024, 2, 1))


@pytest.mark.parametrize("rahmen", [{"vollstaendig": "nein"}, {"vorgaenger": None}])
def test_what_a_fassung_may_hold_without_our_knowing_is_not_called_off(rahmen: dict[str, Any]) -> None:
    plan = plan_of(fassung("2020", OLD), fassung("2024", {}, **{"vorgaenger": "2020", **rahmen}))
    assert exported(plan, 1, date(2024, 2, 1)) == {}


def test_a_calendar_of_one_body_cancels_what_it_held_and_no_other() -> None:
    plan = plan_of(fassung("2020", OLD), fassung("2024", {}, vorgaenger="2020"))
    assert cancelled(exported(plan, 1, date(2024, 2, 1), akteure=frozenset({"amt-m"}))) == {"m.1"}
    assert cancelled(exported(plan, 1, date(2024, 2, 1), feld="anderes")) == set()
    # who has no part in it any more keeps the event: others still have it, by the same UID
    moved = fassung("2024", {}, vorgaenger="2020")
    (field,) = fassung("2024", {"m": "bis Ende 2024"}).handlungsfelder
    massnahme = field.massnahmen[0].model_copy(update={"zustaendigkeiten": ()})
    moved = replace(moved, handlungsfelder=(field.model_copy(update={"massnahmen": (massnahme,)}),))
    plan = plan_of(fassung("2020", OLD), moved)
    assert exported(plan, 1, date(2024, 2, 1), akteure=frozenset({"amt-m"})) == {}


def test_a_rhythm_that_a_beschluss_replaced_is_cancelled_from_its_day_on() -> None:
    moved = {
        "am": "2024-04-15",
        "erfasst": "2024-04-20",
        "massnahme": "n",
        "stand": "laufend",
        "neuer_termin": "halbjährlich",
        "beschluss": {"gremium": "Kreistag", "datum": "2024-04-10"},
    }
    before = plan_of(fassung("2020", {"n": "vierteljährlich"}))
    after = plan_of(fassung("2020", {"n": "vierteljährlich"}, [moved]))
    assert set(exported(before, 0, date(2024, 1, 1))) >= {"n.1.2024-03-31", "n.1.2024-09-30"}
    # June and December are due by either; what was due in March was due
    events = exported(after, 0, date(2024, 5, 1))
    assert cancelled(events) == {"n.1.2024-09-30"}
    assert "Entfallen: Ein Beschluss hat den Termin geändert." in str(events["n.1.2024-09-30"]["DESCRIPTION"])
    # before it was known, nothing is off
    assert cancelled(exported(after, 0, date(2024, 4, 19))) == set()


def test_two_exports_of_one_day_are_the_same_bytes_and_without_a_look_back_nothing_is_cancelled() -> None:
    plan = plan_of(fassung("2020", OLD), fassung("2024", {}, vorgaenger="2020"))
    bericht = due(plan, plan.fassungen[1], Frage(date(2024, 1, 1), date(2024, 12, 31), date(2024, 2, 1)))
    one, two = (due_ics(bericht, plan.einstellungen, None, rueckblick(plan, bericht)) for _ in range(2))
    assert one == two
    assert "CANCELLED" not in due_ics(bericht, plan.einstellungen)


def test_a_body_that_has_nothing_left_to_do_gets_a_file_that_says_so(tmp_path: Path) -> None:
    register = tuple(
        Akteur.model_validate({"id": f"amt-{one}", "name": f"Amt {one}", "art": "behoerde"})
        for one in ("m", "n", "x")
    )
    plan = replace(
        plan_of(fassung("2020", OLD), fassung("2024", {"n": OLD["n"]}, vorgaenger="2020")), akteure=register
    )
    bericht = due(plan, plan.fassungen[1], Frage(date(2024, 1, 1), date(2024, 12, 31), date(2024, 2, 1)))
    umstand = Umstand(plan, Wahlgrund.GENANNT, tmp_path / "plan")
    write_due_per_body(bericht, umstand, Format.ICS, tmp_path / "kalender")
    written = {path.name: path.read_bytes() for path in (tmp_path / "kalender").iterdir()}
    assert {name: content.count(b"STATUS:CANCELLED") for name, content in written.items()} == {
        "amt-m.ics": 1,
        "amt-n.ics": 0,
    }
