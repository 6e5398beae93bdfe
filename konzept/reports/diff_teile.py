"""Two readings of a Termin beside each other: which parts belong together, and what became of each of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from konzept.domain.kalender import MONATE_IM_JAHR
from konzept.domain.termin import TerminArt
from konzept.reports.diff_stichwort import stichwort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from konzept.domain.termin import Teil

    Nummeriert = tuple[int, Teil]
    Paarungen = list[tuple[Nummeriert, Nummeriert]]

DATIERT = frozenset({TerminArt.FAELLIG, TerminArt.ZEITRAUM})
"""The kinds of parts whose end is a date to keep; the end of a rhythm is only its last repetition."""

MIT_BEGINN = frozenset({TerminArt.LAUFEND, TerminArt.ZEITRAUM, TerminArt.WIEDERKEHREND})
"""The kinds of parts whose beginning says something; that of a Frist is only the first day of its unit."""


class Teilaenderung(StrEnum):
    """What happened to one part of a Termin."""

    ENDE = "ende"
    BEGINN = "beginn"
    RHYTHMUS = "rhythmus"
    NEU = "neu"
    ENTFALLEN = "entfallen"


@dataclass(frozen=True, slots=True)
class Teilpaar:
    """Two parts that belong together, or one that has no counterpart; parts count from 1, as in ``due``."""

    nummer_alt: int | None
    nummer_neu: int | None
    alt: Teil | None
    neu: Teil | None


@dataclass(frozen=True, slots=True)
class Teilwechsel:
    """One thing that happened to one part: with ENDE and BEGINN the distance, ``monate`` or else ``tage``."""

    was: Teilaenderung
    paar: Teilpaar
    monate: int | None = None
    tage: int | None = None


def abstand(von: date, bis: date) -> tuple[int | None, int | None]:
    """Return the distance of two days as (months, None) if it is one of whole months, else as (None, days).

    Last days of months are whole months apart, as 30.06. and 31.12. are.
    """
    beide_letzte = _ist_letzter(von) and _ist_letzter(bis)
    if beide_letzte or von.day == bis.day:
        return (bis.year - von.year) * MONATE_IM_JAHR + bis.month - von.month, None
    return None, (bis - von).days


def letzter_datierter(teile: Iterable[Teil]) -> Teil | None:
    """Return the part by whose end all is to be done, the first of those that end last; None without a dated end."""
    datierte = [teil for teil in teile if teil.art in DATIERT and teil.ende is not None]
    return max(datierte, key=lambda teil: teil.ende or date.min, default=None)


def verlaengert(alt: Teil, neu: Teil) -> bool:
    """Tell whether what ends last was a span of time and still is one: that it ends later then is no delay."""
    return alt.art is TerminArt.ZEITRAUM and neu.art is TerminArt.ZEITRAUM


def aufgeschoben(alt: Teil, neu: Teil) -> bool:
    """Tell whether one dated part was put off in the other: it ends later, and is no prolonged span of time."""
    return not verlaengert(alt, neu) and (neu.ende or date.min) > (alt.ende or date.max)


def massgebende(paare: Iterable[Teilpaar]) -> tuple[Teil, Teil] | None:
    """Return by which part all is to be done on both sides, among the dated parts that both have."""
    gemeinsame = [
        (paar.alt, paar.neu)
        for paar in paare
        if paar.alt
        and paar.neu
        and {paar.alt.art, paar.neu.art} <= DATIERT
        and paar.alt.ende
        and paar.neu.ende
    ]
    von = letzter_datierter(eines for eines, _ in gemeinsame)
    bis = letzter_datierter(anderes for _, anderes in gemeinsame)
    return (von, bis) if von and bis else None


def strecke(reihe: Sequence[Sequence[Teil]]) -> tuple[int, Teil, Teil] | None:
    """Tell since when a Termin has the part that decides now, and by what all was to be done then and is now.

    ``reihe`` holds the readings of the Termin, oldest first; given is the place of the first reading that has this
    part, so what was added only begins where it was added. Readings without a dated end are passed over; None if
    there are no others.
    """
    faden = _faden(reihe)
    if not faden:
        return None
    (erster, von), (letzter, bis) = faden[0], faden[-1]
    return erster, *(massgebende(teilpaare(reihe[erster], reihe[letzter])) or (von, bis))


def aufschuebe(reihe: Sequence[Sequence[Teil]]) -> int:
    """Count how often a Termin was put off since it has the part that decides now; of added parts none counts."""
    schritte = (
        teilpaare(reihe[vorher], reihe[nachher]) for (vorher, _), (nachher, _) in pairwise(_faden(reihe))
    )
    return sum(aufgeschoben(*ende) for paare in schritte if (ende := massgebende(paare)))


def _faden(reihe: Sequence[Sequence[Teil]]) -> list[tuple[int, Teil]]:
    """Follow the part that decides now back through the readings, with the place of each, oldest first."""
    datierte = [(platz, teile) for platz, teile in enumerate(reihe) if letzter_datierter(teile)]
    faden: list[tuple[int, Teil]] = []
    for nummer in range(len(datierte) - 1, -1, -1):
        platz, teile = datierte[nummer]
        if faden:
            paare = teilpaare(teile, datierte[nummer + 1][1])
            teil = next((paar.alt for paar in paare if paar.neu is faden[0][1]), None)
        else:
            teil = letzter_datierter(teile)
        if teil is None or teil.ende is None:
            break
        faden.insert(0, (platz, teil))
    return faden


def teilpaare(alt: Sequence[Teil], neu: Sequence[Teil]) -> tuple[Teilpaar, ...]:
    """Pair the parts of two readings, each part once, in the order of the new reading.

    Only parts of one kind belong together, a Frist and a Zeitraum being one kind. Among them those about the same
    thing come first, then the others in their order. Where one side has more, those that lie nearest are paired;
    but the only Frist of a Termin, against several about other things, stands for the whole, so it goes with the
    one that ends last.
    """
    paare: list[Teilpaar] = []
    for art in TerminArt:
        links, rechts = (_von_art(art, teile) for teile in (alt, neu))
        als_ganzes = art is TerminArt.FAELLIG and 1 in {len(links), len(rechts)}
        for wort in (*sorted({_wort(eins) for eins in (*links, *rechts)} - {""}), "", None):
            gleiche = [[eins for eins in seite if wort in {None, _wort(eins)}] for seite in (links, rechts)]
            gepaart = _mit_dem_letzten if als_ganzes and not wort else _der_reihe_nach
            for eines, anderes in gepaart(*gleiche):
                paare.append(Teilpaar(eines[0], anderes[0], eines[1], anderes[1]))
                links.remove(eines)
                rechts.remove(anderes)
        paare += [Teilpaar(nummer, None, teil, None) for nummer, teil in links]
        paare += [Teilpaar(None, nummer, None, teil) for nummer, teil in rechts]
    return tuple(sorted(paare, key=_platz))


def teilwechsel(paar: Teilpaar) -> Iterator[Teilwechsel]:
    """Give what happened to a pair of parts; nothing if both say the same."""
    alt, neu = paar.alt, paar.neu
    if alt is None or neu is None:
        yield Teilwechsel(Teilaenderung.NEU if alt is None else Teilaenderung.ENTFALLEN, paar)
        return
    if _regel(alt) != _regel(neu):
        yield Teilwechsel(Teilaenderung.RHYTHMUS, paar)
    ende = abstand(alt.ende, neu.ende) if alt.ende and neu.ende and alt.ende != neu.ende else None
    if ende:
        yield Teilwechsel(Teilaenderung.ENDE, paar, *ende)
    if {alt.art, neu.art} <= MIT_BEGINN and alt.beginn and neu.beginn and alt.beginn != neu.beginn:
        beginn = abstand(alt.beginn, neu.beginn)
        if beginn != ende:  # a span of time that moved as a whole is told by its end
            yield Teilwechsel(Teilaenderung.BEGINN, paar, *beginn)


def _ist_letzter(tag: date) -> bool:
    return tag == date.max or (tag + timedelta(days=1)).day == 1


def _von_art(art: TerminArt, teile: Sequence[Teil]) -> list[Nummeriert]:
    """Return the numbered parts that are compared under a kind: a Zeitraum under that of a Frist."""
    return [
        (nummer, teil)
        for nummer, teil in enumerate(teile, 1)
        if (TerminArt.FAELLIG if teil.art in DATIERT else teil.art) is art
    ]


def _wort(eines: Nummeriert) -> str:
    return stichwort(eines[1].text).casefold()


def _mit_dem_letzten(alt: Sequence[Nummeriert], neu: Sequence[Nummeriert]) -> Paarungen:
    """Pair the only part of one side with the one of the other that ends last; nothing if a side has none."""
    return [(max(alt, key=_tag), max(neu, key=_tag))] if alt and neu else []


def _der_reihe_nach(alt: Sequence[Nummeriert], neu: Sequence[Nummeriert]) -> Paarungen:
    """Pair two rows in their order; of the longer one those are left over without which the rest lies nearest."""
    if len(alt) > len(neu):
        return [(eines, anderes) for anderes, eines in _der_reihe_nach(neu, alt)]
    return list(zip(alt, neu, strict=True)) if len(alt) == len(neu) else _naechste(alt, neu)


def _naechste(kurze: Sequence[Nummeriert], lange: Sequence[Nummeriert]) -> Paarungen:
    """Choose for each of the shorter row one of the longer, in order, so that the sum of all distances is smallest.

    Among equals the earlier ones of the longer row are taken, so both directions choose the same.
    """
    beste: list[tuple[int, tuple[int, ...]] | None] = [(0, ())] * (len(lange) + 1)
    for kurzer in kurze:
        naechste: list[tuple[int, tuple[int, ...]] | None] = [None]
        for platz, langer in enumerate(lange):
            bisher, davor = naechste[platz], beste[platz]
            weite = abs((_tag(kurzer) - _tag(langer)).days)
            neue = (davor[0] + weite, (*davor[1], platz)) if davor else None
            naechste.append(min((eine for eine in (bisher, neue) if eine), default=None))
        beste = naechste
    letzte = beste[-1]
    return [(kurze[i], lange[platz]) for i, platz in enumerate(letzte[1] if letzte else ())]


def _tag(eines: Nummeriert) -> date:
    """Return the day by which a part is placed among its like; one without a day comes first."""
    return eines[1].ende or eines[1].beginn or date.min


def _regel(teil: Teil) -> str | None:
    """Return the rhythm of a part without its last day, which is compared as its end."""
    if teil.art is not TerminArt.WIEDERKEHREND or teil.rrule is None:
        return None
    return ";".join(feld for feld in teil.rrule.split(";") if not feld.startswith("UNTIL="))


def _platz(paar: Teilpaar) -> tuple[int, bool]:
    return paar.nummer_neu or paar.nummer_alt or 0, paar.nummer_neu is None
