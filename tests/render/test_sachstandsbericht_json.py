"""The Sachstandsbericht as JSON: the keys that others build on, and sums that add up."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from konzept.domain.einstellungen import Ampelwort
from konzept.load import load_plan
from konzept.render.sachstandsbericht_json import sachstandsbericht_json
from konzept.reports.sachstandsbericht import sachstandsbericht

ROOT = Path(__file__).parents[2]


def daten(ort: str, fassung: str, stichtag: str, *, nur: bool = False) -> dict[str, Any]:
    plan = load_plan(ROOT / ort).plan
    eine = sachstandsbericht(plan, plan.fassung_nach_id[fassung], date.fromisoformat(stichtag))
    text = sachstandsbericht_json(eine, nur_aenderungen=nur)
    assert text.endswith("}\n")
    found: dict[str, Any] = json.loads(text)
    return found


KOPF = [
    "fassung",
    "titel",
    "koerperschaft",
    "vollstaendig",
    "stichtag",
    "seit",
    "seit_errechnet",
    "bis",
    "rhythmus",
    "vergleichbar",
    "zahlen",
    "ampel",
    "aenderungen",
]


def test_the_keys() -> None:
    ganz = daten("beispiele/musterkreis", "2022", "2023-07-15")
    assert list(ganz) == [*KOPF, "felder", "ueberfaellig", "kommend", "massnahmen", "staende"]
    assert list(daten("beispiele/musterkreis", "2022", "2023-07-15", nur=True)) == KOPF


def test_one_massnahme() -> None:
    massnahmen = {
        one["id"]: one for one in daten("beispiele/musterkreis", "2022", "2023-07-15")["massnahmen"]
    }
    assert massnahmen["schutzkonzept"] == {
        "id": "schutzkonzept",
        "nummer": "4.2 M1",
        "titel": "Schutzkonzept für Gemeinschaftsunterkünfte",
        "handlungsfeld": "wohnen",
        "handlungsziel": "unterkuenfte",
        "akteure": massnahmen["schutzkonzept"]["akteure"],
        "termin": "Überarbeitung bis 30.06.2023, Umsetzung fortlaufend",
        "termin_bisher": None,
        "gemeldeter_termin": "3. Quartal 2023",
        "frist": {"teil": 1, "faellig": "2023-06-30", "gruppe": "ueberfaellig"},
        "ueberfaellig": 1,
        "aufgeholt": False,
        "ampel": "frist-vorbei",
        "gruende": [
            {"art": "frist", "tag": "2023-06-30", "text": None},
            {"art": "neuer-termin", "tag": None, "text": "3. Quartal 2023"},
        ],
        "sachstand": {
            "am": "2023-06-20",
            "erfasst": "2023-07-05",
            "stand": "begonnen",
            "text": "Der Entwurf ist mit Polizei und Frauenberatung abgestimmt.",
            "von": "sozialamt",
            "neuer_termin": "3. Quartal 2023",
            "beschluss": None,
            "nachgetragen": False,
        },
        "ohne_rueckmeldung_am": None,
    }
    assert {one["rolle"] for one in massnahmen["schutzkonzept"]["akteure"]} >= {"federfuehrend"}
    assert massnahmen["unternehmensnetzwerk"]["ohne_rueckmeldung_am"] == "2023-06-19"


@pytest.mark.parametrize(
    ("ort", "fassung", "stichtag"),
    [
        ("", "2020", "2022-01-01"),
        ("beispiele/musterkreis", "2025", "2025-12-31"),
        ("beispiele/konstanz-2016", "2016", "2017-01-01"),
    ],
)
def test_sums(ort: str, fassung: str, stichtag: str) -> None:
    eine = daten(ort, fassung, stichtag)
    gesamt = eine["zahlen"]["massnahmen"]
    assert {one["wort"] for one in eine["ampel"]} == {wort.value for wort in Ampelwort}
    assert sum(one["anzahl"] for one in eine["ampel"]) == gesamt == len(eine["massnahmen"])
    assert sum(one["anteil"] for one in eine["ampel"]) == (100 if gesamt else 0)
    assert sum(sum(feld["ampel"].values()) for feld in eine["felder"]) == gesamt
    assert sum(len(one["fristen"]) for one in eine["ueberfaellig"]) == eine["zahlen"]["ueberfaellig"]
    assert sum(len(one["fristen"]) for one in eine["kommend"]) == eine["zahlen"]["kommend"]
