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
}
"""How a page is looked at; not named, it is 1440 pixels wide and light. At 200 % a window of 1280 has 640 left."""

MIT_AXE = frozenset({"hell", "dunkel", "320", "druck"})
"""Where axe looks, at the widest and the narrowest; the others are about the layout in between and beyond."""

AUSGENOMMEN: Mapping[tuple[str, str], str] = {
    ("druck", "target-size"): "auf Papier ist nichts anzutippen",
}
"""Rules of axe that do not hold in a mode, with the reason."""

UNGEKLAERT: Mapping[str, str] = {
    r"color-contrast: .*only non-text characters": "ein Zeichen neben dem Wort, das dasselbe sagt",
    r"color-contrast: <text> ": "Schrift in einer Zeichnung: die Probe »zeichnung« misst sie",
}
"""What axe leaves to a human, by a pattern, with what the human said.

It is asked for in wide windows only: in narrow ones axe cannot see the cells that a table scrolls to.
"""

HTML_AUSGENOMMEN: Mapping[str, str] = {
    r'no-redundant-role: Redundant role "(table|rowgroup|row|columnheader|rowheader|cell)"': (
        "auf schmalen Seiten sind Tabellen mit »display: block« gesetzt; ohne die Rolle wären sie dann keine mehr"
    ),
}
"""Findings of html-validate that are meant to be so, by a pattern, with the reason."""

PROBEN = ("breite", "beschnitten", "ueberlappt")


def ohne(findings: Iterable[str], patterns: Iterable[str]) -> list[str]:
    return [one for one in findings if not any(re.search(pattern, one) for pattern in patterns)]


@pytest.mark.parametrize("name", MODI)
def test_a_page_in_a_mode(
    browser: Browser, blatt: Blatt, datei: Path, name: str, melde: Callable[[Blatt, str, int], None]
) -> None:
    mit_axe = name in MIT_AXE
    modus = {**MODI[name], **({"breite": A4_QUER} if name == "druck" and blatt.name.endswith(QUER) else {})}
    gesehen = browser.sieh(datei, modus, (*PROBEN, *(("axe", "zeichnung") if mit_axe else ())))
    axe = gesehen.get("axe", {"verstoesse": [], "ungeklaert": []})
    fremd = [f"^{regel}: " for wo, regel in AUSGENOMMEN if wo == name]
    breite = gesehen["breite"]
    zu_breit = [f"{breite['seite']} > {breite['fenster']}"] * (breite["seite"] > breite["fenster"])
    befunde = {
        "axe": ohne(axe["verstoesse"], fremd),
        "axe weiß es nicht": ohne(axe["ungeklaert"], UNGEKLAERT) if name in {"hell", "dunkel"} else [],
        "Schrift in Zeichnungen": gesehen.get("zeichnung", []),
        "breiter als das Fenster": [*zu_breit, *breite["raus"]],
        "beschnitten": gesehen["beschnitten"],
        "übereinander": gesehen["ueberlappt"],
        "Konsole": gesehen["konsole"],
    }
    melde(blatt, name, sum(map(len, befunde.values())))
    assert {probe: gefunden for probe, gefunden in befunde.items() if gefunden} == {}
    assert gesehen["anfragen"] == gesehen["eingang"] == [f"/{datei.name}"]
    assert not mit_axe or axe["regeln"] > 20  # axe has looked


def test_the_markup(
    browser: Browser, blatt: Blatt, datei: Path, melde: Callable[[Blatt, str, int], None]
) -> None:
    befunde = ohne(browser.html(datei), HTML_AUSGENOMMEN)
    melde(blatt, "html", len(befunde))
    assert befunde == []
