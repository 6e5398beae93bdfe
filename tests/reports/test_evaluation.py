"""The evaluation: every result by hand, counts that add up whatever the log says, the shipped plans."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from konzept.domain.akteur import Akteur
from konzept.domain.einstellungen import Ampelwort
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand, Stand
from konzept.load import load_plan
from konzept.reports.evaluation import evaluation
from konzept.reports.evaluation_ergebnis import ERGEBNISSE, FRIST_VORBEI, Ergebnis, ergebniszahlen
from konzept.reports.sachstandsbericht import sachstandsbericht

if TYPE_CHECKING:
    from konzept.reports.evaluation_teile import Evaluation

ROOT = Path(__file__).parents[2]
STICHTAG = date(2024, 1, 1)
SHIPPED = [
    ("", "2020", date(2020, 11, 2)),
    ("", "2020", date(2022, 1, 1)),
    ("", "2018", date(2020, 1, 1)),
    ("beispiele/musterkreis", "2022", date(2024, 12, 10)),
    ("beispiele/musterkreis", "2025", date(2025, 7, 3)),
    ("beispiele/konstanz-2016", "2016", date(2017, 1, 1)),
    ("beispiele/handlungsleitlinien", "2016", date(2017, 1, 1)),
]


def massnahme(name: str, termin: str, *akteure: str, **felder: Any) -> dict[str, Any]:
    return {
        "id": name,
        "text": f"Tun {name}",
        "termin": termin,
        "zustaendigkeiten": list(akteure),
        **felder,
    }


def meldung(name: str, stand: str, am: str = "2023-12-01", **felder: Any) -> dict[str, Any]:
    return {"am": am, "erfasst": am, "massnahme": name, "stand": stand, **felder}


def plan(felder: dict[str, list[dict[str, Any]]], log: list[dict[str, Any]]) -> Plan:
    """Build a plan of one Fassung, adopted on 1 January 2022, asked every half-year."""
    return Plan(
        akteure=tuple(
            Akteur.model_validate({"id": name, "name": f"Amt {name}", "art": "verwaltung"}) for name in "xyz"
        ),
        fassungen=(
            Fassung(
                "2022",
                Rahmen.model_validate({"titel": "P", "art": "K", "stand": "2022-01-01", "gilt_bis": "2024"}),
                tuple(
                    Handlungsfeld.model_validate(
                        {"id": name, "nummer": str(i), "titel": f"Feld {name}", "massnahmen": massnahmen}
                    )
                    for i, (name, massnahmen) in enumerate(felder.items(), 1)
                ),
                Sachstand.model_validate({"eintraege": log}),
                dateien=tuple(felder),
            ),
        ),
    )


def evaluated(eine: Plan, stichtag: date = STICHTAG) -> Evaluation:
    return evaluation(eine, eine.fassungen[0], stichtag)


BEISPIEL = plan(
    {
        "f": [
            massnahme("a", "bis Ende 2022", "x"),
            massnahme("b", "fortlaufend", "x"),
            massnahme("c", "bis Ende 2025", "x", "y"),
            massnahme("d", "bis Ende 2022", "y"),
            massnahme("e", "bis Ende 2024", "y"),
            massnahme("f-eins", "bis Ende 2025", "y"),
        ],
        "g": [
            massnahme("g-eins", "fortlaufend", "x"),
            massnahme("h", "bis Ende 2022"),
            massnahme("i", "fortlaufend", "x", "y", "x"),
            massnahme("j", "bis Ende 2022", "y"),
            massnahme("k", "fortlaufend"),
            massnahme("l", "fortlaufend", "x"),
            massnahme("m", "fortlaufend", "x"),
        ],
        "leer": [],
    },
    [
        meldung("a", "begonnen", "2022-03-01"),
        meldung("a", "umgesetzt", "2022-09-01"),
        meldung("b", "laufend"),
        meldung("c", "geplant"),
        meldung("d", "begonnen"),
        meldung("e", "begonnen", neuer_termin="bis Ende 2025"),
        meldung("f-eins", "zurueckgestellt"),
        meldung("g-eins", "laufend", "2023-01-01"),
        meldung("h", "laufend", "2022-06-01"),
        meldung("k", "entfallen", "2022-06-01"),
        meldung("l", "keine-rueckmeldung"),
        # known only after the Stichtag
        meldung("m", "umgesetzt", "2024-01-02"),
    ],
)
VON_HAND = {
    "a": Ergebnis.UMGESETZT,
    "b": Ergebnis.LAUFEND,
    "c": Ergebnis.GEPLANT,
    "d": Ergebnis.VERSPAETET,  # the Frist of 31.12.2022 has passed
    "e": Ergebnis.VERSPAETET,  # another Termin is announced, and no Beschluss set it
    "f-eins": Ergebnis.ZURUECKGESTELLT,
    "g-eins": Ergebnis.MELDUNG_VERALTET,
    "h": Ergebnis.MELDUNG_VERALTET,
    "i": Ergebnis.NIE_GEMELDET,
    "j": Ergebnis.NIE_GEMELDET,
    "k": Ergebnis.ENTFALLEN,
    "l": Ergebnis.NIE_GEMELDET,  # asked, no answer
    "m": Ergebnis.NIE_GEMELDET,
}


def test_each_massnahme_has_the_result_that_follows_by_hand() -> None:
    assert {eine.zeile.id: eine.ergebnis for eine in evaluated(BEISPIEL).massnahmen} == VON_HAND


def test_the_counts_by_hand() -> None:
    """13 Maßnahmen; 1/13 = 7.69 %, 2/13 = 15.38 %, 4/13 = 30.77 %; the last of the equal remainders goes without."""
    assert [
        (one.ergebnis, one.anzahl, one.anteil, one.frist_vorbei) for one in evaluated(BEISPIEL).ergebnisse
    ] == [
        (Ergebnis.UMGESETZT, 1, 8, 0),
        (Ergebnis.LAUFEND, 1, 8, 0),
        (Ergebnis.GEPLANT, 1, 8, 0),
        (Ergebnis.VERSPAETET, 2, 15, 1),
        (Ergebnis.ZURUECKGESTELLT, 1, 8, 0),
        (Ergebnis.MELDUNG_VERALTET, 2, 15, 1),
        (Ergebnis.NIE_GEMELDET, 4, 31, 1),
        (Ergebnis.ENTFALLEN, 1, 7, 0),
    ]


def test_the_fields_by_hand() -> None:
    zahlen = {
        feld.verweis.id: {one.value: zahl for one, zahl in feld.je_ergebnis.items() if zahl}
        for feld in evaluated(BEISPIEL).felder
    }
    assert zahlen == {
        "f": {"umgesetzt": 1, "laufend": 1, "geplant": 1, "verspaetet": 2, "zurueckgestellt": 1},
        "g": {"meldung-veraltet": 2, "nie-gemeldet": 4, "entfallen": 1},
        "leer": {},
    }


def test_the_bodies_by_hand() -> None:
    """Led jointly are c and i; that x stands twice at i counts once; nobody leads h and k."""
    stellen = evaluated(BEISPIEL).stellen
    assert [(stelle.id, stelle.massnahmen, stelle.gemeinsam) for stelle in stellen.stellen] == [
        ("x", 7, 2),
        ("y", 6, 2),
    ]
    x, y = stellen.stellen
    assert {one.value: zahl for one, zahl in x.je_ergebnis.items() if zahl} == {
        "umgesetzt": 1,
        "laufend": 1,
        "geplant": 1,
        "meldung-veraltet": 1,
        "nie-gemeldet": 3,
    }
    assert {one.value: zahl for one, zahl in y.je_ergebnis.items() if zahl} == {
        "geplant": 1,
        "verspaetet": 2,
        "zurueckgestellt": 1,
        "nie-gemeldet": 2,
    }
    assert {one.value: zahl for one, zahl in stellen.ohne.items() if zahl} == {
        "meldung-veraltet": 1,
        "entfallen": 1,
    }
    assert {one.value: zahl for one, zahl in stellen.mehrfach.items() if zahl} == {
        "geplant": 1,
        "nie-gemeldet": 1,
    }


def test_who_supports_does_not_lead() -> None:
    eine = massnahme("a", "fortlaufend")
    eine["zustaendigkeiten"] = [{"akteur": "x", "rolle": "mitwirkend"}, {"akteur": "z", "rolle": "traeger"}]
    stellen = evaluated(plan({"f": [eine]}, [])).stellen
    assert (stellen.stellen, stellen.ohne[Ergebnis.NIE_GEMELDET]) == ((), 1)


def test_a_body_that_the_register_does_not_hold_is_counted_by_its_id() -> None:
    stellen = evaluated(plan({"f": [massnahme("a", "fortlaufend", "unbekannt")]}, [])).stellen
    assert [(one.id, one.name, one.massnahmen) for one in stellen.stellen] == [("unbekannt", "unbekannt", 1)]


def test_indicators_of_a_massnahme_and_of_what_stands_above_it() -> None:
    zaehler = [{"titel": "Zahl"}]
    ziel = {
        "id": "z",
        "nummer": "1.1",
        "titel": "Z",
        "indikatoren": zaehler,
        "massnahmen": [massnahme("a", "fortlaufend"), massnahme("b", "fortlaufend", indikatoren=zaehler * 2)],
    }
    feld = {
        "id": "f",
        "nummer": "1",
        "titel": "F",
        "handlungsziele": [ziel],
        "massnahmen": [massnahme("c", "2024")],
    }
    eine = plan({}, [])
    fassung = Fassung(
        "2022", eine.fassungen[0].rahmen, (Handlungsfeld.model_validate(feld),), dateien=("f.yaml",)
    )
    bericht = evaluation(Plan(fassungen=(fassung,)), fassung, STICHTAG)
    assert {m.zeile.id: (m.indikatoren, m.darueber) for m in bericht.massnahmen} == {
        "c": (0, False),
        "a": (0, True),
        "b": (2, True),
    }
    assert [feld.ohne_indikator for feld in bericht.felder] == [2]
    assert len(bericht.indikatoren) == 3


STAENDE = [stand.value for stand in Stand]
TERMINE = ["fortlaufend", "bis Ende 2022", "2022–2024", "bis Ende 2025", "jährlich", "nach Bedarf"]


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Give plans of up to 12 Maßnahmen in up to three fields, with whoever leads them and whatever was reported."""
    namen = [f"m{i}" for i in range(draw(st.integers(0, 12)))]
    felder: dict[str, list[dict[str, Any]]] = {name: [] for name in "fgh"[: draw(st.integers(1, 3))]}
    for name in namen:
        akteure = draw(st.lists(st.sampled_from("xyz"), max_size=3))
        felder[draw(st.sampled_from(sorted(felder)))].append(
            massnahme(name, draw(st.sampled_from(TERMINE)), *akteure)
        )
    tage = st.dates(date(2022, 1, 1), date(2024, 6, 30)).map(date.isoformat)
    log = [
        meldung(draw(st.sampled_from(namen)), draw(st.sampled_from(STAENDE)), draw(tage))
        for _ in range(draw(st.integers(0, 15)) if namen else 0)
    ]
    return plan(felder, sorted(log, key=lambda one: one["erfasst"]))


