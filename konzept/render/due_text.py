"""What is due as text for 80 columns: the overdue first and in full, what merely runs in one line each."""

from __future__ import annotations

import textwrap
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.domain.einstellungen import Begriff
from konzept.domain.handlungsfeld import erster_satz
from konzept.render.table import GAP, MINIMUM_WIDTH, Column, Table, plain, visible
from konzept.render.words import (
    ROLLEN,
    STAENDE,
    anzahl,
    aufzaehlung,
    deutsche_zeit,
    deutsches_datum,
    kurzes_datum,
)
from konzept.reports.due_fassung import Wahlgrund
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from konzept.domain.einstellungen import Einstellungen
    from konzept.reports.due import Duebericht
    from konzept.reports.due_eintrag import Eintrag, Verweis

GRUPPEN = {
    Gruppe.UEBERFAELLIG: "überfällig",
    Gruppe.FAELLIG: "fällig",
    Gruppe.WIEDERKEHREND: "wiederkehrend",
    Gruppe.LAUFEND: "laufend",
    Gruppe.MOEGLICH: "möglich",
    Gruppe.UNBESTIMMT: "unbestimmt",
    Gruppe.ERLEDIGT: "erledigt",
}
ERKLAERUNGEN = {
    Gruppe.MOEGLICH: "Ein Turnus ohne Anfangsjahr: Ob er in diesen Zeitraum fällt, sagt der Plan nicht.",
    Gruppe.UNBESTIMMT: "Aus dem Wortlaut folgt kein Datum.",
}
"""What a reader cannot tell from the name of a group."""

MEHRDEUTIG = "~"
VERALTET = "°"
DUE_RULES: Sequence[tuple[str, str]] = (
    (r"^ÜBERFÄLLIG[^\n]*$", "bold red"),
    (r"^(?:FÄLLIG|WIEDERKEHREND|LAUFEND|MÖGLICH|UNBESTIMMT)[^\n]*$", "bold"),
    (r"^ERLEDIGT[^\n]*$", "bold green"),
    (r"\bohne Meldung\b", "yellow"),
    (r"^─[─ ]*$", "dim"),
)
"""The lines and words that a terminal shows in colour; each also says in words what the colour does."""

DATE_WIDTH = 12
ACTOR_WIDTH = 24
SHORT_ACTOR_WIDTH = 27
SHORTEST_STUMP = 4
"""A word is cut where so many letters of it remain; less of it says nothing."""
DATES_SHOWN = 3
"""So many Fristen of one rhythm stand below each other; of more the first, the last and the number."""


def due_text(
    bericht: Duebericht,
    einstellungen: Einstellungen,
    width: int = 80,
    *,
    grund: Wahlgrund = Wahlgrund.GENANNT,
    auswahl: str | None = None,
) -> str:
    """Write the answer for ``width`` columns (at least 40); the names of the levels are the county's own.

    ``grund`` says why this Fassung was taken, ``auswahl`` names what was asked for if it is not the whole plan.
    """
    width = max(width, MINIMUM_WIDTH)
    blocks = [_head(bericht, einstellungen, width, grund, auswahl)]
    for gruppe, eintraege in groupby(bericht.eintraege, key=lambda eintrag: eintrag.gruppe):
        blocks.append(_group(bericht, gruppe, list(eintraege), einstellungen, width))
    if not bericht.eintraege:
        blocks.append("Nichts davon im Zeitraum.\n")
    blocks += [_legend(bericht, einstellungen, width), _sum(bericht, einstellungen, width)]
    return "\n".join(filter(None, blocks))


def fassungssatz(bericht: Duebericht, grund: Wahlgrund) -> str | None:
    """Say in one sentence that another Fassung is shown than one in force, if that is so."""
    tag, name = deutsches_datum(bericht.frage.bis), bericht.fassung.id
    if grund is Wahlgrund.LETZTE:
        bis = bericht.fassung.rahmen.gilt_bis
        ende = f" (sie gilt bis {deutsche_zeit(bis)})" if bis else ""
        return f"Am {tag} gilt keine Fassung; ausgewertet ist die letzte davor, {name}{ende}."
    if grund is Wahlgrund.ERSTE:
        return f"Am {tag} galt noch keine Fassung; ausgewertet ist die erste, {name}."
    return None


def _head(
    bericht: Duebericht, einstellungen: Einstellungen, width: int, grund: Wahlgrund, auswahl: str | None
) -> str:
    frage, rahmen = bericht.frage, bericht.fassung.rahmen
    zeitraum = f"{kurzes_datum(frage.von)} bis {kurzes_datum(frage.bis)}"
    titel = f"Was {frage.jahr if frage.jahr is not None else f'vom {zeitraum}'} fällig ist"
    rows = [
        ("Fassung", f"{bericht.fassung.id}, {rahmen.art}, Stand {deutsche_zeit(rahmen.stand)}"),
        ("Zeitraum", zeitraum),
        ("Stichtag", kurzes_datum(frage.stichtag)),
    ]
    if einstellungen.koerperschaft:
        rows.insert(0, ("Plan", einstellungen.koerperschaft))
    if auswahl:
        rows.append(("Auswahl", auswahl))
    lines = [titel, "=" * len(titel)]
    for name, text in rows:
        lines += _wrapped(text, width, f"{name:<10}", " " * 10)
    satz = fassungssatz(bericht, grund)
    if satz:
        lines += _wrapped(satz, width)
    if not rahmen.vollstaendig:
        lines += _wrapped("Diese Fassung ist nur in Teilen bekannt; was fehlt, ist nicht bekannt.", width)
    return "\n".join(lines) + "\n"


