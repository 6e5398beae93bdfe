"""A small bar chart of one indicator: where each bar, its labels and the target stand, as text for SVG attributes.

The chart starts at zero, so that bars can be compared: what is more stands on it, what is less hangs from it.
Positions are computed from whole numbers and rounded to tenths: the same values give the same picture everywhere.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from konzept.render.evaluation_words import mit_einheit, wann, zahl
from konzept.render.words import aufzaehlung, kurzes_datum

if TYPE_CHECKING:
    from decimal import Decimal

    from konzept.domain.kalender import Zeitangabe
    from konzept.reports.evaluation_indikatoren import Indikatorstand

    Werte = dict[str, Any]

HOECHSTENS = 4
"""So many values are drawn, the latest; more would be too small to read on a telephone. The table names all."""

SCHRITT = 62
BREITE = 36
ZIELRAND = 62
OBEN = 24
HOEHE = 112
UNTEN = 26
DARUNTER = 16
"""The room that the figure below a hanging bar needs; a chart without one does not have it."""


def diagramm(stand: Indikatorstand) -> Werte | None:
    """Return everything the template draws; None where nothing was measured."""
    if not stand.punkte:
        return None
    gezeigt = stand.punkte[-HOECHSTENS:]
    balken = [
        (punkt.zahl, _kurz(punkt.messung.am), "vorher" if punkt.vorher else "wert") for punkt in gezeigt
    ]
    if stand.ausgang is not None:
        balken.insert(0, (stand.ausgang, "Ausgang", "ausgang"))
    flaeche = _Flaeche([wert for wert, _, _ in balken] + ([stand.ziel] if stand.ziel is not None else []))
    breite = len(balken) * SCHRITT + (ZIELRAND if stand.ziel is not None else 0)
    return {
        "breite": str(breite),
        "hoehe": str(OBEN + HOEHE + flaeche.darunter + UNTEN),
        "null": flaeche.y(0),
        "ende": str(len(balken) * SCHRITT),
        "balken": [flaeche.balken(i, *einer) for i, einer in enumerate(balken)],
        "ziel": _ziel(stand, flaeche, len(balken)),
        "beschreibung": _beschreibung(stand, len(gezeigt)),
        "mehr": len(stand.punkte) - len(gezeigt),
        "hohl": _hohl({art for _, _, art in balken}),
    }


class _Flaeche:
    """The vertical scale: zero and all values fit in."""

    def __init__(self, werte: list[Decimal]) -> None:
        alle = [Fraction(wert) for wert in werte]
        self._oben, self._unten = max([*alle, Fraction(0)]), min([*alle, Fraction(0)])
        self.darunter = DARUNTER if self._unten < 0 else 0

    def _y(self, wert: Fraction) -> Fraction:
        spanne = self._oben - self._unten or Fraction(1)
        return OBEN + (self._oben - wert) * HOEHE / spanne

    def y(self, wert: Decimal | int) -> str:
        """Return the height at which a value stands."""
        return _zehntel(self._y(Fraction(wert)))

    def balken(self, platz: int, wert: Decimal, name: str, art: str) -> Werte:
        """Give one bar with its two labels; one of a negative value hangs from zero, its figure below it."""
        oben, unten = sorted((self._y(Fraction(wert)), self._y(Fraction(0))))
        mitte = platz * SCHRITT + SCHRITT // 2
        return {
            "x": str(mitte - BREITE // 2),
            "y": _zehntel(oben),
            "breite": str(BREITE),
            "hoehe": _zehntel(unten - oben),
            "mitte": str(mitte),
            "wert_y": _zehntel(unten + 13 if wert < 0 else oben - 5),
            "wert": zahl(wert),
            "name_y": str(OBEN + HOEHE + self.darunter + 18),
            "name": name,
            "art": art,
        }


def _ziel(stand: Indikatorstand, flaeche: _Flaeche, anzahl: int) -> Werte | None:
    if stand.ziel is None:
        return None
    y = flaeche.y(stand.ziel)
    return {
        "y": y,
        "text": f"Ziel {zahl(stand.ziel)}",
        "x": str(anzahl * SCHRITT + 4),
        "bis": str(anzahl * SCHRITT),
    }


def _hohl(arten: set[str]) -> str:
    """Say what the bars are that are not filled; empty where all are."""
    worte = [
        wort
        for art, wort in (("ausgang", "Ausgangswert"), ("vorher", "Werte vor Beginn der Fassung"))
        if art in arten
    ]
    return aufzaehlung(worte)


def _beschreibung(stand: Indikatorstand, gezeigt: int) -> str:
    """Say what the picture shows, for whoever does not see it."""
    teile = [f"Ausgangswert {zahl(stand.ausgang)}"] if stand.ausgang is not None else []
    teile += [f"{wann(punkt.messung.am)}: {zahl(punkt.zahl)}" for punkt in stand.punkte[-gezeigt:]]
    ziel = f"; Zielwert {zahl(stand.ziel)}" if stand.ziel is not None else ""
    einheit = mit_einheit("", stand.indikator).strip()
    return f"Balkendiagramm{f' in {einheit}' if einheit else ''}: {', '.join(teile)}{ziel}"


def _kurz(zeit: Zeitangabe) -> str:
    """Write a time in the room that a bar has: 2024, 06/2024, 30.06.24."""
    if zeit.monat is None:
        return str(zeit)
    if zeit.tag is None:
        return f"{zeit.monat:02}/{zeit.jahr:04}"
    tag = kurzes_datum(zeit.erster_tag)
    return tag[:6] + tag[-2:]


def _zehntel(wert: Fraction) -> str:
    gerundet = round(wert * 10)
    return f"{gerundet // 10}.{gerundet % 10}" if gerundet % 10 else str(gerundet // 10)
