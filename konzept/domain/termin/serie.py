"""A rhythm that whole calendar units cannot say: any rule of RFC 5545 that names days, such as the first Monday."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from konzept.domain.kalender import MONATE_IM_JAHR
from konzept.domain.termin.regelfelder import (
    MAX_INTERVALL,
    Takt,
    bis_tag,
    vorzeichenzahl,
    vorzeichenzahlen,
    zahl,
    zahlen,
    zerlege_regel,
)

if TYPE_CHECKING:
    from datetime import date

WOCHENTAGE: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BEKANNT: Final = frozenset(
    {
        "FREQ",
        "INTERVAL",
        "COUNT",
        "UNTIL",
        "WKST",
        "BYMONTH",
        "BYMONTHDAY",
        "BYYEARDAY",
        "BYWEEKNO",
        "BYDAY",
        "BYSETPOS",
    }
)
_WOCHEN_IM_JAHR: Final = 53
_TAGE_IM_MONAT: Final = 31
_TAGE_IM_JAHR: Final = 366


@dataclass(frozen=True, slots=True)
class Wochentag:
    """A day of the week (Monday is 0), and which one of its month or year: 1 the first, -1 the last, 0 each."""

    nummer: int
    stelle: int = 0


@dataclass(frozen=True, slots=True)
class Serie:
    """A rule of RFC 5545 by days; the fields bear the names of the rule's parts in German.

    `anzahl` is COUNT, `stellen` BYSETPOS, `wochenbeginn` WKST (Monday is 0).
    """

    takt: Takt
    intervall: int = 1
    anzahl: int | None = None
    bis: date | None = None
    wochenbeginn: int = 0
    monate: tuple[int, ...] = ()
    monatstage: tuple[int, ...] = ()
    jahrestage: tuple[int, ...] = ()
    wochennummern: tuple[int, ...] = ()
    wochentage: tuple[Wochentag, ...] = ()
    stellen: tuple[int, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Serie:
        """Read a rule whose dates are days; raises ValueError with a German sentence for what RFC 5545 does not allow.

        FREQ finer than DAILY and BYHOUR, BYMINUTE, BYSECOND are refused: a plan speaks of days.
        """
        felder = zerlege_regel(text)
        fremd = sorted(set(felder) - _BEKANNT)
        if fremd:
            msg = (
                f"Die Regel »{text}« enthält {', '.join(fremd)}; bekannt sind {', '.join(sorted(_BEKANNT))}."
            )
            raise ValueError(msg)
        try:
            serie = cls(
                takt=Takt(felder["FREQ"]),
                intervall=zahl(felder.get("INTERVAL", "1"), MAX_INTERVALL),
                anzahl=zahl(felder["COUNT"], MAX_INTERVALL) if "COUNT" in felder else None,
                bis=bis_tag(felder.get("UNTIL", "")),
                wochenbeginn=WOCHENTAGE.index(felder.get("WKST", "MO")),
                monate=zahlen(felder.get("BYMONTH", ""), MONATE_IM_JAHR),
                monatstage=vorzeichenzahlen(felder.get("BYMONTHDAY", ""), _TAGE_IM_MONAT),
                jahrestage=vorzeichenzahlen(felder.get("BYYEARDAY", ""), _TAGE_IM_JAHR),
                wochennummern=vorzeichenzahlen(felder.get("BYWEEKNO", ""), _WOCHEN_IM_JAHR),
                wochentage=_wochentage(felder.get("BYDAY", "")),
                stellen=vorzeichenzahlen(felder.get("BYSETPOS", ""), _TAGE_IM_JAHR),
            )
        except (KeyError, ValueError) as fehler:
            msg = f"Die Regel »{text}« ist nicht lesbar."
            raise ValueError(msg) from fehler
        if not serie.erlaubt:
            msg = f"Die Regel »{text}« verbindet, was RFC 5545 nicht verbindet."
            raise ValueError(msg)
        return serie

    @property
    def nennt_tage(self) -> bool:
        """Whether it names days of its own; if not, its dates are whole units (design §5)."""
        return bool(self.monatstage or self.jahrestage or self.wochennummern or self.wochentage)

    @property
    def braucht_anker(self) -> bool:
        """Whether no date follows without a first one: it leaves units out, or counts."""
        return self.intervall > 1 or self.anzahl is not None

    @property
    def erlaubt(self) -> bool:
        """Whether RFC 5545 (section 3.3.10) allows these fields together."""
        gezaehlt = any(wochentag.stelle for wochentag in self.wochentage)
        im_jahr = self.takt is Takt.JAHR
        return (
            not (self.anzahl is not None and self.bis is not None)
            and (im_jahr or not (self.wochennummern or self.jahrestage))
            and not (self.monatstage and self.takt is Takt.WOCHE)
            and not (gezaehlt and (self.wochennummern or self.takt not in {Takt.JAHR, Takt.MONAT}))
            and (not self.stellen or self.nennt_tage or bool(self.monate))
        )


def _wochentage(text: str) -> tuple[Wochentag, ...]:
    """Read BYDAY: MO,-1FR."""
    gelesen = {
        Wochentag(
            WOCHENTAGE.index(stueck[-2:]), vorzeichenzahl(stueck[:-2], _WOCHEN_IM_JAHR) if stueck[:-2] else 0
        )
        for stueck in text.split(",")
        if text
    }
    return tuple(sorted(gelesen, key=lambda wochentag: (wochentag.nummer, wochentag.stelle)))
