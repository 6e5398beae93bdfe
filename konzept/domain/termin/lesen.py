"""Reading a Termin: from the wording as adopted to its parts; any text gives at least one part and never an error."""

from __future__ import annotations

import itertools
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from konzept.domain.termin.deutung import deute
from konzept.domain.termin.gliederung import gliedere
from konzept.domain.termin.grammatik.funde import Fundart
from konzept.domain.termin.grammatik.leser import Leser
from konzept.domain.termin.grammatik.regeln import finde
from konzept.domain.termin.grammatik.tage import MAX_TAG
from konzept.domain.termin.grammatik.zeichen import Sorte, saeubern, zerlege
from konzept.domain.termin.gruppe import DATIERT
from konzept.domain.termin.lesart import Lesart
from konzept.domain.termin.nachbarn import unklare_nachbarn
from konzept.domain.termin.teil import Teil, TerminArt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.domain.termin.gruppe import Gruppe

MAX_ZEICHEN: Final = 4000
"""A Termin is a cell of a table; a longer text is none."""

_RAND: Final = frozenset({Sorte.KOMMA, Sorte.SEMIKOLON, Sorte.PUNKT, Sorte.STRICH, Sorte.UND, Sorte.SCHRAEG})
_BINDEWOERTER: Final = frozenset({"und", "oder", "sowie", "bzw", "u"})
_ABLOESUNG: Final = frozenset({"urspruenglich", "urspr", "eigentlich", "zunaechst", "vormals"})
_NEU: Final = frozenset({"verschoben", "verlegt", "vertagt"})
_JETZT: Final = frozenset({"jetzt", "nun", "nunmehr", "neu"})


def lies_termin(text: str, fristen: Mapping[str, str] | None = None) -> tuple[Teil, ...]:
    """Return the parts of a Termin by the conventions of design §5; never raises for any text.

    `fristen` is what konzept.yaml says of kurzfristig, mittelfristig and langfristig: word → wording with a date.
    """
    sauber = saeubern(text)
    if not sauber:
        return (Teil("", TerminArt.UNBESTIMMT, hinweis="Der Wortlaut ist leer.", gelesen=False),)
    if len(sauber) > MAX_ZEICHEN:
        hinweis = f"Der Wortlaut ist länger als {MAX_ZEICHEN} Zeichen."
        return (Teil(sauber, TerminArt.UNBESTIMMT, hinweis=hinweis, gelesen=False),)
    return _lies_gemerkt(sauber, tuple(sorted((fristen or {}).items())))


@lru_cache(maxsize=1024)
def _lies_gemerkt(text: str, fristen: tuple[tuple[str, str], ...]) -> tuple[Teil, ...]:
    """Read a wording once: most Termine of a plan are the same »fortlaufend«."""
    return _lies(text, Leser(zerlege(text)), dict(fristen))


def _lies(text: str, leser: Leser, fristen: Mapping[str, str]) -> tuple[Teil, ...]:
    gruppen = _ohne_abgeloeste(leser, gliedere(leser, finde(leser)))
    teile: list[Teil] = []
    davor: Lesart | None = None
    nachbarn = unklare_nachbarn(leser, gruppen)
    for n, gruppe in enumerate(gruppen):
        lesarten = _nach_fristwort(leser, gruppe, fristen) or deute(leser, gruppe, davor)
        lesarten = [replace(lesart, zweifel=(*lesart.zweifel, *nachbarn[n])) for lesart in lesarten]
        davor = lesarten[-1]
        stuecke = _stuecke(text, leser, gruppe, lesarten, allein=len(gruppen) == 1)
        teile.extend(lesart.als_teil(stueck) for lesart, stueck in zip(lesarten, stuecke, strict=True))
    return tuple(teile)


def _stuecke(text: str, leser: Leser, gruppe: Gruppe, lesarten: list[Lesart], *, allein: bool) -> list[str]:
    """Return the piece of the wording for each part of a group."""
    if len(lesarten) == 1:
        return [text if allein else _ausschnitt(text, leser, gruppe.start, gruppe.stop)]
    schnitte = [gruppe.start]
    for vorige, lesart in itertools.pairwise(lesarten):
        ende = vorige.angabe.stop if vorige.angabe is not None else schnitte[-1]
        schnitte.append(ende if lesart.angabe is not None else gruppe.stop)
    schnitte.append(gruppe.stop)
    return [
        _ausschnitt(text, leser, a, gruppe.stop if _nur_nummer(leser, lesart) else b)
        for (a, b), lesart in zip(itertools.pairwise(schnitte), lesarten, strict=True)
    ]


