"""The Sachstandsbericht on paper: page one whole, every Maßnahme once, the Ampel never without its word."""

from __future__ import annotations

import io
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import odfdo
import pytest
from pypdf import PdfReader

from konzept.domain.einstellungen import Ampelwort
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.render.docx import docx_bytes
from konzept.render.odt import odt_bytes
from konzept.render.pdf import pdf_bytes
from konzept.render.sachstandsbericht_schriftstueck import sachstandsbericht_schriftstueck
from konzept.render.sachstandsbericht_words import AMPEL
from konzept.render.schriftstueck import (
    Absatz,
    Ausrichtung,
    Liste,
    Seitenumbruch,
    Tabelle,
    Ton,
    Ueberschrift,
)
from konzept.reports.sachstandsbericht import sachstandsbericht
from tests.pdf_standards import faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.render.schriftstueck import Block, Lauf, Schriftstueck
    from konzept.reports.sachstandsbericht_teile import Sachstandsbericht

ROOT = Path(__file__).parents[2]
MUSTERKREIS = "beispiele/musterkreis"
REPORTS = [
    ("", "2020", "2022-01-01"),
    (MUSTERKREIS, "2022", "2023-12-31"),
    (MUSTERKREIS, "2025", "2025-06-30"),
]
WITHOUT_MASSNAHMEN = ("beispiele/konstanz-2016", "2016", "2017-06-30")
FARBTOENE = {Ton.GRUEN, Ton.GELB, Ton.ROT, Ton.GRAU, Ton.BLAU}


@cache
def report(ort: str, fassung: str, stichtag: str) -> Sachstandsbericht:
    plan = load_plan(ROOT / ort).plan
    return sachstandsbericht(plan, plan.fassung_nach_id[fassung], date.fromisoformat(stichtag), None)


def musterkreis(*, nur_aenderungen: bool = False) -> Schriftstueck:
    return sachstandsbericht_schriftstueck(
        report(MUSTERKREIS, "2025", "2025-06-30"), nur_aenderungen=nur_aenderungen
    )


def laeufe(bloecke: Iterable[Block]) -> Iterator[Lauf]:
    """Give the runs of blocks, those of cells and entries among them."""
    for block in bloecke:
        match block:
            case Absatz() | Ueberschrift():
                yield from block.laeufe
            case Liste():
                for eintrag in block.eintraege:
                    yield from laeufe(eintrag)
            case Tabelle():
                for zeile in (*block.kopfzeilen, *block.zeilen):
                    for zelle in zeile:
                        yield from laeufe(zelle.bloecke)
            case _:
                continue


def worte(bloecke: Iterable[Block]) -> str:
    """Return the words of blocks, one run behind the other."""
    return " ".join(" ".join(lauf.text for lauf in laeufe(bloecke)).split())


def texte(tabelle: Tabelle) -> list[list[str]]:
    """Return the words of a table, cell by cell, its head first."""
    return [[worte(zelle.bloecke) for zelle in zeile] for zeile in (*tabelle.kopfzeilen, *tabelle.zeilen)]


def tabellen(stueck: Schriftstueck) -> list[Tabelle]:
    return [block for block in stueck.bloecke if isinstance(block, Tabelle)]


def test_the_head_names_plan_period_and_day() -> None:
    stueck = musterkreis()
    assert stueck.titel == "Sachstandsbericht zum 30. Juni 2025"
    assert stueck.untertitel.endswith("1. Fortschreibung, beschlossen am 09.12.2024")
    assert stueck.metadaten.stand.startswith("Verglichen mit dem 31.12.2024")
    assert (stueck.metadaten.datum, stueck.ausrichtung) == (date(2025, 6, 30), Ausrichtung.HOCH)


def test_figures_and_ampel_come_first_then_what_is_late_new_and_next() -> None:
    bloecke = musterkreis().bloecke
    kapitel = [worte([block]) for block in bloecke if isinstance(block, Ueberschrift) and block.stufe == 1]
    assert kapitel == [
        "Auf einen Blick",
        "Überfällig",
        "Was sich seit dem 31.12.2024 geändert hat",
        "Was als Nächstes kommt, bis 31.12.2025",
        "Alle Maßnahmen",
        "So ist zu lesen",
    ]
    umbruch = next(stelle for stelle, block in enumerate(bloecke) if isinstance(block, Seitenumbruch))
    assert worte([bloecke[umbruch + 1]]) == "Überfällig"
    assert sum(isinstance(block, Tabelle) for block in bloecke[:umbruch]) == 3