def _group(
    bericht: Duebericht, gruppe: Gruppe, eintraege: list[Eintrag], einstellungen: Einstellungen, width: int
) -> str:
    heading = f"{GRUPPEN[gruppe].upper()}: {len(eintraege)}"
    if gruppe is Gruppe.UEBERFAELLIG:
        gemeldet = sum(eintrag.gemeldet for eintrag in eintraege)
        heading += f", davon {gemeldet} mit Meldung und {len(eintraege) - gemeldet} ohne Meldung"
    notes = [ERKLAERUNGEN[gruppe]] if gruppe in ERKLAERUNGEN else []
    if gruppe is Gruppe.LAUFEND:
        table, running_notes = _running(bericht, eintraege, einstellungen, width)
        notes += running_notes
    else:
        table = _dated(bericht, eintraege, einstellungen)
    lines = _wrapped(heading, width)
    for note in notes:
        lines += _wrapped(note, width)
    return "\n".join([*lines, "", plain(table, width)])


def _dated(bericht: Duebericht, eintraege: list[Eintrag], einstellungen: Einstellungen) -> Table:
    """Lay out entries in full, with the wording of the Termin and the report below the title."""
    columns = (
        Column("Nr.", _number_width(bericht.eintraege)),
        Column(_label(einstellungen, Begriff.MASSNAHME)),
        Column("Frist", DATE_WIDTH),
        Column("Federführend", ACTOR_WIDTH),
    )
    rows: list[tuple[str, ...]] = []
    for gleiche in _same_part(eintraege):
        eintrag = gleiche[0]
        title = "\n".join([_title(eintrag, einstellungen), *_notes(bericht, eintrag, einstellungen)])
        rows += [(eintrag.gliederung, title, _when(gleiche), ", ".join(_leading(eintrag)) or "–")]
        rows += [("",) * len(columns)]  # rows of several lines need air between them
    return Table(columns, tuple(rows[:-1]))


def _running(
    bericht: Duebericht, eintraege: list[Eintrag], einstellungen: Einstellungen, width: int
) -> tuple[Table, list[str]]:
    """Lay out what runs, one line each; a second one only where the wording differs or a report is known."""
    usual, times = Counter(e.teil_text.casefold() for e in eintraege).most_common(1)[0]
    notes = []
    if times > 1:
        notes.append(
            f"Der {_label(einstellungen, Begriff.TERMIN)} lautet »{usual}«, wo nichts anderes steht."
        )
    silent = sum(eintrag.ohne_sachstand for eintrag in eintraege)
    months = einstellungen.berichtsrhythmus.monate
    since = f"seit mehr als {anzahl(months, 'Monat', 'Monaten')} ohne Meldung"
    all_silent = silent == len(eintraege)
    if silent:
        which = "Alle sind" if all_silent else f"{VERALTET} = {since}:"
        notes.append(f"{which} {since}." if all_silent else f"{which} {silent} von {len(eintraege)}.")
    number_width = _number_width(bericht.eintraege)
    title_width = width - number_width - SHORT_ACTOR_WIDTH - 2 * GAP
    rows = []
    for eintrag in eintraege:
        lines = [_cut(_title(eintrag, einstellungen), title_width)]
        if times == 1 or eintrag.teil_text.casefold() != usual:
            lines.append(_span(eintrag))
        lines += [_reported(eintrag, whole=False)] if eintrag.letzte else []
        mark = VERALTET if eintrag.ohne_sachstand and not all_silent else ""
        rows.append((f"{eintrag.gliederung}{mark}", "\n".join(lines), _short_actors(_leading(eintrag))))
    columns = (
        Column("Nr.", number_width),
        Column(_label(einstellungen, Begriff.MASSNAHME)),
        Column("Federführend", SHORT_ACTOR_WIDTH),
    )
    return Table(columns, tuple(rows)), notes


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
    notes = [f"{_label(einstellungen, Begriff.TERMIN)}: {mark}{eintrag.teil_text}"]
    asked = bericht.frage.akteure
    if asked is not None:
        parts = [a for a in eintrag.akteure if a.id in asked]
        if all(part.rolle is not Rolle.FEDERFUEHREND for part in parts):
            notes.append("; ".join(f"{part.kurz}: {ROLLEN[part.rolle]}" for part in parts))
    if eintrag.gruppe is Gruppe.UEBERFAELLIG or eintrag.letzte:
        notes.append(_reported(eintrag, whole=True))
    return notes