def _nur_nummer(leser: Leser, lesart: Lesart) -> bool:
    """Tell whether a part is a bare number, whose unit stands behind: »2.« in »2. und 4. Quartal 2022«."""
    if lesart.angabe is None:
        return False
    stellen = range(lesart.angabe.start, lesart.angabe.stop)
    return (
        len(stellen) <= len(("2", "."))
        and leser.ist(stellen[0], Sorte.ZAHL)
        and leser.an(stellen[0]).wert <= MAX_TAG
    )


def _ausschnitt(text: str, leser: Leser, start: int, stop: int) -> str:
    """Cut out pieces `start` to before `stop`, without separators at the ends and with whole brackets."""
    while start < stop - 1 and (_ist_rand(leser, start, _RAND) or _halbe_klammer(leser, start, start, stop)):
        start += 1
    am_ende = _RAND - {Sorte.PUNKT}
    while stop - 1 > start and (
        _ist_rand(leser, stop - 1, am_ende) or _halbe_klammer(leser, stop - 1, start, stop)
    ):
        stop -= 1
    if start >= stop:
        return ""
    return text[leser.an(start).start : leser.an(stop - 1).stop]


def _ist_rand(leser: Leser, i: int, sorten: frozenset[Sorte]) -> bool:
    return leser.an(i).sorte in sorten or leser.an(i).norm in _BINDEWOERTER


def _halbe_klammer(leser: Leser, i: int, start: int, stop: int) -> bool:
    """Tell whether a bracket stands here whose other half lies outside of this piece."""
    return leser.an(i).sorte in {Sorte.AUF, Sorte.ZU} and not start <= leser.klammerpartner.get(i, -1) < stop


def _ohne_abgeloeste(leser: Leser, gruppen: list[Gruppe]) -> list[Gruppe]:
    """Join »2020, verschoben auf 2021«, with or without »ursprünglich«, into the one date that holds."""
    ergebnis: list[Gruppe] = []
    for gruppe in gruppen:
        alt = ergebnis[-1] if ergebnis else None
        if alt is not None and _loest_ab(leser, alt, gruppe):
            ergebnis[-1] = replace(gruppe, start=alt.start, woerter=[*alt.woerter, *gruppe.woerter])
        else:
            ergebnis.append(gruppe)
    return ergebnis


def _loest_ab(leser: Leser, alt: Gruppe, neu: Gruppe) -> bool:
    """Tell whether a group is what the one before was moved to: it says so, and both name a date."""
    verschoben = any(leser.wort(i, _NEU) for i in neu.woerter)
    auf = any(leser.wort(i, {"auf"}) for i in neu.woerter)
    abgeloest = any(leser.wort(i, _ABLOESUNG) for i in alt.woerter)
    jetzt = abgeloest and any(leser.wort(i, _JETZT) for i in neu.woerter)
    gesagt = jetzt or (verschoben and (abgeloest or auf))
    return gesagt and bool(alt.arten & DATIERT) and bool(neu.arten & DATIERT)


def _nach_fristwort(leser: Leser, gruppe: Gruppe, fristen: Mapping[str, str]) -> list[Lesart] | None:
    """Read kurzfristig, mittelfristig, langfristig as konzept.yaml defines them, where no date stands beside them."""
    woerter = [fund.woerter[0] for fund in gruppe.funde if fund.art is Fundart.FRISTWORT]
    if not woerter or gruppe.arten - {Fundart.FRISTWORT, Fundart.EILE, Fundart.BEDARF}:
        return None
    wort = woerter[-1]
    if wort not in fristen:
        return None
    gelesen = lies_termin(fristen[wort])[0]
    if not gelesen.gelesen or gelesen.art not in {TerminArt.FAELLIG, TerminArt.ZEITRAUM, TerminArt.LAUFEND}:
        return None
    zweifel = deute(leser, gruppe, None)[0].zweifel
    if len(woerter) > 1:
        zweifel = (*zweifel, "Mehrere Fristen sind genannt; gelesen ist die letzte.")
    if gelesen.mehrdeutig and gelesen.hinweis:
        zweifel = (*zweifel, gelesen.hinweis)
    hinweis = f"»{wort}« heißt in diesem Konzept »{fristen[wort]}«."
    return [Lesart(gelesen.art, gelesen.beginn, gelesen.ende, zweifel=zweifel, hinweis=hinweis)]
