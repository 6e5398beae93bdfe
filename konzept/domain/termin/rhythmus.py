"""A rhythm as a value: the small part of RFC 5545 that plans need, read from and written to an RRULE."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from konzept.domain.kalender import MONATE_IM_JAHR

MAX_INTERVALL = 9999
_TAGE_IM_MONAT = 31


class Takt(StrEnum):
    """The unit that a rhythm counts in."""

    JAHR = "YEARLY"
    MONAT = "MONTHLY"
    WOCHE = "WEEKLY"
    TAG = "DAILY"


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
        felder: dict[str, str] = {}
        for stueck in text.removeprefix("RRULE:").split(";"):
            name, gleich, wert = stueck.partition("=")
            if not gleich or name in felder:
                msg = f"Die Regel »{text}« ist keine RRULE."
                raise ValueError(msg)
            felder[name] = wert
        try:
            rhythmus = cls(
                takt=Takt(felder.pop("FREQ", "")),
                intervall=_zahl(felder.pop("INTERVAL", "1"), MAX_INTERVALL),
                monate=_monate(felder.pop("BYMONTH", "")),
                tag=_zahl(felder.pop("BYMONTHDAY"), _TAGE_IM_MONAT) if "BYMONTHDAY" in felder else None,
                bis=_tag(felder.pop("UNTIL", "")),
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


def _zahl(text: str, hoechstens: int) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > len(str(MAX_INTERVALL)):
        raise ValueError(text)
    zahl = int(text)
    if not 1 <= zahl <= hoechstens:
        raise ValueError(text)
    return zahl


def _monate(text: str) -> tuple[int, ...]:
    return tuple(sorted({_zahl(monat, MONATE_IM_JAHR) for monat in text.split(",")})) if text else ()


def _tag(text: str) -> date | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) == len("JJJJMMTT")):
        raise ValueError(text)
    return date(int(text[:4]), int(text[4:6]), int(text[6:]))
