"""The checks of the log beyond their smallest examples in ``tests/errors``."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konzept.checks.sachstand import erfuellungen, nach_abschluss, neue_termine, satzzahl, umfang, zukuenftige
from konzept.diagnostics import SourceMap
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand


def plan(*eintraege: dict[str, Any], termin: str = "fortlaufend", eigener: bool = True) -> Plan:
    massnahme = {"id": "kurse", "text": "Kurse"} | ({"termin": termin} if eigener else {})
    ziel = {"id": "ziel", "nummer": "1.1", "titel": "Z", "termin": termin, "massnahmen": [massnahme]}
    feld = {"id": "feld", "nummer": "1", "titel": "F", "handlungsziele": [ziel]}
    rahmen = {"titel": "T", "art": "Konzept", "stand": "2020-11-02", "gilt_von": "2020", "gilt_bis": "2023"}
    log = [
        {"erfasst": "2023-01-31", "massnahme": "kurse", "stand": "laufend", **eintrag}
        for eintrag in eintraege
    ]
    fassung = Fassung(
        "2020",
        Rahmen.model_validate(rahmen),
        (Handlungsfeld.model_validate(feld),),
        Sachstand.model_validate({"eintraege": log}),
        dateien=("data/handlungsfelder/2020/1.yaml",),
    )
    return Plan(fassungen=(fassung,))


@pytest.mark.parametrize(
    ("text", "zahl"),
    [
        ("", 0),
        ("  \n ", 0),
        ("Ein Satz", 1),
        ("Eins. Zwei! Drei? Vier", 4),
        ("Am 5. April und im 3. Quartal war es voll.", 1),
        ("Im III. Quartal kamen z. B. Kinder, ca. 30 bzw. Nr. 5.", 1),
        ("Sie kostet 1.500 Euro, s. Abs. 2. Mehr ist nicht da.", 1),
        ("Bis Ende 2022. Danach ruht es.", 2),
        ("Er sagte: „Gut.“ Sie ging.", 2),
        ("Drei Feste fanden statt. 700 Menschen kamen.", 2),
        ("Erster Absatz\n\nZweiter Absatz", 2),
        ("- eins\n- zwei\n- drei\n- vier", 4),
        ("Zeile eins\nund weiter.", 1),
        ("Kurse in Bad Muster. - Danach Ferien.", 1),
        ("Es läuft... Bald mehr.", 2),
    ],
)
def test_sentences_are_counted_as_a_reader_would(text: str, zahl: int) -> None:
    assert satzzahl(text) == zahl


@pytest.mark.parametrize("flood", ["a", ".", ". A", "\n", "'", '. "', " \n", "\n- ", "1. "])
def test_counting_is_linear(flood: str) -> None:
    begun = time.perf_counter()
    satzzahl(flood * (200_000 // len(flood)))
    assert time.perf_counter() - begun < 5


@settings(deadline=None)
@given(st.text())
def test_counting_never_raises_and_finds_at_least_one(text: str) -> None:
    assert satzzahl(text) >= bool(text.strip())


@pytest.mark.parametrize(("text", "codes"), [("A eins. B zwei. C drei.", 0), ("Eins. Zwei. Drei. Vier.", 1)])
def test_three_sentences_are_enough(text: str, codes: int) -> None:
    assert len(list(umfang(plan({"am": "2022-01-01", "text": text}), SourceMap()))) == codes


@pytest.mark.parametrize(
    ("termin", "teil", "frist", "nahe"),
    [
        ("bis Ende 2022", "1", "2022-12-31", None),
        ("bis Ende 2022", "1", "2022-12-30", "Die nächstliegenden Fristen sind: 2022-12-31."),
        ("halbjährlich", "1", "2022-06-30", None),
        (
            "halbjährlich",
            "1",
            "2022-07-01",
            "Die nächstliegenden Fristen sind: 2021-12-31, 2022-06-30, 2022-12-31.",
        ),
        (
            "halbjährlich",
            "1",
            "2024-06-30",
            "Die nächstliegenden Fristen sind: 2022-12-31, 2023-06-30, 2023-12-31.",
        ),
        (
            "halbjährlich",
            "1",
            "2020-12-31",
            "Die nächstliegenden Fristen sind: 2021-06-30, 2021-12-31, 2022-06-30.",
        ),
        ("fortlaufend", "1", "2022-12-31", "In diesen Jahren hat der Teil keine Frist"),
        ("fortlaufend, jährlich", "2", "2022-12-31", None),
        ("fortlaufend, jährlich", "1", "2022-12-31", "In diesen Jahren hat der Teil keine Frist"),
        ("bis Ende 2022", "1", "0001-01-01", "In diesen Jahren hat der Teil keine Frist"),
        ("jährlich", "1", "9999-12-31", "In diesen Jahren hat der Teil keine Frist"),
    ],
)
@pytest.mark.parametrize("eigener", [True, False])
def test_a_frist_is_one_of_the_teil(
    termin: str, teil: str, frist: str, nahe: str | None, *, eigener: bool
) -> None:
    eintrag = {"am": "2022-12-31", "erfuellt": [{"teil": teil, "frist": frist}]}
    befunde = list(erfuellungen(plan(eintrag, termin=termin, eigener=eigener), SourceMap()))
    assert [befund.code for befund in befunde] == (["frist-unbekannt"] if nahe else [])
    assert all(befund.hilfe.startswith(nahe or "") for befund in befunde)


def test_a_teil_without_a_frist_is_enough() -> None:
    eintrag = {"am": "2022-12-31", "erfuellt": [{"teil": "1"}]}
    assert list(erfuellungen(plan(eintrag), SourceMap())) == []


FERTIG = {"am": "2022-03-01", "stand": "umgesetzt"}


@pytest.mark.parametrize(
    ("eintraege", "tage"),
    [
        ([FERTIG, {"am": "2022-06-30"}], ["2022-06-30"]),
        ([{**FERTIG, "stand": "entfallen"}, {"am": "2022-06-30"}], ["2022-06-30"]),
        ([{**FERTIG, "stand": "zurueckgestellt"}, {"am": "2022-06-30"}], []),
        ([FERTIG, {"am": "2022-03-01"}], []),
        ([FERTIG, {"am": "2022-02-01"}], []),
        ([{"am": "2022-06-30"}, FERTIG], ["2022-06-30"]),
        ([FERTIG, {"am": "2022-06-30", "text": "Korrektur: Es fehlt noch etwas."}], []),
        ([FERTIG, {"am": "2022-06-30", "text": "„Berichtigung der Meldung"}], []),
        ([FERTIG, {"am": "2022-06-30", "text": "Keine Korrektur nötig."}], ["2022-06-30"]),
        ([FERTIG, {"am": "2022-06-30", "stand": "keine-rueckmeldung"}], []),
        ([FERTIG, {"am": "2022-06-30"}, {"am": "2022-12-31"}], ["2022-06-30"]),
        ([FERTIG, {**FERTIG, "am": "2022-06-30"}, {"am": "2022-12-31"}], ["2022-06-30", "2022-12-31"]),
        ([FERTIG, {"am": "2022-06-30", "massnahme": "andere"}], []),
    ],
)
def test_a_report_after_the_end(eintraege: list[dict[str, Any]], tage: list[str]) -> None:
    befunde = list(nach_abschluss(plan(*eintraege), SourceMap()))
    assert [befund.meldung.rsplit(" ", 1)[1].rstrip(".") for befund in befunde] == tage


@pytest.mark.parametrize(("neu", "zahl"), [("2. Quartal 2023", 0), ("nach Bedarf", 0), ("31.2.2023", 1)])
def test_a_new_termin_can_be_read(neu: str, zahl: int) -> None:
    befunde = list(neue_termine(plan({"am": "2022-06-30", "neuer_termin": neu}), SourceMap()))
    assert len(befunde) == zahl


@pytest.mark.parametrize(
    ("am", "erfasst", "stichtag", "feld"),
    [
        ("2022-06-30", "2022-07-01", date(2022, 7, 1), None),
        ("2022-06-30", "2022-07-01", date(2022, 6, 30), "erfasst"),
        ("2022-06-30", "2022-07-01", date(2022, 6, 1), "erfasst"),
        ("2022-07-02", "2022-07-01", date(2022, 7, 1), "am"),
    ],
)
def test_no_report_from_after_the_stichtag(am: str, erfasst: str, stichtag: date, feld: str | None) -> None:
    befunde = list(zukuenftige(plan({"am": am, "erfasst": erfasst}), SourceMap(), stichtag))
    assert [f"»{feld}«" in befund.meldung for befund in befunde] == ([True] if feld else [])
