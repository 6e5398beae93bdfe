"""The bodies by kind as text for 80 columns."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from konzept.render.table import visible
from konzept.render.words import AKTEURARTEN, ROLLEN, anzahl

if TYPE_CHECKING:
    from konzept.domain.akteur import Akteur
    from konzept.reports.akteur import Akteursbericht, Akteurzeile, Anteilnahme


def akteur_text(bericht: Akteursbericht, einzahl: str, mehrzahl: str, width: int = 80) -> str:
    """Write the bodies under the name of their kind, each with its Maßnahmen; the words are the county's own."""
    lines = [f"Zuständige Stellen der Fassung {bericht.fassung}: {bericht.anzahl}", ""]
    for art, zeilen in bericht.gruppen:
        heading = f"{AKTEURARTEN[art]} ({len(zeilen)})"
        lines += [heading, "─" * len(heading)]
        for zeile in zeilen:
            lines += [*_body(zeile, einzahl, mehrzahl, width), ""]
    return "\n".join(lines)


def stellenname(akteur: Akteur) -> str:
    """Name a body with its short form, if that is another."""
    return akteur.name if not akteur.kurz or akteur.kurz == akteur.name else f"{akteur.name} ({akteur.kurz})"


def _body(zeile: Akteurzeile, einzahl: str, mehrzahl: str, width: int) -> list[str]:
    name = stellenname(zeile.akteur)
    belongs = f", gehört zu: {zeile.gehoert_zu}" if zeile.gehoert_zu else ""
    count = anzahl(zeile.massnahmen, einzahl, mehrzahl) if zeile.anteile else f"keine {einzahl}"
    lines = _wrapped(f"{name}{belongs} – {count}", width, "")
    for anteil in zeile.anteile:
        lines += _part(anteil, width)
    return lines


def _part(anteil: Anteilnahme, width: int) -> list[str]:
    hint = f" ({anteil.hinweis})" if anteil.hinweis else ""
    return _wrapped(
        f"{anteil.nummer:<8} {anteil.titel} – {ROLLEN[anteil.rolle]}{hint}", width, "  ", " " * 11
    )


def _wrapped(text: str, width: int, first: str, rest: str = "  ") -> list[str]:
    return textwrap.wrap(
        visible(text), width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )
