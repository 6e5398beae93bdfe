"""The Sachstandsbericht as a page: sound structure, self-contained, never colour alone, every text literal."""

from __future__ import annotations

import base64
import hashlib
import re
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

from konzept.domain.akteur import Akteur
from konzept.domain.einstellungen import Ampelfarbe, Ampelwort, Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.load import load_plan
from konzept.render.markdown_text import markdown_escape
from konzept.render.sachstandsbericht_html import sachstandsbericht_html
from konzept.render.sachstandsbericht_words import AMPEL
from konzept.render.templates import Templates
from konzept.reports.sachstandsbericht import sachstandsbericht

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from konzept.reports.sachstandsbericht_teile import Sachstandsbericht

ROOT = Path(__file__).parents[2]
MUSTERKREIS = "beispiele/musterkreis"
REPORTS = [
    ("", "2020", "2022-01-01"),
    ("", "2018", "2020-11-02"),
    (MUSTERKREIS, "2022", "2023-07-15"),
    (MUSTERKREIS, "2025", "2025-06-30"),
    (MUSTERKREIS, "2025", "2025-12-31"),
    ("beispiele/konstanz-2016", "2016", "2017-01-01"),
    ("beispiele/handlungsleitlinien", "2016", "2017-01-01"),
]
PAGES = [(*report, nur) for report in REPORTS for nur in (False, True)]


@cache
def report(ort: str, fassung: str, stichtag: str) -> Sachstandsbericht:
    plan = load_plan(ROOT / ort).plan
    return sachstandsbericht(plan, plan.fassung_nach_id[fassung], date.fromisoformat(stichtag))


@cache
def page(ort: str, fassung: str, stichtag: str, *, nur: bool) -> str:
    return sachstandsbericht_html(report(ort, fassung, stichtag), Templates(), nur_aenderungen=nur)


def parsed(html: str) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    document: Element = parser.parse(html)
    return document


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def local(element: Element) -> str:
    """Return the name of an element without the namespace that drawings have."""
    return str(element.tag).rpartition("}")[2]


def with_class(document: Element, name: str) -> list[Element]:
    return [one for one in document.iter() if name in one.attrib.get("class", "").split()]


@pytest.mark.parametrize(("ort", "fassung", "stichtag", "nur"), PAGES)
def test_the_page_is_well_formed_german_with_headings_in_order(
    ort: str, fassung: str, stichtag: str, *, nur: bool
) -> None:
    document = parsed(page(ort, fassung, stichtag, nur=nur))
    assert document.attrib["lang"] == "de"
    headings = [one for one in document.iter() if re.fullmatch(r"h[1-6]", str(one.tag))]
    levels = [int(str(one.tag)[1]) for one in headings]
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert all(words(one) for one in headings)


@pytest.mark.parametrize(("ort", "fassung", "stichtag", "nur"), PAGES)
def test_anchors_are_unique_and_every_link_resolves(
    ort: str, fassung: str, stichtag: str, *, nur: bool
) -> None:
    document = parsed(page(ort, fassung, stichtag, nur=nur))
    ids = [one.attrib["id"] for one in document.iter() if "id" in one.attrib]
    assert len(ids) == len(set(ids))
    links = {one.attrib["href"] for one in document.iter("a")}
    named = {one.attrib["aria-labelledby"] for one in document.iter() if "aria-labelledby" in one.attrib}
    assert {link.removeprefix("#") for link in links} | named <= set(ids)