def assert_sound(bericht: Evaluation) -> None:
    """Every Maßnahme is counted once in every table, and every table has the same sums."""
    gesamt = {one.ergebnis: one.anzahl for one in bericht.ergebnisse}
    ids = [eine.zeile.id for eine in bericht.massnahmen]
    assert sorted(ids) == sorted(stelle.id for stelle in bericht.fassung.massnahmen())
    assert list(gesamt) == list(Ergebnis)
    assert sum(gesamt.values()) == len(ids)
    assert gesamt == {one: sum(feld.je_ergebnis[one] for feld in bericht.felder) for one in Ergebnis}
    assert sum(one.anteil for one in bericht.ergebnisse) == (100 if ids else 0)
    assert all(one.frist_vorbei <= one.anzahl for one in bericht.ergebnisse)
    stellen = bericht.stellen
    for one in Ergebnis:
        zeilen = sum(stelle.je_ergebnis[one] for stelle in stellen.stellen)
        assert zeilen + stellen.ohne[one] - stellen.mehrfach[one] == gesamt[one]
    assert sum(bericht.termine.values()) == len(ids)
    assert len(bericht.indikatoren) >= sum(eine.indikatoren for eine in bericht.massnahmen)


@given(plans(), st.dates(date(2022, 1, 1), date(2026, 1, 1)))
@hypothesis_settings(max_examples=30)
def test_whatever_was_reported_the_counts_add_up(eine: Plan, stichtag: date) -> None:
    assert_sound(evaluated(eine, stichtag))


