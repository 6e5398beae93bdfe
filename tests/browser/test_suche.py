"""The document of a Fassung is searched and filtered with the keyboard alone, and whole where no script runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from .conftest import Blatt, Browser

pytestmark = pytest.mark.chromium

WORT = {
    "ilm-kreis-konzept": ("Vorschaltklassen", "massnahme-vorschaltklassen-pruefen"),
    "musterkreis-konzept": ("Lotsennetz", "massnahme-lotsennetz"),
}
"""A word, and a Maßnahme that it finds among a few."""

Schritte = list[tuple[str, ...]]
MASSNAHME = "article.massnahme"
ANSAGE = "output[form=suche]"
ZAHL: Schritte = [("ruhe", ANSAGE), ("text", ANSAGE), ("sichtbar", MASSNAHME), ("adresse",)]
"""What is told, what is shown, and what the address says."""


class Blick:
    """The answers to ``ZAHL``: the sentence that is read out, how many are shown, what stands in the address."""

    def __init__(self, gelesen: Sequence[Any]) -> None:
        _, self.ansage, self.gezeigt, self.adresse = gelesen

    @property
    def gefunden(self) -> int:
        """Return the number that the sentence names."""
        zahl = re.match(r"(\d+) von \d+ Maßnahmen$|Nichts gefunden unter", self.ansage)
        assert zahl, self.ansage
        return int(zahl[1] or 0)


@pytest.fixture(params=WORT)
def konzept(request: pytest.FixtureRequest, blaetter: Mapping[str, Blatt]) -> Blatt:
    return blaetter[request.param]


@pytest.fixture
def gehe(browser: Browser, konzept: Blatt, seite: Callable[[Blatt], Path]) -> Callable[[Schritte], list[Any]]:
    """Return how to take steps on the page; each is answered, most with nothing."""

    def gehen(schritte: Schritte) -> list[Any]:
        gesehen = browser.sieh(seite(konzept), {}, schritte=schritte)
        assert gesehen["konsole"] == []
        assert len(gesehen["gelesen"]) == len(schritte)
        answers: list[Any] = gesehen["gelesen"]
        return answers

    return gehen


def test_a_word_finds_and_the_address_keeps_it(konzept: Blatt, gehe: Callable[[Schritte], list[Any]]) -> None:
    wort, gesucht = WORT[konzept.name]
    tippen: Schritte = [("alle", MASSNAHME), ("tabBis", "#suche-wort"), ("tippe", wort), *ZAHL]
    neu: Schritte = [("neu",), *ZAHL, ("wert", "#suche-wort"), ("sichtbar", f"article:has(#{gesucht})")]
    gelesen = gehe([*tippen, *neu])
    alle, davor, danach = gelesen[0], Blick(gelesen[3:7]), Blick(gelesen[8:12])
    assert 0 < davor.gefunden == davor.gezeigt < alle / 2
    assert davor.adresse == f"?wort={wort}"
    assert vars(danach) == vars(davor)  # read out again, too
    assert gelesen[12:] == [wort, 1]


def test_a_filter_narrows_and_is_taken_away(gehe: Callable[[Schritte], list[Any]]) -> None:
    waehlen: Schritte = [("tabBis", "#suche-feld"), ("taste", "ArrowDown"), *ZAHL, ("wert", "#suche-feld")]
    weg: Schritte = [("tabBis", ".treffer button"), ("taste", "Enter"), *ZAHL, ("fokussiert",)]
    gelesen = gehe([("alle", MASSNAHME), *waehlen, *weg])
    alle, gefiltert, feld, ohne = gelesen[0], Blick(gelesen[3:7]), gelesen[7], Blick(gelesen[10:14])
    assert 0 < gefiltert.gefunden == gefiltert.gezeigt < alle
    assert feld
    assert gefiltert.adresse == f"?feld={feld}"
    assert ohne.ansage.startswith("Alle"), "that all are shown again is told, too"
    assert (ohne.gezeigt, ohne.adresse) == (alle, "")
    assert gelesen[14] == "suche-wort", "the focus would fall out of the page with the button"
    (gezaehlt,) = gehe([("alle", f"{MASSNAHME}[data-feld='{feld}']")])
    assert gefiltert.gefunden == gezaehlt


def test_enter_leads_to_what_was_found(konzept: Blatt, gehe: Callable[[Schritte], list[Any]]) -> None:
    wort, gesucht = WORT[konzept.name]
    tippen: Schritte = [("tabBis", "#suche-wort"), ("tippe", wort), ("ruhe", ANSAGE), ("taste", "Enter")]
    gelesen = gehe([*tippen, ("fokussiert",), ("sichtbar", f"{MASSNAHME}:has(#{gesucht})")])
    assert gelesen[-2].startswith("massnahme-")
    assert gelesen[-1] == 1


def test_what_finds_nothing_says_so(gehe: Callable[[Schritte], list[Any]]) -> None:
    gelesen = gehe([("alle", MASSNAHME), ("oeffne", "?wort=xyzzy"), *ZAHL, ("proben", "axe", "breite")])
    blick = Blick(gelesen[2:6])
    assert (blick.gezeigt, blick.gefunden) == (0, 0)
    assert str(gelesen[0]) in blick.ansage
    axe, breite = gelesen[-1]
    assert (axe["verstoesse"], breite["raus"]) == ([], [])


def test_a_link_that_leads_into_what_is_hidden_shows_it(
    konzept: Blatt, gehe: Callable[[Schritte], list[Any]]
) -> None:
    gesucht = WORT[konzept.name][1]
    gelesen = gehe([("alle", MASSNAHME), ("oeffne", f"?wort=xyzzy#{gesucht}"), *ZAHL])
    assert Blick(gelesen[2:]).gezeigt == gelesen[0]


def test_a_link_is_copied_and_that_is_told(gehe: Callable[[Schritte], list[Any]]) -> None:
    kopieren: Schritte = [("tabBis", "button[aria-label^='Link kopieren']"), ("taste", "Enter")]
    einfuegen: Schritte = [("fokus", "#suche-wort"), ("taste", "Control+V"), ("wert", "#suche-wort")]
    gelesen = gehe([*kopieren, ("ruhe", "#ansage"), ("text", "#ansage"), *einfuegen])
    assert gelesen[3].startswith("Link kopiert: ")
    ziel = gelesen[-1].partition("#")[2]
    assert ziel, gelesen
    assert gehe([("alle", f"[id='{ziel}']")]) == [1]


def test_what_sticks_to_the_top_covers_no_stop_of_the_tab_key(gehe: Callable[[Schritte], list[Any]]) -> None:
    """What is found is told in a line that stays in sight; whatever gets the focus is beside it (WCAG 2.4.11)."""
    gelesen = gehe([("oeffne", "?termin=laufend"), ("ruhe", ANSAGE), ("halte", "60")])
    weg = gelesen[-1]
    assert len(weg) == 60
    assert [halt["name"] for halt in weg if not halt["frei"]] == []


def test_without_a_script_everything_is_there(
    browser: Browser, konzept: Blatt, seite: Callable[[Blatt], Path]
) -> None:
    alle: Schritte = [("alle", MASSNAHME), ("sichtbar", MASSNAHME), ("sichtbar", "#suche, .nur-mit-skript")]
    # axe itself is a script that waits for timers, and none runs here
    proben = ["breite", "beschnitten", "ueberlappt"]
    gesehen = browser.sieh(seite(konzept), {"skript": False}, proben, alle)
    massnahmen, sichtbare, bedienung = gesehen["gelesen"]
    assert 0 < massnahmen == sichtbare
    assert bedienung == 0, "what needs a script is not offered without one"
    assert gesehen["beschnitten"] == gesehen["ueberlappt"] == gesehen["breite"]["raus"] == []
    assert gesehen["konsole"] == []
