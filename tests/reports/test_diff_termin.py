"""What a changed Termin means in time."""

from __future__ import annotations

from datetime import date

import pytest

from konzept.domain.terminangabe import Termin
from konzept.reports.diff_termin import abstand, termin
from konzept.reports.diff_werte import Terminwechsel

ABSTAENDE = [
    (date(2022, 12, 31), date(2023, 12, 31), (12, None)),
    (date(2022, 6, 30), date(2022, 12, 31), (6, None)),
    (date(2024, 2, 29), date(2025, 2, 28), (12, None)),
    (date(2022, 3, 10), date(2022, 5, 10), (2, None)),
    (date(2022, 3, 10), date(2022, 3, 31), (None, 21)),
    (date(2023, 12, 31), date(2022, 12, 31), (-12, None)),
    (date(9998, 12, 31), date.max, (12, None)),
]


@pytest.mark.parametrize(("von", "bis", "erwartet"), ABSTAENDE)
def test_distances(von: date, bis: date, erwartet: tuple[int | None, int | None]) -> None:
    assert abstand(von, bis) == erwartet


WECHSEL = [
    ("bis Ende 2022", "bis Ende 2023", "termin-verschoben", 12, None),
    ("bis Ende 2023", "bis Ende 2022", "termin-verschoben", -12, None),
    ("31.08.2021", "15.09.2021", "termin-verschoben", None, 15),
    ("2020–2023", "2024–2027", "termin-verschoben", 48, None),
    ("bis Ende 2022", "Dezember 2022", "termin-geaendert", None, None),
    ("bis Ende 2022", "jährlich", "termin-geaendert", None, None),
    ("jährlich", "1x pro Monat", "termin-geaendert", None, None),
    ("jährlich", "fortlaufend", "frist-aufgegeben", None, None),
    ("fortlaufend", "ab 2021", "termin-geaendert", None, None),
    ("nach Bedarf", "jährlich", "frist-gesetzt", None, None),
    ("Prüfung 2021, Beginn des Schuljahres 2021/22", "bis Ende 2023", "termin-geaendert", None, None),
]


@pytest.mark.parametrize(("alt", "neu", "code", "monate", "tage"), WECHSEL)
def test_changes(alt: str, neu: str, code: str, monate: int | None, tage: int | None) -> None:
    aenderung = termin(Termin(text=alt), Termin(text=neu), {})
    assert aenderung is not None
    assert aenderung.code.value == code
    assert aenderung.wechsel is not None
    assert (aenderung.wechsel.monate, aenderung.wechsel.tage) == (monate, tage)


def test_the_kinds_are_told_only_where_they_differ() -> None:
    anders = termin(Termin(text="bis Ende 2022"), Termin(text="fortlaufend"), {})
    assert anders is not None
    assert anders.wechsel is not None
    assert [art.value for art in anders.wechsel.arten_alt] == ["faellig"]
    assert [art.value for art in anders.wechsel.arten_neu] == ["laufend"]
    gleich = termin(Termin(text="fortlaufend"), Termin(text="ab 2021"), {})
    assert gleich is not None
    assert gleich.wechsel == Terminwechsel()


def test_the_wording_decides_whether_anything_changed() -> None:
    gelesen = Termin.model_validate({"text": "bald", "teile": [{"art": "faellig", "ende": "2022-12-31"}]})
    assert termin(Termin(text="bald"), gelesen, {}) is None
    assert termin(None, None, {}) is None
