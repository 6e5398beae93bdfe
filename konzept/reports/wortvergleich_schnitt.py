"""Where marks begin and end: places that a reader would choose, where the words alone leave a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.reports.wortvergleich_ausrichtung import Abschnitt
from konzept.reports.wortvergleich_worte import wortgewicht

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from konzept.reports.wortvergleich_worte import Wortfolge

_SATZENDE = frozenset(".!?")
_SATZTEIL = frozenset(",;")
_BINDEWOERTER = frozenset({"und", "oder", "sowie", "aber", "bzw"})


def zugeschnitten(abschnitte: Iterable[Abschnitt], alt: Wortfolge, neu: Wortfolge) -> list[Abschnitt]:
    """Return the stretches as they are to be marked: without chance islands, begun at the parts of a sentence."""
    return _verschoben(_ohne_inseln(abschnitte, alt, neu), alt, neu)


def gewicht(folge: Wortfolge, von: int, bis: int) -> int:
    """Return how much the words ``von`` to ``bis`` (excluded) say."""
    return sum(map(wortgewicht, folge.worte[von:bis]))


def _ohne_inseln(abschnitte: Iterable[Abschnitt], alt: Wortfolge, neu: Wortfolge) -> list[Abschnitt]:
    """Give up what both sides share between two replacements that weigh more on both sides each.

    Two sentences on other matters have words in common by chance; to a reader these are confetti. What was only
    inserted or cut is no replacement: there the words around it do stay.
    """
    ergebnis: list[Abschnitt] = []
    for abschnitt in abschnitte:
        ergebnis.append(abschnitt)
        while len(ergebnis) > 2 and not ergebnis[-1].gleich:  # noqa: PLR2004  an island has a shore on either side
            davor, insel, danach = ergebnis[-3:]
            if gewicht(alt, insel.i1, insel.i2) >= min(_ersetzt(davor, alt, neu), _ersetzt(danach, alt, neu)):
                break
            ergebnis[-3:] = [Abschnitt(davor.i1, danach.i2, davor.j1, danach.j2, gleich=False)]
    return ergebnis


def _ersetzt(abschnitt: Abschnitt, alt: Wortfolge, neu: Wortfolge) -> int:
    """Return how much was replaced: what went, or what came for it, whichever weighs less."""
    return min(gewicht(alt, abschnitt.i1, abschnitt.i2), gewicht(neu, abschnitt.j1, abschnitt.j2))


def _verschoben(abschnitte: Sequence[Abschnitt], alt: Wortfolge, neu: Wortfolge) -> list[Abschnitt]:
    """Move what was only inserted or cut to where a part of the sentence begins.

    »A und B« made »A und C und B« is »A {und C} und B« as well as »A und {C und} B«; people write the first.
    """
    ergebnis = list(abschnitte)
    for nummer, abschnitt in enumerate(ergebnis):
        if abschnitt.gleich or (abschnitt.i1 < abschnitt.i2 and abschnitt.j1 < abschnitt.j2):
            continue
        davor = ergebnis[nummer - 1] if nummer else None
        danach = ergebnis[nummer + 1] if nummer + 1 < len(ergebnis) else None
        schritt = _bester_schritt(abschnitt, davor, danach, alt, neu)
        ergebnis[nummer] = Abschnitt(
            abschnitt.i1 + schritt,
            abschnitt.i2 + schritt,
            abschnitt.j1 + schritt,
            abschnitt.j2 + schritt,
            gleich=False,
        )
        if davor:
            ergebnis[nummer - 1] = Abschnitt(
                davor.i1, davor.i2 + schritt, davor.j1, davor.j2 + schritt, gleich=True
            )
        if danach:
            ergebnis[nummer + 1] = Abschnitt(
                danach.i1 + schritt, danach.i2, danach.j1 + schritt, danach.j2, gleich=True
            )
    return ergebnis


def _bester_schritt(
    abschnitt: Abschnitt, davor: Abschnitt | None, danach: Abschnitt | None, alt: Wortfolge, neu: Wortfolge
) -> int:
    """Return by how many words a stretch is best moved, left or right, as far as its words repeat beside it.

    One word that is the same stays on either side, so that no stretch vanishes.
    """
    folge, von, bis = (alt, abschnitt.i1, abschnitt.i2)
    if abschnitt.j1 < abschnitt.j2:
        folge, von, bis = (neu, abschnitt.j1, abschnitt.j2)
    links = davor.i2 - davor.i1 - 1 if davor else 0
    rechts = danach.i2 - danach.i1 - 1 if danach else 0
    bester, bestes = 0, _schnittguete(folge, von)
    for richtung, platz in ((-1, links), (1, rechts)):
        for weite in range(1, platz + 1):
            aussen, innen = (von - weite, bis - weite) if richtung < 0 else (bis + weite - 1, von + weite - 1)
            if folge.worte[aussen] != folge.worte[innen]:
                break
            guete = _schnittguete(folge, von + richtung * weite)
            if guete > bestes:
                bester, bestes = richtung * weite, guete
    return bester


def _schnittguete(folge: Wortfolge, stelle: int) -> int:
    """Tell how natural it is to begin a mark at a word: a paragraph, a sentence, a part of one, a conjunction."""
    if "\n" in folge.luecken[stelle]:
        return 4
    if stelle and folge.worte[stelle - 1] in _SATZENDE:
        return 3
    wort = folge.worte[stelle]
    if wort in _SATZTEIL:
        return 2
    return int(wort.casefold() in _BINDEWOERTER)
