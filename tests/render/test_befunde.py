"""Findings as text and JSON: the layout of design §8 and the contract of §6."""

from __future__ import annotations

import json

from konzept.diagnostics import Befund, Location, Severity, Verwandt
from konzept.domain.plan import Plan
from konzept.render.befunde import befunde_heads, befunde_json, befunde_text

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


def test_other_places_stand_under_the_quoted_line_and_in_a_head_of_one_line() -> None:
    there = Verwandt(Location("data/1.yaml", 7, 9, 3))
    befund = Befund(
        "id-doppelt", Severity.FEHLER, Location("x", 12, 5, 1), "Doppelt.", "Rat.", "id: a", (there,)
    )
    assert befunde_text([befund], Plan()).splitlines()[:5] == [
        "x:12:5: Fehler: Doppelt. [id-doppelt]",
        " 12 | id: a",
        "    |     ^",
        "    → zuerst hier: data/1.yaml:7",
        "Hilfe: Rat.",
    ]
    assert befunde_heads([befund]) == "x:12:5: Fehler: Doppelt. (zuerst hier: data/1.yaml:7) [id-doppelt]\n"
    assert json.loads(befunde_json([befund], Plan()))["befunde"][0]["verwandte"] == [
        {"datei": "data/1.yaml", "zeile": 7, "spalte": 9, "laenge": 3, "text": "zuerst hier"}
    ]


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
            "verwandte": [],
        }
    ]
    assert content["zusammenfassung"] == {
        "fehler": 1,
        "warnungen": 0,
        "hinweise": 0,
        "ausgenommen": 0,
        "fehler_anderswo": 0,
        "fassungen": 0,
        "handlungsfelder": 0,
        "handlungsziele": 0,
        "massnahmen": 0,
    }
