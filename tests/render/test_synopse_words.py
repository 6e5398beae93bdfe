"""How the Synopse names places and says what became of them."""

from __future__ import annotations

import pytest

from konzept.domain.einstellungen import BEZEICHNUNGEN
from konzept.domain.element import Ebene
from konzept.render.synopse_words import (
    artwort,
    bisher,
    hergezogen,
    nummernfolge,
    stelle,
    stellen,
    umgezogen,
    urteil,
)
from konzept.reports.diff_codes import Code, Feld, Gewicht
from konzept.reports.diff_werte import Aenderung, Art, FeldAenderung, Ort

NUMMERN = [
    (["1"], "1"),
    (["1", "2"], "1 und 2"),
    (["1", "2", "3"], "1 bis 3"),
    (["1", "3", "4", "5", "7"], "1, 3 bis 5 und 7"),
    (["2.9", "2.10", "2.11"], "2.9 bis 2.11"),
    (["3.4", "3.4.1", "3.5"], "3.4, 3.4.1 und 3.5"),
    (["1a", "1b"], "1a und 1b"),
]


@pytest.mark.parametrize(("nummern", "erwartet"), NUMMERN)
def test_numbers_in_a_row_are_drawn_together(nummern: list[str], erwartet: str) -> None:
    assert nummernfolge(nummern) == erwartet


FELD = Ort(Ebene.HANDLUNGSFELD, "f", "5", "Wohnen")
ZIEL_ALT = Ort(Ebene.HANDLUNGSZIEL, "z", "5.2", "Wohnen lernen")
ZIEL_NEU = Ort(Ebene.HANDLUNGSZIEL, "y", "6.1", "Begegnen")
ZIEL = Aenderung(
    Ebene.HANDLUNGSZIEL,
    Art.UMNUMMERIERT,
    "z",
    "Titel",
    nummer_alt="5.8",
    nummer_neu="5.6",
    eltern_alt=FELD,
    eltern_neu=FELD,
)
UMZUG = Aenderung(
    Ebene.MASSNAHME,
    Art.VERSCHOBEN,
    "m",
    "Titel",
    nummer_alt="4",
    nummer_neu="2",
    eltern_alt=ZIEL_ALT,
    eltern_neu=ZIEL_NEU,
)
WEG = Aenderung(Ebene.HANDLUNGSZIEL, Art.ENTFALLEN, "w", "Titel", nummer_alt="5.10", eltern_alt=FELD)


def test_places() -> None:
    assert (stelle(ZIEL, BEZEICHNUNGEN), bisher(ZIEL)) == ("Handlungsziel 5.6", "(bisher 5.8)")
    assert (stelle(WEG, BEZEICHNUNGEN), bisher(WEG)) == ("Handlungsziel 5.10", "")
    assert stellen([ZIEL, WEG], BEZEICHNUNGEN) == "Handlungsziele 5.6 und 5.10"
    ohne_nummer = Aenderung(Ebene.MASSNAHME, Art.UNVERAENDERT, "o", "Titel", eltern_neu=FELD)
    assert stellen([ohne_nummer], BEZEICHNUNGEN) == "Maßnahme"
    assert stellen([ohne_nummer, UMZUG], BEZEICHNUNGEN) == "2 Maßnahmen"


def test_what_moved_is_told_at_both_places() -> None:
    assert umgezogen(UMZUG, BEZEICHNUNGEN) == "jetzt Handlungsziel 6.1 »Begegnen«, dort Maßnahme 2"
    assert hergezogen(UMZUG, BEZEICHNUNGEN) == "bisher Handlungsziel 5.2 »Wohnen lernen«, dort Maßnahme 4"


@pytest.mark.parametrize(
    ("eine", "teilweise", "erwartet"),
    [
        (ZIEL, False, "wird Handlungsziel 5.6, im Übrigen unverändert"),
        (ZIEL, True, "wird Handlungsziel 5.6, soweit belegt unverändert"),
        (UMZUG, False, "hierher verschoben, im Übrigen unverändert"),
        (WEG, False, ""),
    ],
)
def test_no_more_is_called_unchanged_than_is_documented(
    eine: Aenderung, erwartet: str, *, teilweise: bool
) -> None:
    assert urteil(eine, BEZEICHNUNGEN, teilweise=teilweise) == erwartet


def test_a_row_with_nothing_but_spelling_says_so() -> None:
    redaktionell = FeldAenderung(Feld.TEXT, "a", "A", Code.REDAKTIONELL, Gewicht.REDAKTIONELL)
    wesentlich = FeldAenderung(Feld.KOSTEN, None, None, Code.KOSTEN_NEU)
    for felder, wort in (
        ((redaktionell,), "redaktionell geändert"),
        ((wesentlich, redaktionell), "geändert"),
    ):
        eine = Aenderung(Ebene.MASSNAHME, Art.GEAENDERT, "m", "Titel", felder=felder)
        assert artwort(eine) == wort
