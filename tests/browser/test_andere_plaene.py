"""Plans unlike the shipped ones stay whole in a browser: almost empty, and far beyond any real size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.plaene import MASSNAHMEN, grosser_plan, kleiner_plan
from tests.browser.test_seiten import gesehen_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Blatt, Browser

pytestmark = pytest.mark.chromium

HOECHSTENS = 3_000_000
"""How many bytes the page of 300 Maßnahmen may have; the shipped plan's has a tenth of it."""
SOFORT = 1000
"""A search answers within so many milliseconds, or thought breaks off (Nielsen, 1993); it waits 150 for more keys."""


@pytest.fixture(scope="module")
def kleines(tmp_path_factory: pytest.TempPathFactory, seite: Callable[[Blatt], Path]) -> Path:
    return _konzept("klein", tmp_path_factory.mktemp("klein"), kleiner_plan, seite)


@pytest.fixture(scope="module")
def grosses(tmp_path_factory: pytest.TempPathFactory, seite: Callable[[Blatt], Path]) -> Path:
    return _konzept("gross", tmp_path_factory.mktemp("gross"), grosser_plan, seite)


def _konzept(
    name: str, ordner: Path, schreibe: Callable[[Path], None], seite: Callable[[Blatt], Path]
) -> Path:
    from .conftest import Blatt

    schreibe(ordner)
    return seite(Blatt(name, ("-C", str(ordner), "render", "konzept", "--format", "html")))


@pytest.mark.parametrize("name", ["hell", "dunkel", "320", "druck", "kontrast"])
def test_a_plan_of_two_massnahmen_with_its_own_words_and_colours(
    browser: Browser, kleines: Path, name: str
) -> None:
    befunde = gesehen_in(browser, kleines, name, {})
    assert {probe: gefunden for probe, gefunden in befunde.items() if gefunden} == {}


@pytest.mark.parametrize("name", ["768", "abstand-320"])
def test_a_plan_of_300_massnahmen_with_titles_of_200_characters(
    browser: Browser, grosses: Path, name: str
) -> None:
    befunde = gesehen_in(browser, grosses, name, {})
    assert {probe: gefunden for probe, gefunden in befunde.items() if gefunden} == {}
    assert grosses.stat().st_size < HOECHSTENS


def test_the_search_in_300_massnahmen_answers_at_once(browser: Browser, grosses: Path) -> None:
    schritte = [
        ("suchdauer", "grundstuecksverkehr"),
        ("suchdauer", "zum 217. Mal"),
        ("text", "output[form=suche]"),
    ]
    erste, zweite, satz = browser.sieh(grosses, {}, schritte=schritte)["gelesen"]
    assert satz == f"1 von {MASSNAHMEN} Maßnahmen"
    assert max(erste, zweite) < SOFORT, "the first reads all texts of the page, the second knows them"
