"""The workbooks of the other documents: one row per thing, typed days, what is internal in no cell, every plan."""

from __future__ import annotations

import csv
import io
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from konzept.domain.akteur import Akteur
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.render.konzept_tabellenwerk import konzept_tabellenwerk
from konzept.render.ods import ods_bytes
from konzept.render.tabellenwerk_csv import tabellenwerk_csv
from konzept.render.tabellenwerk_evaluation import evaluation_tabellenwerk
from konzept.render.tabellenwerk_sachstandsbericht import sachstandsbericht_tabellenwerk
from konzept.render.tabellenwerk_verbleib import verbleib_tabellenwerk
from konzept.render.xlsx import xlsx_bytes
from konzept.reports.evaluation import evaluation
from konzept.reports.konzept import konzeptbericht
from konzept.reports.sachstandsbericht import sachstandsbericht
from konzept.reports.verbleib import verbleib

if TYPE_CHECKING:
    from konzept.render.tabellenwerk import Blatt, Tabellenwerk, Wert

ROOT = Path(__file__).parents[2]
MUSTERKREIS = "beispiele/musterkreis"
PLANS = [
    ("", "2018", date(2019, 1, 1)),
    ("", "2020", date(2022, 1, 1)),
    (MUSTERKREIS, "2022", date(2024, 6, 10)),
    (MUSTERKREIS, "2025", date(2025, 6, 30)),
    ("beispiele/konstanz-2016", "2016", date(2016, 12, 31)),
    ("beispiele/handlungsleitlinien", "2016", date(2016, 12, 31)),
]


@cache
def plan_in(ort: str) -> Plan:
    return load_plan(ROOT / ort).plan


def werke(plan: Plan, fassung: Fassung, tag: date) -> dict[str, Tabellenwerk]:
    bericht = sachstandsbericht(plan, fassung, tag)
    return {
        "konzept": konzept_tabellenwerk(konzeptbericht(plan, fassung)),
        "sachstandsbericht": sachstandsbericht_tabellenwerk(bericht),
        "aenderungen": sachstandsbericht_tabellenwerk(bericht, nur_aenderungen=True),
        "evaluation": evaluation_tabellenwerk(evaluation(plan, fassung, tag)),
        "verbleib": verbleib_tabellenwerk(verbleib(plan, fassung)),
    }


def zeile(blatt: Blatt, **gesucht: Wert) -> dict[str, Wert]:
    """Return the one row that has these values under these titles."""
    titel = [spalte.titel for spalte in blatt.spalten]
    zeilen = [dict(zip(titel, eine, strict=True)) for eine in blatt.zeilen]
    (gefunden,) = [eine for eine in zeilen if all(eine[name] == wert for name, wert in gesucht.items())]
    return gefunden


@pytest.mark.parametrize(("ort", "fassung", "tag"), PLANS)
def test_every_workbook_of_every_plan_is_written_and_read_back(ort: str, fassung: str, tag: date) -> None:
    plan = plan_in(ort)
    for werk in werke(plan, plan.fassung_nach_id[fassung], tag).values():
        assert ods_bytes(werk) == ods_bytes(werk)
        book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(werk)))
        assert [(sheet.title, sheet.max_row, sheet.max_column) for sheet in book] == [
            (blatt.name, len(blatt.zeilen) + 1, len(blatt.spalten)) for blatt in werk.blaetter
        ]
        rows = list(csv.reader(io.StringIO(tabellenwerk_csv(werk)[1:], newline=""), delimiter=";"))
        assert len(rows) == len(werk.blaetter[0].zeilen) + 1


@pytest.mark.parametrize(("ort", "fassung", "tag"), PLANS)
def test_the_plan_has_a_row_per_massnahme_body_and_part_of_a_termin(
    ort: str, fassung: str, tag: date
) -> None:
    plan = plan_in(ort)
    eine = plan.fassung_nach_id[fassung]
    massnahmen, stellen, termine = werke(plan, eine, tag)["konzept"].blaetter
    ids = [spalte.titel for spalte in massnahmen.spalten].index("id")
    assert [z[ids] for z in massnahmen.zeilen] == [stelle.id for stelle in eine.massnahmen()]
    beteiligt = {
        one.akteur for s in eine.massnahmen() for one in getattr(s.gegenstand, "zustaendigkeiten", ())
    }
    assert len(stellen.zeilen) == len(beteiligt)
    worte = plan.einstellungen.fristworte
    assert len(termine.zeilen) == sum(len(s.termin.lies(worte)) for s in eine.stellen() if s.termin)


def test_a_massnahme_of_the_plan_has_all_its_fields() -> None:
    plan = plan_in(MUSTERKREIS)
    massnahmen, _, termine = werke(plan, plan.fassung_nach_id["2025"], date(2025, 6, 30))["konzept"].blaetter
    vordrucke = zeile(massnahmen, id="vordrucke-mehrsprachig")
    assert vordrucke["Nr."] == "1.3 M2"
    assert vordrucke["Maßnahme"] == "Vordrucke in einfacher Sprache"
    assert vordrucke["Handlungsfeld"] == "1 Ankommen und Beratung"
    assert vordrucke["Termin"] == "Auswahl bis 31.03.2022, Veröffentlichung bis 31.03.2025"
    assert vordrucke["Termin gilt aus"] == "Maßnahme"
    assert vordrucke["Mitwirkend"] == "Presse- und Öffentlichkeitsarbeit"
    gelesen = [z for z in termine.zeilen if z[-1] == "vordrucke-mehrsprachig"]
    assert [(z[4], z[6], z[8]) for z in gelesen] == [
        (1, "fällig", date(2022, 3, 31)),
        (2, "fällig", date(2025, 3, 31)),
    ]


