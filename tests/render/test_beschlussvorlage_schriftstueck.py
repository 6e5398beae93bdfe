"""The paper put before the council: golden Markdown, every field missing once, proposals marked and only facts."""

from __future__ import annotations

import io
import json
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import odfdo
import pytest

from konzept.domain.beschluss import Beschluss, Vorlage
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.render.beschlussvorlage_json import beschlussvorlage_json
from konzept.render.beschlussvorlage_schriftstueck import beschlussvorlage_schriftstueck
from konzept.render.beschlussvorlage_words import EINTRAGEN, VORSCHLAG
from konzept.render.docx import docx_bytes
from konzept.render.odt import odt_bytes
from konzept.render.pdf import pdf_bytes
from konzept.render.schriftstueck_md import schriftstueck_md
from konzept.reports.beschlussvorlage import Angabe, beschlussvorlage
from tests.pdf_standards import faults

if TYPE_CHECKING:
    from konzept.reports.beschlussvorlage import Beschlussvorlage

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
MUSTERKREIS = "beispiele/musterkreis"
REPORTS = [
    ("", "2020", "ilm-kreis-2020"),
    (MUSTERKREIS, "2025", "musterkreis-2025"),
    ("beispiele/konstanz-2016", "2016", "konstanz-2016"),
]
PLATZHALTER = EINTRAGEN.replace("[", "\\[").replace("]", "\\]")
"""As Markdown writes it."""


@cache
def plan(ort: str) -> Plan:
    return load_plan(ROOT / ort).plan


def report(ort: str, fassung: str) -> Beschlussvorlage:
    return beschlussvorlage(plan(ort), plan(ort).fassung_nach_id[fassung])


def changed(**felder: Any) -> Beschlussvorlage:
    """Return the paper on the Musterkreis of 2025 with other fields of the frame."""
    musterkreis = plan(MUSTERKREIS)
    alt, neu = musterkreis.fassungen
    anders = Fassung(
        neu.id,
        neu.rahmen.model_copy(update=felder),
        neu.handlungsfelder,
        neu.sachstand,
        neu.datei,
        neu.dateien,
    )
    return beschlussvorlage(
        Plan(musterkreis.einstellungen, musterkreis.akteure, musterkreis.foerderprogramme, (alt, anders)),
        anders,
    )


def markdown(bericht: Beschlussvorlage) -> str:
    return schriftstueck_md(beschlussvorlage_schriftstueck(bericht))


@pytest.mark.parametrize(("ort", "fassung", "name"), REPORTS)
def test_golden(ort: str, fassung: str, name: str) -> None:
    bericht = report(ort, fassung)
    written = {"md": markdown(bericht), "json": beschlussvorlage_json(bericht)}
    for form, text in written.items():
        file = GOLDEN / f"beschlussvorlage-{name}.{form}"
        if os.environ.get("KONZEPT_GOLDEN") == "write":
            file.write_bytes(text.encode())
        assert text.encode() == file.read_bytes()


@pytest.mark.parametrize(("ort", "fassung", "name"), REPORTS)
def test_the_pdf_is_valid(ort: str, fassung: str, name: str) -> None:
    del name
    assert faults(pdf_bytes(beschlussvorlage_schriftstueck(report(ort, fassung)))) == []


@pytest.mark.parametrize(("ort", "fassung", "name"), REPORTS)
def test_the_sections_are_those_of_the_form_in_every_format(ort: str, fassung: str, name: str) -> None:
    del name
    stueck = beschlussvorlage_schriftstueck(report(ort, fassung))
    form = ["Beratungsfolge", "Beschlussvorschlag", "Sachverhalt", "Finanzielle Auswirkungen", "Anlagen"]
    gelesen = odfdo.Document(io.BytesIO(odt_bytes(stueck)))
    assert [str(kopf).strip() for kopf in gelesen.body.get_headers()] == form
    word = docx.Document(io.BytesIO(docx_bytes(stueck)))
    assert [a.text for a in word.paragraphs if a.style and a.style.name.startswith("Heading")] == form
    kopf, folge, *_ = word.tables
    assert [zelle.text for zelle in kopf.rows[0].cells] == [
        "Drucksachen-Nr.",
        "Datum",
        "Organisationseinheit",
        "Sitzung",
    ]
    assert folge.rows[0].cells[0].text == "Gremium"


def test_a_whole_paper_has_neither_gap_nor_proposal() -> None:
    bericht = report(MUSTERKREIS, "2025")
    geschrieben = markdown(bericht)
    assert bericht.fehlende == ()
    assert "Entwurf: " not in geschrieben
    assert VORSCHLAG not in geschrieben
    assert "bitte" not in geschrieben
    assert json.loads(beschlussvorlage_json(bericht))["vorschlaege"] == {}


NAMEN = {
    "nummer": "Drucksachen-Nummer",
    "datum": "Datum",
    "amt": "Organisationseinheit",
    "beschlussvorschlag": "Beschlussvorschlag",
    "sachverhalt": "Sachverhalt",
    "finanzielle_auswirkungen": "Finanzielle Auswirkungen",
    "anlagen": "Anlagen",
}
IM_KOPF = {"nummer", "datum", "amt"}


