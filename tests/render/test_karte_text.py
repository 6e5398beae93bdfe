"""The card in words: nothing hidden but ``intern``, nothing wider than asked, nothing a terminal would obey."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from konzept.domain.akteur import Akteur, Akteurart
from konzept.domain.element import Ebene
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.domain.verbleib import Verbleibart
from konzept.load import load_plan
from konzept.render.karte_akteur import ARTEN, akteurblatt
from konzept.render.karte_inhalt import kartenblatt
from konzept.render.karte_json import akteurkarte_json, karte_json
from konzept.render.karte_text import karte_text
from konzept.render.karte_words import fliesstext, stationszeile
from konzept.reports.karte import akteurkarte, karte
from konzept.reports.karte_geschichte import Lage, Station, Uebergang, Verbleib
from konzept.reports.konzept_bezuege import Verweis

if TYPE_CHECKING:
    from konzept.reports.karte import Karte

ROOT = Path(__file__).parent.parent.parent
STICHTAG = date(2025, 10, 1)


@cache
def muster() -> Plan:
    return load_plan(ROOT / "beispiele" / "musterkreis").plan


def geschrieben(karte: Karte, plan: Plan, width: int = 80, *, intern: bool = False) -> str:
    return karte_text(kartenblatt(karte, plan, intern=intern), plan.einstellungen, width)


def zeige(name: str) -> Karte:
    fassung = muster().fassung_nach_id["2025"]
    return karte(muster(), fassung, next(one for one in fassung.stellen() if one.id == name), STICHTAG)


def voll() -> Plan:
    """Make a plan whose one Maßnahme has every field, with signs that a terminal would obey."""
    boese = "\x1b[31mrot\x1b[0m [bold]fett[/b]"
    massnahme = {
        "id": "eine",
        "nummer": "1",
        "titel": boese,
        "text": "Erster Absatz\nim Umbruch.\n\n- ein Punkt\n- noch einer",
        "termin": {"text": "alle 2 Jahre, bis 2020", "turnus_ab": "2021"},
        "zustaendigkeiten": ["amt", {"akteur": "fremd", "rolle": "mitwirkend", "hinweis": boese}],
        "foerderungen": [{"programm": "topf", "hinweis": "Honorare"}],
        "kosten": {"betrag": "1234567.5", "jahr": "2021"},
        "beschluss": {"gremium": "Kreistag", "datum": "2021-03-04", "drucksache": "KT 7"},
        "indikatoren": [{"titel": "Kurse", "art": "output", "zielwert": "12"}, {"titel": "Nur so"}],
        "querbezuege": [
            {"ziel": "weg", "art": "siehe", "hinweis": "dort"},
            {"ziel": "feld", "art": "analog"},
        ],
        "hinweise": [boese],
        "leichte_sprache": "Kurz.",
        "texte": {"uk": "Текст"},
        "textart": "zusammenfassung",
        "quelle": "001",
        "erschlossen": "ja",
        "intern": "geheim",
    }
    eintraege = [
        {
            "am": "2021-05-01",
            "erfasst": "2021-06-01",
            "massnahme": "eine",
            "stand": "begonnen",
            "text": boese,
            "von": "amt",
            "beleg": "Brief",
            "erfuellt": [{"teil": "1"}],
            "neuer_termin": "2023",
        }
    ]
    feld = {"id": "feld", "nummer": "1", "titel": "Feld", "massnahmen": [massnahme]}
    rahmen = Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": "2021"})
    fassung = Fassung(
        "2021",
        rahmen,
        (Handlungsfeld.model_validate(feld),),
        Sachstand.model_validate({"eintraege": eintraege}),
        dateien=("feld.yaml",),
    )
    amt = Akteur(id="amt", name=boese, art=Akteurart.VERWALTUNG)
    return Plan(akteure=(amt,), fassungen=(fassung,))


def volle_karte() -> Karte:
    plan = voll()
    fassung = plan.fassungen[0]
    stelle = next(one for one in fassung.stellen() if one.ebene is Ebene.MASSNAHME)
    return karte(plan, fassung, stelle, date(2022, 1, 1))


def test_every_field_is_on_the_card() -> None:
    text = geschrieben(volle_karte(), voll())
    for wort in (
        "Erster Absatz im Umbruch.\n\n- ein Punkt\n- noch einer\n",
        "Zusammenfassung, nicht beschlossener Wortlaut",
        "mitwirkend      fremd (",
        "Turnus          ab 2021",
        "topf (Honorare)",
        "1.234.567,50 Euro (2021)",
        "Kreistag, 4.3.2021, Drucksache KT 7",
        "- Kurse: Leistung, Zielwert 12",
        "- Nur so",
        "- siehe »weg«: dort",
        "- analog zu Handlungsfeld 1 Feld (feld)",
        "Leichte Sprache, Ukrainisch",
        "Quelle          001",
        "Erschlossen",
        "erfüllt: Teil 1; neuer Termin: 2023; Beleg: Brief; eingetragen am 1.6.2021",
        "01.05.2021      begonnen – ",
    ):
        assert " ".join(wort.split()) in " ".join(text.split())
    assert "Erster Absatz im Umbruch.\n\n- ein Punkt\n- noch einer\n" in text


def test_intern_is_shown_only_when_asked_for() -> None:
    assert "geheim" not in geschrieben(volle_karte(), voll())
    assert "geheim" in geschrieben(volle_karte(), voll(), intern=True)
    assert "geheim" not in karte_json(volle_karte())
    assert json.loads(karte_json(volle_karte(), intern=True))["intern"] == "geheim"
    assert "Kein Vermerk." in geschrieben(zeige("lotsennetz"), muster(), intern=True)


@pytest.mark.parametrize("width", [20, 40, 80, 130])
def test_it_fits_and_sends_nothing_a_terminal_obeys(width: int) -> None:
    plan = voll()
    koerper = akteurkarte(plan, plan.fassungen[0], plan.akteure[0], STICHTAG)
    for text in (
        geschrieben(volle_karte(), plan, width, intern=True),
        karte_text(akteurblatt(koerper, plan.einstellungen), plan.einstellungen, width),
        *(
            geschrieben(zeige(name), muster(), width)
            for name in ("ankommen", "erstorientierung", "beratungsverbund")
        ),
    ):
        assert max(map(len, text.splitlines())) <= max(width, 40)
        assert all(line.isprintable() for line in text.split("\n"))


def test_fristen_by_state_and_who_was_silent() -> None:
    text = geschrieben(zeige("beratungsverbund"), muster())
    assert "→ überfällig: 31.3.2025, 30.4.2025, 30.6.2025, 31.7.2025,\n" in text
    assert "→ wiederkehrend: 27 Fristen vom 31.10.2025 bis 31.12.2027\n" in text
    assert "→ erledigt: 31.1.2025, 28.2.2025, 31.5.2025\n" in text
    assert "→ läuft bis 31.12.2027\n" in geschrieben(zeige("lotsennetz"), muster())
    shipped = load_plan(ROOT).plan
    fassung = shipped.fassung_nach_id["2020"]
    stelle = next(one for one in fassung.stellen() if one.id == "vorschaltklassen")
    text = geschrieben(karte(shipped, fassung, stelle, date(2022, 1, 1)), shipped)
    assert "→ überfällig: 31.12.2021, ohne Meldung\n" in text


def test_history_in_words() -> None:
    text = " ".join(geschrieben(zeige("beratungsverbund"), muster()).split())
    assert "darin weitergeführt (zusammengelegt): 1.2 M1 »Beratungsstelle Musterstadt«, 1.2 M2" in text


@pytest.mark.parametrize(
    ("station", "erwartet"),
    [
        (Station("2025", Lage.OFFEN), "nicht mehr enthalten, der Verbleib ist offen"),
        (Station("2018", Lage.NICHT_BELEGT), "nicht belegt (diese Fassung ist nur in Teilen bekannt)"),
        (
            Station(
                "2025",
                Lage.VERBLEIB,
                verbleib=Verbleib(Verbleibart.AUFGETEILT, (Uebergang("neu", None),), "Zu groß.", None),
            ),
            "nicht mehr enthalten: aufgeteilt in »neu«. Zu groß.",
        ),
        (
            Station(
                "2020", Lage.VORHANDEN, Verweis(Ebene.HANDLUNGSZIEL, "x", "5.6", "Titel"), erschlossen=True
            ),
            "5.6 Titel (Zuordnung erschlossen)",
        ),
    ],
)
def test_one_station_of_the_history(station: Station, erwartet: str) -> None:
    assert stationszeile(station) == erwartet


def test_a_long_silence_is_said_of_what_runs() -> None:
    satz = "Seit mehr als 6 Monaten ist nichts gemeldet.\n"
    fassung = muster().fassung_nach_id["2025"]
    stelle = next(one for one in fassung.stellen() if one.id == "beratungsverbund")
    assert satz not in geschrieben(karte(muster(), fassung, stelle, date(2025, 12, 10)), muster())
    assert satz in geschrieben(karte(muster(), fassung, stelle, date(2025, 12, 11)), muster())


def test_a_leitziel_that_no_goal_serves_has_no_empty_list() -> None:
    shipped = load_plan(ROOT).plan
    fassung = shipped.fassung_nach_id["2020"]
    stelle = next(one for one in fassung.stellen() if one.ebene is Ebene.LEITZIEL)
    assert "keine Maßnahme" not in geschrieben(karte(shipped, fassung, stelle, STICHTAG), shipped)
    text = geschrieben(zeige("leitziel-zusammenhalt"), muster())
    assert "\nHandlungsziele\n" in text
    assert "\nMaßnahmen: 7\n" in text


def test_lines_of_a_paragraph_are_joined_but_those_of_a_list_are_not() -> None:
    assert fliesstext("eins\n zwei\n- drei\n2. vier") == "eins zwei\n- drei\n2. vier"


def test_a_body_in_words_and_as_json() -> None:
    fassung = muster().fassung_nach_id["2025"]
    bericht = akteurkarte(muster(), fassung, muster().akteur_nach_id["migrationsbeirat"], STICHTAG)
    text = karte_text(akteurblatt(bericht, muster().einstellungen), muster().einstellungen)
    assert "Art         Gremium\n" in text
    assert "Besteht     ab 1.1.2025\n" in text
    assert "mitwirkend; läuft (31.12.2029); gemeldet am 19.06.2025: laufend\n" in text
    content = json.loads(akteurkarte_json(bericht))
    assert (content["ebene"], content["art"], content["gueltig_von"]) == ("akteur", "gremium", "2025-01-01")
    assert [one["rolle"] for one in content["massnahmen"]] == ["mitwirkend"]
    assert content["massnahmen"][0]["stand"] == "laufend"
    assert set(ARTEN) == set(Akteurart)
