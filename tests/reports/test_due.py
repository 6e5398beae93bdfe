"""What is due: each rule of design §6 as a row of a table, and the shipped plan line by line."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.load import load_plan
from konzept.reports.due import Duebericht, due
from konzept.reports.due_frage import Frage
from konzept.reports.due_gruppe import Gruppe

ROOT = Path(__file__).parent.parent.parent
JAHR_2021 = (date(2021, 1, 1), date(2021, 12, 31))


def plan_mit(ziele: list[Any], log: list[dict[str, Any]], rahmen: dict[str, str] | None = None) -> Plan:
    """Build a plan of one Handlungsfeld, adopted on 2 November 2020, in force to 2023."""
    feld = {"id": "feld", "nummer": "1", "titel": "Feld", "handlungsziele": ziele}
    frame = {"titel": "Plan", "art": "Konzept", "stand": "2020-11-02", "gilt_von": "2020", "gilt_bis": "2023"}
    fassung = Fassung(
        id="2020",
        rahmen=Rahmen.model_validate({**frame, **(rahmen or {})}),
        handlungsfelder=(Handlungsfeld.model_validate(feld),),
        sachstand=Sachstand.model_validate({"eintraege": log}),
        dateien=("feld.yaml",),
    )
    return Plan(einstellungen=Einstellungen(), fassungen=(fassung,))


def antwort(plan: Plan, stichtag: str, von: date = JAHR_2021[0], bis: date = JAHR_2021[1]) -> Duebericht:
    return due(plan, plan.fassungen[0], Frage(von, bis, date.fromisoformat(stichtag)))


def ein_termin(
    termin: str | dict[str, Any], stichtag: str, *log: dict[str, Any], jahr: int = 2021
) -> Duebericht:
    """Ask for one Maßnahme with one Termin."""
    massnahme = {"id": "m", "text": "Etwas tun.", "termin": termin}
    ziel = {"id": "z", "nummer": "1.1", "titel": "Ziel", "massnahmen": [massnahme]}
    return antwort(plan_mit([ziel], [*log]), stichtag, date(jahr, 1, 1), date(jahr, 12, 31))


def meldung(am: str, stand: str = "laufend", **felder: Any) -> dict[str, Any]:
    return {"am": am, "erfasst": am, "massnahme": "m", "stand": stand, **felder}


def zeilen(bericht: Duebericht) -> list[str]:
    """Write each entry as »gruppe datum«, with »Ü« where it is carried over."""
    return [
        f"{e.gruppe} {e.faellig or '-'}{' Ü' if e.uebertrag else ''}".replace(" -", "")
        for e in bericht.eintraege
    ]


OHNE_MELDUNG: list[tuple[str | dict[str, Any], str, list[str]]] = [
    # a single date
    ("2021", "2021-12-31", ["faellig 2021-12-31"]),
    ("2021", "2022-01-01", ["ueberfaellig 2021-12-31"]),
    ("31.08.2021", "2021-09-01", ["ueberfaellig 2021-08-31"]),
    ("2020", "2021-06-01", ["ueberfaellig 2020-12-31 Ü"]),
    ("2020", "2020-12-31", []),
    ("bis Ende 2022", "2021-06-01", []),
    ("Beginn des Schuljahres 2021/22", "2022-01-01", ["ueberfaellig 2021-08-01"]),
    ({"text": "irgendwann", "teile": [{"art": "faellig"}]}, "2021-06-01", ["unbestimmt"]),
    # a span of time: under way, or judged by its end
    ("2020–2023", "2021-06-01", ["laufend 2023-12-31"]),
    ("2020–2021", "2021-06-01", ["faellig 2021-12-31"]),
    ("2020–2021", "2022-01-01", ["ueberfaellig 2021-12-31"]),
    ("2018–2020", "2021-06-01", ["ueberfaellig 2020-12-31 Ü"]),
    ("2022–2023", "2021-06-01", []),
    ({"text": "im Projekt", "teile": [{"art": "zeitraum"}]}, "2021-06-01", ["unbestimmt"]),
    ({"text": "ab Mai", "teile": [{"art": "zeitraum", "beginn": "2021-05-01"}]}, "2021-06-01", ["laufend"]),
    # what runs
    ("fortlaufend", "2021-06-01", ["laufend"]),
    ("ab 2019", "2021-06-01", ["laufend"]),
    ("ab 2022", "2021-06-01", []),
    # a rhythm: whole units, each missed one an entry
    ("jährlich", "2021-12-31", ["wiederkehrend 2021-12-31"]),
    ("jährlich", "2022-01-01", ["ueberfaellig 2021-12-31"]),
    ("halbjährlich", "2021-07-01", ["ueberfaellig 2021-06-30", "wiederkehrend 2021-12-31"]),
    ("jährlich im September", "2021-10-01", ["ueberfaellig 2021-09-30"]),
    ("1-2x im Jahr", "2022-01-01", ["wiederkehrend 2021-12-31"]),
    ("im 2-Jahres-Turnus", "2022-01-01", ["moeglich"]),
    (
        {"text": "im 2-Jahres-Turnus", "turnus_ab": "2019"},
        "2021-06-01",
        ["ueberfaellig 2019-12-31 Ü", "wiederkehrend 2021-12-31"],
    ),
    ({"text": "im 2-Jahres-Turnus", "turnus_ab": "2022"}, "2021-06-01", []),
    ("alle drei Jahre, erstmals 2020", "2021-06-01", ["ueberfaellig 2020-12-31 Ü"]),
    ({"text": "regelmäßig", "teile": [{"art": "wiederkehrend"}]}, "2022-01-01", ["wiederkehrend"]),
    (
        {"text": "stündlich", "teile": [{"art": "wiederkehrend", "rrule": "FREQ=HOURLY"}]},
        "2022-01-01",
        ["wiederkehrend"],
    ),
    ({"text": "früher", "teile": [{"art": "wiederkehrend", "ende": "2020-12-31"}]}, "2022-01-01", []),
    # what cannot be dated, and parts of a Termin
    ("nach Bedarf", "2022-01-01", ["unbestimmt"]),
    ("fortlaufend, jährlich im Mai", "2021-06-01", ["ueberfaellig 2021-05-31", "laufend"]),
]


@pytest.mark.parametrize(("termin", "stichtag", "erwartet"), OHNE_MELDUNG)
def test_groups_without_a_report(termin: str | dict[str, Any], stichtag: str, erwartet: list[str]) -> None:
    bericht = ein_termin(termin, stichtag)
    assert zeilen(bericht) == erwartet
    assert bericht.termine.gesamt == 1
    assert [verweis.id for verweis in bericht.termine.ausserhalb] == ([] if erwartet else ["m"])


MIT_MELDUNG: list[tuple[str, str, list[dict[str, Any]], list[str]]] = [
    ("2021", "2022-01-01", [meldung("2021-11-01")], ["ueberfaellig 2021-12-31"]),
    ("2021", "2022-01-01", [meldung("2021-11-01", "umgesetzt")], ["erledigt 2021-12-31"]),
    ("2021", "2022-01-01", [meldung("2021-11-01", "entfallen")], ["erledigt 2021-12-31"]),
    ("2021", "2022-01-01", [meldung("2021-11-01", erfuellt=[{"teil": "1"}])], ["erledigt 2021-12-31"]),
    ("2021", "2022-01-01", [meldung("2021-11-01", erfuellt=[{"teil": "2"}])], ["ueberfaellig 2021-12-31"]),
    # known is what was written down by the Stichtag, whatever day it speaks of
    (
        "2021",
        "2022-01-01",
        [meldung("2021-11-01", "umgesetzt", erfasst="2022-01-02")],
        ["ueberfaellig 2021-12-31"],
    ),
    (
        "2021",
        "2022-01-02",
        [meldung("2021-11-01", "umgesetzt", erfasst="2022-01-02")],
        ["erledigt 2021-12-31"],
    ),
    # the latest report decides, by the day it speaks of; asking without an answer takes nothing back
    (
        "2021",
        "2022-01-01",
        [meldung("2021-05-01", "umgesetzt"), meldung("2021-06-01")],
        ["ueberfaellig 2021-12-31"],
    ),
    (
        "2021",
        "2022-01-01",
        [meldung("2021-06-01", "umgesetzt"), meldung("2021-05-01")],
        ["erledigt 2021-12-31"],
    ),
    (
        "2021",
        "2022-01-01",
        [meldung("2021-05-01", "umgesetzt"), meldung("2021-06-30", "keine-rueckmeldung")],
        ["erledigt 2021-12-31"],
    ),
    # what was done stays done, though a later report does not repeat it
    (
        "2021",
        "2022-01-01",
        [meldung("2021-05-01", erfuellt=[{"teil": "1"}]), meldung("2021-06-01")],
        ["erledigt 2021-12-31"],
    ),
    # a named Frist fulfils that one; without one, the units begun by then
    (
        "halbjährlich",
        "2022-01-01",
        [meldung("2021-12-01", erfuellt=[{"teil": "1", "frist": "2021-12-31"}])],
        ["ueberfaellig 2021-06-30", "erledigt 2021-12-31"],
    ),
    (
        "halbjährlich",
        "2022-01-01",
        [meldung("2021-06-20", erfuellt=[{"teil": "1"}])],
        ["ueberfaellig 2021-12-31", "erledigt 2021-06-30"],
    ),
    # carried over and done within the period: shown a last time; done before it: gone
    ("2020", "2021-06-01", [meldung("2021-03-01", "umgesetzt")], ["erledigt 2020-12-31 Ü"]),
    ("2020", "2021-06-01", [meldung("2020-12-15", "umgesetzt")], []),
    # what runs, what is possible, what has no date
    ("fortlaufend", "2022-01-01", [meldung("2021-03-01", "umgesetzt")], ["erledigt"]),
    ("im 2-Jahres-Turnus", "2022-01-01", [meldung("2021-03-01", erfuellt=[{"teil": "1"}])], ["erledigt"]),
    ("im 2-Jahres-Turnus", "2022-01-01", [meldung("2020-12-01", erfuellt=[{"teil": "1"}])], ["moeglich"]),
    ("2020–2023", "2022-01-01", [meldung("2021-03-01", erfuellt=[{"teil": "1"}])], ["erledigt 2023-12-31"]),
    # lateness is judged by the plan
    ("2021", "2022-01-01", [meldung("2021-11-01", neuer_termin="Ende 2022")], ["ueberfaellig 2021-12-31"]),
]


@pytest.mark.parametrize(("termin", "stichtag", "log", "erwartet"), MIT_MELDUNG)
def test_groups_with_reports(
    termin: str, stichtag: str, log: list[dict[str, Any]], erwartet: list[str]
) -> None:
    assert zeilen(ein_termin(termin, stichtag, *log)) == erwartet


ALLE_FUENF_MONATE = {
    "text": "alle fünf Monate",
    "teile": [{"art": "wiederkehrend", "rrule": "FREQ=MONTHLY;INTERVAL=5", "beginn": "2020-12-01"}],
}
EINMAL_IM_MAI = {
    "text": "am 15. Mai",
    "teile": [{"art": "wiederkehrend", "rrule": "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=15"}],
}


@pytest.mark.parametrize(
    ("termin", "am", "erledigt"),
    [
        ("jährlich", "2022-02-01", ["2021-12-31", "2022-12-31"]),
        ("jährlich im September", "2022-08-31", ["2021-09-30"]),
        ("jährlich im September", "2022-09-01", ["2021-09-30", "2022-09-30"]),
        ("vierteljährlich", "2021-04-01", ["2021-03-31", "2021-06-30"]),
        ("monatlich", "2021-02-28", ["2021-01-31", "2021-02-28"]),
        ("alle drei Jahre, erstmals 2021", "2022-06-01", ["2021-12-31"]),
        ("wöchentlich", "2021-01-10", ["2021-01-10"]),
        ("wöchentlich", "2021-01-11", ["2021-01-10", "2021-01-17"]),
        ("täglich", "2021-01-11", ["2021-01-10", "2021-01-11"]),
        (ALLE_FUENF_MONATE, "2021-04-30", []),
        (ALLE_FUENF_MONATE, "2021-05-01", ["2021-05-31"]),
        (EINMAL_IM_MAI, "2021-05-14", []),
        (EINMAL_IM_MAI, "2021-05-15", ["2021-05-15"]),
    ],
)
def test_a_report_without_a_frist_fulfils_the_units_of_a_rhythm_begun_by_then(
    termin: str | dict[str, Any], am: str, erledigt: list[str]
) -> None:
    massnahme = {"id": "m", "text": "Etwas tun.", "termin": termin}
    ziel = {"id": "z", "nummer": "1.1", "titel": "Ziel", "massnahmen": [massnahme]}
    plan = plan_mit([ziel], [meldung(am, erfuellt=[{"teil": "1"}])])
    bericht = antwort(
        plan,
        "2024-01-01",
        date(2021, 1, 10),
        date(2023, 12, 31),
    )
    done = [str(e.faellig) for e in bericht.eintraege if e.gruppe is Gruppe.ERLEDIGT and not e.uebertrag]
    assert done == erledigt


def test_a_goals_termin_holds_for_its_massnahmen_without_one_of_their_own() -> None:
    ziele = [
        {
            "id": "z",
            "nummer": "1.1",
            "titel": "Ziel",
            "termin": "2021",
            "massnahmen": [
                {"id": "erbt", "nummer": "1", "text": "Erbt."},
                {"id": "eigen", "nummer": "2", "text": "Hat einen eigenen.", "termin": "fortlaufend"},
            ],
        },
        {"id": "leer", "nummer": "1.2", "titel": "Leer", "termin": "2021"},
        {
            "id": "ersetzt",
            "nummer": "1.3",
            "titel": "Ersetzt",
            "termin": "2020",
            "massnahmen": [{"id": "ersatz", "text": "Ersetzt.", "termin": "fortlaufend"}],
        },
        {"id": "ohne", "nummer": "1.4", "titel": "Ohne", "massnahmen": [{"id": "frei", "text": "Frei."}]},
    ]
    bericht = antwort(plan_mit(ziele, []), "2021-06-01")
    assert [
        (e.gliederung, e.nummer, e.massnahme, e.handlungsziel, e.bezug, e.gruppe) for e in bericht.eintraege
    ] == [
        ("1.3", "1.3", None, "ersetzt", "ersetzt", Gruppe.UEBERFAELLIG),
        ("1.1 M1", "1.1", "erbt", "z", "z", Gruppe.FAELLIG),
        ("1.2", "1.2", None, "leer", "leer", Gruppe.FAELLIG),
        ("1.1 M2", "1.1", "eigen", "z", "eigen", Gruppe.LAUFEND),
        ("1.3", "1.3", "ersatz", "ersetzt", "ersatz", Gruppe.LAUFEND),
    ]
    assert bericht.termine.gesamt == 5
    assert [verweis.id for verweis in bericht.ohne_termin] == ["frei"]


def test_a_goals_own_termin_is_done_with_its_last_massnahme() -> None:
    massnahmen = [{"id": name, "text": "Tun.", "termin": "fortlaufend"} for name in ("m", "n")]
    ziel = {"id": "z", "nummer": "1.1", "titel": "Ziel", "termin": "2021", "massnahmen": massnahmen}
    eine = [meldung("2021-03-01", "umgesetzt")]
    beide = [*eine, {**meldung("2021-04-01", "entfallen"), "massnahme": "n"}]
    gruppen = []
    for log in (eine, beide):
        bericht = antwort(plan_mit([ziel], log), "2022-01-01")
        gruppen.append(next(e.gruppe for e in bericht.eintraege if e.massnahme is None))
    assert gruppen == [Gruppe.UEBERFAELLIG, Gruppe.ERLEDIGT]


def test_a_termin_is_counted_once_where_it_is_most_pressing() -> None:
    ziel = {
        "id": "z",
        "nummer": "1.1",
        "titel": "Ziel",
        "termin": "Konzept 2020, Umsetzung fortlaufend",
        "massnahmen": [{"id": "m", "text": "Eins."}, {"id": "n", "text": "Zwei."}],
    }
    bericht = antwort(plan_mit([ziel], [meldung("2021-02-01", "umgesetzt")]), "2021-06-01")
    assert Counter(e.gruppe for e in bericht.eintraege) == {
        Gruppe.UEBERFAELLIG: 1,
        Gruppe.LAUFEND: 1,
        Gruppe.ERLEDIGT: 2,
    }
    assert [gruppe for gruppe, zahl in bericht.termine.je_gruppe.items() if zahl] == [Gruppe.UEBERFAELLIG]
    assert list(bericht.termine.je_gruppe) == list(Gruppe)


def test_order_is_urgency_then_date_then_reading_order() -> None:
    termine = ["fortlaufend", "2021", "31.03.2021", "2021", "noch offen", "ab 2019"]
    ziele = [
        {
            "id": f"z{i}",
            "nummer": f"1.{i + 5}",
            "titel": "Ziel",
            "massnahmen": [{"id": f"m{i}", "text": "Tun.", "termin": termin}],
        }
        for i, termin in enumerate(termine)
    ]
    bericht = antwort(plan_mit(list(reversed(ziele)), []), "2022-01-01")
    assert [e.nummer for e in bericht.eintraege] == ["1.7", "1.6", "1.8", "1.5", "1.10", "1.9"]


@pytest.mark.parametrize(
    ("stichtag", "log", "erwartet"),
    [
        ("2021-05-02", [], False),
        ("2021-05-03", [], True),
        ("2022-02-28", [meldung("2021-08-31")], False),
        ("2022-03-01", [meldung("2021-08-31")], True),
        ("2021-05-03", [meldung("2021-05-01", "keine-rueckmeldung")], True),
        ("2019-01-01", [], False),
        ("9999-12-31", [meldung("9999-10-01")], False),
    ],
)
def test_nobody_has_reported_for_longer_than_half_a_year(
    stichtag: str, log: list[dict[str, Any]], *, erwartet: bool
) -> None:
    bericht = ein_termin("fortlaufend, jährlich", stichtag, *log)
    assert {e.gruppe: e.ohne_sachstand for e in bericht.eintraege}[Gruppe.LAUFEND] is erwartet
    assert not any(e.ohne_sachstand for e in bericht.eintraege if e.gruppe is not Gruppe.LAUFEND)


def test_the_sachstand_shown_is_the_latest_and_silence_is_not_a_report() -> None:
    log = [
        meldung("2021-05-01", text="Zweite."),
        meldung("2021-04-01", text="Erste."),
        meldung("2021-05-01", text="Dritte."),
    ]
    eintrag = ein_termin("2021", "2022-01-01", *log).eintraege[0]
    assert eintrag.letzte is not None
    assert (eintrag.letzte.text, eintrag.gemeldet) == ("Dritte.", True)
    stumm = ein_termin("2021", "2022-01-01", meldung("2021-05-01", "keine-rueckmeldung")).eintraege[0]
    assert stumm.letzte is not None
    assert (stumm.antwort, stumm.gemeldet) == (None, False)


def test_without_an_anchor_only_units_between_adoption_and_the_end_count() -> None:
    assert zeilen(ein_termin("jährlich", "2025-01-01", jahr=2020)) == []
    assert zeilen(ein_termin("jährlich", "2025-01-01", jahr=2024)) == [
        "ueberfaellig 2021-12-31 Ü",
        "ueberfaellig 2022-12-31 Ü",
        "ueberfaellig 2023-12-31 Ü",
    ]


def test_the_year_is_named_only_if_the_period_is_one() -> None:
    assert Frage(*JAHR_2021, date(2021, 1, 1)).jahr == 2021
    assert Frage(date(2021, 1, 1), date(2021, 6, 30), date(2021, 1, 1)).jahr is None


def test_one_handlungsfeld_and_some_bodies() -> None:
    plan = load_plan(ROOT).plan
    fassung = plan.fassung_nach_id["2020"]
    je_feld = [
        due(plan, fassung, Frage(*JAHR_2021, date(2022, 1, 1), feld=feld.id))
        for feld in fassung.handlungsfelder
    ]
    assert [bericht.termine.gesamt for bericht in je_feld] == [5, 9, 8, 6, 9, 6]
    amt = due(plan, fassung, Frage(*JAHR_2021, date(2022, 1, 1), akteure=frozenset({"schulverwaltungsamt"})))
    assert [e.nummer for e in amt.eintraege] == ["2.9", "2.9"]
    assert amt.termine.gesamt == 1


# design §6: the expectation for the shipped plan, number by number; every other Termin is »laufend« alone
ERWARTET_2021 = {
    "2.9": ["ueberfaellig 2021-08-01", "ueberfaellig 2021-12-31"],
    "4.2": ["ueberfaellig 2018-12-31 Ü", "laufend"],
    "4.6": ["wiederkehrend 2021-12-31", "laufend"],
    "5.2": ["moeglich"],
    "6.2": ["ueberfaellig 2021-12-31", "laufend"],
    "6.3": ["ueberfaellig 2021-12-31"],
    "6.5 M1": ["ueberfaellig 2021-09-30"],
    "6.5 M2": ["ueberfaellig 2021-09-30"],
}


def test_the_shipped_plan_at_the_end_of_2021() -> None:
    plan = load_plan(ROOT).plan
    fassung = plan.fassung_nach_id["2020"]
    bericht = due(plan, fassung, Frage(*JAHR_2021, date(2022, 1, 1)))
    gefunden: dict[str, list[str]] = {}
    for eintrag, zeile in zip(bericht.eintraege, zeilen(bericht), strict=True):
        gefunden.setdefault(eintrag.gliederung, []).append(zeile)
    besondere = {nummer: lines for nummer, lines in gefunden.items() if lines != ["laufend"]}
    assert besondere == ERWARTET_2021
    laufend = {e.bezug for e in bericht.eintraege if e.gliederung not in ERWARTET_2021}
    assert len(laufend) == 35
    assert {e.massnahme for e in bericht.eintraege} == {stelle.id for stelle in fassung.massnahmen()}
    assert bericht.termine.gesamt == 43
    assert {g.value: zahl for g, zahl in bericht.termine.je_gruppe.items() if zahl} == {
        "ueberfaellig": 6,
        "wiederkehrend": 1,
        "laufend": 35,
        "moeglich": 1,
    }
    assert (bericht.termine.ausserhalb, bericht.ohne_termin) == ((), ())
    gemeldet = [(e.gliederung, e.letzte.am) for e in bericht.ueberfaellig if e.letzte]
    assert gemeldet == [("6.2", date(2020, 11, 2))]


@pytest.mark.parametrize(
    ("jahr", "ueberfaellig", "je_gruppe", "ausserhalb"),
    [
        (2020, 1, {"ueberfaellig": 1, "laufend": 37, "moeglich": 1}, ["2.9", "6.3", "6.5 M1", "6.5 M2"]),
        (2022, 11, {"ueberfaellig": 6, "wiederkehrend": 1, "laufend": 35, "moeglich": 1}, []),
        (2023, 15, {"ueberfaellig": 6, "wiederkehrend": 1, "laufend": 35, "moeglich": 1}, []),
        (2024, 15, {"ueberfaellig": 6, "laufend": 36, "moeglich": 1}, []),
    ],
)
def test_the_shipped_plan_in_other_years(
    jahr: int, ueberfaellig: int, je_gruppe: dict[str, int], ausserhalb: list[str]
) -> None:
    plan = load_plan(ROOT).plan
    frage = Frage(date(jahr, 1, 1), date(jahr, 12, 31), date(jahr + 1, 1, 1))
    bericht = due(plan, plan.fassung_nach_id["2020"], frage)
    assert len(bericht.ueberfaellig) == ueberfaellig
    assert {g.value: zahl for g, zahl in bericht.termine.je_gruppe.items() if zahl} == je_gruppe
    assert [verweis.nummer for verweis in bericht.termine.ausserhalb] == ausserhalb
    assert bericht.termine.gesamt == 43
