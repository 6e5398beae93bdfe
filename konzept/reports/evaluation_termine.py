"""How the last Frist of each Maßnahme moved since it was first adopted: through the Fassungen and by Beschluss.

A Termin may have several dated parts; what counts is the last, by which all is to be done. Where a span of time
ends later, the Maßnahme was prolonged, which is no delay. What a body only announces moves nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from konzept.domain.termin import TerminArt, lies_termin
from konzept.reports.diff_teile import abstand, letzter_datierter
from konzept.reports.due_meldung import Meldestand, meldestaende

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

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
    day of the report, None for what the Fassung itself says.
    """

    fassung: str
    herkunft: Herkunft
    text: str | None
    frist: date | None
    zeitraum: bool = False
    mehrdeutig: bool = False
    am: date | None = None


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
        """What was adopted first."""
        return self.staende[0]

    @property
    def geltender(self) -> Terminstand:
        """What holds now."""
        return self.staende[-1]

    @property
    def aufschuebe(self) -> int:
        """How often the last Frist was put off, over all Fassungen and Beschlüsse; to prolong is not to put off."""
        datierte = [stand for stand in self.staende if stand.frist is not None]
        return sum(_lage(vorher, nachher) is Terminlage.VERSCHOBEN for vorher, nachher in pairwise(datierte))

    @property
    def lage(self) -> Terminlage:
        """Where the Termin in force stands against the first."""
        return _lage(self.erster, self.geltender)

    @property
    def verschiebung(self) -> Abstand | None:
        """How far the last Frist moved; None where it did not, or cannot be told."""
        return _abstand(self.erster, self.geltender)

    @property
    def angekuendigt(self) -> Abstand | None:
        """How far the announced Termin lies from the one in force."""
        return _abstand(self.geltender, self.gemeldet) if self.gemeldet else None


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
    """Fill in the last dated end that is read in a Termin, if there is one."""
    teil = letzter_datierter(teile)
    if teil is None:
        return leer
    return replace(leer, frist=teil.ende, zeitraum=teil.art is TerminArt.ZEITRAUM, mehrdeutig=teil.mehrdeutig)


def _kuendigt_an(meldung: Meldung) -> bool:
    return meldung.neuer_termin is not None and not meldung.setzt_termin


def _lage(erster: Terminstand, jetzt: Terminstand) -> Terminlage:
    if erster.frist is None:
        return Terminlage.OHNE_FRIST if jetzt.frist is None else Terminlage.FRIST_GESETZT
    if jetzt.frist is None:
        return Terminlage.FRIST_AUFGEGEBEN
    if jetzt.frist > erster.frist:
        return Terminlage.VERLAENGERT if erster.zeitraum and jetzt.zeitraum else Terminlage.VERSCHOBEN
    return Terminlage.VORGEZOGEN if jetzt.frist < erster.frist else Terminlage.UNVERAENDERT


def _abstand(von: Terminstand, bis: Terminstand) -> Abstand | None:
    if von.frist is None or bis.frist is None or von.frist == bis.frist:
        return None
    return Abstand(*abstand(von.frist, bis.frist))
