"""Every HTML document as a real browser shows it: the pages are made once, and looked at by pruefung.mjs beside this.

The tests run where ``-m chromium`` asks for them; with ``-n 2 --dist worksteal`` two browsers share the pages. They
need Chromium and Node.js, and the npm packages playwright-core, axe-core and html-validate, which are no part of
the project: the variable KONZEPT_BROWSERPAKETE names the folder whose ``node_modules`` holds them. ``.ci/run``
installs them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from konzept.cli.render_auftrag import Format
from konzept.cli.render_dokumente import DOKUMENTE
from konzept.cli.surface.entry import run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import typer

ROOT = Path(__file__).parent.parent.parent
HERE = Path(__file__).parent
VARIABLE = "KONZEPT_BROWSERPAKETE"
PAKETE = ("playwright-core", "axe-core", "html-validate")

PLAENE: Mapping[str, tuple[str, ...]] = {
    "ilm-kreis": (),
    "musterkreis": ("-C", "beispiele/musterkreis"),
    "konstanz": ("-C", "beispiele/konstanz-2016"),
    "leitlinien": ("-C", "beispiele/handlungsleitlinien"),
}
"""Each shipped plan: a poor one, one with a rich log, one without Handlungsziele, a flat list."""

NUR_KONZEPT = frozenset({"konstanz", "leitlinien"})
"""What is special in these plans is to be seen in the document of the Fassung; the other documents are as above."""

ZUSAETZE: Mapping[tuple[str, str], tuple[tuple[str, ...], ...]] = {
    ("musterkreis", "sprachfassung"): (("--sprache", "leicht"), ("--sprache", "en")),
    ("ilm-kreis", "sprachfassung"): (),  # the plan has no texts in other languages
}
"""Options that a document of a plan cannot be made without, for each of its pages; new documents need no entry."""

VERGLEICHE: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "ilm-kreis": (("diff", "2018", "2020"), ("due", "--year", "2021", "--stichtag", "2022-01-01")),
    "musterkreis": (
        ("diff", "2022", "2025", "--alles"),
        ("due", "--year", "2025", "--stichtag", "2025-11-01", "--vorlauf", "90"),
    ),
}
"""The pages that other commands write."""


MODUS: Mapping[str, object] = {
    "breite": 1440,
    "hoehe": 900,
    "farben": "light",
    "medium": "screen",
    "systemfarben": "none",
    "skript": True,
    "stil": "",
}
"""How a page is looked at where a test says nothing else.

