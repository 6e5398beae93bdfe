"""Words on their way into XML: nothing is lost, nothing forbidden stays, changes can be told without seeing."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]  # lxml brings no types

from konzept.render.schriftstueck import Lauf, Laufart
from konzept.render.schriftstueck_text import lesbar, mit_marken, stuecke, ziel

NEU, ALT, LEISE = Laufart.NEU, Laufart.ENTFALLEN, Laufart.LEISE
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Straße & <b> »ä« 👩‍👩‍👧 \u202eumgekehrt", "Straße & <b> »ä« 👩‍👩‍👧 \u202eumgekehrt"),
        ("a\x00b\x1b[31m\x7f\x85", r"a\x00b\x1b[31m\x7f\x85"),
        ("a\r\nb\rc\nd\te", "a\nb\nc\nd\te"),
        ("\ud800 \uffff \ufffe", r"\ud800 \uffff \ufffe"),
        ("10\u00a0%\u00ad", "10\u00a0%\u00ad"),
    ],
)
def test_what_xml_forbids_is_shown(text: str, expected: str) -> None:
    assert lesbar(text) == expected


@given(ANY_TEXT)
@example("\ud800\udc00")
def test_any_text_goes_into_xml_and_comes_back(text: str) -> None:
    element = etree.Element("p")
    element.text = lesbar(text)
    back = etree.fromstring(etree.tostring(element, encoding="utf-8")).text or ""
    assert back == lesbar(text)
    assert lesbar(lesbar(text)) == lesbar(text)


@given(ANY_TEXT)
def test_the_pieces_are_the_text(text: str) -> None:
    assert "".join(stuecke(text)) == lesbar(text)
    assert all(piece in {"\n", "\t"} or not re.search(r"[\n\t]", piece) for piece in stuecke(text))


@pytest.mark.parametrize(
    ("laeufe", "expected"),
    [
        ([("bis ", None), ("2022", ALT), ("2023", NEU)], "bis [entfällt: 2022] [neu: 2023]"),
        ([("2022", ALT), (" und ", None), ("2023", NEU)], "[entfällt: 2022] und [neu: 2023]"),
        ([("nur ", None), ("neu", NEU)], "nur neu"),
        ([("nur ", None), ("alt", ALT)], "nur alt"),
        ([], ""),
    ],
)
def test_words_tell_new_from_dropped_where_both_stand_together(
    laeufe: list[tuple[str, Laufart | None]], expected: str
) -> None:
    runs = tuple(Lauf(text, art=art or Laufart.NORMAL) for text, art in laeufe)
    assert "".join(lauf.text for lauf in mit_marken(runs)) == expected


def test_one_mark_holds_for_neighbours_in_different_scripts() -> None:
    runs = (Lauf("a", art=ALT), Lauf("b", art=NEU), Lauf("c", art=NEU, fett=True))
    marked = mit_marken(runs)
    assert "".join(lauf.text for lauf in marked) == "[entfällt: a] [neu: bc]"
    assert [lauf for lauf in marked if lauf.art is not LEISE] == list(runs)


@pytest.mark.parametrize(
    ("verweis", "expected"),
    [
        (None, None),
        ("#ziel", "#ziel"),
        ("#anderswo", None),
        (" https://kreis.example/a?b=1&c=%20#d ", "https://kreis.example/a?b=1&c=%20#d"),
        ("https://kreis.example/ä b", "https://kreis.example/%C3%A4%20b"),
        ("mailto:buero@kreis.example", "mailto:buero@kreis.example"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("vscode://x", None),
        ("https://kreis.example/\x1b", None),
        ("https://[kaputt", None),
    ],
)
def test_a_link_leads_to_a_known_place_or_an_allowed_address(
    verweis: str | None, expected: str | None
) -> None:
    assert ziel(verweis, {"ziel"}) == expected
