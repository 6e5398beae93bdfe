"""What is due as text for 80 columns: the overdue first and in full, what merely runs in one line each."""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.render.due_tables import cut, dated, running
from konzept.render.due_words import ERKLAERUNGEN, GRUPPEN, MEHRDEUTIG, fassungssatz, label
from konzept.render.table import MINIMUM_WIDTH, plain, visible
from konzept.render.words import anzahl, aufzaehlung, deutsche_zeit, kurzes_datum
from konzept.reports.due_fassung import Wahlgrund
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from konzept.domain.einstellungen import Einstellungen
    from konzept.reports.due import Duebericht
    from konzept.reports.due_eintrag import Eintrag, Verweis

DUE_RULES: Sequence[tuple[str, str]] = (
    (r"^ÜBERFÄLLIG[^\n]*$", "bold red"),
    (r"^(?:FÄLLIG|WIEDERKEHREND|LAUFEND|MÖGLICH|UNBESTIMMT)[^\n]*$", "bold"),
    (r"^ERLEDIGT[^\n]*$", "bold green"),
    (r"(?<=  )ohne Meldung", "yellow"),
    (r"^[─-][─ -]*$", "dim"),
)
"""The lines and words that a terminal shows in colour; each also says in words what the colour does."""


def due_text(
    bericht: Duebericht,
    einstellungen: Einstellungen,
    width: int = 80,
    *,
    grund: Wahlgrund = Wahlgrund.GENANNT,
    auswahl: str | None = None,
) -> str:
    """Write the answer for ``width`` columns (at least 40); the names of the levels are the county's own.

    ``grund`` says why this Fassung was taken, ``auswahl`` names what was asked for if not the whole plan.
    """
    width = max(width, MINIMUM_WIDTH)
    blocks = [_head(bericht, einstellungen, width, grund, auswahl)]
    for gruppe, eintraege in groupby(bericht.eintraege, key=lambda eintrag: eintrag.gruppe):
        blocks.append(_group(bericht, gruppe, list(eintraege), einstellungen, width))
    if not bericht.eintraege:
        blocks.append("Kein Eintrag.\n")
    blocks += [_legend(bericht, einstellungen, width), _sum(bericht, einstellungen, width)]
    return "\n".join(filter(None, blocks))


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
        lines += _wrapped(
            "Diese Fassung ist nur in Teilen bekannt: Was hier fehlt, kann beschlossen worden sein.", width
        )
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
        table, running_notes = running(bericht, eintraege, einstellungen, width)
        notes += running_notes
    else:
        table = dated(bericht, eintraege, einstellungen, width)
    lines = _wrapped(heading, width)
    for note in notes:
        lines += _wrapped(note, width)
    return "\n".join([*lines, "", plain(table, width)])


def _legend(bericht: Duebericht, einstellungen: Einstellungen, width: int) -> str:
    """Explain the sign of an ambiguous wording, once for each part that bears it."""
    parts = {
        (e.bezug, e.teil): f"{e.gliederung}  »{e.teil_text}«" + (f": {e.hinweis}" if e.hinweis else "")
        for e in bericht.eintraege
        if e.mehrdeutig
    }
    if not parts:
        return ""
    termin = label(einstellungen, Begriff.TERMIN)
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
    if bericht.frage.feld is not None or bericht.frage.akteure is not None:
        total += " der Auswahl"
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
        lines.append(number + cut(verweis.titel, width - len(number)))
    return lines


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(visible(text), width, initial_indent=first, subsequent_indent=rest)
