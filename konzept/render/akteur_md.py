"""The bodies by kind as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from konzept.domain.einstellungen import Begriff
from konzept.render.akteur_text import stellenname
from konzept.render.seite import markdown_page
from konzept.render.words import AKTEURARTEN, ROLLEN, anzahl

if TYPE_CHECKING:
    from konzept.domain.einstellungen import Bezeichnung, Einstellungen
    from konzept.render.templates import Templates
    from konzept.reports.akteur import Akteursbericht, Akteurzeile


def akteur_md(bericht: Akteursbericht, einstellungen: Einstellungen, templates: Templates) -> str:
    """Write the bodies under the name of their kind; raises TemplateError."""
    wort = einstellungen.bezeichnung(Begriff.MASSNAHME)
    gruppen = [
        {"titel": f"{AKTEURARTEN[art]} ({len(stellen)})", "stellen": [_stelle(one, wort) for one in stellen]}
        for art, stellen in bericht.gruppen
    ]
    titel = f"Zuständige Stellen der Fassung {bericht.fassung}: {bericht.anzahl}"
    return markdown_page(templates, "liste_akteure", {"titel": titel, "gruppen": gruppen})


def _stelle(zeile: Akteurzeile, wort: Bezeichnung) -> dict[str, Any]:
    return {
        "name": stellenname(zeile.akteur),
        "haus": zeile.gehoert_zu or "",
        "zahl": anzahl(zeile.massnahmen, wort.einzahl, wort.mehrzahl)
        if zeile.anteile
        else f"keine {wort.einzahl}",
        "anteile": [
            {
                "nummer": one.nummer,
                "titel": one.titel,
                "rolle": ROLLEN[one.rolle],
                "hinweis": one.hinweis or "",
            }
            for one in zeile.anteile
        ],
    }
