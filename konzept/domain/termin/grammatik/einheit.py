"""A unit of time as named in a Termin: which year, month, season it is, and its first and last day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, auto

from konzept.domain.kalender import jahresspanne, letzter_tag_des_monats, monatsspanne


class Einheitsart(Enum):
    """The kinds of units, each with its own first and last day."""

    JAHR = auto()
    HALBJAHR = auto()
    QUARTAL = auto()
    MONAT = auto()
    JAHRESZEIT = auto()
    SCHULJAHR = auto()
    SCHULHALBJAHR = auto()
    SEMESTER = auto()
    WOCHE = auto()
    TAG = auto()


class Lage(Enum):
    """The part of a unit that is meant."""

    ANFANG = "anfang"
    MITTE = "mitte"
    ENDE = "ende"


_MONATE = {Einheitsart.HALBJAHR: 6, Einheitsart.QUARTAL: 3, Einheitsart.MONAT: 1}
_SCHULBEGINN = 8
_HALBZEIT = {Lage.ANFANG: 10, Lage.MITTE: 15}
"""Anfang and Mitte of a month are the 10th and the 15th (design §5)."""


@dataclass(frozen=True, slots=True)
class Einheit:
    """A unit: `nr` to `bis_nr` count within the year, `bis_jahr` is the last year of a double year.

    Without `jahr` it stands open until a neighbour names the year. `zweifel` are the reasons to doubt the reading.
    """

    art: Einheitsart
    jahr: int | None
    nr: int = 1
    bis_nr: int | None = None
    bis_jahr: int | None = None
    monat: int = 0
    lage: Lage | None = None
    zweifel: tuple[str, ...] = ()

    def mit(self, *zweifel: str) -> Einheit:
        """Return the unit with more reasons for doubt."""
        return replace(self, zweifel=tuple(dict.fromkeys((*self.zweifel, *zweifel))))

    def im_jahr(self, jahr: int | None) -> Einheit:
        """Return the unit in another year."""
        return replace(self, jahr=jahr)

    @property
    def gueltig(self) -> bool:
        """Whether the calendar knows this unit (in any leap year, where none is named)."""
        try:
            (self if self.jahr is not None else self.im_jahr(2000)).spanne()
        except (ValueError, OverflowError):
            return False
        return True

    @property
    def ist_blosses_jahr(self) -> bool:
        """Whether it is a calendar year and nothing more."""
        return self.art is Einheitsart.JAHR and self.lage is None and self.bis_jahr is None

    def spanne(self) -> tuple[date, date]:
        """Return first and last day; ValueError or OverflowError where the calendar has none."""
        if self.jahr is None:
            msg = "Ohne Jahr hat eine Einheit keine Tage."
            raise ValueError(msg)
        letzte = self.bis_nr or self.nr
        match self.art:
            case Einheitsart.JAHR:
                return jahresspanne(self.jahr)[0], jahresspanne(self.bis_jahr or self.jahr)[1]
            case Einheitsart.HALBJAHR | Einheitsart.QUARTAL | Einheitsart.MONAT:
                laenge = _MONATE[self.art]
                return monatsspanne(self.jahr, (self.nr - 1) * laenge + 1, (letzte - self.nr + 1) * laenge)
            case Einheitsart.JAHRESZEIT:
                return monatsspanne(self.jahr, 3 * self.nr, 3 * (letzte - self.nr + 1))
            case Einheitsart.SCHULJAHR:
                return monatsspanne(self.jahr, _SCHULBEGINN, 12)
            case Einheitsart.SCHULHALBJAHR:
                return monatsspanne(self.jahr, _SCHULBEGINN + 6 * (self.nr - 1), 6)
            case Einheitsart.SEMESTER:
                return monatsspanne(self.jahr, 4 + 6 * (self.nr - 1), 6)
            case Einheitsart.WOCHE:
                montag = date.fromisocalendar(self.jahr, self.nr, 1)
                return montag, date.fromisocalendar(self.jahr, letzte, 1) + timedelta(days=6)
            case Einheitsart.TAG:
                return date(self.jahr, self.monat, self.nr), date(self.jahr, self.monat, letzte)

    def als_frist(self) -> tuple[date | None, date]:
        """Return (first day, due day); a day and a part of a unit have no first day (design §5)."""
        erster, letzter = self.spanne()
        if self.lage is not None:
            return None, self._stelle()
        if self.art is Einheitsart.TAG and self.bis_nr is None:
            return None, letzter
        return erster, letzter

    def als_beginn(self) -> date:
        """Return the day on which something begins that begins with this unit (design §5)."""
        erster, letzter = self.spanne()
        match self.lage:
            case None | Lage.ANFANG:
                return erster
            case Lage.MITTE:
                return self._mitte_als_beginn()
            case Lage.ENDE:
                return letzter

    def _mitte_als_beginn(self) -> date:
        if self.art is Einheitsart.JAHR and self.jahr is not None:
            return date(self.jahr, 7, 1)
        return self._stelle()

    def _stelle(self) -> date:
        """Return the day that Anfang, Mitte or Ende stands for."""
        erster, letzter = self.spanne()
        if self.lage is Lage.ENDE or self.lage is None:
            return letzter
        if self.art is Einheitsart.JAHR:
            monat = 3 if self.lage is Lage.ANFANG else 6
            return letzter_tag_des_monats(erster.year, monat)
        if self.art is Einheitsart.MONAT:
            return date(erster.year, erster.month, _HALBZEIT[self.lage])
        if self.lage is Lage.ANFANG and self.art in {Einheitsart.SCHULJAHR, Einheitsart.SCHULHALBJAHR}:
            return erster
        anteil = 3 if self.lage is Lage.ANFANG else 2
        return erster + (letzter - erster) // anteil
