"""Indicators against their targets: exact numbers, by hand, and what nobody can know stays open."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from konzept.domain.element import Indikatorart
from konzept.load import load_plan
from konzept.reports.evaluation_indikatoren import Ziellage, indikatorstaende, weg, ziellage

ROOT = Path(__file__).parents[2]
OUTPUT, WIRKUNG = Indikatorart.OUTPUT, Indikatorart.WIRKUNG


def zahl(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


@pytest.mark.parametrize(
    ("art", "ausgang", "ziel", "wert", "lage", "anteil"),
    [
        # more is better
        (WIRKUNG, "18", "40", "36", Ziellage.NICHT_ERREICHT, 81),
        (WIRKUNG, "18", "40", "40", Ziellage.ERREICHT, 100),
        (WIRKUNG, "18", "40", "41", Ziellage.ERREICHT, 104),
        (WIRKUNG, "18", "40", "18", Ziellage.NICHT_ERREICHT, 0),
        (WIRKUNG, "18", "40", "12", Ziellage.NICHT_ERREICHT, -28),
        # less is better: a waiting time
        (WIRKUNG, "30", "14", "20", Ziellage.NICHT_ERREICHT, 62),
        (WIRKUNG, "30", "14", "13.5", Ziellage.ERREICHT, 103),
        (None, "30", "14", "20", Ziellage.NICHT_ERREICHT, 62),
        # below zero as above it
        (WIRKUNG, "-12.5", "-2", "-3.5", Ziellage.NICHT_ERREICHT, 85),
        (WIRKUNG, "-2", "-10", "-12", Ziellage.ERREICHT, 125),
        (WIRKUNG, "-5", "5", "0", Ziellage.NICHT_ERREICHT, 50),
        # exact: 0.1 + 0.2 is 0.3, and 99.99 percent are not 100
        (WIRKUNG, "0", "0.3", "0.3", Ziellage.ERREICHT, 100),
        (WIRKUNG, "0", "100000", "99999", Ziellage.NICHT_ERREICHT, 99),
        # of an output there is never too much, even where less was planned than there was
        (OUTPUT, "31", "24", "28", Ziellage.ERREICHT, None),
        (OUTPUT, "31", "24", "20", Ziellage.NICHT_ERREICHT, None),
        (OUTPUT, None, "24", "20", Ziellage.NICHT_ERREICHT, None),
        (OUTPUT, None, "24", "25", Ziellage.ERREICHT, None),
        (OUTPUT, "0", "36", "28", Ziellage.NICHT_ERREICHT, 77),
        # nobody says what is better
        (WIRKUNG, None, "50", "38", Ziellage.UNBESTIMMT, None),
        (WIRKUNG, None, "50", "50", Ziellage.ERREICHT, None),
        (WIRKUNG, "50", "50", "49", Ziellage.UNBESTIMMT, None),
        (None, None, "50", "60", Ziellage.UNBESTIMMT, None),
        # nothing to compare
        (WIRKUNG, "18", None, "20", Ziellage.OHNE_ZIELWERT, None),
        (WIRKUNG, "18", "40", None, Ziellage.OHNE_WERT, None),
        (None, None, None, None, Ziellage.OHNE_WERT, None),
    ],
)
def test_how_a_value_stands(
    art: Indikatorart | None,
    ausgang: str | None,
    ziel: str | None,
    wert: str | None,
    lage: Ziellage,
    anteil: int | None,
) -> None:
    zahlen = (zahl(ausgang), zahl(ziel), zahl(wert))
    assert (ziellage(art, *zahlen), weg(art, *zahlen)) == (lage, anteil)


NUMBERS = st.none() | st.decimals(-1000, 1000, places=2)


@given(st.sampled_from([None, *Indikatorart]), NUMBERS, NUMBERS, NUMBERS)
@hypothesis_settings(max_examples=200)
def test_the_share_of_the_way_agrees_with_the_verdict(
    art: Indikatorart | None, ausgang: Decimal | None, ziel: Decimal | None, wert: Decimal | None
) -> None:
    lage, anteil = ziellage(art, ausgang, ziel, wert), weg(art, ausgang, ziel, wert)
    if anteil is not None:
        assert (lage is Ziellage.ERREICHT) == (anteil >= 100)
        assert lage in {Ziellage.ERREICHT, Ziellage.NICHT_ERREICHT}


@pytest.mark.parametrize(
    ("fassung", "stichtag", "erwartet"),
    [
        (
            "2022",
            "2024-12-10",
            {
                "ind-erstorientierung": ("nicht-erreicht", 81, ["24", "33", "36"], 1),
                "ind-orientierungskurse": ("nicht-erreicht", 62, ["11", "12", "9"], 0),
                "ind-schulung-verwaltung": ("nicht-erreicht", 56, ["30", "46.9", "60.6"], 1),
                "ind-kita-fortbildung": ("erreicht", 102, ["24", "24", "46"], 0),
                "ind-qualifizierte-arbeit": ("nicht-erreicht", 63, ["35.6", "38", "39.1"], 0),
                "ind-ausbildungsbegleitung": ("nicht-erreicht", 88, ["19", "34", "37"], 0),
                "ind-gesundheitslotsen": ("nicht-erreicht", 77, ["19", "31", "28"], 0),
            },
        ),
        (
            # the values of 2022 are known only when the year is over
            "2022",
            "2022-12-30",
            {
                "ind-erstorientierung": ("ohne-wert", None, [], 4),
                "ind-orientierungskurse": ("ohne-wert", None, [], 3),
                "ind-schulung-verwaltung": ("ohne-wert", None, [], 4),
                "ind-kita-fortbildung": ("ohne-wert", None, [], 3),
                "ind-qualifizierte-arbeit": ("ohne-wert", None, [], 3),
                "ind-ausbildungsbegleitung": ("ohne-wert", None, [], 3),
                "ind-gesundheitslotsen": ("ohne-wert", None, [], 3),
            },
        ),
    ],
)
def test_the_musterkreis_by_hand(
    fassung: str, stichtag: str, erwartet: dict[str, tuple[str, int | None, list[str], int]]
) -> None:
    plan = load_plan(ROOT / "beispiele" / "musterkreis").plan
    staende = indikatorstaende(plan, plan.fassung_nach_id[fassung], date.fromisoformat(stichtag))
    assert {
        stand.indikator.id: (
            stand.lage.value,
            stand.weg,
            [str(punkt.zahl) for punkt in stand.punkte],
            stand.spaetere,
        )
        for stand in staende
    } == erwartet


def test_what_was_measured_before_the_fassung_is_shown_but_no_success_of_it() -> None:
    plan = load_plan(ROOT / "beispiele" / "musterkreis").plan
    staende = {
        stand.indikator.id: stand
        for stand in indikatorstaende(plan, plan.fassung_nach_id["2025"], date(2025, 7, 3))
    }
    kita = staende["ind-kita-fortbildung"]
    assert [(str(punkt.zahl), punkt.vorher) for punkt in kita.punkte] == [
        ("24", True),
        ("24", True),
        ("46", True),
    ]
    assert (kita.lage, kita.letzter, kita.abstand) == (Ziellage.OHNE_WERT, None, None)
    schulung = staende["ind-schulung-verwaltung"]
    assert [punkt.vorher for punkt in schulung.punkte] == [True, True, True, False]
    assert (schulung.lage, schulung.weg, schulung.abstand) == (Ziellage.NICHT_ERREICHT, 53, Decimal("-41.6"))
