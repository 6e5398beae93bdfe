"""What a message quotes of a wrong value, and what it suggests in its place, to the letter."""

from __future__ import annotations

import pytest

from konzept.diagnostics import SourceMap
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.load.build import build
from konzept.load.problem_sentences import LONGEST_QUOTE, short
from konzept.load.yaml_tree import parse_yaml


def told(model: type[Einstellungen | Handlungsfeld | Rahmen], text: str) -> str:
    source = SourceMap()
    data, _ = parse_yaml(text, "x.yaml", source)
    (befund,) = build(model, data, "x.yaml", source).findings
    return f"{befund.meldung} {befund.hilfe}"


@pytest.mark.parametrize(
    ("value", "quoted"),
    [
        ("a" * LONGEST_QUOTE, "a" * LONGEST_QUOTE),
        ("a" * (LONGEST_QUOTE + 1), "a" * (LONGEST_QUOTE - 3) + "…"),
        (" zwei \n Zeilen\t", "zwei Zeilen"),
        (5, "5"),
    ],
)
def test_a_long_value_is_cut_and_stands_on_one_line(value: object, quoted: str) -> None:
    assert short(value) == quoted


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("Förderung für Ältere: Spaß", "foerderung-fuer-aeltere-spass"),
        ("-Kurse--2020-", "kurse-2020"),
        ("„…“", "sprache-und-bildung"),
        ("A" * 59 + " bcd", "a" * 59),
    ],
)
def test_the_id_that_is_suggested(written: str, slug: str) -> None:
    assert f"etwa »{slug}«" in told(Handlungsfeld, f'id: "{written}"\nnummer: "1"\ntitel: T\n')


def test_of_a_key_at_fault_the_key_is_quoted_not_its_value() -> None:
    sentence = told(Einstellungen, "staende:\n  begonen: Ja doch.\n")
    assert "»begonen«" in sentence
    assert "»begonnen«" in sentence
    assert "Ja doch" not in sentence


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("1.2.2020", "»2020-02-01«"),
        (" 01. 12. 2020 ", "»2020-12-01«"),
        ("30.2.2020", "»2020-11«"),
        ("1.2.20", "»2020-11«"),
    ],
)
def test_the_day_that_is_suggested(written: str, remedy: str) -> None:
    assert remedy in told(Rahmen, f'titel: T\nart: Konzept\nstand: "{written}"\n')
