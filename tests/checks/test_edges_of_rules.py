"""Where a rule begins and ends, to the day, the word and the bracket: found wanting by the mutation test."""

from __future__ import annotations

from typing import Any

import pytest

from konzept.checks import doppelungen, foerderung, geltungszeitraeume, stellenregister, termine
from konzept.checks.eintraege import ids_an
from konzept.checks.textregeln import wortlaut
from konzept.diagnostics import Location, SourceMap
from konzept.domain.akteur import Akteur
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.foerderprogramm import Foerderprogramm
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.load.yaml_tree import parse_yaml

FILE = "data/handlungsfelder/2020/1.yaml"


def fassung(name: str, *massnahmen: dict[str, Any], **rahmen: Any) -> Fassung:
    feld = {
        "id": f"feld-{name}",
        "nummer": "1",
        "titel": "Feld",
        "massnahmen": [{"text": "Text", **one} for one in massnahmen],
    }
    return Fassung(
        name,
        Rahmen.model_validate({"titel": "T", "art": "Konzept", "stand": name, **rahmen}),
        (Handlungsfeld.model_validate(feld),),
        datei=f"data/fassungen/{name}.yaml",
        dateien=(f"data/handlungsfelder/{name}/1.yaml",),
    )


# --- entries on one line


@pytest.mark.parametrize(
    ("line", "behind"),
    [
        ("{id: a, text: b}", True),
        ("{id: a, text: [b, {c: d}], e: f}", True),
        ('{id: a, text: "b}c"}', True),
        ("{id: a, text: '{b'}", True),
        ('{id: a, text: "it\'s }"}', True),
        ("{id: a, text: 'ein \"}'}", True),
        ("{id: a, text: b's}", True),  # an apostrophe within a word opens nothing
        ("[{id: a}, {id: b}]", True),
        ("{id: a,\n   text: b}", False),  # it does not end on its line
    ],
)
def test_an_entry_ends_at_its_own_bracket(line: str, behind: bool) -> None:  # noqa: FBT001  (a table)
    source = SourceMap()
    parse_yaml(f"m:\n - {line} # Ende\n", FILE, source)
    first = line.partition("\n")[0]
    inside = Location(FILE, 2, 4 + first.index("a"))
    last = Location(FILE, 2, 3 + len(first))
    after = Location(FILE, 2, 3 + len(first) + 1)
    ids = ids_an([inside, last, after], source)
    assert "a" in ids[inside]
    if "[{id" not in line:
        assert "a" in ids[last]
    assert ("a" not in ids[after]) is behind


# --- funding


def programme(**zeitraeume: str) -> tuple[Foerderprogramm, ...]:
    return tuple(
        Foerderprogramm.model_validate({"id": name, "name": name, "zeitraum": zeitraum})
        for name, zeitraum in zeitraeume.items()
    )


def gefoerdert(name: str, termin: str) -> dict[str, Any]:
    return {"id": name, "termin": termin, "foerderungen": [{"programm": "p"}]}


@pytest.mark.parametrize(
    ("zeitraum", "termin", "rahmen", "told"),
    [
        # the last day of the funding is the first of the Fassung: there it has not ended before
        ("bis 1.1.2020", "bis Ende 2022", {"gilt_von": "2020"}, "die Maßnahme geht aber bis zum 31.12.2022"),
        (
            "bis 31.12.2019",
            "bis Ende 2022",
            {"gilt_von": "2020"},
            "die Fassung 2020 beginnt erst am 1.1.2020",
        ),
        # a Fassung that names no first day begins when it was adopted
        ("2018", "fortlaufend", {}, "die Fassung 2020 beginnt erst am 1.1.2020"),
    ],
)
def test_the_day_on_which_funding_ends(zeitraum: str, termin: str, rahmen: dict[str, Any], told: str) -> None:
    one = Plan(
        foerderprogramme=programme(p=zeitraum),
        fassungen=(fassung("2020", gefoerdert("m", termin), **rahmen),),
    )
    (befund,) = foerderung.endet_vorher(one, SourceMap())
    assert told in befund.meldung


def test_a_massnahme_without_funding_does_not_hide_the_next() -> None:
    one = fassung("2020", {"id": "a"}, gefoerdert("b", "bis Ende 2020"), gefoerdert("c", "bis Ende 2022"))
    plan = Plan(foerderprogramme=programme(p="2019–2021"), fassungen=(one,))
    assert len(list(foerderung.endet_vorher(plan, SourceMap()))) == 1