@pytest.mark.parametrize("feld", NAMEN)
def test_each_field_of_the_vorlage_may_be_missing(feld: str) -> None:
    vorlage = plan(MUSTERKREIS).fassung_nach_id["2025"].rahmen.vorlage
    assert vorlage is not None
    leer = Vorlage.model_fields[feld].get_default()
    bericht = changed(vorlage=vorlage.model_copy(update={feld: leer}))
    geschrieben = markdown(bericht)
    assert bericht.fehlende == (Angabe(feld),)
    assert f"Im Plan (data/fassungen/2025.yaml) fehlt noch {NAMEN[feld]}." in geschrieben
    assert geschrieben.count(PLATZHALTER) == (feld in IM_KOPF)
    assert geschrieben.count(VORSCHLAG) == (feld not in IM_KOPF)
    assert (f"\\[{NAMEN[feld]} bitte eintragen\\]" in geschrieben) == (feld not in IM_KOPF)
    gegeben = json.loads(beschlussvorlage_json(bericht))
    assert not gegeben[feld]
    assert gegeben["fehlende"] == [feld]
    assert list(gegeben["vorschlaege"]) == ([] if feld in IM_KOPF else [feld])


def test_the_proposals_are_facts_of_the_plan() -> None:
    geschrieben = markdown(changed(vorlage=None))
    for satz in (
        "Dem Plan „Integrationskonzept des Musterkreises 2025–2027“ (1. Fortschreibung, Stand 25.11.2024) wird",
        "Vorgänger ist „Integrationskonzept des Musterkreises 2022–2024“, Konzept (Stand 6.12.2021; gilt 2022 bis",
        "Beschluss: Kreistag des Musterkreises, 13.12.2021, Drucksache KT/2021/118).",
        "Am 25.11.2024 standen seine 44 Maßnahmen so: ",
        "Umfang: 4 Leitziele, 6 Handlungsfelder, 17 Handlungsziele, 44 Maßnahmen und 39 beteiligte Stellen.",
        "Maßnahmen 2022: 44 = ",
        "Die Bilanz geht auf.",
        "Rückmeldungen der zuständigen Stellen (Juni bis September 2024; 29 von 34 angeschriebenen Stellen",
        "Anlage 2 – Synopse: Fassung 2022 und Fassung 2025",
    ):
        assert satz in geschrieben


def test_costs_are_added_up_by_currency_and_year() -> None:
    bericht = changed(vorlage=None)
    kosten = bericht.kosten
    assert kosten.massnahmen == bericht.konzept.umfang.massnahmen
    assert sum(summe.massnahmen for summe in kosten.summen) == kosten.beziffert
    for summe in kosten.summen:
        einzelne = [
            k.betrag
            for _, k in kosten.angaben
            if k.betrag is not None and (k.waehrung, k.jahr) == (summe.waehrung, summe.jahr)
        ]
        assert sum(einzelne) == summe.betrag
    geschrieben = markdown(bericht)
    assert "Kosten laut Plan" in geschrieben
    assert "14.000 Euro (2025)" in geschrieben
    assert f"{kosten.nicht_bezifferbar} nicht bezifferbar" in geschrieben


def test_a_plan_without_costs_says_only_that() -> None:
    geschrieben = markdown(report("", "2020"))
    assert "Der Plan nennt zu keiner der 50 Maßnahmen Kosten." in geschrieben
    assert "Kosten laut Plan" not in geschrieben


@pytest.mark.parametrize(
    ("arten", "sitzung"),
    [
        (("öffentlich", "öffentlich"), "öffentlich"),
        (("öffentlich", "nichtöffentlich"), "siehe Beratungsfolge"),
        (("öffentlich", None), "siehe Beratungsfolge"),
        ((None, None), PLATZHALTER),
        ((), PLATZHALTER),
    ],
)
def test_whether_it_is_public(arten: tuple[str | None, ...], sitzung: str) -> None:
    folge = tuple(
        {"gremium": f"Ausschuss {n}", **({"art": art} if art else {})} for n, art in enumerate(arten)
    )
    rahmen = Rahmen.model_validate(
        {"titel": "Plan", "art": "Konzept", "stand": "2020", "beratungsfolge": folge}
    )
    geschrieben = markdown(changed(beratungsfolge=rahmen.beratungsfolge))
    kopf = geschrieben.split("Drucksachen-Nr.")[1].split("\n")[2]
    assert kopf.endswith(f"| {sitzung} |")


def test_results_have_a_column_only_where_there_are_any() -> None:
    assert "| **Ergebnis** |" in markdown(report(MUSTERKREIS, "2025"))
    assert "| **Ergebnis** |" not in markdown(report("", "2020"))


def test_without_a_beratungsfolge_the_body_of_the_beschluss_stands_in_it() -> None:
    beschluss = Beschluss.model_validate({"gremium": "Kreistag"})
    geschrieben = markdown(changed(beratungsfolge=(), beschluss=beschluss))
    assert f"| Kreistag | {PLATZHALTER} | {PLATZHALTER} |" in geschrieben


def test_a_first_fassung_and_an_empty_one_have_no_vorgeschichte() -> None:
    rahmen = Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": "2020"})
    fassung = Fassung("2020", rahmen)
    bericht = beschlussvorlage(Plan(fassungen=(fassung,)), fassung)
    geschrieben = markdown(bericht)
    assert bericht.fehlende == tuple(Angabe)
    assert "Vorgänger" not in geschrieben
    assert "Synopse" not in geschrieben
    assert "Der Plan enthält keine Maßnahmen." in geschrieben
    assert json.loads(beschlussvorlage_json(bericht))["bilanz"] is None
    assert faults(pdf_bytes(beschlussvorlage_schriftstueck(bericht))) == []


def test_what_is_only_a_summary_is_called_so() -> None:
    assert "Zusammenfassung, nicht beschlossener Wortlaut" in markdown(
        report("beispiele/konstanz-2016", "2016")
    )
