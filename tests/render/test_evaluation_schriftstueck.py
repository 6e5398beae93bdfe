"""The evaluation on paper: every figure of the page, its pictures as tables that add up."""

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

from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.render.docx import docx_bytes
from konzept.render.evaluation_schriftstueck import evaluation_schriftstueck
from konzept.render.evaluation_words import ERGEBNISSE
from konzept.render.odt import odt_bytes
from konzept.render.schriftstueck import Absatz, Ausrichtung, Liste, Tabelle, Ton, Ueberschrift
from konzept.reports.evaluation import evaluation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from konzept.render.schriftstueck import Block, Schriftstueck
    from konzept.reports.evaluation_teile import Evaluation

ROOT = Path(__file__).parents[2]
MUSTERKREIS = "beispiele/musterkreis"
REPORTS = [
    ("", "2020", "2022-01-01"),
    (MUSTERKREIS, "2022", "2024-12-10"),
    (MUSTERKREIS, "2025", "2025-07-03"),
]


@cache
def report(ort: str, fassung: str, stichtag: str) -> Evaluation:
    plan = load_plan(ROOT / ort).plan
    return evaluation(plan, plan.fassung_nach_id[fassung], date.fromisoformat(stichtag))


def worte(bloecke: Iterable[Block]) -> str:
    """Return the words of blocks, those of cells and entries among them, with single blanks."""
    teile: list[str] = []
    for block in bloecke:
        match block:
            case Absatz() | Ueberschrift():
                teile.append("".join(lauf.text for lauf in block.laeufe))
            case Liste():
                teile += map(worte, block.eintraege)
            case Tabelle():
                teile += [" ".join(zeile) for zeile in texte(block)]
            case _:
                continue
    return " ".join(" ".join(teile).split())


def texte(tabelle: Tabelle) -> list[list[str]]:
    """Return the words of a table, cell by cell, its head first."""
    return [[worte(zelle.bloecke) for zelle in zeile] for zeile in (*tabelle.kopfzeilen, *tabelle.zeilen)]


def tabelle(stueck: Schriftstueck, unter: str) -> Tabelle:
    """Return the first table below the heading that begins with these words."""
    stelle = next(
        number
        for number, block in enumerate(stueck.bloecke)
        if isinstance(block, Ueberschrift) and worte([block]).startswith(unter)
    )
    return next(block for block in stueck.bloecke[stelle:] if isinstance(block, Tabelle))


def musterkreis() -> Schriftstueck:
    return evaluation_schriftstueck(report(MUSTERKREIS, "2022", "2024-12-10"))


def test_the_frame_of_the_document() -> None:
    stueck = musterkreis()
    assert (stueck.titel, stueck.ausrichtung) == ("Auswertung der Fassung 2022", Ausrichtung.HOCH)
    assert (stueck.metadaten.stand, stueck.metadaten.datum) == ("Stichtag 10.12.2024", date(2024, 12, 10))
    ueberschriften = [
        worte([block]) for block in stueck.bloecke if isinstance(block, Ueberschrift) and block.stufe == 1
    ]
    assert ueberschriften == [
        "Auf einen Blick",
        "Je Handlungsfeld",
        "Je federführender Stelle",
        "Termine: zuerst und heute",
        "Indikatoren",
        "Alle Maßnahmen",
        "So ist zu lesen",
    ]


