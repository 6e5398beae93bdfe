"""The Fristen of the Sachstandsbericht in tables: what is overdue and what comes next, one row per part of a Termin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.termin import TerminArt
from konzept.reports.due_gruppe import Gruppe
from konzept.reports.liste_fristen import offen
from konzept.reports.sachstandsbericht_aenderung import neu_ueberfaellig
from konzept.reports.sachstandsbericht_teile import Fristgruppe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from konzept.domain.einstellungen import Ampelwort
    from konzept.reports.due_eintrag import Eintrag
    from konzept.reports.sachstandsbericht_blick import Blick
    from konzept.reports.sachstandsbericht_zeitraum import Zeitraum


def ueberfaellige(damals: Blick, heute: Blick, worte: Mapping[str, Ampelwort]) -> tuple[Fristgruppe, ...]:
    """Return what is overdue; ``damals`` tells what already was in the last report."""
    return _gruppen(damals, heute, worte, lambda one: one.gruppe is Gruppe.UEBERFAELLIG)


def kommende(
    damals: Blick, heute: Blick, worte: Mapping[str, Ampelwort], tage: Zeitraum
) -> tuple[Fristgruppe, ...]:
    """Return what comes next: the open Fristen from the Stichtag to the end of the next period."""

    def kommt(one: Eintrag) -> bool:
        offene = offen(one, tage.stichtag) and one.gruppe is not Gruppe.UEBERFAELLIG
        return offene and one.faellig is not None and one.faellig <= tage.bis

    return _gruppen(damals, heute, worte, kommt)


def aufgeholt(letzte: Eintrag, alle: Sequence[Eintrag]) -> bool:
    """Tell whether of the same rhythm a later unit was met."""
    return letzte.gruppe is Gruppe.UEBERFAELLIG and any(
        one.gruppe is Gruppe.ERLEDIGT and one.faellig and letzte.faellig and one.faellig > letzte.faellig
        for one in alle
        if one.art is TerminArt.WIEDERKEHREND and (one.bezug, one.teil) == (letzte.bezug, letzte.teil)
    )


def _gruppen(
    damals: Blick, heute: Blick, worte: Mapping[str, Ampelwort], passt: Callable[[Eintrag], bool]
) -> tuple[Fristgruppe, ...]:
    """Bring the Fristen of one part together; the group with the earliest day first, then in reading order."""
    gruppen: dict[tuple[str, str, int], list[Eintrag]] = {}
    for stelle in heute.fassung.stellen():
        for one in sorted(filter(passt, heute.fristen(stelle.id)), key=lambda one: (one.faellig, one.teil)):
            gruppen.setdefault((stelle.id, one.bezug, one.teil), []).append(one)
    ergebnis = [
        Fristgruppe(
            eintraege=tuple(eintraege),
            wort=worte.get(name),
            neu=len(neu_ueberfaellig(damals.fristen(name), tuple(eintraege))),
            aufgeholt=aufgeholt(eintraege[-1], heute.fristen(name)),
        )
        for (name, _, _), eintraege in gruppen.items()
    ]
    return tuple(sorted(ergebnis, key=lambda gruppe: gruppe.tage))
