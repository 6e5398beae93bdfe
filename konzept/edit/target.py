"""Which Maßnahmen of a Fassung a caller means by an id or by a printed number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.werte import nummer_schluessel

if TYPE_CHECKING:
    from konzept.domain.fassung import Fassung, Stelle

    Key = tuple[tuple[int, int, str], ...]


def massnahmen_named(fassung: Fassung, name: str) -> tuple[Stelle, ...]:
    """Return the Maßnahmen meant by ``name``, in reading order.

    The one with this id; else all of the goal or field with this id; else all with this printed number, their
    own (»5.8 M2«, »5.8.2«) or that of their goal; else all directly under the field with this number.
    """
    massnahmen = tuple(fassung.massnahmen())
    name = name.strip()
    wanted = nummer_schluessel(name)
    by_id = [[s for s in massnahmen if s.id == name], [s for s in massnahmen if name in _above(s)]]
    by_number = [
        # together, because 3.4.1 may be a goal of its own beside the first Maßnahme of 3.4
        [s for s in massnahmen if wanted in _numbers(s)],
        [s for s in massnahmen if not s.ziel and s.feld and nummer_schluessel(s.feld.nummer) == wanted],
    ]
    # punctuation alone has no key, and a Maßnahme without a number none either
    return tuple(next((found for found in (*by_id, *(by_number if wanted else [])) if found), []))


def _above(stelle: Stelle) -> set[str]:
    return {parent.id for parent in (stelle.ziel, stelle.feld) if parent}


def _numbers(stelle: Stelle) -> set[Key]:
    """Give the keys of the printed numbers of one Maßnahme: 5.8 of its goal, 5.8.2 and 5.8 M2 of its own."""
    parent, own = stelle.ziel or stelle.feld, stelle.gegenstand.nummer
    numbers = [stelle.ziel.nummer] if stelle.ziel else []
    if parent and own:
        numbers += [f"{parent.nummer}.{own}", f"{parent.nummer} M{own}"]
    return {nummer_schluessel(number) for number in numbers}
