"""The charts of indicators: bars from zero, true to scale, each labelled, the target drawn where it stands."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from konzept.domain.element import Indikator
from konzept.domain.indikator import Messung
from konzept.render.evaluation_diagramm import BREITE, HOECHSTENS, HOEHE, OBEN, SCHRITT, diagramm
from konzept.render.evaluation_words import zahl
from konzept.reports.evaluation_indikatoren import Indikatorstand, Messpunkt, Ziellage


def stand(
    *werte: str,
    ausgang: str | None = None,
    ziel: str | None = None,
    vorher: int = 0,
    einheit: str = "Prozent",
) -> Indikatorstand:
    """Make an indicator with one value for each year from 2020 on, of which the first ``vorher`` are old."""
    return Indikatorstand(
        indikator=Indikator.model_validate({"titel": "Zahl", "einheit": einheit}),
        ort=None,
        ausgang=None if ausgang is None else Decimal(ausgang),
        ziel=None if ziel is None else Decimal(ziel),
        punkte=tuple(
            Messpunkt(
                Messung.model_validate({"indikator": "i", "am": str(2020 + i), "wert": wert}),
                Decimal(wert),
                i < vorher,
            )
            for i, wert in enumerate(werte)
        ),
        spaetere=0,
        lage=Ziellage.OHNE_ZIELWERT,
        weg=None,
    )


def test_by_hand() -> None:
    """18, 24 and 36 of 40 on a height of 112: 50.4, 67.2 and 100.8; the target stands at the top."""
    bild = diagramm(stand("24", "36", ausgang="18", ziel="40"))
    assert bild is not None
    assert [(b["name"], b["wert"], b["hoehe"], b["y"], b["art"]) for b in bild["balken"]] == [
        ("Ausgang", "18", "50.4", "85.6", "ausgang"),
        ("2020", "24", "67.2", "68.8", "wert"),
        ("2021", "36", "100.8", "35.2", "wert"),
    ]
    assert (bild["null"], bild["ziel"]["y"], bild["ziel"]["text"]) == ("136", "24", "Ziel 40")
    assert (bild["breite"], bild["hoehe"]) == ("248", "162")
    assert (
        bild["beschreibung"] == "Balkendiagramm in Prozent: Ausgangswert 18, 2020: 24, 2021: 36; Zielwert 40"
    )
    assert bild["hohl"] == "Ausgangswert"


def test_what_was_measured_before_the_fassung_is_hollow_and_said_so() -> None:
    bild = diagramm(stand("1", "2", ausgang="1", vorher=1))
    assert bild is not None
    assert [b["art"] for b in bild["balken"]] == ["ausgang", "vorher", "wert"]
    assert bild["hohl"] == "Ausgangswert und Werte vor Beginn der Fassung"
    ohne = diagramm(stand("1"))
    assert ohne is not None
    assert ohne["hohl"] == ""


def test_of_many_values_the_latest_are_drawn_and_the_rest_is_counted() -> None:
    bild = diagramm(stand(*map(str, range(1, 8))))
    assert bild is not None
    assert [b["wert"] for b in bild["balken"]] == ["4", "5", "6", "7"]
    assert bild["mehr"] == 7 - HOECHSTENS


def test_what_is_less_than_zero_hangs_and_has_its_figure_below() -> None:
    """-10, -5 and 4 of a range of 20 on 112: 5.6 a unit; zero stands at 24 + 10 * 5.6 = 80."""
    bild = diagramm(stand("-5", "4", "10", ausgang="-10", ziel="-2.5"))
    assert bild is not None
    assert [(b["wert"], b["y"], b["hoehe"], b["wert_y"]) for b in bild["balken"]] == [
        ("\u221210", "80", "56", "149"),
        ("\u22125", "80", "28", "121"),
        ("4", "57.6", "22.4", "52.6"),
        ("10", "24", "56", "19"),
    ]
    assert (bild["null"], bild["ziel"]["y"], bild["ziel"]["text"]) == ("80", "94", "Ziel \u22122,5")
    # the names stand below the lowest figure, and the picture is higher for it
    assert {b["name_y"] for b in bild["balken"]} == {"170"}
    assert bild["hoehe"] == "178"
    assert "Ausgangswert \u221210" in bild["beschreibung"]


def test_without_a_value_there_is_no_chart() -> None:
    assert diagramm(stand(ausgang="18", ziel="40")) is None


def test_a_unit_that_says_nothing_is_not_said() -> None:
    bild = diagramm(stand("1", einheit="Anzahl"))
    assert bild is not None
    assert bild["beschreibung"] == "Balkendiagramm: 2020: 1"


NUMBERS = st.decimals(-(10**6), 10**6, places=2)


@given(
    st.lists(NUMBERS.map(str), min_size=1, max_size=6),
    st.none() | NUMBERS.map(str),
    st.none() | NUMBERS.map(str),
)
@hypothesis_settings(max_examples=60)
def test_bars_are_true_to_scale_and_stay_in_the_picture(
    werte: list[str], ausgang: str | None, ziel: str | None
) -> None:
    bild = diagramm(stand(*werte, ausgang=ausgang, ziel=ziel))
    assert bild is not None
    gezeigt = [Fraction(one) for one in ([ausgang] if ausgang is not None else []) + werte[-HOECHSTENS:]]
    hoch = [Fraction(b["hoehe"]) for b in bild["balken"]]
    assert len(hoch) == len(gezeigt)
    groesste = max(range(len(gezeigt)), key=lambda i: abs(gezeigt[i]))
    for wert, hoehe in zip(gezeigt, hoch, strict=True):
        if gezeigt[groesste]:
            erwartet = abs(wert) * hoch[groesste] / abs(gezeigt[groesste])
            assert abs(hoehe - erwartet) <= Fraction(1, 5)
    for bar, wert in zip(bild["balken"], gezeigt, strict=True):
        oben, unten = Fraction(bar["y"]), Fraction(bar["y"]) + Fraction(bar["hoehe"])
        assert oben + Fraction(1, 10) >= OBEN
        assert unten <= OBEN + HOEHE + Fraction(1, 5)
        # a bar stands on zero, one of a negative value hangs from it
        assert abs((oben if wert < 0 else unten) - Fraction(bild["null"])) <= Fraction(1, 5)
    mitten = [int(b["mitte"]) for b in bild["balken"]]
    assert mitten == [SCHRITT // 2 + i * SCHRITT for i in range(len(mitten))]
    assert SCHRITT > BREITE


@pytest.mark.parametrize(
    ("wert", "text"),
    [
        ("0", "0"),
        ("12.50", "12,50"),
        ("1250", "1.250"),
        ("1234567.5", "1.234.567,5"),
        ("-3.5", "\u22123,5"),
        ("0.1", "0,1"),
        ("1E+3", "1.000"),
    ],
)
def test_numbers_are_german_and_exact(wert: str, text: str) -> None:
    assert zahl(Decimal(wert)) == text
