"""``konzept termin``: the period decides which dates follow; no text is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.termin import lies_termin
from konzept.reports.termin import Zeitraum, geltung, terminauskunft


def fassung(**felder: str) -> Fassung:
    angaben = {"titel": "Plan", "art": "Konzept", "stand": "2020-11-02", **felder}
    return Fassung("2020", Rahmen.model_validate(angaben))


GILT = fassung(gilt_von="2021", gilt_bis="2023")
JAHR_2022 = Zeitraum(date(2022, 1, 1), date(2022, 12, 31))


def tage(text: str, **angaben: object) -> list[list[str]]:
    auskunft = terminauskunft(text, {}, **angaben)  # type: ignore[arg-type]  # the table names what it knows
    return [[tag.isoformat() for tag in teil.fristen] for teil in auskunft.teile]


@pytest.mark.parametrize(
    ("text", "angaben", "erwartet"),
    [
        # without a plan: only the days that the wording names
        ("bis Ende 2022", {}, [["2022-12-31"]]),
        ("2020–2030", {}, [["2030-12-31"]]),
        ("jährlich", {}, [[]]),
        ("fortlaufend, jährlich im Mai", {}, [[], []]),
        # a period of one's own
        ("halbjährlich", {"zeitraum": JAHR_2022}, [["2022-06-30", "2022-12-31"]]),
        ("bis Ende 2023", {"zeitraum": JAHR_2022}, [[]]),
        # within a plan: the period of its Fassung
        ("jährlich im Mai", {"fassung": GILT}, [["2021-05-31", "2022-05-31", "2023-05-31"]]),
        ("bis Ende 2024", {"fassung": GILT}, [[]]),
        # a rhythm without a beginning ends with the Fassung, whatever period is asked
        (
            "jährlich",
            {"fassung": GILT, "zeitraum": Zeitraum(date(2023, 1, 1), date(2025, 12, 31))},
            [["2023-12-31"]],
        ),
        # over more than a year only with an anchor
        ("alle 2 Jahre", {"fassung": GILT}, [[]]),
        ("alle 2 Jahre", {"fassung": GILT, "turnus_ab": 2020}, [["2022-12-31"]]),
    ],
)
def test_the_dates(text: str, angaben: dict[str, object], erwartet: list[list[str]]) -> None:
    assert tage(text, **angaben) == erwartet


def test_a_fassung_without_a_last_day_has_no_period() -> None:
    assert geltung(fassung(gilt_von="2021")) is None
    assert geltung(fassung(gilt_bis="2023")) == Zeitraum(date(2020, 11, 2), date(2023, 12, 31))
    auskunft = terminauskunft("monatlich", {}, fassung=fassung())
    assert (auskunft.zeitraum, auskunft.fassung, auskunft.teile[0].fristen) == (None, "2020", ())


def test_words_that_only_a_plan_explains_are_named() -> None:
    assert terminauskunft("Kurzfristig", {}).ungeklaert == ("kurzfristig",)
    erklaert = terminauskunft("Kurzfristig", {"kurzfristig": "bis Ende 2022"})
    assert (erklaert.ungeklaert, erklaert.teile[0].fristen) == ((), (date(2022, 12, 31),))


def test_a_rhythm_without_an_anchor_is_marked() -> None:
    assert terminauskunft("im 2-Jahres-Turnus", {}).teile[0].moeglich
    assert not terminauskunft("im 2-Jahres-Turnus", {}, turnus_ab=2020).teile[0].moeglich


@given(st.text())
def test_any_text_is_answered_as_the_grammar_reads_it(text: str) -> None:
    auskunft = terminauskunft(text, {}, fassung=GILT)
    assert tuple(one.teil for one in auskunft.teile) == lies_termin(text)
    assert all(date(2021, 1, 1) <= tag <= date(2023, 12, 31) for one in auskunft.teile for tag in one.fristen)
