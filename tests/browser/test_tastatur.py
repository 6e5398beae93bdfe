"""Every HTML document without a mouse: the Tab key reaches all that can be operated, and shows where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from .conftest import Blatt, Browser

pytestmark = pytest.mark.chromium

RING = 2
"""A focus is marked at least this thick, in CSS pixels (WCAG 2.4.13)."""
KONTRAST = 3
"""… and in this contrast to what lies around it (WCAG 1.4.11)."""


def fehler(halt: dict[str, Any]) -> list[str]:
    """Say what is wrong with one stop of the Tab key."""
    mangel = {
        "nicht im Bild oder verdeckt": not halt["frei"],
        f"Rahmen {halt['ring']} px": halt["ring"] < RING,
        f"Kontrast {halt['kontrast']}": halt["kontrast"] < KONTRAST,
    }
    return [f"{halt['name']}: {satz}" for satz, wahr in mangel.items() if wahr]


@pytest.mark.parametrize(
    ("name", "modus"),
    [
        ("Tab", {}),
        # a long page has hundreds of stops: the first show how its kinds of controls look in the dark
        ("Tab-320", {"breite": 320, "hoehe": 640, "farben": "dark", "halte": 100}),
    ],
    ids=["breit-hell", "schmal-dunkel"],
)
def test_the_tab_key_walks_through_the_page(
    browser: Browser,
    blatt: Blatt,
    datei: Path,
    name: str,
    modus: Mapping[str, object],
    melde: Callable[[Blatt, str, int], None],
) -> None:
    fokus = browser.sieh(datei, modus, ["fokus"])["fokus"]
    weg = fokus["weg"]
    befunde = [satz for halt in weg for satz in fehler(halt)]
    melde(blatt, name, len(befunde))
    assert befunde == []
    # each once and in the order of the page, and at the end out of the page: nobody is caught in it (WCAG 2.1.2, 2.4.3)
    assert [halt["nr"] for halt in weg] == fokus["erwartet"]
    assert weg[0]["name"].endswith("Zum Inhalt springen")
