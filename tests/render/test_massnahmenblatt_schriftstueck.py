"""The sheets of Maßnahmen: golden Markdown, a page for each, valid PDF, every optional field missing once."""

from __future__ import annotations

import io
import json
import os
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import odfdo
import pytest
from pypdf import PdfReader

from konzept.domain.akteur import Akteur
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.foerderprogramm import Foerderprogramm
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.load import load_plan
from konzept.render.massnahmenblatt_json import massnahmenblatt_json
from konzept.render.massnahmenblatt_schriftstueck import massnahmenblatt_schriftstueck
from konzept.render.odt import odt_bytes
from konzept.render.pdf import pdf_bytes
from konzept.render.schriftstueck_md import schriftstueck_md
from konzept.reports.massnahmenblatt import massnahmenblaetter
from tests.pdf_standards import faults

if TYPE_CHECKING:
    from konzept.reports.massnahmenblatt import Massnahmenblaetter

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
MUSTERKREIS = "beispiele/musterkreis"
REPORTS = [
    ("", "2020", "2022-01-01", "ilm-kreis-2020"),
    (MUSTERKREIS, "2025", "2025-07-03", "musterkreis-2025"),
]
STICHTAG = date(2022, 1, 1)


@cache
def report(ort: str, fassung: str, stichtag: str) -> Massnahmenblaetter:
    plan = load_plan(ROOT / ort).plan
    return massnahmenblaetter(plan, plan.fassung_nach_id[fassung], date.fromisoformat(stichtag))


@pytest.mark.parametrize(("ort", "fassung", "stichtag", "name"), REPORTS)
def test_golden(ort: str, fassung: str, stichtag: str, name: str) -> None:
    bericht = report(ort, fassung, stichtag)
    written = {
        "md": schriftstueck_md(massnahmenblatt_schriftstueck(bericht)),
        "json": massnahmenblatt_json(bericht),
    }
    for form, text in written.items():
        file = GOLDEN / f"massnahmenblatt-{name}.{form}"
        if os.environ.get("KONZEPT_GOLDEN") == "write":
            file.write_bytes(text.encode())
        assert text.encode() == file.read_bytes()


@pytest.mark.parametrize(("ort", "fassung", "stichtag", "name"), REPORTS)
def test_each_massnahme_has_one_page(ort: str, fassung: str, stichtag: str, name: str) -> None:
    del name
    bericht = report(ort, fassung, stichtag)
    gelesen = PdfReader(io.BytesIO(pdf_bytes(massnahmenblatt_schriftstueck(bericht))))
    lesezeichen = [
        (str(eines.title), gelesen.get_destination_page_number(eines))
        for eines in gelesen.outline
        if not isinstance(eines, list) and str(eines.title).startswith("Maßnahme ")
    ]
    erste = len(gelesen.pages) - len(bericht.blaetter)
    assert [seite for _, seite in lesezeichen] == list(range(erste, len(gelesen.pages)))
    for (titel, _), blatt in zip(lesezeichen, bericht.blaetter, strict=True):
        assert titel.startswith(f"Maßnahme {blatt.karte.verweis.nummer}")


def test_several_sheets_are_a_valid_pdf() -> None:
    plan = load_plan(ROOT / MUSTERKREIS).plan
    ids = {"beratungsverbund", "vordrucke-mehrsprachig", "dezentrale-unterbringung"}
    bericht = massnahmenblaetter(plan, plan.fassung_nach_id["2025"], date(2025, 7, 3), massnahmen=ids)
    made = pdf_bytes(massnahmenblatt_schriftstueck(bericht))
    assert len(PdfReader(io.BytesIO(made)).pages) == 1 + len(ids)
    assert faults(made) == []


def test_the_odt_holds_every_sheet() -> None:
    bericht = report(MUSTERKREIS, "2025", "2025-07-03")
    gelesen = odfdo.Document(io.BytesIO(odt_bytes(massnahmenblatt_schriftstueck(bericht))))
    koepfe = [str(kopf) for kopf in gelesen.body.get_headers()]
    assert len([kopf for kopf in koepfe if "Maßnahme " in kopf]) == len(bericht.blaetter) == 44


FELD: dict[str, Any] = {
    "id": "feld",
    "nummer": "1",
    "titel": "Feld",
    "handlungsziele": [
        {
            "id": "ziel",
            "nummer": "1.1",
            "titel": "Ziel",
            "leitziele": ["leitziel", "fremd"],
            "indikatoren": [{"titel": "Am Ziel", "zielwert": "viele"}],
        }
    ],
}
MASSNAHME: dict[str, Any] = {
    "id": "m",
    "nummer": "1",
    "titel": "Titel",
    "text": "Ein Satz. Noch einer.",
    "termin": "bis 31.12.2021",
    "zustaendigkeiten": ["amt", {"akteur": "unbekannt", "rolle": "mitwirkend", "hinweis": "am Rande"}],
    "foerderungen": [{"programm": "geld", "hinweis": "zur Hälfte"}],
    "kosten": {"betrag": "1500", "jahr": "2021"},
    "beschluss": {"gremium": "Kreistag", "datum": "2021-02-03"},
    "indikatoren": [{"id": "ind", "titel": "Eigener", "einheit": "Kurse", "art": "output", "zielwert": "4"}],
    "querbezuege": [{"ziel": "ziel", "art": "siehe", "hinweis": "dort"}, {"ziel": "weg", "art": "analog"}],
    "hinweise": ["Ein Hinweis."],
    "quelle": "001, Seite 3",
    "begruendung": "Weil es fehlt.",
    "textart": "zusammenfassung",
    "erschlossen": "ja",
    "intern": "geheim",
}
ZEIGT = {
    "nummer": "Maßnahme 1.1 M1",
    "titel": ": Titel",
    "termin": "bis 31.12.2021",
    "zustaendigkeiten": "**Federführend** | Das Amt",
    "foerderungen": "Geldtopf (zur Hälfte)",
    "kosten": "1.500 Euro (2021)",
    "beschluss": "Kreistag, 3.2.2021",
    "indikatoren": "Eigener",
    "querbezuege": "siehe Handlungsziel 1.1: Ziel (dort) <br> analog zu »weg«",
    "hinweise": "Ein Hinweis.",
    "quelle": "001, Seite 3",
    "begruendung": "Weil es fehlt.",
    "textart": "Zusammenfassung, nicht beschlossener Wortlaut",
    "erschlossen": "erschlossen, nicht wörtlich belegt",
}
"""What each optional field adds to the sheet."""


