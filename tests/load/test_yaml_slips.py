"""Commonest slips in YAML: the finding stands where the slip is, not where a parser notices it."""

from __future__ import annotations

import time
from typing import Any

import pytest

from konzept.diagnostics import Befund, SourceMap
from konzept.load.yaml_tree import PARSERS, parse_yaml

OPEN_QUOTE = "Ein Anführungszeichen wird geöffnet und nicht geschlossen."
NO_BLANK = "Setzen Sie ein Leerzeichen hinter »-«."
BOTH = pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: str(parser.__name__))


def only(text: str, parser: Any) -> Befund:
    _, findings = parse_yaml(text, "x.yaml", SourceMap(), parser)
    assert [befund.code for befund in findings] == ["yaml-fehler"]
    return findings[0]


FIELD = """id: arbeit
nummer: "5"

# Feld 5
titel: {titel}
handlungsziele:
  - id: ausbildung
    titel: Ausbildung
    massnahmen:
      - id: kurse
        text: Kurse
    nummer: "5.1"
"""


@BOTH
@pytest.mark.parametrize("sign", ['"', "'"])
def test_an_open_quote_is_named_in_its_own_line(sign: str, parser: Any) -> None:
    """Line 5 opens it; the parser takes all up to the next quotation mark, in line 12, for text."""
    befund = only(
        FIELD.format(titel=f"{sign}Ausbildung und Arbeit").replace('"5.1"', f"{sign}5.1{sign}"), parser
    )
    assert (befund.ort.zeile, befund.ort.spalte, befund.meldung) == (5, 8, OPEN_QUOTE)


@BOTH
def test_an_open_quote_in_the_first_line_of_an_entry(parser: Any) -> None:
    text = 'a:\n  - titel: "Eins\n    nummer: "1"\n  - titel: Zwei\n'
    assert (only(text, parser).ort.zeile, only(text, parser).meldung) == (2, OPEN_QUOTE)


@BOTH
@pytest.mark.parametrize(
    "before",
    [
        'text: "zwei\n  Zeilen"\n',
        'text: "zwei\n  Hinweis: deeper than the field it belongs to"\n',
        "text: 'Geht''s\n  so?'\n",
        'text: |\n  Frage: "wie\n  Antwort: so"\n',
        '- text: >-\n    "wie\n    Antwort: so"\n  b: x\n- ',
    ],
)
def test_a_text_that_rightly_goes_on_is_no_slip(before: str, parser: Any) -> None:
    befund = only(f"{before}b: c: d\n", parser)
    assert befund.ort.zeile == before.count("\n") + 1
    assert befund.meldung == "Ein Doppelpunkt mit Leerzeichen ist hier nicht erlaubt."


@BOTH
@pytest.mark.parametrize(
    ("text", "zeile", "spalte"),
    [
        ("a:\n  - id: x\n    von:\n    -jobcenter\n    text: y\n", 4, 5),
        ("a:\n-jobcenter\n\n# Notiz\nb: c\n", 2, 1),
        ("a:\n  - id: x\n    text: y\n  -id: z\n    text: y\n", 4, 3),
        ("a:\n  -id: x\n    text: y\n", 2, 3),
        # a second fault further down does not hide the first
        ("a:\n  -id: x\n    text: y\nb: c: d\n", 2, 3),
    ],
)
def test_a_dash_without_its_blank_is_named_with_its_remedy(
    text: str, zeile: int, spalte: int, parser: Any
) -> None:
    befund = only(text, parser)
    assert (befund.ort.zeile, befund.ort.spalte, befund.hilfe) == (zeile, spalte, NO_BLANK)


@BOTH
@pytest.mark.parametrize(
    "before",
    ["werte:\n  - -5\n", "text: |\n  -so\n", "text: eine\n  -und noch eine\n", "---\n", "a:\n  -5\n"],
)
def test_a_dash_that_is_no_fault_is_not_blamed(before: str, parser: Any) -> None:
    befund = only(f"{before}b: c: d\n", parser)
    assert (befund.ort.zeile, befund.hilfe == NO_BLANK) == (before.count("\n") + 1, False)


@BOTH
def test_a_long_file_of_slips_is_quick(parser: Any) -> None:
    text = "a:\n" + "  -x\n" * 4000 + "b: c: d\n"
    begin = time.perf_counter()
    only(text, parser)
    assert time.perf_counter() - begin < 8