@cache
def shipped(ort: str, fassung: str, stichtag: date) -> Evaluation:
    eine = load_plan(ROOT / ort).plan
    return evaluation(eine, eine.fassung_nach_id[fassung], stichtag)


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), SHIPPED)
def test_the_counts_of_shipped_plans_add_up(ort: str, fassung: str, stichtag: date) -> None:
    assert_sound(shipped(ort, fassung, stichtag))


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), SHIPPED)
def test_it_says_what_the_sachstandsbericht_says_of_the_same_day(
    ort: str, fassung: str, stichtag: date
) -> None:
    eine = load_plan(ROOT / ort).plan
    ampel = sachstandsbericht(eine, eine.fassung_nach_id[fassung], stichtag).ampel
    erwartet: Counter[Ergebnis] = Counter()
    for one in ampel:
        erwartet[ERGEBNISSE[one.wort]] += one.anzahl
    assert {o.ergebnis: o.anzahl for o in shipped(ort, fassung, stichtag).ergebnisse} == {
        one: erwartet[one] for one in Ergebnis
    }


def test_of_the_shipped_plan_two_massnahmen_were_reported() -> None:
    """Source 001 tells the state of two of its 50 Maßnahmen, on the day it is from."""
    bericht = shipped("", "2020", date(2020, 11, 2))
    assert {o.ergebnis.value: o.anzahl for o in bericht.ergebnisse if o.anzahl} == {
        "laufend": 1,
        "zurueckgestellt": 1,
        "nie-gemeldet": 48,
    }
    assert bericht.indikatoren == ()


def test_every_word_of_the_ampel_leads_to_a_result() -> None:
    assert set(ERGEBNISSE) == set(Ampelwort)
    assert set(ERGEBNISSE.values()) == set(Ergebnis)
    assert all(wort.value.startswith("frist-vorbei") for wort in FRIST_VORBEI)
    assert {wort for wort in Ampelwort if wort.value.startswith("frist-vorbei")} == FRIST_VORBEI


def test_of_nothing_there_are_no_shares() -> None:
    assert [(one.anzahl, one.anteil) for one in ergebniszahlen([])] == [(0, 0)] * len(Ergebnis)
