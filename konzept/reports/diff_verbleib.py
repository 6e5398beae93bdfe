"""What the Fassungen say became of an id that is missing in the new one, over all Fassungen in between."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from konzept.domain.handlungsfeld import Massnahme
from konzept.reports.diff_werte import Verbleibschritt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan
    from konzept.domain.verbleib import Verbleibart


class Auskunft(StrEnum):
    """How far the account of a missing id goes."""

    BELEGT = "belegt"
    OFFEN = "offen"
    NICHT_BELEGT = "nicht-belegt"
    NICHT_ENTHALTEN = "nicht-enthalten"


@dataclass(frozen=True, slots=True)
class Schicksal:
    """The fate of one missing id: the final Verbleib, the surviving ids it went into, and the steps there.

    ``verbleib`` is set if, and only if, ``auskunft`` is BELEGT; ``begruendung`` is the reason of the step that says so.
    """

    auskunft: Auskunft
    verbleib: Verbleibart | None = None
    ziele: tuple[str, ...] = ()
    schritte: tuple[Verbleibschritt, ...] = ()
    begruendung: str | None = None


class Verbleibsakte:
    """The account of everything that an old Fassung held and a new one does not.

    The new Fassung owes it if the old one is its Vorgänger, directly or through others, or if it carries a
    list on it. Then every step of the chain is asked: a goal merged in 2020 into one that was finished in
    2024 is, seen from 2024, finished. Otherwise (the other way round, or between Fassungen of separate lines)
    nobody owes an account: what is missing is known by comparison only, and nothing is open.
    """

    def __init__(self, plan: Plan, alt: Fassung, neu: Fassung) -> None:
        self._neu = neu
        self._alt = alt
        self.kette = vorgaengerkette(plan, alt, neu)
        self._ids = [frozenset(stelle.id for stelle in fassung.stellen()) for fassung in self.kette]

    @property
    def geschuldet(self) -> bool:
        """Whether the new Fassung owes an account of the old one's ids."""
        return len(self.kette) > 1

    @property
    def gruende(self) -> tuple[str, ...]:
        """The reasons given for a list as a whole, those of every step of the chain."""
        listen = [
            fassung.rahmen.verbleib[vorher.id].gruende
            for stufe, fassung in enumerate(self.kette)
            for vorher in self.kette[:stufe]
            if vorher.id in fassung.rahmen.verbleib
        ]
        return tuple(dict.fromkeys(grund for liste in listen for grund in liste))

    def schicksal(self, name: str) -> Schicksal:
        """Return what became of an id of the old Fassung that the new one does not hold."""
        if self.geschuldet:
            return self._verfolge(name, 1, frozenset())
        vollstaendig = self._neu.rahmen.vollstaendig
        return Schicksal(Auskunft.NICHT_ENTHALTEN if vollstaendig else Auskunft.NICHT_BELEGT)

    def _verfolge(self, name: str, ab: int, gesehen: frozenset[str]) -> Schicksal:
        """Follow an id from step ``ab`` of the chain; ``gesehen`` ends a circle of ids naming each other."""
        direkt = self._eintraege.get((len(self.kette) - 1, name)) if ab == 1 else None
        if direkt:
            return self._weiter(direkt, len(self.kette), gesehen)
        for stufe in range(ab, len(self.kette)):
            if name in self._ids[stufe]:
                continue
            schritt = self._eintraege.get((stufe, name))
            if schritt:
                return self._weiter(schritt, stufe + 1, gesehen)
            if self.kette[stufe].rahmen.vollstaendig:
                return Schicksal(Auskunft.OFFEN)
        return Schicksal(Auskunft.NICHT_BELEGT)

    def _weiter(self, schritt: Verbleibschritt, ab: int, gesehen: frozenset[str]) -> Schicksal:
        if ab == len(self.kette):
            return Schicksal(
                Auskunft.BELEGT, schritt.verbleib, schritt.ziele, (schritt,), schritt.begruendung
            )
        schritte: tuple[Verbleibschritt, ...] = (schritt,)
        lebende = [ziel for ziel in schritt.ziele if ziel in self._ids[-1]]
        tote: list[Schicksal] = []
        for ziel in schritt.ziele:
            if ziel not in self._ids[-1] and ziel not in gesehen:
                folge = self._verfolge(ziel, ab, gesehen | {schritt.id})
                schritte += folge.schritte
                lebende += folge.ziele
                if not folge.ziele:
                    tote.append(folge)
        ziele = tuple(dict.fromkeys(lebende))
        if ziele or not tote:
            return Schicksal(Auskunft.BELEGT, schritt.verbleib, ziele, schritte, schritt.begruendung)
        for auskunft in (Auskunft.OFFEN, Auskunft.NICHT_BELEGT):
            if any(einer.auskunft is auskunft for einer in tote):
                return Schicksal(auskunft, schritte=schritte)
        if len({einer.verbleib for einer in tote}) > 1:
            return Schicksal(Auskunft.BELEGT, schritt.verbleib, (), schritte, schritt.begruendung)
        grund = next((einer.begruendung for einer in tote if einer.begruendung), None)
        return Schicksal(Auskunft.BELEGT, tote[0].verbleib, (), schritte, grund)

    @cached_property
    def _eintraege(self) -> dict[tuple[int, str], Verbleibschritt]:
        return {(stufe, schritt.id): schritt for stufe, schritt in reversed(list(self._gelesen()))}

    def _gelesen(self) -> Iterator[tuple[int, Verbleibschritt]]:
        """Give every entry with the step of the chain it stands in, those on the nearest Vorgänger first."""
        for stufe, fassung in enumerate(self.kette):
            for vorher in reversed(self.kette[:stufe]):
                liste = fassung.rahmen.verbleib.get(vorher.id)
                for eintrag in liste.eintraege if liste else ():
                    yield (
                        stufe,
                        Verbleibschritt(
                            fassung=fassung.id,
                            id=eintrag.id,
                            verbleib=eintrag.verbleib,
                            ziele=eintrag.ziele,
                            begruendung=eintrag.begruendung,
                            quelle=eintrag.quelle or (liste.quelle if liste else None),
                            titel=_titel(vorher, eintrag.id),
                            zielnamen=tuple(_titel(fassung, ziel) for ziel in eintrag.ziele),
                        ),
                    )


def _titel(fassung: Fassung, name: str) -> str | None:
    """Return what an id is called in a Fassung; None where that does not hold it."""
    for stelle in fassung.stellen():
        if stelle.id == name:
            eines = stelle.gegenstand
            return eines.anzeigetitel if isinstance(eines, Massnahme) else eines.titel
    return None


def vorgaengerkette(plan: Plan, alt: Fassung, neu: Fassung) -> tuple[Fassung, ...]:
    """Return the Fassungen from the old to the new one, both included, each the Vorgänger of the next.

    A new Fassung that carries a Verbleib on the old one counts as its successor even without naming it. Gives
    only the new one where no chain leads back to the old.
    """
    kette = [neu]
    while kette[-1].id != alt.id:
        vorher = plan.vorgaenger(kette[-1])
        if vorher is None or any(vorher.id == fassung.id for fassung in kette):
            return (alt, neu) if alt.id in neu.rahmen.verbleib and alt.id != neu.id else (neu,)
        kette.append(alt if vorher.id == alt.id else vorher)
    return tuple(reversed(kette))
