"""A line of a file leads to the heading it is written under, however the file is broken, and never to a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konzept.diagnostics import Location, SourceMap
from konzept.preview.stellen import Seitenplan, Stellensuche, seitenplan

PLAN = Path(__file__).parent.parent.parent / "beispiele" / "musterkreis"
FELD = "data/handlungsfelder/2025/2-sprache.yaml"
FELD_TEXT = """\
# Kommentar über dem Feld
id: sprache
nummer: "2"
titel: Sprache
massnahmen:
  - id: direkt
    text: Direkt unter dem Feld
handlungsziele:
  - id: kurse
    nummer: "2.1"
    termin: bald
    massnahmen:
      - id: kurse-am-abend
        text: |
          Erste Zeile
          zweite Zeile
        zustaendigkeiten:
          - {akteur: vhs, rolle: mitwirkent}
      -
        id: kurse-am-morgen
        text: Kurse am Morgen
    hinweise: [Hinweis zum Ziel]
  - nummer: "2.2"
    titel: Ohne id
    massnahmen:
      - text: Maßnahme ohne id
einleitung: Steht am Ende
"""
RAHMEN = "data/fassungen/2025.yaml"
RAHMEN_TEXT = """\
titel: Konzept
stand: 2025
vorwort: Ein Vorwort
leitziele:
  - id: teilhabe
    titel: Teilhabe
beteiligung:
  - titel: Umfrage
  - titel: Werkstatt
beschluss: {gremium: Kreistag}
abkuerzungen:
  VHS: Volkshochschule
verbleib:
  "2022":
    gruende: [Grund]
