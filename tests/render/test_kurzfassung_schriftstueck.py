"""The short version: golden Markdown, never more than two pages, valid PDF, what may be missing."""

from __future__ import annotations

import io
import json
import os
from datetime import date
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import odfdo
import pytest
from pypdf import PdfReader

from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.render.kurzfassung_json import kurzfassung_json
from konzept.render.kurzfassung_platz import OFFICE, gezeigt
from konzept.render.kurzfassung_schriftstueck import kurzfassung_schriftstueck
from konzept.render.kurzfassung_words import gekuerzt
from konzept.render.odt import odt_bytes
from konzept.render.pdf import pdf_bytes
from konzept.render.schriftstueck_md import schriftstueck_md
from konzept.reports.kurzfassung import kurzfassung
from tests.pdf_standards import faults

if TYPE_CHECKING:
    from konzept.reports.kurzfassung import Kurzfassung

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
MUSTERKREIS = "beispiele/musterkreis"
REPORTS = [
    ("", "2020", "2022-01-01", "ilm-kreis-2020"),
    (MUSTERKREIS, "2025", "2025-07-03", "musterkreis-2025"),
]
SEITEN = [
    *((ort, fassung, stichtag) for ort, fassung, stichtag, _ in REPORTS),
    ("", "2020", "2020-11-02"),
    ("", "2018", "2018-12-31"),
    (MUSTERKREIS, "2022", "2024-12-10"),
    (MUSTERKREIS, "2022", "2022-01-01"),
    ("beispiele/konstanz-2016", "2016", "2016-06-16"),
    ("beispiele/handlungsleitlinien", "2016", "2016-01-01"),
]
HOECHSTENS = 2


@cache
def report(ort: str, fassung: str, stichtag: str) -> Kurzfassung:
    plan = load_plan(ROOT / ort).plan
    return kurzfassung(plan, plan.fassung_nach_id[fassung], date.fromisoformat(stichtag))


def pages(bericht: Kurzfassung) -> int:
    return len(PdfReader(io.BytesIO(pdf_bytes(kurzfassung_schriftstueck(bericht)))).pages)


@pytest.mark.parametrize(("ort", "fassung", "stichtag", "name"), REPORTS)
def test_golden(ort: str, fassung: str, stichtag: str, name: str) -> None:
    bericht = report(ort, fassung, stichtag)
    written = {"md": schriftstueck_md(kurzfassung_schriftstueck(bericht)), "json": kurzfassung_json(bericht)}
    for form, text in written.items():
        file = GOLDEN / f"kurzfassung-{name}.{form}"
        if os.environ.get("KONZEPT_GOLDEN") == "write":
            file.write_bytes(text.encode())
        assert text.encode() == file.read_bytes()


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), SEITEN)
def test_two_pages_are_enough(ort: str, fassung: str, stichtag: str) -> None:
    assert pages(report(ort, fassung, stichtag)) <= HOECHSTENS


@pytest.mark.parametrize(("ort", "fassung", "stichtag", "name"), REPORTS)
def test_the_pdf_is_valid_and_names_every_goal(ort: str, fassung: str, stichtag: str, name: str) -> None:
    del name
    bericht = report(ort, fassung, stichtag)
    made = pdf_bytes(kurzfassung_schriftstueck(bericht))
    assert faults(made) == []
    text = " ".join(" ".join(eine.extract_text().split()) for eine in PdfReader(io.BytesIO(made)).pages)
    for feld in bericht.felder:
        assert all(f"{one.nummer} {one.titel[:30]}" in text for one in feld.inhalt)


def test_the_odt_holds_the_same_headings() -> None:
    stueck = kurzfassung_schriftstueck(report(MUSTERKREIS, "2025", "2025-07-03"), platz=OFFICE)
    gelesen = odfdo.Document(io.BytesIO(odt_bytes(stueck)))
    assert [str(kopf).strip() for kopf in gelesen.body.get_headers()] == [
        "Leitziele",
        "Stand der Umsetzung",
        "Was als Nächstes ansteht",
        "Wer es tut",
        "Handlungsfelder",
    ]


WOERTER = (
    "Integrationsförderung",
    "von",
    "Menschen",
    "mit",
    "Zuwanderungsgeschichte",
    "im",
    "ganzen",
    "Kreis",
)


def text(laenge: int, ab: int) -> str:
    return " ".join(islice(cycle(WOERTER), ab, ab + laenge))[:laenge].strip()


