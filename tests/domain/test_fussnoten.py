"""Footnotes as the lines of a text show them: parted, put back, taken out; no word is lost on the way."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.domain.fussnoten import mit_noten, ohne_fussnoten, verweise, zerlegt
from konzept.domain.handlungsfeld import Massnahme, erster_satz
from konzept.domain.saetze import erste_saetze, satzzahl

STUECKE = st.lists(
    st.sampled_from(
        [
            "a",
            "B. ",
            " ",
            "\n",
            "\n\n",
            "    ",
            "[^1]",
            "[^1]: ",
            "[^2]",
            "[^2]: ",
            "^[",
            "]",
            "`",
            "```\n",
            "> ",
            "- ",
        ]
    ),
    max_size=16,
).map("".join)


@pytest.mark.parametrize(
    ("text", "haupt", "noten"),
    [
        ("ohne", "ohne", []),
        ("a[^1]\n\n[^1]: Stand 2019", "a[^1]\n", [("1", "Stand 2019")]),
        ("a[^1]\n[^1]: eins,\nweiter\n- Punkt", "a[^1]\n- Punkt", [("1", "eins,\nweiter")]),
        ("[^1]: eins\n[^2]: zwei", "", [("1", "eins"), ("2", "zwei")]),
        ("[^1]: eins\n\n    zweiter Absatz\n\ndanach", "\ndanach", [("1", "eins\n\nzweiter Absatz")]),
        ("```\n[^1]: Code\n```", "```\n[^1]: Code\n```", []),
        ("> a[^1]\n> [^1]: im Zitat", "> a[^1]", [("1", "im Zitat")]),
        ("[^a b]: keine Marke", "[^a b]: keine Marke", []),
    ],
)
def test_notes_are_parted_from_the_text(text: str, haupt: str, noten: list[tuple[str, str]]) -> None:
    teile = zerlegt(text)
    assert teile.haupttext == haupt
    assert [(note.marke, note.worte) for note in teile.noten] == noten


@given(STUECKE)
def test_no_line_is_lost(text: str) -> None:
    teile = zerlegt(text)
    lines = [
        line for stretch in (teile.haupttext, *(n.ganz for n in teile.noten)) for line in stretch.split("\n")
    ]
    assert sorted(filter(str.strip, lines)) == sorted(filter(str.strip, text.split("\n")))


def test_references_are_neither_code_nor_escaped() -> None:
    assert verweise(r"a[^1] `[^2]` \[^3] b[^4] [^1]") == ("1", "4", "1")
    assert verweise("``a ` [^1]`` `` ` `` [^2]") == ("2",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wohnraum[^1] schaffen\n\n[^1]: Stand", "Wohnraum schaffen"),
        ("Wohnraum^[Stand [2019](https://a.example)] schaffen", "Wohnraum schaffen"),
        ("fehlt[^2] hier\n\n[^1]: Stand", "fehlt[^2] hier"),
        ("leer[^1]\n\n[^1]:", "leer[^1]"),
        ("Code `[^1]` bleibt[^1]\n[^1]: Stand", "Code `[^1]` bleibt"),
        ("offen ^[Stand", "offen ^[Stand"),
        ("nichts ^[] darin", "nichts ^[] darin"),
    ],
)
def test_a_title_has_no_notes(text: str, expected: str) -> None:
    assert ohne_fussnoten(text) == expected


def test_a_piece_keeps_the_notes_it_needs_and_those_they_need() -> None:
    noten = zerlegt("[^1]: siehe [^2]\n[^2]: zwei\n[^3]: drei\n[^1]: doppelt").noten
    assert mit_noten("a[^1]", noten) == "a[^1]\n\n[^1]: siehe [^2]\n\n[^2]: zwei"
    assert mit_noten("a", noten) == "a"


def test_a_note_belongs_to_no_title_and_is_no_sentence() -> None:
    text = (
        "Wohnraum[^1] schaffen.[^2] Danach mehr. Und mehr. Und viel mehr.\n\n[^1]: Stand.\n[^2]: Zwei. Sätze."
    )
    assert erster_satz(text) == "Wohnraum schaffen."
    assert Massnahme(id="a", text=text).anzeigetitel == "Wohnraum schaffen."
    assert satzzahl(text) == 4
    assert erste_saetze(text) == (
        "Wohnraum[^1] schaffen.[^2] Danach mehr. Und mehr. …\n\n[^1]: Stand.\n\n[^2]: Zwei. Sätze."
    )
    assert satzzahl("Eins^[Erstens. Zweitens.] und zwei. Drei.") == 2


@pytest.mark.parametrize("piece", ["^[", "[^", "`", "[^1]: a\n", "[^1]", "^[[]", "\\", "> ", "[^a]:\n\n"])
def test_floods_take_no_time(piece: str) -> None:
    text = piece * (20_000 // len(piece)) + "\n[^1]\n\n[^1]: x"
    begin = perf_counter()
    ohne_fussnoten(text)
    mit_noten(text, zerlegt(text).noten)
    assert perf_counter() - begin < 3
