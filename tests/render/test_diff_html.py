"""The HTML page of a comparison: sound, self-contained, complete, every text literal, the balance adding up."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.render.diff_html import diff_html
from konzept.render.templates import Templates
from konzept.reports.diff import vergleiche
from konzept.reports.diff_werte import Art, Gitstand

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from konzept.reports.diff_werte import Vergleich

ROOT = Path(__file__).parents[2]
MUSTERKREIS = "beispiele/musterkreis"
VERGLEICHE = [("", "2018", "2020"), (MUSTERKREIS, "2022", "2025")]
BEIDE_WEGE = [*VERGLEICHE, ("", "2020", "2018"), (MUSTERKREIS, "2025", "2022"), (MUSTERKREIS, "2025", "2025")]


@cache
def geladen(ordner: str, alt: str, neu: str) -> tuple[Vergleich, Einstellungen]:
    plan = load_plan(ROOT / ordner).plan
    return vergleiche(plan, plan.fassung_nach_id[alt], plan.fassung_nach_id[neu]), plan.einstellungen


@cache
def page(ordner: str, alt: str, neu: str, *, alles: bool = False) -> str:
    vergleich, einstellungen = geladen(ordner, alt, neu)
    return diff_html(vergleich, einstellungen, Templates(), alles=alles)


def paar(alt: dict[str, Any], neu: dict[str, Any], rahmen: dict[str, Any] | None = None) -> Vergleich:
    """Compare one Maßnahme with these fields on both sides; a side without fields does not have it."""
    seiten = []
    for name, felder, mehr in (("2018", alt, {}), ("2020", neu, rahmen or {})):
        kurse = [{"id": "m", "titel": "Kurse", "text": "Kurse", **felder}] if felder else []
        feld = {"id": "f", "nummer": "1", "titel": "Feld", "massnahmen": kurse}
        kopf = {"titel": "Plan", "art": "Konzept", "stand": name, **mehr}
        seiten.append(
            Fassung(
                id=name,
                rahmen=Rahmen.model_validate(kopf),
                handlungsfelder=(Handlungsfeld.model_validate(feld),),
                dateien=("f.yaml",),
            )
        )
    return vergleiche(Plan(fassungen=tuple(seiten)), *seiten)


def written(vergleich: Vergleich, **wie: Any) -> Element:
    return parsed(diff_html(vergleich, Einstellungen(), Templates(), **wie))


def parsed(html: str) -> Element:
    document: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    return document


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def value(document: Element, name: str) -> Element:
    """Return what stands behind a name in the lists of the changes."""
    (found,) = (
        b
        for liste in document.iter("dl")
        for a, b in pairwise(list(liste))
        if a.tag == "dt" and words(a) == name
    )
    return found


@pytest.mark.parametrize(("ordner", "alt", "neu"), VERGLEICHE, ids=["ilm-kreis", "musterkreis"])
def test_the_page_is_the_golden_one(ordner: str, alt: str, neu: str) -> None:
    golden = ROOT / "tests" / "golden" / f"diff-{alt}-{neu}.html"
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        golden.write_text(page(ordner, alt, neu), encoding="utf-8", newline="\n")
    assert page(ordner, alt, neu) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("alles", [False, True])
@pytest.mark.parametrize(("ordner", "alt", "neu"), BEIDE_WEGE)
def test_the_page_is_well_formed_with_headings_in_order_and_links_that_lead_somewhere(
    ordner: str, alt: str, neu: str, *, alles: bool
) -> None:
    document = parsed(page(ordner, alt, neu, alles=alles))
    assert document.attrib["lang"] == "de"
    headings = [e for e in document.iter() if re.fullmatch(r"h[1-6]", str(e.tag))]
    assert [e.tag for e in headings].count("h1") == 1
    # the contents stand before the chapters, under the title
    assert all(int(b.tag[1]) <= int(a.tag[1]) + 1 for a, b in pairwise(headings))
    ids = [e.attrib["id"] for e in document.iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids))
    assert {e.attrib["href"][1:] for e in document.iter("a")} <= set(ids)
    assert {e.attrib["aria-labelledby"] for e in document.iter() if "aria-labelledby" in e.attrib} <= set(ids)
    for liste in document.iter("dl"):
        assert {e.tag for e in liste} <= {"dt", "dd", "div"}


@pytest.mark.parametrize(("ordner", "alt", "neu"), VERGLEICHE)
def test_the_page_asks_nobody_for_anything(ordner: str, alt: str, neu: str) -> None:
    document = parsed(page(ordner, alt, neu))
    tags = {e.tag for e in document.iter()}
    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & tags
    assert not [n for e in document.iter() for n in e.attrib if n in {"src", "style"} or n.startswith("on")]
    style = next(document.iter("style")).text or ""
    assert not re.search(r"url\(|@import", style)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(e.attrib["content"] for e in document.iter("meta") if "http-equiv" in e.attrib)
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize("alles", [False, True])
@pytest.mark.parametrize(("ordner", "alt", "neu"), BEIDE_WEGE)
def test_every_change_stands_once_with_what_happened_to_it(
    ordner: str, alt: str, neu: str, *, alles: bool
) -> None:
    vergleich, _ = geladen(ordner, alt, neu)
    document = parsed(page(ordner, alt, neu, alles=alles))
    gefunden = {
        heading.attrib["id"]: next(
            e.attrib["class"] for e in heading.iter() if "status" in e.get("class", "")
        )
        for heading in document.iter()
        if str(heading.tag) in {"h2", "h3", "h4"}
        and any("status" in e.get("class", "") for e in heading.iter())
    }
    assert gefunden == {
        "ebene-fassung" if eine.ebene.value == "fassung" else f"id-{eine.id}": f"status art-{eine.art.value}"
        for eine in vergleich.liste(alles=alles)
    }


@pytest.mark.parametrize(("ordner", "alt", "neu"), BEIDE_WEGE)
def test_the_balance_and_the_figures_add_up(ordner: str, alt: str, neu: str) -> None:
    vergleich, _ = geladen(ordner, alt, neu)
    document = parsed(page(ordner, alt, neu))
    tables = list(document.iter("table"))
    # forwards what became of the old ids, and where the new ones come from; backwards both sides once
    tafeln = {"vorwaerts": 2 if vergleich.alt.vollstaendig else 1, "rueckwaerts": 1, "gleich": 0}
    assert len(tables) == tafeln[vergleich.leserichtung.value]
    for table in tables:
        assert words(next(table.iter("caption")))
        head = next(table.iter("thead"))
        assert {cell.attrib["scope"] for cell in head.iter("th")} == {"col"}
        rows = [
            [int(words(cell).split()[0]) for cell in row.iter("td")]
            for row in (*next(table.iter("tbody")), *next(table.iter("tfoot")))
        ]
        *posten, summe = rows
        assert [sum(spalte) for spalte in zip(*posten, strict=True)] == summe
        assert {len(row) for row in rows} == {len(list(head.iter("th"))) - 1}
    first = next(e for e in document.iter("ul") if e.get("class") == "kennzahlen")
    zahlen = [int(words(next(zeile.iter("strong")))) for zeile in first]
    massnahmen = [eine for eine in vergleich.aenderungen if eine.ebene.value == "massnahme"]
    assert sum(zahlen) == len(massnahmen)


def test_the_balance_of_the_musterkreis() -> None:
    was_wurde, woraus = (
        [" | ".join(words(cell) for cell in row) for row in table.iter("tr")]
        for table in parsed(page(MUSTERKREIS, "2022", "2025")).iter("table")
    )
    assert was_wurde == [
        "Verbleib | Maßnahmen | Handlungsziele | Handlungsfelder | Leitziele",
        "fortgeführt | 32 | 14 | 5 | 3",
        "umgesetzt | 2 | 0 | 0 | 0",
        "einmalig durchgeführt | 1 | 0 | 0 | 0",
        "erfolglos | 1 | 0 | 0 | 0",
        "ersetzt | 1 | 1 | 1 | 1",
        "zusammengelegt | 4 in 2 | 0 | 0 | 0",
        "aufgeteilt | 1 in 2 | 0 | 0 | 0",
        "eingestellt | 1 | 0 | 0 | 0",
        "nicht aufgenommen | 1 | 0 | 0 | 0",
        "offen | 0 | 0 | 0 | 0",
        "zusammen in 2022 | 44 | 15 | 6 | 4",
    ]
    assert woraus[1:] == [
        "fortgeführt | 32 | 14 | 5 | 3",
        "neu, aus früheren hervorgegangen | 4 | 1 | 1 | 1",
        "neu, ohne Vorläufer | 8 | 2 | 0 | 0",
        "zusammen in 2025 | 44 | 17 | 6 | 4",
    ]


def test_the_shipped_plan_says_what_the_source_says() -> None:
    text = words(parsed(page("", "2018", "2020")))
    for satz in (
        "Vergleich der Fassungen 2018 und 2020",
        "2018 ist nur teilweise dokumentiert: Was dort nicht steht, gilt als nicht belegt, nicht als neu.",
        "5.6 (bisher 5.8): Weiterentwicklung der Arbeit in Gemeinschaftsunterkünften – umnummeriert (erschlossen)",
        "Nicht aufgenommen: 13",
        "nicht belegt: 4 Leitziele, 3 Handlungsfelder, 41 Handlungsziele und 50 Maßnahmen",
        "Andere Lösungswege zum Handlungsziel haben sich aufgetan.",
    ):
        assert satz in text


def test_what_weighs_most_stands_before_everything_else_and_leads_there() -> None:
    document = parsed(page(MUSTERKREIS, "2022", "2025"))
    section = next(e for e in document.iter("section") if e.get("aria-labelledby") == "schwerpunkte")
    assert [words(e) for e in section.iter("h3")] == [
        "Eingestellt: 1",
        "Erfolglos: 1",
        "Nicht aufgenommen: 1",
        "Abgeschwächt: 1",
        "Termin verschoben: 8",
        "Beginn verschoben: 1",
        "Frist aufgegeben: 1",
        "Federführung gewechselt: 1",
        "Zielwert geändert: 4",
        "Turnus geändert: 1",
    ]
    zeilen = [words(e) for e in section.iter("li")]
    assert "Maßnahme 3 (2022) »Patenschaften im Betrieb« unter 3.2 (2022)" in zeilen
    assert "Maßnahme 1 »Vorbereitungsklassen prüfen« unter 2.3 · rund +47 Monate" in zeilen
    assert "Maßnahme 3 »Wohnraumkonferenz« unter 5.1 · Turnus zählt ab 2025" in zeilen
    assert all(list(e.iter("a")) for e in section.iter("li"))


def test_backwards_nothing_is_new_or_weakened() -> None:
    document = parsed(page(MUSTERKREIS, "2025", "2022"))
    text = words(document)
    assert "Rückwärts gelesen: 2022 ist älter als 2025." in text
    assert not [e for e in document.iter("section") if e.get("aria-labelledby") == "schwerpunkte"]
    assert {
        words(e).removeprefix("– ") for e in document.iter("span") if e.get("class") == "status art-neu"
    } == {"nur in 2022"}
    assert {
        words(e).removeprefix("– ") for e in document.iter("span") if e.get("class") == "status art-entfallen"
    } == {"in 2022 nicht enthalten"}
    for wort in ("bisher", "neu", "entfällt"):
        assert wort not in {words(e).rstrip(":") for e in document.iter("span") if e.get("class") == "welche"}
    assert not [*document.iter("del"), *document.iter("ins")]
    (tafel,) = document.iter("table")
    assert [" | ".join(words(cell) for cell in row) for row in tafel.iter("tr")] == [
        "Wo es steht | Maßnahmen | Handlungsziele | Handlungsfelder | Leitziele",
        "in beiden | 32 | 14 | 5 | 3",
        "nur in 2025 | 12 | 3 | 1 | 1",
        "nur in 2022 | 12 | 1 | 1 | 1",
        "zusammen | 56 | 18 | 7 | 5",
    ]


def test_a_fassung_beside_itself_is_named_once() -> None:
    document = parsed(page(MUSTERKREIS, "2025", "2025"))
    assert words(next(document.iter("h1"))) == "Vergleich der Fassung 2025 mit sich selbst"
    stand = next(e for e in document.iter("dl") if e.get("class") == "stand")
    assert [words(e) for e in stand.iter("dt")] == ["2025"]
    assert "44 Maßnahmen: 44 unverändert" in words(document)
    assert "Keine Änderungen." in words(document)
    assert "Bilanz" not in words(document)


def test_the_same_wording_read_otherwise_stands_once_with_what_is_different() -> None:
    turnus = {"text": "im 2-Jahres-Turnus", "turnus_ab": "2020"}
    document = written(paar({"termin": "im 2-Jahres-Turnus"}, {"termin": turnus}))
    assert words(value(document, "Termin")) == "im 2-Jahres-Turnus: Turnus zählt ab 2020"


def test_short_values_stand_side_by_side_marked_and_said() -> None:
    document = written(paar({"termin": "bis Ende 2022"}, {"termin": "bis Ende 2023"}))
    termin = value(document, "Termin")
    assert words(termin) == "bisher bis Ende 2022 →, neu bis Ende 2023 +12 Monate"
    assert [words(e) for e in termin.iter("del")] == ["bis Ende 2022"]
    assert [words(e) for e in termin.iter("ins")] == ["bis Ende 2023"]


def test_of_long_texts_only_the_sentences_that_differ_are_shown() -> None:
    gleich = (
        "Dieser Satz steht in beiden Fassungen genau so und wird nicht wiederholt, denn er ist lang genug."
    )
    vergleich = paar({"text": f"{gleich} Alt ist das Ende."}, {"text": f"{gleich} Neu ist das *Ende*."})
    document = written(vergleich)
    text = value(document, "Text")
    assert words(text) == (
        "bisher: […](gleicher Wortlaut) Alt ist das Ende. neu: […](gleicher Wortlaut) Neu ist das Ende."
    )
    assert [words(e) for e in text.iter("em")] == ["Ende"]
    assert "[…] steht für Sätze, die in beiden Fassungen gleich lauten." in words(document)
    only_new = value(written(paar({"text": gleich}, {"text": f"{gleich} Neu ist das Ende."})), "Text")
    assert words(only_new) == "neu: […](gleicher Wortlaut) Neu ist das Ende."
    assert not list(only_new.iter("del"))


def test_a_translation_is_told_to_be_one() -> None:
    vergleich = paar({"texte": {"ar": "مرحبا"}}, {"texte": {"ar": "أهلا"}})
    marks = [e for e in written(vergleich).iter() if e.tag in {"del", "ins"}]
    assert [(e.tag, e.attrib) for e in marks] == [
        ("del", {"lang": "ar", "dir": "auto"}),
        ("ins", {"lang": "ar", "dir": "auto"}),
    ]


def test_an_open_balance_comes_first_and_names_what_is_open() -> None:
    document = written(paar({"nummer": "1"}, {}, {"vorgaenger": "2018"}))
    text = words(document)
    assert "Was zuerst ins Gewicht fällt Verbleib offen: 1 Maßnahme 1 (2018) »Kurse« unter 1 (2018)" in text
    assert "entfallen, Verbleib offen" in text
    assert "es fehlt je ein Eintrag unter »verbleib« bei: m: Maßnahme 1 (2018) »Kurse«" in text


def test_without_a_vorgaenger_it_says_so_and_nothing_is_open() -> None:
    text = words(written(paar({"nummer": "1"}, {})))
    assert "2020 ist keine Fortschreibung von 2018" in text
    assert "offen" not in text


def test_nothing_changed_is_said_in_words() -> None:
    document = written(paar({"nummer": "1"}, {"nummer": "1"}))
    assert "Keine Änderungen." in words(document)
    assert "unverändert: 1 Handlungsfeld und 1 Maßnahme" in words(document)
    assert not any(e.get("aria-labelledby") == "schwerpunkte" for e in document.iter("section"))


def test_everything_on_demand_leaves_nothing_counted_only() -> None:
    document = written(paar({"nummer": "1"}, {"nummer": "1"}), alles=True)
    assert "Kurse – unverändert" in words(document)
    assert "Gezählt, aber nicht aufgeführt" not in words(document)


def test_a_revision_is_named_with_its_commit() -> None:
    vergleich = paar({"text": "A"}, {"text": "B"})
    seite = replace(vergleich.alt, name="2018@v1", gitstand=Gitstand("0123456789abcdef", date(2024, 5, 3)))
    text = words(written(replace(vergleich, alt=seite)))
    assert "Vergleich der Fassungen 2018@v1 und 2020" in text
    assert "Plan (Konzept, Stand 2018), Commit 0123456789 vom 3.5.2024" in text


def test_abbreviations_are_explained() -> None:
    vergleich = paar({"kosten": "offen"}, {"titel": "Kurse der VHS", "kosten": "offen"})
    document = written(vergleich, abkuerzungen={"VHS": "Volkshochschule"})
    assert {e.attrib["title"] for e in document.iter("abbr")} == {"Volkshochschule"}


@hypothesis_settings(max_examples=40)
@given(
    text=st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=40
    )
)
def test_no_text_becomes_an_element_or_gets_lost(text: str) -> None:
    titel = f"a{text}b"
    leer = written(paar({"titel": "Kurse"}, {"titel": "ab"}))
    document = written(paar({"titel": "Kurse"}, {"titel": titel}))
    assert [(e.tag, sorted(e.attrib)) for e in document.iter("main")] == [
        (e.tag, sorted(e.attrib)) for e in leer.iter("main")
    ]
    assert {e.tag for e in document.iter()} - {"em", "strong", "code"} <= {e.tag for e in leer.iter()}
    heading = next(e for e in document.iter("h3") if e.get("id") == "id-m")
    assert " ".join(titel.split()) in words(heading)


def test_every_kind_of_change_is_shown_in_the_musterkreis() -> None:
    vergleich, _ = geladen(MUSTERKREIS, "2022", "2025")
    assert {eine.art for eine in vergleich.aenderungen} == set(Art) - {Art.NICHT_BELEGT}
