"""One row of the tables of ``due`` for templates: what is due, by when, who leads, what was reported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from konzept.render.due_gemeldet import reported, veraltet_seit
from konzept.render.due_words import OHNE_MELDUNG, anteil, leading_line, title_of
from konzept.render.words import anzahl, kurzes_datum
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from konzept.domain.einstellungen import Einstellungen
    from konzept.reports.due import Duebericht
    from konzept.reports.due_eintrag import Eintrag

Werte = dict[str, Any]
"""Plain values for a template: dicts, lists, strings and truth values."""

FRISTEN_GEZEIGT = 3
"""So many Fristen of one rhythm are named; of more the first, the last and the number."""


@dataclass(frozen=True, slots=True)
class Schreiber:
    """How a format writes what the plan and the log say: plain words, and Markdown on one line."""

    worte: Callable[[str], str]
    satz: Callable[[str], str]


def zeile(
    bericht: Duebericht,
    gleiche: Sequence[Eintrag],
    einstellungen: Einstellungen,
    schreiber: Schreiber,
    *,
    alle_stumm: bool,
) -> Werte:
    """Give the Fristen of one part as a row; with ``alle_stumm`` it is said above that nobody has reported."""
    eintrag = gleiche[0]
    tage = [one.faellig for one in gleiche if one.faellig is not None]
    viele = len(tage) > FRISTEN_GEZEIGT
    veraltet = eintrag.ohne_sachstand and not alle_stumm
    return {
        "anker": anker(eintrag),
        "nummer": eintrag.gliederung,
        "titel": schreiber.worte(title_of(eintrag, einstellungen)),
        "termin": schreiber.worte(eintrag.teil_text),
        "mehrdeutig": eintrag.mehrdeutig,
        "fristen": [
            {"tag": tag.isoformat(), "text": kurzes_datum(tag)}
            for tag in ([tage[0], tage[-1]] if viele else tage)
        ],
        "fristenzahl": anzahl(len(tage), "Frist", "Fristen") if viele else "",
        "uebertrag": eintrag.uebertrag,
        "federfuehrend": schreiber.worte(leading_line(eintrag)) or "–",
        "anteil": schreiber.worte(anteil(bericht, eintrag)),
        "meldung": {
            "satz": _meldung(gleiche, veraltet=veraltet),
            "text": schreiber.satz(eintrag.antwort.text) if eintrag.antwort and eintrag.antwort.text else "",
            "fehlt": eintrag.antwort is None and eintrag.gruppe is Gruppe.UEBERFAELLIG,
            "veraltet": veraltet_seit(einstellungen) if veraltet else "",
        },
    }


def anker(eintrag: Eintrag) -> str:
    """Return the anchor of a row: made of ids and the day, so that it stays when the Frist is overdue or done."""
    name = f"{eintrag.massnahme or eintrag.bezug}-{eintrag.teil}"
    return f"frist-{name}-{eintrag.faellig.isoformat()}" if eintrag.faellig else f"teil-{name}"


def _meldung(gleiche: Sequence[Eintrag], *, veraltet: bool) -> str:
    """Say what was reported; nothing where the sign for old reports says it, a dash where nobody is asked."""
    eintrag = gleiche[0]
    if eintrag.letzte is None and veraltet:
        return ""
    if eintrag.letzte is None and eintrag.massnahme is None and eintrag.gruppe is not Gruppe.UEBERFAELLIG:
        return "–"
    return OHNE_MELDUNG if eintrag.letzte is None else reported(gleiche)
