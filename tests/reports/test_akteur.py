"""The bodies by kind with their Maßnahmen: complete, ordered as a German index, nothing counted twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from konzept.domain.akteur import Akteurart, Rolle
from konzept.domain.element import Ebene
from konzept.domain.fassung import Stelle
from konzept.domain.handlungsfeld import Handlungsfeld, Handlungsziel, Massnahme
from konzept.load import load_plan
from konzept.reports.akteur import akteursbericht, gliederungsnummer

ROOT = Path(__file__).parent.parent.parent


def test_every_body_and_every_part_of_the_shipped_plan() -> None:
    plan = load_plan(ROOT).plan
    fassung = plan.fassung_nach_id["2020"]
    bericht = akteursbericht(plan, fassung)
    listed = [zeile for _, zeilen in bericht.gruppen for zeile in zeilen]
    assert sorted(zeile.akteur.id for zeile in listed) == sorted(akteur.id for akteur in plan.akteure)
    in_plan = sum(
        len(stelle.gegenstand.zustaendigkeiten)
        for stelle in fassung.massnahmen()
        if isinstance(stelle.gegenstand, Massnahme)
    )
    assert sum(len(zeile.anteile) for zeile in listed) == in_plan


def test_one_body_in_full() -> None:
    plan = load_plan(ROOT).plan
    bericht = akteursbericht(plan, plan.fassung_nach_id["2020"])
    zeilen = dict(bericht.gruppen)[Akteurart.VERWALTUNG]
    zeile = next(zeile for zeile in zeilen if zeile.akteur.id == "schulverwaltungsamt")
    assert zeile.gehoert_zu == "Landratsamt Ilm-Kreis"
    assert [(anteil.nummer, anteil.rolle) for anteil in zeile.anteile] == [("2.9", Rolle.FEDERFUEHREND)]


def test_kinds_in_the_order_of_the_glossary_and_names_in_that_of_an_index() -> None:
    plan = load_plan(ROOT).plan
    bericht = akteursbericht(plan, plan.fassung_nach_id["2020"])
    order = list(Akteurart)
    assert [order.index(art) for art, _ in bericht.gruppen] == sorted(
        order.index(art) for art, _ in bericht.gruppen
    )
    names = [zeile.akteur.name for zeile in bericht.gruppen[0][1]]
    assert names.index("Ausländerbehörde") < names.index("Beauftragte für Ausländer und Behinderte Ilm-Kreis")


@pytest.mark.parametrize(
    ("eigene", "am_ziel", "am_feld"),
    [
        (None, "2.1", "2"),
        ("3", "2.1 M3", "2 M3"),
        ("b", "2.1 b", "2 b"),
        ("2.1.3", "2.1.3", "2.1.3"),  # whole by itself under both
        ("2.3", "2.1 2.3", "2.3"),
        ("21.3", "2.1 21.3", "2 21.3"),
    ],
)
def test_the_number_under_which_a_massnahme_is_found(eigene: str | None, am_ziel: str, am_feld: str) -> None:
    massnahme = Massnahme(id="m", nummer=eigene, text="Kurse")
    ziel = Handlungsziel(id="z", nummer="2.1", titel="Ziel")
    feld = Handlungsfeld(id="f", nummer="2", titel="Feld")
    assert gliederungsnummer(Stelle(Ebene.MASSNAHME, massnahme, (), feld, ziel)) == am_ziel
    assert gliederungsnummer(Stelle(Ebene.MASSNAHME, massnahme, (), feld)) == am_feld
