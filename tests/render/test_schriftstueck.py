"""The values a document is made of: what they refuse, and the short ways to make them."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import TYPE_CHECKING

import pytest

from konzept.render.schriftstueck import (
    LEGENDE,
    Absatz,
    Absatzart,
    Lauf,
    Laufart,
    Schriftstueck,
    Spalte,
    Ton,
    Ueberschrift,
    Zelle,
    absatz,
    worte,
    zelle,
)
from konzept.render.schriftstueck_text import mit_marken

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "made",
    [
        lambda: Ueberschrift(0, ()),
        lambda: Ueberschrift(7, ()),
        lambda: Zelle(spanne=0),
        lambda: Zelle(hoehe=0),
        lambda: Spalte(0),
    ],
)
def test_what_no_format_can_show_is_refused(made: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"^a (heading|cell|column) of "):
        made()


def test_a_document_is_a_value() -> None:
    one, other = Schriftstueck("Titel", (absatz("Text"),)), Schriftstueck("Titel", (absatz("Text"),))
    assert one == other
    assert hash(one) == hash(other)
    with pytest.raises(FrozenInstanceError):
        one.titel = "anders"  # type: ignore[misc]  # that it cannot be set is what is tested


def test_words_become_runs_and_empty_ones_nothing() -> None:
    assert worte("eins", "", Lauf(""), Lauf("zwei", fett=True)) == (Lauf("eins"), Lauf("zwei", fett=True))
    assert absatz("x", art=Absatzart.KLEIN) == Absatz((Lauf("x"),), Absatzart.KLEIN)
    assert zelle("x", kopf=True, spanne=2, ton=Ton.ROT) == Zelle(
        (absatz("x"),), kopf=True, spanne=2, ton=Ton.ROT
    )


def test_the_legend_names_both_marks_and_needs_none_itself() -> None:
    assert "".join(lauf.text for lauf in LEGENDE.laeufe) == "Unterstrichen: neu. Durchgestrichen: entfällt."
    assert [lauf.art for lauf in LEGENDE.laeufe if lauf.art is not Laufart.NORMAL] == [
        Laufart.NEU,
        Laufart.ENTFALLEN,
    ]
    assert not LEGENDE.marken
    assert mit_marken(LEGENDE.laeufe) != LEGENDE.laeufe
