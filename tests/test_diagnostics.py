"""Findings and places: order, nearest places, renumbering, nearest words."""

from __future__ import annotations

import time

import pytest

from konzept.diagnostics import (
    MAX_FINDINGS_PER_FILE,
    Befund,
    DataPath,
    Location,
    Severity,
    SourceMap,
    Verwandt,
    count_by_severity,
    nearest,
    sorted_findings,
)

FILE = "data/x.yaml"


def befund(zeile: int, code: str = "a", schwere: Severity = Severity.FEHLER) -> Befund:
    return Befund(code, schwere, Location(FILE, zeile, 1, 1), "Satz.")


def test_findings_come_in_the_order_of_places_and_only_once() -> None:
    findings = [befund(3), befund(1, "b"), befund(1), befund(3)]
    assert [(b.ort.zeile, b.code) for b in sorted_findings(findings)] == [(1, "a"), (1, "b"), (3, "a")]


def test_at_one_place_the_graver_comes_first() -> None:
    findings = [befund(1, "a", Severity.HINWEIS), befund(1, "z", Severity.FEHLER)]
    assert [b.code for b in sorted_findings(findings)] == ["z", "a"]


def test_every_severity_is_counted() -> None:
    counts = count_by_severity([befund(1), befund(2)])
    assert counts == {Severity.FEHLER: 2, Severity.WARNUNG: 0, Severity.HINWEIS: 0}


def test_the_nearest_parent_gives_the_place() -> None:
    source = SourceMap(values={(FILE,): Location(FILE, 1, 1, 5), (FILE, "a"): Location(FILE, 2, 4, 1)})
    assert source.value((FILE, "a", 0, "b")).zeile == 2
    assert source.value((FILE, "c")).zeile == 1
    assert source.value(("data/y.yaml", "c")) == Location("data/y.yaml")


def test_renumbering_moves_later_entries_up_and_forgets_the_removed() -> None:
    places: dict[DataPath, Location] = {
        (FILE, "m", i, "k", j): Location(FILE, 10 * i + j, 1, 1) for i in range(4) for j in range(3)
    }
    source = SourceMap(values=dict(places), keys=dict(places), plain=set(places))
    source.remove_items({(FILE, "m", 1), (FILE, "m", 2), (FILE, "m", 3, "k", 0)})
    expected = {
        (FILE, "m", 0, "k", 0): 0,
        (FILE, "m", 0, "k", 1): 1,
        (FILE, "m", 0, "k", 2): 2,
        (FILE, "m", 1, "k", 0): 31,
        (FILE, "m", 1, "k", 1): 32,
    }
    assert {path: place.zeile for path, place in source.values.items()} == expected
    assert source.plain == set(expected) == set(source.keys)


def test_quoted_line_and_none_outside_the_file() -> None:
    source = SourceMap(lines={FILE: ["eins", "zwei"]})
    assert source.line(Location(FILE, 2, 1, 1)) == "zwei"
    assert source.line(Location(FILE, 3, 1, 1)) is None
    assert source.line(Location("data/y.yaml")) is None


def test_a_finding_carries_the_other_places_it_speaks_of() -> None:
    there = Verwandt(Location(FILE, 1, 1, 4))
    made = SourceMap(lines={FILE: ["eins", "zwei"]}).befund(
        "a", Severity.FEHLER, Location(FILE, 2, 1, 4), "Satz.", verwandte=(there,)
    )
    assert (made.auszug, made.verwandte) == ("zwei", (there,))
    assert befund(1).verwandte == ()


def test_5000_errors_of_one_file_are_kept_and_more_than_10000_counted() -> None:
    kept = sorted_findings(befund(i) for i in range(1, 5001))
    assert len(kept) == 5000
    cut = sorted_findings(befund(i) for i in range(1, MAX_FINDINGS_PER_FILE + 8))
    assert len(cut) == MAX_FINDINGS_PER_FILE + 1
    rest = [one for one in cut if one.code == "zu-viele-befunde"]
    assert [one.meldung for one in rest] == [
        "Diese Datei hat noch 7 weitere Befunde; gezeigt sind die ersten 10.000."
    ]


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("jobcentr", ["jobcenter", "jugendamt"], "jobcenter"),
        ("Behörde", ["behoerde", "verein"], "behoerde"),
        ("kurs_angebot", ["kurs-angebot"], "kurs-angebot"),
        ("xyz", ["jobcenter"], None),
        ("abc", [], None),
    ],
)
def test_nearest(word: str, known: list[str], found: str | None) -> None:
    assert nearest(word, known) == found


def test_what_lies_above_a_fault_is_at_fault_and_later_changes_are_seen() -> None:
    source = SourceMap()
    assert not source.is_faulty(("a", "b"))
    source.faulty.add(("a", "b", 0, "c"))
    found = [
        source.is_faulty(path)
        for path in (("a",), ("a", "b"), ("a", "b", 0), ("a", "b", 0, "c"), ("a", "b", 0, "c", 1))
    ]
    assert found == [True, True, True, True, False]
    source.rename({("a", "b"): ("a", "x")})
    assert not source.is_faulty(("a", "b"))
    assert source.is_faulty(("a", "x"))
    source.remove_items({("a", "x", 0)})
    assert not source.is_faulty(("a", "x"))


def test_many_faults_are_not_looked_at_one_by_one_for_every_question() -> None:
    source = SourceMap(faulty={("a", i, "k") for i in range(20_000)})
    beginning = time.process_time()
    assert sum(source.is_faulty(("a", i)) for i in range(40_000)) == 20_000
    assert time.process_time() - beginning < 2