def test_what_is_internal_is_in_no_cell_and_a_county_s_words_head_the_columns() -> None:
    massnahme = {
        "id": "m",
        "text": "**Sprachkurs** anbieten",
        "intern": "GEHEIM",
        "hinweise": ["- ein Punkt"],
        "kosten": {"betrag": "14000.50", "jahr": "2025"},
        "beschluss": {"gremium": "Kreistag", "datum": "2024-12-09"},
        "texte": {"en": "Language course"},
        "zustaendigkeiten": [{"akteur": "amt", "hinweis": "Kasse"}],
    }
    feld = {"id": "f", "nummer": "1", "titel": "Feld", "intern": "GEHEIM", "massnahmen": [massnahme]}
    rahmen = {"titel": "Plan", "art": "Konzept", "stand": "2024", "intern": "GEHEIM"}
    fassung = Fassung(
        "2024", Rahmen.model_validate(rahmen), (Handlungsfeld.model_validate(feld),), dateien=("f",)
    )
    basis = Plan(
        akteure=(Akteur.model_validate({"id": "amt", "name": "Amt", "art": "verwaltung"}),),
        fassungen=(fassung,),
    )
    einstellungen = basis.einstellungen.model_validate(
        {"bezeichnungen": {"massnahme": {"einzahl": "Projekt", "mehrzahl": "Projekte/Vorhaben"}}}
    )
    plan = Plan(einstellungen, basis.akteure, fassungen=basis.fassungen)
    for werk in werke(plan, fassung, date(2024, 12, 31)).values():
        for blatt in werk.blaetter:
            assert "GEHEIM" not in repr(blatt)
    blatt = konzept_tabellenwerk(konzeptbericht(plan, fassung)).blaetter[0]
    assert blatt.name == "Projekte Vorhaben"
    projekt = zeile(blatt, id="m")
    assert (projekt["Projekt"], projekt["Text"]) == ("Sprachkurs anbieten", "Sprachkurs anbieten")
    assert (str(projekt["Betrag"]), projekt["Währung"], projekt["Kosten im Jahr"]) == (
        "14000.50",
        "EUR",
        "2025",
    )
    assert (projekt["Beschluss: Gremium"], projekt["Beschluss: Tag"]) == ("Kreistag", date(2024, 12, 9))
    assert (projekt["Englisch"], projekt["Hinweise"]) == ("Language course", "• ein Punkt")
    assert projekt["Federführend"] == "Amt (Kasse)"


def test_the_sachstandsbericht_has_the_ampel_in_words_and_the_fields_add_up() -> None:
    plan = plan_in(MUSTERKREIS)
    fassung, tag = plan.fassung_nach_id["2022"], date(2024, 6, 10)
    alle = werke(plan, fassung, tag)
    massnahmen, felder = alle["sachstandsbericht"].blaetter
    vordrucke = zeile(massnahmen, **{"Nr.": "1.3 M2"})
    assert (vordrucke["Nächste Frist"], vordrucke["Lage der Frist"]) == (date(2023, 12, 31), "überfällig")
    for feld in felder.zeilen:
        assert feld[2] == sum(zahl for zahl in feld[3:-1] if isinstance(zahl, int))
    neue = {z[-1] for z in alle["aenderungen"].blaetter[0].zeilen}
    assert neue == {eine.jetzt.zeile.id for eine in sachstandsbericht(plan, fassung, tag).aenderungen}


def test_the_evaluation_has_first_and_last_frist_and_every_measured_value() -> None:
    plan = plan_in(MUSTERKREIS)
    bericht = evaluation(plan, plan.fassung_nach_id["2022"], date(2024, 12, 10))
    massnahmen, werte = evaluation_tabellenwerk(bericht).blaetter
    titel = [spalte.titel for spalte in massnahmen.spalten]
    fristen = [(z[titel.index("Erste Frist")], z[titel.index("Geltende Frist")]) for z in massnahmen.zeilen]
    assert fristen == [
        (eine.terminweg.erster.frist, eine.terminweg.geltender.frist) for eine in bericht.massnahmen
    ]
    assert len(werte.zeilen) == sum(max(len(stand.punkte), 1) for stand in bericht.indikatoren)


def test_the_verbleib_has_a_row_for_everything_that_went() -> None:
    plan = plan_in("")
    bericht = verbleib(plan, plan.fassung_nach_id["2020"])
    (blatt,) = verbleib_tabellenwerk(bericht).blaetter
    gegangene = [alte.ort.id for a in bericht.abschnitte for alte, _, _ in a.gegangene() if alte.verblieb]
    assert [z[-1] for z in blatt.zeilen] == gegangene
