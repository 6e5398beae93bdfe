"""The sheets of Maßnahmen as JSON: the card of each, with what the sheet adds to it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from konzept.render.karte_json import karte_json

if TYPE_CHECKING:
    from konzept.reports.evaluation_indikatoren import Indikatorstand
    from konzept.reports.massnahmenblatt import Massnahmenblaetter, Massnahmenblatt

    Daten = dict[str, Any]


def massnahmenblatt_json(bericht: Massnahmenblaetter) -> str:
    """Write the sheets; days in ISO form, absent values null, numbers of indicators exact as text.

    ``{"fassung", "titel", "koerperschaft", "stichtag", "akteur", "gesamt", "massnahmen": [{…, "leitziele", "ampel":
    {"wort", "gruende": [{"art", "tag", "text"}]}, "indikatorwerte": [{"id", "titel", "ebene", "lage", "weg", "werte":
    [{"am", "wert", "vor_beginn"}]}], "neu"}]}``. Each entry holds first of all what ``konzept show ID --format json``
    gives of the Maßnahme. ``akteur`` is the id of the body they were chosen by.
    """
    rahmen = bericht.fassung.rahmen
    content = {
        "fassung": bericht.fassung.id,
        "titel": rahmen.titel,
        "koerperschaft": bericht.einstellungen.koerperschaft,
        "stichtag": bericht.stichtag.isoformat(),
        "akteur": bericht.akteur.id if bericht.akteur else None,
        "gesamt": bericht.gesamt,
        "massnahmen": [_blatt(blatt) for blatt in bericht.blaetter],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _blatt(blatt: Massnahmenblatt) -> Daten:
    karte: Daten = json.loads(karte_json(blatt.karte))
    return {
        **karte,
        "leitziele": [name for name, _ in blatt.leitziele],
        "ampel": {
            "wort": blatt.urteil.wort.value,
            "gruende": [
                {"art": one.art.value, "tag": one.tag.isoformat() if one.tag else None, "text": one.text}
                for one in blatt.urteil.gruende
            ],
        },
        "indikatorwerte": [_indikator(stand) for stand in blatt.indikatoren],
        "neu": blatt.neu,
    }


def _indikator(stand: Indikatorstand) -> Daten:
    return {
        "id": stand.indikator.id,
        "titel": stand.indikator.titel,
        "ebene": stand.ort.ebene.value if stand.ort else None,
        "lage": stand.lage.value,
        "weg": stand.weg,
        "werte": [
            {"am": str(punkt.messung.am), "wert": str(punkt.zahl), "vor_beginn": punkt.vorher}
            for punkt in stand.punkte
        ],
    }
