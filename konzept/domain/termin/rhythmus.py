"""A rhythm as a value: the small part of RFC 5545 that plans need, read from and written to an RRULE."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from konzept.domain.kalender import MONATE_IM_JAHR
from konzept.domain.termin.regelfelder import MAX_INTERVALL, Takt, bis_tag, zahl, zahlen, zerlege_regel
from konzept.domain.termin.serie import Serie

if TYPE_CHECKING:
    from datetime import date

__all__ = ["Rhythmus", "Takt", "lies_regel", "rrule_lesbar"]

_TAGE_IM_MONAT: Final = 31


@dataclass(frozen=True, slots=True)
class Rhythmus:
    """Every `intervall` units of `takt`, if given only in `monate` and on `tag` of them, until `bis`."""

    takt: Takt
    intervall: int = 1
    monate: tuple[int, ...] = ()
    tag: int | None = None
    bis: date | None = None

    @classmethod
    def parse(cls, text: str) -> Rhythmus:
        """Read an RRULE of FREQ, INTERVAL, BYMONTH, BYMONTHDAY and UNTIL.

        Raises ValueError with a German sentence for anything else; DTSTART has no place in a plan (design §5).
        """
        felder = zerlege_regel(text)
        try:
            rhythmus = cls(
                takt=Takt(felder.pop("FREQ", "")),
                intervall=zahl(felder.pop("INTERVAL", "1"), MAX_INTERVALL),
                monate=zahlen(felder.pop("BYMONTH", ""), MONATE_IM_JAHR),
                tag=zahl(felder.pop("BYMONTHDAY"), _TAGE_IM_MONAT) if "BYMONTHDAY" in felder else None,
                bis=bis_tag(felder.pop("UNTIL", "")),
            )
        except ValueError as fehler:
            msg = f"Die Regel »{text}« ist nicht lesbar."
            raise ValueError(msg) from fehler
        if felder:
            bekannt = "FREQ, INTERVAL, BYMONTH, BYMONTHDAY, UNTIL"
            msg = f"Die Regel »{text}« enthält {', '.join(felder)}; bekannt sind {bekannt}."
            raise ValueError(msg)
        if (rhythmus.monate and rhythmus.takt is not Takt.JAHR) or (rhythmus.tag and not rhythmus.monate):
            msg = f"Die Regel »{text}« ist so nicht vorgesehen: BYMONTH nur mit YEARLY, BYMONTHDAY nur mit BYMONTH."
            raise ValueError(msg)
        return rhythmus

    def __str__(self) -> str:
        """Write the RRULE."""
        teile = [f"FREQ={self.takt}"]
        if self.intervall > 1:
            teile.append(f"INTERVAL={self.intervall}")
        if self.monate:
            teile.append("BYMONTH=" + ",".join(map(str, self.monate)))
        if self.tag is not None:
            teile.append(f"BYMONTHDAY={self.tag}")
        if self.bis is not None:
            teile.append(f"UNTIL={self.bis.year:04d}{self.bis.month:02d}{self.bis.day:02d}")
        return ";".join(teile)

    @property
    def braucht_anker(self) -> bool:
        """Tell whether no date follows without a first one: the interval does not divide its calendar unit."""
        match self.takt:
            case Takt.MONAT:
                return MONATE_IM_JAHR % self.intervall != 0
            case Takt.JAHR | Takt.WOCHE | Takt.TAG:
                return self.intervall > 1


def lies_regel(text: str) -> Rhythmus | Serie:
    """Return what a rule says: whole calendar units where they can say it, else the days that it names.

    Raises ValueError with a German sentence where it says neither.
    """
    try:
        return Rhythmus.parse(text)
    except ValueError:
        return Serie.parse(text)


def rrule_lesbar(text: str) -> bool:
    """Tell whether dates can follow from a rule that somebody wrote down (`rrule` of an explicit Teil)."""
    try:
        lies_regel(text)
    except ValueError:
        return False
    return True
