"""What the preview shows at the moment: the last state of the plan that was sound, with the findings of the newest."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import RLock
from typing import TYPE_CHECKING, Any, Protocol

from konzept.diagnostics import Severity, SourceMap
from konzept.preview.befunde import befundliste, zahlen
from konzept.preview.stellen import Stellensuche
from konzept.preview.zusatz import mit_zusatz
from konzept.render.seite import html_page
from konzept.render.templates import TemplateError, Templates

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from konzept.diagnostics import Befund, Location
    from konzept.preview.stellen import Seitenplan

START = ""
"""The path of the document of the Fassung; the others are called as they are."""


class Buch(Protocol):
    """The documents that can be made of a sound plan: ``titel`` by path, in the order of the list."""

    @property
    def titel(self) -> Mapping[str, str]:
        """The names of the documents by their paths."""

    @property
    def seitenplan(self) -> Seitenplan:
        """What the page of the Fassung shows."""

    @property
    def vorlagen(self) -> Templates:
        """The templates of the plan."""

    def seite(self, pfad: str, vorlagen: Templates) -> str:
        """Make the page of a known path with these templates; raises TemplateError."""


@dataclass(frozen=True, slots=True)
class Stand:
    """One reading of the plan: what was found, the lines as they were, and its documents unless it has a Fehler.

    ``hindernis`` says why there is no document where no finding does. ``beigaben`` are the files that konzept.yaml
    names. ``kennung`` is another one for every other state of the files.
    """

    kennung: str = ""
    befunde: tuple[Befund, ...] = ()
    quelltext: SourceMap = field(default_factory=SourceMap)
    buch: Buch | None = None
    hindernis: str = ""
    beigaben: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Antwort:
    """A page, and whether there is one of the path that was asked for (200) or none (404)."""

    status: int
    seite: str


class Buehne:
    """Holds the newest state and the last sound one, and makes each page when it is first asked for.

    Its methods may be called from several threads.
    """

    def __init__(self, stand: Stand) -> None:
        self._schloss = RLock()
        self._stand = stand
        self._buch = stand.buch
        self._seiten: dict[str, Antwort] = {}

    @property
    def kennung(self) -> str:
        """The state that is shown."""
        return self._stand.kennung

    def zeige(self, stand: Stand) -> None:
        """Show another state from now on; if it has a Fehler, its findings on the pages of the last that had none."""
        with self._schloss:
            self._stand = stand
            self._buch = stand.buch or self._buch
            self._seiten = {}

    def seite(self, pfad: str) -> Antwort:
        """Return the page of a path; whatever cannot be shown is answered by a page that says so, with the findings."""
        with self._schloss:
            bekannt = self._buch is None or pfad in self._buch.titel
            name = pfad if bekannt else "?"
            if name not in self._seiten:
                self._seiten[name] = self._gemacht(pfad, bekannt=bekannt)
            return self._seiten[name]

    def _gemacht(self, pfad: str, *, bekannt: bool) -> Antwort:
        buch = self._buch
        if buch is None:
            ueberschrift = "Der Plan lässt sich noch nicht zeigen"
            return Antwort(200 if pfad == START else 404, self._meldung(ueberschrift, self._woran()))
        if not bekannt:
            satz = "Welche Dokumente es gibt, zeigt die Liste am oberen Rand."
            return Antwort(404, self._meldung("Diese Seite gibt es nicht", satz))
        try:
            return Antwort(200, buch.seite(pfad, mit_zusatz(buch.vorlagen, self._werte(pfad))))
        except TemplateError as error:
            return Antwort(200, self._meldung("Diese Seite lässt sich nicht zeigen", str(error)))

    def _woran(self) -> str:
        return (
            self._stand.hindernis
            or "Beheben Sie, was unten als Fehler steht; diese Seite lädt sich dann neu."
        )

    def _meldung(self, ueberschrift: str, satz: str) -> str:
        """Make a page that only tells something, with our own templates: those of the plan may be at fault."""
        werte = self._werte(None)
        return html_page(
            mit_zusatz(Templates(), werte),
            "preview_meldung",
            {"ueberschrift": ueberschrift, "satz": satz, "befunde": werte["befunde"]},
        )

    def _werte(self, pfad: str | None) -> dict[str, Any]:
        """Return what the templates of the preview take; ``pfad`` is None on a page that lists the findings itself."""
        stand, buch = self._stand, self._buch
        plan = buch.seitenplan if buch else None
        liste = befundliste(stand.befunde, _ankersuche(stand, plan))
        titel = buch.titel if buch else {}
        return {
            "stand": stand.kennung,
            "fassung": plan.fassung if plan else "",
            "titel": titel.get(pfad, "Dokumente") if pfad is not None else "Dokumente",
            "dokumente": [
                {"name": name, "href": f"/{ziel}", "hier": ziel == pfad} for ziel, name in titel.items()
            ],
            "zahlen": zahlen(stand.befunde),
            "schwere": liste[0]["schwere"] if liste else "",
            "befunde": liste,
            "liste_im_text": pfad is None,
            "wurzel": "" if pfad == START else "/",
            "neben": _neben(liste) if pfad == START else {},
            "warnung": _warnung(stand) if buch is not None and stand.buch is None else "",
        }


def _ankersuche(stand: Stand, plan: Seitenplan | None) -> Callable[[Location], str | None]:
    if plan is None:
        return lambda _: None
    return Stellensuche(stand.quelltext, plan).anker


def _neben(liste: Sequence[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Group the findings by the anchor they stand beside."""
    neben: dict[str, list[dict[str, Any]]] = {}
    for eintrag in liste:
        if eintrag["anker"]:
            neben.setdefault(eintrag["anker"], []).append(eintrag)
    return neben


def _warnung(stand: Stand) -> str:
    """Say that the page is older than the files."""
    fehler = sum(befund.schwere is Severity.FEHLER for befund in stand.befunde)
    grund = stand.hindernis or f"Der Plan hat {fehler} Fehler."
    return f"{grund} Gezeigt ist der letzte Stand ohne Fehler."
