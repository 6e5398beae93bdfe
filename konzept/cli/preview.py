"""``konzept preview``: the pages of a Fassung in the browser, always current, with the findings beside."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import datetime  # noqa: TC003  typer reads the annotations at run time
from typing import TYPE_CHECKING, Annotated

import typer

from konzept.cli.names import complete_fassung
from konzept.cli.selection import DAY_FORMATS, fassung_on, letzter_stand, stichtag_or_today
from konzept.cli.surface.failure import Failure, WrongCall
from konzept.cli.workplace import FINE, FOUND, all_findings, root_of_plan
from konzept.output import write_stderr

if TYPE_CHECKING:
    from pathlib import Path

    from konzept.cli.preview_dokumente import Planbuch
    from konzept.load import LoadedPlan
    from konzept.preview.buehne import Stand

PORT = 8030


def preview(
    ctx: typer.Context,
    fassung: Annotated[
        str | None,
        typer.Option(
            metavar="FASSUNG",
            help="Diese Fassung statt der neuesten; mit Stichtag statt der, die an ihm gilt.",
            autocompletion=complete_fassung,
        ),
    ] = None,
    stichtag: Annotated[
        datetime | None,
        typer.Option(
            formats=DAY_FORMATS,
            help="Der Tag, nach dessen Kenntnis berichtet und geprüft wird; sonst wie bei render und validate.",
        ),
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Der Port; 0 nimmt irgendeinen freien.")] = PORT,
    host: Annotated[
        str,
        typer.Option(
            metavar="ADRESSE", help="Die Adresse dieses Rechners; andere als localhost gibt es nicht."
        ),
    ] = "127.0.0.1",
    oeffnen: Annotated[
        bool, typer.Option("--oeffnen/--kein-browser", help="Die Seite gleich im Browser öffnen.")
    ] = False,
) -> int:
    """Serve the pages of a Fassung until Ctrl-C; 0, or 1 if the port cannot be had, 3 if there is no plan."""
    from konzept.render.extra import ExtraMissingError, needs_extra

    root = root_of_plan(ctx)
    try:
        with needs_extra("preview", "anyio", "starlette", "uvicorn", "watchfiles"):
            from konzept.preview.lauf import BelegtError, Lesung, Vorschau, adresse_von, horche
            from konzept.preview.zugang import ist_dieser_rechner
    except ExtraMissingError as error:
        message = f"Für die Vorschau fehlt die Bibliothek »{error.library}«."
        raise Failure(message, error.hint, FOUND) from error
    if not ist_dieser_rechner(host):
        raise WrongCall(
            f"Die Vorschau gibt es nur auf diesem Rechner; »{host}« ist keine Adresse, die nur er erreicht.",
            "Lassen Sie »--host« weg, oder nennen Sie localhost, 127.0.0.1 oder ::1. "
            "Für andere schreibt »konzept render --format html -o DATEI« die Seite.",
        )

    gc.enable()  # unlike every other command this one runs for hours (surface/entry.py)
    leser = Leser(root, fassung, stichtag)
    try:
        leitung = horche(host, port)
    except BelegtError as error:
        hint = "Nennen Sie mit »--port« einen anderen; »--port 0« nimmt irgendeinen freien."
        raise Failure(str(error), hint, FOUND) from error
    with leitung:
        vorschau = Vorschau(Lesung(root, leser), leitung, host, _melde, _unglueck)
        if leser.absage is not None:
            raise leser.absage
        adresse = adresse_von(leitung, host)
        write_stderr(f"Die Vorschau: {adresse}\nSie folgt jeder Änderung am Plan. Strg+C beendet sie.\n")
        if oeffnen:
            _oeffne(adresse)
        vorschau.laufe()
    return FINE


class Leser:
    """Reads the plan for the preview; a Fehler is no end, whatever render would say of it stands in the state.

    ``absage`` is why the last reading gave no document though the plan is sound: a Fassung that does not exist.
    """

    def __init__(self, root: Path, fassung: str | None, stichtag: datetime | None) -> None:
        self._root = root
        self._fassung = fassung
        self._stichtag = stichtag
        self.absage: Failure | WrongCall | None = None

    def __call__(self) -> Stand:
        """Return the state of the plan; its mark is set by whoever asked."""
        from konzept.diagnostics import Severity
        from konzept.load import load_plan
        from konzept.preview.buehne import Stand
        from konzept.preview.eingang import beigaben_im_plan

        self.absage = None
        loaded = load_plan(self._root)
        befunde = all_findings(loaded, stichtag_or_today(self._stichtag))
        stand = Stand(
            befunde=befunde, quelltext=loaded.source, beigaben=beigaben_im_plan(loaded.plan.beigaben)
        )
        # a Fehler stops render whatever the day, so one that only the Stichtag makes is shown and stops nothing
        if any(befund.schwere is Severity.FEHLER for befund in befunde) and any(
            befund.schwere is Severity.FEHLER for befund in all_findings(loaded)
        ):
            return stand
        try:
            return replace(stand, buch=self._buch(loaded))
        except (Failure, WrongCall) as error:
            self.absage = error
            return replace(stand, hindernis=f"{error.message} {error.hint}".strip())

    def _buch(self, loaded: LoadedPlan) -> Planbuch:
        from konzept.cli.preview_dokumente import planbuch
        from konzept.cli.render_auftrag import Auftrag
        from konzept.render.seitengestaltung import seitengestaltung
        from konzept.render.templates import Templates

        gewaehlt = fassung_on(loaded.plan, self._fassung, self._stichtag)
        # a process that lives on keeps the templates it has read (render/templates.py): named only where there is one,
        # the plan's folder is looked into afresh when it comes into being
        eigene = self._root / "templates"
        return planbuch(
            Auftrag(
                plan=loaded.plan,
                fassung=gewaehlt,
                stichtag=self._stichtag.date() if self._stichtag else letzter_stand(gewaehlt),
                templates=Templates(eigene if eigene.is_dir() else None, seitengestaltung(loaded.plan)),
            )
        )


def _melde(stand: Stand) -> None:
    """Say on stderr what a reading of the plan gave, and name each Fehler."""
    from konzept.diagnostics import Severity
    from konzept.preview.befunde import zahlen
    from konzept.render.befunde import befunde_heads

    fehler = [befund for befund in stand.befunde if befund.schwere is Severity.FEHLER]
    write_stderr(f"{befunde_heads(fehler)}Gelesen: {zahlen(stand.befunde)}.\n")


def _oeffne(adresse: str) -> None:
    """Have the system show the page; a browser that runs in the terminal must not stop the server."""
    import webbrowser
    from threading import Thread

    def zeige() -> None:
        if not webbrowser.open(adresse):
            write_stderr("Es fand sich kein Browser; öffnen Sie die Adresse selbst.\n")

    Thread(target=zeige, daemon=True).start()


def _unglueck(error: Exception) -> str:
    """Write the report of an error nobody foresaw, say so on stderr, and return the sentence for the page."""
    from konzept.cli.surface.crash_report import write_report

    satz = f"Im Programm ist etwas geschehen, das nicht vorgesehen war ({type(error).__name__})."
    place = write_report(error, ["preview"])
    bericht = f" Der Bericht dazu liegt in »{place}«." if place else ""
    write_stderr(f"Fehler: {satz}{bericht}\n")
    return satz
