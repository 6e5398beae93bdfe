"""What was not carried over on paper: the tables of Anhang A, nothing left out, what is open stands out."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import odfdo
import pytest

from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.render.docx import docx_bytes
from konzept.render.odt import odt_bytes
from konzept.render.schriftstueck import Absatz, Absatzart, Ausrichtung, Liste, Tabelle, Ueberschrift
from konzept.render.verbleib_schriftstueck import verbleib_schriftstueck
from konzept.render.verbleib_words import verbleibwort
from konzept.reports.verbleib import verbleib

if TYPE_CHECKING:
    from collections.abc import Iterable

    from konzept.render.schriftstueck import Block, Schriftstueck
    from konzept.reports.verbleib_teile import Verbleibbericht

ROOT = Path(__file__).parents[2]
MUSTERKREIS = "beispiele/musterkreis"
REPORTS = [("", "2020"), (MUSTERKREIS, "2025")]


@cache
def report(ort: str, fassung: str) -> Verbleibbericht:
    plan = load_plan(ROOT / ort).plan
    return verbleib(plan, plan.fassung_nach_id[fassung])


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
                teile += [
                    worte(zelle.bloecke) for zeile in (*block.kopfzeilen, *block.zeilen) for zelle in zeile
                ]
            case _:
                continue
    return " ".join(" ".join(teile).split())


def tabellen(stueck: Schriftstueck) -> list[Tabelle]:
    return [block for block in stueck.bloecke if isinstance(block, Tabelle)]


def test_the_frame_of_the_document() -> None:
    stueck = verbleib_schriftstueck(report(MUSTERKREIS, "2025"))
    assert (stueck.titel, stueck.ausrichtung) == ("Was nicht fortgeführt wurde", Ausrichtung.HOCH)
    assert stueck.untertitel == "Integrationskonzept des Musterkreises 2025–2027, 1. Fortschreibung"
    assert stueck.metadaten.koerperschaft == "Musterkreis · Musterland"
    ueberschriften = [worte([block]) for block in stueck.bloecke if isinstance(block, Ueberschrift)]
    assert ueberschriften == [
        "Aus der Fassung 2022",
        "Leitziele",
        "Handlungsfeld 1: Ankommen und Orientierung",
        "Handlungsfeld 2: Sprache und Bildung",
        "Handlungsfeld 3: Ausbildung und Arbeit",
        "Handlungsfeld 4: Wohnen",
        "Handlungsfeld 5: Gesundheit und Soziales",
        "Handlungsfeld 6: Begegnung, Kultur und Sport",
        "Bilanz",
    ]


@pytest.mark.parametrize(("ort", "fassung"), REPORTS)
def test_everything_that_went_has_its_row(ort: str, fassung: str) -> None:
    bericht = report(ort, fassung)
    zeilen = [
        worte(block for zelle in zeile for block in zelle.bloecke)
        for tabelle in tabellen(verbleib_schriftstueck(bericht))
        for zeile in tabelle.zeilen
    ]
    gegangene = [alte for abschnitt in bericht.abschnitte for alte, _, _ in abschnitt.gegangene()]
    assert gegangene
    for alte in gegangene:
        assert alte.verblieb is not None
        teile = (alte.ort.nummer or "", verbleibwort(alte.verblieb), alte.verblieb.begruendung or "")
        assert [
            zeile
            for zeile in zeilen
            if all(" ".join(teil.split()) in zeile for teil in teile)
            and all(ziel.titel in zeile for ziel in alte.verblieb.ziele)
        ]


@pytest.mark.parametrize(("ort", "fassung"), REPORTS)
def test_every_table_has_a_head_and_fits_its_columns(ort: str, fassung: str) -> None:
    for tabelle in tabellen(verbleib_schriftstueck(report(ort, fassung))):
        (kopf,) = tabelle.kopfzeilen
        namen = [worte(zelle.bloecke) for zelle in kopf]
        assert namen[0] == "Stelle"
        assert namen[2] == "Verbleib"
        assert len(namen) == len(tabelle.spalten)
        assert all(sum(zelle.spanne for zelle in zeile) == len(namen) for zeile in tabelle.zeilen)
        # what heads the rows below stays with them
        assert not any(zelle.beisammen for zelle in tabelle.zeilen[-1])


def test_the_shipped_plan_tells_what_anhang_a_tells() -> None:
    gezeigt = worte(verbleib_schriftstueck(report("", "2020")).bloecke)
    for erwartet in (
        "Von der Fassung 2018 sind nur 3 Handlungsfelder, 7 Handlungsziele und 7 Maßnahmen belegt.",
        "Der Erfolg blieb aus und die Maßnahme kann so nicht umgesetzt werden.",
        "Die Angaben zu Handlungsfeld 2 sind zum Teil erschlossen, so nicht belegt.",
        "wird fortgeführt als Handlungsziel 5.6 (erschlossen, so nicht belegt)",
        "Maßnahmen 2018: 7 = 0 fortgeführt + 7 nicht aufgenommen Die Bilanz geht auf.",
    ):
        assert erwartet in gezeigt


def test_what_is_open_stands_out() -> None:
    feld = {"id": "f", "nummer": "1", "titel": "Feld"}
    alte = {**feld, "massnahmen": [{"id": "a", "text": "Offen."}]}
    rahmen = {"titel": "Plan", "art": "Konzept"}
    plan = Plan(
        fassungen=(
            Fassung(
                "2020",
                Rahmen.model_validate({**rahmen, "stand": "2020"}),
                (Handlungsfeld.model_validate(alte),),
                dateien=("f",),
            ),
            Fassung(
                "2024",
                Rahmen.model_validate({**rahmen, "stand": "2024", "vorgaenger": "2020"}),
                (Handlungsfeld.model_validate(feld),),
                dateien=("f",),
            ),
        )
    )
    stueck = verbleib_schriftstueck(verbleib(plan, plan.fassungen[1]))
    satz = "Die Bilanz ist offen: Bei 1 Maßnahme ist nicht angegeben, was daraus wurde."
    vermerke = [
        worte([block])
        for block in stueck.bloecke
        if isinstance(block, Absatz) and block.art is Absatzart.VERMERK
    ]
    assert vermerke == [satz]
    (zeile,) = tabellen(stueck)[0].zeilen
    (wort,) = zeile[2].bloecke
    assert isinstance(wort, Absatz)
    assert (worte([wort]), wort.art) == ("offen: Es ist nicht angegeben, was daraus wurde", Absatzart.VERMERK)


def test_a_fassung_without_vorgaenger_says_so() -> None:
    stueck = verbleib_schriftstueck(report("", "2018"))
    assert worte(stueck.bloecke).startswith("Die Fassung 2018 schreibt keine frühere fort")


@pytest.mark.parametrize(("ort", "fassung"), REPORTS)
def test_both_formats_hold_every_table_and_are_the_same_twice(ort: str, fassung: str) -> None:
    stueck = verbleib_schriftstueck(report(ort, fassung))
    odt, word = odt_bytes(stueck), docx_bytes(stueck)
    assert (odt, word) == (odt_bytes(stueck), docx_bytes(stueck))
    anzahl = len(tabellen(stueck))
    assert len(odfdo.Document(io.BytesIO(odt)).body.get_elements("//table:table")) == anzahl
    gelesen = docx.Document(io.BytesIO(word))
    assert len(gelesen.tables) == anzahl
    (seite,) = gelesen.sections
    assert seite.page_width is not None
    assert seite.page_height is not None
    assert (round(seite.page_width.mm), round(seite.page_height.mm)) == (210, 297)
