"""The words that each part keeps, the reasons given with it, and the definitions of the plan.

A part is written F faellig, Z zeitraum, L laufend, W wiederkehrend, U unbestimmt, X not read; then beginn, ende and
rrule, »-« where there is none, and »?« for mehrdeutig.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from konzept.domain.termin import Teil, TerminArt, lies_termin
from konzept.domain.termin.grammatik.zeichen import saeubern

KUERZEL = {
    TerminArt.FAELLIG: "F",
    TerminArt.ZEITRAUM: "Z",
    TerminArt.LAUFEND: "L",
    TerminArt.WIEDERKEHREND: "W",
    TerminArt.UNBESTIMMT: "U",
}
F21, F22 = "F 2021-01-01 2021-12-31", "F 2022-01-01 2022-12-31"


def _kurz(teil: Teil) -> str:
    spalten = [KUERZEL[teil.art] if teil.gelesen else "X", *map(str, (teil.beginn, teil.ende, teil.rrule))]
    text = " ".join(spalten).replace("None", "-")
    return re.sub(r"( -)+$", "", text) + (" ?" if teil.mehrdeutig else "")


@pytest.mark.parametrize(
    ("wortlaut", "stuecke"),
    [
        ("Konzept 2021, Bericht 2022", ["Konzept 2021", "Bericht 2022"]),
        ("Konzept 2021 & Bericht 2022", ["Konzept 2021", "Bericht 2022"]),
        ("Konzept 2021 / Bericht 2022", ["Konzept 2021", "Bericht 2022"]),
        ("Konzept 2021 – Bericht: 2022", ["Konzept 2021", "Bericht: 2022"]),
        ("Konzept 2021 und Bericht 2022", ["Konzept 2021", "Bericht 2022"]),
        ("Konzept 2021; Bericht 2022;", ["Konzept 2021", "Bericht 2022"]),
        ("Konzept 2021. Bericht 2022.", ["Konzept 2021.", "Bericht 2022."]),
        ("2021, 2022 und 2023", ["2021", "2022", "2023"]),
        ("31.12.2021, 30.06.2022", ["31.12.2021", "30.06.2022"]),
        ("Januar, Februar und März 2021", ["Januar", "Februar", "März 2021"]),
        ("Konzept Januar und Februar 2021, Bericht 2022", ["Konzept Januar", "Februar 2021", "Bericht 2022"]),
        ("entweder 2021 oder 2022", ["entweder 2021", "2022"]),
        ("1) Konzept 2021 2) Bericht 2022", ["1) Konzept 2021", "2) Bericht 2022"]),
        ("Konzept: 1) 2021 2) Umsetzung 2022", ["Konzept: 1) 2021", "2) Umsetzung 2022"]),
        ("Konzept 2021, danach Umsetzung", ["Konzept 2021", "danach Umsetzung"]),
        ("Konzept 2021 (Amt), Bericht 2022 (Rat)", ["Konzept 2021 (Amt)", "Bericht 2022 (Rat)"]),
        ("2021 Konzept, 2022 Bericht", ["2021 Konzept", "2022 Bericht"]),
        ("ursprünglich für 2020, auf 2021 verschoben", ["ursprünglich für 2020, auf 2021 verschoben"]),
        ("und 2021", ["und 2021"]),
        ("2021,", ["2021,"]),
        ("Konzept 2021\n- Bericht 2022", ["Konzept 2021", "Bericht 2022"]),
    ],
)
def test_each_part_keeps_its_own_words(wortlaut: str, stuecke: list[str]) -> None:
    assert [teil.text for teil in lies_termin(wortlaut)] == stuecke


_TRENNER = re.compile(r"(?:[\s,;.()–—&/+•·-]|\b(?:und|oder|sowie|bzw|u)\b)*", re.IGNORECASE)


def _tabellen() -> list[str]:
    texte: list[str] = []
    for name in ("termine.tsv", "wortlaute.tsv"):
        with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as datei:
            texte += [
                zeile["text"] for zeile in csv.DictReader(datei, delimiter="\t", quoting=csv.QUOTE_NONE)
            ]
    return texte


def test_the_parts_stand_in_the_wording_in_its_order_and_only_separators_are_left_out() -> None:
    for text in _tabellen():
        sauber = saeubern(text)
        beginn = stelle = 0
        for teil in lies_termin(text):
            beginn = sauber.find(teil.text, beginn)  # »1. und 2. Quartal«: two parts may share their noun
            assert beginn >= 0, text
            assert _TRENNER.fullmatch(sauber[stelle:beginn]), text
            stelle = max(stelle, beginn + len(teil.text))
        assert _TRENNER.fullmatch(sauber[stelle:]), text


@pytest.mark.parametrize(
    ("wortlaut", "hinweis"),
    [
        ("", "Der Wortlaut ist leer."),
        ("Krimskrams", "Dieser Wortlaut ist nicht als Termin lesbar."),
        ("nach der Wahl", "Die Angabe hängt an einem anderen Zeitpunkt."),
        ("im März", "Das Jahr fehlt."),
        ("im Folgejahr", "Die Angabe hängt an einem anderen Zeitpunkt."),
        ("voraussichtlich 2021", "Voraussichtlich."),
        ("2021 voraussichtlich", "Voraussichtlich."),
        ("31.02.2021", "Eine solche Zeit gibt es im Kalender nicht."),
        ("2021", None),
        ("fortlaufend", None),
    ],
)
def test_the_reason_is_given_once_and_only_where_there_is_one(wortlaut: str, hinweis: str | None) -> None:
    (teil,) = lies_termin(wortlaut)
    assert teil.hinweis == hinweis


def test_an_empty_wording_and_one_without_end_are_not_read() -> None:
    (leer,) = lies_termin(" \n")
    assert (leer.text, leer.art, leer.gelesen) == ("", TerminArt.UNBESTIMMT, False)
    lang = "2021 " + "x" * 3995
    assert [len(lang), lies_termin(lang)[0].ende is not None] == [4000, True]
    (zu_lang,) = lies_termin(lang + "x")
    assert (zu_lang.text, zu_lang.gelesen, zu_lang.ende) == (lang + "x", False, None)
    assert zu_lang.hinweis == "Der Wortlaut ist länger als 4000 Zeichen."


@pytest.mark.parametrize(
    ("wortlaut", "fristen", "lesart"),
    [
        ("kurzfristig", {"kurzfristig": "ab 2022"}, "L 2022-01-01"),
        ("kurzfristig", {"kurzfristig": "jährlich"}, "U"),
        ("kurzfristig", {"kurzfristig": "Krimskrams"}, "U"),
        ("kurzfristig", {"kurzfristig": "Anfang 2022"}, "F - 2022-03-31 ?"),
        ("kurzfristig", {"kurzfristig": "voraussichtlich 2022"}, F22),
        ("kurzfristig, so bald wie möglich", {"kurzfristig": "2022"}, F22),
        ("kurzfristig, bei Bedarf", {"kurzfristig": "2022"}, F22),
        ("kurzfristig, 2021", {"kurzfristig": "2022"}, F21),
        ("kurzfristig", {"langfristig": "2022"}, "U"),
        ("kurzfristig (mehrdeutig)", {"kurzfristig": "2022"}, f"{F22} ?"),
        ("kurz- bis langfristig", {"kurzfristig": "2021", "langfristig": "2022"}, f"{F22} ?"),
    ],
)
def test_the_definition_of_the_plan_is_read_by_the_same_rules(
    wortlaut: str, fristen: dict[str, str], lesart: str
) -> None:
    assert [_kurz(teil) for teil in lies_termin(wortlaut, fristen)] == [lesart]


def test_a_definition_of_the_plan_is_named() -> None:
    (teil,) = lies_termin("kurzfristig", {"kurzfristig": "bis 2022"})
    assert teil.hinweis == "»kurzfristig« heißt in diesem Konzept »bis 2022«."
    (teil,) = lies_termin("kurz- bis mittelfristig", {"mittelfristig": "Anfang 2022"})
    assert teil.hinweis is not None
    assert teil.hinweis.startswith(
        "Mehrere Fristen sind genannt; gelesen ist die letzte. »Anfang« und »Beginn«"
    )
