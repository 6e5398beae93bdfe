"""Grammar rules for periods that one expression opens: »2020 – heute«, »Zeitraum bis 2030«, »von 2021 auf 2022«."""

from __future__ import annotations

from typing import Final

from konzept.domain.termin.grammatik.bereiche import (
    ZWEIFEL_BIS_JAHRESZEIT,
    ZWEIFEL_VAGER_BEGINN,
    ist_zeitraumwort,
    verbindung,
    vor_bereich,
)
from konzept.domain.termin.grammatik.einheit import Einheitsart, Lage
from konzept.domain.termin.grammatik.funde import Fund, Fundart
from konzept.domain.termin.grammatik.leser import Leser, regel
from konzept.domain.termin.grammatik.reihen import punkt, trenner
from konzept.domain.termin.grammatik.woerter import LAUFEND
from konzept.domain.termin.grammatik.zeichen import Sorte

OFFENES_ENDE: Final = LAUFEND | {"heute", "dato", "offen", "jetzt", "unbestimmt"}
SPANNENWOERTER: Final = ("zeitraum", "laufzeit", "rahmen")
"""Nouns that make a period of one year; a Wahlperiode is longer."""
_EIGENE_GRENZEN: Final = frozenset({"spaetestens", "laengstens", "zum", "zur"})
_EIGENE_PERIODEN: Final = ("legislatur", "wahl", "amts", "foerder", "zeitraum", "laufzeit")
ZWEIFEL_VERSCHOBEN: Final = "Der Termin wurde verschoben; gelesen ist der neue."
ZWEIFEL_OFFENER_STRICH: Final = "Hinter dem Strich fehlt das Ende."


@regel
def offener_bereich(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """[ "ab" | "seit" | … ] punkt ( strich | "bis" ) ( "heute" | "laufend" | "offen" | "…" ), or nothing behind."""
    j, oeffner = vor_bereich(leser, i)
    links = punkt(leser, j)
    k = verbindung(leser, links[1], oeffner) if links is not None else None
    if links is None or k is None or links[0].einheit.jahr is None:
        return None
    zweifel: tuple[str, ...] = ()
    if (leser.wort(k, {"ende"}) and leser.wort(k + 1, {"offen"})) or (
        leser.wort(k, {"auf"}) and leser.wort(k + 1, {"weiteres"})
    ):
        stop = k + 2
    elif leser.wort(k, OFFENES_ENDE) or leser.ist(k, Sorte.PUNKTE) or leser.ist(k, Sorte.FRAGE):
        stop = k + 1
    elif leser.ist(k - 1, Sorte.STRICH) and leser.an(k).sorte in {
        Sorte.ENDE,
        Sorte.ZU,
        Sorte.SEMIKOLON,
        Sorte.KOMMA,
        Sorte.PUNKT,
        Sorte.AUF,
    }:
        stop = k
        if not oeffner:
            zweifel = (ZWEIFEL_OFFENER_STRICH,)
    else:
        return None
    if links[0].vage_als_beginn:
        zweifel = (*zweifel, ZWEIFEL_VAGER_BEGINN)
    return Fund(Fundart.AB, i, stop, (links[0],), links[0].einheit.als_beginn(), zweifel=zweifel), stop


@regel
def verschiebung(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """'von' punkt 'auf' punkt: only the second holds."""
    if not leser.wort(i, {"von", "vom"}):
        return None
    alt = punkt(leser, i + 1)
    if alt is None or not leser.wort(alt[1], {"auf", "nach", "ins", "in"}):
        return None
    neu = punkt(leser, alt[1] + 1)
    if neu is None or neu[0].einheit.jahr is None:
        return None
    return Fund(
        Fundart.EINHEIT, i, neu[1], (neu[0],), woerter=("verschoben",), zweifel=(ZWEIFEL_VERSCHOBEN,)
    ), neu[1]


def _geht_weiter(leser: Leser, i: int) -> bool:
    """Tell whether a date is only the first word of more: »2021 ff.«, »2016 und 2017«, »2021 fortlaufend«."""
    if leser.wort(i, OFFENES_ENDE | {"ff", "f", "folgende", "fortfolgende", "fortfolgend"}):
        return True
    verbindung_ = trenner(leser, i)
    if verbindung_ is None:
        return False
    return punkt(leser, verbindung_[1]) is not None or leser.wort(
        verbindung_[1], {"folgende", "folgejahre", "ff"}
    )


@regel
def zeitraum_einer_einheit(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """Zeitraumwort [ "bis" ] punkt: »für den Zeitraum bis 2030«, »Zeitraum 2021«."""
    if not ist_zeitraumwort(leser, i):
        return None
    j = i + 2 if leser.ist(i + 1, Sorte.DOPPELPUNKT) else i + 1
    mit_bis = leser.wort(j, {"bis"})
    gelesen = punkt(leser, j + 1 if mit_bis else j)
    if gelesen is None or gelesen[0].einheit.jahr is None:
        return None
    einheit = gelesen[0].einheit
    zweifel = einheit.zweifel
    if einheit.bis_jahr is not None and any(wort in leser.an(i).norm for wort in _EIGENE_PERIODEN):
        # »Legislatur 2018/22«: the noun says that both years belong to one period
        zweifel = ()
    if mit_bis and einheit.art is Einheitsart.JAHRESZEIT:
        zweifel = (*zweifel, ZWEIFEL_BIS_JAHRESZEIT)
    if einheit.lage in {Lage.ANFANG, Lage.MITTE} and not mit_bis:
        zweifel = (*zweifel, ZWEIFEL_VAGER_BEGINN)
    if not (mit_bis or einheit.bis_jahr) and not any(wort in leser.an(i).norm for wort in SPANNENWOERTER):
        return None  # »Ende der Wahlperiode 2024« is a date
    if not mit_bis and (einheit.art is Einheitsart.TAG or einheit.lage is not None):
        return None
    allein = leser.an(gelesen[1]).sorte in {Sorte.ENDE, Sorte.SEMIKOLON}
    als_ueberschrift = leser.ist(i + 1, Sorte.DOPPELPUNKT) and not allein
    if (
        als_ueberschrift
        or leser.wort(j, _EIGENE_GRENZEN)
        or (not mit_bis and _geht_weiter(leser, gelesen[1]))
    ):
        return None  # »Zeitraum: 2021 ff.«, »Zeitraum: spätestens 2022«: the noun is only a heading
    beginn, ende = (None, einheit.als_frist()[1]) if mit_bis else einheit.spanne()
    return Fund(Fundart.ZEITRAUM, i, gelesen[1], beginn=beginn, ende=ende, zweifel=zweifel), gelesen[1]