@pytest.mark.parametrize(("ort", "fassung", "stichtag", "nur"), PAGES)
def test_the_page_asks_nobody_for_anything(ort: str, fassung: str, stichtag: str, *, nur: bool) -> None:
    document = parsed(page(ort, fassung, stichtag, nur=nur))
    foreign = {"script", "link", "img", "image", "use", "iframe", "object", "base", "form"}
    assert not foreign & {local(one) for one in document.iter()}
    attributes = {str(name) for one in document.iter() for name in one.attrib}
    assert not {name for name in attributes if name in {"src", "style", "srcset"} or name.startswith("on")}
    style = next(document.iter("style")).text or ""
    assert "url(" not in style
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(one.attrib["content"] for one in document.iter("meta") if "http-equiv" in one.attrib)
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize(("ort", "fassung", "stichtag", "nur"), PAGES)
def test_tables_have_a_caption_scopes_and_keep_their_roles(
    ort: str, fassung: str, stichtag: str, *, nur: bool
) -> None:
    for table in parsed(page(ort, fassung, stichtag, nur=nur)).iter("table"):
        assert words(next(table.iter("caption")))
        assert all(cell.attrib.get("scope") in {"col", "row"} for cell in table.iter("th"))
        if "liste" in table.attrib["class"]:
            # a table that is laid out as blocks on a telephone is still read as one
            roles = {
                "tr": {"row"},
                "td": {"cell"},
                "th": {"columnheader", "rowheader"},
                "tbody": {"rowgroup"},
            }
            for tag, expected in roles.items():
                assert {cell.attrib.get("role") for cell in table.iter(tag)} <= expected


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), REPORTS)
def test_the_picture_has_one_tile_for_each_massnahme_and_its_table_the_same_numbers(
    ort: str, fassung: str, stichtag: str
) -> None:
    eine = report(ort, fassung, stichtag)
    document = parsed(page(ort, fassung, stichtag, nur=False))
    balken = with_class(document, "balkenreihe")
    kacheln = [len(with_class(one, "kachel")) for one in balken]
    assert kacheln == [len(feld.massnahmen) for feld in eine.felder]
    for one, feld in zip(balken, eine.felder, strict=True):
        gezaehlt = [int(words(zahl)) for zahl in with_class(one, "anzahl")]
        assert sum(gezaehlt) == len(feld.massnahmen)
        label = one.attrib["aria-label"]
        assert all(f"{zahl} {AMPEL[wort]}" in label for wort, zahl in feld.je_wort.items() if zahl)
    tables = [one for one in document.iter("table") if "zahlen" in one.attrib["class"].split()]
    assert len(tables) == (1 if eine.worte else 0)
    for table in tables:
        rows = [[words(cell) for cell in row] for row in table.iter("tr")]
        body = [[0 if cell == "–" else int(cell) for cell in row[1:]] for row in rows[1:]]
        assert all(sum(row[:-1]) == row[-1] for row in body)
        *je_wort, gesamt, ueberfaellig = body
        assert [sum(column) for column in zip(*je_wort, strict=True)] == gesamt
        assert ueberfaellig[-1] == eine.zahlen.ueberfaellig


@pytest.mark.parametrize(("ort", "fassung", "stichtag", "nur"), PAGES)
def test_no_sign_stands_without_its_word(ort: str, fassung: str, stichtag: str, *, nur: bool) -> None:
    document = parsed(page(ort, fassung, stichtag, nur=nur))
    for one in with_class(document, "ampel"):
        assert words(one) in AMPEL.values()
    kacheln = with_class(document, "kachel")
    assert all(one.attrib["aria-hidden"] == "true" for one in kacheln)
    assert {one.attrib["class"].split()[1] for one in kacheln} <= {farbe.value for farbe in Ampelfarbe}


def test_each_word_has_a_sign_of_its_own() -> None:
    document = parsed(page(MUSTERKREIS, "2025", "2025-06-30", nur=False))
    legende = with_class(document, "legende")[0]
    zeichen: dict[str, str] = {}
    for one in legende.iter("dt"):
        svg = with_class(one, "kachel")[0]
        name = words(with_class(one, "ampel")[0])
        zeichen[name] = " ".join(f"{local(part)} {sorted(part.attrib.items())}" for part in list(svg))
    assert set(zeichen) == set(AMPEL.values())
    assert len(set(zeichen.values())) == len(Ampelwort)
    assert all("path" in drawn or "circle" in drawn for drawn in zeichen.values())


