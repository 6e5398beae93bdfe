"""A suggestion in words and as data: what a person reads on 80 columns, and lines that stay as the files need them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from konzept.diagnostics import Location
from konzept.domain.einstellungen import BEZEICHNUNGEN, Begriff, Bezeichnung
from konzept.domain.element import Ebene
from konzept.render.diff_vorschlag_json import vorschlag_json
from konzept.render.diff_vorschlag_text import vorschlag_text, zahl
from konzept.render.diff_vorschlag_yaml import verbleib_zeilen
from konzept.reports.diff_vorschlag_stellen import als_yaml
from konzept.reports.diff_vorschlag_werte import (
    Einfuegung,
    Ersetzung,
    Kandidat,
    Paar,
    Verbleibgeruest,
    Vorschlag,
    Wertung,
)
from konzept.reports.diff_werte import Ort

DATEI = "data/handlungsfelder/2020/1-sprache.yaml"
ZIEL = Ort(Ebene.HANDLUNGSZIEL, "deutsch", "1.1", "Deutsch lernen")
ALT = Ort(Ebene.MASSNAHME, "kurse", "1", "Deutschkurse für Eltern")
NEU = Ort(Ebene.MASSNAHME, "kurse-neu", None, "Deutschkurse für Mütter und Väter")
ZEILE = "      - id: kurse-neu  # aus dem Entwurf"
ERSETZUNG = Ersetzung(Location(DATEI, 12, 13, 9), ZEILE, "kurse\n        erschlossen: true")
PAAR = Paar(
    ebene=Ebene.MASSNAHME,
    alt=ALT,
    neu=NEU,
    eltern_alt=ZIEL,
    eltern_neu=ZIEL,
    wertung=Wertung(876, 790, None, 1000, 500),
    stelle=Location(DATEI, 12, 13, 9),
    einfuegung=Einfuegung(ERSETZUNG, geklammert=False),
    auch_neu=Kandidat(Ort(Ebene.MASSNAHME, "andere", "7", "Kurse für alle"), ZIEL, 612),
)
VORSCHLAG = Vorschlag(
    alt="2018",
    neu="2020",
    paare=(PAAR,),
    offen_alt=(),
    offen_neu=(),
    zu_gross=(),
    geruest=None,
    bezeichnungen=BEZEICHNUNGEN,
)


def test_one_pair_in_words() -> None:
    text = vorschlag_text(VORSCHLAG)
    assert text.startswith("Vorschlag zu den Fassungen 2018 und 2020\n=====")
    assert "1 Paar, nach Titel, Text, Stellen und Ort erraten: bitte prüfen" in text
    assert text.split("---------\n\n")[1] == (
        "2018: Maßnahme 1 »Deutschkurse für Eltern«, unter Handlungsziel 1.1\n"
        "2020: Maßnahme »Deutschkurse für Mütter und Väter«, unter Handlungsziel 1.1\n"
        "  Ähnlichkeit 0,87, bitte prüfen (Titel 0,79, Stellen 1,00, Ort 0,50)\n"
        "  auch denkbar in 2020: Maßnahme 7 »Kurse für alle«, unter Handlungsziel 1.1\n"
        "    (0,61)\n"
        f"  {DATEI}:12\n"
        "  statt der Zeile mit »id: kurse-neu«:\n"
        "\n"
        "      - id: kurse\n"
        "        erschlossen: true  # aus dem Entwurf\n"
    )


@pytest.mark.parametrize(
    ("promille", "expected"),
    [(1000, "1,00"), (999, "0,99"), (550, "0,55"), (5, "0,00"), (0, "0,00"), (70, "0,07")],
)
def test_a_likeness_is_never_rounded_up(promille: int, expected: str) -> None:
    assert zahl(promille) == expected


def test_sentences_fit_the_page_and_lines_to_paste_are_left_alone() -> None:
    lang = "x" * 200
    zeile = f"      - id: kurse-neu  # {lang}"
    paar = replace(
        PAAR,
        alt=replace(ALT, titel="Sehr langer Titel " * 9),
        einfuegung=Einfuegung(replace(ERSETZUNG, zeile=zeile), geklammert=False),
    )
    for breite in (60, 80, 100):
        zeilen = vorschlag_text(replace(VORSCHLAG, paare=(paar,)), breite=breite).splitlines()
        assert [eine for eine in zeilen if len(eine) > breite] == [f"        erschlossen: true  # {lang}"]
    assert max(map(len, vorschlag_text(VORSCHLAG, breite=10).splitlines())) <= 60


def test_within_braces_only_what_takes_the_place_of_the_id() -> None:
    zeile = "      - {id: kurse-neu, text: Kurse}"
    ersetzung = Ersetzung(Location(DATEI, 12, 14, 9), zeile, "kurse, erschlossen: true")
    paar = replace(PAAR, einfuegung=Einfuegung(ersetzung, geklammert=True))
    text = vorschlag_text(replace(VORSCHLAG, paare=(paar,)))
    assert f"  {DATEI}:12\n  in der Klammer statt »id: kurse-neu«:\n" in text
    assert text.endswith("\n\nid: kurse, erschlossen: true\n")


def test_other_places_are_named_file_by_file() -> None:
    weitere = tuple(
        Ersetzung(Location(datei, zeile, 5, 9), "    kurse-neu", "kurse")
        for datei, zeile in (("data/a.yaml", 3), ("data/a.yaml", 9), ("data/b.yaml", 1))
    )
    paar = replace(PAAR, einfuegung=Einfuegung(ERSETZUNG, geklammert=False, weitere=weitere))
    assert vorschlag_text(replace(VORSCHLAG, paare=(paar,))).endswith(
        "\n\n  dazu »kurse-neu« zu »kurse« ändern in:\n    data/a.yaml: Zeile 3, 9\n    data/b.yaml: Zeile 1\n"
    )


def test_by_hand_where_nothing_can_be_pasted() -> None:
    text = " ".join(vorschlag_text(replace(VORSCHLAG, paare=(replace(PAAR, einfuegung=None),))).split())
    assert f"{DATEI}:12 von Hand die id »kurse« und »erschlossen: true« eintragen" in text


@pytest.mark.parametrize(
    ("offen_alt", "offen_neu", "expected"),
    [
        ((), (), "Auf einer Seite ist nichts offen, das ein Gegenstück haben könnte."),
        ((), (NEU,), "Auf einer Seite ist nichts offen, das ein Gegenstück haben könnte."),
        ((ALT,), (NEU,), "Nichts davon, was in der anderen Fassung fehlt, ist sich ähnlich genug."),
    ],
)
def test_no_pair_says_why(offen_alt: tuple[Ort, ...], offen_neu: tuple[Ort, ...], expected: str) -> None:
    text = vorschlag_text(replace(VORSCHLAG, paare=(), offen_alt=offen_alt, offen_neu=offen_neu))
    assert f"Kein Paar: {expected}" in " ".join(text.split())


def test_what_was_too_much_is_named() -> None:
    text = vorschlag_text(replace(VORSCHLAG, zu_gross=(Ebene.HANDLUNGSZIEL, Ebene.MASSNAHME)))
    assert "Nicht verglichen, weil es zu viele sind: Handlungsziele und Maßnahmen." in text


def test_without_an_account_owed_the_open_ones_are_a_list() -> None:
    text = vorschlag_text(replace(VORSCHLAG, offen_alt=(ALT,)))
    assert text.endswith(
        "Ohne Gegenstück in 2020\n-----------------------\n\n"
        "  kurse: Maßnahme 1 (2018) »Deutschkurse für Eltern«\n"
    )


def test_the_countys_own_words_for_the_levels() -> None:
    eigene = BEZEICHNUNGEN | {Begriff.MASSNAHME: Bezeichnung(einzahl="Vorhaben", mehrzahl="Vorhaben")}
    text = vorschlag_text(replace(VORSCHLAG, bezeichnungen=eigene))
    assert "2018: Vorhaben 1 »Deutschkurse für Eltern«" in text
    assert "Maßnahme" not in text


def test_a_title_with_signs_a_terminal_would_obey_is_shown() -> None:
    boese = replace(PAAR, alt=replace(ALT, titel="Titel \x1b[31mrot\u202e"))
    text = vorschlag_text(replace(VORSCHLAG, paare=(boese,)))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_the_comment_of_an_entry_is_one_short_line() -> None:
    lang = replace(ALT, id="2018", titel="Zeile\n# - id: falle\n" + "Wort " * 60)
    geruest = Verbleibgeruest("data/fassungen/2020.yaml", 5, 4, ("eintraege",), (lang,))
    zeilen = verbleib_zeilen(geruest, BEZEICHNUNGEN)
    assert zeilen[0] == "    eintraege:"
    assert zeilen[1].startswith("      # Maßnahme 1: Zeile # - id: falle Wort Wort")
    assert zeilen[1].endswith(" …")
    assert zeilen[2:] == ['      - id: "2018"', "        verbleib: nicht-aufgenommen  # bitte prüfen"]
    assert max(map(len, zeilen)) <= 90


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("kurse", "kurse"),
        ("kurse-2", "kurse-2"),
        ("verbleib", "verbleib"),
        ("2018", '"2018"'),
        ("2021-05-01", '"2021-05-01"'),
        ("1e5", '"1e5"'),
        ("no", '"no"'),
        ("on", '"on"'),
        ("true", '"true"'),
        ("null", '"null"'),
        ("y", '"y"'),
        ("notiz", "notiz"),
    ],
)
def test_an_id_that_another_reader_would_take_for_something_else_is_quoted(name: str, expected: str) -> None:
    assert als_yaml(name) == expected


def test_json_holds_everything() -> None:
    geruest = Verbleibgeruest("data/fassungen/2020.yaml", 5, 4, (), (ALT,))
    daten = json.loads(
        vorschlag_json(replace(VORSCHLAG, offen_alt=(ALT,), offen_neu=(NEU,), geruest=geruest))
    )
    (eines,) = daten["vorschlaege"]
    assert eines["aehnlichkeit"] == 0.876
    assert eines["merkmale"] == {"titel": 0.79, "text": None, "akteure": 1.0, "ort": 0.5}
    assert eines["bitte_pruefen"] is True
    assert (eines["auch_neu"], eines["auch_alt"]) == ({"id": "andere", "aehnlichkeit": 0.612}, None)
    assert eines["ersetzungen"] == [
        {
            "datei": DATEI,
            "zeile": 12,
            "spalte": 13,
            "laenge": 9,
            "statt": "kurse-neu",
            "text": "kurse\n        erschlossen: true",
        }
    ]
    assert eines["alt"] == {
        "ebene": "massnahme",
        "id": "kurse",
        "nummer": "1",
        "titel": "Deutschkurse für Eltern",
        "eltern": "deutsch",
    }
    assert [one["id"] for one in daten["ohne_gegenstueck"]["alt"]] == ["kurse"]
    assert [one["id"] for one in daten["ohne_gegenstueck"]["neu"]] == ["kurse-neu"]
    assert daten["verbleib"]["hinter_zeile"] == 5
    assert daten["verbleib"]["zeilen"][1] == "    - id: kurse"
