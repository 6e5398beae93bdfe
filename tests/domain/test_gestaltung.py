"""Colours: read as CSS reads them, contrast as WCAG computes it, and every derived colour can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.domain.gestaltung import (
    BAND_SCHRIFT,
    DUNKLE_GRUENDE,
    HELLE_GRUENDE,
    MINDESTKONTRAST,
    Farbsatz,
    Gestaltung,
    farbsatz,
    kontrast,
    lies_farbe,
    schreibe_farbe,
    schwaechster,
)

SEITE = Path(__file__).parents[2] / "templates" / "html" / "seite.css"
FARBEN = st.tuples(*(st.integers(0, 255) for _ in range(3)))


@pytest.mark.parametrize(
    ("text", "farbe"),
    [
        ("#0b5d50", (11, 93, 80)),
        ("#0B5D50", (11, 93, 80)),
        ("#fc0", (255, 204, 0)),
        ("0b5d50", None),
        ("#0b5d5", None),
        ("#0b5d50ff", None),
        ("green", None),
        ("#0b5d50; } body { display: none", None),
        ("#٣٣٣", None),
        ("", None),
    ],
)
def test_a_colour_is_read_or_is_none(text: str, farbe: tuple[int, int, int] | None) -> None:
    assert lies_farbe(text) == farbe


@pytest.mark.parametrize(
    ("eine", "andere", "erwartet"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        # the grey at which white text just reaches level AA, and the one below it (WebAIM's contrast checker)
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffffff", 8.59),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_the_contrast_is_that_of_wcag(eine: str, andere: str, erwartet: float) -> None:
    hell, dunkel = lies_farbe(eine), lies_farbe(andere)
    assert hell is not None
    assert dunkel is not None
    assert round(kontrast(hell, dunkel), 2) == erwartet
    assert kontrast(hell, dunkel) == kontrast(dunkel, hell)


def test_the_grounds_are_those_of_the_page() -> None:
    """Whoever changes a ground in seite.css has to change it here, or contrasts would be those of another page."""
    css = SEITE.read_text(encoding="utf-8")
    hell, dunkel = css.split("prefers-color-scheme: dark", maxsplit=1)
    namen = ("grund", "flaeche", "ziel-grund")

    def gesetzt(teil: str) -> list[str]:
        funde = [re.search(rf"--{name}: (#[0-9a-f]{{6}});", teil) for name in namen]
        return [fund[1] for fund in funde if fund]

    assert gesetzt(hell) == list(HELLE_GRUENDE)
    assert gesetzt(dunkel) == list(DUNKLE_GRUENDE)


@given(FARBEN)
def test_a_colour_written_is_read_again(farbe: tuple[int, int, int]) -> None:
    assert lies_farbe(schreibe_farbe(farbe)) == farbe


@given(FARBEN)
def test_what_follows_from_an_accent_that_can_be_read_can_be_read(farbe: tuple[int, int, int]) -> None:
    if schwaechster(farbe, HELLE_GRUENDE)[0] < MINDESTKONTRAST:
        return
    satz = farbsatz(Gestaltung(akzent=schreibe_farbe(farbe)))
    auf = [
        (satz.akzent_stark, HELLE_GRUENDE),
        (satz.akzent_dunkel, DUNKLE_GRUENDE),
        (satz.akzent_dunkel_stark, DUNKLE_GRUENDE),
        (satz.band, (BAND_SCHRIFT, satz.band_leise)),
        (satz.band_dunkel, (BAND_SCHRIFT, satz.band_leise)),
    ]
    for abgeleitet, gruende in auf:
        gelesen = lies_farbe(abgeleitet)
        assert gelesen is not None
        assert schwaechster(gelesen, gruende)[0] >= MINDESTKONTRAST, (abgeleitet, gruende)


def test_a_county_that_names_all_gets_what_it_named() -> None:
    satz = farbsatz(Gestaltung(akzent="#004b93", akzent_dunkel="#9fc4ea", band="#222222"))
    assert (satz.akzent, satz.akzent_dunkel, satz.band) == ("#004b93", "#9fc4ea", "#222222")


@pytest.mark.parametrize("gestaltung", [Gestaltung(), Gestaltung(akzent="blau"), Gestaltung(logo="x.svg")])
def test_without_a_colour_the_page_keeps_its_own(gestaltung: Gestaltung) -> None:
    assert farbsatz(gestaltung) == Farbsatz()
