"""The word of the Ampel, worked out by hand: what was reported, which Frist has passed, how old the report is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from konzept.domain.einstellungen import AMPEL, Ampelwort, Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.reports.sachstandsbericht import sachstandsbericht

if TYPE_CHECKING:
    from konzept.reports.sachstandsbericht_ampel import Urteil

BESCHLUSS = {"gremium": "Kreistag", "datum": "2021-05-19"}


def urteil(termin: str | dict[str, Any] | None, stichtag: str, *log: dict[str, Any], rhythmus: str) -> Urteil:
    """Judge one Maßnahme of a plan adopted on 2 November 2020 and in force to the end of 2023."""
    massnahme = {"id": "m", "text": "Etwas tun.", **({"termin": termin} if termin else {})}
    feld = {"id": "feld", "nummer": "1", "titel": "Feld", "massnahmen": [massnahme]}
    rahmen = {
        "titel": "Plan",
        "art": "Konzept",
        "stand": "2020-11-02",
        "gilt_von": "2020",
        "gilt_bis": "2023",
    }
    fassung = Fassung(
        id="2020",
        rahmen=Rahmen.model_validate(rahmen),
        handlungsfelder=(Handlungsfeld.model_validate(feld),),
        sachstand=Sachstand.model_validate({"eintraege": log}),
        dateien=("feld.yaml",),
    )
    plan = Plan(Einstellungen.model_validate({"berichtsrhythmus": rhythmus}), fassungen=(fassung,))
    bericht = sachstandsbericht(plan, fassung, date.fromisoformat(stichtag))
    return bericht.felder[0].massnahmen[0].urteil


def meldung(am: str, stand: str, **felder: Any) -> dict[str, Any]:
    return {"am": am, "erfasst": am, "massnahme": "m", "stand": stand, **felder}


def erfuellt(*fristen: str) -> list[dict[str, str]]:
    return [{"teil": "1", "frist": frist} for frist in fristen]


MAI = "2021-05-20"
FAELLE: list[tuple[str, str | dict[str, Any] | None, str, list[dict[str, Any]], str]] = [
    # nobody has reported
    ("runs", "fortlaufend", "2021-06-30", [], "ohne-meldung"),
    ("no Termin at all", None, "2021-06-30", [], "ohne-meldung"),
    ("its last day", "bis 30.06.2021", "2021-06-30", [], "ohne-meldung"),
    ("the day after", "bis 30.06.2021", "2021-07-01", [], "frist-vorbei-ohne-meldung"),
    ("a missed unit", "jährlich", "2022-01-01", [], "frist-vorbei-ohne-meldung"),
    ("due again on the Stichtag", "halbjährlich", "2021-12-31", [], "frist-vorbei-ohne-meldung"),
    ("ambiguous rhythm", "1-2x im Jahr", "2022-01-01", [], "ohne-meldung"),
    ("asked, no answer", "fortlaufend", "2021-06-30", [meldung(MAI, "keine-rueckmeldung")], "ohne-meldung"),
    # the report is older than half a year
    ("six months to the day", "fortlaufend", "2021-11-20", [meldung(MAI, "laufend")], "im-plan"),
    ("a day more", "fortlaufend", "2021-11-21", [meldung(MAI, "laufend")], "meldung-veraltet"),
    (
        "asked since, no answer",
        "fortlaufend",
        "2021-11-21",
        [meldung(MAI, "laufend"), meldung("2021-11-01", "keine-rueckmeldung")],
        "meldung-veraltet",
    ),
    ("put off, and long ago", "2022", "2021-12-31", [meldung(MAI, "zurueckgestellt")], "meldung-veraltet"),
    (
        "a Frist since",
        "bis 30.06.2021",
        "2021-12-31",
        [meldung(MAI, "begonnen")],
        "frist-vorbei-meldung-veraltet",
    ),
    (
        "a unit since",
        "halbjährlich",
        "2022-01-15",
        [meldung(MAI, "laufend", erfuellt=erfuellt("2021-06-30"))],
        "frist-vorbei-meldung-veraltet",
    ),
    # what is closed stays so, however long ago
    ("done", "bis 30.06.2021", "2023-01-01", [meldung(MAI, "umgesetzt")], "umgesetzt"),
    ("dropped", "bis 30.06.2021", "2023-01-01", [meldung(MAI, "entfallen")], "entfallen"),
    (
        "taken back",
        "fortlaufend",
        "2021-07-01",
        [meldung("2021-05-01", "umgesetzt"), meldung(MAI, "laufend")],
        "im-plan",
    ),
    # a single Frist has passed, and the report is not old
    ("begun", "bis 30.06.2021", "2021-07-01", [meldung(MAI, "begonnen")], "frist-vorbei"),
    ("put off", "bis 30.06.2021", "2021-07-01", [meldung(MAI, "zurueckgestellt")], "frist-vorbei"),
    (
        "met, but not done with",
        "bis 30.06.2021",
        "2021-07-01",
        [meldung(MAI, "laufend", erfuellt=erfuellt("2021-06-30"))],
        "im-plan",
    ),
    (
        "a new Termin is only announced",
        "bis 30.06.2021",
        "2021-07-01",
        [meldung(MAI, "begonnen", neuer_termin="bis Ende 2021")],
        "frist-vorbei",
    ),
    (
        "a new Termin was decided",
        "bis 30.06.2021",
        "2021-07-01",
        [meldung(MAI, "begonnen", neuer_termin="bis Ende 2021", beschluss=BESCHLUSS)],
        "im-plan",
    ),
    # what the body reports
    ("begun in time", "bis Ende 2021", "2021-06-30", [meldung(MAI, "begonnen")], "im-plan"),
    ("planned", "bis Ende 2021", "2021-06-30", [meldung(MAI, "geplant")], "geplant"),
    ("put off in time", "bis Ende 2021", "2021-06-30", [meldung(MAI, "zurueckgestellt")], "zurueckgestellt"),
    (
        "late by its own account",
        "bis Ende 2021",
        "2021-06-30",
        [meldung(MAI, "begonnen", neuer_termin="2022")],
        "verzoegert",
    ),
    (
        "no more of it in the next report",
        "bis Ende 2021",
        "2021-06-30",
        [meldung("2021-04-01", "begonnen", neuer_termin="2022"), meldung(MAI, "begonnen")],
        "im-plan",
    ),
    ("to run since January", "ab 2021", "2021-06-30", [meldung(MAI, "geplant")], "verzoegert"),
    ("to run from June", "ab Juni 2021", "2021-06-30", [meldung(MAI, "geplant")], "geplant"),
    (
        "to run since January at the earliest",
        "frühestens 2021",
        "2021-06-30",
        [meldung(MAI, "geplant")],
        "geplant",
    ),
    ("a span is judged by its end", "2021–2023", "2021-06-30", [meldung(MAI, "geplant")], "geplant"),
    # a rhythm: its latest unit that the report can know of
    (
        "missed",
        "vierteljährlich",
        "2021-06-30",
        [meldung(MAI, "laufend")],
        "verzoegert",
    ),
    (
        "met",
        "vierteljährlich",
        "2021-06-30",
        [meldung(MAI, "laufend", erfuellt=erfuellt("2021-03-31"))],
        "im-plan",
    ),
    (
        "missed once, met since",
        "monatlich",
        "2021-06-30",
        [meldung(MAI, "laufend", erfuellt=erfuellt("2021-02-28", "2021-04-30"))],
        "im-plan",
    ),
    (
        "what came after the report is for the next one",
        "monatlich",
        "2021-08-15",
        [meldung(MAI, "laufend", erfuellt=erfuellt("2021-04-30"))],
        "im-plan",
    ),
]


@pytest.mark.parametrize(
    ("termin", "stichtag", "log", "erwartet"), [fall[1:] for fall in FAELLE], ids=[fall[0] for fall in FAELLE]
)
def test_the_word(
    termin: str | dict[str, Any] | None, stichtag: str, log: list[dict[str, Any]], erwartet: str
) -> None:
    assert urteil(termin, stichtag, *log, rhythmus="halbjaehrlich").wort.value == erwartet


@pytest.mark.parametrize(
    ("rhythmus", "letzter_tag", "danach"),
    [
        ("monatlich", "2021-06-20", "2021-06-21"),
        ("vierteljaehrlich", "2021-08-20", "2021-08-21"),
        ("halbjaehrlich", "2021-11-20", "2021-11-21"),
        ("jaehrlich", "2022-05-20", "2022-05-21"),
    ],
)
def test_how_old_a_report_may_be_is_the_plans_rhythm(rhythmus: str, letzter_tag: str, danach: str) -> None:
    log = meldung(MAI, "laufend")
    assert urteil("fortlaufend", letzter_tag, log, rhythmus=rhythmus).wort is Ampelwort.IM_PLAN
    assert urteil("fortlaufend", danach, log, rhythmus=rhythmus).wort is Ampelwort.MELDUNG_VERALTET


@pytest.mark.parametrize(
    ("termin", "log", "gruende"),
    [
        (
            "bis 31.03.2021",
            meldung(MAI, "begonnen", neuer_termin="2022"),
            ["frist 2021-03-31", "neuer-termin 2022"],
        ),
        ("vierteljährlich", meldung(MAI, "laufend"), ["turnus 2021-03-31"]),
        ("ab 2021", meldung(MAI, "geplant"), ["beginn 2021-01-01"]),
        ("fortlaufend", meldung(MAI, "laufend"), []),
    ],
)
def test_what_speaks_against_in_plan_is_named(termin: str, log: dict[str, Any], gruende: list[str]) -> None:
    found = urteil(termin, "2021-06-30", log, rhythmus="halbjaehrlich").gruende
    assert [f"{grund.art.value} {grund.tag or grund.text}" for grund in found] == gruende


def test_each_word_occurs_in_the_table_and_has_a_colour() -> None:
    assert {fall[-1] for fall in FAELLE} == {wort.value for wort in Ampelwort}
    assert set(AMPEL) == set(Ampelwort)


def test_what_was_not_written_down_yet_was_not_known() -> None:
    spaet = {**meldung(MAI, "umgesetzt"), "erfasst": "2021-07-02"}
    assert urteil("2021", "2021-07-01", spaet, rhythmus="halbjaehrlich").wort is Ampelwort.OHNE_MELDUNG
    assert urteil("2021", "2021-07-02", spaet, rhythmus="halbjaehrlich").wort is Ampelwort.UMGESETZT


def test_the_latest_report_is_the_one_that_speaks_of_the_latest_day() -> None:
    nachgetragen = {**meldung("2021-03-01", "geplant"), "erfasst": "2021-06-01"}
    log = [meldung(MAI, "laufend"), nachgetragen]
    assert urteil("fortlaufend", "2021-06-30", *log, rhythmus="halbjaehrlich").wort is Ampelwort.IM_PLAN
