"""A suggested pairing of what two Fassungen do not share by id; asked for by name, never used by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.domain.element import Ebene
from konzept.domain.handlungsfeld import Massnahme
from konzept.reports.diff_verbleib import Auskunft, Verbleibsakte
from konzept.reports.diff_vorschlag_stellen import einfuegung, geruest, nennungen
from konzept.reports.diff_vorschlag_werte import Kandidat, Paar, Verbleibgeruest, Vorschlag
from konzept.reports.diff_vorschlag_wertung import EBENEN, wertungen
from konzept.reports.diff_vorschlag_zuordnung import zuordnung
from konzept.reports.diff_werte import Ort

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from konzept.diagnostics import SourceMap
    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan
    from konzept.reports.diff_vorschlag_werte import Wertung

    Bewertet = Mapping[tuple[int, int], Wertung]

SCHWELLE = 550
"""Thousandths below which nothing is suggested: no Maßnahme of one county is that like one of another's plan."""

HOECHSTENS = 1000
"""Items of one level on one side that are compared; more are named, and left alone."""


def schlage_vor(plan: Plan, alt: Fassung, neu: Fassung, source: SourceMap) -> Vorschlag:
    """Suggest which old id may be which new item, level by level from above.

    Only what has no counterpart takes part: an id that both Fassungen hold, an old one whose Verbleib is known, and
    a new one that is named as the target of a Verbleib stand out. ``plan`` holds both Fassungen, ``source`` tells
    where the new one is written.
    """
    return _Vermittler(plan, alt, neu, source).vorschlag()


@dataclass(frozen=True, slots=True)
class _Treffer:
    """A pair as it was found, and which others came close."""

    alt: Stelle
    neu: Stelle
    wertung: Wertung
    auch_neu: Kandidat | None
    auch_alt: Kandidat | None


class _Vermittler:
    def __init__(self, plan: Plan, alt: Fassung, neu: Fassung, source: SourceMap) -> None:
        self._plan, self._alt, self._neu, self._source = plan, alt, neu, source
        alte = {stelle.id: stelle for stelle in alt.stellen()}
        neue = {stelle.id: stelle for stelle in neu.stellen()}
        akte = Verbleibsakte(plan, alt, neu)
        schicksale = {name: akte.schicksal(name) for name in alte if name not in neue}
        belegt = {name for name, eines in schicksale.items() if eines.auskunft is Auskunft.BELEGT}
        erben = {ziel for name in belegt for ziel in schicksale[name].ziele}
        self._alte = [stelle for name, stelle in alte.items() if name in schicksale and name not in belegt]
        self._neue = [stelle for name, stelle in neue.items() if name not in alte and name not in erben]
        self._partner = {name: name for name in alte if name in neue}
        self._ids = [frozenset(stelle.id for stelle in eine.stellen()) for eine in plan.fassungen]

    def vorschlag(self) -> Vorschlag:
        """Put the whole suggestion together."""
        treffer: list[_Treffer] = []
        zu_gross: list[Ebene] = []
        for ebene in EBENEN:
            alte = [stelle for stelle in self._alte if stelle.ebene is ebene]
            neue = [stelle for stelle in self._neue if stelle.ebene is ebene]
            if max(len(alte), len(neue)) > HOECHSTENS:
                zu_gross.append(ebene)
                continue
            gefunden = self._paare(alte, neue)
            treffer += gefunden
            self._partner |= {einer.alt.id: einer.neu.id for einer in gefunden}
        gepaart_alt = {einer.alt.id for einer in treffer}
        gepaart_neu = {einer.neu.id for einer in treffer}
        offen = tuple(_ort(stelle) for stelle in self._alte if stelle.id not in gepaart_alt)
        bekannt = nennungen(self._source, frozenset(gepaart_neu))
        einstellungen = self._plan.einstellungen
        return Vorschlag(
            alt=self._alt.id,
            neu=self._neu.id,
            paare=tuple(
                Paar(
                    ebene=einer.alt.ebene,
                    alt=_ort(einer.alt),
                    neu=_ort(einer.neu),
                    eltern_alt=_eltern(einer.alt),
                    eltern_neu=_eltern(einer.neu),
                    wertung=einer.wertung,
                    stelle=self._source.value((*einer.neu.pfad, "id")),
                    einfuegung=einfuegung(einer.neu, einer.alt.id, self._source, bekannt),
                    auch_neu=einer.auch_neu,
                    auch_alt=einer.auch_alt,
                )
                for einer in treffer
            ),
            offen_alt=offen,
            offen_neu=tuple(_ort(stelle) for stelle in self._neue if stelle.id not in gepaart_neu),
            zu_gross=tuple(zu_gross),
            geruest=self._geruest(offen),
            bezeichnungen={begriff: einstellungen.bezeichnung(begriff) for begriff in Begriff},
        )

    def _paare(self, alte: Sequence[Stelle], neue: Sequence[Stelle]) -> list[_Treffer]:
        bewertet = {
            (i, j): wertung
            for (i, j), wertung in wertungen(alte, neue, self._partner, self._plan.akteur_nach_id).items()
            if wertung.gesamt >= SCHWELLE and not self._nebeneinander(alte[i].id, neue[j].id)
        }
        paare = zuordnung({paar: wertung.gesamt for paar, wertung in bewertet.items()}, SCHWELLE)
        return [
            _Treffer(
                alte[i],
                neue[j],
                bewertet[i, j],
                _naechster([(w.gesamt, neue[y]) for (x, y), w in bewertet.items() if x == i and y != j]),
                _naechster([(w.gesamt, alte[x]) for (x, y), w in bewertet.items() if y == j and x != i]),
            )
            for i, j in paare
        ]

    def _nebeneinander(self, alt: str, neu: str) -> bool:
        """Tell whether some Fassung of the plan holds both ids, so that they are two things."""
        return any(alt in ids and neu in ids for ids in self._ids)

    def _geruest(self, offen: tuple[Ort, ...]) -> Verbleibgeruest | None:
        rueckwaerts = self._alt.rahmen.vorgaenger == self._neu.id
        if not offen or self._alt.id == self._neu.id or rueckwaerts or not self._neu.rahmen.vollstaendig:
            return None
        return geruest(self._alt, self._neu, offen, self._source)


def _naechster(andere: Sequence[tuple[int, Stelle]]) -> Kandidat | None:
    """Return the next best of the others; of equals the first in reading order."""
    if not andere:
        return None
    gesamt, stelle = max(andere, key=lambda eine: eine[0])
    return Kandidat(_ort(stelle), _eltern(stelle), gesamt)


def _ort(stelle: Stelle) -> Ort:
    gegenstand = stelle.gegenstand
    titel = gegenstand.anzeigetitel if isinstance(gegenstand, Massnahme) else gegenstand.titel
    return Ort(stelle.ebene, stelle.id, gegenstand.nummer, titel)


def _eltern(stelle: Stelle) -> Ort | None:
    eltern, ebene = (stelle.ziel, Ebene.HANDLUNGSZIEL) if stelle.ziel else (stelle.feld, Ebene.HANDLUNGSFELD)
    return Ort(ebene, eltern.id, eltern.nummer, eltern.titel) if eltern else None