def tokens(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", css))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours by WCAG 2.2."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def themes() -> list[tuple[str, dict[str, str]]]:
    """Give the colours of the three themes, those of the whole site first, so that the report's own win."""
    found: dict[str, dict[str, str]] = {}
    for name in ("seite", "ampel"):
        css = (ROOT / "templates" / "html" / f"{name}.css").read_text(encoding="utf-8")
        light, _, rest = css.partition("@media (prefers-color-scheme: dark)")
        dark = rest.partition("\n}\n")[0]
        paper = css.partition("@media print")[2]
        found.setdefault("light", {}).update(tokens(light))
        found.setdefault("dark", {}).update(tokens(dark))
        found.setdefault("paper", {}).update(tokens(paper))
    return list(found.items())


@pytest.mark.parametrize(("theme", "colours"), themes())
@pytest.mark.parametrize("farbe", [farbe.value for farbe in Ampelfarbe])
def test_tiles_stand_out_from_the_ground_and_signs_from_their_tile(
    theme: str, colours: dict[str, str], farbe: str
) -> None:
    """WCAG 1.4.11: 3:1 for what one has to see; the outline carries the light tiles, the sign is seen on each."""
    assert contrast(colours[f"{farbe}-rand"], colours["grund"]) >= 3, theme
    assert contrast(colours[f"{farbe}-tinte"], colours[farbe]) >= 4.5, theme


def test_only_head_figures_and_changes() -> None:
    document = parsed(page(MUSTERKREIS, "2022", "2023-07-15", nur=True))
    assert [words(one) for one in document.iter("h2")] == [
        "Auf einen Blick",
        "Was sich seit dem 15.01.2023 geändert hat",
    ]
    assert with_class(document, "kennzahlen")
    assert with_class(document, "ampelzahlen")
    assert not with_class(document, "bild")
    whole = parsed(page(MUSTERKREIS, "2022", "2023-07-15", nur=False))
    assert [words(one) for one in whole.iter("h2")] == [
        "Auf einen Blick",
        "Überfällig",
        "Was sich seit dem 15.01.2023 geändert hat",
        "Was als Nächstes kommt, bis 15.01.2024",
        "Alle Maßnahmen",
        "So ist zu lesen",
    ]


@pytest.mark.parametrize(("ort", "fassung", "stichtag"), REPORTS)
def test_every_massnahme_stands_in_the_table_with_its_word(ort: str, fassung: str, stichtag: str) -> None:
    eine = report(ort, fassung, stichtag)
    rows = {
        row.attrib["id"]: words(row)
        for row in parsed(page(ort, fassung, stichtag, nur=False)).iter("tr")
        if "id" in row.attrib
    }
    for feld in eine.felder:
        for stand in feld.massnahmen:
            row = rows.pop(f"massnahme-{stand.zeile.id}")
            assert " ".join(stand.zeile.titel.split()) in row
            assert AMPEL[stand.urteil.wort] in row
    assert not rows


def test_a_plan_with_words_of_its_own() -> None:
    text = words(
        next(parsed(page("beispiele/handlungsleitlinien", "2016", "2017-01-01", nur=False)).iter("body"))
    )
    assert "11 Leitlinien 1 Abschnitt" in text
    assert "Alle Leitlinien" in text
    assert "Handlungsfeld" not in text
    assert "Diese Fassung ist nur in Teilen bekannt." in text


def test_a_plan_without_massnahmen_says_so() -> None:
    text = words(next(parsed(page("beispiele/konstanz-2016", "2016", "2017-01-01", nur=False)).iter("main")))
    assert "Von dieser Fassung sind keine Maßnahmen bekannt." in text
    assert "Überfällig" not in text
    assert "0 %" not in text


def test_internal_remarks_are_never_published() -> None:
    plan = load_plan(ROOT / MUSTERKREIS).plan
    remarks = [s.gegenstand.intern for f in plan.fassungen for s in f.stellen() if s.gegenstand.intern]
    assert remarks
    for fassung in plan.fassungen:
        eine = sachstandsbericht(plan, fassung, date(2025, 12, 31))
        assert "Randbemerkung" not in sachstandsbericht_html(eine, Templates(), nur_aenderungen=False)


def plan_with(word: str) -> tuple[Plan, list[str]]:
    """Give a plan that has a text in every field that the report prints, and these texts."""
    marks: list[str] = []

    def mark() -> str:
        marks.append(f"Z{len(marks)}Z {' '.join(word.split())}".strip())
        return marks[-1]

    def prose() -> str:
        return str(markdown_escape(mark()))

    def massnahme(name: str, termin: str) -> dict[str, Any]:
        zustaendig = [{"akteur": "a"}]
        return {
            "id": name,
            "titel": mark(),
            "text": "x",
            "termin": termin,
            "zustaendigkeiten": zustaendig,
            "intern": "GEHEIM",
        }

    feld = {
        "id": "f",
        "nummer": "1",
        "titel": mark(),
        "massnahmen": [
            massnahme("m", "bis 31.03.2021"),
            massnahme("n", mark()),
            massnahme("o", "fortlaufend"),
        ],
        "intern": "GEHEIM",
    }
    tag = {"am": "2021-06-01", "erfasst": "2021-06-01", "von": "a"}
    log = [
        {**tag, "massnahme": "m", "stand": "begonnen", "text": prose(), "neuer_termin": mark()},
        {**tag, "massnahme": "o", "stand": "laufend", "text": prose()},
    ]
    rahmen = {"titel": mark(), "art": mark(), "stand": "2020-11-02", "intern": "GEHEIM"}
    fassung = Fassung(
        "2020",
        Rahmen.model_validate(rahmen),
        (Handlungsfeld.model_validate(feld),),
        Sachstand.model_validate({"eintraege": log}),
        dateien=("f",),
    )
    einstellungen = Einstellungen.model_validate(
        {
            "koerperschaft": mark(),
            "land": mark(),
            "hinweise": [prose()],
            "staende": {"begonnen": mark()},
            "bezeichnungen": {"massnahme": {"einzahl": mark(), "mehrzahl": mark()}},
        }
    )
    akteur = Akteur.model_validate({"id": "a", "name": "lang", "kurz": mark(), "art": "verein"})
    return Plan(einstellungen, (akteur,), (), (fassung,)), marks


def skeleton(document: Element) -> list[tuple[str, tuple[str, ...]]]:
    return [(str(one.tag), tuple(sorted(map(str, one.attrib)))) for one in document.iter()]


NASTY = st.text(alphabet="ab1.*_`~#<>&[]()!|\\\"'=:/{}%", min_size=1, max_size=25)


@given(NASTY)
@hypothesis_settings(max_examples=10)
def test_any_text_in_any_field_is_literal_and_adds_nothing(word: str) -> None:
    plan, marks = plan_with(f"q{word}")
    eine = sachstandsbericht(plan, plan.fassungen[0], date(2021, 7, 1))
    document = parsed(sachstandsbericht_html(eine, Templates(), nur_aenderungen=False))
    shown = words(document)
    assert [mark for mark in marks if mark not in shown] == []
    assert "GEHEIM" not in shown
    harmless, _ = plan_with("q")
    other = sachstandsbericht(harmless, harmless.fassungen[0], date(2021, 7, 1))
    expected = parsed(sachstandsbericht_html(other, Templates(), nur_aenderungen=False))
    assert skeleton(document) == skeleton(expected)


def test_the_same_report_gives_the_same_bytes() -> None:
    plan = load_plan(ROOT / MUSTERKREIS).plan
    eine = sachstandsbericht(plan, plan.fassung_nach_id["2025"], date(2025, 6, 30))
    again = sachstandsbericht_html(eine, Templates(), nur_aenderungen=False)
    assert again == page(MUSTERKREIS, "2025", "2025-06-30", nur=False)
