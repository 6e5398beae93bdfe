"""The order in which changes are told: as one reads the new Fassung, with what is gone where it used to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.element import Ebene
from konzept.domain.werte import nummer_schluessel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from konzept.domain.fassung import Stelle

    Schluessel = tuple[tuple[int, int, str], ...]
    Platz = tuple[Schluessel, str]
    Reihe = tuple[str | None, Ebene]

# under a field its own Maßnahmen come before the goals, as Fassung.stellen() reads
_EBENENFOLGE = (Ebene.LEITZIEL, Ebene.MASSNAHME, Ebene.HANDLUNGSZIEL, Ebene.HANDLUNGSFELD)


def leseordnung(
    alte: Mapping[str, Stelle], neue: Mapping[str, Stelle], *, teilweise: bool = False
) -> list[str]:
    """Return the ids of both Fassungen in one reading order: field by field, goal by goal.

    What the new Fassung holds stands where it stands there. What is gone stands under its old parent, behind the
    last one that preceded it in the old Fassung and has a place there, and so keeps its place where a field was
    renumbered. Where nothing preceded it, among Handlungsfelder and Leitziele, and with a partial Fassung
    (``teilweise``), of which the neighbours are not known, its number within the parent decides, behind whatever
    bears the same number now. Numbers and ids decide, so neither the order of files nor that of goals in them
    matters; only the Maßnahmen of one goal keep the order they were written in.
    """
    reihen = _reihen(neue)
    for reihe, gegangene in _reihen(alte).items():
        stehende = reihen.setdefault(reihe, [])
        bleibende = list(stehende)
        davor: str | None = None
        plaetze = {name for _, name in stehende}
        for platz in gegangene:
            schluessel, name = platz
            if name not in neue:
                nach_nummer = teilweise or reihe[0] is None or davor is None
                stelle = (
                    _nach_nummer(stehende, bleibende, schluessel)
                    if nach_nummer
                    else next(i for i, (_, eines) in enumerate(stehende, 1) if eines == davor)
                )
                stehende.insert(stelle, platz)
                plaetze.add(name)
            davor = name if name in plaetze else davor
    return list(_gelesen(reihen, None))


def _gelesen(reihen: Mapping[Reihe, Sequence[Platz]], eltern: str | None) -> Iterator[str]:
    for ebene in _EBENENFOLGE:
        for _, name in reihen.get((eltern, ebene), ()):
            yield name
            yield from _gelesen(reihen, name)


def _reihen(stellen: Mapping[str, Stelle]) -> dict[Reihe, list[Platz]]:
    """Return what stands under each parent, level by level, in the order in which one Fassung is read."""
    reihen: dict[Reihe, list[Platz]] = {}
    for stelle in stellen.values():
        reihe = reihen.setdefault((stelle.eltern, stelle.ebene), [])
        if stelle.ebene is Ebene.MASSNAHME:
            schluessel: Schluessel = ((0, len(reihe) + 1, ""),)
        else:
            schluessel = _unter(stelle)
        reihe.append((schluessel, stelle.id))
    return {reihe: sorted(plaetze) for reihe, plaetze in reihen.items()}


def _unter(stelle: Stelle) -> Schluessel:
    """Return the number of an id without that of its field, if it begins with it: 3.7 and 2.7 are both the seventh."""
    eigener = nummer_schluessel(stelle.gegenstand.nummer)
    if stelle.feld is None:
        return eigener
    feld = nummer_schluessel(stelle.feld.nummer)
    return eigener[len(feld) :] if len(eigener) > len(feld) and eigener[: len(feld)] == feld else eigener


def _nach_nummer(stehende: Sequence[Platz], bleibende: Sequence[Platz], schluessel: Schluessel) -> int:
    """Return the place before the first of the new Fassung that bears a higher number."""
    dahinter = {name for eigener, name in bleibende if eigener > schluessel}
    return next((i for i, (_, name) in enumerate(stehende) if name in dahinter), len(stehende))
