"""What was not carried over and why: Anhang A of the 1. Fortschreibung (source 001), made from the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.domain.element import Ebene, Textart
from konzept.domain.handlungsfeld import Massnahme
from konzept.reports.diff import vergleiche
from konzept.reports.diff_codes import Code
from konzept.reports.diff_verbleib import Auskunft
from konzept.reports.diff_werte import Art
from konzept.reports.konzept_bezuege import Verweis, verweis
from konzept.reports.verbleib_teile import (
    Abschnitt,
    Alte,
    Feldgruppe,
    Verbleibbericht,
    Verblieb,
    Zielgruppe,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.handlungsfeld import Handlungsfeld
    from konzept.domain.plan import Plan
    from konzept.reports.diff_werte import Aenderung


def verbleib(plan: Plan, fassung: Fassung) -> Verbleibbericht:
    """Account for every id that the Vorgänger of ``fassung`` held and it does not.

    Other earlier Fassungen on which it carries a list are accounted for, too, the Vorgänger first. What became of
    an id is what ``konzept diff`` says: a partial Fassung is accounted for as far as it is documented.
    """
    einstellungen = plan.einstellungen
    namen = dict.fromkeys([fassung.rahmen.vorgaenger, *fassung.rahmen.verbleib])
    alte = [plan.fassung_nach_id[name] for name in namen if name in plan.fassung_nach_id]
    return Verbleibbericht(
        koerperschaft=einstellungen.koerperschaft,
        land=einstellungen.land,
        fassung=fassung,
        bezeichnungen={begriff: einstellungen.bezeichnung(begriff) for begriff in Begriff},
        abschnitte=tuple(_Bilanzierung(plan, alt, fassung).abschnitt() for alt in alte),
    )


class _Bilanzierung:
    """The account over one earlier Fassung."""

    def __init__(self, plan: Plan, alt: Fassung, neu: Fassung) -> None:
        self._alt = alt
        self._vergleich = vergleiche(plan, alt, neu)
        self._liste = neu.rahmen.verbleib.get(alt.id)
        self._neue = {stelle.id: verweis(stelle) for stelle in neu.stellen()}
        self._schicksale = {
            eine.id: eine for eine in self._vergleich.aenderungen if eine.ebene is not Ebene.FASSUNG
        }
        self._stellen = tuple(alt.stellen())

    def abschnitt(self) -> Abschnitt:
        """Put the account together."""
        felder = [self._feld(feld) for feld in self._alt.handlungsfelder]
        return Abschnitt(
            alt=self._vergleich.alt,
            gruende=self._vergleich.gruende,
            quelle=self._liste.quelle if self._liste else None,
            leitziele=self._gegangene(s for s in self._stellen if s.ebene is Ebene.LEITZIEL),
            felder=tuple(feld for feld in felder if feld.gruppen or feld.feld.verblieb),
            unberuehrt=tuple(feld.feld for feld in felder if not feld.gruppen and not feld.feld.verblieb),
            bilanz=self._vergleich.bilanz,
        )

    def _feld(self, feld: Handlungsfeld) -> Feldgruppe:
        stellen = [stelle for stelle in self._stellen if stelle.feld is feld or stelle.gegenstand is feld]
        eigene = next(stelle for stelle in stellen if stelle.gegenstand is feld)
        return Feldgruppe(self._alte(eigene), tuple(self._gruppen(stellen)))

    def _gruppen(self, stellen: list[Stelle]) -> Iterator[Zielgruppe]:
        massnahmen = [stelle for stelle in stellen if stelle.ebene is Ebene.MASSNAHME]
        direkte = self._gegangene(stelle for stelle in massnahmen if stelle.ziel is None)
        if direkte:
            yield Zielgruppe(None, direkte)
        for stelle in stellen:
            if stelle.ebene is Ebene.HANDLUNGSZIEL:
                ziel = self._alte(stelle)
                unter = self._gegangene(one for one in massnahmen if one.ziel is stelle.gegenstand)
                if unter or ziel.verblieb:
                    yield Zielgruppe(ziel, unter)

    def _gegangene(self, stellen: Iterable[Stelle]) -> tuple[Alte, ...]:
        return tuple(alte for alte in map(self._alte, stellen) if alte.verblieb)

    def _alte(self, stelle: Stelle) -> Alte:
        gegenstand, ort = stelle.gegenstand, verweis(stelle)
        text = gegenstand.text if isinstance(gegenstand, Massnahme) else None
        wortlaut, titel = _gefaltet(text or ""), _gefaltet(ort.titel)
        return Alte(
            ort=ort,
            verblieb=self._verblieb(self._schicksale[stelle.id]),
            neu=self._neue.get(stelle.id),
            text=text if wortlaut != titel else None,
            beginnt_mit_titel=wortlaut.startswith(titel),
            zusammengefasst=gegenstand.textart is Textart.ZUSAMMENFASSUNG,
            erschlossen=gegenstand.erschlossen,
            fundstelle=gegenstand.quelle,
        )

    def _verblieb(self, eine: Aenderung) -> Verblieb | None:
        if eine.id in self._neue:
            return None
        quelle = next((schritt.quelle for schritt in reversed(eine.weg) if schritt.quelle), None)
        return Verblieb(
            auskunft=_auskunft(eine),
            verbleib=eine.grund,
            ziele=tuple(
                self._neue.get(ziel.id) or Verweis(ziel.ebene, ziel.id, ziel.nummer, ziel.titel)
                for ziel in eine.ziele
            ),
            begruendung=eine.begruendung,
            quelle=None if self._liste and quelle == self._liste.quelle else quelle,
        )


def _auskunft(eine: Aenderung) -> Auskunft:
    if eine.grund is not None:
        return Auskunft.BELEGT
    if eine.code is Code.ENTFALLEN_OHNE_GRUND:
        return Auskunft.OFFEN
    return Auskunft.NICHT_BELEGT if eine.art is Art.NICHT_BELEGT else Auskunft.NICHT_ENTHALTEN


def _gefaltet(text: str) -> str:
    """Make a wording comparable with the title that may be its beginning: case, blanks and the end do not count."""
    return " ".join(text.casefold().split()).rstrip(".… ")
