"""The order in which changes are told: as one reads the plan, with what is gone where it used to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.element import Ebene
from konzept.domain.werte import nummer_schluessel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from konzept.domain.fassung import Stelle

    Rang = tuple[int, tuple[tuple[int, int, str], ...], bool, str]

# under a field its own Maßnahmen come before the goals, as Fassung.stellen() reads
_EBENENFOLGE = {Ebene.LEITZIEL: 0, Ebene.MASSNAHME: 1, Ebene.HANDLUNGSZIEL: 2, Ebene.HANDLUNGSFELD: 3}


def leseordnung(alte: Mapping[str, Stelle], neue: Mapping[str, Stelle]) -> list[str]:
    """Return the ids of both Fassungen in one reading order: field by field, goal by goal.

    What the new Fassung holds stands where it stands there. What is gone follows, under its old parent,
    whatever bears the same number now. Numbers and ids decide, so neither the order of files nor that of
    goals in them matters; only the Maßnahmen of one goal keep the order they were written in.
    """
    plaetze = {**_plaetze(alte.values()), **_plaetze(neue.values())}
    wege: dict[str, tuple[Rang, ...]] = {}

    def weg(name: str) -> tuple[Rang, ...]:
        if name not in wege:
            stelle = neue.get(name) or alte[name]
            ebene = _EBENENFOLGE[stelle.ebene]
            rang: Rang = (ebene, plaetze[name], name not in neue, name)
            wege[name] = (*(weg(stelle.eltern) if stelle.eltern else ()), rang)
        return wege[name]

    return sorted({**alte, **neue}, key=weg)


def _plaetze(stellen: Iterable[Stelle]) -> dict[str, tuple[tuple[int, int, str], ...]]:
    plaetze: dict[str, tuple[tuple[int, int, str], ...]] = {}
    gezaehlt: dict[str | None, int] = {}
    for stelle in stellen:
        if stelle.ebene is Ebene.MASSNAHME:
            gezaehlt[stelle.eltern] = gezaehlt.get(stelle.eltern, 0) + 1
            plaetze[stelle.id] = ((0, gezaehlt[stelle.eltern], ""),)
        else:
            plaetze[stelle.id] = nummer_schluessel(stelle.gegenstand.nummer)
    return plaetze
