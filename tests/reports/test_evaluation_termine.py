"""How Termine moved: by hand over several Fassungen, Beschlüsse and announcements."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.load import load_plan
from konzept.reports.evaluation_termine import (
    Abstand,
    Herkunft,
    Terminlage,
    Terminweg,
    fassungskette,
    terminwege,
    terminzahlen,
)

ROOT = Path(__file__).parents[2]
SPAETER = date(2030, 1, 1)
BESCHLUSS = {"gremium": "Kreistag", "datum": "2023-05-01"}


def fassung(name: str, termin: str | None, log: list[dict[str, Any]] | None = None, **rahmen: Any) -> Fassung:
    """Build a Fassung with one Maßnahme ``m`` under a goal with the Termin »fortlaufend«."""
    massnahme = {"id": "m", "text": "Etwas tun."} | ({"termin": termin} if termin else {})
    ziel = {"id": "z", "nummer": "1.1", "titel": "Z", "massnahmen": [massnahme]}
    feld = {"id": "f", "nummer": "1", "titel": "F", "handlungsziele": [ziel]}
    eintraege = [{"massnahme": "m", "stand": "begonnen", "erfasst": eins["am"], **eins} for eins in log or []]
    return Fassung(
        name,
        Rahmen.model_validate({"titel": "P", "art": "K", "stand": name, **rahmen}),
        (Handlungsfeld.model_validate(feld),),
        Sachstand.model_validate({"eintraege": eintraege}),
        dateien=("f.yaml",),
    )


def way(*fassungen: Fassung, stichtag: date = SPAETER) -> Terminweg:
    return terminwege(Plan(fassungen=fassungen), fassungen[-1], stichtag)["m"]


def reihe(*termine: str | None, **rahmen: Any) -> Terminweg:
    """Follow a Maßnahme through Fassungen of 2020, 2021 and so on, each the Vorgänger of the next."""
    return way(
        *(
            fassung(str(2020 + i), termin, vorgaenger=str(2019 + i) if i else None, **rahmen)
            for i, termin in enumerate(termine)
        )
    )


@pytest.mark.parametrize(
    ("termine", "lage", "monate", "tage", "aufschuebe"),
    [
        (["bis Ende 2022"], Terminlage.UNVERAENDERT, None, None, 0),
        (["bis Ende 2022", "bis Ende 2022"], Terminlage.UNVERAENDERT, None, None, 0),
        (["bis Ende 2022", "spätestens 31.12.2022"], Terminlage.UNVERAENDERT, None, None, 0),
        (["bis Ende 2022", "bis Ende 2023"], Terminlage.VERSCHOBEN, 12, None, 1),
        (["bis Ende 2022", "bis Ende 2023", "bis 30.06.2024"], Terminlage.VERSCHOBEN, 18, None, 2),
        (["bis Ende 2022", "bis Ende 2022", "bis Ende 2023"], Terminlage.VERSCHOBEN, 12, None, 1),
        (["31.08.2021", "15.09.2021"], Terminlage.VERSCHOBEN, None, 15, 1),
        (["bis Ende 2023", "bis Ende 2022"], Terminlage.VORGEZOGEN, -12, None, 0),
        # there and back again: put off once, and in the end where it was
        (["bis Ende 2022", "bis Ende 2023", "bis Ende 2022"], Terminlage.UNVERAENDERT, None, None, 1),
        (["2020–2022", "2023–2025"], Terminlage.VERLAENGERT, 36, None, 0),
        (["2020–2022", "bis Ende 2025"], Terminlage.VERSCHOBEN, 36, None, 1),
        (["bis Ende 2022", "2023–2025"], Terminlage.VERSCHOBEN, 36, None, 1),
        (["bis Ende 2022", "fortlaufend"], Terminlage.FRIST_AUFGEGEBEN, None, None, 0),
        (["bis Ende 2022", "jährlich"], Terminlage.FRIST_AUFGEGEBEN, None, None, 0),
        (["bis Ende 2022", "fortlaufend", "bis Ende 2024"], Terminlage.VERSCHOBEN, 24, None, 1),
        (["fortlaufend", "bis Ende 2024"], Terminlage.FRIST_GESETZT, None, None, 0),
        (["fortlaufend", "jährlich"], Terminlage.OHNE_FRIST, None, None, 0),
        ([None], Terminlage.OHNE_FRIST, None, None, 0),
        # what was added puts nothing off; it is measured from when it was first named
        (["Prüfung 2021", "Prüfung 2021, Einführung 2023"], Terminlage.FRIST_ERGAENZT, None, None, 0),
        (
            ["Prüfung 2021", "Prüfung 2021, Einführung 2023", "Prüfung 2021, Einführung 2025"],
            Terminlage.VERSCHOBEN,
            24,
            None,
            1,
        ),
        (["Prüfung 2021, Einführung 2023", "Prüfung 2021"], Terminlage.UNVERAENDERT, None, None, 0),
        (["fortlaufend", "bis Ende 2023", "bis Ende 2025"], Terminlage.VERSCHOBEN, 24, None, 1),
        # of several dates the last, by which all is to be done
        (
            ["Auswahl bis 31.03.2022, Druck bis Ende 2023", "Auswahl bis 31.03.2022, Druck bis 31.03.2025"],
            Terminlage.VERSCHOBEN,
            15,
            None,
            1,
        ),
    ],
)
def test_what_became_of_a_termin(
    termine: list[str | None], lage: Terminlage, monate: int | None, tage: int | None, aufschuebe: int
) -> None:
    weg = reihe(*termine)
    weite = Abstand(monate, tage) if monate or tage else None
    assert (weg.lage, weg.verschiebung, weg.aufschuebe) == (lage, weite, aufschuebe)


def test_the_first_fassung_is_the_first_in_which_the_id_stands() -> None:
    leer = Fassung("2019", Rahmen.model_validate({"titel": "P", "art": "K", "stand": "2019"}))
    weg = way(leer, fassung("2020", "bis Ende 2022", vorgaenger="2019"))
    assert [(stand.fassung, stand.frist) for stand in weg.staende] == [("2020", date(2022, 12, 31))]


def test_a_termin_of_the_goal_holds_for_its_massnahmen() -> None:
    erste, zweite = fassung("2020", None), fassung("2021", None, vorgaenger="2020")
    for one, termin in ((erste, "bis Ende 2022"), (zweite, "bis Ende 2023")):
        feld = one.handlungsfelder[0].model_dump()
        feld["handlungsziele"][0]["termin"] = {"text": termin}
        object.__setattr__(one, "handlungsfelder", (Handlungsfeld.model_validate(feld),))
    assert way(erste, zweite).verschiebung == Abstand(12, None)


def test_a_partial_fassung_without_termin_says_nothing_of_it() -> None:
    weg = reihe(None, "bis Ende 2022", vollstaendig="nein")
    assert (len(weg.staende), weg.lage) == (1, Terminlage.UNVERAENDERT)
    assert reihe(None, vollstaendig="nein").erster.text is None


LOG: list[dict[str, Any]] = [
    {"am": "2022-06-01", "neuer_termin": "bis Ende 2023"},
    {"am": "2023-06-01", "neuer_termin": "bis Ende 2024", "beschluss": BESCHLUSS},
    {"am": "2024-06-01", "neuer_termin": "bis 30.06.2025"},
]


@pytest.mark.parametrize(
    ("stichtag", "frist", "aufschuebe", "ankuendigungen", "gemeldet"),
    [
        ("2022-05-31", "2022-12-31", 0, 0, None),
        ("2022-06-01", "2022-12-31", 0, 1, "2023-12-31"),
        ("2023-06-01", "2024-12-31", 1, 1, None),
        ("2024-06-01", "2024-12-31", 1, 2, "2025-06-30"),
    ],
)
def test_only_a_beschluss_moves_a_termin_and_only_what_was_known_counts(
    stichtag: str, frist: str, aufschuebe: int, ankuendigungen: int, gemeldet: str | None
) -> None:
    weg = way(fassung("2020", "bis Ende 2022", LOG), stichtag=date.fromisoformat(stichtag))
    assert weg.geltender.frist == date.fromisoformat(frist)
    assert (weg.aufschuebe, weg.ankuendigungen) == (aufschuebe, ankuendigungen)
    assert (weg.gemeldet.frist.isoformat() if weg.gemeldet and weg.gemeldet.frist else None) == gemeldet
    if aufschuebe:
        assert (weg.geltender.herkunft, weg.geltender.am) == (Herkunft.BESCHLUSS, date(2023, 6, 1))


def test_the_announced_distance_is_that_to_the_termin_in_force() -> None:
    assert way(fassung("2020", "bis Ende 2022", LOG)).angekuendigt == Abstand(6, None)


def test_announcements_of_all_fassungen_are_counted_but_only_the_latest_of_this_one_shown() -> None:
    weg = way(
        fassung("2020", "bis Ende 2022", LOG[:1]),
        fassung("2021", "bis Ende 2023", [{"am": "2023-06-01"}], vorgaenger="2020"),
    )
    assert (weg.ankuendigungen, weg.gemeldet, weg.aufschuebe) == (1, None, 1)


def test_a_circle_of_fassungen_ends_where_it_closes() -> None:
    erste = fassung("2020", "bis Ende 2022", vorgaenger="2021")
    zweite = fassung("2021", "bis Ende 2023", vorgaenger="2020")
    plan = Plan(fassungen=(erste, zweite))
    assert [one.id for one in fassungskette(plan, zweite)] == ["2020", "2021"]


MUSTERKREIS = {
    # id: lage, Monate, Tage, aufgeschoben, angekündigt; README of the example names these changes
    "vorbereitungsklassen": ("verschoben", None, 1429, 1, 1),
    "abendkurse": ("verschoben", 36, None, 1, 3),
    "vordrucke-mehrsprachig": ("verschoben", 15, None, 1, 3),
    "gewaltschutz": ("verschoben", 12, None, 1, 1),
    "lotsennetz": ("verlaengert", 36, None, 0, 0),
    "ausbildungsbegleitung": ("verlaengert", 36, None, 0, 0),
    "gesundheitslotsen": ("verlaengert", 36, None, 0, 0),
    "schulung-verwaltung": ("frist-aufgegeben", None, None, 0, 0),
    "traumaberatung": ("frist-aufgegeben", None, None, 0, 0),
    "schutzkonzept": ("frist-aufgegeben", None, None, 0, 1),
}


def test_the_musterkreis_by_hand() -> None:
    plan = load_plan(ROOT / "beispiele" / "musterkreis").plan
    wege = terminwege(plan, plan.fassung_nach_id["2025"], date(2025, 7, 3))
    bewegt = {
        name: (
            weg.lage.value,
            weg.verschiebung.monate if weg.verschiebung else None,
            weg.verschiebung.tage if weg.verschiebung else None,
            weg.aufschuebe,
            weg.ankuendigungen,
        )
        for name, weg in wege.items()
        if weg.lage not in {Terminlage.UNVERAENDERT, Terminlage.OHNE_FRIST}
    }
    assert bewegt == MUSTERKREIS
    assert terminzahlen(wege.values()) == {
        Terminlage.VERSCHOBEN: 4,
        Terminlage.VERLAENGERT: 3,
        Terminlage.VORGEZOGEN: 0,
        Terminlage.FRIST_AUFGEGEBEN: 3,
        Terminlage.FRIST_GESETZT: 0,
        Terminlage.FRIST_ERGAENZT: 0,
        Terminlage.UNVERAENDERT: 8,
        Terminlage.OHNE_FRIST: 26,
    }
