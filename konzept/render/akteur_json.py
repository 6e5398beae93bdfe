"""The bodies by kind as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from konzept.reports.akteur import Akteursbericht


def akteur_json(bericht: Akteursbericht) -> str:
    """Write ``{"fassung", "akteure": [{"id", "name", "kurz", "art", "gehoert_zu", "massnahmen": [...]}]}``."""
    content = {
        "fassung": bericht.fassung,
        "akteure": [
            {
                "id": zeile.akteur.id,
                "name": zeile.akteur.name,
                "kurz": zeile.akteur.kurz,
                "art": art.value,
                "gehoert_zu": zeile.akteur.gehoert_zu,
                "massnahmen": [
                    {
                        "id": anteil.massnahme,
                        "nummer": anteil.nummer,
                        "titel": anteil.titel,
                        "rolle": anteil.rolle.value,
                        "hinweis": anteil.hinweis,
                    }
                    for anteil in zeile.anteile
                ],
            }
            for art, zeilen in bericht.gruppen
            for zeile in zeilen
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
