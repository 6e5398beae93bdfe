"""The Markdown of a comparison: whole tables, no HTML, the same statements as the page, every text literal."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.render.diff_md import diff_md
from konzept.render.templates import Templates
from konzept.reports.diff import vergleiche

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from konzept.reports.diff_werte import Vergleich

ROOT = Path(__file__).parents[2]
VERGLEICHE = [("", "2018", "2020"), ("beispiele/musterkreis", "2022", "2025")]


def document(ordner: str, alt: str, neu: str, *, alles: bool = False) -> str:
    plan = load_plan(ROOT / ordner).plan
    vergleich = vergleiche(plan, plan.fassung_nach_id[alt], plan.fassung_nach_id[neu])
    return diff_md(vergleich, plan.einstellungen, Templates(), alles=alles)


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


def written(vergleich: Vergleich, **wie: Any) -> str:
    return diff_md(vergleich, Einstellungen(), Templates(), **wie)


def read(text: str) -> Element:
    """Return the document as a reader of Markdown sees it."""
    html = MarkdownIt("commonmark").enable("table").render(text)
    found: Element = html5lib.parse(html, namespaceHTMLElements=False)
    return found


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def part(text: str, heading: str) -> str:
    """Return what stands below a heading, up to the next."""
    (found,) = re.findall(rf"^#+ {re.escape(heading)}\n\n(.*?)(?=\n#|\Z)", text, re.MULTILINE | re.DOTALL)
    return str(found)


@pytest.mark.parametrize(
    ("ordner", "alt", "neu"),
    [*VERGLEICHE, ("", "2020", "2018"), ("", "2020", "2020")],
    ids=["ilm-kreis", "musterkreis", "backwards", "itself"],
)
def test_the_document_is_the_golden_one(ordner: str, alt: str, neu: str) -> None:
    text = document(ordner, alt, neu)
    golden = ROOT / "tests" / "golden" / f"diff-{alt}-{neu}.md"
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("alles", [False, True])
@pytest.mark.parametrize(("ordner", "alt", "neu"), VERGLEICHE, ids=["ilm-kreis", "musterkreis"])
def test_the_document_is_plain_markdown(ordner: str, alt: str, neu: str, *, alles: bool) -> None:
    text = document(ordner, alt, neu, alles=alles)
    assert "\n\n\n" not in text
    assert not re.search(r"[ \t]+$", text, re.MULTILINE)
    assert "<" not in text
    assert not re.search(r"Markup|None|\{[{%]", text)
    gelesen = read(text)
    assert [words(e) for e in gelesen.iter("h1")] == [f"Vergleich der Fassungen {alt} und {neu}"]
    # a list that a line ends too early, or a heading that is none, shows as signs in the text
    assert not [e for e in gelesen.iter("p") if re.match(r"#|- |\||\*\*[^*]*$", words(e))]


@pytest.mark.parametrize(("ordner", "alt", "neu"), VERGLEICHE, ids=["ilm-kreis", "musterkreis"])
def test_the_balance_adds_up(ordner: str, alt: str, neu: str) -> None:
    tables = list(read(document(ordner, alt, neu)).iter("table"))
    assert tables
    for table in tables:
        rows = [[int(words(cell).split()[0]) for cell in list(row)[1:]] for row in next(table.iter("tbody"))]
        *posten, summe = rows
        assert [sum(spalte) for spalte in zip(*posten, strict=True)] == summe


def test_what_differs_stands_old_against_new() -> None:
    alt = {
        "termin": "bis Ende 2022",
        "zustaendigkeiten": ["amt"],
        "kosten": {"betrag": "9500", "jahr": "2022"},
    }
    neu = {
        "termin": "bis Ende 2023",
        "zustaendigkeiten": [{"akteur": "amt", "rolle": "mitwirkend"}, "jobcenter"],
        "kosten": "offen",
    }
    assert part(written(paar(alt, neu)), "Maßnahme »Kurse«: geändert") == (
        "- **Termin**: bis Ende 2022 → bis Ende 2023 (\\+12 Monate)\n"
        "- **Zuständigkeit**\n"
        "  - amt: federführend → mitwirkend\n"
        "  - neu: jobcenter (federführend) (Federführung gewechselt)\n"
        "- **Kosten**: 9.500 EUR (2022) → offen\n"
    )


def test_of_long_texts_only_the_sentences_that_differ_are_shown() -> None:
    gleich = (
        "Dieser Satz steht in beiden Fassungen genau so und wird nicht wiederholt, denn er ist lang genug."
    )
    text = written(paar({"text": f"{gleich} Alt ist das Ende."}, {"text": f"{gleich} Neu ist das *Ende*."}))
    assert part(text, "Maßnahme »Kurse«: geändert") == (
        "- **Text**\n  - bisher: \\[…\\] Alt ist das Ende.\n  - neu: \\[…\\] Neu ist das *Ende*.\n"
    )


def test_an_open_balance_names_what_is_open() -> None:
    text = written(paar({"nummer": "1"}, {}, {"vorgaenger": "2018"}))
    assert part(text, "Verbleib offen: 1") == "- Maßnahme 1 (2018) »Kurse«, unter 1 (2018)\n"
    assert "bei:\n\n- m: Maßnahme 1 (2018) »Kurse«\n" in text


def test_nothing_changed_is_said_in_words() -> None:
    text = written(paar({"nummer": "1"}, {"nummer": "1"}))
    assert "\nKeine Änderungen.\n" in text
    assert "\n- unverändert: 1 Handlungsfeld und 1 Maßnahme\n" in text


def test_everything_on_demand() -> None:
    text = written(paar({"nummer": "1"}, {"nummer": "1"}), alles=True)
    assert "Maßnahme 1 »Kurse«: unverändert\n" in text
    assert "Gezählt, aber nicht aufgeführt" not in text


@hypothesis_settings(max_examples=40)
@given(
    text=st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=40
    )
)
def test_no_text_becomes_markup_or_gets_lost(text: str) -> None:
    titel = f"a{text}b"
    gelesen = read(written(paar({"titel": "Kurse"}, {"titel": titel})))
    headings = [words(e) for e in gelesen.iter("h3")]
    assert f"Maßnahme »{' '.join(titel.split())}«: geändert" in headings
