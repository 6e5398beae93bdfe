"""How the art of an edition is counted up, as a table."""

from __future__ import annotations

import pytest

from konzept.edit.fortschreibung_art import names_a_year, next_art


@pytest.mark.parametrize(
    ("art", "expected", "sure"),
    [
        ("Konzept", "1. Fortschreibung", True),
        ("Integrationskonzept", "1. Fortschreibung", True),
        ("Rahmenkonzept", "1. Fortschreibung", True),
        ("1. Fortschreibung", "2. Fortschreibung", True),
        ("9. Fortschreibung", "10. Fortschreibung", True),
        ("1.Fortschreibung", "2.Fortschreibung", True),
        ("Erste Fortschreibung", "Zweite Fortschreibung", True),
        ("achte Fortschreibung", "neunte Fortschreibung", True),
        ("DRITTE FORTSCHREIBUNG", "VIERTE FORTSCHREIBUNG", True),
        ("Entwurf der Ersten Fortschreibung", "Entwurf der Zweiten Fortschreibung", True),
        ("II. Fortschreibung", "III. Fortschreibung", True),
        ("3. Auflage", "4. Auflage", True),
        ("Konzept (2. Teilfortschreibung)", "Konzept (3. Teilfortschreibung)", True),
        ("Zweiter Teil der 1. Fortschreibung", "Zweiter Teil der 2. Fortschreibung", True),
        # which one it is, nobody says: counted by the line of Fassungen, here the third
        ("Fortschreibung", "3. Fortschreibung", False),
        ("Fortschreibung Nr. 1", "3. Fortschreibung", False),
        # counted, but with a year that is that of the old one
        ("1. Fortschreibung 2020–2023", "2. Fortschreibung 2020–2023", False),
        # no edition by its wording
        ("Handlungsleitlinien", "1. Fortschreibung", False),
        ("Konzept vom 1. Dezember 2020", "1. Fortschreibung", False),
        ("Die alte Fassung", "1. Fortschreibung", False),
        ("Zwölfte Fortschreibung", "3. Fortschreibung", False),
    ],
)
def test_the_next_art(art: str, expected: str, *, sure: bool) -> None:
    made = next_art(art, 3)
    assert (made.text, made.sure) == (expected, sure)


def test_a_fortschreibung_without_number_is_at_least_the_first() -> None:
    assert next_art("Fortschreibung", 1).text == "2. Fortschreibung"


@pytest.mark.parametrize(
    ("text", "year"),
    [("Integrationskonzept Ilm-Kreis", False), ("Konzept 2022–2024", True), ("Agenda 12020", False)],
)
def test_a_year_in_a_title(text: str, *, year: bool) -> None:
    assert names_a_year(text) is year
