"""The Zeitplan on paper and in sheets: every Frist in its half-year, what runs, and nothing dropped beside the grid."""

from __future__ import annotations

import json
import os
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.load import load_plan
from konzept.render.docx import docx_bytes
from konzept.render.odt import odt_bytes
from konzept.render.pdf import pdf_bytes
from konzept.render.schriftstueck import Absatz, Ausrichtung, Tabelle, Ton
from konzept.render.schriftstueck_md import schriftstueck_md
from konzept.render.zeitplan_json import zeitplan_json
from konzept.render.zeitplan_schriftstueck import zeitplan_schriftstueck
from konzept.render.zeitplan_tabellenwerk import zeitplan_tabellenwerk
from konzept.render.zeitplan_zellen import Zeitplandokument, daneben, marken, spalten
from konzept.reports.zeitplan import zeitplan

if TYPE_CHECKING:
    from konzept.render.schriftstueck import Zelle

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
def shipped(ort: str, fassung: str, tag: date) -> Zeitplandokument:
    plan = load_plan(ROOT / ort).plan
    return Zeitplandokument(zeitplan(plan, plan.fassung_nach_id[fassung], tag), plan.einstellungen)


def made_up(
    termin: str | None, bis: str = "2024", meldungen: tuple[dict[str, object], ...] = ()
) -> Zeitplandokument:
    """Make a plan of one Maßnahme for the years from 2023, as known on 1 July 2024."""
    massnahme = {"id": "eine", "text": "Eine Maßnahme", **({"termin": termin} if termin else {})}
    feld = {"id": "feld", "nummer": "1", "titel": "Feld", "massnahmen": [massnahme]}
    rahmen = {"titel": "Plan", "art": "Konzept", "stand": "2023-01-01", "gilt_von": "2023", "gilt_bis": bis}
    plan = Plan(
        fassungen=(
            Fassung(
                "2023",
                Rahmen.model_validate(rahmen),
                (Handlungsfeld.model_validate(feld),),
                Sachstand.model_validate({"eintraege": meldungen}),
                dateien=("f",),
            ),
        )
    )
    return Zeitplandokument(zeitplan(plan, plan.fassungen[0], date(2024, 7, 1)), plan.einstellungen)


ERLEDIGT = {"am": "2024-01-31", "erfasst": "2024-01-31", "massnahme": "eine", "stand": "umgesetzt"}


@pytest.mark.parametrize(
    ("termin", "meldungen", "zellen", "rand"),
    [
        # 1. and 2. half of 2023, 1. and 2. half of 2024, beside the grid
        ("bis Ende 2024", (), ["", "", "", "31.12."], []),
        ("bis 31.03.2024", (), ["", "", "31.03. überfällig", ""], []),
        ("bis 31.03.2024", (ERLEDIGT,), ["", "", "31.03. erledigt", ""], []),
        ("ab Juli 2023", (), ["", "läuft", "läuft", "läuft"], []),
        ("fortlaufend", (), ["läuft"] * 4, []),
        ("von März 2023 bis August 2024", (), ["läuft", "läuft", "läuft", "31.08."], []),
        (
            "vierteljährlich",
            (),
            ["2× überfällig", "2× überfällig", "2× überfällig", "2×"],
            [],
        ),
        (
            "vierteljährlich",
            ({**ERLEDIGT, "stand": "laufend", "erfuellt": [{"teil": "1", "frist": "2023-03-31"}]},),
            ["2×: 1 überfällig, 1 erledigt", "2× überfällig", "2× überfällig", "2×"],
            [],
        ),
        ("im 2-Jahres-Turnus", (), ["möglich"] * 4, []),
        ("nach Bedarf", (), [""] * 4, ["ohne Datum: nach Bedarf"]),
        ("bis Ende 2026", (), [""] * 4, ["später: 31.12.2026"]),
        ("bis Ende 2020", (), [""] * 4, ["früher: 31.12.2020 (überfällig)"]),
        (None, (), [""] * 4, ["ohne Termin"]),
    ],
)
def test_each_termin_stands_where_it_belongs(
    termin: str | None, meldungen: tuple[dict[str, object], ...], zellen: list[str], rand: list[str]
) -> None:
    dokument = made_up(termin, meldungen=meldungen)
    (zeile,) = dokument.plan.zeilen
    gezeigt = [" / ".join(marke.text for marke in marken(zeile, zeit)) for zeit in spalten(dokument.plan)]
    assert gezeigt == zellen
    assert list(daneben(dokument, zeile)) == rand


