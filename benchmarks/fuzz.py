"""Coverage-guided fuzzing of what reads foreign text: the loader with all checks, the Termin grammar, the documents.

Not part of the tests, for it has no end; started by hand, with atheris in an environment of its own:

    pip install -e ".[dev]" atheris
    python benchmarks/fuzz.py laden corpus/ -max_total_time=1200
    python benchmarks/fuzz.py termin corpus/ -max_total_time=1200
    python benchmarks/fuzz.py dokumente corpus/ -max_total_time=1200

``corpus/`` is filled with the examples of tests/errors (with the real wordings, for the grammar) if it is empty. What
is found is written by libFuzzer to a file ``crash-…``; started with that file instead of a folder, it runs it once.
Expected of any bytes: findings with a place that exists, or a plan; never an exception; words of a Termin are kept.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import atheris

with atheris.instrument_imports(include=["konzept"]):
    from konzept.checks.run import apply_rules, run_checks
    from konzept.diagnostics import Severity, sorted_findings
    from konzept.domain.termin import lies_termin
    from konzept.load.plan_files import Entry
    from konzept.load.plan_loader import load_tree
    from konzept.render.befunde import befunde_json, befunde_text
    from konzept.render.diff_text import diff_text
    from konzept.render.due_text import due_text
    from konzept.render.konzept_html import konzept_html
    from konzept.render.konzept_md import konzept_md
    from konzept.render.templates import Templates
    from konzept.reports.diff import vergleiche
    from konzept.reports.due import due
    from konzept.reports.due_frage import Frage
    from konzept.reports.konzept import konzeptbericht

if TYPE_CHECKING:
    from collections.abc import Callable

    from konzept.load import LoadedPlan

WURZEL = Path(__file__).resolve().parent.parent
GRUNDPLAN = WURZEL / "tests" / "errors" / "_grundplan"
DATEIEN = {
    datei.relative_to(GRUNDPLAN).as_posix(): datei.read_bytes() for datei in sorted(GRUNDPLAN.rglob("*.yaml"))
}
ZIELE = sorted(DATEIEN)
STICHTAG = date(2025, 1, 1)


@dataclass(frozen=True)
class ImSpeicher:
    """The files of a plan, one of them replaced, without a disk."""

    dateien: dict[str, bytes]

    def entries(self, folder: str) -> list[Entry]:
        """Return what lies in a folder."""
        tief = f"{folder}/"
        namen = {datei[len(tief) :] for datei in self.dateien if datei.startswith(tief)}
        if not namen:
            raise FileNotFoundError(folder)
        return sorted(
            {Entry(name.split("/")[0], "/" in name, link=False) for name in namen}, key=lambda e: e.name
        )

    def read(self, datei: str) -> bytes:
        """Return the bytes of a file."""
        return self.dateien[datei]


def geladen(daten: bytes) -> LoadedPlan:
    """Put the input in the place of one file of the sound plan; the first byte says of which."""
    ziel = ZIELE[daten[0] % len(ZIELE)] if daten else ZIELE[0]
    return load_tree(ImSpeicher({**DATEIEN, ziel: daten[1:]}))


def laden(daten: bytes) -> None:
    """Any bytes in any file: findings that point into the file, or a plan."""
    loaded = geladen(daten)
    findings = sorted_findings(
        [*apply_rules(loaded.findings, loaded.plan), *run_checks(loaded.plan, loaded.source)]
    )
    for befund in findings:
        zeilen = loaded.source.lines.get(befund.ort.datei)  # none of a file that cannot be decoded
        letzte = max(len(zeilen), 1) if zeilen is not None else befund.ort.zeile
        if befund.ort.spalte < 1 or not 1 <= befund.ort.zeile <= letzte:
            raise AssertionError(befund)
    befunde_text(findings, loaded.plan)
    befunde_json(findings, loaded.plan)


def dokumente(daten: bytes) -> None:
    """Publish, compare and ask a plan without a Fehler: all of it must work."""
    loaded = geladen(daten)
    plan = loaded.plan
    findings = [*loaded.findings, *run_checks(plan, loaded.source)]
    fassung = plan.neueste()
    if fassung is None or any(befund.schwere is Severity.FEHLER for befund in findings):
        return
    bericht = konzeptbericht(plan, fassung)
    konzept_html(bericht, VORLAGEN)
    konzept_md(bericht, VORLAGEN)
    frage = Frage(date(2025, 1, 1), date(2025, 12, 31), STICHTAG)
    due_text(due(plan, fassung, frage), plan.einstellungen)
    for alt in plan.fassungen:
        diff_text(vergleiche(plan, alt, fassung), alles=True)


def termin(daten: bytes) -> None:
    """Any wording: at least one part, its words out of the wording."""
    text = daten.decode("utf-8", errors="ignore").strip()
    if not text:
        return
    teile = lies_termin(text)
    if not teile:
        raise AssertionError(text)
    for teil in teile:
        verkehrt = teil.beginn and teil.ende and teil.beginn > teil.ende
        if verkehrt and not teil.mehrdeutig:
            raise AssertionError((text, teil))


VORLAGEN = Templates(None)
ZIEL: dict[str, Callable[[bytes], None]] = {"laden": laden, "dokumente": dokumente, "termin": termin}


def saat(ziel: str, ordner: Path) -> None:
    """Fill an empty corpus with what the tests know."""
    ordner.mkdir(parents=True, exist_ok=True)
    if any(ordner.iterdir()):
        return
    if ziel == "termin":
        zeilen = (WURZEL / "tests" / "domain" / "termin" / "wortlaute.tsv").read_text(encoding="utf-8")
        stuecke = [zeile.split("\t")[0].encode() for zeile in zeilen.splitlines()[1:]]
    else:
        stuecke = [bytes([i]) + inhalt for i, inhalt in enumerate(DATEIEN[name] for name in ZIELE)]
        for datei in sorted((WURZEL / "tests" / "errors").glob("*.yaml")):
            stuecke += [bytes([i]) + datei.read_bytes() for i in range(len(ZIELE))]
    for stueck in stuecke:
        (ordner / hashlib.sha256(stueck).hexdigest()[:16]).write_bytes(stueck)


def main() -> None:
    """Run one target; everything behind its name goes to libFuzzer."""
    name, *rest = sys.argv[1:] or [""]
    if name not in ZIEL or not rest:
        sys.exit(__doc__)
    if not Path(rest[0]).is_file():
        saat(name, Path(rest[0]))
    sys.argv[1:] = rest
    atheris.Setup(sys.argv, ZIEL[name])
    atheris.Fuzz()


main()
