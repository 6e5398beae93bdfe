"""Which sheets are made: the choice, and that a sheet says of a Maßnahme what its card says."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from konzept.load import load_plan
from konzept.reports.karte import karte
from konzept.reports.massnahmenblatt import massnahmenblaetter

if TYPE_CHECKING:
    from konzept.domain.plan import Plan

ROOT = Path(__file__).parents[2]
FAELLE = [("", "2020", "2022-01-01"), ("beispiele/musterkreis", "2022", "2024-12-10")]


@cache
def plan(ort: str) -> Plan:
    return load_plan(ROOT / ort).plan


@pytest.mark.parametrize(("ort", "name", "stichtag"), FAELLE)
def test_a_sheet_is_the_card_of_its_massnahme(ort: str, name: str, stichtag: str) -> None:
    fassung, tag = plan(ort).fassung_nach_id[name], date.fromisoformat(stichtag)
    blaetter = massnahmenblaetter(plan(ort), fassung, tag).blaetter
    stellen = list(fassung.massnahmen())
    assert [blatt.karte.verweis.id for blatt in blaetter] == [stelle.id for stelle in stellen]
    for blatt, stelle in list(zip(blaetter, stellen, strict=True))[::7]:
        assert blatt.karte == karte(plan(ort), fassung, stelle, tag)
        assert blatt.teil is blatt.karte.teil


def test_the_choice_by_body_takes_those_that_belong_to_it() -> None:
    musterkreis = plan("beispiele/musterkreis")
    fassung, tag = musterkreis.fassung_nach_id["2025"], date(2025, 7, 3)
    kreis = musterkreis.akteur_nach_id["landratsamt"]
    alle = massnahmenblaetter(musterkreis, fassung, tag, akteur=kreis).blaetter
    direkt = [
        blatt
        for blatt in alle
        if any(one.akteur == "landratsamt" for one in blatt.teil.massnahme.zustaendigkeiten)
    ]
    assert len(alle) > len(direkt) > 0


def test_a_choice_by_id_keeps_the_order_of_the_plan() -> None:
    musterkreis = plan("beispiele/musterkreis")
    fassung = musterkreis.fassung_nach_id["2025"]
    gewaehlt = massnahmenblaetter(
        musterkreis, fassung, date(2025, 7, 3), massnahmen=["schutzkonzept", "lotsennetz", "gibt-es-nicht"]
    )
    assert [blatt.karte.verweis.id for blatt in gewaehlt.blaetter] == ["lotsennetz", "schutzkonzept"]
    assert gewaehlt.gesamt == 44


def test_what_is_new_is_what_a_whole_vorgaenger_does_not_hold() -> None:
    musterkreis = plan("beispiele/musterkreis")
    fassung = musterkreis.fassung_nach_id["2025"]
    neu = {
        b.karte.verweis.id: b.neu for b in massnahmenblaetter(musterkreis, fassung, date(2025, 7, 3)).blaetter
    }
    assert neu["willkommensseite"]
    assert not neu["beratungsverbund"]  # three of the Vorgänger live on in it
    assert not neu["lotsennetz"]
    ilm_kreis = plan("")
    teilweise = massnahmenblaetter(ilm_kreis, ilm_kreis.fassung_nach_id["2020"], date(2022, 1, 1))
    assert not any(blatt.neu for blatt in teilweise.blaetter)  # of 2018 only parts are known
