"""The Handlungsfelder of a new Fassung: the old files, with remarks, and without what is taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.handlungsfeld import Handlungsziel, Massnahme
from konzept.edit.fortschreibung_remark import Kind, Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.diagnostics import DataPath
    from konzept.domain.fassung import Fassung
    from konzept.domain.handlungsfeld import Handlungsfeld
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


def mark_links(splice: Splice, datei: str, alt: Fassung, gone: frozenset[str]) -> None:
    """Say above each Querbezug of this file to a Maßnahme that is taken out that it leads to the old Fassung."""
    for path, ziel in _links(alt, datei, gone):
        splice.comment(
            path,
            Remark(
                Kind.OFFEN,
                f"»{ziel}« steht nur noch in der Fassung {alt.id}; ist der Querbezug noch richtig?",
            ),
        )


def _links(alt: Fassung, datei: str, gone: frozenset[str]) -> Iterator[tuple[DataPath, str]]:
    elements = [((alt.datei,), alt.rahmen), *((stelle.pfad, stelle.gegenstand) for stelle in alt.stellen())]
    for path, element in elements:
        if path[0] == datei and getattr(element, "id", None) not in gone:
            for index, link in enumerate(element.querbezuege):
                if link.ziel in gone:
                    yield (*path[1:], "querbezuege", index), link.ziel


def _of_file(done: tuple[Erledigt, ...], datei: str) -> Iterator[Erledigt]:
    return (one for one in done if one.stelle.pfad[0] == datei)


def without(feld: Handlungsfeld, gone: frozenset[str]) -> Handlungsfeld:
    """Return a Handlungsfeld without the Maßnahmen that are gone; goals stay, be they left without any."""
    return feld.model_copy(
        update={
            "massnahmen": _kept(feld.massnahmen, gone),
            "handlungsziele": tuple(_goal_without(ziel, gone) for ziel in feld.handlungsziele),
        }
    )


def _goal_without(ziel: Handlungsziel, gone: frozenset[str]) -> Handlungsziel:
    return ziel.model_copy(update={"massnahmen": _kept(ziel.massnahmen, gone)})


def _kept(massnahmen: tuple[Massnahme, ...], gone: frozenset[str]) -> tuple[Massnahme, ...]:
    return tuple(massnahme for massnahme in massnahmen if massnahme.id not in gone)
