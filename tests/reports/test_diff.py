"""The comparison as a table: old Fassung, new Fassung, what is told; every row is a case of real life."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from konzept.domain.akteur import Akteur
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.reports.diff import vergleiche
from konzept.reports.diff_werte import Gitstand

if TYPE_CHECKING:
    from konzept.reports.diff_werte import Aenderung, Vergleich

Zeilen = list[str]

BASIS = ["1 sprache", "1.1 kurse", "-1 a", "-2 b", "1.2 foerdern", "- c", "2 arbeit", "2.1 ausbilden", "- d"]


def fassung(
    name: str, zeilen: Zeilen, mehr: dict[str, dict[str, Any]] | None = None, **rahmen: Any
) -> Fassung:
    """Build a Fassung from an outline.

    A number without a dot opens a Handlungsfeld, one with a dot a goal, ``-`` (labelled or not) a Maßnahme.
    ``mehr`` holds further fields by id.
    """
    felder: list[dict[str, Any]] = []
    for zeile in zeilen:
        nummer, name_ = zeile.split()
        eigenes = {"titel": f"Titel {name_}", **(mehr or {}).get(name_, {}), "id": name_}
        if nummer.startswith("-"):
            eigenes = {"text": f"Text {name_}", **eigenes, "nummer": nummer[1:] or None}
            (felder[-1]["handlungsziele"] or felder)[-1]["massnahmen"].append(eigenes)
        elif "." in nummer:
            felder[-1]["handlungsziele"].append({"massnahmen": [], **eigenes, "nummer": nummer})
        else:
            felder.append({"handlungsziele": [], "massnahmen": [], **eigenes, "nummer": nummer})
    return Fassung(
        id=name,
        rahmen=Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": "2020", **rahmen}),
        handlungsfelder=tuple(Handlungsfeld.model_validate(feld) for feld in felder),
        dateien=tuple(f"{feld['id']}.yaml" for feld in felder),
    )


def verbleib(**eintraege: Any) -> dict[str, Any]:
    liste = [
        {"id": name, "verbleib": angabe[0], "ziele": list(angabe[1:]), "begruendung": "so beschlossen"}
        for name, angabe in eintraege.items()
    ]
    return {"alt": {"eintraege": liste}}


def vergleich(alt: Fassung, neu: Fassung, **plan: Any) -> Vergleich:
    return vergleiche(Plan(fassungen=(alt, neu), **plan), alt, neu)


def gelistet(ergebnis: Vergleich) -> dict[str, str]:
    return {eine.id: eine.art.value for eine in ergebnis.liste()}


def eine(ergebnis: Vergleich, name: str) -> Aenderung:
    (gefunden,) = [aenderung for aenderung in ergebnis.aenderungen if aenderung.id == name]
    return gefunden


# what the new outline is, with the Verbleib of what is missing in it, and what is told of which id
STRUKTUR: dict[str, tuple[Zeilen, dict[str, tuple[str, ...]], dict[str, str]]] = {
    "nothing changed": (BASIS, {}, {}),
    "a Maßnahme is new": ([*BASIS, "- neue"], {}, {"neue": "neu"}),
    "a goal with its Maßnahme is new": ([*BASIS, "2.2 z", "- neue"], {}, {"z": "neu", "neue": "neu"}),
    "a field is new": ([*BASIS, "3 wohnen"], {}, {"wohnen": "neu"}),
    "one Maßnahme dropped from a goal that stays": (
        [zeile for zeile in BASIS if zeile != "-2 b"],
        {"b": ("umgesetzt",)},
        {"b": "entfallen"},
    ),
    "a Maßnahme is gone and nobody says why": (
        [zeile for zeile in BASIS if zeile != "-2 b"],
        {},
        {"b": "entfallen"},
    ),
    "a goal is gone with its Maßnahme": (
        [zeile for zeile in BASIS if zeile not in {"1.2 foerdern", "- c"}],
        {"foerdern": ("eingestellt",), "c": ("erfolglos",)},
        {"foerdern": "entfallen", "c": "entfallen"},
    ),
    "a field is gone and its goal lives on elsewhere": (
        ["1 sprache", "1.1 kurse", "-1 a", "-2 b", "1.2 foerdern", "- c", "1.3 ausbilden", "- d"],
        {"arbeit": ("einmalig",)},
        {"ausbilden": "verschoben", "arbeit": "entfallen"},
    ),
    "two Maßnahmen merged into a new one": (
        ["1 sprache", "1.1 kurse", "-1 ab", *BASIS[4:]],
        {"a": ("zusammengelegt", "ab"), "b": ("zusammengelegt", "ab")},
        {"ab": "neu", "a": "zusammengelegt", "b": "zusammengelegt"},
    ),
    "a Maßnahme merged into one that was there": (
        [zeile for zeile in BASIS if zeile != "-2 b"],
        {"b": ("zusammengelegt", "a")},
        {"b": "zusammengelegt"},
    ),
    "a Maßnahme split in two": (
        ["1 sprache", "1.1 kurse", "-1 a", "-2 b1", "-3 b2", *BASIS[4:]],
        {"b": ("aufgeteilt", "b1", "b2")},
        {"b1": "neu", "b2": "neu", "b": "aufgeteilt"},
    ),
    "a Maßnahme split into an old and a new one": (
        ["1 sprache", "1.1 kurse", "-1 a", "-2 b2", *BASIS[4:]],
        {"b": ("aufgeteilt", "a", "b2")},
        {"b2": "neu", "b": "aufgeteilt"},
    ),
    "a Maßnahme replaced by another": (
        ["1 sprache", "1.1 kurse", "-1 a", "-2 besser", *BASIS[4:]],
        {"b": ("ersetzt", "besser")},
        {"besser": "neu", "b": "entfallen"},
    ),
    "a Maßnahme moved to another goal": (
        ["1 sprache", "1.1 kurse", "-1 a", "1.2 foerdern", "- c", "-2 b", *BASIS[6:]],
        {},
        {"b": "verschoben"},
    ),
    "a Maßnahme moved to another field": (
        [zeile for zeile in BASIS if zeile != "-2 b"] + ["-2 b"],
        {},
        {"b": "verschoben"},
    ),
    "a Maßnahme moved from its goal to directly under the field": (
        ["1 sprache", "-2 b", "1.1 kurse", "-1 a", *BASIS[4:]],
        {},
        {"b": "verschoben"},
    ),
    "a goal moved between fields takes its Maßnahmen along": (
        ["1 sprache", "1.1 kurse", "-1 a", "-2 b", "2 arbeit", "2.1 ausbilden", "- d", "2.2 foerdern", "- c"],
        {},
        {"foerdern": "verschoben"},
    ),
    "moved and renumbered is moved": (
        ["1 sprache", "1.1 kurse", "-1 a", "1.2 foerdern", "- c", "-7 b", *BASIS[6:]],
        {},
        {"b": "verschoben"},
    ),
    "swapped numbers": (
        ["1 sprache", "1.2 kurse", "-1 a", "-2 b", "1.1 foerdern", "- c", *BASIS[6:]],
        {},
        {"foerdern": "umnummeriert", "kurse": "umnummeriert"},
    ),
    "swapped fields leave goals and Maßnahmen alone": (
        ["2 sprache", "1.1 kurse", "-1 a", "-2 b", "1.2 foerdern", "- c", "1 arbeit", "2.1 ausbilden", "- d"],
        {},
        {"arbeit": "umnummeriert", "sprache": "umnummeriert"},
    ),
    "a re-used number is another goal": (
        ["1 sprache", "1.1 kurse", "-1 a", "-2 b", "1.2 anderes", "- x", *BASIS[6:]],
        {"foerdern": ("nicht-aufgenommen",), "c": ("nicht-aufgenommen",)},
        {"anderes": "neu", "x": "neu", "foerdern": "entfallen", "c": "entfallen"},
    ),
    "the label of a Maßnahme changed": (
        ["1 sprache", "1.1 kurse", "-1 a", "-3 b", *BASIS[4:]],
        {},
        {"b": "umnummeriert"},
    ),
    "a Maßnahme got a label": ([*BASIS[:5], "-1 c", *BASIS[6:]], {}, {"c": "umnummeriert"}),
    "5.10 is not 5.1": (
        ["1 sprache", "1.10 kurse", "-1 a", "-2 b", *BASIS[4:]],
        {},
        {"kurse": "umnummeriert"},
    ),
    "the order of Maßnahmen in a goal is no change": (
        ["1 sprache", "1.1 kurse", "-2 b", "-1 a", *BASIS[4:]],
        {},
        {},
    ),
    "a goal that became a Maßnahme is changed": (
        ["1 sprache", "-1 kurse", "1.2 foerdern", "-1 a", "-2 b", "- c", *BASIS[6:]],
        {},
        {"kurse": "geaendert", "a": "verschoben", "b": "verschoben"},
    ),
}


@pytest.mark.parametrize(("neu", "wohin", "erwartet"), STRUKTUR.values(), ids=STRUKTUR)
def test_struktur(neu: Zeilen, wohin: dict[str, tuple[str, ...]], erwartet: dict[str, str]) -> None:
    rahmen: dict[str, Any] = {"vorgaenger": "alt", "verbleib": verbleib(**wohin)}
    ergebnis = vergleich(fassung("alt", BASIS), fassung("neu", neu, **rahmen))
    assert gelistet(ergebnis) == erwartet
    for ebene, arten in ergebnis.zaehlung.items():
        assert sum(arten.values()) == len({e.id for e in ergebnis.aenderungen if e.ebene is ebene})
    for konto in ergebnis.bilanz.values():
        assert sum(konto.posten.values()) == konto.alt
    fehlende = set(wohin) | {name for name, art in erwartet.items() if art == "entfallen"}
    assert len(ergebnis.offen) == len(fehlende - set(wohin))


W, R = "wesentlich", "redaktionell"
Felder = dict[str, Any]
LANG = "Für neu Zugewanderte werden Vorbereitungsklassen eingerichtet."

# fields of the same Maßnahme in the old and the new Fassung, and the changes told of it
MASSNAHME: dict[str, tuple[Felder, Felder, list[tuple[str, str, str]]]] = {
    "same": ({}, {}, []),
    "title": ({"titel": "Kurse"}, {"titel": "Sprachkurse"}, [("titel", "titel-geaendert", W)]),
    "title, case only": ({"titel": "Kurse Für Alle"}, {"titel": "Kurse für alle"}, [("titel", R, R)]),
    "title given where the first sentence stood": (
        {"titel": None, "text": "Kurse für alle. Und mehr."},
        {"titel": "Kurse für alle", "text": "Kurse für alle. Und mehr."},
        [("titel", "feld-neu", R)],
    ),
    "text": ({"text": "Zwölf Plätze"}, {"text": "Zwanzig Plätze"}, [("text", "text-geaendert", W)]),
    "text, typography": ({"text": "2020-2023, „A“ …"}, {"text": '2020 – 2023, "A" ...'}, [("text", R, R)]),
    "text, OCR repair": ({"text": "im IIm-Kreis"}, {"text": "im Ilm-Kreis"}, [("text", R, R)]),
    "text, spelling of all genders": ({"text": "SchülerInnen"}, {"text": "Schüler*innen"}, [("text", R, R)]),
    "text, only girls": ({"text": "SchülerInnen"}, {"text": "Schülerinnen"}, [("text", "text-geaendert", W)]),
    "text, weaker": (
        {"text": LANG},
        {"text": "Es wird geprüft, ob Vorbereitungsklassen eingerichtet werden können."},
        [("text", "abgeschwaecht", W)],
    ),
    "text, firmer": (
        {"text": "Vorbereitungsklassen werden nach Möglichkeit eingerichtet."},
        {"text": "Vorbereitungsklassen werden eingerichtet."},
        [("text", "verbindlicher", W)],
    ),
    "a sentence on another matter weakens nothing": (
        {"text": LANG},
        {"text": f"{LANG} Zusätzlich wird geprüft, welche Busse am Abend fahren."},
        [("text", "text-geaendert", W)],
    ),
    "a summary has no wording to compare": (
        {"text": "Eins"},
        {"text": "Zwei", "textart": "zusammenfassung"},
        [],
    ),
    "Termin put off": (
        {"termin": "bis Ende 2022"},
        {"termin": "bis Ende 2023"},
        [("termin", "termin-verschoben", W)],
    ),
    "Termin in other spelling": (
        {"termin": "Bis Ende 2022"},
        {"termin": "bis Ende  2022"},
        [("termin", R, R)],
    ),
    "rhythm instead of a date": (
        {"termin": "bis Ende 2022"},
        {"termin": "jährlich"},
        [("termin", "termin-geaendert", W)],
    ),
    "date given up": (
        {"termin": "bis Ende 2022"},
        {"termin": "fortlaufend"},
        [("termin", "frist-aufgegeben", W)],
    ),
    "date set": ({"termin": "fortlaufend"}, {"termin": "bis Ende 2022"}, [("termin", "frist-gesetzt", W)]),
    "one of two parts put off": (
        {"termin": "Prüfung 2021, Beginn des Schuljahres 2021/22"},
        {"termin": "Prüfung 2022, Beginn des Schuljahres 2021/22"},
        [("termin", "termin-verschoben", W)],
    ),
    "a part put off, the end stays": (
        {"termin": "Auswahl bis 31.03.2022, Druck bis Ende 2023"},
        {"termin": "Auswahl bis 31.05.2022, Druck bis Ende 2023"},
        [("termin", "teilfrist-verschoben", W)],
    ),
    "a part added, the others stay": (
        {"termin": "Prüfung 2021"},
        {"termin": "Prüfung 2021, Umsetzung 2023"},
        [("termin", "termin-geaendert", W)],
    ),
    "date given up beside what goes on": (
        {"termin": "Konzept 2022, Durchführung fortlaufend"},
        {"termin": "fortlaufend"},
        [("termin", "frist-aufgegeben", W)],
    ),
    "a later beginning": (
        {"termin": "ab 2021"},
        {"termin": "ab 2024"},
        [("termin", "beginn-verschoben", W)],
    ),
    "another rhythm": (
        {"termin": "jährlich"},
        {"termin": "alle 2 Jahre"},
        [("termin", "rhythmus-geaendert", W)],
    ),
    "a rhythm got its first year": (
        {"termin": "im 2-Jahres-Turnus"},
        {"termin": {"text": "im 2-Jahres-Turnus", "turnus_ab": "2021"}},
        [("termin", "turnus-geaendert", W)],
    ),
    "a first year that changes no date": (
        {"termin": {"text": "im 2-Jahres-Turnus", "turnus_ab": "2031"}},
        {"termin": {"text": "im 2-Jahres-Turnus", "turnus_ab": "2033"}},
        [("termin", "turnus-geaendert", R)],
    ),
    "the same wording with a date read into it": (
        {"termin": "bald"},
        {"termin": {"text": "bald", "teile": [{"art": "faellig", "ende": "2022-12-31"}]}},
        [("termin", "lesart-geaendert", W)],
    ),
    "the same reading, now explicit": (
        {"termin": "bis Ende 2022"},
        {"termin": {"text": "bis Ende 2022", "teile": [{"art": "faellig", "ende": "2022-12-31"}]}},
        [("termin", "lesart-geaendert", R)],
    ),
    "own Termin instead of the goal's": ({}, {"termin": "bis Ende 2022"}, [("termin", "termin-neu", W)]),
    "back to the goal's Termin": ({"termin": "bis Ende 2022"}, {}, [("termin", "termin-entfallen", W)]),
    "a body joins": (
        {"zustaendigkeiten": ["amt"]},
        {"zustaendigkeiten": ["amt", {"akteur": "verein", "rolle": "mitwirkend"}]},
        [("zustaendigkeiten", "zustaendigkeit-neu", W)],
    ),
    "a body leaves": (
        {"zustaendigkeiten": ["amt", {"akteur": "verein", "rolle": "mitwirkend"}]},
        {"zustaendigkeiten": ["amt"]},
        [("zustaendigkeiten", "zustaendigkeit-entfallen", W)],
    ),
    "a second body joins the lead": (
        {"zustaendigkeiten": ["amt"]},
        {"zustaendigkeiten": ["amt", "verein"]},
        [("zustaendigkeiten", "zustaendigkeit-neu", W)],
    ),
    "one of two leads leaves": (
        {"zustaendigkeiten": ["amt", "verein"]},
        {"zustaendigkeiten": ["amt"]},
        [("zustaendigkeiten", "zustaendigkeit-entfallen", W)],
    ),
    "a successor in another role is another part": (
        {"zustaendigkeiten": ["verein", {"akteur": "altamt", "rolle": "mitwirkend"}]},
        {"zustaendigkeiten": ["verein", {"akteur": "amt", "rolle": "unterstuetzend"}]},
        [("zustaendigkeiten", "zustaendigkeit-entfallen", W), ("zustaendigkeiten", "zustaendigkeit-neu", W)],
    ),
    "the order of bodies is no change": (
        {"zustaendigkeiten": ["amt", "verein"]},
        {"zustaendigkeiten": ["verein", "amt"]},
        [],
    ),
    "role changed": (
        {"zustaendigkeiten": ["amt", {"akteur": "verein", "rolle": "mitwirkend"}]},
        {"zustaendigkeiten": ["amt", {"akteur": "verein", "rolle": "unterstuetzend"}]},
        [("zustaendigkeiten", "rolle-geaendert", W)],
    ),
    "lead passed on": (
        {"zustaendigkeiten": ["amt"]},
        {"zustaendigkeiten": ["verein"]},
        [("zustaendigkeiten", "federfuehrung-gewechselt", W)] * 2,
    ),
    "lead swapped between two": (
        {"zustaendigkeiten": ["amt", {"akteur": "verein", "rolle": "mitwirkend"}]},
        {"zustaendigkeiten": [{"akteur": "amt", "rolle": "mitwirkend"}, "verein"]},
        [("zustaendigkeiten", "federfuehrung-gewechselt", W)] * 2,
    ),
    "lead lost": (
        {"zustaendigkeiten": ["amt"]},
        {"zustaendigkeiten": [{"akteur": "amt", "rolle": "mitwirkend"}]},
        [("zustaendigkeiten", "federfuehrung-entfallen", W)],
    ),
    "lead found": (
        {"zustaendigkeiten": [{"akteur": "amt", "rolle": "mitwirkend"}]},
        {"zustaendigkeiten": ["amt"]},
        [("zustaendigkeiten", "federfuehrung-neu", W)],
    ),
    "an office has a successor": (
        {"zustaendigkeiten": ["altamt"]},
        {"zustaendigkeiten": ["amt"]},
        [("zustaendigkeiten", "nachfolge", W)],
    ),
    "remark on a body": (
        {"zustaendigkeiten": [{"akteur": "amt", "hinweis": "Druck"}]},
        {"zustaendigkeiten": [{"akteur": "amt", "hinweis": "Versand"}]},
        [("zustaendigkeiten", "zustaendigkeit-geaendert", W)],
    ),
    "remark on a body, spelling": (
        {"zustaendigkeiten": [{"akteur": "amt", "hinweis": "Druck"}]},
        {"zustaendigkeiten": [{"akteur": "amt", "hinweis": "druck"}]},
        [("zustaendigkeiten", "zustaendigkeit-geaendert", R)],
    ),
    "funded anew by another programme": (
        {"foerderungen": [{"programm": "p"}]},
        {"foerderungen": [{"programm": "q"}]},
        [("foerderungen", "foerderung-entfallen", W), ("foerderungen", "foerderung-neu", W)],
    ),
    "remark on the funding": (
        {"foerderungen": [{"programm": "p"}]},
        {"foerderungen": [{"programm": "p", "hinweis": "80 Prozent"}]},
        [("foerderungen", "foerderung-geaendert", W)],
    ),
    "costs": (
        {"kosten": {"betrag": "900"}},
        {"kosten": {"betrag": "1200"}},
        [("kosten", "kosten-geaendert", W)],
    ),
    "costs given": ({}, {"kosten": "nicht bezifferbar"}, [("kosten", "kosten-neu", W)]),
    "target of an indicator": (
        {"indikatoren": [{"id": "i", "titel": "Kurse", "zielwert": "4"}]},
        {"indikatoren": [{"id": "i", "titel": "Kurse", "zielwert": "6"}]},
        [("indikatoren", "zielwert-geaendert", W)],
    ),
    "source of an indicator is no change": (
        {"indikatoren": [{"titel": "Kurse", "quelle": "A"}]},
        {"indikatoren": [{"titel": "Kurse", "quelle": "B"}]},
        [],
    ),
    "indicator without id found by its title": (
        {"indikatoren": [{"titel": "Kurse", "einheit": "Zahl"}]},
        {"indikatoren": [{"titel": "Kurse", "einheit": "Prozent"}]},
        [("indikatoren", "indikator-geaendert", W)],
    ),
    "links": (
        {"querbezuege": [{"ziel": "c", "art": "siehe"}, {"ziel": "d", "art": "siehe"}]},
        {"querbezuege": [{"ziel": "c", "art": "analog"}, {"ziel": "b", "art": "siehe"}]},
        [
            ("querbezuege", "querbezug-neu", W),
            ("querbezuege", "querbezug-geaendert", W),
            ("querbezuege", "querbezug-entfallen", W),
        ],
    ),
    "notes": (
        {"hinweise": ["Erster", "zweiter"]},
        {"hinweise": ["Zweiter", "Dritter"]},
        [
            ("hinweise", "hinweis-neu", W),
            ("hinweise", "hinweis-entfallen", W),
            ("hinweise", "redaktionell", R),
        ],
    ),
    "resolution": ({}, {"beschluss": {"gremium": "Kreistag"}}, [("beschluss", "beschluss-geaendert", W)]),
    "easy language is never essential": (
        {"leichte_sprache": "Wir helfen.", "texte": {"en": "We help."}},
        {"leichte_sprache": "Wir helfen gern.", "texte": {"en": "We help.", "uk": "…"}},
        [("leichte_sprache", "uebertragung-geaendert", R), ("texte", "uebertragung-geaendert", R)],
    ),
    "where it is from and what is kept inside is no change": (
        {"quelle": "001", "intern": "Notiz"},
        {"quelle": "002", "erschlossen": "true"},
        [],
    ),
    "what matters comes first": (
        {"titel": "Kurse", "termin": "bis Ende 2022"},
        {"titel": "kurse", "termin": "bis Ende 2023"},
        [("termin", "termin-verschoben", W), ("titel", R, R)],
    ),
}

AKTEURE = tuple(
    Akteur.model_validate({"id": name, "name": name.title(), "art": "verwaltung", "nachfolger": folgt})
    for name, folgt in (("altamt", "amt"), ("amt", None), ("verein", None))
)


@pytest.mark.parametrize(("alt", "neu", "erwartet"), MASSNAHME.values(), ids=MASSNAHME)
def test_massnahme(alt: Felder, neu: Felder, erwartet: list[tuple[str, str, str]]) -> None:
    ergebnis = vergleich(
        fassung("alt", BASIS, {"a": alt}, gilt_bis="2024"),
        fassung("neu", BASIS, {"a": neu}, gilt_bis="2024"),
        akteure=AKTEURE,
    )
    gesehen = [(feld.feld.value, feld.code.value, feld.gewicht.value) for feld in eine(ergebnis, "a").felder]
    assert gesehen == erwartet
    assert gelistet(ergebnis) == ({"a": "geaendert"} if erwartet else {})


ANDERE: dict[str, tuple[str, Felder, Felder, list[tuple[str, str]]]] = {
    "goal: Leitziele": (
        "kurse",
        {"leitziele": ["l1", "l2"]},
        {"leitziele": ["l2", "l3"]},
        [("leitziele", "leitziel-entfallen"), ("leitziele", "leitziel-neu")],
    ),
    "goal: Termin": (
        "kurse",
        {"termin": "2020–2023"},
        {"termin": "2020–2024"},
        [("termin", "termin-verschoben")],
    ),
    "field: introduction": (
        "sprache",
        {"einleitung": "Eins"},
        {"einleitung": "Zwei"},
        [("einleitung", "text-geaendert")],
    ),
    "field: an introduction promises nothing": (
        "sprache",
        {"einleitung": "Die Kurse werden ausgebaut."},
        {"einleitung": "Die Kurse sollen ausgebaut werden."},
        [("einleitung", "text-geaendert")],
    ),
    "field: working group": (
        "sprache",
        {"arbeitskreis": "AK 1"},
        {"arbeitskreis": "AK 2"},
        [("arbeitskreis", "arbeitskreis-geaendert")],
    ),
}


@pytest.mark.parametrize(("name", "alt", "neu", "erwartet"), ANDERE.values(), ids=ANDERE)
def test_andere_ebenen(name: str, alt: Felder, neu: Felder, erwartet: list[tuple[str, str]]) -> None:
    ergebnis = vergleich(fassung("alt", BASIS, {name: alt}), fassung("neu", BASIS, {name: neu}))
    assert [(feld.feld.value, feld.code.value) for feld in eine(ergebnis, name).felder] == erwartet
    assert gelistet(ergebnis) == {name: "geaendert"}


def test_the_frame_is_compared_by_its_prose_and_not_by_what_names_the_edition() -> None:
    alt = fassung("alt", BASIS, titel="Konzept 2018", stand="2018", leitbild="Eins", hinweise=["Alt"])
    neu = fassung("neu", BASIS, titel="Konzept 2020", stand="2020", leitbild="Zwei", hinweise=["Neu"])
    ergebnis = vergleich(alt, neu)
    assert gelistet(ergebnis) == {"neu": "geaendert"}
    assert [feld.feld.value for feld in eine(ergebnis, "neu").felder] == ["leitbild"]


def test_leitziele_are_compared_like_everything_else() -> None:
    alt = fassung(
        "alt",
        [],
        leitziele=[{"id": "l1", "nummer": "1", "titel": "A"}, {"id": "l2", "nummer": "2", "titel": "B"}],
    )
    neu = fassung(
        "neu",
        [],
        leitziele=[{"id": "l2", "nummer": "1", "titel": "B"}, {"id": "l3", "nummer": "2", "titel": "C"}],
    )
    assert gelistet(vergleich(alt, neu)) == {"l2": "umnummeriert", "l1": "entfallen", "l3": "neu"}


def test_same_title_twice_is_two_goals() -> None:
    titel = {"titel": "Weiterentwicklung der Arbeit in Gemeinschaftsunterkünften"}
    alt = fassung("alt", ["4 a", "4.3 gu-eins", "5 b", "5.8 gu-zwei"], {"gu-eins": titel, "gu-zwei": titel})
    neu = fassung("neu", ["4 a", "4.3 gu-eins", "5 b", "5.6 gu-zwei"], {"gu-eins": titel, "gu-zwei": titel})
    assert gelistet(vergleich(alt, neu)) == {"gu-zwei": "umnummeriert"}


def test_a_moved_id_also_tells_its_changed_fields_and_both_parents() -> None:
    neu = ["1 sprache", "1.1 kurse", "-1 a", "1.2 foerdern", "- c", "-2 b", *BASIS[6:]]
    ergebnis = vergleich(fassung("alt", BASIS), fassung("neu", neu, {"b": {"text": "Ganz anders"}}))
    verschoben = eine(ergebnis, "b")
    assert verschoben.art.value == "verschoben"
    assert [feld.feld.value for feld in verschoben.felder] == ["text"]
    assert (verschoben.eltern_alt and verschoben.eltern_alt.id) == "kurse"
    assert (verschoben.eltern_neu and verschoben.eltern_neu.id) == "foerdern"


def test_what_lives_on_names_its_targets_and_they_name_their_origin() -> None:
    neu = fassung(
        "neu",
        ["1 sprache", "1.1 kurse", "-1 ab", *BASIS[4:]],
        vorgaenger="alt",
        verbleib=verbleib(a=("zusammengelegt", "ab"), b=("zusammengelegt", "ab")),
    )
    ergebnis = vergleich(fassung("alt", BASIS), neu)
    assert [ziel.id for ziel in eine(ergebnis, "a").ziele] == ["ab"]
    assert [alter.id for alter in eine(ergebnis, "ab").herkunft] == ["a", "b"]
    konto = next(konto for ebene, konto in ergebnis.bilanz.items() if ebene.value == "massnahme")
    assert dict(konto.posten) == {"fortgefuehrt": 2, "zusammengelegt": 2, "offen": 0}
    assert konto.worin == {"zusammengelegt": 1}


def test_an_inferred_identity_is_told() -> None:
    neu = ["1 sprache", "1.3 kurse", *BASIS[2:]]
    ergebnis = vergleich(fassung("alt", BASIS), fassung("neu", neu, {"kurse": {"erschlossen": "true"}}))
    assert eine(ergebnis, "kurse").erschlossen
    assert not eine(ergebnis, "a").erschlossen


def test_reading_order_puts_what_is_gone_behind_what_bears_its_number() -> None:
    alt = fassung("alt", ["1 sprache", "1.9 x", "- x1", "1.10 y", "- y1", "2 weg", "2.1 z"])
    neu = fassung("neu", ["1 sprache", "1.9 y", "- y2", "- y1", "1.11 neuer", "2 da", "2.1 w"])
    ids = [aenderung.id for aenderung in vergleich(alt, neu).aenderungen[1:]]
    assert ids == ["sprache", "y", "y2", "y1", "x", "x1", "neuer", "da", "w", "weg", "z"]


def ids(ergebnis: Vergleich) -> list[str]:
    return [aenderung.id for aenderung in ergebnis.aenderungen[1:]]


def test_what_is_gone_keeps_its_place_where_the_field_was_renumbered() -> None:
    alt = fassung(
        "alt", ["1 weg", "1.1 w", "2 f", "2.1 a", "2.2 b", "2.3 c", "2.4 d", "- d1", "- d2", "- d3"]
    )
    neu = fassung("neu", ["1 f", "1.1 a", "1.2 c", "1.3 n", "1.4 d", "- neu", "- d1", "- d3", "2 g"])
    # the gone goal 2.2 stood behind 2.1, which is 1.1 now; d2 behind d1
    assert ids(vergleich(alt, neu)) == [
        "f",
        "a",
        "b",
        "c",
        "n",
        "d",
        "neu",
        "d1",
        "d2",
        "d3",
        "weg",
        "w",
        "g",
    ]


def test_what_was_gone_at_the_head_of_a_renumbered_field_stands_by_its_place_in_it() -> None:
    alt = fassung("alt", ["7 f", "7.1 a", "7.2 b", "7.3 c"])
    neu = fassung("neu", ["2 f", "2.1 n", "2.2 c"])
    assert ids(vergleich(alt, neu)) == ["f", "n", "a", "b", "c"]


def test_of_a_partial_fassung_the_number_decides_as_its_neighbours_are_unknown() -> None:
    alt = fassung("alt", ["5 f", "5.8 a", "5.10 b"], vollstaendig="nein")
    neu = fassung("neu", ["5 f", "5.6 a", "5.7 x", "5.9 y", "5.11 z"])
    assert ids(vergleich(alt, neu)) == ["f", "a", "x", "y", "b", "z"]


def test_how_often_an_end_was_put_off_counts_all_fassungen() -> None:
    reihe = [
        fassung(name, BASIS, {"a": {"termin": termin}}, vorgaenger=vor, stand=name)
        for name, vor, termin in (
            ("2018", None, "bis Ende 2019"),
            ("2020", "2018", "bis Ende 2021"),
            ("2024", "2020", "bis Ende 2025"),
        )
    ]
    plan = Plan(fassungen=tuple(reihe))
    (feld,) = eine(vergleiche(plan, reihe[1], reihe[2]), "a").felder
    assert feld.wechsel is not None
    assert (feld.wechsel.monate, feld.wechsel.aufschuebe) == (48, 2)
    (feld,) = eine(vergleiche(plan, reihe[2], reihe[1]), "a").felder
    assert feld.wechsel is not None
    assert (feld.wechsel.monate, feld.wechsel.aufschuebe) == (-48, 0)


def test_postponements_of_a_termin_of_several_parts_count_by_the_last() -> None:
    """The last Frist: 2021, 2021 (only the first part moved), 2022, 2023."""
    termine = (
        "Prüfung 2020, Beginn 2021",
        "Prüfung 2021, Beginn 2021",
        "Prüfung 2021, Beginn 2022",
        "Prüfung 2022, Beginn 2023",
    )
    reihe = tuple(
        fassung(
            str(2018 + i),
            BASIS,
            {"a": {"termin": termin}},
            vorgaenger=str(2017 + i) if i else None,
            stand=str(2018 + i),
        )
        for i, termin in enumerate(termine)
    )
    plan = Plan(fassungen=reihe)
    (feld,) = eine(vergleiche(plan, reihe[2], reihe[3]), "a").felder
    assert feld.wechsel is not None
    assert (feld.wechsel.monate, feld.wechsel.aufschuebe) == (12, 2)
    (feld,) = eine(vergleiche(plan, reihe[0], reihe[1]), "a").felder
    assert feld.wechsel is not None
    assert (feld.wechsel.monate, feld.wechsel.aufschuebe) == (None, 0)


RICHTUNGEN = [
    ("2018", "2020", "vorwaerts"),
    ("2018", "2024", "vorwaerts"),
    ("2020", "2018", "rueckwaerts"),
    ("2024", "2018", "rueckwaerts"),
    ("2020", "2020", "gleich"),
    ("2018", "fremd", "nebeneinander"),
    ("fremd", "2018", "nebeneinander"),
]


@pytest.mark.parametrize(("von", "nach", "erwartet"), RICHTUNGEN)
def test_in_which_direction_a_comparison_is_read(von: str, nach: str, erwartet: str) -> None:
    reihe = (
        fassung("2018", BASIS),
        fassung("2020", BASIS[:-1], vorgaenger="2018"),
        fassung("2024", BASIS, vorgaenger="2020"),
        fassung("fremd", BASIS),
    )
    plan = Plan(fassungen=reihe)
    ergebnis = vergleiche(plan, plan.fassung_nach_id[von], plan.fassung_nach_id[nach])
    assert ergebnis.leserichtung.value == erwartet


def test_two_states_of_a_fassung_are_told_apart_by_the_day_of_their_commits() -> None:
    plan = Plan(fassungen=(fassung("2020", BASIS),))
    ergebnis = vergleiche(plan, fassung("2020", BASIS), fassung("2020", BASIS[:-1]))
    frueher, spaeter = (Gitstand("c", date(2024, 1, tag)) for tag in (1, 2))

    def richtung(alt: Gitstand | None, neu: Gitstand | None) -> str:
        seite_alt, seite_neu = replace(ergebnis.alt, gitstand=alt), replace(ergebnis.neu, gitstand=neu)
        return replace(ergebnis, alt=seite_alt, neu=seite_neu).leserichtung.value

    assert richtung(frueher, spaeter) == richtung(frueher, None) == richtung(None, None) == "staende"
    assert richtung(frueher, frueher) == richtung(Gitstand("c", None), frueher) == "staende"
    assert richtung(spaeter, frueher) == richtung(None, frueher) == "rueckwaerts"


def test_the_county_decides_what_kurzfristig_means() -> None:
    alt = fassung("alt", BASIS, {"a": {"termin": "kurzfristig"}})
    neu = fassung("neu", BASIS, {"a": {"termin": "bis Ende 2023"}})
    fristen = Einstellungen.model_validate({"fristen": {"kurzfristig": "bis Ende 2022"}})
    (feld,) = eine(vergleich(alt, neu, einstellungen=fristen), "a").felder
    assert feld.wechsel is not None
    assert feld.wechsel.monate == 12
    (feld,) = eine(vergleich(alt, neu), "a").felder
    assert feld.code.value == "frist-gesetzt"
