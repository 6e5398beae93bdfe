"""Where on the page of a Fassung a finding stands: from a line of a file to the heading it is written under."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from konzept.diagnostics import SourceMap
from konzept.domain.element import Ebene
from konzept.domain.plan import AKTEURE_DATEI, PROGRAMME_DATEI
from konzept.load.yaml_tree import parse_yaml
from konzept.render.konzept_gliederung import anker, gliederung

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from konzept.diagnostics import DataPath, Location
    from konzept.reports.konzept_teile import Konzept

_GENANNT = re.compile(r"\b(?:id|massnahme):\s*[\"']?([a-z0-9-]+)")
"""What names an element in a file that is no YAML; the loader looks for ids in the same way."""

_GESCHACHTELT = {"handlungsziele": Ebene.HANDLUNGSZIEL, "massnahmen": Ebene.MASSNAHME}
_KAPITEL = {
    **{name: name for name in ("vorwort", "leitbild", "leitziele", "beteiligung", "vorlage", "indikatoren")},
    **{name: name for name in ("ausblick", "abkuerzungen", "quellen", "verbleib")},
    "beschluss": "beratung",
    "beratungsfolge": "beratung",
    "leichte_sprache": "leichte-sprache",
    "texte": "sprachen",
}
"""The fields of a frame and the chapters that show them; whatever else it holds stands in the first chapter."""

_DOKUMENT = "kapitel-dokument"


@dataclass(frozen=True, slots=True)
class Seitenplan:
    """What a page shows: the Fassung, and the anchors of its headings and of its rows of bodies."""

    fassung: str
    anker: frozenset[str]


def seitenplan(bericht: Konzept) -> Seitenplan:
    """Return what the page of this report shows."""
    stellen = {abschnitt.anker for abschnitt in gliederung(bericht)}
    stellen |= {anker("akteur", zeile.akteur.id) for _, zeilen in bericht.akteure for zeile in zeilen}
    return Seitenplan(bericht.fassung, frozenset(stellen))


class Stellensuche:
    """Finds the anchor for places in the files of one state of the plan; each file is looked at once.

    The files are parsed anew, because the loaded plan no longer holds what the loader had to leave out, and it is
    just there that findings stand. ``quelltext`` holds the lines as they were loaded.
    """

    def __init__(self, quelltext: SourceMap, seite: Seitenplan) -> None:
        self._quelltext = quelltext
        self._seite = seite
        self._dateien: dict[str, _Datei] = {}

    def anker(self, ort: Location) -> str | None:
        """Return the anchor of the innermost element that is written at a place; None if the page shows none."""
        art = _art(ort.datei, self._seite.fassung)
        if art is None:
            return None
        if ort.datei not in self._dateien:
            self._dateien[ort.datei] = _Datei(self._quelltext.lines.get(ort.datei, []), ort.datei)
        moegliche = list(art(self._dateien[ort.datei], ort))
        return next((name for name in reversed(moegliche) if name in self._seite.anker), None)


def _art(datei: str, fassung: str) -> Callable[[_Datei, Location], Iterable[str]] | None:
    """Tell how anchors are found in a file; None for one of which the page of this Fassung shows nothing."""
    if datei == AKTEURE_DATEI:
        return lambda inhalt, ort: inhalt.in_liste(ort, "akteure", "id", "akteur")
    if datei == PROGRAMME_DATEI:
        return lambda inhalt, ort: inhalt.in_liste(ort, "foerderprogramme", "id", "programm")
    match PurePosixPath(datei).parts:
        case ("data", "handlungsfelder", ordner, _) if ordner == fassung:
            return _im_feld
        case ("data", "fassungen", name) if name == f"{fassung}.yaml":
            return _im_rahmen
        case ("data", "sachstand", name) if name == f"{fassung}.yaml":
            return lambda inhalt, ort: inhalt.in_liste(ort, "eintraege", "massnahme", Ebene.MASSNAHME)
        case _:
            return None


class _Datei:
    """One file: its data as they are written, the places of its keys and values, and its lines."""

    def __init__(self, zeilen: list[str], datei: str) -> None:
        self.zeilen = zeilen
        orte = SourceMap()
        self.daten: Any = parse_yaml("\n".join(zeilen), datei, orte)[0]
        self._orte = sorted(
            (ort.zeile, ort.spalte, len(pfad), pfad)
            for pfad, ort in [*orte.values.items(), *orte.keys.items()]
            if len(pfad) > 1
        )

    def pfad(self, ort: Location) -> DataPath:
        """Return the path of what is written at a place, or last before it; without the name of the file."""
        if self.daten is None:
            return ()
        in_zeile = [eintrag for eintrag in self._orte if eintrag[0] == ort.zeile]
        davor = [eintrag for eintrag in self._orte if eintrag[:2] <= (ort.zeile, ort.spalte)]
        # a place before the first word of its line, such as the dash of a list, speaks of that word
        if in_zeile and in_zeile[0][1] > ort.spalte:
            return in_zeile[0][3][1:]
        return davor[-1][3][1:] if davor else ()

    def genannte(self, ort: Location) -> Iterator[str]:
        """Give the ids that stand in the lines down to a place, for a file that is no YAML."""
        for zeile in self.zeilen[: ort.zeile]:
            gefunden = _GENANNT.search(zeile)
            if gefunden:
                yield gefunden[1]

    def in_liste(self, ort: Location, liste: str, feld: str, art: str) -> Iterator[str]:
        """Give the anchor of the entry of a list that is written at a place; ``feld`` names what it speaks of."""
        if self.daten is None:
            yield from (anker(art, name) for name in list(self.genannte(ort))[-1:])
        match self.pfad(ort):
            case (erster, int(stelle), *_) if erster == liste:
                yield anker(art, _text(self.daten[liste][stelle], feld))
            case _:
                pass


def _im_feld(datei: _Datei, ort: Location) -> Iterator[str]:
    """Give the anchors of the elements around a place in the file of a Handlungsfeld, from the outside in."""
    if datei.daten is None:
        for name in datei.genannte(ort):
            yield from (anker(ebene, name) for ebene in (Ebene.HANDLUNGSFELD, *_GESCHACHTELT.values()))
        return
    yield anker(Ebene.HANDLUNGSFELD, _text(datei.daten, "id"))
    element: Any = datei.daten
    ebene: Ebene | None = None
    for schritt in datei.pfad(ort):
        element = element[schritt]
        if isinstance(schritt, int) and ebene is not None:
            yield anker(ebene, _text(element, "id"))
        ebene = _GESCHACHTELT.get(str(schritt))


def _im_rahmen(datei: _Datei, ort: Location) -> Iterator[str]:
    """Give the anchors of what stands around a place in the frame of a Fassung, from the outside in."""
    yield _DOKUMENT
    pfad = datei.pfad(ort)
    if pfad:
        yield f"kapitel-{_KAPITEL.get(str(pfad[0]), 'dokument')}"
    match pfad:
        case ("leitziele", int(stelle), *_):
            yield anker(Ebene.LEITZIEL, _text(datei.daten["leitziele"][stelle], "id"))
        case ("beteiligung", int(stelle), *_):
            yield f"beteiligung-{stelle + 1}"
        case ("verbleib", str(vorgaenger), *_):
            yield anker("verbleib", vorgaenger)
        case _:
            pass


def _text(element: Any, feld: str) -> str:
    wert = element.get(feld) if isinstance(element, dict) else None
    return wert if isinstance(wert, str) else ""