def test_few_years_are_halved_and_many_are_not() -> None:
    assert [zeit.kopf for zeit in spalten(made_up(None, "2024").plan)] == [
        "1. Hj. 2023",
        "2. Hj. 2023",
        "1. Hj. 2024",
        "2. Hj. 2024",
    ]
    assert [zeit.kopf for zeit in spalten(made_up(None, "2027").plan)] == [
        "2023",
        "2024",
        "2025",
        "2026",
        "2027",
    ]


def text(zelle: Zelle) -> str:
    return " ".join("".join(lauf.text for lauf in b.laeufe) for b in zelle.bloecke if isinstance(b, Absatz))


@pytest.mark.parametrize(("ort", "fassung", "tag"), PLANS)
def test_every_row_and_every_frist_of_the_grid_is_in_the_document(ort: str, fassung: str, tag: date) -> None:
    dokument = shipped(ort, fassung, tag)
    stueck = zeitplan_schriftstueck(dokument)
    assert stueck.ausrichtung is Ausrichtung.QUER
    tafeln = [block for block in stueck.bloecke if isinstance(block, Tabelle)]
    zeilen = [zeile for tafel in tafeln for zeile in tafel.zeilen]
    assert len(zeilen) == len(dokument.plan.zeilen)
    for gedruckt, zeile in zip(zeilen, dokument.plan.zeilen, strict=True):
        alles = " ".join(map(text, gedruckt))
        assert zeile.verweis.titel in alles
        for teil in zeile.teile:
            for frist in teil.fristen:
                assert f"{frist.tag:%d.%m.}" in alles or "×" in alles
            if teil.offen:
                assert teil.teil.text in alles
    for tafel in tafeln:
        assert all(len(zeile) == len(tafel.spalten) == len(tafel.kopfzeilen[0]) for zeile in tafel.zeilen)


def test_colour_never_says_what_words_do_not() -> None:
    for tafel in zeitplan_schriftstueck(shipped(*PLANS[2])).bloecke:
        for zeile in tafel.zeilen if isinstance(tafel, Tabelle) else ():
            for zelle in zeile:
                assert (zelle.ton is Ton.ROT) == ("überfällig" in text(zelle) and "früher" not in text(zelle))
                assert zelle.ton is not Ton.GRUEN or "erledigt" in text(zelle)


@pytest.mark.parametrize(("ort", "fassung", "tag"), PLANS)
def test_paper_and_data_are_written_for_every_plan(ort: str, fassung: str, tag: date) -> None:
    dokument = shipped(ort, fassung, tag)
    stueck = zeitplan_schriftstueck(dokument)
    assert odt_bytes(stueck) == odt_bytes(stueck)
    assert docx_bytes(stueck) == docx_bytes(stueck)
    assert pdf_bytes(stueck).startswith(b"%PDF-")
    daten = json.loads(zeitplan_json(dokument))
    assert [zeile["id"] for zeile in daten["zeilen"]] == [zeile.verweis.id for zeile in dokument.plan.zeilen]


@pytest.mark.parametrize(("ort", "fassung", "tag"), PLANS)
def test_the_sheets_hold_the_grid_and_every_frist(ort: str, fassung: str, tag: date) -> None:
    dokument = shipped(ort, fassung, tag)
    raster, fristen = zeitplan_tabellenwerk(dokument).blaetter
    assert [zeile[1] for zeile in raster.zeilen] == [zeile.verweis.titel for zeile in dokument.plan.zeilen]
    alle = [frist.tag for zeile in dokument.plan.zeilen for teil in zeile.teile for frist in teil.fristen]
    assert [zeile[0] for zeile in fristen.zeilen] == alle


FORMATE = {
    "md": lambda: schriftstueck_md(zeitplan_schriftstueck(shipped(*PLANS[2]))),
    "json": lambda: zeitplan_json(shipped(*PLANS[2])),
}


@pytest.mark.parametrize("form", FORMATE)
def test_golden(form: str) -> None:
    path = ROOT / "tests" / "golden" / f"zeitplan-musterkreis-2022.{form}"
    made = FORMATE[form]()
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        path.write_text(made, encoding="utf-8", newline="\n")
    assert made == path.read_text(encoding="utf-8")
