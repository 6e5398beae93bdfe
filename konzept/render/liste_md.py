"""The Maßnahmen of a Fassung as a Markdown table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from konzept.domain.einstellungen import Begriff
from konzept.render.due_words import label
from konzept.render.liste_words import (
    LESARTEN,
    fristzeilen,
    gemeldet,
    liste_titel,
    mit_lesarten,
    nichts_gefunden,
    vorbehalt,
)
from konzept.render.seite import markdown_page
from konzept.render.words import kurzes_datum

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from konzept.domain.einstellungen import Einstellungen
    from konzept.render.templates import Templates
    from konzept.reports.liste import Liste, Listenzeile


def liste_md(
    bericht: Liste, einstellungen: Einstellungen, templates: Templates, *, auswahl: str | None = None
) -> str:
    """Write the table; ``auswahl`` names in words what was looked for. Raises TemplateError."""
    return markdown_page(
        templates,
        "liste",
        {
            "titel": liste_titel(bericht, einstellungen, auswahl),
            "auswahl": auswahl or "",
            "stichtag": kurzes_datum(bericht.stichtag),
            "nichts": "" if bericht.zeilen else nichts_gefunden(einstellungen, auswahl),
            "lesarten": LESARTEN if mit_lesarten(bericht.zeilen) else "",
            **tabellenwerte(bericht.zeilen, bericht.stichtag, einstellungen),
        },
    )


def tabellenwerte(
    zeilen: Sequence[Listenzeile], stichtag: date, einstellungen: Einstellungen
) -> dict[str, Any]:
    """Give the values of ``md/liste_tabelle.j2.md``."""
    return {
        "massnahme": label(einstellungen, Begriff.MASSNAHME),
        "zeilen": [_zeile(zeile, stichtag) for zeile in zeilen],
    }


def _zeile(zeile: Listenzeile, stichtag: date) -> dict[str, Any]:
    satz, neu = vorbehalt(zeile)
    gemeldetes = [
        *filter(None, gemeldet(zeile.letzte, zeile.antwort)),
        *([f"neuer Termin: {neu}"] if neu else []),
    ]
    return {
        "nummer": zeile.nummer,
        "titel": zeile.titel,
        "id": zeile.id,
        "frist": ", ".join(fristzeilen(zeile, stichtag)),
        "sachstand": ", ".join(gemeldetes) + (f". {satz}" if satz else ""),
        "leitung": ", ".join(zeile.federfuehrend) or "–",
    }
