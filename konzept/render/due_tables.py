"""The tables of ``due`` as text: what has a Frist in full, what runs or comes next in a line or two each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.domain.sachstand import Stand
from konzept.render.due_gemeldet import reported, reported_with_text, veraltet_seit
from konzept.render.due_reihen import gleiche_teile, naechste
from konzept.render.due_words import MEHRDEUTIG, VERALTET, anteil, label, leading, leading_line, title_of
from konzept.render.table import GAP, Column, Table, visible
from konzept.render.words import kurzes_datum
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
"""On fewer columns bodies and days have no column of their own and stand below the title."""
DATES_SHOWN = 3
"""So many Fristen of one rhythm stand below each other; of more the first, the last and the number."""
UNDERWAY = frozenset({Stand.BEGONNEN, Stand.LAUFEND})
"""What is to be expected of a Maßnahme that runs; another state needs the words of the report beside it."""


def dated(
    bericht: Duebericht, eintraege: Sequence[Eintrag], einstellungen: Einstellungen, width: int
) -> Table:
    """Lay out entries in full, with the wording of the Termin and the report below the title."""
    columns = [
        Column("Nr.", _number_width(bericht)),
        Column(label(einstellungen, Begriff.MASSNAHME)),
        Column("Frist", DATE_WIDTH),
        Column(LEADING, _clamped(width * 3 // 10)),
    ]
    if width < NARROW:
        columns.pop()
    rows: list[tuple[str, ...]] = []
    for gleiche in gleiche_teile(eintraege):
        eintrag = gleiche[0]
        bodies = leading_line(eintrag) or "–"
        lines = [title_of(eintrag, einstellungen), *_notes(bericht, gleiche, einstellungen)]
        lines += [f"{LEADING}: {bodies}"] if width < NARROW else []
        rows += [(eintrag.gliederung, "\n".join(lines), _when(gleiche), bodies)[: len(columns)]]
        rows += [("",) * len(columns)]  # rows of several lines need air between them
    return Table(tuple(columns), tuple(rows[:-1]))


@dataclass(frozen=True, slots=True)
class Laufend:
    """What is said once of all that runs: the wording that most have, and whether nobody has reported at all."""

    usual: str | None
    all_silent: bool

    @classmethod
    def of(cls, eintraege: Sequence[Eintrag]) -> Laufend:
        """Look at the whole group."""
        return cls(_usual_wording(eintraege), all(eintrag.ohne_sachstand for eintrag in eintraege))

    def notes(self, eintraege: Sequence[Eintrag], einstellungen: Einstellungen) -> list[str]:
        """Say it in sentences."""
        notes = []
        if self.usual is not None:
            notes.append(f"Wo nichts anderes steht, ist der Wortlaut »{self.usual}«.")
        silent = sum(eintrag.ohne_sachstand for eintrag in eintraege)
        if self.all_silent:
            notes.append(f"Alle sind {veraltet_seit(einstellungen)}.")
        elif silent:
            notes.append(f"{VERALTET} = {veraltet_seit(einstellungen)}: {silent} von {len(eintraege)}.")
        return notes


def running(
    bericht: Duebericht,
    eintraege: Sequence[Eintrag],
    einstellungen: Einstellungen,
    width: int,
    laufend: Laufend,
) -> Table:
    """Lay out what runs, one line each; more only where the wording differs or a report is known."""
    actor_width = _clamped(width // 3)
    title_width = width - _number_width(bericht) - GAP - (actor_width + GAP if width >= NARROW else 0)
    columns = [
        Column("Nr.", _number_width(bericht)),
        Column(label(einstellungen, Begriff.MASSNAHME)),
        Column(LEADING, actor_width),
    ]
    if width < NARROW:
        columns.pop()
    rows = []
    for eintrag in eintraege:
        lines = [cut(title_of(eintrag, einstellungen), title_width)]
        usual = laufend.usual
        if usual is None or not _plain_wording(eintrag) or eintrag.teil_text.casefold() != usual.casefold():
            lines.append(_span(eintrag))
        lines += filter(None, [anteil(bericht, eintrag), _running_report(eintrag)])
        mark = VERALTET if eintrag.ohne_sachstand and not laufend.all_silent else ""
        bodies = _short_actors(leading(eintrag), actor_width if width >= NARROW else title_width)
        lines += [bodies] if width < NARROW else []
        rows.append((f"{eintrag.gliederung}{mark}", "\n".join(lines), bodies)[: len(columns)])
    return Table(tuple(columns), tuple(rows))


def upcoming(
    bericht: Duebericht, eintraege: Sequence[Eintrag], einstellungen: Einstellungen, width: int
) -> Table:
    """Lay out what comes next by its days: the title in one line, below it who leads and what was reported."""
    number_width = _number_width(bericht)
    wide = width >= NARROW
    title_width = width - number_width - GAP - (DATE_WIDTH + GAP if wide else 0)
    columns = [
        Column("Frist", DATE_WIDTH),
        Column("Nr.", number_width),
        Column(label(einstellungen, Begriff.MASSNAHME)),
    ]
    rows = []
    for eintrag in eintraege:
        bodies = _short_actors(leading(eintrag), title_width)
        part = anteil(bericht, eintrag)
        below = f"{bodies}{f'; {part}' if part else ''} – {reported([eintrag])}"
        frist = _when([eintrag])
        lines = [cut(title_of(eintrag, einstellungen), title_width), below if wide else f"{frist}: {below}"]
        rows.append((frist, eintrag.gliederung, "\n".join(lines))[0 if wide else 1 :])
    return Table(tuple(columns[0 if wide else 1 :]), tuple(rows))


def _usual_wording(eintraege: Sequence[Eintrag]) -> str | None:
    """Return the wording that most of what runs has, as it is mostly written; None if no two share one."""
    texts = [eintrag.teil_text for eintrag in eintraege if _plain_wording(eintrag)]
    if not texts:
        return None
    folded, times = Counter(text.casefold() for text in texts).most_common(1)[0]
    return Counter(t for t in texts if t.casefold() == folded).most_common(1)[0][0] if times > 1 else None


def _plain_wording(eintrag: Eintrag) -> bool:
    """Tell whether the wording says it all: it has neither a sign nor a Frist."""
    return not eintrag.mehrdeutig and eintrag.faellig is None


def _running_report(eintrag: Eintrag) -> str:
    """Write a report in short; with its words where it tells of more than that the Maßnahme runs."""
    antwort = eintrag.antwort
    if antwort is not None and (antwort.stand not in UNDERWAY or antwort.neuer_termin):
        return reported_with_text([eintrag])
    return reported([eintrag]) if eintrag.letzte else ""


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


def _notes(bericht: Duebericht, gleiche: list[Eintrag], einstellungen: Einstellungen) -> list[str]:
    eintrag = gleiche[0]
    mark = MEHRDEUTIG if eintrag.mehrdeutig and eintrag.faellig is None else ""
    notes = [f"{label(einstellungen, Begriff.TERMIN)}: {mark}{eintrag.teil_text}", anteil(bericht, eintrag)]
    if eintrag.gruppe is Gruppe.UEBERFAELLIG or eintrag.letzte:
        notes.append(reported_with_text(gleiche))
    return list(filter(None, notes))


def _short_actors(names: list[str], width: int) -> str:
    if not names:
        return "–"
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    return cut(names[0], width - len(more)) + more


def _number_width(bericht: Duebericht) -> int:
    """Measure the column of numbers, the same in every group, with room for the sign behind one."""
    alle = (*bericht.eintraege, *naechste(bericht))
    return max([len("Nr."), *(len(eintrag.gliederung) + 1 for eintrag in alle)])


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
