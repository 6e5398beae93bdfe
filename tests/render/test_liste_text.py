"""The list as a table and for a spreadsheet: it fits, says how things stand, and is safe to open."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

import pytest

from konzept.domain.einstellungen import Begriff, Bezeichnung, Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.render.csv_rows import BOM
from konzept.render.liste_csv import liste_csv
from konzept.render.liste_text import liste_text
from konzept.render.liste_words import ARTWAHL, STANDWAHL
from konzept.reports.liste import liste
from konzept.reports.liste_wahl import Artwahl, Standwahl

if TYPE_CHECKING:
    from konzept.reports.liste import Liste

STICHTAG = date(2022, 7, 1)
EIGENE = Einstellungen(
    bezeichnungen={Begriff.MASSNAHME: Bezeichnung(einzahl="Leitlinie", mehrzahl="Leitlinien")}
)


def bericht(massnahmen: list[dict[str, object]], meldungen: list[dict[str, object]] | None = None) -> Liste:
    rahmen = Rahmen.model_validate(
        {"titel": "Plan", "art": "Konzept", "stand": "2021", "gilt_von": "2021", "gilt_bis": "2023"}
    )
    feld = Handlungsfeld.model_validate(
        {"id": "feld", "nummer": "1", "titel": "Feld", "massnahmen": massnahmen}
    )
    log = Sachstand.model_validate({"eintraege": meldungen or []})
    fassung = Fassung("2021", rahmen, (feld,), log, dateien=("feld.yaml",))
    return liste(Plan(fassungen=(fassung,)), fassung, STICHTAG)


def meldung(stand: str, am: str = "2022-03-01") -> dict[str, object]:
    return {"am": am, "erfasst": am, "massnahme": "eine", "stand": stand, "text": "Text."}


@pytest.mark.parametrize(
    ("termin", "erwartet"),
    [
        ("bis Ende 2021", "31.12.2021 überfällig"),
        ("bis Ende 2022", "31.12.2022 fällig"),
        ("Frühjahr oder Sommer 2023", "~31.05.2023 fällig"),
        ("2021–2023", "31.12.2023 läuft"),
        ("2023–2024", "31.12.2024 beginnt später"),
        ("ab 2023", "beginnt später"),
        ("fortlaufend", "laufend"),
        ("monatlich", "31.01.2021 18× überfällig"),
        ("im 2-Jahres-Turnus", "möglich"),
        ("nach Bedarf", "unbestimmt"),
    ],
)
def test_how_a_termin_stands(termin: str, erwartet: str) -> None:
    text = liste_text(bericht([{"id": "eine", "text": "Eine", "termin": termin}]), Einstellungen(), 80)
    zeilen = text.split("─\n", 1)[1].split("\n\n")[0].splitlines()
    spalte = slice(80 - 14 - 2 - 13, 80 - 14 - 2)
    assert " ".join(" ".join(zeile[spalte] for zeile in zeilen).split()) == erwartet
    assert ("~ = Der Wortlaut" in text) == erwartet.startswith("~")


def test_the_last_answer_counts_not_that_nobody_answered_since() -> None:
    massnahmen: list[dict[str, object]] = [{"id": "eine", "text": "Eine"}]
    assert "ohne Meldung" in liste_text(bericht(massnahmen), Einstellungen())
    gefragt = bericht(massnahmen, [meldung("begonnen"), meldung("keine-rueckmeldung", "2022-06-01")])
    assert "begonnen" in liste_text(gefragt, Einstellungen())
    stumm = bericht(massnahmen, [meldung("keine-rueckmeldung")])
    assert "keine" in liste_text(stumm, Einstellungen())
    assert "Rückmeldung" in liste_text(stumm, Einstellungen())


@pytest.mark.parametrize("width", [20, 40, 63, 64, 80, 109, 110, 160])
def test_it_fits(width: int) -> None:
    lang: list[dict[str, object]] = [
        {"id": "-".join(["lang"] * 20), "nummer": "10", "text": "Wort " * 80, "termin": "bis Ende 2021"}
    ]
    lines = liste_text(bericht(lang), Einstellungen(), width, auswahl="Text " * 40).splitlines()
    assert max(map(len, lines)) <= max(width, 40)
    assert any("überfällig" in line for line in lines)


def test_own_words_and_nothing_found() -> None:
    leer = bericht([])
    assert liste_text(leer, EIGENE).startswith("Leitlinien der Fassung 2021: 0\n")
    assert liste_text(leer, EIGENE).endswith("Diese Fassung hat keine Leitlinien.\n")
    assert liste_text(leer, EIGENE, auswahl="x").endswith("Keine Leitlinie gefunden.\n")
    assert "1 von" not in liste_text(leer, EIGENE, auswahl="x")


def test_the_spreadsheet_computes_nothing() -> None:
    boese = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "a;b", 'sagt "ja"', "zwei\nZeilen"]
    massnahmen: list[dict[str, object]] = [
        {"id": f"m{n}", "titel": titel, "text": "Text", "termin": "fortlaufend"}
        for n, titel in enumerate(boese)
    ]
    text = liste_csv(bericht(massnahmen), EIGENE)
    assert text.startswith(BOM)
    kopf, *zeilen = csv.reader(io.StringIO(text.removeprefix(BOM)), delimiter=";")
    assert kopf[:2] == ["Leitlinie", "id"]
    titel = [zeile[0].removeprefix("1 ") for zeile in zeilen]
    assert titel[:4] == ["=1+1", "+1", "-1", "@SUM(A1)"]  # behind the number they are no formula any more
    assert not any(zelle.lstrip().startswith(("=", "+", "-", "@")) for zeile in zeilen for zelle in zeile)
    assert titel[5:] == ["a;b", 'sagt "ja"', "zwei\nZeilen"]
    assert {len(zeile) for zeile in zeilen} == {len(kopf)}


def test_every_word_of_the_command_line_has_a_name() -> None:
    assert set(STANDWAHL) == set(Standwahl)
    assert set(ARTWAHL) == set(Artwahl)
