"""The same wording, read otherwise: another year a rhythm counts from, other explicit parts beside the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from konzept.domain.kalender import MONATE_IM_JAHR, nach_monaten
from konzept.domain.termin import TerminArt, fristen
from konzept.reports.diff_teile import DATIERT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from konzept.domain.fassung import Fassung
    from konzept.domain.termin import Teil
    from konzept.domain.terminangabe import Termin

OFFENE_JAHRE = 30
"""So far ahead Fristen are compared where the Fassung names no last day."""


@dataclass(frozen=True, slots=True)
class Laufzeit:
    """The time in which the Fristen of both sides are compared: that of the later Fassung, seen from either side."""

    angenommen: date
    letzter_tag: date | None

    @classmethod
    def der_spaeteren(cls, eine: Fassung, andere: Fassung) -> Laufzeit:
        """Take the one that was adopted later, and of two that were at once the one that holds longer."""
        return max(
            (cls(fassung.angenommen_am, fassung.letzter_tag) for fassung in (eine, andere)),
            key=lambda laufzeit: (laufzeit.angenommen, laufzeit.letzter_tag or date.max),
        )


def anders_gelesen(alt: Termin, neu: Termin) -> bool:
    """Tell whether what stands beside the wording of a Termin differs."""
    return (alt.turnus_ab, alt.teile) != (neu.turnus_ab, neu.teile)


def gleiche_fristen(alt: Termin, neu: Termin, fristworte: Mapping[str, str], laufzeit: Laufzeit) -> bool:
    """Tell whether the same Fristen follow from two Termine, for a Fassung with this ``laufzeit``.

    Rhythms are compared from the first day that one of them names, as ``due`` carries missed Fristen over.
    """
    genannt = [
        tag
        for termin in (alt, neu)
        for teil in termin.lies(fristworte)
        for tag in (teil.beginn, teil.ende)
        if tag is not None
    ]
    genannt += [date(jahr, 1, 1) for jahr in (alt.turnus_ab, neu.turnus_ab) if jahr is not None]
    ab = min(laufzeit.angenommen, *genannt, date.max)
    links, rechts = (_fristen(termin, fristworte, laufzeit, ab) for termin in (alt, neu))
    return links == rechts


def verliert_daten(alt: Termin, neu: Termin, fristworte: Mapping[str, str], laufzeit: Laufzeit) -> bool:
    """Tell whether both Termine name a rhythm and dates follow only from the old one, as its year was lost."""
    rhythmen = [
        [teil for teil in termin.lies(fristworte) if teil.art is TerminArt.WIEDERKEHREND]
        for termin in (alt, neu)
    ]
    if not all(rhythmen):
        return False
    vorher, nachher = (
        _wiederholte(teile, termin.turnus_ab, laufzeit, laufzeit.angenommen)
        for teile, termin in zip(rhythmen, (alt, neu), strict=True)
    )
    return bool(vorher) and not nachher


def _fristen(termin: Termin, fristworte: Mapping[str, str], laufzeit: Laufzeit, ab: date) -> list[date]:
    teile = termin.lies(fristworte)
    enden = [teil.ende for teil in teile if teil.art in DATIERT and teil.ende is not None]
    rhythmen = [teil for teil in teile if teil.art is TerminArt.WIEDERKEHREND]
    return sorted({*enden, *_wiederholte(rhythmen, termin.turnus_ab, laufzeit, ab)})


def _wiederholte(teile: Sequence[Teil], turnus_ab: int | None, laufzeit: Laufzeit, ab: date) -> set[date]:
    wiederholt = fristen(
        teile,
        ab,
        laufzeit.letzter_tag or nach_monaten(laufzeit.angenommen, OFFENE_JAHRE * MONATE_IM_JAHR),
        anker_von=laufzeit.angenommen,
        anker_bis=laufzeit.letzter_tag,
        turnus_ab=turnus_ab,
    )
    return {frist.faellig for frist in wiederholt}