def test_in_a_fassung_that_was_carried_on_only_what_was_over_before_it_is_named() -> None:
    alt = fassung("2020", gefoerdert("m", "bis Ende 2022"), gilt_von="2020")
    neu = fassung("2024", vorgaenger="2020", gilt_von="2024")
    for zeitraum, count in (("2019–2021", 0), ("2018–2019", 1)):
        plan = Plan(foerderprogramme=programme(p=zeitraum), fassungen=(alt, neu))
        assert len(list(foerderung.endet_vorher(plan, SourceMap()))) == count


# --- time of a Fassung


def test_a_successor_from_the_first_day_of_all_ends_nothing() -> None:
    """There is no day before it; the calendar would break."""
    alt = fassung("2020", gilt_von="2020")
    neu = fassung("2024", vorgaenger="2020", gilt_von="0001")
    plan = Plan(fassungen=(alt, neu))
    assert len(list(geltungszeitraeume.folgen(plan, SourceMap()))) == 1
    assert len(list(geltungszeitraeume.ueberschneidungen(plan, SourceMap()))) == 1


def test_of_two_fassungen_of_one_day_the_second_by_name_is_named() -> None:
    plan = Plan(fassungen=(fassung("2021", gilt_von="2020"), fassung("2020", gilt_von="2020")))
    (befund,) = geltungszeitraeume.ueberschneidungen(plan, SourceMap())
    assert befund.ort.datei == "data/fassungen/2021.yaml"


# --- texts


def codes(one: Plan, check: Any) -> list[str]:
    return [befund.code for befund in check(one, SourceMap())]


def test_two_short_texts_that_share_their_only_word_are_not_alike() -> None:
    one = fassung("2020", {"id": "a", "text": "Sprachkurse"}, {"id": "b", "text": "Die Sprachkurse am Tag"})
    assert codes(Plan(fassungen=(one,)), doppelungen.aehnliche) == []


@pytest.mark.parametrize(
    ("weiteres", "found"),
    [
        ({}, ["abkuerzung-fehlt"]),
        ({"kurz": "BAMF"}, []),
        ({"aliasse": ["BAMF"]}, []),
        ({"hinweis": "BAMF"}, ["abkuerzung-fehlt"]),
    ],
)
def test_what_a_body_is_called_is_no_unknown_abbreviation(weiteres: dict[str, Any], found: list[str]) -> None:
    akteur = Akteur.model_validate({"id": "amt", "name": "Bundesamt", "art": "behoerde", **weiteres})
    one = fassung("2020", {"text": "Die IKW mit dem BAMF", "id": "m"}, abkuerzungen={"IKW": "Woche"})
    assert codes(Plan(fassungen=(one,), akteure=(akteur,)), wortlaut) == found


def test_a_remark_on_the_edition_needs_no_list_of_abbreviations() -> None:
    one = fassung(
        "2020", {"id": "m", "text": "Die IKW", "hinweise": ["Im Anhang XYZQ"]}, abkuerzungen={"IKW": "Woche"}
    )
    assert codes(Plan(fassungen=(one,)), wortlaut) == []


# --- bodies and rhythms


@pytest.mark.parametrize(
    ("rahmen", "grund"),
    [
        ({"gilt_von": "2020"}, "die Fassung 2020 beginnt erst am 1.1.2020"),
        ({}, "die Fassung 2020 beginnt erst am 1.1.2020"),
    ],
)
def test_a_body_that_is_still_there_does_not_hide_one_that_is_not(rahmen: dict[str, str], grund: str) -> None:
    """The Maßnahme stands under no goal and names no Termin of its own."""
    register = tuple(
        Akteur.model_validate({"id": name, "name": name, "art": "verein", **bis})
        for name, bis in (("da", {}), ("weg", {"gueltig_bis": "2019"}), ("bleibt", {"gueltig_bis": "2030"}))
    )
    one = fassung("2020", {"id": "m", "zustaendigkeiten": ["da", "weg", "bleibt"]}, **rahmen)
    befunde = list(stellenregister.aufgeloeste(Plan(akteure=register, fassungen=(one,)), SourceMap()))
    assert [befund.meldung for befund in befunde] == [f"»weg« besteht nur bis 2019; {grund}."]


@pytest.mark.parametrize(
    ("gilt_von", "jahr"), [("2020-01-01", 2020), ("2020-01-02", 2021), ("2020-02-01", 2021)]
)
def test_a_rhythm_may_count_from_the_first_whole_year(gilt_von: str, jahr: int) -> None:
    one = fassung("2020", {"id": "m", "termin": "alle zwei Jahre"}, gilt_von=gilt_von)
    (befund,) = termine.ohne_anker(Plan(fassungen=(one,)), SourceMap())
    assert f"turnus_ab: {jahr}}}" in befund.hilfe
