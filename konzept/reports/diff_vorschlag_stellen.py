"""Where in the files of a plan a suggestion is written: ids by file, line and column, and the place of a Verbleib."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from konzept.domain.plan import AKTEURE_DATEI, KONZEPT_DATEI, PROGRAMME_DATEI
from konzept.reports.diff_vorschlag_werte import Einfuegung, Ersetzung, Verbleibgeruest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from konzept.diagnostics import DataPath, Location, SourceMap
    from konzept.domain.fassung import Fassung, Stelle
    from konzept.reports.diff_werte import Ort

    Nennungen = Mapping[str, Sequence[tuple[DataPath, Ersetzung]]]

_ANDERE_NAMEN = frozenset({AKTEURE_DATEI, KONZEPT_DATEI, PROGRAMME_DATEI})
"""Files whose ids are of another kind: bodies, programmes, Fassungen."""

_FELDER = frozenset({"id", "ziel", "ziele", "leitziele", "massnahme"})
"""The keys whose values are ids of the plan."""

_OHNE_ANFUEHRUNG = re.compile(r"(?!(?:true|false|yes|no|on|off|null|y|n)\Z)[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
"""Slugs that no reader of YAML takes for a number, a day or a truth value."""

_EINZUG = 2


def nennungen(source: SourceMap, ids: frozenset[str]) -> Nennungen:
    """Find every place in the files that names one of the ids; ``text`` of each is still what stands there."""
    gefunden: dict[str, list[tuple[DataPath, Ersetzung]]] = defaultdict(list)
    for pfad, stelle in source.values.items():
        worte = [schritt for schritt in pfad if isinstance(schritt, str)]
        if worte[-1] not in _FELDER or stelle.datei in _ANDERE_NAMEN or "indikatoren" in worte:
            continue
        zeile = source.line(stelle) or ""
        geschrieben = zeile[stelle.spalte - 1 : stelle.spalte - 1 + stelle.laenge]
        name = geschrieben.strip("\"'")
        if name in ids:
            gefunden[name].append((pfad, Ersetzung(stelle, zeile, geschrieben)))
    return {name: sorted(orte, key=lambda ort: ort[1].stelle) for name, orte in gefunden.items()}


def einfuegung(neu: Stelle, name: str, source: SourceMap, bekannt: Nennungen) -> Einfuegung | None:
    """Write the old id ``name`` where the item ``neu`` has its own, in every place that names it.

    None where the id is spread over lines or otherwise not to be found as such.
    """
    eigene = (*neu.pfad, "id")
    orte = dict(bekannt.get(neu.id, ()))
    hier = orte.pop(eigene, None)
    schluessel = source.keys.get(eigene)
    gesagt = source.values.get((*neu.pfad, "erschlossen"))
    marke_da = None if gesagt is None else Ersetzung(gesagt, source.line(gesagt) or "", "true")
    if hier is None or schluessel is None or (marke_da and not marke_da.statt.strip()):
        return None
    geklammert = _zeichen(source, source.value(neu.pfad)) == "{"
    marke = ""
    if marke_da is None:
        marke = ", " if geklammert else "\n" + " " * (schluessel.spalte - 1)
        marke += "erschlossen: true"
    weitere = [Ersetzung(ort.stelle, ort.zeile, als_yaml(name)) for ort in orte.values()]
    if marke_da and not neu.gegenstand.erschlossen:
        weitere.append(marke_da)
    return Einfuegung(
        Ersetzung(hier.stelle, hier.zeile, als_yaml(name) + marke),
        geklammert,
        tuple(sorted(weitere, key=lambda eine: eine.stelle)),
    )


def als_yaml(name: str) -> str:
    """Write an id as YAML, in quotation marks where another reader would take it for something else."""
    return name if _OHNE_ANFUEHRUNG.fullmatch(name) else f'"{name}"'


def geruest(alt: Fassung, neu: Fassung, orte: tuple[Ort, ...], source: SourceMap) -> Verbleibgeruest:
    """Find where the entries of a Verbleib for ``orte`` go: into the list that is there, else as far as keys are."""
    schluessel = ("verbleib", alt.id, "eintraege")
    pfad: DataPath = (neu.datei,)
    vorhanden = 0
    while vorhanden < len(schluessel) and (*pfad, schluessel[vorhanden]) in source.keys:
        pfad = (*pfad, schluessel[vorhanden])
        vorhanden += 1
    zeile, tiefe = _ende(neu.datei, source) if vorhanden == 0 else _hinter(pfad, source)
    return Verbleibgeruest(neu.datei, zeile, tiefe, schluessel[vorhanden:], orte)


def _ende(datei: str, source: SourceMap) -> tuple[int | None, int]:
    """Return the last line of a file that says something; a key in the first column begins anew behind it."""
    anfang = source.value((datei,))
    if _zeichen(source, anfang) in {"{", "["} or anfang.spalte != 1:
        return None, 0
    zeilen = source.lines.get(datei, [])
    belegt = [nummer for nummer, zeile in enumerate(zeilen, 1) if zeile.strip()]
    while belegt and zeilen[belegt[-1] - 1].startswith("..."):
        belegt.pop()
    return (belegt[-1] if belegt else 0), 0


def _hinter(pfad: DataPath, source: SourceMap) -> tuple[int | None, int]:
    """Return the line of a key behind which its block can be put, or begins, and how far in."""
    schluessel, wert = source.keys[pfad], source.value(pfad)
    rest = (source.line(schluessel) or "")[schluessel.spalte - 1 + schluessel.laenge :]
    if rest.strip().removeprefix(":").split("#")[0].strip():
        return None, 0
    leer = not any(len(anderer) > len(pfad) and anderer[: len(pfad)] == pfad for anderer in source.values)
    return schluessel.zeile, schluessel.spalte - 1 + _EINZUG if leer else wert.spalte - 1


def _zeichen(source: SourceMap, stelle: Location) -> str:
    return (source.line(stelle) or "")[stelle.spalte - 1 : stelle.spalte]
