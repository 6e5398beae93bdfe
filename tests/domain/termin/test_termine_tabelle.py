"""The 159 real wordings of the committed table, row by row: kind, dates, rule and doubt as the table has them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from konzept.domain.termin import TerminArt, lies_termin

TABELLE = Path(__file__).with_name("termine.tsv")
ARTEN = {
    "einmalig-fällig": (TerminArt.FAELLIG,),
    "Zeitraum": (TerminArt.ZEITRAUM,),
    "laufend": (TerminArt.LAUFEND,),
    "wiederkehrend": (TerminArt.WIEDERKEHREND,),
    "relativ-unbestimmt": (TerminArt.UNBESTIMMT,),
    "laufend+wiederkehrend": (TerminArt.LAUFEND, TerminArt.WIEDERKEHREND),
    "Zeitraum+wiederkehrend": (TerminArt.WIEDERKEHREND,),
}
# Rows whose reading we hold to be wrong would stand here with the reason, instead of being bent to. There are none.
STRITTIG: dict[str, str] = {}


def _zeilen() -> list[dict[str, str]]:
    with TABELLE.open(encoding="utf-8", newline="") as datei:
        return list(csv.DictReader(datei, delimiter="\t", quoting=csv.QUOTE_NONE))


ZEILEN = _zeilen()


def _erwartet(zeile: dict[str, str]) -> list[tuple[TerminArt, str, str, str]]:
    """Return the parts that a row states; a combined kind shares its dates, and only the rhythm has the rule."""
    spalten = zip(*(zeile[name].split("|") for name in ("kind", "start", "end_or_due", "rrule")), strict=True)
    return [
        (art, start, ende, regel if art is TerminArt.WIEDERKEHREND else "")
        for kind, start, ende, regel in spalten
        for art in ARTEN[kind]
    ]


def _gelesen(text: str) -> list[tuple[TerminArt, str, str, str]]:
    return [(t.art, _iso(t.beginn), _iso(t.ende), t.rrule or "") for t in lies_termin(text)]


def _iso(tag: object) -> str:
    return "" if tag is None else str(tag)


def test_the_table_is_whole() -> None:
    assert len(ZEILEN) == 159
    assert sum(zeile["ambiguous"] == "y" for zeile in ZEILEN) == 31
    assert set(STRITTIG) <= {zeile["text"] for zeile in ZEILEN}


@pytest.mark.parametrize(
    "zeile", [z for z in ZEILEN if z["text"] not in STRITTIG], ids=lambda z: z["text"][:60]
)
def test_row_is_read_as_stated(zeile: dict[str, str]) -> None:
    assert _gelesen(zeile["text"]) == _erwartet(zeile)


@pytest.mark.parametrize("zeile", ZEILEN, ids=lambda z: z["text"][:60])
def test_doubt_is_marked_where_the_table_has_it_and_nowhere_else(zeile: dict[str, str]) -> None:
    assert any(teil.mehrdeutig for teil in lies_termin(zeile["text"])) == (zeile["ambiguous"] == "y")


@pytest.mark.parametrize("zeile", ZEILEN, ids=lambda z: z["text"][:60])
def test_every_real_wording_is_read(zeile: dict[str, str]) -> None:
    ungelesen = [teil.text for teil in lies_termin(zeile["text"]) if not teil.gelesen]
    ohne_termin = "Herausgabe als digitale und als Printversion (in kleiner Auflage)"
    assert ungelesen in ([], [ohne_termin]), "only a step that names no time may stay unread"
