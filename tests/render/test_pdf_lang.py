"""Nothing of a PDF is cut off or lost: cells higher than a page, words wider than a column, heads higher than both."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from konzept.render.pdf import pdf_bytes
from konzept.render.schriftstueck import (
    Absatz,
    Absatzart,
    Ausrichtung,
    Inhaltsverzeichnis,
    Lauf,
    Schriftstueck,
    Spalte,
    Tabelle,
    Ueberschrift,
    Zelle,
    absatz,
    worte,
    zelle,
)
from konzept.render.schriftstueck_gestalt import BLAETTER

if TYPE_CHECKING:
    from konzept.render.schriftstueck import Block

MM = 72 / 25.4
WORT = "X9" * 30


def langer_text(name: str, woerter: int) -> str:
    return " ".join(f"{name}{nummer}" for nummer in range(woerter))


def gesetzt(*bloecke: Block, titel: str = "T", ausrichtung: Ausrichtung = Ausrichtung.HOCH) -> PdfReader:
    return PdfReader(
        io.BytesIO(pdf_bytes(Schriftstueck(titel, bloecke, ausrichtung=ausrichtung, kopfzeile="Kopf")))
    )


def words(pdf: PdfReader) -> list[str]:
    return [wort for seite in pdf.pages for wort in seite.extract_text().split()]


def lowest(pdf: PdfReader) -> float:
    """Return how many points above the lower edge of its page the lowest words stand, the number of the page aside."""
    found: list[float] = []

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip() and "Seite" not in text:
            found.append(tm[4] * cm[1] + tm[5] * cm[3] + cm[5])

    for seite in pdf.pages:
        seite.extract_text(visitor_text=visit)
    return min(found)


def missing(pdf: PdfReader, *texte: str) -> set[str]:
    return {wort for text in texte for wort in text.split()} - set(words(pdf))


def test_a_cell_higher_than_a_page_goes_on() -> None:
    texte = langer_text("links", 900), langer_text("rechts", 40)
    pdf = gesetzt(Tabelle((Spalte(), Spalte(2)), ((zelle(texte[0]), zelle(texte[1])), (zelle("unten"),))))
    assert len(pdf.pages) > 1
    assert missing(pdf, *texte, "unten") == set()
    assert lowest(pdf) > BLAETTER[Ausrichtung.HOCH].unten * MM


def test_high_cells_tied_together_by_one_at_their_side_go_on() -> None:
    """The cell over three rows becomes one and two empty ones: no typesetter divides both at the same place."""
    texte = [langer_text(f"z{nummer}w", 500) for nummer in range(3)]
    links = Zelle((absatz("Stelle"),), kopf=True, hoehe=3)
    zeilen = ((links, zelle(texte[0])), (zelle(texte[1]),), (zelle(texte[2]),), (zelle("a"), zelle("b")))
    pdf = gesetzt(Tabelle((Spalte(), Spalte(3)), zeilen, kopfzeilen=((zelle("K"), zelle("L")),)))
    assert missing(pdf, *texte, "Stelle") == set()
    assert lowest(pdf) > BLAETTER[Ausrichtung.HOCH].unten * MM


def test_a_high_row_that_heads_the_next_goes_on() -> None:
    text = langer_text("w", 900)
    zeilen = ((Zelle((absatz(text),), spanne=2, beisammen=True),), (zelle("a"), zelle("b")))
    assert missing(gesetzt(Tabelle((Spalte(), Spalte()), zeilen)), text) == set()


def test_a_head_higher_than_a_page_stands_once() -> None:
    text = langer_text("kopf", 500)
    kopf = (zelle(text, kopf=True), zelle("K", kopf=True))
    pdf = gesetzt(Tabelle((Spalte(), Spalte(2)), ((zelle("a"), zelle("b")),) * 3, kopfzeilen=(kopf,)))
    assert missing(pdf, text) == set()
    assert words(pdf).count("kopf7") == 1


def test_a_low_head_comes_again_on_every_page() -> None:
    kopf = (zelle("Nummer", kopf=True), zelle("Text", kopf=True))
    pdf = gesetzt(Tabelle((Spalte(), Spalte(2)), ((zelle("a"), zelle("b")),) * 120, kopfzeilen=(kopf,)))
    assert words(pdf).count("Nummer") == len(pdf.pages) > 1


def test_a_word_without_a_break_stays_inside_its_column_and_whole_for_search() -> None:
    """Thirty millimetres hold some eighteen of its sixty characters: it takes several lines, without a sign more."""
    pdf = gesetzt(
        Tabelle((Spalte(30), Spalte(140)), ((zelle(WORT), zelle("nebenan")),)),
        absatz(WORT * 4),
        Ueberschrift(1, worte(WORT)),
    )
    text = "".join(seite.extract_text() for seite in pdf.pages)
    assert WORT not in text.split("nebenan")[0]
    assert re.sub(r"\s", "", text).count(WORT) >= 6
    assert "\u200b" not in text
    assert "\u00ad" not in text


def test_a_long_word_of_a_title_is_divided() -> None:
    wort = "Einwanderungsgesellschaftsgestaltungsaufgabenbeschreibung"
    pdf = gesetzt(Inhaltsverzeichnis(), Ueberschrift(1, worte(wort)), titel=f"Konzept {wort}")
    text = "".join(seite.extract_text() for seite in pdf.pages)
    assert wort not in text.split("\n")[0]
    assert re.sub(r"[\s\u00ad-]", "", text).count(wort) >= 2


def test_a_span_of_years_stands_on_one_line() -> None:
    for laenge in range(34, 52, 2):
        text = (
            gesetzt(titel=f"{'Wort ' * (laenge // 5)}{'x' * (laenge % 5)} 2025–2027").pages[0].extract_text()
        )
        assert "2025–2027" in text


def test_short_tables_are_not_divided_and_stay_with_the_line_before() -> None:
    """A page nearly full, then a line and six rows: line and rows stand together on the next page."""
    tafel = Tabelle((Spalte(), Spalte()), tuple((zelle(f"r{n}"), zelle("x")) for n in range(6)))
    fuellung = [absatz(f"Zeile {n}") for n in range(38)]
    pdf = gesetzt(*fuellung, absatz("Daten:"), tafel)
    letzte = pdf.pages[-1].extract_text()
    assert len(pdf.pages) == 2
    assert all(f"r{n}" in letzte for n in range(6))
    assert "Daten:" in letzte


def test_quotations_stand_close_together() -> None:
    zitate = [absatz(f"Satz {n}", art=Absatzart.ZITAT) for n in range(60)]
    assert len(gesetzt(*zitate).pages) <= 2


@settings(max_examples=8, deadline=None)
@given(
    st.lists(st.text("abcdefgh XY09@._-äß", min_size=1, max_size=90), min_size=1, max_size=4),
    st.sampled_from(Ausrichtung),
)
def test_no_text_is_lost_in_a_narrow_column(texte: list[str], ausrichtung: Ausrichtung) -> None:
    zeilen = tuple((Zelle((Absatz((Lauf(text),)),)), zelle("n")) for text in texte)
    pdf = gesetzt(Tabelle((Spalte(1), Spalte(12)), zeilen), ausrichtung=ausrichtung)
    found = re.sub(r"[\s\u00ad\u2010-]", "", "".join(seite.extract_text() for seite in pdf.pages))
    assert all(re.sub(r"[\s-]", "", text) in found for text in texte)
