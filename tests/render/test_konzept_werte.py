"""The single values of the document as German words."""

from __future__ import annotations

import pytest

from konzept.domain.akteur import Akteurart
from konzept.domain.beschluss import Beschluss
from konzept.domain.fassung import Rahmen
from konzept.domain.handlungsfeld import Kosten
from konzept.domain.kalender import Zeitangabe
from konzept.domain.termin.teil import Teil, TerminArt
from konzept.render.konzept_werte import (
    akteurart,
    beschlusszeile,
    betrag,
    fundstelle,
    geltung,
    lesart,
    sprache,
    standzeile,
)
from konzept.reports.konzept_teile import Zeitpunkt


@pytest.mark.parametrize(
    ("angaben", "zeile"),
    [
        ({"stand": "2020-11-02"}, "Stand 2.11.2020, Beschluss nicht belegt"),
        ({"stand": "2020-11"}, "Stand November 2020, Beschluss nicht belegt"),
        ({"stand": "2020", "beschluss": {"datum": "2020-12-09"}}, "Stand 2020, beschlossen am 9.12.2020"),
        (
            {"stand": "2020", "beschluss": {"gremium": "Kreistag"}},
            "Stand 2020, beschlossen, Tag nicht belegt",
        ),
        # an empty one adopts nothing
        ({"stand": "2020", "beschluss": {}}, "Stand 2020, Beschluss nicht belegt"),
    ],
)
def test_stand_and_beschluss(angaben: dict[str, object], zeile: str) -> None:
    assert standzeile(Rahmen.model_validate({"titel": "t", "art": "a", **angaben})) == zeile


def test_a_beschluss_names_what_is_documented() -> None:
    ganz = {"gremium": "Kreistag", "datum": "2024-12-09", "drucksache": "KT/1"}
    assert beschlusszeile(Beschluss.model_validate(ganz)) == "Kreistag, 9.12.2024, Drucksache KT/1"
    assert beschlusszeile(Beschluss()) == "beschlossen"


@pytest.mark.parametrize(
    ("von", "bis", "text"),
    [
        ("2020", "2023", "2020 bis 2023"),
        ("2020", None, "ab 2020"),
        (None, "2023-06", "bis Juni 2023"),
        ("2020", "2020", "2020"),
        (None, None, ""),
    ],
)
def test_geltung(von: str | None, bis: str | None, text: str) -> None:
    assert geltung(Zeitangabe.parse(von) if von else None, Zeitangabe.parse(bis) if bis else None) == text


@pytest.mark.parametrize(
    ("angaben", "text"),
    [
        ({"betrag": "14000", "jahr": "2025"}, "14.000 Euro (2025)"),
        ({"betrag": "1234567.5"}, "1.234.567,50 Euro"),
        ({"betrag": "5", "waehrung": "CHF"}, "5 CHF"),
        ({"text": "nicht bezifferbar"}, "nicht bezifferbar"),
    ],
)
def test_costs_are_written_in_the_german_way(angaben: dict[str, str], text: str) -> None:
    assert betrag(Kosten.model_validate(angaben)) == text


def faellig(text: str, ende: str, **mehr: object) -> Zeitpunkt:
    tag = Zeitangabe.parse(ende).letzter_tag
    teil = Teil(text, TerminArt.FAELLIG, ende=tag, **mehr)  # type: ignore[arg-type]  # the table names the fields
    return Zeitpunkt(text, (teil,), None)


def test_dates_are_named_where_the_wording_does_not() -> None:
    assert lesart(faellig("Prüfung 2021", "2021")) == "fällig am 31.12.2021"
    assert (
        lesart(faellig("Anfang 2021", "2021-03", mehrdeutig=True))
        == "fällig am 31.3.2021 (Wortlaut mehrdeutig)"
    )
    assert lesart(faellig("bis 31.12.2021", "2021")) == ""
    laufend = Zeitpunkt("fortlaufend", (Teil("fortlaufend", TerminArt.LAUFEND),), None)
    assert lesart(laufend) == ""
    assert lesart(Zeitpunkt("alle zwei Jahre", (), 2021)) == "Turnus ab 2021"


def test_languages() -> None:
    assert sprache("ar") == {"lang": "ar", "dir": "rtl", "name": "Arabisch"}
    assert sprache("pt-BR") == {"lang": "pt-BR", "dir": "ltr", "name": "Portugiesisch"}
    assert sprache("xx yy")["lang"] == "und"


@pytest.mark.parametrize(
    ("koerperschaft", "name"),
    [
        ("Ilm-Kreis", "Kreisverwaltung"),
        ("Landkreis Konstanz", "Kreisverwaltung"),
        ("Kreisfreie Stadt Suhl", "Verwaltung"),
        ("Kreisstadt Arnstadt", "Verwaltung"),
        ("Stadt Erfurt", "Verwaltung"),
        (None, "Verwaltung"),
    ],
)
def test_only_a_kreis_has_a_kreisverwaltung(koerperschaft: str | None, name: str) -> None:
    assert akteurart(Akteurart.VERWALTUNG, koerperschaft) == name
    assert akteurart(Akteurart.VEREIN, koerperschaft) == "Vereine und Verbände"


@pytest.mark.parametrize(
    ("quelle", "eigene", "satz"),
    [
        ("001, Kapitel 3", "001", "Kapitel 3 des Quelldokuments"),
        ("001, Kapitel 3", "001, Anhang A", "Kapitel 3 des Quelldokuments"),
        ("002, Seite 4", "001", "Quelldokument 002, Seite 4"),
        ("001", "001", "Quelldokument 001"),
        ("Sozialbericht 2023", "001", "Sozialbericht 2023"),
        ("3. Sozialbericht", None, "3. Sozialbericht"),
    ],
)
def test_a_fundstelle_is_said_in_words(quelle: str, eigene: str | None, satz: str) -> None:
    rahmen = Rahmen.model_validate({"titel": "t", "art": "a", "stand": "2020", "quelle": eigene})
    assert fundstelle(quelle, rahmen) == satz
