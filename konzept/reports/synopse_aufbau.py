"""The order of a Synopse: as one reads the new Fassung, what is gone or moved away at its old place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.element import Ebene

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from konzept.domain.fassung import Stelle
    from konzept.reports.diff_werte import Aenderung


@dataclass(frozen=True, slots=True)
class Platz:
    """A place in the outline: an id, or only a reference to one that moved away from here."""

    id: str
    verweis: bool = False


def gliederung(
    aenderungen: Sequence[Aenderung],
    alte: Mapping[str, Stelle],
    neue: Mapping[str, Stelle],
    *,
    teilweise: bool,
) -> dict[str | None, tuple[Platz, ...]]:
    """Return what stands under each id, None for the top.

    The new Fassung decides the order. What is gone stands behind the last item that preceded it in the old one and
    is still here; without any, at the top, or if one Fassung is only partly documented (``teilweise``) it stands
    where the comparison puts it, by its number. A reference stands behind whatever preceded the id, or at the head.
    """
    kinder: dict[str | None, list[Platz]] = {None: []}
    for eine in aenderungen:
        if eine.ebene is not Ebene.FASSUNG:
            oben = eine.eltern_neu or eine.eltern_alt
            kinder.setdefault(oben.id if oben else None, []).append(Platz(eine.id))
    umgezogen = {eine.id for eine in aenderungen if _umgezogen(eine)}
    for eltern, reihe in _alte_reihen(alte):
        plaetze = kinder.setdefault(eltern, [])
        versetzte: set[Platz] = set()
        for nummer, name in enumerate(reihe):
            davor = reihe[:nummer]
            if name in umgezogen:
                platz = Platz(name, verweis=True)
                plaetze.insert(_hinter(plaetze, davor), platz)
                versetzte.add(platz)
            elif name not in neue and not teilweise and eltern is not None:
                _versetze(plaetze, Platz(name), [eines for eines in davor if eines in neue], versetzte)
    return {eltern: tuple(plaetze) for eltern, plaetze in kinder.items()}


def _umgezogen(eine: Aenderung) -> bool:
    return bool(eine.eltern_alt and eine.eltern_neu and eine.eltern_alt.id != eine.eltern_neu.id)


def _alte_reihen(alte: Mapping[str, Stelle]) -> Iterator[tuple[str | None, list[str]]]:
    """Give the ids under each parent as the old Fassung has them; Maßnahmen and goals are rows of their own."""
    reihen: dict[tuple[str | None, Ebene], list[str]] = {}
    for name, stelle in alte.items():
        reihen.setdefault((stelle.eltern, stelle.ebene), []).append(name)
    for (eltern, _), reihe in reihen.items():
        yield eltern, reihe


def _versetze(plaetze: list[Platz], platz: Platz, davor: Sequence[str], versetzte: set[Platz]) -> None:
    """Move a place behind the last of ``davor`` and what was put there before; leave it if none is here."""
    stelle = _hinter(plaetze, davor)
    if not stelle:
        return
    while stelle < len(plaetze) and plaetze[stelle] in versetzte:
        stelle += 1
    bisher = plaetze.index(platz)
    plaetze.insert(stelle, platz)
    del plaetze[bisher + (stelle <= bisher)]
    versetzte.add(platz)


def _hinter(plaetze: Sequence[Platz], davor: Sequence[str]) -> int:
    """Return the place behind the last of ``davor`` that is here, 0 if none is."""
    for name in reversed(davor):
        for nummer, platz in enumerate(plaetze, 1):
            if platz.id == name:
                return nummer
    return 0
