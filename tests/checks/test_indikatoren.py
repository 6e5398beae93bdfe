"""The checks of indicators beyond their smallest examples: series over files and Fassungen, silence where due."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from konzept.checks.run import run_checks
from konzept.diagnostics import Severity
from konzept.load import load_plan

if TYPE_CHECKING:
    from pathlib import Path

RAHMEN = 'titel: Plan\nart: Konzept\nstand: "2020"\n'
FELD = """id: feld
nummer: "1"
titel: Feld
massnahmen:
  - id: kurse
    text: Kurse anbieten
    termin: fortlaufend
    zustaendigkeiten: [vhs]
    indikatoren:
"""
REGISTER = "akteure:\n  - {id: vhs, name: Volkshochschule, art: bildung}\n"
INDIKATOR = "      - {id: teilnehmende, titel: Teilnehmende, einheit: Personen}\n"


def findings(folder: Path, werte: dict[str, str], indikatoren: str = INDIKATOR) -> list[tuple[str, str, int]]:
    """Check a plan with these values, by file; gives code, file and line of the findings on indicators."""
    files = {
        "konzept": "koerperschaft: Musterkreis\n",
        "akteure": REGISTER,
        "fassungen/2020": RAHMEN,
        "handlungsfelder/2020/1": FELD + indikatoren,
    } | {f"indikatoren/{name}": f"werte:\n{text}" for name, text in werte.items()}
    for name, text in files.items():
        path = folder / "data" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    loaded = load_plan(folder)
    return sorted(
        (befund.code, befund.ort.datei.rpartition("/")[2], befund.ort.zeile)
        for befund in (*loaded.findings, *run_checks(loaded.plan, loaded.source))
    )


def wert(am: str, zahl: str = "1", indikator: str = "teilnehmende") -> str:
    return f"  - {{indikator: {indikator}, am: {am}, wert: '{zahl}'}}\n"


def test_a_sound_series_over_two_files_has_no_finding(tmp_path: Path) -> None:
    assert findings(tmp_path, {"a": wert("2023") + wert("2024"), "b": wert("2021") + wert("2022-06")}) == []


@pytest.mark.parametrize(
    ("erste", "zweite", "doppelt"),
    [
        ("2024", "2024", True),
        ("2024", "2024-12", True),
        ("2024-12-31", "2024", True),
        ("2024-06", "2024-06-30", True),
        ("2024", "2024-11", False),
        ("2024-06-29", "2024-06", False),
    ],
)
def test_a_time_has_one_value_even_in_another_file(
    tmp_path: Path, erste: str, zweite: str, *, doppelt: bool
) -> None:
    found = findings(tmp_path, {"a": wert(erste), "b": wert(zweite, "2")})
    assert found == ([("messwert-doppelt", "b.yaml", 2)] if doppelt else [])


def test_of_values_out_of_order_the_fewest_are_named(tmp_path: Path) -> None:
    text = "".join(map(wert, ["2020", "2021", "2029", "2022", "2023"]))
    assert findings(tmp_path, {"a": text}) == [("messwert-reihenfolge", "a.yaml", 4)]


def test_the_order_is_that_of_one_indicator_in_one_file(tmp_path: Path) -> None:
    zwei = INDIKATOR + "      - {id: kurse-je-jahr, titel: Kurse, einheit: Anzahl}\n"
    text = wert("2024") + wert("2020", indikator="kurse-je-jahr")
    assert findings(tmp_path, {"a": text, "b": wert("2019")}, zwei) == []


def test_an_unknown_indicator_is_not_reported_where_its_file_cannot_be_read(tmp_path: Path) -> None:
    kaputt = "      - {id: teilnehmende, titel: [\n"
    assert findings(tmp_path, {"a": wert("2024")}, kaputt) == [("yaml-fehler", "1.yaml", 10)]


def test_an_indicator_without_id_has_no_values(tmp_path: Path) -> None:
    found = findings(tmp_path, {"a": wert("2024")}, "      - {titel: Teilnehmende, einheit: Personen}\n")
    assert found == [("indikator-unbekannt", "a.yaml", 2)]


def test_the_id_of_a_massnahme_is_no_indicator_and_the_help_says_so(tmp_path: Path) -> None:
    findings(tmp_path, {"a": wert("2024", indikator="kurse")}, "      - {titel: T}\n")
    loaded = load_plan(tmp_path)
    befund = next(b for b in run_checks(loaded.plan, loaded.source) if b.code == "indikator-unbekannt")
    assert befund.hilfe == "»kurse« gehört zu etwas anderem (Maßnahme); genannt wird die id des Indikators."


def test_without_values_nobody_needs_a_unit_or_an_id(tmp_path: Path) -> None:
    assert findings(tmp_path, {}, "      - {titel: Teilnehmende, zielwert: '12,5'}\n") == []


def test_both_ends_of_the_way_are_judged(tmp_path: Path) -> None:
    ohne = "      - {titel: T, ausgangswert: wenige, zielwert: 1.500}\n"
    assert findings(tmp_path, {}, ohne) == [("indikator-ohne-zahl", "1.yaml", 10)] * 2


def test_what_the_plan_would_say_otherwise_is_a_fehler(tmp_path: Path) -> None:
    """Nobody may turn off that a value is unreadable, twice there, or nobody's."""
    findings(tmp_path, {"a": wert("2024") + wert("2024") + wert("2025", "x") + wert("2026", indikator="y")})
    loaded = load_plan(tmp_path)
    schweren = {b.code: b.schwere for b in run_checks(loaded.plan, loaded.source)}
    assert schweren == dict.fromkeys(
        ["messwert-doppelt", "messwert-unlesbar", "indikator-unbekannt"], Severity.FEHLER
    )
