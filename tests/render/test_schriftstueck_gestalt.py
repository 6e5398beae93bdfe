"""The design as data: every style stands on one that exists, every colour can be read."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

import pytest

from konzept.render.schriftstueck import Absatzart, Ausrichtung, Laufart, Ton
from konzept.render.schriftstueck_formate import ABSATZFORMATE, FORMATE, STANDARD
from konzept.render.schriftstueck_gestalt import (
    AKZENT,
    AKZENT_STARK,
    BLAETTER,
    ENTFALLEN,
    LAUFFORMATE,
    LEISE,
    LINIE,
    SCHRIFT,
    TOENE,
    VERMERK_GRUND,
    VERMERK_SCHRIFT,
    ZEICHENFORMATE,
    sprache_und_land,
)

if TYPE_CHECKING:
    from pathlib import Path

LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3, for text of any size."""


def contrast(one: str, other: str) -> float:
    """Compute the contrast of two colours by WCAG 2.2, »contrast ratio« and »relative luminance«."""

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *product((SCHRIFT, LEISE, AKZENT, AKZENT_STARK, ENTFALLEN), ("ffffff", *TOENE.values())),
        (VERMERK_SCHRIFT, VERMERK_GRUND),
    ],
)
def test_words_can_be_read_on_every_ground(text: str, ground: str) -> None:
    assert contrast(text, ground) >= LEAST_CONTRAST


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("000000", "ffffff") == pytest.approx(21)
    assert contrast("777777", "ffffff") == pytest.approx(4.48, abs=0.01)


def test_paper_and_page_have_the_same_colours(root: Path) -> None:
    """The tokens of the page in light, which this module repeats."""
    style = (root / "templates" / "html" / "seite.css").read_text(encoding="utf-8")
    tokens = dict(re.findall(r"--([\w-]+): #([0-9a-f]{6});", style[: style.index("@media")]))
    names = (
        "schrift",
        "leise",
        "linie",
        "akzent",
        "akzent-stark",
        "vermerk-grund",
        "vermerk-schrift",
        "flaeche",
    )
    ours = (SCHRIFT, LEISE, LINIE, AKZENT, AKZENT_STARK, VERMERK_GRUND, VERMERK_SCHRIFT, TOENE[Ton.FLAECHE])
    assert {name: tokens[name] for name in names} == dict(zip(names, ours, strict=True))


def test_every_style_stands_on_one_before_it() -> None:
    known: list[str] = []
    for form in FORMATE:
        assert form.basis in known or form is STANDARD
        known.append(form.odf)
    assert {form.danach for form in FORMATE} - {None} <= set(known)
    assert set(ABSATZFORMATE.values()) <= set(known)


def test_names_are_given_once_in_each_format() -> None:
    for kinds in (FORMATE, ZEICHENFORMATE):
        for name in ("odf", "docx"):
            names = [getattr(form, name).casefold() for form in kinds]
            assert len(names) == len(set(names))


def test_every_kind_has_its_look() -> None:
    assert set(ABSATZFORMATE) == set(Absatzart)
    assert set(LAUFFORMATE) == set(Laufart) - {Laufart.NORMAL}
    assert set(TOENE) == set(Ton) - {Ton.OHNE}
    assert set(BLAETTER) == set(Ausrichtung)


def test_changes_are_never_told_by_colour_alone() -> None:
    new, dropped = LAUFFORMATE[Laufart.NEU], LAUFFORMATE[Laufart.ENTFALLEN]
    assert (new.unterstrichen, new.durchgestrichen) == (True, False)
    assert (dropped.unterstrichen, dropped.durchgestrichen) == (False, True)


def test_pages_are_a4() -> None:
    assert {tuple(sorted((sheet.breite, sheet.hoehe))) for sheet in BLAETTER.values()} == {(210, 297)}
    assert BLAETTER[Ausrichtung.HOCH].textbreite == 170
    assert BLAETTER[Ausrichtung.QUER].textbreite == 261


def test_a_language_has_its_country_or_none() -> None:
    assert sprache_und_land("de") == ("de", "DE")
    assert sprache_und_land("eo") == ("eo", "none")
