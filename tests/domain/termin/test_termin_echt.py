"""Real wordings collected after the grammar stood: what was decided before reading, and where we read otherwise."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from konzept.domain.termin import Teil, TerminArt, lies_termin

TABELLE = Path(__file__).with_name("echte_wortlaute.tsv")
SPALTEN = ("art", "beginn", "ende", "rrule", "mehrdeutig")


def _zeilen() -> list[dict[str, str]]:
    with TABELLE.open(encoding="utf-8", newline="") as datei:
        return list(csv.DictReader(datei, delimiter="\t", quoting=csv.QUOTE_NONE))


ZEILEN = _zeilen()


def _spalten(teil: Teil) -> tuple[str, ...]:
    return (
        teil.art.value,
        str(teil.beginn or ""),
        str(teil.ende or ""),
        teil.rrule or "",
        "y" if teil.mehrdeutig else "n",
    )


def _erwartet(zeile: dict[str, str]) -> list[tuple[str, ...]]:
    return list(zip(*(zeile[spalte].split("|") for spalte in SPALTEN), strict=True))


def test_all_collections_are_whole() -> None:
    assert sum(zeile["satz"] == "1" for zeile in ZEILEN) == 227
    assert sum(zeile["satz"] == "2" for zeile in ZEILEN) == 122
    assert sum(zeile["satz"] == "3" for zeile in ZEILEN) == 243
    assert len({zeile["text"] for zeile in ZEILEN}) == len(ZEILEN)
    assert all(zeile["quelle"] for zeile in ZEILEN)


@pytest.mark.parametrize("zeile", [z for z in ZEILEN if not z["abweichung"]], ids=lambda z: z["text"][:60])
def test_wording_is_read_as_decided_beforehand(zeile: dict[str, str]) -> None:
    assert [_spalten(teil) for teil in lies_termin(zeile["text"])] == _erwartet(zeile)


@pytest.mark.parametrize("zeile", [z for z in ZEILEN if z["abweichung"]], ids=lambda z: z["text"][:60])
def test_where_we_read_otherwise_the_wording_is_marked(zeile: dict[str, str]) -> None:
    teile = lies_termin(zeile["text"])
    assert [_spalten(teil) for teil in teile] != _erwartet(zeile), (
        "the reason has gone: take it out of the table"
    )
    assert any(teil.mehrdeutig or teil.art is TerminArt.UNBESTIMMT for teil in teile)
