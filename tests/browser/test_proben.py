"""The probes see what they are made for: one small page for each fault, and a sound one that has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from .conftest import Browser

pytestmark = pytest.mark.chromium

SEITE = """<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Probe</title>
<link rel="icon" href="data:,">
<style>body {{ background: #fff; color: #000; }} {stil}</style>
</head>
<body>
<main><h1>Probe</h1>
<p><a href="#ziel">Zum Ziel</a></p>
{inhalt}
<p id="ziel">Das Ziel</p></main>
</body>
</html>
"""
FALLE = """<button type="button">Eins</button><button type="button">Zwei</button><script>
addEventListener("keydown", (e) => { if (document.activeElement.textContent === "Eins") e.preventDefault(); });
</script>"""
"""Two buttons; whoever comes to the first does not get away from it."""
SCHMAL = {"breite": 320, "hoehe": 640}


@pytest.fixture
def probe(browser: Browser, tmp_path: Path) -> Callable[..., dict[str, list[str]]]:
    """Return how to write a page with something in it, and what each probe says of it."""

    def pruefe(inhalt: str, css: str = "", **modus: object) -> dict[str, list[str]]:
        datei = tmp_path / f"probe-{len(list(tmp_path.iterdir()))}.html"
        datei.write_text(SEITE.format(inhalt=inhalt, stil=css), encoding="utf-8")
        proben = ["axe", "breite", "beschnitten", "ueberlappt", "zeichnung", "fokus"]
        gesehen = browser.sieh(datei, {**SCHMAL, **modus}, proben)
        weg = gesehen["fokus"]["weg"]
        return {
            "axe": gesehen["axe"]["verstoesse"],
            "breite": gesehen["breite"]["raus"],
            "beschnitten": gesehen["beschnitten"],
            "ueberlappt": gesehen["ueberlappt"],
            "zeichnung": gesehen["zeichnung"],
            "konsole": gesehen["konsole"],
            "anfragen": [eine for eine in gesehen["anfragen"] if not eine.endswith(f"/{datei.name}")],
            "verdeckt": [halt["name"] for halt in weg if not halt["frei"]],
            "rahmen": [halt["name"] for halt in weg if halt["ring"] < 1 or halt["kontrast"] < 3],
            "unerreicht": [
                str(nr) for nr in gesehen["fokus"]["erwartet"] if nr not in {h["nr"] for h in weg}
            ],
            "html": browser.html(datei),
        }

    return pruefe


def test_a_sound_page_has_no_finding(probe: Callable[..., dict[str, list[str]]]) -> None:
    assert probe("<p>Ein Satz.</p>", "a:focus-visible { outline: 3px solid #a3470a }") == {
        "axe": [],
        "breite": [],
        "beschnitten": [],
        "ueberlappt": [],
        "zeichnung": [],
        "konsole": [],
        "anfragen": [],
        "verdeckt": [],
        "rahmen": [],
        "unerreicht": [],
        "html": [],
    }


@pytest.mark.parametrize(
    ("art", "satz", "inhalt", "stil"),
    [
        ("axe", "color-contrast", "<p>Ein Satz.</p>", "p { color: #bbb }"),
        ("breite", "400 > 320", "<div>Ein Satz.</div>", "body { margin: 0 } div { width: 400px }"),
        ("beschnitten", "Ein langes Wort", "<p>Ein langes Wort</p>", "p { width: 2em; white-space: nowrap }"),
        ("beschnitten", "Ein Satz", "<div>Ein Satz.</div>", "div { height: 5px; overflow: hidden }"),
        ("ueberlappt", "Ein Satz", "<div>Ein Satz.</div>", "div { margin-bottom: -2em; height: 1em }"),
        (
            "zeichnung",
            "Wort",
            '<svg aria-hidden="true"><text y="20">Wort</text></svg>',
            "text { fill: #ccc }",
        ),
        (
            "zeichnung",
            "Zeichen z",
            '<svg class="z" width="16" height="16" aria-hidden="true"><path d="M0 0h9v9z"/></svg>',
            "path { fill: #ddd }",
        ),
        ("konsole", "Failed to load", '<img src="bild.png" alt="Bild">', ""),
        ("konsole", "Absicht", '<script>throw new Error("Absicht")</script>', ""),
        ("anfragen", "bild.png", '<img src="bild.png" alt="Bild">', ""),
        ("anfragen", "fremd.example", '<img src="http://fremd.example/x.png" alt="Bild">', ""),
        (
            "verdeckt",
            "Zum Ziel",
            "<div>Ein Satz.</div>",
            "div { position: fixed; inset: 0; background: #fff }",
        ),
        ("rahmen", "Zum Ziel", "", "a:focus-visible { outline: none }"),
        ("rahmen", "Zum Ziel", "", "a:focus-visible { outline: 3px solid #ddd }"),
        ("unerreicht", "", FALLE, ""),
        ("html", "no-dup-id", '<p id="ziel">Ein Satz.</p>', ""),
    ],
)
def test_a_fault_is_seen(
    probe: Callable[..., dict[str, list[str]]], art: str, satz: str, inhalt: str, stil: str
) -> None:
    befunde = probe(inhalt, stil)[art]
    assert [eine for eine in befunde if satz in eine], befunde


@pytest.mark.parametrize(
    ("modus", "stil"),
    [
        ({"farben": "dark"}, "@media (prefers-color-scheme: dark) { p { color: #bbb } }"),
        ({"medium": "print"}, "@media print { p { color: #bbb } }"),
        ({"stil": "p { color: #bbb }"}, ""),
        ({"breite": 320}, "@media (width = 320px) { p { color: #bbb } }"),
    ],
    ids=["dunkel", "druck", "stil", "breite"],
)
def test_a_mode_is_what_the_page_is_in(
    probe: Callable[..., dict[str, list[str]]], modus: Mapping[str, object], stil: str
) -> None:
    assert probe("<p>Ein Satz.</p>", stil, **{"breite": 640, **modus})["axe"]
    assert not probe("<p>Ein Satz.</p>", stil, breite=640)["axe"]
