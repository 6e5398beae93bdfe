"""The Maßnahmen of a Fassung as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from konzept.reports.liste import Liste, Listenzeile


def liste_json(bericht: Liste) -> str:
    """Write what was found; dates in ISO form or null.

    ``{"fassung", "stichtag", "gesamt", "massnahmen": [{"id", "nummer", "titel", "handlungsfeld", "handlungsziel",
    "termin", "arten", "frist": {"faellig", "gruppe", "mehrdeutig"} | null, "ueberfaellig", "akteure": [{"id",
    "rolle"}], "foerderprogramme", "sachstand": {"am", "stand", "text", "neuer_termin"} | null, "gemeldet"}]}``
    """
    content = {
        "fassung": bericht.fassung.id,
        "stichtag": bericht.stichtag.isoformat(),
        "gesamt": bericht.gesamt,
        "massnahmen": [_zeile(zeile) for zeile in bericht.zeilen],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _zeile(zeile: Listenzeile) -> dict[str, Any]:
    letzte = zeile.letzte
    return {
        "id": zeile.id,
        "nummer": zeile.nummer,
        "titel": zeile.titel,
        "handlungsfeld": zeile.feld.id if zeile.feld else None,
        "handlungsziel": zeile.ziel.id if zeile.ziel else None,
        "termin": zeile.termin,
        "arten": list(dict.fromkeys(teil.art.value for teil in zeile.teile)),
        "frist": _frist(zeile),
        "ueberfaellig": zeile.ueberfaellig,
        "akteure": [{"id": one.id, "rolle": one.rolle.value} for one in zeile.akteure],
        "foerderprogramme": list(zeile.programme),
        "sachstand": {
            "am": letzte.am.isoformat(),
            "stand": letzte.stand.value,
            "text": letzte.text,
            "neuer_termin": letzte.neuer_termin,
        }
        if letzte
        else None,
        "gemeldet": zeile.antwort is not None,
    }


def _frist(zeile: Listenzeile) -> dict[str, Any] | None:
    frist = zeile.frist
    if frist is None:
        return None
    return {
        "faellig": frist.faellig.isoformat() if frist.faellig else None,
        "gruppe": frist.gruppe.value,
        "mehrdeutig": frist.mehrdeutig,
    }