def blatt(massnahme: dict[str, Any], **rahmen: Any) -> Massnahmenblaetter:
    ziel = {**FELD["handlungsziele"][0], "massnahmen": [massnahme]}
    fassung = Fassung(
        "2020",
        Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": "2020", **rahmen}),
        (Handlungsfeld.model_validate({**FELD, "handlungsziele": [ziel]}),),
        Sachstand.model_validate(
            {
                "eintraege": [
                    {
                        "am": f"2021-{n:02}-01",
                        "erfasst": f"2021-{n:02}-01",
                        "massnahme": "m",
                        "stand": "laufend",
                    }
                    for n in range(1, 8)
                ]
                + [
                    {
                        "am": "2021-12-01",
                        "erfasst": "2021-12-01",
                        "massnahme": "m",
                        "stand": "keine-rueckmeldung",
                    }
                ]
            }
        ),
        dateien=("feld",),
    )
    amt = Akteur.model_validate({"id": "amt", "name": "Das Amt", "art": "verwaltung"})
    topf = Foerderprogramm.model_validate({"id": "geld", "name": "Geldtopf"})
    plan = Plan(akteure=(amt,), foerderprogramme=(topf,), fassungen=(fassung,))
    return massnahmenblaetter(plan, fassung, STICHTAG)


def markdown(bericht: Massnahmenblaetter) -> str:
    return schriftstueck_md(massnahmenblatt_schriftstueck(bericht))


def test_a_sheet_shows_all_that_is_known_and_nothing_internal() -> None:
    gezeigt = markdown(blatt(MASSNAHME))
    assert [feld for feld, text in ZEIGT.items() if text not in gezeigt] == []
    assert "geheim" not in gezeigt
    assert "geheim" not in massnahmenblatt_json(blatt(MASSNAHME))
    assert "# Maßnahmenblatt\n" in gezeigt
    # of a goal's Leitziele one that is not there is named by its id
    assert "leitziel <br> fremd" in gezeigt
    # the reports: the latest, four before it, and how many more
    assert "01.07.2021: laufend" in gezeigt
    assert "gefragt am 01.12.2021, keine Rückmeldung" in gezeigt
    assert "01.03.2021 laufend; 2 weitere davor" in gezeigt


@pytest.mark.parametrize("feld", sorted(set(MASSNAHME) - {"id", "text"}))
def test_each_optional_field_may_be_missing(feld: str) -> None:
    ohne = {name: wert for name, wert in MASSNAHME.items() if name != feld}
    bericht = blatt(ohne)
    gezeigt = markdown(bericht)
    if feld in ZEIGT:
        assert ZEIGT[feld] not in gezeigt
    if feld in {"termin", "zustaendigkeiten", "foerderungen", "kosten"}:
        assert "nicht angegeben" in gezeigt
    json.loads(massnahmenblatt_json(bericht))


def test_a_bare_massnahme_keeps_the_standards() -> None:
    bericht = blatt({"id": "m", "text": "Nur ein Text"})
    assert "| **Indikatoren** |" not in markdown(bericht)  # its goal has one
    assert faults(pdf_bytes(massnahmenblatt_schriftstueck(bericht))) == []


def test_the_choice_is_named_and_may_be_empty() -> None:
    plan = load_plan(ROOT / MUSTERKREIS).plan
    fassung = plan.fassung_nach_id["2025"]
    amt = plan.akteur_nach_id["jugendamt"]
    tag = date(2025, 7, 3)
    eine = massnahmenblaetter(plan, fassung, tag, massnahmen={"lotsennetz"})
    assert "# Maßnahmenblatt\n" in markdown(eine)
    des_amts = massnahmenblaetter(plan, fassung, tag, akteur=amt)
    assert f"**{len(des_amts.blaetter)} von 44 Maßnahmen, an denen beteiligt ist: {amt.name}**" in markdown(
        des_amts
    )
    keine = massnahmenblaetter(plan, fassung, tag, massnahmen={"lotsennetz"}, akteur=amt)
    assert "Keine Maßnahme dieser Fassung passt zur Auswahl." in markdown(keine)


def test_a_plan_without_massnahmen_says_so() -> None:
    plan = load_plan(ROOT / "beispiele/konstanz-2016").plan
    bericht = massnahmenblaetter(plan, plan.fassungen[0], STICHTAG)
    assert bericht.gesamt == 0
    assert "In dieser Fassung stehen keine Maßnahmen." in markdown(bericht)
