"""What two general diff tools from PyPI find between two Fassungen, beside what konzept finds, counted.

The tools are no dependencies of the project; they are wanted only here:

    pip install deepdiff dictdiffer
    python benchmarks/vergleichswerkzeuge.py

A general tool sees a tree of lists and dicts. It gets the plan in three shapes: lists as the files hold them, dicts
with the printed number as key (what one has without ids), and dicts with the id as key (what a programmer would build
first). What is true follows from the ids alone, by set operations on the data and not by konzept's comparison. A
statement of a tool is right if it names the id to which it happened; »neu« of something that was only moved or
renumbered is false. Read from one line of a tool: what it calls added or removed counts with everything inside.
"""

from __future__ import annotations

import copy
import importlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from konzept.domain.fassung import Fassung
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.load import load_plan
from konzept.reports.diff import vergleiche
from konzept.reports.diff_codes import Feld
from konzept.reports.diff_werte import Art

WURZEL = Path(__file__).resolve().parent.parent
ARTEN = ("neu", "entfallen", "umnummeriert", "verschoben", "Termin geändert")
GEAENDERT = {"nummer": "umnummeriert", "termin": "Termin geändert"}
KINDER = ("handlungsziele", "massnahmen")

Baum = Any
"""A Fassung as plain data: lists and dicts of strings."""
Befunde = set[tuple[str, str]]
"""Statements: a kind of change, and the id to which it happened."""
Werkzeug = Callable[[Baum, Baum], Iterator[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Fall:
    """Two Fassungen that are compared."""

    name: str
    alt: Fassung
    neu: Fassung


def main() -> int:
    """Print a table per case; 2 if a tool is not installed."""
    try:
        module = {name: importlib.import_module(name) for name in ("deepdiff", "dictdiffer")}
    except ModuleNotFoundError as error:
        sys.stderr.write(
            f"»{error.name}« ist nicht installiert; das Projekt selbst braucht es nicht.\n"
            "Für diesen Vergleich: pip install deepdiff dictdiffer\n"
        )
        return 2
    werkzeuge = [
        ("deepdiff, Listen", _deepdiff(module["deepdiff"]), _listen),
        ("deepdiff, Listen, ignore_order", _deepdiff(module["deepdiff"], ignore_order=True), _listen),
        ("deepdiff, nach Nummer", _deepdiff(module["deepdiff"]), _nach_nummer),
        ("deepdiff, nach id", _deepdiff(module["deepdiff"]), _nach_id),
        ("dictdiffer, Listen", _dictdiffer(module["dictdiffer"]), _listen),
        ("dictdiffer, nach Nummer", _dictdiffer(module["dictdiffer"]), _nach_nummer),
        ("dictdiffer, nach id", _dictdiffer(module["dictdiffer"]), _nach_id),
    ]
    versionen = ", ".join(f"{name} {eines.__version__}" for name, eines in module.items())
    _zeile(f"{versionen}; je Zelle: richtig / übersehen / falsch")
    for fall in _faelle():
        alt, neu = _daten(fall.alt), _daten(fall.neu)
        wahr = _wahrheit(alt, neu)
        _zeile(f"\n{fall.name}")
        _zeile(f"{'':<32}" + "".join(f"{art:>17}" for art in ARTEN))
        _zeile(f"{'wirklich':<32}" + "".join(f"{_zahl(wahr, art):>17}" for art in ARTEN))
        for name, werkzeug, gestalt in werkzeuge:
            _ergebnis(name, set(werkzeug(gestalt(alt), gestalt(neu))), wahr)
        _ergebnis("konzept diff", set(_konzept(fall)), wahr)
    return 0


def _ergebnis(name: str, gefunden: Befunde, wahr: Befunde) -> None:
    zellen = []
    for art in ARTEN:
        richtig, uebersehen, falsch = gefunden & wahr, wahr - gefunden, gefunden - wahr
        zellen.append(" / ".join(str(_zahl(menge, art)) for menge in (richtig, uebersehen, falsch)))
    _zeile(f"{name:<32}" + "".join(f"{zelle:>17}" for zelle in zellen))


def _zahl(befunde: Befunde, art: str) -> int:
    return sum(befund[0] == art for befund in befunde)


def _zeile(text: str) -> None:
    sys.stdout.write(f"{text}\n")


# the plans


def _faelle() -> Iterator[Fall]:
    muster = load_plan(WURZEL / "beispiele" / "musterkreis").plan.fassung_nach_id
    yield Fall("Musterkreis, 2022 gegen 2025", muster["2022"], muster["2025"])
    alt = load_plan(WURZEL).plan.fassung_nach_id["2020"]
    gedreht = _daten(alt)
    gedreht.append(gedreht.pop(0))
    yield Fall("Ilm-Kreis 2020 gegen sich selbst, Handlungsfelder umgestellt", alt, _fassung(alt, gedreht))
    yield Fall("Ilm-Kreis 2020 gegen eine Fortschreibung davon", alt, _fassung(alt, _fortgeschrieben(alt)))


def _fortgeschrieben(alt: Fassung) -> Baum:
    """Make the next Fassung: in each Handlungsfeld a goal and two Maßnahmen new, some gone, one moved, a new Termin."""
    felder = copy.deepcopy(_daten(alt))
    for stelle, feld in enumerate(felder):
        ziele = feld["handlungsziele"]
        erste = {"id": f"neue-massnahme-{stelle}", "text": "Neue Maßnahme im neuen Ziel"}
        neues = {
            "id": f"neues-ziel-{stelle}",
            "titel": "Neues Ziel",
            "termin": "2024–2027",
            "massnahmen": [erste],
        }
        ziele[1]["massnahmen"].insert(0, {"id": f"weitere-massnahme-{stelle}", "text": "Noch eine Maßnahme"})
        ziele[2]["termin"] = "bis Ende 2027"
        del ziele[-1]
        ziele[3]["massnahmen"].append(ziele[1]["massnahmen"].pop())
        ziele[2]["massnahmen"].pop()
        ziele.insert(0, neues)
    felder.append(felder.pop(1))
    return felder


def _fassung(alt: Fassung, felder: Baum) -> Fassung:
    """Give the plan new numbers in the order in which it stands, and read it as a Fassung."""
    for nummer, feld in enumerate(felder, 1):
        feld["nummer"] = str(nummer)
        for unter, ziel in enumerate(feld["handlungsziele"], 1):
            ziel["nummer"] = f"{nummer}.{unter}"
    gelesen = tuple(Handlungsfeld.model_validate(feld) for feld in felder)
    dateien = tuple(f"{nummer}.yaml" for nummer in range(len(gelesen)))
    return Fassung(id="danach", rahmen=alt.rahmen, handlungsfelder=gelesen, dateien=dateien)


def _daten(fassung: Fassung) -> Baum:
    return [
        _schlicht(feld.model_dump(mode="json", exclude_defaults=True)) for feld in fassung.handlungsfelder
    ]


def _schlicht(teil: Baum) -> Baum:
    """Write a Termin as the files mostly do: its wording alone."""
    if isinstance(teil, list):
        return [_schlicht(eines) for eines in teil]
    if not isinstance(teil, dict):
        return teil
    return {
        name: wert["text"] if name == "termin" and set(wert) == {"text"} else _schlicht(wert)
        for name, wert in teil.items()
    }


# what is true


def _wahrheit(alt: Baum, neu: Baum) -> Befunde:
    vorher, nachher = dict(_elemente(alt)), dict(_elemente(neu))
    befunde = {("neu", name) for name in nachher.keys() - vorher.keys()}
    befunde |= {("entfallen", name) for name in vorher.keys() - nachher.keys()}
    for name in vorher.keys() & nachher.keys():
        (eltern_alt, eines), (eltern_neu, anderes) = vorher[name], nachher[name]
        befunde |= {("verschoben", name)} if eltern_alt != eltern_neu else set()
        befunde |= {(art, name) for feld, art in GEAENDERT.items() if eines.get(feld) != anderes.get(feld)}
    return befunde


def _elemente(teil: Baum, eltern: str = "") -> Iterator[tuple[str, tuple[str, Baum]]]:
    """Give every id below, with that of its parent and its data."""
    for eines in teil.values() if isinstance(teil, dict) else teil:
        yield eines["id"], (eltern, eines)
        for kinder in KINDER:
            yield from _elemente(eines.get(kinder, []), eines["id"])


# the shapes


def _listen(teil: Baum) -> Baum:
    return teil


def _nach_nummer(teil: Baum) -> Baum:
    """Key by the printed number; a Maßnahme without one by its place, as it is quoted then: »Maßnahme 2«."""
    return {
        eines.get("nummer", str(stelle)): _mit_kindern(eines, _nach_nummer)
        for stelle, eines in enumerate(teil, 1)
    }


def _nach_id(teil: Baum) -> Baum:
    return {eines["id"]: _mit_kindern(eines, _nach_id) for eines in teil}


def _mit_kindern(eines: Baum, gestalt: Callable[[Baum], Baum]) -> Baum:
    return {name: gestalt(wert) if name in KINDER else wert for name, wert in eines.items()}


# the tools


def _konzept(fall: Fall) -> Iterator[tuple[str, str]]:
    plan = load_plan(WURZEL).plan
    nach_art = {
        Art.NEU: "neu",
        Art.ENTFALLEN: "entfallen",
        Art.ZUSAMMENGELEGT: "entfallen",
        Art.AUFGETEILT: "entfallen",
        Art.VERSCHOBEN: "verschoben",
    }
    for eine in vergleiche(plan, fall.alt, fall.neu).aenderungen:
        if eine.ebene.value not in {"handlungsfeld", "handlungsziel", "massnahme"}:
            continue
        if eine.art in nach_art:
            yield nach_art[eine.art], eine.id
        beide = eine.art not in {Art.NEU, Art.ENTFALLEN, Art.ZUSAMMENGELEGT, Art.AUFGETEILT}
        if beide and eine.nummer_alt != eine.nummer_neu:
            yield "umnummeriert", eine.id
        if any(feld.feld is Feld.TERMIN for feld in eine.felder):
            yield "Termin geändert", eine.id


def _deepdiff(modul: Any, **wie: Any) -> Werkzeug:
    def vergleich(alt: Baum, neu: Baum) -> Iterator[tuple[str, str]]:
        # without these limits it stops at a whole Handlungsfeld, »changed«, and says nothing of what is in it
        grenzen = {
            "threshold_to_diff_deeper": 0,
            "cutoff_distance_for_pairs": 1,
            "cutoff_intersection_for_pairs": 1,
        }
        for ebenen in modul.DeepDiff(alt, neu, view="tree", **grenzen, **wie).values():
            for ebene in ebenen:
                pfad = ebene.path(output_format="list")
                fehlt_alt, fehlt_neu = (
                    type(seite).__name__ == "NotPresent" for seite in (ebene.t1, ebene.t2)
                )
                eines, anderes = ebene.up.t1, ebene.up.t2
                yield from _aussage(pfad, (None if fehlt_alt else ebene.t1, None if fehlt_neu else ebene.t2))
                yield from _feldaussage(pfad, eines, anderes)

    return vergleich


def _dictdiffer(modul: Any) -> Werkzeug:
    def vergleich(alt: Baum, neu: Baum) -> Iterator[tuple[str, str]]:
        for art, ort, was in modul.diff(alt, neu, dot_notation=False):
            if art == "change":
                yield from _feldaussage(ort, _unter(alt, ort[:-1]), _unter(neu, ort[:-1]))
                continue
            for schluessel, wert in was:
                yield from _aussage([*ort, schluessel], (None, wert) if art == "add" else (wert, None))
                yield from _feldaussage([*ort, schluessel], _unter(alt, ort), _unter(neu, ort))

    return vergleich


def _unter(teil: Baum, pfad: list[Any]) -> Baum:
    for schluessel in pfad:
        teil = teil[schluessel]
    return teil


def _aussage(pfad: list[Any], seiten: tuple[Baum, Baum]) -> Iterator[tuple[str, str]]:
    """Read »added« and »removed« of an element, or of a whole list of them, with all that is inside."""
    for art, wert in zip(("entfallen", "neu"), seiten, strict=True):
        if wert is None or seiten[0] is not None is not seiten[1]:
            continue
        if isinstance(wert, dict) and "id" in wert:
            yield from ((art, name) for name, _ in _elemente([wert]))
        elif pfad and pfad[-1] in KINDER:
            yield from ((art, name) for name, _ in _elemente(wert))


def _feldaussage(pfad: list[Any], eines: Baum, anderes: Baum) -> Iterator[tuple[str, str]]:
    """Read a changed field: of one element, or falsely of two that the tool took for one."""
    if not pfad or pfad[-1] not in GEAENDERT or not isinstance(eines, dict) or not isinstance(anderes, dict):
        return
    vorher, nachher = eines.get("id", ""), anderes.get("id", "")
    yield GEAENDERT[pfad[-1]], vorher if vorher == nachher else f"{vorher} = {nachher}"


if __name__ == "__main__":
    sys.exit(main())