"""
ANKER = frozenset(
    {
        *("handlungsfeld-sprache", "handlungsziel-kurse", "massnahme-direkt", "massnahme-kurse-am-abend"),
        *(
            "massnahme-kurse-am-morgen",
            "leitziel-teilhabe",
            "akteur-vhs",
            "programm-land",
            "kapitel-dokument",
        ),
        *("kapitel-vorwort", "kapitel-leitziele", "kapitel-beteiligung", "beteiligung-1", "beteiligung-2"),
        *("kapitel-beratung", "kapitel-verbleib", "verbleib-2022"),
    }
)


def anker(datei: str, text: str, stelle: str, fassung: str = "2025") -> str | None:
    """Return where the line that holds a word leads; the place is that of the word."""
    zeilen = text.split("\n")
    nummer = next(i for i, zeile in enumerate(zeilen) if stelle in zeile)
    ort = Location(datei, nummer + 1, zeilen[nummer].index(stelle) + 1)
    return Stellensuche(SourceMap(lines={datei: zeilen}), Seitenplan(fassung, ANKER)).anker(ort)


@pytest.mark.parametrize(
    ("stelle", "erwartet"),
    [
        ("# Kommentar", "handlungsfeld-sprache"),
        ("id: sprache", "handlungsfeld-sprache"),
        ("titel: Sprache", "handlungsfeld-sprache"),
        ("Direkt unter", "massnahme-direkt"),
        ("handlungsziele:", "handlungsfeld-sprache"),
        (
            "- id: kurse",
            "handlungsfeld-sprache",
        ),  # the first dash is the place of the list, which is the field's
        ("id: kurse", "handlungsziel-kurse"),
        ("bald", "handlungsziel-kurse"),
        ("    massnahmen:", "handlungsziel-kurse"),
        ("zweite Zeile", "massnahme-kurse-am-abend"),
        ("mitwirkent", "massnahme-kurse-am-abend"),
        ("id: kurse-am-morgen", "massnahme-kurse-am-morgen"),
        ("Kurse am Morgen", "massnahme-kurse-am-morgen"),
        ("Hinweis zum Ziel", "handlungsziel-kurse"),  # behind its Maßnahmen, and still its own
        ('"2.2"', "handlungsfeld-sprache"),  # an element without id has no heading: the next further out
        ("Maßnahme ohne id", "handlungsfeld-sprache"),
        ("Steht am Ende", "handlungsfeld-sprache"),
    ],
)
def test_a_line_of_a_field(stelle: str, erwartet: str) -> None:
    assert anker(FELD, FELD_TEXT, stelle) == erwartet


@pytest.mark.parametrize(
    ("stelle", "erwartet"),
    [
        ("titel: Konzept", "kapitel-dokument"),
        ("Ein Vorwort", "kapitel-vorwort"),
        ("leitziele:", "kapitel-leitziele"),
        ("titel: Teilhabe", "leitziel-teilhabe"),
        ("Umfrage", "beteiligung-1"),
        ("Werkstatt", "beteiligung-2"),
        ("Kreistag", "kapitel-beratung"),
        ("Volkshochschule", "kapitel-dokument"),  # the page has no such chapter: the one about the document
        ("Grund", "verbleib-2022"),
    ],
)
def test_a_line_of_the_frame(stelle: str, erwartet: str) -> None:
    assert anker(RAHMEN, RAHMEN_TEXT, stelle) == erwartet


@pytest.mark.parametrize(
    ("datei", "text", "stelle", "erwartet"),
    [
        (
            "data/akteure.yaml",
            "akteure:\n  - id: amt\n    name: Amt\n  - id: vhs\n    name: VHS",
            "VHS",
            "akteur-vhs",
        ),
        ("data/akteure.yaml", "akteure:\n  - id: amt\n    name: Amt", "Amt", None),  # not on this page
        (
            "data/foerderprogramme.yaml",
            "foerderprogramme:\n  - id: land\n    name: Landes",
            "Landes",
            "programm-land",
        ),
        (
            "data/sachstand/2025.yaml",
            "eintraege:\n  - am: 2025-01-01\n    massnahme: direkt\n    text: X",
            "X",
            "massnahme-direkt",
        ),
        ("data/sachstand/2025.yaml", "eintraege:\n  - massnahme: direkt\n\t[", "[", "massnahme-direkt"),
        ("data/konzept.yaml", "land: Musterland", "land", None),
        ("data/indikatoren/zahlen.yaml", "werte:\n  - indikator: direkt", "direkt", None),
        # the same ids in another Fassung are other elements
        ("data/handlungsfelder/2022/2-sprache.yaml", FELD_TEXT, "Direkt unter", None),
        ("data/fassungen/2022.yaml", RAHMEN_TEXT, "Vorwort", None),
        ("data/sachstand/2022.yaml", "eintraege:\n  - massnahme: direkt", "direkt", None),
    ],
)
def test_a_line_of_the_other_files(datei: str, text: str, stelle: str, erwartet: str | None) -> None:
    assert anker(datei, text, stelle) == erwartet


@pytest.mark.parametrize(
    ("kaputt", "stelle", "erwartet"),
    [
        ("        text: [Kurse am Morgen", "[Kurse", "massnahme-kurse-am-morgen"),
        ("\t text: x", "\t", "massnahme-kurse-am-morgen"),
    ],
)
def test_a_file_that_is_no_yaml_still_tells_where_one_is(kaputt: str, stelle: str, erwartet: str) -> None:
    assert anker(FELD, FELD_TEXT.replace("        text: Kurse am Morgen", kaputt), stelle) == erwartet


def test_a_file_without_lines_has_no_place() -> None:
    suche = Stellensuche(SourceMap(), Seitenplan("2025", ANKER))
    assert suche.anker(Location(FELD)) is None
    assert suche.anker(Location(RAHMEN)) == "kapitel-dokument"
    assert suche.anker(Location("data")) is None


def test_every_element_of_a_real_plan_is_found_by_its_own_line() -> None:
    from konzept.load import load_plan
    from konzept.reports.konzept import konzeptbericht

    geladen = load_plan(PLAN)
    fassung = geladen.plan.fassung_nach_id["2025"]
    suche = Stellensuche(geladen.source, seitenplan(konzeptbericht(geladen.plan, fassung)))
    stellen = list(fassung.stellen())
    assert len(stellen) > 60
    for stelle in stellen:
        ort = geladen.source.value((*stelle.pfad, "id"))
        assert suche.anker(ort) == f"{stelle.ebene}-{stelle.id}"


@settings(max_examples=40)
@given(
    text=st.text(max_size=200),
    zeile=st.integers(1, 30),
    spalte=st.integers(1, 30),
    gekuerzt=st.integers(0, 700),
)
def test_no_file_and_no_place_is_too_broken(text: str, zeile: int, spalte: int, gekuerzt: int) -> None:
    for datei in (FELD, RAHMEN, "data/akteure.yaml", "data/sachstand/2025.yaml"):
        for inhalt in (text, FELD_TEXT[:gekuerzt] + text, RAHMEN_TEXT[:gekuerzt] + text):
            suche = Stellensuche(SourceMap(lines={datei: inhalt.split("\n")}), Seitenplan("2025", ANKER))
            assert suche.anker(Location(datei, zeile, spalte)) in {None, *ANKER}
