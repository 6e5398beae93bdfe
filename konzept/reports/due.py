"""What is due: every Termin of a Fassung placed in the period, as of a Stichtag, and counted.

The rules are those of design §6. One entry per Maßnahme × Teil × Frist; a goal's Termin holds for its
Maßnahmen without one of their own, and stands for itself where there are none. ``termine`` counts each Termin
once, where it is most pressing; what has nothing in the period is counted apart, so that nothing is dropped.

What was reported is taken from the log as it was known on the Stichtag; lateness is judged by the plan alone,
a ``neuer_termin`` of a report is only shown,
unless the report names the Beschluss that set it. ``ohne_sachstand`` marks a running Maßnahme on which nobody has
reported for longer than the plan's ``berichtsrhythmus``, counted from the day the last report speaks of, else
from the day the Fassung was adopted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.domain.element import Ebene
from konzept.domain.handlungsfeld import Massnahme
from konzept.domain.terminangabe import Termin
from konzept.reports.due_einordnung import einordnen
from konzept.reports.due_eintrag import Beteiligung, Eintrag, Verweis, bezug, eintrag, verweis
from konzept.reports.due_gruppe import RANG, Gruppe
from konzept.reports.due_meldung import Meldestand, meldestaende, mit_frueheren, stand_des_ziels
from konzept.reports.due_teil import teiltermine

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan
    from konzept.reports.due_eintrag import Bezug
    from konzept.reports.due_frage import Frage

NACH_TAG = frozenset({Gruppe.UEBERFAELLIG, Gruppe.FAELLIG, Gruppe.WIEDERKEHREND, Gruppe.ERLEDIGT})
"""The groups that are read by date; the others stay in the order of the plan."""


KOMMEND = frozenset({Gruppe.FAELLIG, Gruppe.WIEDERKEHREND, Gruppe.LAUFEND})
"""The groups whose Fristen are still to come; a span of time under way ends on its Frist."""


@dataclass(frozen=True, slots=True)
class Termine:
    """Every Termin of the selection, each counted once: in a group, or with nothing in the period."""

    gesamt: int
    je_gruppe: dict[Gruppe, int]
    ausserhalb: tuple[Verweis, ...]


@dataclass(frozen=True, slots=True)
class Vorlauf:
    """What comes next: the open Fristen from the Stichtag up to ``bis``, both included, by date.

    ``fassung_endet`` is the last day of the Fassung where one looks beyond it: what recurs without a year of its own
    is not known from then on, and the next Fassung may say otherwise of all else.
    """

    tage: int
    bis: date
    eintraege: tuple[Eintrag, ...]
    fassung_endet: date | None = None


@dataclass(frozen=True, slots=True)
class Duebericht:
    """The answer; ``eintraege`` by urgency, then by date where there is one, then in reading order.

    ``vorlauf`` is None unless the question asks for it; its entries may stand among ``eintraege`` too.
    """

    frage: Frage
    fassung: Fassung
    eintraege: tuple[Eintrag, ...]
    termine: Termine
    ohne_termin: tuple[Verweis, ...]
    vorlauf: Vorlauf | None = None

    @property
    def ueberfaellig(self) -> tuple[Eintrag, ...]:
        """The overdue entries."""
        return tuple(one for one in self.eintraege if one.gruppe is Gruppe.UEBERFAELLIG)

    def nur(self, gruppen: Collection[Gruppe]) -> Duebericht:
        """Return the same answer with the entries of these groups only; the count of Termine stays whole."""
        return replace(self, eintraege=tuple(one for one in self.eintraege if one.gruppe in gruppen))

    def anteile(self, eintrag: Eintrag) -> tuple[Beteiligung, ...]:
        """Return the parts that the bodies asked for have in an entry; none if nobody asked for bodies."""
        gefragt = self.frage.akteure or frozenset()
        return tuple(one for one in eintrag.akteure if one.id in gefragt)

    def federfuehrend(self, eintrag: Eintrag) -> bool:
        """Tell whether one of the bodies asked for leads; the others are involved."""
        return any(one.rolle is Rolle.FEDERFUEHREND for one in self.anteile(eintrag))


def due(plan: Plan, fassung: Fassung, frage: Frage) -> Duebericht:
    """Place every Termin of ``fassung`` in the period of ``frage``, as known on its Stichtag."""
    eigene = meldestaende(fassung.sachstand, frage.stichtag)
    bekannt = mit_frueheren(eigene, plan, fassung, frage.stichtag)
    eintraege: list[Eintrag] = []
    je_gruppe: Counter[Gruppe] = Counter()
    ausserhalb: list[Verweis] = []
    for traeger, orte in _termine(plan, fassung, frage, bekannt):
        neue = [one for ort in orte for one in _eintraege(plan, fassung, frage, ort, bekannt)]
        eintraege += neue
        if neue:
            je_gruppe[min((one.gruppe for one in neue), key=RANG.__getitem__)] += 1
        else:
            ausserhalb.append(verweis(traeger))
    return Duebericht(
        frage=frage,
        fassung=fassung,
        eintraege=_geordnet(fassung, eintraege),
        termine=Termine(
            gesamt=je_gruppe.total() + len(ausserhalb),
            je_gruppe={gruppe: je_gruppe[gruppe] for gruppe in Gruppe},
            ausserhalb=tuple(ausserhalb),
        ),
        ohne_termin=tuple(
            verweis(stelle)
            for stelle in fassung.massnahmen()
            if stelle.termin is None
            and not (stelle.ziel and stelle.ziel.termin)
            and _erst_beschlossen(stelle, bekannt) is None
            and _gefragt(stelle, frage)
        ),
        vorlauf=None if frage.vorlauf is None else _vorlauf(plan, fassung, frage, frage.vorlauf),
    )


def _vorlauf(plan: Plan, fassung: Fassung, frage: Frage, tage: int) -> Vorlauf:
    bis = frage.stichtag + min(timedelta(days=tage), date.max - frage.stichtag)
    naechstes = due(plan, fassung, replace(frage, von=frage.stichtag, bis=bis, vorlauf=None))
    kommend = [one for one in naechstes.nur(KOMMEND).eintraege if one.faellig and one.faellig <= bis]
    letzter = fassung.letzter_tag
    endet = letzter if letzter is not None and letzter < bis else None
    return Vorlauf(tage, bis, tuple(sorted(kommend, key=lambda one: one.faellig or date.max)), endet)


def _termine(
    plan: Plan, fassung: Fassung, frage: Frage, bekannt: dict[str, Meldestand]
) -> Iterator[tuple[Stelle, tuple[Bezug, ...]]]:
    """Give the place of every Termin that the question is about, and what it holds for there.

    A Beschluss that the log names may have put another in its place for one Maßnahme.
    """
    massnahmen = list(fassung.massnahmen())
    for stelle in fassung.stellen():
        gesetzt = _erst_beschlossen(stelle, bekannt)
        if gesetzt is not None and _gefragt(stelle, frage):
            yield stelle, (bezug(plan, stelle, stelle, gesetzt),)
        if stelle.termin is None:
            continue
        gilt_fuer = [stelle]
        if stelle.ebene is Ebene.HANDLUNGSZIEL:
            erben = [m for m in massnahmen if m.ziel is stelle.gegenstand and m.termin is None]
            gilt_fuer = erben or gilt_fuer
        orte = tuple(
            bezug(plan, stelle, eine, _meldestand(eine, bekannt).geltender_termin(stelle.termin))
            for eine in gilt_fuer
            if _gefragt(eine, frage)
        )
        if orte:
            yield stelle, orte


def _erst_beschlossen(stelle: Stelle, bekannt: dict[str, Meldestand]) -> Termin | None:
    """Return the Termin that a Beschluss set for a Maßnahme to which the plan gives none, not even by its goal."""
    if stelle.ebene is not Ebene.MASSNAHME or stelle.termin or (stelle.ziel and stelle.ziel.termin):
        return None
    gesetzt = _meldestand(stelle, bekannt).beschlossen
    return Termin(text=gesetzt.neuer_termin) if gesetzt and gesetzt.neuer_termin else None


def _gefragt(stelle: Stelle, frage: Frage) -> bool:
    if frage.feld is not None and (stelle.feld is None or stelle.feld.id != frage.feld):
        return False
    if frage.akteure is None:
        return True
    massnahme = stelle.gegenstand
    return isinstance(massnahme, Massnahme) and any(
        zustaendigkeit.akteur in frage.akteure for zustaendigkeit in massnahme.zustaendigkeiten
    )


def _eintraege(
    plan: Plan, fassung: Fassung, frage: Frage, ort: Bezug, bekannt: dict[str, Meldestand]
) -> Iterator[Eintrag]:
    meldestand = _meldestand(ort.stelle, bekannt)
    monate = plan.einstellungen.berichtsrhythmus.monate
    schweigt = ort.stelle.ebene is Ebene.MASSNAHME and meldestand.schweigt(
        fassung.angenommen_am, monate, frage.stichtag
    )
    for teiltermin in teiltermine(ort.termin, fassung, plan.einstellungen, frage.bis):
        for einordnung in einordnen(teiltermin, meldestand, frage):
            ohne = schweigt and einordnung.gruppe is Gruppe.LAUFEND
            yield eintrag(ort, teiltermin, einordnung, meldestand, ohne_sachstand=ohne)


def _meldestand(stelle: Stelle, bekannt: dict[str, Meldestand]) -> Meldestand:
    """Return what is known of a Maßnahme, or of a goal as far as its Maßnahmen tell."""
    gegenstand = stelle.gegenstand
    if isinstance(gegenstand, Massnahme):
        return bekannt.get(gegenstand.id, Meldestand())
    massnahmen = getattr(gegenstand, "massnahmen", ())
    return stand_des_ziels([bekannt.get(massnahme.id, Meldestand()) for massnahme in massnahmen])


def _geordnet(fassung: Fassung, eintraege: list[Eintrag]) -> tuple[Eintrag, ...]:
    platz = {stelle.id: nummer for nummer, stelle in enumerate(fassung.stellen())}

    def schluessel(one: Eintrag) -> tuple[int, date, int, int]:
        tag = one.faellig if one.gruppe in NACH_TAG else None
        return RANG[one.gruppe], tag or date.max, platz[one.massnahme or one.bezug], one.teil

    return tuple(sorted(eintraege, key=schluessel))
