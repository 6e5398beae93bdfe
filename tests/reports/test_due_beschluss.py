"""A Termin that was moved: the plan's own counts, until the log names the Beschluss that set another."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Meldung, Sachstand
from konzept.reports.due import Duebericht, due
from konzept.reports.due_frage import Frage

BESCHLUSS = {"gremium": "Kreistag", "datum": "2021-06-30"}
ZIEL = {
    "id": "z",
    "nummer": "1.1",
    "titel": "Ziel",
    "termin": "bis Ende 2021",
    "massnahmen": [{"id": "a", "text": "Eines tun."}, {"id": "b", "text": "Anderes tun."}],
}


def meldung(erfasst: str, massnahme: str = "a", **felder: Any) -> dict[str, Any]:
    return {"am": erfasst, "erfasst": erfasst, "massnahme": massnahme, "stand": "begonnen", **felder}


def bericht(stichtag: str, *log: dict[str, Any], ziel: Any = ZIEL) -> Duebericht:
    feld = {"id": "feld", "nummer": "1", "titel": "Feld", "handlungsziele": [ziel]}
    fassung = Fassung(
        id="2020",
        rahmen=Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": "2020-11-02"}),
        handlungsfelder=(Handlungsfeld.model_validate(feld),),
        sachstand=Sachstand.model_validate({"eintraege": log}),
        dateien=("feld.yaml",),
    )
    plan = Plan(einstellungen=Einstellungen(), fassungen=(fassung,))
    return due(plan, fassung, Frage(date(2022, 1, 1), date(2022, 12, 31), date.fromisoformat(stichtag)))


def zeilen(antwort: Duebericht) -> list[str]:
    return [f"{e.massnahme}: {e.gruppe} {e.faellig}, »{e.termin}«" for e in antwort.eintraege]


ALT_A = "a: ueberfaellig 2021-12-31, »bis Ende 2021«"
ALT_B = "b: ueberfaellig 2021-12-31, »bis Ende 2021«"
NEU_A = "a: faellig 2022-09-30, »3. Quartal 2022«"


@pytest.mark.parametrize(
    ("log", "erwartet"),
    [
        pytest.param([], [ALT_A, ALT_B], id="nothing was reported"),
        pytest.param(
            [meldung("2021-07-01", neuer_termin="3. Quartal 2022")],
            [ALT_A, ALT_B],
            id="a body that gives itself more time is still late",
        ),
        pytest.param(
            [meldung("2021-07-01", neuer_termin="3. Quartal 2022", beschluss=BESCHLUSS)],
            [ALT_B, NEU_A],
            id="with the Beschluss the new Termin counts, for this Maßnahme alone",
        ),
        pytest.param(
            [meldung("2021-07-01", neuer_termin="3. Quartal 2022", beschluss={})],
            [ALT_A, ALT_B],
            id="an empty Beschluss names none",
        ),
        pytest.param(
            [meldung("2021-06-01", neuer_termin="3. Quartal 2022", beschluss=BESCHLUSS)],
            [ALT_A, ALT_B],
            id="a Beschluss that was still to come has set nothing",
        ),
        pytest.param(
            [
                meldung(
                    "2021-07-01",
                    stand="keine-rueckmeldung",
                    neuer_termin="3. Quartal 2022",
                    beschluss=BESCHLUSS,
                )
            ],
            [ALT_A, ALT_B],
            id="who did not answer named no Termin",
        ),
        pytest.param(
            [meldung("2021-07-01", stand="keine-rueckmeldung", erfuellt=[{"teil": "1"}])],
            [ALT_A, ALT_B],
            id="who did not answer fulfilled nothing",
        ),
        pytest.param(
            [meldung("2022-03-01", neuer_termin="3. Quartal 2022", beschluss=BESCHLUSS)],
            [ALT_A, ALT_B],
            id="not yet written down on the Stichtag",
        ),
        pytest.param(
            [
                meldung("2021-07-01", neuer_termin="3. Quartal 2022", beschluss=BESCHLUSS),
                meldung("2021-12-01", neuer_termin="2024"),
            ],
            [ALT_B, NEU_A],
            id="a later wish does not take the place of a Beschluss",
        ),
        pytest.param(
            [
                meldung("2021-05-01", erfuellt=[{"teil": "1"}]),
                meldung("2021-07-01", neuer_termin="3. Quartal 2022", beschluss=BESCHLUSS),
            ],
            [ALT_B, NEU_A],
            id="what was done of the old Termin is not done of the new one",
        ),
        pytest.param(
            [
                meldung("2021-07-01", neuer_termin="3. Quartal 2022", beschluss=BESCHLUSS),
                meldung("2022-01-15", erfuellt=[{"teil": "1", "frist": "2022-09-30"}]),
            ],
            [ALT_B, NEU_A.replace("faellig", "erledigt")],
            id="fulfilled by the Frist of the new Termin",
        ),
    ],
)
def test_only_a_beschluss_moves_a_termin(log: list[dict[str, Any]], erwartet: list[str]) -> None:
    assert zeilen(bericht("2022-02-01", *log)) == erwartet


def test_a_beschluss_gives_a_termin_to_a_massnahme_that_had_none() -> None:
    ohne = {**ZIEL, "termin": None}
    gesetzt = meldung("2021-07-01", neuer_termin="bis Ende Juni 2022", beschluss=BESCHLUSS)
    found = bericht("2022-07-01", gesetzt, ziel=ohne)
    assert zeilen(found) == ["a: ueberfaellig 2022-06-30, »bis Ende Juni 2022«"]
    assert (found.termine.gesamt, [one.id for one in found.ohne_termin]) == (1, ["b"])


def test_the_moved_termin_is_still_one_of_the_plan() -> None:
    moved = bericht("2022-02-01", meldung("2021-07-01", neuer_termin="3. Quartal 2022", beschluss=BESCHLUSS))
    assert (moved.termine.gesamt, {e.bezug for e in moved.eintraege}) == (1, {"z"})


@pytest.mark.parametrize(
    ("felder", "setzt"),
    [
        ({"neuer_termin": "2022", "beschluss": {"gremium": "Kreistag"}}, True),
        ({"neuer_termin": "2022", "beschluss": {"drucksache": "12/2021"}}, True),
        ({"neuer_termin": "2022", "beschluss": {"url": "https://example.org"}}, False),
        ({"neuer_termin": "2022"}, False),
        ({"beschluss": BESCHLUSS}, False),
    ],
)
def test_a_report_sets_a_termin_when_it_names_both(felder: dict[str, Any], *, setzt: bool) -> None:
    assert Meldung.model_validate(meldung("2021-07-01", **felder)).setzt_termin is setzt


def test_what_comes_next_reaches_beyond_the_period() -> None:
    feld = {"id": "feld", "nummer": "1", "titel": "Feld", "handlungsziele": [ZIEL]}
    fassung = Fassung(
        id="2020",
        rahmen=Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": "2019-11-02"}),
        handlungsfelder=(Handlungsfeld.model_validate(feld),),
        dateien=("feld.yaml",),
    )
    plan = Plan(einstellungen=Einstellungen(), fassungen=(fassung,))

    def kommend(stichtag: str, tage: int) -> list[str]:
        frage = Frage(date(2020, 1, 1), date(2020, 12, 31), date.fromisoformat(stichtag), vorlauf=tage)
        vorlauf = due(plan, fassung, frage).vorlauf
        assert vorlauf is not None
        return [f"{e.massnahme} {e.faellig}" for e in vorlauf.eintraege]

    assert kommend("2021-12-01", 30) == ["a 2021-12-31", "b 2021-12-31"]
    assert kommend("2021-12-01", 29) == []
    assert kommend("2021-12-31", 1) == ["a 2021-12-31", "b 2021-12-31"]
    assert kommend("2022-01-01", 90) == [], "what is overdue does not come any more"
