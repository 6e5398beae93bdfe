"""The Synopse: two Fassungen side by side, id by id, with the reason for what changed where one is documented."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from konzept.domain.element import Ebene, Textart
from konzept.domain.handlungsfeld import Massnahme
from konzept.reports.diff import vergleiche
from konzept.reports.diff_begruendung import BEGRUENDBAR
from konzept.reports.diff_codes import Code
from konzept.reports.diff_werte import NUR_GEZAEHLT, Art, Ort, Rechenschaft
from konzept.reports.synopse_angaben import (
    UEBERTRAGUNGEN,
    angaben,
    neue_hinweise,
    titelzeile,
)
from konzept.reports.synopse_aufbau import Platz, gliederung
from konzept.reports.synopse_werte import (
    Abschnitt,
    Gegenueber,
    Sammelzeile,
    Stellenzeile,
    Synopse,
    Verweiszeile,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.domain.element import Planelement
    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan
    from konzept.reports.diff_werte import Aenderung, Vergleich
    from konzept.reports.synopse_werte import Zeile

RUECKNAHMEN = frozenset({Code.ABGESCHWAECHT, Code.FRIST_AUFGEGEBEN, Code.FEDERFUEHRUNG_ENTFALLEN})
"""Changes that take back a promise: a council will ask why."""

_FEHLENDES = frozenset({Art.ENTFALLEN, Art.ZUSAMMENGELEGT, Art.AUFGETEILT})


def synopse(plan: Plan, alt: Fassung, neu: Fassung) -> Synopse:
    """Lay two Fassungen of a plan side by side, in the order of the new one.

    What changed is what ``vergleiche`` says, so ids alone match, and what a partial Fassung does not hold is not
    documented rather than new or gone. Every id stands in one row, alone or with unchanged neighbours; an id that
    moved is also referred to where it stood.
    """
    bauer = _Bauer(vergleiche(plan, alt, neu), alt, neu)
    einstellungen = plan.einstellungen
    return Synopse(
        koerperschaft=einstellungen.koerperschaft,
        land=einstellungen.land,
        rahmen_alt=alt.rahmen,
        rahmen_neu=neu.rahmen,
        vergleich=bauer.vergleich,
        orte_alt={stelle.id: _ort(stelle) for stelle in reversed(list(alt.stellen()))},
        abschnitte=tuple(bauer.abschnitte()),
    )


class _Bauer:
    def __init__(self, vergleich: Vergleich, alt: Fassung, neu: Fassung) -> None:
        self.vergleich = vergleich
        self._alt, self._neu = alt, neu
        self._alte, self._neue = _stellen(alt), _stellen(neu)
        self._teilweise = not (alt.rahmen.vollstaendig and neu.rahmen.vollstaendig)
        self._nach_id = {eine.id: eine for eine in vergleich.aenderungen if eine.ebene is not Ebene.FASSUNG}
        self._kinder = gliederung(vergleich.aenderungen, self._alte, self._neue, teilweise=self._teilweise)

    def abschnitte(self) -> Iterator[Abschnitt]:
        """Give the frame, the Leitziele and the Handlungsfelder; unchanged fields that are neighbours together."""
        rahmen = next(eine for eine in self.vergleich.aenderungen if eine.ebene is Ebene.FASSUNG)
        zeile = self._zeile(rahmen, self._alt.rahmen, self._neu.rahmen)
        if zeile.angaben or zeile.uebertragungen:
            yield Abschnitt(Ebene.FASSUNG, zeilen=(zeile,))
        oberste = [self._nach_id[platz.id] for platz in self._kinder[None]]
        for ebene, stellen in groupby(oberste, key=lambda eine: eine.ebene):
            if ebene is Ebene.LEITZIEL:
                yield self._leitziele(tuple(stellen))
            else:
                yield from self._felder(stellen)

    def _leitziele(self, leitziele: tuple[Aenderung, ...]) -> Abschnitt:
        zeilen = tuple(self._zeilen([Platz(eine.id) for eine in leitziele]))
        if len(zeilen) == 1 and isinstance(zeilen[0], Sammelzeile):
            return self._gefalteter_abschnitt(zeilen[0].art, leitziele)
        return Abschnitt(Ebene.LEITZIEL, leitziele, zeilen)

    def _felder(self, felder: Iterable[Aenderung]) -> Iterator[Abschnitt]:
        def gleiche(eine: Aenderung) -> tuple[Art | None, bool]:
            return self._gefaltet.get(eine.id), eine.id in self._neue

        for (art, _), gruppe in groupby(felder, key=gleiche):
            if art:
                yield self._gefalteter_abschnitt(art, tuple(gruppe))
                continue
            for feld in gruppe:
                yield Abschnitt(Ebene.HANDLUNGSFELD, (feld,), tuple(self._feldzeilen(feld)))

    def _gefalteter_abschnitt(self, art: Art, stellen: tuple[Aenderung, ...]) -> Abschnitt:
        unten = [self._nach_id[name].ebene for eine in stellen for name in self._darunter(eine.id)]
        return Abschnitt(
            stellen[0].ebene,
            stellen,
            gefaltet=art,
            ziele=unten.count(Ebene.HANDLUNGSZIEL),
            massnahmen=unten.count(Ebene.MASSNAHME),
        )

    def _feldzeilen(self, feld: Aenderung) -> Iterator[Zeile]:
        zeile = self._stellenzeile(feld)
        still = feld.art in NUR_GEZAEHLT | {Art.UMNUMMERIERT}
        if not still or zeile.angaben or zeile.begruendung or zeile.hinweise:
            yield zeile
        yield from self._zeilen(self._kinder.get(feld.id, ()))

    def _zeilen(self, plaetze: Iterable[Platz]) -> Iterator[Zeile]:
        """Give a row for each place, and for those that stay as they are one row with their like."""

        def gleiche(platz: Platz) -> tuple[Art | None, Ebene, bool]:
            art = None if platz.verweis else self._gefaltet.get(platz.id)
            return art, self._nach_id[platz.id].ebene, platz.id in self._neue

        for (art, *_), gruppe in groupby(plaetze, key=gleiche):
            if art:
                stellen = tuple(self._nach_id[platz.id] for platz in gruppe)
                yield Sammelzeile(art, stellen, sum(len(list(self._darunter(eine.id))) for eine in stellen))
                continue
            for platz in gruppe:
                if platz.verweis:
                    yield Verweiszeile(self._nach_id[platz.id])
                else:
                    yield self._stellenzeile(self._nach_id[platz.id])
                    yield from self._zeilen(self._kinder.get(platz.id, ()))

    def _darunter(self, name: str) -> Iterator[str]:
        for platz in self._kinder.get(name, ()):
            yield platz.id
            yield from self._darunter(platz.id)

    @cached_property
    def _gefaltet(self) -> dict[str, Art]:
        """The ids that need no row of their own, with what is true of them and of everything below."""
        gefunden: dict[str, Art] = {}

        def falte(platz: Platz) -> Art | None:
            kinder = [falte(kind) for kind in self._kinder.get(platz.id, ()) if not platz.verweis]
            eine = self._nach_id[platz.id]
            if platz.verweis or eine.art not in NUR_GEZAEHLT or any(art is not eine.art for art in kinder):
                return None
            if eine.art is Art.UNVERAENDERT and self._stellenzeile(eine).angaben:
                return None
            gefunden[platz.id] = eine.art
            return eine.art

        for platz in self._kinder[None]:
            falte(platz)
        return gefunden

    def _stellenzeile(self, eine: Aenderung) -> Stellenzeile:
        alt, neu = self._alte.get(eine.id), self._neue.get(eine.id)
        return self._zeile(eine, alt.gegenstand if alt else None, neu.gegenstand if neu else None)

    def _zeile(self, eine: Aenderung, alt: Planelement | None, neu: Planelement | None) -> Stellenzeile:
        gezeigte = angaben(eine, alt, neu, teilweise=self._teilweise)
        hinweise = neue_hinweise(eine, alt, neu)
        begruendung = eine.begruendung if eine.art in BEGRUENDBAR else None
        return Stellenzeile(
            aenderung=eine,
            titel=Gegenueber(None, None)
            if eine.ebene is Ebene.FASSUNG
            else titelzeile(eine, alt, neu, gezeigte),
            angaben=gezeigte,
            begruendung=begruendung,
            hinweise=hinweise,
            uebertragungen=tuple(feld for feld in eine.felder if feld.feld in UEBERTRAGUNGEN),
            zusammenfassung_alt=alt is not None and alt.textart is Textart.ZUSAMMENFASSUNG,
            zusammenfassung_neu=neu is not None and neu.textart is Textart.ZUSAMMENFASSUNG,
            begruendung_fehlt=not (begruendung or hinweise) and self._unbegruendet(eine),
        )

    def _unbegruendet(self, eine: Aenderung) -> bool:
        if eine.begruendung:
            return False
        if eine.art in _FEHLENDES:
            return self.vergleich.rechenschaft is Rechenschaft.VERBLEIB
        return any(feld.code in RUECKNAHMEN for feld in eine.felder)


def _ort(stelle: Stelle) -> Ort:
    gegenstand = stelle.gegenstand
    titel = gegenstand.anzeigetitel if isinstance(gegenstand, Massnahme) else gegenstand.titel
    return Ort(stelle.ebene, stelle.id, gegenstand.nummer, titel)


def _stellen(fassung: Fassung) -> dict[str, Stelle]:
    """Return what stands under each id; of a doubled id, which validate refuses, the first."""
    stellen: dict[str, Stelle] = {}
    for stelle in fassung.stellen():
        stellen.setdefault(stelle.id, stelle)
    return stellen
