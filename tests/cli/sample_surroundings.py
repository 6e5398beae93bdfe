"""Writes every document in every format, in surroundings that may be strange, and prints a digest of each.

Started by test_gleiche_bytes.py as a process of its own: hash seed and locale are settled when Python starts. With
``fremd`` it is ten years later here, one processor is left, folders list their files the wrong way round, new files
are nobody else's, and the plan is the one of the current folder; otherwise ``-C`` names it.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import locale
import os
import random
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.domain.plan import Plan

JAHRE = 10 * 365 * 86400.0


def turn_the_world() -> None:
    """Move the clock, shuffle the folders, take processors away; before anything of konzept is imported."""
    import datetime as dt

    really: Any = dt.datetime
    clock = time.time

    class Kind(type):
        def __instancecheck__(cls, value: object) -> bool:
            return isinstance(value, really)

    class Later(really, metaclass=Kind):  # type: ignore[misc]  # the class that is there, whatever it is
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> Any:
            return really.now(tz) + dt.timedelta(seconds=JAHRE)

        @classmethod
        def utcnow(cls) -> Any:
            return really.now(dt.UTC).replace(tzinfo=None) + dt.timedelta(seconds=JAHRE)

    dt.datetime = Later  # type: ignore[misc]  # the clock of this process is the point
    time.time = lambda: clock() + JAHRE
    scandir = os.scandir

    @contextlib.contextmanager
    def shuffled(path: Any = ".") -> Iterator[Iterator[os.DirEntry[Any]]]:
        with scandir(path) as found:
            entries = sorted(found, key=lambda entry: str(entry.name), reverse=True)
        if len(entries) > 2:
            random.Random(len(entries)).shuffle(entries)  # noqa: S311  a wrong order, no secret
        yield iter(entries)

    os.scandir = shuffled  # type: ignore[assignment]  # the loader reads folders through it
    os.cpu_count = lambda: 1
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.umask(0o077)
    for name in ("tr_TR.UTF-8", "de_DE.UTF-8", ""):  # Turkish knows another small I; not every machine has it
        with contextlib.suppress(locale.Error):
            locale.setlocale(locale.LC_ALL, name)
            break


def share_the_plan() -> None:
    """Load and judge each plan once: that takes longer than most documents, and nothing here changes it."""
    from functools import cache

    import konzept.checks.run
    import konzept.load

    load: Any = cache(konzept.load.load_plan)
    judge: Any = konzept.checks.run.judge
    known: dict[int, Any] = {}

    def judged(plan: Plan, *rest: Any) -> Any:
        if id(plan) not in known:
            known[id(plan)] = judge(plan, *rest)
        return known[id(plan)]

    konzept.load.load_plan = load
    konzept.checks.run.judge = judged  # type: ignore[assignment]  # the same, remembered


def documents(root: Path, *, ganz: bool) -> Iterator[tuple[str, bytes]]:
    """Give every document of the newest Fassung in every format; without ``ganz`` as text and data only.

    Of a PDF the words and the page that typst is given are enough, but for two: what typst makes of them is its own.
    """
    import typst

    from konzept.cli.render_auftrag import BINAER, Auftrag, Format
    from konzept.cli.render_dokumente import DOKUMENTE, Dokument
    from konzept.cli.selection import letzter_stand
    from konzept.load import load_plan
    from konzept.render.seitengestaltung import seitengestaltung
    from konzept.render.templates import Templates
    from konzept.reports.sprachfassung import sprachen

    plan = load_plan(root).plan
    fassung = plan.fassungen[-1]
    kopf = Auftrag(
        plan, fassung, letzter_stand(fassung), Templates(root / "templates", seitengestaltung(plan))
    )
    setze: Any = typst.compile
    for dokument, art in DOKUMENTE.items():
        for sprache in sprachen(fassung) if dokument is Dokument.SPRACHFASSUNG else [""]:
            auftrag = replace(kopf, sprache=sprache or None)
            bericht = art.bericht(auftrag)
            gesetzt = dokument in {Dokument.VERBLEIB, Dokument.ZEITPLAN}
            typst.compile = setze if gesetzt else lambda *_, **given: given["sys_inputs"]["stueck"].encode()
            for form in art.formate:
                if ganz or form not in BINAER | {Format.HTML}:
                    yield f"{dokument}{sprache}.{form}", as_bytes(art.formate[form](bericht, auftrag))


def as_bytes(inhalt: str | bytes) -> bytes:
    """Return what a file would hold."""
    return inhalt if isinstance(inhalt, bytes) else inhalt.encode()


def answers(ziel: Path) -> Iterator[tuple[str, list[str]]]:
    """Give the name and the words of each further call of the command line; a name in / is a folder."""
    tag = ["--stichtag", "2025-06-30"]
    for form in ("text", "md", "html", "json", "odt", "docx"):
        yield f"diff.{form}", ["diff", "2022", "2025", "--format", form, "-o", str(ziel / f"diff.{form}")]
    for form in ("text", "md", "html", "json", "csv", "ics"):
        yield f"due.{form}", ["due", *tag, "--format", form, "-o", str(ziel / f"due.{form}")]
    yield (
        "briefe/",
        ["render", "zustaendigkeiten", *tag, "--format", "md", "--je-akteur", str(ziel / "briefe")],
    )
    yield "fristen/", ["due", *tag, "--format", "ics", "--je-akteur", str(ziel / "fristen")]
    yield "schema/", ["schema", "-o", str(ziel / "schema")]
    yield "fortschreiben.txt", ["fortschreiben", "2025", "2028", *tag, "--dry-run"]


def main() -> None:
    """Print name and digest of everything; the words are: Musterkreis, Ilm-Kreis, folder, perhaps ``fremd``."""
    muster, ilm, ziel = (Path(wort) for wort in sys.argv[1:4])
    fremd = sys.argv[4:] == ["fremd"]
    if fremd:
        turn_the_world()
    share_the_plan()
    from konzept.__main__ import _load_app
    from konzept.cli.surface.entry import run

    made = {f"musterkreis/{name}": inhalt for name, inhalt in documents(muster, ganz=True)}
    made |= {f"ilm-kreis/{name}": inhalt for name, inhalt in documents(ilm, ganz=False)}
    for name, call in answers(ziel):
        gesagt = io.StringIO()
        with contextlib.redirect_stdout(gesagt):
            code = run(_load_app, [*([] if fremd else ["-C", str(muster)]), *call], guarded=False)
        made[f"{name} {code}"] = gesagt.getvalue().encode()
    made |= {ort.relative_to(ziel).as_posix(): ort.read_bytes() for ort in ziel.rglob("*") if ort.is_file()}
    digests = {name: hashlib.sha256(made[name]).hexdigest() for name in sorted(made)}
    print(json.dumps({"welt": the_world(muster), "ausgaben": digests}))


def the_world(plan: Path) -> dict[str, str]:
    """Tell what the surroundings are, so that the test knows that they differ at all."""
    import datetime as dt

    with os.scandir(plan / "data" / "handlungsfelder" / "2025") as found:
        folder = [entry.name for entry in found]
    return {
        "Jahr": f"{dt.datetime.now().astimezone():%Y}",
        "Uhrzeit": time.strftime("%Y-%m-%d %H", time.localtime(time.time())),
        "Hash": str(hash("Maßnahme")),
        "Ordner": " ".join(folder),
        "Plan": str(plan),
        "Arbeitsordner": str(Path.cwd()),
        "Rechte": str(os.umask(0)),
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", ""),
        "TZ": os.environ.get("TZ", ""),
    }


if __name__ == "__main__":
    main()