def test_the_results_have_their_word_their_sign_and_their_ground() -> None:
    ergebnisse = tabelle(musterkreis(), "Auf einen Blick")
    assert texte(ergebnisse)[:3] == [
        ["Ergebnis", "Maßnahmen", "Anteil", "Davon"],
        ["✓ umgesetzt", "3", "7 %", ""],
        ["● laufend", "19", "43 %", ""],
    ]
    assert texte(ergebnisse)[-1] == ["zusammen", "44", "100 %", ""]
    assert [zeile[0].ton for zeile in ergebnisse.zeilen[:2]] == [Ton.BLAU, Ton.GRUEN]


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), REPORTS)
@pytest.mark.parametrize("unter", ["Je Handlungsfeld", "Je federführender Stelle"])
def test_the_tables_in_words_add_up(ort: str, fassung: str, stichtag: str, unter: str) -> None:
    bericht = report(ort, fassung, stichtag)
    _, *zeilen, summe = texte(tabelle(evaluation_schriftstueck(bericht), unter))
    gesamt = {ERGEBNISSE[eine.ergebnis]: eine.anzahl for eine in bericht.ergebnisse if eine.anzahl}
    assert summe[1] == str(len(bericht.massnahmen))
    gezaehlt = dict.fromkeys(gesamt, 0)
    for _, anzahl, in_worten, _ in zeilen:
        paare = [re.fullmatch(r"(\u2212?\d+) (.+)", teil) for teil in in_worten.split(", ") if teil != "–"]
        zahlen = {paar[2]: int(paar[1].replace("\u2212", "-")) for paar in paare if paar}
        assert len(zahlen) == len(paare)
        assert sum(zahlen.values()) == int(anzahl.replace("\u2212", "-"))
        for name, zahl in zahlen.items():
            gezaehlt[name] += zahl
    assert gezaehlt == gesamt
    assert summe[2] == ", ".join(f"{zahl} {name}" for name, zahl in gesamt.items())


def test_the_values_of_an_indicator_are_a_table() -> None:
    assert texte(tabelle(musterkreis(), "Begonnene Kurse")) == [
        ["Zeit", "Anzahl", "Angaben"],
        ["Ausgangswert", "4", ""],
        [
            "2022",
            "11",
            "Der Kurs in Mustertal fiel im vierten Quartal aus. Jahresbericht der KVHS 2022 (erfunden)",
        ],
        ["2023", "12", "Jahresbericht der KVHS 2023 (erfunden)"],
        [
            "30.11.2024",
            "9",
            "Im zweiten Quartal fehlten Honorarmittel. Auswertung des Integrationskonzepts 2022–2024 (erfunden)",
        ],
        ["Zielwert", "12", ""],
    ]


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), REPORTS)
def test_every_massnahme_has_its_row(ort: str, fassung: str, stichtag: str) -> None:
    bericht = report(ort, fassung, stichtag)
    tafeln = [block for block in evaluation_schriftstueck(bericht).bloecke if isinstance(block, Tabelle)]
    zeilen = [zeile for tafel in tafeln for zeile in texte(tafel) if len(zeile) == 6]
    for eine in bericht.massnahmen:
        assert any(
            zeile[0] == eine.zeile.nummer
            and eine.zeile.titel in zeile[1]
            and ERGEBNISSE[eine.ergebnis] in zeile[2]
            for zeile in zeilen
        )


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), REPORTS)
def test_every_table_has_a_head_and_a_description(ort: str, fassung: str, stichtag: str) -> None:
    for block in evaluation_schriftstueck(report(ort, fassung, stichtag)).bloecke:
        if isinstance(block, Tabelle):
            assert block.beschreibung
            (kopf,) = block.kopfzeilen
            assert all(zelle.kopf and worte(zelle.bloecke) for zelle in kopf)
            assert all(len(zeile) == len(block.spalten) for zeile in block.zeilen)


def test_a_fassung_without_massnahmen_has_no_empty_tables() -> None:
    rahmen = Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": "2020"})
    fassung = Fassung("2020", rahmen, (), dateien=())
    stueck = evaluation_schriftstueck(evaluation(Plan(fassungen=(fassung,)), fassung, date(2021, 1, 1)))
    assert not [block for block in stueck.bloecke if isinstance(block, Tabelle)]
    assert "0 Maßnahmen" in worte(stueck.bloecke)


def test_both_formats_hold_every_table_and_are_the_same_twice() -> None:
    stueck = musterkreis()
    odt, word = odt_bytes(stueck), docx_bytes(stueck)
    assert (odt, word) == (odt_bytes(stueck), docx_bytes(stueck))
    anzahl = sum(isinstance(block, Tabelle) for block in stueck.bloecke)
    assert len(odfdo.Document(io.BytesIO(odt)).body.get_elements("//table:table")) == anzahl
    gelesen = docx.Document(io.BytesIO(word))
    assert len(gelesen.tables) == anzahl
    (seite,) = gelesen.sections
    assert seite.page_width is not None
    assert round(seite.page_width.mm) == 210
