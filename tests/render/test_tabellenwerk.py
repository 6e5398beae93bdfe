"""The neutral workbook: what it refuses, names of sheets that every spreadsheet takes, its first sheet as CSV."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.render.tabellenwerk import (
    ZEICHEN_JE_SEITE,
    Blatt,
    Spalte,
    Spaltenart,
    Tabellenwerk,
    Wert,
    ist_formelverdacht,
)
from konzept.render.tabellenwerk_csv import tabellenwerk_csv
from konzept.render.tabellenwerk_spalten import unterscheidbar
from konzept.render.tabellenwerk_text import klartext

NR, TAG, ZAHL = Spalte("Nr."), Spalte("Tag", Spaltenart.DATUM), Spalte("Zahl", Spaltenart.ZAHL)


@pytest.mark.parametrize(
    ("spalte", "wert"),
    [
        (NR, 5),
        (NR, date(2021, 1, 1)),
        (TAG, "31.12.2021"),
        (TAG, 2021),
        (ZAHL, "5"),
        (ZAHL, date(2021, 1, 1)),
        (ZAHL, True),
    ],
)
def test_a_value_of_another_kind_than_its_column_is_refused(spalte: Spalte, wert: Wert) -> None:
    with pytest.raises(TypeError, match=spalte.titel):
        Blatt("Blatt", (spalte,), ((wert,),))


def test_what_no_spreadsheet_could_show_is_refused() -> None:
    with pytest.raises(ValueError, match="2 values for 1 columns"):
        Blatt("Blatt", (NR,), (("1", "2"),))
    with pytest.raises(ValueError, match="the columns"):
        Blatt("Blatt", (), ())
    with pytest.raises(ValueError, match="the columns"):
        Blatt("Blatt", (NR, Spalte("NR.")), ())
    with pytest.raises(ValueError, match="1 columns that stay"):
        Blatt("Blatt", (NR,), (), fest=1)
    with pytest.raises(ValueError, match="without a title"):
        Spalte(" ")
    with pytest.raises(ValueError, match="of 300 characters"):
        Spalte("breit", breite=300)
    with pytest.raises(ValueError, match="without a sheet"):
        Tabellenwerk("leer", ())


@pytest.mark.parametrize(
    ("genannt", "name"),
    [
        ("Maßnahmen", "Maßnahmen"),
        ("Projekte/Vorhaben [neu]: was?", "Projekte Vorhaben neu was"),
        ("'Zitat'", "Zitat"),
        ("History", "History 1"),
        ("/", "Blatt"),
        ("Integrationspolitische Handlungsempfehlungen", "Integrationspolitische Handlung"),
    ],
)
def test_names_of_sheets_are_fit_for_excel(genannt: str, name: str) -> None:
    (blatt,) = Tabellenwerk("Werk", (Blatt(genannt, (NR,), ()),)).blaetter
    assert blatt.name == name


def test_equal_names_of_sheets_are_numbered_within_the_limit() -> None:
    lang = "Integrationspolitische Handlung"
    werk = Tabellenwerk("Werk", tuple(Blatt(name, (NR,), ()) for name in (lang, lang.upper(), lang)))
    assert [blatt.name for blatt in werk.blaetter] == [
        lang,
        "INTEGRATIONSPOLITISCHE HANDLU 2",
        "Integrationspolitische Handlu 3",
    ]


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_every_name_becomes_one_that_is_free(namen: list[str]) -> None:
    blaetter = Tabellenwerk("Werk", tuple(Blatt(name, (NR,), ()) for name in namen)).blaetter
    fertig = [blatt.name for blatt in blaetter]
    assert len({name.casefold() for name in fertig}) == len(namen)
    assert all(1 <= len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in fertig)


def test_titles_that_a_county_has_made_equal_are_told_apart() -> None:
    spalten = unterscheidbar((Spalte("Ziel"), Spalte("Termin"), Spalte("ziel")))
    assert [spalte.titel for spalte in spalten] == ["Ziel", "Termin", "ziel (2)"]


@pytest.mark.parametrize(
    ("breiten", "fest", "seiten"),
    [
        ((20, 20), 0, 1),
        ((ZEICHEN_JE_SEITE,), 0, 1),
        ((ZEICHEN_JE_SEITE, 1), 0, 2),
        ((40, 100, 100, 100), 1, 2),
    ],
)
def test_a_wide_sheet_is_printed_on_several_pages_side_by_side(
    breiten: tuple[int, ...], fest: int, seiten: int
) -> None:
    spalten = tuple(Spalte(f"S{number}", breite=breite) for number, breite in enumerate(breiten))
    assert Blatt("Blatt", spalten, (), fest).seiten == seiten


@pytest.mark.parametrize("text", ["=1+1", "+49", "-1", "@A1", "\t=1", " =1", "\r", "\uff1d1"])
def test_what_a_spreadsheet_would_compute_is_known(text: str) -> None:
    assert ist_formelverdacht(text)


@pytest.mark.parametrize("text", ["2.9", "Ziel = Weg", "»=1«", "a\t=1", ""])
def test_what_is_a_text_anyway_is_none(text: str) -> None:
    assert not ist_formelverdacht(text)


def test_the_first_sheet_is_what_a_csv_file_gets() -> None:
    spalten = (NR, TAG, Spalte("Betrag", Spaltenart.ZAHL, nachkomma=2))
    werk = Tabellenwerk(
        "Werk",
        (
            Blatt("Eins", spalten, (("2.9", date(2021, 12, 31), Decimal("14000.50")), ("=1", None, None))),
            Blatt("Zwei", (NR,), (("nicht hier",),)),
        ),
    )
    text = tabellenwerk_csv(werk)
    assert text.startswith("\ufeff")
    assert list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";", strict=True)) == [
        ["Nr.", "Tag", "Betrag"],
        ["2.9", "2021-12-31", "14000,50"],
        ["'=1", "", ""],
    ]


@pytest.mark.parametrize(
    ("markdown", "worte"),
    [
        (None, ""),
        ("Ein **fetter** Satz mit [Verweis](https://kreis.example).", "Ein fetter Satz mit Verweis."),
        ("Erst\n\n- eins\n- zwei\n  - tief", "Erst\n• eins\n• zwei\n  • tief"),
        ("3. drei\n4. vier", "3. drei\n4. vier"),
        ("# Kopf\n\nText", "Kopf\nText"),
    ],
)
def test_a_cell_holds_words_and_no_markdown(markdown: str | None, worte: str) -> None:
    assert klartext(markdown) == worte