def test_the_figures_of_page_one() -> None:
    kennzahlen, ampel, bild = tabellen(musterkreis())[:3]
    assert texte(kennzahlen)[0][:3] == ["Maßnahmen", "neu gemeldet", "überfällige Fristen"]
    assert texte(kennzahlen)[1][2] == "3 alle mit Meldung alle neu"
    assert texte(ampel)[:3] == [
        ["Ampel", "Maßnahmen", "Anteil", "vorher"],
        ["● im Plan", "22", "50 %", "0"],
        ["○ geplant", "7", "16 %", "0"],
    ]
    assert [zeile[0].ton for zeile in ampel.zeilen] == [Ton.GRUEN, Ton.GRUEN, Ton.GELB, Ton.ROT, Ton.GRAU]
    assert texte(bild)[1] == [
        "1 Ankommen und Beratung",
        "●●●●●● 6 im Plan · ○ 1 geplant · ! 1 Frist vorbei",
        "8",
        "2",
    ]
    assert texte(bild)[-1][2:] == ["44", "3"]


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), REPORTS)
def test_a_colour_never_stands_without_the_word_of_the_ampel(ort: str, fassung: str, stichtag: str) -> None:
    gefaerbt = [
        worte(zelle.bloecke)
        for tabelle in tabellen(
            sachstandsbericht_schriftstueck(report(ort, fassung, stichtag), nur_aenderungen=False)
        )
        for zeile in tabelle.zeilen
        for zelle in zeile
        if zelle.ton in FARBTOENE
    ]
    assert gefaerbt
    assert [text for text in gefaerbt if not any(text.endswith(wort) for wort in AMPEL.values())] == []


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), REPORTS)
def test_every_massnahme_has_one_row_with_its_word_and_at_most_three_sentences(
    ort: str, fassung: str, stichtag: str
) -> None:
    bericht = report(ort, fassung, stichtag)
    stueck = sachstandsbericht_schriftstueck(bericht, nur_aenderungen=False)
    zeilen = {
        absatz.anker: [worte(zelle.bloecke) for zelle in zeile]
        for tabelle in tabellen(stueck)
        for zeile in tabelle.zeilen
        for absatz in zeile[0].bloecke
        if isinstance(absatz, Absatz) and absatz.anker
    }
    alle = [one for feld in bericht.felder for one in feld.massnahmen]
    assert len(zeilen) == len(alle) == bericht.zahlen.massnahmen
    for one in alle:
        zeile = zeilen[f"massnahme-{one.zeile.id}"]
        assert zeile[1].startswith(one.zeile.titel)
        assert zeile[3].endswith(AMPEL[one.urteil.wort])
        if one.antwort and one.antwort.text:
            assert len(re.findall(r"[.!?](?=\s+[A-ZÄÖÜ]|$)", one.antwort.text)) <= 3
            assert one.antwort.text.split()[-1] in zeile[4]


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), REPORTS)
def test_every_link_has_its_place_in_the_document(ort: str, fassung: str, stichtag: str) -> None:
    stueck = sachstandsbericht_schriftstueck(report(ort, fassung, stichtag), nur_aenderungen=False)
    orte = {f"#{block.anker}" for block in stueck.bloecke if isinstance(block, Ueberschrift) and block.anker}
    for tabelle in tabellen(stueck):
        orte |= {
            f"#{block.anker}"
            for zeile in tabelle.zeilen
            for zelle in zeile
            for block in zelle.bloecke
            if isinstance(block, Absatz) and block.anker
        }
    assert {lauf.verweis for lauf in laeufe(stueck.bloecke) if lauf.verweis} <= orte


def test_only_changes_means_figures_and_changes() -> None:
    bloecke = musterkreis(nur_aenderungen=True).bloecke
    kapitel = [worte([block]) for block in bloecke if isinstance(block, Ueberschrift) and block.stufe == 1]
    assert kapitel == ["Auf einen Blick", "Was sich seit dem 31.12.2024 geändert hat"]


def test_a_change_names_the_word_before_and_the_word_now() -> None:
    zeilen = [zeile for tabelle in tabellen(musterkreis()) for zeile in texte(tabelle)]
    zeile = next(
        zeile
        for zeile in zeilen
        if zeile[0] == "1.3 M2" and any(zelle.startswith("vorher:") for zelle in zeile)
    )
    assert zeile[2] == "vorher: ? ohne Meldung jetzt: ! Frist vorbei"


def test_a_fassung_without_massnahmen_says_so() -> None:
    rahmen = Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": "2020"})
    fassung = Fassung("2020", rahmen, (), dateien=())
    bericht = sachstandsbericht(Plan(fassungen=(fassung,)), fassung, date(2021, 1, 1), None)
    stueck = sachstandsbericht_schriftstueck(bericht, nur_aenderungen=False)
    assert "In dieser Fassung stehen keine Maßnahmen." in worte(stueck.bloecke)
    assert pdf_bytes(stueck).startswith(b"%PDF")


def test_every_word_of_the_ampel_is_explained() -> None:
    text = worte(musterkreis().bloecke)
    assert [wort for wort in Ampelwort if f" {AMPEL[wort]} (" not in text] == []


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), REPORTS)
def test_the_pdf_keeps_both_standards_and_page_one_holds_the_picture(
    ort: str, fassung: str, stichtag: str
) -> None:
    stueck = sachstandsbericht_schriftstueck(report(ort, fassung, stichtag), nur_aenderungen=False)
    made = pdf_bytes(stueck)
    assert faults(made) == []
    first, second = (part.extract_text() for part in PdfReader(io.BytesIO(made)).pages[:2])
    assert "zusammen" in first
    assert "Überfällig" in second


def test_a_plan_whose_fields_have_no_massnahmen_names_the_fields_on_one_page() -> None:
    stueck = sachstandsbericht_schriftstueck(report(*WITHOUT_MASSNAHMEN), nur_aenderungen=False)
    made = pdf_bytes(stueck)
    assert faults(made) == []
    assert len(PdfReader(io.BytesIO(made)).pages) == 1
    assert "Handlungsfeld 1: " in worte(stueck.bloecke)


def test_offices_read_every_table_and_two_runs_are_the_same() -> None:
    stueck = musterkreis()
    odt, word = odt_bytes(stueck), docx_bytes(stueck)
    assert (odt, word) == (odt_bytes(stueck), docx_bytes(stueck))
    assert len(odfdo.Document(io.BytesIO(odt)).body.get_elements("//table:table")) == len(tabellen(stueck))
    assert len(docx.Document(io.BytesIO(word)).tables) == len(tabellen(stueck))
