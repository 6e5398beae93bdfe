"""The Synopse for machines: every key of the diff, and the marks that join to its texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from konzept.load import load_plan
from konzept.render.diff_json import diff_json
from konzept.render.synopse_json import synopse_json
from konzept.reports.diff import vergleiche
from konzept.reports.synopse import synopse

ROOT = Path(__file__).parents[2]
WILLKOMMENSSEITE = (
    "Die Inhalte der Willkommensmappe werden als mehrsprachige Internetseite veröffentlicht, die sich auf dem Telefon "
    "gut lesen lässt."
)
SYNOPSEN = [("", "2018", "2020"), ("beispiele/musterkreis", "2022", "2025")]


def beide(ort: str, alt: str, neu: str) -> tuple[dict[str, Any], dict[str, Any]]:
    plan = load_plan(ROOT / ort).plan
    fassungen = plan.fassung_nach_id[alt], plan.fassung_nach_id[neu]
    return (
        json.loads(synopse_json(synopse(plan, *fassungen))),
        json.loads(diff_json(vergleiche(plan, *fassungen), alles=True)),
    )


@pytest.mark.parametrize(("ort", "alt", "neu"), SYNOPSEN)
def test_it_is_the_diff_with_more_keys(ort: str, alt: str, neu: str) -> None:
    daten, diff = beide(ort, alt, neu)
    assert daten.keys() - diff.keys() == {"abschnitte"}
    for eine, andere in zip(daten["aenderungen"], diff["aenderungen"], strict=True):
        assert eine.keys() - andere.keys() == {"angaben", "begruendung_fehlt"}
        for feld, anderes in zip(eine["felder"], andere["felder"], strict=True):
            assert feld.keys() - anderes.keys() == {"laeufe", "neu_gefasst"}
            assert {name: feld[name] for name in anderes} == anderes
        gleiche = andere.keys() - {"felder", "begruendung"}
        assert {name: eine[name] for name in gleiche} == {name: andere[name] for name in gleiche}
        # the Synopse names the reason for what is new or changed, too
        assert eine["begruendung"] == andere["begruendung"] or eine["nummer_neu"] or eine["eltern_neu"]


@pytest.mark.parametrize(("ort", "alt", "neu"), SYNOPSEN)
def test_the_runs_join_to_both_texts(ort: str, alt: str, neu: str) -> None:
    for eine in beide(ort, alt, neu)[0]["aenderungen"]:
        for feld in eine["felder"]:
            if feld["alt"] is None or feld["neu"] is None:
                assert feld["laeufe"] is None
                continue
            for seite, andere in (("alt", "neu"), ("neu", "entfallen")):
                texte = [lauf["text"] for lauf in feld["laeufe"] if lauf["art"] != andere]
                assert "".join(texte) == feld[seite]


@pytest.mark.parametrize(("ort", "alt", "neu"), SYNOPSEN)
def test_every_id_is_in_a_row_or_below_one(ort: str, alt: str, neu: str) -> None:
    daten, _ = beide(ort, alt, neu)
    eltern = {eine["id"]: eine["eltern_neu"] or eine["eltern_alt"] for eine in daten["aenderungen"]}
    genannt = {name for abschnitt in daten["abschnitte"] for name in abschnitt["ids"]}
    genannt |= {
        name for abschnitt in daten["abschnitte"] for zeile in abschnitt["zeilen"] for name in zeile["ids"]
    }
    for eine in daten["aenderungen"][1:]:
        name = eine["id"]
        while name not in genannt:
            name = eltern[name]
            assert name is not None
    arten = {zeile["art"] for abschnitt in daten["abschnitte"] for zeile in abschnitt["zeilen"]}
    assert arten <= {"stelle", "verweis", "unveraendert", "nicht-belegt"}


def test_what_only_one_side_holds_is_told_whole() -> None:
    daten, _ = beide("beispiele/musterkreis", "2022", "2025")
    (eine,) = [eine for eine in daten["aenderungen"] if eine["id"] == "willkommensseite"]
    assert eine["felder"] == []
    assert {angabe["feld"]: (angabe["alt"], angabe["neu"]) for angabe in eine["angaben"]} == {
        "text": ([], [WILLKOMMENSSEITE]),
        "termin": ([], ["3. Quartal 2025"]),
        "zustaendigkeiten": ([], ["Integrationsbüro (federführend)", "Pressestelle (mitwirkend)"]),
        "kosten": ([], ["14.000 EUR (2025)"]),
    }


def test_the_reason_of_what_is_new_or_changed() -> None:
    daten, _ = beide("beispiele/musterkreis", "2022", "2025")
    nach_id = {eine["id"]: eine["begruendung"] for eine in daten["aenderungen"]}
    assert nach_id["migrationsbeirat"] == "Wunsch der Zukunftswerkstatt vom 12.10.2024."
    assert nach_id["jobmesse"].startswith("Die Messe war als Auftakt geplant")
    assert nach_id["kursuebersicht"] is None