def made_up(felder: int, ziele: int, laenge: int) -> Kurzfassung:
    """Make a plan of so many fields and goals with titles of that length, and twelve Leitziele."""
    rahmen: dict[str, Any] = {
        "titel": text(laenge, 3),
        "art": "Konzept",
        "stand": "2020-01-01",
        "leitbild": f"{text(300, 1)}. {text(300, 5)}.",
        "leitziele": [{"id": f"l{i}", "nummer": str(i), "titel": text(laenge, i)} for i in range(1, 13)],
    }
    handlungsfelder = [
        {
            "id": f"f{i}",
            "nummer": str(i),
            "titel": text(laenge, i),
            "handlungsziele": [
                {
                    "id": f"z{i}-{j}",
                    "nummer": f"{i}.{j}",
                    "titel": text(laenge, j),
                    "termin": "fortlaufend",
                    "massnahmen": [{"id": f"m{i}-{j}", "text": text(laenge, j)}],
                }
                for j in range(1, ziele + 1)
            ],
        }
        for i in range(1, felder + 1)
    ]
    fassung = Fassung(
        "2020",
        Rahmen.model_validate(rahmen),
        tuple(map(Handlungsfeld.model_validate, handlungsfelder)),
        dateien=tuple(f"f{i}" for i in range(felder)),
    )
    return kurzfassung(Plan(fassungen=(fassung,)), fassung, date(2021, 1, 1))


@pytest.mark.parametrize("laenge", [20, 105, 300])
@pytest.mark.parametrize(("felder", "ziele"), [(1, 30), (4, 30), (8, 12), (15, 4), (15, 30)])
def test_larger_plans_show_less_of_each_field_not_more_pages(felder: int, ziele: int, laenge: int) -> None:
    bericht = made_up(felder, ziele, laenge)
    assert pages(bericht) <= HOECHSTENS
    assert gezeigt(bericht) < ziele
    assert gezeigt(bericht, OFFICE) <= gezeigt(bericht)


def test_what_is_left_out_is_counted() -> None:
    bericht = made_up(4, 30, 20)
    geschrieben = schriftstueck_md(kurzfassung_schriftstueck(bericht))
    assert f"und {30 - gezeigt(bericht)} Handlungsziele mehr, siehe Plan" in geschrieben
    assert "und 4 mehr" in geschrieben  # of twelve Leitziele eight stand


OPTIONAL = (
    "gilt_von",
    "gilt_bis",
    "vorgaenger",
    "beschluss",
    "vorlage",
    "beratungsfolge",
    "leitziele",
    "vorwort",
    "leitbild",
    "ausblick",
    "beteiligung",
    "abkuerzungen",
    "quellen",
    "verbleib",
)


@pytest.mark.parametrize("feld", OPTIONAL)
def test_each_optional_field_of_the_frame_may_be_missing(feld: str) -> None:
    plan = load_plan(ROOT / MUSTERKREIS).plan
    fassung = plan.fassung_nach_id["2025"]
    leer = Rahmen.model_fields[feld].get_default(call_default_factory=True)
    ohne = Fassung(
        fassung.id,
        fassung.rahmen.model_copy(update={feld: leer}),
        fassung.handlungsfelder,
        fassung.sachstand,
        fassung.datei,
        fassung.dateien,
    )
    anders = Plan(plan.einstellungen, plan.akteure, plan.foerderprogramme, (plan.fassungen[0], ohne))
    bericht = kurzfassung(anders, ohne, date(2025, 7, 3))
    geschrieben = schriftstueck_md(kurzfassung_schriftstueck(bericht))
    assert ("## Leitziele" in geschrieben) == (feld != "leitziele")
    assert ("Vorgänger: " in geschrieben) == (feld != "vorgaenger")
    # without a Leitbild the Vorwort tells what the plan is about
    assert ("Drei Jahre nach dem ersten Integrationskonzept" in geschrieben) == (feld == "leitbild")
    assert json.loads(kurzfassung_json(bericht))["umfang"]["massnahmen"] == 44


def test_an_empty_fassung_says_that_there_is_nothing() -> None:
    rahmen = Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": "2020"})
    fassung = Fassung("2020", rahmen)
    bericht = kurzfassung(Plan(fassungen=(fassung,)), fassung, date(2021, 1, 1))
    geschrieben = schriftstueck_md(kurzfassung_schriftstueck(bericht))
    assert "In dieser Fassung stehen keine Maßnahmen." in geschrieben
    assert "## Handlungsfelder" not in geschrieben
    assert faults(pdf_bytes(kurzfassung_schriftstueck(bericht))) == []


@pytest.mark.parametrize(
    ("lang", "kurz"),
    [
        ("kurz", "kurz"),
        ("zwei\nZeilen  hier", "zwei Zeilen hier"),
        ("eins zwei drei vier", "eins zwei drei …"),
        ("eins zwei, drei vier", "eins zwei …"),
    ],
)
def test_a_long_title_is_cut_at_a_word(lang: str, kurz: str) -> None:
    assert gekuerzt(lang, 16) == kurz
