"""The Fassungen before one: where an id is looked for that it no longer holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan


def vorfahren(plan: Plan, fassung: Fassung) -> tuple[Fassung, ...]:
    """Return the Fassungen before this one, the nearest first.

    First the chain of its Vorgänger (a circle ends it), then whatever else has an earlier Stand.
    """
    kette: dict[str, Fassung] = {}
    vorher = plan.vorgaenger(fassung)
    while vorher is not None and vorher.id not in kette and vorher.id != fassung.id:
        kette[vorher.id] = vorher
        vorher = plan.vorgaenger(vorher)
    namen = [eine.id for eine in plan.fassungen]
    fruehere = plan.fassungen[: namen.index(fassung.id)] if fassung.id in namen else ()
    return (*kette.values(), *(eine for eine in reversed(fruehere) if eine.id not in kette))
