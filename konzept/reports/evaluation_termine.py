"""How the last Frist of each Maßnahme moved since it was first adopted: through the Fassungen and by Beschluss.

A Termin may have several dated parts; what counts is the last, by which all is to be done, from the first time that
it had a Frist: a part that was added puts nothing off. Where a span of time
ends later, the Maßnahme was prolonged, which is no delay. What a body only announces moves nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from konzept.domain.termin import TerminArt, lies_termin
from konzept.reports.diff_teile import (
    abstand,
    aufgeschoben,
    aufschuebe,
    letzter_datierter,
    strecke,
    verlaengert,
)
from konzept.reports.due_meldung import Meldestand, meldestaende

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan
    from konzept.domain.sachstand import Meldung
    from konzept.domain.termin import Teil


class Terminlage(StrEnum):
    """Where the Termin in force stands against the first one; the order is that of the summary."""

    VERSCHOBEN = "verschoben"
    VERLAENGERT = "verlaengert"
    VORGEZOGEN = "vorgezogen"
    FRIST_AUFGEGEBEN = "frist-aufgegeben"
    FRIST_GESETZT = "frist-gesetzt"
    FRIST_ERGAENZT = "frist-ergaenzt"
    UNVERAENDERT = "unveraendert"
    OHNE_FRIST = "ohne-frist"


class Herkunft(StrEnum):
    """Who says so: a Fassung, a Beschluss that the log names, or a body that announces it."""

    PLAN = "plan"
    BESCHLUSS = "beschluss"
    MELDUNG = "meldung"


@dataclass(frozen=True, slots=True)
class Terminstand:
    """A Termin as it stood in one Fassung or was reported; ``frist`` is the last dated end that is read in it.

    ``zeitraum``: it ends a span of time. ``mehrdeutig``: it follows from one of several readings. ``am`` is the
    day of the report, None for what the Fassung itself says. ``teile`` are all parts that are read in it.
    """

    fassung: str
    herkunft: Herkunft
    text: str | None
    frist: date | None
    zeitraum: bool = False
    mehrdeutig: bool = False
    am: date | None = None
    teile: tuple[Teil, ...] = ()


@dataclass(frozen=True, slots=True)
class Abstand:
    """The distance of two days: whole ``monate``, or else ``tage``; positive is later."""

    monate: int | None
    tage: int | None


@dataclass(frozen=True, slots=True)
class Terminweg:
    """All Termine of one Maßnahme that ever held, the first first; there is at least one.

    ``ankuendigungen`` counts the reports that named another Termin without a Beschluss; ``gemeldet`` is the one of
    the latest report.
    """

    staende: tuple[Terminstand, ...]
    gemeldet: Terminstand | None
    ankuendigungen: int

    @property
    def erster(self) -> Terminstand:
        """What the Termin in force is measured by: the first that named the part which decides now.

        Where that part is new, or no Frist was ever named, it is what was adopted first.
        """
        weg = self._strecke
        if weg is None or self.lage in {Terminlage.FRIST_GESETZT, Terminlage.FRIST_ERGAENZT}:
            return self.staende[0]
        return _mit_frist(self.staende[weg[0]], weg[1])

    @property
    def geltender(self) -> Terminstand:
        """What holds now."""
        return self.staende[-1]

    @property
    def aufschuebe(self) -> int:
        """How often the part that decides was put off, by Fassungen and Beschlüsse; to prolong is not to put off."""
        return aufschuebe([stand.teile for stand in self.staende])

    @property
    def lage(self) -> Terminlage:
        """Where the Termin in force stands against the first."""
        weg = self._strecke
        if weg is None:
            return Terminlage.OHNE_FRIST
        if self.geltender.frist is None:
            return Terminlage.FRIST_AUFGEGEBEN
        platz, von, bis = weg
        lage = _lage(von, bis)
        if (
            lage is Terminlage.UNVERAENDERT and platz
        ):  # the part that decides came only later, and has not moved
            frueher = any(stand.frist for stand in self.staende[:platz])
            return Terminlage.FRIST_ERGAENZT if frueher else Terminlage.FRIST_GESETZT
        return lage

    @property
    def verschiebung(self) -> Abstand | None:
        """How far the part that decides moved; None where it did not, or cannot be told."""
        weg = self._strecke
        if weg is None or self.geltender.frist is None:
            return None
        return _abstand(weg[1].ende, weg[2].ende)

    @property
    def angekuendigt(self) -> Abstand | None:
        """How far the announced Termin lies from the one in force."""
        return _abstand(self.geltender.frist, self.gemeldet.frist) if self.gemeldet else None

    @property
    def _strecke(self) -> tuple[int, Teil, Teil] | None:
        return strecke([stand.teile for stand in self.staende])


def terminwege(plan: Plan, fassung: Fassung, stichtag: date) -> dict[str, Terminweg]:
    """Follow the Termin of every Maßnahme of ``fassung`` from the first Fassung it stands in.

    Counted is what the logs knew on ``stichtag``. A partial Fassung that names no Termin says nothing of it.
    """
    kette = fassungskette(plan, fassung)
    stellen = [{stelle.id: stelle for stelle in one.massnahmen()} for one in kette]
    bekannt = [meldestaende(one.sachstand, stichtag) for one in kette]
    wege = {}
    for stelle in fassung.massnahmen():
        staende: list[Terminstand] = []
        antworten: list[Meldung] = []
        for one, orte, kenntnis in zip(kette, stellen, bekannt, strict=True):
            if stelle.id in orte:
                meldestand = kenntnis.get(stelle.id, Meldestand())
                staende += _im_plan(plan, one, orte[stelle.id])
                staende += [_gemeldet(plan, one, m) for m in meldestand.antworten if m.setzt_termin]
                antworten += meldestand.antworten
        letzte = bekannt[-1].get(stelle.id, Meldestand()).antworten[-1:]
        wege[stelle.id] = Terminweg(
            staende=tuple(staende) or (Terminstand(fassung.id, Herkunft.PLAN, None, None),),
            gemeldet=next((_gemeldet(plan, fassung, m) for m in letzte if _kuendigt_an(m)), None),
            ankuendigungen=sum(map(_kuendigt_an, antworten)),
        )
    return wege


def terminzahlen(wege: Iterable[Terminweg]) -> dict[Terminlage, int]:
    """Count the Maßnahmen by what became of their Termin; every word is a key."""
    zahlen = Counter(weg.lage for weg in wege)
    return {lage: zahlen[lage] for lage in Terminlage}


def fassungskette(plan: Plan, fassung: Fassung) -> tuple[Fassung, ...]:
    """Return a Fassung behind all those that it carries on, the oldest first; a circle ends where it closes."""
    kette = [fassung]
    while (vorher := plan.vorgaenger(kette[0])) is not None and vorher.id not in {one.id for one in kette}:
        kette.insert(0, vorher)
    return tuple(kette)


def _im_plan(plan: Plan, fassung: Fassung, stelle: Stelle) -> Iterator[Terminstand]:
    termin = stelle.termin or (stelle.ziel.termin if stelle.ziel else None)
    if termin is None:
        if fassung.rahmen.vollstaendig:
            yield Terminstand(fassung.id, Herkunft.PLAN, None, None)
        return
    teile = termin.lies(plan.einstellungen.fristworte)
    yield _stand(Terminstand(fassung.id, Herkunft.PLAN, termin.text, None), teile)


def _gemeldet(plan: Plan, fassung: Fassung, meldung: Meldung) -> Terminstand:
    text = meldung.neuer_termin or ""
    herkunft = Herkunft.BESCHLUSS if meldung.setzt_termin else Herkunft.MELDUNG
    leer = Terminstand(fassung.id, herkunft, text, None, am=meldung.am)
    return _stand(leer, lies_termin(text, plan.einstellungen.fristworte))


def _stand(leer: Terminstand, teile: Sequence[Teil]) -> Terminstand:
    """Fill in what is read in a Termin, and the last dated end if there is one."""
    stand = replace(leer, teile=tuple(teile))
    teil = letzter_datierter(teile)
    return _mit_frist(stand, teil) if teil else stand


def _mit_frist(stand: Terminstand, teil: Teil) -> Terminstand:
    return replace(
        stand, frist=teil.ende, zeitraum=teil.art is TerminArt.ZEITRAUM, mehrdeutig=teil.mehrdeutig
    )


def _kuendigt_an(meldung: Meldung) -> bool:
    return meldung.neuer_termin is not None and not meldung.setzt_termin


def _lage(von: Teil, bis: Teil) -> Terminlage:
    if aufgeschoben(von, bis):
        return Terminlage.VERSCHOBEN
    ende_von, ende_bis = von.ende or date.max, bis.ende or date.max
    if ende_bis > ende_von and verlaengert(von, bis):
        return Terminlage.VERLAENGERT
    return Terminlage.VORGEZOGEN if ende_bis < ende_von else Terminlage.UNVERAENDERT


def _abstand(von: date | None, bis: date | None) -> Abstand | None:
    return None if von is None or bis is None or von == bis else Abstand(*abstand(von, bis))
