"""The rule that puts one part of a Termin into the groups of ``due``: one result per Frist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.termin import TerminArt
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from konzept.reports.due_frage import Frage
    from konzept.reports.due_meldung import Meldestand
    from konzept.reports.due_teil import Teiltermin


@dataclass(frozen=True, slots=True)
class Einordnung:
    """A group for one Frist, or for a part without one (``faellig`` is None).

    ``uebertrag``: the Frist is from before the period.
    """

    gruppe: Gruppe
    faellig: date | None = None
    uebertrag: bool = False


def einordnen(teiltermin: Teiltermin, meldestand: Meldestand, frage: Frage) -> Iterator[Einordnung]:
    """Give every entry of one part for the period; none where it has nothing there (design §6).

    A part with Fristen up to the end of the period is placed by each of them. Otherwise it is under way,
    possible or undatable, or the period has nothing of it: a Frist after it, a span of time that begins later
    or is over, a rhythm without a unit in it.
    """
    if teiltermin.tage:
        for tag in teiltermin.tage:
            yield from _nach_frist(teiltermin, tag, meldestand, frage)
        return
    gruppe = _ohne_frist(teiltermin, frage)
    if gruppe is None:
        return
    # the end of a span under way is a Frist, though one after the period
    ende = teiltermin.teil.ende if teiltermin.teil.art is TerminArt.ZEITRAUM else None
    erledigt = meldestand.erledigt_am(teiltermin, ende, frage) is not None
    yield Einordnung(Gruppe.ERLEDIGT if erledigt else gruppe, ende)


def _nach_frist(
    teiltermin: Teiltermin, tag: date, meldestand: Meldestand, frage: Frage
) -> Iterator[Einordnung]:
    """Place one Frist.

    One from before the period is carried over while it is open. One that was met is shown a last time in the
    period in which that was reported: a line that was overdue does not vanish, it becomes erledigt.
    """
    vorher = tag < frage.von
    erledigt_am = meldestand.erledigt_am(teiltermin, tag, frage)
    if erledigt_am is not None:
        if not vorher or frage.enthaelt(erledigt_am):
            yield Einordnung(Gruppe.ERLEDIGT, tag, vorher)
    elif tag < frage.stichtag and not (teiltermin.wiederkehrend and teiltermin.teil.mehrdeutig):
        yield Einordnung(Gruppe.UEBERFAELLIG, tag, vorher)
    elif not vorher:
        yield Einordnung(Gruppe.WIEDERKEHREND if teiltermin.wiederkehrend else Gruppe.FAELLIG, tag)


def _ohne_frist(teiltermin: Teiltermin, frage: Frage) -> Gruppe | None:
    """Place a part that has no Frist up to the end of the period, or return None."""
    teil = teiltermin.teil
    im_zeitraum = frage.beruehrt(teil.beginn, teil.ende)
    match teil.art:
        case TerminArt.FAELLIG:
            return Gruppe.UNBESTIMMT if teil.ende is None else None
        case TerminArt.UNBESTIMMT:
            return Gruppe.UNBESTIMMT
        case TerminArt.ZEITRAUM if teil.beginn is None and teil.ende is None:
            return Gruppe.UNBESTIMMT
        case TerminArt.ZEITRAUM | TerminArt.LAUFEND:
            return Gruppe.LAUFEND if im_zeitraum else None
        case TerminArt.WIEDERKEHREND:
            if teiltermin.moeglich:
                return Gruppe.MOEGLICH if im_zeitraum else None
            # a rhythm without an interval (»regelmäßig«) comes again without a date
            return Gruppe.WIEDERKEHREND if teiltermin.rhythmus is None and im_zeitraum else None
