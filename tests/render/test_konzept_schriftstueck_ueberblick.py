"""The overview on paper: the same tables as in the Markdown, in the same place, and nothing where there is nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.kalender import Zeitangabe
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.render.konzept_md import konzept_md
from konzept.render.konzept_schriftstueck import konzept_schriftstueck
from konzept.render.konzept_schriftstueck_ueberblick import MEISTE_JAHRE
from konzept.render.schriftstueck import Absatz, Tabelle, Ton, Ueberschrift
from konzept.render.schriftstueck_aufbau import reiner_text
from konzept.render.templates import Templates
from konzept.reports.konzept import konzeptbericht

if TYPE_CHECKING:
    from konzept.render.schriftstueck import Block, Zelle
    from konzept.reports.konzept_teile import Konzept

ROOT = Path(__file__).parents[2]
ILM_KREIS = ("", "2020", date(2020, 11, 2))
MUSTERKREIS = ("beispiele/musterkreis", "2025", date(2025, 7, 3))
OHNE_LOG = ("", "2018", date(2018, 1, 1))
JANUAR = date(2025, 1, 1)


@cache
def loaded(ort: str) -> Plan:
    return load_plan(ROOT / ort).plan


@cache
def bericht(ort: str, fassung: str, tag: date) -> Konzept:
    plan = loaded(ort)
    return konzeptbericht(plan, plan.fassung_nach_id[fassung], tag)


def words(block: Block) -> str:
    assert isinstance(block, (Absatz, Ueberschrift))
    return reiner_text(block)


def overview(konzept: Konzept) -> list[Block]:
    """Return the blocks from »Auf einen Blick« to the next heading of its level."""
    blocks = konzept_schriftstueck(konzept).bloecke
    tops = [at for at, block in enumerate(blocks) if isinstance(block, Ueberschrift) and block.stufe == 1]
    if words(blocks[tops[0]]) != "Auf einen Blick":
        return []
    return list(blocks[: tops[1]])


def text(cell: Zelle) -> str:
    return ", ".join(words(block) for block in cell.bloecke)


def table(blocks: list[Block], title: str) -> list[list[str]]:
    """Return the words of the table below a heading, its head first."""
    at = next(n for n, b in enumerate(blocks) if isinstance(b, Ueberschrift) and words(b) == title)
    board = next(block for block in blocks[at:] if isinstance(block, Tabelle))
    return [[text(cell) for cell in row] for row in (*board.kopfzeilen, *board.zeilen)]


def sentences(blocks: list[Block]) -> list[str]:
    return [words(block) for block in blocks if isinstance(block, Absatz)]


def test_it_comes_first_and_in_the_order_of_the_markdown() -> None:
    headings = [
        (b.stufe, words(b))
        for b in konzept_schriftstueck(bericht(*ILM_KREIS)).bloecke
        if isinstance(b, Ueberschrift)
    ]
    assert headings[:6] == [
        (1, "Auf einen Blick"),
        (2, "Maßnahmen je Handlungsfeld"),
        (2, "Stand der Umsetzung"),
        (2, "Wer federführend ist"),
        (2, "Zeitplan"),
        (1, "Zu diesem Dokument"),
    ]


def test_the_figures_per_field_with_their_sums() -> None:
    rows = table(overview(bericht(*ILM_KREIS)), "Maßnahmen je Handlungsfeld")
    assert rows[0] == [
        "Handlungsfeld",
        "Handlungsziele",
        "Maßnahmen",
        "mit Frist",
        "wiederkehrend",
        "laufend",
    ]
    assert rows[4] == ["4 Wohnen", "6", "8", "1", "1", "6"]
    assert rows[-1] == ["zusammen", "42", "50", "2", "6", "42"]


def test_the_figures_of_the_whole_stand_once() -> None:
    line = "6 Handlungsfelder · 42 Handlungsziele · 50 Maßnahmen · 78 beteiligte Stellen"
    blocks = list(konzept_schriftstueck(bericht(*ILM_KREIS)).bloecke)
    assert sentences(blocks).count(line) == 1
    assert line in sentences(overview(bericht(*ILM_KREIS)))


def test_the_state_is_said_in_words_and_numbers() -> None:
    blocks = overview(bericht(*MUSTERKREIS))
    assert "So war es am 3.7.2025 gemeldet. 5 Fristen sind überfällig, alle mit Meldung." in sentences(blocks)
    assert table(blocks, "Stand der Umsetzung") == [
        ["Ampel", "Maßnahmen", "Anteil"],
        ["● im Plan", "22", "50 %"],
        ["○ geplant", "7", "16 %"],
        ["‖ zurückgestellt", "1", "2 %"],
        ["! Frist vorbei", "2", "5 %"],
        ["? ohne Meldung", "12", "27 %"],
    ]


def test_a_coloured_ground_has_a_word_in_its_cell() -> None:
    boards = [block for block in overview(bericht(*MUSTERKREIS)) if isinstance(block, Tabelle)]
    coloured = [
        (cell.ton, text(cell))
        for board in boards
        for row in board.zeilen
        for cell in row
        if cell.ton not in {Ton.OHNE, Ton.FLAECHE}
    ]
    assert coloured == [
        (Ton.GRUEN, "● im Plan"),
        (Ton.GRUEN, "○ geplant"),
        (Ton.GELB, "‖ zurückgestellt"),
        (Ton.ROT, "! Frist vorbei"),
        (Ton.GRAU, "? ohne Meldung"),
    ]


def test_who_leads_and_what_the_table_leaves_out() -> None:
    blocks = overview(bericht(*ILM_KREIS))
    rows = table(blocks, "Wer federführend ist")
    assert rows[:2] == [
        ["Stelle", "federführend", "sonst beteiligt"],
        ["Beauftragte für Ausländer und Behinderte Ilm-Kreis", "12", "5"],
    ]
    assert len(rows) == 1 + 8
    assert sentences(blocks)[-2:] == [
        "39 weitere Stellen sind federführend.",
        "Ohne genannte Federführung: 1 Maßnahme.",
    ]


def test_the_years_by_field() -> None:
    rows = table(overview(bericht(*ILM_KREIS)), "Zeitplan")
    assert rows[0] == ["Handlungsfeld", "2020", "2021", "2022", "2023"]
    assert rows[2] == [
        "2 Sprache und Bildung",
        "10 laufend",
        "2 Fristen, 10 laufend",
        "10 laufend",
        "10 laufend",
    ]


@pytest.mark.parametrize("what", [ILM_KREIS, MUSTERKREIS, OHNE_LOG])
def test_each_table_says_what_that_of_the_markdown_says(what: tuple[str, str, date]) -> None:
    """Cell by cell; links, which only the Markdown writes into the words, are read as their words."""
    markdown = konzept_md(bericht(*what), Templates())
    part = markdown.partition("## Auf einen Blick\n")[2].partition("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("| ") and not line.startswith("| ---")]
    meant = [
        [cell.strip().removeprefix("[").partition("](")[0] for cell in line.strip("|").split(" | ")]
        for line in lines
    ]
    boards = [block for block in overview(bericht(*what)) if isinstance(block, Tabelle)]
    found = [[text(cell) for cell in row] for board in boards for row in (*board.kopfzeilen, *board.zeilen)]
    assert found
    assert found == meant


def test_every_table_fits_the_text_and_leaves_the_names_room() -> None:
    for board in (b for b in overview(bericht(*MUSTERKREIS)) if isinstance(b, Tabelle)):
        widths = [column.breite for column in board.spalten]
        assert 165 <= sum(widths) <= 170
        assert widths[0] >= 45


def until(year: int) -> Konzept:
    """Return the plan of the Musterkreis as if it held until the end of ``year``."""
    plan = loaded("beispiele/musterkreis")
    fassung = plan.fassung_nach_id["2025"]
    laenger = replace(
        fassung, rahmen=fassung.rahmen.model_copy(update={"gilt_bis": Zeitangabe.parse(str(year))})
    )
    mit = replace(plan, fassungen=(*plan.fassungen[:-1], laenger))
    return konzeptbericht(mit, laenger, MUSTERKREIS[2])


def test_of_more_years_than_fit_a_sentence_says_where_they_stand() -> None:
    last = 2025 + MEISTE_JAHRE - 1
    assert table(overview(until(last)), "Zeitplan")[0][-1] == str(last)
    blocks = overview(until(last + 1))
    assert sentences(blocks)[-1] == (
        "Die Jahre 2025 bis 2030 stehen im Dokument »zeitplan«: Für so viele Spalten ist diese Seite zu schmal."
    )
    assert words(blocks[-2]) == "Zeitplan"
    assert not isinstance(blocks[-1], Tabelle)


def barest(*felder: dict[str, object]) -> Konzept:
    rahmen = Rahmen(titel="Ein Plan", art="Konzept", stand=Zeitangabe.parse("2025"))
    fassung = Fassung(
        "2025",
        rahmen,
        tuple(Handlungsfeld.model_validate(feld) for feld in felder),
        dateien=tuple(f"{number}.yaml" for number in range(len(felder))),
    )
    return konzeptbericht(Plan(fassungen=(fassung,)), fassung, JANUAR)


def test_an_empty_fassung_has_no_overview() -> None:
    assert overview(barest()) == []


def test_a_field_without_anything_has_its_number_and_no_table() -> None:
    blocks = overview(barest({"id": "sprache", "nummer": "1", "titel": "Sprache"}))
    assert [words(block) for block in blocks] == ["Auf einen Blick", "1 Handlungsfeld"]


def test_without_a_log_there_is_no_state() -> None:
    headings = [words(b) for b in overview(bericht(*OHNE_LOG)) if isinstance(b, Ueberschrift)]
    assert "Maßnahmen je Handlungsfeld" in headings
    assert "Stand der Umsetzung" not in headings


def test_without_a_stichtag_the_figures_stand_with_the_facts() -> None:
    plan = loaded("")
    ohne = konzeptbericht(plan, plan.fassung_nach_id["2020"])
    assert overview(ohne) == []
    first = konzept_schriftstueck(ohne).bloecke[1]
    assert words(first).startswith("6 Handlungsfelder · 42 Handlungsziele")
