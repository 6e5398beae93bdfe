"""Folding: many equal findings are counted where they occur, none is lost, and the text stays short."""

from __future__ import annotations

import json
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.diagnostics import Befund, Location, Severity, sorted_findings
from konzept.domain.plan import Plan
from konzept.render.befunde import befunde_heads, befunde_json, befunde_text
from konzept.render.befunde_faltung import FOLD_FILE, FOLD_FROM, FOLD_KIND, Falte, gefaltet


def findings(number: int, datei: str = "a.yaml", code: str = "w", *, alike: bool = True) -> list[Befund]:
    return [
        Befund(code, Severity.WARNUNG, Location(datei, i, 1, 1), "Satz." if alike else f"Satz {i}.")
        for i in range(1, number + 1)
    ]


@pytest.mark.parametrize(
    ("number", "shown", "fold"),
    [
        (1, 1, None),
        (10, 10, None),
        (11, 10, "a.yaml:11:1: … und ein weiterer gleicher [w]"),
        (12, 10, "a.yaml:11:1: … und 2 weitere gleiche, bis Zeile 12 [w]"),
        (225, 10, "a.yaml:11:1: … und 215 weitere gleiche, bis Zeile 225 [w]"),
    ],
)
def test_ten_equal_findings_are_shown_and_the_others_counted(
    number: int, shown: int, fold: str | None
) -> None:
    text = befunde_text(findings(number), Plan())
    assert text.count("Warnung: Satz. [w]") == shown
    assert [line for line in text.splitlines() if "…" in line] == ([fold] if fold else [])
    assert ("--format json" in text) == bool(fold)
    assert text.endswith(f"Ergebnis: 0 Fehler, {number} Warnung{'' if number == 1 else 'en'}, 0 Hinweise.\n")
    assert len(json.loads(befunde_json(findings(number), Plan()))["befunde"]) == number


@pytest.mark.parametrize("schwere", Severity)
def test_errors_are_folded_like_the_others(schwere: Severity) -> None:
    many = [Befund("c", schwere, Location("x", i, 1, 1), "M") for i in range(1, 15)]
    assert "x:11:1: … und 4 weitere gleiche, bis Zeile 14 [c]\n" in befunde_heads(many)


def test_of_findings_that_name_different_things_a_file_shows_ten_as_well() -> None:
    assert len(gefaltet(findings(100, alike=False))) == FOLD_FILE + 1 == 11
    assert "a.yaml:11:1: … und 90 weitere dieser Art, bis Zeile 100 [w]" in befunde_text(
        findings(100, alike=False), Plan()
    )
    assert "… und ein weiterer dieser Art [w]" in befunde_text(findings(11, alike=False), Plan())


def test_of_findings_that_name_different_things_all_files_together_show_thirty() -> None:
    """So each of three files shows its ten; from the fourth on they are counted."""
    many = [
        Befund("w", Severity.WARNUNG, Location(datei, i, 1, 1), f"Satz {datei} {i}.")
        for datei in "abcd"
        for i in range(1, 13)
    ]
    entries = gefaltet(many)
    assert sum(isinstance(entry, Befund) for entry in entries) == FOLD_KIND == 30
    assert [(one.erster.ort.datei, one.anzahl) for one in entries if isinstance(one, Falte)] == [
        ("a", 2),
        ("b", 2),
        ("c", 2),
        ("d", 12),
    ]


def test_a_fold_stands_where_it_begins_and_every_file_is_named() -> None:
    one, two, other = findings(12), findings(3, "b.yaml"), findings(1, "c.yaml", "z")
    lines = befunde_heads(sorted_findings([*one, *two, *other])).splitlines()
    assert lines[10:] == [
        "a.yaml:11:1: … und 2 weitere gleiche, bis Zeile 12 [w]",
        "b.yaml:1:1: … und 3 weitere gleiche, bis Zeile 3 [w]",
        "c.yaml:1:1: Warnung: Satz. [z]",
    ]


def test_what_lies_between_stays_in_its_place() -> None:
    between = Befund("z", Severity.HINWEIS, Location("a.yaml", 12, 5, 1), "Anderes.")
    lines = befunde_heads(sorted_findings([*findings(20), between])).splitlines()
    assert lines[10:] == [
        "a.yaml:11:1: … und 10 weitere gleiche, bis Zeile 20 [w]",
        "a.yaml:12:5: Hinweis: Anderes. [z]",
    ]


def test_one_code_of_two_severities_is_counted_apart() -> None:
    hints = [Befund("w", Severity.HINWEIS, Location("b.yaml", i, 1, 1), "Satz.") for i in range(1, 4)]
    assert not any(isinstance(one, Falte) for one in gefaltet([*findings(FOLD_FROM), *hints]))


@given(
    st.lists(
        st.tuples(st.sampled_from("ab"), st.integers(1, 99), st.sampled_from("cd"), st.sampled_from("ef")),
        max_size=120,
    )
)
def test_nothing_is_lost_and_nothing_counted_twice(rows: list[tuple[str, int, str, str]]) -> None:
    many = [Befund(c, Severity.FEHLER, Location(d, z, 1, 1), m) for d, z, c, m in rows]
    entries = gefaltet(many)
    shown = [entry for entry in entries if isinstance(entry, Befund)]
    assert len(shown) + sum(entry.anzahl for entry in entries if isinstance(entry, Falte)) == len(many)
    assert [one for one in many if any(one is entry for entry in shown)] == shown  # in their order


def test_5000_errors_in_one_file_are_quick_and_short() -> None:
    many = findings(5000, alike=False)
    begin = time.perf_counter()
    text = befunde_text(many, Plan())
    assert time.perf_counter() - begin < 2  # it takes a fiftieth of that; a loop in a loop would take minutes
    assert len(text.splitlines()) < 3 * FOLD_KIND
    assert re.search(r"… und 4990 weitere dieser Art, bis Zeile 5000 \[w\]", text)
