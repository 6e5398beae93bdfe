"""One part of a Termin together with all its dates up to the end of the period: what ``due`` has to place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from konzept.domain.kalender import MONATE_IM_JAHR, monatsspanne
from konzept.domain.termin import TerminArt, fristen, ist_moeglich
from konzept.domain.termin.rhythmus import Rhythmus, Takt

if TYPE_CHECKING:
    from konzept.domain.einstellungen import Einstellungen
    from konzept.domain.fassung import Fassung
    from konzept.domain.termin import Teil
    from konzept.domain.terminangabe import Termin


@dataclass(frozen=True)
class Teiltermin:
    """Part ``nummer`` (from 1) of a Termin; ``tage`` are its Fristen up to the end of the period, in order.

    ``moeglich``: a rhythm that has no dates for want of an anchor (design §5).
    """

    nummer: int
    teil: Teil
    tage: tuple[date, ...]
    moeglich: bool

    @cached_property
    def rhythmus(self) -> Rhythmus | None:
        """The rhythm of this part, if it has one that dates can follow from."""
        if self.teil.art is not TerminArt.WIEDERKEHREND or self.teil.rrule is None:
            return None
        try:
            return Rhythmus.parse(self.teil.rrule)
        except ValueError:
            return None

    @property
    def wiederkehrend(self) -> bool:
        """Whether this part comes again and again."""
        return self.teil.art is TerminArt.WIEDERKEHREND

    def einheit_ab(self, tag: date) -> date:
        """Return the first day of the calendar unit that is due on ``tag``, such as 1 January of a year."""
        rhythmus = self.rhythmus
        if rhythmus is None or rhythmus.takt is Takt.TAG:
            return tag
        if rhythmus.takt is Takt.WOCHE:
            return tag - timedelta(days=tag.weekday())
        if rhythmus.monate:
            return tag if rhythmus.tag else tag.replace(day=1)
        monate = MONATE_IM_JAHR if rhythmus.takt is Takt.JAHR else rhythmus.intervall
        if monate % MONATE_IM_JAHR == 0:
            return date(tag.year, 1, 1)
        if MONATE_IM_JAHR % monate:
            return tag.replace(day=1)
        return monatsspanne(tag.year, tag.month - monate + 1)[0]


def teiltermine(
    termin: Termin, fassung: Fassung, einstellungen: Einstellungen, bis: date
) -> tuple[Teiltermin, ...]:
    """Read a Termin and compute the dates of each part, from its very first one to ``bis``.

    The first counts from the part's own beginning, else from the day the Fassung was adopted: a Frist that
    was missed before the period is carried over into it.
    """
    teile = termin.lies(einstellungen.fristworte)
    genannt = [tag for teil in teile for tag in (teil.beginn, teil.ende) if tag is not None]
    if termin.turnus_ab is not None:
        genannt.append(date(termin.turnus_ab, 1, 1))
    von = min([fassung.angenommen_am, *genannt])
    tage: dict[int, list[date]] = {}
    for frist in fristen(
        teile,
        von,
        bis,
        anker_von=fassung.angenommen_am,
        anker_bis=fassung.letzter_tag,
        turnus_ab=termin.turnus_ab,
    ):
        tage.setdefault(frist.teil, []).append(frist.faellig)
    return tuple(
        Teiltermin(nummer, teil, tuple(tage.get(nummer, ())), ist_moeglich(teil, termin.turnus_ab))
        for nummer, teil in enumerate(teile, start=1)
    )
