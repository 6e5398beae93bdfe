"""Footnotes that are none: found where they stand, and only there."""

from __future__ import annotations

import pytest

from konzept.checks.fussnoten import VERDACHT, fussnoten
from konzept.checks.texte import Textort
from konzept.diagnostics import SourceMap


def codes(text: str) -> list[str]:
    ort = Textort(("data/handlungsfelder/2020/1.yaml", "einleitung"), text)
    return [befund.code for befund in fussnoten(ort, SourceMap())] if VERDACHT.search(text) else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a[^1]\n\n[^1]: eins", []),
        ("a[^1] b[^1]\n[^1]: eins [^2]\n[^2]: zwei", []),
        ("a^[eins]", []),
        ("`[^1]` und \\[^1\\]", []),
        ("a[^1] b[^1]", ["fussnote-fehlt"]),
        ("a[^1] b[^2]", ["fussnote-fehlt", "fussnote-fehlt"]),
        ("a[^1]\n\n[^1]:", ["fussnote-fehlt"]),
        ("a[^1] [^1]: eins", ["fussnote-fehlt"]),
        ("a[^1]\n\n[^1]: eins [^2]", ["fussnote-fehlt"]),
        ("[^1]: eins", ["fussnote-unbenutzt"]),
        ("[^1]: eins [^1]", ["fussnote-unbenutzt"]),
        ("a[^1]\n\n[^1]: eins\n[^1]: zwei\n[^1]: drei", ["fussnote-doppelt"]),
        ("a\n\n[^1]: eins\n[^2]: siehe [^1]", ["fussnote-unbenutzt", "fussnote-unbenutzt"]),
    ],
)
def test_what_is_found(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_a_note_in_the_middle_of_a_line_is_told_from_one_that_is_missing() -> None:
    ort = Textort(("data/a.yaml", "einleitung"), "a[^1] [^1]: eins")
    (befund,) = fussnoten(ort, SourceMap())
    assert "mitten in einer Zeile" in befund.hilfe
    (leer,) = fussnoten(Textort(("data/a.yaml", "einleitung"), "a[^1]\n\n[^1]:"), SourceMap())
    assert leer.meldung == "Die Fußnote »[^1]« hat keinen Text."
