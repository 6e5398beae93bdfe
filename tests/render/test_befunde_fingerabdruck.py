"""Fingerprints: a finding keeps its own while lines move, and no two share one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.diagnostics import Befund, Location, Severity
from konzept.render.befunde_fingerabdruck import fingerabdruecke

ORT = Location("data/x.yaml", 9, 18, 8)
LINE = "      - {akteur: jobcentr, rolle: mitwirkend}"
BEFUND = Befund("akteur-unbekannt", Severity.FEHLER, ORT, "Den Akteur gibt es nicht.", "Rat.", LINE)


def one(befund: Befund) -> str:
    return fingerabdruecke([befund])[0]


@pytest.mark.parametrize(
    "same",
    [
        replace(BEFUND, ort=replace(ORT, zeile=120)),
        replace(BEFUND, ort=replace(ORT, spalte=16), auszug=LINE[2:]),
        replace(BEFUND, meldung="Ein besserer Satz.", hilfe="Anderer Rat."),
        replace(BEFUND, schwere=Severity.HINWEIS),
    ],
    ids=["moved line", "other indent", "other words", "other severity"],
)
def test_it_survives(same: Befund) -> None:
    assert one(same) == one(BEFUND)


@pytest.mark.parametrize(
    "other",
    [
        replace(BEFUND, code="akteur-aufgeloest"),
        replace(BEFUND, ort=replace(ORT, datei="data/y.yaml")),
        replace(BEFUND, auszug=LINE.replace("mitwirkend", "traeger")),
        replace(BEFUND, ort=replace(ORT, spalte=10, laenge=6)),
    ],
    ids=["code", "file", "line", "words at fault"],
)
def test_it_differs(other: Befund) -> None:
    assert one(other) != one(BEFUND)


def test_equal_lines_are_told_apart_by_a_number_and_keep_it_when_both_move() -> None:
    twice = [BEFUND, replace(BEFUND, ort=replace(ORT, zeile=30))]
    moved = [replace(befund, ort=replace(befund.ort, zeile=befund.ort.zeile + 5)) for befund in twice]
    assert len(set(fingerabdruecke(twice))) == 2
    assert fingerabdruecke(moved) == fingerabdruecke(twice)


def test_a_finding_about_a_whole_file_has_one_too() -> None:
    whole = Befund("datei-leer", Severity.FEHLER, Location("data/\udcff.yaml"), "Leer.")
    assert len(one(whole)) == 32


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["x", "y"]), st.integers(1, 3)), max_size=30)
)
def test_no_two_share_one(rows: list[tuple[str, str, int]]) -> None:
    many = [Befund(c, Severity.FEHLER, Location(d, z, 1, 1), "M", "", "Zeile") for c, d, z in rows]
    assert len(set(fingerabdruecke(many))) == len(many)
