"""The comparison for machines keeps to the contract of the design, key by key."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from konzept.load import load_plan
from konzept.render.diff_json import diff_json
from konzept.reports.diff import vergleiche

ROOT = Path(__file__).parent.parent.parent
VERGLEICHE = [(".", "2018", "2020"), ("beispiele/musterkreis", "2022", "2025")]
SCHLUESSEL = {
    "ebene",
    "art",
    "id",
    "nummer_alt",
    "nummer_neu",
    "titel",
    "eltern_alt",
    "eltern_neu",
    "ziele",
} | {
    "felder",
    "grund",
    "begruendung",
    "erschlossen",
}


def als_json(ordner: str, alt: str, neu: str, *, alles: bool = False) -> str:
    plan = load_plan(ROOT / ordner).plan
    return diff_json(vergleiche(plan, plan.fassung_nach_id[alt], plan.fassung_nach_id[neu]), alles=alles)


@pytest.mark.parametrize(("ordner", "alt", "neu"), VERGLEICHE, ids=["ilm-kreis", "musterkreis"])
def test_the_answer_is_the_golden_one(ordner: str, alt: str, neu: str) -> None:
    ergebnis = als_json(ordner, alt, neu)
    golden = ROOT / "tests" / "golden" / f"diff-{alt}-{neu}.json"
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        golden.write_text(ergebnis, encoding="utf-8", newline="\n")
    assert ergebnis == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("alles", [False, True])
@pytest.mark.parametrize(("ordner", "alt", "neu"), VERGLEICHE, ids=["ilm-kreis", "musterkreis"])
def test_the_contract(ordner: str, alt: str, neu: str, *, alles: bool) -> None:
    daten: dict[str, Any] = json.loads(als_json(ordner, alt, neu, alles=alles))
    assert (daten["von"], daten["nach"]) == (alt, neu)
    for eine in daten["aenderungen"]:
        assert eine.keys() >= SCHLUESSEL
        for feld in eine["felder"]:
            assert feld.keys() >= {"feld", "alt", "neu", "gewicht", "code"}
            assert all(feld[seite] is None or isinstance(feld[seite], str) for seite in ("alt", "neu"))
            assert feld["alt"] != feld["neu"] or feld["werte"]
    for konto in daten["bilanz"].values():
        assert konto["alt"] == sum(zahl for name, zahl in konto.items() if name != "alt")
        assert {"fortgefuehrt", "offen"} <= konto.keys()
    gezaehlt = sum(zahl for arten in daten["zaehlung"].values() for zahl in arten.values())
    nebenbei = sum(
        arten[art] for arten in daten["zaehlung"].values() for art in ("unveraendert", "nicht-belegt")
    )
    assert len(daten["aenderungen"]) == gezaehlt - (0 if alles else nebenbei)


def test_the_shipped_plan() -> None:
    daten = json.loads(als_json(".", "2018", "2020"))
    gezaehlt = sorted({(eine["ebene"], eine["art"], eine["grund"]) for eine in daten["aenderungen"]}, key=str)
    assert gezaehlt == [
        ("handlungsziel", "entfallen", "nicht-aufgenommen"),
        ("handlungsziel", "umnummeriert", None),
        ("massnahme", "entfallen", "nicht-aufgenommen"),
    ]
    assert len(daten["aenderungen"]) == 7 + 6 + 1
    (ziel,) = [eine for eine in daten["aenderungen"] if eine["art"] == "umnummeriert"]
    assert (ziel["nummer_alt"], ziel["nummer_neu"], ziel["erschlossen"]) == ("5.8", "5.6", True)
    assert daten["bilanz"]["massnahme"] == {"alt": 7, "fortgefuehrt": 0, "nicht-aufgenommen": 7, "offen": 0}
    assert daten["bilanz"]["handlungsziel"] == {
        "alt": 7,
        "fortgefuehrt": 1,
        "nicht-aufgenommen": 6,
        "offen": 0,
    }
    assert daten["bilanz"]["handlungsfeld"] == {"alt": 3, "fortgefuehrt": 3, "offen": 0}
    assert daten["zaehlung"]["handlungsziel"]["nicht-belegt"] == 41
    assert daten["zaehlung"]["handlungsziel"]["neu"] == 0
    assert len(daten["gruende"]) == 4


def test_a_moved_termin_says_by_how_much() -> None:
    daten = json.loads(als_json("beispiele/musterkreis", "2022", "2025"))
    verschoben = [
        feld["verschiebung"]
        for eine in daten["aenderungen"]
        for feld in eine["felder"]
        if feld["code"] == "termin-verschoben"
    ]
    assert verschoben
    for eine in verschoben:
        # in months or in days, and in words; a Termin of several parts names the one that moved
        assert (eine["monate"] is None) is not (eine["tage"] is None)
        assert re.search(r"(?:^|Veröffentlichung )(?:rund )?[+-][0-9]+ (?:Monat|Tag)e?", eine["text"])
        assert [teil["monate"] or teil["tage"] for teil in eine["teile"] if teil["was"] == "ende"] == [
            eine["monate"] or eine["tage"]
        ]


def test_the_moved_part_of_a_termin_stands_with_both_readings() -> None:
    daten = json.loads(als_json("beispiele/musterkreis", "2022", "2025"))
    (feld,) = next(eine["felder"] for eine in daten["aenderungen"] if eine["id"] == "vordrucke-mehrsprachig")
    (teil,) = feld["verschiebung"]["teile"]
    assert (teil["was"], teil["teil_alt"], teil["teil_neu"], teil["monate"]) == ("ende", 2, 2, 15)
    assert (teil["alt"]["ende"], teil["neu"]["ende"]) == ("2023-12-31", "2025-03-31")
    assert teil["text"] == "Veröffentlichung +15 Monate"


def test_the_wording_stays_and_the_first_year_of_the_rhythm_is_told() -> None:
    daten = json.loads(als_json("beispiele/musterkreis", "2022", "2025"))
    (feld,) = next(eine["felder"] for eine in daten["aenderungen"] if eine["id"] == "wohnraumkonferenz")
    assert (feld["code"], feld["gewicht"], feld["alt"]) == ("turnus-geaendert", "wesentlich", feld["neu"])
    assert (feld["verschiebung"]["turnus_alt"], feld["verschiebung"]["turnus_neu"]) == (None, 2025)
    assert feld["werte"]["neu"] == {"text": "im 2-Jahres-Turnus", "teile": [], "turnus_ab": 2025}


@pytest.mark.parametrize(
    ("von", "nach", "richtung"),
    [("2018", "2020", "vorwaerts"), ("2020", "2018", "rueckwaerts"), ("2020", "2020", "gleich")],
)
def test_the_direction_is_a_key_and_the_contract_stays(von: str, nach: str, richtung: str) -> None:
    daten = json.loads(als_json(".", von, nach))
    assert daten["leserichtung"] == richtung
    assert set(daten["bilanz"]) == {"leitziel", "handlungsfeld", "handlungsziel", "massnahme"}
    assert {"neu", "entfallen"} <= daten["zaehlung"]["massnahme"].keys()


def test_the_musterkreis_shows_every_kind_of_change() -> None:
    daten = json.loads(als_json("beispiele/musterkreis", "2022", "2025", alles=True))
    arten = {eine["art"] for eine in daten["aenderungen"]}
    assert arten == {
        "neu",
        "entfallen",
        "zusammengelegt",
        "aufgeteilt",
        "verschoben",
        "geaendert",
        "umnummeriert",
        "unveraendert",
    }
    assert {feld["gewicht"] for eine in daten["aenderungen"] for feld in eine["felder"]} == {
        "wesentlich",
        "redaktionell",
    }