``systemfarben`` is "active" where the system gives the colours (high contrast), ``skript`` says whether scripts run,
``stil`` is a reader's own style sheet.
"""


@dataclass(frozen=True)
class Blatt:
    """A page that the program can make: the name of its file, and the call that makes it."""

    name: str
    aufruf: tuple[str, ...]


def _blaetter() -> Iterator[Blatt]:
    dokumente = [dokument.value for dokument, art in DOKUMENTE.items() if Format.HTML in art.formate]
    for plan, ort in PLAENE.items():
        gemeint = ["konzept"] if plan in NUR_KONZEPT else dokumente
        for dokument in gemeint:
            for optionen in ZUSAETZE.get((plan, dokument), ((),)):
                name = "-".join([plan, dokument, *optionen[1::2]])
                yield Blatt(name, (*ort, "render", dokument, *optionen, "--format", "html"))
        for aufruf in VERGLEICHE.get(plan, ()):
            yield Blatt(f"{plan}-{aufruf[0]}", (*ort, *aufruf, "--format", "html"))


BLAETTER = list(_blaetter())


class Browser:
    """One running browser; it is given one page after the other."""

    def __init__(self, pakete: str, chromium: str) -> None:
        self._process = subprocess.Popen(
            ["node", HERE / "pruefung.mjs", pakete, chromium], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def html(self, datei: Path) -> list[str]:
        """Return what html-validate finds in the file (presets standard and a11y)."""
        findings: list[str] = self._ask({"art": "html", "datei": str(datei)})
        return findings

    def sieh(
        self,
        datei: Path,
        modus: Mapping[str, object],
        proben: Sequence[str] = (),
        schritte: Sequence[Sequence[str]] = (),
    ) -> dict[str, Any]:
        """Show the page in a mode, probe it, then take the steps; each step's answer stands in ``gelesen``."""
        job = {
            "art": "blatt",
            "datei": str(datei),
            "modus": {**MODUS, **modus},
            "proben": proben,
            "schritte": schritte,
        }
        found: dict[str, Any] = self._ask(job)
        return found

    def stop(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(timeout=30)
        self._process.stdout.close()

    def _ask(self, job: dict[str, Any]) -> Any:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(job).encode() + b"\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "pruefung.mjs has ended; what it said stands above"
        answer = json.loads(line)
        assert "fehler" not in answer, answer
        return answer["ergebnis"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    pakete = os.environ.get(VARIABLE, "")
    fehlend = [name for name in PAKETE if not (Path(pakete) / "node_modules" / name).is_dir()]
    assert pakete, (
        f"Die Prüfung im Browser braucht die npm-Pakete {', '.join(PAKETE)}: {VARIABLE} nennt den Ordner, in dem ihr "
        "node_modules liegt; .ci/run zeigt, wie sie dorthin kommen."
    )
    assert not fehlend, f"{VARIABLE}={pakete}: Dort fehlt in node_modules {', '.join(fehlend)}."
    programme = {name: shutil.which(name) for name in ("node", "chromium")}
    chromium = programme["chromium"]
    assert chromium, "Chromium fehlt; in Debian heißt das Paket »chromium«."
    assert programme["node"], "Node.js fehlt; in Debian heißt das Paket »nodejs«."
    running = Browser(pakete, chromium)
    yield running
    running.stop()


@pytest.fixture(scope="session")
def seite(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Blatt], Path]:
    """Return how to get at the file of a page; it is written when it is first asked for."""
    folder = tmp_path_factory.mktemp("seiten")

    def datei(blatt: Blatt) -> Path:
        path = folder / f"{blatt.name}.html"
        if not path.exists():
            ort = () if "-C" in blatt.aufruf else ("-C", str(ROOT))
            aufruf = [str(ROOT / teil) if teil.startswith("beispiele/") else teil for teil in blatt.aufruf]
            assert run(_app, [*ort, *aufruf, "-o", str(path)], guarded=False) == 0, blatt.aufruf
        return path

    return datei


def _app() -> typer.Typer:
    from konzept.cli.app import app

    return app


@pytest.fixture(scope="session", params=[pytest.param(blatt, id=blatt.name) for blatt in BLAETTER])
def blatt(request: pytest.FixtureRequest) -> Blatt:
    """Return one page after the other; pytest takes all tests of a page together."""
    one: Blatt = request.param
    return one


@pytest.fixture(scope="session")
def blaetter() -> Mapping[str, Blatt]:
    return {blatt.name: blatt for blatt in BLAETTER}


@pytest.fixture(scope="session")
def datei(blatt: Blatt, seite: Callable[[Blatt], Path]) -> Path:
    return seite(blatt)


TAFEL = pytest.StashKey[dict[str, dict[str, int]]]()
"""How many findings each page had in each mode."""


def pytest_configure(config: pytest.Config) -> None:
    config.stash[TAFEL] = {}


@pytest.fixture(scope="session")
def melde(pytestconfig: pytest.Config) -> Callable[[Blatt, str, int], None]:
    """Return how to put a number of findings on the table that ends the run."""

    def eintragen(blatt: Blatt, spalte: str, anzahl: int) -> None:
        pytestconfig.stash[TAFEL].setdefault(blatt.name, {})[spalte] = anzahl

    return eintragen


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand the table over where this is one of several workers of pytest-xdist."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["tafel"] = session.config.stash[TAFEL]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take the table of a worker."""
    for name, zeile in getattr(node, "workeroutput", {}).get("tafel", {}).items():
        node.config.stash[TAFEL].setdefault(name, {}).update(zeile)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Show the table of pages × modes; in each cell the number of findings, a point where nobody looked."""
    tafel = config.stash[TAFEL]
    if not tafel:
        return
    spalten = list(
        dict.fromkeys(spalte for zeile in sorted(tafel.values(), key=len)[::-1] for spalte in zeile)
    )
    breite = max(map(len, tafel))
    terminalreporter.section("Seiten × Modi: Zahl der Befunde")
    terminalreporter.write_line("  ".join([" " * breite, *spalten]))
    for name in (blatt.name for blatt in BLAETTER if blatt.name in tafel):
        zeile = tafel[name]
        zellen = [f"{zeile.get(spalte, '·')!s:>{len(spalte)}}" for spalte in spalten]
        terminalreporter.write_line("  ".join([f"{name:<{breite}}", *zellen]))
