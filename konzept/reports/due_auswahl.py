"""Which part of a plan a user means: a body by any of its names with what belongs to it, a Handlungsfeld."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.werte import gefaltet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.domain.akteur import Akteur
    from konzept.domain.fassung import Fassung
    from konzept.domain.handlungsfeld import Handlungsfeld
    from konzept.domain.plan import Plan


def finde_akteure(plan: Plan, name: str) -> tuple[Akteur, ...]:
    """Return the body with this id; else every body so named (kurz, name or alias), whatever the case."""
    nach_id = plan.akteur_nach_id.get(name.strip().casefold())
    if nach_id is not None:
        return (nach_id,)
    gesucht = gefaltet(name)
    return tuple(akteur for akteur in plan.akteure if gesucht in map(gefaltet, akteurnamen(akteur)))


def akteurnamen(akteur: Akteur) -> Iterator[str]:
    """Give everything a body may be called."""
    yield akteur.id
    if akteur.kurz:
        yield akteur.kurz
    yield akteur.name
    yield from akteur.aliasse


def mit_untergeordneten(plan: Plan, wurzel: str) -> tuple[str, ...]:
    """Return the id of a body and of all that belong to it over any number of steps, in register order.

    A circle in ``gehoert_zu`` ends where it closes.
    """
    gefunden = {wurzel}
    gewachsen = True
    while gewachsen:
        neu = {akteur.id for akteur in plan.akteure if akteur.gehoert_zu in gefunden} - gefunden
        gefunden |= neu
        gewachsen = bool(neu)
    return (wurzel, *(akteur.id for akteur in plan.akteure if akteur.id in gefunden - {wurzel}))


def finde_feld(fassung: Fassung, name: str) -> Handlungsfeld | None:
    """Return the Handlungsfeld with this number or id."""
    gesucht = gefaltet(name)
    for feld in fassung.handlungsfelder:
        if gesucht in {gefaltet(feld.nummer), feld.id}:
            return feld
    return None
