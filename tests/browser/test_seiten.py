"""Every HTML document in a browser: open to all, whole at every width, quiet, and alone.

BITV 2.0 and EN 301 549 ask for WCAG 2.1 AA; these pages aim at 2.2 AA and at what axe holds to be good practice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from .conftest import Blatt, Browser

pytestmark = pytest.mark.chromium

TEXTABSTAND = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""What a reader may set without losing anything (WCAG 1.4.12)."""

A4 = 642
A4_QUER = 971
"""170 mm and 257 mm, the width of the text on paper upright and across, in CSS pixels: nothing may stick out of it."""

QUER = ("zeitplan", "synopse")
"""The documents that are printed across."""

MODI: Mapping[str, Mapping[str, object]] = {
    "hell": {},
    "dunkel": {"farben": "dark"},
    "768": {"breite": 768, "hoehe": 1024},
    "320": {"breite": 320, "hoehe": 640},
    "druck": {"medium": "print", "breite": A4},
    "zoom-200": {"breite": 640, "hoehe": 450},
    "abstand": {"breite": 1280, "stil": TEXTABSTAND},
    "abstand-320": {"breite": 320, "hoehe": 640, "stil": TEXTABSTAND},
    "kontrast": {"systemfarben": "active", "farben": "dark"},
}
"""How a page is looked at; not named, it is 1440 pixels wide and light. At 200 % a window of 1280 has 640 left."""

MIT_AXE: Mapping[str, str] = {"hell": "alle", "dunkel": "farben", "320": "aufbau", "druck": "farben"}
"""Where axe looks, and by which of its rules: by all once, then by those that the mode can make a difference to.

In the dark and on paper only the colours are others, in a narrow window only the layout is. The other modes are about
the layout in between and beyond.
"""

NUR_ZEICHEN = frozenset({"kontrast"})
"""The system's own colours are sure to be read as words; what is drawn has to follow them."""

UNGEKLAERT: Mapping[str, str] = {
    r"color-contrast: .*only non-text characters": "ein Zeichen neben dem Wort, das dasselbe sagt",
    r'label-content-name-mismatch: <a> a\[href\$="#fussnote-': "ein Pfeil zurück, kein Wort; sein Name sagt, wohin",
    r"color-contrast: <text> ": "Schrift in einer Zeichnung: die Probe »zeichnung« misst sie",
}
"""What axe leaves to a human, by a pattern, with what the human said.

It is asked for in wide windows only: in narrow ones axe cannot see the cells that a table scrolls to.
"""

PROBEN = ("breite", "beschnitten", "ueberlappt")


def ohne(findings: Iterable[str], patterns: Iterable[str]) -> list[str]:
    return [one for one in findings if not any(re.search(pattern, one) for pattern in patterns)]


def gesehen_in(
    browser: Browser, datei: Path, name: str, anders: Mapping[str, object]
) -> Mapping[str, list[str]]:
    """Return what the probes of a mode find on a page, by their name; the mode may be changed by ``anders``."""
    regeln = MIT_AXE.get(name)
    zeichnung = ("zeichnung",) if regeln or name in NUR_ZEICHEN else ()
    flaeche = () if name in NUR_ZEICHEN else PROBEN
    modus = {**MODI[name], **anders, **({"axe": regeln} if regeln else {})}
    gesehen = browser.sieh(datei, modus, (*flaeche, *(("axe",) if regeln else ()), *zeichnung))
    assert gesehen["anfragen"] == gesehen["eingang"] == [f"/{datei.name}"]
    axe = gesehen.get("axe", {"verstoesse": [], "ungeklaert": [], "regeln": 99})
    assert axe["regeln"] > (0 if regeln == "farben" else 20), "axe has not looked"
    breite = gesehen.get("breite", {"seite": 0, "fenster": 0, "raus": []})
    zu_breit = [f"{breite['seite']} > {breite['fenster']}"] * (breite["seite"] > breite["fenster"])
    return {
        "axe": axe["verstoesse"],
        "axe weiß es nicht": ohne(axe["ungeklaert"], UNGEKLAERT) if name in {"hell", "dunkel"} else [],
        "Zeichnungen": gesehen.get("zeichnung", []),
        "breiter als das Fenster": [*zu_breit, *breite["raus"]],
        "beschnitten": gesehen.get("beschnitten", []),
        "übereinander": gesehen.get("ueberlappt", []),
        "Konsole": gesehen["konsole"],
    }


@pytest.mark.parametrize("name", MODI)
def test_a_page_in_a_mode(
    browser: Browser, blatt: Blatt, datei: Path, name: str, melde: Callable[[Blatt, str, int], None]
) -> None:
    quer = {"breite": A4_QUER} if name == "druck" and blatt.name.endswith(QUER) else {}
    befunde = gesehen_in(browser, datei, name, quer)
    melde(blatt, name, sum(map(len, befunde.values())))
    assert {probe: gefunden for probe, gefunden in befunde.items() if gefunden} == {}


def test_the_markup(
    browser: Browser, blatt: Blatt, datei: Path, melde: Callable[[Blatt, str, int], None]
) -> None:
    befunde = browser.html(datei)
    melde(blatt, "html", len(befunde))
    assert befunde == []
