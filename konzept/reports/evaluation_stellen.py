"""The Maßnahmen of a Fassung by the body that leads them; what several lead jointly is counted at each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.reports.evaluation_ergebnis import Ergebnis, gezaehlt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from konzept.domain.plan import Plan
    from konzept.reports.evaluation_teile import Massnahmenbilanz


@dataclass(frozen=True, slots=True)
class Stellenbilanz:
    """One body; ``gemeinsam`` counts those of its Maßnahmen that another body leads with it."""

    id: str
    name: str
    je_ergebnis: Mapping[Ergebnis, int]
    gemeinsam: int

    @property
    def massnahmen(self) -> int:
        """How many Maßnahmen it leads, alone or jointly."""
        return sum(self.je_ergebnis.values())


@dataclass(frozen=True, slots=True)
class Stellenuebersicht:
    """All bodies, those with most Maßnahmen first.

    ``ohne`` counts what nobody leads. For each word the rows and ``ohne`` less ``mehrfach`` make the whole.
    """

    stellen: tuple[Stellenbilanz, ...]
    ohne: Mapping[Ergebnis, int]
    mehrfach: Mapping[Ergebnis, int]


def stellenuebersicht(plan: Plan, massnahmen: Sequence[Massnahmenbilanz]) -> Stellenuebersicht:
    """Count the Maßnahmen of each leading body."""
    gefuehrt: dict[str, list[Massnahmenbilanz]] = {}
    ohne: list[Ergebnis] = []
    mehrfach: list[Ergebnis] = []
    for eine in massnahmen:
        fuehrende = federfuehrende(eine)
        for stelle in fuehrende:
            gefuehrt.setdefault(stelle, []).append(eine)
        if not fuehrende:
            ohne.append(eine.ergebnis)
        mehrfach += [eine.ergebnis] * (len(fuehrende) - 1)
    stellen = (
        Stellenbilanz(
            id=stelle,
            name=plan.akteur_nach_id[stelle].name if stelle in plan.akteur_nach_id else stelle,
            je_ergebnis=gezaehlt(eine.ergebnis for eine in eigene),
            gemeinsam=sum(len(federfuehrende(eine)) > 1 for eine in eigene),
        )
        for stelle, eigene in gefuehrt.items()
    )
    return Stellenuebersicht(
        stellen=tuple(sorted(stellen, key=lambda stelle: (-stelle.massnahmen, stelle.name, stelle.id))),
        ohne=gezaehlt(ohne),
        mehrfach=gezaehlt(mehrfach),
    )


def federfuehrende(eine: Massnahmenbilanz) -> tuple[str, ...]:
    """Return the ids of the bodies that lead a Maßnahme, each once."""
    return tuple(dict.fromkeys(one.id for one in eine.zeile.akteure if one.rolle is Rolle.FEDERFUEHREND))