def _reported(eintrag: Eintrag, *, whole: bool) -> str:
    """Say what was reported last and that a body asked since has not answered; in one line unless ``whole``."""
    antwort, letzte = eintrag.antwort, eintrag.letzte
    asked = ""
    if letzte is not None and letzte is not antwort:
        asked = f"keine Rückmeldung am {deutsches_datum(letzte.am)}"
    if antwort is None:
        return f"ohne Meldung, {asked}" if asked else "ohne Meldung"
    said = f"gemeldet am {deutsches_datum(antwort.am)}: {STAENDE[antwort.stand]}"
    if antwort.neuer_termin:
        said += f", neuer Termin: {antwort.neuer_termin}"
    if asked:
        said += f", danach {asked}"
    return f"{said}. {erster_satz(antwort.text)}" if whole and antwort.text else said


def _title(eintrag: Eintrag, einstellungen: Einstellungen) -> str:
    if eintrag.massnahme is not None:
        return eintrag.titel
    return f"{_label(einstellungen, Begriff.HANDLUNGSZIEL)}: {eintrag.titel}"


def _leading(eintrag: Eintrag) -> list[str]:
    """Name who leads; where nobody does, who else has a part, with that part."""
    leading = [a.kurz for a in eintrag.akteure if a.rolle is Rolle.FEDERFUEHREND]
    return list(dict.fromkeys(leading or [f"{ROLLEN[a.rolle]}: {a.kurz}" for a in eintrag.akteure]))


def _short_actors(names: list[str]) -> str:
    if not names:
        return "–"
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    return _cut(names[0], SHORT_ACTOR_WIDTH - len(more)) + more


def _legend(bericht: Duebericht, einstellungen: Einstellungen, width: int) -> str:
    """Explain the sign of an ambiguous wording, once for each part that bears it."""
    parts = {
        (e.bezug, e.teil): f"{e.gliederung}  »{e.teil_text}«" + (f": {e.hinweis}" if e.hinweis else "")
        for e in bericht.eintraege
        if e.mehrdeutig
    }
    if not parts:
        return ""
    termin = _label(einstellungen, Begriff.TERMIN)
    lines = _wrapped(
        f"{MEHRDEUTIG} = Der Wortlaut lässt mehrere Lesarten zu; gezeigt ist eine. Ein {termin}, der so "
        "wiederkehrt, wird nie überfällig.",
        width,
        rest="    ",
    )
    for text in parts.values():
        lines += _wrapped(text, width, "    ", " " * 8)
    return "\n".join(lines) + "\n"


def _sum(bericht: Duebericht, einstellungen: Einstellungen, width: int) -> str:
    """Account for every Termin, and name what has none."""
    termine, wort = bericht.termine, einstellungen.bezeichnung(Begriff.TERMIN)
    counts = [f"{zahl} {GRUPPEN[gruppe]}" for gruppe, zahl in termine.je_gruppe.items() if zahl]
    if termine.ausserhalb:
        counts.append(f"{len(termine.ausserhalb)} ohne Frist im Zeitraum")
    total = anzahl(termine.gesamt, wort.einzahl, wort.mehrzahl)
    einmal = " Gezählt ist jeder einmal, in seiner dringendsten Gruppe." if counts else ""
    lines = _wrapped(f"Summe: {total}{f': {aufzaehlung(counts)}' if counts else ''}.{einmal}", width)
    if termine.ausserhalb:
        lines += _list("Ohne Frist im Zeitraum", termine.ausserhalb, width)
    massnahmen = einstellungen.bezeichnung(Begriff.MASSNAHME)
    if bericht.ohne_termin:
        lines += _list(f"{massnahmen.mehrzahl} ohne {wort.einzahl}", bericht.ohne_termin, width)
    else:
        lines.append(f"{massnahmen.mehrzahl} ohne {wort.einzahl}: keine.")
    return "\n".join(lines) + "\n"


def _list(heading: str, verweise: Sequence[Verweis], width: int) -> list[str]:
    number_width = max(len(verweis.nummer) for verweis in verweise)
    lines = [f"{heading}: {len(verweise)}"]
    for verweis in verweise:
        number = f"  {verweis.nummer:<{number_width}}  "
        lines.append(number + _cut(verweis.titel, width - len(number)))
    return lines


def _label(einstellungen: Einstellungen, begriff: Begriff) -> str:
    return einstellungen.bezeichnung(begriff).einzahl


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(visible(text), width, initial_indent=first, subsequent_indent=rest)


def _number_width(eintraege: Sequence[Eintrag]) -> int:
    """Measure the column of numbers, the same in every group, with room for the sign behind one."""
    return max(len("Nr."), *(len(eintrag.gliederung) + 1 for eintrag in eintraege))


def _cut(text: str, width: int) -> str:
    """Cut a text to one line; within a word if enough of it remains to be known by."""
    line = " ".join(visible(text).split())
    if len(line) <= width:
        return line
    kept = line[: width - 1]
    words, blank, stump = kept.rpartition(" ")
    return f"{words} …" if blank and len(stump) < SHORTEST_STUMP else f"{kept.rstrip()}…"
