"""The calendar of the domain: whole years, months and days as a plan writes them, and their first and last day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

MONATE_IM_JAHR = 12
_LAENGEN = {4: "YYYY", 7: "YYYY-MM", 10: "YYYY-MM-DD"}


def letzter_tag_des_monats(jahr: int, monat: int) -> date:
    """Return the last day of a month; raises ValueError outside of years 1–9999 and months 1–12."""
    if monat == MONATE_IM_JAHR:
        return date(jahr, MONATE_IM_JAHR, 31)
    return date(jahr, monat + 1, 1) - timedelta(days=1)


def monatsspanne(jahr: int, monat: int, anzahl: int = 1) -> tuple[date, date]:
    """Return first and last day of `anzahl` months that start with `monat`, which may run past the year.

    Raises ValueError where the span leaves the years 1–9999.
    """
    vor, rest = divmod(monat - 1, MONATE_IM_JAHR)
    weiter, letzter = divmod(monat - 1 + anzahl - 1, MONATE_IM_JAHR)
    return date(jahr + vor, rest + 1, 1), letzter_tag_des_monats(jahr + weiter, letzter + 1)


def nach_monaten(tag: date, monate: int) -> date:
    """Return the day so many months later, or earlier where negative: the month's last where that is shorter.

    Never beyond the years 1 to 9999.
    """
    jahre, monat = divmod(tag.month - 1 + monate, MONATE_IM_JAHR)
    jahr = tag.year + jahre
    if jahr > date.max.year:
        return date.max
    if jahr < date.min.year:
        return date.min
    letzter = letzter_tag_des_monats(jahr, monat + 1)
    return letzter.replace(day=min(tag.day, letzter.day))


def jahresspanne(jahr: int) -> tuple[date, date]:
    """Return first and last day of a calendar year; raises ValueError outside of 1–9999."""
    return date(jahr, 1, 1), date(jahr, MONATE_IM_JAHR, 31)


@dataclass(frozen=True, slots=True)
class Zeitangabe:
    """A calendar year, month or day, ordered by its first day and then by its last.

    Design §3: `stand`, `gilt_von` and `gilt_bis` of a Fassung are a year, a month or a day.
    """

    jahr: int
    monat: int | None = None
    tag: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no calendar knows."""
        if self.monat is None and self.tag is not None:
            msg = "Ein Tag braucht einen Monat."
            raise ValueError(msg)
        if not MINYEAR <= self.jahr <= MAXYEAR:
            msg = f"Das Jahr {self.jahr} liegt außerhalb von {MINYEAR} bis {MAXYEAR}."
            raise ValueError(msg)
        if self.monat is not None and not 1 <= self.monat <= MONATE_IM_JAHR:
            msg = f"Einen Monat {self.monat} gibt es nicht."
            raise ValueError(msg)
        if self.tag is not None and not 1 <= self.tag <= self.letzter_tag_im_monat.day:
            msg = f"Den Tag {self} gibt es nicht."
            raise ValueError(msg)

    @classmethod
    def parse(cls, text: str) -> Zeitangabe:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; raises ValueError with a German sentence otherwise."""
        teile = text.split("-")
        zahlen = all(teil.isascii() and teil.isdigit() for teil in teile)
        if (
            not zahlen
            or len(text) not in _LAENGEN
            or [len(teil) for teil in teile] != [4, 2, 2][: len(teile)]
        ):
            msg = f"»{text}« ist kein Jahr (2021), kein Monat (2021-03) und kein Tag (2021-03-31)."
            raise ValueError(msg)
        return cls(*map(int, teile))

    @property
    def letzter_tag_im_monat(self) -> date:
        """The last day of the month named, of December where none is named."""
        return letzter_tag_des_monats(self.jahr, self.monat or MONATE_IM_JAHR)

    @property
    def erster_tag(self) -> date:
        """The first day of what is named."""
        return date(self.jahr, self.monat or 1, self.tag or 1)

    @property
    def letzter_tag(self) -> date:
        """The last day of what is named."""
        return self.letzter_tag_im_monat if self.tag is None else self.erster_tag

    def __str__(self) -> str:
        """Give the ISO form back, as long as it was written."""
        monat = "" if self.monat is None else f"-{self.monat:02d}"
        tag = "" if self.tag is None else f"-{self.tag:02d}"
        return f"{self.jahr:04d}{monat}{tag}"

    def _rang(self) -> tuple[date, date]:
        return self.erster_tag, self.letzter_tag

    def __lt__(self, andere: Zeitangabe) -> bool:
        """Tell whether this one begins earlier, or begins alike and ends earlier."""
        return self._rang() < andere._rang()

    def __le__(self, andere: Zeitangabe) -> bool:
        """Tell whether this one is not after the other."""
        return self._rang() <= andere._rang()

    def __gt__(self, andere: Zeitangabe) -> bool:
        """Tell whether this one is after the other."""
        return self._rang() > andere._rang()

    def __ge__(self, andere: Zeitangabe) -> bool:
        """Tell whether this one is not before the other."""
        return self._rang() >= andere._rang()
