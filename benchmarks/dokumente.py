"""Measure how large every document is in every format, and how long it takes: python benchmarks/dokumente.py [ORDNER].

The time is the median of some runs within one process, in milliseconds of the processor, so that its other work does
not count: imports and the loading of the plan, named below the table, are not in it; making the report is.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from konzept.cli.render_auftrag import Auftrag, Format
    from konzept.cli.render_dokumente import Dokument

ROOT = Path(__file__).parents[1]


def order(root: Path) -> Auftrag:
    """Load a plan and return the order that a call without options gives."""
    from konzept.cli.render import _letzter_stand
    from konzept.cli.render_auftrag import Auftrag
    from konzept.load import load_plan
    from konzept.render.seitengestaltung import seitengestaltung
    from konzept.render.templates import Templates

    plan = load_plan(root).plan
    fassung = plan.neueste()
    if fassung is None:
        sys.exit(f"{root}: no Fassung")
    templates = Templates(root / "templates", seitengestaltung(plan))
    return Auftrag(plan, fassung, _letzter_stand(fassung), templates)


def measured(auftrag: Auftrag, dokument: Dokument, form: Format, runs: int) -> tuple[int, float]:
    """Write a document so many times; return its size in bytes and the median of the seconds it took the processor."""
    from konzept.cli.render_dokumente import DOKUMENTE

    size, seconds = 0, []
    for _ in range(runs):
        begin = process_time()
        inhalt = DOKUMENTE[dokument].ausgefuehrt(auftrag, form).inhalt
        seconds.append(process_time() - begin)
        size = len(inhalt if isinstance(inhalt, bytes) else inhalt.encode())
    return size, statistics.median(seconds)


def main() -> None:
    """Print the table as Markdown: size in KB and time in milliseconds, document by document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ordner", nargs="?", type=Path, default=ROOT, help="the folder of the plan")
    parser.add_argument("-n", type=int, default=3, help="runs of each pair")
    given = parser.parse_args()
    begin = process_time()
    auftrag = order(given.ordner)
    loaded = process_time() - begin
    from konzept.cli.render_auftrag import Format
    from konzept.cli.render_dokumente import DOKUMENTE, Dokument
    from konzept.reports.sprachfassung import sprachen

    print("| Dokument | " + " | ".join(Format) + " |\n|---|" + "--:|" * len(Format))
    total = 0.0
    for dokument, art in DOKUMENTE.items():
        languages = sprachen(auftrag.fassung) if dokument is Dokument.SPRACHFASSUNG else ("",)
        for language in languages:
            chosen = replace(auftrag, sprache=language or None)
            cells = []
            for form in Format:
                if form not in art.formate:
                    cells.append("–")
                    continue
                if not total:
                    measured(chosen, dokument, form, 1)  # the first run of all imports what the others share
                size, seconds = measured(chosen, dokument, form, given.n)
                total += seconds
                cells.append(f"{size / 1000:.0f} KB, {seconds * 1000:.0f} ms")
            print(f"| {dokument} {language}".rstrip() + " | " + " | ".join(cells) + " |", flush=True)
    print(
        f"\nMedian of {given.n} runs; all together {total:.1f} s. Imports and loading: {loaded:.2f} s, not included."
    )


if __name__ == "__main__":
    main()
