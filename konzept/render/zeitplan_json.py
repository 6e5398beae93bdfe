"""The Zeitplan as JSON, for whoever draws a chart of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from konzept.render.termin_words import teil_als_daten

if TYPE_CHECKING:
    from konzept.render.zeitplan_zellen import Zeitplandokument
    from konzept.reports.zeitplan import Planfrist, Zeitplanteil, Zeitplanzeile

    Daten = dict[str, Any]


def zeitplan_json(dokument: Zeitplandokument) -> str:
    """Write the grid; days in ISO form, groups by their keys, absent values null.

    ``{"fassung", "titel", "koerperschaft", "vollstaendig", "stichtag", "jahre": [jahr], "zeilen": [{"ebene", "id",
    "nummer", "titel", "handlungsfeld", "handlungsziel", "termin", "gesetzt", "federfuehrend", "teile": [{"nummer",
    "text", "art", "beginn", "ende", "rrule", "mehrdeutig", "hinweis", "gelesen", "moeglich", "offen",
    "jahre": [{"jahr", "fristen": [frist]}], "vorher": [frist], "nachher": [frist]}]}]}``; a frist is ``{"tag",
    "gruppe"}``. A year without Fristen is one in which the part runs, lasts or may come.
    """
    plan, rahmen = dokument.plan, dokument.plan.fassung.rahmen
    content = {
        "fassung": plan.fassung.id,
        "titel": rahmen.titel,
        "koerperschaft": dokument.einstellungen.koerperschaft,
        "vollstaendig": rahmen.vollstaendig,
        "stichtag": plan.stichtag.isoformat(),
        "jahre": list(plan.jahre),
        "zeilen": [_zeile(zeile) for zeile in plan.zeilen],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _zeile(zeile: Zeitplanzeile) -> Daten:
    return {
        "ebene": zeile.verweis.ebene.value,
        "id": zeile.verweis.id,
        "nummer": zeile.verweis.nummer,
        "titel": zeile.verweis.titel,
        "handlungsfeld": zeile.feld.id if zeile.feld else None,
        "handlungsziel": zeile.ziel.id if zeile.ziel else None,
        "termin": zeile.termin,
        "gesetzt": zeile.gesetzt,
        "federfuehrend": list(zeile.federfuehrend),
        "teile": [_teil(teil) for teil in zeile.teile],
    }


def _teil(teil: Zeitplanteil) -> Daten:
    return {
        "nummer": teil.nummer,
        **teil_als_daten(teil.teil),
        "moeglich": teil.moeglich,
        "offen": teil.offen,
        "jahre": [
            {"jahr": anteil.jahr, "fristen": [_frist(one) for one in anteil.fristen]} for anteil in teil.jahre
        ],
        "vorher": [_frist(one) for one in teil.vorher],
        "nachher": [_frist(one) for one in teil.nachher],
    }


def _frist(frist: Planfrist) -> Daten:
    return {"tag": frist.tag.isoformat(), "gruppe": frist.gruppe.value}
