"""Cards and lists as Markdown: everything is there, and no text of the plan becomes Markdown or HTML of its own."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from konzept.domain.akteur import Akteur, Akteurart
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.foerderprogramm import Foerderprogramm
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.load import load_plan
from konzept.render.akteur_md import akteur_md
from konzept.render.karte_akteur import akteurblatt
from konzept.render.karte_inhalt import kartenblatt
from konzept.render.karte_md import karte_md
from konzept.render.karte_programm import programmblatt
from konzept.render.karte_text import karte_text
from konzept.render.liste_md import liste_md
from konzept.render.markdown_text import markdown_parser
from konzept.render.templates import Templates
from konzept.reports.akteur import akteursbericht
from konzept.reports.karte import akteurkarte, karte
from konzept.reports.karte_programm import programmkarte
from konzept.reports.liste import liste

if TYPE_CHECKING:
    from konzept.reports.karte import Karte

ROOT = Path(__file__).parent.parent.parent
STICHTAG = date(2022, 1, 1)
BOESE = "<b>fett</b> | *a* [x](javascript:y) # 1. `c`"
"""Words that would be HTML, a cell, emphasis, a link, a heading, a list or code if they were not escaped."""


def plan() -> Plan:
    massnahme = {
        "id": "eine",
        "nummer": "1",
        "titel": BOESE,
        "text": "Ein *Text* mit [Adresse](https://example.org).\n\n- ein Punkt\n\n# keine Überschrift von uns",
        "termin": BOESE,
        "zustaendigkeiten": ["amt", {"akteur": "amt", "rolle": "mitwirkend", "hinweis": BOESE}],
        "foerderungen": [{"programm": "topf", "hinweis": BOESE}],
        "hinweise": [BOESE],
        "intern": "geheim",
    }
    log = [
        {
            "am": "2021-05-01",
            "erfasst": "2021-06-01",
            "massnahme": "eine",
            "stand": "zurueckgestellt",
            "text": BOESE,
            "neuer_termin": BOESE,
            "beschluss": {"gremium": "Kreistag", "datum": "2021-04-30"},
        }
    ]
    ziel = {"id": "ziel", "nummer": "1.1", "titel": BOESE, "massnahmen": [massnahme]}
    feld = {"id": "feld", "nummer": "1", "titel": BOESE, "handlungsziele": [ziel]}
    fassung = Fassung(
        "2021",
        Rahmen.model_validate({"titel": "Plan", "art": BOESE, "stand": "2021"}),
        (Handlungsfeld.model_validate(feld),),
        Sachstand.model_validate({"eintraege": log}),
        dateien=("feld.yaml",),
    )
    amt = Akteur(id="amt", name=BOESE, art=Akteurart.VERWALTUNG, hinweis=BOESE)
    topf = Foerderprogramm(id="topf", name=BOESE, geber=BOESE)
    return Plan(akteure=(amt,), foerderprogramme=(topf,), fassungen=(fassung,))


def zeige(name: str) -> Karte:
    fassung = plan().fassungen[0]
    return karte(plan(), fassung, next(one for one in fassung.stellen() if one.id == name), STICHTAG)


def geschrieben() -> dict[str, str]:
    """Give every document of this file, of the same plan."""
    plan_ = plan()
    fassung, einstellungen, vorlagen = plan_.fassungen[0], plan_.einstellungen, Templates()
    koerper = akteurkarte(plan_, fassung, plan_.akteure[0], STICHTAG)
    topf = programmkarte(plan_, fassung, plan_.foerderprogramme[0], STICHTAG)
    return {
        "massnahme": karte_md(kartenblatt(zeige("eine"), plan_), einstellungen, vorlagen),
        "ziel": karte_md(kartenblatt(zeige("ziel"), plan_), einstellungen, vorlagen),
        "stelle": karte_md(akteurblatt(koerper, einstellungen), einstellungen, vorlagen),
        "programm": karte_md(programmblatt(topf, einstellungen), einstellungen, vorlagen),
        "liste": liste_md(liste(plan_, fassung, STICHTAG), einstellungen, vorlagen, auswahl=BOESE),
        "akteure": akteur_md(akteursbericht(plan_, fassung), einstellungen, vorlagen),
    }


@pytest.mark.parametrize("name", ["massnahme", "ziel", "stelle", "programm", "liste", "akteure"])
def test_words_of_the_plan_stay_words(name: str) -> None:
    text = geschrieben()[name]
    tokens = markdown_parser().parse(text)
    inline = [child for token in tokens for child in token.children or []]
    words = "".join(child.content for child in inline if child.type == "text")
    assert BOESE in words or BOESE.replace("`c`", "") in words
    assert not [token for token in (*tokens, *inline) if token.type.startswith("html")]
    links = [str(child.attrs.get("href")) for child in inline if child.type == "link_open"]
    assert links == (["https://example.org"] if name == "massnahme" else [])
    headings = [token for token in tokens if token.type == "heading_open"]
    assert [token.tag for token in headings][:1] == ["h1"]
    assert all(token.tag != "h1" for token in headings[1:])


def test_a_row_of_the_list_has_all_its_cells() -> None:
    tokens = markdown_parser().parse(geschrieben()["liste"])
    assert (
        sum(token.type == "td_open" for token in tokens)
        == sum(token.type == "th_open" for token in tokens)
        == 6
    )


def test_intern_only_when_asked_for() -> None:
    assert all("geheim" not in text for text in geschrieben().values())
    offen = karte_md(kartenblatt(zeige("eine"), plan(), intern=True), plan().einstellungen, Templates())
    assert "geheim" in offen


def test_a_termin_that_a_beschluss_set_stands_beside_the_one_of_the_plan() -> None:
    massnahme = {"id": "eine", "text": "Eine", "termin": "bis Ende 2021"}
    feld = {"id": "feld", "nummer": "1", "titel": "Feld", "massnahmen": [massnahme]}
    meldung = {
        "am": "2021-11-01",
        "erfasst": "2021-11-02",
        "massnahme": "eine",
        "stand": "begonnen",
        "neuer_termin": "bis Ende 2022",
        "beschluss": {"gremium": "Kreistag", "datum": "2021-10-20", "drucksache": "KT 7"},
    }
    fassung = Fassung(
        "2020",
        Rahmen.model_validate({"titel": "T", "art": "Konzept", "stand": "2020"}),
        (Handlungsfeld.model_validate(feld),),
        Sachstand.model_validate({"eintraege": [meldung]}),
        dateien=("feld.yaml",),
    )
    plan_ = Plan(fassungen=(fassung,))
    stelle = next(one for one in fassung.stellen() if one.id == "eine")
    blatt = kartenblatt(karte(plan_, fassung, stelle, STICHTAG), plan_)
    text = karte_text(blatt, plan_.einstellungen, 100)
    assert (
        "  Wortlaut        »bis Ende 2022« (neu durch Beschluss: Kreistag, 20.10.2021, Drucksache KT 7,\n"
        "                  gemeldet am 1.11.2021)\n"
        "  bisher          »bis Ende 2021«\n"
    ) in text
    assert "→ fällig: 31.12.2022\n" in text


@cache
def muster() -> Plan:
    return load_plan(ROOT / "beispiele" / "musterkreis").plan


def test_text_and_markdown_say_the_same() -> None:
    """Both are written from one layout: every word of the text is in the Markdown, which has full titles besides."""
    fassung = muster().fassung_nach_id["2025"]
    for name in ("beratungsverbund", "lotsennetz", "leitziel-zusammenhalt"):
        stelle = next(one for one in fassung.stellen() if one.id == name)
        blatt = kartenblatt(karte(muster(), fassung, stelle, date(2025, 10, 1)), muster())
        text = karte_text(blatt, muster().einstellungen, 200)
        words = {word for word in text.replace("\\", "").split() if word.isalpha()}
        markdown = karte_md(blatt, muster().einstellungen, Templates())
        missing = {word for word in words if word not in markdown}
        assert not missing
