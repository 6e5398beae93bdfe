"""The short version as JSON: the figures of the plan and of its state, for pages and slides that others make."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from konzept.reports.kurzfassung import Kurzfassung, Kurzfeld
    from konzept.reports.sachstandsbericht_teile import Fristgruppe

    Daten = dict[str, Any]


def kurzfassung_json(bericht: Kurzfassung) -> str:
    """Write the short version; days in ISO form, absent values null, nothing shortened.

    ``{"fassung", "titel", "art", "koerperschaft", "land", "gilt_von", "gilt_bis", "stand", "beschlossen_am",
    "stichtag", "umfang": {"handlungsfelder", "handlungsziele", "massnahmen", "stellen"}, "leitziele": [{"id",
    "nummer", "titel"}], "ampel": {wort: anzahl}, "ueberfaellig", "handlungsfelder": [{"id", "nummer", "titel",
    "handlungsziele", "massnahmen", "ampel", "ueberfaellig", "inhalt": [{"ebene", "id", "nummer", "titel"}]}],
    "naechste": [{"massnahme", "nummer", "titel", "fristen"}], "bis", "federfuehrend": [{"id", "name",
    "massnahmen"}]}``. ``ampel`` holds every word; ``naechste`` are the Fristen up to ``bis``.
    """
    konzept, stand = bericht.konzept, bericht.stand
    rahmen, umfang = konzept.rahmen, konzept.umfang
    beschluss = rahmen.beschluss
    content = {
        "fassung": konzept.fassung,
        "titel": rahmen.titel,
        "art": rahmen.art,
        "koerperschaft": konzept.koerperschaft,
        "land": konzept.land,
        "gilt_von": str(rahmen.gilt_von) if rahmen.gilt_von else None,
        "gilt_bis": str(rahmen.gilt_bis) if rahmen.gilt_bis else None,
        "stand": str(rahmen.stand),
        "beschlossen_am": beschluss.datum.isoformat() if beschluss and beschluss.datum else None,
        "stichtag": stand.zeitraum.stichtag.isoformat(),
        "umfang": {
            "handlungsfelder": umfang.felder,
            "handlungsziele": umfang.ziele,
            "massnahmen": umfang.massnahmen,
            "stellen": umfang.stellen,
        },
        "leitziele": [
            {"id": one.leitziel.id, "nummer": one.leitziel.nummer, "titel": one.leitziel.titel}
            for one in konzept.leitziele
        ],
        "ampel": {one.wort.value: one.anzahl for one in stand.ampel},
        "ueberfaellig": stand.zahlen.ueberfaellig,
        "handlungsfelder": [_feld(feld) for feld in bericht.felder],
        "naechste": [_frist(gruppe) for gruppe in stand.kommend],
        "bis": stand.zeitraum.bis.isoformat(),
        "federfuehrend": [
            {"id": one.akteur.id, "name": one.akteur.name, "massnahmen": one.massnahmen}
            for one in bericht.fuehrende
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _feld(feld: Kurzfeld) -> Daten:
    ort = feld.stand.verweis
    return {
        "id": ort.id,
        "nummer": ort.nummer,
        "titel": ort.titel,
        "handlungsziele": feld.ziele,
        "massnahmen": len(feld.stand.massnahmen),
        "ampel": {wort.value: zahl for wort, zahl in feld.stand.je_wort.items()},
        "ueberfaellig": feld.stand.ueberfaellig,
        "inhalt": [
            {"ebene": one.ebene.value, "id": one.id, "nummer": one.nummer, "titel": one.titel}
            for one in feld.inhalt
        ],
    }


def _frist(gruppe: Fristgruppe) -> Daten:
    eintrag = gruppe.eintrag
    return {
        "massnahme": eintrag.massnahme,
        "nummer": eintrag.gliederung,
        "titel": eintrag.titel,
        "fristen": [tag.isoformat() for tag in gruppe.tage],
    }
