"""The preview in a browser: it follows the plan, shows each finding where it belongs, and is open to all."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from konzept.cli.preview import Leser
from konzept.preview.lauf import Lesung, Vorschau, horche

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.chromium

ROOT = Path(__file__).parent.parent.parent
HERE = Path(__file__).parent
FELDER = {
    "musterkreis": "data/handlungsfelder/2025/2-sprache-bildung.yaml",
    "handlungsleitlinien": "data/handlungsfelder/2016/1-handlungsleitlinien.yaml",
}
"""Two plans, and the file of each that is changed: a rich one, and one whose page axe has soon looked at."""
MASSNAHME = "massnahme-kinderbetreuung-kurse"
RING = 2
KONTRAST = 3


class Blick:
    """A browser with one page of the preview."""

    def __init__(self, pakete: str, chromium: str) -> None:
        self._process = subprocess.Popen(
            ["node", HERE / "preview.mjs", pakete, chromium], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def tu(self, **auftrag: object) -> Any:
        """Give one order; its answer."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(auftrag).encode() + b"\n")
        self._process.stdin.flush()
        antwort = json.loads(self._process.stdout.readline())
        assert "fehler" not in antwort, antwort
        return antwort["ergebnis"]

    def oeffne(self, adresse: str, **modus: object) -> None:
        self.tu(oeffne=adresse, **{"breite": 1280, "hoehe": 800, "farben": "light", "skript": True, **modus})

    def schluss(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(timeout=30)
        self._process.stdout.close()


@pytest.fixture(scope="module")
def blick() -> Iterator[Blick]:
    chromium = shutil.which("chromium")
    pakete = os.environ.get("KONZEPT_BROWSERPAKETE", "")
    assert chromium, "Chromium fehlt; in Debian heißt das Paket »chromium«."
    assert (Path(pakete) / "node_modules" / "playwright-core").is_dir(), (
        "KONZEPT_BROWSERPAKETE, siehe conftest.py"
    )
    einer = Blick(pakete, chromium)
    yield einer
    einer.schluss()


def ersetze(root: Path, alt: str, neu: str) -> None:
    """Change one word in the file of a Handlungsfeld."""
    datei = root / FELDER[root.name]
    text = datei.read_text(encoding="utf-8")
    assert alt in text
    datei.write_text(text.replace(alt, neu, 1), encoding="utf-8")


class Plan:
    """A plan that is shown, and how to change it."""

    def __init__(self, root: Path, vorschau: Vorschau, adresse: str) -> None:
        self._root = root
        self._vorschau = vorschau
        self.adresse = adresse

    def ersetze(self, alt: str, neu: str) -> None:
        ersetze(self._root, alt, neu)

    def ende(self) -> None:
        self._vorschau.beende()


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[Plan]:
    yield from laufend(tmp_path / "musterkreis", lambda _: None)


@pytest.fixture
def kaputter(tmp_path: Path) -> Iterator[Plan]:
    """Return a plan that has a Fehler from the beginning."""
    yield from laufend(
        tmp_path / "handlungsleitlinien", lambda root: ersetze(root, "rolle: mitwirkend", "rolle: mitwirkent")
    )


def laufend(root: Path, vorher: Callable[[Path], object]) -> Iterator[Plan]:
    shutil.copytree(ROOT / "beispiele" / root.name, root)
    vorher(root)
    with horche("127.0.0.1", 0) as leitung:
        adresse = f"http://127.0.0.1:{leitung.getsockname()[1]}/"
        lesung = Lesung(root, Leser(root, None, None))
        vorschau = Vorschau(lesung, leitung, "127.0.0.1", lambda _: None, str)
        thread = threading.Thread(target=vorschau.laufe)
        thread.start()
        try:
            yield Plan(root, vorschau, adresse)
        finally:
            vorschau.beende()
            thread.join(20)


def lage(blick: Blick) -> str:
    return str(blick.tu(js="document.querySelector('#vorschau [role=status]').textContent"))


def test_a_change_is_seen_where_one_was(blick: Blick, plan: Plan) -> None:
    blick.oeffne(plan.adresse)
    blick.tu(js="document.querySelector('nav details').open = true")
    blick.tu(js=f"document.getElementById('{MASSNAHME}').scrollIntoView()")
    blick.tu(js=f"document.querySelector('article:has(#{MASSNAHME}) dd a').focus({{preventScroll: true}})")
    wo = f"Math.round(document.getElementById('{MASSNAHME}').getBoundingClientRect().top)"
    fokus = "document.activeElement.textContent"
    vorher = blick.tu(js=wo), blick.tu(js=fokus)
    assert vorher[1]
    assert lage(blick) == ""
    # the plan grows far above
    plan.ersetze(
        "titel: Sprache und Bildung", "titel: Sprache, Bildung und " + "noch sehr viel mehr davon " * 8
    )
    blick.tu(warte="document.body.textContent.includes('noch sehr viel mehr davon')")
    blick.tu(warte="document.querySelector('#vorschau [role=status]').textContent !== ''")
    assert lage(blick) == "Neu geladen: 1 Warnung, 1 Hinweis"
    nachher = blick.tu(js=wo), blick.tu(js=fokus)
    assert abs(nachher[0] - vorher[0]) <= 2
    assert nachher[1] == vorher[1]
    assert blick.tu(js="document.querySelector('nav details').open") is True
    assert blick.tu(spuren=True) == {"konsole": [], "fremd": []}


def test_the_filter_of_the_page_is_kept(blick: Blick, plan: Plan) -> None:
    blick.oeffne(f"{plan.adresse}?feld=sprache-und-bildung")
    zahl = "document.querySelectorAll('.massnahme:not(.weg)').length"
    vorher = blick.tu(js=zahl)
    plan.ersetze("titel: Sprache und Bildung", "titel: Spracherwerb und Bildung")
    blick.tu(warte="document.querySelector('#vorschau [role=status]').textContent !== ''")
    assert "Spracherwerb" in blick.tu(js="document.querySelector('main').textContent")
    assert 0 < blick.tu(js=zahl) == vorher


def test_a_finding_appears_beside_its_massnahme_and_goes_again(blick: Blick, plan: Plan) -> None:
    blick.oeffne(plan.adresse)
    daneben = f"document.querySelector('article:has(#{MASSNAHME}) .v-befund')"
    assert blick.tu(js=f"{daneben} === null") is True
    plan.ersetze("rolle: mitwirkend", "rolle: mitwirkent")
    blick.tu(warte=f"{daneben} !== null")
    worte = " ".join(blick.tu(js=f"{daneben}.textContent").split())
    assert worte.startswith("Fehler Den Wert »mitwirkent« gibt es hier nicht.")
    assert "Meinten Sie »mitwirkend«?" in worte
    assert worte.endswith("[wert-unbekannt]")
    assert "Gezeigt ist der letzte Stand ohne Fehler." in blick.tu(
        js="document.querySelector('.v-achtung').textContent"
    )
    # the list leads there, and closes so that it does not cover the place
    blick.tu(js="document.querySelector('.v-alle summary').click()")
    blick.tu(js="document.querySelector('.v-alle a').click()")
    assert blick.tu(js="location.hash") == f"#{MASSNAHME}"
    assert blick.tu(js="document.querySelector('.v-alle').open") is False
    oben = blick.tu(js=f"document.getElementById('{MASSNAHME}').getBoundingClientRect().top")
    assert oben >= blick.tu(js="document.getElementById('vorschau').getBoundingClientRect().bottom")
    plan.ersetze("rolle: mitwirkent", "rolle: mitwirkend")
    blick.tu(warte=f"{daneben} === null && document.querySelector('.v-achtung') === null")


@pytest.mark.parametrize(("farben", "breite"), [("light", 1280), ("dark", 320)])
def test_it_is_open_to_all_in_every_state(blick: Blick, kaputter: Plan, farben: str, breite: int) -> None:
    def sauber(*, zugeklappt: bool = True) -> None:
        blick.tu(js="scrollTo(0, 0)")  # further down the bar lies over the page, as it should
        gesehen = blick.tu(axe=True)
        assert gesehen.pop("geprueft") > 20
        if not zugeklappt:  # what folds out lies over the page, too
            del gesehen["form"]
        assert not any(gesehen.values()), gesehen

    blick.oeffne(kaputter.adresse, farben=farben, breite=breite)
    sauber()
    kaputter.ersetze("rolle: mitwirkent", "rolle: mitwirkend")
    blick.tu(warte="document.querySelector('.massnahme') !== null")
    kaputter.ersetze("rolle: mitwirkend", "rolle: mitwirkent")
    blick.tu(warte="document.querySelector('.v-achtung') !== null")
    blick.tu(warte="document.querySelector('#vorschau [role=status]').textContent !== ''")
    sauber()
    blick.tu(js="document.querySelector('.v-alle').open = true")
    sauber(zugeklappt=False)


@pytest.mark.parametrize("breite", [1280, 320])
def test_it_can_be_used_by_keyboard(blick: Blick, plan: Plan, breite: int) -> None:
    blick.oeffne(plan.adresse, breite=breite)
    hier = "document.activeElement.textContent.trim()"
    halt = []
    for _ in range(3):
        blick.tu(taste="Tab")
        halt.append(blick.tu(js=hier))
    assert halt == ["Zum Inhalt springen", "Konzept", "1 Warnung, 1 Hinweis"]
    blick.tu(taste="Enter")
    assert blick.tu(js="document.querySelector('.v-alle').open") is True
    blick.tu(taste="Tab")
    blick.tu(taste="Tab")
    assert blick.tu(js=hier).startswith("data/handlungsfelder/2025/")
    blick.tu(taste="Escape")
    assert blick.tu(js="document.querySelector('.v-alle').open") is False
    assert blick.tu(js=hier) == "1 Warnung, 1 Hinweis"
    # nothing that has the focus lies under the bar, and each shows that it has it
    blick.oeffne(plan.adresse, breite=breite)
    gang = blick.tu(halte=30)
    assert [eines["nr"] for eines in gang["weg"]] == gang["erwartet"]
    assert [
        eines
        for eines in gang["weg"]
        if not eines["frei"] or eines["ring"] < RING or eines["kontrast"] < KONTRAST
    ] == []


def test_without_script_all_of_it_is_there(blick: Blick, plan: Plan) -> None:
    blick.oeffne(plan.adresse, skript=False)
    gesehen = blick.tu(
        js="[document.querySelectorAll('.v-befund').length, document.querySelectorAll('.massnahme').length]"
    )
    assert gesehen == [3, 44]


def test_the_end_of_the_preview_is_said(blick: Blick, plan: Plan) -> None:
    blick.oeffne(plan.adresse)
    plan.ende()
    blick.tu(
        warte="document.querySelector('#vorschau [role=status]').textContent === 'Die Vorschau läuft nicht mehr.'"
    )
