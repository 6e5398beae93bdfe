"""Shares add up to 100 whatever the numbers, and are the numbers that one expects where they come out even."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.domain.einstellungen import Ampelfarbe, Ampelwort, Einstellungen
from konzept.reports.sachstandsbericht_anteile import ampelzahlen, anteile, reihenfolge


@pytest.mark.parametrize(
    ("zahlen", "erwartet"),
    [
        ([], ()),
        ([0, 0], (0, 0)),
        ([7], (100,)),
        ([1, 1], (50, 50)),
        # 33.3 each: the first gets what is left
        ([1, 1, 1], (34, 33, 33)),
        # 66.67 and 33.33: the larger remainder is rounded up
        ([2, 1], (67, 33)),
        # 14.3, 28.6, 57.1: one percent is missing, 28.6 has the largest remainder
        ([1, 2, 4], (14, 29, 57)),
        # 50, 15.9, 2.3, 4.5, 27.3: two are missing, .9 and .5 get them
        ([22, 7, 1, 2, 12], (50, 16, 2, 5, 27)),
        ([0, 1, 999], (0, 0, 100)),
    ],
)
def test_shares(zahlen: list[int], erwartet: tuple[int, ...]) -> None:
    assert anteile(zahlen) == erwartet


@given(st.lists(st.integers(0, 10**6), max_size=12))
def test_shares_add_up_and_none_is_off_by_one(zahlen: list[int]) -> None:
    ergebnis = anteile(zahlen)
    summe = sum(zahlen)
    assert sum(ergebnis) == (100 if summe else 0)
    for zahl, anteil in zip(zahlen, ergebnis, strict=True):
        assert abs(anteil * summe - zahl * 100) < max(summe, 1)


@given(st.lists(st.sampled_from(Ampelwort)), st.none() | st.lists(st.sampled_from(Ampelwort)))
def test_every_word_is_counted_once(worte: list[Ampelwort], vorher: list[Ampelwort] | None) -> None:
    zahlen = ampelzahlen(worte, vorher, Einstellungen())
    assert sorted(one.wort for one in zahlen) == sorted(Ampelwort)
    assert sum(one.anzahl for one in zahlen) == len(worte)
    assert sum(one.anteil for one in zahlen) == (100 if worte else 0)
    if vorher is None:
        assert {one.vorher for one in zahlen} == {None}
    else:
        assert sum(one.vorher or 0 for one in zahlen) == len(vorher)


def test_the_plan_gives_the_colours_and_with_them_the_order() -> None:
    einstellungen = Einstellungen.model_validate({"ampel": {"entfallen": "blau", "im-plan": "grau"}})
    assert [wort.value for wort in reihenfolge(einstellungen)] == [
        "umgesetzt",
        "entfallen",
        "geplant",
        "verzoegert",
        "zurueckgestellt",
        "frist-vorbei",
        "im-plan",
        "frist-vorbei-ohne-meldung",
        "frist-vorbei-meldung-veraltet",
        "meldung-veraltet",
        "ohne-meldung",
    ]
    assert einstellungen.ampelfarbe(Ampelwort.ENTFALLEN) is Ampelfarbe.BLAU
    assert einstellungen.ampelfarbe(Ampelwort.FRIST_VORBEI) is Ampelfarbe.ROT
