"""The two tables of ``due``: what has a Frist in full, what merely runs in one line each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.domain.einstellungen import Begriff
from konzept.render.due_words import MEHRDEUTIG, VERALTET, label, leading, reported, title_of
from konzept.render.table import GAP, Column, Table, visible
from konzept.render.words import ROLLEN, anzahl, kurzes_datum
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from konzept.domain.einstellungen import Einstellungen
    from konzept.reports.due import Duebericht
    from konzept.reports.due_eintrag import Eintrag

LEADING = "Federführend"
DATE_WIDTH = 12
ACTOR_WIDTHS = (12, 40)
"""At least and at most so wide is the column of bodies; in between it has its share of the line."""
SHORTEST_STUMP = 4
"""A word is cut where so many letters of it remain; less of it says nothing."""
NARROW = 64
"""On fewer columns the bodies have none of their own and stand below the title."""
DATES_SHOWN = 3
"""So many Fristen of one rhythm stand below each other; of more the first, the last and the number."""


def dated(bericht: Duebericht, eintraege: list[Eintrag], einstellungen: Einstellungen, width: int) -> Table:
    """Lay out entries in full, with the wording of the Termin and the report below the title."""
    columns = [
        Column("Nr.", _number_width(bericht.eintraege)),
        Column(label(einstellungen, Begriff.MASSNAHME)),
        Column("Frist", DATE_WIDTH),
        Column(LEADING, _clamped(width * 3 // 10)),
    ]
    if width < NARROW:
        columns.pop()
    rows: list[tuple[str, ...]] = []
    for gleiche in _same_part(eintraege):
        eintrag = gleiche[0]
        bodies = ", ".join(leading(eintrag)) or "–"
        lines = [title_of(eintrag, einstellungen), *_notes(bericht, eintrag, einstellungen)]
        lines += [f"{LEADING}: {bodies}"] if width < NARROW else []
        rows += [(eintrag.gliederung, "\n".join(lines), _when(gleiche), bodies)[: len(columns)]]
        rows += [("",) * len(columns)]  # rows of several lines need air between them
    return Table(tuple(columns), tuple(rows[:-1]))


def running(
    bericht: Duebericht, eintraege: list[Eintrag], einstellungen: Einstellungen, width: int
) -> tuple[Table, list[str]]:
    """Lay out what runs, one line each; a second one only where the wording differs or a report is known."""
    usual = _usual_wording(eintraege)
    notes = []
    if usual is not None:
        notes.append(f"Der {label(einstellungen, Begriff.TERMIN)} lautet »{usual}«, wo nichts anderes steht.")
    silent = sum(eintrag.ohne_sachstand for eintrag in eintraege)
    since = anzahl(einstellungen.berichtsrhythmus.monate, "Monat", "Monaten")
    all_silent = silent == len(eintraege)
    if all_silent:
        notes.append(f"Alle sind seit mehr als {since} ohne Meldung.")
    elif silent:
        notes.append(f"{VERALTET} = seit mehr als {since} ohne Meldung: {silent} von {len(eintraege)}.")
    number_width = _number_width(bericht.eintraege)
    actor_width = _clamped(width // 3)
    title_width = width - number_width - GAP - (actor_width + GAP if width >= NARROW else 0)
    columns = [
        Column("Nr.", number_width),
        Column(label(einstellungen, Begriff.MASSNAHME)),
        Column(LEADING, actor_width),
    ]
    if width < NARROW:
        columns.pop()
    rows = []
    for eintrag in eintraege:
        lines = [cut(title_of(eintrag, einstellungen), title_width)]
        if usual is None or not _plain_wording(eintrag) or eintrag.teil_text.casefold() != usual.casefold():
            lines.append(_span(eintrag))
        lines += [reported(eintrag, whole=False)] if eintrag.letzte else []
        mark = VERALTET if eintrag.ohne_sachstand and not all_silent else ""
        bodies = _short_actors(leading(eintrag), actor_width if width >= NARROW else title_width)
        lines += [bodies] if width < NARROW else []
        rows.append((f"{eintrag.gliederung}{mark}", "\n".join(lines), bodies)[: len(columns)])
    return Table(tuple(columns), tuple(rows)), notes


def _usual_wording(eintraege: list[Eintrag]) -> str | None:
    """Return the wording that most of what runs has, as it is mostly written; None if no two share one."""
    texts = [eintrag.teil_text for eintrag in eintraege if _plain_wording(eintrag)]
    if not texts:
        return None
    folded, times = Counter(text.casefold() for text in texts).most_common(1)[0]
    return Counter(t for t in texts if t.casefold() == folded).most_common(1)[0][0] if times > 1 else None


def _plain_wording(eintrag: Eintrag) -> bool:
    """Tell whether the wording says it all: it has neither a sign nor a Frist."""
    return not eintrag.mehrdeutig and eintrag.faellig is None


def _same_part(eintraege: list[Eintrag]) -> list[list[Eintrag]]:
    """Bring the Fristen of one part together, at the place of the first; what is carried over stays apart."""
    rows: dict[tuple[str | None, str, int, bool], list[Eintrag]] = {}
    for eintrag in eintraege:
        rows.setdefault((eintrag.massnahme, eintrag.bezug, eintrag.teil, eintrag.uebertrag), []).append(
            eintrag
        )
    return list(rows.values())


def _when(gleiche: list[Eintrag]) -> str:
    """Write the Fristen of one part below each other."""
    mark = MEHRDEUTIG if gleiche[0].mehrdeutig else ""
    days = [mark + kurzes_datum(e.faellig) for e in gleiche if e.faellig is not None]
    if len(days) > DATES_SHOWN:
        days = [days[0], "bis", days[-1], f"{len(days)} Fristen"]
    carried = ["(Übertrag)"] if gleiche[0].uebertrag else []
    return "\n".join([*days, *carried]) or "–"


def _span(eintrag: Eintrag) -> str:
    mark = MEHRDEUTIG if eintrag.mehrdeutig else ""
    end = f" (Frist {kurzes_datum(eintrag.faellig)})" if eintrag.faellig else ""
    return f"{mark}{eintrag.teil_text}{end}"


def _notes(bericht: Duebericht, eintrag: Eintrag, einstellungen: Einstellungen) -> list[str]:
    mark = MEHRDEUTIG if eintrag.mehrdeutig and eintrag.faellig is None else ""
    notes = [f"{label(einstellungen, Begriff.TERMIN)}: {mark}{eintrag.teil_text}"]
    asked = bericht.frage.akteure
    if asked is not None:
        parts = [a for a in eintrag.akteure if a.id in asked]
        if all(part.rolle is not Rolle.FEDERFUEHREND for part in parts):
            notes.append("; ".join(f"{part.kurz}: {ROLLEN[part.rolle]}" for part in parts))
    if eintrag.gruppe is Gruppe.UEBERFAELLIG or eintrag.letzte:
        notes.append(reported(eintrag, whole=True))
    return notes


def _short_actors(names: list[str], width: int) -> str:
    if not names:
        return "–"
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    return cut(names[0], width - len(more)) + more


def _number_width(eintraege: Sequence[Eintrag]) -> int:
    """Measure the column of numbers, the same in every group, with room for the sign behind one."""
    return max(len("Nr."), *(len(eintrag.gliederung) + 1 for eintrag in eintraege))


def _clamped(width: int) -> int:
    return min(max(width, ACTOR_WIDTHS[0]), ACTOR_WIDTHS[1])


def cut(text: str, width: int) -> str:
    """Cut a text to one line; within a word if enough of it remains to be known by."""
    line = " ".join(visible(text).split())
    if len(line) <= width:
        return line
    kept = line[: width - 1]
    words, blank, stump = kept.rpartition(" ")
    return f"{words} …" if blank and len(stump) < SHORTEST_STUMP else f"{kept.rstrip()}…"
