"""The reading of a Termin in words: every kind, the doubts, the dates, never wider than asked."""

from __future__ import annotations

import json
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.domain.termin import Teil, TerminArt, lies_termin
from konzept.render.termin_json import termin_json
from konzept.render.termin_text import termin_text
from konzept.render.termin_words import lesart_des_teils, rhythmus_in_worten, tage_in_worten
from konzept.reports.termin import Zeitraum, terminauskunft

JAHR_2022 = Zeitraum(date(2022, 1, 1), date(2022, 12, 31))


def test_two_parts_and_a_doubt() -> None:
    text = termin_text(terminauskunft("Prüfung 2021, Beginn des Schuljahres 2021/22", {}))
    assert text == (
        "»Prüfung 2021, Beginn des Schuljahres 2021/22«\n"
        "Gelesen als 2 Teile.\n"
        "\n"
        "Teil 1: Prüfung 2021\n"
        "  Art         fällig – einmal, an einem Tag oder bis zu ihm\n"
        "  Beginn      1.1.2021\n"
        "  Fällig am   31.12.2021\n"
        "  Frist       31.12.2021\n"
        "\n"
        "Teil 2: Beginn des Schuljahres 2021/22\n"
        "  Art         fällig – einmal, an einem Tag oder bis zu ihm\n"
        "  Fällig am   1.8.2021\n"
        "  Mehrdeutig  Das Schuljahr beginnt formal am 01.08., der Unterricht je nach\n"
        "              Land später.\n"
        "  Frist       1.8.2021\n"
    )


def test_a_rhythm_with_a_period_and_a_stichtag() -> None:
    auskunft = terminauskunft("halbjährlich", {}, zeitraum=JAHR_2022, stichtag=date(2022, 7, 1))
    assert termin_text(auskunft) == (
        "»halbjährlich«\n"
        "\n"
        "  Art         wiederkehrend – jedes Mal eine eigene Frist\n"
        "  Rhythmus    halbjährlich (FREQ=MONTHLY;INTERVAL=6)\n"
        "  Fristen     30.6.2022, 31.12.2022\n"
        "  Stichtag    1.7.2022: 1 von 2 vorbei, die nächste am 31.12.2022\n"
        "\n"
        "Zeitraum der Fristen: 1.1.2022 bis 31.12.2022.\n"
        "Ein Rhythmus ohne Beginn zählt nur, was ganz in die Zeit vom 1.1.2022 bis\n"
        "31.12.2022 fällt.\n"
    )


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("jährlich", "Den Zeitraum nennen »--year JAHR«"),
        ("im 2-Jahres-Turnus", "Das Anfangsjahr nennt »--turnus-ab JAHR«"),
        ("kurzfristig", "Was »kurzfristig« heißt, legt ein Plan in data/konzept.yaml unter »fristen«"),
        ("qwertz", "nicht lesbar – es folgt kein Datum"),
        ("", "Der Wortlaut ist leer."),
        ("nach Bedarf", "unbestimmt – aus dem Wortlaut folgt kein Datum"),
    ],
)
def test_what_is_missing_is_said(text: str, erwartet: str) -> None:
    assert erwartet in termin_text(terminauskunft(text, {}))


@pytest.mark.parametrize(("text", "erwartet"), [("2021", "vor dem Zeitraum"), ("2023", "nach dem Zeitraum")])
def test_a_date_outside_of_the_period_is_placed(text: str, erwartet: str) -> None:
    assert f"Frist       {erwartet}\n" in termin_text(terminauskunft(text, {}, zeitraum=JAHR_2022))


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("bis 31.08.2021", "fällig am 31.8.2021"),
        ("2021", "fällig am 31.12.2021 (Zeit dafür: ab 1.1.2021)"),
        ("2020–2023", "Zeitraum ab 1.1.2020 bis 31.12.2023"),
        ("fortlaufend", "laufend"),
        ("ab 2019", "laufend ab 1.1.2019"),
        ("jährlich im September", "wiederkehrend: jährlich im September"),
        ("alle drei Jahre, erstmals 2021", "wiederkehrend: alle 3 Jahre ab 1.1.2021"),
        ("regelmäßig", "wiederkehrend: wie oft, ist nicht genannt"),
        ("noch offen", "unbestimmt, kein Datum"),
        ("qwertz", "nicht lesbar – es folgt kein Datum"),
    ],
)
def test_the_reading_in_one_phrase(text: str, erwartet: str) -> None:
    assert [lesart_des_teils(teil) for teil in lies_termin(text)] == [erwartet]


def test_a_rule_that_no_wording_has_is_called_one() -> None:
    teil = Teil("x", TerminArt.WIEDERKEHREND, rrule="FREQ=HOURLY")
    assert rhythmus_in_worten(teil) == "nach eigener Regel"


def test_many_days_are_counted() -> None:
    tage = [date(2020 + n, 12, 31) for n in range(13)]
    assert tage_in_worten(tage) == "31.12.2020 bis 31.12.2032, 13 Fristen"
    assert tage_in_worten(tage[:2]) == "31.12.2020, 31.12.2021"


def test_json_keeps_the_contract() -> None:
    content = json.loads(termin_json(terminauskunft("im 2-Jahres-Turnus", {}, zeitraum=JAHR_2022)))
    assert content == {
        "text": "im 2-Jahres-Turnus",
        "teile": [
            {
                "text": "im 2-Jahres-Turnus",
                "art": "wiederkehrend",
                "beginn": None,
                "ende": None,
                "rrule": "FREQ=YEARLY;INTERVAL=2",
                "mehrdeutig": False,
                "hinweis": None,
                "gelesen": True,
                "fristen": [],
                "moeglich": True,
            }
        ],
        "von": "2022-01-01",
        "bis": "2022-12-31",
        "fassung": None,
        "turnus_ab": None,
        "stichtag": None,
    }


@given(st.text(), st.integers(20, 120))
def test_any_text_fits_and_sends_nothing_a_terminal_obeys(text: str, width: int) -> None:
    lines = termin_text(terminauskunft(text, {}, zeitraum=JAHR_2022), width).split("\n")
    assert max(map(len, lines)) <= max(width, 40)
    arten = {unicodedata.category(sign) for line in lines for sign in line if sign != "\u00ad"}
    assert not arten & {"Cc", "Cf", "Cs", "Co"}
    json.loads(termin_json(terminauskunft(text, {})))
