"""Findings as text and JSON: the layout of design §8 and the contract of §6."""

from __future__ import annotations

import json

from konzept.diagnostics import Befund, Location, Severity
from konzept.domain.plan import Plan
from konzept.render.befunde import FOLD_FROM, befunde_heads, befunde_json, befunde_text

LINE = "          - {akteur: jobcentr, rolle: mitwirkend}"
FINDING = Befund(
    "akteur-unbekannt",
    Severity.FEHLER,
    Location("data/2-sprache.yaml", 41, 22, 8),
    "Den Akteur »jobcentr« gibt es nicht.",
    "Meinten Sie »jobcenter«?",
    LINE,
)


def test_layout() -> None:
    assert befunde_text([FINDING], Plan()) == (
        "data/2-sprache.yaml:41:22: Fehler: Den Akteur »jobcentr« gibt es nicht. [akteur-unbekannt]\n"
        " 41 |           - {akteur: jobcentr, rolle: mitwirkend}\n"
        "    |                      ^^^^^^^^\n"
        "Hilfe: Meinten Sie »jobcenter«?\n"
        "\n"
        "Geprüft: 0 Fassungen, 0 Handlungsfelder, 0 Handlungsziele, 0 Maßnahmen.\n"
        "Ergebnis: 1 Fehler, 0 Warnungen, 0 Hinweise.\n"
    )


def test_a_long_line_is_cut_around_the_place() -> None:
    befund = Befund("a", Severity.FEHLER, Location("x", 1, 501, 3), "M", "", "x" * 500 + "FEH" + "y" * 500)
    lines = befunde_text([befund], Plan()).splitlines()
    assert lines[1][lines[2].index("^") :].startswith("FEH")
    assert lines[2].count("^") == 3
    assert len(lines[1]) < 120


def test_signs_of_two_columns_keep_the_mark_in_place() -> None:
    befund = Befund("a", Severity.FEHLER, Location("x", 1, 3, 1), "M", "", "漢字b")
    assert befunde_text([befund], Plan()).splitlines()[2] == "   |     ^"


def test_a_finding_about_a_whole_file_has_no_line() -> None:
    befund = Befund("a", Severity.WARNUNG, Location("data/x.yaml"), "Satz.")
    assert befunde_heads([befund]) == "data/x.yaml:1:1: Warnung: Satz. [a]\n"


def test_many_equal_warnings_are_folded_in_text_whole_in_json_and_errors_never() -> None:
    many = [Befund("w", Severity.WARNUNG, Location("x", i + 1, 1, 1), "M") for i in range(FOLD_FROM + 5)]
    errors = [Befund("f", Severity.FEHLER, Location("y", i + 1, 1, 1), "M") for i in range(FOLD_FROM + 5)]
    text = befunde_text(many + errors, Plan())
    assert text.count("[w]") == FOLD_FROM + 1
    assert "… und 5 weitere gleiche [w]" in text
    assert text.count("[f]") == FOLD_FROM + 5
    assert len(json.loads(befunde_json(many + errors, Plan()))["befunde"]) == 2 * FOLD_FROM + 10


def test_json_contract() -> None:
    content = json.loads(befunde_json([FINDING], Plan()))
    assert content["befunde"] == [
        {
            "code": "akteur-unbekannt",
            "schwere": "fehler",
            "datei": "data/2-sprache.yaml",
            "zeile": 41,
            "spalte": 22,
            "laenge": 8,
            "meldung": "Den Akteur »jobcentr« gibt es nicht.",
            "hilfe": "Meinten Sie »jobcenter«?",
        }
    ]
    assert content["zusammenfassung"] == {
        "fehler": 1,
        "warnungen": 0,
        "hinweise": 0,
        "fassungen": 0,
        "handlungsfelder": 0,
        "handlungsziele": 0,
        "massnahmen": 0,
    }
