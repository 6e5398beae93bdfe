"""The entries of ``due`` as every format reads them: group by group, lead before involved, one row per part."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from konzept.render.due_words import BETEILIGT, FEDERFUEHREND

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from konzept.reports.due import Duebericht
    from konzept.reports.due_eintrag import Eintrag
    from konzept.reports.due_gruppe import Gruppe


def gruppen(bericht: Duebericht) -> Iterator[tuple[Gruppe, list[Eintrag]]]:
    """Give each group that has entries, the most pressing first."""
    for gruppe, eintraege in groupby(bericht.eintraege, key=lambda one: one.gruppe):
        yield gruppe, list(eintraege)


def abteilungen(bericht: Duebericht, eintraege: Sequence[Eintrag]) -> list[tuple[str, list[Eintrag]]]:
    """Part the entries of a group: where a body asked for leads, then where it is involved.

    Where there is only one of these, or nobody asked for bodies, the only part has no name.
    """
    leiten = [one for one in eintraege if bericht.federfuehrend(one)]
    mitwirken = [one for one in eintraege if not bericht.federfuehrend(one)]
    if leiten and mitwirken:
        return [(FEDERFUEHREND, leiten), (BETEILIGT, mitwirken)]
    return [("", list(eintraege))]


def gleiche_teile(eintraege: Sequence[Eintrag]) -> list[list[Eintrag]]:
    """Bring the Fristen of one part together, at the place of the first; what is carried over stays apart."""
    rows: dict[tuple[str | None, str, int, bool], list[Eintrag]] = {}
    for one in eintraege:
        rows.setdefault((one.massnahme, one.bezug, one.teil, one.uebertrag), []).append(one)
    return list(rows.values())


def schluessel(eintrag: Eintrag) -> tuple[str, int, date | None]:
    """Return what tells an entry from every other of one answer."""
    return eintrag.massnahme or eintrag.bezug, eintrag.teil, eintrag.faellig


def naechste(bericht: Duebericht) -> tuple[Eintrag, ...]:
    """Return what comes next; empty if nobody asked for it."""
    return bericht.vorlauf.eintraege if bericht.vorlauf else ()


def naechste_ausserhalb(bericht: Duebericht) -> list[Eintrag]:
    """Return what comes next and is not among the entries of the period anyway."""
    gezeigt = set(map(schluessel, bericht.eintraege))
    return [one for one in naechste(bericht) if schluessel(one) not in gezeigt]


def mehrdeutige(bericht: Duebericht) -> list[Eintrag]:
    """Return one entry for each ambiguous wording of the answer, which has to be explained once."""
    erste: dict[tuple[str, int, str], Eintrag] = {}
    for one in (*bericht.eintraege, *naechste(bericht)):
        if one.mehrdeutig:
            erste.setdefault((one.bezug, one.teil, one.teil_text), one)
    return list(erste.values())
