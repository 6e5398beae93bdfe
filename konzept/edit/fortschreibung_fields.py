"""The Handlungsfelder of a new Fassung: the old files, with remarks, and without what is taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.handlungsfeld import Handlungsziel, Massnahme
from konzept.domain.vorfahren import vorfahren
from konzept.edit.fortschreibung_remark import Kind, Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.diagnostics import DataPath
    from konzept.domain.fassung import Fassung
    from konzept.domain.handlungsfeld import Handlungsfeld
    from konzept.domain.plan import Plan
    from konzept.edit.fortschreibung_proposals import Abgelaufen, Erledigt
    from konzept.edit.fortschreibung_splice import Splice


def mark_done(splice: Splice, datei: str, done: tuple[Erledigt, ...], rahmen: str) -> None:
    """Propose above each Maßnahme of this file that is done to take it out."""
    for one in _of_file(done, datei):
        splice.comment(one.stelle.pfad[1:], one.remark(rahmen, taken_out=False))


def take_out(splice: Splice, datei: str, done: tuple[Erledigt, ...], rahmen: str) -> None:
    """Take each Maßnahme of this file that is done out of its list."""
    lists: dict[DataPath, dict[int, Remark]] = {}
    lengths: dict[DataPath, int] = {}
    for one in _of_file(done, datei):
        path, index = one.stelle.pfad[1:-1], one.stelle.pfad[-1]
        parent = one.stelle.ziel or one.stelle.feld
        if isinstance(index, int) and parent:
            lists.setdefault(path, {})[index] = one.remark(rahmen, taken_out=True)
            lengths[path] = len(parent.massnahmen)
    for path, items in lists.items():
        splice.remove(path, items, lengths[path])


def mark_passed(splice: Splice, datei: str, passed: tuple[Abgelaufen, ...], gone: frozenset[str]) -> None:
    """Say above each Termin of this file that has passed, unless it goes with its Maßnahme."""
    for one in passed:
        if one.stelle.pfad[0] == datei and one.stelle.id not in gone:
            splice.comment((*one.stelle.pfad[1:], "termin"), one.remark())


def mark_empty(splice: Splice, datei: str, alt: Fassung, gone: frozenset[str]) -> None:
    """Say above each goal of this file that has lost all its Maßnahmen that it has none any more."""
    for stelle in alt.stellen():
        ziel = stelle.gegenstand
        if not isinstance(ziel, Handlungsziel) or stelle.pfad[0] != datei:
            continue
        if ziel.massnahmen and not _kept(ziel.massnahmen, gone):
            offen = (
                f"»{ziel.id}« hat keine Maßnahme mehr; eine neue aufnehmen oder das Handlungsziel streichen."
            )
            splice.comment(stelle.pfad[1:], Remark(Kind.OFFEN, offen))


def mark_links(splice: Splice, datei: str, plan: Plan, alt: Fassung, gone: frozenset[str]) -> None:
    """Say above each Querbezug of this file that leads to what the new Fassung does not hold, where that stands."""
    for path, ziel in _links(alt, datei, gone):
        fassung = _last_seen(ziel, plan, alt, gone)
        if fassung:
            satz = f"»{ziel}« steht nur noch in der Fassung {fassung}; ist der Querbezug noch richtig?"
            splice.comment(path, Remark(Kind.OFFEN, satz))


def leave_reasons_out(splice: Splice, datei: str, alt: Fassung, gone: frozenset[str]) -> None:
    """Leave out why the old Fassung changed what it did, and say so: of the new one nobody has said it yet.

    Nothing is lost, for the old file keeps it.
    """
    for stelle in alt.stellen():
        if stelle.pfad[0] != datei or stelle.gegenstand.begruendung is None:
            continue
        if stelle.id not in gone:
            satz = f"Die Begründung der Fassung {alt.id}; dort steht sie weiter."
            splice.leave_out((*stelle.pfad[1:], "begruendung"), Remark(Kind.HERAUSGENOMMEN, satz))


def _links(alt: Fassung, datei: str, gone: frozenset[str]) -> Iterator[tuple[DataPath, str]]:
    elements = [((alt.datei,), alt.rahmen), *((stelle.pfad, stelle.gegenstand) for stelle in alt.stellen())]
    for path, element in elements:
        if path[0] == datei and getattr(element, "id", None) not in gone:
            for index, link in enumerate(element.querbezuege):
                yield (*path[1:], "querbezuege", index), link.ziel


def _last_seen(name: str, plan: Plan, alt: Fassung, gone: frozenset[str]) -> str | None:
    """Return the Fassung that held an id last; None if the new one holds it, or what it does not hold is unknown."""
    if name in gone:
        return alt.id
    if not alt.rahmen.vollstaendig:
        return None
    holders = (
        fassung.id
        for fassung in (alt, *vorfahren(plan, alt))
        if any(stelle.id == name for stelle in fassung.stellen())
    )
    last = next(holders, None)
    return None if last == alt.id else last


def _of_file(done: tuple[Erledigt, ...], datei: str) -> Iterator[Erledigt]:
    return (one for one in done if one.stelle.pfad[0] == datei)


def without(feld: Handlungsfeld, gone: frozenset[str]) -> Handlungsfeld:
    """Return a Handlungsfeld without the Maßnahmen that are gone; goals stay, be they left without any.

    Nor has it the reasons for what the old Fassung changed.
    """
    return feld.model_copy(
        update={
            "begruendung": None,
            "massnahmen": _kept(feld.massnahmen, gone),
            "handlungsziele": tuple(_goal_without(ziel, gone) for ziel in feld.handlungsziele),
        }
    )


def _goal_without(ziel: Handlungsziel, gone: frozenset[str]) -> Handlungsziel:
    return ziel.model_copy(update={"begruendung": None, "massnahmen": _kept(ziel.massnahmen, gone)})


def _kept(massnahmen: tuple[Massnahme, ...], gone: frozenset[str]) -> tuple[Massnahme, ...]:
    return tuple(
        massnahme.model_copy(update={"begruendung": None})
        for massnahme in massnahmen
        if massnahme.id not in gone
    )
