"""The SMART judgement as text and as data: whole, within its columns, and never by colour alone."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from konzept.domain.einstellungen import Begriff, Bezeichnung, Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.render.smart_json import smart_werte
from konzept.render.smart_text import smart_text
from konzept.render.smart_words import KRITERIEN, REGELN
from konzept.render.table import display_width
from konzept.reports.smart import smart
from konzept.reports.smart_regeln import Kriterium, Lage, Regel

ROOT = Path(__file__).parent.parent.parent
GOLDEN = ROOT / "tests" / "golden"
LEITLINIE = Einstellungen(
    bezeichnungen={Begriff.MASSNAHME: Bezeichnung(einzahl="Leitlinie", mehrzahl="Leitlinien")}
)


def text_of(folder: str, fassung: str, width: int = 80) -> str:
    plan = load_plan(ROOT / folder).plan
    return smart_text(smart(plan, plan.fassung_nach_id[fassung]), plan.einstellungen, width)


@pytest.mark.parametrize(
    ("folder", "fassung", "name"),
    [
        (".", "2020", "smart-ilm-kreis-2020.txt"),
        (".", "2018", "smart-ilm-kreis-2018.txt"),
        ("beispiele/musterkreis", "2025", "smart-musterkreis-2025.txt"),
    ],
)
def test_golden(folder: str, fassung: str, name: str) -> None:
    text, golden = text_of(folder, fassung), GOLDEN / name
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 63, 64, 80, 120])
@pytest.mark.parametrize(("folder", "fassung"), [(".", "2020"), ("beispiele/musterkreis", "2025")])
def test_no_line_is_wider_than_asked(folder: str, fassung: str, width: int) -> None:
    lines = text_of(folder, fassung, width).splitlines()
    assert [line for line in lines if display_width(line) > width] == []


@pytest.mark.parametrize("width", [40, 80])
def test_every_measure_has_a_sign_for_each_criterion(width: int) -> None:
    text = text_of(".", "2020", width)
    # 4.2 is specific, has no indicator, a leader, no costs, and a day
    rows = text.splitlines()
    row = next(i for i, line in enumerate(rows) if line.startswith("4.2 "))
    signs = rows[row + (width == 40)].split()[-10 if width == 40 else -5 :]
    erwartet = ["✓", "fehlt", "✓", "fehlt", "✓"]
    assert signs == (
        [x for pair in zip("SMART", erwartet, strict=True) for x in pair] if width == 40 else erwartet
    )


def made_up(massnahmen: list[dict[str, str]]) -> tuple[Plan, Fassung]:
    rahmen = Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": "2025"})
    feld = Handlungsfeld.model_validate({"id": "f", "nummer": "1", "titel": "F", "massnahmen": massnahmen})
    fassung = Fassung("2025", rahmen, (feld,), dateien=("f.yaml",))
    return Plan(einstellungen=LEITLINIE, fassungen=(fassung,)), fassung


def test_the_county_s_own_word_one_measure_and_none() -> None:
    plan, fassung = made_up([{"id": "a", "text": "Ausbau"}])
    text = smart_text(smart(plan, fassung), LEITLINIE)
    assert text.startswith("SMART: Fassung 2025, 1 Leitlinie\n")
    assert "1 Leitlinie erfüllt keines der fünf Kriterien." in text
    plan, fassung = made_up([])
    assert smart_text(smart(plan, fassung), LEITLINIE).endswith("Keine Leitlinie zu beurteilen.\n")


def test_measures_of_one_number_are_named_by_their_id_and_all_of_them_by_a_word() -> None:
    plan, fassung = made_up([{"id": "eins", "text": "Ausbau"}, {"id": "zwei", "text": "Kurse an drei Orten"}])
    text = smart_text(smart(plan, fassung), LEITLINIE)
    assert "    »Ausbau«: eins\n" in text
    assert "  Kein Indikator: 2 von 2\n" in text
    assert "    alle Leitlinien\n" in text


def test_a_text_cannot_reach_the_terminal() -> None:
    plan, fassung = made_up([{"id": "a", "titel": "[/b] \x1b[31m rot", "text": "soll \x1b[31m"}])
    text = smart_text(smart(plan, fassung), LEITLINIE)
    assert "\x1b" not in text
    assert "[/b] \\x1b[31m rot" in text


def test_every_rule_and_criterion_has_its_words() -> None:
    assert set(REGELN) == set(Regel)
    assert "".join(KRITERIEN[kriterium][0] for kriterium in Kriterium) == "SMART"
    names = [worte.name for worte in REGELN.values()]
    assert len(set(names)) == len(names)


def test_data() -> None:
    plan = load_plan(ROOT).plan
    werte = json.loads(json.dumps(smart_werte(smart(plan, plan.fassung_nach_id["2020"]))))
    assert werte["fassung"] == "2020"
    assert werte["kriterien"][0] == {
        "kriterium": "spezifisch",
        "zeichen": "S",
        "name": "Spezifisch",
        "erfuellt": 24,
        "mangel": 25,
        "fehlt": 0,
        "offen": 1,
    }
    assert [regel["regel"] for regel in werte["regeln"]] == [regel.value for regel in Regel]
    assert len(werte["massnahmen"]) == 50
    pruefen = next(one for one in werte["massnahmen"] if one["id"] == "vorschaltklassen-pruefen")
    assert pruefen == {
        "id": "vorschaltklassen-pruefen",
        "nummer": "2.9",
        "titel": pruefen["titel"],
        "handlungsfeld": "sprache-und-bildung",
        "spezifisch": Lage.MANGEL,
        "messbar": Lage.FEHLT,
        "attraktiv": Lage.ERFUELLT,
        "realistisch": Lage.FEHLT,
        "terminiert": Lage.ERFUELLT,
        "gruende": [
            {"regel": "wortlaut-weich", "kriterium": "spezifisch", "belege": ["Überprüfung"]},
            {"regel": "ohne-indikator", "kriterium": "messbar", "belege": []},
            {"regel": "ohne-kosten", "kriterium": "realistisch", "belege": []},
        ],
    }
